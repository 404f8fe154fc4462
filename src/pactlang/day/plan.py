"""What a repair plan is: nine steps in three phases, each with things to do and with what shows that they were done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.waivers import clause_of

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.day.sheet import Sheet
    from pactlang.model.agreement import Agreement, Sentence


class Phase(StrEnum):
    """The order of a repair; a later phase may lead back to an earlier one."""

    STEADY = "Steady"
    DECIDE = "Decide"
    REBUILD = "Rebuild"


class Done(Struct, frozen=True):
    """What shows that something was done: a date, the kind of entry (or a few words), and by whom.

    `said` is what a debrief came to, as its fields `cause` and `learned` say.
    """

    day: int
    how: str
    by: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


class Action(Struct, frozen=True):
    """Something to do. `by` is the last date for it, where there is one; `agreed` the sentence that asks for it (none: a suggestion).

    `done` is what shows it, `lines` are entries for the log once it is done. With `holds` it is in force by itself up to `by`.
    """

    words: str
    by: int | None = None
    agreed: Sentence | None = None
    done: Done | None = None
    lines: tuple[str, ...] = ()
    holds: bool = False

    @property
    def shown(self) -> bool:
        """Whether the log, or a new text, can show that it was done."""
        return bool(self.lines) or self.done is not None


class Step(Struct, frozen=True):
    """One of the nine steps: what it is for, what to do, and the kind of sheet that helps with it, if there is one."""

    number: int
    phase: Phase
    title: str
    what_for: str
    actions: tuple[Action, ...]
    sheet: str = ""

    @property
    def done(self) -> bool:
        """Whether the log shows all of it that can be shown."""
        shown = [action for action in self.actions if action.shown]
        return bool(shown) and all(action.done is not None for action in shown)


class Plan(Struct, frozen=True):
    """The plan.

    `agreement` is the text that was in force when the breach became certain: what the checker asks for after one by it is in the plan.
    All else that the plan offers is of `now`, the text in force; where none is any more, of none. `first` is the date that suggestions
    count from. `times` counts this one and those like it in the half year before, those that were let go, too. `sheets` are to be printed
    with it. `ended` says that somebody left, where nothing is in force since: then it holds what was agreed for the end, and what may help.
    """

    finding: Finding
    agreement: Agreement
    now: Agreement
    first: int
    steps: tuple[Step, ...]
    times: int = 1
    sheets: tuple[Sheet, ...] = ()
    ended: str = ""

    @property
    def clause(self) -> str:
        """The name of the clause that is to be repaired."""
        return clause_of(self.finding)

    def text_of(self, sentence: Sentence | None) -> Agreement:
        """The text that a sentence of the plan is of; of a suggestion, the one in force."""
        return self.agreement if any(one is sentence for one in self.agreement.sentences) else self.now
