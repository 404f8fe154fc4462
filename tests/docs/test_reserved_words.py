"""The table of reserved words in docs/inside.md says what the grammar says."""

from __future__ import annotations

import re
from pathlib import Path

from pactlang.language.tables import STARTS, load_tables

PAGE = Path(__file__).parents[2] / "docs" / "inside.md"


def words_of_the_grammar() -> dict[str, set[str]]:
    """For each kind of line, the words that its rules can ask for."""
    tables = load_tables()
    words = {terminal: word for word, terminal in tables.words.items()}
    parts: dict[str, set[str]] = {}
    for rule in tables.rules:
        parts.setdefault(rule.origin, set()).update(rule.symbols)
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
                if symbol in parts:
                    open_rules.append(symbol)
                elif symbol in words:
                    keywords.add(words[symbol])
        found[start] = keywords
    return found


def test_the_table_is_the_grammars() -> None:
    table = {}
    for row in re.findall(r"^\| `(\w+)` \|[^|]*\| ([^|]*) \|[^|]*\|$", PAGE.read_text(encoding="utf-8"), re.M):
        table[row[0]] = set(row[1].split())
    grammar = words_of_the_grammar()
    wrong = [
        f"row `{line}` of docs/inside.md: put in {sorted(grammar.get(line, set()) - table.get(line, set()))}, "
        f"take out {sorted(table.get(line, set()) - grammar.get(line, set()))}"
        for line in sorted(table | grammar)
        if table.get(line) != grammar.get(line)
    ]
    assert not wrong, "\n".join(["", *wrong])
