"""States and pauses: stretches of time that entries open and close, worked out before the pass over the log."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.filters import Matcher
from pactlang.checker.spans import FOREVER, Spans, Stretch, before, just_after
from pactlang.model.agreement import Pause
from pactlang.model.calendar import Exact, add_days
from pactlang.model.parts import events
from pactlang.model.vocabulary import PAUSE, RESUME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pactlang.checker.context import Context
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Sentence, State
    from pactlang.model.calendar import Duration, Zone

PAUSED = "paused"


def last_instant(start: int, day: int, length: Duration, zone: Zone) -> int:
    """The first instant after a stretch that lasts this long: hours from its start, days to the end of its date + days."""
    if isinstance(length, Exact):
        return start + length.seconds
    return zone.midnight(add_days(day, length) + 1)


def names_of_pause(sentence: Sentence, texts: Sequence[Agreement]) -> frozenset[str]:
    """By what names a sentence that lets people pause is called in the last of some texts. A name that nobody may pause by any more, and by
    which an earlier text let people pause one of the same events, is one of them: a clause may have been renamed.
    """
    called = frozenset({sentence.clause, sentence.label})
    known = {name for one in texts[-1].sentences if isinstance(one.form, Pause) for name in (one.clause, one.label)}
    assert isinstance(sentence.form, Pause)  # noqa: S101 - the caller looked
    stopped = events(sentence.form.selector)
    earlier = (one for text in texts[:-1] for one in text.sentences if isinstance(one.form, Pause) and events(one.form.selector) & stopped)
    return called | frozenset(name for one in earlier for name in (one.clause, one.label) if name not in known)


def pause_spans(given: Sequence[Event], version: int, zone: Zone, sentence: Sentence | None, texts: Sequence[Agreement]) -> Spans:
    """When the parties have paused by a sentence that lets them, as one version of the agreement sees it; None where none says how.

    Each pause entry in force (under this version or an earlier one) opens a stretch. It ends with its `until` date, with the last
    date allowed, or when everyone who made it has resumed, whichever comes first. What names another clause is not heard here; `texts` are
    those of all versions, since an earlier one may have called this clause otherwise.
    """
    at_most = sentence.form.at_most if sentence is not None and isinstance(sentence.form, Pause) else None
    own: set[str | None] = {None} if sentence is None else {None, sentence.clause, sentence.label}
    if sentence is not None and version and any(event.entry.target not in own for event in given if event.type in (PAUSE, RESUME)):
        own |= names_of_pause(sentence, texts[: version + 1])
    heard = [event for event in given if event.type not in (PAUSE, RESUME) or event.entry.target in own]
    made: dict[str, list[Event]] = defaultdict(list)
    for event in heard:
        if event.type == RESUME:
            for party in event.by:
                made[party].append(event)
    resumes = {party: _Resumes(of) for party, of in made.items()}
    stretches = []
    for pause in heard:
        if pause.type != PAUSE or not 0 <= pause.version <= version:
            continue
        sure_end = end = FOREVER
        # A pause stops from its very instant and a resume frees from its very instant, whatever the log order.
        if pause.entry.until is not None:
            sure_end = end = zone.midnight(pause.entry.until + 1)
        if at_most is not None:
            sure_end = min(sure_end, last_instant(pause.lo, pause.day, at_most, zone))
            end = min(end, last_instant(pause.hi, pause.day, at_most, zone))
        ended = [resumes[party].after(pause) if party in resumes else (FOREVER, FOREVER) for party in pause.by]
        sure_end = min(sure_end, max((lo for lo, _ in ended), default=FOREVER))
        end = min(end, max((hi for _, hi in ended), default=FOREVER))
        stretches.append(Stretch(before(pause.lo), before(pause.hi), before(sure_end), before(end), pause.entry))
    return Spans(stretches)


class _Resumes:
    """The resumes of one party. On one date, where one has no time, those written after a pause are after it (rule R42)."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._timed = [event.place_in_order for event in events if event.timed]
        self._untimed = sorted((event.day, event.entry.order, event.lo, event.hi) for event in events if not event.timed)
        written = sorted(((event.day, event.entry.order), event.hi) for event in events)
        self._written = [place for place, _ in written]
        self._by_then = list(accumulate((hi for _, hi in reversed(written)), min))[::-1]

    def after(self, pause: Event) -> tuple[int, int]:
        """When the first after a pause was at the earliest, and by when there surely was one."""
        written = pause.day, pause.entry.order
        place = bisect_right(self._timed, pause.place_in_order)
        timed = [instant for instant, _ in self._timed[place : place + 1]]
        place = bisect_right(self._untimed, (*written, FOREVER))
        after = self._untimed[place : place + 1]
        # Of one date, without times, what was written before was before.
        place = bisect_right(self._untimed, (pause.day,)) if pause.timed else place
        lo = timed + [max(pause.lo, instant) for *_, instant, _ in self._untimed[place : place + 1]]
        place = bisect_right(self._written, written)
        hi = timed + [instant for *_, instant in after] if pause.timed else self._by_then[place : place + 1]
        return min(lo, default=FOREVER), min(hi, default=FOREVER)


class StateSpans(Spans):
    """When a declared state holds. An event changes it for what comes after: whatever its time was, it is asked without its own change.

    `ended` says, by the place in the log of what ended some, from when each of them surely held and until when it would have.
    """

    __slots__ = ("_ended",)

    def __init__(self, stretches: Iterable[Stretch], ended: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        super().__init__(stretches)
        self._ended = ended

    def holds(self, event: Event) -> int:
        """Whether it holds when an event starts, three-valued."""
        if (held := super().holds(event)) != MAYBE:
            return held
        held = self.holds_but_for(event.entry, event)
        order = event.entry.order
        own = self._ended.get(order, ()) if held == MAYBE else ()
        return YES if any(start < just_after(event.lo, order) and just_after(event.hi, order) <= end for start, end in own) else held


class _Endings:
    """What may end a state, and what surely does, in order."""

    def __init__(self, events: Sequence[Event], sure: Sequence[Event]) -> None:
        self._places = [event.place_in_order for event in events]
        self._latest = list(accumulate(((event.hi, event.entry.order) for event in events), max, initial=(-FOREVER, 0)))
        self._sure = [event.place_in_order for event in sure]
        self._soonest = list(accumulate(((event.hi, event.entry.order) for event in reversed(sure)), min))[::-1]
        self._entries = {event.entry.order: event.entry for event in sure}
        self._dates: dict[tuple[int, int], list[int]] = defaultdict(list)  # of those without a time, by the instants they may be at
        for event in sure:
            if not event.timed:
                self._dates[event.lo, event.hi].append(event.entry.order)

    def possible(self, start: Event) -> list[tuple[int, int]]:
        """The first places at which one may come after a start, at most two; the start's own is there if it may come at once."""
        place = bisect_right(self._places, start.place_in_order)
        # Of one date, without times, what was written before was before.
        earlier = bisect_left(self._places, (start.lo, -1)) if not start.timed and not start.lasts else place
        at_once = [start.place_in_order] if self._latest[earlier] > start.place_in_order else []
        return at_once + self._places[place : place + 2]

    def certain(self, start: Event) -> tuple[int, int] | None:
        """The place by which one surely came after a start."""
        place = bisect_right(self._sure, (start.hi, start.entry.order))
        found = [self._soonest[place]] if place < len(self._sure) else []
        same = self._dates.get((start.lo, start.hi), []) if not start.timed else []
        later = bisect_right(same, start.entry.order)
        return min([*found, *((start.hi, order) for order in same[later : later + 1])], default=None)

    def entry(self, place: tuple[int, int]) -> Entry:
        """The entry of what surely ends it at a place."""
        return self._entries[place[1]]


def state_spans(state: State, given: Iterable[Event], context: Context, party: str | None = None) -> Spans:
    """When a declared state holds: from each event that starts it to the next that ends it, or as long as it lasts at most.

    An end before it has lasted as long as it does at least takes effect when that is over.
    With a `party`, their own: only what they had part in starts and ends it, and what nobody is named in perhaps does.
    """

    def of(event: Event, verdict: int) -> int:
        if party is None or party in event.by:
            return verdict
        return both(verdict, MAYBE) if not event.by else NO

    starts = [Matcher(selector, context) for selector in state.starts]
    ends = [Matcher(selector, context) for selector in state.ends]
    stretches: list[Stretch] = []
    ended: dict[int, list[tuple[int, int]]] = defaultdict(list)
    verdicts_of = [(event, [of(event, matcher(event)) for matcher in ends]) for event in given]
    endings = _Endings(
        [event for event, verdicts in verdicts_of if any(verdict != NO for verdict in verdicts)],
        [event for event, verdicts in verdicts_of if YES in verdicts],
    )
    for event in given:
        verdicts = [of(event, matcher(event)) for matcher in starts]
        if any(verdict != NO for verdict in verdicts):
            certain = YES in verdicts
            sure_end, end = before(FOREVER), before(FOREVER)
            if state.lasts is not None:
                sure_end, end = (before(last_instant(instant, event.day, state.lasts, context.zone)) for instant in (event.lo, event.hi))
            least, sure_least = before(-FOREVER), before(-FOREVER)
            if state.least is not None:
                lasting = [last_instant(instant, event.day, state.least, context.zone) for instant in (event.lo, event.hi)]
                sure_least, least = map(before, lasting)
            early, early_at = None, 0
            # An event changes a state for what comes after it.
            start, sure_start = (just_after(instant, event.entry.order) for instant in (event.lo, event.hi))
            possible = endings.possible(event)
            if possible and certain:
                others = (max(just_after(*place), sure_least) for place in possible[1:])
                ended[possible[0][1]].append((sure_start, min(sure_end, *others, before(FOREVER))))
            if possible:
                sure_end = min(sure_end, max(just_after(*possible[0]), sure_least))
            if (by_then := endings.certain(event)) is not None:
                if just_after(*by_then) < least < end:
                    early, early_at = endings.entry(by_then), just_after(*by_then)
                end = min(end, max(just_after(*by_then), least))
            surely = (sure_start, sure_end) if certain else (end, end)
            stretches.append(Stretch(start, *surely, end, event.entry, early=early, early_at=early_at))
    return StateSpans(stretches, ended)
