"""How much a search may still do, in steps: the same on every machine, so that two people never get two answers.

Whoever searches asks the checker through a budget, and looks at `spent` before the next question. Where it is spent, the search was cut
short: whatever would follow from having looked everywhere must not be said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.check.engine import judge
from pactlang.check.finding import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pactlang.check.finding import Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

# About two seconds on a machine of 2026, at most five on a slow one.
STEPS = 120_000
_EACH = 12  # what a judgement costs before it has seen an entry


class TooLongError(Exception):
    """The emergency brake: a search took longer than anybody should wait, though its steps were not used up. Nothing was found out."""


class Budget:
    """So many steps. A judgement takes a dozen, and one for each entry that it reads and each finding, kept ones as well.

    `late` is the emergency brake, if there is one: asked before each judgement, it says whether the time is over. `spent` says that a
    search was, or is about to be, cut short.

    >>> budget = Budget(2)
    >>> budget.take(), budget.take(), budget.take(), budget.spent
    (True, True, False, True)
    """

    __slots__ = ("_late", "given", "left", "spent")

    def __init__(self, steps: int = STEPS, late: Callable[[], bool] | None = None) -> None:
        self.given = steps
        self.left = steps
        self.spent = False
        self._late = late

    @property
    def used(self) -> int:
        """The steps taken so far."""
        return self.given - self.left

    def take(self, steps: int = 1) -> bool:
        """Whether there was still something left for these steps. The last ones may go a little over."""
        if self._late is not None and self._late():
            raise TooLongError
        if self.left <= 0:
            self.spent = True
            return False
        self.left -= steps
        return True

    def judge(
        self, agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone: Zone, *, keep_all: bool = False
    ) -> Judgement:
        """What the checker says, paid for. It answers also when nothing is left: look at `spent`, or ask `take`, before."""
        self.take(_EACH + len(entries))
        judgement = judge(agreements, entries, as_of, zone, keep_all=keep_all)
        self.left -= judgement.summary.kept + sum(finding.status is not Status.KEPT for finding in judgement.findings)
        return judgement
