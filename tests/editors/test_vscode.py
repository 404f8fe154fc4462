"""The VS Code extension's files say what the language says. What only Node can try stands in `editors/vscode/test`."""

from __future__ import annotations

import json
import re

import pytest

from pactlang.inputs import load_text
from pactlang.log.text_line import read_line
from tests.editors.keywords import FILE
from tests.editors.textmate import grammars
from tests.editors.textmate_log import log_grammar
from tests.editors.textmate_pact import every_scope, pact_grammar

FOLDER = FILE.parent / "vscode"
WORDS = json.loads(FILE.read_text(encoding="utf-8"))
# What the agreement around a snippet holds already.
START = 'pact "Ana and Ben"\n    between Ana and Ben\n    in force from 2026-01-01\n    time zone Europe/Berlin\n'
VOCABULARY = "\nuse relationships\n\n"
# Beginnings that every theme knows: the conventions of TextMate's manual.
STANDARD = re.compile(
    r"(comment\.line|constant\.(language|numeric)|entity\.name\.(function|namespace|type)"
    r"|keyword\.(control|other)|markup\.(quote|fenced_code)|meta|punctuation\.(definition|separator)|storage\.(modifier|type)"
    r"|string\.(quoted\.double|unquoted)|variable\.(language|other))\."
)


@pytest.mark.parametrize("path", grammars(), ids=lambda path: path.name)
def test_the_grammars_are_what_the_words_make_of_them(path) -> None:
    assert path.read_text(encoding="utf-8") == grammars()[path], "run: python -m tests.editors.textmate"


def test_there_is_no_grammar_that_nobody_writes() -> None:
    assert set((FOLDER / "syntaxes").iterdir()) == set(grammars())


@pytest.mark.parametrize("language", ["pact", "pactlog"])
def test_every_scope_is_one_that_themes_know(language) -> None:
    scopes = {one for said in every_scope(json.loads(_grammar(language))) for one in said.split() if said != language}
    assert {scope for scope in scopes if not STANDARD.match(scope) or not scope.endswith(f".{language}")} == set()


def test_a_new_word_is_coloured_by_itself() -> None:
    words = {part: [*found, f"new-{part.replace('_', '-')}"] for part, found in WORDS["pact"].items()}
    coloured = json.dumps(pact_grammar(words))
    # Lines in a pact, an event, a state; a matrix has one line of words, which the grammar spells out.
    assert [part for part in words if f"new-{part.replace('_', '-')}" not in coloured] == ["matrix_lines"]
    assert "new-event" in json.dumps(log_grammar({**WORDS["log"], "events": [*WORDS["log"]["events"], "new-event"]}))


def test_a_word_that_went_is_noticed() -> None:
    gone = {part: [word for word in found if word != "tagged"] for part, found in WORDS["log"].items()}
    with pytest.raises(ValueError, match="logs have no word tagged"):
        log_grammar(gone)
    gone = {part: [word for word in found if word != "everyone"] for part, found in WORDS["pact"].items()}
    with pytest.raises(ValueError, match="the language has no word everyone"):
        pact_grammar(gone)


def _grammar(language: str) -> str:
    return (FOLDER / "syntaxes" / f"{language}.tmLanguage.json").read_text(encoding="utf-8")


def _snippets(language: str) -> dict[str, str]:
    """Every snippet as it stands in the file when nothing is filled in but what it proposes."""
    found = json.loads((FOLDER / "snippets" / f"{language}.json").read_text(encoding="utf-8"))
    return {name: _filled("\n".join(snippet["body"])) for name, snippet in found.items()}


def _filled(body: str) -> str:
    today = {"YEAR": "2026", "MONTH": "09", "DATE": "12", "HOUR": "19", "MINUTE": "30"}
    body = re.sub(r"\$CURRENT_([A-Z]+)", lambda found: today[found[1]], body)
    body = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", body)
    body = re.sub(r"\$\{\d+:([^{}]*)\}", r"\1", body)
    return body.replace("$0", "")


@pytest.mark.parametrize("name", _snippets("pact"))
def test_what_a_snippet_writes_can_be_read(name) -> None:
    text = _snippets("pact")[name]
    assert "$" not in text
    if name == "Whole agreement":
        whole = text
    elif name == "Signature":
        whole = f"{START}    {text}\n{VOCABULARY}"
    else:
        whole = START + VOCABULARY + text
    assert load_text(whole).title == "Ana and Ben"


@pytest.mark.parametrize("name", _snippets("pactlog"))
def test_what_a_snippet_of_the_log_writes_can_be_read(name) -> None:
    text = _snippets("pactlog")[name]
    assert "$" not in text
    first, *notes = text.rstrip("\n").split("\n")
    assert read_line(first).faults == ()
    assert all(note.startswith("    ") for note in notes)


def test_there_is_a_snippet_for_every_kind_of_clause_and_every_word_of_logs() -> None:
    written = {text.split()[0] for text in _snippets("pact").values()}
    assert set(WORDS["pact"]["clause_kinds"]) <= written
    said = "\n".join(_snippets("pactlog").values())
    assert [event for event in WORDS["log"]["events"] if not re.search(rf"(\d|:\d\d)  {event} ", said)] == []


def test_its_commands_have_other_names_than_those_of_the_server() -> None:
    # The client registers the server's commands itself; the same name twice would keep it from starting.
    manifest = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    commands = {command["command"] for command in manifest["contributes"]["commands"]}
    assert commands.isdisjoint({"pact.check", "pact.runExamples"})


def test_the_licence_is_ours() -> None:
    assert (FOLDER / "LICENSE").read_bytes() == (FILE.parents[1] / "LICENSE").read_bytes()
