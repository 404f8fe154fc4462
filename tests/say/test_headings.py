"""Words in the first column that are no kind of clause: a title gets its kind, a title with a sentence becomes both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactlang.inputs.fixing import taken, text_to_fix
from pactlang.inputs.texts import load_text
from pactlang.language.rephrase.headings import KINDS
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pathlib import Path

    from pactlang.inputs.fixing import Text

HEAD = 'pact "Ana and Ben"\n    between Ana and Ben\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse household\n\n'


def _of(folder: Path, typed: str) -> Text:
    file = folder / "us.pact"
    file.write_text(f"{HEAD}{typed}\n", encoding="utf-8")
    return text_to_fix(file)


TITLES = [
    ("cleaning\n    cleaning by anyone every week", "promise cleaning"),
    ("rule sleep\n    no noise between 22:00 and 07:00", "boundary sleep"),
    ("rules money\n    at most 100 EUR of expense per month", "cap money"),
    ("about visitors\n    before each guest, notice by the same party to the others at least 1 day ahead", "notice visitors"),
]


@pytest.mark.parametrize(("typed", "heading"), TITLES, ids=[heading for _, heading in TITLES])
def test_a_title_gets_the_kind_of_what_is_under_it(tmp_path: Path, typed: str, heading: str) -> None:
    text = _of(tmp_path, typed)
    (line,) = text.lines
    assert line.advice.offers[0].heading == heading
    assert load_text(taken(text, line, line.advice.offers[0], [])).clauses[0].kind == heading.split()[0]


def test_a_title_with_nothing_under_it_is_told_what_the_kinds_are_for(tmp_path: Path) -> None:
    (line,) = _of(tmp_path, "visitors").lines
    assert [one.heading for one in line.advice.offers] == ["promise visitors", "boundary visitors", "cap visitors"]
    assert all(kind in line.advice.why and use in line.advice.why for kind, use in KINDS.items())
    assert set(KINDS) == {kind.value for kind in ClauseKind}


def test_a_title_and_a_sentence_on_one_line_are_a_clause(tmp_path: Path) -> None:
    for typed, written in [
        ("house rules: no noise after 22:00", "boundary house-rules\n    no noise between 22:00 and 06:00"),
        ("money: at most 100 EUR of expense per month", "cap money\n    at most 100 EUR of expense per month"),
    ]:
        text = _of(tmp_path, typed)
        (line,) = text.lines
        offer = line.advice.offers[0]
        assert taken(text, line, offer, offer.holes).endswith(f"{written}\n")


HEADS = [
    ("cap same person\n    at most 3 guests per week", "cap same-person"),
    ("cap guests House guests\n    at most 3 guests per week", 'cap guests "House guests"'),
    ("weekly\n    cleaning by everyone every week", "promise weekly"),
    ("cap guests at most 2 guests per week by each party", "cap guests\n    at most 2 guests per week by each party"),
    ("boundary no guests after 22:00", "boundary guest\n    no guest between 22:00 and 06:00"),
]


@pytest.mark.parametrize(("typed", "written"), HEADS, ids=[typed.partition("\n")[0] for typed, _ in HEADS])
def test_a_heading_of_several_words_is_offered_as_one_that_reads(tmp_path: Path, typed: str, written: str) -> None:
    text = _of(tmp_path, typed)
    (line,) = text.lines
    new = taken(text, line, line.advice.offers[0], line.advice.offers[0].holes)
    assert written in new
    assert load_text(new).clauses


def test_a_heading_can_be_taken_while_its_line_is_not_yet_a_sentence(tmp_path: Path) -> None:
    text = _of(tmp_path, "plan\n    calendar entry by the same party at least 3 days before each party")
    assert [line.typed.split()[0] for line in text.lines] == ["plan", "calendar"]
    new = taken(text, text.lines[0], text.lines[0].advice.offers[0], [])
    assert "promise plan\n" in new
    assert "calendar entry" in new


def test_a_title_gets_its_kind_although_the_event_under_it_is_not_declared_yet(tmp_path: Path) -> None:
    text = _of(tmp_path, "choir\n    choir-practice by everyone every week on Wednesday")
    (line,) = text.lines
    first = taken(text, line, line.advice.offers[0], [])
    assert first.endswith("promise choir\n    choir-practice by everyone every week on Wednesday\n")
    (tmp_path / "us.pact").write_text(first, encoding="utf-8")
    after = text_to_fix(tmp_path / "us.pact")
    whole = taken(after, after.lines[0], after.lines[0].advice.offers[0], [])
    assert "event choir-practice" in whole
    (tmp_path / "us.pact").write_text(whole, encoding="utf-8")
    assert not text_to_fix(tmp_path / "us.pact").lines
