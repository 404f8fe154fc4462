"""Tighter or looser, never guessed: a short log that one text keeps and the other breaks, judged by the checker under both."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.log.entry import Entry

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding


class Direction(StrEnum):
    """What a change does to what is asked."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    BOTH = "both"
    CHANGED = "changed"  # no short log was found that tells the two apart, or one for a single direction where the other may be, too
    NEITHER = "neither"  # only what reminds, warns or shows is another: no verdict follows from it
    SAME = "same"  # other words or another name, the same meaning


class Witness(Struct, frozen=True):
    """A short log that one text keeps and the other breaks, with what the checker says of it.

    `last` is the local date at whose end it is judged. `breach` is what the text that breaks it finds; `answer` what the other one
    does, where it finds anything to keep. `broken_by` is "old" or "new". `also` names the sentences of the text that keeps this one which
    the same log breaks: a log that keeps one sentence need not keep a text. `held` are the first and the last date on which both texts
    hold, 0 where there is none.
    """

    entries: tuple[Entry, ...]
    last: int
    breach: Finding
    answer: Finding | None
    broken_by: str
    also: tuple[str, ...] = ()
    held: tuple[int, int] = (0, 0)


class Compared(Struct, frozen=True):
    """What judging both showed.

    `bound` are those whom the tighter logs find, `freed` those whom the looser ones find. `more_protected` are those towards whom more
    is owed (or who are further from what is limited), `less_protected` those towards whom less is. `cut` says that the search was cut
    short before both had been looked for everywhere. `sure` says that no log can show the direction for which there is none. Where that
    is not known, a log for one direction is shown, and none is claimed that another log could contradict.
    """

    tighter: Witness | None = None
    looser: Witness | None = None
    bound: tuple[str, ...] = ()
    freed: tuple[str, ...] = ()
    more_protected: tuple[str, ...] = ()
    less_protected: tuple[str, ...] = ()
    cut: bool = False
    sure: bool = False

    def shows(self, direction: Direction) -> bool:
        """Whether there is a log for a direction."""
        return (self.tighter if direction is Direction.TIGHTER else self.looser) is not None

    @property
    def both(self) -> bool:
        """Whether there is a log for each direction."""
        return self.tighter is not None and self.looser is not None

    @property
    def none(self) -> bool:
        """Whether there is no log for either direction."""
        return self.tighter is None and self.looser is None

    @property
    def direction(self) -> Direction:
        """The direction that the witnesses show, and that no other log contradicts."""
        if self.both:
            return Direction.BOTH
        if self.cut or not self.sure:
            return Direction.CHANGED
        return Direction.TIGHTER if self.tighter else Direction.LOOSER if self.looser else Direction.CHANGED

    @property
    def mirrored(self) -> Compared:
        """The same with old and new changed about."""
        groups = (self.freed, self.bound, self.less_protected, self.more_protected)
        return Compared(_turned(self.looser), _turned(self.tighter), *groups, self.cut, self.sure)


def _turned(witness: Witness | None) -> Witness | None:
    return replace(witness, broken_by="old" if witness.broken_by == "new" else "new") if witness is not None else None


def together(one: Compared, other: Compared) -> Compared:
    """What both showed."""

    def both(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))

    groups = [both(name) for name in ("bound", "freed", "more_protected", "less_protected")]
    return Compared(
        one.tighter or other.tighter, one.looser or other.looser, groups[0], groups[1], groups[2], groups[3], one.cut or other.cut
    )
