"""The canonical layout: by example, and what holds for every text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pactlang import load_text
from pactlang.language.layout import format_agreement
from pactlang.language.parse import parse
from pactlang.model.meaning import meaning, wording
from pactlang.source import SourceFile
from tests.syntax.agreements import pieces_of_lines

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted([*(ROOT / "examples").rglob("*.pact"), *(ROOT / "src").rglob("*.pact")])
AGREEMENTS = [path.read_text(encoding="utf-8") for path in EXAMPLES if "examples" in path.parts]
QUICK = settings(max_examples=25, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))


def laid_out(text: str) -> str:
    found = format_agreement(SourceFile("us.pact", text))
    assert found.same
    return found.text


def comments(text: str) -> list[str]:
    return [line.comment.text for line in parse(SourceFile("us.pact", text)).document.lines if line.comment is not None]


def cases() -> list[tuple[str, str, str]]:
    found = []
    for case in (Path(__file__).parent / "data.txt").read_text(encoding="utf-8").split("\n: ")[1:]:
        name, *lines = case.split("\n")
        before, after = ("".join(f"{line[1:]}\n" for line in lines if line[:1] == mark) for mark in "|>")
        found.append((name, before, after))
    return found


@pytest.mark.parametrize(("name", "before", "after"), cases(), ids=[case[0] for case in cases()])
def test_by_example(name: str, before: str, after: str) -> None:
    assert (laid_out(before), laid_out(after)) == (after, after)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_we_ship_is_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert laid_out(text) == text


def test_line_ends_and_accents() -> None:
    assert laid_out('cap Cafe\u0301 "Cafe\u0301"  # Cafe\u0301  \r\n  private') == 'cap Caf\u00e9 "Cafe\u0301"  # Cafe\u0301\n    private\n'
    assert laid_out("") == ""
    assert laid_out("\n \n") == ""
    assert laid_out("cap x\r\n  nonsense here\r\n\r\ncap y\r\n  private\r\n") == "cap x\r\n  nonsense here\r\n\ncap y\n    private\n"


# --- what holds for every text ---

SPOILS = (
    lambda line: line.replace(" ", "  "),
    lambda line: f"{line}   ",
    lambda line: f"{line}\r",
    lambda line: line if line.lstrip()[:1] in (">", "") else f"{line} # so  we said",
    lambda line: f"{line}\n\n  \n",
    lambda line: f"# of {line.strip()}\n{line}",
    lambda line: f"    #{line}\n{line}",
    lambda line: line.replace(" and ", " ,and\t") if line.lstrip().startswith("covering") else line,
)


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, str]:
    """An agreement, and the same in another layout: quoted texts keep their spaces."""
    text = draw(st.sampled_from(AGREEMENTS))
    indent = " " * draw(st.integers(1, 7))
    lines = []
    example = False  # where an entry stands deeper than the first one, it is a note
    for line in text.splitlines():
        example = line.startswith("example") or (example and line[:1] in (" ", ""))
        deeper = " " * 8 if example else ""
        new = indent + (deeper if line.startswith(" " * 8) else "") + line.lstrip() if line.startswith(" ") else line
        for spoil in draw(st.lists(st.sampled_from(SPOILS), max_size=2, unique=True)) if draw(st.integers(0, 3)) == 0 else []:
            own = any(mark in new for mark in '"#>\n\r')
            own = own or (example and spoil is SPOILS[0])
            new = new if own else spoil(new)
        lines.append(new)
    return text, "\n".join(lines)


@given(spoiled())
@QUICK
def test_another_layout_of_the_same(texts: tuple[str, str]) -> None:
    text, other = texts
    new = laid_out(other)
    assert laid_out(new) == new
    assert comments(new) == [one.rstrip() for one in comments(other)]
    one, two = load_text(text), load_text(new)
    assert (meaning(one), wording(one)) == (meaning(two), wording(two))
    assert not any(line != line.rstrip() for line in new.split("\n"))
    assert "\n\n\n" not in new


LINES = st.lists(pieces_of_lines(), max_size=12).map("\n".join)
BROKEN = st.tuples(st.sampled_from(AGREEMENTS), st.integers(0, 3000), st.one_of(LINES, st.text(max_size=20))).map(
    lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] :]
)


@given(st.one_of(st.text(max_size=200), LINES, BROKEN))
@settings(max_examples=80, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
def test_any_text_keeps_all_that_it_says(text: str) -> None:
    new = laid_out(text)
    assert laid_out(new) == new
    assert comments(new) == comments(text)
    before, after = parse(SourceFile("us.pact", text)), parse(SourceFile("us.pact", new))
    assert [block.heading for block in before.document.blocks] == [block.heading for block in after.document.blocks]
    assert [fault.message for fault in before.diagnostics] == [fault.message for fault in after.diagnostics]
    faulty = {fault.span.start_position.line for fault in before.diagnostics}
    for block in before.document.blocks:
        lines = [block.line, *(item.line for item in block.items)]
        if faulty & {line.number for line in lines}:
            start, end = before.document.whole(lines[0]).start, before.document.whole(lines[-1]).end
            assert text[start:end] in new


@given(spoiled())
@QUICK
def test_a_signature_knows_no_layout(texts: tuple[str, str]) -> None:
    text, other = texts
    assert load_text(text).digest == load_text(other).digest == load_text(laid_out(other)).digest
