"""What 0.1.0 judged is judged the same today, or the CHANGELOG says so; waivers written then still let go."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from pactlang.checker.finding import Status
from pactlang.inputs import check_files
from tests.cases.by_hand import Case, difference, read_cases

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = [case for path in sorted((HERE / "judged").glob("*.cases")) for case in read_cases(path)]
_ALIKE = ("+ remark ", "+ summary: ")


@cache
def told() -> dict[str, tuple[list[str], list[str]]]:
    """For each case that is judged differently: the titles in the CHANGELOG, and the lines that differ."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for block in re.split(r"^=== ", (HERE / "differences.txt").read_text(encoding="utf-8"), flags=re.M)[1:]:
        name, *lines = block.rstrip().splitlines()
        titles = [line.removeprefix("because: ") for line in lines if line.startswith("because: ")]
        found[name] = titles, [line for line in lines if line.startswith(("-", "+"))]
    return found


def name_of(case: Case) -> str:
    return f"{case.file}: {case.name}"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_it_is_judged_as_it_was_or_the_change_is_told(case: Case, tmp_path: Path) -> None:
    now = [line.split("  (")[0].rstrip() for line in difference(case, tmp_path) if not line.startswith(_ALIKE)]
    assert now == told().get(name_of(case), ([], []))[1]


def test_each_change_has_its_words_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    judged = changelog.split("### Judged differently")[1].split("\n### ")[0]
    titles = set(re.findall(r"^- \*\*(.*?)\*\*", judged, re.M))
    for name, (because, lines) in told().items():
        assert name in map(name_of, CASES)
        assert lines
        assert because
        assert [title for title in because if title not in titles] == [], name


BROKEN = [case for case in CASES if case.file != "examples" and any(re.match(r"\S+ breach\b", line) for line in case.expected)]


@pytest.mark.parametrize("case", BROKEN[::4], ids=name_of)
def test_a_waiver_of_an_id_of_then_still_lets_go(case: Case, tmp_path: Path) -> None:
    """All parties let each breach go, as late as can be: none is open after that. What followed from one is not even asked for."""
    files = case.written(tmp_path)
    judgement = check_files(files, as_of=case.settings["as of"]).judgement
    before = {one.id for one in judgement.findings if one.status is Status.BREACH}
    ids = [line.split()[0] for line in case.expected if re.match(r"\S+ breach\b", line) and line.split()[0] in before]
    when = judgement.zone.show(judgement.as_of)[:16].replace("T", " ")
    with Path(files[-1]).open("a", encoding="utf-8") as log:
        log.writelines(f"{when}  waive {name} by {party}\n" for name in ids for party in judgement.agreement.parties)
    after = {one.id: one.status for one in check_files(files, as_of=case.settings["as of"]).judgement.findings}
    assert [name for name in ids if after.get(name) is Status.BREACH] == []
    assert not ids or Status.WAIVED in [after.get(name) for name in ids]
