"""Many agreements, each with its log in memory: read a text once, judge rows with it, on whatever machine.

Nothing is raised for what others wrote: a text or a row that cannot be read is a row of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.inputs.files import InputError
from pactlang.inputs.moments import local_instant, zone_of_all
from pactlang.inputs.texts import load
from pactlang.log.read import ReadLog, as_log, read_log
from pactlang.log.validate import Known, validate
from pactlang.model.agreement import Agreement, Sentence

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.model.calendar import Zone

_NAME = "us.pact"
_ROWS = "rows.jsonl"  # what faults call the rows; row 1 is the first

# One row of a log: the keys of JSON Lines with their values; dates and times may be objects.
Given = Mapping[str, Any]


class Prepared(Struct, frozen=True):
    """An agreement that was read once, to judge many logs with; it pickles. `faults` say why a text cannot be used, if it cannot.

    `digest` is that of the words that people sign; of a text that cannot be read it is empty.
    """

    digest: str
    agreement: Agreement | None
    known: Known
    faults: tuple[Row, ...] = ()


class Found(Struct, frozen=True):
    """What a row of an answer says without a name of anybody, and without words.

    `status` is that of a finding (`breach`, `waived`, `missed`, `due`, `unknown`, `drift`), `kept` for all that was kept together (how
    many: `count`), `fault` for what could not be read, `warning` for what is worth a look. `at` and `due` are ISO 8601 with the offset of
    the agreement's zone. `rows` are the numbers of the rows that it rests on, from 1; of a fault of the text they are its lines.
    `measured` and `limit` are in `unit`; lengths of time are in hours. A breach that was `repaired` as agreed is counted apart from the
    others; one that is `disputed` rests on an entry that somebody disputes.
    """

    status: str
    id: str = ""
    clause: str = ""
    sentence: int | None = None
    form: str = ""
    at: str | None = None
    due: str | None = None
    measured: float | None = None
    limit: float | None = None
    unit: str = ""
    count: int = 1
    rows: tuple[int, ...] = ()
    repaired: bool = False
    disputed: bool = False
    code: str = ""


class Row(Found, frozen=True):
    """One row of an answer. `who`, `with_` and `message` name people: leave them out before an answer leaves those whom it is about."""

    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    message: str = ""


def prepare(text: str) -> Prepared:
    """Read an agreement from text, once for all logs. Nothing is raised, and no file is read: a text with `include` has a fault.

    >>> prepare('pact "Us"').agreement is None
    True
    """

    def read(path: Path) -> bytes:
        if path != Path(_NAME):
            raise InputError("a text in memory includes no files; put its lines where they belong")
        return text.encode("utf-8", errors="surrogatepass")

    try:
        agreement = load(_NAME, read=read)
    except InputError as wrong:
        return Prepared("", None, Known(), _told(wrong.diagnostics) or (Row("fault", message=wrong.message),))
    return Prepared(agreement.digest, agreement, Known.of([agreement]))


def judge_rows(prepared: Prepared, rows: bytes | Iterable[Given] | Any, as_of: datetime) -> list[Row]:
    """Judge a log in memory by one agreement: the findings, all that was kept as one row, and what is wrong.

    `rows` are JSON Lines as bytes, records with the same keys, or a table or a batch of pyarrow, with columns as a log in Parquet has
    them (or one column of records, `fields`). They are held against the agreement and against each other as `pact check` does: what
    says the same counts once. If any row cannot be read, nothing is judged, since that row might be the very one that keeps a promise;
    the answer then holds only faults. `as_of` without a zone is read in the agreement's.

    >>> us = prepare('''
    ... pact "Us"
    ...     between Ana and Ben
    ...     time zone Europe/Berlin
    ... use relationships
    ... cap evenings
    ...     at most 1 encounter per month by Ana
    ... ''')
    >>> log = [{"at": "2026-09-12", "type": "encounter", "by": ["Ana"]}, {"at": "2026-09-19", "type": "encounter", "by": ["Ana"]}]
    >>> [(row.status, row.id, row.count, row.rows) for row in judge_rows(us, log, datetime(2026, 10, 1))]
    [('breach', 'evenings@2026-09-19', 1, (1, 2)), ('kept', '', 1, ())]
    >>> [(row.status, row.rows) for row in judge_rows(us, [{"at": "2026-09-40", "type": "encounter"}], datetime(2026, 10, 1))]
    [('fault', (1,))]
    """

    def moment(zone: Zone) -> int:
        return int(as_of.timestamp()) if as_of.tzinfo is not None else local_instant(as_of, zone)

    return judge_at(prepared, rows, moment)


def judge_at(prepared: Prepared, rows: bytes | Iterable[Given] | Any, moment: Callable[[Zone], int], *, worded: bool = True) -> list[Row]:
    """As `judge_rows`, as of a `moment` that depends on the agreement's zone; without words for people where nobody will read them."""
    from pactlang.checker.engine import judge

    agreement = prepared.agreement
    if agreement is None:
        return list(prepared.faults)
    read, unreadable = _read(rows)
    log = validate(read, prepared.known)
    told = [*unreadable, *_told(log.diagnostics)]
    if any(row.status == "fault" for row in told):
        return [row for row in told if row.status == "fault"]
    zone = zone_of_all([agreement])
    judgement = judge([agreement], log.entries, moment(zone), zone)
    found = [_row(finding, judgement.zone, worded=worded) for finding in judgement.findings]
    return [*found, Row("kept", count=judgement.summary.kept), *told]


def _read(rows: bytes | Iterable[Given] | Any) -> tuple[ReadLog, list[Row]]:
    """The log that rows are, and the rows that none could hold."""
    if isinstance(rows, bytes):
        return read_log(rows, _ROWS), []
    if hasattr(rows, "schema"):  # of pyarrow, which is not imported for that
        from pactlang.log.parquet import read_table

        return as_log(read_table(rows, _ROWS), _ROWS), []
    lines, unreadable = _as_lines(rows)
    return read_log(lines, _ROWS), unreadable


def _as_lines(rows: Iterable[Given]) -> tuple[bytes, list[Row]]:
    """Records as JSON Lines, each on the line of its number; those that no log could hold are told."""
    lines: list[bytes] = []
    wrong: list[Row] = []
    for number, row in enumerate(rows, 1):
        try:
            line = _ENCODER.encode(row)
        except (TypeError, ValueError, OverflowError, RecursionError):
            wrong.append(Row("fault", code="E120", rows=(number,), message="This row has a value that a log cannot hold."))
            line = b""
        lines.append(line)
    return b"\n".join(lines), wrong


def _plain(value: object) -> object:
    raise TypeError(type(value))


_ENCODER = msgspec.json.Encoder(enc_hook=_plain, decimal_format="number")


def _told(diagnostics: Iterable[Diagnostic]) -> tuple[Row, ...]:
    names = {Severity.ERROR: "fault", Severity.WARNING: "warning"}
    return tuple(
        Row(names[one.severity], code=one.code, rows=(one.span.start_position.line,), message=one.message)
        for one in diagnostics
        if one.severity in names
    )


def _row(finding: Finding, zone: Zone, *, worded: bool) -> Row:
    from pactlang.words.json import number_json
    from pactlang.words.messages import message

    sentence = finding.sentence
    return Row(
        finding.status_key,
        finding.id,
        sentence.clause if isinstance(sentence, Sentence) else sentence.name,
        sentence.index if isinstance(sentence, Sentence) else None,
        finding.form.value,
        zone.show(finding.at),
        zone.show(finding.due) if finding.due is not None else None,
        number_json(finding.measured, finding.unit),
        number_json(finding.limit, finding.unit),
        "hours" if finding.unit == "seconds" else finding.unit,
        rows=tuple(entry.line for entry in finding.entries),
        repaired=finding.repaired,
        disputed=finding.disputed,
        who=finding.who,
        with_=finding.with_,
        message=message(finding, zone) if worded else "",
    )
