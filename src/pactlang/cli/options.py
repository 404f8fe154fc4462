"""Options that many commands take, and the two formats in which most of them answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


Output = Annotated[Format, typer.Option("--format", help="Format of the answer.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="TIME", help="Judge as of this moment. Default: now.")]
Now = Annotated[str, typer.Option("--as-of", metavar="TIME", help="Use this moment as now.")]
ThisText = Annotated[bool, typer.Option("--this-text", help="Check only the files as they are, not the earlier versions in git.")]
History = Annotated[bool, typer.Option("--history", help="Has no effect: all versions in git always count.")]
