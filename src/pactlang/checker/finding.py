"""What the checker found: plain data, one type for every form; the words for people are made in `pactlang.words`."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.checker.form import FormName
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, ByFilter, Cap, Matrix, Parties, ProhibitionBefore, Sentence
from pactlang.model.calendar import Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pactlang.checker.lifting import Lifting
    from pactlang.checker.timeline import Version
    from pactlang.checker.uses import Series


class Status(StrEnum):
    """How a sentence stands on one occasion."""

    BREACH = "breach"
    WAIVED = "waived"
    MISSED = "missed"  # a wish that did not come true
    REPAIRED = "repaired"  # a breach that was repaired as its sentence says
    DUE = "due"
    UNKNOWN = "unknown"
    DRIFT = "drift"
    KEPT = "kept"


class Drift(Struct, frozen=True):
    """What moved: the share of the allowance (1 is all of it) at the start and at the end of a rise, and on what date it reaches the limit.

    `since` is the first date of it, `reaches` None where the limit is reached already (`end` is 1 or more), or where that date is past.
    `shares` are the single occasions, in order.
    `clock` is the second of the day at which a window opens that events come nearer to. `broken` counts the breaches since then; a
    pattern of breaches alone has no shares.
    """

    since: int
    start: float = 0.0
    end: float = 0.0
    reaches: int | None = None
    shares: tuple[float, ...] = ()
    clock: int | None = None
    broken: int = 0


class Passed(Struct, frozen=True):
    """An entry that would have counted, had it said more: `lacks` are fields, `by`, `with whom` or `an end`, `labels` the sentences."""

    entry: Entry
    lacks: tuple[str, ...]
    labels: tuple[str, ...] = ()


class Lack(StrEnum):
    """Why an entry that was there did not serve an event that asked for something."""

    USED = "used"  # it had served an earlier event
    LATE = "late"  # it came later than it had to
    OLD = "old"  # it came too long before
    ABOUT = "about"  # it was about another entry
    WITH = "with"  # it was for other people
    WITHDRAWN = "withdrawn"  # a consent that was taken back


class Short(Struct, frozen=True):
    """Why an event came without what must come before it.

    `given` are those who gave what would serve (`served`), `lacking` those of whom nothing does, `to` whom (all empty where the sentence
    names nobody). `lack` says what is wrong with the `nearest` entry of theirs (None: there is none), which came `ahead` (in the
    finding's unit), and `used_by` which event used it up.
    """

    lacking: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    served: tuple[Entry, ...] = ()
    lack: Lack | None = None
    nearest: Entry | None = None
    ahead: int | None = None
    used_by: Entry | None = None
    still: int = 0  # how many of those lacking are needed, where any so many would do; 0: all


class Part(Struct, frozen=True):
    """How much of a sum is somebody's: `own` of `whole`."""

    own: Fraction
    whole: Fraction


class Opening(Struct, frozen=True):
    """The first instant at which an answer counts, where it must not come sooner, and an entry that did."""

    at: int
    early: Entry | None = None


class Asked(Struct, frozen=True):
    """Of which activities of a matrix a finding speaks; with `forbidden`, somebody's answer there is no."""

    activities: tuple[str, ...]
    forbidden: bool


class Held(Struct, frozen=True):
    """A state that held when the subject of a finding started: since which instant without a break, and the entry that started it.

    `party` is whose it is, where each party has their own. With `sure` it certainly held. `early` is an entry before that ends it, but too
    early to end it at once: it holds until the instant `ends_at`.
    """

    state: str
    party: str
    start: int
    entry: Entry | None
    sure: bool = True
    ends_at: int | None = None
    early: Entry | None = None


class Finding(Struct):
    """One occasion on which a sentence was kept, broken, is due or cannot be told.

    Instants are seconds since the epoch; dates are ordinals. `date` is the date in the id. `due` is the last moment that keeps the
    sentence: an instant that counts itself, or, with `due_date`, the end of that date (`due` is then the midnight that ends it).
    `measured` and `limit` are in `unit`: "seconds", "days", a currency, or the noun of what was counted. `window` holds the first
    and last date that were counted. `subject` is the entry that it speaks of (none where something should have happened on its own),
    `entries` all that it rests on, in order of time. `missing` says what was not there: covering items, who still owes, whose consent.
    `waived_by` names who has let it go, all or only some of those who must. `untimed` says that what cannot be told hangs on a time of day
    that no entry gives, `unnamed` that it hangs on with whom the subject was. `moment` is when it became certain, `noted` when its subject
    was written down where the log says so (0 where not). `passed` are entries that would have counted, had they said more. `began` is when
    the pause began during which an event came, `after` the id of the breach that it follows. `short` says what was missing before an event.
    `held` are the states in which the sentence spoke of the subject; `unclaimed` is an entry that names nobody and leaves open whose such a
    state was. `until` is the instant from which an event that came too early after something would have been free, where one is known.
    `opening` is from when on what is owed counts, where it must not come sooner; `asked` what a matrix asks for. `since` is the occasion
    with which the count started again (none before the first). `part` is what a share is of.
    `perhaps` are those who may have broken it, too: a missing time leaves that open. `whose` is the party whose breaches made it so many
    that something followed, where each party's are counted apart. `doubt` is the breach that leaves open whether it follows at all.
    `first` is the breach that it repairs, or does not, in whose place it stands (`otherwise …`), `owing` who
    owes that still.
    """

    id: str
    status: Status
    agreement: Agreement
    sentence: Sentence | Matrix
    form: FormName
    date: int
    at: int
    moment: int = 0
    noted: int = 0
    subject: Entry | None = None
    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    due: int | None = None
    due_date: int | None = None
    fulfilled_at: int | None = None
    measured: int | Decimal | None = None
    limit: int | Decimal | None = None
    unit: str = ""
    window: tuple[int, int] | None = None
    entries: tuple[Entry, ...] = ()
    missing: tuple[str, ...] = ()
    first: Finding | None = None
    owing: tuple[str, ...] = ()
    disputed: bool = False
    waived_by: tuple[str, ...] = ()
    untimed: bool = False
    unnamed: bool = False
    drift: Drift | None = None
    passed: tuple[Passed, ...] = ()
    after: str = ""
    began: int | None = None
    short: Short | None = None
    held: tuple[Held, ...] = ()
    unclaimed: Entry | None = None
    until: int | None = None
    opening: Opening | None = None
    asked: Asked | None = None
    since: Entry | None = None
    still: int = 0
    part: Part | None = None
    perhaps: tuple[str, ...] = ()
    whose: str = ""
    doubt: Finding | None = None

    @property
    def answers(self) -> str:
        """The id of the breach to which it is an answer; empty where it is to none."""
        return self.after if self.form is FormName.RESPONSE else ""

    @property
    def repaired(self) -> bool:
        """Whether it is a breach that was repaired as its own sentence says."""
        return self.status is Status.REPAIRED

    @property
    def status_key(self) -> str:
        """The status for programs: what was repaired is a breach with `repaired`, so that those who do not know that word miss nothing."""
        return Status.BREACH.value if self.repaired else self.status.value

    @property
    def wished(self) -> bool:
        """Whether it speaks of a wish, which is never broken."""
        return isinstance(self.sentence, Sentence) and self.sentence.modifiers.wish


class Summary(Struct, frozen=True):
    """How many findings of each status; what is kept is always counted, whether listed or not."""

    breach: int = 0
    waived: int = 0
    missed: int = 0
    repaired: int = 0
    due: int = 0
    unknown: int = 0
    drift: int = 0
    kept: int = 0


class Remark(Struct, frozen=True):
    """Something to know beside the findings: a waiver that fits nothing, an entry that was written twice.

    It is told at `entry`. Where it is told once for several, `each` are all of them, and `alone` is what it says of one.
    """

    message: str
    entry: Entry | None = None
    each: tuple[Entry, ...] = ()
    alone: str = ""

    def of(self, fits: Callable[[Entry], bool]) -> str:
        """What it says of an entry that fits; empty where it says nothing of one."""
        if any(map(fits, self.each)):
            return self.alone
        return self.message if not self.each and self.entry is not None and fits(self.entry) else ""


class Hold(Struct, frozen=True):
    """A pause: what `sentence` stops is stopped during the instants [`start`, `end`); `entry` began it, or was the reason for it."""

    agreement: Agreement
    sentence: Sentence
    start: int
    end: int
    entry: Entry | None


class Bar(Struct, frozen=True):
    """What a sentence forbids for a time after something: since `start`, until the instant `end` (None: until it is ended).

    It bars what is `by` and `to` these parties and with this `person`, where the sentence compares them with the trigger (`entry`, or
    the breach `after`). `owing` are those who must do what ends it. With `sure` it certainly holds at *as of*.
    """

    agreement: Agreement
    sentence: Sentence
    start: int
    end: int | None
    entry: Entry | None
    by: tuple[str, ...]
    to: tuple[str, ...]
    person: str
    owing: tuple[str, ...]
    sure: bool
    after: str = ""


class Wait(Struct, frozen=True):
    """An event that a later one may still be too close to: kept if none comes before the instant `end`.

    `by` are the parties by one of whom it would have to be; None if the sentence (named `label`) does not compare them with the event.
    """

    label: str
    entry: Entry
    end: int
    form: ProhibitionBefore
    by: tuple[str, ...] | None


def longest_bars(bars: Sequence[Bar]) -> list[Bar]:
    """Of all that bar the same, the one that ends last; each that waits for others than the rest do."""
    last: dict[tuple[object, ...], Bar] = {}
    for bar in bars:
        key = (bar.sentence.label, bar.by, bar.to, bar.person, bar.owing, bar.end is None)
        known = last.get(key)
        if known is None or (bar.end or 0) > (known.end or 0) or (bar.sure and not known.sure and bar.end == known.end):
            last[key] = bar
    return list(last.values())


class Standing(Struct, frozen=True):
    """What a cap would count for something that happens now, before it is added.

    `used` is certain; `most` is what it may be where a time is missing. `until` is the last date of the calendar period that is
    counted (None for a rolling window), `lower` the instant at which less is counted with nothing new logged, `free` the instant from
    which there is room for one more where there is none now; None where that never comes. `entries` are those that are counted.
    """

    used: int | Decimal
    most: int | Decimal
    until: int | None
    lower: int | None
    free: int | None
    entries: tuple[Entry, ...]


class Room(Struct, frozen=True):
    """How a cap that holds at *as of* stands, for whom and with whom it counts on its own.

    `others` says that it speaks of everybody of whom no other `Room` of the sentence does (`with each person`). `limit` is in `unit`,
    as in `Finding`. `ends` is the last date on which the cap holds as it does now, where that is known.
    """

    agreement: Agreement
    sentence: Sentence
    who: tuple[str, ...]
    with_: tuple[str, ...]
    others: bool
    limit: int | Decimal
    unit: str
    standing: Standing
    ends: int | None

    @property
    def people(self) -> tuple[str, ...]:
        """Of whom it speaks: the party told apart, else those whom the sentence names; nobody where it speaks of all."""
        if self.who or not isinstance(self.sentence.form, Cap):
            return self.who
        selector = self.sentence.form.selector
        filters = (*selector.filters, *(part for one in selector.alternatives for part in one.filters))
        return next((part.who.names for part in filters if isinstance(part, ByFilter) and isinstance(part.who, Parties)), ())

    @property
    def left(self) -> int | Decimal:
        """What certainly still fits."""
        return max(0, self.limit - self.standing.most)

    @property
    def warned(self) -> bool:
        """Whether so much is used as somebody wanted to be told of (`warn at 3`)."""
        at = self.sentence.modifiers.warn_at
        if at is None:
            return False
        return self.standing.used >= (at * 3600 if self.unit == "seconds" else at)


class Outside(Struct, frozen=True):
    """Entries before the first date in force (`begins`) and after the last (`ends`), in order."""

    early: list[Entry]
    late: list[Entry]
    begins: int
    ends: int


class Judgement(Struct):
    """The whole answer of one check. `as_of` is an instant; `zone` is the one that times are shown in.

    `holds` are all pauses, past ones too; `rooms` say what is left of each cap that holds now, `bars` what is forbidden now for a time,
    `waits` what a later event may still be too close to, `states` which declared states hold now.
    `left` is the entry by which somebody left, where one ended the agreement. `series` are the occasions of the last year for each
    sentence with a number. `drafts` names, for each version that was judged without every signature, the parties who have not signed it.
    `outside` are the entries for which no version is in force, since they lie before the first or after the last; None where nothing was
    ever in force.
    `passed` are all entries that say too little for some sentence.
    `lifting` says when pauses that follow something lift what is asked for.
    `versions` are all, in the order of time, `entries` the log as it was given. `first` is what to know first about how the texts were
    found.
    """

    agreement: Agreement
    as_of: int
    zone: Zone
    read: int
    ignored: int
    summary: Summary
    findings: list[Finding] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    drafts: list[tuple[Agreement, tuple[str, ...]]] = field(default_factory=list)
    left: Entry | None = None
    series: list[Series] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    lifting: Lifting = field(default_factory=dict)
    rooms: list[Room] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    states: list[Held] = field(default_factory=list)
    entries: Sequence[Entry] = ()
    outside: Outside | None = None
    passed: list[Passed] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    first: list[str] = field(default_factory=list)

    @property
    def not_applied(self) -> list[tuple[Sentence, Version | None]]:
        """The sentences that were not applied, of every text that judged, each once: with the last earlier text that says it, or, if the
        text to speak of now says it, with None.
        """
        found = [(sentence, None) for sentence in self.agreement.sentences if sentence.not_applied]
        told = {(one.label, one.words, one.not_applied) for one, _ in found}
        earlier: list[tuple[Sentence, Version | None]] = []
        for version in reversed(self.versions):
            if version.start <= self.as_of and version.agreement.digest != self.agreement.digest:
                new = [
                    one for one in version.agreement.sentences if one.not_applied and (one.label, one.words, one.not_applied) not in told
                ]
                told.update((one.label, one.words, one.not_applied) for one in new)
                earlier[:0] = [(one, version) for one in new]
        return [*earlier, *found]

    def in_force_at(self, instant: int) -> Agreement | None:
        """The text that judged what started at an instant."""
        return next((version.agreement for version in self.versions if version.judges(instant)), None)
