"""Writes the grammars that VS Code colours by: `python -m tests.editors.textmate`.

Their words come from `editors/keywords.json`, so that a new word of the language is coloured by itself.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.editors.keywords import FILE, OFTEN_NAMES
from tests.editors.textmate_log import log_grammar
from tests.editors.textmate_pact import pact_grammar
from tests.editors.textmate_parts import Rule

FOLDER = FILE.parent / "vscode" / "syntaxes"
_LANGUAGES = ("pactlog", "pact")


def grammars() -> dict[Path, str]:
    """The text of each file."""
    words = json.loads(FILE.read_text(encoding="utf-8"))
    found = {
        "pact.tmLanguage.json": pact_grammar(
            {place: [word for word in part if word not in OFTEN_NAMES] for place, part in words["pact"].items()}
        ),
        "pactlog.tmLanguage.json": log_grammar(words["log"]),
        "markdown.tmLanguage.json": _in_markdown(),
    }
    return {FOLDER / name: json.dumps(rule, indent=2, ensure_ascii=False) + "\n" for name, rule in found.items()}


def _in_markdown() -> Rule:
    """Fenced blocks whose first word is `pact` or `pactlog`."""
    return {
        "information_for_contributors": ["This file is written by: python -m tests.editors.textmate", "Change that, and not this."],
        "scopeName": "markdown.pact.codeblock",
        "injectionSelector": "L:text.html.markdown",
        "patterns": [{"include": f"#{language}"} for language in _LANGUAGES],
        "repository": {language: _fence(language) for language in _LANGUAGES},
    }


def _fence(language: str) -> Rule:
    return {
        "name": "markup.fenced_code.block.markdown",
        "begin": rf"(^|\G)(\s*)(`{{3,}}|~{{3,}})\s*(?i:({language})(?=\s|[:,{{?]|$)([^`]*)$)",
        "beginCaptures": {
            "3": {"name": "punctuation.definition.markdown"},
            "4": {"name": "fenced_code.block.language.markdown"},
            "5": {"name": "fenced_code.block.language.attributes.markdown"},
        },
        "end": r"(^|\G)(\2|\s{0,3})(\3)\s*$",
        "endCaptures": {"3": {"name": "punctuation.definition.markdown"}},
        "patterns": [
            {
                "begin": r"(^|\G)(\s*)(.*)",
                "while": r"(^|\G)(?!\s*([`~]{3,})\s*$)",
                "contentName": f"meta.embedded.block.{language}",
                "patterns": [{"include": f"source.{language}"}],
            }
        ],
    }


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in grammars().items():
        path.write_text(text, encoding="utf-8")
