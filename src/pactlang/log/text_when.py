"""The head of a line in the text format: date, time, offset, end."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pactlang.later import later
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.moments import Clock, bare_end, read_clock, read_date
from pactlang.log.text_tokens import Cursor, Kind, Token


class When(Struct, frozen=True):
    """When an entry starts and ends, as in `Entry`."""

    day: int
    second: int | None = None
    offset: int | None = None
    end_day: int | None = None
    end_second: int | None = None
    end_offset: int | None = None


_DATE_LIKE = later(r"[0-9]+[-./][0-9]")
_TIME_LIKE = later(r"[0-9]{1,2}(?:[:.][0-9]|h[0-9]|[aApP][mM]\b)")
_OFFSET_LIKE = later(r"[Zz]|[+-][0-9]{2}:?[0-9]{2}")
_DATE_AND_TIME = later(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T_]([0-9]{2}:.+)")
_BETWEEN = frozenset({"-", "–", "—", "until", "till", "bis"})
_EXPECTED_FIRST = "a date such as 2026-09-12 first, an indent before a note, or `#` before a comment"


def is_time(token: Token) -> bool:
    """Whether a word is meant as a time of day."""
    return token.kind is Kind.WORD and _TIME_LIKE.match(token.text) is not None


def is_date(token: Token) -> bool:
    """Whether a word is meant as a date."""
    return token.kind is Kind.WORD and _DATE_LIKE.match(token.text) is not None and (not is_time(token) or token.text.count(".") == 2)


def read_when(cursor: Cursor) -> When | None:
    """Date, time and end, up to the event. None where any is wrong: the cursor's faults say so.

    >>> from pactlang.log.text_tokens import tokens
    >>> read_when(Cursor(tokens("2026-09-12 19:30 to 23:10  encounter")))
    When(day=739871, second=70200, offset=None, end_day=739871, end_second=83400, end_offset=None)
    """
    first = cursor.peek()
    if first is None or not is_date(first):
        cursor.faults.append(_no_entry(first))
        return None
    before = len(cursor.faults)
    cursor.next = 1
    day = _date(cursor, first)
    second, offset = read_time(cursor)
    when = When(day, second, offset)
    to = cursor.peek()
    if to is not None and (to.says("to") or _meant_to(cursor, to)):
        cursor.next += 1
        when = _with_end(cursor, to, when)
    return when if len(cursor.faults) == before else None


def _meant_to(cursor: Cursor, token: Token) -> bool:
    """Whether `- 22:00` or `until 22:00` stands for the end; told, and read on as `to`."""
    after = cursor.peek(1)
    if token.text not in _BETWEEN or after is None or not (is_time(after) or is_date(after)):
        return False
    cursor.faults.append(Fault(Code.PART, f"`{token.text}` cannot be used here.", "`to` before the end", "to").at(token.start, token.end))
    return True


def _half_day(cursor: Cursor, token: Token) -> Fault | None:
    """The fault of `8 pm`."""
    half = cursor.peek(1)
    if half is None or not token.text.isdecimal() or half.text.lower().replace(".", "") not in ("am", "pm"):
        return None
    hour = int(token.text)
    meant = f"{hour % 12 + (12 if half.text.lower().startswith('p') else 0):02}:00" if 1 <= hour <= 12 else ""
    return Fault(Code.TIME, f"`{token.text} {half.text}` is not a time.", "a time such as 19:30", meant).at(token.start, half.end)


def read_time(cursor: Cursor) -> Clock:
    """The time that stands next, if one does, with an offset that may follow after a space."""
    token = cursor.peek()
    if token is not None and (wrong := _half_day(cursor, token)) is not None:
        cursor.next += 2
        cursor.faults.append(wrong)
        return None, None
    if token is None or not is_time(token):
        return None, None
    cursor.next += 1
    text, end = token.text, token.end
    extra = cursor.peek()
    if extra is not None and extra.kind is Kind.WORD and _OFFSET_LIKE.fullmatch(extra.text):
        cursor.next += 1
        text, end = text + extra.text, extra.end
    try:
        return read_clock(text)
    except Fault as fault:
        cursor.faults.append(fault.at(token.start, end))
        return None, None


def _date(cursor: Cursor, token: Token) -> int:
    both = _DATE_AND_TIME.fullmatch(token.text)
    fault = None
    if both:
        fault = Fault(Code.DATE, f"`{token.text}` is not a date.", "a space before the time", f"{both[1]} {both[2]}")
    else:
        try:
            return read_date(token.text)
        except Fault as found:
            fault = found
    cursor.faults.append(fault.at(token.start, token.end))
    return 0


def _with_end(cursor: Cursor, to: Token, start: When) -> When:
    token = cursor.peek()
    if token is None or not (is_date(token) or is_time(token)):
        fault = Fault(Code.PART, "Before the event, `to` is followed by the end.", "a time, a date, or both")
        cursor.faults.append(fault.at(to.start, to.end))
        return start
    cursor.keep("end", token)
    if is_date(token):
        cursor.next += 1
        end_day = _date(cursor, token)
        end_second, end_offset = read_time(cursor)
        return replace(start, end_day=end_day, end_second=end_second, end_offset=end_offset)
    end_second, end_offset = read_time(cursor)
    if end_second is None:
        return start
    days, end_offset = bare_end(start.second, start.offset, end_second, end_offset)
    end_day_or_none = start.day + days if days is not None else None
    return replace(start, end_day=end_day_or_none, end_second=end_second, end_offset=end_offset)


def _no_entry(first: Token | None) -> Fault:
    if first is None:
        return Fault(Code.LINE, "This is not an entry.", _EXPECTED_FIRST).at(0, 0)
    if first.text[:7] in ("<<<<<<<", "=======", ">>>>>>>"):
        fault = Fault(Code.LINE, "A merge left two versions here.", "one of them, without the line of marks")
    elif is_time(first):
        fault = Fault(Code.LINE, "The date is missing before the time.", _EXPECTED_FIRST)
    else:
        fault = Fault(Code.LINE, "An entry starts with a date.", _EXPECTED_FIRST)
    return fault.at(first.start, first.end)
