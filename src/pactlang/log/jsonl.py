"""Logs as JSON Lines: one object a line, with the keys of `keys.KEYS`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec.json import Decoder

from pactlang.diagnostics import nearest_spelling
from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.json_places import find_in_object
from pactlang.log.keys import KEYS, Values
from pactlang.log.places import decoded
from pactlang.log.reading import MOST_IN_LINE, Reading, enough
from pactlang.log.record import Records
from pactlang.log.record_faults import record_faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from json import JSONDecodeError

_BOM = b"\xef\xbb\xbf"
_KNOWN = frozenset(KEYS)
_EXPECTED = 'one object a line, such as {"at": "2026-09-08", "type": "test", "by": ["Ana"]}'


def read_jsonl(data: bytes, name: str) -> Reading:
    """Read a log in JSON Lines. All faults are found at once; none is raised.

    >>> reading = read_jsonl(b'{"at": "2026-09-08", "type": "test", "by": ["Ana"]}\\n{"at": "2026-09-09", "typ": "test"}\\n', "us.jsonl")
    >>> reading.entries[0].by
    ('Ana',)
    >>> [(line, fault.message, fault.nearest) for line, fault in reading.faults]
    [(2, 'No log has a key `typ`.', 'type'), (2, 'The entry has no `type`.', '')]
    """
    entries: list[Entry] = []
    faults: list[tuple[int, Fault]] = []
    records = Records(name)
    take = records.take
    loads = Decoder(float_hook=Decimal).decode  # numbers are kept exactly as they were written
    lines = BytesIO(data)
    lines.seek(len(_BOM) if data.startswith(_BOM) else 0)
    number = 1
    while True:
        known = len(entries)
        line = take(lines, number, entries)
        if line is None:
            break
        number += len(entries) - known
        entry, wrong = _carefully(line, number, len(entries), records, loads)
        if entry is not None:
            entries.append(entry)
        faults.extend((number, fault) for fault in wrong[:MOST_IN_LINE])
        if wrong and (enough(faults, number) or (number == 1 and line.strip() in (b"[", b"{"))):
            break  # laid out over several lines, the same would be said of each of them
        number += 1
    return Reading(entries, faults, partial(decoded, data), find_in_object)


def _carefully(line: bytes, number: int, order: int, records: Records, loads: Callable[[bytes], Any]) -> tuple[Entry | None, list[Fault]]:
    """The entry of a line, else what is wrong with it; neither for an empty line."""
    try:
        found = loads(line)
        if type(found) is dict and found.keys() <= _KNOWN:
            entry = records.entry(tuple(map(found.get, KEYS)), number, order)
            if entry is not None:
                return entry, []
    except (ValueError, ArithmeticError, RecursionError):
        if line.isspace():
            return None, []
    return None, _faults(line)


def _refuse(text: str) -> Any:
    raise ValueError(f"{text} is not a number that a log can hold")


@cache
def _decoder() -> Callable[[str], Any]:
    """The reader that says where a line is wrong; loaded for such lines alone."""
    from json import JSONDecoder

    return JSONDecoder(parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse).decode


def _faults(line: bytes) -> list[Fault]:
    """What is wrong with a line; at least one thing."""
    from json import JSONDecodeError

    try:
        found = _decoder()(line.decode())
    except JSONDecodeError as wrong:
        return [_syntax(line, wrong)]
    except UnicodeDecodeError as wrong:
        start = len(line[: wrong.start].decode())
        return [Fault(Code.ENCODING, "This line is not UTF-8 text.", "text saved as UTF-8").at(start, start + 1)]
    except (ValueError, ArithmeticError, RecursionError):
        message = "This line has a number that a log cannot hold, or is nested too deeply."
        return [Fault(Code.JSON, message, _EXPECTED)]
    if type(found) is not dict:
        return [Fault(Code.JSON, "This line is not a JSON object.", _EXPECTED)]
    unknown = [key for key in found if key not in _KNOWN][:MOST_IN_LINE]
    faults = [
        Fault(Code.KEY, f"No log has a key `{key}`.", ", ".join(KEYS), nearest_spelling(key, _KNOWN)).of(f"key {key}") for key in unknown
    ]
    values: Values = tuple(map(found.get, KEYS))
    faults += record_faults(values)
    return faults or [Fault(Code.JSON, "This line cannot be read.", _EXPECTED)]


def _syntax(line: bytes, wrong: JSONDecodeError) -> Fault:
    text = line.decode().rstrip()
    if text in ("[", "{"):
        return Fault(Code.JSON, "This is JSON over several lines.", _EXPECTED)
    told, start = wrong.msg[0].lower() + wrong.msg[1:], min(wrong.pos, len(text))
    if told.startswith("illegal trailing comma"):  # Python 3.13 says it of the comma, earlier ones of what follows: here all say the same
        told = "expecting property name enclosed in double quotes" if told.endswith("object") else "expecting value"
        start = len(text) - len(text[start + 1 :].lstrip())
    return Fault(Code.JSON, f"This line is not JSON: {told}.", _EXPECTED).at(start, min(start + 1, len(text)))
