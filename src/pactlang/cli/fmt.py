"""`pact fmt`: one canonical layout for agreements."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.words.page import out, show, wants_colour

if TYPE_CHECKING:
    from pactlang.language.layout import Formatted
    from pactlang.source import SourceFile


def command(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE…]",
            help="Agreements. Default: all in this folder. '-' reads standard input and writes to standard output.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say which files would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show the lines that would change.")] = False,
) -> None:
    """Give agreements one layout. Words, comments and meaning stay as they are.

    Blocks that cannot be read stay as they are. Signatures stay valid: they do not depend on the layout.
    Lines that do not read are for 'pact fix', and what rules offer for 'pact lint --fix'.

    Exit code 0: done, or nothing to do. 1: with --check or --diff, something would change. 2: nothing was written.

    Example: pact fmt us.pact --diff
    """
    from pathlib import Path

    from pactlang.cli.faults import say_done
    from pactlang.inputs import STANDARD_INPUT
    from pactlang.words.fmt import diff_text, left_text, summary_text
    from pactlang.writing import write_file

    texts = _read(files or [])
    changed = [name for name, (data, _, new) in texts.items() if data != new.text.encode()]
    if not check and not diff:
        for name in changed:
            if name != STANDARD_INPUT:
                write_file(Path(name), texts[name][2].text.encode(), was=texts[name][0])
    for name, (_, _, new) in texts.items():
        if new.left:
            show(left_text(name, new.left, colour=wants_colour(sys.stderr)), sys.stderr)
    if diff:
        for name in changed:
            data, _, new = texts[name]
            out(diff_text(name, data.decode(), new.text, colour=wants_colour(sys.stdout)))
    elif check:
        show(summary_text(changed, len(texts), written=False, colour=wants_colour(sys.stdout)))
    elif STANDARD_INPUT in texts:
        out(texts[STANDARD_INPUT][2].text, utf8=True)
    else:
        say_done(summary_text(changed, len(texts), written=True, colour=wants_colour(sys.stdout)))
    if changed and (check or diff):
        raise typer.Exit(1)


def _read(files: list[str]) -> dict[str, tuple[bytes, SourceFile, Formatted]]:
    """Every file with its new layout; all faults of all files that are no text at all in one `InputError`."""
    from codecs import BOM_UTF8
    from pathlib import Path

    from msgspec.structs import replace

    from pactlang.inputs import AGREEMENT_ENDINGS, STANDARD_INPUT, InputError, agreements_of, read_file
    from pactlang.language.layout import format_agreement
    from pactlang.language.literate import block_lines, is_literate
    from pactlang.resolve.files import decode

    names = list(dict.fromkeys(files)) or [str(path) for path in agreements_of(Path())]
    if not names:
        raise InputError("there is no agreement in this folder. Name one: pact fmt us.pact")
    if STANDARD_INPUT in names and len(names) > 1:
        raise InputError("'-' cannot be combined with files: standard input is written to standard output")
    found: dict[str, tuple[bytes, SourceFile, Formatted]] = {}
    messages, faults = [], []
    for name in names:
        try:
            if name != STANDARD_INPUT and Path(name).suffix not in AGREEMENT_ENDINGS and Path(name).is_file():
                raise InputError(f"{name} is not an agreement: only files that end in .pact or .md can be formatted")
            data = read_file(Path(name))
        except InputError as wrong:
            messages.append(wrong.message)
            continue
        source, fault = decode(data, name)
        if fault is not None:
            faults.append(fault)
            continue
        if is_literate(name) and not block_lines(source.text):
            messages.append(f"{name} contains no agreement, that is, no block that starts with ```pact")
            continue
        new = format_agreement(source)
        if not new.same:
            messages.append(f"{name}: the new layout would not mean the same, so nothing was written; please report this")
        if is_literate(name) and data.startswith(BOM_UTF8):
            new = replace(new, text=f"\ufeff{new.text}")  # a page stays as it is around its blocks
        found[name] = (data, source, new)
    if messages or faults:
        raise InputError("; ".join(messages), faults)
    return found
