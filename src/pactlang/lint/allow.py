"""`# allow: C001 because …`: a rule silenced in one place, with a reason that stays in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.diagnostics import Diagnostic, Severity, guess_anew, nearest_spelling
from pactlang.language.tree import LineKind
from pactlang.later import later
from pactlang.lint.rules import RULES
from pactlang.words.words import list_words

if TYPE_CHECKING:
    from pactlang.language.tree import Document, Line
    from pactlang.lint.rule import Rule
    from pactlang.source import Span

NO_REASON = "E090"
UNUSED = "E091"
UNKNOWN = "E092"
_MOST = 3  # lines that are told
_COMMENT = later(r"#\s*allow\s*:\s*(?P<rules>[\w ,-]*?)\s*(?:\bbecause\b\s*(?P<reason>.*?))?\s*$", re.I)

# Meant as one, and written otherwise: `# allow C001: we know`.
_NEARLY = later(r"#\s*(?:allow|ignore|noqa)\b[\s:]*(?P<rule>[\w-]+).*", re.I)


class Allowance(Struct):
    """One allowance: which rule, on which line (1-based) of which file, where it stands, and whether it silenced anything."""

    rule: Rule
    file: str
    line: int
    span: Span
    used: bool = False


def rule_named(name: str) -> Rule | None:
    """The rule with a code, a name, or an earlier name."""
    said = name.strip().lower()
    return next((rule for rule in RULES if said in (rule.code.lower(), rule.name, *rule.aliases)), None)


def all_names() -> list[str]:
    """Everything that a rule may be called."""
    return [name for rule in RULES for name in (rule.code, rule.name, *rule.aliases)]


def allowances(documents: Sequence[Document]) -> tuple[list[Allowance], list[Diagnostic]]:
    """Every allowance of these texts, and what is wrong with some."""
    guess_anew()
    found: list[Allowance] = []
    wrong: list[Diagnostic] = []
    for document in documents:
        for span, line in _comments(document):
            said = _COMMENT.fullmatch(span.text)
            if said is None:
                nearly = _NEARLY.fullmatch(span.text)
                if nearly is not None and rule_named(nearly["rule"]) is not None:
                    message = f"This allows nothing; write '# allow: {nearly['rule']} because …'."
                    wrong.append(Diagnostic(NO_REASON, Severity.WARNING, message, span, "'# allow: C001 because …'"))
                continue
            if not (said["reason"] or "").strip():
                message = "An allowance needs a reason, because the next reader will ask."
                wrong.append(Diagnostic(NO_REASON, Severity.WARNING, message, span, "`# allow: C001 because …`"))
                continue
            for name in filter(None, re.split(r"[\s,]+", said["rules"])):
                rule = rule_named(name)
                if rule is None:
                    near = nearest_spelling(name, all_names(), 0.75)
                    wrong.append(Diagnostic(UNKNOWN, Severity.WARNING, f"There is no rule {name}.", span, "a rule's code or name", near))
                else:
                    found.append(Allowance(rule, document.source.name, line, span))
    return found, wrong


def _comments(document: Document) -> Iterator[tuple[Span, int]]:
    """Each comment with the line that it is about: its own, or the next one that says something."""
    waiting: list[Line] = []
    for line in document.lines:
        if line.kind is LineKind.COMMENT:
            waiting.append(line)
        elif line.kind is not LineKind.BLANK:
            yield from ((one.comment or one.span, line.number) for one in waiting)
            waiting.clear()
            if line.comment is not None:
                yield line.comment, line.number
    yield from ((one.comment or one.span, one.number) for one in waiting)


def unused(found: Sequence[Allowance], ran: Sequence[Rule], told: Sequence[tuple[Rule, Span]]) -> Iterator[Diagnostic]:
    """The allowances that silenced nothing, of the rules that were asked; where their rule is told elsewhere, in which line it would."""
    asked = {rule.code for rule in ran}
    for one in found:
        if one.used or one.rule.code not in asked:
            continue
        where = dict.fromkeys(_place(span, one.file) for rule, span in told if rule.code == one.rule.code)
        if where:
            more = ", …" if len(where) > _MOST else ""
            message = f"{one.rule.name} finds nothing here, but something at {list_words(list(where)[:_MOST])}{more}."
            expected = "the comment there, or in the line above" if len(where) == 1 else "a comment at each, or in the line above"
            yield Diagnostic(UNUSED, Severity.NOTE, message, one.span, expected)
        else:
            message = f"{one.rule.name} finds nothing here, so it does not need to be allowed."
            yield Diagnostic(UNUSED, Severity.NOTE, message, one.span, "without the comment")


def _place(span: Span, file: str) -> str:
    line = f"line {span.start_position.line}"
    return line if span.source.name == file else f"{line} of {span.source.name}"
