"""All commands together; only the module of the one that is called is imported."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from pactlang import __version__
from pactlang.render.page import out

# In the order in which `pact --help` shows them. Each is a module of `pactlang.cli` (underscores for hyphens) which holds
# `command`, a function for typer, or `group`, a `typer.Typer` of several.
COMMANDS: tuple[str, ...] = (
    "lint",
    "check",
    "explain",
    "test",
    "status",
    "why",
    "may",
    "log",
    "repair",
    "report",
    "export",
    "import",
    "fmt",
    "diff",
    "sign",
    "verify",
    "history",
    "git",
    "rules",
    "rule",
    "lsp",
)


def pact(
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="Say the version and stop.", is_eager=True)] = False,
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


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 all is kept, 1 findings, 2 the input or the call is wrong."""
    called = arguments[0] if arguments else ""
    app = build((called,) if called in COMMANDS else COMMANDS)
    try:
        app(arguments, prog_name="pact")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0
