"""Runs the examples of an agreement: does the checker judge each as the parties meant it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Status
from pactlang.checker.form import FormName
from pactlang.checker.timeline import zone_of
from pactlang.checker.waivers import clause_of
from pactlang.log.example import read_example_log
from pactlang.model.agreement import RepeatAfter, Sentence
from pactlang.model.parts import after_breach, stands_alone

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Example, Expectation
    from pactlang.model.calendar import Zone

_TESTED = frozenset({Status.KEPT, Status.BREACH, Status.WAIVED, Status.MISSED, Status.REPAIRED})
_LATER = 400  # days after the last entry as of which an example is judged that names no moment
_LAST_DAY = 1_095_000  # late in 2998: nothing is judged beyond


class ExampleResult(Struct, frozen=True):
    """How one expectation of an example came out.

    `missing` are the clauses that were expected to be broken and are not; `unexpected` what was broken, or cannot be told, besides.
    `judged` are all findings that the expectation speaks of, `exercised` the labels of the sentences that the entries put to the test.
    `entries` and `as_of` (an instant) are what was judged, `zone` is the one that times are shown in.
    """

    example: Example
    expectation: Expectation
    missing: tuple[str, ...]
    unexpected: tuple[Finding, ...]
    judged: tuple[Finding, ...]
    exercised: frozenset[str]
    entries: tuple[Entry, ...]
    as_of: int
    zone: Zone

    @property
    def holds(self) -> bool:
        """Whether the checker judges as the example says."""
        return not self.missing and not self.unexpected

    def found_of(self, name: str) -> tuple[Finding, ...]:
        """What the checker found of a clause, or of a sentence by its label."""
        return tuple(one for one in self.judged if name in _names(one))


def run_examples(agreement: Agreement, default_zone: Zone) -> tuple[ExampleResult, ...]:
    """Every expectation of every example, in order. The agreement must have been read without a fault.

    Each example is a log of its own, judged as if all had signed. Without `as of` it is judged so long after its last entry that every
    deadline which an entry started has passed. What stands of itself (schedules, intervals, quotas) and what follows a breach is left
    out, unless the example expects it broken.

    >>> from pactlang import load_text
    >>> from pactlang.model.calendar import load_zone
    >>> agreement = load_text('''pact "Ana and Ben"
    ...     between Ana and Ben
    ... use relationships
    ... boundary home
    ...     no encounter at home
    ... example "at the lake"
    ...     2026-09-12 20:00  encounter by Ana with dana at lake
    ...     expect broken home
    ... ''')
    >>> [(one.expectation.span.start_position.line, one.holds, one.missing) for one in run_examples(agreement, load_zone("UTC"))]
    [(8, False, ('home',))]
    """
    draft = replace(agreement, signatures=(), examples=())
    return tuple(_run(draft, example, one, default_zone) for example in agreement.examples for one in example.expects)


def _run(agreement: Agreement, example: Example, expectation: Expectation, default_zone: Zone) -> ExampleResult:
    zone = zone_of(agreement, default_zone)
    entries = read_example_log(example).entries
    told = _without_standing(agreement, expectation)
    last = max((entry.end_day or entry.day for entry in entries), default=0)
    if expectation.day is not None:
        second = expectation.second
        as_of = zone.instant(expectation.day, second) if second is not None else zone.midnight(expectation.day + 1) - 1
    else:
        as_of = zone.midnight(min(last + _LATER, _LAST_DAY))
    judgement = judge([told], entries, as_of, zone, keep_all=True)
    open_ends = [one.due for one in judgement.findings if _counts(one, expectation) and one.status is Status.DUE and one.due is not None]
    if expectation.day is None and open_ends:  # a deadline further away than that
        as_of = max(open_ends) + 86_400
        judgement = judge([told], entries, as_of, zone, keep_all=True)
    judged = tuple(one for one in judgement.findings if _counts(one, expectation) and one.status is not Status.DRIFT)
    wrong = [one for one in judged if one.status in (Status.BREACH, Status.UNKNOWN)]
    broken = {name for one in wrong if one.status is Status.BREACH for name in _names(one)}
    exercised = {name for one in judgement.findings if _exercises(one, expectation) for name in _labels(one)}
    if told is not agreement:  # an entry may do what is owed anyway
        standing = judge([agreement], entries, as_of, zone, keep_all=True).findings
        exercised |= {label_of(one.sentence) for one in standing if one.form.stands_alone and one.status is Status.KEPT and one.entries}
    return ExampleResult(
        example,
        expectation,
        missing=tuple(name for name in dict.fromkeys(expectation.broken) if name not in broken),
        unexpected=tuple(one for one in wrong if not _named(one, expectation)),
        judged=judged,
        exercised=frozenset(exercised),
        entries=tuple(entries),
        as_of=as_of,
        zone=judgement.zone,
    )


def _without_standing(agreement: Agreement, expectation: Expectation) -> Agreement:
    """The agreement without what stands of itself and is not named: nothing follows from a breach of it either."""

    def stays(sentence: Sentence) -> bool:
        named = sentence.label in expectation.broken or sentence.clause in expectation.broken
        return named or not (stands_alone(sentence.form) or isinstance(sentence.form, RepeatAfter))

    clauses = tuple(replace(clause, sentences=tuple(filter(stays, clause.sentences))) for clause in agreement.clauses)
    return replace(agreement, clauses=clauses) if clauses != agreement.clauses else agreement


def _named(finding: Finding, expectation: Expectation) -> bool:
    return not _names(finding).isdisjoint(expectation.broken)


def _labels(finding: Finding) -> set[str]:
    """The sentences that it speaks of: with `otherwise`, also the one that was broken."""
    return {label_of(one.sentence) for one in (finding, finding.first) if one is not None}


def _names(finding: Finding) -> set[str]:
    return {*_labels(finding), clause_of(finding)}


def _counts(finding: Finding, expectation: Expectation) -> bool:
    """Whether an example speaks of this finding: what follows a breach is left out unless it is named."""
    follows = isinstance(finding.sentence, Sentence) and after_breach(finding.sentence.form) and finding.first is None
    return not follows or _named(finding, expectation)


def _exercises(finding: Finding, expectation: Expectation) -> bool:
    """Whether a finding shows that its sentence was put to the test; what follows a breach is, where an entry kept it."""
    answered = finding.status is Status.KEPT and finding.form is not FormName.PAUSE and bool(finding.entries)
    return finding.status in _TESTED and (answered or _counts(finding, expectation))


def unexercised(agreement: Agreement, results: tuple[ExampleResult, ...]) -> tuple[str, ...]:
    """The sentences and matrices that no example puts to the test, by label, in the agreement's order."""
    seen = {label for result in results for label in result.exercised}
    labels = [sentence.label for sentence in agreement.sentences if not sentence.not_applied and not sentence.repairs]
    return tuple(label for label in [*labels, *(matrix.name for matrix in agreement.matrices)] if label not in seen)
