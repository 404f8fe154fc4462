"""Repair plans: what was agreed comes first and dated, what is done shows, and no word blames."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactlang.checker.engine import judge
from pactlang.day.plan import Phase, Plan
from pactlang.day.repair import needs_repair, newest_broken, plan_of
from pactlang.day.repair_text import repair_json, repair_log, repair_markdown, repair_text
from pactlang.inputs import agreements_of, check_files, load_text, moment_of, read_logs, zone_of_all
from pactlang.log.read import read_log

EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file() and list(folder.glob("*.pactlog")))
BLAME = re.compile(r"\b(guilty|fault|failed|cheat|betray|should have|always|never again|punish(?!ment))\w*", re.I)


def plans(folder: Path, as_of: str = "") -> list[Plan]:
    files = [str(file) for file in (*agreements_of(folder), *sorted(folder.glob("*.pactlog")))]
    judgement = check_files(files, as_of=as_of or (folder / "as-of").read_text().strip(), keep_all=True).judgement
    today = judgement.zone.date_of(judgement.as_of)
    return [plan_of(finding, judgement, today) for finding in judgement.findings if needs_repair(finding)]


def late_nights(as_of: str) -> Plan:
    return next(plan for plan in plans(EXAMPLES / "first", as_of) if plan.finding.id == "late-nights@2026-09-25")


def test_what_was_agreed_comes_with_its_dates() -> None:
    steps = late_nights("2026-09-26T10:00").steps
    assert [step.number for step in steps] == list(range(1, 10))
    assert [step.phase for step in steps] == sorted((step.phase for step in steps), key=list(Phase).index)
    agreed = {action.agreed.label: action.by for step in steps for action in step.actions if action.agreed is not None}
    day = 739884  # 25 September 2026
    assert agreed == {"repair": day + 3, "repair.2": day + 14, "repair.3": None}
    assert not any(step.done for step in steps)


def test_what_is_done_shows_as_done() -> None:
    steps = late_nights("2026-10-05T12:00").steps
    assert [step.number for step in steps if step.done] == [2]
    assert "Done: debrief by Ana and Ben, 27 September 2026." in " ".join(repair_text(late_nights("2026-10-05T12:00"), _zone()).split())


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_every_plan_can_be_written_and_blames_nobody(folder: Path) -> None:
    for plan in plans(folder):
        own = f"“{plan.finding.sentence.words}”" if hasattr(plan.finding.sentence, "words") else ""
        for words in (repair_text(plan, _zone()), repair_markdown(plan, _zone()), repair_json(plan, _zone())):
            assert BLAME.search(words.replace(own, "")) is None
        log = repair_log(plan)
        assert read_log(log, "x.pactlog").entries == []
        once_done = re.sub(r"^# (\d)", r"\1", log, flags=re.M).replace("NAME", plan.agreement.parties[0])
        assert read_log(once_done, "x.pactlog").diagnostics == []
        markdown = repair_markdown(plan, _zone())
        assert all(f"## Impact sheet of {party}" in markdown for party in plan.agreement.parties)


TWO = """pact "Ana and Ben"
    between Ana and Ben
    in force from {first}
    time zone Europe/Berlin
    signed by Ana on {first}
    signed by Ben on {first}

use relationships

"""
OLD = (
    "disclosure tell\n    after each encounter, disclosure by the same party within 24 hours\n"
    "repair\n    after each breach, debrief by everyone within 3 days\n"
)
NEW = OLD.replace("24 hours", "1 hour").replace("3 days", "10 days")


def judged(texts: list[tuple[str, str]], log: str, as_of: str):  # type: ignore[no-untyped-def]
    agreements = [load_text(TWO.format(first=first) + text) for first, text in texts]
    entries, faults = read_logs([Path("us.pactlog")], agreements, lambda _: log.encode())
    assert not faults
    zone = zone_of_all(agreements)
    return judge(agreements, entries, moment_of(as_of, zone), zone, keep_all=True)


def plan(texts: list[tuple[str, str]], log: str, as_of: str) -> Plan:
    judgement = judged(texts, log, as_of)
    newest = newest_broken(judgement)
    assert newest is not None
    return plan_of(newest, judgement, judgement.zone.date_of(judgement.as_of))


def test_the_sentence_and_the_date_are_those_in_force_at_the_breach() -> None:
    # Due on 15 March at 20:00 under the first text; by then the second one is in force, which asks for a debrief within 10 days.
    log = (
        "2026-03-14 20:00  encounter by Ana with dana, as e1\n2026-03-16 20:00  encounter by Ana with dana, as e2\n"
        "2026-03-16 21:00  disclosure by Ana about e2\n"
    )
    found = plan([("2026-01-01", OLD), ("2026-03-15", NEW)], log, "2026-03-17T12:00")
    text = repair_text(found, _zone())
    assert found.finding.id == "tell@2026-03-15"
    assert "“after each encounter, disclosure by the same party within 24 hours”" in text
    assert "“after each breach, debrief by everyone within 10 days”. By Wednesday 25 March 2026." in text
    # A day earlier the first text was still in force at the breach.
    found = plan([("2026-01-01", OLD), ("2026-03-16", NEW)], log.splitlines()[0] + "\n", "2026-03-17T12:00")
    assert "“after each breach, debrief by everyone within 3 days”. By Wednesday 18 March 2026." in repair_text(found, _zone())


EVENINGS = [
    f"2026-0{month}-{day} 20:00  encounter by Ana with dana, as e{month}{day}\n" for month, day in ((1, "10"), (2, "10"), (3, "10"))
]


def test_the_newest_that_stands_is_taken() -> None:
    texts = [("2026-01-01", OLD)]
    log = "".join(EVENINGS[:2])
    assert plan(texts, log, "2026-02-12T12:00").finding.id == "tell@2026-02-11"
    # Let go: the one before. Its missing debrief is part of its plan, and no breach to repair by itself.
    waived = log + "2026-02-12 10:00  waive tell@2026-02-11 by Ben\n"
    assert plan(texts, waived, "2026-02-20T12:00").finding.id == "tell@2026-01-11"
    waived += "2026-02-12 10:00  waive tell@2026-01-11 by Ben\n"
    assert newest_broken(judged(texts, waived, "2026-02-20T12:00")) is None


def test_repeats_are_counted_and_help_moves_up() -> None:
    texts = [("2026-01-01", OLD)]
    said = []
    for number in (1, 2, 3):
        found = plan(texts, "".join(EVENINGS[:number]), f"2026-0{number}-20T12:00")
        step = next(step for step in found.steps if step.title == "Ask for help from outside")
        said.append((found.times, step.number, step.phase, step.actions[0].words))
        assert [step.number for step in found.steps] == list(range(1, 10))
    assert said == [
        (1, 9, Phase.REBUILD, "If it happens again, or one of you does not feel safe: ask someone for help."),
        (2, 9, Phase.REBUILD, "It has happened twice within half a year: ask someone for help while it is still easy to ask."),
        (3, 4, Phase.STEADY, "It has happened 3 times within half a year: ask someone for help now, before you decide."),
    ]


def done(found: Plan) -> list[str]:
    return [f"{step.title}: {action.done.how}" for step in found.steps for action in step.actions if action.done is not None]


def test_done_is_what_the_log_shows_and_how() -> None:
    texts = [("2026-01-01", OLD)]
    log = EVENINGS[0]
    # An aftercare before the breach (11 January, 20:00) and one about another evening show nothing; half a reflection does not either.
    before = "2026-01-11 10:00  aftercare by Ana and Ben\n2026-01-12 10:00  reflection by Ana\n"
    assert done(plan(texts, log + before, "2026-01-20T12:00")) == []
    apology = log + "2026-01-12 10:00  apology by Ana\n"
    found = plan(texts, apology, "2026-01-20T12:00")
    # An apology says whose doing it was, too.
    assert done(found) == ["Aftercare: apology", "Aftercare: apology"]
    assert [step.number for step in found.steps if step.done] == []
    assert "An apology, in writing: the sheet helps. Done: apology by Ana, 12 January 2026." in repair_text(found, _zone())
    both = apology + "2026-01-13 10:00  aftercare by Ana and Ben\n" + before
    found = plan(texts, both, "2026-01-20T12:00")
    assert [step.title for step in found.steps if step.done] == ["Aftercare"]
    more = both + (
        "2026-01-14 10:00  reflection by Ben\n2026-01-15 10:00  review by Ana and Ben\n2026-01-16 10:00  gratitude by Ana\n"
        "2026-01-17 10:00  gratitude by Ben\n2026-01-18 10:00  pause by Ben until 2026-01-19\n"
    )
    found = plan(texts, more, "2026-01-20T12:00")
    assert [step.number for step in found.steps if step.done] == [1, 3, 4, 5, 6, 7]


def test_saying_what_was_ones_own_and_the_impact_on_each_are_shown_by_the_log() -> None:
    texts = [("2026-01-01", OLD)]
    log = EVENINGS[0] + "2026-01-12  own tell@2026-01-11 by Ana\n2026-01-12  impact by Ben about tell@2026-01-11\n"
    assert done(plan(texts, log, "2026-01-20T12:00")) == ["Aftercare: acknowledgement"]
    # Both told it, one of them on a sheet of another name; what is about something else shows nothing.
    other = "2026-01-13  impact by Ana about tell@2026-01-10\n"
    assert done(plan(texts, log + other, "2026-01-20T12:00")) == ["Aftercare: acknowledgement"]
    found = plan(texts, log + "2026-01-13  reflection by Ana\n", "2026-01-20T12:00")
    assert done(found) == ["Name the impact: impact and reflection", "Aftercare: acknowledgement"]
    offered = repair_log(plan(texts, EVENINGS[0], "2026-01-20T12:00"))
    assert "# 2026-01-25  impact by Ana about tell@2026-01-11\n" in offered
    assert "# 2026-01-27  own tell@2026-01-11 by Ana\n# 2026-01-27  apology by NAME about tell@2026-01-11\n" in offered


def test_a_new_text_shows_that_something_was_decided() -> None:
    found = plan([("2026-01-01", OLD), ("2026-01-18", NEW)], EVENINGS[0], "2026-01-20T12:00")
    assert done(found) == [
        "Decide whether the words still fit: the text that you signed",
        "Put safeguards where it slipped: the text that you signed",
    ]


def test_what_is_late_is_said_to_be_open() -> None:
    found = plan([("2026-01-01", OLD)], EVENINGS[0], "2026-01-20T12:00")
    assert "It was due by Wednesday 14 January 2026 and is still open." in " ".join(repair_text(found, _zone()).split())


def _zone():  # type: ignore[no-untyped-def]
    from pactlang.model.calendar import load_zone

    return load_zone("Europe/Berlin")
