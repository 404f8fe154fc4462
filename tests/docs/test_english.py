"""What people read is modern English: no tic of `TICS` in a message, a help text, the page of a rule or a document.

What is read is collected from the code itself (every string that is not a pattern, and the docstrings of commands and rules) and from the
documents; what people say in agreements and logs is theirs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "pactlang"
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + [
    # The map of the code and the tables of measurements are for those who change it.
    file
    for file in sorted((ROOT / "docs").rglob("*.md"))
    if file.name not in ("design.md", "inside.md", "measurements.md")
]

# What is not said, and what is said instead.
TICS = {
    r"(?<!here )\b(?:is|are|was) no (?!longer\b|more\b|later\b|earlier\b|less\b|fewer\b|one\b)[\w{`'“…]": "is no X: is not a X",
    r"\bst(?:ands?|ood)\b(?! (?:in )?for\b)(?!-)": "stands: is, goes, appears, comes",
    r"\bsp(?:eaks?|oken|oke) of\b": "speaks of: is about, mentions, covers, applies to",
    r"\b(?:is|are|was|were) told\b": "is told: hears, is reported, gets a warning",
    r"\b(?:laid|lays) out\b": "laid out: formatted",
    r"(?:^|[.:;(|] |\*\*\w+\*\* |\b(?:and|or|but|even|[0-3]),? |[a-z`], )[Ww]here\b": "where: if",
    r"\b[Ww]ho(?:m|se)?ever\b": "whoever: anyone who, the one who",
    r"\b(?:[Ss]ome|[Aa]ny|[Ee]very)body\b": "somebody: someone",
    r"(?:,|;) and (?:nothing (?:here|says)|no sentence|no step|not (?:by|how|what|when)\b)": "and nothing here: but nothing here",
    r"\bbeside\b": "beside: next to",
    r"\banew\b": "anew: again",
    r"\b[Ss]hall\b": "shall: should, will",
    r"\bneed not\b": "need not: does not have to",
    r"\blies (?:in|on|outside|ahead|after|within|there)\b": "lies: is",
    r"\b(?:there(?:by|in|of)|where(?:by|in)|here(?:by|in|to)|henceforth|whilst|hence|upon|lest|forthwith)\b": "archaisms",
}

# A text that may hold a tic, and why.
ALLOWED = {
    "as it stands": "the usual word",
    "as things stand": "the usual word",
    "cannot be told": "the fixed words for the verdict `unknown`",
    "hoever did it": "a defined term of the explanations: the party or parties of the entry",
    "whoever broke it": "the definition of it",
    "by whoever remembers": "no other word is as short",
    "*somebody*": "the name that an explanation gives to a person whom nobody declared",
    "and where in the body": "a place",
    "March, where it started": "a place",
    "and where it cannot help": "a place",
    "and where it is, the arithmetic": "a place",
    "is written, and where": "a place",
    "| where": "a place, in a table",
    "Where to ": "a place",
    "where … … …": "the language's own `where amount is …`",
    "who, when, where, protection": "fields of an event",
}


def messages() -> Iterator[tuple[str, str]]:
    """Every string of the code that a person may read, with its place; what is filled in is `…`."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield from _strings(path)
    for path in sorted((SOURCE / "vocabularies").glob("*.pact")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", line


def _strings(path: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    shown = {id(one) for one in _shown_docstrings(path, tree)}
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and id(node) not in shown:
            skipped.add(id(node.value))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            skipped.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            skipped.update(map(id, node.values))
            text = "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if " " in text and not re.search(r"\(\?|\\b|\\w|\[\^|\)\?", text):  # neither a name nor a pattern
            yield from ((f"{path.relative_to(SOURCE)}:{node.lineno}", line) for line in _prose(text))


def _shown_docstrings(path: Path, tree: ast.Module) -> Iterator[ast.stmt]:
    """The docstrings that the program itself shows: a rule's page, the help of a command."""
    if "rules" in path.parts:
        yield tree.body[0]
    if path.parent.name == "cli":
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and (node.name in ("command", "pact") or node.decorator_list):
                yield node.body[0]


def _prose(text: str) -> Iterator[str]:
    """The lines of a text without its blocks of code and what it quotes as code."""
    fenced = False
    for line in text.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield re.sub(r"`[^`]*`", "`…`", line)


def documents() -> Iterator[tuple[str, str]]:
    """Every line of prose of the documents, with its place."""
    for path in DOCUMENTS:
        for line in _prose(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), line


@pytest.mark.parametrize("read", [messages, documents])
def test_no_tic_is_left(read: object) -> None:
    assert callable(read)
    texts = list(read())
    assert len(texts) > 1500
    found = []
    for place, text in texts:
        clean = text
        for allowed in ALLOWED:
            clean = clean.replace(allowed, "")
        found += [f"{place}: {TICS[tic]}: {text.strip()}" for tic in TICS if re.search(tic, clean)]
    assert found == []


def test_every_exception_is_needed() -> None:
    texts = "\n".join(text for read in (messages, documents) for _, text in read())
    assert [allowed for allowed in ALLOWED if allowed not in texts] == []


@pytest.mark.parametrize(
    "told", ["'x' is no agreement", "There stands a name", "whoever acts", "Where none is, all is kept", "next to it, where no"]
)
def test_the_list_hears(told: str) -> None:
    assert any(re.search(tic, told) for tic in TICS)


@pytest.mark.parametrize(
    "told", ["There is no agreement", "it is no longer due", "a term that stands for an event", "say where to write it"]
)
def test_the_list_lets_good_english_through(told: str) -> None:
    assert not any(re.search(tic, told) for tic in TICS)
