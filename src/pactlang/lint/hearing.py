"""Words that people wrote for people, searched with their places: promises, reasons, titles, labels, and names as they are read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactlang.language.tree import LineKind
from pactlang.later import later
from pactlang.lint.as_read import TOKEN
from pactlang.lint.frames import folded

if TYPE_CHECKING:
    from pactlang.language.tree import Line
    from pactlang.lint.frames import Pattern
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence
    from pactlang.source import Span

# What stands before words and turns their meaning round: "nobody asks for passwords" is no demand.
_DENIED = later(
    r"\b(?:no|not|never|nobody|nothing|none|nor|neither|without|don't|doesn't|won't|cannot|can't|isn't|aren't|mustn't|shouldn't|"
    r"no one|no longer|"
    r"instead of|rather than|free from|refrains? from|stops?(?= (?:\w+ly )?\w+ing\b)|we stopped|switch(?:es)? off|turns? off|uninstalls?|"
    r"avoids?|free to|may always|can always|anyone may|anybody may|everyone may)\b",
    re.I,
)
# No denials, though they hold such a word.
_IDIOMS = later(
    r"\bno (?:matter|later|earlier|more than|less than|exceptions?|secrets?|excuses?|problem|doubt)\b|\bnot (?:only|just|later|"
    r"at home|home)\b",
    re.I,
)
_WITHOUT = later(r"\bwithout\b", re.I)
_DENIED_AFTER = later(
    r"\W*(?:(?:is|are|stays?|remains?|belongs?)\W+(?:for nobody|not\b|never\b|forbidden|no\b|off(?: limits)?\b|switched off|"
    r"turned off|disabled|taboo|private|personal|nobody's|"
    r"(?:his|her|their|my|your|our|each one's) own|to (?:him|her|them|each))"
    r"|(?:if|unless|when) (?:they|we|you|he|she|i|somebody|someone|both|one) (?:\w+ )?(?:wish(?:es)?|likes?|wants?|"
    r"feels? like)\b(?! to (?:go|leave|stop|end|see|meet|talk)\b))",
    re.I,
)
_NEW_SENTENCE = later(r"[.;:!?–—]|,? (?:and|but|so|then|while|because|since) (?=(?:we|i|you|he|she|they|both|each|everyone|[A-Z]\w+)\b)")
_CONDITION = later(r"\W*(?:if|when|whenever|until|unless|once|as long as|where|should|since|because)\b", re.I)
# A reason tells why, and often what happened: what was is no demand.
_STORY = later(
    r"\b(?:used to|was|were|had|did|didn't|has been|have been|felt|hurt|said|told|asked|went|took|last (?:year|time|summer|"
    r"winter|spring|"
    r"autumn|fall|month|week)|ago|my ex|childhood|grew up|afraid|fears?|never again)\b",
    re.I,
)
_QUOTED = later(r'"[^"]*"')


def speaks_of(subject: Subject, stems: Iterable[str]) -> bool:
    """Whether any promise, reason, quoted title or label holds one of these stems; else no pattern that needs one is compiled."""
    known = [folded(stem) for stem in stems]
    return any(stem in low for low in subject.folded_words for stem in known)


def promises(subject: Subject, pattern: Pattern, *, denied: bool = False) -> Iterator[tuple[Span, str]]:
    """Each place in a quoted promise that fits; with `denied` also where the sentence says no to it."""
    for _, line, text in subject.spoken:
        if line.kind is LineKind.PROMISE:
            yield from _in_line(line, text, pattern, denied)


def told(subject: Subject, pattern: Pattern, *, denied: bool = False) -> Iterator[tuple[Span, str]]:
    """Each place in a promise, or in the quoted title or label of a heading, that fits."""
    yield from promises(subject, pattern, denied=denied)
    for _, line, text in subject.titles:
        yield from _in_title(line, text, pattern, denied)


def heard(
    subject: Subject,
    pattern: Pattern,
    *,
    names: Pattern | None = None,
    denied: bool = False,
    allowed: Pattern | None = None,
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
    busy = {_block_number(subject, one.span.source.name, one.span.start_position.line) for one in sentences}
    for document, line, text in subject.spoken:
        for place in _in_line(line, text, pattern, denied, allowed, told_stories):
            busy.add(_block_number(subject, document.source.name, line.number))
            yield place
    titled: set[tuple[str, int]] = set()
    for document, line, text in subject.titles:
        heading = (document.source.name, line.number)
        if heading not in busy:
            found = next(_in_title(line, text, pattern, denied), None)
            if found is not None:
                titled.add(heading)
                yield found
    if names is not None:
        yield from _in_names(subject, names, sentences, busy, titled)


def _in_names(
    subject: Subject,
    names: Pattern,
    sentences: Iterable[Sentence],
    busy: set[tuple[str, int]],
    titled: set[tuple[str, int]],
) -> Iterator[tuple[Span, str]]:
    """Names that fit, each once for a file: none in a refused sentence, none under a title that was told, none of a clause that was."""
    spoken = {word for one in sentences for word in (*TOKEN.findall(one.words), *one.modifiers.covering)}
    fitting = {word for word in subject.names if word not in spoken and names.search(word.replace("-", " ").replace("_", " "))}
    for word in fitting:
        files = set()
        for block, line, start in subject.names[word]:
            file = line.span.source.name
            if file in files or (file, block.line.number) in titled or (line is block.line and (file, line.number) in busy):
                continue
            files.add(file)
            yield line.span.part(start, start + len(word)), word


def _block_number(subject: Subject, file: str, line: int) -> tuple[str, int]:
    """The file and the number of the line that heads the block of a line."""
    found = subject.places.get((file, line))
    return file, found[1].line.number if found else line


def apart(places: Iterable[tuple[Span, str]]) -> Iterator[Span]:
    """The places that do not overlap one before them: what two patterns find is one thing to say."""
    last: Span | None = None
    for span, _ in sorted(places, key=lambda one: (one[0].source.name, one[0].start, -one[0].end)):
        if last is None or span.source is not last.source or span.start >= last.end:
            last = span
            yield span


def written(subject: Subject, pattern: Pattern) -> Iterator[tuple[Span, str]]:
    """Each place in a promise, a reason or a quoted title that fits."""
    for _, line, text in subject.spoken:
        yield from ((line.span.part(*found.span()), found[0]) for found in pattern.finditer(text))
    for _, line, text in subject.titles:
        for quoted in _QUOTED.finditer(text):
            yield from ((line.span.part(*found.span()), found[0]) for found in pattern.finditer(text, *quoted.span()))


def sentence_around(text: str, place: int) -> str:
    """The sentence that a place stands in.

    >>> sentence_around("We talk. At ten, on Sunday. Or never.", 12)
    ' At ten, on Sunday'
    """
    start = max(text.rfind(mark, 0, place) for mark in ".;!?") + 1
    ends = [end for end in (text.find(mark, place) for mark in ".;!?") if end >= 0]
    return text[start : min(ends, default=len(text))]


def _in_line(
    line: Line, text: str, pattern: Pattern, denied: bool, allowed: Pattern | None = None, stories: bool = False
) -> Iterator[tuple[Span, str]]:
    for found in pattern.finditer(text):
        around = sentence_around(text, found.start())
        if (line.kind is LineKind.REASON and not stories and _STORY.search(around)) or (allowed is not None and allowed.search(around)):
            continue
        if denied or not _says_no(text, *found.span()):
            yield line.span.part(*found.span()), found[0]


def _in_title(line: Line, text: str, pattern: Pattern, denied: bool) -> Iterator[tuple[Span, str]]:
    for quoted in _QUOTED.finditer(text):
        for found in pattern.finditer(text, quoted.start() + 1, quoted.end() - 1):
            if denied or not _says_no(text[: quoted.end()], *found.span(), quoted.start()):
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


def named_places(subject: Subject, pattern: Pattern) -> Iterator[Span]:
    """Each name in the lines of the language (a place, a person, a clause) that fits, once for each name."""
    for word, places in subject.names.items():
        if pattern.search(word):
            _, line, start = places[0]
            yield line.span.part(start, start + len(word))
