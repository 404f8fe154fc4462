"""`pact verify` names the dates that `check` counts with, and takes no signature for words that it was not given to."""

from __future__ import annotations

import json

import pytest

from pactlang.lsp.remarks import faults
from pactlang.lsp.study import Desk
from pactlang.lsp.texts import Texts

from .repository import Repository
from .texts import text


def verified(repository: Repository) -> tuple[int, str, tuple[str | None, str | None]]:
    answer = repository.run("verify", "us.pact")
    document = json.loads(repository.run("verify", "--format", "json", "us.pact").out)["in_force"]
    return answer.code, answer.out.splitlines()[-1].partition(". ")[2], (document["from"], document["until"])


@pytest.fixture
def reverted(repository: Repository) -> Repository:
    """The first text lies in the folder again; the second took over on 1 May."""
    repository.commit("2026-01-01", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01", "2026-04-20"))
    repository.commit("2026-04-25", us_pact=text(2, "2026-01-01", "2025-12-30"))
    return repository


def test_a_text_that_another_replaced_was_in_force_until_then(reverted: Repository) -> None:
    assert verified(reverted) == (0, "In force from 1 January 2026 until 30 April 2026.", ("2026-01-01", "2026-04-30"))


def test_a_text_ends_where_somebody_left(reverted: Repository) -> None:
    reverted.write("us.pactlog", "2026-06-08 20:00  leave by Ben\n")
    reverted.write("us.pact", text(9, "2026-05-01", "2026-04-20"))
    assert verified(reverted) == (0, "In force from 1 May 2026 until 8 June 2026.", ("2026-05-01", "2026-06-08"))
    reverted.write("us.pactlog", "2026-04-28 20:00  leave by Ben\n")
    never = "It is never in force: a later signature, its own last date or someone leaving came first."
    assert verified(reverted) == (0, never, (None, None))


def test_a_signature_without_a_digest_under_words_that_were_changed_is_for_the_earlier_ones(reverted: Repository) -> None:
    reverted.write("us.pact", text(3, "2026-01-01", "2025-12-30"))
    answer = reverted.run("verify", "us.pact")
    assert answer.code == 1
    assert answer.out.count("signed an earlier text on 30 December 2025") == 2


# --- texts that cannot be asked for ------------------------------------------------------------------------------------


def without_git(repository: Repository) -> str:
    folder = repository.path / "bin"
    folder.mkdir()
    return str(folder)


@pytest.mark.parametrize("call", [("verify", "us.pact"), ("sign", "us.pact", "--as", "Ana", "--on", "2026-05-02")])
def test_without_git_nothing_is_said_as_if_there_were_no_earlier_text(reverted: Repository, call: tuple[str, ...]) -> None:
    before, path = (reverted.path / "us.pact").read_bytes(), without_git(reverted)
    answer = reverted.run(*call, PATH=path)
    assert (answer.code, answer.out) == (2, "")
    assert "is not installed or was not found. Use --this-text" in answer.err
    assert (reverted.path / "us.pact").read_bytes() == before
    assert reverted.run(*call, "--this-text", PATH=path).code == 0


def test_history_offers_no_option_that_it_does_not_have(reverted: Repository) -> None:
    answer = reverted.run("history", "us.pact", PATH=without_git(reverted))
    assert (answer.code, answer.out) == (2, "")
    assert "--this-text" not in answer.err


def test_lint_says_that_no_earlier_text_was_looked_at(reverted: Repository) -> None:
    answer = reverted.run("lint", "us.pact", PATH=without_git(reverted))
    assert answer.code == 0
    assert "so this text is not held against those before it" in answer.err


UNREADABLE = text(2, "2026-01-01", "2025-12-30", extra="disclosure tell\n    atmost 4 encounters")


@pytest.mark.parametrize("call", [("verify", "us.pact"), ("sign", "us.pact", "--as", "Ana"), ("lint", "us.pact"), ("history", "us.pact")])
def test_a_signed_text_that_cannot_be_read_is_told_by_every_command(repository: Repository, call: tuple[str, ...]) -> None:
    repository.commit("2026-01-01", us_pact=UNREADABLE)
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01", "2026-04-20"))
    answer = repository.run(*call)
    assert answer.code == 0
    assert "A text that everyone has signed cannot be read, so it judges nothing" in answer.err
    if call[0] == "history":
        assert "The first text that is here and can be read: 1 clause, 1 sentence." in answer.out
        assert "is under an earlier text" not in answer.out  # they signed this one, too


def test_an_editor_gives_no_verdict_without_git_and_says_so(reverted: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", without_git(reverted))
    study = Desk(Texts()).study(reverted.path / "us.pact")
    assert study is not None
    assert study.judgement is None
    assert [one.code for one in faults(study)] == ["git"]
    assert "so nothing is said here of what was kept" in next(faults(study)).message
