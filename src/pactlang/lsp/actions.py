"""What can be done at a place: mend what was found, allow it with a reason, record an assent, ask for a disclosure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pactlang.diagnostics import Edit, Severity
from pactlang.inputs.advice import advised
from pactlang.language.parse import READ_AS
from pactlang.language.tree import EventHeading, PactHeading
from pactlang.lint.mend import with_clause
from pactlang.lint.parts import events, limited, occasion
from pactlang.model.agreement import Response
from pactlang.model.meaning import same_meaning
from pactlang.model.words import ends_alike
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from pactlang.sign.sign import signed_text
from pactlang.words.suggest import lost_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pactlang.diagnostics import Diagnostic, Offer
    from pactlang.language.tree import Block, Document
    from pactlang.lint.runner import Finding
    from pactlang.lint.subject import Subject
    from pactlang.lsp.study import Study
    from pactlang.model.agreement import Agreement
    from pactlang.source import Span


class Action(NamedTuple):
    """Something that can be done: all of its edits or none. `code` is what it mends; `best` marks what is surely meant."""

    title: str
    edits: tuple[Edit, ...]
    code: str = ""
    best: bool = False
    kind: str = "quickfix"
    snippets: tuple[str, ...] = ()  # what to write instead of each edit's replacement, with stops for what nobody said


def actions(study: Study, file: str, first: int, last: int) -> Iterator[Action]:
    """What can be done between two offsets of a file."""
    faults = [*study.faults, *study.log.diagnostics]
    touched = [fault for fault in faults if _touches(fault.span, file, first, last)]
    for fault in advised(touched) if touched else ():
        yield from _mends(fault)
    for fault in study.linted.remarks:
        if _touches(fault.span, file, first, last) and fault.code == "E091" and fault.span.text.startswith("#"):
            yield Action("Remove the allowance", (_without_comment(fault.span),), fault.code, best=True)
    for finding in study.linted.findings:
        if _touches(finding.found.span, file, first, last):
            yield from _of_finding(study, finding)
    document = study.document(file)
    if document is not None and study.subject is not None:
        for block in document.blocks:
            if document.whole(block.line).start <= last and first <= _end(block):
                yield from _of_block(study, document, block)


def _touches(span: Span, file: str, first: int, last: int) -> bool:
    """Whether a place and a selection meet; a caret anywhere on the place's line does."""
    if span.source.name != file:
        return False
    text = span.source.text
    begin, after = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return begin <= last and first <= (after if after != -1 else len(text))


def _mends(fault: Diagnostic) -> Iterator[Action]:
    if fault.advice is not None:
        sure = [one for one in fault.advice.offers if not one.plain]
        for one in fault.advice.offers:
            title = "Make it a promise in plain words" if one.plain else f"Write {_shown(one)}"
            lost = f" ({'; '.join(lost_words(one))})" if one.lost else ""
            best = len(sure) == 1 and one is sure[0] and not one.lost and not one.holes
            yield Action(f"{title}{lost}", one.edits, fault.code, best=best, snippets=tuple(_with_stops(one)) if one.holes else ())
    elif fault.edits:
        for edit in fault.edits:
            yield Action(edit.title, (edit,), fault.code, best=len(fault.edits) == 1)
    elif fault.nearest:
        yield Action(f"Write {fault.nearest}", (Edit(fault.span, fault.nearest, ""),), fault.code, best=fault.severity is Severity.ERROR)


def _shown(offer: Offer) -> str:
    """All that an offer writes, on one line."""
    lines = offer.marked or offer.lines or (offer.heading,)
    return " / ".join(part.strip() for line in lines for part in line.split("\n"))


def _with_stops(offer: Offer) -> Iterator[str]:
    from pactlang.inputs.suggest import snippet_of

    stops = snippet_of(offer)
    for edit in offer.edits:
        written = edit.replacement.replace("$", "\\$")
        for old, new in stops.items():
            written = written.replace(old.replace("$", "\\$"), new, 1)
        yield written


def _of_finding(study: Study, finding: Finding) -> Iterator[Action]:
    code = finding.rule.code
    for fix in finding.found.fixes:
        yield Action(fix.title, fix.edits, code, best=fix.safe)
    span = finding.found.span
    source = span.source
    if any(document.source is source for document in study.gathered.own):
        start = source.text.rfind("\n", 0, span.start) + 1
        text = source.text[start : span.end]
        indent = text[: len(text) - len(text.lstrip())]
        words = f"{indent}# allow: {code} because we have talked about it\n"
        yield Action(f"Allow {code} here, with a reason", (Edit(source.span(start, start), words, ""),), code)


def _without_comment(span: Span) -> Edit:
    """A comment taken out, with the spaces before it; where nothing else stands on its line, with the line."""
    text = span.source.text
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    alone = start == 0 or text[start - 1] == "\n"
    end = span.end
    if alone:
        after = text.find("\n", end)
        end = after + 1 if after != -1 else len(text)
    return Edit(span.source.span(start, end), "", "")


def _of_block(study: Study, document: Document, block: Block) -> Iterator[Action]:
    agreement, subject = study.agreement, study.subject
    if agreement is None or subject is None:
        return
    match block.heading:
        case PactHeading() if not study.broken and not any(fault.code == READ_AS for fault in study.faults):
            today = study.zone.date_of(study.now)
            for party in agreement.unsigned:
                yield from _assent(study, document, party, today)
        case EventHeading(name):
            yield from _windows(subject, [name])
        case _:
            yield from _windows(subject, _limited_with_somebody(agreement, block))


def _windows(subject: Subject, names: Iterable[str]) -> Iterator[Action]:
    """A disclosure for each of these events about which nobody is told yet."""
    told = {
        event
        for one in subject.sentences
        if isinstance(one.form, Response) and "disclosure" in events(one.form.duty.selector)
        for event in events(occasion(one.form))
    }
    for name in dict.fromkeys(names):
        line = f"after each {name}, disclosure by the same party to the others within 24 hours"
        for fix in with_clause(subject, f"Add a disclosure window for {name}", "disclosure", line, needs=("disclosure",)):
            if name not in told:
                yield Action(fix.title, fix.edits, kind="refactor")


def _limited_with_somebody(agreement: Agreement, block: Block) -> Iterator[str]:
    """The events with a person that the sentences of a clause limit."""
    source, first, last = block.line.span.source.name, block.line.span.start, _end(block)
    for one in agreement.sentences:
        if one.span.source.name == source and first <= one.span.start <= last:
            known = (agreement.vocabulary.events.get(name) for name in sorted(events(limited(one.form))))
            yield from (event.name for event in known if event is not None and event.with_person)


def _assent(study: Study, document: Document, party: str, today: int) -> Iterator[Action]:
    """A party's signature under this very text, where writing it changes nothing else."""
    agreement = study.agreement
    assert agreement is not None  # noqa: S101 - asked by whoever has one
    text = document.source.text
    new = signed_text(document, agreement.parties, party, today, agreement.digest)

    def read(path: Path) -> bytes:
        own = {one.source.name: one.source.text for one in study.gathered.own}
        return new.encode() if path == study.path else own[str(path)].encode()

    signed, _ = resolve_gathered(gather(study.path, read))
    if signed is None or signed.digest != agreement.digest or not same_meaning(signed, agreement):
        return
    title = f"Add: signed by {party} on {date.fromordinal(today).isoformat()}"
    yield Action(title, (changed(document, text, new),), kind="refactor")


def changed(document: Document, old: str, new: str) -> Edit:
    """The one stretch in which two texts differ, as an edit."""
    first, last = ends_alike(old, new)
    return Edit(document.source.span(first, len(old) - last), new[first : len(new) - last], "")


def _end(block: Block) -> int:
    return (block.items[-1].line if block.items else block.line).span.end
