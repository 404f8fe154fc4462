"""Every line that could be read before the wider language came keeps its tree: new words take nothing from anybody.

`data/old_lines.tsv` holds 2,909 lines from the examples, cases and pages of that time, each with the heading under which it is a line and
a digest of what it is read as. Their trees were held against those that the parser of that time gave: all are the same. A digest changes
also if a type of the model is renamed or a field that old lines fill is added: then hold trees against each other once more, and write
them with `python -m tests.syntax.test_old_lines`.
"""

from __future__ import annotations

from enum import Enum
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from pactlang.language.parse import parse
from pactlang.source import SourceFile

LINES = Path(__file__).parent / "data" / "old_lines.tsv"
HEADINGS = {
    "body": "promise x",
    "event": "event x",
    "example": 'example "x"',
    "head": "",
    "matrix": "matrix x for encounter",
    "pact": "pact",
    "state": "state x",
}


def shown(thing: object) -> str:
    """A part of a tree in words, without places and without what has its default: a new field of the model changes no old line."""
    if isinstance(thing, Struct):
        said = []
        for one in fields(type(thing)):
            value = getattr(thing, one.name)
            default = one.default_factory() if one.default_factory is not NODEFAULT else one.default
            if one.name not in ("span", "line") and (default is NODEFAULT or value != default):
                said.append(f"{one.name}={shown(value)}")
        return f"{type(thing).__name__}({', '.join(said)})"
    if isinstance(thing, Enum):
        return str(thing.value)
    if isinstance(thing, str):
        return repr(str(thing))
    if isinstance(thing, tuple | list):
        return f"[{', '.join(map(shown, thing))}]"
    if isinstance(thing, frozenset | set):
        return f"{{{', '.join(sorted(map(shown, thing)))}}}"
    return str(thing)


def digests(kind: str, lines: list[str]) -> list[str]:
    """What each line is read as, all of them in one text."""
    heading = HEADINGS[kind]
    text = "".join(f"    {line}\n" if heading else f"{line}\n" for line in lines)
    parsed = parse(SourceFile("us.pact", f"{heading}\n{text}" if heading else text))
    blocks = parsed.document.blocks
    trees: list[object] = [item.body for item in blocks[0].items] if heading else [block.heading for block in blocks]
    assert len(trees) == len(lines)
    return ["" if one is None else sha256(shown(one).encode()).hexdigest()[:8] for one in trees]


def known() -> list[tuple[str, str, str]]:
    """Each line with its kind and its digest, sorted by kind."""
    rows = [line.split("\t") for line in LINES.read_text(encoding="utf-8").splitlines()]
    return [(kind, digest, line) for kind, digest, line in rows]


def now() -> list[tuple[str, str, str]]:
    found = []
    for kind, rows in groupby(known(), key=lambda row: row[0]):
        lines = [line for _, _, line in rows]
        found += [(kind, digest, line) for digest, line in zip(digests(kind, lines), lines, strict=True)]
    return found


def test_every_old_line_keeps_its_tree() -> None:
    before = known()
    assert len(before) >= 2_672
    assert [(was, is_now) for was, is_now in zip(before, now(), strict=True) if was != is_now] == [], (
        "a line that people wrote is read otherwise; if each of these is meant: python -m tests.syntax.test_old_lines"
    )


def test_another_reading_is_seen() -> None:
    first, second = digests("body", ["no encounter by Ana", "no encounter to Ana"])
    assert first != second
    assert digests("body", ["no encounter by Ana", "atmost 3 encounters"])[1] == ""


if __name__ == "__main__":
    LINES.write_text("".join("\t".join(row) + "\n" for row in now()), encoding="utf-8")
