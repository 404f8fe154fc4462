"""When a talk is due (R113), date by date, from the words of the rule and from plain values alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .clock import add_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.model.calendar import Days


@dataclass(frozen=True)
class Text:
    """A version in force on the dates from `first` to `last`: a sentence asks for a talk `every` so often, or `by` a date, or not at all.

    `until` is the last date on which the sentence holds (`only until …`).
    """

    first: int
    last: int
    every: Days | None = None
    by: int | None = None
    until: int | None = None

    @property
    def asks(self) -> bool:
        return self.every is not None or self.by is not None


@dataclass(frozen=True)
class Talk:
    """An entry of `review`: its local date, what it is about, by whom, and whether somebody disputes it."""

    day: int
    about: str
    by: tuple[str, ...] = ()
    disputed: bool = False


def due_since(texts: Sequence[Text], talks: Sequence[Talk], names: frozenset[str], parties: frozenset[str], today: int) -> set[int]:
    """The dates that are told today, one for each kind of `revisit`: since when a talk is due, or when the next one is."""
    kinds = {text.by for text in texts if text.asks}
    found = {
        _told([text if text.asks and text.by == kind else None for text in texts], texts, talks, names, parties, today) for kind in kinds
    }
    return {day for day in found if day is not None}


def _told(
    asking: Sequence[Text | None],
    texts: Sequence[Text],
    talks: Sequence[Talk],
    names: frozenset[str],
    parties: frozenset[str],
    today: int,
) -> int | None:
    def text_at(day: int) -> Text | None:
        """ "The version then in force", if it asks."""
        return next((text for text, all_ in zip(asking, texts, strict=True) if all_.first <= day <= all_.last), None)

    def due(day: int) -> bool:
        text = text_at(day)
        if text is None or (text.until is not None and day > text.until):
            return False
        began = day
        while text_at(began - 1) is not None:  # "the first date from which the texts have asked for it without a gap"
            began -= 1
        ours = [
            talk.day
            for talk in talks
            if began <= talk.day <= today and talk.about in names and not talk.disputed and (not talk.by or parties & set(talk.by))
        ]
        if text.by is not None:
            return not ours and day >= text.by
        assert text.every is not None
        return day >= add_days(max([began, *ours]), text.every)

    if due(today):
        since = today
        while due(since - 1):
            since -= 1
        return since
    last = max(text.last for text in texts)
    return next((day for day in range(today + 1, last + 1) if due(day)), None)
