"""`pact history`: what it tells of each version, in each form."""

from __future__ import annotations

import json

import pytest

from .repository import Repository
from .texts import text


def told(repository: Repository, *more: str) -> str:
    answer = repository.run("history", *more, "us.pact")
    assert answer.code == 0, answer.err
    return answer.out


def test_one_object_for_each_version(repository: Repository) -> None:
    repository.commit("2026-01-10", "First", us_pact=text(4, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", "Second\n\nWe had no weekend left.", us_pact=text(2, "2026-05-01", extra="    > No weekend left."))
    first, second = json.loads(told(repository, "--format", "json"))["versions"]
    assert [first[name] for name in ("start", "until", "unsigned", "changes", "reasons")] == ["2026-01-01", None, [], [], []]
    assert first["signed"] == [{"party": party, "on": "2025-12-30", "digest": first["digest"]} for party in ("Ana", "Ben")]
    assert (first["in_force"], first["draft"], second["in_force"], second["draft"]) == (True, False, False, True)
    assert (second["start"], second["unsigned"]) == ("2026-05-01", ["Ana", "Ben"])
    assert second["changes"][0]["clause"] == "evenings"
    assert second["changes"][0]["removed"] == ["at most 4 encounters per month"]
    assert second["changes"][0]["direction"] == "tighter"
    assert second["reasons"] == [{"clause": "evenings", "reason": "No weekend left."}]
    assert [(one["subject"], one["body"], one["author"]) for one in second["commits"]] == [("Second", "We had no weekend left.", "Ana")]


def test_what_changed_in_an_example_is_told(repository: Repository) -> None:
    example = '\nexample "one"\n    2026-06-01  encounter by Ana with dana\n    expect kept\n'
    repository.commit("2026-01-10", "First", us_pact=text(4, "2026-01-01", "2025-12-30") + example)
    repository.commit("2026-04-20", "Second", us_pact=text(4, "2026-05-01") + example.replace("kept", "broken evenings"))
    (change,) = json.loads(told(repository, "--format", "json"))["versions"][1]["changes"]
    assert (change["clause"], change["direction"]) == ('example "one"', None)
    assert (change["removed"], change["added"]) == (["expect kept"], ["expect broken evenings"])


def test_a_signature_of_its_own_commit_makes_no_version_of_its_own(repository: Repository) -> None:
    repository.commit("2026-01-10", "Draft", us_pact=text(4))
    repository.commit("2026-01-12", "Signed", us_pact=text(4, signed="2026-01-12"))
    (only,) = json.loads(told(repository, "--format", "json"))["versions"]
    assert only["unsigned"] == []
    assert [one["subject"] for one in only["commits"]] == ["Draft", "Signed"]


def test_what_is_not_committed_is_marked(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(4, "2026-01-01", "2025-12-30"))
    repository.write("us.pact", text(3, "2026-05-01"))
    assert "A draft: not signed by Ana and Ben (not committed yet)\n" in told(repository)


def test_a_commit_message_cannot_play_tricks(repository: Repository) -> None:
    repository.commit("2026-01-10", "<script> \x1b[2J # [x](y)\n\n=====\n\u202eabc\n1. *b*", us_pact=text(4))
    assert "<script> \\x1b[2J # [x](y)\n    =====\n    \\u202eabc\n    1. *b*\n" in told(repository)
    page = told(repository, "--format", "markdown")
    assert "\\<script\\> \\\\x1b\\[2J \\# \\[x\\](y)\n  \\=====\n  \\\\u202eabc\n  1\\. \\*b\\*\n" in page


def test_a_call_that_names_no_agreement(repository: Repository) -> None:
    repository.write("us.pactlog", "")
    answer = repository.run("history", "us.pactlog")
    assert (answer.code, answer.out) == (2, "")


def test_texts_that_cannot_be_read_are_told_with_what_came_of_them(repository: Repository) -> None:
    for day in range(1, 4):
        repository.commit(f"2026-01-{day:02}", f"Try {day}", us_pact=f"pact pact{day}\n")
    repository.commit("2026-01-10", "It reads", us_pact=text(4))
    (only,) = json.loads(told(repository, "--format", "json"))["versions"]
    assert [one["subject"] for one in only["commits"]] == ["Try 1", "Try 2", "Try 3", "It reads"]


def test_a_text_that_was_signed_late_begins_after_that_and_never_by_a_commit(repository: Repository) -> None:
    """The same day as `verify` and `check` say: the day after the last signature, whether the text names a first date or not."""
    repository.commit("2026-01-10", "First", us_pact=text(4, "2026-01-01", "2026-01-12"))
    repository.commit("2026-03-20", "Second", us_pact=text(2, "", "2026-02-03"))
    versions = json.loads(told(repository, "--format", "json"))["versions"]
    assert [one["start"] for one in versions] == ["2026-01-13", "2026-02-04"]
    assert "In force from 4 February 2026." in repository.run("verify", "us.pact").out


def test_the_days_are_those_that_check_counts_with(repository: Repository) -> None:
    """A text ends where another takes over (4 February), and where somebody left (8 March); one that never judged has no days."""
    repository.write("us.pactlog", "2026-03-08 20:00  leave by Ben\n")
    repository.commit("2026-01-10", "First", us_pact=text(4, "2026-01-01", "2025-12-30"))
    repository.commit("2026-01-11", "Dropped", us_pact=text(9, "2026-02-04", "2026-01-05"))
    repository.commit("2026-02-03", "Second", us_pact=text(2, "2026-02-04", "2026-02-03"))
    repository.commit("2026-03-20", "A draft", us_pact=text(1))
    versions = json.loads(told(repository, "--format", "json"))["versions"]
    assert [(one["start"], one["until"], one["in_force"], one["draft"]) for one in versions] == [
        ("2026-01-01", "2026-02-03", True, False),
        (None, None, False, False),
        ("2026-02-04", "2026-03-08", True, False),
        (None, None, False, True),
    ]
    assert [[commit["subject"] for commit in one["commits"]] for one in versions] == [["First"], ["Dropped"], ["Second"], ["A draft"]]
    lines = told(repository).splitlines()
    assert [line for line in lines if line.startswith(("From", "Never", "A draft"))] == [
        "From Thursday 1 January 2026 until Tuesday 3 February 2026",
        "Never in force",
        "From Wednesday 4 February 2026 until Sunday 8 March 2026",
        "A draft",
    ]
    assert "This agreement ended on 8 March 2026 when Ben left." in repository.run("check", "--as-of", "2026-04-01").out


def test_a_text_agreed_on_again_is_told_with_its_second_time(repository: Repository) -> None:
    for place, on in enumerate(("2026-01-05", "2026-02-05", "2026-03-05")):
        repository.commit(on, f"Number {place}", us_pact=text(4 if place % 2 == 0 else 2, "", on))
    versions = json.loads(told(repository, "--format", "json"))["versions"]
    assert [(one["start"], one["until"], [commit["subject"] for commit in one["commits"]]) for one in versions] == [
        ("2026-01-06", "2026-02-05", ["Number 0"]),
        ("2026-02-06", "2026-03-05", ["Number 1"]),
        ("2026-03-06", None, ["Number 2"]),
    ]
    assert [one["changes"][0]["added"] for one in versions[1:]] == [["at most 2 encounters per month"], ["at most 4 encounters per month"]]


def test_a_draft_names_the_day_that_it_would_begin_on(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(4, "2026-05-01"))
    assert "\nA draft: once all have signed, from Friday 1 May 2026\n" in told(repository)


@pytest.mark.parametrize(
    ("committed", "said"),
    [
        ("other_pact", "us.pact has not been committed yet, so it has no history; start one with 'git commit'"),
        ("", "us.pact has not been committed yet, or is not in a git repository, so it has no history; start one with 'git commit'"),
    ],
)
def test_where_there_is_no_history(repository: Repository, committed: str, said: str) -> None:
    if committed:
        repository.commit("2026-01-10", **{committed: text()})
    else:
        (repository.path / ".git").rename(repository.path.with_name("elsewhere"))
    repository.write("us.pact", text())
    answer = repository.run("history", "us.pact")
    assert (answer.code, answer.out, answer.err) == (2, "", f"pact: {said}\n")


def test_an_offer_that_was_taken_back_is_not_said_to_lack_a_name(repository: Repository) -> None:
    """Both have signed it, but Ana went back to the text in force before Ben agreed."""
    repository.commit("2026-01-10", "First", us_pact=text(4, "2026-01-01", "2025-12-30"))
    offer = text(2, "2026-05-01", "2026-04-05").replace("Ana on 2026-04-05", "Ana on 2026-04-02")
    repository.commit("2026-04-02", "Offer", us_pact=offer.replace("    signed by Ben on 2026-04-05\n", ""))
    repository.commit("2026-04-03", "Back", us_pact=text(4, "2026-01-01", "2025-12-30").replace("Ana on 2025-12-30", "Ana on 2026-04-03"))
    repository.write("us.pact", offer)
    repository.write("us.pactlog", "")
    answer = repository.run("check", "--as-of=2026-06-01")
    told_of = "us.pact is a draft: someone who must agree has signed another text since, or not this one, so nothing is judged by it."
    assert answer.out.count(told_of) == 1
    story = repository.run("history", "us.pact").out
    assert "A draft: once all who must agree have signed, from Friday 1 May 2026" in story
    assert "; someone who must agree has signed another text since, or not this one\n" in story
