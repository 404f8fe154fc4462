"""Shapes of whole lines in `shapes.txt`: what people say in one grammatical shape, and the sentences that it becomes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.chunks import NEGATIONS, Chunk, Side, chunked
from pactlang.language.rephrase.nouns import Mention, singular
from pactlang.language.rephrase.parts import FILTERS, Candidate, Parts
from pactlang.language.rephrase.rules import joined, needed, pattern_of, phrases, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.language.rephrase.spelling import Token

_PLACE = re.compile(r"\{(\w+)([!*~+-]?)(?:\|([^}]*))?\}")
_EVENT = re.compile(r"(!?)@([\w|-]+)(\*?)")
_FIELD = re.compile(r" where ([\w-]+) is ")
_SPACES = re.compile(r"(?<=\S)  +")
_MOST_READINGS = 4  # of the events that one line names
_LESS_LIKELY = 4
_MOST_SPLITS = 4  # words of the first of two events that follow each other
_ALL = frozenset(["we", "us", "both", "together"])
_SOMEBODY = frozenset(["i", "me", "you", "he", "she", "they", "someone", "somebody", "one"])
_ARTICLES = frozenset(["the", "a", "an", "our", "my", "your", "his", "her", "their"])


class Reading(NamedTuple):
    """A reading of a shape: the kind of clause, its lines, what it declares, and whether it is less likely than others."""

    kind: str
    lines: tuple[str, ...]
    declares: tuple[str, ...]
    unlikely: bool


class Shape(NamedTuple):
    """A shape: what it looks for, what a line must hold for it, and its readings."""

    patterns: tuple[re.Pattern[str], ...]  # where two events follow each other, each place in which the second could begin
    needs: tuple[str, ...]
    readings: tuple[Reading, ...]
    alone: bool  # what else the words could be put together to is not meant


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """The shapes that ship with the package."""
    return tuple(read_shapes((Path(__file__).parent / "shapes.txt").read_text(encoding="utf-8")))


def read_shapes(text: str) -> Iterator[Shape]:
    """Shapes as they are written: lines of words, then one reading a line.

    >>> shape = next(read_shapes("who {e} (must|has to) {e2}\\n    promise: after each {e}, {e2} by the same party within ‹24 hours›"))
    >>> shape.patterns[0].search("who cooks has to clean")["e2"], shape.readings[0].kind
    ('clean', 'promise')
    """
    lefts, readings = list[str](), list[Reading]()
    for line in [*text.splitlines(), "end"]:
        if line.startswith("    "):
            kind, _, rest = line.strip().partition(": ")
            said, *declares = rest.split(" + ")
            made = tuple(one.replace("; ", "\n    ") for one in declares)
            readings.append(Reading(kind.removeprefix("~"), tuple(said.split(" / ")), made, kind.startswith("~")))
        elif line.strip() and not line.startswith("#"):
            if readings:
                for left in lefts:
                    words = left.removeprefix("! ")
                    yield Shape(_patterns(words), needed(words), tuple(readings), left.startswith("! "))
                lefts, readings = [], []
            lefts.append(line.strip())


def _patterns(words: str) -> tuple[re.Pattern[str], ...]:
    whole = pattern_of(f"^ {words} $")
    two = re.search(r"\(\?P<(\w+)>\[\^,\]\+\?\)(?= \(\?P<e)", whole.pattern)
    if two is None:
        return (whole,)
    begun, rest = whole.pattern[: two.start()], whole.pattern[two.end() :]
    of_length = (rf"(?P<{two[1]}>[^\s,]+(?: [^\s,]+){{{length}}})" for length in range(_MOST_SPLITS))
    return tuple(re.compile(f"{begun}{first}{rest}", re.IGNORECASE) for first in of_length)


class _Slot(NamedTuple):
    """What stands in a place of a shape: its words, and, for an event, which it could be."""

    text: str
    side: Side
    tokens: list[Token]
    events: tuple[Mention, ...] = ()


class Shaped(Parts):
    """Candidates of whole lines."""

    inner = False  # a sentence within a line: it is in no shape that holds one

    def _shapes(self) -> None:
        """All readings of all shapes of the line; where one leaves nothing out, the others are less likely."""
        text = joined(self.tokens)
        folded = text.casefold()
        for shape in shapes():
            if shape.needs and not any(one in folded for one in shape.needs):
                continue
            before = len(self.found)
            for pattern in shape.patterns:
                match = pattern.match(text)
                if match is not None and not (self.inner and "s" in match.re.groupindex):
                    self._shaped(shape, match)
            if shape.alone and len(self.found) > before:
                self.found = self.found[before:]
                self.alone = True
                return

    def _shaped(self, shape: Shape, match: re.Match[str]) -> None:
        slots: dict[str, _Slot] = {}
        literal = set(range(len(self.tokens)))
        for name in match.re.groupindex:
            if match[name] is None or re.fullmatch(r"g\d", name):
                continue
            place = words_in(self.tokens, *match.span(name))
            slot = self._slot(name, match[name], [self.tokens[one] for one in place])
            if slot is None:
                return
            slots[name] = slot
            if re.fullmatch(r"(?:e|s|t|l)\d?", name):  # what of it no line says is left out
                literal -= set(place)
        used = frozenset(self.tokens[one].start for one in literal)
        choices = {name: slot.events for name, slot in slots.items() if slot.events}
        for number, reading in enumerate(shape.readings):
            for combined in islice(product(*choices.values()), _MOST_READINGS):
                self._reading(_Filling(self, slots, dict(zip(choices, combined, strict=True)), match), reading, used, number)

    def _slot(self, name: str, text: str, tokens: list[Token]) -> _Slot | None:
        """The words of one place of a shape; nothing where they cannot stand there."""
        side = chunked(tokens, self.context)
        kind = name.rstrip("0123456789")
        anyone = (by := side.one("by")) is not None and by.text == "by anyone"
        somebody = side.chunks.pop("by") if anyone and kind in "et" else []
        if kind == "e":
            events = self._events(side, {token.start for token in tokens})
            said = frozenset().union(*(one.words for one in somebody))  # whoever it is
            return _Slot(text, side, tokens, tuple(one._replace(words=one.words | said) for one in events)) if events else None
        if (
            (kind == "who" and not _doer(side, "anyone"))
            or (kind == "d" and not _whole(side, side.one("within", "byclock")))
            or (kind == "r" and ((often := side.one("every")) is None or len(often.words) < len(tokens)))
            or (kind == "c" and text not in self.context.clauses)
            or (kind == "f" and any(not one.new for one in self._nouns(side)))
            or (kind == "t" and not somebody and not self._tail(side, FILTERS))
        ):
            return None
        return _Slot(text, side, tokens)

    def _events(self, side: Side, starts: set[int]) -> tuple[Mention, ...]:
        """What the words of a place could name: those first that leave no word out."""
        held = starts - {token.start for token in side.tokens if token.text.casefold() in phrases().frame}
        held -= {start for chunks in side.chunks.values() for chunk in chunks for start in chunk.words}
        found = self._nouns(side)
        found += [one._replace(name=name, plural=self.context.nouns[name]) for one in found for name in self._other_names(one)]
        return tuple(sorted(found, key=lambda one: (len(held - one.words), one.new))[:2])

    def _other_names(self, mention: Mention) -> list[str]:
        """What else an event of the agreement is called: a `review` may be a code review."""
        first = next((one for one in phrases().verbs.get(mention.name, ()) if one in self.context.nouns), mention.name)
        return [first] if first != mention.name and not mention.new and not mention.verb else []

    def _reading(self, filling: _Filling, reading: Reading, used: frozenset[int], cost: int) -> None:
        lines = [made for line in reading.lines if line != "{s}" for made in filling.lines(line)]
        declared = [filling.line(one) for one in reading.declares]
        if filling.missing:
            return
        field = _FIELD.search(" ".join(lines))
        fields = field[1] if field is not None and field[1] != "amount" else ""
        sides = [slot.side for slot in filling.slots.values()]
        named = list(dict.fromkeys(filling.named))
        subject = named[0].name if named else "this"
        inner = self._inner(filling.slots["s"].tokens) if "s" in filling.slots else [Candidate((), "", "")]
        for one in inner:
            before = len(self.found)
            self._add([*one.lines, *lines], one.kind or reading.kind, one.noun or subject, named, [side for side in sides if side.tokens],
                      used | one.used, cost=cost + one.cost + (_LESS_LIKELY if reading.unlikely else 0), fields=fields)  # fmt: skip
            for made in self.found[before:]:
                heads = {tuple(new.split()[:2]) for new in declared}
                named_states = [name for word, name in heads if word == "state"]
                heads |= {("event", f"{name}-{end}") for name in named_states for end in ("start", "end")}
                own = [more for more in made.declares if tuple(more.split()[:2]) not in heads]
                new = [more for more in declared if not (more.startswith("event ") and more.split()[1] in self.context.nouns)]
                made.declares = tuple(dict.fromkeys((*one.declares, *own, *new)))
                made.shaped = not reading.unlikely

    def _inner(self, tokens: list[Token]) -> list[Candidate]:
        """The sentences that a part of the line could be by itself."""
        starts = [token.start for token in tokens]
        maker = type(self)(tokens, self.context)
        maker.inner = True
        found = maker.all()
        for one in found:
            one.used = frozenset(starts[place] for place in one.used)
        return sorted(found, key=lambda one: (one.cost + 8 * len(set(starts) - one.used), one.lines))[:3]

    def all(self) -> list[Candidate]:
        """Every way in which the line could be said."""
        raise NotImplementedError

    def tail(self, side: Side) -> str:
        """What narrows an event."""
        return self._tail(side, FILTERS)


class _Filling:
    """The places of a reading filled with the words of a line."""

    def __init__(self, maker: Shaped, slots: dict[str, _Slot], chosen: dict[str, Mention], match: re.Match[str]) -> None:
        self.maker, self.slots, self.chosen, self.match = maker, slots, chosen, match
        self.named: list[Mention] = []
        self.missing = False

    def lines(self, line: str) -> list[str]:
        """The lines that one line of a reading becomes."""
        if not line.startswith("* "):
            return [self.line(line)]
        own = self.slots["w"].text
        return [self.line(line[2:].replace("{other}", party)) for party in self.maker.context.parties if party != own]

    def line(self, line: str) -> str:
        """One line with every place filled."""
        filled = _EVENT.sub(self._known, _PLACE.sub(self._filled, line))
        return _SPACES.sub(" ", filled).strip()

    def _filled(self, match: re.Match[str]) -> str:
        name, how, usual = match[1], match[2], match[3] or "everyone"
        if name == "clause":
            return match.group()
        if name == "turns":  # in an order that nobody said
            parties = self.maker.context.parties
            self.missing = self.missing or len(parties) < len(("one", "other"))
            if how == "!":  # all of them together
                return f"‹{' and '.join(parties)}›"
            return f"‹{', '.join(parties[:-1])} and {parties[-1]}›" if len(parties) > 1 else ""
        if name.isdigit():
            return self.match[f"g{name}"] or ""
        slot = self.slots.get(name)
        if slot is None:  # the line has no such place
            return ""
        kind = name.rstrip("0123456789")
        if (event := self.chosen.get(name)) is not None:
            self.named.append(event)
            counted = self.slots.get("n")
            many = event.name if counted is not None and counted.text == "1" else event.plural or f"{event.name}s"
            return event.name if how == "!" else many if how == "*" else f"{event.name}{self.maker.tail(slot.side)}"
        if kind == "who":
            return self._doer(_doer(slot.side, usual), how)
        if kind == "t":
            return self.maker.tail(slot.side)
        if kind == "r":
            return slot.side.chunks["every"][0].text
        if kind == "d":
            chunk = slot.side.one("within", "byclock")
            return "" if chunk is None else chunk.text
        if kind == "ord":
            return re.sub(r"\D", "", slot.text)
        if kind == "days":
            return _days(slot.text, " and " if how == "*" else " or ")
        if how == "-":
            return str(int(slot.text) - 1)
        if how == "+" and kind == "n":
            return str(int(slot.text) + 1)
        if how == "+" and kind == "date":
            return (date.fromisoformat(slot.text) + timedelta(days=1)).isoformat()
        if how == "+":
            hours, minutes = divmod((int(slot.text[:2]) * 60 + int(slot.text[3:]) + 1) % (24 * 60), 60)
            return f"{hours:02}:{minutes:02}"
        if how == "!":
            if kind == "people":
                sorts = [one.casefold().split() for one in re.split(r" ?, (?:and |or )?| and | or ", slot.text)]
                return " or ".join("-".join([*one[:-1], singular(one[-1])]) for one in sorts)
            words = [word.casefold() for word in slot.text.split() if word.casefold() not in _ARTICLES]
            if slot.text in self.maker.context.people:
                return slot.text
            return "-".join(words)
        return slot.text

    def _doer(self, doer: str, how: str) -> str:
        parties = self.maker.context.parties
        if how == "~":
            others = [party for party in parties if party not in re.split(r" and | or |, ", doer.removeprefix("by "))]
            self.missing = self.missing or len(others) in (0, len(parties))
            return f"by {' or '.join(others)}"
        return doer.removeprefix("by ") if how == "*" else doer

    def _known(self, match: re.Match[str]) -> str:
        options, nouns = match[2].split("|"), self.maker.context.nouns
        found = next((one for one in options if one in nouns), "")
        if not found:
            self.missing = self.missing or bool(match[1])
            self.named.append(Mention(options[0], frozenset(), new=True))
        else:
            self.named.append(Mention(found, frozenset(), plural=nouns[found]))
        name = found or options[0]
        return name if not match[3] else nouns.get(name) or f"{name}s"


def _whole(side: Side, part: Chunk | None) -> bool:
    """Whether a part holds all words of its place: `within 24 hours except weekends` is more than a deadline."""
    words = {token.start for token in side.tokens if token.text.casefold() not in phrases().frame}
    return part is not None and words <= part.words


def _days(text: str, joint: str) -> str:
    """Days with `or` between them where an entry falls on one of them, with `and` where each is meant."""
    days = re.sub(r"(?<=day)s\b", "", text)
    return days if " through " in days else re.sub(r" (?:or|and|,) ", joint, days)


def _doer(side: Side, usual: str) -> str:
    """By whom: who is named there, or the usual one as a value that nobody said; nothing where the words name nobody."""
    words = [token.text.casefold() for token in side.tokens if token.text.casefold() not in ("the", "a", "of")]
    if set(words) & NEGATIONS:
        return ""
    found = side.one("by", "both", "others", "to")
    if found is not None and len(found.words) >= len(words) - sum(word in ("both", "together") for word in words):
        return f"by {found.text.split(' ', 1)[1]}"
    if words and set(words) <= _ALL:
        return "by everyone"
    return f"by ‹{usual}›" if words and set(words) <= _SOMEBODY else ""
