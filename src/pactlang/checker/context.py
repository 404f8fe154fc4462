"""What every sentence's machine is given, and where it puts what it finds."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, TypedDict, Unpack

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.checker.finding import Asked, Bar, Finding, Hold, Opening, Part, Room, Short, Status, Wait
from pactlang.checker.form import FormName
from pactlang.checker.held import held_by, unclaimed
from pactlang.checker.spans import FOREVER, NEVER
from pactlang.checker.uses import Use, Uses, share_of
from pactlang.model.agreement import Precedence, Quota, Sentence, Unit, WithinLast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from pactlang.checker.event import Event
    from pactlang.checker.spans import Spans, Stretch
    from pactlang.checker.timeline import Version
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Matrix
    from pactlang.model.calendar import Zone


class Facts(Struct):
    """What is known of the whole log before the pass: the few entries that steer all others.

    `complete_end` is the first instant for which the log no longer claims to be complete. `withdrawals` are the entries by which a
    consent ended, in order. `unclaimed` are, for each state that every party has of their own, the events that may start or end it and name
    nobody. `texts` are those of all versions, `begins` and `ends` the instants at which each takes over, and up to which it judges. `met`
    maps an event type and a person to those of their events that may have been the first. `between` are the events that some cap counts
    between, in order, `begun` the first date in force.
    """

    as_of: int
    complete_end: int = FOREVER
    withdrawals: list[Event] = field(default_factory=list)
    met: dict[tuple[str, str], list[Event]] = field(default_factory=dict)
    texts: tuple[Agreement, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    unclaimed: dict[str, list[Event]] = field(default_factory=dict)
    between: list[Event] = field(default_factory=list)
    begun: int = 0


class Ledger:
    """Collects findings and numbers them; counts what is kept, and lists it too where that is asked for."""

    __slots__ = (
        "_numbers",
        "bars",
        "closing",
        "findings",
        "handed",
        "holds",
        "keep_all",
        "kept",
        "lifting",
        "rooms",
        "tells",
        "unnumbered",
        "uses",
        "waits",
    )

    def __init__(self, last: int, *, keep_all: bool, tells: bool = True) -> None:
        """`last` is the last date that is judged. Without `tells`, findings are all that is asked: no pattern, and no room that is left."""
        self.uses = Uses(last if tells else None)
        self.tells = tells
        self.keep_all = keep_all
        self.holds: list[Hold] = []
        self.bars: list[Bar] = []
        self.waits: list[Wait] = []
        self.handed: dict[tuple[int, str], list[object]] = {}  # by version and label: what a later text goes on with
        self.lifting: dict[tuple[int, str], tuple[Stretch, ...]] = {}
        self.rooms: list[Room] = []
        self.closing: list[Entry] = []  # what answered that somebody left: it counts after the end
        self.findings: list[Finding] = []
        self.unnumbered: list[tuple[str, Finding]] = []
        self.kept = 0
        self._numbers: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))

    def number(self, label: str, day: int) -> int:
        """The next number for findings of a sentence on a date."""
        numbers = self._numbers[label]
        numbers[day] += 1
        return numbers[day]

    def close(self) -> list[Finding]:
        """All findings; kept events are numbered only now, so that they never move the id of another finding."""
        for label, finding in self.unnumbered:
            if not finding.id:
                finding.id = finding_id(label, finding.date, self.number(label, finding.date))
        self.unnumbered.clear()
        return self.findings


def finding_id(label: str, day: int, number: int) -> str:
    """A finding's name.

    >>> finding_id("monthly", 739886, 1), finding_id("testing.2", 739886, 2)
    ('monthly@2026-09-27', 'testing.2@2026-09-27~2')
    """
    plain = f"{label}@{date.fromordinal(day).isoformat()}"
    return plain if number == 1 else f"{plain}~{number}"


class Context(Struct):
    """One version of the agreement, as its machines see it. `own` are the states that each party has of their own, by party."""

    version: Version
    facts: Facts
    ledger: Ledger
    states: Mapping[str, Spans]
    own: Mapping[str, Mapping[str, Spans]] = MappingProxyType({})

    def of(self, party: str) -> Context:
        """The same for one party alone: the states that each has of their own are this party's. Nobody else is ever in one."""
        if not self.own:
            return self
        return replace(self, states={**self.states, **{name: own.get(party, NEVER) for name, own in self.own.items()}}, own={})

    @property
    def zone(self) -> Zone:
        """The version's time zone."""
        return self.version.zone

    @property
    def parties(self) -> tuple[str, ...]:
        """The version's parties."""
        return self.version.agreement.parties


class Details(TypedDict, total=False):
    """What a finding may say beyond its status and date; see `Finding`."""

    moment: int
    subject: Entry | None
    who: tuple[str, ...]
    with_: tuple[str, ...]
    due: int | None
    due_date: int | None
    fulfilled_at: int | None
    measured: int | Decimal | None
    limit: int | Decimal | None
    unit: str
    window: tuple[int, int] | None
    entries: tuple[Entry, ...]
    missing: tuple[str, ...]
    after: str
    began: int | None
    short: Short | None
    until: int | None
    opening: Opening | None
    asked: Asked | None
    since: Entry | None
    still: int
    part: Part | None
    perhaps: tuple[str, ...]
    whose: str
    doubt: Finding | None


_TELLING = (Status.KEPT, Status.BREACH)


class Reporter:
    """Makes the findings of one sentence (or matrix) of one version."""

    __slots__ = ("_broken", "_context", "_watched", "form", "keep_all", "label", "repairs", "sentence")

    def __init__(self, context: Context, sentence: Sentence | Matrix, form: FormName) -> None:
        self._context = context
        self.sentence = sentence
        self.form = form
        self.label = label_of(sentence)
        self.keep_all = context.ledger.keep_all
        self._broken = Status.MISSED if isinstance(sentence, Sentence) and sentence.modifiers.wish else Status.BREACH
        self.repairs = isinstance(sentence, Sentence) and bool(sentence.repairs)
        watched = isinstance(sentence, Sentence) and sentence.modifiers.watched and form.measured and not _says_nothing(sentence)
        self._watched = watched and not self.repairs

    def number(self, day: int) -> int:
        """Reserve the number of a finding that waits for something."""
        return self._context.ledger.number(self.label, day)

    def name(self, finding: Finding, number: int) -> None:
        """Give a finding the number that was reserved for it."""
        finding.id = finding_id(self.label, finding.date, number)

    def kept(self, count: int = 1) -> None:
        """Count promises kept that nobody asked to list."""
        self._context.ledger.kept += count

    def only_counted(self, day: int) -> bool:
        """Count a promise kept and say so, if nobody asks for more of it: neither who lists what was kept nor who looks for drift."""
        ledger = self._context.ledger
        if self.keep_all or self.repairs or (self._watched and ledger.uses.wants(day)):
            return False
        ledger.kept += 1
        return True

    def add(
        self,
        status: Status,
        day: int,
        at: int,
        number: int | None = None,
        apart: tuple[str | None, str | None] | None = None,
        **details: Unpack[Details],
    ) -> Finding | None:
        """Record a finding; without a `number` it takes the next one. What is kept is only counted unless all were asked for, and a
        breach of a wish is a wish that was missed: nothing that asks for breaches ever sees it. What keeps an `otherwise` repairs a breach.

        `apart` is whom the sentence tells apart here, for `drift`; without it, those of whom the finding speaks.
        """
        ledger = self._context.ledger
        if status is Status.BREACH:
            status = self._broken
        if status is Status.KEPT and self.repairs:
            status = Status.REPAIRED
        if self._watched and status in _TELLING and ledger.uses.wants(day):
            self._use(day, apart, details)
        if status is Status.KEPT:
            ledger.kept += 1
            if not self.keep_all:
                return None
        agreement = self._context.version.agreement
        finding = Finding("", status, agreement, self.sentence, self.form, day, at, **details)
        finding.moment = finding.moment or at
        finding.noted = self._noted(finding.subject)
        if finding.subject is not None and status not in (Status.KEPT, Status.DUE):
            finding.held = held_by(self.sentence, finding.subject, at, finding.who, self._context)
            if status is Status.UNKNOWN and self._context.own:
                finding.unclaimed = unclaimed(self.sentence, finding.subject, at, self._context)
        ledger.findings.append(finding)
        if number is None and status is Status.KEPT:
            ledger.unnumbered.append((self.label, finding))
        else:
            finding.id = finding_id(self.label, day, number or ledger.number(self.label, day))
        return finding

    def _use(self, day: int, apart: tuple[str | None, str | None] | None, details: Details) -> None:
        """Keep how much of the allowance was used, for `drift`."""
        measured, limit = details.get("measured"), details.get("limit")
        if measured is None or limit is None:
            return
        assert isinstance(self.sentence, Sentence)  # noqa: S101 - only sentences are watched
        party, person = apart if apart is not None else (None, None)
        who = details.get("who", ()) if apart is None else (party,) if party is not None else ()
        series = self._context.ledger.uses.of(self._context.version.agreement, self.sentence, self.form, who, person)
        series.unit = details.get("unit", "")
        series.uses.append(Use(day, measured, limit, share_of(self.form, measured, limit)))

    def _noted(self, entry: Entry | None) -> int:
        """When an entry was written down, where it says so."""
        if entry is None or entry.noted is None:
            return 0
        noted = entry.noted
        return self._context.zone.instant(noted.day, noted.second or 0, noted.offset)


def _says_nothing(sentence: Sentence) -> bool:
    """Whether what it measures is no habit: how long ago something was that must have happened within the last days, or how much of a sum
    is somebody's, which moves as much by what others spend.
    """
    if isinstance(sentence.form, Quota) and sentence.form.measure.unit is Unit.SHARE:
        return True
    return isinstance(sentence.form, Precedence) and isinstance(sentence.form.lead, WithinLast)


def label_of(sentence: Sentence | Matrix) -> str:
    """What findings call a sentence or a matrix."""
    return sentence.label if isinstance(sentence, Sentence) else sentence.name
