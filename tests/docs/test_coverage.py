"""The reference has a judged example for every form of sentence, every filter, and every way to say who and with whom."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import get_args

from msgspec import Struct

from pactlang.inputs import load_text
from pactlang.model import agreement as model
from tests.docs.documents import ROOT, blocks, example_at, whole


def parts(value: object) -> Iterator[object]:
    """A value of the model with everything in it."""
    yield value
    if isinstance(value, tuple | frozenset):
        for one in value:
            yield from parts(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in ("span", "vocabulary"):
                yield from parts(getattr(value, name))


def test_everything_is_shown_at_work() -> None:
    found = blocks(ROOT / "docs" / "language.md")
    seen: set[object] = set()
    for place, block in enumerate(found):
        if block.kind == "expect":
            for version in example_at(found, place).versions:
                for part in parts(load_text(whole(version.text))):
                    seen.add(part if isinstance(part, Enum) else type(part))
    wanted = {
        *get_args(model.Form),
        *get_args(model.Filter),
        *get_args(model.Unless),
        *get_args(model.Condition),
        *model.WhoWord,
        *model.PersonWord,
        *model.ClockPart,
        *model.Cell,
        *model.Unit,
        *model.Rhythm,
        model.Parties,
        model.People,
        model.TaggedPeople,
        model.Matrix,
        model.ByClock,
        model.ByDateAsked,
        model.WithinLast,
        model.Ahead,
        model.BreachTrigger,
        model.Times,
        model.State,
        model.PlainPromise,
        model.Rolling,
    }
    lacking = {getattr(one, "__name__", str(one)) for one in wanted - seen}
    assert not lacking, "give each an agreement, a log and an `expect` block in docs/language.md"
