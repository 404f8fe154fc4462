"""Reading a line as the sentence that it surely is: every word accounted for, by phrases that mean the same, and nothing to ask."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.language.rephrase.rules import asks, joined, rewritten
from pactlang.language.rephrase.spelling import spelled
from pactlang.language.tokens import words_of
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.language.tokens import Word
    from pactlang.source import Span

_LONGEST = 300  # characters: nobody types a longer sentence, and each phrase is looked for in all of it


def reread(span: Span) -> tuple[list[Word], str]:
    """The words of a line in the words of the language, each at the place of what it stands for, and the line that they make.

    No words where the line can be meant in several ways, or nothing in it means the same as something else.

    >>> source = SourceFile("us.pact", "encounters at most twice a week")
    >>> reread(source.span(0, 31))[1], reread(SourceFile("", "dinner once a week").span(0, 18))[1]
    ('at most 2 encounters per week', '')
    """
    words, text = _reread(span.text) if len(span.text) <= _LONGEST else ((), "")
    return [replace(word, start=span.start + word.start, end=span.start + word.end) for word in words], text


@lru_cache(maxsize=1024)
def _reread(line: str) -> tuple[tuple[Word, ...], str]:
    """The same of a text that is nothing but the line; kept, since an editor reads a text again and again."""
    said = spelled(line)
    if asks(said):
        return (), ""
    tokens = rewritten(said, exact=True)
    text = joined(tokens).replace(" ,", ",")
    if not tokens or not all(token.exact for token in tokens) or text == " ".join(line.split()):
        return (), ""
    made = SourceFile("", text)
    pieces = words_of(made.span(0, len(text)))
    if len(pieces) != len(tokens):
        return (), ""
    return tuple(replace(piece, start=token.start, end=token.end) for piece, token in zip(pieces, tokens, strict=True)), text
