"""Names for items that say nothing to whoever reads them, and stay the same as long as the item does."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

_SPACE = uuid.UUID("5d3c0f4e-8a51-4f0e-9a7e-2f6f0c9b7d11")


def uid(title: str, parties: Sequence[str], key: Sequence[str]) -> str:
    """A lowercase UUID made from the agreement and the item; no word and no date can be read in it.

    >>> uid("Ana and Ben", ("Ana", "Ben"), ("next", "testing", "Ana"))
    'd3cf5e86-6c83-54ba-8cba-157427c8b79d'
    """
    # The lengths keep ("a", "bc") and ("ab", "c") apart.
    # Who the parties are may be renegotiated; the title is what an agreement is called, whoever joins or goes.
    parts = [title] if title else sorted(parties)
    parts += ["", *key]
    return str(uuid.uuid5(_SPACE, "".join(f"{len(part)}:{part}" for part in parts)))
