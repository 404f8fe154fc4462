"""From the cells of a row to the values of a record: moments, lists, amounts and fields, as a table means them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from pactlang.log.cells import AMOUNT, amount_in, date_in, moment_in, number_in, signed, unit_in
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, LISTS, Value, Values
from pactlang.log.moments import Remember
from pactlang.log.record_faults import record_faults
from pactlang.log.table_settings import TableSettings
from pactlang.log.tables import FIELD, Layout, split_list

_FIELDS = KEYS.index("fields")
_UNIT = "unit"
_MOMENTS = {"at": moment_in, "end": moment_in, "noted": moment_in, "until": date_in}


class Cells:
    """Reads the values of rows: those that are text as `cells` says, an amount with the sign that the table means.

    In a `typed` table a field is a number only where its column holds numbers.

    >>> from pactlang.log.tables import layout
    >>> values = dict(zip(KEYS, Cells(layout(["at"]), TableSettings()).meant(["31.01.2026"] + [None] * 16)[0]))
    >>> values["at"]
    '2026-01-31'
    """

    def __init__(self, found: Layout, settings: TableSettings, *, typed: bool = False) -> None:
        self._settings = settings
        self._number = (lambda given: given) if typed else Remember(partial(number_in, settings=settings)).__getitem__
        self._amount = Remember(partial(amount_in, settings=settings)).__getitem__
        self._always = tuple((KEYS.index(key), value) for key, value in found.values.items() if not key.startswith(FIELD))
        self._named = {key[len(FIELD) :]: value for key, value in found.values.items() if key.startswith(FIELD)}
        read: dict[str, Callable[[str], Value]] = dict.fromkeys(LISTS, Remember(split_list).__getitem__)
        read |= {key: Remember(partial(how, settings=settings)).__getitem__ for key, how in _MOMENTS.items()}
        if settings.events:
            read["type"] = partial(_called, {name.casefold(): meant for name, meant in settings.events})
        if settings.people:
            people = {name.casefold(): meant for name, meant in settings.people}
            who: Remember[str, str | list[str]] = Remember(
                lambda cell: people.get(cell.casefold()) or [_called(people, one) for one in split_list(cell)]
            )
            read |= dict.fromkeys(
                ("by", "to", "with", "instead_of", "noted_by"), lambda cell: [one] if type(one := who[cell]) is str else one
            )
        there = (key for at, key in enumerate(KEYS) if found.columns[at] is not None or key in found.values)
        self._read = tuple((KEYS.index(key), read[key]) for key in there if key in read)

    def meant(self, values: list[Value]) -> tuple[Values, list[Fault]]:
        """The values of a row, and what is wrong with its cells. Its fields are a dictionary, those that are text not yet read."""
        faults: list[Fault] = []
        for at, value in self._always:
            values[at] = values[at] or value
        for at, read in self._read:
            if type(cell := values[at]) is str:
                try:
                    values[at] = read(cell)
                except Fault as fault:
                    faults.append(fault.of(KEYS[at]))
        if values[_FIELDS] or self._named:
            values[_FIELDS] = self.fields(dict(values[_FIELDS] or {}), faults)
        return tuple(values), faults

    def fields(self, fields: dict[str, Value], faults: list[Fault]) -> dict[str, Value]:
        """The fields of a row, with what is wrong with their cells."""
        if AMOUNT not in fields and AMOUNT in self._named:
            fields[AMOUNT] = self._named[AMOUNT]
        if type(given := fields.get(AMOUNT)) is str:
            try:
                fields[AMOUNT], unit = self._amount(given)
                if unit:
                    fields[_UNIT] = unit_in(unit, fields.get(_UNIT))
            except Fault as fault:
                faults.append(fault.of(f"value {AMOUNT}"))
        elif isinstance(given, int | Decimal) and type(given) is not bool:
            try:
                fields[AMOUNT] = signed(Decimal(given), given, self._settings)
            except Fault as fault:
                faults.append(fault.of(f"value {AMOUNT}"))
        for name, value in self._named.items():
            fields.setdefault(name, value)
        for name, given in fields.items():
            try:
                if name != AMOUNT and type(given) is str:
                    fields[name] = self._number(given)
            except Fault as fault:
                faults.append(fault.of(f"value {name}"))
        return fields


def _called(ours: dict[str, str], name: str) -> str:
    return ours.get(name.casefold(), name)


def with_faults(wrong: list[Fault], values: Values) -> list[Fault]:
    """All that is wrong with a row: with its cells, and with what they say."""
    told = {fault.key for fault in wrong}
    return wrong + [fault for fault in record_faults(values) if fault.key not in told]
