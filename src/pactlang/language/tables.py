"""The parser made from `grammar.lark`; its tables are worked out when the package is built, since that takes longer than all the rest.

The file of tables is made by the build (`hatch_build.py`). It is used only where it was made from this very grammar by this very version
of Lark; otherwise, as in a checkout that was never built, the tables are worked out anew, with the same result.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lark
from lark import Lark, Token
from lark.lexer import Lexer

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTS = ["heading", "body_line", "pact_line", "event_line", "state_line", "matrix_line", "expect_line"]
TABLES = "tables.bin"
_STAMP_LENGTH = 64


class NoLexer(Lexer):
    """The words come from `tokens.words_of`; Lark only parses."""

    def __init__(self, _: object) -> None:
        pass

    def lex(self, _state: Any, _parser: Any) -> Iterator[Token]:
        """Never called: words are fed one by one."""
        raise NotImplementedError


def load_parser() -> Lark:
    """The parser, from the built tables where they fit, else from the grammar."""
    here = Path(__file__).parent  # `importlib.resources` would take longer to load than the tables to read
    grammar = (here.parent / "grammar.lark").read_text(encoding="utf-8")
    built = here / TABLES
    if built.is_file():
        data = built.read_bytes()
        if data[:_STAMP_LENGTH] == _stamp(grammar):
            return Lark.load(BytesIO(data[_STAMP_LENGTH:]))
    return _from_grammar(grammar)


def _from_grammar(grammar: str) -> Lark:
    return Lark(grammar, parser="lalr", lexer=NoLexer, start=STARTS, maybe_placeholders=False)


def _stamp(grammar: str) -> bytes:
    return hashlib.sha256(f"{lark.__version__}\n{STARTS}\n{grammar}".encode()).hexdigest().encode()


def write_tables(package: Path) -> Path:
    """Write the tables of a package folder's grammar beside this module, and say where."""
    grammar = (package / "grammar.lark").read_text(encoding="utf-8")
    tables = BytesIO()
    _from_grammar(grammar).save(tables)
    target = package / "language" / TABLES
    partial = target.with_suffix(".partial")
    partial.write_bytes(_stamp(grammar) + tables.getvalue())
    partial.replace(target)
    return target
