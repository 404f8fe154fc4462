"""Datasets of many agreements, small ones, in each format; each agreement has its own people, words and breaches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

AS_OF = "2026-03-01"
TEXT = """pact "{title}"
    between {one} and {other}
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

event outing
    amount in EUR

disclosure {one}-tells
    after each encounter by {one}, disclosure by the same party to the others within 24 hours

cap money
    at most 30 EUR of outing per month

promise
    at least 1 check-in per week

matrix comfort for encounter
    activity  {one}  {other}
    dinner  yes  yes
    overnight  no  yes
"""


def text_of(number: int) -> str:
    return TEXT.format(title=f"House {number} on the Quay", one=f"Zora{number}", other=f"Quill{number}")


def rows_of(number: int, count: int = 6) -> list[dict[str, Any]]:
    """The entries of one agreement; every second one has breaches."""
    one, other = f"Zora{number}", f"Quill{number}"
    found: list[dict[str, Any]] = []
    for place in range(count):
        day = f"2026-01-{6 + place % 20:02}"
        match (place + number) % 3:
            case 0:
                kinds = ["dinner"] if number % 2 else ["overnight"]
                found.append({"at": f"{day}T20:00", "type": "encounter", "by": [one], "with": [other], "tags": kinds, "id": f"e{place}"})
            case 1:
                found.append({"at": f"{day}T10:00", "type": "disclosure", "by": [one], "to": [other]})
            case _:
                found.append({"at": day, "type": "outing", "by": [other], "fields": {"amount": 5 + 10 * (number % 2) * place}})
    return found


def dataset(count: int, rows: int = 6, kinds: int = 1_000) -> list[dict[str, Any]]:
    """The rows of a dataset; the first of each agreement brings the text. There are so many `kinds` of agreements at most."""
    found: list[dict[str, Any]] = []
    for number in range(count):
        own = [{"agreement": f"a{number}", **row} for row in rows_of(number % kinds, rows)]
        own[0]["text"] = text_of(number % kinds)
        found += own
    return found


def as_lines(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def as_table(rows: list[dict[str, Any]]) -> pa.Table:
    """A table: a column for each key and for each field."""
    flat = [row | {f"field.{name}": value for name, value in row.get("fields", {}).items()} for row in rows]
    keys = dict.fromkeys(key for row in flat for key in row if key != "fields")
    return pa.table({key: [row.get(key) for row in flat] for key in keys})


def write(path: Path, rows: list[dict[str, Any]], group: int = 50) -> Path:
    """A dataset as a file, in the format of its name."""
    if path.suffix == ".parquet":
        pq.write_table(as_table(rows), path, row_group_size=group)
    else:
        path.write_bytes(as_lines(rows))
    return path


def findings(path: Path) -> list[dict[str, Any]]:
    """The findings of a file, in either format."""
    if path.suffix == ".parquet":
        found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return found
    return [json.loads(line) for line in path.read_bytes().splitlines()]
