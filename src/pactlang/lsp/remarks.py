"""Everything that there is to say about the texts of one study, in one type: faults, what the linter finds, verdicts of the log."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.finding import Status
from pactlang.diagnostics import Severity
from pactlang.lint.allow import allowances
from pactlang.lint.rules.contradiction.example_does_not_hold import RULE as EXAMPLES
from pactlang.lint.runner import chosen
from pactlang.log.write import entry_to_text
from pactlang.words.examples import why
from pactlang.words.messages import message
from pactlang.words.words import moment_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.finding import Finding as Verdict
    from pactlang.checker.finding import Judgement
    from pactlang.diagnostics import Diagnostic
    from pactlang.lint.runner import Finding
    from pactlang.log.entry import Entry
    from pactlang.lsp.study import Study
    from pactlang.source import Span


class Weight(IntEnum):
    """How loudly something is said, as the protocol counts it."""

    ERROR = 1
    WARNING = 2
    INFORMATION = 3
    HINT = 4


class Remark(Struct, frozen=True):
    """One thing to say about one place. `code` is a fault's or a rule's, or a finding's id; `others` are places that belong to it."""

    span: Span
    weight: Weight
    code: str
    message: str
    others: tuple[tuple[Span, str], ...] = ()


_WEIGHTS = {Severity.ERROR: Weight.ERROR, Severity.WARNING: Weight.WARNING, Severity.NOTE: Weight.INFORMATION}
_OF_STATUS = {Status.BREACH: Weight.WARNING, Status.UNKNOWN: Weight.INFORMATION, Status.MISSED: Weight.HINT, Status.DUE: Weight.HINT}
MOST_SAID = 500  # remarks about one file, of a log the newest: more help nobody
_LONGEST_HINT = 100


def remarks(study: Study) -> Iterator[Remark]:
    """All that can be said without a search: faults of the agreement and of its logs, and what the linter finds."""
    yield from faults(study)
    yield from findings(study)


def faults(study: Study) -> Iterator[Remark]:
    """What cannot be read, in the agreement, in its logs, and of what git keeps."""
    yield from map(of_fault, study.faults)
    if study.agreement is not None:
        yield from (Remark(study.agreement.span, Weight.INFORMATION, "git", note) for note in study.lacking)
    yield from map(of_fault, study.log.diagnostics)


def findings(study: Study) -> Iterator[Remark]:
    """What the linter finds without searching."""
    linted = study.linted
    yield from map(of_fault, linted.remarks)
    yield from map(of_finding, linted.findings)


def of_fault(fault: Diagnostic) -> Remark:
    """A fault in words: what is wrong, what was probably meant or could stand there."""
    words = fault.message
    if fault.nearest:
        words += f" Did you mean {fault.nearest}?"
    elif fault.expected:
        words += f" Expected: {fault.expected[:_LONGEST_HINT]}{'…' if len(fault.expected) > _LONGEST_HINT else ''}."
    others = tuple((label.span, label.message) for label in fault.labels)
    return Remark(fault.span, _WEIGHTS[fault.severity], fault.code, words, others)


def of_finding(finding: Finding) -> Remark:
    """What a rule found, with its advice and the log that shows it."""
    found = finding.found
    words = found.message + (f" {found.advice}" if found.advice else "")
    if found.log:
        words += "\nA log that shows it:\n" + "\n".join(f"  {entry_to_text(entry)}" for entry in found.log)
    # A rule speaks of what could be better; an error of a rule is still no error of the text.
    weight = Weight.INFORMATION if finding.severity is Severity.NOTE else Weight.WARNING
    others = tuple((label.span, label.message) for label in found.labels)
    return Remark(found.span, weight, finding.rule.code, words, others)


def verdicts(study: Study) -> Iterator[Remark]:
    """Examples that do not hold, and what the log's entries came to (a breach, what cannot be told), each at its entry."""
    allowed = {(one.file, one.line) for one in allowances(study.gathered.own)[0] if one.rule is EXAMPLES}
    asked, _ = chosen(study.settings.profile, study.settings.select, study.settings.ignore)
    wanted = any(rule.code == EXAMPLES.code for rule in asked)
    for result in study.examples if wanted else ():
        span = result.expectation.span
        if not result.holds and (span.source.name, span.start_position.line) not in allowed:
            words = " ".join(["This example does not hold.", *why(result)])
            yield Remark(span, Weight.WARNING, "example", words)
    judgement = study.judgement
    if judgement is None:
        return
    said = ((one, _entry_of(one)) for one in judgement.findings if one.status in _OF_STATUS)
    told = [(one, entry) for one, entry in said if entry is not None and entry.file in study.log.sources]
    for verdict, entry in told[-MOST_SAID:]:
        weight = Weight.INFORMATION if verdict.repaired or verdict.disputed else _OF_STATUS[verdict.status]
        span = study.log.sources[entry.file].span(entry.line)
        yield Remark(span, weight, verdict.id, verdict_words(verdict, judgement), ((verdict.sentence.span, "what was agreed"),))


def _entry_of(verdict: Verdict) -> Entry | None:
    """The entry at which a finding is shown: what started it, else the last that it rests on."""
    return verdict.subject or (verdict.entries[-1] if verdict.entries else None)


def verdict_words(verdict: Verdict, judgement: Judgement) -> str:
    """A finding in a sentence, with how it stands. By a text that was never agreed on, it is only as it would be."""
    words = message(verdict, judgement.zone)
    said = {Status.BREACH: "", Status.KEPT: "kept: ", Status.DUE: "due: ", Status.MISSED: "a wish missed: "}.get(verdict.status, "")
    stands = " (repaired)" if verdict.repaired else " (disputed)" if verdict.disputed else ""
    return f"{said}{words}{stands}{' (a draft: as it would be)' if judgement.drafts else ''}"


def deadline_words(verdict: Verdict, judgement: Judgement) -> str:
    """Up to when, in words; empty where nothing has an end."""
    if verdict.due is None:
        return ""
    from pactlang.words.words import day_words

    return day_words(verdict.due_date) if verdict.due_date is not None else moment_words(verdict.due, judgement.zone)
