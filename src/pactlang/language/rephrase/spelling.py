"""A line to words in the spelling of the language: numbers, times, lengths, money, weekdays. Nothing else changes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.dated import MONTHS, RUN, full, listed, run_of
from pactlang.language.slips import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = ("minute", "hour", "day", "week", "month", "year")
_UNIT = {"h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes", "wk": "weeks", "wks": "weeks", "d": "days"}
_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_TO_TWENTY.split(), 2)}
_NUMBERS |= {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "thousand": "1000"}
_MONEY = {"€": "EUR", "£": "GBP", "euro": "EUR", "euros": "EUR", "pounds": "GBP", "quid": "GBP", "eur": "EUR"}
_GUESSED_MONEY = {"$": "USD", "dollar": "USD", "dollars": "USD"}


def _typed() -> dict[str, str]:
    """The short forms of `typed.txt`."""
    lines = (Path(__file__).parent / "typed.txt").read_text(encoding="utf-8").splitlines()
    pairs = (one.partition("=") for line in lines if not line.startswith("//") for one in re.split(r" {2,}", line.strip()) if one)
    return {said: right for said, _, right in pairs}


_SHORT = _typed() | {f"{one}{end}": f"{one} {word}" for one in ("they", "you", "who", "that", "there")
                     for end, word in (("re", "are"), ("ve", "have"), ("ll", "will"))}  # fmt: skip
_SHORT |= {f"{one}n't": f"{one} not" for one in ("did", "was", "were", "has", "have", "had", "could", "would", "need", "ought")}
_SHORT |= {said.replace("'", ""): right for said, right in _SHORT.items() if said.endswith("n't")}  # `dont`
_SHORT |= {f"{one}'{end}": f"{one} {word}" for one in ("we", "you", "they", "who", "that", "there", "he", "she")
           for end, word in (("ve", "have"), ("re", "are"), ("d", "would"), ("ll", "will"))}  # fmt: skip
_DAYS = {day[:3].casefold(): day for day in WEEKDAYS} | {"tues": "Tuesday", "thur": "Thursday", "thurs": "Thursday", "weds": "Wednesday"}
_PIECE = re.compile(
    rf"""(?P<run>(?<![\w-]){RUN})|(?P<string>"[^"]*"|“[^”]*”|\([^)\d]*\))|(?P<comma>[,;])|(?P<chunk>[^\s,;"“”]+)""", re.IGNORECASE
)
# What is more or less than a number, or at least or at most as much: `>7 days`.
_MEASURED = {">=": "at least", "≥": "at least", "<=": "at most", "≤": "at most", ">": "more than", "<": "less than"}
_TOGETHER = re.compile(r"[A-Z][a-z]+(?:[+&][A-Z][a-z]+)+")  # `Ana+Ben`
_MEASURE = re.compile(r"(>=|<=|[≥≤<>])(\d.*)")
_SUM = re.compile(r"\d{1,2}\.\d\d")  # a sum or a time
_PAYING = frozenset(
    ["pay", "pays", "send", "sends", "transfer", "transfers", "owes", "costs", "cost", "him", "her", "them", "me", "us", "of"]
)
_UNITS_OF_MONEY = frozenset([*_MONEY.values(), *_GUESSED_MONEY.values()])
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")
_TWELVE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\.?", re.IGNORECASE)
_RUN = re.compile(r"(\d{1,2})(?::?(\d{2}))?[-–—](\d{1,2})(?::?(\d{2}))?")
_GLUED = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")
_PRICE = re.compile(r"([€£$])(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)([€£$])")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
_DAY_RUN = re.compile(r"([A-Za-z]{3,})[-–—]([A-Za-z]{3,})")


_HOURS = 24
_QUIET = frozenset(["quiet", "silence", "noise", "sleep", "nights"])
_BARE_RUN = re.compile(r"(\d{1,2})[-–—](\d{1,2})")
_FIRST_HOUR = 7  # `before 6` may be in the evening


class Token(NamedTuple):
    """A word as the language writes it, the words that it stands for, and whether it says just the same."""

    text: str
    said: str
    start: int
    end: int
    exact: bool = True


def spelled(line: str) -> list[Token]:
    """The words of a line with their places in it.

    >>> [one.text for one in spelled("max 3 dates on Sun 7pm-ish, Mon-Fri 9-12 for €20!")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['max', '3', 'dates', 'on', 'Sunday', '7pm-ish', ',', 'Monday', 'through', 'Friday', 'between', '09:00', 'and', '12:00', 'for', '20',
     'EUR']
    """
    found: list[Token] = []
    for match in _PIECE.finditer(line):
        word, start, end = match.group(), match.start(), match.end()
        if match.lastgroup == "chunk":
            found += _of_chunk(word, start, end, found, more=bool(line[end:].strip()))
        elif match.lastgroup == "run":
            found += [Token(one, word, start, end, exact=False) for one in run_of(word)]
        else:
            found.append(Token("," if match.lastgroup == "comma" else word, word, start, end))
    months = list(full([one.text for one in found]))
    found = [one if one.text == month else one._replace(text=month, exact=False) for one, month in zip(found, months, strict=True)]
    return _hours(_listed(_dated(_joined(found))))


def _dated(tokens: list[Token]) -> list[Token]:
    """`1 March 2027` is one word."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        right, count = written_date([one.text for one in tokens[place : place + 4]])
        taken = tokens[place : place + max(count, 1)]
        said = " ".join(one.said for one in taken)
        found.append(Token(right, said, taken[0].start, taken[-1].end) if right else taken[0])
        place += len(taken)
    return found


def _listed(tokens: list[Token]) -> list[Token]:
    """Days one after the other are a list: `mon wed fri`."""
    found: list[Token] = []
    for token in tokens:
        if found and found[-1].text in WEEKDAYS and token.text in WEEKDAYS:
            found.append(Token("and", token.said, token.start, token.end, exact=False))
        found.append(token)
    return found


def _hours(tokens: list[Token]) -> list[Token]:
    """`between 7 and 9`, `from 9 to 12`: hours of the day, most probably."""
    found = _told(tokens)
    for place, (word, one) in enumerate(pairwise(found), 1):  # `no meetings before 10`
        ends = place + 1 == len(found) or found[place + 1].text == ","
        said_before = word.text.casefold()
        goes_on = not ends and said_before == "before" and _goes_on(found, place)  # `no hoovering before 9 on Sundays`
        if (ends or goes_on) and said_before in ("before", "at") and one.text.isdigit() and _FIRST_HOUR <= int(one.text) < _HOURS:
            later = 12 if int(one.text) < 12 and any(token.text.casefold() in ("evening", "evenings", "night") for token in tokens) else 0
            found[place] = one._replace(text=f"{int(one.text) + later:02}:00", exact=False)
        elif word.text.casefold() == "after" and one.text.isdigit() and 0 < int(one.text) < _HOURS and (ends or _goes_on(found, place)):
            late = one.text if int(one.text) > 12 else int(one.text) % 12 + 12
            found[place] = one._replace(text=f"{late}:00", exact=False)  # `no music after 11 on weekdays`
    quiet = any(token.text.casefold() in _QUIET for token in tokens)
    for place in range(len(found) - 3):
        first, one, joint, other = found[place : place + 4]
        if first.text == "between" and (bare := _BARE_RUN.fullmatch(one.said)) is not None and one.said == other.said:
            start, end = int(bare[1]), int(bare[2])  # `2-5`, `9-5`, `quiet 11-7`
            if quiet and end < start < 12:
                start += 12
            elif end <= start <= 12 or (end < _FIRST_HOUR and not quiet):
                start, end = (start + 12 if start < _FIRST_HOUR else start), end + 12
            found[place + 1] = one._replace(text=f"{start % 24:02}:00", exact=False)
            found[place + 3] = other._replace(text=f"{end % 24:02}:00", exact=False)
            continue
        after = found[place + 4].text.casefold() if place + 4 < len(found) else ""
        hours = one.text.isdigit() and other.text.isdigit() and int(one.text) <= _HOURS and int(other.text) <= _HOURS
        said = (first.text.casefold(), joint.text.casefold())
        if (
            hours
            and said
            in (("between", "and"), ("from", "to"), ("from", "until"), ("from", "till"), ("at", "and"), ("are", "to"), ("is", "to"))
            and after.rstrip("s") not in UNITS
            and after.capitalize() not in MONTHS
        ):
            if quiet and int(other.text) < int(one.text) < 12:  # `quiet between ten and seven`
                found[place + 1] = one._replace(text=f"{int(one.text) + 12}:00", exact=False)
                found[place + 3] = other._replace(text=f"{int(other.text):02}:00", exact=False)
                continue
            found[place + 1] = one._replace(text=f"{int(one.text) % 24:02}:00", exact=False)
            later = 12 if int(other.text) <= int(one.text) <= 12 and said[0] != "from" else 0  # `between 9 and 6`, `at 7 and 7`
            found[place + 3] = other._replace(text=f"{(int(other.text) + later) % 24:02}:00", exact=False)
    return found


_LATE = frozenset(
    [
        "evening",
        "evenings",
        "night",
        "nights",
        "bed",
        "bedtime",
        "home",
        "dinner",
        "quiet",
        "noise",
        "music",
        "loud",
        "back",
        "in",
        "lights",
        "leave",
        "leaves",
        "off",
        "out",
        "gone",
        "weeknights",
    ]
)
_HOUR_OF_DAY = re.compile(r"([6-9]|1[01])[:.](\d\d)")
_PAST = {"half": 30, "quarter": 15}


def _told(tokens: list[Token]) -> list[Token]:
    """`half past six`, `quarter to 8`, `by 10 on school nights`, `between 8 and 21:00`: later where the line says evening."""
    found: list[Token] = []
    late = any(one.text.casefold() in _LATE for one in tokens)
    early = any(one.text.casefold() in ("morning", "mornings", "breakfast") for one in tokens)
    night = any(one.text.casefold() in ("evening", "evenings", "night", "nights", "bed", "bedtime", "lights") for one in tokens)

    def hour(said: str) -> int:
        number = int(said) % 12
        return number + 12 if not early and (number < _FIRST_HOUR or late) else number

    for place, one in enumerate(tokens):
        before = [each.text.casefold() for each in found[-2:]]
        after = tokens[place + 1].text.casefold() if place + 1 < len(tokens) else ""
        second = tokens[place + 2].text if place + 2 < len(tokens) else ""
        bare = one.text.isdigit() and 0 < int(one.text) <= 12
        if bare and before[-1:] == ["half"] and after.rstrip("s") not in UNITS and after != "of":  # `at half 6`
            found[-1] = Token(f"{hour(one.text):02}:30", f"{found[-1].said} {one.said}", found[-1].start, one.end, exact=False)
        elif late and not early and (clock := _HOUR_OF_DAY.fullmatch(one.said)) and before[-1:] in (["by"], ["until"], ["after"], ["past"]):
            found.append(one._replace(text=f"{int(clock[1]) + 12}:{clock[2]}", exact=False))  # `home by 10.30`
        elif bare and before[-1:] in (["past"], ["to"]) and before[0] in _PAST:
            minutes = _PAST[before[0]] * (1 if before[-1] == "past" else -1)
            minute = (hour(one.text) * 60 + minutes) % (24 * 60)
            said = f"{found[-2].said} {found[-1].said} {one.said}"
            found[-2:] = [Token(f"{minute // 60:02}:{minute % 60:02}", said, found[-2].start, one.end, exact=False)]
            if len(found) > 1 and found[-2].text.casefold() == "a":
                del found[-2]
        elif bare and (part := _DAY_TIME.match(" ".join(each.text.casefold() for each in tokens[place + 1 : place + 4]))):
            later = 0 if part[1] == "morning" or (part[1] == "night" and int(one.text) % 12 < _FIRST_HOUR) else 12
            found.append(one._replace(text=f"{int(one.text) % 12 + later:02}:00", exact=False))
        elif (
            bare
            and before[-1:] in (["by"], ["until"], ["till"], ["at"])
            and before[0] not in _DIVIDED
            and not (before[0].isdigit() and before[-1] != "by" and [one.text for one in found[-3:-2]] == ["from"])
            and (after in ("", ",") or (after == "and" and before[-1] != "at") or after in _BESIDE_TIMES)
            and (before[-1] != "at" or int(one.text) < _FIRST_HOUR or night)
        ) or (bare and _hour_of_a_day(found, before[0] if before else "", after)):
            found.append(one._replace(text=f"{hour(one.text):02}:00", exact=False))
        elif bare and before[-1:] == ["between"] and after == "and" and re.fullmatch(_CLOCK_TEXT, second):
            begin = int(one.text) % 12
            later = 12 if begin + 12 <= int(second[:2]) else 0
            found.append(one._replace(text=f"{begin + later:02}:00", exact=False))
        else:
            found.append(one)
    return found


def _hour_of_a_day(found: list[Token], before: str, after: str) -> bool:
    """`rehearsal thurs 6` ends with an hour, `from monday 3` with a date."""
    named = bool(found) and found[-1].text.rstrip("s") in WEEKDAYS
    return named and after in ("", ",") and before not in ("from", "starting", "since", "until")


_CLOCK_TEXT = r"\d\d:\d\d"
_DAY_TIME = re.compile(r"(?:in the|at) (evening|morning|afternoon|night)\b")
_DIVIDED = frozenset(["shared", "split", "divided", "multiplied"])
_BESIDE_TIMES = frozenset(["on", "at", "during", "unless", "except", "every", "each", "in", "if", "when", "the", "so"])


def _goes_on(tokens: list[Token], place: int) -> bool:
    """Whether a number is followed by days, and counts nothing."""
    return tokens[place + 1].text.casefold() in ("on", "at", "during", "unless", "except", "every", "if", "when", "so", "or")


_SHORTEST = 2  # letters of a word at the end of a sentence
_CUT_SHORT = frozenset(["max", "min", "approx", "etc", "hrs", "mins"])


def _of_chunk(word: str, start: int, end: int, before: list[Token], *, more: bool) -> Iterator[Token]:
    if not before and word in ("-", "*", "•", "–", "—", "·"):
        return
    start += len(word) - len(word := word.lstrip("("))
    bare = word.rstrip(".!?)")
    after = ""
    if bare.endswith(":"):
        bare, after = bare[:-1], ":"
    if not bare:
        return
    texts, exact = _respelled(bare.removesuffix("'s") if bare.endswith("'s") and bare[0].islower() else bare, before)
    end -= len(word) - len(bare)
    for text in texts:
        yield Token(text, bare, start, end, exact)
    if after:
        yield Token(":", after, end, end + 1)
    elif (
        more
        and (len(bare) > _SHORTEST or (bare.isdigit() and before))
        and word[len(bare) :][:1] in (".", "!", "?")
        and bare.casefold() not in _CUT_SHORT
    ):
        yield Token(",", word[len(bare) :], end, end + 1, exact=False)  # another sentence follows


def _respelled(word: str, before: list[Token]) -> tuple[list[str], bool]:
    folded = word.casefold()
    last = before[-1].text if before else ""
    counted = last[:1].isdigit() and (":" not in last or _SUM.fullmatch(before[-1].said) is not None)
    if _SUM.fullmatch(word) and last.casefold() in _PAYING:
        return [word], True
    if folded in _SHORT:
        return _SHORT[folded].split(), True
    if (measure := _MEASURE.fullmatch(word)) is not None:
        texts, _ = _respelled(measure[2], before)
        return [*_MEASURED[measure[1]].split(), *texts], False
    if _TOGETHER.fullmatch(word):
        return re.sub(r"[+&]", " and ", word).split(), False
    if "/" in word and (several := listed(word, _day_of)):
        return several, False
    if folded in _NUMBERS:
        return [_NUMBERS[folded]], True
    if counted and folded in _UNIT:
        return [_UNIT[folded] if last != "1" else _UNIT[folded][:-1]], True
    if counted and folded in _MONEY:
        return [_MONEY[folded]], True
    if counted and folded in _GUESSED_MONEY:
        return [_GUESSED_MONEY[folded]], False
    if folded in _DAYS:
        return [_DAYS[folded]], True
    if (share := _SHARE.fullmatch(word)) is not None:
        return [share[1], "percent"], True
    if (price := _PRICE.fullmatch(word)) is not None:
        sign = price[1] or price[4]
        return [price[2] or price[3], (_MONEY | _GUESSED_MONEY)[sign]], sign in _MONEY
    if (run := _DAY_RUN.fullmatch(word)) is not None and {run[1][:3].casefold(), run[2][:3].casefold()} <= _DAYS.keys():
        return [_DAYS[run[1][:3].casefold()], "through", _DAYS[run[2][:3].casefold()]], True
    if (clock := _clock(folded)) is not None:
        return [clock], folded != "24:00"
    if (run := _RUN.fullmatch(word)) is not None and int(run[1]) <= 24 and int(run[3]) <= 24:
        times = [f"{int(run[1]) % 24:02}:{run[2] or '00'}", f"{int(run[3]) % 24:02}:{run[4] or '00'}"]
        return ["between", times[0], "and", times[1]], bool(run[2] and run[4])
    if (glued := _GLUED.fullmatch(folded)) is not None and glued[2] in _UNIT:
        unit = _UNIT[glued[2]]
        return [glued[1], unit if glued[1] != "1" else unit[:-1]], True
    if folded.endswith("s") and folded[:-1].capitalize() in WEEKDAYS:
        return [f"{folded[:-1].capitalize()}s"], True
    if folded.capitalize() in WEEKDAYS or (folded.capitalize() in MONTHS and folded not in ("may", "march")):
        return [folded.capitalize()], True
    return [word], True


def _day_of(word: str) -> str:
    folded = word.casefold().removesuffix("s") if len(word) > len("thurs") else word.casefold()
    return _DAYS.get(folded, "") or (folded.capitalize() if folded.capitalize() in WEEKDAYS else "")


def _clock(word: str) -> str | None:
    twelve = _TWELVE.fullmatch(word)
    if twelve is not None and 1 <= int(twelve[1]) <= 12:
        return f"{int(twelve[1]) % 12 + (12 if twelve[3] == 'p' else 0):02}:{twelve[2] or '00'}"
    clock = _CLOCK.fullmatch(word)
    if clock is not None and int(clock[2]) < 60 and (int(clock[1]) < 24 or (clock[1], clock[2]) == ("24", "00")):
        return f"{int(clock[1]) % 24:02}:{clock[2]}"
    return None


def _joined(tokens: list[Token]) -> list[Token]:
    """`7 pm` and `22.00 h` are one time."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        if last is not None and token.text in _UNITS_OF_MONEY and ":" in last.text and _SUM.fullmatch(last.said):
            last = found[-1] = last._replace(text=last.said)  # `12.50 euros` is no time
        if last is not None and token.text.casefold() in ("am", "pm", "a.m", "p.m") and re.fullmatch(r"\d\d?(:\d\d)?", last.text):
            clock = _clock(f"{last.text}{token.text[0]}m")
            found[-1] = Token(clock or last.text, f"{last.said} {token.said}", last.start, token.end)
        elif last is not None and ":" in last.text and len(last.text) == 5 and token.text in ("h", "o'clock"):
            found[-1] = last._replace(said=f"{last.said} {token.said}", end=token.end)
        else:
            found.append(token)
    return found


def other_days(on: str) -> str:
    """The days of the week that are not these.

    >>> other_days("on weekdays"), other_days("on Saturday"), other_days("on Monday or Wednesday through Friday")
    ('on weekends', 'on Monday or Tuesday or Wednesday or Thursday or Friday or Sunday', 'on Tuesday or Saturday or Sunday')
    """
    if on in ("on weekdays", "on weekends"):
        return "on weekends" if on == "on weekdays" else "on weekdays"
    said: set[str] = set()
    for part in on.removeprefix("on ").split(" or "):
        first, _, last = part.partition(" through ")
        begin, length = WEEKDAYS.index(first), (WEEKDAYS.index(last or first) - WEEKDAYS.index(first)) % len(WEEKDAYS)
        said |= {WEEKDAYS[(begin + day) % len(WEEKDAYS)] for day in range(length + 1)}
    return f"on {' or '.join(day for day in WEEKDAYS if day not in said)}"
