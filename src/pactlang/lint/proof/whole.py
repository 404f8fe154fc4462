"""A short log made whole: what the clauses ask for is added and moved about until the checker finds nothing broken and nothing undone.

It is a search, not a proof: a log that it finds has been judged by the checker, so it is true of the checker; that it finds none says
only that none of those it tried will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.lint.proof.answering import quota_ways, ways_of
from pactlang.lint.proof.scene import in_order
from pactlang.model.agreement import Clause, ClauseKind, Quota, Sentence
from pactlang.witness.entries import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pactlang.checker.budget import Budget
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log

_ROUNDS = 60
_MOST_ENTRIES = 160
Key = tuple[object, ...]


class Ground(Struct, frozen=True):
    """Clauses of an agreement from a date on while it is in force, with the one sentence that is looked at (None for the clauses alone)."""

    agreement: Agreement
    pool: Pool
    label: str

    @classmethod
    def of(cls, agreement: Agreement, without: Iterable[str], sentence: Sentence | None, pool: Pool) -> Ground:
        """All clauses and matrices but some, by name, and the sentence as if it were a clause of its own."""
        left = frozenset(without)
        clauses = [clause for clause in agreement.clauses if clause.name not in left]
        if sentence is not None:
            clauses.append(Clause(sentence.clause, ClauseKind.PROMISE, "", (sentence,), (), (), sentence.span))
        bare = replace(
            agreement,
            in_force_from=pool.start,
            signatures=(),
            zone=pool.zone.key,
            clauses=tuple(clauses),
            matrices=tuple(matrix for matrix in agreement.matrices if matrix.name not in left),
            aims=(),
        )
        return cls(bare, pool, sentence.label if sentence is not None else "")

    def findings(self, entries: Sequence[Entry], until: int, budget: Budget) -> list[Finding]:
        """What the checker finds at the end of a date."""
        zone = self.pool.zone
        return budget.judge([self.agreement], entries, zone.midnight(until + 1) - 1, zone, keep_all=True).findings


class Whole(Struct, frozen=True):
    """A log that the checker has judged at the end of the date `until`, with what it found."""

    entries: tuple[Entry, ...]
    until: int
    findings: tuple[Finding, ...]


class _Task(Struct):
    """Something that is asked for, and the ways in which it may be done; the one at `place` is in the log."""

    ways: list[Log]
    place: int = 0

    @property
    def log(self) -> Log:
        return self.ways[self.place]

    def advance(self) -> bool:
        """Try the next way; False where there is none."""
        self.place += 1
        if self.place < len(self.ways):
            return True
        self.place = len(self.ways) - 1
        return False


def undone(findings: Iterable[Finding]) -> list[Finding]:
    """What keeps a log from being whole: breaches, what cannot be told, and answers that are still owed."""
    return [
        one
        for one in findings
        if one.status in (Status.BREACH, Status.UNKNOWN, Status.WAIVED) or (one.status is Status.DUE and one.form is FormName.RESPONSE)
    ]


class Filler(Struct):
    """Makes logs whole on one ground. With `breaks`, the sentence that is looked at must be broken in them, else kept."""

    ground: Ground
    budget: Budget
    breaks: bool = False
    _tasks: dict[Key, _Task] = field(default_factory=dict)

    def whole(self, seed: Log, last: int, wanted: Sequence[list[Log]] = ()) -> Whole | None:
        """A whole log with these entries (and one way of each that is wanted) in it, judged at the end of a date or later."""
        self._tasks = {("wanted", place): _Task(ways) for place, ways in enumerate(wanted) if ways}
        for _ in range(_ROUNDS):
            entries, owners = self._log(seed)
            if len(entries) > _MOST_ENTRIES or not self.budget.take():
                return None
            until = max([last, *(entry.end_day or entry.day for entry in entries)])
            findings = self.ground.findings(entries, until, self.budget)
            asked = undone(one for one in findings if not (self.breaks and self._looked_at(one)))
            if not asked:
                if not self.breaks or any(one.status is Status.BREACH for one in findings if self._looked_at(one)):
                    return Whole(tuple(entries), until, tuple(findings))
                # Whole, but what was to be broken is kept: what keeps it must come otherwise.
                asked = [one for one in findings if self._looked_at(one) and one.status is Status.KEPT]
                if not asked or not self._blame(asked, owners):
                    return None
            elif not self._mend(asked, owners):
                return None
        return None

    def _looked_at(self, finding: Finding) -> bool:
        return label_of(finding.sentence) == self.ground.label

    def _log(self, seed: Log) -> tuple[list[Entry], dict[int, Key]]:
        """The entries in order, and which of them were added for what."""
        made: list[tuple[Entry, Key | None]] = [(entry, None) for entry in seed]
        taken = {key_of(entry) for entry in seed}
        for key, task in self._tasks.items():
            for entry in task.log:
                if key_of(entry) not in taken:
                    taken.add(key_of(entry))
                    made.append((entry, key))
        made.sort(key=lambda one: (one[0].day, one[0].second or 0))
        entries = in_order(entry for entry, _ in made)
        return entries, {entry.order: key for entry, (_, key) in zip(entries, made, strict=True) if key is not None}

    def _mend(self, asked: Sequence[Finding], owners: dict[int, Key]) -> bool:
        """Add what is asked for, move what is in the way; False where nothing is left to try for one of them."""
        moved: set[Key] = set()
        return all(self._mend_one(finding, owners, moved) for finding in asked)

    def _mend_one(self, finding: Finding, owners: dict[int, Key], moved: set[Key]) -> bool:
        key = _key(finding)
        if isinstance(finding.sentence, Sentence) and isinstance(finding.sentence.form, Quota):
            return self._fill(finding, key, moved)
        task = self._tasks.get(key)
        if task is None:
            if not self._is_limit(finding) or not self._move([finding], owners, moved):
                ways = ways_of(finding, self.ground.pool)
                if not ways:
                    return False
                self._tasks[key] = _Task(ways)
            return True
        if key in moved:
            return True
        moved.add(key)
        return task.advance() or self._move([finding], owners, moved)

    @staticmethod
    def _is_limit(finding: Finding) -> bool:
        return finding.form.limits and finding.form is not FormName.MATRIX

    def _fill(self, finding: Finding, key: Key, moved: set[Key]) -> bool:
        """As many events as a quota asks for."""
        ways = quota_ways(finding, self.ground.pool)
        lacking = [(key, place) for place in range(len(ways)) if (key, place) not in self._tasks]
        number = int(finding.limit or 1) - int(finding.measured or 0) if len(ways) > 1 else 1
        if not lacking:
            own = [(key, place) for place in range(len(ways)) if (key, place) not in moved]
            moved.update(own)
            advanced = [self._tasks[one].advance() for one in own]  # every one, not only up to the first
            return any(advanced)
        for one in lacking[: max(1, number)]:
            if not ways[one[1]]:
                return False
            self._tasks[one] = _Task(ways[one[1]])
        return True

    def _blame(self, findings: Sequence[Finding], owners: dict[int, Key]) -> bool:
        return self._move(findings, owners, set())

    def _move(self, findings: Sequence[Finding], owners: dict[int, Key], moved: set[Key]) -> bool:
        """Let something that was added, and on which a finding rests, come in another way."""
        for finding in findings:
            subject = [finding.subject] if finding.subject is not None else []
            keys = [owners[entry.order] for entry in (*subject, *reversed(finding.entries)) if entry.order in owners]
            if any(key in moved for key in keys):
                return True
            for key in keys:
                if self._tasks[key].advance():
                    moved.add(key)
                    return True
        return False


def _key(finding: Finding) -> Key:
    """What a finding asks for, whatever else is in the log."""
    subject = None if finding.subject is None else key_of(finding.subject)
    when = finding.at if finding.form is FormName.INTERVAL else finding.date
    apart = (finding.window, finding.who) if finding.form is FormName.QUOTA else None
    return (label_of(finding.sentence), when, subject, finding.with_, apart)


def shortened(ground: Ground, whole: Whole, holds: Callable[[Sequence[Finding]], bool], budget: Budget) -> Whole:
    """The same with every entry left out that it does not need."""
    entries = list(whole.entries)
    place = len(entries) - 1
    while place >= 0:
        less = in_order([*entries[:place], *entries[place + 1 :]])
        if not budget.take():
            break
        findings = ground.findings(less, whole.until, budget)
        if holds(findings):
            entries, whole = less, Whole(tuple(less), whole.until, tuple(findings))
        place -= 1
    return whole
