"""Occurrences as lines of a log, by the rules; the log's own reader then says whether they are entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.log.moments import clock_text, date_text
from pactlang.log.text_tokens import quoted
from pactlang.model.calendar import load_zone

if TYPE_CHECKING:
    from pactlang.calendars.reading.occurrence import Occurrence
    from pactlang.calendars.reading.rules import Rule
    from pactlang.model.agreement import Person
    from pactlang.model.calendar import Zone

_PLAIN = re.compile(r"[^\W_][\w.@~:/'’-]*")
_MOST_ID = 200


class Taken(Struct):
    """Lines for the log with the numbers of their rules, and what became of everything else."""

    lines: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    known: int = 0
    left_out: int = 0
    unmatched: list[Occurrence] = field(default_factory=list)


def take(
    occurrences: Iterable[Occurrence],
    rules: Sequence[Rule],
    people: Sequence[Person],
    known: frozenset[str],
    zone: Zone,
    first: int,
    last: int,
) -> Taken:
    """A line for each occurrence from `first` to `last` (an instant) that a rule takes and that is not `known` (by its id) already."""
    names = {text.casefold(): person.name for person in people for text in (person.title, person.name) if text}

    def name(rest: str) -> str:
        """A declared person by name or title; else the words as one name."""
        return _word(names.get(rest.casefold()) or "-".join(re.findall(r"\w+", rest)) or rest)

    taken = Taken()
    for one in occurrences:
        day, moment = _when(one, zone)
        if day < first or (zone.midnight(day) if one.first is not None else one.start) > last:
            continue
        if _id(one) in known:
            taken.known += 1
            continue
        for rule in rules:
            said = rule.said(one, name)
            if said is not None:
                break
        else:
            taken.unmatched.append(one)
            continue
        if rule.takes_nothing:
            taken.left_out += 1
            continue
        taken.lines.append(f"{moment}  {said}, as {_word(_id(one))}")
        taken.rules.append(rule)
    return taken


def _id(one: Occurrence) -> str:
    # What cannot be seen, or could be taken for other words of a log, is no part of a name.
    plain = re.sub(r"[^\w.@~:/+-]+", "-", one.id, flags=re.ASCII)
    return plain if len(plain) <= _MOST_ID else f"{plain[:60]}~{hash_of(one.id)}"


def hash_of(text: str) -> str:
    """A short digest, for names that are too long for a line."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _word(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else quoted(text)


def _when(one: Occurrence, zone: Zone) -> tuple[int, str]:
    """The local date of an occurrence, and its date and time as a log writes them."""
    if one.first is not None:
        until = f" to {date_text(one.last)}" if one.last is not None and one.last > one.first else ""
        return one.first, date_text(one.first) + until
    clock = load_zone("UTC") if one.floating else zone
    day, second = clock.clock(one.start)
    offset = _offset(one.start, day, second, one, zone)
    written = f"{date_text(day)} {clock_text(second, offset)}"
    if one.end <= one.start:
        return day, written
    # An end has the start's offset, where that one is written.
    end_day, end_second = load_zone("UTC").clock(one.end + offset) if offset is not None else clock.clock(one.end)
    end_offset = _offset(one.end, end_day, end_second, one, zone) if offset is None else offset
    long = (end_day, end_second) > (day + 1, second)
    return day, f"{written} to {f'{date_text(end_day)} ' if long else ''}{clock_text(end_second, end_offset)}"


def _offset(moment: int, day: int, second: int, one: Occurrence, zone: Zone) -> int | None:
    """The second time of an hour that comes twice, and nothing else, has to say which one is meant."""
    return zone.offset(moment) if not one.floating and zone.instant(day, second) != moment else None
