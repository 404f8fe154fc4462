"""Edits that rules offer: a line put under another, a clause put at the end, words put into a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.diagnostics import Edit
from pactlang.language.tokens import written_name
from pactlang.language.tree import ModifierLine, PactHeading
from pactlang.lint.rule import Fix
from pactlang.model.agreement import Precedence, Response

if TYPE_CHECKING:
    from pactlang.language.tree import Block, Document, Line
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence
    from pactlang.source import Span


_NAME = r"(?:\"[^\"]*\"|“[^”“]*[”“]|[\w-]+)"


def with_clause(subject: Subject, title: str, kind: str, *body: str, needs: tuple[str, ...] = ()) -> tuple[Fix, ...]:
    """A clause of this kind at the end of the agreement's own file; nothing where it would name an event that is not declared."""
    agreement = subject.agreement
    if any(name not in agreement.vocabulary.events for name in needs):
        return ()
    taken = {clause.name for clause in agreement.clauses} | {matrix.name for matrix in agreement.matrices}
    taken |= {aim.name for aim in agreement.aims}
    heading = kind if kind not in taken else f"{kind} our-{kind}"
    if heading.split()[-1] in taken:
        return ()
    document = subject.document
    last = document.blocks[-1] if document.blocks else None
    if last is None:
        return ()
    end = last.items[-1].line if last.items else last.line
    return (_after(document, end, ["", heading, *(_indent(document) + line for line in body)], title),)


def with_line(subject: Subject, span: Span, title: str, text: str) -> tuple[Fix, ...]:
    """A line more under the heading or the sentence at a place (and under the modifiers of that sentence)."""
    found = subject.places.get((span.source.name, span.start_position.line))
    if found is None:
        return ()
    document, block, place = found
    line = block.items[_last_modifier(block, place)].line if place >= 0 else block.line
    return (_after(document, line, [_indent(document) + text], title),)


def with_header(subject: Subject, title: str, text: str) -> tuple[Fix, ...]:
    """A line more under `pact "…"`, after `between …`."""
    document = subject.document
    for block in document.blocks:
        if isinstance(block.heading, PactHeading):
            named = next((item.line for item in block.items if item.line.span.text.startswith("between")), block.line)
            return (_after(document, named, [_indent(document) + text], title),)
    return ()


def with_words(sentence: Sentence, title: str, words: str, after: str = "") -> tuple[Fix, ...]:
    """Words put at the end of a sentence, or after the last place where `after` stands in it."""
    text = sentence.span.text
    place = text.rfind(after) + len(after) if after in text else -1
    return (Fix(title, (Edit(sentence.span.part(place, place), words, title),)),) if place >= 0 else ()


def for_all(sentence: Sentence, party: str) -> tuple[Fix, ...]:
    """A sentence that speaks of one party, made to speak of each in the same way."""
    title = "Let it hold for each of you"
    return _reworded(sentence, title, _mutual(sentence.span.text, party, isinstance(sentence.form, Response | Precedence)))


def consent_of_others(sentence: Sentence, party: str) -> tuple[Fix, ...]:
    """A sentence that waits for one party's consent, made to wait for that of whoever else there is."""
    words = re.sub(rf"\bconsent\b(.*?) by {re.escape(written_name(party))}(?![\w-])", r"consent\1 by the others", sentence.span.text)
    words = re.sub(r"^(before (?:each|the first) [^,]*?) by [^,]*,", r"\1,", words)
    return _reworded(sentence, "Ask for the others' consent, no matter who acts", words)


def _mutual(text: str, party: str, answers: bool) -> str:
    name = rf"by {re.escape(written_name(party))}(?![\w-])"
    if not answers:
        return re.sub(name, "by each party", text)
    occasion, comma, rest = text.partition(", ")
    rest = re.sub(name, "by the same party", rest)
    if re.search(r"\bto ", rest):
        rest = re.sub(rf"\bto (?!the\b){_NAME}(?: (?:and|or) {_NAME})*", "to the others", rest, count=1)
    return re.sub(rf" {name}", "", occasion) + comma + rest


def _reworded(sentence: Sentence, title: str, words: str) -> tuple[Fix, ...]:
    return (Fix(title, (Edit(sentence.span, words, title),)),) if words != sentence.span.text else ()


def _after(document: Document, line: Line, lines: list[str], title: str) -> Fix:
    whole = document.whole(line)
    ending = "\r\n" if whole.text.endswith("\r\n") else "\n"
    lead = "" if whole.text.endswith("\n") else ending
    margin = whole.text[: line.span.start - whole.start - line.indent]  # that of the block, where it stands in a page
    text = lead + "".join((margin + one if one else "") + ending for one in lines)
    return Fix(title, (Edit(document.source.span(whole.end, whole.end), text, title),))


def _last_modifier(block: Block, place: int) -> int:
    """The place of the last modifier under a sentence, or the sentence's own."""
    while place + 1 < len(block.items) and isinstance(block.items[place + 1].body, ModifierLine):
        place += 1
    return place


def _indent(document: Document) -> str:
    """The indent that this file uses."""
    for block in document.blocks:
        for item in block.items:
            return " " * item.line.indent
    return "    "
