"""What proofs cost is counted in steps: a text twice as long costs at most about twice as much, and none costs more than its budget."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.checker.budget import STEPS, Budget
from pactlang.lint.proof.clash import clashes
from pactlang.lint.proof.occasions import needs_forbidden, never_comes
from pactlang.lint.proof.stopped import answers_forbidden, due_while_stopped
from pactlang.model.agreement import Agreement
from pactlang.witness.nearest import nearest_of
from pactlang.witness.search import compare_rules

HEAD = """pact "Ana, Ben and Cleo"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

"""
# Once said not to end in two minutes; three parties.
NEVER_ENDS = """cap e
    at most 0 encounters per month

repair
    after each breach of e, apology by the same party within 2 days
"""


def proofs(agreement: Agreement) -> list[int]:
    """The steps of each proof of the linter."""
    used = []
    for proof in (clashes, needs_forbidden, never_comes, due_while_stopped, answers_forbidden):
        budget = Budget()
        list(proof(agreement, budget))
        used.append(budget.used)
    return used


PAUSE = "\npause p\n    anyone may pause encounters and apologies\n"
PAUSED = "    after each breach, encounters pause for 14 days\n"


FORBIDDEN = "    after each breach of e, no apology by the same party for 24 hours\n"


@pytest.mark.parametrize("more", ["", PAUSE, PAUSED, FORBIDDEN])
def test_nothing_at_all_and_what_follows_it_is_soon_looked_at(more: str) -> None:
    assert max(proofs(load_text(HEAD + NEVER_ENDS + more))) < STEPS / 4


def test_explain_and_diff_look_at_it_within_their_budgets() -> None:
    old, new = (load_text(HEAD + NEVER_ENDS.replace("at most 0", f"at most {number}")) for number in (0, 1))
    for sentence in old.sentences:
        budget = Budget()
        assert nearest_of(old, sentence, budget).pairs
        assert not budget.spent
    compared = compare_rules((old, old.sentences[0]), (new, new.sentences[0]))
    assert not compared.cut
    assert compared.looser is not None
    assert compared.tighter is None


def text(clauses: int) -> Agreement:
    """So many things that are asked for, each with a limit of its own."""
    one = "event e{n}\n\npromise p{n}\n    at least 1 e{n} per week\n\nboundary c{n}\n    no e{n} at home\n"
    return load_text(HEAD + "\n".join(one.format(n=n) for n in range(clauses)))


def test_twice_the_clauses_are_at_most_about_twice_the_steps() -> None:
    one, two, four = (sum(proofs(text(clauses))) for clauses in (4, 8, 16))
    assert 0 < one < two <= 2 * one + 50
    assert four <= 2 * two + 50
