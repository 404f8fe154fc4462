"""What could stand at a place, in lay words and as short as they can be; never the names of a grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# What each kind of line may be, where not even its first word can be read.
LINE_STARTS = {
    "heading": "a heading: pact, use, include, person, event, term, state, days, hours, matrix, hope, guarantee, example, a clause (cap …)",
    "body_line": "a sentence such as 'at most 4 encounters per month', or what belongs under one, such as 'covering who'",
    "pact_line": "between, in force from, time zone, week starts, currency or signed by",
    "event_line": "plural, with person, about, amount in or fields",
    "state_line": "starts with, ends with, lasts at most or lasts at least",
    "days_line": "Sunday through Thursday, a date, two dates with until, every year on 1 May, the day before …, or except and one of these",
    "hours_line": "on … between 22:00 and 07:00, on … alone for whole days, or between … for every day",
    "expect_line": "'expect kept' or 'expect broken' and a clause",
    "matrix_line": "'ask means consent within the last 7 days', or a row of the table",
}
_SHAPES = {
    "A_NAME": "a name",
    "A_NUMBER": "a number such as 4",
    "A_DATE": "a date such as 2026-09-01",
    "A_TIME": "a time such as 19:30",
    "A_STRING": 'words in quotation marks ("…")',
    "A_ZONE": "a time zone such as Europe/Berlin",
    "A_LABEL": "a sentence such as testing.2",
    "A_DIGEST": "a digest (sha256:…)",
    "_COMMA": "a comma",
    "_OPEN": "'(was …)'",
}
UNITS = frozenset(["minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"])
FILTERS = frozenset(["by", "to", "with", "at", "tagged", "on", "during", "between", "starting", "ending", "lasting", "where", "while"])
_WHO = frozenset({"the", "same", "A_NAME", "A_STRING"})
# Groups of words that stand together for one thing: where all of a group could stand, one phrase says it.
_GROUPS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (frozenset({"everyone", "anyone", "each"}), _WHO, "a name, everyone, anyone, each party or the others"),
    (frozenset({"anyone", "someone", "each"}), _WHO, "a name, anyone, someone new or each person"),
    (frozenset({"next", "same"}), frozenset({"the", "on"}), "'the next day' or 'the same day'"),
    (frozenset({"same", "the"}), frozenset({"on"}), "'the same day' or 'the day before'"),
    (frozenset({"at", "less", "more", "not"}), frozenset({"A_NAME", "A_STRING", "A_NUMBER"}), "a word, a number, or at least and a number"),
    (frozenset({"at", "less", "more"}), frozenset(), "at least, at most, more than or less than"),
    (
        frozenset({"Monday", "day", "the"}),
        frozenset({"weekdays", "weekends", "A_NUMBER"}),
        "a weekday, 'day 1' or 'the first Sunday'",
    ),
    (frozenset({"Monday", "day", "A_NUMBER"}), frozenset({"weekdays", "weekends", *UNITS}), "a length such as 90 days, or a weekday"),
    (frozenset({"half", "its", "a"}), frozenset({"A_NUMBER"}), "half its amount, a third of its amount or 55 percent of its amount"),
    (frozenset({"third", "quarter", "sixth"}), frozenset({"fourth", "fifth"}), "third, quarter, fifth or sixth"),
    (frozenset({"first", "second", "third", "last"}), frozenset({"fourth", "fifth"}), "first, second, third, fourth, fifth or last"),
    (frozenset({"Monday", "weekdays"}), frozenset({"weekends"}), "a weekday, weekdays or weekends"),
    (frozenset({"Monday"}), frozenset(), "a weekday"),
    (frozenset({"January"}), frozenset(), "a month"),
    (UNITS, frozenset(), "minutes, hours, days, weeks, months or years"),
    (frozenset({"day", "week", "month", "quarter", "year"}), frozenset(), "day, week, month, quarter or year"),
    (frozenset({"a", "an", "the", "A_STRING"}), frozenset({"A_NAME"}), 'a place, such as home or "the old mill"'),
    (frozenset({"a", "an", "the"}), frozenset({"A_NAME"}), "an event, such as encounter"),
)
_WEEKDAYS = frozenset(["Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
_MONTHS = frozenset(["February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"])
# A word of a sentence with what usually follows it, so that a reader sees what it is for.
_PHRASES = {
    "per": "per month",
    "in": "in any 14 days",
    "within": "within 24 hours",
    "but": "but no sooner than 3 weeks after",
    "every": "every 90 days",
    "pause": "pause for 14 days",
    "for": "for 14 days",
    "unless": "unless …",
    "tagged": "tagged …",
}
# Words that only carry on what is already there: not worth saying where something else could stand.
_CARRYING_ON = frozenset({"and", "or", "of", "through", "pauses"})
_USUAL = ("per", "in", "within", "every", "each", "first")


def expected_words(
    terminals: Collection[str], words: Mapping[str, str], *, opening: str = "", after: str = "", looks_back: bool = False
) -> str:
    """What may stand at a place within a line, in lay words.

    `words` gives the word of each keyword terminal; `opening` is the first word of a line in a clause, `after` the word before the place,
    and `looks_back` says that `unless` stands before it.
    """
    left = {words.get(terminal, terminal) for terminal in terminals}
    ends = "$END" in left
    if left == {"A_SET"}:
        return "the name of a heading such as 'hours quiet-hours'"
    left -= {"$END", "A_SET", *_WEEKDAYS, *_MONTHS}
    if after.casefold() in UNITS and len(left) > 1:
        left.discard("A_NUMBER")  # `1 hour 30 minutes`: true, and not what anybody looks for
    if {"each", "first"} <= left:
        left -= {"every", "the"}
    if "give" in left:
        left.discard("starting")  # only what people do in turn starts with somebody
    if {"in", "every"} <= left or "but" in left:
        left.discard("_COMMA")  # `Ana, Ben and Cleo in turn` may go on with one, and so may a deadline before `but`
    found: list[str] = []
    about_which = {"with", "tagged"} <= left
    if about_which:
        left -= FILTERS
        if opening == "before" and "within" in left:
            left.discard("within")
            found += ["'at least 48 hours ahead'", "'within the last 90 days'"]
    for needed, more, said in _GROUPS:
        if needed <= left:
            left -= needed | more
            found.append(said)
    found += [said for shape, said in _SHAPES.items() if shape in left]
    left -= {*_SHAPES, "a", "an", "the"}
    keywords = left - _CARRYING_ON
    if not (found or keywords or about_which or ends):
        keywords = left
    phrases = _PHRASES if opening else {}
    if "every" in left and "per" not in left:
        phrases = {**phrases, "in": "in turn"}
    if {"from", "in"} <= left:
        phrases = {**phrases, "in": "in odd weeks", "between": "between 1 June and 31 August"}
    if opening == "anyone":
        phrases = {**_PHRASES, "for": "for at most 14 days"}
    if looks_back:
        phrases = {**phrases, "within": "within the last 7 days"}
    found += [f"'{phrases.get(word, word)}'" for word in sorted(keywords, key=_by_use)]
    if ends:
        found.append("the end of the line")
    if about_which:
        found.append("more about which ones: by, with, at, on …")
    return f"{', '.join(found[:-1])} or {found[-1]}" if len(found) > 1 else "".join(found)


def _by_use(word: str) -> tuple[int, str]:
    """What people mostly look for comes first."""
    return (_USUAL.index(word) if word in _USUAL else len(_USUAL), word)
