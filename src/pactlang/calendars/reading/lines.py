"""Occurrences as lines of a log, by the rules; the log's own reader then says whether they are entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.calendars.reading.item import skipped
from pactlang.calendars.reading.moments import Wall
from pactlang.calendars.reading.occurrence import Occurrence, Told
from pactlang.log.moments import clock_text, date_text
from pactlang.model.calendar import load_zone
from pactlang.model.words import quoted

if TYPE_CHECKING:
    from pactlang.calendars.reading.rules import Rule
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Person
    from pactlang.model.calendar import Zone

_PLAIN = re.compile(r"[^\W_][\w.@~:/'’-]*")
_MOST_ID = 160


class Candidate(Struct):
    """An occurrence that a rule takes: its line for the log, and the entry that a log's reader makes of that."""

    occurrence: Occurrence
    rule: Rule
    id: str
    line: str
    entry: Entry | None = None


class Taken(Struct):
    """What the rules take, and what becomes of everything else. `ids` are the names of all that the calendar has on the dates."""

    candidates: list[Candidate] = field(default_factory=list)
    by_rule: list[Occurrence] = field(default_factory=list)
    unmatched: list[Occurrence] = field(default_factory=list)
    left: list[Told] = field(default_factory=list)
    remarks: list[Told] = field(default_factory=list)
    outside: list[Occurrence] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def take(occurrences: Iterable[Occurrence], rules: Sequence[Rule], people: Sequence[Person], zone: Zone, first: int, last: int) -> Taken:
    """A line for each occurrence from the date `first` to the instant `last` that a rule takes."""
    names = {text.casefold(): person.name for person in people for text in (person.title, person.name) if text}
    answers = any(rule.asks("answer") for rule in rules)

    def name(rest: str) -> str:
        """A declared person by name or title; else the words as one name."""
        return _word(names.get(rest.casefold()) or "-".join(re.findall(r"\w+", rest)) or rest)

    taken = Taken()
    for one in occurrences:
        day, moment = _when(one, zone)
        if day < first or (zone.midnight(day) if one.first is not None else one.start) > last:
            taken.outside.append(one)
            continue
        named = plain_id(one.uid, one.instance)
        while named in taken.ids:  # two names that differ only in what a log cannot write
            named += "~2"
        taken.ids.add(named)
        if one.answer == "declined" and not answers:
            taken.left.append(Told(one.line, one.title, "you declined it", moment))
            continue
        found = next(((rule, said) for rule in rules if (said := rule.said(one, name)) is not None), None)
        if found is None and one.kind != "event":
            taken.left.append(Told(one.line, one.title, "a finished to-do; a rule that says `kind is to-do` can take it", moment))
        elif found is None:
            taken.unmatched.append(one)
        elif found[0].takes_nothing:
            taken.by_rule.append(one)
        else:
            if one.floating:
                walls = [Wall(*load_zone("UTC").clock(at)) for at in dict.fromkeys((one.start, one.end))]
                taken.remarks += [Told(one.line, one.title, text, moment) for wall in walls for text in skipped(wall, zone)]
            taken.candidates.append(Candidate(one, found[0], named, f"{moment}  {found[1]}, as {_word(named)}"))
    return taken


def plain_id(uid: str, instance: str = "") -> str:
    """What an entry is called: without what cannot be seen or could be taken for other words of a log.

    >>> plain_id("a b, as c"), plain_id("u1", "20260112T100000Z")
    ('a-b-as-c', 'u1/20260112T100000Z')
    """
    plain = re.sub(r"[^\w.@~:/+-]+", "-", uid, flags=re.ASCII)
    if len(plain) > _MOST_ID:
        plain = f"{plain[:60]}~{hash_of(uid)}"
    return f"{plain}/{instance}" if instance else plain


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
