"""What a report says, typed and in words, before it becomes a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.uses import totals
from pactlang.checker.waivers import clause_of
from pactlang.day.status import today_of
from pactlang.day.status_text import coming_label, coming_when, coming_words
from pactlang.lint.symmetry import as_rows
from pactlang.model.agreement import Cell, Matrix
from pactlang.model.words import called
from pactlang.words.drift import sparkline
from pactlang.words.messages import due_words, message
from pactlang.words.text import entry_place, entry_words, place_words, sentence_words, shown_words
from pactlang.words.uses import agreed_words, unit_of, use_words, value_of
from pactlang.words.words import count_words, day_words, moment_words, people_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding, Judgement
    from pactlang.checker.uses import Series
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

WEEKS = 53  # that the map of days shows
FEWEST = 3  # occasions, for a chart
_LEVELS = (0, 1, 2, 4)  # entries on a date, for its shade


class Tally(Struct, frozen=True):
    """How one clause went."""

    name: str
    title: str
    kept: int
    broken: int
    waived: int
    missed: int

    @property
    def whole(self) -> int:
        """How many occasions there were."""
        return self.kept + self.broken + self.waived + self.missed


class Line(Struct, frozen=True):
    """One finding in words."""

    id: str
    sentence: str
    place: str
    message: str
    marks: tuple[str, ...]
    entries: tuple[str, ...]
    when: str = ""
    drawn: str = ""


class Day(Struct, frozen=True):
    """One date on the map: its words, how many entries it has, a shade from 0 to 4, and whether a finding of that date was not kept."""

    day: int
    words: str
    entries: int
    level: int
    broken: bool


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
    upper: bool = True  # whether more is nearer to the limit


class Row(Struct, frozen=True):
    """One activity of a matrix: a cell for each party, and what both mean together."""

    activity: str
    cells: tuple[str, ...]
    together: str


class Table(Struct, frozen=True):
    """A matrix."""

    title: str
    parties: tuple[str, ...]
    rows: tuple[Row, ...]


class Asked(Struct, frozen=True):
    """One question (who does it, who is limited, who is told, who decides) and its sentences: words, then a cell for each party."""

    kind: str
    rows: tuple[tuple[str, ...], ...]


class Term(Struct, frozen=True):
    """A clause, a hope or a guarantee as it stands."""

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


class Agenda(Struct, frozen=True):
    """What to talk about at the next review: what went well, what is open, what might be changed."""

    wins: tuple[str, ...]
    open: tuple[str, ...]
    proposals: tuple[str, ...]


class Report(Struct, frozen=True):
    """Everything that a report says."""

    title: str
    parties: tuple[str, ...]
    as_of: str
    since: str
    notices: tuple[str, ...]
    kept: int
    tallies: tuple[Tally, ...]
    broken: tuple[Line, ...]
    missed: tuple[Line, ...]
    waived: tuple[Line, ...]
    untold: tuple[Line, ...]
    patterns: tuple[Line, ...]
    coming: tuple[Line, ...]
    weeks: tuple[tuple[Day | None, ...], ...]
    months: tuple[tuple[str, int], ...]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    asked: tuple[Asked, ...]
    terms: tuple[Term, ...]
    versions: tuple[Version, ...]
    agenda: Agenda | None
    redacted: bool


def report_of(
    judgement: Judgement,
    agreements: Sequence[Agreement],
    entries: Sequence[Entry],
    *,
    since: int | None = None,
    redact: bool = False,
    for_review: bool = False,
) -> Report:
    """The report of a judgement that lists everything. `since` is a date; with `redact`, every word that people chose themselves goes."""
    if not redact:
        return _Writer(judgement, agreements, entries, since).report(for_review=for_review)
    from pactlang.checker.engine import judge
    from pactlang.report.redacted import redacted, unnumbered

    hidden = redacted(agreements, entries)
    judged = judge(*hidden, judgement.as_of, judgement.zone, keep_all=True)
    report: Report = unnumbered(_Writer(judged, *hidden, since, redact=True).report(for_review=for_review))
    return report


class _Writer:
    def __init__(
        self, judgement: Judgement, agreements: Sequence[Agreement], entries: Sequence[Entry], since: int | None, *, redact: bool = False
    ):
        self._judgement = judgement
        self._agreements = agreements
        self._zone: Zone = judgement.zone
        self._today = judgement.zone.date_of(judgement.as_of)
        self._since = since
        self._redact = redact
        self._all = entries
        self._entries = [entry for entry in entries if entry.day <= self._today and (since is None or entry.day >= since)]
        self._findings = [one for one in judgement.findings if since is None or one.date >= since or one.status is Status.DUE]

    def report(self, *, for_review: bool) -> Report:
        judgement, agreement = self._judgement, self._judgement.agreement
        of = self._lines
        weeks, months = self._map()
        tallies = self._tallies()
        report = Report(
            title=agreement.title or "Agreement",
            parties=agreement.parties,
            as_of=moment_words(judgement.as_of - judgement.as_of % 60, self._zone),
            since=day_words(self._since, weekday=False) if self._since is not None else "",
            notices=self._notices(),
            kept=sum(tally.kept for tally in tallies),
            tallies=tallies,
            broken=of(Status.BREACH),
            missed=of(Status.MISSED),
            waived=of(Status.WAIVED),
            untold=of(Status.UNKNOWN),
            patterns=of(Status.DRIFT),
            coming=self._coming(),
            weeks=weeks,
            months=months,
            charts=tuple(self._charts()),
            tables=tuple(_table(matrix) for matrix in agreement.matrices),
            asked=asked(agreement),
            terms=tuple(self._terms()),
            versions=tuple(_version(one, self._judgement) for one in self._agreements),
            agenda=None,
            redacted=self._redact,
        )
        if not for_review:
            return report
        return replace(report, agenda=_agenda(report))

    def _notices(self) -> tuple[str, ...]:
        found = [f"This is a draft ({one.file}): not yet signed by {people_words(unsigned)}." for one, unsigned in self._judgement.drafts]
        for remark in self._judgement.remarks:
            # A page to show around does not say in which file an entry stands.
            place = entry_place(remark.entry) if remark.entry is not None and not self._redact else ""
            found.append(f"{place}: {remark.message}" if place else remark.message)
        return tuple(found)

    def _tallies(self) -> tuple[Tally, ...]:
        counts: dict[str, Counter[Status]] = defaultdict(Counter)
        for finding in self._findings:
            counts[clause_of(finding)][finding.status] += 1
        titles = {clause.name: clause.title for one in self._agreements for clause in one.clauses}
        titles |= {matrix.name: matrix.title for one in self._agreements for matrix in one.matrices}
        tallies = (
            Tally(name, titles.get(name, ""), of[Status.KEPT], of[Status.BREACH], of[Status.WAIVED], of[Status.MISSED])
            for name, of in counts.items()
        )
        return tuple(tally for tally in tallies if tally.whole)

    def _lines(self, status: Status) -> tuple[Line, ...]:
        found = [finding for finding in self._findings if finding.status is status]
        if status is Status.DUE:
            found.sort(key=lambda one: (one.due or 0, one.id))
        else:
            found.sort(key=lambda one: (one.date, one.at))
        return tuple(self._line(finding) for finding in found)

    def _coming(self) -> tuple[Line, ...]:
        """What comes next, from the same place as the day at a glance and the calendar."""
        today = today_of(self._agreements, self._all, self._judgement.as_of, self._zone)
        found = []
        for one in (*today.now, *today.next):
            item = one.item
            sentence = item.sentence.words if item.sentence is not None else ""
            found.append(Line(coming_label(one), sentence, "", coming_words(one), (), (), coming_when(one, today)))
        return tuple(found)

    def _line(self, finding: Finding) -> Line:
        zone = self._zone
        words = message(finding, zone)
        shown = finding.entries if len(finding.entries) <= 6 else (finding.entries[0], *finding.entries[-5:])
        when = due_words(finding, self._judgement.as_of, zone) if finding.status is Status.DUE else ""
        return Line(
            finding.id,
            sentence_words(finding),
            place_words(finding),
            f"{words[:1].upper()}{words[1:]}.",
            ("rests on a disputed entry",) if finding.disputed else (),
            tuple(self._entry(entry, (*finding.with_, *finding.who)) for entry in shown),
            when,
            sparkline(finding.drift.shares) if finding.drift is not None else "",
        )

    def _entry(self, entry: Entry, concerning: Sequence[str] = ()) -> str:
        if not self._redact:
            note = f" — {' '.join(entry.note.split())}" if entry.note else ""
            return f"{shown_words(entry, concerning)}{note}"
        when = entry_words(entry).partition("  ")[0]
        by = f" by {people_words(entry.by)}" if entry.by else ""
        instead = f" instead of {people_words(entry.instead_of)}" if entry.instead_of else ""
        return f"{when}  {entry.type}{by}{instead}"

    def _map(self) -> tuple[tuple[tuple[Day | None, ...], ...], tuple[tuple[str, int], ...]]:
        """The last year by weeks, Monday first; for each month, how many of its columns begin in it."""
        if not self._entries:
            return (), ()
        count = Counter(entry.day for entry in self._entries)
        broken = {finding.date for finding in self._findings if finding.status is Status.BREACH}
        monday = self._today - (self._today - 1) % 7
        first = max(min(count), monday - 7 * (WEEKS - 1))
        weeks: list[tuple[Day | None, ...]] = []
        months: list[tuple[str, int]] = []
        for start in range(first - (first - 1) % 7, self._today + 1, 7):
            weeks.append(
                tuple(self._day(day, count[day], broken) if first <= day <= self._today else None for day in range(start, start + 7))
            )
            name = f"{date.fromordinal(start):%b}"
            if months and months[-1][0] == name:
                months[-1] = (name, months[-1][1] + 1)
            else:
                months.append((name, 1))
        return tuple(weeks), tuple(months)

    def _day(self, day: int, number: int, broken: set[int]) -> Day:
        words = f"{day_words(day)}: {count_words(number, 'entry', 'entries') if number else 'nothing logged'}"
        if day in broken:
            words += ", something was not kept"
        return Day(day, words, number, sum(number > level for level in _LEVELS) if number else 0, day in broken)

    def _charts(self) -> list[Chart]:
        found = []
        current = {(sentence.label, sentence.words) for sentence in self._judgement.agreement.sentences}
        for series in self._judgement.series:
            if (series.sentence.label, series.sentence.words) in current:
                chart = self._chart(series)
                if chart is not None:
                    found.append(chart)
        return sorted(found, key=lambda chart: chart.title)

    def _chart(self, series: Series) -> Chart | None:
        counted = series.form is FormName.CAP and series.clock is None
        uses = totals(series.uses, self._today) if counted else sorted(series.uses, key=lambda one: one.day)
        uses = [use for use in uses if self._since is None or use.day >= self._since]
        if len(uses) < FEWEST:
            return None
        named = [people_words(series.who)] if series.who and series.who != series.agreement.parties else []
        named += [f"with {series.person}"] if series.person is not None else []
        who = f" ({', '.join(named)})" if named else ""
        limit = uses[-1].limit
        return Chart(
            title=f"{series.sentence.label}{', by the clock' if series.clock is not None else ''}{who}",
            about=series.sentence.words,
            labels=tuple(f"{date.fromordinal(use.day):%-d %b %Y}" for use in uses),
            values=tuple(value_of(series, use.measured) for use in uses),
            limit=series.clock / 3600 if series.clock is not None else value_of(series, limit),
            unit=unit_of(series),
            shown=tuple(use_words(series, use.measured) for use in uses),
            agreed=agreed_words(series, limit),
            upper=not series.form.more_is_better,
        )

    def _terms(self) -> list[Term]:
        return [
            Term(
                clause.name,
                clause.title,
                clause.kind.value,
                tuple(sentence.words for sentence in clause.sentences),
                tuple(promise.words for promise in clause.promises),
                clause.reasons,
            )
            for clause in self._judgement.agreement.clauses
        ] + [
            Term(
                aim.name,
                aim.title,
                aim.kind.value,
                tuple(sentence.words for sentence in aim.sentences),
                (),
                aim.reasons,
            )
            for aim in self._judgement.agreement.aims
        ]


def _agenda(report: Report) -> Agenda:
    clean = [tally for tally in report.tallies if tally.kept > 1 and not tally.broken and not tally.missed]
    wins = [f"{tally.title or tally.name}: kept {count_words(tally.kept, 'time')}, every time" for tally in clean]
    wins = [f"{count_words(report.kept, 'promise')} kept", *sorted(wins, key=len)[:6]]
    waiting = [f"{line.id}: {line.message}" for line in (*report.broken, *report.untold)][-8:]
    waiting += [f"{line.id}{': ' if line.id else ''}{line.message} ({line.when})" for line in report.coming[:4]]
    proposals = [f"{line.id}: {line.message} Do the words still fit?" for line in report.patterns]
    often = [tally for tally in report.tallies if tally.broken >= 3 and tally.broken > tally.kept]
    proposals += [
        f"{tally.title or tally.name} was kept {tally.kept} and broken {tally.broken} times: is it the right promise?" for tally in often
    ]
    proposals += [
        f"{row.activity}: talk it over ({'; '.join(f'{party} {cell}' for party, cell in zip(table.parties, row.cells, strict=True))})"
        for table in report.tables
        for row in table.rows
        if row.together == "to talk about"
    ]
    return Agenda(tuple(wins), tuple(waiting), tuple(proposals))


def _table(matrix: Matrix) -> Table:
    rows = tuple(Row(row.activity, tuple(cell.value for cell in row.cells), _together(row.cells)) for row in matrix.rows)
    return Table(matrix.title or matrix.name, matrix.parties, rows)


def _together(cells: tuple[Cell, ...]) -> str:
    if Cell.NO in cells:
        return "no"
    if Cell.OPEN in cells:
        return "to talk about"
    return "ask first" if Cell.ASK in cells else "yes"


def asked(agreement: Agreement) -> tuple[Asked, ...]:
    """For each kind of thing, the sentences and whom each speaks of."""
    kinds: dict[str, list[tuple[str, ...]]] = {}
    for _, kind, words, *cells in as_rows(agreement)[1:]:
        kinds.setdefault(_SAID[kind], []).append((words, *cells))
    return tuple(Asked(kind, tuple(rows)) for kind, rows in kinds.items())


_SAID = {"does": "Who does it", "is limited": "Who is limited", "hears": "Who hears about it", "decides": "Who decides"}


def _version(agreement: Agreement, judgement: Judgement) -> Version:
    first = next((one.first for one in judgement.versions if one.agreement.digest == agreement.digest), None)
    since = f"in force from {day_words(first, weekday=False)}" if first is not None else "never in force"
    signed = (
        "; ".join(f"{called(one.party)} on {day_words(one.on, weekday=False)}" for one in agreement.signatures if agreement.assents(one))
        or "nobody yet"
    )
    return Version(agreement.file, since, signed)
