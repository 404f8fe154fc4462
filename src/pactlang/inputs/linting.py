"""One agreement with all that the linter looks at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.inputs.files import STANDARD_INPUT, InputError, Reader, inside, read_file
from pactlang.inputs.moments import moment_or_now, zone_of_all
from pactlang.inputs.texts import read_logs

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Agreement
    from pactlang.resolve.files import Gathered


class ToLint(Struct):
    """One agreement as the linter gets it: its bytes, what rules look at (None where it could not be read far enough), and its faults.

    `notes` tell of earlier texts that could not be looked at.
    """

    path: Path
    data: bytes
    subject: Subject | None
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def broken(self) -> bool:
        """Whether some of the text could not be read: then nobody can tell what is missing from it."""
        return any(one.severity is Severity.ERROR for one in self.faults)


def read_to_lint(path: Path, logs: Sequence[str] = (), as_of: str = "", *, data: bytes | None = None, read: Reader = read_file) -> ToLint:
    """One agreement with the logs beside it (or those named). A log with faults is left out; `pact check` tells of them.

    Where a line of the agreement could not be read, there is still a subject of what could.
    """
    from pactlang.lint.subject import Subject, readable
    from pactlang.resolve import resolve_gathered
    from pactlang.resolve.files import gather

    own = read(path) if data is None else data
    gathered = gather(path, lambda one: own if one == path else read(one))
    agreement, faults = resolve_gathered(gathered)
    if agreement is None:
        return ToLint(path, own, None, faults)
    earlier, notes = earlier_texts(path, gathered, agreement, faults)
    if any(one.severity is Severity.ERROR for one in faults):
        agreement = readable(agreement, faults)
    beside = [Path(one) for one in logs] or (inside(path.parent, ".pactlog") if str(path) != STANDARD_INPUT else [])
    entries, wrong = read_logs(beside, [*earlier, agreement], read)
    if any(one.severity is Severity.ERROR for one in wrong):
        if logs:
            raise InputError(diagnostics=wrong)
        entries = []
    zone = zone_of_all([agreement])
    today = zone.date_of(moment_or_now(as_of, zone))
    return ToLint(path, own, Subject(agreement, tuple(gathered.own), tuple(entries), tuple(earlier), today), faults, notes)


def earlier_texts(path: Path, gathered: Gathered, agreement: Agreement, faults: Sequence[Diagnostic]) -> tuple[list[Agreement], list[str]]:
    """The texts agreed on before this one, in the order in which they took over, and what to tell of those that cannot be read."""
    if str(path) == STANDARD_INPUT:
        return [], []
    from pactlang.history import GitError
    from pactlang.history.door import through_the_door
    from pactlang.history.lying import Lying

    try:
        door = through_the_door([Lying(path, gathered, agreement, tuple(faults))])
    except GitError as problem:
        return [], [f"{problem}; so this text is not held against those before it"]
    return door.before(agreement), door.lacking
