"""Who `I`, `me` and `you` are: somebody of the agreement, whom the line does not name; a guess, and so asked for wherever it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.slots import slots
from pactlang.language.rephrase.spelling import WEEKDAYS, Token

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pactlang.language.rephrase.chunks import Context
    from pactlang.language.rephrase.parts import Candidate

_AFTER = frozenset(["", ",", ":", ".", "and", "but", "then", "so", "-", "–"])  # where what somebody owes may begin
_LISTED = frozenset(["the", "last", "first", "second", "odd", "even", "every", "on", "week", "weeks", "from", "at"])
_TWO = 2


def spoken_for(tokens: Sequence[Token], parties: Sequence[str]) -> tuple[list[Token], frozenset[str]]:
    """The words with a name for each `I`, `me` and `you` that owes or gets something by itself, and the names that were guessed:
    none, where one party only is left.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> words, guessed = spoken_for(spelled("Ben cooks on mon, i cook on tue"), ("Ana", "Ben"))
    >>> " ".join(one.text for one in words), sorted(guessed)
    ('Ben cooks on Monday , Ana cook on Tuesday', [])
    """
    named = {token.text for token in tokens}
    free = [one for one in parties if one not in named]
    if not free:
        return list(tokens), frozenset()
    words = [token.text.casefold() for token in tokens]
    speaks = [place for place in range(len(words)) if _subject(words, place, "i") or _in_list(tokens, words, place)]
    gets = [place for place in range(1, len(words)) if words[place] == "me" and words[place - 1] in slots()["giving"]]
    if set(words) & {*slots()["giving"], "rent", "money"}:
        gets += [place for place in range(1, len(words)) if words[place] == "me" and words[place - 1] == "to"]
        gets += [place for place in range(1, len(words) - 1) if words[place - 1 : place + 2] == ["to", "my", "account"]]
    speaks += [place for place in range(1, len(words)) if words[place] == "mine" and _day_before(tokens, place)]
    me = free[0]
    found = list(tokens)
    guessed = set[str]()
    for place in speaks:
        found[place] = found[place]._replace(text=me)
        guessed.add(me)
    if speaks and len(parties) == _TWO and len(free) == _TWO:
        for place in range(len(words)):
            if _subject(words, place, "you"):
                found[place] = found[place]._replace(text=free[1])
                guessed.add(free[1])
    for place in sorted(gets, reverse=True):
        guessed.add(me)
        named_one = found[place]._replace(text=me)
        to = [] if words[place - 1] == "to" else [found[place]._replace(text="to")]
        found[place : place + (2 if words[place] == "my" else 1)] = [*to, named_one]
    return found, frozenset(guessed if len(free) > 1 else ())  # the only one left is no guess


def speaker_of(typed: Sequence[Token], words: Sequence[Token]) -> str:
    """The party that stands in the place of an `I`."""
    here = {token.start for token in typed if token.text == "I" or token.text == "i"}
    return next((token.text for token in words if token.start in here and len(token.text) > 1), "")


def outsiders(tokens: Sequence[Token], context: Context) -> tuple[str, ...]:
    """Who is named and is no party: they may say yes, and hear, and are declared for it.

    >>> from pactlang.language.rephrase.chunks import Context
    >>> from pactlang.language.rephrase.spelling import spelled
    >>> outsiders(spelled("no party unless Maria or the landlord says yes"), Context(parties=("Ana", "Ben")))
    ('Maria', 'landlord')
    """
    found: list[str] = []
    said = {token.text.casefold() for token in tokens}
    if not said & {*slots()["yes"], *slots()["telling"], *slots()["giving"], "to", "by"}:
        return ()  # who is only met needs no heading
    for place, token in enumerate(tokens):
        word = token.text.removesuffix("'s").removesuffix("’s")
        known = context.knows(word) or word.casefold() in context.nouns or word.rstrip("s") in WEEKDAYS or word in MONTHS
        begins = not place or tokens[place - 1].said in (".", "!", "?", ":")
        named = word.istitle() and word.isalpha() and len(word) > 1 and not begins and word != "I"
        role = word in slots()["roles"] and place and tokens[place - 1].text.casefold() in ("the", "our", "my", "a", "by", "from")
        if (named or role) and not known and word not in found:
            found.append(word)
    return tuple(found)


def _subject(words: Sequence[str], place: int, who: str) -> bool:
    before = words[place - 1] if place else ""
    return words[place] == who and before in _AFTER and place + 1 < len(words) and words[place + 1] not in (",", "may", "can")


def _day_before(tokens: Sequence[Token], place: int) -> bool:
    """`sunday is mine`, `tuesdays mine`."""
    return any(token.text.rstrip("s") in WEEKDAYS for token in tokens[max(0, place - 2) : place])


def _in_list(tokens: Sequence[Token], words: Sequence[str], place: int) -> bool:
    """`me the rest`, `me on fridays`, in a list of who does what when."""
    if words[place] != "me" or place + 1 == len(words):
        return False
    after = tokens[place + 1].text
    dated = after.rstrip("s") in WEEKDAYS or after in MONTHS or after[:1].isdigit()
    return (words[place - 1] if place else "") in _AFTER and (after.casefold() in _LISTED or dated)


def asked(candidates: Sequence[Candidate], guessed: Collection[str]) -> None:
    """Marks in every candidate that a guessed name was not said."""
    for name in guessed:
        pattern = re.compile(rf"(?<=\bby ){re.escape(name)}\b|(?<=\bto ){re.escape(name)}\b|(?<=\band ){re.escape(name)}\b")
        for one in candidates:
            one.lines = tuple(line if " in turn" in line else pattern.sub(f"‹{name}›", line) for line in one.lines)
            one.lines = tuple(line.replace(f"‹{name}› and ‹{name}›", f"‹{name}›") for line in one.lines)


def declared(candidates: Sequence[Candidate], outside: Sequence[str]) -> None:
    """Declares who is outside the agreement, in each candidate by whose sentence they say yes or hear."""
    for one in candidates:
        said = " ".join(one.lines)
        for name in outside:
            if re.search(rf"\b(?:by|to|or|and) {re.escape(name)}\b", said):
                one.declares = (*one.declares, f"person {name}")
