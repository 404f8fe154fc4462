"""Lines of agreements and logs as a terminal shows them: in the colours that documents and editors give the same words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pactlang.syntax.literate import agreement_line, block_lines, is_literate

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

    from pactlang.render.page import Page
    from pactlang.source import SourceFile


def source_line(page: Page, source: SourceFile, number: int, first: int, last: int) -> str:
    """A stretch (characters from 0, the last left out) of a line (from 1), made safe and, where the page has colours, coloured.

    >>> from pactlang.render.page import Page
    >>> from pactlang.source import SourceFile
    >>> source_line(Page(colour=False), SourceFile("us.pact", "cap evenings"), 1, 4, 12)
    'evenings'
    >>> source_line(Page(colour=True), SourceFile("us.pact", "cap evenings  # ours"), 1, 0, 20)
    '\\x1b[1mcap\\x1b[0m evenings  \\x1b[2m# ours\\x1b[0m'
    """
    text = source.line_text(number).expandtabs(1)
    lexer = _lexer_of(source, number) if page.colour else None
    if lexer is None:
        return page.mark(text[first:last])
    margin = len(text) - len(agreement_line(source, number))  # that of a block in a page
    found = [(start + margin, token, word) for start, token, word in lexer.get_tokens_unprocessed(text[margin:])]
    pieces = [(max(start, first), min(start + len(word), last), _style(token)) for start, token, word in found]
    coloured = [page.mark(text[start:end], style) for start, end, style in pieces if start < end]
    return "".join([page.mark(text[first : min(margin, last)]), *coloured])


def _lexer_of(source: SourceFile, number: int) -> Lexer | None:
    """What colours a line; None for prose and for formats that are not ours."""
    name = source.name
    if name.endswith((".pact", ".pactlog")) or (is_literate(name) and number in block_lines(source.text)):
        return _lexer(log=name.endswith("log"))
    return None


@lru_cache(maxsize=2)
def _lexer(*, log: bool) -> Lexer:
    from pactlang.highlight.lexers import PactLexer, PactLogLexer  # only where colours are shown: it takes a moment

    return PactLogLexer() if log else PactLexer()


@lru_cache(maxsize=64)
def _style(token: _TokenType) -> str:
    from pygments.token import Comment, Keyword, Literal, Name, Operator, String

    styles = {
        Comment: "dim",
        String.Doc: "dim",
        Keyword.Declaration: "name",
        Keyword: "word",
        Operator: "word",
        Name.Function: "event",
        Name.Variable: "person",
        Literal: "value",
    }
    return next((styles[one] for one in reversed(token.split()) if one in styles), "")
