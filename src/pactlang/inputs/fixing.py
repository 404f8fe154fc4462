"""The lines of an agreement that are not yet sentences, as `pact fix` shows and writes them."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.diagnostics import Advice, Edit, Offer, Severity
from pactlang.inputs.advice import advised, put
from pactlang.inputs.files import InputError, read_file
from pactlang.inputs.suggest import with_values
from pactlang.inputs.texts import read_texts
from pactlang.language.parse import READ_AS
from pactlang.log.words import person_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.inputs.files import Reader
    from pactlang.model.agreement import Agreement
    from pactlang.source import Span


LOG = ".pactlog"


class ToFix(Struct, frozen=True):
    """A line that is not a sentence as it is: where, as typed, and what it could be."""

    fault: Diagnostic
    line: int
    typed: str
    advice: Advice


class Text(Struct, frozen=True):
    """An agreement with the lines that need something; `signed_by` are those who signed this very text."""

    path: Path
    data: bytes
    lines: tuple[ToFix, ...]
    others: tuple[Diagnostic, ...] = ()
    signed_by: tuple[str, ...] = ()


def text_to_fix(path: Path, read: Reader = read_file) -> Text:
    """One agreement with all lines that are not sentences. What else is wrong with it is in `others`. Raises `InputError`."""
    from pactlang.resolve import resolve_gathered
    from pactlang.resolve.files import gather

    data = read(path)
    if path.suffix == LOG:
        return _log_to_fix(path, data, read)
    agreement, faults = resolve_gathered(gather(path, lambda one: data if one == path else read(one)))
    own = [one for one in advised(faults, read) if one.span.source.name == str(path)]
    lines: dict[int, ToFix] = {}
    others: list[Diagnostic] = []
    for fault in own:
        number = fault.span.start_position.line
        advice = fault.advice or _of_fault(fault)
        if advice is None or number in lines:
            others += [fault] if fault.severity is Severity.ERROR and number not in lines else []
        else:
            typed = fault.span.source.line_text(number).strip()
            lines[number] = ToFix(fault, number, typed, advice)
    text = Text(path, data, tuple(lines[number] for number in sorted(lines)), tuple(others), _signed_by(agreement))
    return _of_what_reads(text)


def _of_what_reads(text: Text) -> Text:
    """A fault's own edits are spellings of one word: shown only where the line reads with it."""
    lines: list[ToFix] = []
    others = list(text.others)
    for line in text.lines:
        if line.fault.advice is not None or line.fault.code == READ_AS:
            lines.append(line)
        elif offers := tuple(one for one in line.advice.offers if _would_read(text, line, one)):
            lines.append(replace(line, advice=replace(line.advice, offers=offers)))
        else:
            others.append(line.fault)
    return replace(text, lines=tuple(lines), others=tuple(others))


def _would_read(text: Text, line: ToFix, offer: Offer) -> bool:
    try:
        _reads(text, line, put(line.fault.span.source.text, list(offer.edits)))
    except InputError:
        return False
    return True


def _log_to_fix(path: Path, data: bytes, read: Reader) -> Text:
    found = [one for one in _log_faults(path, read) if one.span.source.name == str(path)]
    lines = []
    for one in found:
        number = one.span.start_position.line
        if one.advice is not None:
            lines.append(ToFix(one, number, one.span.source.line_text(number), one.advice))
    return Text(path, data, tuple(lines), tuple(one for one in found if one.advice is None and one.severity is Severity.ERROR))


def _log_faults(path: Path, read: Reader) -> list[Diagnostic]:
    """What is wrong with a log and the agreement beside it."""
    try:
        read_texts([str(path)], read=read)
    except InputError as problem:
        if not problem.diagnostics:
            raise
        return list(problem.diagnostics)
    return []


def _of_fault(fault: Diagnostic) -> Advice | None:
    """What a line was read as, or the right spelling of a word, as an offer."""
    if fault.code == READ_AS:
        heading, _, line = fault.edits[0].replacement.rpartition("\n")
        return Advice("read-as", (Offer((line.strip(),), heading.strip(), edits=fault.edits),))
    if fault.severity is not Severity.ERROR or not (edits := fault.edits or _spelling(fault)):
        return None
    source, number = fault.span.source, fault.span.start_position.line
    start, whole = source.line_start(number), source.line_text(number)
    offers = [
        Offer((f"{whole[: edit.span.start - start]}{edit.replacement}{whole[edit.span.end - start :]}".strip(),), edits=(edit,))
        for edit in edits
        if start <= edit.span.start and edit.span.end <= start + len(whole)
    ]
    return Advice("fault", tuple(offers), why=fault.message) if offers else None


def _spelling(fault: Diagnostic) -> tuple[Edit, ...]:
    return (Edit(fault.span, fault.nearest, f"Write {fault.nearest}"),) if fault.nearest else ()


def _signed_by(agreement: Agreement | None) -> tuple[str, ...]:
    if agreement is None:
        return ()
    return tuple(dict.fromkeys(one.party for one in agreement.signatures if agreement.assents(one)))


def taken(text: Text, line: ToFix, offer: Offer, values: Sequence[str]) -> str:
    """The text with an offer put in the place of its line, and these values in its holes.

    Raises `InputError` where somebody signed this very text, where a value is missing, and where the line would still not be a sentence.
    """
    _unsigned(text)
    if len(values) < len(offer.holes):
        missing = offer.holes[len(values)]
        example = " ".join(f'"{hole}"' for hole in offer.holes)
        raise InputError(f"this offer leaves ‹{missing}› to you: give a value after its number, such as {example}")
    if len(values) > len(offer.holes):
        raise InputError(f"too many values: this offer leaves {len(offer.holes)} open")
    edits = list(offer.edits)
    if offer.holes:
        if any(not value.isprintable() or "‹" in value or "›" in value for value in values):
            raise InputError("a value is a few words on one line")
        filled = with_values(offer, values)
        for number, edit in enumerate(edits):
            replacement = edit.replacement
            for old, new in filled.items():
                replacement = replacement.replace(old, new, 1)
            edits[number] = Edit(edit.span, replacement, edit.title)
    new = put(line.fault.span.source.text, edits)
    return _reads(text, line, new)


def _reads(text: Text, line: ToFix, new: str) -> str:
    """The new text, where less is wrong with it than with the old one."""
    if text.path.suffix == LOG:
        after = _log_faults(text.path, lambda one: new.encode() if one == text.path else read_file(one))
        wrong = [one for one in after if one.span.source.name == str(text.path) and one.severity is Severity.ERROR]
        if still := next((one for one in wrong if one.span.start_position.line == line.line), None):
            raise InputError(f"line {line.line} would still not be an entry: {still.message}")
        return new
    from pactlang.resolve import resolve_file

    _, before = resolve_file(text.path, lambda one: text.data if one == text.path else read_file(one))
    _, after = resolve_file(text.path, lambda one: new.encode() if one == text.path else read_file(one))
    known = {(one.code, one.message) for one in before if one.severity is Severity.ERROR}
    # A line that was to be fixed before is told so in other words once its heading has a kind.
    waiting = {one.typed for one in text.lines} | _under(line.fault.span)
    errors = [one for one in after if one.severity is Severity.ERROR and (one.code, one.message) not in known]
    worse = {one.message for one in errors if one.span.source.line_text(one.span.start_position.line).strip() not in waiting}
    if worse:
        raise InputError(f"line {line.line} would still not be a sentence: {min(worse)}")
    return new


def _under(span: Span) -> set[str]:
    """The lines under a heading that was no heading yet: only once it is one are their names looked up."""
    first, *below = span.source.text[span.source.line_start(span.start_position.line) :].split("\n")
    indented = takewhile(lambda one: not one or one[0].isspace(), below)
    return set() if first[:1].isspace() else {one.strip() for one in indented}


def all_read_as(text: Text) -> tuple[str, int]:
    """The text with every line that can mean one thing only written in the words of the language, and how many there were."""
    edits = [edit for one in text.lines if one.advice.kind == "read-as" for edit in one.advice.offers[0].edits]
    if not edits:
        return "", 0
    _unsigned(text)
    return put(edits[0].span.source.text, edits), len(edits)


def _unsigned(text: Text) -> None:
    if text.signed_by:
        names = person_words(text.signed_by)
        raise InputError(f"{names} signed this very text, so nothing in it is changed; take the signatures out first, and sign again")
