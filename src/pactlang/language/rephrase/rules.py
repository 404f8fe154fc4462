"""The phrases of `phrases.txt`: read, checked and put into the words of a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.spelling import UNITS, WEEKDAYS, Token
from pactlang.model.calendar import days_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ONE_DAY = "|".join(WEEKDAYS)
_UNIT = "|".join(UNITS)
_PEOPLE = (
    "ex(?:es)?|co-?workers?|colleagues?|friends?|strangers?|flatmates?|roommates?|neighbou?rs?|boss(?:es)?|clients?|students?"
    "|relatives|married people"
)
_CLASSES = {
    "n": r"\d+(?:\.\d+)?",
    "length": rf"\d+ (?:{_UNIT})s?",
    "unit": rf"(?:{_UNIT})",
    "units": rf"(?:{_UNIT})s",
    "period": "(?:day|week|month|quarter|year)",
    "day": f"(?:{_ONE_DAY})",
    "days": f"(?:weekdays|weekends|(?:{_ONE_DAY})s?(?: (?:through|or|and) (?:{_ONE_DAY})s?)*)",
    "clock": r"\d\d:\d\d",
    "date": r"\d{4}-\d\d-\d\d",
    "month": f"(?:{'|'.join(MONTHS)})",
    "cur": "(?-i:[A-Z]{3})",
    "least": "at (?:least|most)",
    "more": "(?:more|less) than",
    "nth": "(?:first|second|third|fourth|fifth|last)",
    "ord": r"\d+(?:st|nd|rd|th)",
    "plural": f"(?:{_ONE_DAY})s",
    "w": r"[^\W\d][\w'’-]*",
    "name": r"(?!(?:every|each|the|an?|one|this|that|next|last|first|any|some|my|your|our)\b)[^\W\d][\w'’-]*",
    "c": r"[^\W\d][\w-]*",
    "rest": r"[^,]+?",
    "e": r"[^,]+?",
    "x": r"[^,]+?",
    "f": r"[^\W\d][\w-]*",
    "l": r"[^,]+?",
    "t": (
        rf"(?:(?:on|at|in|between|after|before|from|to|until|with|while|during|by|starting|ending|lasting|where|tagged|every|weekdays|weekends"
        rf"|{_ONE_DAY}s?|for|unless|for the)\b|\d)[^,]*?"
    ),
    "d": r"(?:within|in|by|after|the same|the next|same|next|on the|as soon|immediately|at once|asap|right|soon|promptly|no later)\b[^,]*?",
    "r": r"(?:every|on day) [^,]+?",
    "people": rf"(?:{_PEOPLE})(?:(?: , | , and | , or | and | or )(?:{_PEOPLE}))*",
    "who": (
        r"(?:(?:each|either|one|all|both|any|neither) of us|the two of us"
        r"|the other (?:parent|one|party|partner|flatmate|person|two|side|ones)|(?:the|my|our|his|her|just|only) [\w'’-]+"
        r"|we (?:all|both|each)|(?:each|every|both|all) [\w-]+|the same [\w-]+|[^\s,]+(?: (?:and|or) [^\s,]+)*)"
    ),
    "s": r".+?",
    "all": r".+?",
}
_LAST = ".last"  # `{month}.last` is its last date
_PIECE = re.compile(r"\{(\w+?)(\d*)\}|\[([^\]]*)\]|\(([^)]*)\)|([^{(\[]+)")


class Rule(NamedTuple):
    """One phrase: its mark, what it looks for, what it writes, and its line of the file."""

    mark: str
    pattern: re.Pattern[str]
    right: str
    number: int
    needs: tuple[str, ...] = ()  # one of these is in every line that it fits, which is quicker to tell


class Phrases(NamedTuple):
    """All of the data."""

    rules: tuple[Rule, ...]
    asked: tuple[Rule, ...]
    plain: tuple[Rule, ...]
    verbs: dict[str, tuple[str, ...]]
    frame: frozenset[str]
    entry: tuple[Rule, ...] = ()
    whens: tuple[Rule, ...] = ()
    past: tuple[Rule, ...] = ()
    future: tuple[Rule, ...] = ()  # what no log holds, and `pact may` is asked about
    heard: frozenset[str] = frozenset()  # events that somebody hears of
    nobody: frozenset[str] = frozenset()  # what may follow `met` or `with` and is no name
    wishes: tuple[Rule, ...] = ()
    done: Mapping[str, tuple[str, ...]] = MappingProxyType({})  # verbs, and what people say that they did
    helps: tuple[Rule, ...] = ()  # which form is meant, where nothing else was found


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The phrases that ship with the package."""
    return read_phrases((Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8"))


def read_phrases(text: str) -> Phrases:
    """Phrases as they are written, each with its line.

    >>> read_phrases("= half an hour -> 30 minutes").rules[0].pattern.sub("30 minutes", "for half an hour")
    'for 30 minutes'
    """
    found: dict[str, list[Rule]] = {"=": [], "?": [], "!": [], ">": [], "when": [], "past": [], "future": [], "wish": [], "help": []}
    verbs: dict[str, tuple[str, ...]] = {}
    done: dict[str, tuple[str, ...]] = {}
    frame: set[str] = set()
    heard: set[str] = set()
    nobody: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        mark, _, rest = line.strip().partition(" ")
        left, _, right = (part.strip() for part in rest.partition("->"))
        if mark == "verb":
            verbs |= dict.fromkeys(left.split(), tuple(right.split()))
        elif mark == "did":
            done |= dict.fromkeys(left.split(), tuple(right.split()))
        elif mark == "frame":
            frame |= set(rest.split())
        elif mark == "heard":
            heard |= set(rest.split())
        elif mark == "nobody":
            nobody |= set(rest.split())
        elif mark in ("=", "~", "-", "?", "!", ">", "when", "past", "future", "wish", "help"):
            kind = "=" if mark in "=~-" else mark
            found[kind].append(Rule("=" if mark == "-" else mark, pattern_of(left), right, number, needed(left)))
    entry, whens, past, future, wishes, helps = (tuple(found[kind]) for kind in (">", "when", "past", "future", "wish", "help"))
    return Phrases(
        tuple(found["="]),
        tuple(found["?"]),
        tuple(found["!"]),
        verbs,
        frozenset(frame),
        entry,
        whens,
        past,
        future,
        frozenset(heard),
        frozenset(nobody),
        wishes,
        verbs | done,
        helps,
    )


def pattern_of(left: str) -> re.Pattern[str]:
    """A phrase as a pattern over words with single spaces between them."""
    start = left.startswith("^ ")
    end = left.endswith(" $")
    left = left.removeprefix("^ ").removesuffix(" $")
    said, groups = "", 0
    for match in _PIECE.finditer(left):
        name, copy, optional, options, plain = match.groups()
        if name:
            said += f"(?P<{name}{copy}>{_CLASSES[name]})"
        elif optional is not None:
            said += f"(?:{re.escape(optional)} )?".replace("\\ ", " ")
        elif options is not None:
            groups += 1
            said += f"(?P<g{groups}>{'|'.join(re.escape(one).replace(chr(92) + ' ', ' ') for one in options.split('|'))})"
        else:
            said += re.escape(plain).replace("\\ ", " ")
    said = said.replace("?  ", "? ").replace(")? ", ")?")
    said = re.sub(r" \(\?:([^()]+) \)\?$", r"(?: \1)?", said)  # what may be missing at the end
    return re.compile(f"{'^' if start else '(?<!' + chr(92) + 'S)'}{said}{'$' if end else '(?!' + chr(92) + 'S)'}", re.IGNORECASE)


def needed(left: str) -> tuple[str, ...]:
    """What a line must hold for a phrase to fit: its longest word, or one of its alternatives."""
    found: list[tuple[str, ...]] = []
    for match in _PIECE.finditer(left.removeprefix("^ ").removesuffix(" $")):
        _, _, _, options, plain = match.groups()
        if options is not None:
            found.append(tuple(option.casefold() for option in options.split("|")))
        elif plain is not None and (words := plain.split()):
            found.append((max(words, key=len).casefold(),))
    return max(found, key=lambda one: min(map(len, one)) - len(one), default=())


def last_of(month: str) -> str:
    """The last date of a month in every year, as the language says it.

    >>> last_of("February")
    '29 February'
    """
    number = MONTHS.index(month.capitalize()) + 1
    return f"{days_in(2028, number)} {MONTHS[number - 1]}"


def joined(tokens: list[Token]) -> str:
    """Words with single spaces."""
    return " ".join(token.text for token in tokens)


def words_in(tokens: Sequence[Token], start: int, end: int) -> range:
    """The numbers of the words in a part of `joined(tokens)`. A word may hold spaces: what is in quotation marks is one.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> list(words_in(spelled('at "his place" twice'), 15, 20))
    [2]
    """
    ends = list(accumulate(len(token.text) + 1 for token in tokens))
    return range(bisect_right(ends, start), bisect_right(ends, max(start, end - 1)) + 1)


def said_in(tokens: Sequence[Token], match: re.Match[str]) -> str:
    """The words of a line for which those in a part of `joined(tokens)` stand."""
    return " ".join(dict.fromkeys(tokens[place].said for place in words_in(tokens, *match.span())))


def _bounds(tokens: Sequence[Token], match: re.Match[str]) -> tuple[int, int]:
    places = words_in(tokens, *match.span())
    return places.start, places.stop


def without_wish(tokens: list[Token]) -> list[Token]:
    """The words without those that make a wish of them: fewer, where it is one.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> joined(without_wish(spelled("dinner every Sunday, if possible")))
    'dinner every Sunday'
    """
    for rule in phrases().wishes:
        text = joined(tokens)
        if (match := rule.pattern.search(text)) is not None:
            first, after = _bounds(tokens, match)
            while first and tokens[first - 1].text == ",":
                first -= 1
            after += first == 0 and [one.text for one in tokens[after : after + 1]] == [","]
            tokens = [*tokens[:first], *tokens[after:]]
    return tokens


_MOST_STEPS = 20  # no line that a person types takes more


def rewritten(tokens: list[Token], *, exact: bool) -> list[Token]:
    """The words with every phrase put into the words of the language; with `exact`, by those alone that mean the same.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> joined(rewritten(spelled("no more than four encounters a month"), exact=True))
    'at most 4 encounters per month'
    """
    found = put_in([rule for rule in phrases().rules if not exact or rule.mark == "="], tokens)
    while not exact and found and found[-1].text == ",":
        found = found[:-1]
    return found


def put_in(rules: Sequence[Rule], tokens: list[Token]) -> list[Token]:
    """The words with these phrases put in, one after the other."""
    text = joined(tokens)
    folded = text.casefold()
    for rule in rules:
        if not (not rule.needs or any(one in folded for one in rule.needs)):
            continue
        done, steps = 0, 0  # what a phrase has written is not looked at again by the same phrase
        while steps < _MOST_STEPS and (match := rule.pattern.search(text, done)) is not None:
            steps += 1
            after = len(text) - match.end()
            tokens = _replaced(tokens, match, rule)
            text = joined(tokens)
            folded = text.casefold()
            done = max(0, len(text) - after)
    return tokens


def _replaced(tokens: list[Token], match: re.Match[str], rule: Rule) -> list[Token]:
    first, after = _bounds(tokens, match)
    taken = tokens[first:after]
    if not taken:
        return tokens
    start, end, said = taken[0].start, taken[-1].end, " ".join(dict.fromkeys(token.said for token in taken))
    exact = rule.mark == "=" and all(token.exact for token in taken)
    new: list[Token] = []
    for word in rule.right.split():
        group = re.fullmatch(r"\{(\w+?)(-1)?\}(\S*)", word)
        if group is None:
            new.append(Token(word, said, start, end, exact))
            continue
        name = f"g{group[1]}" if group[1].isdigit() else group[1]
        value = match.group(name) if name in match.re.groupindex else group[1]
        if group[2]:
            value = str(int(float(value)) - 1)
        if group[3] == _LAST:
            new += [Token(part, said, start, end, exact) for part in last_of(value).split()]
            continue
        if name.startswith(("ord", "plural")):
            value = re.sub(r"\D", "", value) if name.startswith("ord") else value[:-1]
        if name in match.re.groupindex and not group[2] and not group[3] and not name.startswith(("ord", "plural")):
            new += [tokens[place] for place in words_in(tokens, *match.span(name))]
        else:
            new += [Token(f"{part}{group[3]}", said, start, end, exact) for part in value.split()]
    return [*tokens[:first], *new, *tokens[after:]]


def asks(tokens: list[Token]) -> Rule | None:
    """The first phrase of a line that can be meant in several ways."""
    text = joined(tokens)
    return next((rule for rule in phrases().asked if any(_is_open(text[: one.start()]) for one in rule.pattern.finditer(text))), None)


def _is_open(before: str) -> bool:
    """Whether what follows is left open: `twice a week` is, `at most twice a week` is not."""
    return before.split()[-1:] not in ([word] for word in ("most", "least", "than", "to", "max", "maximum"))


_FREE = "What nobody forbids"  # is no answer where something is limited after all
_LIMITS = re.compile(r"(?<!\S)(?:only|if|unless|at most|max|but|except)(?!\S)|\d", re.IGNORECASE)


class Cue(NamedTuple):
    """Words that tell that no form says a line, and why; with `flag`, that it must not be said; with `several`, not in one sentence."""

    words: str
    why: str
    flag: bool = False
    several: bool = False
    surely: bool = False  # whatever its words could be put together to


def form_meant(tokens: list[Token]) -> str:
    """How the form is written that a line is probably meant to be; nothing where no word tells."""
    text = joined(tokens)
    return next((rule.right for rule in phrases().helps if rule.pattern.search(text)), "")


def cue_of(tokens: list[Token]) -> Cue | None:
    """The first words of a line that no form of the language says."""
    text = joined(tokens)
    for rule in phrases().plain:
        match = rule.pattern.search(text)
        if match is not None and not (rule.right.startswith(_FREE) and _LIMITS.search(text)):
            words = said_in(tokens, match)
            kind = next((one for one in ("flag", "several", "surely") if rule.right.startswith(f"{one} ")), "")
            return Cue(words, rule.right.removeprefix(f"{kind} "), kind == "flag", kind == "several", kind == "surely")
    return None
