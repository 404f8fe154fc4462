"""A line cut where people put something beside a sentence: a second one, a reason, an exception, a word that says nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.chunks import NEGATIONS
from pactlang.language.rephrase.slots import slots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = re.compile(r"(?:!+|\?+)(?=\s|$)")
_WORDS = (
    *("unless", "except", "excluding", "apart from", "other than", "so", "because", "cos", "until", "till", "til", "from", "starting"),
    *(
        "at least",
        "at most",
        "give or take",
        "with",
        "or",
        "only",
        "for",
        "not",
        "without",
        "even if",
        "even when",
        "even on",
        "even though",
        "then",
        "as long as",
        "out of",
    ),
)
_CLAUSE = r"(?:not|no|none|never|nobody|we|they|he|she|you|i|everyone|everybody|anyone|whoever|if|the|each|max)\b"  # begins one
_CUT = re.compile(
    rf"\s*[,;:.]\s+|\s+[-–—]+>?\s+|\s+(?=\()|(?<=\))[,;:.]?\s+|\s+\+\s+(?=[\w']+ [\w']+ [\w']+)"
    rf"|(?<!\bof)(?<!\bby)(?<!\bon)(?<!\bat)(?<!\bto)(?<!\bfor)(?<!\bthe)(?<!\bwith)(?<!\band)(?<!\bbut)(?<!\bis)(?<!\bnot)"
    rf"\s+(?=(?:{'|'.join(_WORDS)})\b|(?:and|but) {_CLAUSE})",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:[,;:.)!?+>]|\s[-–—])\s*$")
# What begins so is no sentence of its own: it says something of the one beside it.
_BELONGS = re.compile(
    rf"\(|(?:{'|'.join(_WORDS)}|if|when|while|as|provided|counting|who|which|that|apart|more|less|by|to|on|at|in|every|each|per|within|between"
    r"|before|after|during|once|whenever|max|min|up|over|under|plus|\d+)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:and|but|then|so|also)\s+(?=\w+ \w+)", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:(?:and|but|so) )?(?:if|when|whenever|while|once|after|before|during|unless|except|as long as|until|till|only)\b", re.IGNORECASE
)
_TURNS = re.compile(
    r"\(?(?:(?:and|but|so) )?(?:unless|except|excluding|apart|other than|not|only|without|or|until|till|til|if|when|while|as long)\b",
    re.IGNORECASE,
)
_GRAMMAR = frozenset(
    [
        "every",
        "each",
        "after",
        "before",
        "until",
        "least",
        "most",
        "if",
        "when",
        "between",
        "per",
        "or",
        "can",
        "may",
        "could",
        "allowed",
        "we",
        "i",
        "you",
        "they",
        "he",
        "she",
    ]
)
_NO_BEGINNING = re.compile(
    r"(?:unless|except|excluding|or|because|cos|until|till|til|from|starting|for|give|with|only|even|not even|then|instead|to)\b|[(\d+/-]",
    re.IGNORECASE,
)
_BAN = re.compile(r"(?:no|never|nobody|none|dont|don't|do not)\b", re.IGNORECASE)
_FEWEST = 3  # words of a sentence
_MOST = 8  # pieces of a line that is looked at
_ENDS = " ,;:.-–—!?+>"


class Part(NamedTuple):
    """A stretch of a line that could be a sentence, and what stands beside it: each a clause of its own, or a piece that is left out."""

    text: str
    beside: tuple[str, ...]
    left_out: tuple[str, ...]


def without_interjections(line: str) -> str:
    """A line without what only sounds friendly.

    >>> without_interjections("No shoes inside lol. Boots too!!"), without_interjections("whoever shouts says sorry")
    ('No shoes inside. Boots too.', 'whoever shouts says sorry')
    """
    found = line
    for pattern in _interjections():
        shorter = pattern.sub("", found)
        found = shorter if len(shorter.split()) > 1 else found
    return re.sub(r",\s*,", ",", _MARKS.sub(".", found)).strip(" ,") or line


@lru_cache(maxsize=1)
def _interjections() -> tuple[re.Pattern[str], ...]:
    """What is said to sound friendly or firm, and asks for nothing (`slots.txt`): words anywhere, words at an end, and whole asides."""
    anywhere, ending, asides = ("|".join(slots()[name]) for name in ("idle", "ending", "aside"))
    return (
        re.compile(rf"\s*\((?:{anywhere}|{ending}|{asides})[.!?]*\)", re.IGNORECASE),
        re.compile(rf"^(?:{anywhere})[,!.]?\s+|\s+(?:{anywhere})(?=[.!?,;\s]|$)", re.IGNORECASE),
        re.compile(r"^(?:hey|ok|okay|right|so|well|look|listen|also),\s+", re.IGNORECASE),
        re.compile(rf"(?:\s*[,;.–—-])?\s+(?:{asides})(?=\s*[.!?,;]*$|\s*[.!?,;–—]\s)", re.IGNORECASE),
        re.compile(rf",?\s+(?:{ending})(?=[.!?,;]*$|[.!?;]\s)", re.IGNORECASE),
    )


def changes_the_meaning(words: str) -> bool:
    """Whether a piece that is left out narrows or turns round what the rest says: `unless all agree`."""
    return _TURNS.match(words) is not None


def turns_round(left_out: Sequence[str]) -> bool:
    """Whether a sentence says something else, or nothing, without these words: a number, `not`, `every`."""
    return any(
        word in NEGATIONS or word in _GRAMMAR or any(one.isdigit() for one in word)
        for words in left_out
        for word in words.casefold().split()
    )


def widens_a_ban(said: str, typed: str, left_out: Sequence[str]) -> bool:
    """Whether a ban is made of words that are none, or of what stood beside the word that was banned: `no fighting by text`, `no text`."""
    if not said.startswith("no "):
        return False
    if not left_out:
        return not _BAN.match(typed) and "not" in typed.casefold().split()
    return not _BAN.match(typed) or _BAN.sub("", typed, count=1).strip().casefold().startswith(left_out[0].casefold())


def parts_of(line: str) -> Iterator[Part]:
    """The stretches of a line that could be sentences, the longest first, each with all that is not in it.

    >>> next(one for one in parts_of("no party at home (May 10 - June 4) unless all agree") if one.text == "no party at home")[2]
    ('(May 10 - June 4)', 'unless all agree')
    >>> [one.beside for one in parts_of("no shoes inside. Boots stay out, too") if one.text == "no shoes inside"]
    [('Boots stay out, too',)]
    """
    cuts = _cuts(line)
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line)]
    if not 1 < len(starts) <= _MOST:
        return
    for place in range(1, len(starts) - 1):  # what stands in brackets, or between commas, amid a sentence
        words = line[starts[place] : ends[place]]
        closed = words.startswith("(") or (
            line[ends[place - 1] : starts[place]].strip() == "," == line[ends[place] : starts[place + 1]].strip()
        )
        if closed and (words.startswith("(") or _BELONGS.match(words)) and not re.search(r"[\w)]\. ", line):
            yield Part(f"{line[: ends[place - 1]]} {line[starts[place + 1] :]}", (), (words,))
    runs = [(first, last) for first in range(len(starts)) for last in range(first, len(starts)) if last - first < len(starts) - 1]
    runs.sort(key=lambda run: (starts[run[0]] - ends[run[1]], run))
    for first, last in runs:
        text = _JOINED.sub("", line[starts[first] : ends[last]].strip(_ENDS))
        before, after = line[: ends[first - 1]] if first else "", line[starts[last + 1] :] if last + 1 < len(starts) else ""
        if after and "," in line[ends[last] : starts[last + 1]] and "," not in text and _CONDITION.match(text):
            continue  # what is owed then comes after the comma
        if len(text.split()) < _FEWEST - (_BAN.match(text) is not None) or text.count("(") != text.count(")") or _cannot_begin(text):
            continue
        if re.search(r"[\w)]\. ", text):
            continue  # two sentences are no one sentence
        if first and not (_MARKED.search(line[: starts[first]]) or _JOINED.match(line[starts[first] :])):
            continue  # it begins amid running words
        if before and _CONDITION.match(before[_last_strong(before) :].strip(_ENDS)):
            continue  # what is asked only on a condition is never asked without it
        rest = [*_split(before), *_split(after)]
        beside = tuple(one for one in rest if _own(one))
        yield Part(text, beside, tuple(one for one in rest if not _own(one)))


def _cannot_begin(text: str) -> bool:
    return _NO_BEGINNING.match(text) is not None


def _own(words: str) -> bool:
    """Whether words are a clause of their own."""
    return len(words.split()) > 1 and not _BELONGS.match(_JOINED.sub("", words))


def _cuts(line: str) -> list[tuple[int, int]]:
    """Where a line is cut; what stands in brackets stays together."""
    brackets = [found.span() for found in re.finditer(r"\([^)]*\)", line)]
    cuts = [found.span() for found in _CUT.finditer(line)]
    inside = [cut for cut in cuts if any(start < cut[0] and cut[1] < end for start, end in brackets)]
    return [cut for cut in cuts if cut not in inside and cut[0] and cut[1] < len(line)]


def _last_strong(text: str) -> int:
    """Where the last sentence of a text begins."""
    return max((found.end() for found in re.finditer(r"[;.–—]\s+|\s-\s+", text)), default=0)


def _split(text: str) -> Sequence[str]:
    """What stands beside a sentence, cut at full stops, and where a clause of its own begins after a comma."""
    found: list[str] = []
    for one in re.split(r"(?<=[\w)\"'])[;.]\s+|\s+[-–—]+>?\s+(?![^(]*\))|\s+\+\s+|,\s+(?=(?:and|but) )|(?<=\))\s+", text):
        words = one.strip(_ENDS)
        if words and found and _own(found[-1]) and not _own(words):
            found[-1] += f", {words}"  # it says something of the clause before it
        elif words:
            found.append(words)
    return found
