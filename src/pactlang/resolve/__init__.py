"""Tree to model: names, dates, filters; every fault a diagnostic."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Label, guess_anew
from pactlang.language import tree
from pactlang.language.literate import is_literate
from pactlang.language.tokens import words_of
from pactlang.model.agreement import Agreement
from pactlang.model.vocabulary import Vocabulary
from pactlang.resolve.clauses import only_what_can_be, private_everywhere, read_aim, read_clause, read_matrix, without_red_flags
from pactlang.resolve.declarations import (
    Header,
    check_event,
    check_names,
    declare_days,
    declare_state,
    read_days,
    read_event,
    read_header,
    read_hours,
    read_person,
    read_state,
    read_term,
)
from pactlang.resolve.examples import read_examples
from pactlang.resolve.files import Gathered, Reader, gather
from pactlang.resolve.forms import FormResolver
from pactlang.resolve.free import Around
from pactlang.resolve.refused import check_followed
from pactlang.resolve.scope import Scope, span_of

if TYPE_CHECKING:
    from pathlib import Path

    from pactlang.diagnostics import Diagnostic
    from pactlang.model.agreement import Aim, Clause, Matrix, State
    from pactlang.source import Span

__all__ = ["resolve_file"]


def resolve_file(path: Path, read: Reader) -> tuple[Agreement | None, list[Diagnostic]]:
    """The agreement of a file and of all that it brings in, with every fault found; None where it has no `pact` heading.

    `read` gives the bytes of a path; what it raises for the file itself is not caught.
    """
    return resolve_gathered(gather(path, read))


def resolve_gathered(gathered: Gathered) -> tuple[Agreement | None, list[Diagnostic]]:
    """The agreement of texts that were read already (their trees are in `gathered`), with every fault found."""
    guess_anew()
    scope = Scope(faults=gathered.faults, unread=_unread_words(gathered), incomplete=gathered.incomplete)
    own = [block for document in gathered.own for block in document.blocks]
    shared = [block for document in gathered.vocabularies for block in document.blocks]
    header = _header(gathered, scope)
    scope.parties, scope.week_start = header.parties, header.week_start
    words = gathered.digest
    scope.signed = any(one.digest in ("", words) for one in header.signatures)
    check_names(header, scope)
    for place, block in enumerate((*shared, *own)):
        match block.heading:
            case tree.EventHeading():
                read_event(block, scope, shared=place < len(shared), currency=header.currency)
            case tree.TermHeading():
                read_term(block, scope, shared=place < len(shared))
            case tree.PersonHeading():
                read_person(block, scope)
            case tree.StateHeading():
                declare_state(block, scope)
            case tree.DaysHeading() | tree.HoursHeading():
                declare_days(block, scope)
            case _:
                pass
    for block in own:
        if isinstance(block.heading, tree.EventHeading):
            check_event(block, scope)
    scope.terms = {name: scope.dated(meaning, scope.noun_spans[name]) for name, meaning in scope.terms.items()}
    days = tuple(read_days(block, scope) for block in scope.days.values())
    hours = tuple(read_hours(block, scope) for block in scope.hours.values())
    forms = FormResolver(scope)
    states: list[State] = []
    clauses: list[Clause] = []
    matrices: list[Matrix] = []
    aims: list[Aim] = []
    names: dict[str, Span] = {}
    for place, block in enumerate((*shared, *own)):
        match block.heading:
            case tree.StateHeading():
                states.append(read_state(block, forms, scope, {state.name for state in states}))
            case tree.ClauseHeading(kind, name):
                clauses.append(read_clause(block, _unique(name or kind.value, block, names, scope), forms, scope))
            case tree.AimHeading(_, name):
                aims.append(read_aim(block, forms, scope))
                _unique(name, block, names, scope)
            case tree.MatrixHeading(name):
                matrix = read_matrix(block, scope)
                _unique(name, block, names, scope)
                if matrix is not None:
                    matrices.append(matrix)
            case tree.TermHeading(_, meaning) if place < len(shared) and any(
                scope.event_of(one.event) is None for one in meaning.alternatives
            ):
                pass  # the agreement calls something else so
            case tree.TermHeading(_, meaning):
                forms.limited(scope.dated(meaning, block.line.span), block.line.span)
            case _:
                pass
    around = Around.of(header.parties, tuple(states))
    aims = [only_what_can_be(replace(aim, sentences=without_red_flags(aim.sentences, around)), scope) for aim in aims]
    aimed = {aim.name for aim in aims}  # never broken, so nothing can follow a breach of one
    clauses = check_followed(clauses, [name for name in names if name not in aimed], scope)
    clauses = private_everywhere(clauses, scope)
    clauses = [replace(clause, sentences=without_red_flags(clause.sentences, around)) for clause in clauses]
    faults = _in_order(scope)
    if header.span is None:
        return None, faults
    agreement = Agreement(
        title=header.title,
        parties=header.parties,
        file=gathered.own[0].source.name,
        digest=words,
        span=header.span,
        in_force_from=header.first,
        in_force_until=header.last,
        zone=header.zone,
        week_start=header.week_start,
        currency=header.currency,
        signatures=tuple(header.signatures),
        vocabulary=Vocabulary(MappingProxyType(dict(scope.events))),
        people=tuple(scope.people.values()),
        states=tuple(states),
        days=days,
        hours=hours,
        clauses=tuple(clauses),
        matrices=tuple(matrices),
        aims=tuple(aims),
        was=header.was,
    )
    examples = read_examples(own, agreement, names, scope)
    if examples:
        agreement = replace(agreement, examples=examples)
        faults = _in_order(scope)
    return agreement, faults


def _in_order(scope: Scope) -> list[Diagnostic]:
    return sorted(_told_apart(scope.faults), key=lambda fault: (fault.span.source.name, fault.span.start, fault.span.end, fault.message))


def _header(gathered: Gathered, scope: Scope) -> Header:
    """The one `pact` heading, which stands in the file itself."""
    header = Header()
    for number, document in enumerate(gathered.own):
        for block in document.blocks:
            if not isinstance(block.heading, tree.PactHeading):
                continue
            if number:
                scope.fault("E027", "An included file cannot have a 'pact' heading of its own.", block.line.span)
            elif header.span is not None:
                scope.fault("E027", "'pact' appears twice.", block.line.span, labels=(Label(header.span, "first here"),))
            else:
                header = read_header(block, scope)
    unread = any(block.heading is None for block in gathered.own[0].blocks)
    if header.span is None and not unread and not any(fault.code in ("E009", "E005") for fault in scope.faults):
        source = gathered.own[0].source
        first = source.span(0, len(source.line_text(1)))
        if is_literate(source.name) and not gathered.own[0].blocks:
            scope.fault("E022", "This Markdown file contains no agreement.", first, "a block that starts with ```pact")
        else:
            scope.fault("E022", "This file has no 'pact' heading.", first, 'a first line such as: pact "Ana and Ben"')
    return header


def _unread_words(gathered: Gathered) -> frozenset[str]:
    """The words of all lines that could not be read, and of those under a heading that could not."""
    spans: list[Span] = []
    for document in gathered.own:
        for block in document.blocks:
            unread = [item.line.span for item in block.items if block.heading is None or _is_unread(item)]
            spans += [block.line.span, *unread] if block.heading is None else unread
    return frozenset(word.text for span in spans for word in words_of(span))


def _is_unread(item: tree.Item) -> bool:
    return item.line.kind is tree.LineKind.CODE and item.body is None


def _told_apart(faults: list[Diagnostic]) -> set[Diagnostic]:
    """Each fault once; a word whose letters are wrong is not also said to be unknown."""
    letters = {(fault.span.source.name, fault.span.start) for fault in faults if fault.code == "E004"}
    return {fault for fault in faults if fault.code != "E020" or (fault.span.source.name, fault.span.start) not in letters}


def _unique(name: str, block: tree.Block, names: dict[str, Span], scope: Scope) -> str:
    """Note a clause's name; two clauses of one name are a fault."""
    span = span_of(name, block.line.span)
    if name in names:
        scope.fault(
            "E021", f"Two clauses are called '{name}'.", span, "a different name for each", labels=(Label(names[name], "first here"),)
        )
    else:
        names[name] = span
    return name
