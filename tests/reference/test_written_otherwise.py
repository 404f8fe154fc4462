"""Law: one log, written otherwise: with offsets, in another format, or all of these together, gets the same verdicts."""

from __future__ import annotations

from hypothesis import given
from msgspec.structs import replace

from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.read import combine, read_log
from pactlang.log.table_settings import TableSettings
from pactlang.log.validate import Known, validate
from pactlang.log.write import entries_to_csv, entry_to_json, entry_to_text
from pactlang.model.calendar import load_zone

from .clock import Clock
from .comparing import judge_fast, tries
from .spoken import FORMS
from .strategies import Case, LogShape, one_agreement

REFUND = TableSettings(negative="refund")  # without it, a table has no amounts below zero: a bank means something else by them


def with_offsets(entry: Entry, clock: Clock) -> Entry:
    """The same entry, each of its times with the offset that the zone has then."""

    def offset(day: int, second: int) -> int:
        instant = clock.instant(day, second)
        return clock.instant(day, second, 0) - instant

    if entry.second is not None and entry.offset is None:
        entry = replace(entry, offset=offset(entry.day, entry.second))
    if entry.end_day is not None and entry.end_second is not None and entry.end_offset is None:
        entry = replace(entry, end_offset=offset(entry.end_day, entry.end_second))
    return entry


def verdicts(case: Case, *files: tuple[str, str]) -> tuple[list[tuple[str, str, tuple[str, ...]]], int]:
    """What a check of these files finds, and how many entries it calls the same as another."""
    log = validate(combine([read_log(text, name, tables=REFUND) for name, text in files]), Known.of(case.models))
    judgement = judge_fast(case.models, log.entries, case.as_of, load_zone("UTC"), keep_all=True)
    again = sum(one.code == Code.DUPLICATE for one in log.diagnostics)
    return sorted((one.id, str(one.status), one.who) for one in judgement.findings), again


@given(one_agreement((*FORMS, "matrix", "follow_up"), LogShape(waivers=True, untimed=True, nobody=True)))
@tries(40)
def test_a_log_written_otherwise(case: Case) -> None:
    clock = Clock(case.models[0].zone)
    plain = "\n".join(map(entry_to_text, case.entries)) + "\n"
    offsets = "\n".join(entry_to_text(with_offsets(entry, clock)) for entry in case.entries) + "\n"
    lines = "\n".join(map(entry_to_json, case.entries)) + "\n"
    found, again = verdicts(case, ("a.pactlog", plain))
    assert not again
    assert verdicts(case, ("a.pactlog", offsets)) == (found, 0)
    assert verdicts(case, ("a.jsonl", lines)) == (found, 0)
    assert verdicts(case, ("a.csv", entries_to_csv(case.entries))) == (found, 0)
    # All of them together are still the same entries.
    assert verdicts(case, ("a.pactlog", plain), ("b.pactlog", offsets), ("c.jsonl", lines)) == (found, 2 * len(case.entries))
