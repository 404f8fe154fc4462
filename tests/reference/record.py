"""What the reference works on: entries bound to a clock, the version that judges them, and what came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, ClauseKind, Modifiers, Sentence
from pactlang.model.calendar import Days, Duration, Exact

from .clock import Clock, add_days

FAR = 3_000_000  # a date (in the year 8214) that no log reaches


@dataclass(frozen=True, eq=False)
class Event:
    """One entry with its instants and its date in some zone. Two are the same where they are the same line of the log."""

    entry: Entry
    start: int
    end: int | None
    day: int  # "An event belongs to the local date on which it starts."
    timed: bool
    supposed: tuple[str, ...] = ()  # with whom it is supposed to have been, where nobody wrote it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Event) and self.entry.order == other.entry.order

    def __hash__(self) -> int:
        return self.entry.order

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Page: "Events at the same instant count as being in log order"; those without a time come first on their date (R35)."""
        return self.start, self.timed, self.entry.order

    @property
    def type(self) -> str:
        return self.entry.type

    @property
    def by(self) -> tuple[str, ...]:
        return self.entry.by

    @property
    def to(self) -> tuple[str, ...]:
        return self.entry.to

    @property
    def with_(self) -> tuple[str, ...]:
        return self.entry.with_

    @property
    def company(self) -> tuple[str, ...]:
        """With whom it was, as far as a consent or a notice is concerned."""
        return self.with_ or self.supposed

    @property
    def done_for(self) -> tuple[str, ...]:
        """R102: "Where something is owed, it counts as theirs for whom somebody stood in"."""
        return self.entry.instead_of or self.entry.by

    @property
    def id(self) -> str | None:
        return self.entry.id

    @property
    def about(self) -> str | None:
        return self.entry.about

    @property
    def finish(self) -> int:
        """Its end, or its start where no end is logged."""
        return self.start if self.end is None else self.end


@dataclass(frozen=True)
class Deadline:
    """The last moment that keeps a sentence: an instant, which counts itself, or a whole date."""

    clock: Clock
    instant: int | None = None
    day: int | None = None
    over: int | None = None  # from when on it has passed, where that is not the midnight that ends the day

    @classmethod
    def after(cls, clock: Clock, moment: int, length: Duration) -> Deadline:
        """A moment plus a length: "Limits in minutes and hours are exact; limits in days … count local dates."""
        if isinstance(length, Exact):
            return cls(clock, instant=moment + length.seconds)
        return cls(clock, day=clock.that_was(add_days(clock.date(moment), length)))

    def with_grace(self, grace: Duration | None) -> Deadline:
        """Page: "Grace in hours runs from the midnight that ends a day-long limit, and its last instant is in time" (and R26)."""
        if grace is None:
            return self
        if isinstance(grace, Days):
            return Deadline(self.clock, day=self.clock.that_was(add_days(self.date, grace)))
        return Deadline(self.clock, instant=self.moment + grace.seconds)

    @property
    def date(self) -> int:
        """The local date that it falls on."""
        return self.day if self.day is not None else self.clock.date(self.moment)

    @property
    def moment(self) -> int:
        """The instant it ends at."""
        if self.instant is not None:
            return self.instant
        assert self.day is not None
        return self.clock.end_of(self.day) if self.over is None else self.over

    def allows(self, event: Event) -> bool:
        """Whether an event is in time."""
        return event.day <= self.day if self.day is not None else event.start <= self.moment

    def passed(self, as_of: int) -> bool:
        """R36: "A limit to an instant is broken when *as of* is later than it; to a date, when at or after the midnight …"."""
        return as_of > self.moment if self.instant is not None else as_of >= self.moment


@dataclass(frozen=True)
class Subject:
    """Whom a sentence with `each party` or `with each person` speaks of just now; `whose` is the party whose own states are asked."""

    party: str | None = None
    person: str | None = None
    whose: str | None = None


NOBODY_APART = Subject()


@dataclass(frozen=True)
class Occasion:
    """What triggers something: an event, or a breach that the checker recorded itself."""

    start: int  # what starts before this is no answer
    moment: int  # where the clock starts
    by: tuple[str, ...]
    with_: tuple[str, ...]
    event: Event | None  # the event itself; for a breach the one it speaks of first
    breach_id: str = ""  # of a breach
    sure: bool = True  # whether it is known that it sets something going

    @property
    def is_breach(self) -> bool:
        """Whether the checker recorded it itself."""
        return bool(self.breach_id)

    @classmethod
    def of_event(cls, event: Event) -> Occasion:
        """Page: "The clock starts at the trigger's end (its start, where none is logged)"."""
        return cls(event.start, event.finish, event.by, event.with_, event)


@dataclass
class Outcome:
    """How a sentence stands on one occasion, with what the later steps need to know."""

    status: str  # breach, due, kept; waived, missed and unknown are decided afterwards
    date: int
    who: tuple[str, ...]
    at: int  # when a breach of it is certain
    key: tuple[object, ...]  # tells the occasions of one sentence apart, whatever times are supposed for its entries
    events: tuple[Event, ...] = ()  # the entries it rests on, the one it speaks of first
    waits: bool = False  # it waits for something: a response, an interval, a schedule, a quota
    stretch: tuple[int, int | None] | None = None  # from when to when an interval was measured, where an entry ended it
    place: int = 0  # of `each party` that is told apart, in the agreement's order
    wanting_until: int | None = None  # the last date on which a missing entry could have stood
    since: int | None = None  # when what it speaks of started: nobody can waive it before; `at` where it is not said
    label: str = ""
    clause: str = ""
    kind: ClauseKind | None = None
    follows: bool = False  # of a sentence that follows a breach
    wish: bool = False  # of a sentence with `if we can`
    perhaps: tuple[str, ...] = ()  # those of `who` of whom nobody can tell whether they broke it
    came: int | None = None  # when what was missing came, late
    repairable: bool = False  # if it is a breach, something is asked for that repairs it, and what is told of that stands in its place
    text: Agreement | None = field(default=None, compare=False)  # by which it was judged
    id: str = ""


@dataclass
class Scene:
    """One version of the agreement, the whole log, and the moment from which one looks back."""

    agreement: Agreement
    clock: Clock
    events: list[Event]  # the whole log up to *as of*, in order
    as_of: int
    in_force_at: Callable[[int], bool]  # whether this version judges what starts at an instant
    counted_at: Callable[[int], bool]  # whether this version or an earlier signed one does
    ever_in_force_at: Callable[[int], bool]  # whether any version does
    stretches: list[tuple[int, int]]  # first and last date of each stretch in which this version is in force
    turn: Callable[[Sentence], tuple[int, Modifiers]]  # where the turns of a schedule are counted from
    unit_of: Callable[[Event], str] = lambda _: ""  # R92: the unit of its event in the text in force when it starts
    left: Event | None = None  # the entry that left the agreement while this version was in force
    earlier: tuple[Agreement, ...] = ()  # the versions before this one
    stays: frozenset[int] = frozenset()  # the places in the log of those without an end that are supposed to have gone on into a night
    before: Scene | None = None  # the version that this one takes over from without a break
    after: Scene | None = None  # and the one that takes over from it
    # When each pause that follows something lifts what is asked for, by its label: from which instant to before which.
    paused_after: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def in_force(self, event: Event) -> bool:
        """Whether this version judges an event."""
        return self.in_force_at(event.start)

    def counted(self, event: Event) -> bool:
        """Whether this version or an earlier signed one judges an event."""
        return self.counted_at(event.start)

    @property
    def parties(self) -> tuple[str, ...]:
        return self.agreement.parties

    @property
    def week_start(self) -> int:
        return self.agreement.week_start

    @property
    def judged_at(self) -> int:
        """*As of*, or the moment at which the agreement was left."""
        return self.as_of if self.left is None else self.left.start

    @property
    def standing(self) -> list[Event]:
        """The events before the moment at which the agreement was left."""
        return self.events if self.left is None else [event for event in self.events if event.start < self.left.start]
