"""`pact lsp`: the language server."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def command(
    *,
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Use standard input and output (the only way; for editors that ask for it).")
    ] = True,
) -> None:
    """Serve a text editor while you type. Faults and findings, completion, explanations, names, layout.

    Editors start it by themselves; docs/editors.md says how, for each of them.

    Exit code 0: the editor has closed.

    Example: pact lsp
    """
    if sys.stdin.isatty():
        sys.stderr.write(
            "pact lsp is waiting for an editor on standard input. docs/editors.md says how to set up yours; press Ctrl+C to stop.\n"
        )
    from pactlang.lsp.requests import serve

    serve()
