"""The options by which the commands that judge take their texts."""

from __future__ import annotations

from typing import Annotated

import typer

ThisText = Annotated[
    bool, typer.Option("--this-text", help="Judge by the files as they are, without the earlier versions that git keeps of them.")
]
History = Annotated[bool, typer.Option("--history", help="Changes nothing: all versions that git keeps always count.")]
