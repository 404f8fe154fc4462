"""What the first lines of an answer tell about how its texts were found. None of it decides anything."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pactlang.model.words import called_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.agreed import Agreed, Agreements, Signed
    from pactlang.history.kept import Kept
    from pactlang.history.lying import Lying

_MOST = 3  # late signatures that are named
_LATE = 2  # days after which a signature that came into git is told
_SHALLOW = "This is a shallow copy of the repository: earlier texts may be missing ('git fetch --unshallow' brings them)."


def lacking(kept: Sequence[Kept], found: Agreements, signed: Signed) -> list[str]:
    """What is not here, or cannot be read, the gravest first, each once."""
    lines = [_SHALLOW] if any(one.shallow for one in kept) else []
    lines += [f"A text that everyone has signed cannot be read, so it judges nothing: {where}" for one in kept for where in one.unreadable]
    lines += _missing(kept, signed, found)
    lines += _upstream(kept)
    return list(dict.fromkeys(lines))


def told(kept: Sequence[Kept], found: Agreements, signed: Signed, lying: Sequence[Lying]) -> list[str]:
    """What else there is to tell, the gravest first, each once."""
    lines = [_never(one) for one in (*found.never, *found.standing) if not one.judges]
    lines += _late(kept)
    lines += _words_changed(signed, lying)
    return list(dict.fromkeys(lines))


def _missing(kept: Sequence[Kept], signed: Signed, found: Agreements) -> Iterator[str]:
    """Words that people signed and that are not here: a squash, a rename or a shallow copy may have lost them."""
    here = {one.agreement.digest for one in (*found.standing, *found.never)}
    for one in kept:
        for words, who in one.missing.items():
            yield f"A text that {called_all(sorted(who))} signed is not here ({words[:19]}…), so it judges nothing."
        for after in sorted({line.after for _, line in one.lines if line.after} - here - set(one.missing)):
            if not signed.by(after):
                yield f"The text that was in force before is not here ({after[:19]}…), so it judges nothing."


def _never(one: Agreed) -> str:
    text, agreed_on = one.agreement, _day(one.on)
    if one.withdrawn:
        return f"The text agreed on {agreed_on} never judges: someone left before it began."
    if one.dropped is not None:
        return f"The text agreed on {agreed_on} never judges: a later one begins on the same day or earlier."
    assert text.in_force_until is not None  # noqa: S101 - what has no end judges
    return f"The text agreed on {agreed_on} never judges: its last date is {_day(text.in_force_until)}."


def _late(kept: Sequence[Kept]) -> Iterator[str]:
    """Signatures that came into git long after their date; one line for all."""
    found: dict[tuple[int, int], list[str]] = {}
    for one in kept:
        for arrival in one.arrivals:
            came = datetime.fromtimestamp(arrival.instant, UTC).date().toordinal()
            if came - arrival.line.on > _LATE:
                found.setdefault((arrival.line.on, came), []).append(arrival.line.party)
    if found:
        each = [f"{called_all(dict.fromkeys(who))} on {_day(on)} (in git since {_day(came)})" for (on, came), who in sorted(found.items())]
        more = len(each) - _MOST
        said = [*each[:_MOST], f"{more} more"] if more > 0 else each
        yield f"Signed more than {_LATE} days before it reached git: {'; '.join(said)}."


def _upstream(kept: Sequence[Kept]) -> Iterator[str]:
    """Signatures that somebody pushed and that were not merged yet; one line for all."""
    found: dict[int, list[str]] = {}
    for line in (line for one in kept for line in one.upstream):
        found.setdefault(line.on, []).append(line.party)
    if found:
        each = [f"{called_all(dict.fromkeys(who))} on {_day(on)}" for on, who in sorted(found.items())]
        more = len(each) - _MOST
        said = [f"{more} more", *each[-_MOST:]] if more > 0 else each
        yield f"Signed on the upstream branch, and not here yet: {'; '.join(said)}. 'git pull' brings it."


def _words_changed(signed: Signed, lying: Sequence[Lying]) -> Iterator[str]:
    """Where the words that lie there were changed under signatures without a digest, they are not signed by it."""
    for one in lying:
        if one.agreement is None:
            continue
        bare = {(line.party, line.on) for line in one.agreement.signatures if not line.digest}
        moved = [line for line in signed.under(one.agreement).signatures if line.digest != one.agreement.digest]
        names = sorted({line.party for line in moved if (line.party, line.on) in bare})
        if names:
            whose = f"the signature{'s' if len(names) > 1 else ''} of {called_all(names)}"
            yield f"The words of {one.path} were changed under {whose}; run 'pact sign' to sign the new words."


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
