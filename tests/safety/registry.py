"""Every command there is, as the program itself knows them: a table of calls that lacks one is found out at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pactlang.cli.app import whole


def every_command() -> set[str]:
    """All commands, those of a group with its name before them; and what the program does without one.

    >>> {"check", "git merge-driver", "--completion", "--help"} <= every_command()
    True
    """
    program = whole()
    return {*_named(program), "--help", *(one.opts[0] for one in program.params)}


def _named(command: Any, before: str = "") -> Iterator[str]:
    for name, one in command.commands.items():
        if hasattr(one, "commands"):
            yield from _named(one, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def lacking(calls: Iterable[Sequence[str]]) -> set[str]:
    """The commands that none of these calls is of.

    >>> "git hook" in lacking([["check"], ["git", "install"]]), "git install" in lacking([["git", "install"]])
    (True, False)
    """
    called = [" ".join(call) + " " for call in calls]
    return {name for name in every_command() if not any(call.startswith(f"{name} ") for call in called)}
