"""Entries as a log can hold them, and texts that nearly are logs."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from pactlang.log.entry import Entry, Moment
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS
from pactlang.log.moments import bare_end, read_date
from pactlang.log.words import ARTICLES, KEYWORDS, name, note, value, word
from pactlang.model.vocabulary import COMPLETE, CONFIRM, DISPUTE, LEAVE, LOG_WORDS, WAIVE

_ODD = st.text(max_size=8) | st.text("aZéßдا가z0-_.'’/\\\"#;,=@~ “», \u0301\u200d€😀", min_size=1, max_size=8)


def canonical(check: Callable[[str], str], texts: st.SearchStrategy[str] = _ODD) -> st.SearchStrategy[str]:
    """Texts as `check` leaves them; `x` for those that it refuses."""

    def checked(text: str) -> str:
        try:
            return check(text)
        except Fault:
            return "x"

    return texts.map(checked)


_CATCHES = st.sampled_from([*sorted(KEYWORDS | ARTICLES), "e1", "e22", "45", "2026-09-12", "19:30", "Z", "Ana", "noted", "amount"])
names = canonical(name, _CATCHES | _ODD)
words = canonical(word, _CATCHES | _ODD)
values = canonical(value, _CATCHES | st.sampled_from(["the lake", '"a"', '"', "'a b'", "12", "+5", "1e5"]) | _ODD)
notes = canonical(note, st.text(max_size=40) | st.lists(_ODD, max_size=4).map("\n".join)) | st.just("")
types = st.sampled_from(["test", "encounter", "check-in", *sorted(LOG_WORDS)]) | names.map(lambda text: "x" if text == "withdraw" else text)
days = st.integers(read_date("1990-01-01"), read_date("2990-01-01"))
seconds = st.integers(0, 86_399) | st.integers(0, 1439).map(lambda minute: minute * 60)
offsets = st.none() | st.integers(-12 * 60, 14 * 60).map(lambda minutes: minutes * 60)
numbers = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2) | st.integers(-999, 10**20).map(Decimal)


def lists(items: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(items, max_size=3).map(lambda drawn: tuple(dict.fromkeys(drawn)))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    second = draw(st.none() | seconds)
    return Moment(draw(days), second, draw(offsets) if second is not None else None)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry as reading gives it."""
    type_ = draw(types)
    start = draw(moments())
    entry = Entry(type_, start.day, start.second, start.offset, note=draw(notes))
    entry.by = draw(lists(names))
    if type_ in LOG_WORDS and not entry.by:
        entry.by = ("Ana",)
    entry.to, entry.with_ = draw(lists(names)), draw(lists(names))
    entry.tags, entry.covering = draw(lists(words)), draw(lists(words))
    entry.place = draw(st.none() | values)
    entry.id, entry.about = draw(st.none() | words), draw(st.none() | words)
    entry.until = draw(days if type_ == COMPLETE else st.none() | days)
    entry.fields = draw(st.dictionaries(words | st.sampled_from(["amount", "unit"]), values | numbers, max_size=3))
    if type_ == WAIVE:
        entry.target = draw(words)
        entry.about = None if "@" in entry.target else draw(words)
    elif type_ in (CONFIRM, DISPUTE, LEAVE):
        entry.about = draw(words)
    if draw(st.booleans()):
        entry.noted = draw(moments())
        entry.noted_by = draw(lists(names))
    draw_end(draw, entry)
    return entry


def draw_end(draw: st.DrawFn, entry: Entry) -> None:
    kind = draw(st.sampled_from(["none", "bare", "dated", "near"]))
    if kind == "bare":
        end_second, end_offset = draw(seconds), draw(offsets)
        later, entry.end_offset = bare_end(entry.second, entry.offset, end_second, end_offset)
        entry.end_day = entry.day + later if later is not None else None
        entry.end_second = end_second
    elif kind != "none":
        end = draw(moments())
        entry.end_day, entry.end_second, entry.end_offset = end.day, end.second, end.offset
        if kind == "near":
            entry.end_day = entry.day + draw(st.integers(-1, 2))


# Lines made of what lines are made of, in any order.
_PIECES = st.sampled_from(
    [
        *(f" {keyword} " for keyword in sorted(KEYWORDS)),
        *("2026-09-12", " 19:30", " 19:30+02:00", " +02:00", " Z", " to 23:10", "  ", " ", ", ", ",", "\t", "\r", "\n", "\n  ", "\u00a0"),
        *("encounter", "test", "withdraw", "consent", "waive", "confirm", "complete", " Ana", " Ben", " dana", " e1", " e2", " e0"),
        *('"', " “", "”", "#", " #", "\\", " amount 45", " EUR", " mood good", "2026-09-31", " noted 2026-09-13 08:00", ":", "-", "45"),
        *("\u202e", "\ufeff", "\u200b", "é", "a", "the ", "'"),
    ]
)
near_lines = st.lists(_PIECES, max_size=14).map("".join)
near_entries = near_lines.map(lambda line: "2026-09-12 " + line)

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | _CATCHES | _ODD | st.sampled_from(["2026-09-12T19:30", "23:10"])
json_values = st.recursive(_LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_ODD, inner, max_size=3), max_leaves=6)
_RIGHT = st.fixed_dictionaries(
    {"at": st.just("2026-09-12"), "type": st.sampled_from(["test", "pause", "waive"])},
    optional={
        **{key: st.lists(names, max_size=2) for key in ("by", "to", "with", "tags", "covering", "noted_by")},
        **dict.fromkeys(("place", "about", "id", "target", "note"), words),
        **dict.fromkeys(("until", "end", "noted"), st.just("2026-09-14")),
        "fields": st.dictionaries(words, words | st.integers() | st.floats(allow_nan=False, allow_infinity=False), max_size=2),
    },
)
# Records that are right, but for one value perhaps.
records = st.tuples(_RIGHT, st.dictionaries(st.sampled_from(KEYS), json_values, max_size=1)).map(lambda both: {**both[0], **both[1]})
