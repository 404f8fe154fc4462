"""Shares: `at least 60 percent of expense by Ana per month`, in plain words and as the log shows them."""

from __future__ import annotations

from decimal import Decimal
from math import floor
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.model.agreement import ByFilter, WhoWord
from pactlang.model.parts import doer
from pactlang.words.meant import narrowed_words
from pactlang.words.occasion import in_words
from pactlang.words.plain_parts import events_words
from pactlang.words.words import day_words, list_words, number_words, people_words

if TYPE_CHECKING:
    from fractions import Fraction

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Measure, Quota, Response, Selector


def share_plain(form: Quota, period: str) -> list[str]:
    """What a share means."""
    measure, who = form.measure, doer(form.selector)
    whose = "each party" if who is WhoWord.EACH_PARTY else people_words(getattr(who, "names", ()), "or")
    points = "point" if measure.give == 1 else "points"
    give = f" ({number_words(measure.give)} {points} less will do)" if measure.give else ""
    least = f"at least {number_words(measure.limit)} percent{give}"
    return [
        f"Of the sum of {events_words(_anyone(form.selector))} in each {period}, {least} is by {whose}.",
        "It is judged when the period ends, and nothing is rounded. What several did together is split evenly among them.",
        f"If nothing was spent, nothing is missing. A {form.period.value} that is only partly in force asks for nothing.",
    ]


def _anyone(selector: Selector) -> Selector:
    """What a share is part of: the same by anyone."""
    return replace(selector, filters=tuple(one for one in selector.filters if not isinstance(one, ByFilter)))


def least_words(measure: Measure, by: str = "") -> str:
    """`60 percent, give or take 5`."""
    give = f", give or take {number_words(measure.give)}" if measure.give else ""
    return f"{number_words(measure.limit)} percent{by}{give}"


def share_words(finding: Finding, form: Quota) -> str:
    """How much of what was spent in a period is whose, and how much there is to be."""
    part, measure = finding.part, form.measure
    assert part is not None  # noqa: S101 - the caller looked
    assert finding.window is not None  # noqa: S101 - every share is of a period
    noun = f"{form.selector.noun}{narrowed_words(_anyone(form.selector))}"
    so_far = " so far" if finding.status is Status.DUE else ""
    when = f"{in_words(finding.window)}{so_far}"
    whose = f" by {people_words(finding.who, 'or')}"
    if part.whole <= 0:
        spent, by = f"no {noun} {when}", whose  # it is by nobody, so whose part it would be is said with how much that is to be
    else:
        whole = f"{sum_words(part.whole, measure.currency)} of {noun}{whose} {when}"
        spent = f"{cut_words(part.own)} of {whole}, {_percent(part.own / part.whole)}"
        by = ""
    least = least_words(measure, by)
    if finding.limit is not None and finding.limit < measure.least:
        least = f"{number_words(finding.limit)} percent{by}, as an earlier text asks,"
    elif measure.give:
        least += ","
    return f"{spent}; at least {least} is {'wished for' if finding.wished else 'agreed'}"


def untold_portion(finding: Finding, form: Response) -> str:
    """What leaves open how much somebody owes after something, or whether they paid it; empty if all is said."""
    unit = finding.subject.fields.get("unit") if finding.subject is not None else None
    if finding.subject is not None and unit not in (None, form.currency):
        return f"the entry of {day_words(finding.subject.day, weekday=False, year=False)} is in {unit}, and not in {form.currency}"
    return untold_share(finding.entries)


def untold_share(entries: tuple[Entry, ...]) -> str:
    """`the expense entry of 5 March does not say how much it was`; empty if all say it, and who had part in it."""
    found = []
    for what, some in (
        ("how much it was", [one for one in entries if "amount" not in one.fields]),
        ("who took part", [one for one in entries if not (one.by or one.instead_of)]),
    ):
        days = [*dict.fromkeys(day_words(one.day, weekday=False, year=False) for one in some)]
        if days:
            several = len(some) > 1
            said = what.replace("it was", "they were") if several else what
            found.append(f"the {'entries' if several else 'entry'} of {list_words(days)} {'do' if several else 'does'} not say {said}")
    return list_words(found)


def cut_words(number: Fraction) -> str:
    """An amount to the hundredth, cut off; `about` where something was."""
    hundredths = floor(number * 100)
    return f"{'' if number * 100 == hundredths else 'about '}{number_words(Decimal(hundredths) / 100)}"


def sum_words(number: Fraction, currency: str) -> str:
    """`33.33 EUR`."""
    return f"{cut_words(number)} {currency}".rstrip()


def _percent(share: Fraction) -> str:
    return f"{cut_words(share * 100)} percent"
