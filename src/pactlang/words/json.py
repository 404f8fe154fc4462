"""A judgement for scripts: the fixed JSON of `pactlang/check/1`. The same input gives the same bytes."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from pactlang.checker.finding import Remark
from pactlang.checker.waivers import clause_of
from pactlang.model.agreement import Matrix, Sentence
from pactlang.words.messages import message

if TYPE_CHECKING:
    from pactlang.checker.finding import Drift, Finding, Judgement, Room
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone


def judgement_json(judgement: Judgement) -> str:
    """The whole answer of `pact check` as one JSON object, with a final newline."""
    head: dict[str, Any] = {
        "schema": "pactlang/check/1",
        "pact": {
            "title": judgement.agreement.title,
            "file": judgement.agreement.file,
            "digest": judgement.agreement.digest,
            "draft": bool(judgement.drafts),
        },
        "as_of": judgement.zone.show(judgement.as_of),
        "entries": {"read": judgement.read, "ignored": judgement.ignored},
        "summary": asdict(judgement.summary),
    }
    tail: dict[str, Any] = {
        "remarks": [
            {
                "message": remark.message,
                "file": remark.entry.file if remark.entry is not None else None,
                "line": remark.entry.line if remark.entry is not None else None,
            }
            for remark in (*map(Remark, judgement.first), *judgement.remarks)
        ],
        "not_applied": [
            {"clause": sentence.clause, "sentence": sentence.index, "reason": sentence.not_applied}
            | ({} if version is None else {"from": date.fromordinal(version.first).isoformat()})
            for sentence, version in judgement.not_applied
        ],
    }
    close = [
        {"clause": room.sentence.clause, "sentence": room.sentence.index, **room_json(room)} for room in judgement.rooms if room.warned
    ]
    tail |= {"close": close} if close else {}
    # One line for each finding: short to read and to compare, and the encoder written in C does the work.
    findings = ",\n  ".join(_line(finding_json(finding, judgement.zone)) for finding in judgement.findings)
    parts = [f'"{key}": {_line(value)}' for key, value in head.items()]
    parts.append(f'"findings": [\n  {findings}]' if findings else '"findings": []')
    parts += [f'"{key}": {_line(value)}' for key, value in tail.items()]
    return "{" + ",\n ".join(parts) + "}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def finding_json(finding: Finding, zone: Zone) -> dict[str, Any]:
    """A finding with the fixed keys of `pactlang/check/1`."""
    sentence = finding.sentence
    measured, limit, unit = _measure(finding)
    more = {} if finding.drift is None else {"drift": _drift(finding.drift)}
    return {
        "id": finding.id,
        "status": finding.status.value,
        "clause": clause_of(finding),
        "sentence": sentence.index if isinstance(sentence, Sentence) else None,
        "kind": _kind(finding.agreement, clause_of(finding)),
        "form": finding.form.value,
        "who": list(finding.who),
        "with": list(finding.with_),
        "at": zone.show(finding.at),
        "due": zone.show(finding.due) if finding.due is not None else None,
        "fulfilled_at": zone.show(finding.fulfilled_at) if finding.fulfilled_at is not None else None,
        "measured": measured,
        "limit": limit,
        "unit": unit,
        "repaired": finding.repaired,
        "disputed": finding.disputed,
        "window": _window(finding.window),
        "events": [{"file": entry.file, "line": entry.line, "id": entry.id} for entry in finding.entries],
        "message": message(finding, zone),
        "location": _location(sentence),
        **more,
    }


def _drift(drift: Drift) -> dict[str, Any]:
    """What moved, as shares of the allowance; the date on which it reaches the limit, where it has not."""
    return {
        "since": date.fromordinal(drift.since).isoformat(),
        "from": round(drift.start, 3),
        "to": round(drift.end, 3),
        "reaches": None if drift.reaches is None else date.fromordinal(drift.reaches).isoformat(),
        "shares": [round(share, 3) for share in drift.shares],
        "broken": drift.broken,
    }


def _measure(finding: Finding) -> tuple[int | float | None, int | float | None, str | None]:
    """Measured, limit and unit; lengths of time in hours."""
    unit = "hours" if finding.unit == "seconds" else finding.unit or None
    return number_json(finding.measured, finding.unit), number_json(finding.limit, finding.unit), unit


def number_json(value: int | Decimal | None, unit: str) -> int | float | None:
    """A number as JSON has it; seconds as hours.

    >>> number_json(5400, "seconds"), number_json(Decimal("20.50"), "EUR"), number_json(3, "encounter")
    (1.5, 20.5, 3)
    """
    if value is not None and unit == "seconds":
        hours = int(value) / 3600
        return int(hours) if hours.is_integer() else round(hours, 6)
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def room_json(room: Room) -> dict[str, Any]:
    """How much of a cap is used, for whom, and whether somebody wanted to be told by now."""
    return {
        "who": list(room.people),
        "with": list(room.with_),
        "used": number_json(room.standing.used, room.unit),
        "used_at_most": number_json(room.standing.most, room.unit),
        "limit": number_json(room.limit, room.unit),
        "left": number_json(room.left, room.unit),
        "unit": "hours" if room.unit == "seconds" else room.unit,
        "warn": room.warned,
    }


def _window(window: tuple[int, int] | None) -> dict[str, str] | None:
    if window is None:
        return None
    return {"from": date.fromordinal(window[0]).isoformat(), "to": date.fromordinal(window[1]).isoformat()}


def _kind(agreement: Agreement, clause: str) -> str:
    return next((one.kind.value for one in agreement.clauses if one.name == clause), "matrix")


def _location(sentence: Sentence | Matrix) -> dict[str, Any]:
    start, end = sentence.span.start_position, sentence.span.end_position
    return {
        "file": sentence.span.source.name,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
