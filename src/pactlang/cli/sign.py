"""`pact sign`: signs exactly this text."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import ThisText
from pactlang.words.page import wants_colour

if TYPE_CHECKING:
    from pathlib import Path

    from pactlang.sign.sign import Opened


def command(
    *,
    pact: Annotated[str, typer.Argument(metavar="[PACT]", help="The agreement. Default: the one in this folder.", show_default=False)] = "",
    party: Annotated[str, typer.Option("--as", metavar="PARTY", help="Who signs, as the agreement calls them.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The date of the signature. Default: today.")] = "",
    key: Annotated[
        str, typer.Option("--key", metavar="PATH", help="Also sign with this SSH key: the signature is written next to the agreement.")
    ] = "",
    this_text: ThisText = False,
) -> None:
    """Sign an agreement. Adds a line with your name, the date and a digest of the words.

    Nothing else in the file changes. Sign for yourself only, after you have read it.

    Exit code 0: signed. 2: the text has faults, or the call is wrong; nothing was written.

    Example: pact sign us.pact --as Ana
    """
    from pactlang.cli.faults import say_done, say_notes

    remarks: list[str] = []
    with suppress(Exception):  # nothing keeps anybody from signing
        # Before it is signed: the signature may be the one from which the text counts, and a text counts for no day before that.
        remarks = _ahead(on) if on else _soon_after_a_breach(pact, this_text=this_text)
    said, lacking = _sign(pact, party, on, key, this_text=this_text)
    say_done(said)
    with suppress(Exception):
        say_notes([*lacking, *remarks])


def _ahead(on: str) -> list[str]:
    from datetime import datetime

    today = datetime.now().astimezone().date().isoformat()
    return [f"{on.strip()} is in the future; a signature says that you have agreed"] if on.strip() > today else []


def _soon_after_a_breach(name: str, *, this_text: bool) -> list[str]:
    """A word where something was not kept within the last day, by the logs beside the agreement; they need not be there, or be right."""
    from pactlang.checker.select import lately_broken
    from pactlang.inputs import InputError, check_files

    try:
        judgement = check_files([name] if name else [], this_text=this_text).judgement
        broken = lately_broken(judgement, judgement.as_of, judgement.as_of)
    except InputError:
        return []
    ids = ", ".join(finding.id for finding in broken)
    are = "are" if len(broken) > 1 else "is"
    return (
        [f"{ids} {are} less than a day ago. Terms signed this soon are often signed out of fear; sleep on it, and sign again"]
        if ids
        else []
    )


def open_agreement(name: str, *, to_sign: bool = False) -> tuple[Path, bytes, Opened]:
    """The agreement that is named, or the only one of this folder, with the bytes of its file. Raises `InputError` with all faults.

    A text to sign must be in the words of the language: what people sign must not depend on which phrases a version knows.
    """
    from pathlib import Path

    from pactlang.diagnostics import Severity
    from pactlang.inputs import AGREEMENT_ENDINGS, STANDARD_INPUT, InputError, read_file, sort_files
    from pactlang.language.parse import READ_AS
    from pactlang.sign.sign import open_text

    if name == STANDARD_INPUT or (name and Path(name).suffix not in AGREEMENT_ENDINGS and Path(name).is_file()):
        raise InputError(f"{name} is not an agreement: name a file that ends in .pact or .md")
    path = Path(name) if name else sort_files([])[0][0]
    data = read_file(path)
    opened, diagnostics = open_text(path, lambda one: data if one == path else read_file(one))
    if opened is None or any(one.severity is Severity.ERROR for one in diagnostics):
        raise InputError(diagnostics=diagnostics)
    if to_sign and any(one.code == READ_AS for one in diagnostics):
        read = [one for one in diagnostics if one.code == READ_AS]
        raise InputError(f"before anyone signs, every sentence must be in the words of the language. Run: pact fmt {path}", read)
    return path, data, opened


def _sign(name: str, party: str, on: str, key: str, *, this_text: bool) -> tuple[str, list[str]]:
    from datetime import UTC, datetime

    from pactlang.inputs import InputError, known_party, read_file, the_door, zone_of_all
    from pactlang.language.tokens import date_ordinal
    from pactlang.model.words import evened
    from pactlang.sign.keys import make_signature, signature_path
    from pactlang.sign.sign import signed_text
    from pactlang.sign.verify_text import signed_words
    from pactlang.writing import change_file, write_file

    path, data, opened = open_agreement(name, to_sign=True)
    agreement = opened.agreement
    party = evened(party)
    before = the_door([path], lambda one: data if one == path else read_file(one), this_text=this_text)
    if before.agreed_last is None or party not in before.agreed_last.parties:  # who was a party may sign that it ends for them
        known_party(party, agreement)
    day = date_ordinal(on.strip()) if on else zone_of_all([agreement]).date_of(int(datetime.now(UTC).timestamp()))
    if day is None:
        raise InputError(f"--on: {on!r} is not a valid date; use the form 2026-10-05")
    mine = [one for one in before.signed.under(agreement).signatures if one.party == party and one.digest == agreement.digest]
    written = [one.on for one in agreement.signatures if one.party == party and one.digest == agreement.digest]
    keep = bool(written) and (day in written if on else before.signed.last_word(party) == agreement.digest)
    text = opened.document.source.text
    if not keep:
        replaced = before.agreed_last.digest if before.agreed_last is not None else ""
        standing = [one.on for one in mine]
        after = "" if replaced == agreement.digest else replaced
        text = signed_text(opened.document, agreement.parties, party, day, agreement.digest, after, standing)
    new = (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
    _holds(path, new, opened, party)
    beside = signature_path(path, agreement.parties, party)
    signature = make_signature(opened.words, _file(key)) if key else b""
    if new != data:
        write_file(path, new, was=data)
    if signature:
        change_file(beside, lambda _: signature)
    said = signed_words(
        str(path),
        party,
        (day if day in written else max(written)) if keep else day,
        agreement.digest,
        written=new != data,
        beside=str(beside) if key or (new != data and beside.is_file()) else "",
        keyed=bool(key),
        colour=wants_colour(sys.stdout),
    )
    return said, before.lacking


def _file(name: str) -> Path:
    from pathlib import Path

    from pactlang.inputs import InputError

    if not Path(name).is_file():
        raise InputError(f"there is no file {name}")
    return Path(name)


def _holds(path: Path, new: bytes, opened: Opened, party: str) -> None:
    """The new text, read again, must say the same and be signed; only then it may be written."""
    from pactlang.inputs import InputError, read_file
    from pactlang.sign.sign import open_text

    again, _ = open_text(path, lambda one: new if one == path else read_file(one))
    if again is None or again.words != opened.words or party in again.agreement.unsigned:
        raise InputError(f"{path}: the signature would not fit this text, so nothing was written; please report this")
