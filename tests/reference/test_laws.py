"""Laws that hold for every agreement and every log, whatever the sentences are."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Judgement, Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Agreement,
    Ahead,
    ByClock,
    Cap,
    Form,
    Gap,
    Interval,
    Precedence,
    ProhibitionBefore,
    Quota,
    Response,
    Schedule,
    Signature,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Days, Duration, Exact, load_zone

from .clock import Clock
from .comparing import tries
from .spoken import FORMS
from .strategies import Case, LogShape, one_agreement, several_versions, with_a_new_name

EVERYTHING = (*FORMS, "matrix", "follow_up")
WHOLE = LogShape(waivers=True, leaves=True, completes=True, noted=True, size=20)
Said = tuple[str, Status, int, tuple[str, ...], tuple[int, ...]]


def judged(models: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> Judgement:
    return judge(models, entries, as_of, load_zone("UTC"), keep_all=True)


def said(judgement: Judgement) -> list[Said]:
    """All that a judgement says; entries by the line on which each was first written."""
    return [(one.id, one.status, one.at, one.who, tuple(entry.line for entry in one.entries)) for one in judgement.findings]


def start(entry: Entry, clock: Clock) -> int:
    return clock.instant(entry.day, entry.second or 0, entry.offset)


# --- the order of lines -------------------------------------------------------------------------------------------


@given(one_agreement(EVERYTHING, WHOLE, sentences=3) | several_versions(), st.data())
@tries(80)
def test_the_order_of_lines_does_not_matter(case: Case, data: st.DataObject) -> None:
    clock = Clock(case.models[0].zone)
    mixed = data.draw(st.permutations(case.entries))
    # Entries at one instant count in the order in which they were written (rule 8): among themselves they keep it.
    same: dict[int, list[Entry]] = {}
    for entry in case.entries:
        same.setdefault(start(entry, clock), []).append(entry)
    turn = {instant: iter(group) for instant, group in same.items()}
    mixed = [next(turn[start(entry, clock)]) for entry in mixed]
    assert said(judged(case.models, mixed, case.as_of)) == said(judged(case.models, case.entries, case.as_of))


# --- the moment that is asked about -------------------------------------------------------------------------------


@given(one_agreement(EVERYTHING, dataclasses.replace(WHOLE, untimed=True), sentences=3) | several_versions())
@tries(80)
def test_what_comes_later_changes_nothing_but_how_many_are_left_out(case: Case) -> None:
    clock = Clock(case.models[0].zone)
    so_far = [entry for entry in case.entries if start(entry, clock) <= case.as_of]
    whole, part = judged(case.models, case.entries, case.as_of), judged(case.models, so_far, case.as_of)
    assert said(whole) == said(part)
    assert whole.ignored == len(case.entries) - len(so_far)
    assert part.ignored == 0


# --- stricter limits ----------------------------------------------------------------------------------------------


def shorter(length: Duration) -> Duration:
    """A length that is shorter than this one, of the same kind."""
    if isinstance(length, Exact):
        return Exact(length.seconds // 2)
    return Days(length.months - 1, 0, length.unit) if length.months else Days(0, length.days - 1, length.unit)


def longer(length: Duration) -> Duration:
    """A length that is longer than this one, of the same kind."""
    return Exact(length.seconds * 2) if isinstance(length, Exact) else Days(length.months, length.days + 1, length.unit)


def stricter(form: Form) -> Form | None:
    """The same sentence with a limit that asks for more; nothing where it has none."""
    match form:
        case Cap():
            return replace(form, measure=replace(form.measure, limit=form.measure.limit - 1), unless=None)
        case Quota():
            return replace(form, measure=replace(form.measure, limit=form.measure.limit + 1))
        case Gap():
            return replace(form, length=longer(form.length))
        case Response(deadline=ByClock(second, days_later)) if second >= 3600:
            return replace(form, deadline=ByClock(second - 3600, days_later))
        case Response(deadline=Within(length)):
            return replace(form, deadline=Within(shorter(length)))
        case Response(deadline=WithinDays(count, days)) if count > 1:
            return replace(form, deadline=WithinDays(count - 1, days))
        case Response(deadline=WithinHours(count, hours)) if count > 1:
            return replace(form, deadline=WithinHours(count - 1, hours))
        case Precedence(lead=Ahead(at_least=ByClock(second, days_later))) if second >= 3600:
            return replace(form, lead=replace(form.lead, at_least=ByClock(second - 3600, days_later)))
        case Precedence(lead=WithinLast(length)):
            return replace(form, lead=WithinLast(shorter(length)))
        case Precedence(lead=Ahead(at_most=Exact(seconds))) if seconds > 3600:
            return replace(form, lead=replace(form.lead, at_most=Exact(seconds - 3600)))
        case Precedence(lead=Ahead(at_least=Exact() | Days() as length)):
            return replace(form, lead=replace(form.lead, at_least=longer(length)))
        case ProhibitionBefore():
            return replace(form, length=longer(form.length))
        case Interval():
            return replace(form, every=shorter(form.every))
        case Schedule(tolerance=Days(days=days)) if days:
            return replace(form, tolerance=Days(0, days - 1))
        case _:
            return None


def occasions(findings: Iterable[Finding], form: Form) -> Counter[tuple[object, ...]]:
    """The breaches, each told by its occasion and not by its id: the date of a deadline moves with the limit."""
    breaches = [one for one in findings if one.status is Status.BREACH]
    if isinstance(form, Precedence) and isinstance(form.lead, Ahead):
        # One notice serves one trigger: what no longer fits the first may serve the next. How many go without cannot fall.
        return Counter({("all",): len(breaches)})
    if isinstance(form, Interval):
        return Counter((one.at,) for one in breaches)
    return Counter((one.subject.line if one.subject is not None else one.date, frozenset(one.with_)) for one in breaches)


@given(one_agreement(("cap", "quota", "gap", "response", "precedence", "interval", "schedule"), sentences=1))
@tries(400)
def test_a_stricter_limit_never_removes_a_breach(case: Case) -> None:
    for model in case.models:
        for clause in model.clauses:
            for written in clause.sentences:
                # `only` and `except` ask about a date, and with the limit the date that they are asked about moves: without them.
                sentence = replace(written, modifiers=replace(written.modifiers, only=(), excepted=()))
                tight = stricter(sentence.form)
                if tight is None:
                    continue
                alone = replace(model, clauses=(replace(clause, sentences=(sentence,)),), matrices=())
                tighter = replace(alone, clauses=(replace(clause, sentences=(replace(sentence, form=tight),)),))
                entries = case.entries
                if isinstance(tight, Interval):
                    # What came before the start counts only where its time reaches to the start (rule 6): a shorter time may not.
                    entries = tuple(entry for entry in entries if entry.day >= (model.in_force_from or 0))
                before = occasions(judged([alone], entries, case.as_of).findings, sentence.form)
                after = occasions(judged([tighter], entries, case.as_of).findings, tight)
                assert not before - after, f"{sentence.words}: {before - after} no longer broken under {tight}"


# --- waivers and names --------------------------------------------------------------------------------------------


@given(one_agreement((*FORMS, "matrix"), dataclasses.replace(WHOLE, size=16), sentences=2))
@tries(150)
def test_a_waived_breach_stays_in_the_report(case: Case) -> None:
    without = [entry for entry in case.entries if entry.type != "waive"]
    plain = judged(case.models, without, case.as_of)
    waived = judged(case.models, case.entries, case.as_of)
    excused = {one.id for one in waived.findings if one.status is Status.WAIVED}
    broken = {one.id for one in plain.findings if one.status is Status.BREACH}
    assert excused <= broken
    assert {one.id for one in waived.findings if one.status is Status.BREACH} == broken - excused
    assert waived.summary.kept == plain.summary.kept


@given(one_agreement(EVERYTHING, dataclasses.replace(WHOLE, untimed=True), sentences=4) | several_versions())
@tries(80)
def test_every_finding_has_a_name_of_its_own(case: Case) -> None:
    names = [one.id for one in judged(case.models, case.entries, case.as_of).findings]
    assert len(set(names)) == len(names)


# --- the same words again -----------------------------------------------------------------------------------------


GOING_ON = (*(form for form in FORMS if form != "schedule"), "matrix")


@given(one_agreement(GOING_ON, dataclasses.replace(WHOLE, leaves=False), sentences=2), st.data())
@tries(60)
def test_signing_the_same_again_changes_no_verdict(case: Case, data: st.DataObject) -> None:
    check_signed_again(case, data)


@given(one_agreement(("schedule", "schedule", "pause"), dataclasses.replace(WHOLE, leaves=False), sentences=2), st.data())
@tries(60)
def test_signing_the_same_again_changes_no_date_of_a_schedule(case: Case, data: st.DataObject) -> None:
    check_signed_again(case, data)


def check_signed_again(case: Case, data: st.DataObject) -> None:
    """A text whose title alone is new takes over on some day of the log: what is found is what would be found without it."""
    old = case.models[0]
    begins = old.in_force_from or min((entry.day for entry in case.entries), default=1)
    days = [day for day in sorted({entry.day + step for entry in case.entries for step in (-1, 0, 1)}) if day > begins]
    assume(days)
    day = data.draw(st.sampled_from(days))
    assume(old.in_force_until is None or day <= old.in_force_until)
    old = signed_on(replace(old, digest="sha256:first", in_force_from=begins), begins)
    new = signed_on(replace(old, title="Again", digest="sha256:again", in_force_from=day), day)
    both = judged([old, new], case.entries, case.as_of)
    assume(len(both.versions) == 2)  # a first date that the zone skipped leaves the old text none
    assert said(both) == said(judged([old], case.entries, case.as_of))


def signed_on(text: Agreement, day: int) -> Agreement:
    """The same text, signed by all of its parties on a date."""
    return replace(text, signatures=tuple(Signature(party, day, text.digest, text.span) for party in text.parties))


# --- a person's name ----------------------------------------------------------------------------------------------


@given(with_a_new_name(several_versions(WHOLE)))
@tries(60)
def test_who_takes_a_new_name_stays_the_same_person(cases: tuple[Case, Case]) -> None:
    case, renamed = cases
    before = judged(case.models, case.entries, case.as_of)
    in_force = {version.agreement.digest for version in before.versions}
    old, since = renamed.called
    assume(case.models[since].digest in in_force)
    again = judged(renamed.models, renamed.entries, case.as_of)
    assert {version.agreement.digest for version in again.versions} == in_force
    assert _by_name(again, {}) == _by_name(before, {old: "Zoe"})


def _by_name(judgement: Judgement, names: Mapping[str, str]) -> Counter[tuple[object, ...]]:
    """What is found, with people called as given; who is told first hangs on names, and so does the number of an id."""

    def called(who: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(names.get(one, one) for one in who))

    return Counter(
        (one.id.partition("~")[0], one.status, one.at, called(one.who), called(one.missing), one.measured, one.fulfilled_at)
        for one in judgement.findings
    )
