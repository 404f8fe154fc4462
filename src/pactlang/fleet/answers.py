"""What is told of one agreement of many: the findings of `judge_rows`, without names and words unless somebody asked for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from pactlang.inputs.moments import moment_of
from pactlang.inputs.rows import Found as FoundOfOne
from pactlang.inputs.rows import Prepared, Row, judge_at, prepare
from pactlang.model.calendar import ZoneError

if TYPE_CHECKING:
    from pactlang.model.calendar import Zone

_PREPARED = 64  # texts that are kept as they were read: agreements of one template have the same
# Units that are no words of the agreement; currencies are three capital letters, and all else is what people called it.
_PLAIN_UNITS = frozenset({"hours", "days", "nights", "dates", "weeks", "months", "people"})


class Found(FoundOfOne, frozen=True, kw_only=True):
    """One row of the findings of many agreements.

    `agreement` is the id that the dataset gives (None: a row of the dataset that names no agreement). `clause` is the number of the clause
    in its text, from 1, and the `id` that of `pact check` with that number and the sentence's in the place of the label; with names, both
    are as `pact check` has them. `rows` are numbers of rows among those of this agreement, from 1. All else is as in `Row`.
    """

    agreement: str | None


class Named(Found, frozen=True, kw_only=True, rename={"with_": "with"}):
    """The same with those whom it names, and in words."""

    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    message: str = ""


_encode = msgspec.json.Encoder().encode


def as_line(found: Found) -> bytes:
    """A row as JSON, its agreement first."""
    # Names in an agreement are a kind of text of their own.
    return _encode({"agreement": None} | msgspec.to_builtins(found, enc_hook=str))


class Judge:
    """Judges agreements one by one. Whatever is wrong with one of them is a row of its answer and costs the others nothing.
    What is wrong with the machine is raised.

    `as_of` is as typed: a date is its end in the zone of each agreement.

    >>> judge = Judge("2026-10-01")
    >>> [(one.status, one.code, one.rows) for one in judge.answer("a", ["pact"], [])]
    [('fault', 'E022', (1,))]
    >>> [(one.status, one.count) for one in judge.answer("b", [], [])]
    [('fault', 1)]
    """

    def __init__(self, as_of: str, *, names: bool = False) -> None:
        self._as_of = as_of
        self._names = names
        self._prepared: dict[str, Prepared] = {}

    def answer(self, agreement: str | None, texts: Iterable[str], rows: Any, fault: str = "") -> list[Found]:
        """The findings of one agreement: its texts (there should be one), and rows as `judge_rows` takes them.

        A `fault` says that its text or its rows cannot be had at all.
        """
        try:
            found = list(dict.fromkeys(texts))
            if not fault and len(found) != 1:
                fault = "This agreement has several texts." if found else "This agreement has no text."
            if fault:
                return [self._found(agreement, Row("fault", message=fault), {})]
            prepared = self._read(found[0])
            numbers = _numbers(prepared)
            answer = judge_at(prepared, rows, self._moment, worded=self._names)
            return [self._found(agreement, row, numbers) for row in answer if row.status != "warning"]
        except (OSError, ImportError, ZoneError):
            raise  # the machine's: no agreement is at fault, and none can be judged
        except Exception as problem:
            # Of this one alone: what comes next is judged. The name of the type says nothing of what was read.
            message = f"This agreement cannot be judged ({type(problem).__name__})."
            return [self._found(agreement, Row("fault", message=message), {})]

    def _moment(self, zone: Zone) -> int:
        return moment_of(self._as_of, zone)

    def _read(self, text: str) -> Prepared:
        found = self._prepared.get(text)
        if found is None:
            if len(self._prepared) >= _PREPARED:
                self._prepared.clear()
            found = self._prepared[text] = prepare(text)
        return found

    def _found(self, agreement: str | None, row: Row, numbers: dict[str, int]) -> Found:
        if self._names:
            label, ident, unit = row.clause, row.id, row.unit
        else:
            label = str(numbers[row.clause]) if row.clause in numbers else ""
            own = f"{label}.{row.sentence}" if row.sentence is not None else label
            ident = f"{own}@{row.id.rpartition('@')[2]}" if row.id else ""
            unit = row.unit if row.unit in _PLAIN_UNITS or (len(row.unit) == 3 and row.unit.isascii() and row.unit.isupper()) else ""
        said = msgspec.structs.asdict(row) | {"agreement": agreement, "id": ident, "clause": label, "unit": unit}
        if self._names:
            return Named(**said)
        return Found(**{name: said[name] for name in Found.__struct_fields__})


def _numbers(prepared: Prepared) -> dict[str, int]:
    """The clauses and then the matrices of an agreement, numbered."""
    agreement = prepared.agreement
    if agreement is None:
        return {}
    parts = [*(clause.name for clause in agreement.clauses), *(matrix.name for matrix in agreement.matrices)]
    return {name: number for number, name in enumerate(dict.fromkeys(parts), 1)}
