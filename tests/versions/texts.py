"""Agreements of a few lines, made for the tests."""

from __future__ import annotations


def text(limit: int = 4, start: str = "", signed: str = "", extra: str = "", note: str = "") -> str:
    """One cap. `start` is the date from which it is in force; `signed` is when both signed."""
    lines = [f"# {note}"] if note else []
    lines += ['pact "Ana and Ben"', "    between Ana and Ben"]
    lines += [f"    in force from {start}"] if start else []
    lines += ["    time zone Europe/Berlin"]
    lines += [f"    signed by {party} on {signed}" for party in ("Ana", "Ben") if signed]
    lines += ["", "use relationships", "", "cap evenings", f"    at most {limit} encounters per month", *extra.splitlines()]
    return "\n".join(lines) + "\n"


def evenings(*days: str) -> str:
    """A log with one encounter on each day."""
    return "".join(f"{day} 20:00  encounter by Ana with dana\n" for day in days)
