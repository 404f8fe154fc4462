"""Hypothesis strategies for whole agreements (as text and as a model) and for logs that lie at the edges of everything."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from pactlang.log.entry import Entry, Moment
from pactlang.model.agreement import (
    Agreement,
    Cell,
    Clause,
    ClauseKind,
    Interval,
    Matrix,
    MatrixRow,
    Modifiers,
    NotFilter,
    Parties,
    Pause,
    Person,
    Precedence,
    ProhibitionAfter,
    Quota,
    Response,
    Schedule,
    Sentence,
    Signature,
    SomeOf,
    State,
    UnlessEvent,
    UnlessFilters,
    WhoWord,
)
from pactlang.model.calendar import Days, Exact
from pactlang.model.named import DeclaredHours
from pactlang.model.vocabulary import EventType, Vocabulary

from .clock import DAY, Clock, add_days
from .matching import parts_of
from .spoken import (
    DAYS,
    DAYS_TEXT,
    FORMS,
    HOUR,
    HOURS,
    NOWHERE,
    OWN_NIGHT,
    OWN_NIGHT_TEXT,
    Said,
    durations_in,
    follow_up,
    may_be_wished,
    modifiers,
    selector,
)
from .versions import bind, what_it_says, with_names

# A zone, and dates around which its clocks change, a month ends or a leap day lies.
PLACES: dict[str, tuple[str, ...]] = {
    "Europe/Berlin": ("2026-03-29", "2026-10-25", "2024-02-29"),
    "America/New_York": ("2026-03-08", "2026-11-01", "2026-01-31"),
    "Australia/Lord_Howe": ("2026-10-04", "2026-04-05"),
    "America/Sao_Paulo": ("2017-10-15", "2018-02-18", "2018-11-04"),
    "UTC": ("2024-02-29", "2026-05-31"),
    "Asia/Kolkata": ("2026-01-31",),
    "Africa/Casablanca": ("2026-02-15", "2026-03-22"),
    "Europe/Dublin": ("2026-03-29", "2026-10-25"),
    "Pacific/Apia": ("2011-12-30",),
}
PARTIES = ("Ana", "Ben", "Cleo", "Dan")
PEOPLE = ("dana", "kim", "lou")


@dataclass(frozen=True)
class Spoken:
    """An agreement as people write it, and what it means; `near` is the date that its log should be about."""

    text: str
    model: Agreement
    near: int


# --- agreements ---------------------------------------------------------------------------------------------------

VOCABULARY_TEXT = """\
event encounter
    plural encounters
    with person
    fields protection, mood

event disclosure
    plural disclosures
    fields mood

event notice
    plural notices

event test
    plural tests

event check-in
    plural check-ins

event conflict
    plural conflicts

event debrief
    plural debriefs

event expense
    plural expenses
    amount in EUR

event payment
    plural payments
    amount in EUR

term late-night means encounter between 23:00 and 05:00
"""
VOCABULARY = Vocabulary(
    MappingProxyType(
        {
            "encounter": EventType("encounter", "encounters", with_person=True, fields=("protection", "mood")),
            "disclosure": EventType("disclosure", "disclosures", fields=("mood",)),
            "notice": EventType("notice", "notices"),
            "test": EventType("test", "tests"),
            "check-in": EventType("check-in", "check-ins"),
            "conflict": EventType("conflict", "conflicts"),
            "debrief": EventType("debrief", "debriefs"),
            "expense": EventType("expense", "expenses", unit="EUR"),
            "payment": EventType("payment", "payments", unit="EUR"),
        }
    )
)
ACTIVITIES = ("dinner", "overnight", "travel")


def iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


@dataclass(frozen=True)
class Parts:
    """What an agreement is put together from; each clause is its kind and its sentences, with their lines below and what these mean."""

    near: int
    zone: str
    parties: tuple[str, ...]
    first: int
    last: int | None
    week_start: int
    people: tuple[tuple[Person, ...], list[str]]
    states: tuple[tuple[State, ...], list[str]]
    clauses: tuple[tuple[ClauseKind, tuple[tuple[Said, list[str], Modifiers], ...]], ...]
    matrix: tuple[Matrix, list[str]] | None = None
    signed_by: tuple[str, ...] = ()
    currency: str = "EUR"
    own_night: bool = False

    def spoken(self) -> Spoken:
        """The agreement, as text and as a model."""
        clauses = []
        lines = []
        for number, (kind, sentences) in enumerate(self.clauses, start=1):
            clause = Clause(f"c{number}", kind, "", (), (), (), NOWHERE)
            lines.append(f"{kind} {clause.name}")
            for said, under, meaning in sentences:
                said = in_currency(said, self.currency)
                said = in_own_night(said) if self.own_night else said
                clause = with_sentence(clause, said, meaning)
                lines += [f"    {line}" for line in (said.words, *under)]
            lines.append("")
            clauses.append(clause)
        # What is private anywhere is private under every sentence that names items.
        untold = tuple(dict.fromkeys(kept for clause in clauses for one in clause.sentences for kept in one.modifiers.untold))
        clauses = [
            replace(
                clause,
                sentences=tuple(
                    replace(one, modifiers=replace(one.modifiers, untold=untold)) if one.modifiers.names_items else one
                    for one in clause.sentences
                ),
            )
            for clause in clauses
        ]
        words = (self.heading()[:4], self.week_start, self.own_night, self.people, self.states, self.matrix, lines)
        model = Agreement(
            title="Case",
            parties=self.parties,
            file="us.pact",
            digest=f"sha256:{sha256(repr(words).encode()).hexdigest()}",
            span=NOWHERE,
            in_force_from=self.first,
            in_force_until=self.last,
            zone=self.zone,
            week_start=self.week_start,
            signatures=tuple(Signature(party, self.first - 50, "", NOWHERE) for party in self.signed_by),
            vocabulary=Vocabulary(
                MappingProxyType({name: replace(one, unit=one.unit and self.currency) for name, one in VOCABULARY.events.items()})
            ),
            people=self.people[0],
            states=self.states[0],
            days=DAYS,
            hours=(*HOURS, DeclaredHours(OWN_NIGHT, NOWHERE)) if self.own_night else HOURS,
            clauses=tuple(clauses),
            matrices=() if self.matrix is None else (self.matrix[0],),
        )
        parts = [
            self.heading(),
            VOCABULARY_TEXT.splitlines(),
            DAYS_TEXT.splitlines(),
            OWN_NIGHT_TEXT if self.own_night else (),
            [""],
            self.people[1],
            self.states[1],
            lines,
        ]
        parts += [] if self.matrix is None else [self.matrix[1]]
        text = "\n".join(line for part in parts for line in part).replace("amount in EUR", f"amount in {self.currency}")
        return Spoken(text, model, self.near)

    def heading(self) -> list[str]:
        """The heading and what stands under it."""
        return [
            'pact "Case"',
            f"    between {', '.join(self.parties[:-1])} and {self.parties[-1]}",
            f"    in force from {iso(self.first)}" + ("" if self.last is None else f" until {iso(self.last)}"),
            f"    time zone {self.zone}",
            *(["    week starts Sunday"] if self.week_start else []),
            *(f"    signed by {party} on {iso(self.first - 50)}" for party in self.signed_by),
            "",
        ]


def in_currency(said: Said, currency: str) -> Said:
    """The same sentence about money in another currency."""
    if getattr(said.meaning, "portion", None) is not None:
        return Said(said.words, replace(said.meaning, currency=currency))
    measure = getattr(said.meaning, "measure", None)
    if measure is None or not measure.currency:
        return said
    words = said.words.replace(f" {measure.currency} ", f" {currency} ")
    return Said(words, replace(said.meaning, measure=replace(measure, currency=currency)))


def in_own_night(said: Said) -> Said:
    """The same sentence, where nights are those of the text's own."""
    measure = getattr(said.meaning, "measure", None)
    if measure is None or measure.night is None:
        return said
    return Said(said.words, replace(said.meaning, measure=replace(measure, night=OWN_NIGHT)))


@st.composite
def agreement_parts(draw: st.DrawFn, forms: Sequence[str], sentences: int = 2, place: tuple[str, int] | None = None) -> Parts:
    """An agreement with a few sentences of these forms (and `follow_up`, `matrix`), each in a clause of its own or two in one."""
    zone, near = place or draw(places())
    size = draw(st.sampled_from((2, 2, 3)))
    clauses: list[tuple[ClauseKind, tuple[tuple[Said, list[str], Modifiers], ...]]] = []
    for form in [draw(st.sampled_from([form for form in forms if form in FORMS])) for _ in range(sentences)]:
        said = draw(FORMS[form](near))
        sentence = (said, *draw(modifiers(said.meaning, near)))
        if clauses and draw(st.integers(0, 3)) == 0:
            clauses[-1] = (clauses[-1][0], (*clauses[-1][1], sentence))
        else:
            clauses.append((ClauseKind.PROMISE, (sentence,)))
    if "pause_after" in forms:
        said = draw(follow_up([f"c{number + 1}" for number in range(len(clauses))], ("pause",)))
        clauses.append((draw(st.sampled_from((ClauseKind.PROMISE, ClauseKind.REPAIR))), ((said, [], Modifiers()),)))
    if "follow_up" in forms:
        for kind in draw(st.sampled_from(((ClauseKind.PROMISE,), (ClauseKind.REPAIR,), (ClauseKind.PROMISE, ClauseKind.REPAIR)))):
            of = [f"c{number}" for number, (_, told) in enumerate(clauses, 1) if not all(meaning.wish for *_, meaning in told)]
            said = draw(follow_up(of))
            clauses.append((kind, ((said, *draw(modifiers(said.meaning, near))),)))
    many = [
        part.number + (part.of is WhoWord.THE_OTHERS)
        for _, told in clauses
        for said, _, under in told
        for part in some_of((said.meaning, under))
    ]
    # So many there must be; and one or two more, now and then.
    parties = PARTIES[: max([size, *(number + draw(st.integers(0, 1)) for number in many)])]
    return Parts(
        near=near,
        zone=zone,
        parties=parties,
        first=near - draw(st.sampled_from((0, 1, 3, 10, 40))),
        last=None if draw(st.booleans()) else near + draw(st.sampled_from((0, 1, 5, 14, 40))),
        week_start=draw(st.sampled_from((0, 0, 6))),
        people=draw(declared_people(near)),
        states=draw(states()),
        clauses=tuple(clauses),
        matrix=draw(tables(parties)) if "matrix" in forms else None,
        own_night=draw(st.booleans()) if any(counts_nights(said.meaning) for _, told in clauses for said, *_ in told) else False,
    )


def some_of(form: object) -> list[SomeOf]:
    """Every `at least 2 of us` of a sentence."""
    return [part for part in parts_of(form) if isinstance(part, SomeOf)]


def counts_nights(form: object) -> bool:
    """Whether a sentence counts nights."""
    measure = getattr(form, "measure", None)
    return measure is not None and measure.night is not None


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int]:
    """A zone, and a date on which something happens to its clocks or its calendar."""
    zone = draw(st.sampled_from(sorted(PLACES)))
    return zone, date.fromisoformat(draw(st.sampled_from(PLACES[zone]))).toordinal()


def with_sentence(clause: Clause, said: Said, meaning: Modifiers) -> Clause:
    """Page: "The first sentence of clause `testing` is `testing`, the second `testing.2`"."""
    index = sum(not one.repairs for one in clause.sentences) + 1
    label = clause.name if index == 1 else f"{clause.name}.{index}"
    found = [Sentence(label, clause.name, index, said.meaning, said.words, NOWHERE, meaning)]
    if meaning.otherwise is not None:
        found.append(Sentence(f"{label}.otherwise", clause.name, index, meaning.otherwise, "", NOWHERE))
    return replace(clause, sentences=(*clause.sentences, *found))


@st.composite
def declared_people(draw: st.DrawFn, near: int) -> tuple[tuple[Person, ...], list[str]]:
    """`dana`, who may be known since a date, and `kim`, who works with somebody; `lou` is never declared."""
    since = draw(st.sampled_from((None, near - 400, near, near + 2)))
    people = (Person("dana", "", (), since, NOWHERE), Person("kim", "", ("coworker",), None, NOWHERE))
    known = "" if since is None else f" known since {iso(since)}"
    return people, [f"person dana{known}", "person kim tagged coworker", ""]


@st.composite
def states(draw: st.DrawFn) -> tuple[tuple[State, ...], list[str]]:
    """`at-risk` for all, and `exposed` for each party."""
    (common, lines), (own, more) = draw(one_state("at-risk", each=False)), draw(one_state("exposed", each=True))
    return (common, own), lines + more


@st.composite
def one_state(draw: st.DrawFn, name: str, *, each: bool) -> tuple[State, list[str]]:
    """From a conflict to a test or for a while."""
    lines = [f"state {name}{' for each party' * each}", "    starts with conflict"]
    ends, lasts = (), None
    if draw(st.booleans()):
        lines.append("    ends with test")
        ends = (selector("test"),)
    if draw(st.booleans()) or not ends:
        lasts, words = draw(st.sampled_from(((Days(days=3), "3 days"), (Exact(48 * HOUR), "48 hours"))))
        lines.append(f"    lasts at most {words}")
    least = None
    if ends and draw(st.booleans()):
        least, words = draw(st.sampled_from(((Days(days=1), "1 day"), (Days(days=2), "2 days"), (Exact(30 * HOUR), "30 hours"))))
        lines.append(f"    lasts at least {words}")
    return State(name, (selector("conflict"),), ends, lasts, NOWHERE, each, least), [*lines, ""]


@st.composite
def tables(draw: st.DrawFn, parties: Sequence[str]) -> tuple[Matrix, list[str]]:
    """`matrix comfort for encounter`, with every kind of cell."""
    lines = ["matrix comfort for encounter", "    activity  " + "  ".join(parties)]
    rows = []
    for activity in ACTIVITIES[: draw(st.integers(1, 3))]:
        cells = tuple(draw(st.sampled_from(list(Cell))) for _ in parties)
        words = f"{activity}  " + "  ".join(cells)
        lines.append(f"    {words}")
        rows.append(MatrixRow(activity, cells, words, NOWHERE))
    within, said = draw(st.sampled_from(((Days(days=7), None), (Days(days=2), "2 days"), (Exact(24 * HOUR), "24 hours"))))
    if said is not None:
        lines.append(f"    ask means consent within the last {said}")
    return Matrix("comfort", "", "encounter", tuple(parties), tuple(rows), (), NOWHERE, within), [*lines, ""]


# --- versions -----------------------------------------------------------------------------------------------------


@st.composite
def version_lists(draw: st.DrawFn, forms: Sequence[str] = tuple(FORMS), sentences: int = 1) -> list[Spoken]:
    """Two or three versions of one agreement, some signed by all and some not, that replace each other near a date."""
    place = draw(places())
    near = place[1]
    form = draw(st.sampled_from(list(forms)))
    same = draw(st.booleans())  # the same sentences again: turns, used-up notices and stretches that carry over
    found: list[Parts] = []
    for number in range(draw(st.integers(2, 3))):
        parts = draw(agreement_parts((form,), sentences=sentences, place=place))
        first = near + number * draw(st.sampled_from((2, 3, 7))) - 5
        signed = PARTIES[:2] if draw(st.integers(0, 3)) else PARTIES[:1]
        last = None if parts.last is None or parts.last < first else parts.last
        clauses = tuple(draw(renumbered(one)) for one in found[0].clauses) if same and found else parts.clauses
        found.append(
            dataclasses.replace(
                parts,
                parties=PARTIES[:2],
                first=first,
                last=last,
                signed_by=signed,
                clauses=clauses,
                currency=draw(st.sampled_from(("EUR", "EUR", "USD"))),
            )
        )
    return [parts.spoken() for parts in found]


@st.composite
def renumbered(draw: st.DrawFn, clause: tuple[ClauseKind, tuple[tuple[Said, list[str], Modifiers], ...]]) -> object:
    """The same clause, its quotas and intervals perhaps with another number."""
    kind, sentences = clause
    found = []
    for said, under, meaning in sentences:
        form = said.meaning
        if isinstance(form, Quota) and draw(st.booleans()):
            said = Said(said.words, replace(form, measure=replace(form.measure, limit=form.measure.limit + draw(st.sampled_from((-1, 1))))))
        elif isinstance(form, ProhibitionAfter) and form.waits_for is None and draw(st.booleans()):
            said = Said(said.words, replace(form, end=Days(days=draw(st.sampled_from((1, 2, 5))))))
        elif isinstance(form, Interval) and isinstance(form.every, Days) and draw(st.booleans()):
            said = Said(said.words, replace(form, every=Days(days=draw(st.sampled_from((2, 5, 9))))))
        elif isinstance(form, Schedule) and form.recurrence.date is not None and draw(st.booleans()):
            day = form.recurrence.date + draw(st.sampled_from((1, 3, 7, 20)))
            said = Said(said.words, replace(form, recurrence=replace(form.recurrence, date=day)))
        if (
            draw(st.integers(0, 4)) == 0 and may_be_wished(said.meaning) and meaning.otherwise is None
        ):  # a promise becomes a wish, or a wish a promise
            meaning = replace(meaning, wish=not meaning.wish)
            under = [*(line for line in under if line != "if we can"), *["if we can"] * meaning.wish]
        found.append((said, under, meaning))
    return kind, tuple(found)


# --- logs ---------------------------------------------------------------------------------------------------------

CLOCK_TIMES = tuple(
    hour * HOUR + minute * 60
    for hour, minute in (
        *((0, 0), (0, 1), (0, 30), (1, 0), (1, 30), (1, 59), (2, 0), (2, 15), (2, 30), (2, 59), (3, 0), (3, 1), (5, 0), (9, 0)),
        *((12, 0), (17, 0), (19, 0), (20, 0), (22, 0), (22, 59), (23, 0), (23, 1), (23, 30), (23, 59)),
    )
)
LENGTHS = (60, 900, 1800, HOUR, 3 * HOUR, 3 * HOUR + 60, 8 * HOUR, 26 * HOUR, 50 * HOUR)
OFFSETS = (0, 2 * HOUR, -5 * HOUR, 5 * HOUR + 2700, 10 * HOUR + 1800)
SHIFTS = (-60, -1, 0, 0, 0, 0, 1, 60)
STEPS = (-14, -3, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2, 3, 7, 20)

NOT_ABOUT_TIME = ("pause", "resume", "withdraw consent", "refuse", "waive", "dispute", "complete", "leave")
STOOD_IN = ("check-in", "debrief", "expense", "notice", "encounter")
EVERYDAY = (
    "encounter",
    "encounter",
    "encounter",
    "disclosure",
    "notice",
    "test",
    "check-in",
    "conflict",
    "debrief",
    "expense",
    "payment",
    "consent",
)


@dataclass(frozen=True)
class LogShape:
    """What a log may hold beside everyday entries."""

    pauses: bool = True
    consents: bool = True
    waivers: bool = False
    leaves: bool = False
    completes: bool = False
    untimed: bool = False
    noted: bool = False
    nobody: bool = False  # encounters of which nobody wrote with whom they were
    unnamed: bool = False  # expenses of which nobody wrote whose they were, or how much
    size: int = 12


@st.composite
def logs(draw: st.DrawFn, spoken: Sequence[Spoken], shape: LogShape = LogShape()) -> list[Entry]:
    """A log in the order of its lines, which is no order of time: entries on the edges of what the agreement speaks of."""
    models = [one.model for one in spoken]
    near, clock = spoken[0].near, Clock(models[0].zone)
    types = wanted_types(models, shape)
    lengths = [length for model in models for sentence in model.sentences for length in durations_in((sentence.form, sentence.modifiers))]
    moments = [clock.instant(near, 0)]
    ways = [sentence for model in models for sentence in model.sentences if isinstance(sentence.form, Pause)]
    pausing = sorted({name for way in ways for name in (way.clause, way.label)})
    entries: list[Entry] = []
    bills: list[int] = []
    for _ in range(draw(st.integers(1, shape.size))):
        kind = draw(st.sampled_from(types))
        start = draw(instants(near, clock, moments, lengths))
        if kind == "payment" and bills and draw(st.integers(0, 3)):
            start = draw(st.sampled_from(bills)) + draw(st.sampled_from((0, HOUR, HOUR, DAY, DAY, 2 * DAY, 7 * DAY)))
        bills += [start] * (kind == "expense")
        entry = draw(spelled(kind, start, clock))
        if shape.untimed and kind not in NOT_ABOUT_TIME and draw(st.integers(0, 3)) == 0:
            entry = replace(entry, day=clock.date(start), second=None, offset=None)
        elif kind in ("encounter", "conflict") and draw(st.booleans()):
            entry = draw(ended(entry, start, clock))
        entry = draw(filled(entry, entries, models[0].parties, near, shape))
        if pausing and kind in ("pause", "resume"):
            entry = replace(entry, target=draw(st.sampled_from((None, *pausing))))
        others = [party for party in models[0].parties if party not in entry.by]
        if others and kind in STOOD_IN and draw(st.integers(0, 3)) == 0:
            entry = replace(entry, instead_of=tuple(draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True))))
        entries.append(entry)
        moments += [start] if entry.end_second is None else [start, clock.instant(entry.end_day or 0, entry.end_second, entry.end_offset)]
    if excuses_nobody_named(models):
        entries = [replace(one, with_=()) if one.type in ("consent", "notice") else one for one in entries]
    if not shape.untimed and any(counts_nights(sentence.form) for model in models for sentence in model.sentences):
        # Where nights are counted, how long one went on that says no end is unknown (R108): `test_missing_time` looks at that.
        entries = [ended_at_once(one) for one in entries]
    if any(isinstance(part, Parties) and "kim" in part.names for model in models for one in model.sentences for part in parts_of(one.form)):
        entries = [draw(with_kim(one)) for one in entries]
    if asks_what_is_said(models):
        entries = [saying_all(one, models[0].parties) for one in entries]
    entries = without_twins(entries, clock)
    return [replace(entry, order=order, line=order + 1) for order, entry in enumerate(draw(st.permutations(entries)))]


def ended_at_once(entry: Entry) -> Entry:
    """The same with an end at its start, where it says none."""
    if entry.type in NOT_ABOUT_TIME or entry.second is None or entry.end_second is not None:
        return entry
    return replace(entry, end_day=entry.day, end_second=entry.second, end_offset=entry.offset)


@st.composite
def with_kim(draw: st.DrawFn, entry: Entry) -> Entry:
    """The same, or by or to somebody outside, alone or with others."""
    if entry.type not in ("consent", "withdraw consent", "refuse", "notice", "test", "debrief", "disclosure", "check-in"):
        return entry
    by = draw(st.sampled_from((entry.by, entry.by, ("kim",), (*entry.by, "kim"))))
    return replace(entry, by=by, to=draw(st.sampled_from((entry.to, ("kim",), (*entry.to, "kim")))))


def asks_what_is_said(models: Sequence[Agreement]) -> bool:
    """Whether an entry that does not say where, to whom or with which tags is unknown to some sentence (R140, R120).

    Of a response the reference says so itself.
    """
    forms = [one.form for model in models for one in model.sentences]
    owed = [getattr(form, "unless", None) if isinstance(form, Response) else form for form in forms]
    unsaid = any(part is WhoWord.ADDRESSED for one in owed for part in parts_of(one))
    return unsaid or any(isinstance(part, NotFilter | UnlessFilters) for form in forms for part in parts_of(form))


def saying_all(entry: Entry, parties: Sequence[str]) -> Entry:
    """The same with a place, a tag and somebody whom it is to; `test_missing_people` looks at those without."""
    if entry.type in NOT_ABOUT_TIME or entry.type == "consent":
        return entry
    return replace(entry, place=entry.place or "yard", tags=entry.tags or ("plain",), to=entry.to or tuple(parties[-1:]))


def excuses_nobody_named(models: Sequence[Agreement]) -> bool:
    """Whether something before, or an excuse, is asked for of events that are with nobody: one for certain people is then unknown (R23).

    `test_missing_people` looks at that; the reference has no `unknown` of its own.
    """
    for form in (sentence.form for model in models for sentence in model.sentences):
        trigger = getattr(form, "trigger", None)
        about = getattr(form, "selector", None) or getattr(trigger, "selector", None)
        asks = isinstance(form, Precedence) or isinstance(getattr(form, "unless", None), UnlessEvent)
        if asks and about is not None and any(one.event != "encounter" for one in about.alternatives):
            return True
    return False


def wanted_types(models: Sequence[Agreement], shape: LogShape) -> list[str]:
    """Event types, those that the sentences speak of far more often."""
    words = " ".join(sentence.words for model in models for sentence in model.sentences)
    named = [kind for kind in EVERYDAY if kind in words.replace("late-night", "encounter")]
    types = [*named, *named, *named, "encounter", "conflict", "test"]
    if shape.pauses:
        types += ["pause", "resume"] * (3 if "pause" in words or "paused" in words else 1)
    if shape.consents and ("consent" in words or any(model.matrices for model in models)):
        types += ["consent"] * 3 + ["withdraw consent", "refuse"]
    types += ["waive", "waive", "dispute"] * shape.waivers + ["leave"] * shape.leaves + ["complete"] * shape.completes
    return types


@st.composite
def instants(draw: st.DrawFn, near: int, clock: Clock, moments: Sequence[int], lengths: Sequence[Days | Exact]) -> int:
    """An instant on a clock time that matters, at an earlier one again, or at a length of the agreement from it, give or take little."""
    kind = draw(st.sampled_from(("clock", "clock", "again", "length", "length")))
    if kind == "clock" or not lengths:
        return clock.instant(near + draw(st.sampled_from(STEPS)), draw(st.sampled_from(CLOCK_TIMES)))
    moment = draw(st.sampled_from(list(moments)))
    if kind == "again":
        return moment + draw(st.sampled_from(SHIFTS))
    length, sign = draw(st.sampled_from(list(lengths))), draw(st.sampled_from((-1, 1)))
    if isinstance(length, Exact):
        return moment + sign * length.seconds + draw(st.sampled_from(SHIFTS))
    day = add_days(clock.date(moment), length, sign) + draw(st.sampled_from((-1, 0, 0, 0, 1)))
    return clock.instant(day, draw(st.sampled_from((0, DAY - 60, 12 * HOUR, *CLOCK_TIMES))))


@st.composite
def spelled(draw: st.DrawFn, kind: str, instant: int, clock: Clock) -> Entry:
    """An entry that starts at an instant, in the local time or at some offset."""
    day, second, offset = draw(spelling(instant, clock))
    return Entry(kind, day, second, offset)


@st.composite
def spelling(draw: st.DrawFn, instant: int, clock: Clock) -> tuple[int, int, int | None]:
    """How to write an instant: as a local time where that says it, else at an offset."""
    day = clock.date(instant)
    second = clock.second(instant)
    if clock.instant(day, second) == instant and draw(st.integers(0, 5)):
        return day, second, None
    offset = draw(st.sampled_from(OFFSETS))
    elsewhere = instant + offset
    return elsewhere // DAY + date(1970, 1, 1).toordinal(), elsewhere % DAY, offset


@st.composite
def ended(draw: st.DrawFn, entry: Entry, start: int, clock: Clock) -> Entry:
    """The same with an end: after some time, at a clock time that matters, or at midnight sharp."""
    if draw(st.booleans()):
        end = start + draw(st.sampled_from(LENGTHS))
    else:
        end = clock.instant(clock.date(start) + draw(st.sampled_from((0, 1, 1, 2))), draw(st.sampled_from((0, 0, *CLOCK_TIMES))))
    if end <= start:
        end = start + HOUR
    day, second, offset = draw(spelling(end, clock))
    return replace(entry, end_day=day, end_second=second, end_offset=offset)


@st.composite
def filled(draw: st.DrawFn, entry: Entry, before: Sequence[Entry], parties: Sequence[str], near: int, shape: LogShape) -> Entry:
    """The same with people, places and whatever else its kind may have."""
    ids = [other.id for other in before if other.id is not None]
    by = tuple(draw(st.lists(st.sampled_from(list(parties)), min_size=1, max_size=len(parties), unique=True)))
    if draw(st.booleans()):
        by = by[:1]
    entry = replace(entry, by=by)
    match entry.type:
        case "encounter":
            entry = replace(
                entry,
                id=f"e{len(before)}" if draw(st.booleans()) else None,
                with_=tuple(draw(st.lists(st.sampled_from((*PEOPLE, "Ben")), min_size=0 if shape.nobody else 1, max_size=2, unique=True))),
                place=draw(st.sampled_from((None, "home", "home", "cafe"))),
                tags=tuple(draw(st.lists(st.sampled_from(ACTIVITIES), max_size=2, unique=True))),
                fields=draw(details()),
                to=tuple(draw(st.lists(st.sampled_from(list(parties)), max_size=2, unique=True))),
            )
        case "expense":
            amount = draw(st.sampled_from((Decimal(20), Decimal(50), Decimal("50.01"), Decimal(-10))))
            unit = draw(st.sampled_from(("EUR", "EUR", "EUR", "USD", "")))
            entry = replace(entry, fields={"amount": amount, "unit": unit} if unit else {"amount": amount})
            if shape.unnamed:
                left_out = draw(st.sampled_from(("", "", "by", "amount")))
                entry = replace(entry, by=() if left_out == "by" else entry.by, fields={} if left_out == "amount" else entry.fields)
            if draw(st.booleans()):
                entry = replace(entry, id=f"e{len(before)}")
        case "pause":
            entry = replace(entry, until=draw(st.sampled_from((None, None, entry.day, entry.day + 1, entry.day + 5))))
        case "complete":
            entry = replace(entry, until=near + draw(st.sampled_from((-3, 0, 1, 5))))
        case "waive":
            clause = draw(st.sampled_from(("c1", "c2", "c1.2", "comfort")))
            if ids and draw(st.booleans()):
                entry = replace(entry, target=clause, about=draw(st.sampled_from(ids)))
            else:
                of = draw(st.sampled_from((clause, clause, f"{clause}.otherwise")))
                entry = replace(entry, target=f"{of}@{iso(near + draw(st.integers(-5, 10)))}")
        case "dispute" if ids:
            entry = replace(entry, about=draw(st.sampled_from(ids)))
        case "dispute":
            entry = replace(entry, type="check-in")
        case "resume" | "leave":
            pass
        case _:
            entry = replace(
                entry,
                id=f"e{len(before)}" if draw(st.integers(0, 2)) == 0 else None,
                about=draw(
                    st.sampled_from(
                        (*ids, *ids, f"{draw(st.sampled_from(('c1', 'c2', 'c1.otherwise')))}@{iso(entry.day - draw(st.integers(0, 2)))}")
                    )
                )
                if ids and draw(st.booleans())
                else None,
                to=tuple(draw(st.lists(st.sampled_from(list(parties)), max_size=2, unique=True))),
                covering=draw(st.sampled_from(((), ("who",), ("who", "when"), ("when", "who")))) if entry.type == "disclosure" else (),
                place=draw(st.sampled_from((None, "home"))),
                tags=draw(st.sampled_from(((), ("overnight",)))),
                with_=draw(st.sampled_from(((), (), ("dana",), ("dana", "kim"))))
                if "consent" in entry.type or entry.type in ("refuse", "notice")
                else (),
            )
    if entry.type == "payment":
        entry = paid(draw, entry, shape)
    if entry.until is None and entry.type in ("expense", "encounter", "conflict", "disclosure", "check-in") and draw(st.booleans()):
        entry = replace(entry, until=entry.day + draw(st.sampled_from((0, 0, 1, 2, 4, -1))))
    if shape.noted and entry.second is not None and draw(st.integers(0, 3)) == 0:
        entry = replace(entry, noted=Moment(entry.day + draw(st.sampled_from((1, 2, 4))), 8 * HOUR), noted_by=("Ana",))
    return entry


def paid(draw: st.DrawFn, entry: Entry, shape: LogShape) -> Entry:
    """A payment with its amount, and what it may leave out."""
    amount = draw(st.sampled_from([Decimal(one) for one in ("10", "16.66", "16.67", "25", "25", "50", "50", "75", "80", "-10")]))
    unit = draw(st.sampled_from((*["EUR"] * 8, "USD", "")))
    left_out = draw(st.sampled_from(("", "", "", "by", "amount"))) if shape.unnamed else ""
    fields = {"amount": amount, "unit": unit} if unit else {"amount": amount}
    return replace(entry, by=() if left_out == "by" else entry.by, fields={} if left_out == "amount" else fields)


def details() -> st.SearchStrategy[dict[str, str | Decimal]]:
    """`protection condom`, `mood 3`."""
    choices: list[dict[str, str | Decimal]] = [
        {},
        {"protection": "condom"},
        {"protection": "none"},
        {"mood": Decimal(3)},
        {"mood": Decimal(2)},
    ]
    return st.sampled_from(choices)


def without_twins(entries: Sequence[Entry], clock: Clock) -> list[Entry]:
    """No entry that says the same as an earlier one: those would be one."""
    found: list[Entry] = []
    said: list[tuple[object, ...]] = []
    for entry in entries:
        says = what_it_says(bind(replace(entry, id=None), clock, None))
        if says not in said:
            said.append(says)
            found.append(entry)
    return found


@st.composite
def moments_to_ask(draw: st.DrawFn, spoken: Sequence[Spoken], entries: Sequence[Entry]) -> int:
    """An *as of*: long after, in the middle, or at the very edge of a deadline."""
    clock, near = Clock(spoken[0].model.zone), spoken[0].near
    if draw(st.booleans()):
        return clock.instant(near + draw(st.sampled_from((60, 400))), 12 * HOUR)
    lengths = [length for one in spoken for sentence in one.model.sentences for length in durations_in((sentence.form, sentence.modifiers))]
    starts = [clock.instant(entry.day, entry.second or 0, entry.offset) for entry in entries]
    return draw(instants(near, clock, starts or [clock.instant(near, 0)], lengths))


# --- cases --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """What both checkers are asked: versions of an agreement, a log, a moment.

    `called` names a party who is called Zoe from the version of that place on, if any.
    """

    versions: tuple[Spoken, ...]
    entries: tuple[Entry, ...]
    as_of: int
    called: tuple[str, int] = ("", 0)

    @property
    def models(self) -> list[Agreement]:
        texts = [version.model for version in self.versions]
        old, since = self.called
        if not old:
            return texts
        first = _agreed_on(texts[since])
        return [replace(with_names(one, {old: "Zoe"}), was=((old, "Zoe"),)) if _agreed_on(one) >= first else one for one in texts]

    def __repr__(self) -> str:
        clock = Clock(self.models[0].zone)
        agreements = [in_words(version) for version in self.versions]
        day, second = clock.date(self.as_of), clock.second(self.as_of)
        called = "{} is called Zoe from text {} on".format(*self.called) if self.called[0] else ""
        return "\n".join(["", *agreements, called, *map(log_line, self.entries), f"as of {iso(day)} {clock_time(second)}"])


def in_words(version: Spoken) -> str:
    """The agreement's text without the vocabulary that all of them share."""
    return version.text.replace(VOCABULARY_TEXT, "")


def clock_time(second: int) -> str:
    """`23:10`, or `23:10:05`."""
    seconds = f":{second % 60:02}" if second % 60 else ""
    return f"{second // HOUR:02}:{second // 60 % 60:02}{seconds}"


def offset_words(offset: int | None) -> str:
    """`+05:45`, or nothing."""
    return "" if offset is None else f"{'-' if offset < 0 else '+'}{abs(offset) // HOUR:02}:{abs(offset) // 60 % 60:02}"


def log_line(entry: Entry) -> str:
    """An entry as a line of a log."""
    when = iso(entry.day)
    if entry.second is not None:
        when += f" {clock_time(entry.second)}{offset_words(entry.offset)}"
    if entry.end_second is not None:
        end_day = "" if entry.end_day is None else f"{iso(entry.end_day)} "
        when += f" to {end_day}{clock_time(entry.end_second)}{offset_words(entry.end_offset)}"
    if entry.type == "complete":
        return f"{when}  complete until {iso(entry.until or 0)}"
    what = entry.type
    if entry.type in ("pause", "resume") and entry.target:
        what += f" {entry.target}"
    if entry.type == "waive":
        what += f" {entry.target}" + (f" of {entry.about}" if entry.about else "")
    for word, names in (("by", entry.by), ("to", entry.to), ("with", entry.with_)):
        what += f" {word} {' and '.join(names)}" if names else ""
    what += f" instead of {' and '.join(entry.instead_of)}" if entry.instead_of else ""
    what += f" at {entry.place}" if entry.place else ""
    what += f" about {entry.about}" if entry.about and entry.type != "waive" else ""
    what += f" until {iso(entry.until)}" if entry.until is not None else ""
    what += f", covering {', '.join(entry.covering)}" if entry.covering else ""
    what += f", tagged {', '.join(entry.tags)}" if entry.tags else ""
    if "unit" in entry.fields:
        what += f", amount {entry.fields['amount']} {entry.fields['unit']}"
    else:
        what += "".join(f", {name} {value}" for name, value in entry.fields.items())
    what += f", as {entry.id}" if entry.id else ""
    if entry.noted is not None:
        what += f", noted {iso(entry.noted.day)} {clock_time(entry.noted.second or 0)} by {' and '.join(entry.noted_by)}"
    return f"{when}  {what}"


@st.composite
def cases(draw: st.DrawFn, versions: st.SearchStrategy[list[Spoken]], shape: LogShape) -> Case:
    """Agreements of one kind with a log and a moment."""
    spoken = draw(versions)
    entries = draw(logs(spoken, shape))
    return Case(tuple(spoken), tuple(entries), draw(moments_to_ask(spoken, entries)))


def one_agreement(forms: Sequence[str], shape: LogShape = LogShape(), sentences: int = 2) -> st.SearchStrategy[Case]:
    """A case with one version."""
    return cases(agreement_parts(forms, sentences).map(lambda parts: [parts.spoken()]), shape)


def several_versions(shape: LogShape = LogShape(), forms: Sequence[str] = tuple(FORMS), sentences: int = 1) -> st.SearchStrategy[Case]:
    """A case with two or three versions."""
    return cases(version_lists(forms, sentences), shape)


# What a later text may call otherwise: a clause, two clauses that exchange their names, an event.
OTHER_WORDS = (
    {"c1": "d1"},
    {"c1": "c2", "c2": "c1"},
    {"c1": "c2", "c2": "c3"},
    {"conflict": "quarrel", "conflicts": "quarrels"},
    {"encounter": "outing", "encounters": "outings"},
    {"test": "check-up", "tests": "check-ups"},
)


@st.composite
def with_other_words(draw: st.DrawFn, some: st.SearchStrategy[Case]) -> Case:
    """A case in which a clause or an event has another name from some text on; entries use either name."""
    case = draw(some)
    words = draw(st.sampled_from(OTHER_WORDS))
    since = draw(st.integers(1, len(case.versions) - 1))
    versions = tuple(reworded(one, words) if place >= since else one for place, one in enumerate(case.versions))
    entries = tuple(in_other_words(entry, words) if draw(st.booleans()) else entry for entry in case.entries)
    return dataclasses.replace(case, versions=versions, entries=entries)


def reworded(spoken: Spoken, words: Mapping[str, str]) -> Spoken:
    """An agreement in which a few names are others, wherever they are said."""
    text = in_other_words(spoken.text, words)
    return Spoken(text, replace(in_other_words(spoken.model, words), digest=f"sha256:{sha256(text.encode()).hexdigest()}"), spoken.near)


def in_other_words(value: Any, words: Mapping[str, str]) -> Any:
    """The same with these names in place of others: all at once, so that two may be exchanged."""
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return re.sub(rf"(?<![\w-])({'|'.join(words)})(?![\w-])", lambda found: words[found[0]], value)
    if isinstance(value, Mapping):
        return MappingProxyType({in_other_words(name, words): in_other_words(one, words) for name, one in value.items()})
    if isinstance(value, tuple):
        return tuple(in_other_words(one, words) for one in value)
    if isinstance(value, Struct):
        return replace(value, **{name: in_other_words(getattr(value, name), words) for name in value.__struct_fields__})
    return value


@st.composite
def with_a_new_name(draw: st.DrawFn, some: st.SearchStrategy[Case]) -> tuple[Case, Case]:
    """A case, and the same with a party who takes a new name in some text (and in those signed later); entries use either name."""
    case = draw(some)
    called = draw(st.sampled_from(case.models[0].parties)), draw(st.integers(0, len(case.versions) - 1))
    entries = tuple(with_names(entry, {called[0]: "Zoe"}) if draw(st.booleans()) else entry for entry in case.entries)
    return case, dataclasses.replace(case, entries=entries, called=called)


def _agreed_on(text: Agreement) -> int:
    return max((one.on for one in text.signatures), default=0)
