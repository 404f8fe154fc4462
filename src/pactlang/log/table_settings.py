"""What a `pact.toml` says of tables: `[table]`, with the marks of numbers and dates, and whose columns are which."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from msgspec import Struct

_CHOICES = {"decimal": (".", ","), "dates": ("day first", "month first"), "negative": ("refund", "paid")}
_PAIRS = ("columns", "values", "events", "people")
_EXAMPLES = ('"Datum" = "at"', 'type = "expense"', '"Einkauf" = "expense"', '"I. Berger" = "Ida"')
_ENDINGS = (".csv", ".parquet")


class TableSettingsError(Exception):
    """What is wrong with `[table]`, in plain words; `key` is the setting."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class TableSettings(Struct, frozen=True):
    """How the cells of tables are meant. What is empty is not said: then a cell that reads two ways is a fault.

    `columns` has what a table calls a column and what a log calls it (nothing for one to leave out), `events` and `people` the same for
    what happened and who; `values` what a column holds where it is empty or not there.
    """

    decimal: str = ""
    dates: str = ""
    negative: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()


NOT_SAID = TableSettings()


def table_settings(table: Mapping[str, Any], name: str = "") -> TableSettings:
    """The settings in `[table]` of a `pact.toml` for the file of a name; those in `[table."bank*.csv"]` go before those for all.

    Raises `TableSettingsError`.

    >>> found = table_settings({"decimal": ",", "bank.csv": {"columns": {"Datum": "at"}}}, "bank.csv")
    >>> found.decimal, found.columns
    (',', (('Datum', 'at'),))
    """
    said: dict[str, Any] = {}
    for key, value in table.items():
        if not key.lower().endswith(_ENDINGS):
            _look_at(key, value, (*_CHOICES, *_PAIRS, '"bank.csv"'))
            said[key] = value
    for key, value in table.items():
        if not key.lower().endswith(_ENDINGS):
            continue
        if not isinstance(value, Mapping):
            raise TableSettingsError(key, f'`{key}` must be a table: write [table."{key}"] on a line of its own')
        for inner, given in value.items():
            _look_at(inner, given, (*_CHOICES, *_PAIRS))
        if fnmatchcase(name, key):
            said |= value
    decimal, dates, negative = (said.get(key, "") for key in _CHOICES)
    columns, values, events, people = (tuple(_flat(said.get(key, {}))) for key in _PAIRS)
    return TableSettings(decimal, dates, negative, columns, values, events, people)


def _look_at(key: str, value: object, known: tuple[str, ...]) -> None:
    """Raise `TableSettingsError` where this is not a setting, or not what it may be."""
    if key in _PAIRS:
        if not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
            raise TableSettingsError(key, f"[table.{key}] holds lines such as {_EXAMPLES[_PAIRS.index(key)]}")
    elif key not in _CHOICES:
        raise TableSettingsError(key, f"there is no setting {key!r} under [table]; there are: {', '.join(known)}")
    elif value not in _CHOICES[key]:
        said = " or ".join(f'"{one}"' for one in _CHOICES[key])
        raise TableSettingsError(key, f"{key} must be {said}")


def _flat(given: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name.strip(), meant.strip()) for name, meant in given.items()]
