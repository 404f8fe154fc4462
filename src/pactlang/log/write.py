"""Entries back into the formats, so that reading them gives the same entries."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from pactlang.later import ready
from pactlang.log.entry import Entry
from pactlang.log.keys import KEYS
from pactlang.log.moments import clock_text, date_text, moment_text
from pactlang.log.tables import COLUMNS, FIELD, joined_list
from pactlang.log.words import ARTICLES, KEYWORDS, person_words
from pactlang.model.vocabulary import ACKNOWLEDGEMENT, CONFIRM, DISPUTE, OWN, WAIVE, WITHDRAW_CONSENT
from pactlang.model.words import quoted

_NOTE_INDENT = "    "
_NO_EVENT = ARTICLES | {"Z", "z"}
_plain = ready(r"[^\W_][\w.@~:/'’-]*").fullmatch
_looks_like_number = ready(r"[+\u2212-]?[0-9]").match


def entry_to_text(entry: Entry, more: Sequence[Entry] = ()) -> str:
    """An entry as lines of a `.pactlog`, without the last newline; `more` are other waivers that its line gives as well.

    >>> print(entry_to_text(Entry("encounter", 739871, 70200, by=("Ana",), with_=("dana",), place="the lake", id="e1", note="Mild.")))
    2026-09-12 19:30  encounter by Ana with dana at "the lake", as e1
        Mild.
    """
    owned = entry.type == ACKNOWLEDGEMENT and entry.about is not None and "@" in entry.about and bool(entry.by) and not entry.target
    words = [OWN if owned else WITHDRAW_CONSENT if entry.type == WITHDRAW_CONSENT else _event(entry.type)]
    about = ["about", _word(entry.about)] if entry.about is not None else []
    if entry.type == WAIVE and entry.target is not None:
        words.append(", ".join(map(_target, (entry, *more))))
        about = []
    elif entry.target is not None:
        words.append(_word(entry.target))
    elif (owned or entry.type in (CONFIRM, DISPUTE)) and entry.about is not None:
        words.append(_word(entry.about))
        about = []
    for keyword, names in (("by", entry.by), ("to", entry.to), ("with", entry.with_)):
        if names:
            words += [keyword, person_words(names)]
    if entry.instead_of:
        words += ["instead of", person_words(entry.instead_of)]
    if entry.place is not None:
        words += ["at", _word(entry.place, ARTICLES)]
    words += about
    if entry.until is not None:
        words += ["until", date_text(entry.until)]
    parts = [" ".join(words)]
    if entry.covering:
        parts.append("covering " + ", ".join(map(_word, entry.covering)))
    if entry.tags:
        parts.append("tagged " + ", ".join(map(_word, entry.tags)))
    parts += _fields(entry)
    if entry.id is not None:
        parts.append("as " + _word(entry.id))
    if entry.noted is not None:
        written = moment_text(entry.noted.day, entry.noted.second, entry.noted.offset, between=" ")
        by = f" by {person_words(entry.noted_by)}" if entry.noted_by else ""
        parts.append(f"noted {written}{by}")
    return f"{_head(entry)}  {', '.join(parts)}{_note(entry.note)}"


def entries_to_text(entries: Sequence[Entry]) -> str:
    """Entries as lines, each with its newline; what one person waives at one moment is one line.

    >>> waived = [Entry("waive", 739871, by=("Ben",), target=one) for one in ("tell@2026-09-04", "ours@2026-09-09")]
    >>> print(entries_to_text(waived), end="")
    2026-09-12  waive tell@2026-09-04, ours@2026-09-09 by Ben
    """
    lines: list[tuple[Entry, list[Entry]]] = []
    for entry in entries:
        alike = lines and entry.type == WAIVE and replace(entry, **_OWN) == replace(lines[-1][0], **_OWN)
        if alike and not entry.note and entry.id is None:
            lines[-1][1].append(entry)
        else:
            lines.append((entry, []))
    return "".join(f"{entry_to_text(first, more)}\n" for first, more in lines)


# What entries of one line may differ in.
_OWN: dict[str, Any] = {"target": None, "about": None, "id": None, "note": "", "file": "", "line": 0, "order": 0}


def _target(entry: Entry) -> str:
    return " ".join([_word(entry.target or ""), *(["of", _word(entry.about)] if entry.about is not None else [])])


def entry_to_json(entry: Entry) -> str:
    """An entry as one line of JSON Lines, without the newline; only what it says, in the order of the documentation.

    >>> entry_to_json(Entry("expense", 739871, by=("Ana",), fields={"amount": Decimal("45.50"), "unit": "EUR"}))
    '{"at": "2026-09-12", "type": "expense", "by": ["Ana"], "fields": {"amount": 45.50, "unit": "EUR"}}'
    """
    values = _values(entry)
    fields = ", ".join(f"{json.dumps(name, ensure_ascii=False)}: {_json(value)}" for name, value in entry.fields.items())
    members = [
        f'"{key}": {{{fields}}}' if key == "fields" else f'"{key}": {json.dumps(values[key], ensure_ascii=False)}'
        for key in KEYS
        if values[key]
    ]
    return "{" + ", ".join(members) + "}"


def entries_to_csv(entries: Iterable[Entry]) -> str:
    """Entries as a CSV table with its header; a column for every field that any of them has.

    >>> print(entries_to_csv([Entry("expense", 739871, by=("Ana", "Ben"), fields={"amount": Decimal(45)})]).splitlines()[1])
    2026-09-12,,expense,Ana;Ben,,,,,,,,,,,,,,45
    """
    rows = list(entries)
    names = sorted({name for entry in rows for name in entry.fields})
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *(FIELD + name for name in names)])
    for entry in rows:
        values = _values(entry)
        cells = (joined_list(value) if isinstance(value := values[key], tuple) else value for key in COLUMNS)
        writer.writerow([*cells, *(_cell(entry.fields.get(name, ""), name) for name in names)])
    return text.getvalue()


def _values(entry: Entry) -> dict[str, str | Sequence[str]]:
    """The values of an entry under the keys of JSON Lines, without the fields' own; empty where it has none."""
    noted = entry.noted
    end = ""
    if entry.end_day is not None:
        end = moment_text(entry.end_day, entry.end_second, entry.end_offset)
    elif entry.end_second is not None:
        end = clock_text(entry.end_second, entry.end_offset)
    return {
        "at": moment_text(entry.day, entry.second, entry.offset),
        "end": end,
        "type": entry.type,
        "by": entry.by,
        "to": entry.to,
        "with": entry.with_,
        "instead_of": entry.instead_of,
        "place": entry.place or "",
        "about": entry.about or "",
        "id": entry.id or "",
        "until": date_text(entry.until) if entry.until is not None else "",
        "tags": entry.tags,
        "covering": entry.covering,
        "fields": tuple(entry.fields),
        "note": entry.note,
        "target": entry.target or "",
        "noted": moment_text(noted.day, noted.second, noted.offset) if noted is not None else "",
        "noted_by": entry.noted_by,
    }


def _head(entry: Entry) -> str:
    """Date, time and end; the end's date and offset only where they do not go without saying."""
    head = moment_text(entry.day, entry.second, entry.offset, between=" ")
    if entry.end_second is None:
        return f"{head} to {date_text(entry.end_day)}" if entry.end_day is not None else head
    if entry.end_day is None:
        return f"{head} to {clock_text(entry.end_second, entry.end_offset)}"
    later = entry.end_day - entry.day
    if entry.end_offset == entry.offset and later == int(entry.end_second <= (entry.second or 0)):
        return f"{head} to {clock_text(entry.end_second)}"
    return f"{head} to {moment_text(entry.end_day, entry.end_second, entry.end_offset, between=' ')}"


def _fields(entry: Entry) -> list[str]:
    """FIELD VALUE pairs; an amount with its unit behind it."""
    fields = dict(entry.fields)
    unit = fields.get("unit")
    parts: list[str] = []
    for name, value in entry.fields.items():
        if name == "unit" and isinstance(unit, str) and isinstance(fields.get("amount"), Decimal):
            continue
        behind = f" {_value(unit)}" if name == "amount" and isinstance(value, Decimal) and isinstance(unit, str) else ""
        called = _word(name) if name[0].isalpha() else quoted(name)
        parts.append(f"{called} {_value(value)}{behind}")
    return parts


def list_item(text: str) -> str:
    """A word of a list, a name of an entry, or a value, as it can stand in an entry."""
    return _word(text)


def place_word(text: str) -> str:
    """A place as it can stand after `at`."""
    return _word(text, ARTICLES)


def _word(text: str, also_quoted: frozenset[str] = frozenset()) -> str:
    """A word as it can stand in an entry: in quotation marks where it would be read as something else."""
    return text if _plain(text) and text not in KEYWORDS and text not in also_quoted else quoted(text)


def _event(name: str) -> str:
    """An event's name, which must not be read as a part of the time before it."""
    return _word(name, _NO_EVENT) if name[0].isalpha() else quoted(name)


def _value(value: str | Decimal) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return quoted(value) if _looks_like_number(value) else _word(value)


def _json(value: str | Decimal) -> str:
    return format(value, "f") if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _cell(value: str | Decimal, name: str) -> str:
    if isinstance(value, Decimal):
        written = format(value, "f")
        return f"{written}0" if len(written.partition(".")[2]) == 3 else written  # 1.080 reads two ways, 1.0800 does not
    as_text = value and (name == "amount" or value[0] == '"' or _looks_like_number(value))
    return f'"{value}"' if as_text else value


def _note(note: str) -> str:
    """The lines of a note under their entry. A line that starts with `#` would be a comment."""
    lines = note.split("\n") if note else []
    return "".join("\n" + (_NOTE_INDENT + ("\\" if line[0] in "#\\" else "") + line if line else "") for line in lines)
