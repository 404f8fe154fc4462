"""Drift in a sentence: what moved, from what to what, since when, and when it would reach the limit; with a small drawing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from pactlang.model.agreement import (
    Cap,
    ClockFilter,
    ClockPart,
    Gap,
    Interval,
    Measure,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
    Unit,
)
from pactlang.model.words import clock_words
from pactlang.words.words import count_words, day_words, length_words, people_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Drift, Finding
    from pactlang.model.agreement import Selector

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST = 24
_NEARING = 4 * 3600  # as in `checker/forms/clock_watch.py`: the hours before a window in which room is used up


def drift_words(finding: Finding) -> str:
    """The pattern in one sentence, without a full stop at its end."""
    drift = finding.drift
    assert drift is not None  # noqa: S101 - only called for drift
    since = day_words(drift.since, weekday=False)
    if not drift.shares:
        return f"broken {_times(drift.broken)} since {since}{_by(finding)}"
    moved, limit = _moved(finding, drift)
    meanwhile = f"; broken {_times(drift.broken)} meanwhile" if drift.broken else ""
    return f"{moved} since {since}{_by(finding)}{_ahead(drift, limit)}{meanwhile}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def sparkline(shares: Sequence[float], most: float = 1.25) -> str:
    """The occasions as small bars, a full one for `most` of the allowance.

    >>> sparkline([0, 0.25, 0.5, 0.75, 1.0, 1.25])
    '▁▂▄▅▇█'
    """
    size = -(-len(shares) // _WIDEST)
    groups = [shares[place : place + size] for place in range(0, len(shares), size)] if shares else []
    return "".join(_BARS[min(len(_BARS) - 1, round(max(group) / most * (len(_BARS) - 1)))] for group in groups)


def _by(finding: Finding) -> str:
    parties = finding.agreement.parties
    who = people_words(finding.who) if finding.who != parties else ""
    people = f"with {people_words(finding.with_)}" if finding.with_ else ""
    return f" ({', '.join(filter(None, (who, people)))})" if who or people else ""


def _ahead(drift: Drift, limit: str) -> str:
    if drift.end >= 1:
        return f"; {limit} is reached"
    if drift.reaches is None:
        return ""
    return f"; at this pace {limit} is reached around {date.fromordinal(drift.reaches):%B %Y}"


def _moved(finding: Finding, drift: Drift) -> tuple[str, str]:
    """What moved from what to what, and what its limit is called."""
    rule = finding.sentence
    assert isinstance(rule, Sentence)  # noqa: S101 - only sentences are watched
    form, start, end = rule.form, drift.start, drift.end
    if drift.clock is not None:
        assert isinstance(form, Prohibition | Cap)  # noqa: S101 - only these are watched by the clock
        was, now, limit = (_clock(drift.clock - (1 - share) * _NEARING) for share in (start, end, 1))
        kind = finding.agreement.vocabulary.events[form.selector.alternatives[0].event]
        part = "start" if _about_starts(form.selector) else "end"
        return f"{kind.plural} {part} later: from about {was} to {now}", limit
    match form:
        case Cap(measure=measure, selector=selector):
            was, now, limit = _amounts(measure, start, end, 1)
            people = f"{_several(selector)} with more different people" if measure.unit is Unit.PEOPLE else f"more {_several(selector)}"
            return f"{people}: from about {was} to {now}", f"the limit of {limit}"
        case Quota(measure=measure, selector=selector):
            was, now, limit = _amounts(measure, 1 / (start or 1), 1 / end, 1)
            return f"fewer {_several(selector)}: from about {was} to {now}", f"the limit of {limit}"
        case Response(duty=duty):
            was, now, limit = _lengths(finding, start, end, 1)
            return f"{duty.selector.noun} comes later: from about {was} to {now} after", f"the limit of {limit}"
        case Interval(duty=duty):
            was, now, limit = _lengths(finding, start, end, 1)
            return f"{duty.selector.noun} comes further apart: from about {was} to {now}", f"the limit of {limit}"
        case Gap(selector=selector):
            was, now, limit = _lengths(finding, 1 / (start or 1), 1 / end, 1)
            return f"{_several(selector)} come closer together: from about {was} to {now}", f"the limit of {limit}"
        case Precedence(duty=duty):
            was, now, limit = _lengths(finding, 1 / (start or 1), 1 / end, 1)
            return f"{duty.selector.noun} comes with less time ahead: from about {was} to {now}", f"the limit of {limit}"
        case Schedule() | Prohibition() | ProhibitionAfter() | ProhibitionBefore() | Pause() | PauseAfter() | RepeatAfter():
            raise AssertionError(f"nothing is measured by a {finding.form}")
        case _:
            assert_never(form)


def _about_starts(selector: Selector) -> bool:
    filters = (*selector.filters, *selector.alternatives[0].filters)
    return any(isinstance(part, ClockFilter) and part.part is ClockPart.START for part in filters)


def _several(selector: Selector) -> str:
    return selector.plural or f"{selector.noun}s"


def _amounts(measure: Measure, *shares: float) -> list[str]:
    values = [float(measure.limit) * share for share in shares]
    if measure.unit is Unit.HOURS:
        return [length_words(_rounded(value)) for value in values]
    # Whole numbers where these tell the two apart.
    digits = 0 if round(values[0]) != round(values[1]) else 1
    return [f"{round(value, digits):g}{f' {measure.currency}' if measure.currency else ''}" for value in values]


def _lengths(finding: Finding, *shares: float) -> list[str]:
    limit = float(finding.limit or 0)
    if finding.unit == "seconds":
        return [length_words(_rounded(limit * share)) for share in shares]
    return [count_words(round(limit * share), "day") for share in shares]


def _rounded(seconds: float) -> int:
    """To the hour where there are many of them, else to five minutes: these are middles, not single figures."""
    step = 3600 if seconds >= 10 * 3600 else 300
    return round(seconds / step) * step


def _clock(second: float) -> str:
    return clock_words(round(second / 300) * 300 % 86_400)
