"""What a log of the past would have found under two texts: how many breaches, which ones come and which ones go."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from pactlang.checker.context import label_of
from pactlang.words.messages import message
from pactlang.words.words import count_words, day_words, list_words, safe, span_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.diff.replay import Replayed
    from pactlang.words.page import Page

_MOST_DATES = 4
_MOST_LISTED = 10


def replayed_words(replayed: Replayed) -> str:
    """The sum of it: `4 breaches become 1; one is new, on 9 February`."""
    old, new, come = len(replayed.old), len(replayed.new), replayed.come
    if not old and not new:
        return "No breach under either."
    if not replayed.come and not replayed.gone:
        return f"The same {count_words(old, 'breach', 'breaches')} under both."
    become = f"{count_words(old, 'breach', 'breaches')} {'becomes' if old == 1 else 'become'} {new}" if old else f"No breach becomes {new}"
    if not come:
        return f"{become}; none is new."
    days = list(dict.fromkeys(day_words(one.date, weekday=False, year=False) for one in come))
    when = f"on {list_words(days)}" if len(days) <= _MOST_DATES else f"the first on {days[0]}"
    return f"{become}; {'one is' if len(come) == 1 else f'{len(come)} are'} new, {when}."


def replayed_head(replayed: Replayed) -> str:
    """What was judged: the days, the entries."""
    entries = count_words(replayed.entries, "entry", "entries")
    return (
        f"The log from {span_words(replayed.first, replayed.last)} ({entries}), judged as "
        "if each text alone had been in force all that time:"
    )


def replayed_text(page: Page, replayed: Replayed, width: int) -> None:
    """The sum, then each breach that is under one text only."""
    for line in textwrap.wrap(replayed_head(replayed), width):
        page.line(line)
    page.line(f"  {page.mark(replayed_words(replayed), 'name')}")
    for title, found in (("new", replayed.come), ("no longer", replayed.gone)):
        if found:
            page.line(f"  {title}")
        for told in _listed(found, replayed):
            for place, line in enumerate(textwrap.wrap(safe(told), width - 6, break_long_words=False)):
                page.line(f"    {'  ' if place else ''}{line}")


def _listed(found: tuple[Finding, ...], replayed: Replayed) -> list[str]:
    """Each breach; where there are many, how many of each sentence."""
    if len(found) <= _MOST_LISTED:
        return [finding_words(one, replayed) for one in found]
    first: dict[str, Finding] = {}
    counts: Counter[str] = Counter()
    for one in found:
        first.setdefault(label_of(one.sentence), one)
        counts[label_of(one.sentence)] += 1
    return [
        f"{label}: {count}, {'on' if count == 1 else 'the first on'} {day_words(first[label].date, weekday=False, year=False)}"
        for label, count in counts.items()
    ]


def finding_words(finding: Finding, replayed: Replayed) -> str:
    """One breach in a line."""
    return f"{finding.id}  {message(finding, replayed.zone)}"
