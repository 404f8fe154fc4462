"""Runs rules over an agreement: what they find, less what the text allows, the most important first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.checker.budget import searching
from pactlang.diagnostics import Diagnostic, Severity
from pactlang.hashes import sha256
from pactlang.language.tree import LineKind
from pactlang.lint.allow import allowances, unused
from pactlang.lint.rule import Family, Profile
from pactlang.lint.rules import RULES

if TYPE_CHECKING:
    from pactlang.language.tree import Block, Document
    from pactlang.lint.rule import Found, Rule
    from pactlang.lint.subject import Subject
    from pactlang.source import Span

_WORST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Finding(Struct, frozen=True):
    """What one rule found in one place."""

    rule: Rule
    found: Found

    @property
    def severity(self) -> Severity:
        """How much it matters here."""
        return self.found.severity or self.rule.severity

    @property
    def fingerprint(self) -> str:
        """What stays the same while the words that it is about stay: for a baseline."""
        words = " ".join(self.found.span.text.split())
        return sha256(f"{self.rule.code}\n{words}".encode()).hexdigest()[:16]


class Linted(Struct):
    """Everything that there is to say about one agreement.

    `allowed` counts what the text allows, `known` what the baseline holds. `remarks` are about the allowances themselves; `given_up`
    are the codes of the rules that tried as many short logs as they may. `spoken` are the lines in plain words,
    which no rule can judge.
    """

    findings: list[Finding] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    allowed: int = 0
    known: int = 0
    given_up: tuple[str, ...] = ()
    spoken: tuple[Span, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def run(subject: Subject, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Everything that these rules find, in the order of places, then codes; nothing in a block with a line that could not be read."""
    closed = {document.source.name: closed_blocks(document) for document in subject.documents}
    findings = [
        Finding(rule, found)
        for rule in rules
        for found in _found(rule, subject)
        if not any(first <= found.span.start < after for first, after in closed.get(found.span.source.name, ()))
    ]
    findings = _each_once(_graver_first(findings))
    names = {document.source.name: place for place, document in enumerate(subject.documents)}
    findings.sort(key=lambda one: (names.get(one.found.span.source.name, 0), one.found.span.start, one.rule.code))
    return findings


def _graver_first(findings: list[Finding]) -> list[Finding]:
    """Without what a graver finding on the same line, or anywhere in the text, leaves no room for."""
    grave = [one for one in findings if one.rule.family is Family.SAFETY and one.severity is Severity.ERROR]
    worse = {_line(one) for one in grave}
    lacking = worse | {_line(one) for one in findings if one.rule.family is Family.MISSING}  # a time is asked for there already
    struck = {_line(one) for one in findings if one.rule.family is Family.CONTRADICTION}
    held = any(one.rule.holds for one in grave)

    def stands(one: Finding) -> bool:
        if one.rule.asks:
            return not grave and _line(one) not in struck
        if one.rule.family is Family.CLARITY and (held or len(worse) > 1):
            return False  # where somebody is held or kept, no word of the text gets better by a number
        if one.rule.yields and _line(one) in (lacking | struck if one.rule.family is Family.CLARITY else worse):
            return False
        return not (held and one.rule.among_equals)

    return list(filter(stands, findings))


def _each_once(findings: list[Finding]) -> list[Finding]:
    """Without what was said of the same line in the same words: two parts of a promise that hurt are one thing to mend."""
    first: dict[tuple[str, int, str, str], Finding] = {}
    rest = []
    for one in findings:
        if one.rule.family not in (Family.SAFETY, Family.WORDING):
            rest.append(one)
            continue
        key = (*_line(one), one.rule.code, one.found.message)
        if key not in first or one.found.span.start < first[key].found.span.start:
            first[key] = one
    return [*rest, *first.values()]


def _found(rule: Rule, subject: Subject) -> Iterable[Found]:
    searching(rule.code)
    return rule.find(subject)


def _line(finding: Finding) -> tuple[str, int]:
    span = finding.found.span
    return span.source.name, span.start_position.line


def lint(subject: Subject, rules: Sequence[Rule] = RULES, baseline: Iterable[str] = ()) -> Linted:
    """What these rules find, less what the text allows and what the baseline knows."""
    linted = Linted(spoken=subject.spoken_lines)
    allowed, linted.remarks = allowances(subject.documents)
    known = Counter(baseline)
    for finding in run(subject, rules):
        span = finding.found.span
        line = span.start_position.line
        fitting = [one for one in allowed if one.rule.code == finding.rule.code and (one.file, one.line) == (span.source.name, line)]
        for one in fitting:
            one.used = True
        if finding.found.doubt and not finding.rule.doubts:
            continue
        if fitting:
            linted.allowed += 1
        elif known[finding.fingerprint] > 0:
            known[finding.fingerprint] -= 1  # the same words once more are a finding once more
            linted.known += 1
        else:
            linted.findings.append(finding)
    linted.remarks += unused(allowed, rules, [(one.rule, one.found.span) for one in linted.findings])
    linted.given_up = tuple(sorted(subject.given_up))
    return linted


def by_importance(findings: Iterable[Finding]) -> list[Finding]:
    """The worst first; of equal ones, in the order of the text."""
    return sorted(findings, key=lambda one: (_WORST[one.severity], -one.rule.weight))


def chosen(profile: Profile, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[list[Rule], list[str]]:
    """The rules of a profile, with those that are named besides and without those that are not wanted; and the names that fit none.

    A name is a code, a rule's name, or the letter of a family. Where any are selected, only these are taken. Who selects, or wants the
    strict profile, hears doubtful findings, too.
    """
    wrong = [name for name in (*select, *ignore) if not any(_fits(name, rule) for rule in RULES)]
    if select:
        rules = [rule for rule in RULES if any(_fits(name, rule) for name in select)]
    else:
        rules = [rule for rule in RULES if rule.profile <= profile]
    if select or profile is Profile.STRICT:
        rules = [replace(rule, doubts=True) for rule in rules]
    return [rule for rule in rules if not any(_fits(name, rule) for name in ignore)], wrong


def _fits(name: str, rule: Rule) -> bool:
    said = name.strip()
    if re.fullmatch(r"[A-Za-z]\d*", said):
        return rule.code.startswith(said.upper())
    return said.lower() in (rule.name, *rule.aliases)


def closed_blocks(document: Document) -> list[tuple[int, int]]:
    """The blocks with a line that could not be read: nothing is mended there, and nothing said but that."""
    return [_whole(document, place) for place, block in enumerate(document.blocks) if _unread(block)]


def _unread(block: Block) -> bool:
    return block.heading is None or any(item.line.kind is LineKind.CODE and item.body is None for item in block.items)


def _whole(document: Document, place: int) -> tuple[int, int]:
    """Where a block starts, and where the next one does."""
    blocks = document.blocks
    after = blocks[place + 1].line.number if place + 1 < len(blocks) else document.source.line_count + 1
    end = document.source.line_start(after) if after <= document.source.line_count else len(document.source.text) + 1
    return document.source.line_start(blocks[place].line.number), end
