"""From the plain values of one record (a JSON object, a row of a table) to an entry: the same checks for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pactlang.log.codes import Code
from pactlang.log.entry import NO_FIELDS, Entry, Moment
from pactlang.log.faults import Fault
from pactlang.log.moments import Remember, bare_end, read_clock, read_clock_part, read_date, read_moment
from pactlang.log.needs import PARTICULAR, misplaced_target, missing
from pactlang.log.words import bounded, name, note, value, word
from pactlang.model.vocabulary import WITHDRAW_CONSENT

_Value = Any  # what a file may hold: nothing is known of its type
Values = tuple[_Value, ...]  # those of one record, in the order of `KEYS`

# What JSON Lines, CSV and Parquet call the parts of an entry.
KEYS = (
    "at",
    "end",
    "type",
    "by",
    "to",
    "with",
    "place",
    "about",
    "id",
    "until",
    "tags",
    "covering",
    "fields",
    "note",
    "target",
    "noted",
    "noted_by",
)
REQUIRED = ("at", "type")
LISTS = {"by": name, "to": name, "with": name, "noted_by": name, "tags": word, "covering": word}
_WORDS = {"about": word, "id": word, "target": word, "place": value, "note": note, "until": read_date, "noted": read_moment}
_A_LIST = 'a list of words, such as ["Ana", "Ben"]'
_EXPECTED = {"at": 'a moment such as "2026-09-12T19:30"', "type": 'an event such as "test"'}
_TYPE_WORDS = {type(None): "nothing", bool: "true or false", str: "text", list: "a list", dict: "an object"}

# What stands for nothing. Any other value that is false (0, false) is of the wrong type.
_NO_LIST: dict[_Value, tuple[str, ...]] = {None: (), "": ()}
_NO_WORD: dict[_Value, None] = {None: None, "": None}
_NO_NOTE: dict[_Value, str] = {None: "", "": ""}


class InexactNumber(Exception):  # noqa: N818 - nothing is wrong: the record is to be read again, exactly
    """A number came as a binary fraction, which may not be what was written."""


class Records:
    """Makes entries from records. Tuples, strings and fields that were seen before are shared.

    >>> records = Records("us.jsonl")
    >>> values = {"at": "2026-09-12T19:30", "end": "23:10", "type": "encounter", "by": ["Ana"]}
    >>> entry = records.entry(tuple(map(values.get, KEYS)), 1, 0)
    >>> entry.by, entry.second, entry.end_second
    (('Ana',), 70200, 83400)
    >>> values = {"at": "2026-09-31", "type": "test", "by": "Ana"}
    >>> [fault.message for fault in records.faults(tuple(map(values.get, KEYS)))]
    ['There is no day 31 in September 2026.', '`by` is text, not a list.']
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._days = Remember(read_date)
        self._clocks = Remember(read_clock_part)
        self._types = Remember(_type)
        self._names = Remember(_each(name), 1 << 20)
        self._many = Remember(_each(word), 1 << 20)
        self._values = Remember(value)
        self._numbers: Remember[int, Decimal] = Remember(lambda number: bounded(Decimal(number)))
        self._field_names = Remember(word)
        self._fields: dict[Values, Mapping[str, str | Decimal]] = {}

    def entry(self, values: Values, line: int, order: int) -> Entry | None:
        """The entry of a record; None where it has faults, which `faults` tells.

        Raises `InexactNumber` where a field is a binary fraction.
        """
        at, end, type_, by, to, with_, place, about, id_, until, tags, covering, fields, words, target, noted, noted_by = values
        names, many = self._names, self._many
        end_day = end_second = end_offset = moment = None
        try:
            day = self._days[at[:10]]
            second, offset = self._clocks[at[10:]]
            if end:
                if end[2:3] == ":":
                    end_day, end_second, end_offset = _bare_end(end, day, second, offset)
                else:
                    end_day = self._days[end[:10]]
                    end_second, end_offset = self._clocks[end[10:]]
            else:
                end = _NO_WORD[end]
            type_ = self._types[type_]
            by = names[tuple(by)] if type(by) is list else _NO_LIST[by]
            to = names[tuple(to)] if type(to) is list else _NO_LIST[to]
            with_ = names[tuple(with_)] if type(with_) is list else _NO_LIST[with_]
            tags = many[tuple(tags)] if type(tags) is list else _NO_LIST[tags]
            covering = many[tuple(covering)] if type(covering) is list else _NO_LIST[covering]
            place = self._values[place] if place else _NO_WORD[place]
            about = (about if about.isalnum() and about.isascii() else word(about)) if about else _NO_WORD[about]
            id_ = (id_ if id_.isalnum() and id_.isascii() else word(id_)) if id_ else _NO_WORD[id_]
            until = self._days[until] if until else _NO_WORD[until]
            if fields:
                fields = self._shared(fields)
            elif fields is None or fields == {}:
                fields = NO_FIELDS
            else:
                return None
            words = note(words) if words else _NO_NOTE[words]
            target = word(target) if target else _NO_WORD[target]
            if noted:
                moment = Moment(self._days[noted[:10]], *self._clocks[noted[10:]])
            else:
                noted = _NO_WORD[noted]
            noted_by = names[tuple(noted_by)] if type(noted_by) is list else _NO_LIST[noted_by]
        except (Fault, TypeError, AttributeError, KeyError):
            return None  # `faults` asks again, value by value, and says what is wrong
        if (type_ in PARTICULAR or target or noted_by) and any(_together(type_, by, about, until, target, moment, noted_by)):
            return None
        return Entry(
            type_,
            day,
            second,
            offset,
            end_day,
            end_second,
            end_offset,
            by,
            to,
            with_,
            place,
            about,
            id_,
            until,
            tags,
            covering,
            fields,
            target,
            words,
            moment,
            noted_by,
            self._file,
            line,
            order,
        )

    def _shared(self, fields: _Value) -> Mapping[str, str | Decimal]:
        """The fields of a record. Raises `Fault`, `AttributeError` or `TypeError` where they are none."""
        given = tuple(fields.values())
        types = tuple(map(type, given))
        if Decimal in types:
            return self._read_fields(fields)  # 45 and 45.0 are equal, but each is to be kept as it was written
        key = (*fields, *given, *types)
        known = self._fields.get(key)
        if known is None:
            known = self._read_fields(fields)
            if len(self._fields) < 1 << 16:
                self._fields[key] = known
        return known

    def _read_fields(self, fields: Mapping[_Value, _Value]) -> Mapping[str, str | Decimal]:
        read = {self._field_names[key]: self._field(given) for key, given in fields.items() if given is not None and given != ""}
        return read or NO_FIELDS

    def _field(self, given: _Value) -> str | Decimal:
        kind = type(given)
        if kind is str:
            return self._values[given]
        if kind is int:
            return self._numbers[given]
        if kind is Decimal:
            return bounded(given)
        if kind is float:
            raise InexactNumber
        raise TypeError(given)

    # --- with care --------------------------------------------------------------------------------------------

    def faults(self, values: Values) -> list[Fault]:
        """All that is wrong with a record, each fault with the key (and the place in the list) of its value."""
        found: list[Fault] = []
        read: dict[str, _Value] = {}
        for key, given in zip(KEYS, values, strict=True):
            if given is None or (given == "" and type(given) is str):
                if key in REQUIRED:
                    found.append(Fault(Code.NEEDS, f"The entry has no `{key}`.", _EXPECTED[key]).of("", 0))
                continue
            if key in LISTS:
                read[key] = _read_list(key, given, found)
            elif key == "fields":
                self._check_fields(given, found)
            elif type(given) is not str:
                found.append(_wrong_type(key, given, "text", _EXPECTED.get(key, "text in quotation marks")).of(key))
            else:
                read[key] = _read_word(key, given, found)
        if not found:
            parts = (read.get(key) for key in ("about", "until", "target", "noted", "noted_by"))
            found.extend(_together(read["type"], read.get("by", ()), *parts))
        return found

    def _check_fields(self, fields: _Value, found: list[Fault]) -> None:
        if type(fields) is not dict:
            found.append(_wrong_type("fields", fields, "an object", 'an object, such as {"amount": 45, "unit": "EUR"}').of("fields"))
            return
        for key, given in fields.items():
            if given is None or given == "":
                continue
            try:
                word(key)
            except Fault as fault:
                found.append(fault.of(f"field {key}"))
            if type(given) is not str and type(given) not in (int, float, Decimal):
                message = f"The field `{key}` is {_TYPE_WORDS.get(type(given), 'something else')}, not a word or a number."
                expected = "`yes` or `no` in quotation marks" if type(given) is bool else "text or a number"
                found.append(Fault(Code.TYPE, message, expected).of(f"value {key}"))
                continue
            try:
                self._field(given)
            except Fault as fault:
                found.append(fault.of(f"value {key}"))
            except InexactNumber:
                pass


def _each(check: Callable[[str], str]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """A check of every item. What is named twice counts once."""
    return lambda items: tuple(dict.fromkeys(map(check, items)))


def _type(text: str) -> str:
    """An event, which is one word, but for `withdraw consent`."""
    return WITHDRAW_CONSENT if text == WITHDRAW_CONSENT else word(text)


def _bare_end(end: str, day: int, second: int | None, offset: int | None) -> tuple[int | None, int, int | None]:
    end_second, end_offset = read_clock(end)
    days, end_offset = bare_end(second, offset, end_second, end_offset)
    return day + days if days is not None else None, end_second, end_offset


def _together(
    type_: str,
    by: tuple[str, ...],
    about: str | None,
    until: int | None,
    target: str | None,
    noted: Moment | None,
    noted_by: tuple[str, ...] | None,
) -> Iterator[Fault]:
    """What is wrong with values that are right each for itself."""
    yield from missing(type_, by, target, about, until)
    if misplaced := misplaced_target(type_, target):
        yield misplaced
    if noted_by and noted is None:
        yield Fault(Code.NEEDS, "`noted_by` says who wrote the entry, but not when.", "`noted` with a date and a time").of("noted_by")


def _read_list(key: str, given: _Value, found: list[Fault]) -> tuple[str, ...]:
    if type(given) is not list:
        fault = _wrong_type(key, given, "a list", _A_LIST)
        if type(given) is str and '"' not in given:
            fault.replacement = f'["{given}"]'
        found.append(fault.of(key))
        return ()
    for index, item in enumerate(given):
        if type(item) is not str:
            found.append(Fault(Code.TYPE, f"`{key}` holds {_TYPE_WORDS.get(type(item), 'a number')}.", _A_LIST).of(key, index))
            continue
        try:
            LISTS[key](item)
        except Fault as fault:
            found.append(fault.of(key, index))
    return tuple(given)


def _read_word(key: str, given: str, found: list[Fault]) -> _Value:
    try:
        if key == "type":
            return _type(given)
        if key == "at":
            return read_moment(given)
        if key == "end":
            return read_clock(given) if given[2:3] == ":" else read_moment(given)
        return _WORDS[key](given)
    except Fault as fault:
        found.append(fault.of(key))
        return None


def _wrong_type(what: str, given: _Value, wanted: str, expected: str) -> Fault:
    return Fault(Code.TYPE, f"`{what}` is {_TYPE_WORDS.get(type(given), 'a number')}, not {wanted}.", expected)
