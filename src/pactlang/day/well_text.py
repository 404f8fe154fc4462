"""What went well, in words."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.words.uses import agreed_words, use_words
from pactlang.words.words import count_words, day_words, kept_words, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.checker.finding import Judgement
    from pactlang.checker.turned import Turned
    from pactlang.day.well import Well


def well_words(well: Well, judgement: Judgement, when: str, titles: Mapping[str, str] | None = None) -> list[str]:
    """One sentence for each thing that went well, that of what was kept first; `when` says since when, `titles` names clauses."""
    titles = titles or {}
    found = [f"{kept_words(well.kept)}{when}."]
    if well.clean:
        found.append(f"Kept every time: {list_words([titles.get(name) or name for name in well.clean])}.")
    if well.weeks:
        weeks = count_words(well.weeks, "week")
        row = f", the last {well.row} in a row" if 1 < well.row < well.weeks else ""
        found.append(f"{weeks} without a miss{row}.")
    counts = Counter(entry.type for entry in well.glad)
    events = judgement.agreement.vocabulary.events
    if counts:
        plurals = {name: events[name].plural if name in events else f"{name}s" for name in counts}
        found.append(f"{list_words([count_words(number, name, plurals[name]) for name, number in counts.items()])}.")
    found += [_turned(one, titles) for one in well.turned]
    return found


def well_json(well: Well) -> dict[str, Any]:
    """The same for programs, beside what was kept."""
    return {
        "weeks_without_a_miss": well.weeks,
        "in_a_row": well.row,
        "glad": dict(Counter(entry.type for entry in well.glad)),
        "turned_back": [
            {
                "sentence": one.series.sentence.label,
                "from": date.fromordinal(one.told.date).isoformat(),
                "share_then": round(one.told.drift.shares[-1], 3) if one.told.drift is not None else None,
                "nearest_since": round(max(use.share for use in one.since), 3),
            }
            for one in well.turned
        ],
    }


def _turned(turned: Turned, titles: Mapping[str, str]) -> str:
    """How near a limit it came, and the nearest since: no name of anybody."""
    series, told = turned.series, turned.told
    assert told.measured is not None  # noqa: S101 - what creeps was measured
    label = titles.get(series.sentence.clause) or series.sentence.label
    then = f"{use_words(series, told.measured)} on {day_words(told.date, weekday=False)}"
    nearest = max(turned.since, key=lambda use: use.share)
    since = f"nothing nearer than {use_words(series, nearest.measured)} since"
    return f"{label} has turned back from its limit: {then}, {since}; agreed: {agreed_words(series, nearest.limit)}."
