"""Writes the colour queries of Helix and Zed from the grammars' own: `python -m tests.editors.queries`.

The three differ only in what each editor calls a colour.
"""

from __future__ import annotations

import re
from pathlib import Path

EDITORS = Path(__file__).parents[2] / "editors"
_HELIX = {
    "boolean": "constant.builtin.boolean",
    "comment.documentation": "comment.block.documentation",
    "keyword.conditional": "keyword.control.conditional",
    "keyword.modifier": "keyword.storage.modifier",
    "module": "namespace",
    "number": "constant.numeric",
    "property": "variable.other.member",
    "title": "markup.heading",
}
_ZED = {
    "comment.documentation": "comment.doc",
    "constant.builtin": "constant",
    "function.builtin": "function",
    "module": "namespace",
    "variable.builtin": "variable.special",
}
_TARGETS = {"helix/queries": _HELIX, "zed/languages": _ZED}


def written() -> dict[Path, str]:
    """Every file that is made from another, with its text."""
    found = {}
    for grammar in ("pact", "pactlog"):
        folder = EDITORS / "tree-sitter-pact" / "queries" / grammar
        for target, names in _TARGETS.items():
            for name in ("highlights.scm", "injections.scm"):
                text = (folder / name).read_text(encoding="utf-8")
                text = re.sub(r"@([a-z.]+)", lambda match, names=names: f"@{names.get(match[1], match[1])}", text)
                made = f"; Made from tree-sitter-pact/queries/{grammar}/{name} by python -m tests.editors.queries: change that one.\n\n"
                found[EDITORS / target / grammar / name] = made + text
    return found


if __name__ == "__main__":
    for path, text in written().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
