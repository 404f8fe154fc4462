"""What is where in a dataset: the agreements, how many rows each has, and in which parts of which files they are."""

from __future__ import annotations

from array import array
from typing import NamedTuple

AGREEMENT = "agreement"
TEXT = "text"
MOST_NAME = 200  # characters of an agreement's id
MOST_ROWS = 2_000_000  # of one agreement, as of one log


def name_of(given: object) -> str | None:
    """The id of an agreement as a text; None where it is none."""
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return given if isinstance(given, str) and 0 < len(given) <= MOST_NAME else None


class Block(NamedTuple):
    """A part of a file that is read at once: bytes of JSON Lines, or a row group of Parquet (`end` is 0)."""

    file: int
    start: int
    end: int


class Lost(NamedTuple):
    """A row that names no agreement: its file, and its number there, from 1."""

    file: int
    row: int


class Index:
    """Who is where: the agreements in order of their first row, how many rows each has, and in which blocks they are."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.numbers: dict[str, int] = {}
        self.rows = array("Q")
        self.places: list[array[int]] = []
        self.lost: list[Lost] = []

    def add(self, agreement: str, count: int) -> None:
        """Rows of an agreement in the newest block."""
        number = self.numbers.get(agreement)
        if number is None:
            number = self.numbers[agreement] = len(self.places)
            self.rows.append(0)
            self.places.append(array("I"))
        self.rows[number] += count
        here = len(self.blocks) - 1
        places = self.places[number]
        if not places or places[-1] != here:
            places.append(here)
