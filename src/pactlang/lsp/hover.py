"""What there is to know about a place: a sentence in plain words with its nearest cases, a rule's page, an entry's verdict, a name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pactlang.explain.text import hover_words
from pactlang.language.literate import agreement_line, block_lines, is_literate
from pactlang.language.parse import READ_AS
from pactlang.lint.allow import rule_named
from pactlang.lint.text import rule_markdown
from pactlang.log.write import entry_to_text
from pactlang.lsp.occurrences import Role, clause_part, in_document, in_log_line
from pactlang.lsp.remarks import verdict_words
from pactlang.words.plain import days_plain, hours_plain, plain_words, state_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.log.entry import Entry
    from pactlang.lsp.occurrences import Occurrence
    from pactlang.lsp.study import Study
    from pactlang.model.agreement import Agreement, Clause, Matrix, Sentence
    from pactlang.source import SourceFile, Span

_CODE = re.compile(r"\b[A-Z]\d{3}\b")


class Known(NamedTuple):
    """Something to show beside a place; `markdown` only where the text is the project's own."""

    words: str
    span: Span
    markdown: bool = False


def in_agreement(study: Study, path: str, offset: int) -> Known | None:
    """What there is to know about a place in an agreement."""
    document = study.document(path)
    if document is None:
        return None
    line = next((one for one in document.lines if document.whole(one).start <= offset < document.whole(one).end), None)
    if line is not None and is_literate(path) and line.number not in block_lines(document.source.text):
        return None  # prose
    if line is not None and line.comment is not None and line.comment.start <= offset:
        return _rule_in(line.comment, offset)
    named = next((one for one in in_document(document) if one.span.start <= offset <= one.span.end), None)
    if study.agreement is None:
        return None
    if named is not None and (words := _name(study, study.agreement, named)):
        return Known(words, named.span)
    if line is None:
        return None
    rule = _rule_at(study.agreement, path, line.number)
    if rule is None:
        return None
    read_as = next(
        (one for one in study.faults if one.code == READ_AS and one.span.start_position.line == rule.span.start_position.line), None
    )
    said = f"Read as: {read_as.edits[0].replacement.strip()}\n\n" if read_as is not None and read_as.edits else ""
    return Known(f"{said}{hover_words(rule, study.agreement)}", rule.span)


def _rule_in(comment: Span, offset: int) -> Known | None:
    for found in _CODE.finditer(comment.text):
        rule = rule_named(found.group())
        if rule is not None and found.start() <= offset - comment.start <= found.end():
            return Known(rule_markdown(rule), comment.part(found.start(), found.end()), markdown=True)
    return None


def _rule_at(agreement: Agreement, path: str, number: int) -> Sentence | Matrix | None:
    """The sentence on a line or, for a modifier, the one above it; a matrix for any of its rows."""
    rules: list[Sentence | Matrix] = [*agreement.sentences, *agreement.matrices]
    above = [one for one in rules if one.span.source.name == path and one.span.start_position.line <= number]
    if not above:
        return None
    nearest = max(above, key=lambda one: one.span.start_position.line)
    source = nearest.span.source
    between = (agreement_line(source, line) for line in range(nearest.span.end_position.line + 1, number + 1))
    same_block = all(not text or text[0].isspace() for text in between)
    return nearest if same_block else None


def _name(study: Study, agreement: Agreement, one: Occurrence) -> str:
    """What a name names, in words; empty where the sentence around it says more."""
    match one.role:
        case Role.CLAUSE:
            name = clause_part(one.name)
            clause = next((clause for clause in agreement.clauses if clause.name == name), None)
            return _clause(agreement, clause) if clause is not None else ""
        case Role.WHO:
            if one.name in agreement.parties:
                return f"{one.name} is a party of this agreement."
            person = next((person for person in agreement.people if person.name == one.name), None)
            if person is None:
                return f"{one.name} is not part of this agreement and is not declared."
            known = f", known since {date.fromordinal(person.known_since).isoformat()}" if person.known_since else ""
            tags = f", tagged {', '.join(person.tags)}" if person.tags else ""
            return f"{person.name}{f' ({person.title})' if person.title else ''}: outside the agreement{tags}{known}."
        case Role.STATE:
            state = next((state for state in agreement.states if state.name == one.name), None)
            return "\n".join(state_plain(state)) if state is not None else ""
        case Role.DAYS:
            names = (one.name, f"{one.name}s")
            said = [days_plain(each.days) for each in agreement.days if each.days.name in names]
            said += [hours_plain(each.hours) for each in agreement.hours if each.hours.name in names]
            return "\n".join(said[0]) if said else ""
        case Role.NOUN if one.declares:
            return _event(agreement, one.name)
        case Role.UNIT:
            return _unit(agreement, one.name)
        case _:
            return ""


def _event(agreement: Agreement, name: str) -> str:
    event = agreement.vocabulary.events.get(name)
    if event is None:
        return ""
    words = [f"{event.name}, plural {event.plural}: what a log may record."]
    words += [f"Its entries may say {', '.join(event.fields)}."] if event.fields else []
    words += ["It is with a person."] if event.with_person else []
    words += [f"Its amount is in {event.unit}."] if event.unit else []
    return "\n".join(words)


def _unit(agreement: Agreement, name: str) -> str:
    """What a text counts in a currency, or in another unit of amounts."""
    counted = [event for event in agreement.vocabulary.events.values() if event.unit == name]
    if not counted:
        return f"No event here has its amount in {name}."
    shared = [event.name for event in counted if event.shared]
    own = [event.name for event in counted if not event.shared]
    told = [f"Amounts in {name}: {', '.join(own)}."] if own else []
    if shared:
        source = f"since it says `currency {name}`" if agreement.currency else "since it says no other currency"
        told.append(f"Amounts in {name}, {source}: {', '.join(shared)}.")
    return "\n".join(told)


def _clause(agreement: Agreement, clause: Clause) -> str:
    lines = [f"{clause.kind.value} {clause.name}" + (f" · {clause.title}" if clause.title else "")]
    for sentence in clause.sentences:
        lines.append("• " + " ".join(plain_words(sentence, agreement)))
    lines += [f"“{promise.words}”" for promise in clause.promises]
    lines += [f"Why: {reason}" for reason in clause.reasons]
    return "\n".join(lines)


def in_log(study: Study, source: SourceFile, number: int, offset: int) -> Known | None:
    """What there is to know about a place in a log: what a name names, how the entry stands."""
    text = source.line_text(number)
    if not text or text[0] in " \t#":
        return None
    named = next((one for one in in_log_line(source, number, text) if one.span.start <= offset <= one.span.end), None)
    if named is not None and named.role is Role.ENTRY and not named.declares:
        entry = next((one for one in study.log.entries if one.id == named.name), None)
        if entry is not None:
            return Known(f"{entry_to_text(entry)}\n{Path(entry.file).name}, line {entry.line}", named.span)
    if named is not None and named.role in (Role.WHO, Role.CLAUSE) and study.agreement is not None:
        words = _name(study, study.agreement, named)
        if words:
            return Known(words, named.span)
    span = source.span(source.line_start(number), source.line_start(number) + len(text))
    lines = list(_verdicts(study, source.name, number))
    return Known("\n".join(lines), span) if lines else None


def _verdicts(study: Study, file: str, number: int) -> Iterator[str]:
    """How an entry stands: what it broke, kept, started, and what it served."""
    judgement = study.judgement_in_full
    if judgement is None:
        return
    for finding in judgement.findings:
        about = finding.subject is not None and _is(finding.subject, file, number)
        if about or any(_is(entry, file, number) for entry in finding.entries):
            yield f"{finding.id}: {verdict_words(finding, judgement)}"


def _is(entry: Entry, file: str, number: int) -> bool:
    return entry.line == number and entry.file == file
