"""Writes a party's signature into a text, and tells who has assented to it. Everything else stays as it is, byte for byte."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.timeline import FAR_DAY
from pactlang.language.tokens import written_name
from pactlang.language.tree import FieldLine, LineKind, PactHeading
from pactlang.resolve import resolve_file
from pactlang.resolve.files import Reader, gather
from pactlang.resolve.signatures import canonical_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from pactlang.checker.agreed import Signed
    from pactlang.checker.timeline import Timeline
    from pactlang.diagnostics import Diagnostic
    from pactlang.language.tree import Block, Document, Item, Line
    from pactlang.model.agreement import Agreement, Signature


class Assent(StrEnum):
    """How a party stands to a text."""

    THIS = "this text"
    ANOTHER = "another text"
    NONE = "no text"


class Assented(Struct, frozen=True):
    """A party with what they signed; `on` as an ordinal. `digest` is empty where the line holds none."""

    party: str
    assent: Assent
    on: int | None = None
    digest: str = ""


class Opened(Struct, frozen=True):
    """An agreement with its own file as a tree, and the words that a signature stands for (included files, too)."""

    agreement: Agreement
    document: Document
    words: str


def open_text(path: Path, read: Reader) -> tuple[Opened | None, list[Diagnostic]]:
    """Read an agreement to sign it or to look at its signatures, with everything there is to say about its text."""
    agreement, diagnostics = resolve_file(path, read)
    if agreement is None:
        return None, diagnostics
    own = gather(path, read).own
    return Opened(agreement, own[0], canonical_text(own)), diagnostics


def assents(agreement: Agreement) -> tuple[Assented, ...]:
    """Every party, in the agreement's order, with what they signed."""
    signatures: dict[str, Signature] = {}
    for one in sorted(agreement.signatures, key=lambda one: (agreement.assents(one), one.on)):
        signatures[one.party] = one
    found: list[Assented] = []
    for party in agreement.parties:
        signature = signatures.get(party)
        if signature is None:
            found.append(Assented(party, Assent.NONE))
        else:
            assent = Assent.THIS if agreement.assents(signature) else Assent.ANOTHER
            found.append(Assented(party, assent, signature.on, signature.digest))
    return tuple(found)


def counted(found: Sequence[Assented], agreement: Agreement, signed: Signed) -> tuple[Assented, ...]:
    """The same, where all that was ever `signed` is known: a line without a digest that was given to earlier words is not for these."""
    mine = {(one.party, one.on) for one in signed.under(agreement).signatures if agreement.assents(one)}
    return tuple(
        replace(one, assent=Assent.ANOTHER) if one.assent is Assent.THIS and (one.party, one.on) not in mine else one for one in found
    )


def dates_in_force(agreement: Agreement, laid: Timeline) -> tuple[int, int | None] | None:
    """The dates from which and until which a text is in force (or was, the last time; None where it has no end); None where it never is."""
    mine = [one for one in laid.versions if one.agreement.digest == agreement.digest and not one.draft]
    return (mine[-1].first, None if mine[-1].last == FAR_DAY else mine[-1].last) if mine else None


def signature_line(party: str, on: int, digest: str, after: str = "") -> str:
    """The words of a signature; `after` is the digest of the text that this one takes the place of.

    >>> signature_line("Ana", date(2026, 8, 30).toordinal(), "sha256:12", "sha256:0f")
    'signed by Ana on 2026-08-30 digest sha256:12 after sha256:0f'
    """
    line = f"signed by {written_name(party)} on {date.fromordinal(on).isoformat()} digest {digest}"
    return f"{line} after {after}" if after else line


def signed_text(
    document: Document, parties: Sequence[str], party: str, on: int, digest: str, after: str = "", standing: Collection[int] = ()
) -> str:
    """The text of a file with a party's signature in its `pact` heading: in the place of theirs under other words, else on its own line.

    What they signed under these words on another date stays. `standing` are the dates of lines without a digest that are under these words.

    Each party has a place of their own among the lines of the heading, in the order of the parties, whoever signs first. So two
    people who sign at the same time in two branches change different places, and git puts both together by itself; only where the
    heading has fewer lines than the agreement has parties do some of them share a place.
    """
    block = next(block for block in document.blocks if isinstance(block.heading, PactHeading))
    words = signature_line(party, on, digest, after)
    own = [item.line for item in block.items if _signer(item) == party and not _stays(item, on, digest, standing)]
    text = document.source.text
    if own:
        for line in own[:0:-1]:  # of several under other words, the first gives its place
            out = document.whole(line)
            text = text[: out.start] + text[out.end :]
        return text[: own[0].span.start] + words + text[own[0].span.end :]
    above = _place(document, block, parties, party)
    whole = document.whole(above).text
    ending = whole[len(whole.rstrip("\r\n")) :]
    first = next((item.line for item in block.items if item.line.indent), None)
    indent = text[document.whole(first).start : first.span.start] if first is not None else "    "
    at = document.whole(above).end
    if not ending:  # the last line of the file, without a line break
        return f"{text[:at]}{_line_break(text)}{indent}{words}{text[at:]}"
    return f"{text[:at]}{indent}{words}{ending}{text[at:]}"


def _place(document: Document, block: Block, parties: Sequence[str], party: str) -> Line:
    """The line under which a party's signature goes: the last lines of the heading, one for each party, signatures left out."""
    lines = [block.line, *(item.line for item in block.items if _signer(item) is None)]
    number = parties.index(party) if party in parties else len(parties) - 1
    above = lines[max(0, len(lines) - len(parties) + number)] if len(lines) >= len(parties) else lines[min(number, len(lines) - 1)]
    # Where others have signed at this very place, the order of the parties decides.
    before = {*parties[:number], party}
    for line in document.lines[above.number :]:
        signer = next((_signer(item) for item in block.items if item.line is line), None)
        if signer is None or signer not in before or line.kind is not LineKind.CODE:
            break
        above = line
    return above


def _stays(item: Item, on: int, digest: str, standing: Collection[int]) -> bool:
    """Whether a signature is under these words, and of another date."""
    assert isinstance(item.body, FieldLine)  # noqa: S101 - only asked of signatures
    day, words = item.body.values[1:3]
    return day != on and (words == digest or (not words and day in standing))


def _signer(item: Item) -> str | None:
    """Who signs on a line; None where it is no signature."""
    if isinstance(item.body, FieldLine) and item.body.word == "signed by":
        return str(item.body.values[0])
    return None


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
