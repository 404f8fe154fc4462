"""Starts other processes so that nothing that lies in the folder we are called in can stand in for them, or for what they load."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

# What Python itself may need to start at all. Everything else (`PYTHONPATH`, `PYTHONSTARTUP`, …) could name a file of the folder.
_NEEDED = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ")


def own_process(module: str) -> tuple[list[str], dict[str, str], str]:
    """How to start the `main` of a module of ours: the call, its environment, and the folder to start it in.

    It loads modules from where this process may load them, without the folder that we are in, and knows nothing else of us.
    """
    here = os.path.realpath(os.curdir)
    ours = Path(__file__).parent
    places = [place for place in sys.path if place and (os.path.realpath(place) != here or Path(place) == ours.parent)]
    start = f"import sys; sys.path[:] = {places!r}; from {module} import main; main()"
    environment = {name: value for name in _NEEDED if (value := os.environ.get(name)) is not None}
    return [sys.executable, "-I", "-c", start], environment, str(ours)


def program(name: str) -> str | None:
    """Where a program is, by the folders of `PATH` that are named in full: `.` and an empty name are wherever we happen to be."""
    return _found(name, tuple(os.get_exec_path()))


@lru_cache(maxsize=8)
def _found(name: str, folders: tuple[str, ...]) -> str | None:
    named = [folder for folder in folders if os.path.isabs(folder)]  # noqa: PTH117 - a text, not a path yet
    from shutil import which

    found = which(name, path=os.pathsep.join(named)) if named else None
    return found if found is not None and os.path.isabs(found) else None  # noqa: PTH117
