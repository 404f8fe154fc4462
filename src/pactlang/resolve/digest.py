"""The digest of an agreement's words: what people sign, whatever the spacing and the comments."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from pactlang.syntax.tree import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.syntax.tree import Document


def digest(documents: Iterable[Document]) -> str:
    """`sha256:…` over the words of the files, without comments, blank lines and signatures, spacing evened out."""
    found = hashlib.sha256()
    for document in documents:
        for line in document.lines:
            words = line.span.text.split()
            if line.kind in (LineKind.BLANK, LineKind.COMMENT) or words[:2] == ["signed", "by"]:
                continue
            indent = "    " if line.indent else ""
            found.update(unicodedata.normalize("NFC", f"{indent}{' '.join(words)}\n").encode())
    return f"sha256:{found.hexdigest()}"
