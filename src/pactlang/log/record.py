"""From the plain values of one record (a JSON object, a row of a table) to an entry: the same checks for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct
from msgspec.json import Decoder

from pactlang.log.entry import NO_FIELDS, Entry, Moment
from pactlang.log.faults import Fault
from pactlang.log.keys import Value, Values, event_name
from pactlang.log.moments import Remember, bare_end, read_clock, read_clock_part, read_date
from pactlang.log.needs import PARTICULAR, together
from pactlang.log.words import bounded, is_plain, note, person, value, word

# What stands for nothing. Any other value that is false (0, false) is of the wrong type.
_NO_LIST: dict[Value, tuple[str, ...]] = {None: (), "": ()}
_NO_WORD: dict[Value, None] = {None: None, "": None}
_NO_NOTE: dict[Value, str] = {None: "", "": ""}


_NO_RAW = Raw(b"")
_PLAIN_FIELDS = Decoder(dict[str, Any], float_hook=Decimal)  # numbers are kept exactly as they were written


class Plain(Struct, forbid_unknown_fields=True, rename={"with_": "with"}, gc=False):
    """A record whose values have the types that they ought to have, as nearly all of them."""

    at: str
    type: str
    end: str | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    place: str | None = None
    about: str | None = None
    id: str | None = None
    until: str | None = None
    tags: tuple[str, ...] = ()
    covering: tuple[str, ...] = ()
    fields: Raw = _NO_RAW  # read once for all records that say the same
    note: str | None = None
    target: str | None = None
    noted: str | None = None
    noted_by: tuple[str, ...] = ()


_PLAIN = Decoder(Plain, float_hook=Decimal)
_Who = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str | None, tuple[str, ...], tuple[str, ...]]


class Records:
    """Makes entries from records. Tuples, strings and fields that were seen before are shared.

    >>> from pactlang.log.keys import KEYS
    >>> records = Records("us.jsonl")
    >>> values = {"at": "2026-09-12T19:30", "end": "23:10", "type": "encounter", "by": ["Ana"]}
    >>> entry = records.entry(tuple(map(values.get, KEYS)), 1, 0)
    >>> entry.by, entry.second, entry.end_second
    (('Ana',), 70200, 83400)
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.days = Remember(read_date)
        self.clocks = Remember(read_clock_part)
        self.types = Remember(event_name)
        self.names = Remember(_each(person), 1 << 20)
        self.many = Remember(_each(word), 1 << 20)
        self.values = Remember(value)
        self._numbers: Remember[int, Decimal] = Remember(lambda number: bounded(Decimal(number)))
        self._field_names = Remember(word)
        self._fields: dict[Values, Mapping[str, str | Decimal]] = {}
        self._written: Remember[bytes, Mapping[str, str | Decimal]] = Remember(lambda raw: self.read_fields(_PLAIN_FIELDS.decode(raw)))
        self._shapes: Remember[_Who, tuple[_Who, bool]] = Remember(self._shape)

    def take(self, lines: Iterable[bytes], number: int, entries: list[Entry]) -> bytes | None:
        """Add the entries of lines of JSON, the first of which has this number, up to one that has faults or says what few say; this line.

        What entries have in common (who, with whom, where, which event) is looked at once: a log has few such shapes.
        """
        days, clocks, shapes, written, file = self.days, self.clocks, self._shapes, self._written, self.file
        add, order, decode, line = entries.append, len(entries), _PLAIN.decode, b""
        try:
            for line in lines:
                record = decode(line)
                if record.target or record.noted or record.noted_by:
                    return line
                end_day = end_second = end_offset = None
                at, end, about, id_, until, raw = record.at, record.end, record.about, record.id, record.until, record.fields
                day = days[at[:10]]
                second, offset = clocks[at[10:]]
                if end:
                    if end[2:3] == ":":
                        end_day, end_second, end_offset = _bare_end(end, day, second, offset)
                    else:
                        end_day = days[end[:10]]
                        end_second, end_offset = clocks[end[10:]]
                who = record.type, record.by, record.to, record.with_, record.place, record.tags, record.covering
                (type_, by, to, with_, place, tags, covering), particular = shapes[who]
                if particular:
                    return line
                add(
                    Entry(
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
                        (about if is_plain(about) else word(about)) if about else None,
                        (id_ if is_plain(id_) else word(id_)) if id_ else None,
                        days[until] if until else None,
                        tags,
                        covering,
                        NO_FIELDS if raw is _NO_RAW else written[bytes(raw)],
                        None,
                        note(record.note) if record.note else "",
                        None,
                        (),
                        (),
                        file,
                        number,
                        order,
                    )
                )
                # In a log without empty lines, one number serves as a line's and as the next one's place: 32 MB less for a million.
                order = number if number == order + 1 else order + 1
                number += 1
        except (Fault, TypeError, ValueError, ArithmeticError, AttributeError, KeyError, RecursionError):
            return line
        return None

    def _shape(self, said: _Who) -> tuple[_Who, bool]:
        """What some entries have in common, each part as it is to be read, and whether its event needs a closer look."""
        type_, by, to, with_, place, tags, covering = said
        names, many = self.names, self.many
        event = self.types[type_]
        where = self.values[place] if place else None
        return (event, names[by], names[to], names[with_], where, many[tags], many[covering]), event in PARTICULAR

    def entry(self, values: Values, line: int, order: int) -> Entry | None:
        """The entry of a record; None where it has faults, which `record_faults` tells."""
        at, end, type_, by, to, with_, instead_of, place, about, id_, until, tags, covering, fields, words, target, noted, noted_by = values
        names, many = self.names, self.many
        end_day = end_second = end_offset = moment = None
        try:
            day = self.days[at[:10]]
            second, offset = self.clocks[at[10:]]
            if end:
                if end[2:3] == ":":
                    end_day, end_second, end_offset = _bare_end(end, day, second, offset)
                else:
                    end_day = self.days[end[:10]]
                    end_second, end_offset = self.clocks[end[10:]]
            else:
                end = _NO_WORD[end]
            type_ = self.types[type_]
            # `[]` is by far the commonest value of the four lists that are asked for it first.
            by = names[tuple(by)] if type(by) is list else _NO_LIST[by]
            to = () if to == [] else names[tuple(to)] if type(to) is list else _NO_LIST[to]
            with_ = () if with_ == [] else names[tuple(with_)] if type(with_) is list else _NO_LIST[with_]
            instead_of = names[tuple(instead_of)] if type(instead_of) is list and instead_of else _NO_LIST[instead_of or None]
            tags = () if tags == [] else many[tuple(tags)] if type(tags) is list else _NO_LIST[tags]
            covering = () if covering == [] else many[tuple(covering)] if type(covering) is list else _NO_LIST[covering]
            place = self.values[place] if place else _NO_WORD[place]
            about = (about if about.isalnum() and about.isascii() else word(about)) if about else _NO_WORD[about]
            id_ = (id_ if id_.isalnum() and id_.isascii() else word(id_)) if id_ else _NO_WORD[id_]
            until = self.days[until] if until else _NO_WORD[until]
            if fields:
                fields = self._shared(fields)
            elif fields is None or fields == {}:
                fields = NO_FIELDS
            else:
                return None
            words = note(words) if words else _NO_NOTE[words]
            target = word(target) if target else _NO_WORD[target]
            if noted:
                moment = Moment(self.days[noted[:10]], *self.clocks[noted[10:]])
            else:
                noted = _NO_WORD[noted]
            noted_by = names[tuple(noted_by)] if type(noted_by) is list else _NO_LIST[noted_by]
        except (Fault, TypeError, AttributeError, KeyError):
            return None  # `record_faults` asks again, value by value, and says what is wrong
        if (type_ in PARTICULAR or target or noted_by) and any(together(type_, by, about, until, target, moment, noted_by)):
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
            instead_of,
            self.file,
            line,
            order,
        )

    def _shared(self, fields: Value) -> Mapping[str, str | Decimal]:
        """The fields of a record. Raises `Fault`, `AttributeError` or `TypeError` where they are none."""
        given = tuple(fields.values())
        types = tuple(map(type, given))
        if Decimal in types:
            return self.read_fields(fields)  # 45 and 45.0 are equal, but each is to be kept as it was written
        key = (*fields, *given, *types)
        known = self._fields.get(key)
        if known is None:
            known = self.read_fields(fields)
            if len(self._fields) < 1 << 16:
                self._fields[key] = known
        return known

    def read_fields(self, fields: Mapping[Value, Value]) -> Mapping[str, str | Decimal]:
        """The fields of a record as they are to be read. Raises `Fault`, `AttributeError` or `TypeError` where they are none."""
        read = {self._field_names[key]: self._field(given) for key, given in fields.items() if given is not None and given != ""}
        return read or NO_FIELDS

    def _field(self, given: Value) -> str | Decimal:
        kind = type(given)
        if kind is str:
            return self.values[given]
        if kind is int:
            return self._numbers[given]
        if kind is Decimal:
            return bounded(given)
        raise TypeError(given)


def _each(check: Callable[[str], str]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """A check of every item. What is named twice counts once."""
    return lambda items: tuple(dict.fromkeys(map(check, items)))


def _bare_end(end: str, day: int, second: int | None, offset: int | None) -> tuple[int | None, int, int | None]:
    end_second, end_offset = read_clock(end)
    days, end_offset = bare_end(second, offset, end_second, end_offset)
    return day + days if days is not None else None, end_second, end_offset
