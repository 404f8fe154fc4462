"""Parts of amounts: logs full of bills and payments, of which some serve two and some say too little."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pactlang import load_text
from pactlang.log.entry import Entry
from pactlang.model.calendar import load_zone

from .comparing import differences, tries

UTC = load_zone("UTC")
DAY = date(2026, 3, 1).toordinal()
HOUR = 3600
TEXT = """pact "Us"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone UTC

event bill
    amount in EUR

event payment
    amount in EUR

promise money
    """
WHO = ["by Ben", "by the others", "by Ben or Cleo", "by anyone", "by everyone", "by the same party", "by Ben and Cleo", "by Ben to Ana"]
PARTS = ["its amount", "half its amount", "a third of its amount", "55 percent of its amount", "110 percent of its amount"]
WITHIN = ["within 2 days", "within 7 days", "within 36 hours", "by 12:00 the next day", "within 4 days but no sooner than 1 day after"]
FIRST = ["each bill", "each bill", "each bill by Ana", "each bill by each party", "the first bill by each party"]
BILLS = [Decimal(one) for one in ("100", "100", "60", "0.01", "-5", "30.01")]
SUMS = [Decimal(one) for one in ("100", "50", "50", "33.33", "33.32", "66.66", "30", "20", "110", "55", "10.005", "-20")]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = f"{draw(st.sampled_from(PARTS))} {draw(st.sampled_from(WHO))} {draw(st.sampled_from(WITHIN))}"
    return f"after {draw(st.sampled_from(FIRST))}, payment of {words}"


@st.composite
def logs(draw: st.DrawFn, unsaid: bool = False) -> list[Entry]:
    entries: list[Entry] = []
    someone = st.lists(st.sampled_from(("Ana", "Ben", "Cleo")), min_size=1, max_size=2, unique=True)
    by = st.one_of(st.just([]), someone) if unsaid else someone
    names = st.sampled_from((None, None, "e0", "e1", "e9"))
    for place in range(draw(st.integers(1, 2 if unsaid else 3))):
        second = draw(st.sampled_from((8, 12, 20))) * HOUR
        amount = draw(st.sampled_from(BILLS)) if not unsaid or draw(st.integers(0, 3)) else None
        entries.append(entry("bill", draw(st.integers(0, 3)), second, draw(someone), amount, id=f"e{place}"))
    for _ in range(draw(st.integers(1, 3 if unsaid else 5))):
        hour = draw(st.sampled_from((8, 12, 12, 20, None)))
        second = None if hour is None else hour * HOUR
        amount = draw(st.sampled_from(SUMS)) if not unsaid or draw(st.integers(0, 3)) else None
        to = tuple(draw(st.lists(st.sampled_from(("Ana", "Ben")), max_size=1)))
        entries.append(entry("payment", draw(st.integers(0, 8)), second, draw(by), amount, to=to, about=draw(names)))
    fresh = [one for place, one in enumerate(entries) if one not in entries[:place]]  # what is said twice is one entry
    return [
        Entry(**{**{name: getattr(one, name) for name in one.__struct_fields__}, "order": order, "line": order + 1})
        for order, one in enumerate(fresh)
    ]


def entry(kind: str, day: int, second: int | None, by: list[str], amount: Decimal | None, **more: object) -> Entry:
    fields = {} if amount is None else {"amount": amount, "unit": "EUR"}
    return Entry(kind, DAY + day, second, by=tuple(by), fields=fields, **more)


@given(sentences(), logs(), st.sampled_from((3, 6, 30)))
@tries(1600)
def test_bills_and_payments(sentence: str, entries: list[Entry], as_of: int) -> None:
    found = differences([load_text(TEXT + sentence)], entries, UTC.midnight(DAY + as_of))
    assert not found, "\n".join([sentence, *map(str, entries), *found])


@given(sentences(), logs(unsaid=True), st.sampled_from((3, 30)))
@tries(800)
def test_what_says_too_little(sentence: str, entries: list[Entry], as_of: int) -> None:
    found = differences([load_text(TEXT + sentence)], entries, UTC.midnight(DAY + as_of))
    assert not found, "\n".join([sentence, *map(str, entries), *found])
