"""`example "TITLE"`: a few entries, read as a log would be, and what is expected of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Label, Severity
from pactlang.language import tree
from pactlang.log.validate import Known, validate
from pactlang.model.agreement import Example, ExampleLine, Expectation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pactlang.model.agreement import Agreement
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span


def read_examples(blocks: Iterable[tree.Block], agreement: Agreement, names: Mapping[str, Span], scope: Scope) -> tuple[Example, ...]:
    """Every example; what is wrong in one is noted. `names` are those of all clauses, matrices and aims."""
    checked = _Checked(agreement, names, scope)
    found: dict[str, Example] = {}
    examples: list[Example] = []
    for block in blocks:
        if not isinstance(block.heading, tree.ExampleHeading):
            continue
        example = _read(block, checked, scope)
        _check_log(example, agreement, scope)
        first = found.setdefault(example.title, example)
        if first is not example:
            words, labels = f"Two examples are called '{example.title}'.", (Label(first.span, "first here"),)
            scope.faults.append(Diagnostic("E021", Severity.WARNING, words, example.span, "a different title for each", labels=labels))
        examples.append(example)
    return tuple(examples)


class _Checked:
    """What an example may expect to be broken: the names of clauses and matrices, the labels of sentences."""

    def __init__(self, agreement: Agreement, names: Mapping[str, Span], scope: Scope) -> None:
        # A clause of which a line could not be read may yet hold a sentence.
        self._whole = not any(one.severity is Severity.ERROR for one in scope.faults)
        self._aims = {aim.name: aim.kind.value for aim in agreement.aims}
        judged = [sentence for sentence in agreement.sentences if not sentence.not_applied]
        self._refused = {name for one in agreement.sentences if one.not_applied for name in (one.clause, one.label)}
        self._wishes = {name for one in judged if one.modifiers.wish for name in (one.clause, one.label)}
        self._judged = {name for one in judged if not one.modifiers.wish for name in (one.clause, one.label)} | {
            matrix.name for matrix in agreement.matrices
        }
        labels = {sentence.label: None for sentence in agreement.sentences}
        self._known = dict.fromkeys(name for name in (*names, *labels) if name not in self._aims)

    def look(self, name: tree.Name, scope: Scope) -> None:
        """Note a fault where a name can never be broken."""
        if name in self._aims:
            message = f"'{name}' is a {self._aims[name]}, so no log can break it."
            scope.fault("E023", message, name.span, "the name of a clause, or of one of its sentences")
        elif name not in self._known:
            scope.unknown("clause", name, name.span, self._known)
        elif name not in self._judged and self._whole:
            message = f"Nothing in '{name}' can be checked, so no log can break it."
            expected = "the name of a clause with a sentence that can be checked"
            if name in self._wishes:
                scope.fault("E023", f"'{name}' is a wish, so no log can break it.", name.span, expected)
            elif name in self._refused:
                scope.refuse("E023", f"Nothing in '{name}' is applied, so no log can break it.", name.span, expected)
            else:
                scope.fault("E023", message, name.span, expected)


def _read(block: tree.Block, checked: _Checked, scope: Scope) -> Example:
    heading = block.heading
    assert isinstance(heading, tree.ExampleHeading)  # noqa: S101 - the caller looked
    lines: list[ExampleLine] = []
    expects: list[Expectation] = []
    for item in block.items:
        span = item.line.span
        match item.body:
            case tree.EntryLine(note):
                if expects and note:
                    scope.fault("E005", "Nothing can go under 'expect …'.", span, "this note under the entry it is about")
                elif expects:
                    scope.fault("E005", "What is expected comes last, after all entries.", span, "this entry above 'expect …'")
                lines.append(ExampleLine(span.text, note, span))
            case tree.ExpectLine(broken, moment):
                for name in broken:
                    checked.look(name, scope)
                day, second = moment if moment is not None else (None, None)
                expects.append(Expectation(tuple(map(str, broken)), day, second, span))
            case _:
                pass
    readable = all(item.body is not None for item in block.items if item.line.kind is tree.LineKind.CODE)
    if not heading.title.strip():
        scope.fault(
            "E022", "An example needs a title.", block.line.span, 'a few words that say what happens: example "told over breakfast"'
        )
    if not lines and readable:
        scope.fault("E022", "An example needs at least one entry.", block.line.span, "an entry such as '2026-09-12 encounter by Ana'")
    if not expects and readable:
        scope.fault(
            "E022", "This example does not say what is expected.", block.line.span, "a last line 'expect kept' or 'expect broken …'"
        )
    return Example(str(heading.title), tuple(lines), tuple(expects), block.line.span)


def _check_log(example: Example, agreement: Agreement, scope: Scope) -> None:
    from pactlang.log.example import read_example_log  # most agreements have no example

    log = read_example_log(example)
    scope.faults += validate(log, Known.of([agreement])).diagnostics if agreement.parties else log.diagnostics
    first, last = agreement.in_force_from, agreement.in_force_until
    for entry in log.entries:
        if (first is not None and entry.day < first) or (last is not None and entry.day > last):
            line = next(one for one in example.lines if one.span.start_position.line == entry.line)
            scope.warn("E007", "The agreement is not in force on this day, so nothing is judged.", line.span, "a day on which it is")
    days = [entry.day for entry in log.entries]
    for one in example.expects:
        if one.day is not None and days and one.day < min(days):
            scope.warn("E007", "At this moment, nothing in the example has happened yet.", one.span, "a moment after its first entry")
