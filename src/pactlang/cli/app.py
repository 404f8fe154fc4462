"""All commands together; only the module of the one that is called is imported."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from io import StringIO
from typing import Annotated, Any

import typer

from pactlang import __version__
from pactlang.words.page import out
from pactlang.words.words import safe

# In the order in which `pact --help` shows them. Each is a module of `pactlang.cli` (underscores for hyphens) which holds
# `command`, a function for typer, or `group`, a `typer.Typer` of several.
COMMANDS: tuple[str, ...] = (
    "new",
    "lint",
    "fix",
    "check",
    "explain",
    "test",
    "status",
    "why",
    "may",
    "log",
    "repair",
    "sheet",
    "report",
    "export",
    "import",
    "days",
    "fmt",
    "diff",
    "sign",
    "verify",
    "history",
    "git",
    "rules",
    "rule",
    "doctor",
    "fleet",
    "lsp",
)


_ROUNDS = 3


class Shell(StrEnum):
    """The shells for which there is a completion script."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def _complete(shell: Shell | None) -> None:
    if shell is not None:
        from pactlang.cli.manual import completion

        out(completion(whole(), shell.value), utf8=True)
        raise typer.Exit


def pact(
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="Say the version and stop.", is_eager=True)] = False,
    completion: Annotated[
        Shell | None,
        typer.Option(
            "--completion",
            metavar="SHELL",
            help="Print the completion script for bash, zsh or fish, and stop.",
            is_eager=True,
            callback=_complete,
        ),
    ] = None,
) -> None:
    """What people have agreed, in plain text, and the tools that keep it honest."""
    if version:
        out(f"pactlang {__version__}\n")
        raise typer.Exit


def build(names: tuple[str, ...]) -> typer.Typer:
    """The application with these commands only."""
    app = typer.Typer(
        name="pact",
        help="What people have agreed, in plain text, and the tools that keep it honest.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(pact)
    for name in names:
        module = import_module(f"pactlang.cli.{name.replace('-', '_')}")
        group = getattr(module, "group", None)
        if group is not None:
            app.add_typer(group, name=name)
        else:
            app.command(name)(module.command)
    return app


def whole() -> Any:
    """The program with all its commands."""
    return typer.main.get_command(build(COMMANDS))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 all is kept, 1 findings, 2 the input or the call is wrong.

    What a command raises goes on to the caller. What is wrong with the call itself is said here.
    """
    called = arguments[0] if arguments else ""
    command = typer.main.get_command(build((called,) if called in COMMANDS else COMMANDS))
    # Typer's own way to run a command gives 1 to failures of the machine, which here says that something was found.
    try:
        _invoked(command, arguments)
    except typer.Exit as done:
        return done.exit_code
    except Exception as wrong:
        if not hasattr(wrong, "format_message"):  # the name of that class depends on the version of typer
            raise
        told = StringIO()
        wrong.show(told)  # type: ignore[attr-defined]
        # What was typed may be the name of a file, which may hold anything.
        out("".join(f"{safe(line.expandtabs(2))}\n" for line in told.getvalue().splitlines()), sys.stderr)
        return 2
    return 0


def _invoked(command: Any, arguments: list[str]) -> None:
    """Run a command; where a file that it was made from changed before it could write, once more, from the start."""
    for left in reversed(range(_ROUNDS)):
        try:
            with command.make_context("pact", list(arguments)) as context:
                command.invoke(context)
            return
        except Exception as problem:
            writing = sys.modules.get("pactlang.writing")  # most commands write nothing, and never load it
            if writing is None or not isinstance(problem, writing.ChangedMeanwhileError):
                raise
            # Who signs looks at the new text first. Standard input is read once.
            if not left or writing.WRITTEN or "sign" in arguments[:1] or "-" in arguments:
                raise
