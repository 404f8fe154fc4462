"""Law: what `status` says is left of a cap is what `check` counts. So much more breaks nothing of it; one more than that does."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from hypothesis import event, given
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Judgement, Room, Status
from pactlang.day.status import today_of
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Cap, Rolling, Unit
from pactlang.model.calendar import Exact

from ..reference.clock import Clock
from ..reference.comparing import tries
from ..reference.strategies import ACTIVITIES, PARTIES, Case, LogShape, one_agreement, several_versions
from .moments import HOUR, UTC, moments

SHAPE = LogShape(leaves=True, size=14)


def judged(models: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> Judgement:
    return judge(models, entries, as_of, UTC, keep_all=True)


def candidates(room: Room, case: Case, clock: Clock) -> Iterator[Entry]:
    """Entries from now on, today: some of them are what the cap counts for the people of a room."""
    day, now = clock.date(case.as_of), clock.second(case.as_of)
    form = room.sentence.form
    assert isinstance(form, Cap)
    exactly = isinstance(form.window, Rolling) and isinstance(form.window.length, Exact)
    seconds = [now] if exactly else [second for second in (now, 12 * HOUR, 23 * HOUR, 23 * HOUR + 1800) if second >= now]
    people = [room.with_] if room.with_ else [("zoe",)] if room.others else [("zoe",), ("dana",), ("kim",), ("dana", "kim"), ()]
    by = [room.who] if room.who else [*((party,) for party in PARTIES), PARTIES[:2]]
    fields: list[dict[str, str | Decimal]] = [{}, {"protection": "none"}, {"mood": Decimal(2)}]
    if form.measure.unit is Unit.AMOUNT:
        fields = [{"amount": Decimal(1), "unit": form.measure.currency}]
    kinds = dict.fromkeys(part.event for part in form.selector.alternatives)
    for kind, second, who, with_, detail in product(kinds, seconds, by, people, fields):
        start = clock.instant(day, second)
        if start >= case.as_of and clock.date(start) == day:
            yield Entry(kind, day, second, by=who, with_=with_, place="home", tags=("overnight", *ACTIVITIES), fields=detail)


def told(room: Room, case: Case, more: Sequence[Entry], clock: Clock) -> list[Finding]:
    """What the checker says by this cap, of these people, about each of some entries more."""
    until = max([case.as_of, *(clock.instant(entry.day, entry.second or 0) for entry in more)])
    more = [replace(entry, order=10_000 + place, line=10_000 + place) for place, entry in enumerate(more)]
    found = judged(case.models, [*case.entries, *more], until).findings
    # What may still be repaired stands under the name of what repairs it.
    named = (room.sentence.label, f"{room.sentence.label}.otherwise")
    ours = [one for one in found if getattr(one.sentence, "label", "") in named and one.subject is not None]
    ours = [one for one in ours if (not room.who or one.who == room.who) and (not room.with_ or one.with_ == room.with_)]
    return [one for one in ours if one.subject is not None and one.subject.order >= 10_000]


def one_more_than_fits(room: Room, one: Entry) -> list[Entry]:
    """All that is left, and then one more."""
    if "amount" in one.fields:
        return [replace(one, fields={**one.fields, "amount": Decimal(amount)}) for amount in (room.left, 1) if amount]
    if room.with_ or room.others or (one.with_ != ("zoe",) and "someone new" not in room.sentence.words):
        return [one] * (int(room.left) + 1)
    # Somebody else each time: for `with someone new` only the first evening with one of them counts.
    return [replace(one, with_=(f"zoe{place}",)) for place in range(int(room.left) + 1)]


def check_left(case: Case) -> int:
    """Hold each room against the checker; how many there were that something could be tried for."""
    today = today_of(case.models, case.entries, case.as_of, UTC)
    clock = Clock(today.judgement.zone.key)
    tried = 0
    for room in today.left:
        form = room.sentence.form
        assert isinstance(form, Cap)
        assert room.standing.used <= room.standing.most
        if form.measure.unit in (Unit.HOURS, Unit.DAYS, Unit.NIGHTS):
            continue  # one more on the same day or night adds nothing
        # Whether it counts is unknown of one without a name, and where a state may or may not have begun: nothing is said of it if it fits.
        counted = [one for one in told(room, case, list(candidates(room, case, clock)), clock) if not one.unnamed]
        counted = [one for one in counted if one.status is not Status.UNKNOWN]
        if not counted:
            continue  # what it counts cannot happen any more today
        tried += 1
        subject = counted[0].subject
        assert subject is not None
        more = one_more_than_fits(room, subject)
        statuses = [one.status for one in told(room, case, more, clock)]
        assert len(statuses) == len(more)
        broken = sum(status is not Status.KEPT for status in statuses)
        assert broken == 1, f"{room.sentence.words} {room.who} {room.with_}: {room.left} left; {statuses}"
    return tried


CAPS = one_agreement(("cap",), SHAPE, sentences=2) | several_versions(SHAPE, forms=("cap",))


@given(CAPS | one_agreement(("cap",), dataclasses.replace(SHAPE, untimed=True), sentences=1))
@tries(30)
def test_what_is_left_fits_and_one_more_does_not(drawn: Case) -> None:
    for case in moments(drawn):
        event(f"{check_left(case)} caps tried")


@given(CAPS)
@tries(20)
def test_from_when_there_is_room_again(drawn: Case) -> None:
    """Once it says that there is room again, there is, with nothing new logged; the second before, there is none."""
    for case in moments(drawn):
        clock = Clock(case.models[0].zone)
        known = [entry for entry in case.entries if clock.instant(entry.day, entry.second or 0, entry.offset) <= case.as_of]
        for room in judged(case.models, known, case.as_of).rooms:
            free = room.standing.free
            if free is None:
                continue
            event("full")
            assert room.left == 0
            assert left_at(free, room, case, known) > 0
            if room.unit != "seconds":
                assert left_at(free - 1, room, case, known) == 0


def left_at(instant: int, room: Room, case: Case, known: Sequence[Entry]) -> int | Decimal:
    """What is left for the people of a room at another instant."""
    same = [
        one
        for one in judged(case.models, known, instant).rooms
        if one.sentence.label == room.sentence.label and one.who == room.who and one.agreement.digest == room.agreement.digest
    ]
    own = [one.left for one in same if one.with_ == room.with_]
    return own[0] if own else next(one.left for one in same if one.others)
