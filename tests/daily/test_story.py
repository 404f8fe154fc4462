"""The story of a finding: the moments it names add up to what the checker measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.check.finding import FormName, Status
from pactlang.daily.story import Mark, about, find, silences, story_of
from pactlang.render.why import why_json, why_text
from pactlang.workspace import agreements_of, check_files, load, read_logs

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
    assert story.letting_go == ()  # it was let go already


def test_what_follows_and_who_may_let_go() -> None:
    judgement = judged(FIRST)
    story = story_of(find("late-nights@2026-09-25", judgement), judgement)
    assert [moment.number for moment in story.moments if moment.entry is not None] == [1, 2]
    assert story.letting_go == ("Ben",)
    assert [one.id for one in story.follows] == ["repair@2026-09-28"]
    assert "Ben may let it go: waive late-nights@2026-09-25 by Ben" in why_text(story, judgement.zone)


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
        ("review", "e1", "it speaks of reviews, and the entry is encounter"),
        ("home-is-ours", "e1", "the entry is not"),
    ],
)
def test_why_not(clause: str, entry: str, because: str) -> None:
    judgement = judged(FIRST)
    agreement = load(FIRST / "us.pact")
    entries, _ = read_logs([FIRST / "log.pactlog"], [agreement])
    assert about(clause, entry, judgement) == []
    found = silences(clause, next(one for one in entries if one.id == entry), [agreement], judgement.as_of, judgement.zone)
    assert found[0].because == because
