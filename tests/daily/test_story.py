"""The story of a finding: the moments it names add up to what the checker measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.day.why import Mark, about, find, silences, story_of
from pactlang.day.why_text import why_json, why_text
from pactlang.inputs import agreements_of, check_files, load, load_text, moment_of, read_logs, zone_of_all
from pactlang.model.agreement import AtFilter, WithFilter

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = EXAMPLES / "first"
ALL = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file() and list(folder.glob("*.pactlog")))


def judged(folder: Path):  # type: ignore[no-untyped-def]
    files = [str(file) for file in (*agreements_of(folder), *sorted(folder.glob("*.pactlog")))]
    return check_files(files, as_of=(folder / "as-of").read_text().strip(), keep_all=True).judgement


def test_a_late_answer_adds_up() -> None:
    judgement = judged(FIRST)
    finding = find("tell@2026-09-20", judgement)
    story = story_of(finding, judgement)
    marks = [moment.mark for moment in story.moments]
    assert marks == [Mark.SUBJECT, Mark.END, Mark.BOUND, Mark.ENTRY]
    ended, bound, answered = (moment.at for moment in story.moments[1:])
    assert (bound - ended, answered - ended) == (24 * 3600, finding.measured)
    text = why_text(story, judgement.zone)
    assert "│ 24 h" in text
    assert "> Hearing it late hurt more than hearing it." in text
    assert "“Two and a half hours late, I know." in text
    assert story.waivers == ()  # it was let go already


def test_what_follows_and_who_may_let_go() -> None:
    judgement = judged(FIRST)
    story = story_of(find("late-nights@2026-09-25", judgement), judgement)
    assert [moment.number for moment in story.moments if moment.entry is not None] == [1, 2]
    assert [entry.by for entry in story.waivers] == [("Ben",)]
    assert [one.id for one in story.follows] == ["repair@2026-09-28"]
    assert "Ben may let it go:\n  2026-10-05 12:00  waive late-nights@2026-09-25 by Ben\n" in why_text(story, judgement.zone)


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_every_finding_has_a_story(folder: Path) -> None:
    judgement = judged(folder)
    assert judgement.findings
    for finding in judgement.findings:
        story = story_of(finding, judgement)
        assert finding.id in why_text(story, judgement.zone)
        assert [moment.at for moment in story.moments] == sorted(moment.at for moment in story.moments)
        if finding.status is Status.DUE:
            assert any(moment.mark is Mark.NOW for moment in story.moments)
        if (
            finding.form is FormName.RESPONSE
            and finding.status is Status.BREACH
            and finding.fulfilled_at is not None
            and finding.due_date is None
        ):
            bound = next(moment.at for moment in story.moments if moment.mark is Mark.BOUND)
            assert finding.fulfilled_at > bound
    assert why_json([story_of(finding, judgement) for finding in judgement.findings], [], judgement.zone)


@pytest.mark.parametrize(
    ("clause", "entry", "because"),
    [
        ("late-nights", "e2", "the entry is not"),
        ("review", "e1", "it is about reviews, but the entry is encounter"),
        ("home-is-ours", "e1", "the entry is not"),
    ],
)
def test_why_not(clause: str, entry: str, because: str) -> None:
    judgement = judged(FIRST)
    agreement = load(FIRST / "us.pact")
    entries, _ = read_logs([FIRST / "log.pactlog"], [agreement])
    assert about(clause, entry, judgement) == []
    found = silences(clause, next(one for one in entries if one.id == entry), [agreement], judgement.zone, judgement)
    assert found[0].because == because


THREE = """pact "Ana, Ben and Cleo"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin
    signed by Ana on 2025-12-30
    signed by Ben on 2025-12-30
    signed by Cleo on 2025-12-30

use relationships
state at-risk
    starts with conflict
    ends with test
"""


def lives(sentences: str, log: str, as_of: str):  # type: ignore[no-untyped-def]
    agreement = load_text(THREE + sentences)
    entries, faults = read_logs([Path("us.pactlog")], [agreement], lambda _: log.encode())
    assert not faults
    zone = zone_of_all([agreement])
    return agreement, entries, judge([agreement], entries, moment_of(as_of, zone), zone, keep_all=True)


CHECK_IN = "check-in s\n    check-in by everyone every month on day 5\n    only from 2026-03-01 until 2026-03-31\n"


def test_where_all_owed_it_each_has_a_line_of_their_own() -> None:
    _, _, judgement = lives(CHECK_IN, "2026-03-01 20:00  date-night by Ana\n", "2026-03-17T12:00")
    text = why_text(story_of(find("s@2026-03-05", judgement), judgement), judgement.zone)
    assert text.endswith(
        "Ana, Ben and Cleo may let it go, each on a line of their own:\n"
        "  2026-03-17 12:00  waive s@2026-03-05 by Ana\n"
        "  2026-03-17 12:00  waive s@2026-03-05 by Ben\n"
        "  2026-03-17 12:00  waive s@2026-03-05 by Cleo\n"
    )
    # Ben has; a line by two of them counts for neither.
    log = "2026-03-06 20:00  waive s@2026-03-05 by Ben\n2026-03-07 20:00  waive s@2026-03-05 by Ana and Cleo\n"
    _, _, judgement = lives(CHECK_IN, log, "2026-03-17T12:00")
    assert [entry.by for entry in story_of(find("s@2026-03-05", judgement), judgement).waivers] == [("Ana",), ("Cleo",)]


def test_the_others_may_share_one_line() -> None:
    cap = "cap evenings\n    at most 0 encounters per month\n"
    _, _, judgement = lives(cap, "2026-03-02 20:00  encounter by Ana with dana\n", "2026-03-17T12:00")
    text = why_text(story_of(find("evenings@2026-03-02", judgement), judgement), judgement.zone)
    assert "Ben and Cleo may let it go together:\n  2026-03-17 12:00  waive evenings@2026-03-02 by Ben and Cleo\n" in text


TABLE = """matrix comfort for encounter
    activity     Ana    Ben    Cleo
    dinner       yes    yes    yes
"""
RISKY = "boundary b\n    no encounter while at-risk at home\n"
NEW = "boundary b\n    no encounter with someone new at home\n"


@pytest.mark.parametrize(
    ("sentences", "clause", "because", "part"),
    [
        (TABLE, "comfort", "there is no row sauna in the table, so talk about it", type(None)),
        # The state that the conflict began is known: what is otherwise is the place. And dana is not new on the 3rd.
        (RISKY, "b", "the entry is not", AtFilter),
        (NEW, "b", "the entry is not", WithFilter),
        (
            "cap c\n    at most 1 encounter per month\n    only until 2026-02-28\n",
            "c",
            "a line under it (`only …` or `except …`) leaves that time out",
            type(None),
        ),
    ],
)
def test_why_a_clause_says_nothing(sentences: str, clause: str, because: str, part: type) -> None:
    log = (
        "2026-03-01 20:00  encounter by Ana with dana\n2026-03-01 21:00  conflict by Ana and Ben\n2026-03-02 20:00  consent by Ben\n"
        "2026-03-03 20:00  encounter by Ana with dana at cafe, tagged sauna, as e2\n"
    )
    agreement, entries, judgement = lives(sentences, log, "2026-03-17T12:00")
    entry = next(one for one in entries if one.id == "e2")
    assert about(clause, "e2", judgement) == []
    (found,) = silences(clause, entry, [agreement], judgement.zone, judgement)
    assert found.because == because
    assert isinstance(found.part, part)


def test_why_nothing_is_said_outside_of_the_agreement() -> None:
    log = "2025-12-01 20:00  encounter by Ana with dana, as e1\n"
    agreement, entries, judgement = lives(TABLE, log, "2026-03-17T12:00")
    (found,) = silences("comfort", entries[0], [agreement], judgement.zone, judgement)
    assert found.because == "no text of the agreement was in force then"
