"""The forms of sentences, and what holds for all sentences of a form."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class FormName(StrEnum):
    """The form of the sentence that a finding speaks of."""

    CAP = "cap"
    QUOTA = "quota"
    GAP = "gap"
    RESPONSE = "response"
    PRECEDENCE = "precedence"
    INTERVAL = "interval"
    SCHEDULE = "schedule"
    PROHIBITION = "prohibition"
    PAUSE = "pause"
    MATRIX = "matrix"

    @property
    def more_is_better(self) -> bool:
        """Whether what is measured has a lower bound: a quota, a gap, a time ahead."""
        return _TRAITS[self].more_is_better

    @property
    def measured(self) -> bool:
        """Whether each of its findings uses more or less of an allowance; a cap is counted as a whole, by its own machine."""
        return _TRAITS[self].measured

    @property
    def stands_alone(self) -> bool:
        """Whether it asks for something whether anything happens or not."""
        return _TRAITS[self].stands_alone

    @property
    def limits(self) -> bool:
        """Whether it limits or forbids what people do, rather than asking for something."""
        return _TRAITS[self].limits


class _Traits(Struct, frozen=True):
    more_is_better: bool = False
    measured: bool = False
    stands_alone: bool = False
    limits: bool = False


_TRAITS = {
    FormName.CAP: _Traits(limits=True),
    FormName.QUOTA: _Traits(more_is_better=True, measured=True, stands_alone=True),
    FormName.GAP: _Traits(more_is_better=True, measured=True, limits=True),
    FormName.RESPONSE: _Traits(measured=True),
    FormName.PRECEDENCE: _Traits(more_is_better=True, measured=True),
    FormName.INTERVAL: _Traits(measured=True, stands_alone=True),
    FormName.SCHEDULE: _Traits(stands_alone=True),
    FormName.PROHIBITION: _Traits(limits=True),
    FormName.PAUSE: _Traits(limits=True),
    FormName.MATRIX: _Traits(limits=True),
}
