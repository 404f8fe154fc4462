"""`pact new`: a folder to begin with."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import Format, Output
from pactlang.words.page import out_json, show

if TYPE_CHECKING:
    from pactlang.inputs.beginning import Beginning


def command(
    *,
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="The folder; made if it is not there. Default: this one.")] = ".",
    template: Annotated[str, typer.Option("--template", metavar="NAME", help="What to begin with; --list shows all.")] = "couple",
    listed: Annotated[bool, typer.Option("--list", help="Show the templates, and write nothing.")] = False,
    ask: Annotated[bool, typer.Option("--ask", help="A short talk instead of a template: only what you answer is written.")] = False,
    between: Annotated[str, typer.Option("--between", metavar="NAMES", help="Who it is between, such as 'Mia and Jon'.")] = "",
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="From when it is to count. Default: today.")] = "",
    zone: Annotated[str, typer.Option("--zone", metavar="ZONE", help="Whose clock, such as Europe/Berlin. Default: this machine's.")] = "",
    output: Output = Format.TEXT,
) -> None:
    """Begin: a folder with an agreement to edit and an empty log.

    The agreement is a draft with a comment at each place to decide. Only you can read the new files. Nothing that is there is changed;
    a folder that holds an agreement already is refused. In a git repository, this also does what 'pact git install' does.

    Exit code 0: written, or listed. 2: the call is wrong, or there is an agreement already; nothing was written.

    Example: pact new ours --template opened --between "Mia and Jon"
    """
    from pactlang.cli.faults import say_done
    from pactlang.inputs.beginning import templates

    known = templates()
    if listed:
        if output is Format.JSON:
            out_json(_json({"templates": [{"name": one.name, "about": one.about, "decisions": one.decisions} for one in known]}))
        else:
            show("".join(f"{one.name:10}  {one.about}\n" for one in known))
        return
    begun = _begun("" if ask else template, [one.name for one in known], between, since, zone, Path(folder))
    written = _write(Path(folder), begun)
    notes = _git(Path(folder))
    if output is Format.JSON:
        out_json(_json({
            "folder": folder, "template": template, "between": list(begun.parties), "from": str(date.fromordinal(begun.first)),
            "zone": begun.zone, "decisions": begun.decisions, "written": written, "notes": notes,
        }))  # fmt: skip
        return
    say_done(_text(folder, begun, written, notes))


def _begun(template: str, known: list[str], between: str, since: str, zone: str, folder: Path) -> Beginning:
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError, date_of, moment_or_now
    from pactlang.inputs.beginning import begin, parties_of
    from pactlang.model.calendar import load_zone, machine_zone, near_zone, zone_names

    if template and template not in known:
        near = nearest_spelling(template, known)
        meant = f"did you mean {near}?" if near else f"there are: {', '.join(known)}"
        raise InputError(f"there is no template {template}; {meant}")
    if zone and zone not in zone_names():
        near = near_zone(zone)
        raise InputError(f"--zone: there is no time zone {zone}; {f'did you mean {near}?' if near else 'use a name such as Europe/Berlin'}")
    clock = load_zone(zone) if zone else machine_zone()
    first = date_of(since, "--from") if since else clock.date_of(moment_or_now("", clock))
    parties = parties_of(between) if between else ()
    key = clock.key if clock.key in zone_names() else "UTC"
    if template:
        return begin(template, parties, first, key)
    from pactlang.cli.new_talk import asked
    from pactlang.cli.talk import can_ask

    if not can_ask():
        raise InputError("--ask needs a terminal; without one, choose a template: pact new --list")
    _free(folder)
    return asked(parties, first, key, ask_first=not since, ask_zone=not zone)


def _free(folder: Path) -> None:
    """Raise `InputError` where a folder holds an agreement, or a log with entries."""
    from pactlang.inputs import InputError
    from pactlang.inputs.beginning import LOG
    from pactlang.inputs.files import read_file

    there = sorted(one.name for ending in (".pact", ".pactlog") for one in folder.glob(f"*{ending}")) if folder.is_dir() else []
    for name in there:
        if not (name == LOG and not (folder / name).is_symlink() and not read_file(folder / name)):
            raise InputError(f"{folder / name} is there already, so nothing was written; name another folder, for example: pact new ours")


def _write(folder: Path, begun: Beginning) -> list[str]:
    """The names of the files that are new. The agreement comes last: where it is, all is."""
    from pactlang.history.blocks import marked
    from pactlang.history.install import ATTRIBUTES
    from pactlang.inputs.beginning import AGREEMENT, LOG
    from pactlang.writing import NotWrittenError, write_file

    _free(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, ValueError) as problem:
        raise NotWrittenError(f"the folder {folder} cannot be made: {getattr(problem, 'strerror', '') or problem}") from None
    attributes = marked([" ".join((pattern, *words)) for pattern, words in ATTRIBUTES.items()])
    written: list[str] = []
    for name, text in ((".gitattributes", attributes), (LOG, ""), (AGREEMENT, begun.text)):
        if not os.path.lexists(folder / name):
            write_file(folder / name, text.encode(), was=None, private=True)
            written.insert(0, name)
    return written


def _git(folder: Path) -> list[str]:
    """Set up the repository that the folder lies in, if it lies in one; what was done, and what was left and why."""
    from pactlang.history import GitError
    from pactlang.history.install import install
    from pactlang.programs import program

    if program("git") is None:
        return []
    try:
        told = install(folder)
    except GitError:
        return []
    return [f"git: {one}" for one in (*told.done, *told.left)]


def _text(folder: str, begun: Beginning, written: list[str], notes: list[str]) -> str:
    from pactlang.inputs.beginning import AGREEMENT, LOG
    from pactlang.words.words import count_words, day_words, people_words, safe

    places = f': {count_words(begun.decisions, "place")} to decide, marked "# Decide"' if begun.decisions else ""
    what = {
        AGREEMENT: f"your agreement, a draft between {people_words(begun.parties)}{places}",
        LOG: "the log, still empty",
        ".gitattributes": "how git treats both, if you use git",
    }
    lines = [f"Begun in {folder}:" if folder != "." else "Begun in this folder:"]
    lines += [f"  {name:15} {what[name]}" for name in written]
    lines += notes
    lines += ["", f"It counts from {day_words(begun.first)}, by the clock of {begun.zone}."]
    lines += [f"Edit {AGREEMENT} together. Then{'' if folder == '.' else ', in that folder'}:"]
    lines += ["  pact lint                 what a wise friend would ask", "  pact check                what is due, and what was kept"]
    lines += ["  pact export -o us.ics     the dates, for your calendar"]
    return "".join(f"{safe(line)}\n" for line in lines)


def _json(value: dict[str, object]) -> str:
    import json

    return json.dumps({"schema": "pactlang/new/1", **value}, ensure_ascii=False, indent=1) + "\n"
