"""Faults as people see them: the place under the right letters, whatever stands before it."""

from __future__ import annotations

import pytest

from pactlang.diagnostics import Diagnostic, Label, Severity
from pactlang.source import SourceFile, Span
from pactlang.words.diagnostics import columns_of, diagnostics_text


def fault(span: Span, expected: str = "", nearest: str = "", *labels: Label, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("E001", severity, "This is wrong.", span, expected, nearest, labels)


def marked(text: str, word: str) -> tuple[str, str]:
    """The shown line and its underline, both from where the line starts, for a fault at a word."""
    start = text.index(word)
    lines = diagnostics_text([fault(SourceFile("us.pact", text).span(start, start + len(word)))]).split("\n")
    return lines[1].partition(" | ")[2], lines[2][8:]


@pytest.mark.parametrize("before", ["", "no ", "\tno ", "café ", "cafe\u0301 ", "日本 ", "क्षि ", "👩 ", "a\u00a0b "])
def test_the_mark_stands_under_the_word(before: str) -> None:
    shown, under = marked(f"{before}wrong here", "wrong")
    assert columns_of(under[: under.index("^")]) == columns_of(shown[: shown.index("wrong")])
    assert under.strip() == "^^^^^"


def test_what_is_shown_as_an_escape_is_underlined_as_one() -> None:
    assert marked("a\u202eb \x1bwrong", "\x1bwrong") == ("a\\u202eb \\x1bwrong", "         ^^^^^^^^^")


def test_a_wide_word_has_a_wide_mark() -> None:
    assert marked("no 日本", "日本")[1] == "   ^^^^"


def test_a_place_at_the_end_of_a_line_has_one_mark() -> None:
    source = SourceFile("us.pact", "at most\n")
    assert diagnostics_text([fault(source.span(7, 7))]).split("\n")[2] == " " * 8 + " " * 7 + "^"


def test_a_long_line_is_shown_around_the_place() -> None:
    shown, under = marked("word " * 1000 + "wrong" + " word" * 1000, "wrong")
    assert len(shown) < 200
    assert shown.startswith("…")
    assert shown[under.index("^") :].startswith("wrong")


def test_an_empty_file_and_a_place_over_several_lines_can_be_shown() -> None:
    assert "us.pact:1:1: This is wrong. [E001]" in diagnostics_text([fault(SourceFile("us.pact", "").span(0, 0))])
    several = SourceFile("us.pact", "one two\nthree\n")
    assert diagnostics_text([fault(several.span(4, 10))]).split("\n")[2] == " " * 12 + "^^^"


def test_hints_and_other_places_follow() -> None:
    source = SourceFile("us.pact", "cap\ncap\n")
    text = diagnostics_text([fault(source.span(4, 7), "a name", "cup", Label(source.span(0, 3), "first here"))])
    assert text.split("\n")[3:6] == ["    Expected: a name", "    Did you mean: cup?", "    first here: us.pact:1:1"]


def test_files_come_in_their_order_and_places_in_theirs() -> None:
    one, two = SourceFile("us.pact", "a b\n"), SourceFile("log.pactlog", "c\n")
    text = diagnostics_text([fault(one.span(2, 3)), fault(two.span(0, 1)), fault(one.span(0, 1), severity=Severity.WARNING)])
    places = [line.partition(" This")[0] for line in text.split("\n") if "This is wrong" in line]
    assert places == ["us.pact:1:1:", "us.pact:1:3:", "log.pactlog:1:1:"]
    assert text.endswith("2 faults, 1 thing to look at: nothing was judged.\n")


def test_warnings_alone_keep_nothing_from_being_judged() -> None:
    text = diagnostics_text([fault(SourceFile("us.pact", "a\n").span(0, 1), severity=Severity.WARNING)] * 2)
    assert text.endswith("2 things to look at.\n")


def test_no_faults_are_no_words() -> None:
    assert diagnostics_text([]) == ""


def test_a_word_of_a_million_letters_is_not_said_whole() -> None:
    word = "x" * 1_000_000
    source = SourceFile("us.pact", f"no {word}")
    long = Diagnostic(
        "E001", Severity.ERROR, f"There is no `{word}` here.", source.span(3, 1_000_003), word, word, (Label(source.span(0, 2), word),)
    )
    said = diagnostics_text([long])
    assert len(said) < 4000
    assert "There is no `xxx" in said
    assert "xxx` here. [E001]" in said
