"""What is wrong with a record, value by value. `record` asks only where it could not make an entry."""

from __future__ import annotations

from decimal import Decimal

from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, LISTS, REQUIRED, Value, Values, event_name
from pactlang.log.moments import read_clock, read_date, read_moment
from pactlang.log.needs import together
from pactlang.log.reading import MOST_IN_LINE
from pactlang.log.words import bounded, note, value, word

_WORDS = {
    "at": read_moment,
    "type": event_name,
    "place": value,
    "about": word,
    "id": word,
    "until": read_date,
    "note": note,
    "target": word,
    "noted": read_moment,
}
_A_LIST = 'a list of words, such as ["Ana", "Ben"]'
_EXPECTED = {"at": 'a moment such as "2026-09-12T19:30"', "type": 'an event such as "test"'}
_TYPE_WORDS = {type(None): "nothing", bool: "true or false", str: "text", list: "a list", dict: "an object"}


def record_faults(values: Values) -> list[Fault]:
    """All that is wrong with a record, each fault with the key (and the place in the list) of its value.

    >>> values = {"at": "2026-09-31", "type": "test", "by": "Ana"}
    >>> [fault.message for fault in record_faults(tuple(map(values.get, KEYS)))]
    ['There is no day 31 in September 2026.', '`by` is text, not a list.']
    """
    found: list[Fault] = []
    read: dict[str, Value] = {}
    for key, given in zip(KEYS, values, strict=True):
        if given is None or (given == "" and type(given) is str):
            if key in REQUIRED:
                found.append(Fault(Code.NEEDS, f"The entry has no `{key}`.", _EXPECTED[key]).of("", 0))
            continue
        if key in LISTS:
            read[key] = _read_list(key, given, found)
        elif key == "fields":
            _check_fields(given, found)
        elif type(given) is not str:
            found.append(_wrong_type(key, given, "text", _EXPECTED.get(key, "text in quotation marks")).of(key))
        else:
            read[key] = _read_word(key, given, found)
    if not found:
        parts = (read.get(key) for key in ("about", "until", "target", "noted", "noted_by"))
        found.extend(together(read["type"], read.get("by", ()), *parts))
    return found


def _check_fields(fields: Value, found: list[Fault]) -> None:
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
        if type(given) is not str and type(given) not in (int, Decimal):
            message = f"The field `{key}` is {_TYPE_WORDS.get(type(given), 'something else')}, not a word or a number."
            expected = "`yes` or `no` in quotation marks" if type(given) is bool else "text or a number"
            found.append(Fault(Code.TYPE, message, expected).of(f"value {key}"))
            continue
        try:
            if type(given) is str:
                value(given)
            else:
                bounded(Decimal(given))
        except Fault as fault:
            found.append(fault.of(f"value {key}"))


def _read_list(key: str, given: Value, found: list[Fault]) -> tuple[str, ...]:
    if type(given) is not list:
        fault = _wrong_type(key, given, "a list", _A_LIST)
        if type(given) is str and '"' not in given:
            fault.replacement = f'["{given}"]'
        found.append(fault.of(key))
        return ()
    for index, item in enumerate(given):
        if len(found) >= MOST_IN_LINE:
            break
        if type(item) is not str:
            found.append(Fault(Code.TYPE, f"`{key}` holds {_TYPE_WORDS.get(type(item), 'a number')}.", _A_LIST).of(key, index))
            continue
        try:
            LISTS[key](item)
        except Fault as fault:
            found.append(fault.of(key, index))
    return tuple(given)


def _read_word(key: str, given: str, found: list[Fault]) -> Value:
    try:
        if key == "end":
            return read_clock(given) if given[2:3] == ":" else read_moment(given)
        return _WORDS[key](given)
    except Fault as fault:
        found.append(fault.of(key))
        return None


def _wrong_type(what: str, given: Value, wanted: str, expected: str) -> Fault:
    return Fault(Code.TYPE, f"`{what}` is {_TYPE_WORDS.get(type(given), 'a number')}, not {wanted}.", expected)
