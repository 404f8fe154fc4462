"""Headings resolved: the pact's own lines, events, terms, people and states."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, nearest_spelling
from pactlang.model.agreement import Person, Signature, State
from pactlang.model.calendar import zone_names
from pactlang.model.vocabulary import BREACH, CONSENT, LOG_WORDS, EventType
from pactlang.resolve.scope import PAUSED, span_of
from pactlang.syntax import tree

if TYPE_CHECKING:
    from pactlang.model.agreement import Selector
    from pactlang.model.calendar import Duration
    from pactlang.resolve.forms import FormResolver
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

_RESERVED = frozenset({"everyone", "anyone", "someone", "each", "the", "nobody", PAUSED, BREACH})


@dataclass(slots=True)
class Header:
    """The lines under `pact`."""

    title: str = ""
    span: Span | None = None
    parties: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    zone: str = ""
    week_start: int = 0
    signatures: list[Signature] = field(default_factory=list)


def _fields(block: tree.Block) -> list[tuple[tree.FieldLine, Span]]:
    return [(item.body, item.line.span) for item in block.items if isinstance(item.body, tree.FieldLine)]


def read_header(block: tree.Block, scope: Scope) -> Header:
    """The pact's own lines; each may stand once, but for signatures."""
    assert isinstance(block.heading, tree.PactHeading)  # noqa: S101 - the caller looked
    header = Header(title=str(block.heading.title), span=block.line.span)
    seen: dict[str, Span] = {}
    for line, span in _fields(block):
        if line.word != "signed by":
            if line.word in seen:
                scope.fault("E027", f"'{line.word}' stands twice.", span, labels=(Label(seen[line.word], "first here"),))
                continue
            seen[line.word] = span
        match line.word, line.values:
            case "between", names:
                header.parties = _parties(names, span, scope)
            case "in force", (first, last):
                assert first is None or isinstance(first, int)  # noqa: S101
                assert last is None or isinstance(last, int)  # noqa: S101
                header.first, header.last = first, last
            case "time zone", (name,):
                header.zone = _zone(str(name), span_of(str.__str__(name) if not isinstance(name, tree.Name) else name, span), scope)
            case "week starts", (int(day),):
                header.week_start = day
            case "signed by", (tree.Name() as party, int(on), str(digest)):
                header.signatures.append(Signature(party, on, digest, span))
            case _:
                pass
    if len(header.parties) < 2 and "between" not in seen:
        scope.fault("E022", "This agreement does not say between whom it is.", block.line.span, "a line such as 'between Ana and Ben'")
    signed: dict[str, Span] = {}
    for signature in header.signatures:
        if signature.party not in header.parties and header.parties:
            near = nearest_spelling(signature.party, header.parties)
            expected = f"one of the parties: {', '.join(header.parties)}"
            scope.fault("E020", f"'{signature.party}' is no party.", span_of(signature.party, signature.span), expected, near)
        elif signature.party in signed:
            labels = (Label(signed[signature.party], "first here"),)
            scope.fault("E027", f"{signature.party} has signed twice.", signature.span, "one signature of each party", labels=labels)
        signed[signature.party] = signature.span
    return header


def _parties(names: tuple[object, ...], span: Span, scope: Scope) -> tuple[str, ...]:
    parties: list[str] = []
    for name in names:
        assert isinstance(name, str)  # noqa: S101 - the grammar gives names
        if name in parties:
            scope.fault("E021", f"{name} stands twice.", span_of(name, span), "each party once")
        elif name.casefold() in _RESERVED:
            scope.fault("E021", f"'{name}' is a word of the language and cannot be a name here.", span_of(name, span), "another name")
        else:
            parties.append(name)
    if len(parties) < 2:
        scope.fault("E022", "An agreement is between two or more.", span, "such as 'between Ana and Ben'")
    return tuple(parties)


def _zone(name: str, span: Span, scope: Scope) -> str:
    if name in zone_names():
        return name
    near = nearest_spelling(name, zone_names())
    scope.fault("E020", f"There is no time zone '{name}'.", span, "a name such as Europe/Berlin", near)
    return ""


def read_event(block: tree.Block, scope: Scope, *, shared: bool = False) -> None:
    """Declare an event; one of the agreement's own goes before that of a vocabulary (`shared`)."""
    assert isinstance(block.heading, tree.EventHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    lines = {line.word: line.values for line, _ in _fields(block)}
    if name == BREACH or (name in LOG_WORDS and name != CONSENT):
        scope.fault("E021", f"'{name}' is a word of the log itself.", name.span, "another name for the event")
        return
    event = EventType(
        name,
        plural=str(lines["plural"][0]) if "plural" in lines else f"{name}s",
        with_person="with person" in lines,
        about=str(lines["about"][0]) if "about" in lines else "",
        unit=str(lines["amount in"][0]) if "amount in" in lines else "",
        fields=tuple(str(one) for one in lines.get("fields", ())),
    )
    if shared:
        if scope.events.setdefault(name, event) != event:
            scope.fault("E021", f"Two of the vocabularies mean different things by '{name}'.", name.span, "an event of your own")
        scope.shared_events.add(name)
    elif name in scope.events and name not in scope.shared_events:
        scope.fault("E021", f"The event '{name}' is declared twice.", name.span, "each event once")
    else:
        scope.shared_events.discard(name)
        scope.events[name] = event


def read_term(block: tree.Block, scope: Scope) -> None:
    """Declare a term; what it means is looked up where it is used."""
    assert isinstance(block.heading, tree.TermHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    if name in scope.terms or name in scope.events:
        scope.fault("E021", f"'{name}' is declared twice.", name.span, "each name once")
        return
    scope.terms[name] = block.heading.meaning


def read_person(block: tree.Block, scope: Scope) -> None:
    """Declare somebody outside the agreement."""
    heading = block.heading
    assert isinstance(heading, tree.PersonHeading)  # noqa: S101 - the caller looked
    if heading.name in scope.people or heading.name in scope.parties:
        scope.fault("E021", f"'{heading.name}' is declared twice.", heading.name.span, "each name once")
    elif heading.name.casefold() in _RESERVED:
        scope.fault("E021", f"'{heading.name}' is a word of the language and cannot be a name here.", heading.name.span, "another name")
    else:
        scope.people[heading.name] = Person(heading.name, str(heading.title), tuple(heading.tags), heading.known_since, block.line.span)


def declare_state(block: tree.Block, scope: Scope) -> None:
    """Declare a state's name, so that sentences before it may use it."""
    assert isinstance(block.heading, tree.StateHeading)  # noqa: S101 - the caller looked
    name = block.heading.name
    if name in scope.states or name == PAUSED:
        scope.fault("E021", f"The state '{name}' is declared twice.", name.span, "each state once")
        return
    scope.states[name] = name.span


def read_state(block: tree.Block, forms: FormResolver, scope: Scope, earlier: set[str]) -> State:
    """What starts and ends a state. It may rest on states that are declared before it (`earlier`), not on itself."""
    assert isinstance(block.heading, tree.StateHeading)  # noqa: S101 - the caller looked
    starts: list[Selector] = []
    ends: list[Selector] = []
    lasts: Duration | None = None
    for line, span in _fields(block):
        match line.word, line.values:
            case "starts with", (selector,):
                starts.append(_state_selector(selector, forms, scope, earlier, span))
            case "ends with", (selector,):
                ends.append(_state_selector(selector, forms, scope, earlier, span))
            case "lasts", (length,):
                lasts = length  # type: ignore[assignment]  # the grammar gives a duration
            case _:
                pass
    if not starts:
        scope.fault("E022", f"The state '{block.heading.name}' never starts.", block.line.span, "a line such as 'starts with incident'")
    return State(block.heading.name, tuple(starts), tuple(ends), lasts, block.line.span)


def _state_selector(selector: object, forms: FormResolver, scope: Scope, earlier: set[str], span: Span) -> Selector:
    found = forms.limited(selector, span)  # type: ignore[arg-type]  # the grammar gives a selector
    for part in found.filters:
        state = getattr(part, "state", None)
        if state is not None and state != PAUSED and state not in earlier and state in scope.states:
            scope.fault("E026", f"The state '{state}' must be declared before this one.", span_of(state, span))
    return found
