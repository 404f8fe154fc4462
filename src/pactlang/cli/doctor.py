"""`pact doctor`: what is installed, and what is found here and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pactlang.cli.options import Format, Output
from pactlang.words.page import Page, out_json, show, wants_colour


def command(
    *,
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="The folder to look at. Default: this one.")] = ".",
    output: Output = Format.TEXT,
) -> None:
    """Say what is installed, what is found here, and why.

    Which agreement, versions and logs the other commands would take. It names files and counts, and nobody. Nothing is written, and
    nothing is sent anywhere.

    Exit code 0: nothing is wrong. 1: something here has to be mended. 2: the call is wrong.

    Example: pact doctor
    """
    import json

    from pactlang.inputs import InputError
    from pactlang.inputs.doctor import State, examined

    try:
        there = Path(folder).resolve(strict=True).is_dir()
    except (OSError, ValueError):  # gone since, or a character that no name of a folder can have
        there = False
    if not there:
        raise InputError(f"there is no folder {folder}")
    lines = examined(Path(folder))
    if output is Format.JSON:
        told = [{"part": one.part, "name": one.name, "state": one.state.value, "words": one.words} for one in lines]
        out_json(json.dumps({"schema": "pactlang/doctor/1", "lines": told}, ensure_ascii=False, indent=1) + "\n")
    else:
        page = Page(colour=wants_colour(sys.stdout))
        wide = max(len(one.name) for one in lines)
        part = ""
        for one in lines:
            if one.part != part:
                if part:
                    page.line()
                page.line(page.mark(one.part, "title"))
                part = one.part
            sign, style = {State.FINE: ("ok", "good"), State.NOTE: ("--", "due"), State.WRONG: ("!!", "error")}[one.state]
            page.line(f"  {page.mark(sign, style)}  {page.mark(f'{one.name:{wide}}')}  {page.mark(one.words)}")
        show(page.text)
    if any(one.state is State.WRONG for one in lines):
        raise typer.Exit(1)
