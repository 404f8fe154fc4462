"""The lexers lose no character of any text, and colour what they should."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Keyword, Literal, Name, Operator, String
from rich.console import Console
from rich.markdown import Markdown
from rich.syntax import Syntax

from pactlang.highlight.lexers import PactLexer, PactLogLexer

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*EXAMPLES.rglob("*.pact"), *EXAMPLES.rglob("*.pactlog")])
LEXERS = st.sampled_from([PactLexer(), PactLogLexer()])
PIECES = ["cap", " ", "\n", "    ", "at most 4", "by", "Ana", ",", '"', "“", "#", ">", "2026-09-01", "19:30"]
ODD = ["\r", "\u2028", "é", "😀", "and", "?"]


@given(LEXERS, st.one_of(st.text(max_size=60), st.lists(st.sampled_from([*PIECES, *ODD]), max_size=30).map("".join)))
def test_no_character_is_lost(lexer: PactLexer, text: str) -> None:
    found = list(lexer.get_tokens_unprocessed(text))
    assert "".join(piece for _, _, piece in found) == text
    place = 0
    for at, _, piece in found:
        assert at == place
        assert piece
        place += len(piece)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_examples_hold_no_error_and_little_that_is_plain(file: Path) -> None:
    lexer = PactLexer() if file.suffix == ".pact" else PactLogLexer()
    tokens = [(token, piece) for token, piece in lexer.get_tokens(file.read_text(encoding="utf-8")) if piece.strip()]
    assert not [piece for token, piece in tokens if token is Error]
    assert sum(token is Name for token, _ in tokens) < len(tokens) / 5


COLOURED = [
    ("cap evenings", "cap", Keyword.Declaration),
    ("cap evenings", "evenings", Name.Class),
    ("person dana", "dana", Name.Entity),
    ("    at most 4 encounters by Ana", "most", Keyword),
    ("    at most 4 encounters by Ana", "encounters", Name.Function),
    ("    at most 4 encounters by Ana and Ben", "Ben", Name.Variable),
    ("    within 24 hours", "hours", Keyword.Pseudo),
    ("    covering who", "covering", Keyword.Type),
    ("    dinner   yes   ask", "ask", Keyword.Constant),
    ("    dinner   yes   ask", "dinner", Name.Label),
    ("    party    ?     no  # not yet", "party", Name.Label),
    ("    no encounter tagged overnight", "no", Keyword),
    ("    no encounter tagged overnight", "overnight", Name.Tag),
    ("    between Ana, Ben and Cyd", "Cyd", Name.Variable),
    ("    at least 4 days between encounters", "encounters", Name.Function),
    ("event picnic\n    plural picnics\ncap x\n    at most 3 picnics per month", "picnics", Name.Function),
    ("cap x,#1", "#1", Name),
    ("    > because", "> because", String.Doc),
    ("cap  # ours", "# ours", Comment.Single),
    ("    in force from 2026-09-01", "2026-09-01", Literal.Date),
]
COLOURED_LOGS = [
    ("2026-09-12 19:30 to 23:10  encounter by Ana", "23:10", Literal.Date),
    ("2026-09-12  encounter by Ana with dana", "encounter", Name.Function),
    ("2026-09-12  encounter by Ana with dana", "dana", Name.Variable),
    ("2026-09-12  disclosure about e1", "e1", Name.Label),
    ("2026-09-12  encounter by Ana, protection condom", "protection", Name.Attribute),
    ("2026-09-12  encounter by Ana", "by", Operator.Word),
    ("    A long walk.", "A long walk.", String.Doc),
]


@pytest.mark.parametrize(("line", "word", "token"), COLOURED, ids=[f"{one[0].strip()}: {one[1]}" for one in COLOURED])
def test_words_of_an_agreement(line: str, word: str, token: object) -> None:
    assert (token, word) in [(kind, piece) for _, kind, piece in PactLexer().get_tokens_unprocessed(line)]


@pytest.mark.parametrize(("line", "word", "token"), COLOURED_LOGS, ids=[f"{one[0].strip()}: {one[1]}" for one in COLOURED_LOGS])
def test_words_of_a_log(line: str, word: str, token: object) -> None:
    assert (token, word) in [(kind, piece) for _, kind, piece in PactLogLexer().get_tokens_unprocessed(line)]


PAGE = "Some words.\n\n```pact\ncap evenings\n```\n\n~~~pactlog\n2026-09-01  encounter by Ana\n~~~\n"


def test_blocks_in_markdown_are_coloured() -> None:
    found = list(get_lexer_by_name("markdown").get_tokens(PAGE))
    assert (Keyword.Declaration, "cap") in found
    out = StringIO()
    Console(file=out, width=60, force_terminal=True, color_system="standard").print(Markdown(PAGE))
    alone = ["cap", "evenings", "2026-09-01", "encounter", "Ana"]  # each word coloured by itself
    assert [word for word in alone if re.search(rf"\x1b\[[\d;]*m{word}\x1b\[", out.getvalue())] == alone


def test_pygments_and_rich_find_them() -> None:
    assert isinstance(get_lexer_by_name("pact"), PactLexer)
    assert isinstance(get_lexer_for_filename("us.pactlog"), PactLogLexer)
    out = StringIO()
    Console(file=out, width=60, force_terminal=True, color_system="standard").print(Syntax("cap evenings\n", "pact"))
    assert "\x1b[" in out.getvalue()
