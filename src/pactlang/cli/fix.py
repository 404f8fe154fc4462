"""`pact fix`: lines that are not yet sentences, and what each could be."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import Format, Output
from pactlang.words.page import out_json, show, wants_colour

if TYPE_CHECKING:
    from pactlang.inputs.fixing import Text, ToFix


def command(
    *,
    place: Annotated[str, typer.Argument(metavar="[FILE[:LINE]]", help="An agreement, or one line of it.", show_default=False)] = "",
    number: Annotated[int, typer.Argument(metavar="[N]", help="The offer to take.", show_default=False)] = 0,
    values: Annotated[list[str] | None, typer.Argument(metavar="[VALUE…]", help="What nobody has said yet.", show_default=False)] = None,
    everything: Annotated[bool, typer.Option("--all", help="Write every line that can mean only one thing.")] = False,
    output: Output = Format.TEXT,
) -> None:
    """Turn lines that are not yet sentences into what you meant.

    Layout is for 'pact fmt', and what rules offer for 'pact lint --fix'.

    Exit code 0: no line needs it, or it was written. 1: a line needs it. 2: the call is wrong; nothing was written.

    Example: pact fix us.pact:14 1
    """
    from pathlib import Path

    from pactlang.inputs import InputError, sort_files
    from pactlang.inputs.fixing import all_read_as, text_to_fix
    from pactlang.words.suggest import fix_json, fix_text

    found = re.fullmatch(r"(.*\.(?:pact|pactlog|md|markdown)):(\d+)", place)
    file, at = (found[1], int(found[2])) if found is not None else (place, 0)
    paths = [Path(file)] if file else sort_files([])[0]
    texts = [text_to_fix(path) for path in paths]
    if number or values:
        if not at:
            raise InputError("name the line, too: pact fix us.pact:14 1")
        _take(texts[0], _line(texts[0], at), number, values or [])
        return
    if everything:
        for text in texts:
            new, count = all_read_as(text)
            if count:
                _write(text, new, f"{count} {'line' if count == 1 else 'lines'} written in the words of the language")
        texts = [text_to_fix(path) for path in paths]
    shown = [(text, one) for text in texts for one in text.lines if at in (0, one.line)]
    if at and not shown:
        raise InputError(f"{file}: nothing is to be fixed in line {at}")
    if output is Format.JSON:
        out_json(fix_json(shown))
    else:
        show(fix_text(shown, [one for text in texts for one in text.others if not at], colour=wants_colour(sys.stdout)))
    if shown:
        raise typer.Exit(1)


def _line(text: Text, at: int) -> ToFix:
    from pactlang.inputs import InputError

    found = next((one for one in text.lines if one.line == at), None)
    if found is None:
        raise InputError(f"{text.path}: nothing is to be fixed in line {at}")
    return found


def _take(text: Text, line: ToFix, number: int, values: list[str]) -> None:
    from pactlang.inputs import InputError
    from pactlang.inputs.fixing import taken

    offers = line.advice.offers
    if not 1 <= number <= len(offers):
        raise InputError(f"there is no offer {number} for line {line.line}; see pact fix {text.path}:{line.line}")
    offer = offers[number - 1]
    if not values and sys.stdin.isatty():
        values = [typer.prompt(f"Nobody has said it yet. {' / '.join(offer.marked)}\n", default=hole) for hole in offer.holes]
    _write(text, taken(text, line, offer, values), "written")


def _write(text: Text, new: str, words: str) -> None:
    from pactlang.cli.faults import say_done
    from pactlang.writing import write_file

    bom = b"\xef\xbb\xbf" if text.data.startswith(b"\xef\xbb\xbf") else b""
    write_file(text.path, bom + new.encode(), was=text.data)
    say_done(f"{text.path}: {words}\n")
