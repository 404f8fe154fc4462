"""Headings resolved: the pact's own lines, events, terms, people and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Label, nearest_spelling
from pactlang.language import tree
from pactlang.model.agreement import Person, Signature, State, Within
from pactlang.model.calendar import Days, Exact, near_zone, zone_names
from pactlang.model.named import DateRange, DeclaredDays, DeclaredHours
from pactlang.model.vocabulary import BREACH, CONSENT, LOG_WORDS, EventType
from pactlang.model.words import folded
from pactlang.resolve.refused import over_after
from pactlang.resolve.scope import PAUSED, span_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Selector
    from pactlang.model.calendar import Duration
    from pactlang.resolve.forms import FormResolver
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

_RESERVED = frozenset({"everyone", "anyone", "someone", "each", "the", "same", "nobody", PAUSED, BREACH})
# No dates and no hours can be called by these: `on`, `during` and `within` read them as something else.
_NO_DAYS = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekdays", "weekends"),
        *("minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "the"),
    }
)
# No event or term can be called by these: a sentence would read them as something else.
_NO_NOUN = frozenset({"a", "an", "the", "each", "every", "any", "first", BREACH})


class Header(Struct):
    """The lines under `pact`."""

    title: str = ""
    span: Span | None = None
    parties: tuple[str, ...] = ()
    was: tuple[tuple[str, str], ...] = ()
    first: int | None = None
    last: int | None = None
    zone: str = ""
    week_start: int = 0
    currency: str = ""
    signatures: list[Signature] = field(default_factory=list)


def _fields(block: tree.Block, scope: Scope, often: frozenset[str] = frozenset()) -> list[tuple[tree.FieldLine, Span]]:
    """The lines under a heading; each may stand once, but for those in `often`."""
    found: list[tuple[tree.FieldLine, Span]] = []
    seen: dict[str, Span] = {}
    for item in block.items:
        if not isinstance(item.body, tree.FieldLine):
            continue
        word, span = item.body.word, item.line.span
        if word in seen and word not in often:
            scope.fault("E027", f"'{word}' appears twice.", span, labels=(Label(seen[word], "first here"),))
            continue
        seen.setdefault(word, span)
        found.append((item.body, span))
    return found


def read_header(block: tree.Block, scope: Scope) -> Header:
    """The pact's own lines; each may stand once, but for signatures."""
    assert isinstance(block.heading, tree.PactHeading)  # noqa: S101 - the caller looked
    header = Header(title=str(block.heading.title), span=block.line.span)
    for line, span in _fields(block, scope, frozenset({"signed by"})):
        match line.word, line.values:
            case "between", names:
                header.parties = _parties(tuple(one for one in names if isinstance(one, str)), span, scope)
                header.was = _was([one for one in names if isinstance(one, tuple)], header.parties, span, scope)
            case "in force", (first, last):
                assert first is None or isinstance(first, int)  # noqa: S101
                assert last is None or isinstance(last, int)  # noqa: S101
                header.first, header.last = first, last
            case "time zone", (tree.Name() as name,):
                header.zone = _zone(name, scope)
            case "week starts", (int(day),):
                header.week_start = day
            case "currency", (str(unit),):
                header.currency = unit
            case "signed by", (tree.Name() as party, int(on), str(digest), str(after)):
                header.signatures.append(Signature(party, on, digest, span, after))
            case _:
                pass
    unread = any(item.line.kind is tree.LineKind.CODE and item.body is None for item in block.items)
    if not unread and not any(isinstance(item.body, tree.FieldLine) and item.body.word == "between" for item in block.items):
        scope.fault("E022", "This agreement does not say who it is between.", block.line.span, "a line such as 'between Ana and Ben'")
    _check_signatures(header, scope)
    return header


def _check_signatures(header: Header, scope: Scope) -> None:
    """Parties sign, each once on a date; who was a party of the text before may sign that it ends for them."""
    signed: dict[tuple[str, int], Span] = {}
    parties = set(header.parties)
    for signature in header.signatures:
        party, key = signature.party, (signature.party, signature.on)
        if party not in parties and parties:
            near = nearest_spelling(party, header.parties)
            message = f"{party} is not a party of this text. This signature counts only if {party} was a party of the text before."
            scope.warn("E020", message, span_of(party, signature.span), "" if near else "the name of a party", near)
        elif key in signed:
            labels = (Label(signed[key], "first here"),)
            message = f"{party} has signed twice on the same date."
            scope.fault("E027", message, signature.span, "one signature by each party for a date", labels=labels)
        signed.setdefault(key, signature.span)


def _was(pairs: list[tuple[object, ...]], parties: tuple[str, ...], span: Span, scope: Scope) -> tuple[tuple[str, str], ...]:
    """What parties were called before, each with the name that they have now. Nobody can have been who is a party, too."""
    found: dict[str, str] = {}
    now = frozenset(parties)
    for name, old in pairs:
        assert isinstance(name, str)  # noqa: S101 - the grammar gives names
        assert isinstance(old, str)  # noqa: S101 - the grammar gives names
        if old in now or old in found:
            message = f"{old} is a party, too, so {name} cannot have been {old}." if old in now else f"Two parties were called {old}."
            scope.fault("E021", message, span_of(old, span), "a name that nobody has now")
        else:
            found[old] = name
    return tuple(found.items())


def _parties(names: tuple[object, ...], span: Span, scope: Scope) -> tuple[str, ...]:
    parties: dict[str, None] = {}
    for name in names:
        assert isinstance(name, str)  # noqa: S101 - the grammar gives names
        if name in parties:
            scope.fault("E021", f"{name} appears twice.", span_of(name, span), "each party once")
        elif not _is_reserved(name, span_of(name, span), scope):
            scope.unlike(name, span_of(name, span))
            parties[name] = None
    if len(names) < 2:
        scope.fault("E022", "An agreement is between two or more.", span, "such as 'between Ana and Ben'")
    return tuple(parties)


def check_names(header: Header, scope: Scope) -> None:
    """Refuse the name of a party that no log could hold."""
    for name in header.parties:
        if name.isalnum() or header.span is None:
            continue
        from pactlang.log.faults import Fault
        from pactlang.log.words import person

        try:
            person(name)
        except Fault as fault:
            message = f"A log cannot hold this name. {fault.message}" if name else "This name is empty."
            scope.refuse("E021", message, span_of(name, header.span), "another name")
            scope.refused()


def _is_reserved(name: str, span: Span, scope: Scope, reserved: frozenset[str] = _RESERVED) -> bool:
    """Whether a word of the language is used as a name; a fault is noted where it is."""
    if name.casefold() not in reserved:
        return False
    scope.fault("E021", f"'{name}' is a word of the language and cannot be a name here.", span, "another name")
    return True


def _zone(name: tree.Name, scope: Scope) -> str:
    if name in zone_names():
        return name
    near = near_zone(name)
    scope.fault("E020", f"There is no time zone '{name}'.", name.span, "" if near else "a name such as Europe/Berlin", near)
    return ""


def read_event(block: tree.Block, scope: Scope, *, shared: bool = False, currency: str = "") -> None:
    """Declare an event; one of the agreement's own goes before that of a vocabulary (`shared`), whose amounts are in its `currency`."""
    assert isinstance(block.heading, tree.EventHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    lines = {line.word: line.values for line, _ in _fields(block, scope)}
    plural = lines["plural"][0] if "plural" in lines else tree.Name.at(f"{name}s", name.span)
    assert isinstance(plural, tree.Name)  # noqa: S101 - the grammar gives a name
    event = EventType(
        name,
        plural=str(plural),
        with_person="with person" in lines,
        about=str(lines["about"][0]) if "about" in lines else "",
        unit=((shared and currency) or str(lines["amount in"][0])) if "amount in" in lines else "",
        fields=tuple(str(one) for one in lines.get("fields", ())),
        shared=shared,
    )
    if shared:
        if name not in scope.events:
            scope.declare(event)
        elif scope.events[name] != event:
            scope.fault("E021", f"Two of the vocabularies use different meanings for '{name}'.", name.span, "an event of your own")
        scope.shared_events.add(name)
    else:
        _take(name, scope)
        _take(str(plural), scope)
        if not _may_name_a_noun(name, scope, log_words=name != CONSENT):
            return
        if plural != name and not _may_name_a_noun(plural, scope, log_words=True):
            return
        scope.declare(event)
    scope.noun_spans.update({name: block.line.span, str(plural): block.line.span})


def _take(noun: str, scope: Scope) -> None:
    """Take a noun from the vocabularies: what an agreement calls so itself goes before, so no word that one learns takes a name away."""
    for name in [one for one in scope.shared_events if noun in (one, scope.events[one].plural)]:
        scope.shared_events.discard(name)
        replaced = scope.undeclare(name)
        scope.noun_spans.pop(name, None)
        scope.noun_spans.pop(replaced.plural, None)


def check_event(block: tree.Block, scope: Scope) -> None:
    """What an event says of others, once all are declared."""
    for item in block.items:
        match item.body:
            case tree.FieldLine("about", (tree.Name() as about,)) if scope.event_of(about) is None:
                scope.unknown("event", about, about.span, scope.events)
            case _:
                pass


def _may_name_a_noun(name: tree.Name, scope: Scope, *, log_words: bool) -> bool:
    """Whether an event or a term may be called so; a fault is noted where it may not."""
    span = name.span
    if log_words and name in LOG_WORDS:
        scope.fault("E021", f"'{name}' is a word of the log itself.", span, "another name")
    elif name in scope.noun_spans:
        labels = (Label(scope.noun_spans[name], "first here"),)
        scope.fault("E021", f"'{name}' is already declared.", span, "each name once", labels=labels)
    else:
        return not _is_reserved(name, span, scope, _NO_NOUN)
    return False


def read_term(block: tree.Block, scope: Scope, *, shared: bool = False) -> None:
    """Declare a term; what it means is looked up where it is used. One of the agreement's own goes before an event of a vocabulary."""
    assert isinstance(block.heading, tree.TermHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    if not shared:
        _take(name, scope)
    if _may_name_a_noun(name, scope, log_words=True):
        scope.terms[name] = block.heading.meaning
        scope.noun_spans[name] = block.line.span


def read_person(block: tree.Block, scope: Scope) -> None:
    """Declare somebody outside the agreement."""
    heading = block.heading
    assert isinstance(heading, tree.PersonHeading)  # noqa: S101 - the caller looked
    if heading.name in scope.people or heading.name in scope.parties:
        scope.fault("E021", f"'{heading.name}' is already declared.", heading.name.span, "each name once")
    elif not _is_reserved(heading.name, heading.name.span, scope):
        scope.unlike(heading.name, heading.name.span)
        scope.people[heading.name] = Person(heading.name, str(heading.title), tuple(heading.tags), heading.known_since, block.line.span)
        for tag in heading.tags:
            scope.tags.setdefault(folded(tag), tag)


def declare_days(block: tree.Block, scope: Scope) -> None:
    """Declare the name of a set of dates or of hours, so that sentences and sets before it may use it."""
    assert isinstance(block.heading, tree.DaysHeading | tree.HoursHeading)  # noqa: S101 - the caller looked
    name, kind = block.heading.name, "days" if isinstance(block.heading, tree.DaysHeading) else "hours"
    other = scope.days.get(name) or scope.hours.get(name)
    if other is not None:
        labels = (Label(other.line.span, "first here"),)
        scope.fault("E021", f"The {kind} '{name}' are already declared.", name.span, "each name once", labels=labels)
    elif not _is_reserved(name, name.span, scope, _NO_DAYS):
        (scope.days if kind == "days" else scope.hours)[name] = block


def read_days(block: tree.Block, scope: Scope) -> DeclaredDays:
    """A set of dates, looked up."""
    assert isinstance(block.heading, tree.DaysHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    unread = any(item.line.kind is tree.LineKind.CODE and item.body is None for item in block.items)
    own = [item.body for item in block.items if isinstance(item.body, tree.DaysLine)]
    if not unread and all(line.excepted for line in own):
        scope.fault("E022", f"Nothing says which dates '{name}' are.", block.line.span, "a line such as 'Sunday through Thursday'")
    _name_of_its_own(name, scope)
    listed = [line.dates.last for line in own if isinstance(line.dates, DateRange) and line.dates.last is not None]
    return DeclaredDays(scope.days_called(name, name.span), max(listed, default=None), block.line.span)


def read_hours(block: tree.Block, scope: Scope) -> DeclaredHours:
    """Hours with a name, their dates looked up."""
    assert isinstance(block.heading, tree.HoursHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    if not any(item.line.kind is tree.LineKind.CODE for item in block.items):
        scope.fault(
            "E022", f"Nothing says which hours '{name}' are.", block.line.span, "a line such as 'on weekdays between 09:00 and 17:00'"
        )
    _name_of_its_own(name, scope)
    return DeclaredHours(scope.hours_called(name, name.span), block.line.span)


def _name_of_its_own(name: tree.Name, scope: Scope) -> None:
    """Note what else this text calls so, if anything. What comes with a vocabulary takes no name away."""
    own = {noun for noun, span in scope.noun_spans.items() if not span.source.name.startswith("vocabularies/")}
    kinds = (("a party", scope.parties), ("someone else", scope.people), ("a state", scope.states), ("an event", own))
    if other := next((kind for kind, names in kinds if name in names), ""):
        scope.fault("E021", f"'{name}' is the name of {other}, too.", name.span, "a name of its own for each")


def declare_state(block: tree.Block, scope: Scope) -> None:
    """Declare a state's name, so that sentences before it may use it."""
    assert isinstance(block.heading, tree.StateHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    if name == PAUSED:
        scope.fault("E021", f"'{PAUSED}' is a state of every log.", name.span, "another name")
    elif name in scope.states:
        labels = (Label(scope.states[name], "first here"),)
        scope.fault("E021", f"The state '{name}' is already declared.", name.span, "each name once", labels=labels)
    else:
        scope.states[name] = name.span
        if block.heading.each:
            scope.own_states.add(name)


def read_state(block: tree.Block, forms: FormResolver, scope: Scope, earlier: set[str]) -> State:
    """What starts and ends a state. It may rest on states that are declared before it (`earlier`), not on itself."""
    assert isinstance(block.heading, tree.StateHeading)  # noqa: S101 - the caller looked
    starts: list[Selector] = []
    ends: list[Selector] = []
    lasts: Duration | None = None
    least: Duration | None = None
    said = block.line.span
    for line, span in _fields(block, scope, frozenset({"starts with", "ends with"})):
        match line.word, line.values:
            case "starts with", (selector,):
                starts.append(_state_selector(selector, forms, scope, earlier, span))
            case "ends with", (selector,):
                ends.append(_state_selector(selector, forms, scope, earlier, span))
            case "lasts", (length,):
                lasts = length  # type: ignore[assignment]  # the grammar gives a duration
            case "lasts at least", (Exact() | Days() as length,):
                least, said = length, span
            case _:
                pass
    unread = any(item.line.kind is tree.LineKind.CODE and item.body is None for item in block.items)
    if not starts and not unread:
        scope.fault("E022", f"The state '{block.heading.name}' never starts.", block.line.span, "a line such as 'starts with incident'")
    if least is not None and not unread:
        _refuse_at_least(least, lasts, ends, said, scope)
    return State(block.heading.name, tuple(starts), tuple(ends), lasts, block.line.span, block.heading.each, least)


def _refuse_at_least(least: Duration, most: Duration | None, ends: list[Selector], span: Span, scope: Scope) -> None:
    """A shortest length says when an end takes effect, so something must end the state, and not before it by its own longest length."""
    if not ends:
        message = "'lasts at least' says when an end takes effect, but nothing ends this state."
        scope.fault("E022", message, span, "a line such as 'ends with review', or 'lasts at most' for a fixed length")
    elif most is not None and over_after(least, Within(most)):
        message = f"No state lasts at least {least.words} and at most {most.words}."
        scope.fault("E023", message, span, f"{most.words} or less")


def _state_selector(selector: object, forms: FormResolver, scope: Scope, earlier: set[str], span: Span) -> Selector:
    found = forms.limited(scope.dated(selector, span), span)  # type: ignore[arg-type]  # the grammar gives a selector
    for part in found.filters:
        state = getattr(part, "state", None)
        if state is not None and state != PAUSED and state not in earlier and state in scope.states:
            scope.fault("E026", f"The state '{state}' must be declared before this one.", span_of(state, span))
    return found
