"""Which texts people agreed on, and from when each of them counts (the rules of "Signatures and versions" in the language).

Only signatures decide: whose last word a text is, and since which date. Nothing here knows files, git, or when something was committed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.model.words import called_all

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Signature


class Leave(Struct, frozen=True):
    """Somebody left, on a local date and at an instant."""

    by: tuple[str, ...]
    day: int
    at: int


class Agreed(Struct):
    """A text that all agreed on: on the date `on` (an ordinal) it was the last word of all; it takes over on `start`.

    `dropped` says what took its place before it could begin: a later text, or nothing but somebody who left before.
    `ended` is set where somebody left while it was in force.
    """

    agreement: Agreement
    on: int
    start: int
    dropped: Agreement | None = None
    withdrawn: bool = False
    ended: bool = False

    @property
    def judges(self) -> bool:
        """Whether there is any date on which it is in force, as far as its own dates and the other texts go."""
        last = self.agreement.in_force_until
        return self.dropped is None and not self.withdrawn and (last is None or self.start <= last)


class Agreements(Struct):
    """What became of all texts: those that were agreed on, in the order in which they take over, and those that never judge."""

    standing: list[Agreed] = field(default_factory=list)
    never: list[Agreed] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether any text was ever agreed on; from then on, no draft judges anything."""
        return bool(self.standing or self.never)


class Signed(Struct):
    """All signatures, each once, with the words that it counts for and with its rank, as they are read in the order of writing.

    A signature with a digest counts for those words alone, wherever it stands. One without counts for the first words under which that
    name and that date stood.
    """

    _given: dict[tuple[str, int, str], Signature] = field(default_factory=dict)
    _first: dict[tuple[str, int], str] = field(default_factory=dict)

    def add(self, words: str, line: Signature) -> None:
        """Take in a signature as it stands under words of a digest."""
        digest = line.digest or self._first.setdefault((line.party, line.on), words)
        one = replace(line, digest=digest, rank=line.rank or len(self._given) + 1)
        self._given.setdefault((line.party, line.on, digest), one)

    def _counted(self, words: str, line: Signature) -> Signature:
        self.add(words, line)  # where it was taken in before, nothing changes
        return self._given[line.party, line.on, line.digest or self._first[line.party, line.on]]

    def by(self, digest: str) -> set[str]:
        """Who has signed the words of a digest."""
        return {party for party, _, words in self._given if words == digest}

    def last_word(self, party: str) -> str:
        """The digest of what somebody signed last; empty where nothing."""
        mine = [one for one in self._given.values() if one.party == party]
        return max(mine, key=lambda one: (one.on, one.rank)).digest if mine else ""

    def counted(self, texts: Sequence[Agreement]) -> list[Agreement]:
        """Each of some texts once, with the signatures that count for it.

        What was signed and is none of these texts is somebody's last word all the same; it goes along with the last of them.
        """
        found = [self.under(text) for text in {text.digest: text for text in texts}.values()]
        known = {text.digest for text in found}
        orphans = [one for one in self._given.values() if one.digest not in known]
        if found and orphans:
            mine = found[-1].signatures
            found[-1] = replace(found[-1], signatures=(*mine, *(one for one in orphans if one not in mine)))
        return found

    def under(self, text: Agreement) -> Agreement:
        """A text with the signatures that count for it; what stands in it and counts for other words comes after them."""
        lines = [self._counted(text.digest, one) for one in text.signatures]
        mine = [one for one in self._given.values() if one.digest == text.digest]
        signatures = (*mine, *(one for one in lines if one.digest != text.digest))
        return text if signatures == text.signatures else replace(text, signatures=signatures)


def settled(texts: Sequence[Agreement]) -> list[Agreement]:
    """The texts, in the order in which they were written, with the signatures that count for each; texts that say the same are one."""
    signed = Signed()
    for text in texts:
        for line in text.signatures:
            signed.add(text.digest, line)
    return signed.counted(texts)


def agreed(texts: Sequence[Agreement], leaves: Iterable[Leave] = ()) -> Agreements:
    """Which of some `settled` texts were agreed on, and when each takes over.

    Each person's latest signature is their last word. A text is agreed on the date on which it is the last word of all its parties, and
    of all parties of the text agreed before who have not left. It takes over on its first date where all had signed by its end, else on
    the day after; what would begin on that day or later is dropped. Leaving takes back all that somebody has signed up to that date.
    """
    return _Table(texts).played(sorted(leaves, key=lambda one: (one.day, one.at)))


class _Table:
    """The signatures laid out by date, and what each person's last word is as the dates go by."""

    def __init__(self, texts: Sequence[Agreement]) -> None:
        self._texts = {text.digest: text for text in texts}
        order: dict[tuple[str, int, str], Signature] = {}
        for text in texts:
            for one in text.signatures:
                order.setdefault((one.party, one.on, one.digest), one)
        # The latest comes last: by date, then in the order in which it was written.
        self._signatures = sorted(order.values(), key=lambda one: (one.on, one.rank))
        self._place = {id(one): place for place, one in enumerate(self._signatures)}
        self._words: dict[str, Signature] = {}  # the last word of each name
        self._signed: set[tuple[str, str]] = set()  # who has signed what, and not taken it back
        self._left: set[str] = set()
        self._names: dict[str, str] = {}  # what people were called before, in texts that were agreed on
        self._found = Agreements()
        self._before: Agreement | None = None

    def played(self, leaves: Sequence[Leave]) -> Agreements:
        """Go through the dates on which anything was signed, or somebody left."""
        for day in sorted({one.on for one in self._signatures} | {one.day for one in leaves}):
            for one in self._signatures:
                if one.on == day:
                    self._words[one.party] = one
                    self._signed.add((one.party, one.digest))
                    self._left = {name for name in self._left if not self._same(name, one.party)}
            for leave in leaves:
                if leave.day == day:
                    self._take_back(leave)
            for text in self._agreed_now():
                self._take_over(text, day)
        return self._found

    def _take_back(self, leave: Leave) -> None:
        names = {name for name in self._known_names() if any(self._same(name, by) for by in leave.by)} | set(leave.by)
        self._left |= names
        for name in names:
            self._words.pop(name, None)
        self._signed = {one for one in self._signed if one[0] not in names}
        pending = [one for one in self._found.standing if one.start > leave.day and names & set(one.agreement.parties)]
        for one in pending:
            one.withdrawn = True
        self._found.never += pending
        self._found.standing = [one for one in self._found.standing if not one.withdrawn]
        begun = [one for one in self._found.standing if one.start <= leave.day]
        if begun and names & set(begun[-1].agreement.parties):
            begun[-1].ended = True

    def _known_names(self) -> set[str]:
        return {party for text in self._texts.values() for party in text.parties}

    def _agreed_now(self) -> Iterator[Agreement]:
        """The texts that have just become the last word of all, each once."""
        while True:
            signed = dict.fromkeys(one.digest for one in sorted(self._words.values(), key=self._order) if one.digest in self._texts)
            text = next(filter(self._is_agreed, (self._texts[digest] for digest in signed)), None)
            if text is None:
                return
            yield text

    def _order(self, signature: Signature) -> int:
        return self._place[id(signature)]

    def _is_agreed(self, text: Agreement) -> bool:
        standing = self._found.standing[-1] if self._found.standing else None
        if standing is not None and standing.agreement.digest == text.digest and not standing.ended:
            return False  # it is agreed already
        others = () if self._before is None else tuple(name for name in self._before.parties if not self._has_left(name, text))
        if not all((party, text.digest) in self._signed for party in text.parties):
            return False
        names = _joined(self._names, text)
        last: dict[str, str] = {}  # the digest of what each signed last, by any name that they had
        for name, one in sorted(self._words.items(), key=lambda pair: self._order(pair[1])):
            last[_newest(name, names)] = one.digest
        return all(last.get(_newest(name, names), "") == text.digest for name in (*text.parties, *others))

    def _has_left(self, name: str, text: Agreement) -> bool:
        return any(self._same(one, name, text) for one in self._left)

    def _same(self, one: str, other: str, text: Agreement | None = None) -> bool:
        """Whether two names are one person's: a text says so (`Anna (was Ana)`), this one or one that was agreed on."""
        names = self._names if text is None else _joined(self._names, text)
        return _newest(one, names) == _newest(other, names)

    def _take_over(self, text: Agreement, day: int) -> None:
        first = text.in_force_from
        start = first if first is not None and day <= first else day + 1
        found, now = self._found, Agreed(text, day, start)
        for one in found.standing:
            if one.start >= start:
                one.dropped = text
        found.never += [one for one in found.standing if one.dropped is not None]
        found.standing = [one for one in found.standing if one.dropped is None]
        last = found.standing[-1] if found.standing else None
        if last is None or last.agreement.digest != text.digest or last.ended:
            found.standing.append(now)  # else it simply goes on
        self._before = text
        self._names = _joined(self._names, text)


def _joined(names: dict[str, str], text: Agreement) -> dict[str, str]:
    """What people were called before, with what a text says of it; a name that somebody has in it is not an old one (any more)."""
    return {old: now for old, now in (names | dict(text.was)).items() if old not in text.parties}


def _newest(name: str, names: dict[str, str]) -> str:
    """What somebody is called now; `names` holds what each was called after."""
    seen = {name}
    while name in names and names[name] not in seen:
        name = names[name]
        seen.add(name)
    return name


def unsigned_words(agreement: Agreement) -> str:
    """Who has not signed a text, told apart: those who signed an earlier one, and those who signed none."""
    unsigned, another = agreement.unsigned, set(agreement.signed_another)
    earlier = [party for party in unsigned if party in another]
    never = [party for party in unsigned if party not in another]
    said = [f"{called_all(earlier)} signed an earlier text"] if earlier else []
    said += [f"not yet signed by {called_all(never)}"] if never else []
    return ", ".join(said) or "someone who must agree has signed another text since, or not this one"
