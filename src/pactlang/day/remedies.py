"""What might be missing before an event: the consent, the notice, the test that a sentence asks for, as entries made now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.who import addressed
from pactlang.log.bound import start_of
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Duty,
    FieldFilter,
    Matrix,
    Parties,
    Precedence,
    ProhibitionAfter,
    Sentence,
    SomeOf,
    TaggedFilter,
    UnlessEvent,
    WhoWord,
)
from pactlang.model.vocabulary import CONSENT

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Agreement, Who
    from pactlang.model.calendar import Zone


def remedies(agreement: Agreement, entry: Entry, breaks: Sequence[Finding], now: int, zone: Zone) -> Iterator[Entry]:
    """Entries, dated now, each of which may be what a broken sentence asks for before such an event."""
    told: set[str] = set()
    for finding in breaks:
        for found in _asked(agreement, entry, finding):
            made = _now(found, entry, now, zone)
            # It may be asked for with the same people; which of the two it takes, the checker says.
            for one in (made, replace(made, with_=entry.with_)):
                if repr(one) not in told:
                    told.add(repr(one))
                    yield one


def fuller(entry: Entry, findings: Sequence[Finding]) -> Iterator[Entry]:
    """The same entry with one more detail of which a sentence speaks that it does not keep yet: `protection condom`."""
    told: set[tuple[str, str]] = set()
    for finding in findings:
        for part in _fields_in(finding.sentence):
            key = (part.field, str(part.value))
            if part.field not in entry.fields and key not in told:
                told.add(key)
                yield replace(entry, fields={**entry.fields, part.field: part.value})


def _fields_in(part: object) -> Iterator[FieldFilter]:
    """The details that a sentence speaks of, wherever in it."""
    if isinstance(part, FieldFilter):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _fields_in(one)
    elif isinstance(part, Sentence):
        yield from _fields_in(part.form)
    elif isinstance(part, Struct) and not isinstance(part, Matrix):
        for name in part.__struct_fields__:
            yield from _fields_in(getattr(part, name))


def _now(found: Entry, entry: Entry, now: int, zone: Zone) -> Entry:
    """Dated now; where the event lies in the past already, just before it."""
    start = start_of(entry, zone)
    if start > now:
        found.day, found.second, found.offset = zone.written(now)
    elif entry.second is None:
        found.day = entry.day - 1
    else:
        found.day, found.second, found.offset = zone.written(start - 60)
    return found


def _asked(agreement: Agreement, entry: Entry, finding: Finding) -> Iterator[Entry]:
    rule = finding.sentence
    if isinstance(rule, Matrix):
        asked = tuple(party for party in agreement.parties if party in finding.missing) or tuple(
            party for party in agreement.parties if party not in entry.by
        )
        yield from (Entry(CONSENT, 0, by=(party,), with_=entry.with_) for party in asked)
        return
    assert isinstance(rule, Sentence)  # noqa: S101 - a finding speaks of a sentence or a matrix
    form = rule.form
    if isinstance(form, Precedence):
        yield from _by_duty(form.duty, agreement, entry)
    if isinstance(form, ProhibitionAfter) and form.waits_for is not None and finding.entries:
        cause = finding.entries[0]  # who must say yes is said of what came first
        actors = finding.who if finding.after else cause.by
        for one in _by_duty(form.waits_for, agreement, replace(cause, by=actors, with_=entry.with_)):
            yield from (replace(one, by=(name,)) for name in one.by) if len(one.by) > 1 else (one,)
    unless = getattr(form, "unless", None)
    if isinstance(unless, UnlessEvent):
        yield from _by_duty(unless.duty, agreement, entry)


def _by_duty(duty: Duty, agreement: Agreement, entry: Entry) -> Iterator[Entry]:
    """The event that a duty means; where each of several must act on their own, one of each."""
    actors = entry.by or agreement.parties[:1]
    by = addressed(replace(entry, by=actors), agreement.parties) if duty.by is WhoWord.ADDRESSED else _names(duty.by, agreement, actors)
    alternative = duty.selector.alternatives[0]
    filters = (*alternative.filters, *duty.selector.filters)
    tags = tuple(tag for one in filters if isinstance(one, TaggedFilter) for tag in one.tags)
    fields = {one.field: one.value for one in filters if isinstance(one, FieldFilter)}
    kind = agreement.vocabulary.events.get(alternative.event)
    with_ = entry.with_ if kind is not None and (kind.with_person or alternative.event == CONSENT) else ()
    # `to everyone` is told to those who do not tell it themselves.
    to = tuple(name for name in _names(duty.to, agreement, by) if name not in by) if duty.to is not None else ()
    if by:
        company = tuple(name for name in with_ if name not in by)  # whoever gives a consent is not named as being there
        yield Entry(alternative.event, 0, by=by, to=to, with_=company, tags=tags, fields=fields)


def _names(who: Who | None, agreement: Agreement, actors: tuple[str, ...]) -> tuple[str, ...]:
    match who:
        case Parties(names, every):
            return names if every else names[:1]
        case WhoWord.EVERYONE | WhoWord.EACH_PARTY:
            return agreement.parties
        case WhoWord.THE_OTHERS | WhoWord.ADDRESSED:
            return tuple(party for party in agreement.parties if party not in actors)
        case WhoWord.ANYONE:
            return agreement.parties[:1]
        case None | WhoWord.SAME_PARTY:
            return actors
        case SomeOf(number, of, fewer):
            return _names(of, agreement, actors)[: number - fewer]
        case _:
            assert_never(who)
