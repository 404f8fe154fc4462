"""Pieces that the TextMate grammars share: edges of words, lists of words, rules with captures.

A TextMate grammar is what VS Code, Sublime Text and many others colour by: regular expressions (Oniguruma's), each with a *scope*, a
dotted name that themes know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Rule = dict[str, Any]

# Names hold letters of any script, marks, digits, hyphens and joiners; so `at` in `at-risk` is no word of its own.
_INSIDE = r"[\p{L}\p{M}\p{N}_-]"
STARTS, ENDS = rf"(?<!{_INSIDE})", rf"(?!{_INSIDE})"
NAME = r"\p{L}(?>[\p{L}\p{M}\p{Nd}\x{200c}\x{200d}-]*)"
DATE = r"\d{4}-\d{2}-\d{2}"
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
NUMBER = r"\d+(?:\.\d+)?"
# One that is not closed yet runs to the end of the line, as people type.
STRING = r"""(?:"[^"]*(?:"|$)|“[^”“]*(?:[”“]|$)|„[^“”]*(?:[“”]|$))"""
BLANKS = r"\s+"


def any_of(words: Iterable[str]) -> str:
    """A choice of whole words; in words of several parts, any space between them.

    >>> any_of(["pause", "withdraw consent"])
    '(?:withdraw\\\\s+consent|pause)'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(BLANKS.join(map(re.escape, word.split())).replace(r"\-", "-") for word in ordered) + ")"


def word_of(words: Iterable[str]) -> str:
    """A choice of whole words that stand on their own: no part of a longer name."""
    return STARTS + any_of(words) + ENDS


def captures(*found: str | list[Rule] | None) -> dict[str, Any]:
    """What each group of an expression is: a scope, rules to look closer with, or nothing."""
    return {
        str(number): {"name": part} if isinstance(part, str) else {"patterns": part}
        for number, part in enumerate(found, 1)
        if part is not None
    }


def match(expression: str, name: str | None = None, *found: str | list[Rule] | None) -> Rule:
    """A rule for a stretch of one line."""
    rule: Rule = {"name": name} if name else {}
    rule["match"] = expression
    if found:
        rule["captures"] = captures(*found)
    return rule


def block(begin: str, end: str, name: str, found: Iterable[str | list[Rule] | None], patterns: list[Rule]) -> Rule:
    """A rule for what stands between a beginning and an end."""
    return {"name": name, "begin": begin, "beginCaptures": captures(*found), "end": end, "patterns": patterns}


def use(*names: str) -> list[Rule]:
    """References to rules of the repository."""
    return [{"include": f"#{name}"} for name in names]


def grammar(title: str, scope: str, ending: str, patterns: list[Rule], repository: Mapping[str, list[Rule]]) -> Rule:
    """A whole grammar."""
    return {
        "information_for_contributors": ["This file is written by: python -m tests.editors.textmate", "Change that, and not this."],
        "name": title,
        "scopeName": scope,
        "fileTypes": [ending],
        "patterns": patterns,
        "repository": {name: {"patterns": rules} for name, rules in repository.items()},
    }


def comments(language: str, *before: Rule) -> list[Rule]:
    """`#` at the start of a line or after a space, to the end of the line."""
    scope = f"comment.line.number-sign.{language}"
    return [*before, match(r"(?:^|(?<=\s))(#).*$", scope, f"punctuation.definition.comment.{language}")]


def strings(language: str) -> list[Rule]:
    """Words in quotation marks, straight or typographic."""
    found = []
    for opening, closing in (('"', '"'), ("“", "”“"), ("„", "“”")):
        marks = (f"punctuation.definition.string.begin.{language}", f"punctuation.definition.string.end.{language}")
        found.append(match(f"({opening})[^{closing}]*([{closing}]|$)", f"string.quoted.double.{language}", *marks))
    return found


def own_words(part: str, language: str) -> str:
    """The scopes of what people say in their own words: a quote where a theme knows quotes, else like other words in quotation marks."""
    return f"string.unquoted.{part}.{language} markup.quote.{part}.{language}"
