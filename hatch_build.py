"""Works out, when the package is built, what would take long at each start: the parser's tables, frames, patterns, vocabularies.

A wheel also brings the manual page and the completion of each shell, read off the commands.
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `tables.bin`, `phrases.bin` and `patterns.bin` into the wheel (and into the checkout of an editable install)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before a wheel is built."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from pactlang.language.tables import write_tables
            from pactlang.later import write_patterns
            from pactlang.lint.frames import write_table
            from pactlang.resolve.vocabularies import VOCABULARIES, write_built

            package = source / "pactlang"
            written = [write_tables(package), write_table(package), write_patterns(package)]
            if version != "editable":  # in a checkout, what is built would outlive the code that it was built by
                self._built = TemporaryDirectory()
                write_built(Path(self._built.name) / VOCABULARIES)
                build_data["force_include"][f"{self._built.name}/{VOCABULARIES}"] = f"pactlang/vocabularies/{VOCABULARIES}"
                build_data["shared_data"].update(self._manual(Path(self._built.name)))
        finally:
            sys.path.remove(str(source))
        build_data["artifacts"].extend(str(one.relative_to(self.root)) for one in written)

    @staticmethod
    def _manual(folder: Path) -> dict[str, str]:
        """Write the manual page and the completions; each file with its place in the environment."""
        from pactlang.cli.app import whole
        from pactlang.cli.manual import PLACES, SHELLS, completion, man_page

        root, places = whole(), {}
        for program in ("pact", "pactlang"):
            for kind in ("man", *SHELLS):
                file = folder / f"{program}.{kind}"
                file.write_text(man_page(root, program) if kind == "man" else completion(root, kind, program), encoding="utf-8")
                places[str(file)] = PLACES[kind].format(program)
        return places


class ReadmeHook(MetadataHookInterface):
    """Makes README.md the page of the package: a link to a file leads to the repository if its address is known, else it is words alone."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Run before the package's metadata is written."""
        base = str(self.config.get("repository", "")).rstrip("/")
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        link = rf"[\1]({base}/blob/v{metadata['version']}/\2)" if base else r"\1"
        page = re.sub(r"!?\[([^]]+)\]\((?!https?:|#|mailto:)([^)]+)\)", link, text)
        metadata["readme"] = {"content-type": "text/markdown", "text": page}
        if base:
            metadata["urls"] = {"Source": base, "Changelog": f"{base}/blob/main/CHANGELOG.md"}
