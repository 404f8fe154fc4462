"""How near the events of a sentence with a clock window come to it: evenings that end later and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.event import NO, Event
from pactlang.checker.form import FormName
from pactlang.checker.machine import Machine, limited
from pactlang.checker.uses import MOST, Use
from pactlang.model.agreement import Cap, ClockFilter, ClockPart, DuringFilter, Prohibition
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.named import HoursOn

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Selector, Sentence

NEARING = 4 * 3600  # seconds before the window in which an event uses up its room


def clock_of(selector: Selector) -> ClockFilter | DuringFilter | None:
    """The one clock window of a selector with one alternative, or its hours where they are one window; None for all else.

    Hours of several lines open at another time on each of their days, and those of whole dates at none that anything could come near to.
    """
    if len(selector.alternatives) != 1:
        return None
    clocks = [part for part in (*selector.filters, *selector.alternatives[0].filters) if isinstance(part, ClockFilter | DuringFilter)]
    if len(clocks) != 1 or (isinstance(clocks[0], DuringFilter) and (len(clocks[0].hours.lines) != 1 or _whole(clocks[0].hours.lines[0]))):
        return None
    return clocks[0]


def _whole(line: HoursOn) -> bool:
    return line.start == line.end


def watched(sentence: Sentence) -> ClockFilter | DuringFilter | None:
    """The clock window that a limit keeps events out of."""
    form = sentence.form
    return clock_of(form.selector) if isinstance(form, Prohibition | Cap) and sentence.modifiers.watched else None


class ClockWatch(Machine):
    """Hears the events that the sentence would limit at another hour, and notes how near they came."""

    def __init__(self, sentence: Sentence, clock: ClockFilter | DuringFilter, context: Context) -> None:
        form = sentence.form
        assert isinstance(form, Prohibition | Cap)  # noqa: S101 - `watched` says so
        one = form.selector.alternatives[0]
        open_one = replace(
            form.selector,
            alternatives=(replace(one, filters=tuple(part for part in one.filters if part != clock)),),
            filters=tuple(part for part in form.selector.filters if part != clock),
        )
        self._context = context
        self._sentence = sentence
        self._clock = clock.hours.lines[0] if isinstance(clock, DuringFilter) else clock
        self._form = FormName.CAP if isinstance(form, Cap) else FormName.PROHIBITION
        self._matcher = limited(open_one, sentence.modifiers, context)
        self.judged = dict.fromkeys(self._matcher.tests, self._judge)

    def _judge(self, event: Event) -> None:
        uses = self._context.ledger.uses
        if event.version != self._context.version.index or not uses.wants(event.day) or not event.timed or self._matcher(event) == NO:
            return
        edge = self._edge(event)
        if edge is None:
            return
        share, second = edge
        for party, _ in self._matcher.keys(event, self._context.parties):
            who = (party,) if party is not None else ()
            series = uses.of(self._context.version.agreement, self._sentence, self._form, who, part="clock")
            series.clock = self._clock.start
            series.uses.append(Use(event.day, second, self._clock.start, share))

    def _edge(self, event: Event) -> tuple[float, int] | None:
        """How much of the last hours before the window is used, and the second of the day that says so; None where it cannot be told.

        It is the end of the event that counts, or its start where the window is about starting.
        """
        clock, zone = self._clock, self._context.zone
        if isinstance(clock, ClockFilter) and clock.part is ClockPart.START:
            instant, length = event.lo, 0
        elif event.entry.end_second is not None:
            instant, length = event.end_hi, event.end_hi - event.lo
        else:
            return None
        second = zone.clock(instant)[1]
        # From half a day before the window opens to half a day after.
        past = (second - clock.start + DAY_SECONDS // 2) % DAY_SECONDS - DAY_SECONDS // 2
        if isinstance(clock, HoursOn) and not clock.days.holds(zone.date_of(instant - past)):
            return None  # no window opens on that date
        if past - length > (clock.end - clock.start) % DAY_SECONDS:
            return 0.0, second  # it began after the window had closed
        return min(MOST, max(0.0, 1 + past / NEARING)), second
