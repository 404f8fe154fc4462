"""Trees in short words, so that a data file can say what a line was read as."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from inspect import Parameter, signature

from msgspec import Struct

from pactlang.model import agreement as model
from pactlang.model.calendar import Days, Exact
from pactlang.model.named import HoursOn, WeekDays

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def shown(node: object) -> str:
    """A node on one line: its type and what it holds; what is left at its default is left out."""
    match node:
        case Enum():
            return str(node.value)
        case Exact() | Days():
            return node.words
        case model.Selector():
            nouns = "|".join(one.event for one in node.alternatives)
            return nouns + "".join(f" [{shown(part)}]" for part in node.filters)
        case model.Parties() | model.People():
            return (" and " if node.every else " or ").join(node.names)
        case model.ClockFilter():
            return f"ClockFilter({node.part.value} {clock(node.start)}-{clock(node.end)})"
        case HoursOn():
            return f"HoursOn({shown(node.days)} {clock(node.start)}-{clock(node.end)})"
        case model.DateRange():
            return f"DateRange({shown_date(node.first)}..{shown_date(node.last)})"
        case Decimal() | str() | int():
            return str(node)
        case tuple():
            return f"({', '.join(map(shown, node))})"
        case WeekDays():
            return shown(node.days)
        case frozenset():
            return "|".join(WEEKDAYS[day] for day in sorted(node))
    if isinstance(node, Struct):
        given = signature(type(node)).parameters.values()
        parts = [shown_part(one.name, getattr(node, one.name)) for one in given if not left_out(node, one.name, one.default)]
        return f"{type(node).__name__}({', '.join(parts)})"
    return repr(node)


def left_out(node: object, name: str, default: object) -> bool:
    value = getattr(node, name)
    return value is None or (default is not Parameter.empty and value == default) or (name == "tolerance" and value == Days())


def shown_part(name: str, value: object) -> str:
    if name in ("known_since", "date") and isinstance(value, int):
        return f"{name}={shown_date(value)}"
    if name in ("at", "second") and isinstance(value, int):
        return f"{name}={clock(value)}"
    return f"{name}={shown(value)}"


def shown_date(day: int | None) -> str:
    return "" if day is None else date.fromordinal(day).isoformat()


def clock(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}"
