"""How an agreement came about: each text that was agreed on, and the draft that lies there, with the commits that wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.timeline import FAR_DAY
from pactlang.history.commits import Commit, commits_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.timeline import Timeline
    from pactlang.history.door import Door
    from pactlang.history.kept import Reading
    from pactlang.history.scan import Line
    from pactlang.model.agreement import Agreement


class Version(Struct, frozen=True):
    """One text: in force from `start` to `last` (None without an end), or never where it has no `start`.

    `commits` wrote it or brought a signature of it, and those before them that nothing else came of, in git's order. `committed` says
    that git has its words. The `start` of a draft is the one that it names.
    """

    agreement: Agreement
    start: int | None
    last: int | None
    commits: tuple[Commit, ...] = ()
    committed: bool = False
    draft: bool = False


class _Writing(Struct, frozen=True):
    """A commit that wrote words that were not there before, or brought signatures."""

    commit: str
    digest: str
    new: tuple[Line, ...]


def versions_of(door: Door, laid: Timeline) -> list[Version]:
    """The texts of a door in the order in which they are in force, the draft that lies there last. `laid` says when each is in force."""
    found: list[Version] = []
    agreed_on: list[int] = []
    in_force = list(laid.versions) if laid.agreements.any else []
    for one in sorted((*laid.agreements.standing, *laid.agreements.never), key=lambda one: (one.start, one.on)):
        match = next((version for version in in_force if version.agreement.digest == one.agreement.digest), None)
        if match is None or one in laid.agreements.never:
            found.append(Version(one.agreement, None, None))
        else:
            in_force.remove(match)
            # As it was written, with the names that people had then.
            written = replace(one.agreement, in_force_from=match.agreement.in_force_from)
            found.append(Version(written, match.first, None if match.last == FAR_DAY else match.last))
        agreed_on.append(one.on)
    known = {one.agreement.digest for one in found}
    drafts = [door.signed.under(one.agreement) for one in door.lying if one.agreement is not None and one.readable]
    found += [Version(one, one.in_force_from, one.in_force_until, draft=True) for one in drafts if one.digest not in known]
    return _with_commits(found, agreed_on, door)


def _with_commits(versions: Sequence[Version], agreed_on: Sequence[int], door: Door) -> list[Version]:
    wrote: list[list[str]] = [[] for _ in versions]
    words: set[str] = set()
    commits: dict[str, Commit] = {}
    for kept in door.kept:
        if kept.reading is None:
            continue
        waiting: list[str] = []  # what came of these is told with what they led to
        lost = kept.lost
        for one in _writings(kept.reading):
            words.add(one.digest)
            if one.digest in lost:
                continue  # what cannot be read is told before the story, and nothing came of it
            waiting.append(one.commit)
            place = _place(one, versions, agreed_on)
            if place is not None:
                wrote[place] += waiting
                waiting = []
        if versions and versions[-1].draft:
            wrote[-1] += waiting
        commits |= commits_named(kept.reading.past.repository, list(dict.fromkeys(name for some in wrote for name in some)))
    return [
        Version(
            one.agreement,
            one.start,
            one.last,
            tuple(commits[name] for name in dict.fromkeys(names) if name in commits),
            one.agreement.digest in words,
            one.draft,
        )
        for one, names in zip(versions, wrote, strict=True)
    ]


def _place(writing: _Writing, versions: Sequence[Version], agreed_on: Sequence[int]) -> int | None:
    """Which version a commit belongs to: the one with its words; where they were agreed on again, the time that its signatures led to."""
    places = [place for place, one in enumerate(versions) if one.agreement.digest == writing.digest]
    signed = max((line.on for line in writing.new), default=0)
    later = [place for place in places if place >= len(agreed_on) or agreed_on[place] >= signed]
    return next(iter(later or places[-1:]), None)


def _writings(reading: Reading) -> Iterator[_Writing]:
    words: set[str] = set()
    lines: set[Line] = set()
    for step in reading.past.steps:
        for root, blob in reading.past.texts(step):
            digest = reading.digest(step, root)
            new = tuple(line for line in reading.past.look(blob, root).lines if line not in lines)
            if digest not in words or new:
                yield _Writing(step.hash, digest, new)
            words.add(digest)
            lines.update(new)
