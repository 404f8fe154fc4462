"""What is asked of an export."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Titles(StrEnum):
    """How much titles say."""

    NEUTRAL = "neutral"
    FULL = "full"


class Wish(Struct, frozen=True):
    """What is asked for, as typed."""

    only: tuple[str, ...] = ()
    party: str = ""
    horizon: str = "12m"
    titles: Titles = Titles.NEUTRAL
    caps: bool = False
    prune_before: str = ""
    as_of: str = ""
    this_text: bool = False
