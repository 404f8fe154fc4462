"""The tree-sitter grammars read every agreement and every log as we do, and know every word of the language."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from pactlang.language.parse import READ_AS
from pactlang.language.parse import parse as parse_ours
from pactlang.log.read import read_log
from pactlang.source import SourceFile
from tests.editors.keywords import FILE as KEYWORDS
from tests.syntax.expectations import DATA, good_lines, written_out

grammars = pytest.importorskip("tests.editors.grammars", reason="the Python package tree-sitter is not installed", exc_type=ImportError)
if grammars.COMPILER is None:
    pytest.skip("there is no C compiler to build the grammars with", allow_module_level=True)

from tree_sitter import Node, Parser  # noqa: E402 - it may be missing

from tests.editors.outlines import our_parts, ours, their_parts, theirs  # noqa: E402 - it needs what may be missing

ROOT = Path(__file__).parents[2]
AGREEMENTS = sorted([*ROOT.glob("examples/**/*.pact"), *ROOT.glob("tests/cases/**/*.pact")])
LOGS = sorted([*ROOT.glob("examples/**/*.pactlog"), *ROOT.glob("tests/cases/**/*.pactlog"), *ROOT.glob("tests/log/data/*.pactlog")])
LOG_FAULTS = ROOT / "tests" / "log" / "data" / "faults_text.txt"
FORMS = sorted(DATA.glob("good_*.txt"))
# Faults of the surface. All others are faults of meaning (a day that no month has, letters that look like others): a grammar for
# editors reads past them.
SURFACE = {"E001", "E005", "E006", "E008"}
LOG_SURFACE = {"E103", "E111", "E113"}


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", AGREEMENTS, ids=name_of)
def test_an_agreement_is_read_as_we_read_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert parse_ours(SourceFile(file.name, text)).diagnostics == ()
    assert grammars.unread(grammars.parse("pact", text).root_node) == []
    assert theirs(text) == ours(text)


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_every_form_is_read_as_we_read_it(file: Path) -> None:
    for heading, line in good_lines(file.read_text(encoding="utf-8")):
        text = f"{written_out(line)}\n" if heading == "-" else f"{heading}\n    {written_out(line)}\n"
        assert grammars.unread(grammars.parse("pact", text).root_node) == [], line
        assert theirs(text) == ours(text), line


def groups(name: str) -> Iterator[str]:
    """The texts of a data file of faults."""
    for block in (DATA / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [written_out(line[2:]) for line in block.splitlines() if line.startswith(">")]
        if lines:
            yield "\n".join(lines) + "\n"


def unread_lines(text: str, grammar: str = "pact") -> set[int]:
    found: set[int] = set()
    for node in grammars.unread(grammars.parse(grammar, text).root_node):
        last = node.end_point.row - (node.end_point.column == 0 and node.end_point.row > node.start_point.row)
        found.update(range(node.start_point.row + 1, last + 2))
    return found


def blocks(text: str) -> dict[int, int]:
    """For each line the number of its block."""
    count, found = 0, {}
    for number, line in enumerate(text.splitlines(), 1):
        count += not line[:1].isspace()
        found[number] = count
    return found


@pytest.mark.parametrize("name", ["faults_characters.txt", "faults_headings.txt", "faults_sentences.txt"])
def test_what_we_cannot_read_the_grammar_cannot_either_and_little_else(name: str) -> None:
    for text in groups(name):
        # An editor takes any name for a set of dates, as we do where one may be declared in a file that is included.
        whole = SourceFile("us.pact", f'{text}include "days.pact"\n')
        faults = [fault for fault in parse_ours(whole).diagnostics if fault.severity.value == "error"]
        wrong = {fault.span.start_position.line for fault in faults}
        unread = unread_lines(text)
        missed = {fault.span.start_position.line for fault in faults if fault.code in SURFACE} - unread
        assert not missed, (text, missed)
        # A fault costs its own line; at the worst its block, as under a heading that nobody can read.
        block = blocks(text)
        # What our parser reads as a clause of its own is not yet a clause as it stands.
        read_as = {told.span.start_position.line for told in parse_ours(SourceFile("us.pact", text)).diagnostics if told.code == READ_AS}
        assert {block[line] for line in unread} <= {block[line] for line in wrong | read_as}, (text, unread, wrong)


@pytest.mark.parametrize("file", LOGS, ids=name_of)
def test_a_log_is_read_as_we_read_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    reading = read_log(text, file.name)
    assert reading.diagnostics == []
    assert grammars.unread(grammars.parse("pactlog", text).root_node) == []
    assert their_parts(text) == our_parts(text, reading.entries)


def test_what_is_no_entry_to_us_is_none_to_the_grammar_and_nothing_else() -> None:
    for block in LOG_FAULTS.read_text(encoding="utf-8").split("\n\n"):
        lines = [written_out(line[2:]) for line in block.splitlines() if line.startswith(">")]
        text = "\n".join(lines) + "\n"
        faults, unread = read_log(text, "us.pactlog").diagnostics, unread_lines(text, "pactlog")
        assert unread <= {fault.span.start_position.line for fault in faults}, text
        assert {fault.span.start_position.line for fault in faults if fault.code in LOG_SURFACE} <= unread, text


# --- what is generated, and the words --------------------------------------------------------------------------------------------------


def test_the_parsers_were_generated_from_these_grammars() -> None:
    lines = (grammars.FOLDER / "generated.sha256").read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, name = line.split()
        assert hashlib.sha256((grammars.FOLDER / name).read_bytes()).hexdigest() == digest, f"{name}: run generate.sh"
    assert len(lines) == 7


def written_words(grammar: Any) -> set[str]:
    """Every word that a grammar asks for as it is written; those in a row apart."""
    found: set[str] = set()
    waiting = [grammar["rules"]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if one.get("type") == "STRING":
                found.add(one["value"])
            elif one.get("type") == "ALIAS" and not one["named"]:
                found.update(one["value"].split())
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found


# `or` is a word of the log only so that it can be refused there.
REFUSED: dict[str, set[str]] = {"pact": set(), "pactlog": {"or"}}


@pytest.mark.parametrize(("grammar", "part"), [("pact", "pact"), ("pactlog", "log")])
def test_the_grammar_knows_every_word_of_the_language(grammar: str, part: str) -> None:
    said = json.loads(KEYWORDS.read_text(encoding="utf-8"))[part]
    known = written_words(json.loads((grammars.FOLDER / grammar / "src" / "grammar.json").read_text(encoding="utf-8")))
    missing = {word for words in said.values() for phrase in words for word in phrase.split()} - known - REFUSED[grammar]
    assert missing == set(), "a word of the language is missing from the grammar: add it to grammar.js and run generate.sh"


@pytest.mark.parametrize("grammar", ["pact", "pactlog"])
def test_every_word_has_a_colour(grammar: str) -> None:
    known = written_words(json.loads((grammars.FOLDER / grammar / "src" / "grammar.json").read_text(encoding="utf-8")))
    coloured: set[str] = set()
    for phrase in re.findall(r'"([^"\n]+)"', (grammars.FOLDER / "queries" / grammar / "highlights.scm").read_text(encoding="utf-8")):
        coloured.update(phrase.split())
    by_node = {"pact": {"yes", "no", "ask", "?"}, "pactlog": {"withdraw", "amount", "own"}}  # a node has the colour
    assert {word for word in known if not word.isspace()} - coloured - by_node[grammar] == set()


# --- while somebody types --------------------------------------------------------------------------------------------------------------

PIECES = ["", "\n", "    ", "#", '"', "x", "\n\n", "# c\n", "    # c\n", ",", " ", ">", "cap y\n", "4", "“"]


def point(text: str, place: int) -> tuple[int, int]:
    before = text[:place]
    return before.count("\n"), len(before[before.rfind("\n") + 1 :].encode())


@pytest.mark.parametrize(("grammar", "ending"), [("pact", "us.pact"), ("pactlog", "log.pactlog")])
def test_a_text_that_was_changed_is_read_as_if_it_were_new(grammar: str, ending: str) -> None:
    random = Random(7)
    parser = Parser(grammars.language(grammar))
    text = (ROOT / "examples" / "couple-disclosure" / ending).read_text(encoding="utf-8")[:1500]
    tree = parser.parse(text.encode())
    for _ in range(150):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice([0, 0, 1, 3, 20]))
        piece = random.choice(PIECES)
        after = text[:start] + piece + text[end:]
        tree.edit(
            start_byte=len(text[:start].encode()),
            old_end_byte=len(text[:end].encode()),
            new_end_byte=len((text[:start] + piece).encode()),
            start_point=point(text, start),
            old_end_point=point(text, end),
            new_end_point=point(after, start + len(piece)),
        )
        text = after
        tree = parser.parse(text.encode(), tree)
        assert shape(tree.root_node) == shape(parser.parse(text.encode()).root_node), text


def shape(root: Node) -> list[tuple[str, int, int]]:
    return [(node.type, node.start_byte, node.end_byte) for node in grammars.nodes(root)]


def test_a_line_that_cannot_be_read_rarely_costs_another() -> None:
    lines = (ROOT / "examples" / "polycule" / "us.pact").read_text(encoding="utf-8").split("\n")
    spot = next(number for number, line in enumerate(lines) if line.startswith("    at most"))
    whole = [said.what for said in theirs("\n".join(lines)) if said.line != spot + 1]
    broken = [line for text in groups("faults_sentences.txt") for line in text.split("\n") if line.startswith("    ")]
    costly = 0
    for line in broken:
        lines[spot] = line
        costly += [said.what for said in theirs("\n".join(lines)) if said.line != spot + 1] != whole
    assert len(broken) > 150
    assert costly <= len(broken) // 10


def test_a_long_run_of_comments_is_looked_through_once() -> None:
    for body, last in (("    no call\n", "clause_block"), ("use team\n", "use_block")):
        root = grammars.parse("pact", "cap\n" + "# c\n    # d\n" * 5000 + body).root_node
        assert grammars.unread(root) == []
        assert root.named_children[-1].type == last
