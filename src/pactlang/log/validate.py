"""What the entries of a log say, held against what the agreement knows and against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.diagnostics import Diagnostic, Label, Severity, guess_anew, nearest_spelling, one_of
from pactlang.later import ready
from pactlang.log.codes import Code
from pactlang.log.duplicates import duplicates
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.moments import Remember, read_date
from pactlang.log.names import KnownNames
from pactlang.log.read import ReadLog
from pactlang.model.agreement import Pause
from pactlang.model.calendar import Zone, load_zone, machine_zone
from pactlang.model.parts import named_people, named_words
from pactlang.model.vocabulary import (
    BREACH,
    CONFIRM,
    DISPUTE,
    LEAVE,
    LOG_WORDS,
    NOBODY_STANDS_IN,
    ONLY_PARTIES,
    PAUSE,
    RESUME,
    REVIEW,
    WAIVE,
    EventType,
    Vocabulary,
)
from pactlang.model.words import NearWords

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement

_DAY = 86_400
_ENDING = ready(r"(?:ing|ed|es|s|e|d)$")
_SURELY = 0.8  # nobody leaves by a slip of the pen
_DONE = {PAUSE: "pause", RESUME: "end a pause", WAIVE: "waive", LEAVE: "leave"}
# Where only one of two times has an offset, the zone may move them this far against each other.
_ANY_ZONE = 2 * _DAY
_MOST_ALIKE = 1 << 16
_MOST_PLACED = 1000  # faults of a log are told with the word that is meant and advice; of more, the line is enough
_MOST_SAME = 3  # of entries that say the same are told one by one
_AMOUNT, _UNIT = "amount", "unit"
_OF_ENTRIES = frozenset({WAIVE, CONFIRM, DISPUTE})  # what these are about is an entry, never a finding


class Zones(Struct):
    """In which zone an entry of a date is read: that of the version that had begun by then."""

    begins: tuple[tuple[int, str], ...]  # the first date of each version, and the name of its zone where it has one
    known: list[tuple[int, Zone]] = field(default_factory=list)  # in their order; the first of them is for all dates before, too

    def of(self, day: int) -> Zone:
        """The zone of a date."""
        if not self.known:
            named = sorted((first, name) for first, name in self.begins if name)
            self.known.extend([(first, load_zone(name)) for first, name in named] or [(0, machine_zone())])
        zone = self.known[0][1]
        for first, later in self.known:
            if first > day:
                break
            zone = later
        return zone


class Known(Struct, frozen=True):
    """What entries may speak of: the events of all versions, the parties, the people who were declared, what findings are named after."""

    vocabularies: tuple[Vocabulary, ...] = ()
    parties: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    pausing: frozenset[str] = frozenset()  # those of the clauses and sentences that let people pause
    zones: Zones = field(default_factory=lambda: Zones(()))
    whole: bool = True  # whether every text that there was is here and could be read
    laid_down: frozenset[str] = frozenset()  # what parties were called before
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the tags, places and values that sentences name, by what they are
    named: frozenset[str] = frozenset()  # the people whom sentences name after `with`

    @classmethod
    def of(cls, versions: Iterable[Agreement], *, whole: bool = True) -> Known:
        """What the versions of an agreement know together; not `whole` where others may be missing.

        >>> Known.of([]).parties
        frozenset()
        """
        versions = tuple(versions)
        return cls(
            tuple(version.vocabulary for version in versions),
            frozenset(party for version in versions for party in version.parties),
            frozenset(person.name for version in versions for person in version.people),
            frozenset(name for version in versions for name in _names_of(version)),
            frozenset(
                name for version in versions for one in version.sentences if isinstance(one.form, Pause) for name in (one.clause, one.label)
            ),
            # A draft gives no zone once there is a text that all have signed.
            Zones(tuple((one.in_force_from or 0, one.zone) for one in [one for one in versions if not one.unsigned] or versions)),
            whole,
            frozenset(old for version in versions for old, _ in version.was),
            _words_of(versions),
            frozenset(name for version in versions for name in named_people(version)),
        )


def validate(log: ReadLog, known: Known, writing: str = "") -> ReadLog:
    """The log with the faults of its entries added, and without the entries that only say again what an earlier one says.

    What an earlier version of pactlang let people write stays readable: an entry that cannot mean anything counts for nothing, and a
    warning names it. Among the entries that are about to be written (those of the source `writing`) it is an error.

    Entries with faults stay among the entries; whoever judges them looks at the diagnostics first. Nothing is raised.

    >>> from pactlang.log.read import read_log
    >>> log = read_log("2026-09-08  tst by Ana\\n", "us.pactlog")
    >>> known = Known((Vocabulary({"test": EventType("test", "tests")}),), frozenset({"Ana", "Ben"}))
    >>> [(found.message, found.nearest) for found in validate(log, known).diagnostics]
    [('The agreement has no event `tst`.', 'test')]
    """
    guess_anew()
    checks = _Checks(log, known, writing)
    entries = checks.without_duplicates()
    checks.check(entries)
    checks.ids.clear()  # of a million entries it is 42 MB, and what looked at them is let go only later
    if checks.instead:
        entries = [left for entry in entries if (left := checks.instead.get(id(entry), entry)) is not None]
    place = {name: number for number, name in enumerate(log.sources)}
    found = sorted([*log.diagnostics, *checks.found], key=lambda diagnostic: (place[diagnostic.span.source.name], diagnostic.span.start))
    return ReadLog(entries, found, log.sources)


class _Checks:
    """Gathers what is wrong with the entries of one log."""

    def __init__(self, log: ReadLog, known: Known, writing: str) -> None:
        self.log = log
        self.known = known
        self.writing = writing
        self.instead: dict[int, Entry | None] = {}  # for an entry that cannot mean all that it says, what is left of it
        self.found: list[Diagnostic] = []
        self.names = KnownNames(known.parties, known.people, known.laid_down, known.named)
        self.labels = known.labels
        self.zones = known.zones
        self.events: dict[str, list[EventType]] = {word: [] for word in LOG_WORDS}
        for vocabulary in known.vocabularies:
            for name, event in vocabulary.events.items():
                self.events.setdefault(name, []).append(event)
        self.fields = {name: _fields_of(events) for name, events in self.events.items()}
        self.known_events = frozenset(self.events)
        self.ids: dict[str, Entry] = {}
        self.nearest_event: Remember[str, str] = Remember(self._near_event)
        self.with_person = {name for name, events in self.events.items() if any(event.with_person for event in events)}
        self.alone: set[tuple[str, ...]] = {()}  # who was found to be parties alone, or nobody of them
        self.near: dict[str, NearWords] = {}  # what sentences name, by what it is
        self.below_zero: set[str] = set()  # files in which an amount below zero was told
        self.looked_at: set[tuple[str, object]] = set()  # words that were compared already

    def say(self, entry: Entry, fault: Fault, first: Entry | None = None, label: str = "") -> None:
        if len(self.found) >= _MOST_PLACED:
            fault = fault.of("")
            fault.nearest, fault.replacement = "", None
        diagnostic = self.log.sources[entry.file].diagnostic(entry.line, fault)
        if first is not None:
            there = Label(self.log.sources[first.file].span(first.line, fault.key), label)
            diagnostic = replace(diagnostic, labels=(there,))
        self.found.append(diagnostic)

    def without_duplicates(self) -> list[Entry]:
        again = duplicates(self.log.entries, self.zones.of)
        if not again:
            return self.log.entries
        times = Counter(id(first) for _, first in again)
        told: Counter[int] = Counter()
        for entry, first in again:
            told[id(first)] += 1
            number = told[id(first)]
            if number > _MOST_SAME:
                continue
            where = f"line {first.line}" if first.file == entry.file else f"line {first.line} of {first.file}"
            left = times[id(first)] - number
            more = f" So do {left} more." if left and number == _MOST_SAME else ""
            message = f"This entry says the same as the one on {where}; they count as one.{more}"
            fault = Fault(Code.DUPLICATE, message, "one of them", severity=Severity.WARNING)
            self.say(entry, fault, first, "the same entry")
        dropped = {id(entry) for entry, _ in again}
        return [entry for entry in self.log.entries if id(entry) not in dropped]

    def check(self, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.id is not None:
                first = self.ids.setdefault(entry.id, entry)
                if first is not entry:
                    fault = Fault(Code.SAME_ID, f"Two different entries are called `{entry.id}`.", "a different name")
                    self.say(entry, fault.of("id"), first, f"the first `{entry.id}`")
        events, fields, ids, names = self.events, self.fields, self.ids, self.names
        fine, fine_with, fine_words = names.fine, names.fine_with, names.fine_words
        alone, with_person, words = self.alone, self.with_person, self.known.words
        # What entries say of this is looked at once, if it is fine; those of a file share their fields, which live as long as they do.
        fine_alike: set[tuple[object, ...]] = set()
        for entry in entries:
            told = len(self.found)
            like = entry.file, entry.type, entry.by, entry.to, entry.with_, entry.place, entry.tags, id(entry.fields)
            known = like in fine_alike
            if not known:
                if entry.type not in events:
                    self.say(entry, self.unknown_event(entry.type))
                elif entry.fields and not (entry.fields.keys() <= fields[entry.type] and _AMOUNT not in entry.fields):
                    self.check_fields(entry)
                if entry.by not in fine or entry.to not in fine or entry.with_ not in fine_with or entry.tags not in fine_words:
                    for fault in names.faults(entry) if not self.place(entry) else ():
                        self.say(entry, fault)
                if entry.by not in alone and entry.type in with_person:
                    self.check_company(entry)
            if entry.type in ONLY_PARTIES:
                self.check_party(entry)
            if entry.instead_of:
                self.check_standing_in(entry)
            if words and not known and (entry.tags or entry.place is not None or entry.fields):
                self.check_words(entry)
            if not known and len(self.found) == told and len(fine_alike) < _MOST_ALIKE:
                fine_alike.add(like)
            if entry.about is not None and entry.about not in ids:
                self.check_about(entry, entry.about)
            if entry.end_day is not None and _ends_first(entry) and not self.place(entry):
                fault = Fault(Code.END_FIRST, "This entry ends before it starts.", "an end after the start")
                self.say(entry, fault.of("end"))

    def check_company(self, entry: Entry) -> None:
        """`encounter by Ana and dana` counts as one that both had, with nobody: told, since `with dana` is what sentences look for."""
        outside = [name for name in entry.by if not self.names.is_party(name)]
        if not outside or len(outside) == len(entry.by) or not self.names.known.issuperset(outside):
            self.alone.add(entry.by)
            return
        index = entry.by.index(outside[0])
        message = f"`{outside[0]}` is not a party, but is named here as the one who acts."
        fault = Fault(Code.OUTSIDER, message, f"`with {outside[0]}`, which says who it was with", severity=Severity.WARNING)
        self.say(entry, fault.of("by", index))

    def check_words(self, entry: Entry) -> None:
        """A tag, a place or a value that is nearly one that a sentence names is told once: it counts as another."""
        values = ((f"field {name}", value, f"value {name}", 0) for name, value in entry.fields.items())
        tags = (("tag", tag, "tags", index) for index, tag in enumerate(entry.tags))
        for what, word, key, index in (("place", entry.place, "place", 0), *tags, *values):
            if (what, word) in self.looked_at or not isinstance(word, str):
                continue
            self.looked_at.add((what, word))
            if what not in self.near:
                self.near[what] = NearWords(sorted(self.known.words.get(what, ())))
            named = self.near[what]
            near = named.near(word) or (named.within(word) if what == "place" else "")
            if near:
                message = f"`{word}` is nearly `{near}`, which a sentence names, but counts as another {'value' if ' ' in what else what}."
                fault = Fault(Code.NEAR_WORD, message, f"`{near}`, if that is meant", near, severity=Severity.WARNING)
                self.say(entry, fault.of(key, index))

    def check_party(self, entry: Entry) -> None:
        """Only parties pause, resume, waive and leave; and a waiver speaks of something that there is."""
        outside = [name for name in entry.by if not self.names.is_party(name) and name in self.names.known]
        if outside:
            parties = " or ".join(sorted(self.names.parties))
            message = f"`{outside[0]}` is not a party, and only parties {_DONE[entry.type]}."
            # Whoever else stands there stops all the same.
            left = tuple(name for name in entry.by if name not in outside)
            self.instead[id(entry)] = replace(entry, by=left) if left else None
            fault = Fault(Code.ONLY_PARTIES, message, parties).of("by", entry.by.index(outside[0]))
            if not self.place(entry):
                self.void(entry, fault, f"`{outside[0]}`" if left else "This entry")
        if entry.target is None:
            return
        if entry.type != WAIVE:
            if (unknown := self.no_such_pause(entry.target)) is not None:
                self.say(entry, unknown.of("target"))
            return
        wrong = self.no_such_target(entry.target)
        if wrong is not None and wrong.severity is Severity.ERROR:
            self.instead[id(entry)] = None
            self.void(entry, wrong.of("target", self.place(entry)))
        elif wrong is not None:
            self.say(entry, wrong.of("target", self.place(entry)))

    def check_standing_in(self, entry: Entry) -> None:
        """`cleaning by Ben instead of Ana`: of a party, by somebody else, and of nothing that is everyone's own."""
        others = entry.instead_of
        left = "the entry without `instead of`"
        if entry.type in NOBODY_STANDS_IN:
            self.say(entry, Fault(Code.STANDS_IN, f"Nobody can stand in for anyone else in a `{entry.type}`.", left).of("instead_of"))
            return
        if not entry.by:
            said = f"`by` and a name before `instead of {others[0]}`"
            self.say(entry, Fault(Code.NEEDS, f"This entry does not say who stood in for {others[0]}.", said).of("instead_of"))
        for index, name in enumerate(others):
            if name in entry.by:
                self.say(entry, Fault(Code.STANDS_IN, f"`{name}` is also among those who acted.", left).of("instead_of", index))
            elif fault := self.names.unknown(name):
                self.say(entry, fault.of("instead_of", index))
            elif not self.names.is_party(name):
                message = f"`{name}` is not a party, so nobody can stand in for them: only parties owe something."
                self.say(entry, Fault(Code.STANDS_IN, message, " or ".join(sorted(self.names.parties))).of("instead_of", index))

    def place(self, entry: Entry) -> int:
        """Which of the things that one line waives an entry is."""
        entries, number = self.log.entries, 0
        if entry.order >= len(entries) or entries[entry.order] is not entry:
            return 0
        while number < entry.order and (before := entries[entry.order - number - 1]).line == entry.line and before.file == entry.file:
            number += 1
        return number

    def void(self, entry: Entry, fault: Fault, what: str = "This entry") -> None:
        """Say why an entry (or a name in it) counts for nothing; of one that is about to be written, that it cannot be."""
        if entry.file != self.writing:
            fault.severity = Severity.WARNING
            fault.message = f"{fault.message} {what} has no effect here."
        self.say(entry, fault)

    def no_such_pause(self, target: str) -> Fault | None:
        """What is wrong with the clause that a pause names: none by which anyone may pause. It stops nothing, so it is always a fault."""
        pausing = self.known.pausing
        if target in pausing or not self.labels:
            return None
        near = nearest_spelling(target, pausing)
        expected = "" if near else one_of(pausing) or "no name: what it stops is for you to agree on"
        if not self.known.whole:
            message = f"No clause in the texts here that lets people pause is called `{target}`; an earlier text may have one."
            return Fault(Code.NO_CLAUSE, message, expected, near, severity=Severity.WARNING)
        return Fault(Code.NO_CLAUSE, f"No clause that lets people pause is called `{target}`.", expected, near)

    def no_such_target(self, target: str) -> Fault | None:
        """What is wrong with what a waiver names: a clause or sentence that does not exist, or a date that does not."""
        label = target.partition("@")[0]
        if not self.labels:
            return None
        if label not in self.labels:
            near = nearest_spelling(label, self.labels)
            expected = "" if near else one_of(self.labels)
            nearest = near + target[len(label) :] if near else ""
            if not self.known.whole:
                message = f"No clause in the texts here is called `{label}`; an earlier text may have one."
                return Fault(Code.NO_CLAUSE, message, expected, nearest, severity=Severity.WARNING)
            return Fault(Code.NO_CLAUSE, f"No clause is called `{label}`.", expected, nearest)
        fault = self.no_such_finding(target) if "@" in target else None
        return Fault(Code.NO_CLAUSE, fault.message, fault.expected) if fault is not None else None

    def _near_event(self, name: str) -> str:
        """The event that was probably meant: `cleaning` by `cleaned`, and never, by a word that is only a little like it, `leave`."""
        stem = _ENDING.sub("", name)
        if len(stem) > 2 and (one := next((one for one in self.events if _ENDING.sub("", one) == stem), "")):
            return one
        near = nearest_spelling(name, self.events)
        return nearest_spelling(name, [LEAVE], _SURELY) if near == LEAVE else near

    def unknown_event(self, name: str) -> Fault:
        if name == BREACH:
            message = "Only the checker records breaches."
            return Fault(Code.UNKNOWN_EVENT, message, "what happened, as an event of the agreement").of("type")
        nearest = self.nearest_event[name] if len(self.found) < _MOST_PLACED else ""
        expected = one_of(self.known_events) if len(self.found) < _MOST_PLACED else ""
        return Fault(Code.UNKNOWN_EVENT, f"The agreement has no event `{name}`.", expected, nearest).of("type")

    def no_such_entry(self, name: str, *, clause: bool = False) -> Fault:
        nearest = nearest_spelling(name, {*self.ids, *(self.labels if clause else ())})
        message = f"No entry is called `{name}`, and no clause." if clause else f"No entry is called `{name}`."
        expected = "a clause, or the `as` name of an entry" if clause else "the `as` name of an entry of the log"
        return Fault(Code.NO_SUCH_ENTRY, message, expected, nearest, guess=True).of("about")

    def check_about(self, entry: Entry, name: str) -> None:
        """An entry may be about a finding, too: an apology has nothing else to be about. A review may be about a clause."""
        if entry.type == REVIEW and (name in self.labels or not self.labels):
            return  # a talk about a clause, or one of its sentences
        of_finding = "@" in name and entry.type not in _OF_ENTRIES
        fault = self.no_such_finding(name) if of_finding else self.no_such_entry(name, clause=entry.type == REVIEW)
        if fault is not None:
            self.say(entry, fault.of("about", self.place(entry)))

    def no_such_finding(self, name: str) -> Fault | None:
        """What is wrong with a finding that an entry is about; whether it was ever found, only the checker knows."""
        label, _, when = name.partition("@")
        day, _, number = when.partition("~")
        if label not in self.labels:
            nearest = nearest_spelling(label, self.labels)
            message = f"No sentence is called `{label}`, so there is no finding `{name}`."
            return Fault(Code.NO_SUCH_ENTRY, message, "the id of a finding", f"{nearest}@{when}" if nearest else "").of("about")
        try:
            read_date(day)
        except Fault:
            wrong = True
        else:
            wrong = "~" in when and not (number.isdecimal() and number.isascii())
        expected = f"the id of a finding, such as `{label}@2026-09-27`"
        return Fault(Code.NO_SUCH_ENTRY, f"`{name}` is not the id of a finding.", expected).of("about") if wrong else None

    def check_fields(self, entry: Entry) -> None:
        allowed = self.fields[entry.type]
        for name in entry.fields:
            if name not in allowed:
                expected = one_of(allowed) or "no field"
                message = f"The event `{entry.type}` has no field `{name}`."
                fault = Fault(Code.UNKNOWN_FIELD, message, expected, nearest_spelling(name, allowed))
                self.say(entry, fault.of(f"field {name}"))
        amount, unit = entry.fields.get(_AMOUNT), entry.fields.get(_UNIT)
        units = sorted({event.unit for event in self.events[entry.type] if event.unit})
        if _AMOUNT in allowed and amount is not None and not isinstance(amount, Decimal):
            fault = Fault(Code.AMOUNT, f"The amount `{amount}` is not a number.", f"a number, and then {units[0] if units else 'its unit'}")
            self.say(entry, fault.of(f"value {_AMOUNT}"))
        if _AMOUNT in allowed and isinstance(amount, Decimal) and amount < 0 and entry.file not in self.below_zero:
            self.below_zero.add(entry.file)  # told once
            message = f"The amount {amount:f} is below zero, so it lowers what is counted, as money that came back."
            fault = Fault(Code.BELOW_ZERO, message, "an amount above zero for money that was paid", severity=Severity.WARNING)
            self.say(entry, fault.of(f"value {_AMOUNT}"))
        if unit is not None and units and unit not in units:
            message = f"The amount is in `{unit}`; `{entry.type}` counts in {' or '.join(units)}."
            self.say(entry, Fault(Code.UNIT, message, " or ".join(units)).of(f"value {_UNIT}"))


def _names_of(version: Agreement) -> Iterator[str]:
    """What a waiver, or an answer, may speak of: clauses, their sentences, matrices."""
    for clause in version.clauses:
        yield clause.name
        yield from (sentence.label for sentence in clause.sentences)
    yield from (matrix.name for matrix in version.matrices)


def _words_of(versions: Iterable[Agreement]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for version in versions:
        for what, word in named_words(version):
            found.setdefault(what, set()).add(word)
    return {what: frozenset(words) for what, words in found.items()}


def _fields_of(events: list[EventType]) -> frozenset[str]:
    """The fields that an entry may have, under any version."""
    fields = {name for event in events for name in event.fields}
    if _AMOUNT in fields or any(event.unit for event in events):
        fields |= {_AMOUNT, _UNIT}
    return frozenset(fields)


def _ends_first(entry: Entry) -> bool:
    """Whether an entry that ends on a date certainly ends before it starts, whatever the zone."""
    days = (entry.end_day or entry.day) - entry.day
    if entry.second is None or entry.end_second is None:
        return days < 0
    length = days * _DAY + entry.end_second - entry.second
    if entry.offset is not None and entry.end_offset is not None:
        return length + entry.offset - entry.end_offset < 0
    return length < (0 if entry.offset is entry.end_offset else -_ANY_ZONE)
