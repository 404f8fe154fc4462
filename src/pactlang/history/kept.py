"""The texts that git keeps of some files, as far as all have signed them, and every signature in the order in which it was written.

A quick look at the bytes finds the few commits that brought a signature. Of these, only texts that all may have signed are parsed, each of
the same words once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Severity
from pactlang.hashes import sha256
from pactlang.history import GitError
from pactlang.history.git import Objects
from pactlang.history.past import Past
from pactlang.history.scan import Line, parties
from pactlang.history.signing import SigningText, in_git_order, key_of, signing_texts
from pactlang.language.literate import is_literate
from pactlang.model.agreement import Signature
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from pactlang.resolve.signatures import parties_in, signatures_in
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.checker.agreed import Signed
    from pactlang.history.git import Repository
    from pactlang.history.walk import Step
    from pactlang.model.agreement import Agreement
    from pactlang.resolve.files import Gathered

_NEAR = 20  # how many commits before and after a signature are searched for words that it was given to
_SHORT = 7


class Arrival(Struct, frozen=True):
    """A signature with the commit that brought it first, and the time of that commit."""

    line: Signature
    commit: str
    instant: int


class Kept(Struct):
    """What git keeps: signatures in git's order, each with the digest of the words that it stood under; and when they came.

    `missing` are signed words that no text here has, each with those who signed them. `commits` counts the steps that were looked at.
    `upstream` are signatures on the upstream branch, as it was last fetched, that this copy lacks.
    """

    lines: list[tuple[str, Signature]] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    missing: dict[str, set[str]] = field(default_factory=dict)
    commits: int = 0
    shallow: bool = False
    unreadable: list[str] = field(default_factory=list)
    upstream: list[Signature] = field(default_factory=list)
    reading: Reading | None = None
    parsed: list[_Parsed] = field(default_factory=list)
    _resolved: dict[str, Agreement | None] = field(default_factory=dict)

    def texts(self, signed: Signed) -> list[Agreement]:
        """The texts that all their parties have signed; those that cannot be read are noted in `unreadable`."""
        found = {}
        for one in self.parsed:
            if one.digest not in found and one.parties and one.parties <= signed.by(one.digest):
                found[one.digest] = self._resolve(one)
        return [text for text in found.values() if text is not None]

    @property
    def lost(self) -> set[str]:
        """The digests of the texts that all have signed and that cannot be read."""
        return {digest for digest, text in self._resolved.items() if text is None}

    def _resolve(self, one: _Parsed) -> Agreement | None:
        if one.digest not in self._resolved:
            agreement, faults = resolve_gathered(one.gathered)
            errors = [fault for fault in faults if fault.severity is Severity.ERROR]
            self._resolved[one.digest] = None if errors else agreement
            if errors:
                at = errors[0].span.start_position
                self.unreadable.append(f"{one.gathered.own[0].source.name}:{at.line}:{at.column}: {errors[0].message}")
        return self._resolved[one.digest]


class _Parsed(Struct, frozen=True):
    gathered: Gathered
    digest: str
    parties: frozenset[str]


def _line(one: Signature) -> Line:
    """A signature as it is written."""
    return Line(one.party, one.on, one.digest, one.after)


def read_kept(repository: Repository, roots: Sequence[str], included: Sequence[str], here: Sequence[tuple[str, Signature]]) -> Kept:
    """Read what git keeps of the files `roots` (names from the top).

    `included` are names that the files bring in now. `here` are the signatures of the texts in the folder, each with the digest of the
    words that it stands under. Raises `GitError` where git cannot be asked, or something that it keeps is missing.
    """
    with Objects(repository.top) as objects:
        return Reading(Past(repository, objects, roots, included), here).read()


class Reading:
    """Reads what git keeps of some files; what it knows of them afterwards tells how they came about."""

    def __init__(self, past: Past, here: Sequence[tuple[str, Signature]]) -> None:
        self.past = past
        self._here = here
        self._parsed: dict[tuple[object, ...], _Parsed] = {}
        self._texts = signing_texts(past)
        self._kept = Kept(commits=len(past.steps), reading=self)
        self._top, self._folder = past.repository.top.resolve(), Path.cwd()

    def read(self) -> Kept:
        """All that counts of it. Raises `GitError`."""
        signers = self._signers()
        # Of a page, only the parser can tell what is signed from what is only talked about.
        maybe = {text.key for text in self._texts if is_literate(text.root) or self._may_be_agreed(text, signers)}
        for text in reversed(self._texts):
            if text.key in maybe:
                self._parse(text)  # of several commits with the same words, the last: all have signed there
        for text in in_git_order(self._texts, self._words):
            commit, new = text.step.hash[:_SHORT], set(text.new)
            lines = list(self._lines(text))
            self._kept.lines += [(self._words(text), one) for one in lines]
            self._kept.arrivals += [Arrival(one, commit, text.step.instant) for one in lines if _line(one) in new]
        self._search(signers)
        self._look_upstream()
        self._kept.parsed = list(self._parsed.values())
        return self._kept

    def _signers(self) -> dict[str, set[str]]:
        """Who has signed, for each digest; under the empty one those who signed without."""
        found: dict[str, set[str]] = {}
        for text in self._texts:
            for line in text.new:
                found.setdefault(line.digest, set()).add(line.party)
        for _, one in self._here:
            found.setdefault(one.digest, set()).add(one.party)
        return found

    def _look(self, text: SigningText) -> tuple[frozenset[str], tuple[Line, ...]]:
        blob = text.step.files[text.root]
        return parties(self.past.data(blob), text.root), self.past.look(blob, text.root).lines

    def _may_be_agreed(self, text: SigningText, signers: Mapping[str, set[str]]) -> bool:
        between, lines = self._look(text)
        maybe = {line.party for line in lines}
        for line in lines:
            if line.digest or line in text.new:
                maybe |= signers[line.digest]
        return not between or between <= maybe

    def _parse(self, text: SigningText) -> _Parsed:
        """A text as a tree, each of the same words once."""
        parsed = self._parsed.get(text.key)
        if parsed is None:
            gathered = gather(*self._reader(text))
            parsed = self._parsed[text.key] = _Parsed(gathered, gathered.digest, parties_in(gathered.own[0]))
        return parsed

    def _reader(self, text: SigningText) -> tuple[Path, Callable[[Path], bytes]]:
        """A text's path as git itself writes it (`git show 3f2c1ab:./us.pact`), and what reads it and all that it brings in."""
        top, here, commit = self._top, self._folder, text.step.hash[:_SHORT]
        from_here = Path(os.path.relpath(top / text.root, here)).as_posix()

        def read(path: Path) -> bytes:
            shown = str(path).partition(":")[2]
            wanted = Path(os.path.normpath(here / shown))
            blob = text.step.files.get(wanted.relative_to(top).as_posix()) if wanted.is_relative_to(top) else None
            if blob is None:
                raise GitError(f"there is no file {shown} in commit {commit}")
            return self.past.data(blob)

        return Path(f"{commit}:{'' if from_here.startswith('../') else './'}{from_here}"), read

    def digest(self, step: Step, root: str) -> str:
        """The digest of a text in a commit, whatever it is worth."""
        return self._parse(SigningText(step, root, key_of(self.past, step, root), ())).digest

    def _words(self, text: SigningText) -> str:
        """The digest of a text; of one that nobody needs to parse, something that is equal where the words are."""
        parsed = self._parsed.get(text.key)
        return parsed.digest if parsed is not None else f"?{sha256(repr(text.key).encode()).hexdigest()}"

    def _lines(self, text: SigningText) -> Iterator[Signature]:
        """The signatures that a commit brought; of a page, only those that the parser finds in its blocks."""
        parsed = self._parsed.get(text.key)
        if parsed is not None and is_literate(text.root):
            yield from signatures_in(parsed.gathered.own[0])
            return
        place = SourceFile(f"{text.step.hash[:_SHORT]}:./{text.root}", "").span(0, 0)
        for line in text.new:
            yield Signature(line.party, line.on, line.digest, place, line.after)

    def _search(self, signers: Mapping[str, set[str]]) -> None:
        """Look for words that several signed in the commits around their signatures; what is not found there is told as missing."""
        known = {parsed.digest for parsed in self._parsed.values()} | {here for here, _ in self._here}
        for signed, who in signers.items():
            if not signed or len(who) < 2 or signed in known:
                continue
            first = next(place for place, text in enumerate(self._texts) if any(line.digest == signed for line in text.new))
            at = self.past.steps.index(self._texts[first].step)
            near = self.past.steps[max(0, at - _NEAR) : at + _NEAR]
            near.sort(key=lambda step: abs(self.past.steps.index(step) - at))
            around = (SigningText(step, root, key_of(self.past, step, root), ()) for step in near for root, _ in self.past.texts(step))
            if not any(self._parse(text).digest == signed for text in around if self._look(text)[0] <= who):
                self._kept.missing[signed] = who

    def _look_upstream(self) -> None:
        known = {(one.party, one.on, one.digest) for _, one in (*self._kept.lines, *self._here)}
        for step in self.past.upstream():
            for root, blob in self.past.texts(step):
                text = SigningText(step, root, (step.hash, root), self.past.look(blob, root).lines)
                if is_literate(root):
                    self._parse(text)
                for one in self._lines(text):
                    if (one.party, one.on, one.digest) not in known:
                        known.add((one.party, one.on, one.digest))
                        self._kept.upstream.append(one)
