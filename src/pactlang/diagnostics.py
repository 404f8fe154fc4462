"""What is wrong with a text, as data: syntax, names, logs and lint all speak through this one type.

Nothing here knows a screen; `pactlang.words` turns it into words and colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from pactlang.source import Span


class Severity(StrEnum):
    """How much a finding about a text matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Label(Struct, frozen=True):
    """A second place that helps to understand the first."""

    span: Span
    message: str


class Edit(Struct, frozen=True):
    """Replace a stretch of text by another; `title` says what that does, in a few words."""

    span: Span
    replacement: str
    title: str


class Offer(Struct, frozen=True):
    """Whole lines that could be meant by a line that is not a sentence. Nothing is judged by them until somebody takes them.

    `lines` are a sentence and its modifiers, `heading` is the clause that they need where the line is in none, `declares` what has to be
    declared. `marked` are the same lines with what nobody said between ‹ and ›, `holes` those values; `lost` are the words that no line
    holds. `kept` and `broken` are the nearest cases; `apart` is a case that it and the first offer do not judge alike, and says how.
    `edits` put it into the text, all of them or none.
    """

    lines: tuple[str, ...]
    heading: str = ""
    declares: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    holes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    cost: int = 0
    kept: str = ""
    broken: str = ""
    apart: str = ""
    edits: tuple[Edit, ...] = ()
    plain: bool = False  # the words as they are, as a promise in quotation marks


class Advice(Struct, frozen=True):
    """What a line that is not a sentence could be: `read-as`, `offer`, `plain`, `fault` or `flag`; `cue` are the words that say so."""

    kind: str
    offers: tuple[Offer, ...] = ()
    cue: str = ""
    why: str = ""


class Diagnostic(Struct, frozen=True):
    """One thing to say about one place.

    `code` is stable (`E` and three digits for syntax, names and logs). `message` is one plain sentence.
    `expected` says in lay words what could stand there. `nearest` is the nearest right spelling, if there is one.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    expected: str = ""
    nearest: str = ""
    labels: tuple[Label, ...] = ()
    edits: tuple[Edit, ...] = ()
    advice: Advice | None = None


_SHORT_NAME = 3


# How many words may still be compared. Each unknown word is held against every known one, and a text can have many of both.
_MOST_COMPARED = 50_000
_left = _MOST_COMPARED


def guess_anew() -> None:
    """Begin to count comparisons: called where a text begins to be read, so that the same text always gives the same guesses."""
    global _left
    _left = _MOST_COMPARED


def can_guess() -> bool:
    """Whether there is any use in asking for the nearest spelling: whoever has said a thousand times what was meant has said enough."""
    return _left > 0


_MOST_NAMED = 50  # a longer list helps nobody


@lru_cache(maxsize=64)
def one_of(known: frozenset[str]) -> str:
    """What could stand there: `one of …`, so many of them.

    >>> one_of(frozenset({"test", "meeting"})), one_of(frozenset())
    ('one of meeting, test', '')
    """
    names = sorted(known)
    return f"one of {', '.join(names[:_MOST_NAMED])}{' …' if len(names) > _MOST_NAMED else ''}" if names else ""


def _compared(known: Iterable[str]) -> list[str]:
    """The known words, sorted; none where enough were compared."""
    global _left
    if _left <= 0:
        return []
    found = sorted(known)
    _left -= len(found)
    return found


def nearest_spelling(word: str, known: Iterable[str], cutoff: float = 0.66) -> str:
    """The known word closest to this one, or an empty string where none is close (`cutoff`, from 0 to 1, says how close).

    Of one text, so many words are compared and no more (`guess_anew`).

    >>> nearest_spelling("encuonter", ["encounter", "meeting"])
    'encounter'
    >>> nearest_spelling("banana", ["encounter", "meeting"])
    ''
    """
    folded = word.casefold()
    by_folded = {candidate.casefold(): candidate for candidate in _compared(known)}
    # Most words share too few letters with any other to be close to it: no more of `difflib` is needed, nor loaded, to know.
    letters = Counter(folded)
    near = [one for one in by_folded if 2 * (letters & Counter(one)).total() >= cutoff * (len(folded) + len(one))]
    if not near:
        return ""
    from difflib import get_close_matches

    close = get_close_matches(folded, near, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else ""


def nearest_name(name: str, known: Iterable[str], cutoff: float = 0.66) -> str:
    """The known person's name that was probably meant, or an empty string.

    Among very short names only the case or the order of letters is a slip: Ana and Ina may both live here.

    >>> nearest_name("danna", ["dana"]), nearest_name("nAa", ["Ana"]), nearest_name("Ina", ["Ana"]), nearest_name("dana", ["Ana"])
    ('dana', 'Ana', '', '')
    """
    if len(name) > _SHORT_NAME:
        return nearest_spelling(name, (one for one in known if len(one) > _SHORT_NAME), cutoff)
    letters = sorted(name.casefold())
    return next((one for one in _compared(known) if sorted(one.casefold()) == letters), "")
