"""Writes the answers of every `console` block anew: `python -m tests.docs.update`. Read the difference before you keep it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.documents import DOCUMENTS, answers, blocks, write_titled


def update(path: Path) -> bool:
    """Whether anything in a document changed."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    found = blocks(path)
    for place in reversed(range(len(found))):
        block = found[place]
        if block.kind != "console":
            continue
        with TemporaryDirectory() as folder:
            write_titled(found[:place], Path(folder))
            told = answers(block.text, Path(folder))
        lines[block.line : block.line + block.text.count("\n")] = told.splitlines(keepends=True)
    changed = "".join(lines)
    path.write_text(changed, encoding="utf-8")
    return changed != text


if __name__ == "__main__":
    for document in DOCUMENTS:
        if update(document):
            print(document)
