"""What logs in tables (CSV, Parquet) have in common: which column is which, and what a cell of text holds.

A column is called as the key in JSON Lines, or as `pact.toml` says. Lists are joined by `;`, or as in a sentence. A field NAME has a
column of its own, `field.NAME`: a table can then be sorted and summed by it, and no value needs an escape. An empty cell is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from pactlang.diagnostics import nearest_spelling
from pactlang.later import ready
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, REQUIRED
from pactlang.log.table_settings import NOT_SAID, TableSettings

FIELD = "field."
COLUMNS = tuple(key for key in KEYS if key != "fields")
_BETWEEN = ready(r"[;,\n]\s*(?:and\s+)?|\s(?:and|&)\s+")
_MARKED = ready(r'"(?:[^"]|"")*"(?=\s*(?:[;,\n]|$)|\s+(?:and|&)\s)')
_PLAIN = ready(r"[A-Za-z0-9-]+").fullmatch
_NEEDS_MARKS = ready(r'[;,"\n]|\s(?:and|&)\s').search
_EXPECTED = f"{', '.join(COLUMNS)}, or {FIELD}NAME"
# What programs call a column that only numbers the rows.
_INDEX = ready(r"__index_level_[0-9]+__|Unnamed: [0-9]+").fullmatch
_MOST_FAULTS = 20  # of a header; each is looked for in it


class Layout(Struct, frozen=True):
    """Where a table has what: the place of the column of each key (None: no such column) and of each field.

    `nameless` are the places of columns that no name says anything about, `values` what stands in empty cells of the others.
    """

    names: tuple[str, ...] = ()
    columns: tuple[int | None, ...] = ()
    fields: tuple[tuple[str, int], ...] = ()
    nameless: tuple[int, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = field(default=())

    @property
    def readable(self) -> bool:
        """Whether there is enough to make entries of."""
        found = [bool(self.columns) and self.columns[KEYS.index(key)] is not None for key in REQUIRED]
        return all(here or key in self.values for key, here in zip(REQUIRED, found, strict=True))

    def place(self, key: str) -> int | None:
        """The column in which a value stands: of a key, or of `field NAME` and `value NAME`; `key NAME` is what the table calls it."""
        kind, _, name = key.partition(" ")
        if kind == "key":
            return next((place for place, called in reversed(list(enumerate(self.names))) if called == name), None)
        if kind == "column":
            return int(name)
        if name:
            return next((place for called, place in self.fields if called == name), None)
        return self.columns[KEYS.index(key)] if self.columns and key in KEYS else None


def layout(names: Sequence[str], settings: TableSettings = NOT_SAID) -> Layout:
    """The layout that the names of the columns say, with what is wrong with them. Upper and lower case do not matter.

    >>> found = layout(["At", "type", "wiht", "field.amount"])
    >>> found.fields, [(fault.message, fault.nearest) for fault in found.faults]
    ((('amount', 3),), [('No log has a column `wiht`.', 'with')])
    """
    places: dict[str, int] = {}
    nameless: list[int] = []
    faults: list[Fault] = []
    ours = {name.casefold(): meant for name, meant in settings.columns}
    for place, name in enumerate(names):
        meant = ours.get(name.casefold(), name)
        key = _key(meant)
        if name and not meant:
            continue
        if not name or _INDEX(name):
            nameless.append(place)
        elif not key and meant != name:
            message = f"pact.toml says that the column `{name}` is `{meant}`, which no log has."
            faults.append(Fault(Code.KEY, message, _EXPECTED, nearest_spelling(meant, COLUMNS), guess=True).of(f"key {name}"))
        elif not key:
            nearest = nearest_spelling(name, COLUMNS)
            said = f'{_EXPECTED}; or under [table.columns] in pact.toml: "{name}" = "by", say, or "{name}" = "" to leave it out'
            faults.append(Fault(Code.KEY, f"No log has a column `{name}`.", said, nearest).of(f"key {name}"))
        elif key in places:
            first = names[places[key]]
            what = f"Two columns are called `{name}`." if first == name else f"The columns `{first}` and `{name}` both hold `{key}`."
            faults.append(Fault(Code.TABLE, what, "one of them").of(f"key {name}"))
        else:
            places[key] = place
    for name, _ in settings.values:
        if not _key(name):
            faults.append(Fault(Code.KEY, f"pact.toml has a value for `{name}`, a column that no log has.", _EXPECTED))
    values = {key: value for name, value in settings.values if (key := _key(name))}
    for key in REQUIRED:
        if key not in places and key not in values:
            also = '; or under [table.values] in pact.toml: type = "expense", say, for all rows' if key == "type" else ""
            faults.append(Fault(Code.TABLE, f"The table has no column `{key}`.", f"a column `{key}`, named in the first row{also}"))
    columns = tuple(places.get(key) for key in KEYS)
    fields = tuple((key[len(FIELD) :], place) for key, place in places.items() if key.startswith(FIELD))
    return Layout(tuple(names), columns, fields, tuple(nameless), values, tuple(faults[:_MOST_FAULTS]))


def _key(name: str) -> str:
    """The key or the `field.NAME` that a column's name means; nothing where it means none."""
    if name in COLUMNS or (name.startswith(FIELD) and len(name) > len(FIELD)):
        return name
    small = name.casefold()
    return small if small in COLUMNS or (small.startswith(FIELD) and len(small) > len(FIELD)) else ""


def split_list(cell: str) -> list[str]:
    """The items of a list in one cell. One with a `;`, a comma or an `and` of its own goes in quotation marks, its own ones doubled.

    >>> split_list("Ana; Ben"), split_list("Ana, Ben and Cleo"), split_list(""), split_list('Ana;"A;B"')
    (['Ana', 'Ben'], ['Ana', 'Ben', 'Cleo'], [], ['Ana', 'A;B'])
    """
    if _PLAIN(cell):
        return [cell]
    found = [cell[start:end] for start, end in items_of(cell)] if cell else []
    return [item[1:-1].replace('""', '"') if _MARKED.fullmatch(item) else item for item in found]


def items_of(cell: str) -> Iterator[tuple[int, int]]:
    """Where the items of a list stand in a cell, without the spaces around them.

    >>> list(items_of("Ana; Ben"))
    [(0, 3), (5, 8)]
    """
    at = 0
    while True:
        marked = _MARKED.match(cell, at)
        after = _BETWEEN.search(cell, marked.end() if marked else at)
        end = after.start() if after else len(cell)
        yield at, at + len(cell[at:end].rstrip())
        if after is None:
            return
        at = after.end()


def joined_list(items: Sequence[str]) -> str:
    """A list as one cell, as `split_list` reads it back.

    >>> joined_list(["Ana", "A;B"])
    'Ana;"A;B"'
    """
    return ";".join('"{}"'.format(item.replace('"', '""')) if _NEEDS_MARKS(item) else item for item in items)
