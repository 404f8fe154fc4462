"""`pact verify` names the dates that `check` counts with, and takes no signature for words that it was not given to."""

from __future__ import annotations

import json

import pytest

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
