"""Words that findings of several forms share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.log.bound import day_of
from pactlang.model.agreement import EventTrigger
from pactlang.words.words import day_words, moment_words, span_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Trigger
    from pactlang.model.calendar import Zone


def in_words(window: tuple[int, int]) -> str:
    """`on 3 May 2026`, `in May 2026`, `from 3 to 9 May 2026`."""
    words = span_words(*window)
    return f"on {words}" if window[0] == window[1] else f"from {words}" if " to " in words else f"in {words}"


def is_or_are(length: str) -> str:
    """Whether a length is one or several."""
    return "is" if length.startswith("1 ") else "are"


def counted_words(trigger: Trigger, whose: str = "") -> str:
    """So many of what is counted up, of whom if it is a party's own: `3 conflicts`, `2 breaches by Ana`."""
    assert trigger.times is not None  # noqa: S101 - only asked of what is counted up
    by = f" by {whose}" if whose else ""
    return f"{trigger.times.count} {trigger.selector.plural if isinstance(trigger, EventTrigger) else 'breaches'}{by}"


def untimed(finding: Finding) -> bool:
    """Whether an entry that it rests on has no time of day."""
    subject = () if finding.subject is None else (finding.subject,)
    return any(entry.second is None for entry in (*subject, *finding.entries))


def short_day(entry: Entry | None, zone: Zone) -> str:
    """The date of an entry, without its weekday."""
    assert entry is not None  # noqa: S101 - what is told of an entry has one
    return day_words(day_of(entry, zone), weekday=False)


def start_words(finding: Finding, zone: Zone) -> str:
    """When the entry started; a time that nobody wrote is not made up."""
    if finding.subject is not None and finding.subject.second is None:
        return day_words(finding.subject.day)
    return moment_words(finding.at, zone)
