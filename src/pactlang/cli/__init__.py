"""The command `pact`. Each command is a file of its own, imported only when it is called."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from pactlang.cli.process import leave, run_safely


def main() -> None:
    """Run the command line: `pact COMMAND …`."""
    # A command makes hardly any garbage that holds itself, and looking for it all along takes a tenth of a small one.
    gc.set_threshold(200_000, 10, 10)
    leave(run_safely(_run, sys.argv[1:]))


def _run(arguments: Sequence[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        # Asked a hundred times a day by editors and scripts: answered without loading anything else.
        from pactlang import __version__

        sys.stdout.write(f"pactlang {__version__}\n")
        return 0
    from pactlang.cli.lean import load

    load()
    from pactlang.cli.app import run

    return run(list(arguments))
