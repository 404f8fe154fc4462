"""What an agreement says, typed: names resolved, dates and durations worked out, nothing left as text to interpret.

`pactlang.resolve` builds it from a syntax tree; `pactlang.checker` judges a log against it. All of it is immutable.
Every part that people may want to point at keeps the `Span` it was written at.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, Period
from pactlang.model.named import DateRange as DateRange  # conditions, too
from pactlang.model.named import DaySet, DeclaredDays, DeclaredHours, NamedDays, NamedHours
from pactlang.model.named import EveryOther as EveryOther
from pactlang.model.named import Season as Season
from pactlang.model.vocabulary import Vocabulary
from pactlang.model.words import folded
from pactlang.source import Span

# --- who ------------------------------------------------------------------------------------------------------


class WhoWord(StrEnum):
    """The ways to say who without a name."""

    EVERYONE = "everyone"
    ANYONE = "anyone"
    EACH_PARTY = "each party"  # the sentence holds for every party on their own
    SAME_PARTY = "the same party"  # who did the trigger, or the party that `each party` speaks of
    THE_OTHERS = "the others"  # all parties but that one
    ADDRESSED = "each who was addressed"  # whom the trigger names after `to`, but for those who had part in it themselves


class Parties(Struct, frozen=True):
    """Named parties, or people outside who give or hear: all of them (`Ana and Ben`, `every`) or one of them (`Ana or Ben`).

    With `tags` (`to each person tagged secondary`) they are those whom the text declares with one of these tags (`all_tags`: with all).
    """

    names: tuple[str, ...]
    every: bool = True
    tags: tuple[str, ...] = ()
    all_tags: bool = False


class SomeOf(Struct, frozen=True):
    """`at least 2 of us`, `at least 2 of the others`: so many of all parties (`everyone`) or of the others, no matter who.

    With `fewer` (`fewer than 4 of us`), an event that fewer had part in; only where something is limited, counted or triggers.
    """

    number: int
    of: WhoWord
    fewer: bool = False

    @property
    def words(self) -> str:
        """As it is written.

        >>> SomeOf(2, WhoWord.THE_OTHERS).words, SomeOf(4, WhoWord.EVERYONE, fewer=True).words
        ('at least 2 of the others', 'fewer than 4 of us')
        """
        return f"{'fewer than' if self.fewer else 'at least'} {self.number} of {'us' if self.of is WhoWord.EVERYONE else self.of}"


Who = Parties | WhoWord | SomeOf


class PersonWord(StrEnum):
    """The ways to say with whom without a name."""

    ANYONE = "anyone"
    SOMEONE_NEW = "someone new"
    EACH_PERSON = "each person"  # the sentence holds for every person on their own
    SAME_PERSON = "the same person"  # the people of the trigger


class People(Struct, frozen=True):
    """Named people: one of them (`dana or kim`), or with `every` all of them (`dana and kim`)."""

    names: tuple[str, ...]
    every: bool = False


class TaggedPeople(Struct, frozen=True):
    """Anyone declared with one of these tags (`anyone tagged coworker`)."""

    tags: tuple[str, ...]


PersonSpec = People | TaggedPeople | PersonWord

# --- filters --------------------------------------------------------------------------------------------------


class Comparison(StrEnum):
    """How a value is compared."""

    IS = "is"
    IS_NOT = "is not"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    WITHOUT = "without"  # the field is absent, or says no


class ClockPart(StrEnum):
    """Which part of an event a clock window speaks of."""

    ANY = "any"  # `between`: any part of the event
    START = "start"  # `starting between`
    END = "end"  # `ending between`


class ByFilter(Struct, frozen=True):
    """`by WHO` where something is limited or triggers: who had part in the event."""

    who: Who


class ToFilter(Struct, frozen=True):
    """`to WHO`."""

    who: Who


class WithFilter(Struct, frozen=True):
    """`with PERSON`."""

    person: PersonSpec


class AtFilter(Struct, frozen=True):
    """`at PLACE`: one of these places."""

    places: tuple[str, ...]


class TaggedFilter(Struct, frozen=True):
    """`tagged TAG`: one of these tags, or with `every` all of them."""

    tags: tuple[str, ...]
    every: bool = False


class DayFilter(Struct, frozen=True):
    """`on Friday or Saturday`, `on school-nights`: the local date on which the event starts is one of these."""

    days: DaySet

    def holds(self, day: int) -> bool:
        """Whether a local date (an ordinal) is one of these."""
        return self.days.holds(day)


class ClockFilter(Struct, frozen=True):
    """`between 23:00 and 05:00`: seconds of the local day; a window whose end is not later than its start crosses midnight."""

    part: ClockPart
    start: int
    end: int


class DuringFilter(Struct, frozen=True):
    """`during quiet-hours`: any part of the event lies in one of these windows, as with `between`."""

    hours: NamedHours


class LengthFilter(Struct, frozen=True):
    """`lasting more than 3 hours`: from start to end; an event with no end lasts no time."""

    comparison: Comparison
    length: Duration


class FieldFilter(Struct, frozen=True):
    """`where FIELD is VALUE`: a word is compared as a word (IS, IS_NOT), a number as a number. `without FIELD`: see `NO_VALUES`."""

    field: str
    comparison: Comparison
    value: str | Decimal


class WhileFilter(Struct, frozen=True):
    """`while STATE`: the state holds at the instant the event starts. `paused` is a state of the log itself."""

    state: str


class NotFilter(Struct, frozen=True):
    """`not at home`: the contrary of a filter, where the entry says what it asks for."""

    part: ByFilter | ToFilter | WithFilter | AtFilter | TaggedFilter | DayFilter | ClockFilter | DuringFilter | WhileFilter


Filter = (
    ByFilter
    | ToFilter
    | WithFilter
    | AtFilter
    | TaggedFilter
    | DayFilter
    | ClockFilter
    | DuringFilter
    | LengthFilter
    | FieldFilter
    | WhileFilter
    | NotFilter
)

NO_VALUES = ("no", "none")  # of a field: with one of them, an event is without it


class Alternative(Struct, frozen=True):
    """One event type with the filters that a term brought along."""

    event: str
    filters: tuple[Filter, ...] = ()


class Selector(Struct, frozen=True):
    """Which events are meant: any of the alternatives, narrowed by all of the filters.

    `noun` is the noun as people wrote it, in the singular (`late-night`); `plural` is how to speak of several.
    """

    noun: str
    plural: str
    alternatives: tuple[Alternative, ...]
    filters: tuple[Filter, ...] = ()


class Duty(Struct, frozen=True):
    """What is owed: which events keep it, by whom, to whom. Its selector holds no `ByFilter` and no `ToFilter` of its own.

    With no `by`, an event by anyone will do; with no `to`, to whom does not matter.
    """

    selector: Selector
    by: Who | None = None
    to: Who | None = None


# --- unless ---------------------------------------------------------------------------------------------------


class UnlessEvent(Struct, frozen=True):
    """`unless consent by Ben within the last 7 days`."""

    duty: Duty
    within: Duration


class UnlessState(Struct, frozen=True):
    """`unless paused`, `unless away`."""

    state: str


class UnlessFilters(Struct, frozen=True):
    """`unless with dana`: all filters hold; a `with` holds only where everyone that the event is with fits."""

    filters: tuple[Filter, ...]


Unless = UnlessEvent | UnlessState | UnlessFilters

# --- sentence forms -------------------------------------------------------------------------------------------


class Unit(StrEnum):
    """What a limit counts."""

    COUNT = "count"  # events
    HOURS = "hours"  # time between start and end; limits are held in seconds
    DAYS = "days"  # local dates on which there are such events
    NIGHTS = "nights"  # nights in which there are such events
    PEOPLE = "people"  # different people with whom such events are
    AMOUNT = "amount"  # the events' `amount` field
    SHARE = "share"  # the part of all these amounts that is somebody's, in percent


class Measure(Struct, frozen=True):
    """A number to compare with: events, seconds (for HOURS), dates, nights (the windows of `night`), people, an amount in `currency`, or
    the percent of such an amount that are somebody's; of these, `give` fewer are enough (`give or take 5`).
    """

    unit: Unit
    limit: Decimal
    currency: str = ""
    night: NamedHours | None = None
    give: Decimal = Decimal(0)

    @property
    def by_dates(self) -> bool:
        """Whether it counts dates or nights, each once."""
        return self.unit in (Unit.DAYS, Unit.NIGHTS)

    @property
    def least(self) -> Decimal:
        """What is enough of it."""
        return self.limit - self.give if self.give else self.limit

    @property
    def sums(self) -> bool:
        """Whether it adds up what each event brings, its hours or its amount, also where only a part of the sum is asked for."""
        return self.unit in (Unit.HOURS, Unit.AMOUNT, Unit.SHARE)


class Rolling(Struct, frozen=True):
    """`in any 14 days`."""

    length: Duration


class Between(Struct, frozen=True):
    """`between settlements`: what is counted starts again with each of these events."""

    selector: Selector


Window = Period | Rolling | Between


class Cap(Struct, frozen=True):
    """`at most 4 encounters per month by Ana`."""

    measure: Measure
    selector: Selector
    window: Window
    unless: Unless | None = None


class Quota(Struct, frozen=True):
    """`at least 1 date-night per week`."""

    measure: Measure
    selector: Selector
    period: Period


class Gap(Struct, frozen=True):
    """`at least 3 days between encounters`."""

    length: Duration
    selector: Selector
    unless: Unless | None = None


class Times(Struct, frozen=True):
    """`after 3 conflicts in any 30 days`: what follows follows the one that makes it so many in so many days; 2 or more."""

    count: int
    window: Days


class EventTrigger(Struct, frozen=True):
    """`after each encounter by Ana`, `before the first encounter …` (`first`: only the first such event of the whole log)."""

    selector: Selector
    first: bool = False
    times: Times | None = None


class BreachTrigger(Struct, frozen=True):
    """`after each breach` (of any other clause), `after each breach of monthly`, `… of monthly or tell` (`others`, by their names).

    `after 2 breaches of monthly by each party in any 40 days` counts those of each party apart (`by`).
    """

    of: str | None = None
    others: tuple[str, ...] = ()
    times: Times | None = None
    by: WhoWord | None = None

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that are named; none where it speaks of all."""
        return () if self.of is None else (self.of, *self.others)

    def of_clause(self, clause: str) -> bool:
        """Whether it speaks of the breaches of a clause."""
        return self.of is None or clause in self.clauses


class OtherwiseTrigger(BreachTrigger, frozen=True):
    """`otherwise message by the others within 1 hour`, under a sentence: each breach of this very sentence.

    With `still_owed` what the sentence asks for is owed beside it.
    """

    still_owed: bool = False

    def of_clause(self, clause: str) -> bool:
        """It speaks of one sentence, and of no clause."""
        return False


Trigger = EventTrigger | BreachTrigger


class Within(Struct, frozen=True):
    """`within 24 hours`, `within 2 days`."""

    length: Duration


class WithinDays(Struct, frozen=True):
    """`within 2 working-days`: up to the end of the second date after that is one of these."""

    count: int
    days: NamedDays


class WithinHours(Struct, frozen=True):
    """`within 4 working-hours`: up to the instant at which so many of these hours have passed."""

    count: int
    hours: NamedHours


class ByClock(Struct, frozen=True):
    """`by 12:00 the next day` (`days_later` 1), `by 22:00 the same day` (0): a clock time, in seconds of the local day.

    Of what comes before something, `by 17:00 the day before` (-1): the last date before, where a zone skipped one.
    """

    second: int
    days_later: int

    @property
    def words(self) -> str:
        """As it is written.

        >>> ByClock(17 * 3600, -1).words
        'by 17:00 the day before'
        """
        which = {-1: "the day before", 0: "the same day", 1: "the next day"}[self.days_later]
        return f"by {self.second // 3600:02}:{self.second // 60 % 60:02} {which}"


class ByDateAsked(Struct, frozen=True):
    """`by the date asked for`: up to the end of the date that the trigger's entry names after `until`."""


Limit = Within | WithinDays | WithinHours | ByClock | ByDateAsked


class Portion(Struct, frozen=True):
    """`a third of its amount`: so much of what the trigger's entry says, in lowest terms.

    >>> Portion(1, 3).words, Portion(11, 20).words, Portion(1, 1).words
    ('a third of its amount', '55 percent of its amount', 'its amount')
    """

    top: int
    bottom: int

    @classmethod
    def of(cls, part: Fraction) -> Portion:
        """The same part, however it was written."""
        return cls(part.numerator, part.denominator)

    @property
    def part(self) -> Fraction:
        """The part itself."""
        return Fraction(self.top, self.bottom)

    @property
    def words(self) -> str:
        """As it may be written."""
        if self.top == 1 and self.bottom in _PARTS:
            return f"{_PARTS[self.bottom]}its amount"
        return f"{(Decimal(100 * self.top) / self.bottom).normalize():f} percent of its amount"


_PARTS = {1: "", 2: "half ", 3: "a third of ", 4: "a quarter of ", 5: "a fifth of ", 6: "a sixth of "}


class Response(Struct, frozen=True):
    """`after each encounter, disclosure by Ana to Ben within 24 hours`; with `no_sooner` what comes sooner after it does not serve.

    With a `portion` what is owed is that part of the trigger's amount, in `currency`; what is paid adds up.
    """

    trigger: Trigger
    duty: Duty
    deadline: Limit
    unless: Unless | None = None
    no_sooner: Duration | None = None
    portion: Portion | None = None
    currency: str = ""


class Ahead(Struct, frozen=True):
    """`at least 48 hours ahead and at most 14 days ahead`; with `reusable` (`any notice …`) one event may serve many triggers.

    Instead of a least length, up to a clock time of the trigger's date or of the one before (`by 17:00 the day before`), and no later than
    the trigger. Without any length (`before each trip, packing-list`) it comes after the last such trigger, if it is not `reusable`.
    """

    at_least: Duration | ByClock | None
    at_most: Duration | None = None
    reusable: bool = False

    @property
    def since_last(self) -> bool:
        """Whether only what came after the last such trigger serves."""
        return self.at_least is None and self.at_most is None and not self.reusable

    @property
    def any_time(self) -> bool:
        """Whether it names no length."""
        return self.at_least is None and self.at_most is None


class WithinLast(Struct, frozen=True):
    """`within the last 90 days`."""

    length: Duration


class Precedence(Struct, frozen=True):
    """`before each encounter, notice by Ana to Ben at least 48 hours ahead`."""

    trigger: EventTrigger
    duty: Duty
    lead: Ahead | WithinLast
    unless: Unless | None = None


class Interval(Struct, frozen=True):
    """`test by each party every 90 days`."""

    duty: Duty
    every: Duration


class Rhythm(StrEnum):
    """What a schedule counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"  # one date, which does not come again


class Recurrence(Struct, frozen=True):
    """The dates of a schedule.

    `day`: every `every` days. `week`: every `every` weeks on `weekdays` (0 is Monday).
    `month`: every `every` months on `month_day` (1 to 31, the last day where there is no such day; -1 is the last day), or on the
    `nth` (1 to 5, -1 for last) of the one weekday in `weekdays`. `year`: every `every` years in `month` (1 to 12) on `month_day`.
    `once`: on `date` (an ordinal) alone.
    """

    rhythm: Rhythm
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    month_day: int = 0
    month: int = 0
    date: int | None = None


class FirstTurn(Struct, frozen=True):
    """`starting with Ben on 2026-01-09`: whose turn a date (an ordinal) is; for a calendar period, its first date."""

    party: str
    day: int


class Schedule(Struct, frozen=True):
    """`check-in by everyone every week on Sunday at 19:00 for 1 hour give or take 2 days`.

    `at` (a second of the local day) and `length` are for the calendar; any time on the date keeps it. With a tolerance in hours or minutes
    (`at 18:00 give or take 30 minutes`) it is `at` that is asked for, so far before or after. With `by` (`move-out by Cleo by 2026-09-30`)
    each date is a deadline: what came before it counts, and `at` is the moment up to which it does. With `turns` (`cleaning by Ana and Ben
    in turn every week on Sunday`) each date is asked of one of them, one after the other; its duty names them, too. `whole`: no day is
    named, so each date is the last of a calendar period, and any date of that period keeps it.
    """

    duty: Duty
    recurrence: Recurrence
    at: int | None = None
    length: Duration | None = None
    tolerance: Duration = field(default_factory=Days)
    by: bool = False
    turns: tuple[str, ...] = ()
    first_turn: FirstTurn | None = None
    whole: bool = False

    @property
    def about(self) -> tuple[int, int] | None:
        """What is asked for, as seconds of the local day, and so many seconds before or after; None where any time of a date keeps it."""
        return (self.at, self.tolerance.seconds) if self.at is not None and isinstance(self.tolerance, Exact) else None

    @property
    def leeway(self) -> int:
        """How many dates before or after one of its dates may keep it.

        >>> from pactlang.model.agreement import Selector
        >>> late = Schedule(Duty(Selector("call", "calls", ())), Recurrence(Rhythm.DAY), 23 * 3600, tolerance=Exact(2 * 3600))
        >>> late.about, late.leeway
        ((82800, 7200), 1)
        """
        if isinstance(self.tolerance, Days):
            return self.tolerance.days
        at = self.at or 0
        return max(-((at - self.tolerance.seconds) // DAY_SECONDS), (at + self.tolerance.seconds) // DAY_SECONDS)


class Prohibition(Struct, frozen=True):
    """`no encounter at home unless consent by Ben within the last 7 days`."""

    selector: Selector
    unless: Unless | None = None


class ProhibitionAfter(Struct, frozen=True):
    """`after each incident, no driving by the same party for 24 hours`, `… until consent by Ben`: `end` is a length, or a duty."""

    trigger: Trigger
    selector: Selector
    end: Duration | Duty

    @property
    def waits_for(self) -> Duty | None:
        """What ends it, where no time does."""
        return self.end if isinstance(self.end, Duty) else None


class ProhibitionBefore(Struct, frozen=True):
    """`no screen-time within 1 hour before bedtime`: the later event is by one of those who acted, unless its `by` says otherwise."""

    selector: Selector
    length: Duration
    later: Selector


class Pause(Struct, frozen=True):
    """`anyone may pause encounters for at most 14 days`: what a `pause` entry stops, and how long at most."""

    selector: Selector
    at_most: Duration | None = None


class PauseAfter(Struct, frozen=True):
    """`after each breach, encounters pause for 14 days`."""

    trigger: Trigger
    selector: Selector
    length: Duration


class RepeatAfter(Struct, frozen=True):
    """`after each debrief, check-in by everyone every 4 days for 6 weeks`."""

    trigger: Trigger
    duty: Duty
    every: Duration
    length: Duration


Form = (
    Cap
    | Quota
    | Gap
    | Response
    | Precedence
    | Interval
    | Schedule
    | Prohibition
    | ProhibitionAfter
    | ProhibitionBefore
    | Pause
    | PauseAfter
    | RepeatAfter
)

# --- modifiers ------------------------------------------------------------------------------------------------


Condition = DateRange | Season | EveryOther | DayFilter | WhileFilter


class Revisit(Struct, frozen=True):
    """When to talk about a clause again: `revisit every 3 months` (`every`), or `revisit by 2026-10-01` (`by`, an ordinal)."""

    every: Days | None = None
    by: int | None = None


class Private(Struct, frozen=True):
    """`Ana keeps feelings private`: what they are never asked to name; `never covering photos` (no `who`): what nobody is."""

    who: Parties | None
    items: tuple[str, ...]


def unasked(untold: Iterable[Private], by: tuple[str, ...]) -> frozenset[str]:
    """What any of these need not name, folded; of nobody in particular, what anyone need not."""
    kept = [one for one in untold if one.who is None or not by or not set(by).isdisjoint(one.who.names)]
    return frozenset(folded(item) for one in kept for item in one.items)


class Modifiers(Struct, frozen=True):
    """The lines under a sentence. `only`: all must hold. `excepted`: none may hold. `wish` (`if we can`): no breach, only missed.

    `otherwise` is what repairs a breach; its own sentence, `NAME.otherwise`, stands after this one. `untold` is what is private in the
    whole agreement, under whichever sentence it says so.
    """

    covering: tuple[str, ...] = ()
    optionally: tuple[str, ...] = ()
    warn_at: Decimal | None = None
    warn_before: Duration | None = None
    remind_before: tuple[Duration, ...] = ()
    grace: Duration | None = None
    only: tuple[Condition, ...] = ()
    excepted: tuple[Condition, ...] = ()
    private: bool = False
    watch: bool = True
    wish: bool = False
    revisit: Revisit | None = None
    otherwise: Response | None = None
    untold: tuple[Private, ...] = ()

    def unasked(self, by: tuple[str, ...]) -> frozenset[str]:
        """What any of these need not name, folded; of nobody in particular, what anyone need not."""
        return unasked(self.untold, by)

    @property
    def names_items(self) -> bool:
        """Whether it says what an answer names, or does not."""
        return bool(self.covering or self.optionally or self.untold)

    @property
    def judged(self) -> Modifiers:
        """These without what only reminds, warns or shows: no verdict follows from that."""
        return replace(self, optionally=(), warn_at=None, warn_before=None, remind_before=(), private=False, watch=True, revisit=None)

    @property
    def watched(self) -> bool:
        """Whether trends are looked for: not where nobody wants to hear of them, and not in a wish."""
        return self.watch and not self.wish


# --- clauses --------------------------------------------------------------------------------------------------


class ClauseKind(StrEnum):
    """What a clause is about, to people and to the linter."""

    BOUNDARY = "boundary"
    CAP = "cap"
    NOTICE = "notice"
    CONSENT = "consent"
    DISCLOSURE = "disclosure"
    AFTERCARE = "aftercare"
    TESTING = "testing"
    CHECK_IN = "check-in"
    REVIEW = "review"
    PAUSE = "pause"
    REPAIR = "repair"
    CLOSING = "closing"
    PROMISE = "promise"


OTHERWISE = ".otherwise"  # what the label of a sentence ends in that says what repairs a breach of the one above it


class Sentence(Struct, frozen=True):
    """One checkable sentence. `label` is what findings call it: `testing`, `testing.2`, `testing.3`.

    `words` is the sentence as people wrote it, spaces evened out. `not_applied` says in plain words why the checker
    does not apply it (a clause that would make a pause, a refusal or leaving a breach); it is empty for all others.
    """

    label: str
    clause: str
    index: int
    form: Form
    words: str
    span: Span
    modifiers: Modifiers = Modifiers()
    not_applied: str = ""

    @property
    def repairs(self) -> str:
        """The label of the sentence whose breaches it repairs (`otherwise …`); empty for all others."""
        return self.label.removesuffix(OTHERWISE) if isinstance(getattr(self.form, "trigger", None), OtherwiseTrigger) else ""


class PlainPromise(Struct, frozen=True):
    """A quoted line: a promise in plain words, shown and counted, not checkable."""

    words: str
    span: Span


class Clause(Struct, frozen=True):
    """A heading of one of the kinds with its sentences, promises and reasons (`>` lines)."""

    name: str
    kind: ClauseKind
    title: str
    sentences: tuple[Sentence, ...]
    promises: tuple[PlainPromise, ...]
    reasons: tuple[str, ...]
    span: Span


class AimKind(StrEnum):
    """What the clauses are held against: a hope must stay possible under all of them, a guarantee must follow from them."""

    HOPE = "hope"
    GUARANTEE = "guarantee"


class Aim(Struct, frozen=True):
    """`hope NAME` or `guarantee NAME` with its sentences and reasons: what the clauses are for.

    The linter holds the clauses against it; the checker never looks at it, so no log keeps or breaks an aim.
    """

    name: str
    kind: AimKind
    title: str
    sentences: tuple[Sentence, ...]
    reasons: tuple[str, ...]
    span: Span


class Cell(StrEnum):
    """What a party is fine with."""

    YES = "yes"
    ASK = "ask"
    NO = "no"
    OPEN = "?"


class MatrixRow(Struct, frozen=True):
    """An activity and a cell for each column of the matrix."""

    activity: str
    cells: tuple[Cell, ...]
    words: str
    span: Span


class Matrix(Struct, frozen=True):
    """`matrix comfort for encounter`: what each party is fine with, activity by activity."""

    name: str
    title: str
    event: str
    parties: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    reasons: tuple[str, ...]
    span: Span
    ask_within: Duration


class State(Struct, frozen=True):
    """`state at-risk`: holds from an event of `starts` to the next one of `ends`, or for `lasts` at most.

    An end before `least` (`lasts at least 14 days`) is over takes effect when it is over.
    `each` (`state at-risk for each party`): every party has their own, which only events that they had part in start and end.
    """

    name: str
    starts: tuple[Selector, ...]
    ends: tuple[Selector, ...]
    lasts: Duration | None
    span: Span
    each: bool = False
    least: Duration | None = None


class Person(Struct, frozen=True):
    """Somebody outside the agreement."""

    name: str
    title: str
    tags: tuple[str, ...]
    known_since: int | None
    span: Span


class Signature(Struct, frozen=True):
    """`signed by Ana on 2026-08-30 [digest … [after …]]`; the date as an ordinal, the digest that of the text as it was signed.

    `after` is the digest of the text that it took the place of. `rank` orders signatures of one date as they were written; 0 is not known.
    """

    party: str
    on: int
    digest: str
    span: Span
    after: str = ""
    rank: int = 0


class ExampleLine(Struct, frozen=True):
    """A line of an example's log: an entry or, with `note`, words under one."""

    words: str
    note: bool
    span: Span


class Expectation(Struct, frozen=True):
    """What an example says of its log: `broken` names the clauses or sentences that are (none where all is kept).

    `day` (an ordinal) and `second` (of the local day) are its moment; None where it does not say.
    """

    broken: tuple[str, ...]
    day: int | None
    second: int | None
    span: Span


class Example(Struct, frozen=True):
    """`example "TITLE"`: a few log entries and what the parties mean them to be judged as. No part of any real log."""

    title: str
    lines: tuple[ExampleLine, ...]
    expects: tuple[Expectation, ...]
    span: Span


class Agreement(Struct, frozen=True):
    """One version of an agreement. Dates are ordinals; `in_force_until` is the last date in force.

    `zone` is an IANA name, or empty where the agreement does not say (the machine's zone is then used). `currency` is that of the amounts
    of vocabularies' events, or empty where these say it themselves.
    `digest` is `sha256:…` over the text without comments, blank lines and signatures. `was` gives the old names of parties who are
    called otherwise now, each with the new one.
    """

    title: str
    parties: tuple[str, ...]
    file: str
    digest: str
    span: Span
    in_force_from: int | None = None
    in_force_until: int | None = None
    zone: str = ""
    week_start: int = 0
    currency: str = ""
    signatures: tuple[Signature, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    people: tuple[Person, ...] = ()
    states: tuple[State, ...] = ()
    days: tuple[DeclaredDays, ...] = ()
    hours: tuple[DeclaredHours, ...] = ()
    clauses: tuple[Clause, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    aims: tuple[Aim, ...] = ()
    examples: tuple[Example, ...] = ()
    was: tuple[tuple[str, str], ...] = ()

    @property
    def unsigned(self) -> tuple[str, ...]:
        """The parties who have not signed this very text, in the agreement's order."""
        signed = {signature.party for signature in self.signatures if self.assents(signature)}
        return tuple(party for party in self.parties if party not in signed)

    @property
    def signed_another(self) -> tuple[str, ...]:
        """The parties whose signature is under another text: the digest in it is not that of this one."""
        signed = {signature.party for signature in self.signatures if not self.assents(signature)}
        return tuple(party for party in self.parties if party in signed)

    def assents(self, signature: Signature) -> bool:
        """Whether a signature is under this very text; one without a digest counts as it is written."""
        return signature.digest in ("", self.digest)

    @property
    def hopes(self) -> tuple[Aim, ...]:
        """What must stay possible under all clauses."""
        return tuple(aim for aim in self.aims if aim.kind is AimKind.HOPE)

    @property
    def guarantees(self) -> tuple[Aim, ...]:
        """What must follow from the clauses."""
        return tuple(aim for aim in self.aims if aim.kind is AimKind.GUARANTEE)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every clause, in order; what is only hoped for or guaranteed is none of them."""
        return tuple(sentence for clause in self.clauses for sentence in clause.sentences)
