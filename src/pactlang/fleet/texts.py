"""A folder of texts, each named by the id of its agreement: `ID.pact`. An id is looked up among the names there, and is never a path."""

from __future__ import annotations

import os
from pathlib import Path

from pactlang.fleet.index import name_of
from pactlang.inputs.files import InputError
from pactlang.reading import MOST_TEXT, read_whole

ENDING = ".pact"


class Folder:
    """The agreements of a folder, by their ids."""

    def __init__(self, place: Path) -> None:
        self._place = place
        try:
            with os.scandir(place) as found:
                names = sorted(one.name for one in found if one.name.endswith(ENDING) and one.name[:1] != ".")
        except OSError as problem:
            raise InputError(f"{place} cannot be read: {problem.strerror}") from None
        self.ids = [one for name in names if (one := name_of(name.removesuffix(ENDING))) is not None]
        self._known = frozenset(self.ids)

    def text(self, agreement: str) -> tuple[list[str], str]:
        """The text of an agreement (none where there is no such file), and why it cannot be read."""
        if agreement not in self._known:
            return [], ""
        path = self._place / f"{agreement}{ENDING}"
        try:
            if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self._place)):
                return [], "Its text is a link that leads out of its folder."
            data = read_whole(path, MOST_TEXT)
        except (OSError, ValueError):
            return [], "Its text cannot be read."
        # What is no text of UTF-8 is told with its place, as of every agreement.
        return [data.decode("utf-8", errors="surrogateescape")], ""

    def state(self) -> list[object]:
        """What tells whether these are still the same texts."""
        found: list[object] = []
        for agreement in self.ids:
            try:
                state = (self._place / f"{agreement}{ENDING}").stat()
                found.append([agreement, state.st_size, state.st_mtime_ns])
            except OSError:
                found.append([agreement, None])
        return found
