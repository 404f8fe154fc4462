"""Short names for changes, which people keep beside their agreement: they follow from what a change means, and from nothing else.

What a sentence does not say is left out, so that a word that the language learns later changes no name of an older sentence.
"""

from __future__ import annotations

from functools import cache

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from pactlang.hashes import sha256
from pactlang.model import agreement, calendar, vocabulary
from pactlang.model.meaning import part_meaning

_DIGITS = 10  # hexadecimal: enough to tell the changes of one agreement apart
_VERSION = "2"
# What the parts of a sentence were called, and in which order, when 0.1.0 took its names from all of them.
_FORMER = """
Ahead at_least at_most reusable · AtFilter places · BreachTrigger of · ByClock second days_later · ByFilter who
Cap measure selector window unless · ClockFilter part start end · DateRange first last · DayFilter days · Duty selector by to
EventTrigger selector first · EventType name with_person about unit fields · Exact seconds · FieldFilter field comparison value
Gap length selector unless · Interval duty every · LengthFilter comparison length · Measure unit limit currency
Parties names every · Pause selector at_most
Modifiers covering optionally warn_at warn_before remind_before grace only excepted private watch
PauseAfter trigger selector length · People names every · Person name tags known_since · Precedence trigger duty lead unless
Prohibition selector unless · Quota measure selector period · Recurrence rhythm every weekdays nth month_day month
RepeatAfter trigger duty every length · Response trigger duty deadline unless · Rolling length
Schedule duty recurrence at length tolerance · Aim name kind sentences · Sentence clause index form modifiers
State name starts ends lasts · TaggedFilter tags every · TaggedPeople tags · ToFilter who · UnlessEvent duty within
UnlessFilters filters · UnlessState state · WhileFilter state · WithFilter person · Within length · WithinLast length
"""


class Fingerprint(Struct, frozen=True):
    """What a change is called now, and what 0.1.0 called it; empty where 0.1.0 could not say it."""

    now: str
    former: str = ""

    def numbered(self, number: int) -> Fingerprint:
        """The same for the second (third, …) of several changes that mean the same."""
        return Fingerprint(f"{self.now}-{number}", f"{self.former}-{number}" if self.former else "")


def fingerprint(*meanings: object) -> Fingerprint:
    """What a change is called that follows from these meanings (of `part_meaning`): no layout, no order and no comment changes it.

    >>> from pactlang.model.agreement import Rolling
    >>> from pactlang.model.calendar import Days
    >>> meaning = part_meaning(Rolling(Days(days=14)))
    >>> fingerprint("sentence", meaning) == fingerprint("sentence", part_meaning(Rolling(Days(days=14, unit="week"))))
    True
    """
    former = _former(meanings)
    return Fingerprint(_hashed((_VERSION, _said(meanings))), _hashed(former) if former is not None else "")


def _hashed(value: object) -> str:
    return sha256(repr(value).encode(errors="backslashreplace")).hexdigest()[:_DIGITS]


@cache
def _defaults() -> dict[str, dict[str, object]]:
    """What each part of the model means where nothing is said, by its name and the names of its fields."""
    found: dict[str, dict[str, object]] = {}
    for module in (agreement, calendar, vocabulary):
        for name, kind in vars(module).items():
            if isinstance(kind, type) and issubclass(kind, Struct) and kind is not Struct:
                found[name] = {one.name: part_meaning(_default(one)) for one in fields(kind)}
    return found


def _default(one: object) -> object:
    default, factory = one.default, one.default_factory  # type: ignore[attr-defined]  # msgspec's own, which has no public name
    return factory() if factory is not NODEFAULT else default


@cache
def _table() -> dict[str, list[str]]:
    rows = [row.split() for row in _FORMER.replace("\n", " · ").split(" · ") if row.strip()]
    return {name: names for name, *names in rows}


def _parts(value: tuple[object, ...]) -> dict[str, object] | None:
    """The fields of a part of the model by name, where a meaning is one."""
    if not value or not isinstance(value[0], str) or value[0] not in _defaults():
        return None
    pairs = [one for one in value[1:] if isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str)]
    known = _defaults()[value[0]]
    if len(pairs) < len(value) - 1 or not all(name in known for name, _ in pairs):
        return None
    return dict(pairs)


def _said(value: object) -> object:
    """A meaning without what was not said."""
    if not isinstance(value, tuple):
        return value
    parts = _parts(value)
    if parts is None:
        return tuple(map(_said, value))
    defaults = _defaults()[str(value[0])]
    return (value[0], *((name, _said(part)) for name, part in sorted(parts.items()) if part != defaults[name]))


def _former(value: object) -> object:
    """A meaning as 0.1.0 wrote it; None where it says something that 0.1.0 could not."""
    if not isinstance(value, tuple):
        return None if value in (agreement.WhoWord.ADDRESSED, agreement.Comparison.WITHOUT) else value
    parts = _parts(value)
    if parts is None:
        inner = [_former(one) for one in value]
        return None if any(new is None and old is not None for new, old in zip(inner, value, strict=True)) else tuple(inner)
    names = _table().get(str(value[0]))
    defaults = _defaults()[str(value[0])]
    if names is None or any(name not in names and part != defaults[name] for name, part in parts.items()):
        return None
    inner = [_former(parts[name]) if name in parts else None for name in names]
    if any(new is None and parts.get(name) is not None for name, new in zip(names, inner, strict=True)):
        return None
    return (value[0], *zip(names, inner, strict=True))
