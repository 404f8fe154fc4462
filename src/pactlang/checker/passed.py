"""Entries that count for nothing in a sentence because they leave something out: by or with whom, a field that it asks for, an end.

Nobody should have to guess why: each such entry is told beside the findings, and a finding that waits for one like it names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.deadline import up_to_clock
from pactlang.checker.event import NO, Event
from pactlang.checker.filters import Test, compile_filters
from pactlang.checker.finding import Passed, Remark, Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Ahead,
    ByClock,
    ByFilter,
    Cap,
    Comparison,
    EventTrigger,
    FieldFilter,
    LengthFilter,
    Matrix,
    Parties,
    PersonWord,
    Precedence,
    ProhibitionAfter,
    Quota,
    Sentence,
    SomeOf,
    Unit,
    WhoWord,
    WithFilter,
    WithinLast,
)
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.once import once_each
from pactlang.model.parts import awaited
from pactlang.model.vocabulary import CONSENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Agreement, Filter, Selector
    from pactlang.model.vocabulary import EventType

    _Events = Mapping[str, EventType]

BY, WITH, END = "by", "with whom", "an end"  # what an entry may lack besides a field


class _Asks(Struct, frozen=True):
    """What one part of a sentence asks of one type of entry: these things to be said, and all else to fit.

    `owed`: it is what the sentence waits for, or what it counts up to a least number. `owing` are the parties named
    for it, if any are.
    """

    sentence: Sentence | Matrix
    event: str
    said: frozenset[str]
    rest: tuple[Filter, ...]
    owed: bool
    owing: frozenset[str] = frozenset()

    def lacking(self, event: Event) -> frozenset[str]:
        """What an event would have to say to count, were it meant; empty where it says all."""
        return frozenset(one for one in self.said if _lacks(event.entry, one))


def _lacks(entry: Entry, what: str) -> bool:
    if what == BY:
        return not entry.by
    if what == WITH:
        return not entry.with_
    if what == END:
        return entry.end_second is None and entry.end_day is None
    return what not in entry.fields


class PassedOver:
    """All that the sentences in force ask of entries, and the entries that do not say it."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self._contexts = contexts
        self._wanted: dict[str, frozenset[str]] = {}
        self._versions = {id(context.version.agreement): context.version.index for context in contexts}
        for context in contexts:
            for event, said in _wanted_of(context.version.agreement).items():
                self._wanted[event] = self._wanted.get(event, frozenset()) | said
        self._found: dict[tuple[str, frozenset[str]], dict[str, list[Event]]] = {}
        self._lacking: dict[tuple[int, str], list[tuple[Event, frozenset[str]]]] = {}

    def concerned(self, entry: Entry) -> bool:
        """Whether an entry leaves out what some sentence asks for; by far most do not."""
        for what in self._wanted.get(entry.type, ()):  # noqa: SIM110 - asked of each entry, and a generator takes as long as the rest
            if _lacks(entry, what):
                return True
        return False

    def look(self, events: Iterable[Event]) -> None:
        """Note the events that count for nothing in some sentence because of what they leave out."""
        asks: dict[str, list[tuple[_Asks, Context, Test]]] | None = None
        for event in events:
            if asks is None:  # hardly any log has such an entry
                asks = self._compiled()
            for one, context, fits in asks[event.type]:
                lacks = one.lacking(event)
                others = bool(event.by) and bool(one.owing) and one.owing.isdisjoint(event.done_for)
                if not lacks or others or event.version != context.version.index or fits(event) == NO:
                    continue
                known = self._found.setdefault((event.type, lacks), {}).setdefault(label_of(one.sentence), [])
                if not known or known[-1] is not event:
                    known.append(event)
                if one.owed:
                    self._lacking.setdefault((context.version.index, label_of(one.sentence)), []).append((event, lacks))

    def _compiled(self) -> dict[str, list[tuple[_Asks, Context, Test]]]:
        found: dict[str, list[tuple[_Asks, Context, Test]]] = {}
        for context in self._contexts:
            for one in _all_asked(context.version.agreement):
                found.setdefault(one.event, []).append((one, context, compile_filters(one.rest, context)))
        return found

    def tell(self, findings: Iterable[Finding]) -> None:
        """Name them in the findings that wait for an entry like them, in the time in which it would have counted."""
        for finding in findings if self._lacking else ():
            if finding.status in (Status.BREACH, Status.MISSED, Status.DUE, Status.UNKNOWN) and finding.fulfilled_at is None:
                nearby = self._lacking.get((self._versions[id(finding.agreement)], label_of(finding.sentence)), ())
                finding.passed = tuple(Passed(event.entry, tuple(sorted(lacks))) for event, lacks in nearby if _concerns(event, finding))

    def entries(self) -> list[Passed]:
        """Each such entry, with what it lacks and the sentences for which it does not count."""
        labels: dict[tuple[int, frozenset[str]], tuple[Event, list[str]]] = {}
        for (_, lacks), by_label in self._found.items():
            for label, events in by_label.items():
                for event in events:
                    labels.setdefault((id(event), lacks), (event, []))[1].append(label)
        return [Passed(event.entry, tuple(sorted(lacks)), tuple(found)) for (_, lacks), (event, found) in labels.items()]

    def remarks(self) -> Iterator[Remark]:
        """One line for each kind of entry and what it lacks."""
        for (event_type, lacks), by_label in self._found.items():
            grouped: dict[tuple[int, ...], tuple[list[str], list[Event]]] = {}
            for label, events in by_label.items():
                grouped.setdefault(tuple(id(event) for event in events), ([], events))[0].append(label)
            for labels, events in grouped.values():
                entries = tuple(event.entry for event in events)
                # What one of them lacks, and for which sentences, `entries` tells together.
                yield Remark(passed_words(event_type, lacks, labels, entries), entries[0], entries)


def passed_words(event_type: str, lacks: Collection[str], labels: Sequence[str], entries: Sequence[Entry]) -> str:
    """What entries of one type lack, and for which sentences they do not count."""
    several = len(entries) > 1
    lost = [f"{'name' if several else 'names'} nobody"] if BY in lacks else []
    lost += [f"{'do' if several else 'does'} not say with whom"] if WITH in lacks else []
    has = "have" if several else "has"
    lost += [f"{has} no {'end' if one == END else f'`{one}`'}" for one in sorted(lacks) if one not in (BY, WITH)]
    what = f"{len(entries)} {event_type} entries" if several else f"this {event_type} entry"
    count = "they do not count" if several else "it does not count"
    others = ", ".join(dict.fromkeys(f"{entry.file}:{entry.line}" for entry in entries[1:6]))
    more = f" (also {others}{' and more' if len(entries) > 6 else ''})" if several else ""
    named = [", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels
    words = f"{what} {' and '.join(lost)}, so {count} for {' and '.join(named)}{more}"
    return f"{words[:1].upper()}{words[1:]}."


def _concerns(event: Event, finding: Finding) -> bool:
    if event.by and not set(event.done_for) & set(finding.who):
        return False
    if finding.window is not None:
        return finding.window[0] <= event.day <= finding.window[1]
    if isinstance(finding.sentence, Sentence) and isinstance(finding.sentence.form, Precedence):
        return event.lo <= finding.at and _so_long_before(event, finding, finding.sentence.form.lead)
    if finding.due is None:
        return event.day == finding.date
    if finding.opening is not None and event.hi < finding.opening.at:
        return False
    opens = event.zone.midnight(event.zone.date_of(finding.at))
    return opens <= event.lo < finding.due


def _so_long_before(event: Event, finding: Finding, lead: Ahead | WithinLast) -> bool:
    """Whether what had to come before another would have come at the right time, or may have where it gives none."""
    least, most = (lead.at_least, lead.at_most) if isinstance(lead, Ahead) else (None, lead.length)
    match least:
        case Days() if event.day > add_days(finding.date, least, -1):
            return False
        case Exact(seconds) if event.lo > finding.at - seconds:
            return False
        case ByClock() if event.lo > up_to_clock(least, finding.date, event.zone):
            return False
    match most:
        case Days():
            return event.day >= add_days(finding.date, most, -1)
        case Exact(seconds):
            return event.hi >= finding.at - seconds
        case None:
            return True


@once_each
def _all_asked(agreement: Agreement) -> tuple[_Asks, ...]:
    applied = (sentence for sentence in agreement.sentences if not sentence.not_applied)
    matrices = (_Asks(matrix, CONSENT, frozenset({BY}), (), True) for matrix in agreement.matrices)
    return (*(one for sentence in applied for one in _asked(sentence, agreement.vocabulary.events)), *matrices)


@once_each
def _wanted_of(agreement: Agreement) -> dict[str, frozenset[str]]:
    """By type of entry, what some sentence asks to be said."""
    found: dict[str, frozenset[str]] = {}
    for one in _all_asked(agreement):
        found[one.event] = found.get(one.event, frozenset()) | one.said
    return found


def _asked(sentence: Sentence, events: _Events) -> Iterator[_Asks]:
    form = sentence.form
    unless = getattr(form, "unless", None)
    for duty, owed in ((getattr(form, "duty", None), True), (getattr(unless, "duty", None), False), (awaited(form), False)):
        if duty is not None:
            said = frozenset({BY}) if _names(duty.by) else frozenset[str]()
            owing = frozenset(duty.by.names) if isinstance(duty.by, Parties) else frozenset[str]()
            yield from _of_selector(duty.selector, sentence, events, said, owed=owed, owing=owing)
    limited = getattr(form, "selector", None) or getattr(getattr(form, "trigger", None), "selector", None)
    if limited is not None:
        unit = form.measure.unit if isinstance(form, Cap | Quota) else Unit.COUNT
        if unit is Unit.SHARE:  # one that names nobody may be anyone's, and one without an amount may be any
            limited = replace(limited, filters=tuple(one for one in limited.filters if not isinstance(one, ByFilter)))
        said = {Unit.AMOUNT: frozenset({"amount"}), Unit.HOURS: frozenset({END})}.get(unit, frozenset[str]())
        yield from _of_selector(limited, sentence, events, said, owed=isinstance(form, Quota))
    if isinstance(form, ProhibitionAfter) and isinstance(form.trigger, EventTrigger):
        yield from _of_selector(form.trigger.selector, sentence, events, frozenset(), owed=False)


def _of_selector(
    selector: Selector, sentence: Sentence, events: _Events, said: frozenset[str], *, owed: bool, owing: frozenset[str] = frozenset()
) -> Iterator[_Asks]:
    for alternative in selector.alternatives:
        # Of an event that is not with people by its declaration, none need be named. Where the sentence tells nobody apart, who was there
        # decides, and the finding is unknown.
        is_with_people = alternative.event in events and events[alternative.event].with_person
        asked, rest = set(said), []
        for one in (*alternative.filters, *selector.filters):
            match one:
                case FieldFilter(name, comparison) if comparison not in (Comparison.IS_NOT, Comparison.WITHOUT):
                    asked.add(name)
                case LengthFilter(Comparison.AT_LEAST | Comparison.MORE_THAN):
                    asked.add(END)
                case WithFilter(PersonWord.SAME_PERSON) if isinstance(sentence.form, ProhibitionAfter):
                    pass  # who was there decides, whoever does not say it
                case WithFilter(PersonWord.EACH_PERSON | PersonWord.SAME_PERSON) if is_with_people:
                    asked.add(WITH)
                case ByFilter(who) if _names(who) and not isinstance(who, SomeOf):  # without names, nobody can tell how many
                    asked.add(BY)
                case _:
                    rest.append(one)
        if asked:
            yield _Asks(sentence, alternative.event, frozenset(asked), tuple(rest), owed, owing)


def _names(who: object) -> bool:
    return isinstance(who, Parties | SomeOf) or (isinstance(who, WhoWord) and who is not WhoWord.ANYONE)
