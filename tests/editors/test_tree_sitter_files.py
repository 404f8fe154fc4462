"""The grammars' own tests in the standard formats (`test/corpus`, `test/highlight`), and the files that editors read beside them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.editors.queries import written

grammars = pytest.importorskip("tests.editors.grammars", reason="the Python package tree-sitter is not installed", exc_type=ImportError)
if grammars.COMPILER is None:
    pytest.skip("there is no C compiler to build the grammars with", allow_module_level=True)

from tree_sitter import Query, QueryCursor  # noqa: E402 - it needs what may be missing

EDITORS = grammars.FOLDER.parent
QUERIES = sorted([*grammars.FOLDER.glob("queries/*/*.scm"), *EDITORS.glob("helix/queries/*/*.scm"), *EDITORS.glob("zed/languages/*/*.scm")])


class Case(NamedTuple):
    grammar: str
    name: str
    attributes: str
    text: str
    tree: str


def corpus() -> list[Case]:
    found = []
    for grammar in grammars.NAMES:
        for file in sorted((grammars.FOLDER / grammar / "test" / "corpus").glob("*.txt")):
            parts = re.split(r"(?m)^={3,}\n(.*)\n((?::.*\n)*)={3,}\n", file.read_text(encoding="utf-8"))
            for name, attributes, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
                text, _, tree = re.split(r"(?m)^(-{3,})\n", body)
                found.append(Case(grammar, name, attributes, text.removeprefix("\n"), " ".join(tree.split())))
    return found


@pytest.mark.parametrize("case", corpus(), ids=lambda case: f"{case.grammar}: {case.name}")
def test_the_corpus(case: Case) -> None:
    root = grammars.parse(case.grammar, case.text).root_node
    if ":error" in case.attributes:
        assert grammars.unread(root)
    else:
        assert not root.has_error
        assert str(root) == re.sub(r" \)", ")", case.tree)


# --- colours --------------------------------------------------------------------------------------------------------------------------


def colours(grammar: str, text: str, query: str) -> dict[tuple[int, int], str]:
    """The colour of each place of a text: of all patterns that take a node the later one counts, and a node within another."""
    found: dict[tuple[int, int], tuple[int, int, str]] = {}
    data = text.encode()
    for pattern, captures in QueryCursor(Query(grammars.language(grammar), query)).matches(grammars.parse(grammar, text).root_node):
        for capture, nodes in captures.items():
            for node in nodes:
                size = node.end_byte - node.start_byte
                row, column = node.start_point
                for character in data[node.start_byte : node.end_byte].decode():
                    before = found.get((row, column))
                    if before is None or (-size, pattern) >= before[:2]:
                        found[row, column] = (-size, pattern, capture)
                    row, column = (row + 1, 0) if character == "\n" else (row, column + len(character.encode()))
    return {place: capture for place, (_, _, capture) in found.items()}


def expectations(text: str) -> list[tuple[int, int, str]]:
    """In a comment `^` points at the line above it, `<-` at that line's start."""
    found, tested = [], 0
    for number, line in enumerate(text.splitlines()):
        mark = re.fullmatch(r"# *(?:(\^)|<-) ([a-z.]+)", line)
        if mark:
            found.append((tested, mark.start(1) if mark[1] else 0, mark[2]))
        else:
            tested = number
    return found


@pytest.mark.parametrize("file", sorted((grammars.FOLDER / "test" / "highlight").iterdir()), ids=lambda file: file.name)
def test_each_word_has_the_colour_of_what_it_is(file: Path) -> None:
    text, grammar = file.read_text(encoding="utf-8"), file.suffix[1:]
    seen = colours(grammar, text, (grammars.FOLDER / "queries" / grammar / "highlights.scm").read_text(encoding="utf-8"))
    expected = expectations(text)
    assert len(expected) >= 20
    wrong = [(row + 1, column, colour, seen.get((row, column))) for row, column, colour in expected if seen.get((row, column)) != colour]
    assert wrong == []


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: str(file.relative_to(EDITORS)))
def test_a_query_fits_its_grammar(file: Path) -> None:
    query = Query(grammars.language(file.parent.name), file.read_text(encoding="utf-8"))
    assert query.pattern_count > 0


@pytest.mark.parametrize("path", written(), ids=lambda path: str(path.relative_to(EDITORS)))
def test_what_is_made_from_our_queries_is_new(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == written()[path], "run: python -m tests.editors.queries"


# --- what tells an editor about them -----------------------------------------------------------------------------------------------------


def toml(path: str) -> dict[str, Any]:
    return tomllib.loads((EDITORS / path).read_text(encoding="utf-8"))


def test_tree_sitter_finds_every_file() -> None:
    known = json.loads((grammars.FOLDER / "tree-sitter.json").read_text(encoding="utf-8"))["grammars"]
    assert [one["name"] for one in known] == list(grammars.NAMES)
    for one in known:
        assert one["file-types"] == [one["name"]]
        assert all((grammars.FOLDER / one[key]).exists() for key in ("path", "highlights", "injections", "locals"))


def test_helix_finds_every_file() -> None:
    said = toml("helix/languages.toml")
    assert said["language-server"]["pact"] == {"command": "pact", "args": ["lsp"]}
    assert [one["file-types"] for one in said["language"]] == [[name] for name in grammars.NAMES]
    for language, grammar in zip(said["language"], said["grammar"], strict=True):
        assert language["name"] == grammar["name"]
        assert language["language-servers"] == ["pact"]
        assert (EDITORS / "helix" / "queries" / language["name"] / "highlights.scm").is_file()
        assert (EDITORS.parent / grammar["source"]["path"].removeprefix("/path/to/pactlang/") / "src" / "parser.c").is_file()


def test_zed_finds_every_file() -> None:
    said = toml("zed/extension.toml")
    assert list(said["grammars"]) == list(grammars.NAMES)
    named = []
    for name, grammar in said["grammars"].items():
        assert (EDITORS.parent / grammar["path"] / "src" / "parser.c").is_file()
        language = toml(f"zed/languages/{name}/config.toml")
        assert (language["grammar"], language["path_suffixes"], language["line_comments"]) == (name, [name], ["# "])
        named.append(language["name"])
    assert said["language_servers"]["pact"]["languages"] == named
    assert toml("zed/Cargo.toml")["lib"]["crate-type"] == ["cdylib"]
