"""Words that people wrote for people, searched with their places: promises, reasons, titles, labels, and names as they are read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactlang.syntax.tree import LineKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence
    from pactlang.source import Span
    from pactlang.syntax.tree import Document, Line

# What stands before words and turns their meaning round: "nobody asks for passwords" is no demand.
_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|nor|neither|without|don't|doesn't|won't|cannot|can't|isn't|aren't|mustn't|shouldn't|"
    r"no one|no longer|"
    r"instead of|rather than|free from|refrains? from|stops?|avoids?|free to|may always|can always|anyone may|anybody may|everyone may)\b",
    re.I,
)
# No denials, though they hold such a word.
_IDIOMS = re.compile(
    r"\bno (?:matter|later|earlier|more than|less than|exceptions?|secrets?|excuses?|problem|doubt)\b|\bnot (?:only|just|later|"
    r"at home|home)\b",
    re.I,
)
_WITHOUT = re.compile(r"\bwithout\b", re.I)
_DENIED_AFTER = re.compile(
    r"\W*(?:(?:is|are|stays?|remains?|belongs?)\W+(?:for nobody|not\b|never\b|forbidden|no\b|off limits|taboo|private|personal|nobody's|"
    r"(?:his|her|their|my|your|our|each one's) own|to (?:him|her|them|each))"
    r"|(?:if|unless|when) (?:they|we|you|he|she|i|somebody|someone|both|one) (?:\w+ )?(?:wish(?:es)?|likes?|wants?|feels? like)\b)",
    re.I,
)
_NEW_SENTENCE = re.compile(
    r"[.;:!?–—]|,? (?:and|but|so|then|while|because|since) (?=(?:we|i|you|he|she|they|both|each|everyone|[A-Z]\w+)\b)"
)
_CONDITION = re.compile(r"\W*(?:if|when|whenever|until|unless|once|as long as|where|should)\b", re.I)
# A reason tells why, and often what happened: what was is no demand.
_STORY = re.compile(
    r"\b(?:used to|was|were|had|did|didn't|has been|have been|felt|hurt|said|told|asked|went|took|last (?:year|time|summer|"
    r"winter|spring|"
    r"autumn|fall|month|week)|ago|my ex|childhood|grew up|afraid|fears?|never again)\b",
    re.I,
)
_QUOTED = re.compile(r'"[^"]*"')
_TOKEN = re.compile(r"[^\W\d_][\w-]*")


def as_read(text: str) -> str:
    """A text of the same length with straight apostrophes and ordinary spaces, so that one pattern fits all ways to type.

    >>> as_read("Ben\u2019s phone")
    "Ben's phone"
    """
    return text.translate({0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " "})


def promises(subject: Subject, pattern: re.Pattern[str], *, denied: bool = False) -> Iterator[tuple[Span, str]]:
    """Each place in a quoted promise that fits; with `denied` also where the sentence says no to it."""
    for line in subject.lines(LineKind.PROMISE):
        yield from _in_line(line, pattern, denied)


def told(subject: Subject, pattern: re.Pattern[str], *, denied: bool = False) -> Iterator[tuple[Span, str]]:
    """Each place in a promise, or in the quoted title or label of a heading, that fits."""
    for document in subject.documents:
        for line in document.lines:
            if line.kind is LineKind.PROMISE:
                yield from _in_line(line, pattern, denied)
        for block in document.blocks:
            yield from _in_title(block.line, pattern, denied)


def heard(
    subject: Subject,
    pattern: re.Pattern[str],
    *,
    names: re.Pattern[str] | None = None,
    denied: bool = False,
    allowed: re.Pattern[str] | None = None,
    refused: Iterable[Sentence] = (),
    told_stories: bool = False,
) -> Iterator[tuple[Span, str]]:
    """Every place that asks for what a pattern means: promises, reasons, titles and labels, and names where `names` fits them.

    Names are read with spaces for hyphens. Where a sentence fits `allowed`, what it says is another matter. `refused` are sentences
    that say it by their form: each is a place, and a name in one of them is not told again. A title, or a name, is told only where
    nothing below it in its block is. What a reason tells of the past is left out, unless `told_stories`.
    """
    sentences = list(refused)
    yield from ((one.span, one.words) for one in sentences)
    spoken = {word for one in sentences for word in _TOKEN.findall(one.words)} | {
        item for one in sentences for item in one.modifiers.covering
    }
    busy: set[tuple[str, int]] = set()

    def block_of(line: Line, document: Document) -> tuple[str, int]:
        found = subject.places.get((document.source.name, line.number))
        return document.source.name, found[1].line.number if found else line.number

    for document in subject.documents:
        for sentence in sentences:
            if sentence.span.source is document.source:
                found = subject.places.get((document.source.name, sentence.span.start_position.line))
                busy.add((document.source.name, found[1].line.number if found else 0))
        for line in document.lines:
            if line.kind in (LineKind.PROMISE, LineKind.REASON):
                for place in _in_line(line, pattern, denied, allowed, told_stories):
                    busy.add(block_of(line, document))
                    yield place
        seen: set[str] = set()
        for block in document.blocks:
            if (document.source.name, block.line.number) not in busy:
                titles = list(_in_title(block.line, pattern, denied))
                yield from titles[:1]
                if titles:
                    continue
            if names is None:
                continue
            for line in (block.line, *(item.line for item in block.items if item.line.kind is LineKind.CODE)):
                if line is block.line and (document.source.name, block.line.number) in busy:
                    continue
                for span, word in _tokens(line):
                    if word not in spoken and word not in seen and names.search(word.replace("-", " ").replace("_", " ")):
                        seen.add(word)
                        yield span, word


def apart(places: Iterable[tuple[Span, str]]) -> Iterator[Span]:
    """The places that do not overlap one before them: what two patterns find is one thing to say."""
    last: Span | None = None
    for span, _ in sorted(places, key=lambda one: (one[0].source.name, one[0].start, -one[0].end)):
        if last is None or span.source is not last.source or span.start >= last.end:
            last = span
            yield span


def written(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Each place in a promise, a reason or a quoted title that fits."""
    for line in subject.lines(LineKind.PROMISE, LineKind.REASON, LineKind.CODE):
        text = as_read(line.span.text)
        quoted = [(0, len(text))] if line.kind is not LineKind.CODE else [one.span() for one in _QUOTED.finditer(text)]
        for start, end in quoted:
            for found in pattern.finditer(text, start, end):
                yield line.span.part(*found.span()), found[0]


def sentence_around(text: str, place: int) -> str:
    """The sentence that a place stands in.

    >>> sentence_around("We talk. At ten, on Sunday. Or never.", 12)
    ' At ten, on Sunday'
    """
    start = max(text.rfind(mark, 0, place) for mark in ".;!?") + 1
    ends = [end for end in (text.find(mark, place) for mark in ".;!?") if end >= 0]
    return text[start : min(ends, default=len(text))]


def _in_line(
    line: Line, pattern: re.Pattern[str], denied: bool, allowed: re.Pattern[str] | None = None, stories: bool = False
) -> Iterator[tuple[Span, str]]:
    text = as_read(line.span.text)
    for found in pattern.finditer(text):
        around = sentence_around(text, found.start())
        if (line.kind is LineKind.REASON and not stories and _STORY.search(around)) or (allowed is not None and allowed.search(around)):
            continue
        if denied or not _says_no(text, *found.span()):
            yield line.span.part(*found.span()), found[0]


def _in_title(line: Line, pattern: re.Pattern[str], denied: bool) -> Iterator[tuple[Span, str]]:
    text = as_read(line.span.text)
    for quoted in _QUOTED.finditer(text):
        for found in pattern.finditer(text, quoted.start() + 1, quoted.end() - 1):
            if denied or not _says_no(text[: quoted.end()], *found.span(), quoted.start()):
                yield line.span.part(*found.span()), found[0]


def _tokens(line: Line) -> Iterator[tuple[Span, str]]:
    text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line.span.text)
    for found in _TOKEN.finditer(text):
        yield line.span.part(*found.span()), found[0]


def _says_no(text: str, start: int, end: int, first: int = 0) -> bool:
    """Whether the sentence turns round what stands at a place: it has a no before it, or an `is not` after it.

    Two of them, as in "never goes out without …", ask for it all the same.
    """
    before = text[first:start]
    for cut in _NEW_SENTENCE.finditer(before + text[start : start + 1]):
        before = text[first + cut.end() : start]
    if _CONDITION.match(before) and "," in before:
        before = before.rpartition(",")[2]
    before = _IDIOMS.sub("", before)
    noes = len(_DENIED.findall(before))
    if noes > 1 and _WITHOUT.search(before):
        return False
    return noes > 0 or _DENIED_AFTER.match(text, end) is not None


def named_places(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Each name in the lines of the language (a place, a person, a clause) that fits, once for each name."""
    seen: set[str] = set()
    for line in subject.lines(LineKind.CODE):
        for span, word in _tokens(line):
            if word not in seen and pattern.search(word):
                seen.add(word)
                yield span
