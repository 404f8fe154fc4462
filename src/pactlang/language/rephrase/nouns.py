"""Which events the words of a line name: those of the agreement, what people do by its verbs, and at most one new name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.chunks import NEGATIONS, PEOPLE
from pactlang.language.rephrase.rules import phrases
from pactlang.language.rephrase.slots import verb_forms
from pactlang.language.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pactlang.language.rephrase.chunks import Context, Side
    from pactlang.language.rephrase.spelling import Token

_NAME = re.compile(r"[^\W\d_][\w-]*")
_LONGEST = 3
_MOST_WORDS = 2  # of a new name


class Mention(NamedTuple):
    """An event that a side names: its name, where its words start, whether it is new, and whether a verb names it."""

    name: str
    words: frozenset[int]
    new: bool = False
    verb: bool = False
    plural: str = ""


def mentions(
    side: Side, context: Context, *, wanted: str = "", verbs: Mapping[str, tuple[str, ...]] | None = None, capital: bool = True
) -> list[Mention]:
    """The events of a side, in the order of its words. `wanted` is the event that a verb of telling should be, where there is one.

    `verbs` are other words for events than those that a sentence has; with `capital` the side begins a line, and may have one.
    """
    verbs = phrases().verbs if verbs is None else verbs
    found: list[Mention] = []
    run: list[int] = []
    free = set(side.rest)
    place = 0
    while place < len(side.tokens):
        step = 1
        known = _known(side, place, free, context)
        if known is not None:
            found += _new(side, run)
            run = []
            found.append(known)
            step = len(known.words)
        elif place in free and not _of_the_night(side, place, free) and (verb := _verb(side.tokens[place].text, context, wanted, verbs)):
            found += _new(side, run)
            run = []
            found.append(Mention(verb, frozenset({side.tokens[place].start}), verb=True, plural=context.nouns[verb]))
        elif place in free and may_name(side.tokens[place].text, first=capital and place == 0):
            run.append(place)
        elif side.tokens[place].text.casefold() not in _WITHIN_NAMES:
            found += _new(side, run)
            run = []
        place += step
    found = _of_money(found + _new(side, run), context)
    for (first, second), word in _neighbours(found, side):
        if (whole := f"{word}-{second.name}") in context.nouns:  # `overnight visitors`
            found = [one for one in found if one not in (first, second)]
            found.append(Mention(whole, first.words | second.words, plural=context.nouns[whole]))
    return found


def _of_the_night(side: Side, place: int, free: set[int]) -> bool:
    """Whether `night` says what sort of thing the next word is: `night shift`."""
    return (
        side.tokens[place].text.casefold() == "night"
        and place + 1 in free
        and may_name(side.tokens[place + 1].text, first=False)
        and side.tokens[place + 1].text.casefold() not in ("out", "away", "guest", "guests")
    )


def _neighbours(found: list[Mention], side: Side) -> list[tuple[tuple[Mention, Mention], str]]:
    """Events that stand side by side, the second one of the agreement, with the word before it."""
    at = {token.start: place for place, token in enumerate(side.tokens)}
    pairs = [(one, other) for one, other in pairwise(found) if not other.new]
    return [
        ((one, other), side.tokens[at[max(one.words)]].text.casefold())
        for one, other in pairs
        # `the hall is cleaned`
        if all(word.text.casefold() in _PASSIVE for word in side.tokens[at[max(one.words)] + 1 : at[min(other.words)]])
    ]


def narrowed(found: list[Mention], side: Side) -> list[Mention]:
    """Events with a new word before them: `big decisions` are decisions of one sort, and `money talk` may be an event of its own."""
    more: list[Mention] = []
    for one, other in pairwise(found):  # `holiday plans`, of holidays alone
        if not one.new and not one.verb and other.new and "-" not in other.name and max(one.words) + 1 == min(other.words):
            more.append(Mention(f"{one.name}-{other.name}", one.words | other.words, new=True))
    for (first, second), word in _neighbours(found, side):
        if first.new and "-" not in first.name and word not in _CONDITIONS:
            words = first.words | second.words
            if not second.verb:
                more.append(Mention(f"{second.name} tagged {word}", words, plural=f"{second.plural or second.name} tagged {word}"))
            more.append(Mention(f"{word}-{second.name}", words, new=True))
    return more


# What something is like at the moment, which no event is named by.
_CONDITIONS = frozenset(["open", "unread", "unfinished", "unpaid", "missed", "joint", "shared", "empty", "full"])


def _of_money(found: list[Mention], context: Context) -> list[Mention]:
    """`pays rent` is one event and not two."""
    sums = [one for one in found if not one.verb and one.name in context.amounts]
    paying = [one for one in found if one.verb and one.name in ("settlement", "payment", "expense")]
    if len(sums) != 1 or not paying:
        return found
    whole = sums[0]._replace(words=sums[0].words.union(*(one.words for one in paying)))
    return [whole if one is sums[0] else one for one in found if one not in paying]


def _known(side: Side, place: int, free: set[int], context: Context) -> Mention | None:
    for length in range(_LONGEST, 0, -1):
        words = range(place, place + length)
        if not all(word in free for word in words):
            continue
        said = "-".join(side.tokens[word].text for word in words)
        for name in _singulars(said):
            if name in context.nouns:
                return Mention(name, _starts(side, words), plural=context.nouns[name])
            singular = next((one for one, plural in context.nouns.items() if plural == name), "")
            if singular:
                return Mention(singular, _starts(side, words), plural=name)
    return None


def _starts(side: Side, words: Iterable[int]) -> frozenset[int]:
    return frozenset(side.tokens[word].start for word in words)


def _singulars(said: str) -> list[str]:
    """A word, and what it may be the plural of."""
    folded = said if said[:1].islower() or "-" not in said else said.casefold()
    found = [said, folded.casefold()]
    if folded.endswith("ies"):
        found.append(f"{folded[:-3]}y".casefold())
    if folded.endswith("es"):
        found.append(folded[:-2].casefold())
    if folded.endswith("s"):
        found.append(folded[:-1].casefold())
    return found


def _verb(word: str, context: Context, wanted: str, verbs: Mapping[str, tuple[str, ...]]) -> str:
    """The event of this agreement that a verb names."""
    folded = word.casefold()
    options = verbs.get(folded, ())
    if wanted and wanted in options and wanted in context.nouns:
        return wanted
    found = next((one for one in options if one in context.nouns), "")
    if found:
        return found
    for ending in ("ing", "ed", "es", "s"):
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) > 2:
            for name in (stem, f"{stem}ing", f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
                if name in context.nouns:
                    return name
    return f"{folded}ing" if f"{folded}ing" in context.nouns else ""


def may_name(word: str, *, first: bool) -> bool:
    """Whether a word may be part of a new event's name: no word of the language or of grammar, no number, no name of somebody."""
    folded = word.casefold()
    if not _NAME.fullmatch(word) or folded in phrases().frame or folded in PEOPLE or folded in NEGATIONS or folded in _OTHERS:
        return False
    return (first or word[0].islower()) and folded not in _keywords() and folded not in _NEVER_NAMED


def made_of_roles(name: str) -> bool:
    """Whether a name of several words has one that the language owns: what is done to something, by whom, how much of it, where.

    >>> [made_of_roles(one) for one in ("pause-watering", "outside-agreement", "guests-nights", "night-out", "birthday-party", "pause")]
    [True, True, True, False, False, False]
    """
    first, *more = name.split("-")
    if not more:
        return False
    if first in _OWNED_FIRST or not _OWNED.isdisjoint((first, *more)):
        return True
    return more[-1] in ("night", "nights") and first in _WHOSE


def glued(name: str, tokens: Sequence[Token]) -> bool:
    """Whether a new name is put together of words that name nothing together: three of them, what was done, words that stand apart.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> line = spelled("handover on Friday at 5 at the school gate, results told, we put the bins out")
    >>> [glued(one, line) for one in ("handover-gate", "result-told", "school-gate", "put-bin-out", "bin")]
    [True, True, False, True, False]
    """
    words = name.split("-")
    if len(words) == 1 or words[-1] in ("start", "end") or any(token.text.casefold() in (name, f"{name}s") for token in tokens):
        return False
    return not _SAYS_HOW.isdisjoint(words) or len(words) > _MOST_WORDS + words[-1].endswith("ing") or _far_apart(words, tokens)


def head_of(name: str, tokens: Sequence[Token]) -> tuple[str, list[str]]:
    """The word of a name of several that names the event by itself, and the others: the first where they stand apart, else the last.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> head_of("handover-gate", spelled("handover on Friday at 5 at the school gate")), head_of("send-receipt", spelled("send receipt"))
    (('handover', ['gate']), ('receipt', ['send']))
    """
    words = name.split("-")
    named = [word for word in words if word not in _SAYS_HOW] or words
    head = named[0] if _far_apart(words, tokens) else named[-1]
    return head, [word for word in words if word != head]


def _far_apart(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    said = [token.text.casefold() for token in tokens]
    at = [next((place for place, one in enumerate(said) if one.startswith(word[:_STEM])), None) for word in words]
    return any(one is not None and other is not None and abs(one - other) > _APART for one, other in pairwise(at))


_STEM = 4  # letters by which a word is known, whatever its ending
_APART = 3  # words, beyond which two name nothing together
_SAYS_HOW = frozenset(
    ["secondhand", "firsthand", "ahead", "again", "infront", "anymore", "weird", "sure", "straight", "hol", "hols", "told", "shown", "said"]
)
_OWNED = frozenset(["agreement", "half", "outside", "pause", "pausing", "percent", "quarter", "resume", "third"])
_OWNED_FIRST = frozenset(["party", "request", "requests", "requesting"])  # a `leave-request` and a `birthday-party` are things
_WHOSE = frozenset(["guest", "guests", "visitor", "visitors", "partner", "partners"])

# Between two words of one name: `calendar is updated`.
_PASSIVE = frozenset(["is", "are", "be", "was", "gets", "get", "being", "been"])
_WITHIN_NAMES = frozenset(["the", "a", "an", "our", "my", "your", "his", "her"]) | _PASSIVE
_OTHERS = frozenset(
    [
        "during",
        "one",
        "every",
        "any",
        "all",
        "some",
        "more",
        "less",
        "than",
        "most",
        "least",
        "per",
        "while",
        "unless",
        "until",
        "till",
        "if",
        "when",
        "whenever",
        "who",
        "whoever",
        "but",
        "or",
        "and",
        "other",
        "else",
        "another",
        "others",
        "same",
        "first",
        "second",
        "next",
        "last",
        "between",
        "may",
        "can",
        "could",
        "would",
        "only",
        "also",
        "free",
        "fine",
        "allowed",
        "ok",
        "okay",
        "always",
        "often",
        "soon",
        "sometimes",
    ]
)


def _keywords() -> frozenset[str]:
    found = _words
    if not found:
        found.update(word.casefold() for word in load_tables().words)
    return frozenset(found) - _NOUNS


_words: set[str] = set()
_NOUNS = frozenset(
    [
        "new",
        "date",
        "cap",
        "notice",
        "consent",
        "disclosure",
        "aftercare",
        "testing",
        "review",
        "promise",
        "repair",
        "breach",
        "person",
        "party",
        "term",
        "use",
        "watch",
        "plural",
    ]
)


def _new(side: Side, run: list[int]) -> list[Mention]:
    """A new event of the words of a run: at most two of them, the last ones."""
    if not run:
        return []
    words = run[-_MOST_WORDS:]
    if made_of_roles("-".join(side.tokens[place].text.casefold() for place in words)):
        kept = [place for place in words if not made_of_roles(f"x-{side.tokens[place].text.casefold()}")]
        words = (kept or words)[:1]
    if len(words) == 1 and side.tokens[words[0]].text.casefold() in _NO_NAME:
        return []
    said = [side.tokens[place].text.casefold() for place in words]
    name, typed = "-".join([*said[:-1], singular(said[-1])]), "-".join(said)
    if len(said) == 1 and said[0] in verb_forms() and verb_forms()[said[0]][1] == "past" and said[0] not in _DONE:
        name = typed = verb_forms()[said[0]][0]  # `who drank`: drinking
    plural = typed if typed != name else name if name.endswith("s") else ""
    return [Mention(name, _starts(side, words), new=True, plural=plural)]


_DONE = frozenset(
    [
        "broken",
        "lost",
        "cancelled",
        "paid",
        "missed",
        "sent",
        "shared",
        "forwarded",
        "asked",
        "borrowed",
        "saw",
        "rose",
        "felt",
        "found",
        "shot",
        "bit",
        "wound",
        "shed",
        "fed",
        "put",
        "left",
    ]
)
_NEVER_NAMED = frozenset(["over", "whatever", "count", "outside", "half", "percent", "third"])
_NO_NAME = frozenset(["midnight", "kind", "resident", "member", "considerate", "count", "x"])
_LINKS = frozenset(["in", "for", "of", "to", "on", "at", "from", "with", "by", "into", "than", "and", "or"])


def together(found: list[Mention], side: Side) -> list[Mention]:
    """Two new names of one word each, as one name: `the cat is never alone`."""
    new = [one for one in found if one.new and "-" not in one.name]
    if len(found) == _MOST_WORDS and found[0].verb and new == found[1:]:  # `calling the landlord`
        if any(min(found[0].words) < token.start < min(new[0].words) and token.text.casefold() in _LINKS for token in side.tokens):
            return []
        return [Mention(f"{new[0].name}-{found[0].name}", found[0].words | new[0].words, new=True)]
    if len(new) < _MOST_WORDS or any(not one.new for one in found):
        return []
    first, last = max(new[0].words), min(new[1].words)
    if any(first < token.start < last and token.text.casefold() in _LINKS for token in side.tokens):
        return []
    return [Mention(f"{new[0].name}-{new[1].name}", new[0].words | new[1].words, new=True)]


def singular(word: str) -> str:
    """A word without the ending of its plural.

    >>> [singular(one) for one in ("dates", "parties", "dishes", "dress", "news")]
    ['date', 'party', 'dish', 'dress', 'new']
    """
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
