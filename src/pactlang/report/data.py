"""What a report says: plain data in words, before it becomes a page, lines at a terminal, Markdown or JSON."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pactlang.day.weeks import Cell


class Line(Struct, frozen=True):
    """One finding in words.

    `status` is a heading for it (`not kept`, `let go`), `when` how far away it is, `drawn` its occasions in small bars.
    """

    id: str
    status: str
    sentence: str
    message: str
    marks: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    when: str = ""
    drawn: str = ""


class Chart(Struct, frozen=True):
    """The occasions of one sentence beside its limit: labels, values and the limit, in a unit."""

    title: str
    about: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    limit: float
    unit: str
    shown: tuple[str, ...]  # the values in words
    agreed: str  # the limit in words, `at most 24 h`


class ClauseRow(Struct, frozen=True):
    """One clause: how it went, week by week, and what is folded under it."""

    name: str
    title: str
    kind: str
    counts: tuple[str, ...]  # `12 kept`, `1 not kept`
    cells: tuple[Cell, ...]
    weeks: str  # the same in words, for who does not see the strip
    left: tuple[str, ...]
    sentences: tuple[str, ...]
    promises: tuple[str, ...]
    reasons: tuple[str, ...]
    lines: tuple[Line, ...]
    charts: tuple[Chart, ...]


class Topic(Struct, frozen=True):
    """A clause that wants a talk; `labels` say why it is told first (`newest`, `most often: 4 times`, `drifting`)."""

    clause: str
    title: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]


class Day(Struct, frozen=True):
    """One date on the map: its words, how many entries it has, a shade from 0 to 4, and whether a finding of that date was not kept."""

    day: date
    words: str
    entries: int
    level: int
    broken: bool


class Answers(Struct, frozen=True):
    """One activity of a matrix: a cell for each party, and what both mean together."""

    activity: str
    cells: tuple[str, ...]
    together: str


class Table(Struct, frozen=True):
    """A matrix."""

    title: str
    parties: tuple[str, ...]
    rows: tuple[Answers, ...]


class Asked(Struct, frozen=True):
    """One question (who does it, who is limited, who is told, who decides) and its sentences: words, then a cell for each party."""

    kind: str
    rows: tuple[tuple[str, ...], ...]


class Term(Struct, frozen=True):
    """A clause in plain words alone, a hope or a guarantee: nothing that a log could show."""

    name: str
    title: str
    kind: str
    sentences: tuple[str, ...]
    promises: tuple[str, ...]
    reasons: tuple[str, ...]


class Version(Struct, frozen=True):
    """One version of the agreement; `since` says from when it is in force, if it ever is."""

    file: str
    since: str
    signed: str


class Report(Struct, frozen=True):
    """Everything that a report says.

    `well` is what went well, a sentence each, `thanks` the newest notes of gratitude and joy; `topics` are the few things that want a talk,
    `more` how many findings are told only with their clauses; `proposals` are for the next review (None where nobody asked).
    """

    title: str
    parties: tuple[str, ...]
    as_of: str
    since: str
    notices: tuple[str, ...]
    kept: int
    well: tuple[str, ...]
    thanks: tuple[str, ...]
    topics: tuple[Topic, ...]
    more: int
    proposals: tuple[str, ...] | None
    coming: tuple[Line, ...]
    months: tuple[tuple[str, int], ...]  # of the strips: each month, and how many weeks begin in it
    clauses: tuple[ClauseRow, ...]
    days: tuple[tuple[Day | None, ...], ...]
    day_months: tuple[tuple[str, int], ...]
    tables: tuple[Table, ...]
    asked: tuple[Asked, ...]
    terms: tuple[Term, ...]
    versions: tuple[Version, ...]
    redacted: bool
