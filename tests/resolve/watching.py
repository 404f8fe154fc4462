"""The names of things that open accounts, devices or whereabouts, and their harmless neighbours."""

from __future__ import annotations

from pathlib import Path

_LINES = (Path(__file__).parent / "data" / "watching.names").read_text(encoding="utf-8").splitlines()
_ROWS = [line.split() for line in _LINES if not line.startswith("#")]

NEVER = {row[2]: row[1] for row in _ROWS if row[0] == "never"}  # with the rule of the linter that speaks of it
ASKS = {row[2]: row[1] for row in _ROWS if row[0] == "asks"}
FINE = [row[1] for row in _ROWS if row[0] == "fine"]
