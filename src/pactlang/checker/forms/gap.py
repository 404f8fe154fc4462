"""`at least 3 days between encounters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import NOTHING, blamed, limited
from pactlang.checker.unless import UnlessTest
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.machine import Handler
    from pactlang.model.agreement import Gap, Sentence


class GapMachine:
    """An event that starts sooner than that after the latest end of those before it breaks it."""

    def __init__(self, sentence: Sentence, form: Gap, context: Context) -> None:
        self._context = context
        self._length = form.length
        self._report = Reporter(context, sentence, FormName.GAP)
        self._matcher = limited(form.selector, sentence.modifiers, context)
        self._unless = UnlessTest(form.unless, context) if form.unless is not None else None
        # For each party and person told apart: the event with the latest end that is sure, and the latest that is possible.
        self._sure: dict[tuple[str | None, str | None], Event] = {}
        self._possible: dict[tuple[str | None, str | None], Event] = {}
        self.noticed: Mapping[str, Handler] = self._unless.noticed if self._unless else NOTHING
        self.judged: Mapping[str, Handler] = dict.fromkeys(self._matcher.tests, self._judge)
        self.answered: Mapping[str, Handler] = NOTHING

    def _judge(self, event: Event) -> None:
        index = self._context.version.index
        if not 0 <= event.version <= index:
            return
        matched = self._matcher(event)
        if matched == NO:
            return
        for key in self._matcher.keys(event, self._context.parties):
            counts = self._matcher.alone(key[0], event, matched)
            counts = self._unless.left(self._matcher, event, key[0], counts) if self._unless is not None else counts
            if counts == NO:
                continue
            if event.version == index:
                self._compare(event, key, counts)
            before = self._possible.get(key)
            if before is None or event.end_hi >= before.end_hi:
                self._possible[key] = event
            before = self._sure.get(key)
            if counts == YES and (before is None or event.end_hi >= before.end_hi):
                self._sure[key] = event

    def _compare(self, event: Event, key: tuple[str | None, str | None], counts: int) -> None:
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

    def _add(self, status: Status, event: Event, before: Event | None, key: tuple[str | None, str | None]) -> None:
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

    def finish(self) -> None:
        """Nothing stays open."""
