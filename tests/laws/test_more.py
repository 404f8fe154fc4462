"""Law: whoever does more of what is owed breaks nothing by it: one more entry that serves a duty turns nothing kept into a breach of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given

from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Agreement,
    Alternative,
    DateRange,
    Form,
    Interval,
    Precedence,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
)
from pactlang.witness.pool import parts_of

from ..reference.comparing import tries
from ..reference.strategies import Case, LogShape, one_agreement
from .moments import UTC

SHAPE = LogShape(pauses=False, size=9)
BROKEN = (Status.BREACH, Status.MISSED)
DUTIES = ("quota", "response", "precedence", "interval", "schedule", "one date", "deadline", "turns")


def served(form: Form) -> set[str]:
    """The types of the events that keep a sentence, and that nothing else in it speaks of."""
    if isinstance(form, Quota):
        own = {one.event for one in form.selector.alternatives}
        return own if form.measure.limit >= 0 else set()
    if not isinstance(form, Response | Precedence | Interval | Schedule | RepeatAfter):
        return set()
    own = {one.event for one in form.duty.selector.alternatives}
    rest = [getattr(form, "trigger", None), getattr(form, "unless", None)]
    return own - {one.event for one in parts_of(tuple(part for part in rest if part is not None), Alternative)}


def elsewhere(model: Agreement, sentence: Sentence) -> set[str]:
    """The types of which the rest of the text speaks."""
    rest = [one.form for one in model.sentences if one is not sentence]
    return {one.event for one in parts_of((*model.states, *rest), Alternative)}


def broken(model: Agreement, entries: Sequence[Entry], as_of: int, sentence: Sentence) -> list[Finding]:
    found = judge([model], entries, as_of, UTC, keep_all=True).findings
    return [one for one in found if one.sentence == sentence and one.status in BROKEN]


def occasions(findings: Sequence[Finding], form: Form) -> Counter[tuple[object, ...]]:
    """What was broken, told apart by whom and by what it is about."""
    if isinstance(form, Precedence):
        # One notice serves one event: which of two goes without may change, how many do may not grow.
        return Counter(("all",) for one in findings for _ in one.who or ("",))
    return Counter((one.date, who, None if one.subject is None else one.subject.line) for one in findings for who in one.who or ("",))


def uncovered(fewer: Sequence[Finding], more: Sequence[Finding]) -> list[Finding]:
    """Stretches that are too long with one more entry, and that were no part of one that was too long without it."""

    def within(one: Finding, who: str, long: Finding) -> bool:
        return who in long.who and long.at <= one.at and (long.fulfilled_at is None or long.fulfilled_at > one.at)

    return [one for one in more if any(not any(within(one, who, long) for long in fewer) for who in one.who)]


def may_be_due_sooner(sentence: Sentence, model: Agreement, extra: Entry) -> bool:
    """Ruled (R109): what came before the first date in force, or of `only from`, tells when an interval's first is due; and one whose time
    reaches over what is left out goes on.
    """
    modifiers = sentence.modifiers
    if not isinstance(sentence.form, Interval):
        return False
    only = [one for one in modifiers.only if isinstance(one, DateRange)]
    left_out = any(isinstance(one, DateRange) and one.holds(extra.day) for one in modifiers.excepted)
    before = extra.day <= max([model.in_force_from or 0, *(one.first or 0 for one in only)])
    return before or (bool(modifiers.excepted) and not left_out) or len(only) < len(modifiers.only)


def holds(case: Case) -> None:
    [model] = case.models
    for sentence in model.sentences:
        types = served(sentence.form) - elsewhere(model, sentence)
        for extra in case.entries:
            if extra.type not in types or may_be_due_sooner(sentence, model, extra):
                continue
            fewer = broken(model, [one for one in case.entries if one is not extra], case.as_of, sentence)
            more = broken(model, case.entries, case.as_of, sentence)
            if isinstance(sentence.form, Interval | RepeatAfter):
                assert not uncovered(fewer, more), (extra, [one.id for one in fewer], [one.id for one in more])
            else:
                grown = occasions(more, sentence.form) - occasions(fewer, sentence.form)
                assert not grown, (extra, grown)


@pytest.mark.parametrize("form", DUTIES)
def test_more_of_a_duty_breaks_nothing(form: str) -> None:
    @given(one_agreement((form,), SHAPE, sentences=1))
    @tries(15)
    def law(case: Case) -> None:
        holds(case)

    law()


@given(one_agreement((*DUTIES, "cap", "gap", "follow_up"), SHAPE, sentences=1))
@tries(15)
def test_more_of_what_follows_a_breach_breaks_nothing(case: Case) -> None:
    holds(case)
