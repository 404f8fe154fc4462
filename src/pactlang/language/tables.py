"""The tables by which lines are read: made from `grammar.lark` by Lark when the package is built, walked by `walk.py`.

The file of tables holds the grammar that it was made from, and is used only where that is still the grammar; otherwise, as in a checkout
that was never built, Lark makes the tables anew, with the same result. Reading an agreement needs nothing of Lark.
"""

from __future__ import annotations

import marshal
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

STARTS = ["heading", "body_line", "pact_line", "event_line", "state_line", "days_line", "hours_line", "matrix_line", "expect_line"]
TABLES = "tables.bin"
_MARK = b"pactlang tables 1\n"  # another number where the shape of the tables changes
_MARSHAL = 4  # the format that every Python reads which this program runs on


class Rule(Struct, frozen=True):
    """One way to read a rule of the grammar.

    `label` is the name of its node; with `single`, a node of one part is that part. `kept` are the numbers of the symbols that are
    parts of the node, or None if all are; a negative one (-1 for the first) gives its own parts instead of itself.
    """

    origin: str
    symbols: tuple[str, ...]
    label: str
    single: bool
    kept: tuple[int, ...] | None


class Tables(Struct, frozen=True):
    """What the walker needs.

    `words` are the words of the language with their terminals. A state says for each symbol what comes next: a state to go to, or, below
    zero, which rule has been read (-1 is the first). `starts` and `ends` are the states before and after each kind of line.
    """

    words: dict[str, str]
    rules: tuple[Rule, ...]
    states: tuple[dict[str, int], ...]
    starts: dict[str, int]
    ends: dict[str, int]


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """The tables, as they were built where they fit, else made from the grammar."""
    here = Path(__file__).parent  # `importlib.resources` would take longer to load than the tables to read
    grammar = (here.parent / "grammar.lark").read_bytes()
    built = here / TABLES
    if built.is_file():
        head = _head(grammar)
        data = built.read_bytes()
        if data.startswith(head):
            words, rules, states, starts, ends = marshal.loads(memoryview(data)[len(head) :])  # noqa: S302 - a file of the package itself
            return Tables(words, tuple([Rule(*rule) for rule in rules]), states, starts, ends)
    return made(grammar.decode())


def made(grammar: str) -> Tables:
    """The tables of a grammar, made by Lark. Lark's numbers of states change from run to run; these are the same each time."""
    lark: Any = _lark(grammar)
    table = lark.parser.parser.parser.parse_table
    numbers = {rule: place for place, rule in enumerate(lark.rules)}

    def action(kind: object, to: Any) -> int:
        return to if str(kind) == "Shift" else -1 - numbers[to]

    found = {place: {str(name): action(*what) for name, what in row.items()} for place, row in table.states.items()}
    starts = {str(name): place for name, place in sorted(table.start_states.items())}
    order: dict[int, int] = {}
    waiting = list(starts.values())
    for place in waiting:
        if place not in order:
            order[place] = len(order)
            waiting += [to for _, to in sorted(found[place].items()) if to >= 0]
    states = [{name: order[to] if to >= 0 else to for name, to in sorted(found[place].items())} for place in order]
    patterns = [(str(one.pattern.value), str(one.name)) for one in lark.terminals if one.pattern is not None]
    return Tables(
        dict(sorted(patterns)),
        tuple([_rule(rule) for rule in lark.rules]),
        tuple(states),
        {name: order[place] for name, place in starts.items()},
        {str(name): order[place] for name, place in sorted(table.end_states.items())},
    )


def _lark(grammar: str) -> Any:
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """The words come from `tokens.words_of`."""

        def __init__(self, _: object) -> None:
            pass

        def lex(self, _state: Any, _parser: Any) -> Any:
            raise NotImplementedError

    return Lark(grammar, parser="lalr", lexer=NoLexer, start=STARTS, maybe_placeholders=False)


def _rule(rule: Any) -> Rule:
    """A rule as Lark has it: words that a rule does not ask to keep are no parts, and what starts with `_` gives its parts."""
    kept = [
        -1 - place if not symbol.is_term and symbol.name.startswith("_") else place
        for place, symbol in enumerate(rule.expansion)
        if rule.options.keep_all_tokens or not (symbol.is_term and symbol.filter_out)
    ]
    every = kept == list(range(len(rule.expansion)))
    return Rule(
        str(rule.origin.name),
        tuple([str(symbol.name) for symbol in rule.expansion]),
        str(rule.alias or rule.origin.name),
        bool(rule.options.expand1 and not rule.alias),
        None if every else tuple(kept),
    )


def _head(grammar: bytes) -> bytes:
    return _MARK + grammar


def write_tables(package: Path) -> Path:
    """Write the tables of a package folder's grammar beside this module, and say where."""
    grammar = (package / "grammar.lark").read_bytes()
    tables = made(grammar.decode())
    target = package / "language" / TABLES
    partial = target.with_suffix(".partial")
    plain = _shared((tables.words, tuple(astuple(rule) for rule in tables.rules), tables.states, tables.starts, tables.ends))
    partial.write_bytes(_head(grammar) + marshal.dumps(plain, _MARSHAL))
    partial.replace(target)
    return target


def _shared(data: Any) -> Any:
    """The same data with one object for each string: what is written depends on which are one object, so it is the same each time."""
    if isinstance(data, str):
        return intern(data)
    if isinstance(data, dict):
        return {intern(name): _shared(value) for name, value in data.items()}
    return tuple([_shared(value) for value in data]) if isinstance(data, tuple) else data
