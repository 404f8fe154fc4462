"""Our walker reads every line as Lark itself does with the same grammar: the same tree, the same stop, the same words that could follow."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lark import Token as LarkToken
from lark import Tree
from lark.exceptions import UnexpectedInput

from pactlang.language import tables
from pactlang.language.line import grammar
from pactlang.language.tables import STARTS, _lark, load_tables
from pactlang.language.tokens import words_of
from pactlang.language.walk import Node, UnexpectedWordError, Walker
from pactlang.source import SourceFile

ROOT = Path(__file__).parents[2]
TEXTS = [*ROOT.glob("examples/*/*.pact"), *(ROOT / "src/pactlang/vocabularies").glob("*.pact")]


@pytest.fixture(scope="module")
def lark() -> Any:
    return _lark((ROOT / "src/pactlang/grammar.lark").read_text(encoding="utf-8"))


def plain(node: object) -> object:
    if isinstance(node, Tree | Node):
        return str(node.data), [plain(part) for part in node.children]
    assert isinstance(node, str)
    return str(getattr(node, "type", "")), str(node)


def by_lark(lark: Any, start: str, line: list[tuple[str, str]]) -> tuple[object, set[str]]:
    parser = lark.parse_interactive(start=start)
    try:
        for terminal, text in line:
            parser.feed_token(LarkToken(terminal, text))
        could = set(parser.accepts())
        return plain(parser.feed_eof()), could
    except UnexpectedInput:
        return None, set()


def said(start: str, text: str) -> list[tuple[str, str]]:
    """The words of a line as terminals, as far as the grammar takes them."""
    walker, found = Walker(start), []
    try:
        for word in words_of(SourceFile("", text).span(0, len(text))):
            terminal = grammar()._terminal(word.text, walker.here, frozenset()) if word.shape == "A_NAME" else word.shape
            found.append((terminal, word.text))
            list(grammar().feed(walker, ((word.shape, word.text),)))
    except UnexpectedWordError:
        pass
    return found


def ours(start: str, text: str) -> tuple[object, set[str]]:
    walker = Walker(start)
    words = words_of(SourceFile("", text).span(0, len(text)))
    try:
        for _ in grammar().feed(walker, tuple((word.shape, word.text) for word in words)):
            pass
        could = set(walker.accepts())
        return plain(walker.finish()), could
    except UnexpectedWordError:
        return None, set()


def test_each_line_and_each_beginning_of_it_is_read_as_lark_reads_it(lark: Any) -> None:
    lines = {line.strip() for path in TEXTS for line in path.read_text(encoding="utf-8").splitlines()}
    read = 0
    for line in sorted(lines)[::5]:
        words = line.split()
        for start in ("heading", "pact_line" if words[:1] == ["between"] else "body_line"):
            for count in range(1, len(words) + 1):
                text = " ".join(words[:count])
                found = ours(start, text)
                assert found == by_lark(lark, start, said(start, text)), (start, text)
                read += found[0] is not None
    assert read > 90


def test_built_tables_are_taken_only_for_the_grammar_that_they_were_made_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "pactlang"
    (package / "language").mkdir(parents=True)
    (package / "grammar.lark").write_bytes((ROOT / "src/pactlang/grammar.lark").read_bytes())
    tables.write_tables(package)
    monkeypatch.setattr(tables, "__file__", str(package / "language" / "tables.py"))
    monkeypatch.setattr(tables, "made", lambda _: "made anew")
    load = load_tables.__wrapped__
    assert set(load().starts) == set(STARTS)
    with (package / "grammar.lark").open("a", encoding="utf-8") as stream:
        stream.write("// more\n")
    assert load() == "made anew"


def test_the_same_grammar_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever order sets come in: a wheel can be built again, and compared."""
    written = []
    for seed in ("1", "2"):
        package = tmp_path / seed
        (package / "language").mkdir(parents=True)
        (package / "grammar.lark").write_bytes((ROOT / "src/pactlang/grammar.lark").read_bytes())
        program = f"from pathlib import Path; from pactlang.language.tables import write_tables; write_tables(Path({str(package)!r}))"
        subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        written.append((package / "language" / tables.TABLES).read_bytes())
    assert written[0] == written[1]
