"""The options by which the commands that judge take their texts."""

from __future__ import annotations

from typing import Annotated

import typer

ThisText = Annotated[bool, typer.Option("--this-text", help="Check only the files as they are, not the earlier versions in git.")]
History = Annotated[bool, typer.Option("--history", help="Has no effect: all versions in git always count.")]
