"""The names in entries, held against those that the agreement knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pactlang.diagnostics import Severity, nearest_name, nearest_spelling, one_of
from pactlang.later import ready
from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.moments import Remember
from pactlang.log.words import person_word, person_words

# Scripts with letters that look the same in several of them.
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"})
_WORDS = ready(r"[\w-]+").findall
_NOBODY = frozenset({"everyone", "everybody", "anyone", "someone", "each", "both", "all", "us", "we", "me", "I", "nobody"})


class KnownNames:
    """Asks for each name once; what was found fine is in `fine` (for `by` and `to`), `fine_with` and `fine_words` (tags).

    >>> names = KnownNames(frozenset({"Ana", "Ben"}), frozenset({"dana"}))
    >>> [(fault.message, fault.nearest) for fault in names.faults(Entry("test", 739871, by=("Bn",), with_=("Dana",)))]
    [('The agreement has nobody called `Bn`.', 'Ben'), ('`Dana` is nearly `dana`.', 'dana')]
    """

    def __init__(
        self,
        parties: frozenset[str],
        people: frozenset[str],
        laid_down: frozenset[str] = frozenset(),
        named: frozenset[str] = frozenset(),
    ) -> None:
        # What somebody was called before is read, and never offered.
        self.parties = parties - laid_down
        self._laid_down = laid_down
        self.known = self.parties | people
        self._outside = self.known | named  # sentences may name people who were not declared
        self._nearest: Remember[str, str] = Remember(lambda name: nearest_spelling(name, self.known))
        self.fine: set[tuple[str, ...]] = {()}
        self.fine_with: set[tuple[str, ...]] = {()}
        self.fine_words: set[tuple[str, ...]] = {()}

    def faults(self, entry: Entry) -> Iterator[Fault]:
        """What is wrong with the names (and tags) of an entry. A near miss in `with` is told once for each name."""
        for key, names in (("by", entry.by), ("to", entry.to)):
            if names not in self.fine:
                found = [fault.of(key, index) for index, name in enumerate(names) if (fault := self.unknown(name))]
                yield from found
                if not found:
                    self.fine.add(names)
        if entry.with_ not in self.fine_with:
            found = [fault.of("with", index) for index, name in enumerate(entry.with_) if (fault := self._person(name))]
            yield from found
            if all(fault.severity is Severity.WARNING for fault in found):
                self.fine_with.add(entry.with_)
        if entry.tags not in self.fine_words:
            found = [fault.of("tags", index) for index, tag in enumerate(entry.tags) if (fault := lookalike(tag))]
            yield from found
            if not found:
                self.fine_words.add(entry.tags)

    def is_party(self, name: str) -> bool:
        """Whether it is a name that some party has, or had before."""
        return name in self.parties or name in self._laid_down

    def unknown(self, name: str) -> Fault | None:
        """What is wrong with a name of somebody who acts or is told, or None."""
        if name in self.known or name in self._laid_down:
            return None
        if mixed := lookalike(name):
            return mixed
        if name in _NOBODY:
            parties = person_words(sorted(self.parties))
            return Fault(Code.UNKNOWN_NAME, f"`{name}` does not say who.", f"names, such as {parties}" if parties else "names")
        expected = one_of(self.known) or "a party of the agreement"
        nearest = self._nearest[name]
        within = [word for word in _WORDS(name) if word in self.known]
        if len(within) > 1:  # "Ida und Max"
            return Fault(Code.UNKNOWN_NAME, f"The agreement has nobody called `{name}`.", f"each name by itself: {' and '.join(within)}")
        return Fault(Code.UNKNOWN_NAME, f"The agreement has nobody called `{name}`.", expected, nearest, replacement=_quoted(nearest))

    def _person(self, name: str) -> Fault | None:
        if name in self._outside or name in self._laid_down:
            return None
        if mixed := lookalike(name):
            return mixed
        nearest = nearest_name(name, self._outside)
        if not nearest or (name,) in self.fine_with:
            return None
        self.fine_with.add((name,))  # told once
        expected = f"`{nearest}`, or a line `person {name}` in the agreement"
        message = f"`{name}` is nearly `{nearest}`."
        return Fault(Code.NEAR_NAME, message, expected, nearest, replacement=_quoted(nearest), severity=Severity.WARNING)


def _quoted(name: str) -> str | None:
    """A name as it has to be written, where it needs quotation marks."""
    return None if (written := person_word(name)) == name or not name else written


def lookalike(name: str) -> Fault | None:
    """The fault of a name that mixes letters of scripts that look alike, or None.

    >>> print(lookalike("d\\u0430na"))
    `dаna` mixes CYRILLIC and LATIN letters, which look alike.
    >>> lookalike("Дана")
    """
    if name.isascii():
        return None
    scripts = {unicodedata.name(character, "").partition(" ")[0] for character in name} & _ALIKE
    if len(scripts) < 2:
        return None
    mixed = person_words(sorted(scripts))
    return Fault(Code.LOOKALIKE, f"`{name}` mixes {mixed} letters, which look alike.", "letters of one script")
