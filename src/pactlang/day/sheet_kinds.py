"""The kinds of sheets."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a sheet is for."""

    CHECK_IN = "check-in"
    REFLECTION = "reflection"
    IMPACT = "impact"
    APOLOGY = "apology"
    DEBRIEF = "debrief"
    READINESS = "readiness"
    REVIEW = "review"

    @property
    def about_one(self) -> bool:
        """Whether it is about one finding: the newest breach, if none is named."""
        return self in (Kind.IMPACT, Kind.APOLOGY, Kind.DEBRIEF)

    @property
    def may_be_about(self) -> bool:
        """Whether it can be about one finding."""
        return self.about_one or self is Kind.REFLECTION
