"""How much of an allowance each occasion of the last year used: what drift is looked for in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.checker.form import FormName

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Sentence

KEPT_DAYS = 364  # a year of whole weeks
MOST = 2.0  # of an allowance; more is no more telling
Number = int | Decimal


class Use(Struct, frozen=True, gc=False):
    """One occasion: its date, what was measured against which limit, and the share of the allowance that this is.

    `window` is the first and last date that were counted, for what counts.
    """

    day: int
    measured: Number
    limit: Number
    share: float
    window: tuple[int, int] | None = None


class Series(Struct):
    """The occasions of one sentence and of the parties (`who`) and the person that it tells apart, in order of judging."""

    agreement: Agreement
    sentence: Sentence
    form: FormName
    who: tuple[str, ...]
    person: str | None = None
    unit: str = ""
    uses: list[Use] = field(default_factory=list)
    clock: int | None = None  # the second of the day at which a clock window opens, for a series of ends or starts


class Uses:
    """Gathers series; what is older than a year is left out at once, so that they stay small. Without a last date, none is gathered."""

    __slots__ = ("_from", "series")

    def __init__(self, last: int | None) -> None:
        self._from = date.max.toordinal() + 1 if last is None else last - KEPT_DAYS + 1
        self.series: dict[tuple[object, ...], Series] = {}

    def wants(self, day: int) -> bool:
        """Whether an occasion of this date is young enough."""
        return day >= self._from

    def of(
        self, agreement: Agreement, sentence: Sentence, form: FormName, who: tuple[str, ...], person: str | None = None, part: str = ""
    ) -> Series:
        """The series of a sentence. Versions that say the same in the same words share one; `part` tells further ones apart."""
        key = (sentence.label, sentence.words, who, person, part)
        found = self.series.get(key)
        if found is None:
            found = self.series[key] = Series(agreement, sentence, form, who, person)
        # What is said of it names the newest version that has it.
        found.agreement, found.sentence = agreement, sentence
        return found


def share_of(form: FormName, measured: Number, limit: Number) -> float:
    """How much of the allowance is used: 0 nothing, 1 all, more than 1 a breach.

    >>> share_of(FormName.CAP, 3, 4), share_of(FormName.PRECEDENCE, 96, 48), share_of(FormName.QUOTA, 0, 2)
    (0.75, 0.5, 2.0)
    """
    above, below = (limit, measured) if form.more_is_better else (measured, limit)
    if not below:
        return MOST if above else 1.0
    return min(MOST, float(above) / float(below))


def totals(uses: list[Use], last: int) -> list[Use]:
    """One use for each period or stretch that was counted: the highest count in it, zero where nothing happened.

    Calendar periods are as they are; of rolling windows, those that end on the last date and do not overlap. The newest one is left
    out while it is not over, unless it holds more than the one before.
    """
    best: dict[tuple[int, int], Use] = {}
    for use in uses:
        assert use.window is not None  # noqa: S101 - only called for what counts
        first, end = use.window
        if end == use.day:  # rolling: stretches of that length, counted back from the last date
            length = end - first + 1
            back = (last - use.day) // length
            first, end = last - (back + 1) * length + 1, last - back * length
        known = best.get((first, end))
        if known is None or use.share >= known.share:
            best[first, end] = Use(use.day, use.measured, use.limit, use.share, (first, end))
    found = _with_empty(dict(sorted(best.items())))
    open_one = len(found) > 1 and found[-1].window is not None and found[-1].window[1] > last
    return found[:-1] if open_one and found[-1].share <= found[-2].share else found


def _with_empty(best: dict[tuple[int, int], Use]) -> list[Use]:
    """The stretches in order, with the empty ones between them, as far as these can be told from the length of their neighbours."""
    found: list[Use] = []
    for (first, end), use in best.items():
        before = found[-1].window if found else None
        if before is not None:
            length = end - first + 1
            empty = round((first - before[1] - 1) / length)
            for number in range(empty, 0, -1):
                day = first - 1 - (number - 1) * length
                found.append(Use(day, 0, use.limit, 0.0, (day - length + 1, day)))
        found.append(use)
    return found
