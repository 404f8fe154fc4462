"""Exports of short agreements, and what other people's programs read in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar

from pactlang.calendars.export.export import Exported, export
from pactlang.calendars.export.wish import Wish
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.inputs import check, load_text, moment_of, zone_of_all
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate

HEAD = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-02
    time zone {zone}

use relationships

"""
CHECK_IN = "check-in\n    check-in by everyone every week on Sunday at 19:00 for 1 hour\n"
TELL = "disclosure tell\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n"
TESTING = "testing\n    test by each party every 90 days\n"
ENCOUNTER = "2026-05-31 19:30 to 23:10  encounter by Ana with dana, as e1\n"


def exported(*texts: str, log: str = "", old: bytes = b"", zone: str = "Europe/Berlin", **wish: object) -> Exported:
    """An export of an agreement (or several versions of it), each with the usual head unless it brings its own."""
    asked = Wish(**({"as_of": "2026-06-01T12:00"} | wish))  # type: ignore[arg-type]
    versions = [load_text(text if text.startswith("pact ") else HEAD.format(zone=zone) + text) for text in texts]
    home = zone_of_all(versions)
    read = validate(read_log(log, "log.pactlog"), Known.of(versions))
    assert not read.diagnostics, read.diagnostics
    return export(versions, read.entries, moment_of(asked.as_of, home), home, asked, old)


def data(*texts: str, **options: object) -> bytes:
    """The same, as bytes."""
    return exported(*texts, **options).updated.data  # type: ignore[arg-type]


def events(calendar: bytes) -> list[icalendar.Event]:
    """The events of a calendar, as a library reads them."""
    return list(icalendar.Calendar.from_ical(calendar).walk("VEVENT"))


def summary(calendar: bytes) -> list[str]:
    """Each event in one line, without its name."""
    found = []
    for event in events(calendar):
        when = event["DTSTART"].to_ical().decode()
        alarm = event.walk("VALARM")
        led = f" {alarm[0]['TRIGGER'].to_ical().decode()}" if alarm else ""
        found.append(f"{event['SUMMARY']} {when} {event['STATUS']} {event['SEQUENCE']}{led}")
    return found


def slots(text: str, zone: str, until: str) -> list[datetime]:
    """The instants of a schedule as the checker itself judges them when all is over: every date has a finding of its own."""
    agreement = load_text(HEAD.format(zone=zone) + text)
    last = date.fromisoformat(until)
    judged = check(agreement, (), as_of=datetime.combine(last + timedelta(days=2), datetime.min.time()), keep_all=True)
    kinds = (one for one in judged.findings if one.form is FormName.SCHEDULE and one.status is Status.BREACH)
    found = [one for one in kinds if one.date <= last.toordinal()]
    return sorted(datetime.fromtimestamp(one.at, UTC) for one in found)
