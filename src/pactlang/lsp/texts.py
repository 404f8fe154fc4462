"""The texts that people have open, which may be newer than the files; everything is read through here."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from pactlang.inputs import read_file
from pactlang.lsp.positions import Encoding, Places
from pactlang.reading import read_whole

_MARK = "\ufeff"


class Change(NamedTuple):
    """A stretch of lines and columns (both ends) replaced by a text; the whole text where there is no stretch."""

    text: str
    stretch: tuple[int, int, int, int] | None = None


class Text:
    """One open text, with its places."""

    def __init__(self, path: Path, text: str, version: int, encoding: Encoding) -> None:
        self.path = path
        self.version = version
        self._encoding = encoding
        self.whole = text
        self._places: Places | None = None

    @property
    def mark(self) -> int:
        """How many characters stand before the text as the language sees it: a byte order mark is none of it."""
        return 1 if self.whole.startswith(_MARK) else 0

    @property
    def places(self) -> Places:
        """The places of the text as the editor has it, worked out when they are first asked for."""
        if self._places is None:
            self._places = Places(self.whole, self._encoding)
        return self._places

    def change(self, change: Change, version: int) -> None:
        """Take over what was typed."""
        if change.stretch is None:
            self.whole = change.text
        else:
            line, column, last_line, last_column = change.stretch
            start, end = self.places.offset(line, column), self.places.offset(last_line, last_column)
            self.whole = self.whole[:start] + change.text + self.whole[max(start, end) :]
        self.version = version
        self._places = None

    def offset(self, line: int, column: int) -> int:
        """The offset, in the text as the language sees it, of a place in the editor."""
        return max(0, self.places.offset(line, column) - self.mark)

    def place(self, offset: int) -> tuple[int, int]:
        """The place in the editor of an offset in the text as the language sees it."""
        return self.places.place(offset + self.mark)

    def data(self) -> bytes:
        """The text as a file would hold it; half of a surrogate pair, which no file can hold, as a question mark."""
        return self.whole.encode("utf-8", errors="replace")


class Texts:
    """All open texts by path, and the files beside them."""

    def __init__(self, encoding: Encoding = Encoding.UTF16) -> None:
        self.encoding = encoding
        self._open: dict[Path, Text] = {}

    def open(self, path: Path, text: str, version: int) -> Text:
        """Take a text over from the editor."""
        made = Text(path, text, version, self.encoding)
        self._open[path] = made
        return made

    def close(self, path: Path) -> None:
        """The file is the truth again."""
        self._open.pop(path, None)

    def get(self, path: Path) -> Text | None:
        """An open text."""
        return self._open.get(path)

    def opened(self) -> list[Text]:
        """All open texts."""
        return list(self._open.values())

    def read(self, path: Path) -> bytes:
        """What a file holds: as it is being edited, else as it stands on the disk. Raises `InputError` in plain words."""
        text = self._open.get(path)
        return text.data() if text is not None else read_file(path)

    def seen(self, path: Path) -> Text | None:
        """A text as the editor would show it, open or not; None where there is no such file."""
        text = self._open.get(path)
        if text is not None:
            return text
        try:
            return Text(path, read_whole(path).decode("utf-8", errors="replace"), 0, self.encoding)
        except OSError:
            return None

    def beside(self, folder: Path, *endings: str) -> list[Path]:
        """The files of a folder with one of these endings, those that are only in the editor yet among them; no hidden ones."""
        found = {text.path for text in self._open.values() if text.path.parent == folder and text.path.suffix in endings}
        with contextlib.suppress(OSError):
            found.update(path for path in folder.iterdir() if path.suffix in endings and not path.name.startswith("."))
        return sorted(found)
