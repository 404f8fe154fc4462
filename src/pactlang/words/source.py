"""Lines of agreements and logs as a terminal shows them: in the colours that documents and editors give the same words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pactlang.language.literate import is_literate

if TYPE_CHECKING:
    from pygments.token import _TokenType

    from pactlang.words.page import Page


def source_line(page: Page, name: str, line: str) -> str:
    r"""A line of the file of this name, made safe and, where the page has colours and the language is ours, coloured.

    >>> from pactlang.words.page import Page
    >>> source_line(Page(colour=False), "us.pact", "cap evenings  # ours")
    'cap evenings  # ours'
    >>> source_line(Page(colour=True), "us.pact", "cap evenings  # ours")
    '\x1b[1mcap\x1b[0m evenings  \x1b[2m# ours\x1b[0m'
    """
    log = name.endswith(".pactlog")
    if not page.colour or not (log or name.endswith(".pact") or is_literate(name)):
        return page.mark(line)
    from pactlang.highlight.lexers import PactLexer, PactLogLexer  # only where colours are shown: it takes a moment

    lexer = PactLogLexer() if log else PactLexer()
    return "".join(page.mark(word, _style(token)) for _, token, word in lexer.get_tokens_unprocessed(line))


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
