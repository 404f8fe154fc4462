"""Works the parser's tables out when the package is built; see `pactlang.syntax.tables`."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `tables.bin` into the wheel (and into the checkout of an editable install)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before a wheel is built."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from pactlang.syntax.tables import write_tables

            written = write_tables(source / "pactlang")
        finally:
            sys.path.remove(str(source))
        build_data["artifacts"].append(str(written.relative_to(self.root)))
