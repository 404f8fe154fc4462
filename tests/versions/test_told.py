"""`pact history`: what it tells of each version, in each form."""

from __future__ import annotations

import json

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
    assert first["signed"] == [{"party": "Ana", "on": "2025-12-30", "digest": None}, {"party": "Ben", "on": "2025-12-30", "digest": None}]
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


def test_many_things_to_tell_are_counted(repository: Repository) -> None:
    for day in range(1, 10):
        repository.commit(f"2026-01-{day:02}", us_pact=f"pact pact{day}\n")
    repository.commit("2026-01-10", us_pact=text(4))
    answer = repository.run("history", "us.pact")
    assert answer.err.startswith("pact: 3 more things about earlier commits are not listed here\npact: ")
    assert answer.err.count("\n") == 7


def test_a_text_that_was_signed_late_begins_after_that_and_never_by_a_commit(repository: Repository) -> None:
    """The same day as `verify` and `check` say: the day after the last signature, whether the text names a first date or not."""
    repository.commit("2026-01-10", "First", us_pact=text(4, "2026-01-01", "2026-01-12"))
    repository.commit("2026-03-20", "Second", us_pact=text(2, "", "2026-02-03"))
    versions = json.loads(told(repository, "--format", "json"))["versions"]
    assert [one["start"] for one in versions] == ["2026-01-13", "2026-02-04"]
    assert "In force from 4 February 2026." in repository.run("verify", "us.pact").out
