"""Tables of Parquet read by columns: each different text of a column is looked at once, and each row is put together from what was read.

Where anything is odd, nothing is read here, and the rows are read one by one (`parquet.py`), which says what is wrong. Both read the same.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.log.cells import date_in, moment_in
from pactlang.log.entry import NO_FIELDS, Entry
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, LISTS
from pactlang.log.moments import Remember, bare_end, read_clock
from pactlang.log.needs import PARTICULAR, together
from pactlang.log.table_settings import NOT_SAID
from pactlang.log.tables import split_list
from pactlang.log.words import is_plain, note, word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from pactlang.log.record import Records
    from pactlang.log.table_values import Cells
    from pactlang.log.tables import Layout

    When = tuple[int, int | None, int | None]  # a date, the second of the day, the offset

_SELDOM = ("instead_of", "target", "noted", "noted_by")
_WHOLE = (10, 16, 19)  # letters of a date, and of a moment without an offset: what can be read of such is written as a log has it
_EPOCH = date(1970, 1, 1).toordinal()
_FIRST, _LAST = date(1900, 1, 1).toordinal(), date(2999, 12, 31).toordinal()
_FEW = 1000  # texts that are looked at one by one
_PLAIN = "^[A-Za-z0-9][A-Za-z0-9-]*$"  # a word that surely stands as it is to be read
_MOMENT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$"
_SECOND, _DAY = 1_000_000, 86_400


class OddError(Exception):
    """Something that has to be read by rows."""


class QuickRows:
    """Reads the rows of a table without settings, some at a time."""

    def __init__(self, pa: Any, found: Layout, records: Records, cells: Cells) -> None:
        self._pa, self._found, self._cells, self._records = pa, found, cells, records
        names, many = records.names, records.many
        people: Remember[tuple[str, ...], tuple[str, ...]] = names
        self._lists = {key: people if key not in ("tags", "covering") else many for key in LISTS}
        self._alone = {key: Remember(lambda item, whole=whole: whole[(item,)]) for key, whole in self._lists.items()}  # type: ignore[misc]
        self._cell = {key: Remember(lambda cell, whole=whole: whole[tuple(split_list(cell))]) for key, whole in self._lists.items()}  # type: ignore[misc]
        self._at: Remember[str, When] = Remember(self._moment)
        self._end: Remember[str, When | str] = Remember(self._moment_or_clock)
        self._until: Remember[str, int] = Remember(lambda cell: records.days[date_in(cell, NOT_SAID)])
        self._fields: Remember[tuple[object, ...], Mapping[str, str | Decimal]] = Remember(self._read_fields)

    def entries(self, batch: Any, line: int, order: int) -> list[Entry] | None:
        """The entries of some rows, the first of which has this line and place; None where they have to be read by rows."""
        try:
            return self._put_together(batch, line, order)
        except (OddError, Fault, TypeError, ValueError, ArithmeticError, AttributeError, KeyError, IndexError, self._pa.ArrowException):
            return None

    def _put_together(self, batch: Any, line: int, order: int) -> list[Entry]:
        columns = {
            key: column
            for key, place in zip(KEYS, self._found.columns, strict=True)
            if place is not None and (column := batch.column(place)).null_count < len(column)
        }
        if any(key in columns for key in _SELDOM) or "fields" in columns:
            raise OddError
        count = batch.num_rows
        nothing: Sequence[None] = (None,) * count
        empty: Sequence[tuple[str, ...]] = ((),) * count
        records = self._records
        starts = self._moments(columns["at"], self._at) if count else []
        ends = self._moments(columns["end"], self._end) if "end" in columns else nothing
        types = self._texts(columns["type"], records.types.__getitem__, None) if count else []
        if None in starts or None in types:
            raise OddError
        by, to, with_, tags, covering = (
            self._list(columns[key], key) if key in columns else empty for key in ("by", "to", "with", "tags", "covering")
        )
        places = self._texts(columns["place"], records.values.__getitem__, None) if "place" in columns else nothing
        about, ids = (self._texts(columns[key], _word, None) if key in columns else nothing for key in ("about", "id"))
        notes = self._texts(columns["note"], note, "") if "note" in columns else ("",) * count
        until = self._dates(columns["until"]) if "until" in columns else nothing
        fields = self._all_fields(batch) if self._found.fields else (NO_FIELDS,) * count
        file = records.file
        made: list[Entry] = []
        add = made.append
        for start, end, type_, one_by, one_to, one_with, place, one_about, id_, one_until, one_tags, one_covering, one_fields, words in zip(
            starts, ends, types, by, to, with_, places, about, ids, until, tags, covering, fields, notes, strict=True
        ):
            day, second, offset = start
            end_day = end_second = end_offset = None
            if end is not None:
                if type(end) is str:
                    end_second, end_offset = read_clock(end)
                    days, end_offset = bare_end(second, offset, end_second, end_offset)
                    end_day = day + days if days is not None else None
                else:
                    end_day, end_second, end_offset = end
            if type_ in PARTICULAR and any(together(type_, one_by, one_about, one_until, None, None, ())):
                raise OddError
            add(
                Entry(
                    type_,
                    day,
                    second,
                    offset,
                    end_day,
                    end_second,
                    end_offset,
                    one_by,
                    one_to,
                    one_with,
                    place,
                    one_about,
                    id_,
                    one_until,
                    one_tags,
                    one_covering,
                    one_fields,
                    None,
                    words,
                    None,
                    (),
                    (),
                    file,
                    line,
                    order,
                )
            )
            order = line if line == order + 1 else order + 1
            line += 1
        return made

    def _moment(self, cell: str) -> When:
        if len(cell) not in _WHOLE:
            cell = moment_in(cell, NOT_SAID)
        return (self._records.days[cell[:10]], *self._records.clocks[cell[10:]])

    def _moment_or_clock(self, cell: str) -> When | str:
        """What an entry ends at; a time alone stays one, since it hangs on the start."""
        if len(cell) not in _WHOLE:
            cell = moment_in(cell, NOT_SAID)
        return cell if cell[2:3] == ":" else self._moment(cell)

    def _texts(self, column: Any, read: Callable[[str], Any], missing: object) -> list[Any]:
        """What is read of each text of a column; `missing` stands for none. Each different text is read once."""
        column = self._encoded(column)
        if read is _word and len(column.dictionary) > _FEW and self._all_fit(column.dictionary, _PLAIN):
            known = column.dictionary.to_pylist()
        else:
            known = [read(text) if text else missing for text in column.dictionary.to_pylist()]
        return _spread(column, known, missing)

    def _encoded(self, column: Any) -> Any:
        """A column of texts as numbers of different ones, of which there are no more than there are rows."""
        if self._is_text(column):
            if len(column.dictionary) <= len(column):
                return column
            column = column.dictionary_decode()
        if not self._is_string(column.type):
            raise OddError
        return column.dictionary_encode()

    def _all_fit(self, texts: Any, pattern: str) -> bool:
        import pyarrow.compute as pc

        return bool(pc.all(pc.match_substring_regex(texts, pattern)).as_py())

    def _is_text(self, column: Any) -> bool:
        return bool(self._pa.types.is_dictionary(column.type) and self._is_string(column.type.value_type))

    def _is_string(self, kind: Any) -> bool:
        return bool(self._pa.types.is_string(kind) or self._pa.types.is_large_string(kind))

    def _moments(self, column: Any, read: Remember[str, Any]) -> list[Any]:
        types, kind = self._pa.types, column.type
        if types.is_timestamp(kind) and kind.tz is None and read is not self._at:
            raise OddError
        if types.is_timestamp(kind) and kind.tz is None and column.null_count == 0:
            return [_of_clock(moment) for moment in column.cast(self._pa.timestamp("us")).cast(self._pa.int64()).to_pylist()]
        column = self._encoded(column)
        texts = column.dictionary
        if len(texts) <= _FEW or not self._all_fit(texts, _MOMENT):
            return _spread(column, [read[text] if text else None for text in texts.to_pylist()], None)
        # Few dates and few times make many moments.
        import pyarrow.compute as pc

        days = self._texts(pc.utf8_slice_codeunits(texts, 0, 10), self._records.days.__getitem__, None)
        clocks = self._texts(pc.utf8_slice_codeunits(texts, 10), self._records.clocks.__getitem__, (None, None))
        return _spread(column, [(day, *clock) for day, clock in zip(days, clocks, strict=True)], None)

    def _dates(self, column: Any) -> list[int | None]:
        if self._pa.types.is_date32(column.type):
            return [None if day is None else _in_use(_EPOCH + day) for day in column.cast(self._pa.int32()).to_pylist()]
        return self._texts(column, self._until.__getitem__, None)

    def _list(self, column: Any, key: str) -> list[tuple[str, ...]]:
        """The names or words of each row, as a list or in one text."""
        types, kind = self._pa.types, column.type
        if not (types.is_list(kind) or types.is_large_list(kind)):
            cells: list[tuple[str, ...]] = self._texts(column, self._cell[key].__getitem__, ())
            return cells
        if not self._is_string(kind.value_type):
            raise OddError
        items = self._encoded(column.flatten())
        different, places = items.dictionary.to_pylist(), items.indices.to_pylist()
        known = [self._alone[key][text] for text in different]
        whole, lengths = self._lists[key], column.value_lengths().to_pylist()
        found: list[tuple[str, ...]] = []
        at = 0
        for length in lengths:
            if length == 1:
                found.append(known[places[at]])
                at += 1
            elif not length:
                found.append(())
            else:
                found.append(whole[tuple([different[place] for place in places[at : at + length]])])
                at += length
        if at != len(places):
            raise OddError
        return found

    def _all_fields(self, batch: Any) -> list[Mapping[str, str | Decimal]]:
        """The fields of each row; those that say the same are read once, and shared."""
        types = self._pa.types
        columns = [batch.column(place) for _, place in self._found.fields]
        read = self._fields
        each = [one.to_pylist() if types.is_integer(one.type) else self._texts(one, str, "") for one in columns]
        return list(map(read.__getitem__, zip(*each, strict=True)))

    def _read_fields(self, values: tuple[object, ...]) -> Mapping[str, str | Decimal]:
        said = {name: value for (name, _), value in zip(self._found.fields, values, strict=True) if value is not None and value != ""}
        if not said:
            return NO_FIELDS
        faults: list[Fault] = []
        fields = self._cells.fields(said, faults)
        if faults:
            raise OddError
        return self._records.read_fields(fields)


def _spread(column: Any, known: list[Any], missing: object) -> list[Any]:
    """What is known of the different texts of a column, for each of its rows."""
    places = column.indices.to_pylist()
    if column.null_count == 0:
        return list(map(known.__getitem__, places))
    return [missing if place is None else known[place] for place in places]


def _word(text: str) -> str:
    return text if is_plain(text) else word(text)


def _in_use(day: int) -> int:
    if not _FIRST <= day <= _LAST:
        raise OddError
    return day


def _of_clock(moment: int) -> When:
    """A moment that was given in millionths of a second."""
    seconds, rest = divmod(moment, _SECOND)
    day, second = divmod(seconds, _DAY)
    if rest:
        raise OddError
    return _in_use(_EPOCH + day), second, None
