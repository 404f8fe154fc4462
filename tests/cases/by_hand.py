"""Reads the cases of `by_hand/` and judges them: agreement, log and answer in one small text each.

`README.md` beside this file says how a case is written.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from pactlang.checker.finding import Finding, Judgement, Status
from pactlang.inputs import InputError, check_files
from pactlang.model.agreement import Sentence
from pactlang.words.json import finding_json, judgement_json

FOLDER = Path(__file__).parent / "by_hand"

_EVENTS = """
use relationships

event expense
    amount in EUR

event workout
    fields effort

event guest
    with person

event work

"""
_SETTING = re.compile(r"(parties|zone|in force|week starts|as of|all|xfail): (.+)")
_SECTION = re.compile(r"(pact|log|expect|because|file \S+):")
# What a case says of a finding beyond its status is compared; what it does not say may be anything.
_DETAIL = re.compile(r"(who|with|missing|fulfilled|due|measured|limit|unit|entries) (.+)|repaired|disputed")


@dataclass(slots=True)
class Case:
    """One case as written: its settings, and its sections with their names."""

    name: str
    file: str
    text: str
    settings: dict[str, str] = field(default_factory=dict)
    sections: list[tuple[str, str]] = field(default_factory=list)

    @property
    def pacts(self) -> list[str]:
        """The agreement's versions in order, each with the standard heading unless it brings its own."""
        texts = [text for name, text in self.sections if name == "pact"]
        return [text if text.startswith("pact ") else self._heading() + text for text in texts]

    @property
    def log(self) -> str:
        return "".join(text for name, text in self.sections if name == "log")

    @property
    def files(self) -> dict[str, str]:
        return {name.removeprefix("file "): text for name, text in self.sections if name.startswith("file ")}

    @property
    def expected(self) -> list[str]:
        lines = [line.strip() for name, text in self.sections if name == "expect" for line in text.splitlines()]
        return [line for line in lines if line and not line.startswith("#")]

    def written(self, folder: Path) -> list[str]:
        """Its texts and log as files of a folder, to be judged in this order."""
        pacts = [(f"us-{number}.pact", text) for number, text in enumerate(self.pacts, 1)]
        for name, text in [*pacts, ("log.pactlog", self.log), *self.files.items()]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return [str(folder / name) for name in (*(name for name, _ in pacts), "log.pactlog")]

    def _heading(self) -> str:
        lines = [
            'pact "Us"',
            f"between {self.settings.get('parties', 'Ana and Ben')}",
            f"in force {self.settings.get('in force', 'from 2026-01-01')}",
            f"time zone {self.settings.get('zone', 'Europe/Berlin')}",
        ]
        if "week starts" in self.settings:
            lines.append(f"week starts {self.settings['week starts']}")
        return "\n    ".join(lines) + "\n" + _EVENTS


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file, in order; what stands before the first is a remark on the file."""
    _, *texts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for text in texts:
        name, *lines = text.rstrip().splitlines()
        case = Case(name.strip(), path.stem, f"=== {text.rstrip()}")
        bodies: list[tuple[str, list[str]]] = []
        for line in lines:
            if setting := _SETTING.fullmatch(line):
                case.settings[setting[1]] = setting[2].strip()
            elif section := _SECTION.fullmatch(line):
                bodies.append((section[1], []))
            elif bodies:
                bodies[-1][1].append(line)
            elif line.strip():
                raise ValueError(f"{path.name}, {case.name}: {line!r} stands in no section")
        case.sections = [(section, "\n".join(body).strip("\n") + "\n") for section, body in bodies]
        yield case


def all_cases() -> list[Case]:
    """Every case of every file."""
    return [case for path in sorted(FOLDER.glob("*.cases")) for case in read_cases(path)]


def difference(case: Case, folder: Path) -> list[str]:
    """What the checker finds otherwise than the case says, one line each; `-` is missing, `+` is too much."""
    files = case.written(folder)
    wanted = case.expected
    errors = [line.removeprefix("error ") for line in wanted if line.startswith("error ")]
    try:
        every = "all" in case.settings
        judgement = check_files(files, as_of=case.settings["as of"], keep_all=every).judgement
    except InputError as problem:
        told = [one.message for one in problem.diagnostics] or [problem.message]
        lost = [f"- error {error}" for error in errors if not any(error in message for message in told)]
        return lost if errors else [f"+ error {message}" for message in told]
    return [f"- error {error}" for error in errors] + _compared(wanted, judgement, every=every)


def _compared(wanted: list[str], judgement: Judgement, *, every: bool) -> list[str]:
    unasked = (Status.DRIFT,) if every else (Status.KEPT, Status.DRIFT)
    found = {finding.id: finding for finding in judgement.findings if finding.status not in unasked}
    remarks = [remark.message for remark in judgement.remarks]
    not_applied = _not_applied(judgement)
    wrong: list[str] = []
    for line in wanted:
        word, _, rest = line.partition(" ")
        if word == "kept":
            if judgement.summary.kept != int(rest):
                wrong += [f"- {line}", f"+ kept {judgement.summary.kept}"]
        elif word == "ignored":
            if judgement.ignored != int(rest):
                wrong += [f"- {line}", f"+ ignored {judgement.ignored}"]
        elif word == "remark":
            fitting = next((message for message in remarks if rest in message), None)
            if fitting is None:
                wrong.append(f"- {line}")
            else:
                remarks.remove(fitting)
        elif word == "not-applied":
            if rest in not_applied:
                not_applied.remove(rest)
            else:
                wrong.append(f"- {line}")
        elif word != "error":
            finding = found.pop(word, None)
            if finding is None:
                wrong.append(f"- {line}")
            else:
                wrong += _details(line, rest, finding)
    wrong += [f"+ {finding.id} {finding.status}{_described(finding)}" for finding in found.values()]
    counted = Counter(finding.status for finding in judgement.findings if finding.status is not Status.KEPT)
    told = {status: getattr(judgement.summary, status) for status in Status if status is not Status.KEPT}
    wrong += [f"+ summary: {told[one]} {one}, of which {counted[one]} are listed" for one in told if told[one] != counted[one]]
    wrong += [f"+ remark {message}" for message in remarks]
    return wrong + [f"+ not-applied {label}" for label in not_applied]


def _not_applied(judgement: Judgement) -> list[str]:
    answer = judgement_json(judgement)
    # What is written by templates is the very text that the plain writer gives.
    plain = [json.dumps(finding_json(finding, judgement.zone), ensure_ascii=False) for finding in judgement.findings]
    assert ",\n  ".join(plain) in answer
    refused = json.loads(answer)["not_applied"]
    labels = [one["clause"] if one["sentence"] == 1 else f"{one['clause']}.{one['sentence']}" for one in refused]
    return [label if "from" not in one else f"{label} from {one['from']}" for label, one in zip(labels, refused, strict=True)]


def _details(line: str, rest: str, finding: Finding) -> list[str]:
    status, *details = re.split(r"; ?", rest)
    wrong: list[str] = []
    if status.strip() != finding.status:
        wrong += [f"- {line}", f"+ {finding.id} {finding.status}{_described(finding)}"]
    facts = _facts(finding)
    for detail in details:
        read = _DETAIL.fullmatch(detail.strip())
        if read is None:
            raise ValueError(f"{detail!r} is nothing that a case can say of a finding")
        key, value = (read[1], read[2]) if read[1] else (read[0], "yes")
        if facts[key] != value:
            wrong += [f"- {finding.id}: {key} {value}", f"+ {finding.id}: {key} {facts[key]}"]
    return wrong


def _facts(finding: Finding) -> dict[str, str]:
    return {
        "who": ", ".join(finding.who) or "nobody",
        "with": ", ".join(finding.with_) or "nobody",
        "missing": ", ".join(finding.missing) or "nothing",
        "fulfilled": _moment(finding.fulfilled_at),
        "measured": str(finding.measured),
        "limit": str(finding.limit),
        "unit": finding.unit or "none",
        "due": "no date" if finding.due_date is None else date.fromordinal(finding.due_date).isoformat(),
        "entries": ", ".join(entry.id or entry.type for entry in finding.entries) or "none",
        "repaired": "yes" if finding.repaired else "no",
        "disputed": "yes" if finding.disputed else "no",
    }


def _moment(instant: int | None) -> str:
    return "never" if instant is None else datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%MZ")


def _described(finding: Finding) -> str:
    label = finding.sentence.label if isinstance(finding.sentence, Sentence) else finding.sentence.name
    facts = _facts(finding)
    asked = "" if finding.asked is None else "forbidden" if finding.asked.forbidden else "unasked" if finding.missing else ""
    return f"  ({label}; who {facts['who']}; missing {facts['missing']}; entries {facts['entries']}; {finding.answers or asked})"
