"""`pact git`: sets a repository up for agreements; the commands that git then calls are hidden."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pactlang.words.page import out, show
from pactlang.words.words import safe

group = typer.Typer(help="Set up a git repository for agreements. Diffs in words, merges clause by clause.", no_args_is_help=True)


def _say(done: list[str], left: list[str], nothing: str) -> None:
    for one in done:
        show(f"{safe(one)}\n")
    if not done:
        out(f"{nothing}\n")
    for one in left:
        show(f"pact: {safe(one)}\n", sys.stderr)


@group.command("install")
def install(
    *,
    words: Annotated[bool, typer.Option("--words", help="'git diff' shows what changed by sentence, not by line.")] = False,
) -> None:
    """Set up this repository, once in each copy of it.

    It gets attributes, a differ, a merger by clauses, and a look at each commit. Nothing that someone else wrote is changed. Settings and
    the hook belong to this copy: everyone who clones runs this once, too.

    Example: pact git install
    """
    from pactlang.history.install import install as set_up

    told = set_up(Path.cwd(), in_words=words)
    _say(told.done, told.left, "Everything is set up already.")


@group.command("uninstall")
def uninstall() -> None:
    """Remove what 'pact git install' wrote, and nothing else.

    Example: pact git uninstall
    """
    from pactlang.history.install import uninstall as take_out

    told = take_out(Path.cwd())
    _say(told.done, told.left, "There was nothing to remove.")


@group.command("textconv", hidden=True)
def textconv(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Give a text as 'git diff' and 'git log -p' are to compare it: in one layout, with nothing in it that cannot be seen."""
    from pactlang.inputs import read_file
    from pactlang.language.layout import format_agreement
    from pactlang.resolve.files import decode

    source, _ = decode(read_file(file), str(file))
    laid_out = format_agreement(source)
    # In one layout, so that only words are compared; and a text that people sign looks like what it means.
    lines = (laid_out.text if laid_out.same else source.text).replace("\r\n", "\n").split("\n")
    out("\n".join(safe(line.expandtabs(4)) for line in lines), utf8=True)


@group.command("diff-driver", hidden=True)
def diff_driver(
    path: Annotated[str, typer.Argument(metavar="PATH")],
    old: Annotated[Path, typer.Argument(metavar="OLD")],
    _old_hash: Annotated[str, typer.Argument(metavar="HASH")],
    _old_mode: Annotated[str, typer.Argument(metavar="MODE")],
    new: Annotated[Path, typer.Argument(metavar="NEW")],
    _more: Annotated[list[str] | None, typer.Argument(metavar="…")] = None,
) -> None:
    """Tell git what changed in an agreement, sentence by sentence; line by line where one of the texts cannot be read."""
    from pactlang.cli.patience import patience
    from pactlang.diff.history_text import changes_text
    from pactlang.diff.renegotiations import changes_between
    from pactlang.inputs import InputError, load, read_file

    colour = sys.stdout.isatty()
    try:
        before, after = load(old), load(new)
    except InputError:
        from difflib import unified_diff

        # Git names a file that is not there /dev/null.
        read = [b"" if str(file) == os.devnull else read_file(file) for file in (old, new)]
        was, now = (data.decode(errors="replace").splitlines() for data in read)
        out("".join(f"{safe(line)}\n" for line in unified_diff(was, now, f"a/{path}", f"b/{path}", lineterm="")))
        return
    with patience():
        changes = changes_between(before, after)
    out(changes_text(path, changes, colour=colour))


@group.command("merge-driver", hidden=True)
def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="BASE")],
    ours: Annotated[Path, typer.Argument(metavar="OURS")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS")],
    path: Annotated[str, typer.Argument(metavar="PATH")] = "",
    *,
    marker_size: Annotated[int, typer.Option("--marker-size")] = 7,
    log: Annotated[bool, typer.Option("--log")] = False,
) -> None:
    """Merge two changed texts into OURS. Exit code 0: merged. 1: someone has to decide. More than 128: it could not be tried."""
    from pactlang.history.driver import merge_files

    try:
        merged = merge_files(base, ours, theirs, max(1, min(marker_size, 100)), log=log)
    except Exception as problem:
        from pactlang.cli.faults import failed

        # Git takes any smaller number for a merge in which something is left to decide, and OURS for what it came to.
        failed(problem)
        raise typer.Exit(129) from None
    for note in merged.notes:
        show(f"pact: {safe(path or str(ours))}: {safe(note)}\n", sys.stderr)
    raise typer.Exit(1 if merged.conflicts else 0)


@group.command("hook", hidden=True)
def hook(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE…]")] = None,
) -> None:
    """Look at the agreements and logs that are about to be committed (or at these files). Exit code 1: something is wrong with one."""
    from pactlang.history.staged import look_at, look_at_staged
    from pactlang.inputs import read_file

    looked = look_at(files, read_file) if files else look_at_staged(Path.cwd())
    if looked.faults:
        from pactlang.words.diagnostics import diagnostics_text
        from pactlang.words.page import wants_colour

        show(diagnostics_text(looked.faults, colour=wants_colour(sys.stderr), outcome="nothing was committed"), sys.stderr)
    for path in looked.otherwise:
        show(f"pact: {safe(str(path))} is not formatted the way 'pact fmt' would; run it, and 'git add' the file again\n", sys.stderr)
    if looked.faults or looked.otherwise:
        raise typer.Exit(1)
