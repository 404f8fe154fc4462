"""What `--redact` leaves: no word that people chose themselves. Each such word in `private/` begins with the letters zq."""

from __future__ import annotations

import re
import shutil
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from msgspec import Struct

from pactlang.checker.engine import judge
from pactlang.inputs import agreements_of, check_files, read_texts
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement
from pactlang.report.redacted import ROLES, Redactor, Role, redacted
from pactlang.source import SourceFile, Span
from tests.cli.running import Folder

PRIVATE = Path(__file__).parent / "private"
EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file() and list(folder.glob("*.pactlog")))
MARK = "zq"
# No word that people choose freely stands in these: what the resolver works out, and names of parties.
NOT_PRIVATE = {
    *("Agreement.digest", "Agreement.zone", "Days.unit", "EveryOther.unit", "Sentence.not_applied", "Signature.after", "Signature.digest"),
    *("FirstTurn.party", "Schedule.turns"),
    *(
        "Agreement.parties",
        "Entry.by",
        "Entry.to",
        "Entry.noted_by",
        "Entry.instead_of",
        "Matrix.parties",
        "Parties.names",
        "Signature.party",
    ),
}


def texts_in(value: object, kind: str = "") -> Iterator[tuple[str, str]]:
    """Every text anywhere in a value, with the `Type.field` that it stands in; without those of enumerations."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield kind, value
    elif isinstance(value, Span):
        yield "Span.source", value.source.name
        yield "Span.source", value.source.text
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield kind, key
            yield from texts_in(one, kind)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from texts_in(one, kind)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name), f"{type(value).__name__}.{name}")


def marked(value: object) -> set[str]:
    """Where marked words stand."""
    return {kind for kind, text in texts_in(value) if MARK in text.lower()}


def kinds() -> list[type[Struct]]:
    """Every type of the model that can be reached from an agreement or an entry."""
    found: dict[str, type[Struct]] = {}
    waiting: list[object] = [Agreement, Entry]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Struct):
            if one.__name__ not in found and one is not Span:
                found[one.__name__] = one
                waiting += hints(one).values()
        else:
            waiting += typing.get_args(one)
    return list(found.values())


def hints(kind: type[Struct]) -> dict[str, object]:
    return typing.get_type_hints(kind, vars(sys.modules[kind.__module__]))


def written(hint: object) -> bool:
    """Whether a text can stand in a field itself, not in a part of it."""
    return hint is str or any(written(one) for one in typing.get_args(hint) if not (isinstance(one, type) and issubclass(one, Struct)))


class Maker:
    """Makes one of every type, with a marked word in every text."""

    def __init__(self) -> None:
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"{MARK}word{self.count}"

    def of(self, hint: object, depth: int = 0) -> object:
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if hint is str:
            return self.word()
        if hint is Span:
            return SourceFile(self.word(), self.word()).span(0, 3)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        if isinstance(hint, type) and issubclass(hint, Struct):
            made = {name: self.of(one, depth + 1) for name, one in hints(hint).items() if name in hint.__struct_fields__}
            return hint(**made)
        if hint in (int, bool, float, Decimal):
            return typing.cast("type[int]", hint)(1)
        if origin is tuple:
            return tuple(self.of(one, depth) for one in dict.fromkeys(one for one in arguments if one is not Ellipsis) for _ in range(2))
        if origin is frozenset:
            return frozenset({self.of(arguments[0], depth)})
        if origin is not None and issubclass(origin, Mapping):
            return {self.word(): self.of(arguments[1], depth)}
        if origin in (typing.Union, types.UnionType):
            # Structs within structs are tried one by one from the list of all kinds; here the first will do.
            return self.of(next(one for one in arguments if one is not type(None)), depth)
        raise AssertionError(f"no way to make {hint}: teach this test, and the redactor")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_word_in_any_field_of_the_model_is_hidden(kind: type[Struct]) -> None:
    """Also in one that was added yesterday."""
    left = marked(Redactor([]).of(Maker().of(kind)))
    assert {name for name in left if ROLES.get(name) is not Role.KEPT} == set(), "say in ROLES what they are"


def test_what_is_listed_exists() -> None:
    assert set(ROLES) <= {f"{kind.__name__}.{name}" for kind in kinds() for name in kind.__struct_fields__}


def private(folder: Path) -> list[str]:
    for file in PRIVATE.iterdir():
        shutil.copy(file, folder)
    return ["zqfile.pact", "zqlog.pactlog"]


def test_every_field_has_a_private_word(tmp_path: Path) -> None:
    """When a field is added to the model, a word for it goes into `private/`."""
    texts = read_texts([str(tmp_path / name) for name in private(tmp_path)])
    found = marked((tuple(texts.agreements), tuple(texts.entries)))
    asked = {f"{kind.__name__}.{name}" for kind in kinds() for name, hint in hints(kind).items() if written(hint)}
    assert sorted(asked - found - NOT_PRIVATE) == [], "put a word for each into tests/report/private"
    assert sorted(found - asked - {"Span.source"}) == []


@pytest.mark.parametrize(
    "words",
    [
        "--format terminal",
        "--format json --for-review",
        "--format markdown --for-review",
        "--format terminal --for-review --since 2026-01-10",
        "-o page.html --for-review",
        "-o - --since 2026-01-10",
    ],
)
def test_no_private_word_is_left(tmp_path: Path, words: str) -> None:
    ran = Folder(tmp_path).run("report", *private(tmp_path), "--redact", "--as-of", "2026-03-01", *words.split())
    assert ran.code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8") if "page.html" in words else ran.out
    shown = re.findall(rf"\S*{MARK}\S*", ran.out + ran.err + page, re.I)
    assert shown == []
    assert "Ana" in page
    assert "clause 3, 2026-01-12" in page
    assert re.search(r"\d warnings? not shown here; pact check shows them\.", ran.err)


@pytest.mark.parametrize("folder", [PRIVATE, *ALL], ids=lambda folder: folder.name)
def test_all_is_judged_as_before(folder: Path) -> None:
    """Stand-ins change no finding: same sentence by its place, same status, same dates."""
    files = [str(file) for file in (*([folder / "zqfile.pact"] if folder is PRIVATE else agreements_of(folder)), *folder.glob("*.pactlog"))]
    as_of = "2026-03-01" if folder is PRIVATE else (folder / "as-of").read_text().strip()
    texts, before = read_texts(files), check_files(files, as_of=as_of, keep_all=True).judgement
    after = judge(*redacted(texts.agreements, texts.entries), before.as_of, before.zone, keep_all=True)
    assert after.summary == before.summary
    told = [[(one.sentence.span.start, one.status, one.date, one.at, one.due) for one in each.findings] for each in (before, after)]
    assert sorted(told[0], key=repr) == sorted(told[1], key=repr)


def test_a_name_that_is_a_word_of_the_language_is_hidden_too(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(
        "pact\n    between Ana and Ben\n    in force from 2026-01-05\nuse relationships\nperson may\nperson friday\n"
        "boundary month\n    no encounter with may or friday\n"
    )
    (tmp_path / "us.pactlog").write_text("2026-01-06  encounter by Ana with may\n")
    texts = read_texts([str(tmp_path / "us.pact"), str(tmp_path / "us.pactlog")])
    (agreement,), _ = redacted(texts.agreements, texts.entries)
    assert agreement.sentences[0].words == "no encounter with someone-1 or someone-2"
