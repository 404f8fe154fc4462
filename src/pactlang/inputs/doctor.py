"""What is installed, and what is found in a folder and why: the same ways in which every command finds it. It says no name of anyone."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang import __version__
from pactlang.diagnostics import Severity
from pactlang.inputs.files import InputError, agreements_of, inside, shown
from pactlang.programs import program

if TYPE_CHECKING:
    from pactlang.history.door import Door

_EXTRAS = {
    "pyarrow": "logs in Parquet: pip install 'pactlang[parquet]'",
    "holidays": "pact days --country: pip install 'pactlang[holidays]'",
}
_PROGRAMS = {"git": "earlier versions, merges and history", "ssh-keygen": "signatures with a key"}


class State(StrEnum):
    """What to think of a line: fine, good to know, or something to mend."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


class Line(Struct, frozen=True):
    """One thing that was looked at: under which part, what it is, how it is, and why."""

    part: str
    name: str
    state: State
    words: str


def examined(folder: Path) -> list[Line]:
    """All lines about the installation, and about a folder."""
    return [*_installed(), *_here(folder)]


def _installed() -> Iterator[Line]:
    part = "Installed"
    yield Line(part, "pactlang", State.FINE, f"{__version__}, in {_short(Path(__file__).parents[1])}")
    yield Line(part, "Python", State.FINE, f"{platform.python_version()}, {_short(Path(sys.executable))}")
    own = {str(Path(os.path.realpath(sys.executable)).parent), str(Path(sys.executable).parent), str(Path(sys.argv[0]).resolve().parent)}
    for name in ("pact", "pactlang"):
        found = program(name)
        if found is None:
            yield Line(part, name, State.NOTE, "is not on the search path; hooks of git need it there")
        elif str(Path(found).parent) in own or str(Path(found).resolve().parent) in own:
            yield Line(part, name, State.FINE, _short(Path(found)))
        else:
            yield Line(part, name, State.NOTE, f"on the search path, {_short(Path(found))} comes first; it may be another program")
    tables = Path(__file__).parents[1] / "language" / "tables.bin"
    made = "made when it was built" if tables.is_file() else "not here, so that each start takes longer"
    yield Line(part, "tables", State.FINE if tables.is_file() else State.NOTE, made)
    for name, use in _PROGRAMS.items():
        found = program(name)
        yield Line(part, name, State.FINE if found else State.NOTE, found or f"not found; without it there are no {use}")
    for name, use in _EXTRAS.items():
        there = find_spec(name) is not None
        yield Line(part, name, State.FINE if there else State.NOTE, "installed" if there else f"not installed; needed for {use}")


def _short(path: Path) -> str:
    """A path without the name that one's own folder has on this machine."""
    home = os.path.expanduser("~")  # noqa: PTH111 - it never fails
    return f"~{os.sep}{path.relative_to(home)}" if path.is_relative_to(home) and home != os.sep else str(path)


def _here(folder: Path) -> Iterator[Line]:
    part = "Here"
    try:
        found = agreements_of(folder)
        logs = inside(folder, ".pactlog")
    except (InputError, OSError) as problem:
        yield Line(part, "folder", State.WRONG, str(problem))
        return
    if not found:
        yield Line(part, "agreement", State.WRONG, "none: no file ends in .pact, or in .md with a ```pact block. 'pact new' makes one")
        return
    if len(found) > 1:
        names = ", ".join(shown(path) for path in found)
        yield Line(part, "agreement", State.NOTE, f"several, so every command asks which: {names}")
    for path in found:
        why = "the only one in this folder" if len(found) == 1 else "one of several"
        yield from _agreement(path, why, logs)
    yield from _settings(found[0])
    yield from _repository(folder)


def _agreement(path: Path, why: str, logs: list[Path]) -> Iterator[Line]:
    from pactlang.inputs.texts import the_door
    from pactlang.words.words import count_words

    part = shown(path)
    try:
        door = the_door([path])
    except InputError as problem:
        yield Line(part, "agreement", State.WRONG, str(problem))
        return
    faults = [one for one in door.faults if one.severity is Severity.ERROR]
    if faults:
        first = faults[0].span.start_position.line
        many = count_words(len(faults), "fault")
        yield Line(part, "agreement", State.WRONG, f"{why}; {many}, the first on line {first}. 'pact check' shows all")
        return
    yield Line(part, "agreement", State.FINE, f"{why}; it can be read")
    yield from _versions(part, door)
    if notes := len(door.lacking) + len(door.told):  # they name people
        yield Line(part, "versions", State.NOTE, f"{count_words(notes, 'remark')} about them; 'pact check' shows all")
    if not logs:
        yield Line(part, "log", State.NOTE, "none: no .pactlog is next to it. 'pact log' begins one")
    for log in logs:
        yield _log(part, log, door)


def _versions(part: str, door: Door) -> Iterator[Line]:
    from pactlang.words.words import count_words

    commits = sum(kept.commits for kept in door.kept)
    kept = f"git keeps {count_words(commits, 'commit')} of it" if commits else "git keeps none of it, so only this text counts"
    if door.drafts:
        yield Line(part, "versions", State.NOTE, f"a draft: nobody, or not everyone, has signed it; {kept}")
    else:
        signed = count_words(len(door.agreements), "text")
        yield Line(part, "versions", State.FINE, f"{signed} that all have signed; {kept}")


def _log(part: str, log: Path, door: Door) -> Line:
    from pactlang.inputs.texts import read_logs
    from pactlang.words.words import count_words

    try:
        entries, found = read_logs([log], door.agreements, whole=door.whole)
    except InputError as problem:
        return Line(part, shown(log), State.WRONG, str(problem))
    faults = [one for one in found if one.severity is Severity.ERROR]
    if faults:
        first = faults[0].span.start_position.line
        return Line(
            part, shown(log), State.WRONG, f"{count_words(len(faults), 'fault')}, the first on line {first}. 'pact check' shows all"
        )
    return Line(part, shown(log), State.FINE, f"a log, since it is next to it; {count_words(len(entries), 'entry', 'entries')}")


def _settings(path: Path) -> Iterator[Line]:
    from pactlang.inputs.settings import lint_settings, log_as, me_of, nearest_settings

    file = nearest_settings(path)
    if file is None:
        yield Line("Here", "pact.toml", State.FINE, "none here or above; nothing is set")
        return
    try:
        lint_settings(path)
        me_of(path)
        log_as(path)
    except InputError as problem:
        yield Line("Here", "pact.toml", State.WRONG, str(problem))
        return
    yield Line("Here", "pact.toml", State.FINE, f"{_short(file)}, the nearest from here upwards")


def _repository(folder: Path) -> Iterator[Line]:
    from pactlang.history import GitError
    from pactlang.history.git import repository_around, run

    if program("git") is None:
        return
    try:
        repository = repository_around(folder)
        if repository is None:
            yield Line("Here", "git", State.FINE, "not a repository")
            return
        drivers = [run(repository.top, "config", "--local", "--get", f"merge.{name}.driver") for name in ("pact", "pactlog")]
    except GitError as problem:
        yield Line("Here", "git", State.WRONG, str(problem))
        return
    if drivers[0].code:
        yield Line("Here", "git", State.NOTE, f"a repository, {_short(repository.top)}; 'pact git install' has not been run in this copy")
    elif drivers[1].code:
        yield Line("Here", "git", State.NOTE, f"a repository, {_short(repository.top)}; run 'pact git install' again: it merges logs now")
    else:
        yield Line("Here", "git", State.FINE, f"a repository, {_short(repository.top)}, set up by 'pact git install'")
