"""What JSON Lines, CSV and Parquet call the parts of an entry, and what each may hold."""

from __future__ import annotations

from typing import Any

from pactlang.log.words import name, person, word
from pactlang.model.vocabulary import WITHDRAW_CONSENT

Value = Any  # what a file may hold: nothing is known of its type
Values = tuple[Value, ...]  # those of one record, in the order of `KEYS`

KEYS = (
    "at",
    "end",
    "type",
    "by",
    "to",
    "with",
    "instead_of",
    "place",
    "about",
    "id",
    "until",
    "tags",
    "covering",
    "fields",
    "note",
    "target",
    "noted",
    "noted_by",
)
REQUIRED = ("at", "type")
LISTS = {"by": person, "to": person, "with": person, "instead_of": person, "noted_by": person, "tags": word, "covering": word}


def event_name(text: str) -> str:
    """The name of an event; of two words only `withdraw consent`.

    >>> event_name("check-in"), event_name("withdraw consent")
    ('check-in', 'withdraw consent')

    Raises `Fault` for anything else.
    """
    return WITHDRAW_CONSENT if text == WITHDRAW_CONSENT else name(text)
