"""What may be otherwise about one event: each of its features in turn, at its edge and just outside; what excuses it; what answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import Cell, Duty, PersonWord, SomeOf, UnlessEvent, WithFilter
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.vocabulary import CONSENT
from pactlang.witness.answers import answers
from pactlang.witness.axes import axes_of
from pactlang.witness.cases import Dial, Judge, Pair
from pactlang.witness.entries import EVENING, HOUR, moment_of, placed, steps_in
from pactlang.witness.events import Occasion, event_of
from pactlang.witness.pool import STRANGER, Pool, parts_of
from pactlang.witness.scenario import LONG, Log, Scenario

if TYPE_CHECKING:
    from pactlang.model.agreement import Cap, Form, Gap, Matrix, Precedence, Prohibition, Response, Selector


def answer_to(duty: Duty, pool: Pool, after: Entry) -> Log:
    """What keeps a duty after (or before) an event: by whom and to whom it asks, with the same people where it asks for them."""
    found = next(answers(duty, pool, after))
    same = any(one.person is PersonWord.SAME_PERSON for one in parts_of(duty.selector, WithFilter))
    return tuple(replace(entry, with_=after.with_) for entry in found) if same and after.with_ else found


def meant_pairs(selector: Selector, pool: Pool, judge: Judge, log_of: Callable[[Occasion], Scenario]) -> Iterator[Pair]:
    """The pair that differs least where one feature of an event is changed: which events the sentence means."""
    if not selector.filters and not any(one.filters for one in selector.alternatives) and not pool.unless and not pool.state_names:
        return
    base = event_of(selector, pool, pool.base)
    found = [base, *(change(base) for axis in axes_of(pool, base.main.type) for change in axis)]
    pair = judge.nearest([log_of(one) for one in found[:90]])
    if pair is not None:
        yield pair


def excuse_dials(form: Cap | Gap | Prohibition | Response | Precedence, one: Occasion, log: Log, pool: Pool) -> Iterator[Dial]:
    """What excuses an event, longer and longer before it."""
    if not isinstance(form.unless, UnlessEvent):
        return
    excuse, within, at = answer_to(form.unless.duty, pool, one.main), form.unless.within, moment_of(one.main)
    step, near = steps_in(within)

    def build(steps: int) -> Scenario:
        given = (placed(entry, at - steps * step - (HOUR if step == DAY_SECONDS else 0)) for entry in excuse)
        entries = (*given, *log, *one.before, one.main)
        return Scenario(entries, one.main.day + LONG)

    yield Dial(build, [0, near // 2, near + 3, near * 9 // 8 + 12])


def by_one_fewer(pair: Pair, form: Form, judge: Judge) -> Iterator[Pair]:
    """The same, where so many of you must do something: by so many, and by one fewer."""
    for duty in parts_of(form, Duty):
        if isinstance(duty.by, SomeOf) and duty.by.number > 1:
            asked, kept = {one.event for one in duty.selector.alternatives}, pair.kept.entries
            fewer = tuple(replace(one, by=one.by[:-1]) if one.type in asked and len(one.by) == duty.by.number else one for one in kept)
            last = max(pair.kept.last, pair.broken.last)
            found = judge.pair(Scenario(kept, last), Scenario(fewer, last)) if fewer != kept else None
            if found is not None:
                yield found


def matrix_pairs(matrix: Matrix, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """For the first cell that asks and the first that says no: the same evening with and without."""
    yield from _asking(matrix, pool, judge)
    yield from _refused(matrix, pool, judge)


def _asking(matrix: Matrix, pool: Pool, judge: Judge) -> Iterator[Pair]:
    step, near = steps_in(matrix.ask_within)
    for row in matrix.rows:
        for actor in matrix.parties:
            cells = dict(zip(matrix.parties, row.cells, strict=True))
            asked = tuple(party for party in matrix.parties if party != actor and cells[party] in (Cell.ASK, Cell.OPEN))
            if not asked or any(cell is Cell.NO for party, cell in cells.items() if party != actor):
                continue
            main = _tagged(matrix, row.activity, actor, pool)
            consent = Entry(CONSENT, main.day, by=asked, to=(actor,))

            def build(steps: int, main: Entry = main, consent: Entry = consent) -> Scenario:
                back = steps * step + (HOUR if step == DAY_SECONDS else 0)
                return Scenario((placed(consent, moment_of(main) - back), main), main.day + LONG)

            yield from judge.edges(Dial(build, [0, near // 2, near + 3, near * 9 // 8 + 12]))
            return


def _refused(matrix: Matrix, pool: Pool, judge: Judge) -> Iterator[Pair]:
    for row in matrix.rows:
        for party, cell in zip(matrix.parties, row.cells, strict=True):
            others = [one for one in matrix.parties if one != party]
            if cell is not Cell.NO or not others:
                continue
            # Their own is fine: nobody needs their own consent.
            scenes = [
                Scenario((main,), main.day + LONG) for main in (_tagged(matrix, row.activity, who, pool) for who in (others[0], party))
            ]
            free = next((one.activity for one in matrix.rows if all(each is Cell.YES for each in one.cells)), "")
            other = _tagged(matrix, free, others[0], pool)
            plain = replace(other, tags=(free,) if free else ())
            for second in (scenes[1], Scenario((plain,), plain.day + LONG)):
                pair = judge.pair(scenes[0], second)
                if pair is not None:
                    yield pair
                    return


def _tagged(matrix: Matrix, activity: str, actor: str, pool: Pool) -> Entry:
    people = (pool.people[0] if pool.people else STRANGER,) if matrix.event in pool.with_person else ()
    return Entry(matrix.event, pool.base, EVENING, by=(actor,), with_=people, tags=(activity,))
