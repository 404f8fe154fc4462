"""Runs the examples of an agreement: does the checker judge each as the parties meant it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pactlang.check.context import label_of
from pactlang.check.engine import judge
from pactlang.check.finding import Finding, FormName, Status
from pactlang.check.waivers import clause_of
from pactlang.log.example import read_example_log

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Example, Expectation
    from pactlang.model.calendar import Zone

# What is owed whether anything happens or not: a few entries say nothing of it, unless the example names it.
_STANDING = frozenset({FormName.QUOTA, FormName.INTERVAL, FormName.SCHEDULE})
_LATER = 400  # days after the last entry as of which an example is judged that names no moment
_LAST_DAY = 1_095_000  # late in 2998: nothing is judged beyond


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """How one expectation of an example came out.

    `missing` are the clauses that were expected to be broken and are not; `unexpected` what was broken, or cannot be told, besides.
    `judged` are all findings that the entries took part in, `zone` the one that times are shown in.
    """

    example: Example
    expectation: Expectation
    missing: tuple[str, ...]
    unexpected: tuple[Finding, ...]
    judged: tuple[Finding, ...]
    zone: Zone

    @property
    def holds(self) -> bool:
        """Whether the checker judges as the example says."""
        return not self.missing and not self.unexpected


def run_examples(agreement: Agreement, default_zone: Zone) -> tuple[ExampleResult, ...]:
    """Every expectation of every example, in order. The agreement must have been read without a fault.

    Each example is a log of its own, judged as if all had signed. Without `as of` it is judged so long after its last entry that every
    deadline which an entry started has passed. What stands of itself (schedules, intervals, quotas) and what follows a breach is left
    out, unless the example expects it broken.
    """
    draft = replace(agreement, signatures=(), examples=())
    return tuple(_run(draft, example, one, default_zone) for example in agreement.examples for one in example.expects)


def _run(agreement: Agreement, example: Example, expectation: Expectation, zone: Zone) -> ExampleResult:
    entries = read_example_log(example).entries
    last = max((entry.end_day or entry.day for entry in entries), default=0)
    if expectation.day is not None:
        second = expectation.second
        as_of = zone.instant(expectation.day, second) if second is not None else zone.midnight(expectation.day + 1) - 1
    else:
        as_of = zone.midnight(min(last + _LATER, _LAST_DAY))
    judgement = judge([agreement], entries, as_of, zone, keep_all=True)
    open_ends = [one.due for one in judgement.findings if _counts(one, expectation) and one.status is Status.DUE and one.due is not None]
    if expectation.day is None and open_ends:  # a deadline further away than that
        judgement = judge([agreement], entries, max(open_ends) + 86_400, zone, keep_all=True)
    judged = tuple(one for one in judgement.findings if _counts(one, expectation) and one.status is not Status.DRIFT)
    wrong = [one for one in judged if one.status in (Status.BREACH, Status.UNKNOWN)]
    broken = {name for one in wrong if one.status is Status.BREACH for name in (label_of(one.sentence), clause_of(one))}
    missing = tuple(name for name in expectation.broken if name not in broken)
    unexpected = tuple(one for one in wrong if not _named(one, expectation))
    return ExampleResult(example, expectation, missing, unexpected, judged, judgement.zone)


def _named(finding: Finding, expectation: Expectation) -> bool:
    return label_of(finding.sentence) in expectation.broken or clause_of(finding) in expectation.broken


def _counts(finding: Finding, expectation: Expectation) -> bool:
    """Whether an example speaks of this finding at all."""
    return _named(finding, expectation) or (finding.form not in _STANDING and not finding.reason)


def unexercised(agreement: Agreement, results: tuple[ExampleResult, ...]) -> tuple[str, ...]:
    """The sentences and matrices that no example says anything of, by label, in the agreement's order."""
    seen = {label_of(finding.sentence) for result in results for finding in result.judged}
    labels = [sentence.label for sentence in agreement.sentences if not sentence.not_applied]
    return tuple(label for label in [*labels, *(matrix.name for matrix in agreement.matrices)] if label not in seen)
