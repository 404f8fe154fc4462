"""Which directions no log can show: two sentences of one form, one of which surely asks all that the other does in every part.

A search that knows this looks for the other direction only, and `diff` claims a direction alone only where it is known so. Nothing is
shown by it: the log that shows a direction is still judged. Laws in the tests hold it against the search, against logs by chance and
against the reference checker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.timeline import zone_of
from pactlang.model.agreement import (
    Alternative,
    Cap,
    Cell,
    EventTrigger,
    Gap,
    Interval,
    Matrix,
    Modifiers,
    Parties,
    PauseAfter,
    People,
    Precedence,
    Prohibition,
    ProhibitionBefore,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
    TaggedPeople,
    UnlessState,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import load_zone
from pactlang.model.meaning import part_meaning
from pactlang.model.parts import events, parts, wanted
from pactlang.model.words import folded
from pactlang.witness.direction import Direction
from pactlang.witness.filters import Ground, as_short, same
from pactlang.witness.forms import as_strict, asks_for_dates, serves_many, used_in_turn
from pactlang.witness.order import holds_on_more
from pactlang.witness.pausing import asked_beside
from pactlang.witness.pool import parts_of
from pactlang.witness.rests import rests_on

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Form

T = TypeVar("T")
Rule = Sentence | Matrix
Given = tuple["Agreement", Rule]
NONE: frozenset[Direction] = frozenset()
_CELLS = (Cell.YES, Cell.OPEN, Cell.ASK, Cell.NO)  # each asks no less than those before it


def never_shown(old: Given | None, new: Given | None) -> frozenset[Direction]:
    """The directions that no log shows of two sentences; where one of them is missing, a wish or not applied, nobody can break it."""
    given = [one for one in (old, new) if one is not None]
    if asked_beside(given) or any(map(_lifts, given)):
        return NONE  # what a pause lifts is asked for no longer, so more of it may be less
    none = [one is None or (isinstance(one[1], Sentence) and bool(one[1].modifiers.wish or one[1].not_applied)) for one in (old, new)]
    if old is None or new is None or any(none):
        return frozenset(way for way, empty in zip((Direction.LOOSER, Direction.TIGHTER), none, strict=True) if empty)
    alike = _alike(old, new)
    if alike is None:
        return NONE
    (one, other), ground = alike
    parties = [set(text.parties) for text, _ in (old, new)]
    if parties[0] <= parties[1] and _all_asked(other, one, ground):
        return frozenset({Direction.LOOSER})
    return frozenset({Direction.TIGHTER}) if parties[1] <= parties[0] and _all_asked(one, other, ground) else NONE


def _lifts(given: Given) -> bool:
    """Whether a sentence pauses, after something, what its text asks for."""
    agreement, rule = given
    if not (isinstance(rule, Sentence) and isinstance(rule.form, PauseAfter)):
        return False
    paused = events(rule.form.selector)
    return any(events(wanted(one.form)) & paused for one in agreement.sentences if not one.not_applied)


def _alike(old: Given, new: Given) -> tuple[tuple[Rule, Rule], Ground] | None:
    """Both sentences as they would be in one text, and what they stand on there; None where they rest on something else in each.

    Everyone, and whoever has a tag, may be other people in the one text than in the other: then they are named.
    """
    texts, rules = (old[0], new[0]), (old[1], new[1])
    named = {part.event for rule in rules for part in parts_of(_things(rule), Alternative)}
    if texts[0].zone != texts[1].zone or any(_event(texts[0], name) != _event(texts[1], name) for name in named):
        return None
    same_parties = set(texts[0].parties) == set(texts[1].parties)
    if not (same_parties and _rest_alike(rules, texts)):
        rules = (_named(old[1], old[0]), _named(new[1], new[0]))
        if not _rest_alike(rules, texts) or not (same_parties or all(map(_of_parties_alone, rules))):
            return None
    own = {state.name for text in texts for state in text.states if state.each}
    stateful = any(isinstance(part, WhileFilter | UnlessState) and part.state in own for rule in rules for part in parts(_things(rule)))
    both = tuple(party for party in texts[1].parties if party in texts[0].parties)
    return rules, Ground(both, zone_of(texts[1], load_zone("UTC")), stateful)


def _things(rule: Rule) -> object:
    return (rule.form, rule.modifiers) if isinstance(rule, Sentence) else rule


def _event(agreement: Agreement, name: str) -> object:
    event = agreement.vocabulary.events.get(name)
    return None if event is None else part_meaning(event)


def _rest_alike(rules: tuple[Rule, Rule], texts: tuple[Agreement, Agreement]) -> bool:
    """Whether both take the same from outside of their clauses in either text, but for the parties."""
    for rule in rules:
        one, other = (rests_on(rule, text) for text in texts)
        if (*one[:2], *one[3:]) != (*other[:2], *other[3:]):
            return False
    return True


def _named(rule: Rule, agreement: Agreement) -> Rule:
    """The same with the names of everyone who owes something, and of whoever has a tag."""
    if isinstance(rule, Matrix):
        return rule
    form = rule.form
    if isinstance(form, Response | Precedence | Interval | Schedule | RepeatAfter):
        alone = not isinstance(form, Response | Precedence)
        if form.duty.by is WhoWord.EVERYONE or (alone and form.duty.by is WhoWord.EACH_PARTY):
            form = replace(form, duty=replace(form.duty, by=Parties(agreement.parties)))
    return replace(rule, form=_with_names(form, agreement))


def _with_names(thing: T, agreement: Agreement) -> T:
    if isinstance(thing, TaggedPeople):
        wanted = set(map(folded, thing.tags))
        return People(tuple(one.name for one in agreement.people if not wanted.isdisjoint(map(folded, one.tags))))  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(_with_names(one, agreement) for one in thing)  # type: ignore[return-value]
    if isinstance(thing, Struct) and parts_of(thing, TaggedPeople):
        return replace(thing, **{name: _with_names(getattr(thing, name), agreement) for name in thing.__struct_fields__})
    return thing


def _of_parties_alone(rule: Rule) -> bool:
    """Whether more parties surely owe more, and are limited more: nobody is asked for as one of the others, or of those outside."""
    return not any(
        isinstance(part, WithFilter) or (isinstance(part, WhoWord) and part not in (WhoWord.ANYONE, WhoWord.EACH_PARTY))
        for part in parts(_things(rule))
    )


def _all_asked(rule: Rule, than: Rule, ground: Ground) -> bool:
    """Whether a sentence (or a table) surely asks all that another does."""
    if isinstance(rule, Matrix) or isinstance(than, Matrix):
        return isinstance(rule, Matrix) and isinstance(than, Matrix) and _cells_asked(rule, than)
    lines, others = (one.modifiers.judged for one in (rule, than))
    repair, other = lines.otherwise, others.otherwise
    lines, others = replace(lines, otherwise=None), replace(others, otherwise=None)
    if repair is not None:
        # What repairs a breach counts from its moment: of two sentences, the one that is broken sooner may be repaired by what comes before
        # the other is broken. So they must be alike in all else.
        alike = same(lines, others) and same(rule.form, than.form)
        return alike and other is not None and as_strict(repair, other, ground, dated=False)
    if not same(
        lines, replace(others, only=lines.only, excepted=lines.excepted, grace=lines.grace, covering=lines.covering, untold=lines.untold)
    ):
        return False
    dated = not same((lines.only, lines.excepted), (others.only, others.excepted))
    if dated and not (_by_start(rule.form) and holds_on_more(lines.only, lines.excepted, (others.only, others.excepted))):
        return False
    on_dates = bool(lines.only or lines.excepted or others.only or others.excepted)
    if not same(lines.grace, others.grace) and (on_dates or not _as_soon_after(lines, others)):
        return False
    used_up = isinstance(rule.form, Precedence) and not serves_many(rule.form.lead)
    if not same((lines.covering, lines.untold), (others.covering, others.untold)) and (
        used_up or any(not _asked(others, by) <= _asked(lines, by) for by in ((), *((party,) for party in ground.parties)))
    ):
        return False
    return as_strict(rule.form, than.form, ground, dated=on_dates)


def _asked(lines: Modifiers, by: tuple[str, ...]) -> frozenset[str]:
    """What somebody must name, folded."""
    return frozenset(map(folded, lines.covering)) - lines.unasked(by)


def _cells_asked(table: Matrix, than: Matrix) -> bool:
    """Whether each cell of a table asks no less than that of another with the same rows, and of consents that are as fresh."""
    if (table.event, table.parties, len(table.rows)) != (than.event, than.parties, len(than.rows)):
        return False
    alike = all(a.activity == b.activity and len(a.cells) == len(b.cells) for a, b in zip(table.rows, than.rows, strict=True))
    return (
        alike
        and as_short(table.ask_within, than.ask_within)
        and all(
            _CELLS.index(own) >= _CELLS.index(their)
            for a, b in zip(table.rows, than.rows, strict=True)
            for own, their in zip(a.cells, b.cells, strict=True)
        )
    )


def _by_start(form: Form) -> bool:
    """Whether `only` and `except` take events, or dates, out of a sentence, each on its own."""
    match form:
        case Prohibition() | ProhibitionBefore() | Cap() | Gap():
            return True
        case Response(trigger=EventTrigger(first=False, times=None)):
            return True
        case Precedence(trigger=EventTrigger(first=False), lead=lead):
            return serves_many(lead) or used_in_turn(form.duty)
        case _:
            return asks_for_dates(form)


def _as_soon_after(lines: Modifiers, others: Modifiers) -> bool:
    """Whether a grace is surely no longer."""
    if lines.grace is None or same(lines.grace, others.grace):
        return True
    return others.grace is not None and as_short(lines.grace, others.grace)
