"""An agreement in the blocks of a page is the same agreement, and every place in it is the place in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.diff.said import clause_lines
from pactlang.inputs import load_text
from pactlang.language.layout import format_agreement
from pactlang.language.literate import agreement_line, block_lines, fences
from pactlang.language.parse import Parsed, parse
from pactlang.resolve.signatures import canonical_text
from pactlang.source import SourceFile
from tests.syntax.pages import PROSE, pages

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.pact"))
BROKEN = """pact "Us"
\tbetween Ana and Ben
cap one
    atmost 3 encounters per week
  at most 3 encounters per moth  # why
Cap two
    "A promise without an end
    > A reason # with a mark
matrix who
    a  b
    c
example "x"
    2026-03-07  pcnic by Ana
        a note
    expect kept
"""
TEXTS = [*(one.read_text(encoding="utf-8") for one in EXAMPLES), BROKEN]


def read(parsed: Parsed, lines: list[int] | None = None) -> list[object]:
    """All that was read, line by line and in columns from the line's own start; numbers as those of a page where there is one."""

    def at(number: int) -> int:
        return lines[number - 1] if lines else number

    said: list[object] = []
    for block in parsed.document.blocks:
        said.append((at(block.line.number), block.line.indent, block.line.span.text, repr(block.heading)))
        said += [(at(item.line.number), item.line.indent, item.line.kind, item.line.span.text) for item in block.items]
        said += [type(item.body) for item in block.items]
    said += [line.comment.text for line in parsed.document.lines if line.comment is not None]
    return [*said, *((one.code, one.message, one.span.text, at(one.span.start_position.line)) for one in parsed.diagnostics)]


@pytest.mark.parametrize("plain", TEXTS, ids=[*(one.parent.name for one in EXAMPLES), "broken"])
@settings(max_examples=12)
@given(data=st.data())
def test_a_page_says_what_the_plain_text_says(plain: str, data: st.DataObject) -> None:
    page = data.draw(pages(plain, ends=("\n", "\r\n")))
    source = SourceFile("us.md", page.text)
    parsed, bare = parse(source), parse(SourceFile("us.pact", plain))
    assert list(block_lines(page.text)) == page.lines
    assert read(parsed) == read(bare, page.lines)
    assert canonical_text([parsed.document]) == canonical_text([bare.document])
    assert parsed.document.rebuilt() == page.text
    for number, row in zip(page.lines, plain.split("\n"), strict=False):
        assert agreement_line(source, number) == row.removesuffix("\r")


@pytest.mark.parametrize("plain", TEXTS, ids=[*(one.parent.name for one in EXAMPLES), "broken"])
@settings(max_examples=12)
@given(data=st.data())
def test_only_the_blocks_are_laid_out(plain: str, data: st.DataObject) -> None:
    page = data.draw(pages(plain, ends=("\n", "\r\n")))
    new = format_agreement(SourceFile("us.md", page.text))
    assert new.same
    assert prose(new.text) == prose(page.text)
    assert format_agreement(SourceFile("us.md", new.text)).text == new.text
    assert len(new.text.split("\r\n")) in (1, len(new.text.split("\n")))  # one kind of line end, as before


def prose(text: str) -> list[str]:
    inside = block_lines(text)
    return [row for number, row in enumerate(text.split("\n"), 1) if number not in inside]


@given(data=st.data())
def test_the_lines_of_a_clause_are_those_of_its_blocks(data: st.DataObject) -> None:
    plain = EXAMPLES[0].read_text(encoding="utf-8")
    page = data.draw(pages(plain))
    shown = [clause_lines(clause) for clause in load_text(page.text, "us.md").clauses]
    assert shown == [clause_lines(clause) for clause in load_text(plain).clauses]


LINES = st.one_of(
    st.sampled_from(
        ["```pact", "```", "~~~pact", "~~~", "````", "  ```pact", "    ```", "- ```pact", "> ~~~ pact", "1. a", "-", "", "", "<!--"]
    ),
    st.sampled_from(
        ["<div>", "-->", "cap x", "    at most 1 encounter per day", "\tcap", " a\r", "```pact`", "``` pact\r", "---", "[a]: b", "a\x00b"]
    ),
    st.text(st.sampled_from("`~ >-p\t\r\u2028"), max_size=6),
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_blocks_hold_what_a_reader_of_markdown_finds(text: str) -> None:
    from markdown_it import MarkdownIt

    tokens = [one for one in MarkdownIt("commonmark").parse(text.replace("\r\n", "\n").replace("\r", " ")) if one.type == "fence"]
    theirs = [one.content for one in tokens if one.level == 0 and one.info.split()[:1] in (["pact"], ["Pact"])]
    source = SourceFile("us.md", text)
    ours = [[agreement_line(source, number) for number in range(one.first, one.after)] for one in fences(text) if one.read]
    cut = str.strip if "\t" in text else str.rstrip  # a tab that reaches beyond the indent is a fault here, whatever it stands for there
    ours = [[cut(row.replace("\r", " ").replace("\0", "\ufffd")) for row in rows] for rows in ours]
    assert ours == [[cut(row) for row in content.removesuffix("\n").split("\n")] if content else [] for content in theirs]


def test_each_kind_of_prose_is_prose() -> None:
    for text, _ in PROSE:
        assert not block_lines(text)
