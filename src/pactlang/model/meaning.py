"""What an agreement means, apart from how it is written: two texts that mean the same compare equal.

Left out are places in files, digests, signatures and all words for people. The order of what stands side by side (clauses, people,
filters, names in a list) is evened out; the order of the sentences in a clause is kept, since it names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.model.agreement import Agreement, Example, Matrix, Selector
from pactlang.model.calendar import Days
from pactlang.model.named import NamedDays, NamedHours, WeekDays
from pactlang.model.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterable

# Where something stands, who signed it, and what is said to people: no verdict follows from these.
_NOT_MEANING = frozenset(
    {"span", "file", "digest", "signatures", "words", "promises", "reasons", "title", "noun", "plural", "not_applied", "label", "shared"}
)
# What stands side by side in these, in whatever order, means the same.
_UNORDERED = frozenset(
    {
        *(
            "parties",
            "people",
            "states",
            "clauses",
            "matrices",
            "aims",
            "examples",
            "rows",
            "starts",
            "ends",
            "alternatives",
            "filters",
            "names",
            "tags",
        ),
        *("places", "fields", "covering", "optionally", "untold", "items", "remind_before", "only", "excepted", "weekdays"),
    }
)

Meaning = tuple[object, ...]


def meaning(agreement: Agreement) -> Meaning:
    """What an agreement means, as plain values that can be compared, hashed and kept.

    It compares equal for two texts that judge every log alike, aim at the same and hold the same examples; it says nothing of titles,
    promises and reasons (see `wording`).
    """
    found = _plain(replace(agreement, currency=""))  # nothing follows from it but the units of events
    assert isinstance(found, tuple)  # noqa: S101 - a struct always becomes one
    return found


def part_meaning(part: object) -> object:
    """What a part of the model means (a form with its modifiers, a state, a matrix), likewise; hashable."""
    return _plain(part)


def in_order(part: object) -> tuple[object, ...]:
    """What a meaning is sorted by, whatever it is made of: of two, the same one always comes first.

    >>> sorted([("b", 2), ("a", None), "a", ("a", 1)], key=in_order)
    ['a', ('a', None), ('a', 1), ('b', 2)]
    """
    if isinstance(part, tuple):
        return ("tuple", *map(in_order, part))
    return (type(part).__name__, "" if part is None else part)


def same_meaning(one: Agreement, other: Agreement) -> bool:
    """Whether two texts mean the same, however they are written."""
    return meaning(one) == meaning(other)


def mentions(part: object, wanted: Enum) -> bool:
    """Whether a part of the model, or anything in it, is this word.

    >>> from pactlang.model.agreement import PersonWord, WithFilter
    >>> mentions((WithFilter(PersonWord.ANYONE),), PersonWord.SOMEONE_NEW)
    False
    """
    return any(one is wanted for one in parts(part))


def wording(agreement: Agreement) -> Meaning:
    """The words for people that no verdict follows from, in order: titles, promises in plain words, reasons."""
    return (
        agreement.title,
        tuple((person.name, person.title) for person in agreement.people),
        tuple((one.name, one.title, tuple(promise.words for promise in one.promises), one.reasons) for one in agreement.clauses),
        tuple((matrix.name, matrix.title, matrix.reasons) for matrix in agreement.matrices),
        tuple((aim.name, aim.title, aim.reasons) for aim in agreement.aims),
        tuple((one.title, tuple(line.words for line in one.lines if line.note)) for one in agreement.examples),
    )


def _plain(value: object) -> object:
    """A value without what is not meaning, made of tuples, texts and numbers alone."""
    if isinstance(value, Matrix):
        rows = [(row.activity, _sorted(zip(value.parties, map(str, row.cells), strict=True))) for row in value.rows]
        return ("Matrix", value.name, value.event, _plain(value.ask_within), _sorted(rows))
    if isinstance(value, Example):
        entries = tuple(" ".join(line.words.replace(",", " , ").split()) for line in value.lines if not line.note)
        return ("Example", entries, _sorted({(_sorted(set(one.broken)), one.day, one.second) for one in value.expects}))
    if isinstance(value, Days):
        return ("Days", value.months, value.days)  # two weeks are fourteen days
    if isinstance(value, WeekDays):
        return _plain(value.days)
    if isinstance(value, NamedDays):
        return _dates(value)
    if isinstance(value, NamedHours):
        return ("NamedHours", _sorted(set(map(_plain, value.lines))))
    if isinstance(value, Selector):
        # A term says the same as what it stands for, written out.
        each = {(one.event, _sorted({_plain(each) for each in (*one.filters, *value.filters)})) for one in value.alternatives}
        return ("Selector", _sorted(each))
    if isinstance(value, Struct):
        parts = [(name, getattr(value, name)) for name in value.__struct_fields__ if name not in _NOT_MEANING]
        return (type(value).__name__, *((name, _sorted(_all(part)) if name in _UNORDERED else _plain(part)) for name, part in parts))
    if isinstance(value, Enum):
        return (type(value).__name__, str(value.value))
    if isinstance(value, str):
        return str(value)  # a name of the tree knows its place, this text does not
    if isinstance(value, Decimal):
        return value.normalize()
    if isinstance(value, Mapping):
        return _sorted((str(key), _plain(part)) for key, part in value.items())
    if isinstance(value, frozenset):
        return _sorted(map(_plain, value))
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value


def _dates(value: NamedDays) -> object:
    """What a set of dates holds, whatever it is called; one of days of the week alone is these days."""
    lines, excepted = (_sorted(set(map(_plain, some))) for some in (value.lines, value.excepted))
    if not excepted and all(isinstance(one, WeekDays) for one in value.lines):
        return _plain(frozenset().union(*(one.days for one in value.lines if isinstance(one, WeekDays))))
    return ("NamedDays", lines, excepted)


def _all(value: object) -> list[object]:
    assert isinstance(value, tuple)  # noqa: S101 - what has no order is held in tuples
    return [_plain(one) for one in value]


def _sorted(values: Iterable[object]) -> tuple[object, ...]:
    return tuple(sorted(values, key=repr))
