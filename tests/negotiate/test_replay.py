"""A log judged under two texts: which breaches are the same, from when to when."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang import load_text
from pactlang.diff.compare import compare
from pactlang.diff.replay import Replayed, replay
from pactlang.diff.replayed import replayed_words
from pactlang.inputs import moment_of, read_logs
from pactlang.log.entry import Entry
from pactlang.model.calendar import load_zone

BERLIN = load_zone("Europe/Berlin")
HEADER = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01{until}
    time zone Europe/Berlin

use relationships

"""


def replayed(tmp_path: Path, old: str, new: str, log: str, as_of: str = "2026-12-01", until: str = "") -> Replayed:
    texts = [load_text(HEADER.format(until=until) + old), load_text(HEADER.format(until="") + new)]
    file = tmp_path / "log.pactlog"
    file.write_text(log, encoding="utf-8")
    entries: list[Entry] = read_logs([file], texts)[0]
    return replay(compare(*texts, judged=False), entries, moment_of(as_of, BERLIN), BERLIN)


HOME = "boundary home\n    no encounter at home\n"
LOG = "2026-02-01  encounter by Ana at home\n2026-03-01  encounter by Ana at work\n"


def test_a_sentence_that_got_another_number_is_the_same_one(tmp_path: Path) -> None:
    new = HOME.replace("boundary home\n", "boundary home\n    no encounter at work\n")
    found = replayed(tmp_path, HOME, new, LOG)
    assert [one.id for one in found.come] == ["home@2026-03-01"]
    assert (found.gone, len(found.old), len(found.new)) == ((), 1, 2)
    assert replayed_words(found) == "1 breach becomes 2; one is new, on 1 March."


def test_a_stretch_is_the_same_where_it_began_at_the_same_moment(tmp_path: Path) -> None:
    log = "2026-01-05  review by Ana and Ben\n2026-11-20  review by Ana and Ben\n"
    found = replayed(tmp_path, "review\n    review by everyone every 3 months\n", "review\n    review by everyone every 6 weeks\n", log)
    assert (len(found.old), len(found.new), found.come, found.gone) == (1, 1, (), ())
    assert replayed_words(found) == "The same 1 breach under both."


@pytest.mark.parametrize(
    ("as_of", "until", "first", "last"),
    [
        ("2026-12-01", "", "2026-02-01", "2026-12-01"),  # from where the log begins
        ("2027-02-28", "", "2026-03-01", "2027-02-28"),  # a year
        ("2026-12-01", " until 2026-06-30", "2026-02-01", "2026-06-30"),  # no further than the older text
        ("2028-02-29", "", "2027-03-01", "2028-02-29"),
    ],
)
def test_from_when_to_when(tmp_path: Path, as_of: str, until: str, first: str, last: str) -> None:
    from datetime import date

    found = replayed(tmp_path, HOME, HOME, LOG, as_of, until)
    assert [date.fromordinal(day).isoformat() for day in (found.first, found.last)] == [first, last]


def test_nothing_broken_under_either(tmp_path: Path) -> None:
    assert replayed_words(replayed(tmp_path, HOME, HOME, "2026-02-01  test by Ana\n")) == "No breach under either."


def test_many_new_ones_say_when_the_first_was(tmp_path: Path) -> None:
    log = "".join(f"2026-02-{day:02}  encounter by Ana\n" for day in range(1, 7))
    found = replayed(tmp_path, HOME, "boundary home\n    no encounter\n", log)
    assert replayed_words(found) == "No breach becomes 6; 6 are new, the first on 1 February."
