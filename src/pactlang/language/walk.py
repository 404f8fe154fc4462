"""Words to a tree by the tables: the loop of every LALR parser, with nodes as Lark would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.language.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

END = "$END"


class Token(str):
    """A word of a line as the grammar takes it: its terminal, its text and the number of its word."""

    __slots__ = ("start_pos", "type")
    type: str
    start_pos: int

    def __new__(cls, terminal: str, text: str, start_pos: int) -> Token:
        """Make one."""
        token = super().__new__(cls, text)
        token.type = terminal
        token.start_pos = start_pos
        return token


class Node:
    """A rule that was read: the name of the method that builds it, and its parts."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list[Node | Token]) -> None:
        self.data = data
        self.children = children


class UnexpectedWordError(Exception):
    """A word that the grammar cannot take where it stands."""


class Walker:
    """Reads one line, word by word."""

    def __init__(self, start: str) -> None:
        self._tables = load_tables()
        self._end = self._tables.ends[start]
        self._states = [self._tables.starts[start]]
        self._values: list[Node | Token] = []

    @property
    def here(self) -> Mapping[str, int]:
        """What the grammar has for each symbol at this place."""
        return self._tables.states[self._states[-1]]

    def feed(self, token: Token) -> None:
        """Take the next word. Raises `UnexpectedWordError`; then the walker is of no further use."""
        table, rules, states, values = self._tables.states, self._tables.rules, self._states, self._values
        while True:
            action = table[states[-1]].get(token.type)
            if action is None:
                raise UnexpectedWordError
            if action >= 0:
                states.append(action)
                values.append(token)
                return
            rule = rules[-1 - action]
            size = len(rule.symbols)
            parts = values[len(values) - size :]
            del states[len(states) - size :], values[len(values) - size :]
            states.append(table[states[-1]][rule.origin])
            values.append(_node(rule.label, rule.single, rule.kept, parts))
            if token.type == END and states[-1] == self._end:
                return

    def finish(self) -> Node:
        """The tree of the whole line. Raises `UnexpectedWordError` where it cannot end here."""
        self.feed(Token(END, "", -1))
        found = self._values[-1]
        assert isinstance(found, Node)  # noqa: S101 - a kind of line is a node of its own
        return found

    def accepts(self) -> frozenset[str]:
        """The terminals that can stand at this place."""
        return frozenset(symbol for symbol in self.here if symbol.isupper() and self._takes(symbol))

    def _takes(self, terminal: str) -> bool:
        """Whether a terminal can stand here: a rule may end before it that is in no state to go on with it."""
        states, table, rules = self._states.copy(), self._tables.states, self._tables.rules
        while (action := table[states[-1]].get(terminal)) is not None and action < 0:
            rule = rules[-1 - action]
            del states[len(states) - len(rule.symbols) :]
            states.append(table[states[-1]][rule.origin])
            if terminal == END and states[-1] == self._end:
                return True
        return action is not None


def _node(label: str, single: bool, kept: tuple[int, ...] | None, parts: list[Node | Token]) -> Node | Token:
    if kept is not None:
        chosen: list[Node | Token] = []
        for place in kept:
            if place >= 0:
                chosen.append(parts[place])
            else:
                given = parts[-1 - place]
                assert isinstance(given, Node)  # noqa: S101 - only rules give their parts
                chosen += given.children
        parts = chosen
    return parts[0] if single and len(parts) == 1 else Node(label, parts)
