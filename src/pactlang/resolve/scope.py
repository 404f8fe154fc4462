"""The names of one agreement: what a word in it may mean, and what to say of one that means nothing."""

from __future__ import annotations

import re
from itertools import chain, islice
from operator import is_not
from typing import TYPE_CHECKING, TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.diagnostics import Diagnostic, Edit, Label, Severity, can_guess, nearest_name, nearest_spelling
from pactlang.language.characters import look
from pactlang.language.tokens import written_name
from pactlang.language.tree import DaysLine, HoursLine, Name
from pactlang.model.agreement import Alternative, Person, Selector, WithinDays, WithinHours
from pactlang.model.named import NamedDays, NamedHours
from pactlang.model.vocabulary import BREACH, LOG_WORDS, EventType
from pactlang.model.words import NearWords, folded
from pactlang.resolve.vocabularies import vocabulary_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.language.tree import Block
    from pactlang.model.agreement import Parties
    from pactlang.source import Span

T = TypeVar("T")
PAUSED = "paused"
_CLOSE, _FAR = 0.66, 0.75  # an event of another word is not meant: smoking is no cooking
_DAY_WORDS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "weekdays", "weekends")
_MOST_NAMES = 8  # a longer list helps nobody


def span_of(name: str, default: Span) -> Span:
    """Where a name was written, or the place given where it carries none."""
    return name.span if isinstance(name, Name) else default


def place_of(words: str, line: Span, *, last: bool = False) -> Span:
    """Where some words stand on a line, whatever the spaces between them; the whole line where they do not.

    >>> from pactlang.source import SourceFile
    >>> place_of("by everyone", SourceFile("us.pact", "no encounter  by  everyone").span(0, 26)).start_position.column
    15
    """
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    found = list(re.finditer(pattern, line.text, re.IGNORECASE))
    if not found:
        return line
    match = found[-1 if last else 0]
    return line.source.span(line.start + match.start(), line.start + match.end())


class Scope(Struct):
    """Everything that is declared, and the faults found while looking things up."""

    parties: tuple[str, ...] = ()
    week_start: int = 0
    events: dict[str, EventType] = field(default_factory=dict)
    shared_events: set[str] = field(default_factory=set)  # those that only a vocabulary declares
    terms: dict[str, Selector] = field(default_factory=dict)
    days: dict[str, Block] = field(default_factory=dict)  # the headings of sets of dates, by their names
    hours: dict[str, Block] = field(default_factory=dict)  # likewise those of hours
    people: dict[str, Person] = field(default_factory=dict)
    states: dict[str, Span] = field(default_factory=dict)
    own_states: set[str] = field(default_factory=set)  # those that each party has of their own
    words: dict[str, NearWords] = field(default_factory=dict)  # tags, places and values that sentences name, by what they are
    # Every noun that is taken, singular and plural, with the line that took it.
    noun_spans: dict[str, Span] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    # Words of lines that could not be read: a name that stands there may well be declared there, so it is no fault of its own.
    unread: frozenset[str] = frozenset()
    # Set where a file or vocabulary could not be brought in: whatever is not declared here may be declared there.
    incomplete: bool = False
    # Whether somebody has signed these very words.
    signed: bool = False
    refusals: list[str] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)  # those that people are declared with, by how they are compared
    _plurals: dict[str, str] = field(default_factory=dict)
    _looks: dict[str, str] = field(default_factory=dict)  # the first name of each look, among parties and people
    _open_days: list[str] = field(default_factory=list)
    _known_days: dict[str, NamedDays] = field(default_factory=dict)
    _known_hours: dict[str, NamedHours] = field(default_factory=dict)
    _open_terms: list[str] = field(default_factory=list)
    _known_terms: dict[str, Selector] = field(default_factory=dict)

    def fault(self, code: str, message: str, span: Span, expected: str = "", nearest: str = "", labels: tuple[Label, ...] = ()) -> None:
        """Note something that is wrong."""
        self.faults.append(Diagnostic(code, Severity.ERROR, message, span, expected, nearest, labels))

    def warn(self, code: str, message: str, span: Span, expected: str = "", nearest: str = "") -> None:
        """Note something that is worth a look and keeps nothing from being judged."""
        self.faults.append(Diagnostic(code, Severity.WARNING, message, span, expected, nearest))

    def refuse(self, code: str, message: str, span: Span, expected: str = "", nearest: str = "") -> None:
        """Refuse what can be read in several ways, or cannot be meant.

        A text that people have signed stays readable, whatever later versions refuse: there it is a warning, and whoever resolves a
        sentence takes it from `refusals` as the reason why it is not applied.
        """
        if self.signed:
            self.warn(code, message, span, expected, nearest)
            self.refusals.append(message[0].lower() + message[1:].rstrip("."))
        else:
            self.fault(code, message, span, expected, nearest)

    def refused(self) -> str:
        """Why what was just looked up is refused, where the text is signed; empty where nothing is."""
        why = "; ".join(dict.fromkeys(self.refusals))
        self.refusals.clear()
        return why

    def unknown(self, what: str, name: str, span: Span, known: Iterable[str], expected: str = "") -> None:
        """Say that a name is not declared, with the nearest that is; silent where a fault said already may be why."""
        if name in self.unread or name.removesuffix("s") in self.unread or (self.incomplete and what != "party"):
            return
        near = ""
        if can_guess():
            known = list(known)
            near = next((one for one in known if look(one) == look(name)), "") or nearest_spelling(
                name, known, _FAR if what == "event" else _CLOSE
            )
        if not expected:
            names = list(islice(known, _MOST_NAMES + 1))
            expected = f"one of: {', '.join(names[:_MOST_NAMES])}{' …' if len(names) > _MOST_NAMES else ''}" if names else ""
        self.fault("E020", f"There is no {what} '{name}' here.", span, "" if near else expected, near)
        if what == "party":
            self._quote(span, near)

    def _quote(self, span: Span, near: str) -> None:
        """Offer the nearest name of the last fault as it has to be written, where it needs quotation marks."""
        written = written_name(near) if near else near
        if written != near:
            self.faults[-1] = replace(self.faults[-1], edits=(Edit(span, written, f"Write {written}"),))

    def unlike(self, name: str, span: Span) -> None:
        """Note a fault where the name of somebody looks the same as one before and is not."""
        twin = self._looks.setdefault(look(name), name)
        if twin != name:
            message = f"'{name}' looks identical to '{twin}' but uses different characters."
            self.fault("E004", message, span, "the same letters, or a name that looks different")

    # --- nouns ---

    def nouns(self) -> Iterable[str]:
        """Every noun that a sentence may use."""
        plurals = (event.plural for event in self.events.values())
        return chain(self.events, plurals, self.terms, (f"{term}s" for term in self.terms), (w for w in LOG_WORDS if " " not in w))

    def declare(self, event: EventType) -> None:
        """Take an event, under its singular and its plural."""
        self.events[event.name] = event
        self._plurals.setdefault(event.plural, event.name)

    def undeclare(self, name: str) -> EventType:
        """Take back an event."""
        found = self.events.pop(name)
        self._plurals.pop(found.plural, None)
        return found

    def event_of(self, word: str) -> EventType | None:
        """The event that a word names, in the singular or the plural."""
        found = self.events.get(word)
        if found is not None:
            return found
        if word in self._plurals:
            return self.events[self._plurals[word]]
        for log_word in LOG_WORDS:
            if word in (log_word, f"{log_word}s"):
                return EventType(log_word, f"{log_word}s")
        return None

    def term_of(self, word: str) -> str | None:
        """The term that a word names, in the singular or the plural."""
        if word in self.terms:
            return word
        return word[:-1] if word.endswith("s") and word[:-1] in self.terms else None

    def selector(self, unresolved: Selector, default: Span) -> Selector:
        """A selector with its nouns looked up; a noun that means nothing is noted and left out."""
        alternatives: list[Alternative] = []
        names: list[str] = []
        plurals: list[str] = []
        for alternative in unresolved.alternatives:
            word = alternative.event
            event = self.event_of(word)
            term = None if event is not None else self.term_of(word)
            if event is not None:
                alternatives.append(Alternative(event.name))
                names.append(event.name)
                plurals.append(event.plural)
            elif term is not None:
                meaning = self._term(term, span_of(word, default))
                alternatives.extend(Alternative(one.event, (*one.filters, *meaning.filters)) for one in meaning.alternatives)
                names.append(term)
                plurals.append(f"{term}s")
            elif word in (BREACH, f"{BREACH}es"):
                message = "A breach is recorded by the checker: nobody can owe, limit or log one."
                self.fault("E023", message, span_of(word, default), "'after each breach, …' says what follows one")
            else:
                self.unknown("event", word, span_of(word, default), self.nouns(), self.declaring(word))
        return Selector(" or ".join(names), " or ".join(plurals), tuple(alternatives), unresolved.filters)

    def declaring(self, word: str) -> str:
        """How an event that is not declared can be."""
        where = vocabulary_with(word)
        return f"'use {where}' above the clauses: it has this event" if where else f"a declared event, or a heading 'event {word}'"

    def _term(self, name: str, span: Span) -> Selector:
        known = self._known_terms.get(name)
        if known is not None:
            return known
        if name in self._open_terms:
            self.fault("E026", f"The term '{name}' means itself.", span, "a term that stands for an event")
            return Selector(name, f"{name}s", ())
        self._open_terms.append(name)
        meaning = self.selector(self.terms[name], span)
        self._open_terms.pop()
        self._known_terms[name] = meaning
        return meaning

    # --- dates and hours with a name ---

    def dated(self, part: T, default: Span) -> T:
        """A part of the model with the days and hours that it names looked up; one that is not declared is a fault."""
        if isinstance(part, NamedDays):
            return cast("T", self.days_called(part.name, default))
        if isinstance(part, NamedHours):
            return cast("T", self.hours_called(part.name, default))
        if isinstance(part, WithinDays) and (_declared(part.days.name, self.hours) and not _declared(part.days.name, self.days)):
            return cast("T", WithinHours(part.count, self.hours_called(part.days.name, default)))
        if isinstance(part, Struct):
            parts = [(name, getattr(part, name)) for name in part.__struct_fields__]
            changed = {name: new for name, old in parts if (new := self.dated(old, default)) is not old}
            return cast("T", replace(part, **changed)) if changed else part
        if type(part) is tuple:
            found = tuple(self.dated(one, default) for one in cast("tuple[object, ...]", part))
            return cast("T", found) if any(map(is_not, found, cast("tuple[object, ...]", part))) else part
        return part

    def days_called(self, word: str, default: Span) -> NamedDays:
        """The set of dates of a name, or of its plural (`within 1 working-day`)."""
        name = _declared(word, self.days)
        span = span_of(word, default)
        if not name and _declared(word, self.hours):
            self.fault("E023", f"'{word}' are hours, and dates are asked for here.", span, f"'during {word}', or a heading 'days …'")
            return NamedDays(str(word))
        if not name:
            self.unknown("set of days", word, span, (*self.days, *_DAY_WORDS), f"a heading 'days {word}'")
            return NamedDays(str(word))
        if name in self._known_days:
            return self._known_days[name]
        if name in self._open_days:
            self.fault("E026", f"The days '{name}' mean themselves.", span, "lines that say which dates they are")
            return NamedDays(name)
        self._open_days.append(name)
        lines = [item.body for item in self.days[name].items if isinstance(item.body, DaysLine)]
        kept, excepted = (tuple(self.dated(one.dates, default) for one in lines if one.excepted is out) for out in (False, True))
        self._open_days.pop()
        self._known_days[name] = NamedDays(name, kept, excepted)
        return self._known_days[name]

    def hours_called(self, word: str, default: Span) -> NamedHours:
        """The hours of a name, or of its plural (`within 1 working-hour`)."""
        name = _declared(word, self.hours)
        if name and name not in self._known_hours:
            lines = [item.body for item in self.hours[name].items if isinstance(item.body, HoursLine)]
            self._known_hours[name] = NamedHours(name, tuple(self.dated(one.window, default) for one in lines))
        if name:
            return self._known_hours[name]
        span = span_of(word, default)
        if _declared(word, self.days):
            self.fault("E023", f"'{word}' are dates, and hours are asked for here.", span, f"'on {word}', or a heading 'hours …'")
        else:
            self.unknown("set of hours", word, span, tuple(self.hours), f"a heading 'hours {word}'")
        return NamedHours(str(word))

    def own_night(self) -> NamedHours | None:
        """What the agreement's own `hours night` are; None where it has none."""
        name = _declared("night", self.hours)
        return self.hours_called(name, self.hours[name].line.span) if name else None

    # --- people ---

    def party(self, name: str, default: Span, people: Iterable[str] = ()) -> bool:
        """Whether a name is a party; a fault is noted where it is not. `people` could be named, too."""
        if name in self.parties:
            return True
        from pactlang.language.slips import meant_word  # most texts have no such name

        if self.parties and (meant := meant_word(name, ("everyone", "anyone", "each"), ())):
            self.fault("E020", f"There is no party '{name}' here.", span_of(name, default), nearest=meant)
        elif self.parties:  # where nobody is named, that is the fault
            self.unknown("party", name, span_of(name, default), (*self.parties, *people))
        return False

    def tagged(self, who: Parties, default: Span) -> Parties:
        """All whom the text declares with these tags."""
        wanted = set(map(folded, who.tags))
        worn = {one.name: set(map(folded, one.tags)) for one in self.people.values()}
        names = tuple(name for name, tags in worn.items() if (wanted <= tags if who.all_tags else wanted & tags))
        if not names:
            message = f"Nobody is declared with the tag '{' or '.join(who.tags)}', so nothing is owed to anyone yet."
            self.warn("E020", message, span_of(who.tags[0], default), nearest=nearest_spelling(who.tags[0], self.tags.values()))
        return replace(who, names=names)

    def person(self, name: str, default: Span) -> None:
        """Somebody outside need not be declared; a near miss of a known name is worth a look."""
        if name in self.people or name in self.parties:
            return
        if self.event_of(name) is not None or self.term_of(name) is not None:
            # Read as somebody's name it would never hold: the most dangerous kind of sentence, one that looks kept for ever.
            message = f"'{name}' is an event here, and 'with' asks for a person."
            self.fault("E023", message, span_of(name, default), f"a person, or 'unless {name} by …' if it should come first")
            return
        near = nearest_name(name, chain(self.people, self.parties))
        if near:
            self.warn("E020", f"'{name}' is not declared, and is close to '{near}'.", span_of(name, default), nearest=near)
            self._quote(span_of(name, default), near)

    def word(self, what: str, word: str, default: Span) -> None:
        """A tag, a place or a value that one sentence names is worth a look where another names one that is nearly the same."""
        named = self.words.setdefault(what, NearWords())
        near = named.near(word)
        if near:
            kind = "value" if what.startswith("field ") else what
            message = f"'{word}' is nearly the {kind} '{near}' of another sentence, but counts as another."
            self.warn("E020", message, span_of(word, default), f"'{near}' in both, if that is meant", near)
        named.add(word)

    def state(self, name: str, default: Span) -> None:
        """Note a fault where there is no such state."""
        if _declared(name, self.hours) and name not in self.states:
            self.fault("E023", f"'{name}' are hours, and a state is asked for here.", span_of(name, default), f"'during {name}'")
        elif name != PAUSED and name not in self.states:
            self.unknown("state", name, span_of(name, default), [PAUSED, *self.states])


def _declared(word: str, names: Iterable[str]) -> str:
    """The name among some that a word is, or whose plural it is; empty where there is none."""
    return next((one for one in (word, f"{word}s") if one in names), "")
