"""Random pairs of sentences (or of a row of a table) that differ a little, in every form and with every part that the language has."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from pactlang import load_text
from pactlang.witness.sides import Given
from tests.negotiate.table import HEADER

AROUND = """event chore
    plural chores
    fields what, number

event trip
    plural trips

state weekend-trip
    starts with trip
    ends with review
    lasts at most {lasts}

days feasts
    every year on 1 May
    2026-06-06 until 2026-06-09
    2026-09-04

days nights
    Sunday through Thursday
    except feasts

"""
LASTS = ("36 hours", "3 days", "14 days")
WHO = ("Ana", "Ben", "Ana or Ben", "Ana and Ben", "each party", "anyone")
OWES = ("Ana", "Ben or Cleo", "Ana and Ben", "everyone", "anyone")
HOURS = ("2 hours", "24 hours", "30 hours", "36 hours", "48 hours", "72 hours", "1 hour 30 minutes")
DAYS = ("1 day", "2 days", "3 days", "7 days", "1 week", "2 weeks", "28 days", "30 days", "31 days", "1 month", "3 months", "90 days")
PLACES = (" at home", " at home", " at home or cafe", " at cafe")
PEOPLE = (" with kim", " with dana or kim", " with dana and kim", " with anyone tagged coworker", " with someone new", " with anyone")
TAGS = (" tagged dinner", " tagged dinner or late", " tagged dinner and late")
WEEKDAYS = (
    " on Friday",
    " on weekends",
    " on weekdays",
    " on Friday or Saturday",
    " on Sunday through Thursday",
    " on feasts",
    " on nights",
)
CLOCKS = (
    " between 22:00 and 05:00",
    " between 23:00 and 05:00",
    " starting between 23:00 and 05:00",
    " starting between 00:00 and 12:00",
    " ending between 23:30 and 06:00",
)
LENGTHS = (
    " lasting more than 3 hours",
    " lasting at least 3 hours",
    " lasting less than 3 hours",
    " lasting at most 2 hours",
    " lasting at least 1 day",
    " lasting more than 24 hours",
)
STATES = (" while away", " while weekend-trip")
FILTERS = ("",) * 18 + PLACES + PEOPLE + TAGS + WEEKDAYS + CLOCKS + LENGTHS + STATES
FIELDS = (
    "",
    "",
    "",
    " where what is dishes",
    " where what is not dishes",
    " where number is at least 3",
    " where number is more than 3",
    " where number is less than 3",
    " where number is at most 3",
    " where number is 3",
    " tagged late",
    " on weekends",
)
CONDITIONS = (
    "on weekdays",
    "on Friday or Saturday",
    "on weekends",
    "on feasts",
    "on nights",
    "while away",
    "while weekend-trip",
    "while paused",
    "from 2026-09-01",
    "until 2026-09-30",
    "from 2026-08-01 until 2026-08-20",
    "from 2026-03-01 until 2026-03-31",
    "from 2026-10-25",
    "from 2026-08-31",
    "until 2026-03-29",
)
UNDER = ("",) * 24 + ("\n    if we can",) * 2 + tuple(f"\n    {word} {one}" for word in ("only", "except") for one in CONDITIONS)
UNLESS = (
    *[""] * 12,
    " unless away",
    " unless weekend-trip",
    " unless paused",
    " unless with kim",
    " unless with dana or kim",
    " unless at home",
    " unless on weekends",
    " unless tagged dinner",
    " unless by Ana",
    " unless between 22:00 and 05:00",
    " unless lasting less than 1 hour",
    " unless on Friday at home",
    " unless consent by Ben within the last 2 days",
    " unless consent by Ben within the last 48 hours",
    " unless consent by everyone within the last 1 month",
    " unless consent by the others within the last 30 days",
    " unless notice by the same party to Ben within the last 7 days",
)
PARTS: dict[str, tuple[str, ...]] = {
    "n": ("0", "1", "2", "3", "4", "5"),
    "m": ("1", "2", "3", "4", "5"),
    "x": ("1 hour", "2 hours", "6 hours", "90 minutes", "10 hours", "24 hours"),
    "z": ("50", "100", "200"),
    "w": WHO,
    "o": OWES,
    "to": ("", "", "", " to Ben", " to the others", " to Ben or Cleo"),
    "l": HOURS + DAYS,
    "d": DAYS,
    "e": ("date-night", "encounter", "check-in", "chore"),
    "p": (
        "per day",
        "per week",
        "per month",
        "per quarter",
        "per year",
        "in any 7 days",
        "in any 14 days",
        "in any 30 days",
        "in any 1 month",
        "in any 24 hours",
        "in any 48 hours",
        "in any 1 day",
    ),
    "q": ("day", "week", "month", "quarter", "year"),
    "f": FILTERS,
    "v": FILTERS,
    "s": FIELDS,
    "u": UNLESS,
    "k": UNDER,
    "j": UNDER,
    "g": (*[""] * 6, "\n    grace 6 hours", "\n    grace 1 day", "\n    grace 24 hours", "\n    grace 1 hour", "\n    grace 1 week"),
    "c": ("", "", "", "", "\n    covering who, when", "\n    covering who"),
    "t": ("", "", "", " give or take 1 day", " give or take 2 days", " give or take 30 minutes"),
    "r": (
        "every week on Sunday",
        "every week on Friday and Sunday",
        "every 2 weeks on Monday",
        "every 2 weeks on Sunday",
        "every month on day 1",
        "every month on the first Sunday",
        "every month on the fifth Monday",
        "every month on the last Friday",
        "every month on the last day",
        "every month on day 31",
        "every month on day 30",
        "every 3 months on day 1",
        "every year on 1 October",
        "every year on 29 February",
        "every Friday",
        "every 7 days",
        "every 2 weeks",
        "every month",
        "every 3 months",
        "every 90 days",
        "every day",
        "every 3 days",
        "on 2026-09-15",
        "on 2026-09-16",
        "by 2026-09-15",
        "by 2026-09-30 at 12:00",
        "every month by day 5",
        "every week by Friday",
        "every week by Friday at 12:00",
        "every day by 19:30",
        "every week on Sunday at 19:00",
    ),
    "turns": ("Ana and Ben", "Ben and Ana", "Ana, Ben and Cleo", "Ben and Cleo"),
    "taken": (
        "every week on Sunday",
        "every 2 weeks on Sunday",
        "every week on Friday and Sunday",
        "every month on day 1",
        "every month",
        "every week",
        "every day",
        "every week on Sunday starting with Ben on 2026-01-04",
        "every month starting with Ben on 2026-02-01",
    ),
    "until": (
        "every month by day 5",
        "every month by day 31",
        "every month by day 5 at 12:00",
        "every week by Friday",
        "every week by Friday at 12:00",
        "every 2 weeks by Sunday",
        "every day by 19:30",
        "every year by 1 October",
    ),
    "hour": ("every Friday at 18:00", "every week on Sunday at 00:10", "every day at 20:00", "every month on day 1 at 23:45"),
    "about": ("", " give or take 30 minutes", " give or take 2 hours", " give or take 1 day"),
    "h": (
        "within 24 hours",
        "within 30 hours",
        "within 48 hours",
        "within 1 day",
        "within 2 days",
        "within 1 week",
        "within 1 month",
        "within 30 days",
        "by 12:00 the next day",
        "by 22:00 the same day",
        "within 48 hours, but no sooner than 12 hours after",
        "within 1 week, but no sooner than 1 day after",
        "within 1 week, but no sooner than 36 hours after",
    ),
    "a": (
        "at least 12 hours ahead",
        "at least 24 hours ahead",
        "at least 48 hours ahead",
        "at least 1 day ahead",
        "at least 2 days ahead",
        "at least 2 days ahead and at most 14 days ahead",
        "at least 24 hours ahead and at most 7 days ahead",
        "at most 3 days ahead",
        "within the last 2 days",
        "within the last 48 hours",
        "within the last 30 days",
        "within the last 1 month",
    ),
    "y": ("", "", "any "),
    "i": ("each", "each", "the first"),
    "b": ("each breach", "each breach of other"),
    "cell": ("yes", "no", "ask", "?"),
    "ask": ("48 hours", "2 days", "7 days", "1 month", "30 days"),
}
FORMS = (
    "at most {n} encounters{f}{v} {p} by {w}{u}{k}{j}",
    "at most {n} chores{s} {p} by {w}{k}",
    "at most {n} encounters with each person {p}{f}{u}{k}",
    "at most {x} of encounters{f} {p} by {w}{u}{k}",
    "at most {z} EUR of expense {p} by {w}{k}",
    "no encounter{f}{v} by {w}{u}{k}{j}",
    "no chore{s} by {w}{u}{k}",
    "at least {l} between encounters{f}{v} by {w}{u}{k}",
    "at least {m} {e}s per {q} by {w}{k}",
    "at least {m} {e}s{f} per {q}{k}",
    "at least {x} of date-nights per {q}{k}",
    "at least {z} EUR of expense per {q} by {w}{k}",
    "after {i} encounter{f} by {w}, disclosure by {o}{to} {h}{u}{g}{c}{k}",
    "after each encounter{f}{v}, aftercare by {o} {h}{g}{k}",
    "after {b}, debrief by {o} {h}{g}{k}",
    "after each encounter{f} by {w}, chores pause for {l}{k}",
    "after each encounter{f}, check-in by {o} every {d} for {l}{g}{k}",
    "before {i} encounter{f} by {w}, {y}notice by {o}{to} {a}{u}{k}",
    "before each encounter{f}, consent by {o} {a}{u}{k}",
    "check-in by {o} {r}{t}{g}{k}{j}",
    "check-in by {o} every {d}{g}{k}{j}",
    "check-in by {turns} in turn {taken}{g}{k}{j}",
    "check-in by {o} {until}{g}{k}{j}",
    "check-in by {o} {hour}{about}{g}{k}{j}",
    "test by {o} every {l}{g}{k}",
    "anyone may pause encounters{f} for at most {l}{k}",
    "anyone may pause encounters{f}{k}",
    "anyone may pause encounters and check-ins for at most {l}{k}",
    "anyone may pause check-ins{k}",
    "matrix {cell} {ask}",
)
# What a pause may lift or stop.
BESIDE = (
    "check-in by everyone every week on Sunday",
    "check-in by everyone every 7 days",
    "check-in by Ana every 3 days",
    "at least 2 check-ins per week",
    "after each encounter, check-in by everyone within 2 days",
    "after each check-in, aftercare by Ana within 1 day",
    "no encounter at home",
    "at most 2 check-ins per week",
    "before each encounter, check-in by Ana within the last 7 days",
    "at least 1 encounter per month",
    "at most 3 encounters per month",
)


class Text(NamedTuple):
    """A sentence, and what stands around it: how long a state lasts, on which day a week begins."""

    sentence: str
    lasts: str = "3 days"
    week: str = ""
    beside: str = ""

    def __str__(self) -> str:
        around = f"  # lasts {self.lasts} {self.week}" if (self.lasts, self.week) != ("3 days", "") else ""
        return self.sentence + around + (f"  # beside: {self.beside}" if self.beside else "")


def pair(chance: Random) -> tuple[Text, Text]:
    """Two sentences of one form that differ in a part or two; now and then in all, in what they rest on, or in their form."""
    form = chance.choice(FORMS)
    old = {name: chance.choice(values) for name, values in PARTS.items()}
    used = [name for name in PARTS if f"{{{name}}}" in form]
    while True:
        new = dict(old)
        for name in chance.sample(used, min(len(used), chance.choice((1, 1, 1, 2, 2, 3, len(used))))):
            new[name] = chance.choice(PARTS[name])
        other = form
        kin = form.split()[0]
        if kin in ("check-in", "test", "at", "no") and chance.random() < 0.2:
            other = chance.choice([one for one in FORMS if one.startswith(kin)])
        around = [("3 days", ""), ("3 days", "")]
        if chance.random() < 0.1:
            around = [(chance.choice(LASTS), chance.choice(("", "    week starts Sunday\n"))) for _ in range(2)]
        beside = ["", ""]
        if form.startswith("anyone may pause") and chance.random() < 0.6:
            beside = [chance.choice(BESIDE)] * 2  # in both: a pause is compared beside the same sentences
        texts = Text(form.format(**old), *around[0], beside[0]), Text(other.format(**new), *around[1], beside[1])
        if texts[0] != texts[1]:
            return texts


def given(text: Text) -> Given:
    """A text with this sentence, and the sentence (or the one cell of a table)."""
    head, _, tail = HEADER.partition("    time zone Europe/Berlin\n")
    around = head + "    time zone Europe/Berlin\n" + text.week + tail + AROUND.replace("{lasts}", text.lasts)
    kind, *words = text.sentence.split(maxsplit=2)
    if kind == "matrix":
        agreement = load_text(
            f"{around}matrix tried for encounter\n    activity Ana Ben Cleo\n    late {words[0]} yes yes\n"
            f"    ask means consent within the last {words[1]}\n"
        )
        matrix = agreement.matrices[0]
        row = replace(matrix.rows[0], cells=matrix.rows[0].cells[:1])
        return agreement, replace(matrix, parties=("Ana",), rows=(row,))
    others = f"promise beside\n    {text.beside}\n" if text.beside else ""
    agreement = load_text(f"{around}{others}promise tried\n    {text.sentence}\n")
    return agreement, next(one for one in agreement.sentences if one.clause == "tried")


__all__ = ["Text", "given", "pair"]
