"""Sets a repository up for agreements, and takes out again exactly what it set.

Three places: `.gitattributes` (which goes to everybody who clones), the repository's own settings, and its pre-commit hook (which do not).
Nothing that somebody else wrote is changed; where it is in the way, that is told.
"""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path
from shlex import quote

from msgspec import Struct, field

from pactlang.history import GitError, blocks
from pactlang.history.git import Repository, asked, repository_at, run
from pactlang.programs import program
from pactlang.reading import read_whole
from pactlang.writing import write_file

# The second name of the command: other programs are called `pact`, too.
COMMAND = "pactlang"
ATTRIBUTES = {
    "*.pact": ("text", "eol=lf", "diff=pact", "merge=pact", "linguist-language=Text"),
    "*.pactlog": ("text", "eol=lf", "merge=pactlog", "linguist-language=Text"),
}
# A shell ends with 126 or 127 where a program cannot be started: then git's own way, so that nobody's words are lost.
_MISSING = "c=$?; [ $c -lt 126 ] && exit $c"
_BY_LINES = f"{{ {_MISSING}; git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; }}"
_PLAIN_DIFF = 'git diff --no-index --no-ext-diff -- "$2" "$5"; exit 0'
# How each setting calls us; `call` stands for the program.
_SETTINGS = {
    "diff.pact.textconv": f'f() {{ call git textconv -- "$1" || {{ {_MISSING}; cat "$1"; }}; }}; f',
    "diff.pact.xfuncname": "^[^[:space:]#>].*$",
    "merge.pact.name": "agreements, clause by clause",
    "merge.pact.driver": f"call git merge-driver --marker-size %L -- %O %A %B %P || {_BY_LINES}",
    "merge.pactlog.name": "logs, entry by entry",
    "merge.pactlog.driver": f"call git merge-driver --log --marker-size %L -- %O %A %B %P || {_BY_LINES}",
}
_IN_WORDS = {"diff.pact.command": f'f() {{ call git diff-driver -- "$@" || {{ {_MISSING}; {_PLAIN_DIFF}; }}; }}; f'}
_HOOK_LINE = f"{COMMAND} git hook || exit 1"
_SHELL = "#!/bin/sh\n"


def settings(*, in_words: bool = False, outside: Path | None = None) -> dict[str, str]:
    """What is set in a repository. The program is called where it is now, whatever the search path of an editor or a server is.

    If it is not there any more, it is looked for on that path. A program that lies inside of `outside` is never named by its place:
    a commit could put another one there.
    """
    call = _call(outside)
    found = {}
    for name, value in (_SETTINGS | (_IN_WORDS if in_words else {})).items():
        here = call.replace("%", "%%") if name.endswith(".driver") else call  # where git puts names in the place of %A
        found[name] = f"{here}; {value}" if "call git" in value else value
    return found


def _call(outside: Path | None) -> str:
    """A shell function, `call`, that calls the program."""
    place = _place()
    if place is None or (outside is not None and place.resolve().is_relative_to(outside.resolve())):
        return f'call() {{ {COMMAND} "$@"; }}'
    path = quote(place.as_posix())
    return f'call() {{ if [ -x {path} ]; then {path} "$@"; else {COMMAND} "$@"; fi; }}'


def _place() -> Path | None:
    """Where the program is that runs now, if it has been installed."""
    here = Path(sysconfig.get_path("scripts"))
    for name in (COMMAND, f"{COMMAND}.exe"):
        if (here / name).is_absolute() and (here / name).is_file():
            return here / name
    found = program(COMMAND)
    return None if found is None else Path(found)


def _hook(outside: Path) -> list[str]:
    """The lines of the hook. Where the program is gone, a commit is not held up: it is said that nobody looked."""
    gone = f'echo "{COMMAND} was not found; the agreements and logs of this commit were not checked" >&2'
    return [
        "# Checks the agreements and logs that are about to be committed.",
        _call(outside),
        f"call git hook; c=$?; if [ $c -eq 126 ] || [ $c -eq 127 ]; then {gone}; elif [ $c -ne 0 ]; then exit 1; fi",
    ]


class Installed(Struct):
    """What was done, and what was left as it is and why."""

    done: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def install(folder: Path, *, in_words: bool = False) -> Installed:
    """Set up the repository that a folder lies in; doing it twice changes nothing. Raises `GitError` and `NotWrittenError`."""
    repository = repository_at(folder)
    told = Installed()
    _write_attributes(repository, told)
    for name, value in settings(in_words=in_words, outside=repository.top).items():
        present = _setting(repository, name)
        if present is None:
            asked(repository.top, "config", "--local", name, value)
            told.done.append(f"git config {name}")
        elif present != value and not _is_ours(name, present):
            told.left.append(f"{name} is set to something else in this repository; it is left alone")
        elif present != value:
            asked(repository.top, "config", "--local", name, value)
            told.done.append(f"git config {name}")
    _write_hook(repository, told)
    return told


def uninstall(folder: Path) -> Installed:
    """Remove what `install` wrote, and nothing else. Raises `GitError` and `NotWrittenError`."""
    repository = repository_at(folder)
    told = Installed()
    attributes = repository.top / ".gitattributes"
    _take_out(attributes, "", told)
    for name in (*_SETTINGS, *_IN_WORDS):
        present = _setting(repository, name)
        if present is not None and _is_ours(name, present):
            asked(repository.top, "config", "--local", "--unset", name)
            told.done.append(f"git config {name}, taken out")
    _take_out(_hook_file(repository), _SHELL, told)
    return told


def _setting(repository: Repository, name: str) -> str | None:
    """A setting of this repository alone, as it was given last."""
    ran = run(repository.top, "config", "--local", "--get", name)
    return None if ran.code else os.fsdecode(ran.out).rstrip("\n")


def _is_ours(name: str, value: str) -> bool:
    plain = {**_SETTINGS, **_IN_WORDS}[name]
    # As earlier versions wrote it, too.
    starts = ("call() { ", f"{COMMAND} git ", "pact git ", f"f() {{ {COMMAND} git ")
    return value == plain or value.startswith(starts)


def _read(path: Path) -> str | None:
    """A file of the repository; None where there is none. Raises `GitError` where it is not an ordinary text file."""
    if path.is_symlink():
        raise GitError(f"{path} is a link to another file; nothing was written there")
    try:
        return read_whole(path).decode()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as problem:
        raise GitError(f"{path} cannot be read: {problem}") from None


def _write(path: Path, text: str, was: str | None, *, executable: bool = False) -> None:
    path.parent.mkdir(exist_ok=True)
    write_file(path, text.encode(), was=None if was is None else was.encode(), executable=executable)


def _take_out(path: Path, bare: str, told: Installed) -> None:
    """Take our stretch out of a file; where nothing is left but `bare`, the file was ours and goes."""
    text = _read(path)
    if text is None or blocks.without(text) == text:
        return
    rest = blocks.without(text)
    if rest == bare:
        path.unlink()
    else:
        _write(path, rest, text)
    told.done.append(f"{path.name}, our lines removed")


def _write_attributes(repository: Repository, told: Installed) -> None:
    path = repository.top / ".gitattributes"
    stands = _read(path)
    text = stands or ""
    theirs = _attributes_in(blocks.without(text))
    lines = []
    for pattern, wanted in ATTRIBUTES.items():
        free = [one for one in wanted if _attribute(one) not in theirs.get(pattern, {})]
        taken = [one for one in wanted if theirs.get(pattern, {}).get(_attribute(one), one) != one]
        if taken:
            told.left.append(f".gitattributes says something other than {' '.join(taken)} for {pattern}; it is left alone")
        if free:
            lines.append(" ".join((pattern, *free)))
    wanted_text = blocks.with_lines(text, lines) if lines else blocks.without(text)
    if wanted_text != text:
        _write(path, wanted_text, stands)
        told.done.append(".gitattributes")


def _attribute(word: str) -> str:
    """The name of an attribute: `-diff`, `!diff`, `diff` and `diff=pact` all speak of `diff`."""
    return word.lstrip("-!").partition("=")[0]


def _attributes_in(text: str) -> dict[str, dict[str, str]]:
    """What a file says about each pattern."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        words = line.split()
        if words and not words[0].startswith("#"):
            found.setdefault(words[0], {}).update({_attribute(word): word for word in words[1:]})
    return found


def _hook_file(repository: Repository) -> Path:
    return repository.store / "hooks" / "pre-commit"


def _write_hook(repository: Repository, told: Installed) -> None:
    # Asked without our own settings, which turn hooks off for every call that we make.
    elsewhere = _hooks_elsewhere(repository)
    if elsewhere:
        told.left.append(f"hooks are kept in {elsewhere} (core.hooksPath); to have commits checked, add this there: {_HOOK_LINE}")
        return
    path = _hook_file(repository)
    text = _read(path)
    if text is not None and blocks.without(text) == text:
        told.left.append(f"there already is a pre-commit hook; to have commits checked, add this to it: {_HOOK_LINE}")
        return
    wanted = blocks.with_lines(text or _SHELL, _hook(repository.top))
    if wanted != text:
        _write(path, wanted, text, executable=True)
        told.done.append("hooks/pre-commit")


def _hooks_elsewhere(repository: Repository) -> str:
    """Where `core.hooksPath` leads, as some file of settings says (ours is given on the command line)."""
    ran = run(repository.top, "config", "--show-scope", "-z", "--get-all", "core.hooksPath")
    words = os.fsdecode(ran.out).split("\0")
    return next((value for scope, value in zip(words[::2], words[1::2], strict=False) if scope != "command"), "")
