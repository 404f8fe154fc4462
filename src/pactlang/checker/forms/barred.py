"""`after each incident, no driving by the same party for 24 hours`, `… until consent by the same party`.

Each trigger bars some events from its start on. Judged after the pass, as all that follows something: a breach may be a trigger, too.
"""

from __future__ import annotations

from functools import reduce
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.company import outside, speaks_to, with_people
from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event, both, either
from pactlang.checker.finding import Bar, Finding, Status
from pactlang.checker.form import FormName
from pactlang.checker.forms.freed import Freed, freed_by
from pactlang.checker.machine import limited
from pactlang.checker.spans import FOREVER, Running, Spans, Stretch, before
from pactlang.checker.states import last_instant
from pactlang.checker.who import addressed
from pactlang.model.agreement import ByFilter, ProhibitionAfter, ToFilter, WhoWord
from pactlang.model.meaning import part_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.forms.answers import Occasion
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Selector, Sentence

Key = tuple[str | None, str | None, str | None]  # by whom, to whom, with whom; None where the sentence does not ask

_UNSAID = "?"  # whoever it was: the trigger does not say
_EVERYBODY: Key = (None, None, None)
_ALL = "*"  # anybody of them: the barred event does not say


class Cause(Struct):
    """What bars something: the occasion, and whether something barred has come.

    `left` says, where an earlier text has handed it on, with whom it was not over then, and how certain that is.
    """

    occasion: Occasion
    met: bool = False
    left: Mapping[str | None, int] | None = None


class Barred(Struct, frozen=True):
    """What one trigger bars, with one person where it tells people apart; `freed` says when that ends."""

    trigger: Cause
    person: str | None
    freed: Freed
    certainty: int


class Bars:
    """What the triggers of one sentence bar in one version."""

    def __init__(
        self, sentence: Sentence, form: ProhibitionAfter, triggers: list[Cause], events: Sequence[Event], context: Context
    ) -> None:
        self._context = context
        self._sentence = sentence
        self._form = form
        self._report = Reporter(context, sentence, FormName.PROHIBITION)
        self._matcher = limited(form.selector, sentence.modifiers, context)
        self._by = _compared(form.selector, ByFilter)
        self._to = _compared(form.selector, ToFilter)
        self._same_person = self._matcher.same_person
        self._triggers = triggers
        self._barred = [one for trigger in triggers for one in self._of(trigger) if any(True for _ in self._keys(one))]
        self._end(events)
        self._whose: dict[int, Barred] = {}
        by_key: dict[Key, list[Stretch]] = {}
        for one in self._barred:
            stretch = self._stretch(one)
            self._whose[id(stretch)] = one
            for key in self._keys(one):
                by_key.setdefault(key, []).append(stretch)
        self._spans = {key: Spans(stretches) for key, stretches in by_key.items()}
        self._running = {key: Running(spans) for key, spans in self._spans.items()}
        self._starters = {id(trigger.occasion.entry) for trigger in triggers}

    # --- what is barred, and until when ---

    def _of(self, trigger: Cause) -> Iterator[Barred]:
        occasion = trigger.occasion
        certainty = occasion.certainty if self._says_to_whom(occasion) else both(occasion.certainty, MAYBE)
        people: tuple[str | None, ...] = self._people(occasion) if self._same_person else (None,)
        for person in people:
            if trigger.left is None:
                yield Barred(trigger, person, Freed(), certainty)
            elif person in trigger.left:
                yield Barred(trigger, person, Freed(), both(certainty, trigger.left[person]))

    def _says_to_whom(self, occasion: Occasion) -> bool:
        """Whether a trigger says who was addressed, if it hangs on that whom it bars, or who ends it; perhaps it was nobody."""
        return not speaks_to(self._form) or (occasion.entry is not None and bool(occasion.entry.to))

    def _people(self, occasion: Occasion) -> tuple[str, ...]:
        """Each of the people of a trigger, on their own."""
        people = outside(occasion.people, self._context.parties)
        if people or occasion.people:
            return people
        unsaid = occasion.entry is not None and occasion.entry.type in with_people(self._context.version.agreement)
        return (_UNSAID,) if unsaid else ()

    def _end(self, events: Sequence[Event]) -> None:
        if (duty := self._form.waits_for) is not None:
            freed_by(duty, [(one.trigger.occasion, one.person, one.freed) for one in self._barred], events, self._context)
            return
        length = self._form.end
        zone = self._context.zone
        for one in self._barred:
            occasion = one.trigger.occasion
            one.freed.lo = last_instant(occasion.end_lo, occasion.end_day, length, zone)  # type: ignore[arg-type]  # no duty, so a length
            one.freed.hi = last_instant(occasion.end_hi, occasion.end_day, length, zone)  # type: ignore[arg-type]

    def _stretch(self, one: Barred) -> Stretch:
        occasion, freed = one.trigger.occasion, one.freed
        starts, sure = before(self._start(occasion)), before(self._start(occasion, sure=True))
        sure_lo = sure if one.certainty == YES else before(freed.hi)
        return Stretch(starts, sure_lo, before(freed.lo), before(freed.hi), occasion.entry, occasion.breach, doubt=occasion.doubt)

    @staticmethod
    def _start(occasion: Occasion, *, sure: bool = False) -> int:
        """It begins with the trigger; after a breach, as soon as that is known."""
        if occasion.breach:
            return occasion.end_hi if sure else occasion.end_lo
        return occasion.hi if sure else occasion.lo

    def _keys(self, one: Barred) -> Iterator[Key]:
        """Whom it bars."""
        occasion = one.trigger.occasion
        persons = (None,) if one.person is None else (one.person, _ALL)
        return product(self._names(self._by, occasion), self._names(self._to, occasion), persons)

    def _names(self, word: WhoWord | None, occasion: Occasion) -> tuple[str | None, ...]:
        if word is None:
            return (None,)
        actors, entry, parties = occasion.actors, occasion.entry, self._context.parties
        if word is WhoWord.ADDRESSED and entry is not None:  # if it does not say to whom, perhaps to each who had no part in it
            return addressed(entry, parties) if entry.to else tuple(one for one in parties if one not in entry.by)
        if not actors:
            return (_UNSAID,)
        return actors if word is WhoWord.SAME_PARTY else tuple(party for party in parties if party not in actors)

    # --- events ---

    def judge(self, event: Event) -> None:
        """An event that is barred breaks it."""
        if event.version != self._context.version.index or event.type not in self._matcher.tests:
            return
        matched = self._matcher(event)
        if matched == NO:
            return
        answers: dict[str | None, int] = {}  # by whom, where that is asked
        hit: list[Key] = []
        broken = NO
        for key, most in self._asked(event):
            held = self._holds(key, event)
            if most == MAYBE and held == YES:
                held = MAYBE
            answer = both(held, matched if key[0] in (None, _UNSAID) else self._matcher.of(str(key[0]), event, matched))
            if answer == NO:
                continue
            hit.append(key)
            broken = either(broken, answer)
            answers[key[0]] = either(answers.get(key[0], NO), answer)
        if broken == NO:
            return
        self._tell(event, broken, hit, answers)

    def _asked(self, event: Event) -> Iterator[tuple[Key, int]]:
        """The keys under which an event may be barred, each with what it can be at most."""
        if self._by is None and self._to is None and not self._same_person:  # it bars them all alike
            if _EVERYBODY in self._spans:
                yield _EVERYBODY, YES
            return
        by = [(None, YES)] if self._by is None else _named(event.by)
        to = [(None, YES)] if self._to is None else _named(event.entry.to)
        if not self._same_person:
            people: list[tuple[str | None, int]] = [(None, YES)]
        elif event.entry.with_:
            people = _named(outside(event.entry.with_, self._context.parties))
        else:
            unsaid = event.type in with_people(self._context.version.agreement)
            people = [(_ALL, MAYBE)] if unsaid else []
        for (one, sure), (other, certain), (person, known) in product(by, to, people):
            if (one, other, person) in self._spans:
                yield (one, other, person), both(both(sure, certain), known)

    def _holds(self, key: Key, event: Event) -> int:
        spans = self._spans[key]
        held = spans.holds(event)
        if held != NO and id(event.entry) in self._starters:
            held = spans.holds_but_for(event.entry, event)  # what an entry starts does not bar the entry itself
        if held == MAYBE and not event.timed:
            held = reduce(either, (self._of_one_date(stretch, event) for stretch in self._running[key].around(event)), NO)
        return held

    def _of_one_date(self, stretch: Stretch, event: Event) -> int:
        """The same of one trigger. Of two entries of one date without a time, the one that is written later comes later."""
        one = self._whose[id(stretch)]
        occasion, last = one.trigger.occasion, one.freed.last
        if last is not None and _written_before(last.entry, event):
            return NO
        began = YES if stretch.sure_lo <= before(event.lo) else MAYBE
        over = YES if stretch.sure_hi > before(event.hi) else MAYBE
        if occasion.entry is not None and not occasion.breach and _written_before(occasion.entry, event):
            began = one.certainty
        return both(began, over)

    def _tell(self, event: Event, broken: int, hit: list[Key], answers: Mapping[str | None, int]) -> None:
        context = self._context
        who = tuple(name for name in event.by if answers.get(name, NO) == broken)
        found = [stretch for key in hit for stretch in self._running[key].around(event)]
        for key in hit:
            self._running[key].meet(event)
        for stretch in found:
            self._whose[id(stretch)].trigger.met = True
        # It is the one that bars longest of which the finding speaks.
        last = max(found, key=lambda stretch: (stretch.hi, stretch.lo))
        waits = self._form.waits_for is not None
        if broken == YES and waits and event.hi >= context.facts.complete_end:
            broken = MAYBE
        self._report.add(
            Status.BREACH if broken == YES else Status.UNKNOWN,
            event.day,
            event.lo,
            subject=event.entry,
            who=who or event.by or context.parties,
            perhaps=tuple(name for name in event.by if who and name not in who and answers.get(name, NO) != NO),
            with_=event.entry.with_,
            entries=(*self._whose[id(last)].trigger.occasion.entries, event.entry),
            began=last.start_instant,
            after=last.after,
            doubt=last.doubt if broken != YES and isinstance(last.doubt, Finding) else None,
            until=last.end_instant if last.end_instant < FOREVER else None,
        )

    # --- the end ---

    def finish(self, *, goes_on: bool) -> list[Cause]:
        """Count the triggers whose time is over, and say what is barred now; those that a later text goes on with are given."""
        version, as_of = self._context.version, self._context.facts.as_of
        bars: dict[int, list[Barred]] = {}
        for one in self._barred:
            bars.setdefault(id(one.trigger), []).append(one)
            self._tell_bar(one)
        handed: list[Cause] = []
        for trigger in self._triggers:
            own = bars.get(id(trigger))
            if own is None:
                continue  # it bars nothing
            left = {one.person: YES if one.freed.lo > version.end else MAYBE for one in own if one.freed.hi > version.end}
            if goes_on and left:
                handed.append(Cause(trigger.occasion, trigger.met, left))
            elif not trigger.met and all(one.certainty == YES and min(one.freed.hi, version.end) <= as_of for one in own):
                self._kept(trigger.occasion)
        return handed

    def _kept(self, occasion: Occasion) -> None:
        start = self._start(occasion)
        self._report.add(
            Status.KEPT,
            self._context.zone.date_of(start),
            start,
            subject=occasion.entry,
            who=occasion.actors or self._context.parties,
            entries=occasion.entries,
            after=occasion.breach,
        )

    def _tell_bar(self, one: Barred) -> None:
        context, occasion, freed = self._context, one.trigger.occasion, one.freed
        as_of, version = context.facts.as_of, context.version
        if not (version.start <= as_of < version.end and self._start(occasion) <= as_of < freed.hi):
            return
        named = one.person != _UNSAID and (bool(occasion.actors) or (self._by in (None, WhoWord.ADDRESSED) and self._to is None))
        sure = named and one.certainty == YES and self._start(occasion, sure=True) <= as_of < freed.lo
        by, to = (tuple(name for name in self._names(word, occasion) if name) for word in (self._by, self._to))
        context.ledger.bars.append(
            Bar(
                version.agreement,
                self._sentence,
                self._start(occasion),
                freed.hi if freed.hi < FOREVER else None,
                occasion.entry,
                tuple(name for name in by if name != _UNSAID),
                tuple(name for name in to if name != _UNSAID),
                "" if one.person in (None, _UNSAID) else str(one.person),
                freed.owing,
                sure,
                occasion.breach,
            )
        )


def going_on(sentence: Sentence, form: ProhibitionAfter, context: Context) -> bool:
    """Whether the next text goes on with a sentence: it has its name, follows the same and forbids the same, until whenever."""
    version, facts = context.version, context.facts
    place = version.index + 1
    if version.left or place >= len(facts.texts) or facts.begins[place] != version.end:
        return False
    later = next((one.form for one in facts.texts[place].sentences if one.label == sentence.label and not one.not_applied), None)
    return isinstance(later, ProhibitionAfter) and part_meaning((later.trigger, later.selector)) == part_meaning(
        (form.trigger, form.selector)
    )


def _written_before(entry: Entry, event: Event) -> bool:
    """Whether both are of one date and say no time of it, the entry first."""
    return (
        entry.second is None
        and entry.end_day is None
        and entry.end_second is None
        and (entry.day, entry.order)
        < (
            event.day,
            event.entry.order,
        )
        and entry.day == event.day
    )


def _named(names: Iterable[str]) -> list[tuple[str | None, int]]:
    """Each of some names, and whoever it was that the trigger does not name."""
    found: list[tuple[str | None, int]] = [(name, YES) for name in names]
    return [*found, (_UNSAID, MAYBE)] if found else []


def _compared(selector: Selector, kind: type[ByFilter | ToFilter]) -> WhoWord | None:
    """`the same party`, `the others` or `each who was addressed`, where the barred event is to be compared with the trigger."""
    words = (one.who for one in selector.filters if isinstance(one, kind))
    compared = (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS, WhoWord.ADDRESSED)
    return next((who for who in words if isinstance(who, WhoWord) and who in compared), None)
