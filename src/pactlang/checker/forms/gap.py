"""`at least 3 days between encounters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import Key, Limit, blamed
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Gap, Sentence


class GapMachine(Limit):
    """An event that starts sooner than that after the latest end of those before it breaks it."""

    def __init__(self, sentence: Sentence, form: Gap, context: Context) -> None:
        super().__init__(form.selector, sentence, form.unless, context)
        self._length = form.length
        self._report = Reporter(context, sentence, FormName.GAP)
        # For each party and person told apart: the event with the latest end that is sure, and the latest that is possible.
        self._sure: dict[Key, Event] = {}
        self._possible: dict[Key, Event] = {}
        self.judged = dict.fromkeys(self._matcher.tests, self._judge)

    def _judge(self, event: Event) -> None:
        index = self._context.version.index
        if not 0 <= event.version <= index:
            return
        for key, counts in self._meant(event):
            if event.version == index:
                self._compare(event, key, counts)
            before = self._possible.get(key)
            if before is None or event.end_hi >= before.end_hi:
                self._possible[key] = event
            before = self._sure.get(key)
            if counts == YES and (before is None or event.end_hi >= before.end_hi):
                self._sure[key] = event

    def _compare(self, event: Event, key: Key, counts: int) -> None:
        before, maybe_before = self._sure.get(key), self._possible.get(key)
        too_soon = self._too_soon(before, event) if before is not None else NO
        if too_soon != YES and maybe_before is not None and self._too_soon(maybe_before, event) != NO:
            too_soon, before = MAYBE, maybe_before
        if too_soon == NO:
            if counts == YES and not self._report.only_counted(event.day):
                self._add(Status.KEPT, event, before, key)
        else:
            self._add(Status.BREACH if both(too_soon, counts) == YES else Status.UNKNOWN, event, before, key)

    def _too_soon(self, before: Event, event: Event) -> int:
        if isinstance(self._length, Days):
            return int(event.day < add_days(before.end_day, self._length))
        if event.hi < before.end_lo + self._length.seconds:
            return YES
        return MAYBE if event.lo < before.end_hi + self._length.seconds else NO

    def _add(self, status: Status, event: Event, before: Event | None, key: Key) -> None:
        measured: int | None = None
        if before is not None:
            exact = isinstance(self._length, Exact)
            measured = event.lo - before.end_hi if exact else event.day - before.end_day
        self._report.add(
            status,
            event.day,
            event.lo,
            apart=key,
            subject=event.entry,
            who=blamed(key[0], event, self._context.parties),
            with_=(key[1],) if key[1] is not None else event.entry.with_,
            measured=measured,
            limit=self._limit(before),
            unit="seconds" if isinstance(self._length, Exact) else "days",
            entries=(event.entry,) if before is None else (before.entry, event.entry),
        )

    def _limit(self, before: Event | None) -> int:
        if isinstance(self._length, Exact):
            return self._length.seconds
        start = before.end_day if before is not None else self._context.version.first
        return add_days(start, self._length) - start
