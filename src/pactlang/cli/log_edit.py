"""`pact log --edit`: the last entries in an editor, written back only if they can be read and nobody wrote meanwhile."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from pactlang.cli.talk import agreed, can_ask, the_log
from pactlang.words.page import show, wants_colour
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.day.edit import Tail
    from pactlang.diagnostics import Diagnostic
    from pactlang.model.agreement import Agreement

_ENTRIES = 10


def edit(files: list[str], *, this_text: bool) -> bool:
    """Open the end of the log, and put back what was saved; False if nothing was. Raises `InputError` and `NotWrittenError`."""
    from pactlang.cli.faults import say_done
    from pactlang.day.append import replace_whole
    from pactlang.day.edit import tail_of
    from pactlang.inputs import InputError, read_file, the_door
    from pactlang.inputs.files import sort_files
    from pactlang.words.diagnostics import diagnostics_text
    from pactlang.writing import NotWrittenError, untold

    if not can_ask():
        raise InputError("--edit needs a terminal")
    pacts, logs = sort_files([Path(name) for name in files])
    path = the_log(logs, pacts)
    if not path.exists():
        raise InputError(f"there is no log {path} yet; 'pact log' begins it")
    agreements = the_door(pacts, this_text=this_text).agreements
    tail = tail_of(path, read_file(path), _ENTRIES)
    # Not next to the log: another program may keep that folder in step with other machines.
    folder = Path(mkdtemp(prefix="pact-"))  # for its owner alone
    copy = folder / f"last-entries{path.suffix}"
    replace_whole(copy, tail.text.encode(), None)
    untold(copy)
    done = False
    try:
        while True:
            _open(copy)
            if not copy.exists():
                raise InputError("the editor left no text, so nothing was written")
            try:
                text: str | None = read_file(copy).decode("utf-8-sig")
            except UnicodeDecodeError:
                text = None
            if text == tail.text:
                show("Nothing was changed.\n")
                done = True
                return False
            faults = _faults(path, tail, text, agreements) if text is not None else []
            if text is None:
                show("It is not UTF-8 text.\n")
            elif faults:
                show(diagnostics_text(faults, colour=wants_colour(sys.stdout), outcome="nothing was written"))
            elif _meant(tail, text):
                break
            if not agreed("Edit it again?"):
                return False
        assert text is not None  # noqa: S101 - the loop ends with a text
        replace_whole(path, tail.whole(text), tail.data)
        done = True
    except NotWrittenError as problem:
        raise NotWrittenError(str(problem)) from None  # and not once more from the start: what was typed is here
    finally:
        if done or not copy.exists() or _same(copy, tail.text.encode()):
            rmtree(folder, ignore_errors=True)  # what the editor left there, too
        else:
            show(f"Nothing was written. Your text is in {safe(str(copy))}\n")
    say_done(f"Written to {safe(str(path))}.\n")
    return True


def _same(copy: Path, text: bytes) -> bool:
    try:
        return copy.read_bytes() == text
    except OSError:
        return False


def _meant(tail: Tail, text: str) -> bool:
    """Whether what is no longer there is meant to go: an editor that fails may leave nothing."""
    from pactlang.log.read import read_log
    from pactlang.words.words import count_words

    before, after = (len(read_log(one.encode(), "").entries) for one in (tail.text, text))
    if after >= before:
        return True
    return agreed(f"This takes out {count_words(before - after, 'entry', 'entries')}. Write it?", yes=after > 0, writes=True)


def _faults(path: Path, tail: Tail, text: str, agreements: Sequence[Agreement]) -> list[Diagnostic]:
    """What is wrong with the lines that were edited."""
    from pactlang.diagnostics import Severity
    from pactlang.log.read import read_log
    from pactlang.log.validate import Known, validate

    log = validate(read_log(tail.whole(text), str(path)), Known.of(agreements), str(path))
    return [one for one in log.diagnostics if one.severity is Severity.ERROR and one.span.start_position.line >= tail.line]


def _open(copy: Path) -> None:
    """Open a file in the editor that the environment names, in the file's own folder, so that no setting of another one is read."""
    from pactlang.inputs import InputError
    from pactlang.programs import program

    try:
        words = _words(os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi"), os.name == "nt")
    except ValueError:
        words = []
    found = words and (words[0] if Path(words[0]).is_absolute() else program(words[0]))
    if not found:
        raise InputError(f"there is no editor {words[0] if words else ''}; set EDITOR to one, such as nano")
    try:
        with _left_to_the_editor():
            code = subprocess.run([found, *words[1:], copy.name], cwd=copy.parent, check=False).returncode  # noqa: S603
    except (OSError, ValueError) as problem:
        raise InputError(f"the editor {words[0]} cannot be started: {getattr(problem, 'strerror', '') or problem}") from None
    if code:
        raise InputError(f"the editor {words[0]} {f'ended with {code}' if code > 0 else 'was stopped'}")


def _words(said: str, windows: bool) -> list[str]:
    r"""What to call, in words; on Windows a backslash is part of a name.

    >>> _words(r'"C:\Program Files\Vim\vim.exe" -n', windows=True)
    ['C:\\Program Files\\Vim\\vim.exe', '-n']
    """
    return [word.strip('"') for word in shlex.split(said, posix=False)] if windows else shlex.split(said)


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """While an editor is open, Ctrl+C is for the editor: it must not be ended under the hands of who types in it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # unlike "ignore", this is not handed on to the editor
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
