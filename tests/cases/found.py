"""All that the checker finds in a case by hand, one short line for each finding: what `found/` keeps.

A case says what matters in it. Here is the rest: moments, measures, windows, the entries that a finding rests on. Nobody worked these
out by hand; they are kept so that no change goes unseen. `python -m tests.cases.found` writes them anew: read the difference.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from enum import Enum
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

from pactlang.checker.agenda.item import Item
from pactlang.checker.agenda.plan import agenda
from pactlang.checker.context import label_of
from pactlang.checker.finding import Finding, Judgement
from pactlang.checker.spans import FOREVER
from pactlang.checker.timeline import FAR_DAY
from pactlang.checker.uses import Use
from pactlang.inputs.files import InputError
from pactlang.inputs.moments import moment_of
from pactlang.inputs.texts import Texts, read_texts
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Clause, Matrix, Sentence
from pactlang.model.calendar import Zone
from tests.cases.by_hand import Case, all_cases

FOLDER = Path(__file__).parent / "found"
DIGESTS = FOLDER / "at_other_moments"
MOMENTS = 4  # at which the same is found
AHEAD = 40  # days for which what comes next is kept
_INSTANTS = {"made", "instant", "at", "moment", "noted", "due", "fulfilled_at", "began", "start", "end", "lower", "free", "ends_at"}
_DATES = {"date", "due_date", "since", "reaches", "day", "until", "ends", "first", "last"}
_DATES |= {"begins", "in_force_from", "dates", "skipped", "whole_end"}
_SAID = {"id", "status", "agreement", "sentence", "form"}  # at the start of a line, or by the label
_UNSAID = {"kind", "agreement", "zone", "clause", "finding"}
_TWINS = {"moment": "at", "entries": "subject", "start": "at"}


def found(case: Case, folder: Path) -> list[str]:
    """The lines of one case; none if its texts hold errors."""
    texts = _read(case, folder)
    if texts is None:
        return []
    return [line.replace(f"{folder}/", "") for line in lines_of(texts, case.settings["as of"])]


def digests(case: Case, folder: Path) -> str:
    """The same at some other moments, each as a few digits; empty if its texts hold errors."""
    texts = _read(case, folder)
    return "" if texts is None else digests_of(texts, case.settings["as of"], str(folder))


def _read(case: Case, folder: Path) -> Texts | None:
    """The texts of a case; None if they hold the errors that it expects. Any other error is raised: nothing is kept of a slip."""
    try:
        return read_texts(case.written(folder), as_of=case.settings["as of"])
    except InputError:
        if any(line.startswith("error ") for line in case.expected):
            return None
        raise


def digests_of(texts: Texts, as_of: str, folder: str) -> str:
    """What is found at some moments, each as a few digits."""
    return " ".join(_digest([line.replace(f"{folder}/", "") for line in lines_at(texts, moment)]) for moment in _moments(texts, as_of))


def _digest(lines: Sequence[str]) -> str:
    return blake2b("\n".join(lines).encode(), digest_size=3).hexdigest()


def _moments(texts: Texts, as_of: str) -> list[int]:
    """At entries, just after them, at the ends of their dates, hours later: few of them, spread over the log."""
    zone = texts.zone
    starts = [zone.instant(entry.day, entry.second or 0) for entry in texts.entries]
    ends = [zone.midnight(entry.day + 1) for entry in texts.entries]
    asked = sorted({*starts, *(one + 1 for one in starts), *ends, *(one - 1 for one in ends), *(one + 50 * 3600 for one in starts)})
    before = [one for one in asked if one < moment_of(as_of, zone)]
    return before[:: max(1, len(before) // MOMENTS)][:MOMENTS]


def lines_of(texts: Texts, as_of: str) -> list[str]:
    """What is found in texts that have been read."""
    return lines_at(texts, moment_of(as_of, texts.zone))


def lines_at(texts: Texts, moment: int) -> list[str]:
    """The same at an instant."""
    plan = agenda(texts.agreements, texts.entries, moment, texts.zone, texts.zone.date_of(moment) + AHEAD)
    judgement = plan.judgement
    lines = [f"{judgement.read} read, {judgement.ignored} ignored"] if judgement.ignored else []
    lines += [_finding(one, judgement) for one in judgement.findings]
    lines += [f"room {label_of(one.sentence)}{_rest(one, judgement, _SAID)}; left {one.left}" for one in judgement.rooms]
    lines += [f"hold {label_of(one.sentence)}{_rest(one, judgement, _SAID)}" for one in judgement.holds]
    lines += [f"bar {label_of(one.sentence)}{_rest(one, judgement, _SAID)}" for one in judgement.bars]
    lines += [f"passed {_shown(one, judgement)}" for one in judgement.passed]
    outside = judgement.outside
    lines += [f"outside {_shown(outside, judgement)}"] if outside is not None and (outside.early or outside.late) else []
    lines += [f"remark {one.message}" for one in judgement.remarks]
    lines += [f"left {_shown(judgement.left, judgement)}"] if judgement.left is not None else []
    if len(texts.agreements) > 1 or judgement.agreement.signatures:
        lines += [f"draft {_shown(text, judgement)}; lacks {_shown(lacking, judgement)}" for text, lacking in judgement.drafts]
        lines += [f"version {_shown(one, judgement)}" for one in judgement.versions]
    lines += [f"uses {label_of(one.sentence)}{_rest(one, judgement, _SAID)}" for one in judgement.series]
    lines += [f"next {one.kind}{_rest(one, judgement, _UNSAID)}" for one in plan.items]
    lines += [f"open {one.kind}{_rest(one, judgement, _UNSAID)}" for one in plan.unanswered]
    return lines


def kept() -> dict[str, list[str]]:
    """What `found/` keeps, by the file and the name of the case."""
    lines: dict[str, list[str]] = {}
    name = ""
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                name = f"{path.stem}: {line[4:]}"
                lines[name] = []
            else:
                lines[name].append(line)
    return lines


def kept_digests() -> dict[str, str]:
    """What `found/at_other_moments` keeps, by the file and the name of the case."""
    lines = DIGESTS.read_text(encoding="utf-8").splitlines()
    return {name: digits for digits, _, name in (line.partition("  ") for line in lines)}


def _finding(finding: Finding, judgement: Judgement) -> str:
    return f"{finding.status} {finding.id}" + _rest(finding, judgement, besides=_SAID)


def _rest(one: Struct, judgement: Judgement, besides: Collection[str] = ()) -> str:
    """The fields that say something, with their names; what another field says already is left out."""
    said = ""
    for field in one.__struct_fields__:
        value = getattr(one, field)
        if field in besides or value is None or value is False or value in ((), "", []) or (field in ("noted", "still") and not value):
            continue
        twin = getattr(one, _TWINS.get(field, ""), None)
        if value == twin or (field == "entries" and value == (twin,)):
            continue
        if field == "date" and getattr(one, "id", "").endswith(date.fromordinal(value).isoformat()):
            continue
        if isinstance(one, Item) and (field, value) in (("seconds", 0), ("days", 1)):
            continue
        said += f"; {field.strip('_')}" if value is True else f"; {field.strip('_')} {_shown(value, judgement, field)}"
    return said


def _shown(value: Any, judgement: Judgement, name: str = "", besides: Collection[str] = ()) -> str:
    if isinstance(value, Entry):
        return f"{value.line}" if value.file.endswith("log.pactlog") else f"{value.file}:{value.line}"
    if isinstance(value, Sentence | Matrix):
        return label_of(value)
    if isinstance(value, Agreement):
        return Path(value.file).stem
    if isinstance(value, Zone):
        return value.key
    if isinstance(value, Clause):
        return value.name
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Finding):
        return value.id
    if isinstance(value, Use):
        return f"{date.fromordinal(value.day).isoformat()} {value.share:.4g}"
    if isinstance(value, Struct):
        return f"({_rest(value, judgement, besides).removeprefix('; ')})"
    if isinstance(value, tuple) and name == "window":
        return "..".join(_shown(one, judgement, "day") for one in value)
    if isinstance(value, tuple | list):
        return ",".join(_shown(one, judgement, name) for one in value)
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, int) and name in _INSTANTS:
        return "ever" if value >= FOREVER else _instant(value, judgement.zone)
    if isinstance(value, int) and name in _DATES:
        return "ever" if value >= FAR_DAY else date.fromordinal(value).isoformat()
    return str(value)


def _instant(value: int, zone: Zone) -> str:
    """As short as may be: `2026-03-05 20:00+01`."""
    return zone.show(value).replace("T", " ").replace(":00+", "+").removesuffix(":00")


def main() -> None:
    """Write all anew."""
    FOLDER.mkdir(exist_ok=True)
    elsewhere: list[str] = []
    for file, cases in groupby(all_cases(), key=lambda case: case.file):
        lines: list[str] = []
        with TemporaryDirectory() as folder:
            for place, case in enumerate(cases):
                lines += [f"=== {case.name}", *found(case, Path(folder, str(place)))]
                elsewhere.append(f"{digests(case, Path(folder, str(place)))}  {file}: {case.name}")
        (FOLDER / f"{file}.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    DIGESTS.write_text("\n".join([*elsewhere, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
