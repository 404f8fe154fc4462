"""Sheets to write on: one side each, with what is open between you filled in, and room for what only you know."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.day import sheet_words as said
from pactlang.day.sheet_kinds import Kind
from pactlang.day.status_text import coming_words, due_words
from pactlang.day.well_text import well_words
from pactlang.log.bound import start_of
from pactlang.log.words import person_word, person_words
from pactlang.model.agreement import Sentence
from pactlang.words.caps import room_words
from pactlang.words.messages import message
from pactlang.words.text import sentence_words
from pactlang.words.words import day_words, moment_words, people_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.day.status import Coming, Today

MOST = 5  # facts of one kind on a sheet; a sheet has one side
MOST_CLAUSES = 12
_NEAR = ("encounter", "date-night", "aftercare")  # of people who are lovers; others are not asked about intimacy


class Part(Struct, frozen=True):
    """A stretch of a sheet: `facts` are filled in; each of `asks` has room under it; `steps` are said or done one after the other.

    `more` is where the facts that did not fit are told.
    """

    title: str
    words: str = ""
    facts: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    more: str = ""


class Sheet(Struct, frozen=True):
    """A sheet. `entry` is how the log shows that it was done, without its date; empty where the agreement has no such event."""

    kind: Kind
    title: str
    day: int
    between: tuple[str, ...]
    parts: tuple[Part, ...]
    finding: str = ""
    entry: str = ""
    of: str = ""


def sheet_of(kind: Kind, judgement: Judgement, finding: Finding | None = None, of: str = "", today: Today | None = None) -> Sheet:
    """A sheet of a kind, filled in as of the moment of a judgement; `of` is whose it is.

    `finding` is what the sheet is about. `today` gives what is open and what went well; a sheet about one finding needs none.
    """
    agreement = judgement.agreement
    near = any(agreement.vocabulary.knows(event) for event in _NEAR)
    parts = tuple(_part(part, judgement, finding, today, near=near) for part in said.PARTS[kind.value])
    day = judgement.zone.date_of(judgement.as_of)
    about = finding.id if finding is not None else ""
    entry = _entry(kind, judgement, about, of)
    return Sheet(kind, said.TITLES[kind.value], day, agreement.parties, parts, about, entry, of)


def _part(part: said.Written, judgement: Judgement, finding: Finding | None, today: Today | None, *, near: bool) -> Part:
    facts: tuple[str, ...] = ()
    more, most = "pact status", MOST
    match part.filled:
        case "finding" if finding is not None:
            facts = tuple(_found(finding, judgement))
        case "well" if today is not None:
            facts = tuple(_went_well(today))
        case "open" if today is not None:
            facts = tuple(_open(today))
        case "before" if today is not None:
            facts = tuple(_before(today))
        case "clauses" if today is not None:
            facts, more, most = tuple(_clauses(today)), "pact check", MOST_CLAUSES
    left = len(facts) - most
    sentence = sentence_words(finding) if finding is not None else ""
    asks = tuple(
        one.replace(said.SENTENCE, sentence)
        for one in part.asks
        if (sentence or said.SENTENCE not in one) and (near or one != said.INTIMACY)
    )
    return Part(part.title, part.words, facts[:most], asks, part.steps, f"and {left} more: {more}" if left > 0 else "")


def _went_well(today: Today) -> list[str]:
    """What there is to be glad about since the last review."""
    when = f" since {day_words(today.well.since, weekday=False)}"
    return well_words(today.well, today.judgement, when)


def _open(today: Today) -> Iterator[str]:
    """What waits for a word between you: what was not kept and not settled, patterns, what is due; the newest first."""
    judgement = today.judgement
    broken = [one for one in judgement.findings if one.status in (Status.BREACH, Status.UNKNOWN) and not one.repaired and not one.answers]
    for finding in sorted(broken, key=lambda one: (-one.moment, one.id)):
        yield f"{finding.id}: {_sentence(message(finding, judgement.zone))}"
    for finding in today.patterns:
        yield f"{finding.id}: {_sentence(message(finding, judgement.zone))}"
    for one in today.now:
        yield _due(one, today)


def _due(one: Coming, today: Today) -> str:
    return _sentence(f"{due_words(one, today)}: {_sentence(coming_words(one, still=False))}")


def _found(finding: Finding, judgement: Judgement) -> Iterator[str]:
    """What the log shows of a finding."""
    zone = judgement.zone
    yield f"“{sentence_words(finding)}”"
    yield _sentence(message(finding, zone))
    for entry in finding.entries[-3:]:
        who = f" by {people_words(entry.by)}" if entry.by else ""
        when = moment_words(start_of(entry, zone), zone) if entry.second is not None else day_words(entry.day)
        yield f"{entry.type}{who}, {when}."


def _before(today: Today) -> Iterator[str]:
    """What matters before the next time: what is paused, what is left, what is due."""
    judgement = today.judgement
    here = judgement.zone.date_of(judgement.as_of)
    for label in dict.fromkeys(hold.sentence.label for hold in today.pauses):
        yield f"Paused by {label}."
    for one in today.left:
        yield f"Left of {one.sentence.label}: {room_words(one, judgement.zone, here)}."
    for coming in today.now:
        yield _due(coming, today)


def _clauses(today: Today) -> Iterator[str]:
    """Each clause of the text in force, with how often it was kept and not kept since the last review."""
    judgement = today.judgement
    counted: Counter[tuple[str, bool]] = Counter()
    for one in judgement.findings:
        if isinstance(one.sentence, Sentence) and one.date >= today.well.since:
            counted[clause_of(one), one.status is Status.KEPT] += one.status in (Status.KEPT, Status.BREACH, Status.MISSED, Status.REPAIRED)
    for clause in judgement.agreement.clauses:
        kept, other = counted[clause.name, True], counted[clause.name, False]
        words = ", ".join(f"{what} {number}" for number, what in ((kept, "kept"), (other, "not kept")) if number)
        yield f"{clause.name}{f' ({words})' if words else ''}: keep, change, let go?"


def _entry(kind: Kind, judgement: Judgement, about: str, of: str) -> str:
    """The line that the log has once it was done."""
    event = kind.value
    if not judgement.agreement.vocabulary.knows(event):
        return ""
    alone = kind in (Kind.REFLECTION, Kind.IMPACT, Kind.APOLOGY)
    who = person_word(of) if of else "NAME" if alone else person_words(judgement.agreement.parties)
    return f"{event} by {who}{f' about {about}' if about else ''}"


def _sentence(words: str) -> str:
    words = f"{words[:1].upper()}{words[1:]}"
    return words if words.endswith((".", "?", "!")) else f"{words}."
