"""`python -m pactlang` is the command `pact`, where the command itself is not on the path."""

from __future__ import annotations

from pactlang.cli import main

if __name__ == "__main__":
    main()
