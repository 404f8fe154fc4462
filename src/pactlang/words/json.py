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
    from collections.abc import Callable

    from pactlang.checker.finding import Drift, Finding, Judgement, Room
    from pactlang.checker.form import FormName
    from pactlang.log.entry import Entry
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
    # One line for each finding: short to read and to compare.
    lines = FindingLines(judgement.zone)
    findings = ",\n  ".join(map(lines.of, judgement.findings))
    parts = [f'"{key}": {_line(value)}' for key, value in head.items()]
    parts.append(f'"findings": [\n  {findings}]' if findings else '"findings": []')
    parts += [f'"{key}": {_line(value)}' for key, value in tail.items()]
    return "{" + ",\n ".join(parts) + "}\n"


_line = json.JSONEncoder(ensure_ascii=False).encode
_text: Callable[[str], str] = json.encoder.encode_basestring


class FindingLines:
    """Findings as lines of JSON: the very text of `finding_json`, with what all findings of a sentence share written once."""

    def __init__(self, zone: Zone) -> None:
        self._zone = zone
        self._shared: dict[tuple[int, int, str, FormName], tuple[str, str]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._files: dict[str, str] = {}

    def of(self, finding: Finding) -> str:
        """A finding on one line."""
        clause = clause_of(finding)
        key = id(finding.sentence), id(finding.agreement), clause, finding.form
        shared = self._shared.get(key)
        if shared is None:
            shared = self._shared[key] = self._written(finding, clause)
        names = self._names
        who = names.get(finding.who) or names.setdefault(finding.who, _line(finding.who))
        with_ = names.get(finding.with_) or names.setdefault(finding.with_, _line(finding.with_))
        show = self._zone.show
        measured, limit, unit = _measure(finding)
        window = finding.window
        spent = "null" if window is None else f'{{"from": "{date.fromordinal(window[0])}", "to": "{date.fromordinal(window[1])}"}}'
        drift = "" if finding.drift is None else f', "drift": {_line(_drift(finding.drift))}'
        return (
            f'{{"id": {_text(finding.id)}, "status": "{finding.status_key}", {shared[0]}, "who": {who}, "with": {with_}, '
            f'"at": "{show(finding.at)}", "due": {_shown(finding.due, show)}, "fulfilled_at": {_shown(finding.fulfilled_at, show)}, '
            f'"measured": {_number(measured)}, "limit": {_number(limit)}, "unit": {"null" if unit is None else _text(unit)}, '
            f'"repaired": {"true" if finding.repaired else "false"}, "disputed": {"true" if finding.disputed else "false"}, '
            f'"window": {spent}, "events": [{", ".join(map(self._event, finding.entries))}], '
            f'"message": {_text(message(finding, self._zone))}, {shared[1]}{drift}}}'
        )

    def _written(self, finding: Finding, clause: str) -> tuple[str, str]:
        sentence = finding.sentence
        index = sentence.index if isinstance(sentence, Sentence) else None
        head = {"clause": clause, "sentence": index, "kind": _kind(finding.agreement, clause), "form": finding.form.value}
        return _line(head)[1:-1], _line({"location": _location(sentence)})[1:-1]

    def _event(self, entry: Entry) -> str:
        file = self._files.get(entry.file) or self._files.setdefault(entry.file, _text(entry.file))
        return f'{{"file": {file}, "line": {entry.line}, "id": {"null" if entry.id is None else _text(entry.id)}}}'


def _shown(instant: int | None, show: Callable[[int], str]) -> str:
    return "null" if instant is None else f'"{show(instant)}"'


def _number(value: int | float | None) -> str:
    return str(value) if type(value) is int else _line(value)


def finding_json(finding: Finding, zone: Zone) -> dict[str, Any]:
    """A finding with the fixed keys of `pactlang/check/1`."""
    sentence = finding.sentence
    measured, limit, unit = _measure(finding)
    more = {} if finding.drift is None else {"drift": _drift(finding.drift)}
    return {
        "id": finding.id,
        "status": finding.status_key,
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
