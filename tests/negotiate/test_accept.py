"""The file of what was accepted: what is written can be read again, and what others wrote stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.diff.accept import Accepted, one_line, read_accepted, with_accepted

MARK = st.text("0123456789abcdef", min_size=10, max_size=10)
DAY = st.dates().map(lambda day: day.isoformat())


@settings(max_examples=60)
@given(st.lists(st.tuples(MARK, DAY, st.text(), st.lists(st.text(), max_size=3)), max_size=5, unique_by=lambda one: one[0]))
def test_what_is_written_is_read_again(entries: list[tuple[str, str, str, list[str]]]) -> None:
    text = ""
    expected = {}
    for mark, on, reason, said in entries:
        if not one_line(reason):
            continue  # the command asks for one
        text = with_accepted(text, Accepted(mark, on, reason), said)
        expected[mark] = Accepted(mark, on, one_line(reason))
    assert read_accepted(text) == (expected, [])
    assert all(line.isprintable() for line in text.split("\n"))


def test_what_people_wrote_between_stays() -> None:
    text = "# Ours.\n\n# evenings / four\n0123456789  2026-01-01  Fine.\n# A note of our own.\n"
    found = with_accepted(text, Accepted("0123456789", "2026-02-02", "Still fine."), ["evenings", "four → three"])
    assert found == "# Ours.\n\n# A note of our own.\n# evenings / four → three\n0123456789  2026-02-02  Still fine.\n"


def test_a_line_that_is_none_is_named() -> None:
    assert read_accepted("\ufeff# fine\n0123456789  2026-01-01  Yes.\nnonsense\n\nabc\n")[1] == [3, 5]
