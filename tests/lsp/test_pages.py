"""What the server answers in the blocks of a Markdown page is what it answers in the plain text, each at its place in the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.language.literate import block_lines
from pactlang.lsp import actions, complete, hover, layout, outline
from pactlang.lsp.names import Names
from pactlang.lsp.remarks import faults, verdicts
from pactlang.lsp.study import Desk, Study
from pactlang.lsp.texts import Texts
from pactlang.source import SourceFile
from tests.lsp.conftest import HOUSE, LOG, PACT
from tests.lsp.test_answers import COMPLETIONS

PROSE = ["# What we said", "", "cap is a word, and", "    at most 3 encounters per week", "is none of ours.", ""]
ROWS = PACT.splitlines()


def page(rows: list[str]) -> tuple[str, list[int]]:
    """A page with a block for each paragraph, every other one indented; and at which offset of it each row starts."""
    text, starts, margin = "", [], ""
    inside = False
    for row in rows:
        if row and not inside:
            margin = "  " if not margin else ""
            text += "\n".join([*PROSE, f"{margin}```pact", ""])
            inside = True
        elif not row and inside:
            text += f"{margin}```\n\n"
            inside = False
        starts.append(len(text) + len(margin) * inside)
        text += (margin + row if inside else row) + "\n"
    return text + (f"{margin}```\n" if inside else ""), starts


PAGE, STARTS = page(ROWS)


@pytest.fixture
def studies(tmp_path: Path) -> tuple[Study, Study]:
    """The plain text and the page, each with the same files around it."""
    found = []
    for name, text in (("us.pact", PACT), ("us.md", PAGE)):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        for file, words in ((name, text), ("house.pact", HOUSE), ("us.pactlog", LOG)):
            (folder / file).write_text(words, encoding="utf-8")
        study = Desk(Texts()).study(folder / name)
        assert study is not None
        found.append(study)
    return found[0], found[1]


def there(offset: int) -> int:
    """An offset of the plain text in the page."""
    row = PACT.count("\n", 0, offset)
    return STARTS[row] + offset - (PACT.rfind("\n", 0, offset) + 1)


def test_all_that_is_said_is_the_same(studies: tuple[Study, Study]) -> None:
    plain, paged = studies
    assert [one.message for one in faults(paged)] == [one.message for one in faults(plain)]
    assert [one.message for one in verdicts(paged)] == [one.message for one in verdicts(plain)]
    assert [one.rule.code for one in paged.linted.findings] == [one.rule.code for one in plain.linted.findings]
    places = [one.found.span.start for one in plain.linted.findings if one.found.span.source.name == str(plain.path)]
    assert [one.found.span.start for one in paged.linted.findings if one.found.span.source.name == str(paged.path)] == [*map(there, places)]


def test_colours_and_hovers_stand_where_they_stand(studies: tuple[Study, Study]) -> None:
    plain, paged = studies
    colours = [(there(one.start), there(one.end), one.kind) for one in outline.colours(plain.gathered.own[0])]
    assert [tuple(one)[:3] for one in outline.colours(paged.gathered.own[0])] == colours
    for offset in range(0, len(PACT), 3):
        if not ROWS[PACT.count("\n", 0, offset)]:
            continue  # between two blocks: prose there
        known = hover.in_agreement(plain, str(plain.path), offset)
        shown = hover.in_agreement(paged, str(paged.path), there(offset))
        assert (known and known.words) == (shown and shown.words), PACT[offset : offset + 20]
    assert hover.in_agreement(paged, str(paged.path), PAGE.rindex("at most 3")) is None


def test_a_name_is_changed_in_the_blocks_alone(studies: tuple[Study, Study]) -> None:
    _, paged = studies
    names = Names(paged)
    found = names.at(str(paged.path), PAGE.index("with dana"[5:]))
    assert found is not None
    edits = [one for one in names.rename(found, "deborah") if one.span.source.name == str(paged.path)]
    inside = block_lines(PAGE)
    assert len(edits) == PACT.count("dana")
    assert all(one.span.start_position.line in inside for one in edits)


def test_every_action_stays_in_the_blocks(studies: tuple[Study, Study]) -> None:
    plain, paged = studies
    wanted = [one.title for one in actions.actions(plain, str(plain.path), 0, len(PACT))]
    found = list(actions.actions(paged, str(paged.path), 0, len(PAGE)))
    assert [one.title for one in found] == wanted
    around = [row for number, row in enumerate(PAGE.split("\n"), 1) if number not in block_lines(PAGE)]
    for action in found:
        text = PAGE
        for edit in sorted(action.edits, key=lambda one: one.span.start, reverse=True):
            text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
        assert [row for number, row in enumerate(text.split("\n"), 1) if number not in block_lines(text)] == around, action.title


@pytest.mark.parametrize(("typed", "wanted", "absent"), COMPLETIONS, ids=[one[0] for one in COMPLETIONS])
def test_what_may_stand_in_a_block(typed: str, wanted: set[str], absent: set[str], tmp_path: Path) -> None:
    path = tmp_path / "us.md"
    (tmp_path / "house.pact").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "us.pactlog").write_text(LOG, encoding="utf-8")
    text = "\n".join([PAGE, "Words.", "", "  ~~~pact", *(f"  {row}" for row in typed.split("\n"))])
    texts = Texts()
    texts.open(path, text.replace("|", ""), 1)
    study = Desk(texts).study(path)
    assert study is not None
    found = {one.text for one in complete.in_agreement(study, text.replace("|", ""), text.index("|"), str(path)).options}
    assert wanted <= found
    assert not absent & found


def test_nothing_is_offered_in_prose(studies: tuple[Study, Study]) -> None:
    _, paged = studies
    for words in ("# What", "cap is", "    at most 3", "```pact"):
        place = PAGE.index(words) + len(words)
        assert not complete.in_agreement(paged, PAGE, place, str(paged.path)).options


def test_only_blocks_are_laid_out(tmp_path: Path) -> None:
    text = PAGE.replace("at most 1", "at most  1").replace("lasts at most", "lasts   at most")
    edits = layout.laid_out(SourceFile(str(tmp_path / "us.md"), text))
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert text == PAGE


def test_a_page_without_an_agreement_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Words\n\n```text\ncap x\n```\n", encoding="utf-8")
    study = Desk(Texts()).study(tmp_path / "README.md")
    assert study is not None
    assert not list(faults(study))
    assert not study.linted.findings
