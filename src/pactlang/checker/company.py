"""With whom an entry was, where it does not say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.checker.held import states_named
from pactlang.checker.who import asks_who_acted
from pactlang.model.agreement import (
    Ahead,
    AtFilter,
    ByDateAsked,
    ByFilter,
    Cap,
    FieldFilter,
    Gap,
    NotFilter,
    Pause,
    PersonWord,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    Response,
    Sentence,
    SomeOf,
    TaggedFilter,
    ToFilter,
    Unit,
    UnlessEvent,
    UnlessFilters,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import Days, Exact
from pactlang.model.once import once_each
from pactlang.model.parts import doer, events, lifting, limited, occasion, parts, positive, selectors, wanted
from pactlang.model.vocabulary import CONSENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Filter

NOBODY_SAID = ""  # stands for whoever was there, where an entry names nobody

# Filters that no time of day decides.
_TIMELESS = (AtFilter, ByFilter, FieldFilter, TaggedFilter, ToFilter, WithFilter)


@once_each
def with_people(agreement: Agreement) -> frozenset[str]:
    """The events that are with people by their declaration (`with person`): an entry that names nobody leaves open who was there."""
    return frozenset(name for name, kind in agreement.vocabulary.events.items() if kind.with_person)


def actor_unsaid(finding: Finding) -> bool:
    """Whether the entry that a finding is about does not say who acted, where the sentence asks something of them, or of the others."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    duties = [one.duty for one in (form, getattr(form, "unless", None)) if isinstance(one, Response | Precedence | UnlessEvent)]
    if isinstance(form, ProhibitionAfter):
        return not finding.after and finding.first is None and compares_who(form) and bool(finding.entries) and not finding.entries[0].by
    if isinstance(form, ProhibitionBefore):
        compared = doer(form.later) in (None, WhoWord.SAME_PARTY, WhoWord.THE_OTHERS)
        return compared and any(not entry.by for entry in finding.entries)
    if counts_who(finding.sentence) and any(not entry.by for entry in finding.entries if entry.type in counts_who(finding.sentence)):
        return True
    if finding.subject is None or finding.subject.by:
        return False
    own = {state.name for state in finding.agreement.states if state.each}
    return any(map(asks_who_acted, duties)) or (bool(own) and not own.isdisjoint(states_named(finding.sentence)))


@once_each
def counts_who(sentence: object) -> frozenset[str]:
    """The events of a sentence of which it counts who had part in them: `by at least 3 of us`."""
    found: set[str] = set()
    for selector in selectors(sentence.form) if isinstance(sentence, Sentence) else ():
        for one in selector.alternatives:
            if any(isinstance(part, ByFilter) and isinstance(part.who, SomeOf) for part in (*one.filters, *selector.filters)):
                found.add(one.event)
    return frozenset(found)


def addressee_unsaid(finding: Finding) -> bool:
    """Whether an entry does not say to whom it was, where a sentence asks something of each who was addressed, or forbids it to them.

    It is the entry that a finding is about or, where something is forbidden after it, the one that came first.
    """
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    if isinstance(form, ProhibitionAfter):
        return speaks_to(form) and finding.first is None and bool(finding.entries) and not finding.entries[0].to
    duties = [one.duty for one in (form, getattr(form, "unless", None)) if isinstance(one, Response | Precedence | UnlessEvent)]
    asked = any(duty.by is WhoWord.ADDRESSED for duty in duties)
    return asked and finding.subject is not None and not finding.subject.to


def date_unsaid(finding: Finding) -> bool:
    """Whether the entry that a finding is about was to say by which date, and names none, or one that was over before."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    asked = isinstance(form, Response) and isinstance(form.deadline, ByDateAsked)
    return asked and finding.status is Status.UNKNOWN and finding.due is None and finding.subject is not None


@once_each
def asked_to_say(sentence: Sentence) -> tuple[Filter, ...]:
    """What an entry must say for a sentence to tell whether it means it: what stands after `not`, or excuses."""
    found: list[Filter] = []
    for part in parts(sentence.form):
        if isinstance(part, NotFilter):
            found.append(part.part)
        elif isinstance(part, UnlessFilters):
            found += part.filters
    return tuple(one for one in found if isinstance(one, AtFilter | ByFilter | TaggedFilter | ToFilter | WithFilter))


def details_unsaid(finding: Finding) -> list[tuple[Entry, Filter]]:
    """The entries that a finding rests on and that do not say what its sentence asks, each with what that is; not with whom."""
    sentence = finding.sentence
    if not isinstance(sentence, Sentence) or not asked_to_say(sentence):
        return []
    meant = events(occasion(sentence.form) or limited(sentence.form) or wanted(sentence.form))
    entries = [*([finding.subject] if finding.subject is not None and finding.subject not in finding.entries else []), *finding.entries]
    return [
        (entry, part)
        for entry in entries
        if entry.type in meant
        for part in asked_to_say(sentence)
        if isinstance(part, ByFilter | ToFilter | AtFilter | TaggedFilter) and not says(part, entry, entry.by)
    ]


def asks_with_whom(finding: Finding) -> bool:
    """Whether what stands after `not`, or excuses, asks with whom an event was."""
    sentence = finding.sentence
    return isinstance(sentence, Sentence) and any(isinstance(one, WithFilter) for one in asked_to_say(sentence))


def says(part: ByFilter | ToFilter | AtFilter | TaggedFilter, entry: Entry, by: tuple[str, ...]) -> bool:
    """Whether an entry says what a filter asks for: by or to whom, where, any tag."""
    match part:
        case ByFilter():
            return bool(by)
        case ToFilter():
            return bool(entry.to)
        case AtFilter():
            return entry.place is not None
        case TaggedFilter():
            return bool(entry.tags)


def compares_who(form: ProhibitionAfter) -> bool:
    """Whether whom it bars, or who ends it, follows from who did what comes first."""
    until = form.waits_for
    said = (one.who for one in form.selector.filters if isinstance(one, ByFilter | ToFilter))
    return any(who in (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS) for who in said) or (until is not None and asks_who_acted(until))


def speaks_to(form: ProhibitionAfter) -> bool:
    """Whether whom it bars, or who ends it, is each who was addressed."""
    until = form.waits_for
    return ByFilter(WhoWord.ADDRESSED) in form.selector.filters or (until is not None and until.by is WhoWord.ADDRESSED)


def outside(names: tuple[str, ...], parties: Collection[str]) -> tuple[str, ...]:
    """Those of some names who are no parties: a party who is there is nobody new, and nobody told apart `with each person`."""
    return names if not names or not any(name in parties for name in names) else tuple(name for name in names if name not in parties)


def unsaid_in(finding: Finding) -> list[Entry]:
    """The entries that a finding rests on and that do not say with whom they were, where the sentence asks it of them, in order."""
    asked = with_people(finding.agreement) & (_asked_with_whom(finding.sentence) if isinstance(finding.sentence, Sentence) else frozenset())
    found = [entry for entry in finding.entries if not entry.with_ and entry.type in asked]
    subject = finding.subject
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    alone = (
        isinstance(form, Cap | Gap | Pause | Prohibition | ProhibitionBefore) and lifting(form) is None
    )  # nothing serves it that may be for others
    if alone or subject is None or subject.with_ or subject in found:
        return found
    if subject.type in with_people(finding.agreement):
        found.insert(0, subject)  # a consent or a notice may have been for others
    return found


def clock_of(finding: Finding, entries: Sequence[Entry]) -> list[Entry]:
    """Those of some entries that have no time, where it may decide a finding.

    What is asked for so many days ahead goes by dates: there at most the order of what uses up what hangs on a time.
    """
    untimed = [entry for entry in entries if entry.second is None]
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    if isinstance(form, Quota) and form.measure.unit is Unit.SHARE:  # what was spent on a date counts whole, unless its time is asked for
        return untimed if any(not isinstance(positive(part), _TIMELESS) for part in _filters(finding.sentence)) else []
    if not untimed or not isinstance(form, Precedence) or form.unless is not None or not isinstance(form.lead, Ahead):
        return untimed
    named = {one.event for selector in selectors(form) for one in selector.alternatives}
    by_dates = isinstance(form.lead.at_least, Days) and not isinstance(form.lead.at_most, Exact) and CONSENT not in named
    if not by_dates or form.trigger.first or any(not isinstance(positive(part), _TIMELESS) for part in _filters(finding.sentence)):
        return untimed
    return [] if form.lead.reusable else [entry for entry in untimed if entry.type in named]


def _filters(sentence: object) -> Iterator[object]:
    """What narrows a sentence and its events."""
    assert isinstance(sentence, Sentence)  # noqa: S101 - only asked of sentences
    for selector in selectors(sentence.form):
        yield from selector.filters
        for one in selector.alternatives:
            yield from one.filters
    yield from (*sentence.modifiers.only, *sentence.modifiers.excepted)


@once_each
def _asked_with_whom(sentence: Sentence) -> frozenset[str]:
    """The events of which a sentence asks with whom they are."""
    named = frozenset(
        one.event
        for selector in selectors(sentence.form)
        for one in selector.alternatives
        if any(isinstance(positive(part), WithFilter) for part in (*selector.filters, *one.filters))
    )
    form = sentence.form
    if isinstance(form, Cap) and form.measure.unit is Unit.PEOPLE:
        named |= events(form.selector)
    if isinstance(form, ProhibitionAfter) and WithFilter(PersonWord.SAME_PERSON) in form.selector.filters:
        named |= events(occasion(form))
    return named
