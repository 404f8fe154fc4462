"""The strip of weeks: which are shown, and how each clause went in each."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.checker.lifting import lifted, paused_by
from pactlang.checker.waivers import clause_of
from pactlang.log.bound import day_of
from pactlang.model.agreement import Prohibition, WhileFilter
from pactlang.model.calendar import Period, period_bounds
from pactlang.words.words import count_words, day_words, list_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.finding import Finding, Hold, Judgement
    from pactlang.log.entry import Entry

SHOWN = 26  # weeks, so that one is still wide enough on a phone
WEEK = 7
_NAMED = 4  # weeks that are told one by one


class Mark(StrEnum):
    """What stands out in a week; the first that applies."""

    BROKEN = "not kept"
    OPEN = "open"
    LET_GO = "let go, repaired, or a wish missed"
    KEPT = "kept"
    PAUSED = "paused"
    NOTHING = ""


class Cell(Struct, frozen=True):
    """One week of a clause: how many findings are of it, by the dates in their ids.

    `open` are those that are due or cannot be told, `missed` the wishes among those let go, `repaired` what was repaired among them.
    `paused` says that a pause lifted some of what the clause asks for, `quiet` that the clause only forbids, was in force, and nothing that
    was logged in that week broke it.
    """

    week: date
    kept: int = 0
    broken: int = 0
    open: int = 0
    let_go: int = 0
    paused: bool = False
    quiet: bool = False
    words: str = ""
    missed: int = 0
    repaired: int = 0

    @property
    def waived(self) -> int:
        """How many were let go by those who could."""
        return self.let_go - self.missed - self.repaired

    @property
    def mark(self) -> Mark:
        """What stands out."""
        marks = (
            (self.broken, Mark.BROKEN),
            (self.open, Mark.OPEN),
            (self.let_go, Mark.LET_GO),
            (self.kept or self.quiet, Mark.KEPT),
            (self.paused, Mark.PAUSED),
        )
        return next((mark for holds, mark in marks if holds), Mark.NOTHING)


class Weeks:
    """The weeks up to *as of* or up to the end, from the first date in force or `since` on, at most the last `shown`."""

    def __init__(
        self, judgement: Judgement, entries: Sequence[Entry], findings: Sequence[Finding], since: int | None, shown: int = SHOWN
    ) -> None:
        self._judgement = judgement
        self._shown = shown
        self._start = judgement.agreement.week_start
        self.firsts = list(self._firsts(since))
        self._logged = {self._week(day_of(entry, judgement.zone)) for entry in entries}
        self._counts: dict[tuple[str, int], Counter[Status]] = defaultdict(Counter)
        for finding in findings:
            self._counts[clause_of(finding), self._week(finding.date)][finding.status] += 1
        self._paused = self._pauses()

    def _week(self, day: int) -> int:
        return period_bounds(Period.WEEK, day, self._start)[0]

    def _firsts(self, since: int | None) -> Iterator[int]:
        judgement = self._judgement
        today = judgement.zone.date_of(judgement.as_of)
        if not judgement.versions or judgement.versions[0].first > today:
            return
        last = self._week(min(today, judgement.versions[-1].last))
        first = self._week(max(judgement.versions[0].first, since or 0))
        yield from range(max(first, last - WEEK * (self._shown - 1)), last + 1, WEEK)

    def _pauses(self) -> set[tuple[str, int]]:
        """The clauses and weeks in which a pause lifted something that was asked for, or was itself under that clause."""
        found: set[tuple[str, int]] = set()
        for hold in self._judgement.holds:
            weeks = [first for first in self.firsts if self._holds_in(hold, first)]
            names = {hold.sentence.clause} | {
                sentence.clause
                for sentence in hold.agreement.sentences
                if any(
                    isinstance(one, WhileFilter) and one.state == paused_by(hold.sentence)
                    for one in lifted(sentence, hold.agreement).modifiers.excepted
                )
            }
            found.update((name, first) for name in names for first in weeks)
        return found

    def _holds_in(self, hold: Hold, first: int) -> bool:
        zone = self._judgement.zone
        return hold.start < zone.midnight(first + WEEK) and zone.midnight(first) < min(hold.end, self._judgement.as_of)

    def cells(self, clause: str) -> tuple[Cell, ...]:
        """A cell for each week."""
        return tuple(self._cell(clause, first) for first in self.firsts)

    def _cell(self, clause: str, first: int) -> Cell:
        of = self._counts[clause, first]
        found = Cell(
            date.fromordinal(first),
            of[Status.KEPT],
            of[Status.BREACH],
            of[Status.DUE] + of[Status.UNKNOWN],
            of[Status.WAIVED] + of[Status.MISSED] + of[Status.REPAIRED],
            (clause, first) in self._paused,
            first in self._logged and self._forbids(clause, first),
        )
        told = [
            f"{number} {mark}" for number, mark in ((found.kept, Mark.KEPT), (found.broken, Mark.BROKEN), (found.open, Mark.OPEN)) if number
        ]
        told += [f"{of[Status.WAIVED]} let go"] if of[Status.WAIVED] else []
        told += [count_words(of[Status.MISSED], "wish missed", "wishes missed")] if of[Status.MISSED] else []
        told += [f"{of[Status.REPAIRED]} repaired"] if of[Status.REPAIRED] else []
        told += ["paused"] if found.paused else []
        told += ["nothing against it"] if found.quiet and not told else []
        words = f"Week from {day_words(first, weekday=False)}: {', '.join(told) or 'nothing'}"
        return replace(found, words=words, missed=of[Status.MISSED], repaired=of[Status.REPAIRED])

    def _forbids(self, clause: str, first: int) -> bool:
        """Whether a clause was in force in a week and only forbids, so that nothing is counted as kept."""
        for version in self._judgement.versions:
            if version.first < first + WEEK and version.last >= first:
                sentences = [one for one in version.agreement.sentences if one.clause == clause and not one.not_applied]
                if sentences and all(isinstance(one.form, Prohibition) for one in sentences):
                    return True
        return False


def weeks_words(cells: Sequence[Cell]) -> str:
    """What stands out in the weeks, for who does not see the strip."""
    found = []
    for mark in (Mark.BROKEN, Mark.OPEN, Mark.LET_GO, Mark.PAUSED):
        weeks = [day_words(cell.week.toordinal(), weekday=False) for cell in cells if cell.mark is mark]
        if len(weeks) > _NAMED:
            found.append(f"{mark} in {len(weeks)} weeks, the last from {weeks[-1]}")
        elif weeks:
            found.append(f"{mark} in the {'week' if len(weeks) == 1 else 'weeks'} from {list_words(weeks)}")
    return "; ".join(found)
