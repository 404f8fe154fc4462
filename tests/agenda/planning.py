"""Agreements in a few lines, and what comes next for them."""

from __future__ import annotations

from datetime import date

from pactlang.checker.agenda.item import Agenda, Item
from pactlang.checker.agenda.plan import agenda
from pactlang.inputs import load_text, moment_of, zone_of_all
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate

HEAD = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-02
    time zone Europe/Berlin

use relationships

"""


def plan(*texts: str, log: str = "", as_of: str = "2026-06-01T12:00", last: str = "2027-06-30") -> Agenda:
    """What comes next for an agreement (or several versions of it), each with the usual head unless it brings its own."""
    versions = [load_text(text if text.startswith("pact ") else HEAD + text) for text in texts]
    zone = zone_of_all(versions)
    read = validate(read_log(log, "log.pactlog"), Known.of(versions))
    assert not read.diagnostics, read.diagnostics
    return agenda(versions, read.entries, moment_of(as_of, zone), zone, date.fromisoformat(last).toordinal())


def shown(item: Item) -> str:
    """An item in one line."""
    when = date.fromordinal(item.day).isoformat() if item.all_day else item.zone.show(item.start)[:16]
    series = f" ×{len(item.series.dates)}" + (f" -{len(item.series.skipped)}" if item.series.skipped else "") if item.series else ""
    overdue = " overdue" if item.overdue else ""
    return f"{item.kind} {item.sentence.label if item.sentence else '-'} {when}{series} {','.join(item.who) or 'all'}{overdue}"


def lines(found: Agenda) -> list[str]:
    return [shown(item) for item in found.items]
