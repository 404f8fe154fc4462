"""The table of reserved words in docs/design.md says what the grammar says."""

from __future__ import annotations

import re
from pathlib import Path

from lark.grammar import NonTerminal, Terminal

from pactlang.language.tables import STARTS, load_parser

DESIGN = Path(__file__).parents[2] / "docs" / "design.md"


def words_of_the_grammar() -> dict[str, set[str]]:
    """For each kind of line, the words that its rules can ask for."""
    parser = load_parser()
    words = {one.name: str(one.pattern.value) for one in parser.terminals if one.pattern is not None}
    parts: dict[str, set[object]] = {}
    for rule in parser.rules:
        parts.setdefault(rule.origin.name, set()).update(rule.expansion)
    found = {}
    for start in STARTS:
        seen, open_rules = set[str](), [start]
        keywords = set[str]()
        while open_rules:
            name = open_rules.pop()
            if name in seen:
                continue
            seen.add(name)
            for symbol in parts[name]:
                if isinstance(symbol, NonTerminal):
                    open_rules.append(symbol.name)
                elif isinstance(symbol, Terminal) and symbol.name in words:
                    keywords.add(words[symbol.name])
        found[start] = keywords
    return found


def test_the_table_is_the_grammars() -> None:
    table = {}
    for row in re.findall(r"^\| `(\w+)` \|[^|]*\| ([^|]*) \|[^|]*\|$", DESIGN.read_text(encoding="utf-8"), re.M):
        table[row[0]] = set(row[1].split())
    assert table == words_of_the_grammar()
