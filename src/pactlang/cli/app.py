"""All commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from pactlang import __version__
from pactlang.cli.check import check
from pactlang.render.page import out

app = typer.Typer(
    name="pact",
    help="What people have agreed, in plain text, and the tools that keep it honest.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def pact(
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="Say the version and stop.", is_eager=True)] = False,
) -> None:
    """What people have agreed, in plain text, and the tools that keep it honest."""
    if version:
        out(f"pactlang {__version__}\n")
        raise typer.Exit


app.command()(check)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 all is kept, 1 findings, 2 the input or the call is wrong."""
    try:
        app(arguments, prog_name="pact")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0
