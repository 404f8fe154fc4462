"""The merge of two changed texts of one log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.history.driver import merge_files
from pactlang.history.log_align import TooMuch, align, said
from pactlang.history.log_merge import merge_log
from pactlang.history.merge import Merged

BASE = "2026-03-01  test by Ana\n2026-03-02  dinner by Ben, place home\n"
ONE, TWO = BASE.splitlines(keepends=True)


def merged(ours: str, theirs: str, base: str = BASE) -> Merged:
    found = merge_log(base, ours, theirs)
    assert found is not None
    return found


def marks(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


EXPENSE = "2026-03-05  expense by Ana, amount {} EUR\n"
AT = "2026-03-05 {}  encounter by Ana with dana\n"
CASES = {
    "both add, by date": (BASE + AT.format("20:00"), BASE + AT.format("19:00"), BASE + AT.format("19:00") + AT.format("20:00"), 0),
    "both add the same": (BASE + AT.format("20:00"), BASE + AT.format("20:00"), BASE + AT.format("20:00"), 0),
    "the same, laid out otherwise": (
        BASE + "2026-03-05  test by Ben\n",
        BASE + "2026-03-05   test by  Ben\n",
        BASE + "2026-03-05  test by Ben\n",
        0,
    ),
    "the same, in other places": (
        "2026-03-05  test by Ben\n" + BASE,
        BASE + "2026-03-05  test by Ben\n",
        "2026-03-05  test by Ben\n" + BASE,
        0,
    ),
    "both correct one entry": (
        BASE.replace("03-01", "03-03"),
        BASE.replace("03-01", "03-04"),
        marks("2026-03-03  test by Ana\n", "2026-03-04  test by Ana\n") + TWO,
        1,
    ),
    "both correct it the same": (BASE.replace("03-01", "03-03"), BASE.replace("03-01", "03-03"), "2026-03-03  test by Ana\n" + TWO, 0),
    "each corrects one": (
        BASE.replace("Ana", "Ben"),
        BASE.replace("home", "club"),
        ONE.replace("Ana", "Ben") + TWO.replace("home", "club"),
        0,
    ),
    "one takes out, one corrects": (ONE, BASE.replace("home", "club"), ONE + marks("", TWO.replace("home", "club")), 1),
    "both take out": (ONE, ONE, ONE, 0),
    "one takes out, one adds": (TWO, BASE + "2026-03-05  test by Ben\n", TWO + "2026-03-05  test by Ben\n", 0),
    "a note goes with its entry": (BASE + "    Soup.\n", BASE + "    Bread.\n", ONE + marks(TWO + "    Soup.\n", TWO + "    Bread.\n"), 1),
    "a comment above a note, too": (BASE + "# c\n    Soup.\n", ONE, ONE + marks(TWO + "# c\n    Soup.\n", ""), 1),
    "one corrects and adds, the other adds": (
        BASE.replace("home", "club") + "2026-03-06  test by Ben\n",
        BASE + "2026-03-05  test by Ana\n",
        BASE.replace("home", "club") + "2026-03-05  test by Ana\n2026-03-06  test by Ben\n",
        0,
    ),
    "one thing, another amount": (
        BASE + EXPENSE.format(20),
        BASE + EXPENSE.format(30),
        BASE + marks(EXPENSE.format(20), EXPENSE.format(30)),
        1,
    ),
    "two amounts each, one of them the same": (
        BASE + EXPENSE.format(20) + EXPENSE.format(5),
        BASE + EXPENSE.format(20) + EXPENSE.format(30),
        BASE + EXPENSE.format(20) + marks(EXPENSE.format(5), EXPENSE.format(30)),
        1,
    ),
    "one thing, with a time and without": (
        BASE + AT.format("20:00"),
        BASE + AT.replace(" {}", ""),
        BASE + marks(AT.format("20:00"), AT.replace(" {}", "")),
        1,
    ),
    "other people": (
        BASE + AT.format("20:00"),
        BASE + AT.format("20:00").replace("dana", "eve"),
        BASE + AT.format("20:00") + AT.format("20:00").replace("dana", "eve"),
        0,
    ),
    "equal but for a note": (BASE + "2026-03-05  test by Ben\n", BASE + "2026-03-05  test by Ben\n    Mine.\n", None, 0),
    "two things of one name": (
        BASE + "2026-03-05  test by Ben, as e1\n",
        BASE + "2026-03-06  dinner by Ana, as e1\n",
        BASE + marks("2026-03-05  test by Ben, as e1\n", "2026-03-06  dinner by Ana, as e1\n"),
        1,
    ),
    "lines that cannot be read": (BASE + "??? \x0b\x1b[2J\n", BASE + "<<<<<<< ours\n", BASE + "??? \x0b\x1b[2J\n<<<<<<< ours\n", 0),
    "spaces between quotes are letters": (
        BASE + '2026-03-05  test by "A  B"\n',
        BASE + '2026-03-05  test by "A B"\n',
        BASE + '2026-03-05  test by "A  B"\n2026-03-05  test by "A B"\n',
        0,
    ),
    "no last line end": (
        BASE + "2026-03-05  test by Ana",
        BASE + "2026-03-06  test by Ana",
        BASE + "2026-03-05  test by Ana\n2026-03-06  test by Ana\n",
        0,
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "wanted", "conflicts"), CASES.values(), ids=CASES)
def test_what_becomes_of_both(ours: str, theirs: str, wanted: str | None, conflicts: int) -> None:
    found = merged(ours, theirs)
    assert found.conflicts == conflicts
    assert bool(found.notes) == bool(conflicts)
    if wanted is not None:
        assert found.text == wanted
    wrote = (set(ours.split("\n")) | set(theirs.split("\n"))) - set(BASE.split("\n"))
    assert {said(line) for line in wrote} <= {said(line) for line in found.text.split("\n")}


def test_both_begin_the_log() -> None:
    assert merged("2026-03-06  test by Ana\n", "2026-03-05  test by Ana\n", "").text == "2026-03-05  test by Ana\n2026-03-06  test by Ana\n"


def test_what_is_said_of_it() -> None:
    both = merged(BASE.replace("03-01", "03-03") + EXPENSE.format(20), BASE.replace("03-01", "03-04") + EXPENSE.format(30))
    assert both.notes == [
        "1 entry was changed on both sides; keep what is right",
        "a pair of entries looks like one thing noted twice, or have one name; keep one, or both under two names",
    ]


def test_line_ends_stay_and_bytes_that_are_no_text_are_merged_by_lines(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (BASE, BASE + EXPENSE.format(20), BASE + AT.format("20:00")), strict=True):
        path.write_bytes(text.replace("\n", "\r\n").encode() if path.name == "ours" else text.encode())
    assert merge_files(*paths, log=True).conflicts == 0
    assert paths[1].read_bytes() == (BASE + EXPENSE.format(20) + AT.format("20:00")).replace("\n", "\r\n").encode()
    paths[1].write_bytes(BASE.encode() + b"\xff\n")
    paths[2].write_bytes(BASE.encode() + b"\xfe\n")
    told = merge_files(*paths, log=True)
    assert (told.conflicts, told.notes) == (1, ["they cannot be merged entry by entry, so they were merged line by line"])
    assert b"\xff\n=======\n\xfe\n" in paths[1].read_bytes()


def test_what_would_take_too_long_is_not_tried() -> None:
    many = ["2026-03-01  test by Ana\n", "2026-03-02  test by Ana\n"] * 3000
    with pytest.raises(TooMuch):
        align(many, many[::-1])
    assert merge_log("".join(many), "".join(many[::-1]), "x\n") is None


# --- laws ---------------------------------------------------------------------------------------------------------

THINGS = st.dictionaries(st.integers(1, 7), st.integers(1, 3), max_size=6)
SIDES = st.tuples(THINGS, THINGS, THINGS)


def log_of(things: dict[int, int]) -> str:
    return "".join(f"2026-03-0{thing}  test by Ana about e{thing}, times {value}\n" for thing, value in sorted(things.items()))


@settings(max_examples=120, deadline=None)
@given(SIDES)
def test_nothing_is_lost_and_nothing_is_there_twice_without_marks(sides: tuple[dict[int, int], dict[int, int], dict[int, int]]) -> None:
    base, ours, theirs = sides
    one, other = (merged(log_of(a), log_of(b), log_of(base)) for a, b in ((ours, theirs), (theirs, ours)))
    assert one.conflicts == other.conflicts
    assert sorted(re.findall("^2.*", one.text, re.M)) == sorted(re.findall("^2.*", other.text, re.M))
    wrote = {line for side in (ours, theirs) for line in log_of(side).splitlines()} - set(log_of(base).splitlines())
    assert wrote <= set(one.text.splitlines())
    plain = re.sub("<<<<<<< .*?>>>>>>> theirs\n", "", one.text, flags=re.S)
    things = re.findall(r"about e(\d)", plain)
    assert len(things) == len(set(things))
    decided = {int(thing) for thing in base if thing in ours and thing in theirs and len({base[thing], ours[thing], theirs[thing]}) == 3}
    assert not decided & {int(thing) for thing in things}
