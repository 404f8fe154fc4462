"""`no screen-time within 1 hour before bedtime` (R190)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.filters import Matcher, named_in
from pactlang.checker.finding import Status, Wait
from pactlang.checker.form import FormName
from pactlang.checker.machine import Machine, limited
from pactlang.model.agreement import WhoWord
from pactlang.model.calendar import Days, add_days
from pactlang.model.parts import doer

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import ProhibitionBefore, Sentence


class _Waiting(Struct):
    """An event that may yet turn out to be too close to a later one; `over` is when it surely is not any more, `near` while it surely is.

    Both are instants or, where dates decide, dates: a later one that starts before it is too close. `perhaps` is the first that may be.
    """

    event: Event
    certainty: int
    near: int
    over: int
    done: int
    perhaps: Event | None = None


class ProhibitionBeforeMachine(Machine):
    """An event that ends less than a length before a later one starts breaks it, as soon as that starts."""

    def __init__(self, sentence: Sentence, form: ProhibitionBefore, context: Context) -> None:
        self._context = context
        self._form = form
        self._report = Reporter(context, sentence, FormName.PROHIBITION)
        self._matcher = limited(form.selector, sentence.modifiers, context)
        self._later = Matcher(form.later, context)
        self._whose = doer(form.later)
        self._waiting: list[_Waiting] = []
        self.judged = dict.fromkeys(self._matcher.tests, self._note)
        self.answered = dict.fromkeys(self._later.tests, self._follow)

    def _note(self, event: Event) -> None:
        if event.version != self._context.version.index:
            return
        certainty = self._matcher(event)
        if certainty != NO:
            self._waiting.append(_Waiting(event, certainty, *self._reach(event)))

    def _reach(self, event: Event) -> tuple[int, int, int]:
        """Before when a later one is too close, surely and perhaps, and the instant at which it cannot be any more."""
        length, zone = self._form.length, event.zone
        if not isinstance(length, Days):
            over = event.end_hi + length.seconds
            return event.end_lo + length.seconds, over, over
        ends = [event.day if end <= event.lo else zone.date_of(end - (end > event.hi)) for end in (event.end_lo, event.end_hi)]
        near, over = (_first_free(end, length) for end in ends)
        return near, over, zone.midnight(over)

    def _follow(self, later: Event) -> None:
        if later.version < self._context.version.index:
            return
        matched = self._later(later)
        left: list[_Waiting] = []
        for one in self._waiting:
            if one.done <= later.lo:
                self._close(one)
                continue
            close = both(matched, self._too_close(one, later)) if one.event.entry is not later.entry else NO
            close = both(close, self._by_them(one.event, later)) if close != NO else NO
            if both(close, one.certainty) == YES:
                self._tell(Status.BREACH, one, later)
                continue
            if close != NO and one.perhaps is None:
                one.perhaps = later
            left.append(one)
        self._waiting = left

    def _too_close(self, one: _Waiting, later: Event) -> int:
        if isinstance(self._form.length, Days):
            near = YES if later.day < one.near else MAYBE if later.day < one.over else NO
        else:
            near = YES if later.hi < one.near else MAYBE if later.lo < one.over else NO
        return both(near, _starts_before(one.event, later)) if near != NO else NO

    def _by_them(self, event: Event, later: Event) -> int:
        """Whether a later event is by whom it has to be."""
        match self._whose:
            case None | WhoWord.SAME_PARTY | WhoWord.THE_OTHERS:
                pass
            case _:
                return YES  # its own filter says it
        if not event.by or not later.by:
            return MAYBE
        return int(bool(self._shared(event, later)))

    def _shared(self, event: Event, later: Event) -> tuple[str, ...]:
        """The parties by whom a later event is, of those that the sentence compares."""
        compared = whose_later(self._form, event.entry, self._context.parties)
        return tuple(party for party in compared or () if party in later.by)

    def _tell(self, status: Status, one: _Waiting, later: Event) -> None:
        event, length = one.event, self._form.length
        dates = isinstance(length, Days)
        own = self._whose in (None, WhoWord.SAME_PARTY) and status is Status.BREACH
        who = self._shared(event, later) if own else _acting(self._form, event.entry, self._context.parties)
        self._report.add(
            status,
            event.day,
            event.lo,
            moment=later.lo,
            subject=event.entry,
            who=who or self._context.parties,
            with_=event.entry.with_,
            measured=later.day - event.end_day if dates else max(0, later.lo - event.end_hi),
            limit=None if isinstance(length, Days) else length.seconds,
            unit="days" if dates else "seconds",
            entries=(event.entry, later.entry),
        )

    def _close(self, one: _Waiting) -> None:
        """The time is over: whatever comes now is far enough away."""
        event = one.event
        if one.perhaps is not None:
            self._tell(Status.UNKNOWN, one, one.perhaps)
        elif one.certainty == YES and not self._report.only_counted(event.day):
            self._report.add(
                Status.KEPT,
                event.day,
                event.lo,
                subject=event.entry,
                who=event.by or self._context.parties,
                with_=event.entry.with_,
                entries=(event.entry,),
            )

    def finish(self) -> None:
        """What may still turn out to be too close is neither kept nor due: it waits."""
        for one in self._waiting:
            if one.perhaps is not None or one.done <= self._context.facts.as_of:
                self._close(one)
            elif one.certainty == YES:
                context, entry = self._context, one.event.entry
                whose = whose_later(self._form, entry, context.parties)
                context.ledger.waits.append(Wait(self._report.label, entry, one.done, self._form, whose))
        self._waiting = []


def whose_later(form: ProhibitionBefore, entry: Entry, parties: tuple[str, ...]) -> tuple[str, ...] | None:
    """The parties whose later event may be too close to an entry; None if the sentence does not compare them, or the entry names nobody."""
    acting = _acting(form, entry, parties)
    match doer(form.later):
        case None | WhoWord.SAME_PARTY:
            return acting if entry.by else None
        case WhoWord.THE_OTHERS:
            return tuple(party for party in parties if party not in acting) if entry.by else None
        case _:
            return None


def _acting(form: ProhibitionBefore, entry: Entry, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The parties who had part in an event, of those whom the sentence names, if it names any."""
    named = named_in(form.selector).get(entry.type)
    return tuple(party for party in parties if party in entry.by and (named is None or party in named))


def _first_free(end: int, length: Days) -> int:
    """The first date after one on which so many days (or months) before lie after it."""
    day = max(end + 1, add_days(end, length))
    while add_days(day, length, -1) <= end:
        day += 1
    return day


def _starts_before(event: Event, later: Event) -> int:
    """Whether an event starts before another; of two of one date without a time, the one that is written last does not."""
    if event.hi < later.lo:
        return YES
    if (event.lo, event.hi) == (later.lo, later.hi) and event.lo != event.hi:
        return MAYBE if event.entry.order < later.entry.order else NO
    return NO if event.lo >= later.hi else MAYBE
