"""Names for items that say nothing to whoever reads them, and stay the same as long as the item does."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

_SPACE = uuid.UUID("5d3c0f4e-8a51-4f0e-9a7e-2f6f0c9b7d11")


def uid(title: str, parties: Sequence[str], key: Sequence[str]) -> str:
    """A lowercase UUID made from the agreement and the item; no word and no date can be read in it.

    >>> uid("Ana and Ben", ("Ana", "Ben"), ("next", "testing", "Ana"))
    'adcc544a-aae3-5c83-86f0-3978c9f8a864'
    """
    # The lengths keep ("a", "bc") and ("ab", "c") apart.
    parts = [title, *sorted(parties), "", *key]
    return str(uuid.uuid5(_SPACE, "".join(f"{len(part)}:{part}" for part in parts)))
