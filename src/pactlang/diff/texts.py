"""What `pact diff` reads: two texts, from files or as git keeps them, logs to replay, and what was accepted before."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.diff.accept import Accepted, file_beside, one_line, read_accepted, with_accepted
from pactlang.inputs import AGREEMENT_ENDINGS, STANDARD_INPUT, InputError, Reader, moment_or_now, read_file, read_logs, zone_of_all
from pactlang.reading import read_whole
from pactlang.writing import change_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diff.changes import Change, Comparison
    from pactlang.diff.replay import Replayed
    from pactlang.model.agreement import Agreement


class TwoTexts(Struct):
    """Two texts compared, what of it was accepted before and where that is kept, and what their texts gave to say."""

    comparison: Comparison
    accepted: dict[str, Accepted]
    beside: Path
    replayed: Replayed | None = None
    warnings: list[Diagnostic] = field(default_factory=list)

    @property
    def left(self) -> tuple[Change, ...]:
        """What means something else and is not accepted."""
        return tuple(one for one in self.comparison.changes if one.means_something_else and one.fingerprint not in self.accepted)


def diff_files(
    old: str,
    new: str,
    *,
    drafts: bool = False,
    logs: Sequence[str] = (),
    as_of: str = "",
    read: Reader = read_file,
) -> TwoTexts:
    """Read two texts (files, or `REVISION:PATH`), compare them, replay logs under both. All faults come in one `InputError`."""
    from pactlang.diff.compare import compare
    from pactlang.diff.replay import replay

    if old == new == STANDARD_INPUT:
        raise InputError("only one of the two can be '-': standard input is read once")
    found = [_text_of(name, read) for name in (old, new)]
    diagnostics = [one for _, told in found for one in told]
    agreements = [agreement for agreement, _ in found if agreement is not None]
    if len(agreements) < 2 or any(one.severity is Severity.ERROR for one in diagnostics):
        raise InputError(diagnostics=list(dict.fromkeys(diagnostics)))
    entries, told = read_logs([Path(name) for name in logs], agreements, read) if logs else ([], [])
    diagnostics += told
    if any(one.severity is Severity.ERROR for one in told):
        raise InputError(diagnostics=list(dict.fromkeys(diagnostics)))
    zone = zone_of_all(agreements)
    moment = moment_or_now(as_of, zone)
    beside = _accepted_beside(new)
    accepted = _read_accepted_file(beside)
    comparison = compare(agreements[0], agreements[1], judged=not drafts)
    # What was accepted under the names that 0.1.0 gave stays accepted.
    former = {one.fingerprint: accepted[one.mark.former] for one in comparison.changes if one.mark.former in accepted}
    accepted = former | accepted
    replayed = replay(comparison, entries, moment, zone) if logs else None
    return TwoTexts(comparison, accepted, beside, replayed, list(dict.fromkeys(diagnostics)))


def _text_of(name: str, read: Reader) -> tuple[Agreement | None, list[Diagnostic]]:
    from pactlang.history import GitError
    from pactlang.history.revision import at_revision
    from pactlang.resolve import resolve_file

    try:
        kept = at_revision(name)
        path, reader = kept if kept is not None else (Path(name), read)
        if kept is None and path.suffix not in AGREEMENT_ENDINGS and name != STANDARD_INPUT and path.is_file():
            raise InputError(f"{name} is not an agreement; agreements end in .pact or .md")
        return resolve_file(path, reader)
    except GitError as problem:
        raise InputError(f"{name}: {problem}") from None
    except OSError as problem:
        raise InputError(f"{name} cannot be read: {problem.strerror}") from None


def _accepted_beside(name: str) -> Path:
    """Where what was accepted of a text is kept: beside it, also for a text that git keeps."""
    from pactlang.history import GitError
    from pactlang.history.revision import place_of

    try:
        return file_beside(place_of(name) or Path(name))
    except GitError as problem:
        raise InputError(f"{name}: {problem}") from None


def _read_accepted_file(path: Path) -> dict[str, Accepted]:
    """What was accepted before; nothing where there is no such file."""
    if not path.exists():
        return {}
    try:
        text = read_whole(path).decode()
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8 text") from None
    except OSError as problem:
        raise InputError(f"{path} cannot be read: {problem.strerror}") from None
    found, wrong = read_accepted(text)
    if wrong:
        raise InputError(f"{path}:{wrong[0]}: this line is not a fingerprint with a date and a reason")
    return found


def accept(found: TwoTexts, marks: Sequence[str], reason: str, said: dict[str, list[str]]) -> None:
    """Note that some changes are accepted, all of them or none; `said` are the words of each change by its fingerprint.

    Raises `InputError` and `NotWrittenError`.
    """
    if not marks:
        raise InputError("--reason goes with --accept FINGERPRINT")
    if not one_line(reason):
        raise InputError("--accept needs --reason, so that in a year you both still know why it was fine")
    path = found.beside
    if path == file_beside(Path(STANDARD_INPUT)):
        raise InputError("what is accepted is kept next to NEW, so NEW cannot be standard input; name a file")
    for mark in marks:
        if mark not in said:
            raise InputError(
                f"there is no change {mark} between these two; 'pact diff' shows the fingerprint of each change change change change"
            )

    def with_them(was: bytes | None) -> bytes:
        try:
            text = (was or b"").decode()
        except UnicodeDecodeError:
            raise InputError(f"{path} is not UTF-8 text") from None
        for mark in dict.fromkeys(marks):
            text = with_accepted(text, Accepted(mark, today().isoformat(), reason), said[mark])
        return text.encode()

    change_file(path, with_them, private=True)  # reasons are words of theirs


def today() -> date:
    """The date on this machine."""
    return datetime.now().astimezone().date()
