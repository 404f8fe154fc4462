"""The words of one side of a comma, cut into the parts that sentences are made of; each word belongs to one part, or is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from pactlang.language.rephrase.kinds import CONTRARY, PLACED, TELLING, TOLD_TO, kinds_of
from pactlang.language.rephrase.rules import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.spelling import Token


class Context(Struct, frozen=True):
    """What an agreement calls things: parties, nouns (each with its plural), people, states, clauses, and the units of amounts."""

    parties: tuple[str, ...] = ()
    nouns: dict[str, str] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()  # with which people are declared
    states: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    amounts: dict[str, str] = field(default_factory=dict)
    with_person: tuple[str, ...] = ()
    days: tuple[str, ...] = ()  # sets of dates
    hours: tuple[str, ...] = ()  # with a name
    pauses: dict[str, str] = field(default_factory=dict)  # the clause by which people pause, by its name and by what it stops
    speaker: str = ""  # the party that `I` is
    kind: str = ""  # of the clause that the line stands in
    name: str = ""  # of that clause

    def knows(self, name: str) -> bool:
        """Whether anything of the agreement is called so."""
        named = (self.parties, self.people, self.states, self.clauses, self.days, self.hours, self.nouns, self.nouns.values())
        return any(name in names for names in named)


class Chunk(NamedTuple):
    """A part: its kind, how the language writes it, where its words start, and what of it nobody said."""

    kind: str
    text: str
    words: frozenset[int]
    holes: tuple[str, ...] = ()


class Side(Struct):
    """A side of a comma: its parts by kind, and the numbers of the words that belong to none."""

    tokens: Sequence[Token]
    chunks: dict[str, list[Chunk]]
    rest: list[int]

    def one(self, *kinds: str) -> Chunk | None:
        """The first part of one of these kinds."""
        return next((self.chunks[kind][0] for kind in kinds if kind in self.chunks), None)

    def other_than_told(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Of two, the one who tells if the other is told: `tell Ben`."""
        told = self.one("to")
        others = [one for one in parties if told is not None and told.text != f"to {one}"]
        return tuple(others) if len(others) == 1 and len(parties) == 2 else ()


PEOPLE = frozenset(["i", "me", "we", "us", "you", "them"])  # said where somebody is named in the sentence
NEGATIONS = frozenset(["no", "not", "never", "nobody", "none", "nothing", "without", "unless", "except", "only"])
_ANOTHER = "another"
_OWN_NAMES = {"place": "at", TOLD_TO: "with"}


def _hears(word: str, context: Context) -> bool:
    """Whether a word is about telling somebody, or names what is done with somebody: `calls to Noor`."""
    folded = word.casefold()
    return folded in TELLING or any(folded in (one, context.nouns.get(one)) for one in context.with_person)


def chunked(tokens: Sequence[Token], context: Context) -> Side:
    """The words of one side, cut into parts."""
    text = joined(list(tokens))
    begins = [0]
    for token in tokens:
        begins.append(begins[-1] + len(token.text) + 1)
    free = [True] * len(tokens)
    chunks: dict[str, list[Chunk]] = {}
    for kind, pattern, write, holes in kinds_of(context.parties, context.days, context.hours, context.people, context.tags):
        for match in pattern.finditer(text):
            words = frozenset(place for place in range(len(tokens)) if match.start() <= begins[place] < match.end())
            if not words or not all(free[place] for place in words):
                continue
            if kind == CONTRARY and chunks.keys().isdisjoint(("limit", "hours")):  # `phones not at home` forbids them there
                continue
            if kind == TOLD_TO and not any(_hears(token.text, context) for token in tokens):
                continue
            if kind == "while" and match.group().split()[-1] in context.parties:
                continue
            if kind == PLACED and (match[1] in context.nouns or match[1] in context.nouns.values()):
                continue
            for place in words:
                free[place] = False
            written = write(match)
            name = written.split()[0] if kind == "party" else _OWN_NAMES.get(kind, kind)
            if name == "for" and ("limit" in chunks or "hours" in chunks):  # `at most an hour a day for Max`
                name, written = "by", f"by {written.removeprefix('for ')}"
            if len(context.parties) > 2:  # of three, `another` is one of the others, and not all of them
                words -= {place for place in words if tokens[place].text.casefold() == _ANOTHER}
            chunks.setdefault("by" if name in ("who", "both") else name, []).append(
                Chunk(kind, written, frozenset(tokens[place].start for place in words), holes)
            )
    rest = [place for place, unused in enumerate(free) if unused]
    return Side(tokens, chunks, rest)
