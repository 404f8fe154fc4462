"""How much a search may still do, in steps: the same on every machine, so that two people never get two answers.

Whoever searches asks the checker through a budget, and looks at `spent` before the next question. Where it is spent, the search was cut
short: whatever would follow from having looked everywhere must not be said.
"""

from __future__ import annotations

from contextlib import contextmanager
from time import process_time
from typing import TYPE_CHECKING

from pactlang.checker.engine import findings, judge
from pactlang.checker.finding import Status
from pactlang.model.agreement import WhoWord
from pactlang.model.meaning import mentions
from pactlang.model.once import once_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

# About two seconds on a machine of 2026, at most five on a slow one.
STEPS = 120_000
PATIENCE = 600.0  # seconds of processor time; the steps of any search are used up long before, also on a slow machine
_EACH = 12  # what a judgement costs before it has seen an entry
_PARTIES = 8  # so many parties cost one step more, since they are named in what everybody does


@once_each
def _for_parties(agreement: Agreement) -> int:
    """The steps for many parties: for all pairs of them where a sentence tells them apart, more where each owes it to others."""
    groups = len(agreement.parties) // _PARTIES
    forms = [one.form for one in agreement.sentences] if groups else []
    duties = [getattr(part, "duty", None) for form in forms for part in (form, getattr(form, "unless", None))]
    if any(duty is not None and isinstance(duty.to, WhoWord) for duty in duties):
        return len(agreement.parties) ** 2 // 2
    apart = (WhoWord.EVERYONE, WhoWord.EACH_PARTY, WhoWord.THE_OTHERS, WhoWord.ADDRESSED)
    return groups * groups if any(mentions(tuple(forms), word) for word in apart) else groups


class _Brake:
    """Says whether the time is over, and what is being looked at."""

    def __init__(self, late: Callable[[], bool]) -> None:
        self.late = late
        self.doing = ""


_brakes: list[_Brake] = []  # the innermost last; a command has one, whatever searches it begins


@contextmanager
def braked(late: Callable[[], bool]) -> Iterator[None]:
    """Every search within is cut short as soon as `late` says that the time is over, as if its steps were used up.

    It is asked before each judgement. So the time costs a case, and the answer says so; it costs neither the answer nor the exit code.

    >>> with braked(lambda: True):
    ...     budget = Budget()
    ...     budget.take(), budget.spent
    (False, True)
    """
    _brakes.append(_Brake(late))
    try:
        yield
    finally:
        _brakes.pop()


@contextmanager
def patient() -> Iterator[None]:
    """The brake of every command, and of every request of an editor: seconds of this program's own work, whatever else the machine does."""
    began = process_time()
    with braked(lambda: process_time() - began > PATIENCE):
        yield


def searching(what: str) -> None:
    """Note what a search looks at now, for the line at a terminal that says so."""
    if _brakes:
        _brakes[-1].doing = what


def looked_at() -> str:
    """What a search looks at now; empty where none does."""
    return "".join(one.doing for one in _brakes[-1:])


class Budget:
    """So many steps. A judgement takes a dozen, and one for each entry that it reads and each finding, kept ones as well.

    `spent` says that a search was, or is about to be, cut short.

    >>> budget = Budget(2)
    >>> budget.take(), budget.take(), budget.take(), budget.spent
    (True, True, False, True)
    """

    __slots__ = ("_whole", "given", "left", "spent")

    def __init__(self, steps: int = STEPS, whole: Budget | None = None) -> None:
        self.given = steps
        self.left = steps
        self.spent = False
        self._whole = whole

    @property
    def used(self) -> int:
        """The steps taken so far."""
        return self.given - self.left

    def share(self, parts: int, most: int = STEPS) -> Budget:
        """A budget for the next of so many parts: its even share of what is left here, at most `most`. What it takes is taken here, too.

        >>> whole = Budget(10)
        >>> part = whole.share(2)
        >>> part.given, part.take(3), whole.left, whole.share(1).given
        (5, True, 7, 7)
        """
        return Budget(max(0, min(most, self.left // max(1, parts))), self)

    def take(self, steps: int = 1) -> bool:
        """Whether there was still something left for these steps. The last ones may go a little over."""
        if self.left <= 0 or (_brakes and _brakes[-1].late()):
            self.left = min(self.left, 0)
            self.spent = True
            return False
        self._less(steps)
        return True

    def _less(self, steps: int) -> None:
        self.left -= steps
        if self._whole is not None:
            self._whole._less(steps)  # noqa: SLF001 - one of its own kind

    def judge(
        self, agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone: Zone, *, keep_all: bool = False
    ) -> Judgement:
        """What the checker says, paid for. It answers also when nothing is left: look at `spent`, or ask `take`, before."""
        self.take(_EACH + len(entries) + sum(map(_for_parties, agreements)))
        judgement = judge(agreements, entries, as_of, zone, keep_all=keep_all)
        self._less(judgement.summary.kept + sum(finding.status is not Status.KEPT for finding in judgement.findings))
        return judgement

    def findings(
        self, agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone: Zone, *, keep_all: bool = False
    ) -> list[Finding]:
        """The findings alone, for the same price."""
        self.take(_EACH + len(entries) + sum(map(_for_parties, agreements)))
        found, kept = findings(agreements, entries, as_of, zone, keep_all=keep_all)
        self._less(kept + sum(finding.status is not Status.KEPT for finding in found))
        return found
