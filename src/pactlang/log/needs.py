"""What each word of the log itself needs beside it, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from pactlang.log.codes import Code
from pactlang.log.entry import Moment
from pactlang.log.faults import Fault
from pactlang.model.vocabulary import (
    COMPLETE,
    CONFIRM,
    DISPUTE,
    LEAVE,
    PAUSE,
    REFUSE,
    RESUME,
    WAIVE,
    WITHDRAW_CONSENT,
)

AIMED = frozenset({WAIVE, PAUSE, RESUME})  # what may name a clause
WITHDRAW = "withdraw"  # half of `withdraw consent`
_BY_SOMEBODY = frozenset({PAUSE, RESUME, WAIVE, CONFIRM, DISPUTE, WITHDRAW_CONSENT, REFUSE, LEAVE})
# The only types that `missing` has anything to say about, so that a reader may skip all others.
PARTICULAR = _BY_SOMEBODY | {COMPLETE, WITHDRAW}


def missing(type_: str, by: tuple[str, ...], target: str | None, about: str | None, until: int | None) -> Iterator[Fault]:
    """What an entry of this type lacks.

    >>> [fault.message for fault in missing("pause", (), None, None, None)]
    ['A `pause` must say by whom.']
    """
    if type_ == WITHDRAW:
        message = "`withdraw` does not say what is withdrawn."
        yield Fault(Code.EVENT, message, "`withdraw consent by …`", WITHDRAW_CONSENT).of("type")
    if type_ in _BY_SOMEBODY and not by:
        yield Fault(Code.NEEDS, f"A `{type_}` must say by whom.", f"`{type_} … by` and a name").of("type")
    if type_ == WAIVE:
        if target is None:
            expected = "`waive CLAUSE of ENTRY by WHO`, or `waive FINDING by WHO`"
            yield Fault(Code.NEEDS, "A `waive` must say what is waived.", expected).of("type")
        elif "@" not in target and about is None:
            expected = f"`waive {target} of ENTRY`, or the finding's id, such as `{target}@2026-09-27`"
            yield Fault(Code.NEEDS, f"A waiver of `{target}` must say of which entry.", expected).of("target")
        elif "@" in target and about is not None:
            message = f"The finding `{target}` already says what is waived."
            yield Fault(Code.PART, message, "a clause `of` an entry, or a finding alone").of("about")
    if type_ in (CONFIRM, DISPUTE) and about is None:
        yield Fault(Code.NEEDS, f"A `{type_}` must say which entry.", f"`{type_} ENTRY by WHO`").of("type")
    if type_ == COMPLETE and until is None:
        yield Fault(Code.NEEDS, "A `complete` must say how far the log is kept.", "`complete until DATE`").of("type")


def together(
    type_: str,
    by: tuple[str, ...],
    about: str | None,
    until: int | None,
    target: str | None,
    noted: Moment | None,
    noted_by: tuple[str, ...] | None,
) -> Iterator[Fault]:
    """What is wrong with the values of a record that are right each for itself.

    >>> [fault.message for fault in together("test", ("Ana",), None, None, "tell", None, ())]
    ['Only a `waive`, a `pause` or a `resume` has a target; this is `test`.']
    """
    yield from missing(type_, by, target, about, until)
    if target is not None and type_ not in AIMED:
        message = f"Only a `waive`, a `pause` or a `resume` has a target; this is `{type_}`."
        yield Fault(Code.PART, message, "an entry of type `waive`, `pause` or `resume`").of("target")
    if noted_by and noted is None:
        yield Fault(Code.NEEDS, "`noted_by` says who wrote the entry, but not when.", "`noted` with a date and a time").of("noted_by")
