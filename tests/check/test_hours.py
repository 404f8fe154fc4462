"""Hours in any so many hours, of entries that have no places in a log: searches make such logs up."""

from __future__ import annotations

from datetime import date

from pactlang import load_text
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.log.entry import Entry
from pactlang.model.calendar import load_zone

TEXT = """pact
    between Ana and Ben
    time zone Europe/Berlin

use relationships

cap hours
    at most 2 hours of encounters with dana in any 48 hours
"""
NOVEMBER, HOUR = date(2026, 11, 1).toordinal(), 3600


def evening(day: int, hour: int, *with_: str) -> Entry:
    """Two hours from a full hour on, on a day of November, numbered from zero."""
    return Entry("encounter", NOVEMBER + day, hour * HOUR, end_day=NOVEMBER + day, end_second=(hour + 2) * HOUR, by=("Ana",), with_=with_)


def test_an_entry_that_may_not_count_is_told_from_others_that_do() -> None:
    # With whom is not said on the 5th. As that evening goes out of the window, the one of the 6th stays doubtful, or certain, as it was.
    log = [evening(4, 20), evening(5, 20, "dana"), evening(5, 22, "dana"), evening(8, 20), evening(40, 20, "dana")]
    zone = load_zone("Europe/Berlin")
    findings = judge([load_text(TEXT)], log, zone.midnight(NOVEMBER + 60), zone).findings
    # On the 6th, 2 hours are certain and 4 possible after the first evening, 4 certain after the second. On the 9th it is 2 at most.
    assert [one.status for one in findings if one.status is not Status.KEPT] == [Status.UNKNOWN, Status.BREACH]
    assert [one.measured for one in findings if one.status is Status.BREACH] == [4 * HOUR]
