"""A misspelt word of the language comes first: only where the whole line reads once it is mended, and never for a name of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.inputs.advice import advised
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather

HEAD = 'pact "us"\n    between Ana and Ben\n    in force from 2026-01-01\n\nuse household\n\n'


def _mended(line: str, more: str = "") -> tuple[str, str]:
    text = f"{HEAD}{more}promise all\n    {line}\n"

    def read(_: Path) -> bytes:
        return text.encode()

    (fault,) = (one for one in advised(resolve_gathered(gather(Path("us.pact"), read))[1], read) if one.severity.value == "error")
    return fault.span.text, fault.nearest


@pytest.mark.parametrize(
    ("line", "word", "right"),
    [
        ("at most 2 guests per week by each partty", "partty", "party"),
        ("no guest by each partty", "partty", "party"),
        ("at most 2 guests by eech party per week", "eech", "each"),
        ("no guest betwen 22:00 and 06:00", "betwen", "between"),
        ("no party lasting more then 3 hours", "then", "than"),
        ("cleaning by Ben withn 2 days", "", ""),
        ("cleaning by anyone within 2 days of a guest", "", ""),
    ],
)
def test_a_misspelt_word_is_mended_where_the_line_then_reads(line: str, word: str, right: str) -> None:
    assert _mended(line) == (word or line, right)


def test_a_name_of_the_text_is_never_taken_for_a_misspelt_word() -> None:
    assert _mended("no guest by each eech", "event eech\n\n")[1] == ""
