"""`example "TITLE"`: a few entries, read as a log would be, and what is expected of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.log.example import read_example_log
from pactlang.log.validate import Known, validate
from pactlang.model.agreement import Example, ExampleLine, Expectation
from pactlang.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.model.agreement import Agreement
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span


def read_example(block: tree.Block, agreement: Agreement, names: Mapping[str, Span], scope: Scope) -> Example:
    """An example with everything under it; what is wrong in it is noted."""
    heading = block.heading
    assert isinstance(heading, tree.ExampleHeading)  # noqa: S101 - the caller looked
    lines: list[ExampleLine] = []
    expects: list[Expectation] = []
    labels = {sentence.label for sentence in agreement.sentences} | {matrix.name for matrix in agreement.matrices}
    for item in block.items:
        span = item.line.span
        match item.body:
            case tree.EntryLine(note):
                if expects and not note:
                    scope.fault("E005", "What is expected stands last, after all entries.", span, "this entry above 'expect …'")
                lines.append(ExampleLine(span.text, note, span))
            case tree.ExpectLine(broken, moment):
                for name in broken:
                    if name not in names and name not in labels:
                        scope.unknown("clause", name, name.span, [*names, *labels])
                day, second = moment if moment is not None else (None, None)
                expects.append(Expectation(tuple(map(str, broken)), day, second, span))
            case _:
                pass
    example = Example(str(heading.title), tuple(lines), tuple(expects), block.line.span)
    readable = all(item.body is not None for item in block.items if item.line.kind is tree.LineKind.CODE)
    if not lines and readable:
        scope.fault("E022", "An example needs at least one entry.", block.line.span, "an entry such as '2026-09-12 encounter by Ana'")
    if not expects and readable:
        scope.fault(
            "E022", "This example does not say what is expected.", block.line.span, "a last line 'expect kept' or 'expect broken …'"
        )
    _check_log(example, agreement, scope)
    return example


def _check_log(example: Example, agreement: Agreement, scope: Scope) -> None:
    log = read_example_log(example)
    scope.faults += validate(log, Known.of([agreement])).diagnostics if agreement.parties else log.diagnostics
    first, last = agreement.in_force_from, agreement.in_force_until
    for entry in log.entries:
        if (first is not None and entry.day < first) or (last is not None and entry.day > last):
            line = next(one for one in example.lines if one.span.start_position.line == entry.line)
            scope.warn("E007", "On this day the agreement is not in force, so nothing is judged.", line.span, "a day on which it is")
