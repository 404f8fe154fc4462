"""What counts: caps, quotas, and the time between two events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.model.agreement import Between, Rolling, Sentence, Unit
from pactlang.model.calendar import Exact
from pactlang.model.once import once_each
from pactlang.words.meant import apart_words, counting_words, narrowed_words
from pactlang.words.occasion import in_words, is_or_are, short_day, start_words, untimed
from pactlang.words.words import count_words, length_words, number_words

if TYPE_CHECKING:
    from decimal import Decimal

    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Cap, Gap, Measure, Quota, Selector
    from pactlang.model.calendar import Zone


def cap_words(finding: Finding, form: Cap, zone: Zone) -> str:
    """How much was counted in a window, and the limit."""
    assert finding.window is not None  # noqa: S101 - every cap counts within a window
    assert finding.measured is not None  # noqa: S101
    used = _counted(finding, finding.measured, form.measure, form.selector)
    if isinstance(form.window, Rolling) and isinstance(form.window.length, Exact):
        # Hours may be most at any moment of the event; what is counted is counted when it starts.
        when = (
            f"within {form.window.length.words}"
            if form.measure.unit is Unit.HOURS
            else f"in the {form.window.length.words} up to {start_words(finding, zone)}"
        )
    elif isinstance(form.window, Between):
        since = finding.since
        when = f"before any {form.window.selector.noun}" if since is None else f"since the {since.type} of {short_day(since, zone)}"
    else:
        when = in_words(finding.window)
    return f"{used} {when}; the limit is {_bare(form.measure.limit, form.measure)}"


def quota_words(finding: Finding, form: Quota) -> str:
    """How much there was in a period, and how much there is to be."""
    assert finding.window is not None  # noqa: S101 - every quota speaks of a period
    if finding.part is not None:
        from pactlang.words.shares import share_words  # few sentences ask for one

        return share_words(finding, form)
    found = _counted(finding, finding.measured or 0, form.measure, form.selector)
    # Not always the sentence's own number: where an earlier version asked for less, that is what the period owes.
    limit = _bare(finding.limit if finding.limit is not None else form.measure.limit, form.measure)
    least = ", as an earlier text asks" if finding.limit is not None and finding.limit < form.measure.limit else ""
    asked = "wished for" if finding.wished else "agreed"
    so_far = " so far" if finding.status is Status.DUE else ""
    return f"{found} {in_words(finding.window)}{so_far}; at least {limit} {is_or_are(f'{limit} ')} {asked}{least}"


def gap_words(finding: Finding, form: Gap) -> str:
    """How long after the one before it was."""
    apart = apart_words(finding, form.selector)
    if finding.measured is None:
        return f"the first {form.selector.noun}{narrowed_words(form.selector)}{apart}{narrowed_words(form.selector, last=True)}"
    before = finding.entries[0]
    one_before = f"the one before{apart}{' had ended' if before.end_day is not None or before.end_second is not None else ''}"
    if finding.unit == "seconds" and untimed(finding):
        between = f"started {'not less' if finding.status is Status.KEPT else 'less'} than {form.length.words} after {one_before}"
    elif int(finding.measured) < 0:
        between = f"started before the one before{apart} had ended"
    elif finding.unit == "seconds":
        between = f"started {length_words(int(finding.measured))} after {one_before}"
    else:
        between = f"started {count_words(finding.measured, 'day')} after {one_before}"
    return f"{between}; at least {form.length.words} {is_or_are(form.length.words)} agreed"


def amount_words(number: int | Decimal, measure: Measure, selector: Selector) -> str:
    """A count, a length or an amount in words."""
    match measure.unit:
        case Unit.COUNT:
            return count_words(number, selector.noun, selector.plural)
        case Unit.HOURS:
            return f"{length_words(int(number))} of {selector.plural}"
        case Unit.DAYS | Unit.NIGHTS:
            return f"{count_words(number, measure.unit.value.removesuffix('s'))} of {selector.plural}"
        case Unit.PEOPLE:
            return f"{selector.plural} with {count_words(number, 'different person', 'different people')}"
        case Unit.AMOUNT | Unit.SHARE:  # `shares.py` puts a share into words
            return f"{number_words(number)} {measure.currency} of {selector.noun}"


def _bare(number: int | Decimal, measure: Measure) -> str:
    if measure.unit is Unit.HOURS:
        return length_words(int(number))
    if measure.by_dates:
        return count_words(number, measure.unit.value.removesuffix("s"))
    return number_words(number) if measure.unit in (Unit.COUNT, Unit.PEOPLE) else f"{number_words(number)} {measure.currency}"


def _counted(finding: Finding, number: int | Decimal, measure: Measure, selector: Selector) -> str:
    """`2 encounters with dana at home by Ana that count`: how much, of what, of whom."""
    sentence = finding.sentence
    counting = _counting(sentence) if isinstance(sentence, Sentence) else ""
    first, last = _narrowed(selector)
    return f"{amount_words(number, measure, selector)}{first}{apart_words(finding, selector)}{last}{counting}"


_counting = once_each(counting_words)


@once_each
def _narrowed(selector: Selector) -> tuple[str, str]:
    return narrowed_words(selector), narrowed_words(selector, last=True)
