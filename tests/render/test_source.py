"""Lines of agreements and logs at a terminal: coloured, no character changed, nothing loaded for colours that nobody sees."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactlang.lint.rules import RULES
from pactlang.lint.text import rule_text
from pactlang.words.page import Page
from pactlang.words.source import source_line
from pactlang.words.words import safe

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
NAMES = st.sampled_from(["us.pact", "us.pactlog", "us.md", "log.csv", "-"])
PIECES = ["cap", " ", "    ", "at most 4", "by", "Ana", ",", '"', "“", "#", ">", "2026-09-01", "\x1b[31m", "\u202e", "\t", "é"]


@given(NAMES, st.lists(st.sampled_from(PIECES), max_size=15).map("".join))
def test_colours_change_no_character(name: str, text: str) -> None:
    plain = source_line(Page(colour=False), name, text)
    assert plain == safe(text)
    assert ESCAPES.sub("", source_line(Page(colour=True), name, text)) == plain


COLOURED = [
    ("us.pact", "cap evenings", "\x1b[1mcap\x1b[0m"),
    ("us.pact", "    at most 4 encounters", "\x1b[33m4\x1b[0m"),
    ("us.pactlog", "2026-09-01  encounter by Ana", "\x1b[35mencounter\x1b[0m"),
    ("us.pactlog", "2026-09-01  encounter by Ana", "\x1b[34;1mAna\x1b[0m"),
    ("us.md", "cap evenings", "\x1b[1mcap\x1b[0m"),
]


@pytest.mark.parametrize(("name", "text", "shown"), COLOURED, ids=[f"{one[0]} {one[2]!r}" for one in COLOURED])
def test_words_have_the_colours_of_what_they_are(name: str, text: str, shown: str) -> None:
    assert shown in source_line(Page(colour=True), name, text)


@pytest.mark.parametrize(("name", "text"), [("log.csv", "2026-09-01,encounter"), ("us.json", "by Ana")])
def test_what_is_none_of_our_languages_is_plain(name: str, text: str) -> None:
    assert "\x1b" not in source_line(Page(colour=True), name, text)


def test_the_examples_of_a_rule_are_coloured_its_words_are_not() -> None:
    rule = next(one for one in RULES if one.code == "C012")
    plain, coloured = rule_text(rule), rule_text(rule, colour=True)
    assert ESCAPES.sub("", coloured) == plain
    assert "\x1b[1mcap\x1b[0m evenings" in coloured
    assert '\n  With "at most 4", one of you' in coloured


def test_without_colours_nothing_is_loaded_for_them() -> None:
    program = """
import sys
from pactlang.words.diagnostics import diagnostics_text
from pactlang.source import SourceFile
from pactlang.language.parse import parse
told = diagnostics_text(parse(SourceFile("us.pact", "cap\\n  atmost 3\\n")).diagnostics)
print("atmost" in told, "pygments" in sys.modules, "markdown_it" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "False"]
