"""Places in a text, for every encoding, against the plain definition: count the units of the encoded line."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pactlang.lsp.positions import Encoding, Places, width
from pactlang.lsp.texts import Change, Text

CHARACTERS = st.sampled_from(
    ["a", " ", "é", "e\u0301", "ß", "\u05d0", "\u202e", "日", "😀", "👩‍👩‍👧", "\n", "\r\n", "\r", "\u2028", "\x0c", "\t"]
)
TEXTS = st.lists(CHARACTERS, max_size=30).map("".join)
ENCODINGS = st.sampled_from(list(Encoding))
_CODECS = {Encoding.UTF8: ("utf-8", 1), Encoding.UTF16: ("utf-16-le", 2), Encoding.UTF32: ("utf-32-le", 4)}


def units(text: str, encoding: Encoding) -> int:
    codec, size = _CODECS[encoding]
    return len(text.encode(codec)) // size


def broken(text: str) -> list[str]:
    """The lines as the protocol defines them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(TEXTS, ENCODINGS)
def test_a_width_is_that_of_the_encoded_text(text: str, encoding: Encoding) -> None:
    assert width(text, encoding) == units(text, encoding)


@given(TEXTS, ENCODINGS, st.data())
def test_every_offset_has_one_place_and_comes_back(text: str, encoding: Encoding, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    places = Places(text, encoding)
    line, column = places.place(offset)
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # between the two no caret can stand
    before = broken(text[:offset])
    assert (line, column) == (len(before) - 1, units(before[-1], encoding))
    assert places.offset(line, column) == offset
    assert places.lines == len(broken(text))


@given(TEXTS, ENCODINGS, st.integers(-1, 40), st.integers(-1, 40))
def test_any_place_is_within_the_text(text: str, encoding: Encoding, line: int, column: int) -> None:
    assert 0 <= Places(text, encoding).offset(line, column) <= len(text)


@given(TEXTS, st.lists(st.tuples(TEXTS, st.integers(0, 99), st.integers(0, 99)), max_size=6), ENCODINGS)
def test_changes_are_taken_over_as_an_editor_makes_them(start: str, typed: list[tuple[str, int, int]], encoding: Encoding) -> None:
    text = Text(Path("us.pact"), start, 0, encoding)
    truth = start
    for version, (new, one, other) in enumerate(typed, 1):
        first, last = sorted((one % (len(truth) + 1), other % (len(truth) + 1)))
        places = Places(truth, encoding)
        if "\r\n" in (truth[first - 1 : first + 1], truth[last - 1 : last + 1]):
            continue
        text.change(Change(new, (*places.place(first), *places.place(last))), version)
        truth = truth[:first] + new + truth[last:]
        assert text.whole == truth


def test_a_byte_order_mark_is_none_of_the_text() -> None:
    text = Text(Path("us.pact"), "\ufeffcap 😀", 0, Encoding.UTF16)
    assert (text.offset(0, 1), text.offset(0, 5), text.place(4), text.data()) == (0, 4, (0, 5), b"\xef\xbb\xbfcap \xf0\x9f\x98\x80")
