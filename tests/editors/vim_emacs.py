"""Writes the word lists of Vim and Emacs from `editors/keywords.json`: `python -m tests.editors.vim_emacs`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.editors.keywords import FILE, OFTEN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

EDITORS = FILE.parent
VIM = EDITORS / "vim" / "autoload" / "pact" / "words.vim"
EMACS = EDITORS / "emacs" / "pact-words.el"
_MADE = "Made from editors/keywords.json by `python -m tests.editors.vim_emacs`; not to be edited by hand."

# What may stand at each place, by the parts of keywords.json. Numbers' units, weekdays and months go with every place of an agreement.
_WITH_ALL = ("units", "weekdays", "months")
_PLACES = {
    "pact": ("pact_lines",),
    "event": ("event_lines",),
    "state": ("state_lines",),
    "days": ("days_lines",),
    "hours": ("hours_lines",),
    "matrix": ("matrix_lines", "cells"),
    "clause": ("sentences", "sentence_starts", "in_modifiers"),
    "heading": ("in_headings",),
}


def lists() -> dict[str, list[str]]:
    """Every list that an editor asks for, by its name there.

    >>> "within" in lists()["clause"], "each" in lists()["pact"], "boundary" in lists()["kinds"]
    (True, False, True)
    """
    words: dict[str, dict[str, list[str]]] = json.loads(FILE.read_text(encoding="utf-8"))
    pact, log = words["pact"], words["log"]
    found = {
        "headings": pact["headings"],
        "kinds": pact["clause_kinds"],
        "modifiers": pact["modifiers"],
        **{place: _joined(pact[part] for part in parts) for place, parts in _PLACES.items()},
        "values": _joined(pact[part] for part in _WITH_ALL),
        "cells": pact["cells"],
        "log": log["words"],
        "log_events": log["events"],
    }
    # A word of a sentence is that before it is an event: `each party` names no feast.
    found["events"] = sorted(set(_joined(words["vocabularies"].values())) - set(found["clause"]))
    # Units and days have a list of their own.
    left_out = {*found["values"], *OFTEN_NAMES}
    return {name: part if name == "values" else [word for word in part if word not in left_out] for name, part in found.items()}


def _joined(parts: Iterable[list[str]]) -> list[str]:
    return sorted({word for part in parts for word in part})


def as_vim() -> str:
    """The lists as one Vim function for each place that asks."""
    rows = [f'" {_MADE}', "let s:words = {}"]
    for name, words in lists().items():
        rows.append(f"let s:words.{name} = {json.dumps(words, ensure_ascii=False)}".replace('"', "'"))
    return "\n".join([*rows, "", "function! pact#words#list(name) abort", "  return s:words[a:name]", "endfunction", ""])


def as_emacs() -> str:
    """The lists as constants."""
    rows = [
        ";;; pact-words.el --- Words of the pact language  -*- lexical-binding: t; -*-",
        "",
        ";; SPDX-License-Identifier: MIT",
        "",
        ";;; Commentary:",
        "",
        ";; Made from editors/keywords.json, not to be edited by hand:",
        ";; python -m tests.editors.vim_emacs",
        "",
        ";;; Code:",
        "",
    ]
    for name, words in lists().items():
        title = name.replace("_", "-")
        rows.append(f"(defconst pact-words-{title}")
        rows += [f"  {'(' if place == 0 else ' '}{json.dumps(word, ensure_ascii=False)}" for place, word in enumerate(words)]
        rows[-1] += ")"
        rows[-len(words)] = rows[-len(words)].replace("  (", "  '(", 1)
        rows += [f'  "Words of the pact language: {title}.")', ""]
    return "\n".join([*rows, "(provide 'pact-words)", ";;; pact-words.el ends here", ""])


WRITTEN = {VIM: as_vim, EMACS: as_emacs}

if __name__ == "__main__":
    for file, text in WRITTEN.items():
        file.write_text(text(), encoding="utf-8")
