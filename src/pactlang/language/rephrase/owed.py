"""What somebody owes again and again: a sum, one of something in each week, what stands in a list of who does what on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.language.rephrase.chunks import Chunk, Side
from pactlang.language.rephrase.conditions import Conditions
from pactlang.language.rephrase.kinds import AMOUNT, every_day
from pactlang.language.rephrase.nouns import Mention, singular
from pactlang.language.rephrase.parts import Candidate, kind_for
from pactlang.language.rephrase.slots import slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.slots import Piece

_CALLED = frozenset(["night", "nights", "evening", "evenings", "day", "days", "turn"])
_LIMITS = ("limit", "hours", "amount", "no", "times", "within", "ahead")


class Owed(Conditions):
    """The forms of what is owed again and again."""

    def _sum_owed(self, side: Side, extra: str) -> None:
        """`Ben pays Ana 320 EUR on the first`, `15 EUR for wifi every month`: who pays it to whom, for what, and when."""
        money, when = side.one("money"), self._when(side)
        if money is None or when is None or any(kind in side.chunks for kind in _LIMITS):
            return
        paying = [token for token in side.tokens if token.text.casefold() in slots()["paying"]]
        held = [place for place in self._content(side) if side.tokens[place].text.casefold() not in (*slots()["paying"], "back")]
        if not paying and not held:
            return
        words = [side.tokens[place].text.casefold() for place in held]
        name = "-".join([*words[:-1], singular(words[-1])]) if words else ""
        starts = frozenset(side.tokens[place].start for place in held)
        starts |= frozenset(token.start for token in side.tokens if token.text.casefold() in ("back", "for", "towards", "on", "in", "into"))
        self.unit = next((token.text for token in side.tokens if token.start in money.words and token.text.isupper()), "EUR")
        if paying:
            what = Mention("payment", frozenset(token.start for token in paying), new="payment" not in self.context.amounts)
        else:
            what = Mention(name, starts, new=name not in self.context.nouns)
        tag = f" tagged {name}" if paying and name and len(words) < 3 else ""
        who, holes = self._who(side, ("everyone",))
        for by in who:
            to = self._tail(side, ("to", "others", "at"))
            line = f"{what.name}{by}{to}{tag} {AMOUNT} at least {money.text} {when.text}"
            line += f" {extra}" if extra else ""
            used = money.words | when.words | (starts if tag or not words else frozenset())
            self._add([line], kind_for(what.name), what.name, [what], [side], used, cost=holes - 1)

    def _when(self, side: Side) -> Chunk | None:
        """How often something is owed, or on which date."""
        rhythm, day, date, on, per = (side.one(kind) for kind in ("every", "monthday", "date", "on", "per"))
        if rhythm is not None:
            if on is not None and rhythm.text in ("every week", "every 2 weeks"):
                return rhythm._replace(text=f"{rhythm.text} {on.text.replace(' or ', ' and ')}", words=rhythm.words | on.words)
            return rhythm
        if day is not None:
            return day._replace(text=f"every month on day {day.text}")
        if date is not None:
            return date
        if on is not None:
            words = on.words | (per.words if per is not None else frozenset())  # `12 a week, on Sundays`
            return on._replace(text=every_day(f"every {on.text.removeprefix('on ').replace(' or ', ' and ')}"), words=words)
        if per is not None and per.text.startswith("per "):
            return per._replace(text=f"every {per.text.removeprefix('per ')}")
        return None

    def _one_a_period(self, side: Side, nouns: Sequence[Mention]) -> None:
        """`one weekend a month just us two`: at least one, unless it is said what somebody may."""
        per = side.one("per")
        one = next((token for place, token in enumerate(side.tokens) if token.text.casefold() in ("one", "1") and place in side.rest), None)
        if per is None or one is None or any(kind in side.chunks for kind in _LIMITS):
            return
        allowed = bool({token.text.casefold() for token in side.tokens} & {"may", "can", "could", "max", "only"})
        bounds = ("at most 1", "at least 1") if allowed else ("at least 1", "at most 1")
        for what in nouns[:2]:
            for place, bound in enumerate(bounds):
                self._limit(bound, what, side, per, None, "", [per, Chunk("limit", bound, frozenset({one.start}))], cost=3 * place)

    def _days_of_somebody(self, side: Side) -> None:
        """`Tuesday is Ana and Ben's night`, `Faye gets Wednesdays`: an evening, where nothing else is spoken of."""
        by, days = side.one("by"), side.one("on", "every")
        others = side.chunks.keys() - {"by", "on", "every", "clock"}
        if by is None or days is None or others or not any(one in by.text for one in self.context.parties):
            return
        called = [place for place in self._content(side) if side.tokens[place].text.casefold() in _CALLED]
        if called and len(called) == len(self._content(side)) and min(by.words) < side.tokens[called[0]].start:
            self._said |= {side.tokens[place].start for place in called}
            side.rest = [place for place in side.rest if place not in called]
        if not self._nouns(side) and not self._nouns_before and not self._content(side):
            self._nouns_before = [Mention("evening", frozenset(), new="evening" not in self.context.nouns, plural="evenings")]

    def _on_both(self, side: Side, nouns: Sequence[Mention]) -> None:
        """`Wednesdays and every other Friday`: one of them each."""
        on, rhythm, by = side.one("on"), side.one("every"), side.one("by")
        if on is None or rhythm is None or by is None or " on " not in rhythm.text or "no" in side.chunks:
            return
        days = every_day(f"every {on.text.removeprefix('on ').replace(' or ', ' and ')}")
        for what in nouns[:2]:
            lines = [f"{what.name} {by.text} {often}" for often in (days, rhythm.text)]
            used = by.words | on.words | rhythm.words | {token.start for token in side.tokens if token.text == "and"}
            self._add(lines, kind_for(what.name), what.name, [what], [side], used)

    def _also_after(self, piece: Piece, side: Side, main: Piece) -> None:
        """`test every 3 months, plus after any failure`: what comes again, and what follows something."""
        self._one_side(side, "", self._nouns_before)
        standing = sorted(self.found, key=lambda one: one.cost)[:2]
        self.found.clear()
        self._after(piece, side, main)
        joints = frozenset(token.start for token in self.tokens if token.text.casefold() in ("plus", "and", "also"))
        for one in [*self.found]:
            for other in standing:
                declares = tuple(dict.fromkeys((*other.declares, *one.declares)))
                used = one.used | other.used | joints
                self.found.append(Candidate((*other.lines, *one.lines), other.kind, other.noun, declares, used, one.cost + other.cost))
