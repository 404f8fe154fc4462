"""The command `pact`. Each command is a file of its own, imported only when it is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line: `pact COMMAND …`."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Asked a hundred times a day by editors and scripts: answered without loading anything else.
        from pactlang import __version__

        print(f"pactlang {__version__}")
        return
    from pactlang.cli.app import run

    sys.exit(run(arguments))
