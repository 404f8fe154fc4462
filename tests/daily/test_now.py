"""What is logged "now" is read back as the same minute, on days of a clock change too."""

from __future__ import annotations

from datetime import date

import pytest

from pactlang.day.may import Log, noted_late
from pactlang.day.short import Now, full_line
from pactlang.log.bound import start_of
from pactlang.log.entry import Entry
from pactlang.log.text_line import read_line
from pactlang.model.calendar import load_zone

CHANGES = (
    ("Europe/Berlin", "2026-03-29"),
    ("Europe/Berlin", "2026-10-25"),
    ("Australia/Lord_Howe", "2026-04-05"),
    ("America/Sao_Paulo", "2018-02-17"),
    ("Pacific/Apia", "2011-12-29"),
)


@pytest.mark.parametrize(("key", "day"), CHANGES)
def test_every_quarter_of_an_hour_around_a_clock_change(key: str, day: str) -> None:
    zone = load_zone(key)
    first = zone.midnight(date.fromisoformat(day).toordinal())
    for now in range(first, first + 50 * 3600, 900):
        line = read_line(full_line("test by Ana", Now(*zone.written(now))))
        assert not line.faults
        entry = line.entries("log", 1, 0)[0]
        assert entry is not None
        assert start_of(entry, zone) == now
        noted = noted_late(Entry("test", 1), Log((), (), now, zone)).noted
        assert noted is not None
        assert zone.instant(noted.day, noted.second or 0, noted.offset) == now


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("2026-10-25T12:00+01:00", "2026-10-25 12:00  test by Ana"),
        ("2026-10-25T23:30+01:00", "2026-10-25 23:30  test by Ana"),
        ("2026-10-25T02:45+02:00", "2026-10-25 02:45  test by Ana"),  # the first of two
        ("2026-10-25T02:45+01:00", "2026-10-25 02:45+01:00  test by Ana"),
        ("2026-03-29T12:00+02:00", "2026-03-29 12:00  test by Ana"),
    ],
)
def test_the_clock_on_the_wall_is_what_is_written(now: str, line: str) -> None:
    from datetime import datetime

    zone = load_zone("Europe/Berlin")
    assert full_line("test by Ana", Now(*zone.written(int(datetime.fromisoformat(now).timestamp())))) == line
