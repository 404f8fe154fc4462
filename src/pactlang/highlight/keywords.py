"""The words of the language, by the part that they play: the one source of every editor's and lexer's lists.

They are read off the grammar, the log's own words and the vocabularies, so a new form shows up here by itself. `editors/keywords.json` is
this as a file, for tools that do not speak Python.
"""

from __future__ import annotations

from pactlang.language.expected import UNITS
from pactlang.language.tables import STARTS, load_tables
from pactlang.language.tree import EventHeading, TermHeading
from pactlang.log.words import KEYWORDS
from pactlang.model.vocabulary import LOG_WORDS
from pactlang.resolve.vocabularies import vocabulary, vocabulary_names

CELLS = ("yes", "ask", "no", "?")
_MODIFIERS = "modifier"


def keywords() -> dict[str, dict[str, list[str]]]:
    """Every list by language (`pact`, `log`, `vocabularies`) and part.

    >>> found = keywords()
    >>> "covering" in found["pact"]["modifiers"], "cap" in found["pact"]["clause_kinds"], "withdraw consent" in found["log"]["events"]
    (True, True, True)
    """
    below, first = _words_below(), _first_words()
    weekdays, months, kinds = below["day"], below["month"], below["clause_kind"]
    apart = {*weekdays, *months, *UNITS}
    lines = {start.replace("_line", "_lines"): below[start] - apart for start in STARTS if start not in ("heading", "body_line")}
    pact = {
        "headings": first["heading"] - kinds,
        "clause_kinds": kinds,
        "in_headings": below["heading"] - first["heading"] - apart,
        "sentence_starts": first["sentence"],
        "sentences": below["sentence"] - apart,
        "modifiers": first[_MODIFIERS],
        "in_modifiers": below[_MODIFIERS] - first[_MODIFIERS] - apart,
        **lines,
        "units": UNITS,
        "weekdays": weekdays,
        "months": months,
        "cells": CELLS,
    }
    log = {"words": KEYWORDS | {"instead"}, "events": LOG_WORDS}
    return {
        "pact": {part: sorted(words) for part, words in pact.items()},
        "log": {part: sorted(words) for part, words in log.items()},
        "vocabularies": {name: _events(name) for name in vocabulary_names()},
    }


def _events(name: str) -> list[str]:
    """The events and terms of a vocabulary, and their plurals."""
    document = vocabulary(name)
    found: set[str] = set()
    for block in document.blocks if document is not None else ():
        if isinstance(block.heading, EventHeading | TermHeading):
            found.add(str(block.heading.name))
        for item in block.items:
            if getattr(item.body, "word", "") == "plural":
                found.update(map(str, getattr(item.body, "values", ())))
    return sorted(found)


def _words_below() -> dict[str, set[str]]:
    """For each rule of the grammar, every word that it can ask for."""
    return _closure(whole=True)


def _first_words() -> dict[str, set[str]]:
    """For each rule of the grammar, the words that it can start with."""
    return _closure(whole=False)


def _closure(*, whole: bool) -> dict[str, set[str]]:
    tables = load_tables()
    words = {terminal: word for word, terminal in tables.words.items()}
    found: dict[str, set[str]] = {}
    uses: dict[str, set[str]] = {}
    for rule in tables.rules:
        name = rule.origin
        for symbol in rule.symbols if whole else rule.symbols[:1]:
            found.setdefault(name, set())
            if symbol in words:
                found[name].add(words[symbol])
            elif not symbol.isupper():
                uses.setdefault(name, set()).add(symbol)
    grown = True
    while grown:  # until no rule hands another word up
        grown = False
        for name, others in uses.items():
            own = found.setdefault(name, set())
            before = len(own)
            for other in others:
                own |= found.get(other, set())
            grown = grown or len(own) > before
    return found
