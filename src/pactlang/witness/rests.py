"""What a sentence rests on outside of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.lifting import stopped
from pactlang.model.agreement import (
    Cap,
    Matrix,
    Pause,
    PauseAfter,
    PersonWord,
    Quota,
    Rhythm,
    Schedule,
    Sentence,
    TaggedPeople,
    UnlessState,
    WhileFilter,
    WhoWord,
)
from pactlang.model.calendar import Period
from pactlang.model.meaning import part_meaning
from pactlang.model.parts import parts
from pactlang.witness.pool import parts_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Person, State


def rests_on(rule: Sentence | Matrix, agreement: Agreement) -> tuple[object, ...]:
    """What a sentence takes from outside of its clause, as a meaning: states, people by tag, who is new, all parties, how weeks run; of a
    pause also what it stops.
    """
    form = rule.form if isinstance(rule, Sentence) else rule
    things = (form, rule.modifiers) if isinstance(rule, Sentence) else rule
    names = {one.state for one in parts(things) if isinstance(one, UnlessState | WhileFilter)}
    states: list[State] = [one for one in agreement.states if one.name in names]
    reached = (things, tuple(states))
    tags = {tag for one in parts_of(reached, TaggedPeople) for tag in one.tags}
    people: list[Person | tuple[str, int | None]] = [one for one in agreement.people if tags & set(one.tags)]
    found = list(parts(reached))
    if PersonWord.SOMEONE_NEW in found:
        people += [(one.name, one.known_since) for one in agreement.people if one.known_since is not None]
    words = {WhoWord.EVERYONE, WhoWord.EACH_PARTY, WhoWord.THE_OTHERS, WhoWord.ADDRESSED}
    parties = tuple(sorted(agreement.parties)) if any(isinstance(one, WhoWord) and one in words for one in found) else ()
    weekly = any(_by_weeks(one) for one in found)
    # A pause stops what its text limits, and not what it only asks for.
    stops = (tuple(sorted(stopped(form, agreement))),) if isinstance(form, Pause | PauseAfter) else ()
    return (
        tuple(map(part_meaning, sorted(states, key=lambda one: one.name))),
        tuple(map(part_meaning, sorted(people, key=_name_of))),
        parties,
        agreement.week_start if weekly else None,
        *stops,
    )


def _name_of(person: Person | tuple[str, int | None]) -> str:
    return person[0] if isinstance(person, tuple) else person.name


def _by_weeks(part: object) -> bool:
    if isinstance(part, Schedule):
        return part.recurrence.rhythm is Rhythm.WEEK and part.recurrence.every > 1
    return (isinstance(part, Cap) and part.window is Period.WEEK) or (isinstance(part, Quota) and part.period is Period.WEEK)
