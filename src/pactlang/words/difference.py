"""Where two sentences differ, in their own words."""

from __future__ import annotations

from msgspec import Struct

from pactlang.model.words import ends_alike

# Words that say little without what follows them: a difference starts before them.
_LEAD = frozenset(
    {
        *("a", "an", "and", "any", "at", "by", "each", "every", "for", "from", "in", "last", "least", "more", "most", "next"),
        *("of", "on", "only", "or", "than", "the", "until", "within"),
    }
)
_UNITS = frozenset({"minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"})
_MOST_WORDS = 10


class Difference(Struct, frozen=True):
    """Two sentences as what both begin with, what each says differently, and what both end with."""

    before: str
    old: str
    new: str
    after: str

    @property
    def short(self) -> bool:
        """Whether it can be told in one line: each side says something, and not too much of it."""
        return (
            bool(self.old) and bool(self.new) and max(len(self.old.split()), len(self.new.split())) <= 8 and bool(self.before or self.after)
        )


def difference(old: str, new: str) -> Difference:
    """The words that differ, with as many before and after as make them speak.

    >>> one = difference("at most 4 encounters per month", "at most 3 encounters per month")
    >>> one.old, one.new, one.after
    ('at most 4', 'at most 3', 'encounters per month')
    >>> one = difference("after each encounter, disclosure within 24 hours", "after each encounter, disclosure within 2 days")
    >>> one.before, one.old, one.new
    ('after each encounter, disclosure', 'within 24 hours', 'within 2 days')
    """
    a, b = _words(old), _words(new)
    first, last = ends_alike(a, b)
    inserted = first == len(a) - last or first == len(b) - last
    while not inserted and first and a[first - 1] in _LEAD:
        first -= 1
    while not inserted and last and a[-last] in _UNITS:
        last -= 1
    return Difference(_text(a[:first]), _text(a[first : len(a) - last]), _text(b[first : len(b) - last]), _text(a[len(a) - last :]))


def joined(*parts: str) -> str:
    """Pieces of a sentence as one again.

    >>> joined("after each breach", "", ", debrief")
    'after each breach, debrief'
    """
    return " ".join(part for part in parts if part).replace(" ,", ",")


def _words(text: str) -> list[str]:
    return text.replace(",", " ,").split()


def _text(words: list[str]) -> str:
    return joined(*words)
