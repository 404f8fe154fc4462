"""What holds for every text, however broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.diagnostics import can_guess, nearest_spelling
from pactlang.language.parse import parse
from pactlang.language.tree import Document, LineKind
from pactlang.resolve.files import gather
from pactlang.source import SourceFile

from .agreements import AGREEMENT, broken_lines, pieces_of_lines
from .shown import shown

QUICK = settings(max_examples=60, deadline=None, derandomize=True)


def document(text: str) -> Document:
    return parse(SourceFile("us.pact", text)).document


def nodes(tree: Document) -> dict[int, str]:
    """What each line was read as, by its number."""
    found = {block.line.number: shown(block.heading) for block in tree.blocks}
    return found | {item.line.number: shown(item.body) for block in tree.blocks for item in block.items}


TEXTS = st.one_of(st.text(max_size=300), st.lists(pieces_of_lines(), max_size=12).map("\n".join))


@given(TEXTS)
@QUICK
def test_any_text_is_read_and_nothing_of_it_is_lost(text: str) -> None:
    parsed = parse(SourceFile("us.pact", text))
    tree = parsed.document
    assert tree.rebuilt() == text
    assert [line.number for line in tree.lines] == list(range(1, len(tree.lines) + 1))
    for line in tree.lines:
        whole = tree.whole(line)
        assert whole.start + line.indent <= line.span.start <= line.span.end <= whole.end
        between = tree.source.span(line.span.end, line.comment.start if line.comment else whole.end)
        after = tree.source.span(line.comment.end if line.comment else whole.end, whole.end)
        assert not tree.source.span(whole.start, line.span.start).text.strip()
        assert not between.text.strip()
        assert not after.text.strip()
        assert line.comment is None or line.comment.text.startswith("#")


@given(TEXTS)
@QUICK
def test_every_fault_lies_in_the_text_and_says_something(text: str) -> None:
    for fault in parse(SourceFile("us.pact", text)).diagnostics:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        assert fault.span.start_position.line == fault.span.end_position.line
        assert fault.message
        assert "A_" not in fault.expected
        assert "$" not in fault.expected
        for edit in fault.edits:
            assert 0 <= edit.span.start <= edit.span.end <= len(text)


@given(st.integers(0, AGREEMENT.count("\n") - 1), broken_lines())
@QUICK
def test_a_broken_line_costs_that_line_only(number: int, broken: str) -> None:
    lines = AGREEMENT.split("\n")
    if not lines[number].startswith(" ") or not lines[number].strip():
        return
    whole = nodes(document(AGREEMENT))
    lines[number] = f"    {broken}"
    rest = nodes(document("\n".join(lines)))
    assert {at: node for at, node in whole.items() if at != number + 1} == {at: node for at, node in rest.items() if at != number + 1}


@given(st.integers(0, AGREEMENT.count("\n") - 1), st.text(' abc#>"é', min_size=1, max_size=12))
@QUICK
def test_comments_change_no_line(number: int, comment: str) -> None:
    lines = AGREEMENT.split("\n")
    if lines[number].lstrip()[:1] in ("#", ">"):
        return
    lines[number] += f"  # {comment}"
    tree = document("\n".join(lines))
    assert tree.lines[number].comment is not None
    assert nodes(tree) == nodes(document(AGREEMENT))


def test_a_fix_that_is_offered_for_a_word_makes_its_line_readable() -> None:
    text = "cap\n    atmost 4 encounters per month\n    at most 4 encounters pr month\n    only from 1.9.2026\n    test every 90days\n"
    for fault in reversed(parse(SourceFile("us.pact", text)).diagnostics):
        (edit,) = fault.edits
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert not parse(SourceFile("us.pact", text)).diagnostics


@pytest.mark.parametrize("text", ["", "\n", "   \n\t\n", "# only\n  # comments\n", "#", "\ufeff", "\r\n\r\n"])
def test_files_with_nothing_in_them_have_no_blocks(text: str) -> None:
    tree = document(text)
    assert tree.blocks == ()
    assert {line.kind for line in tree.lines} <= {LineKind.BLANK, LineKind.COMMENT} or text == "\ufeff"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_the_end_of_the_last_line_does_not_matter(end: str) -> None:
    assert nodes(document(f"cap\r\n    at most 4 encounters per month{end}"))[2].startswith("SentenceLine")


def test_long_files_and_long_lines_are_read() -> None:
    many = "".join(f"cap limit-{number}\n    at most {number} encounters per month\n" for number in range(10_000))
    assert len(document(many).blocks) == 10_000
    assert len(parse(SourceFile("us.pact", f"cap\n    no {'x' * 1_000_000}\n")).diagnostics) == 0
    assert len(parse(SourceFile("us.pact", f"cap\n    {'word ' * 100_000}\n")).diagnostics) == 1
    everyone = " and ".join(f"name-{number}" for number in range(5_000))
    assert not parse(SourceFile("us.pact", f"cap\n    no encounter by {everyone}\n")).diagnostics


def test_what_one_text_used_up_is_there_for_the_next() -> None:
    nearest_spelling("pr", [f"{number}" for number in range(100_000)])
    assert not can_guess()
    faults = gather(Path("us.pact"), lambda _: b"cap\n    at most 4 encounters pr month\n").faults
    assert [one.nearest for one in faults] == ["per"]


def test_many_broken_lines_are_all_said_in_a_moment() -> None:
    faults = parse(SourceFile("us.pact", "cap\n" + "    at most 4 encounters pr month\n" * 5_000)).diagnostics
    assert len(faults) == 5_000
    assert (faults[0].nearest, faults[-1].nearest) == ("per", "")
    hidden = "\u200b" * 100_000
    assert len(parse(SourceFile("us.pact", f"cap\n    no encounter {hidden}\n")).diagnostics) == 1
