"""Makes a report from a judgement: nothing is judged here, only chosen, counted and put in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.untold import private_of, without_private
from pactlang.checker.uses import totals
from pactlang.checker.waivers import clause_of
from pactlang.day.status import today_of
from pactlang.day.status_text import coming_label, coming_when, coming_words, left_words
from pactlang.day.weeks import SHOWN, Weeks, weeks_words
from pactlang.day.weeks_text import month_columns
from pactlang.day.well import well_of
from pactlang.day.well_text import well_words
from pactlang.lint.symmetry import as_rows
from pactlang.log.bound import day_of, start_of
from pactlang.model.agreement import Cell as Answer
from pactlang.model.words import called
from pactlang.report.data import Answers, Asked, Chart, ClauseRow, Day, Line, Report, Table, Term, Version
from pactlang.report.talk import topics_of
from pactlang.words.drift import sparkline
from pactlang.words.messages import message
from pactlang.words.owed import due_words
from pactlang.words.text import entry_place, entry_words, sentence_words, shown_words
from pactlang.words.uses import agreed_words, unit_of, use_words, value_of
from pactlang.words.words import count_words, day_words, moment_words, people_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.checker.uses import Series, Use
    from pactlang.day.status import Today
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Matrix
    from pactlang.model.calendar import Zone

MAPPED = 53  # weeks that the map of days shows
FEWEST = 3  # occasions, for a chart
THANKED = 3  # notes
_SHADES = (0, 1, 2, 4)  # entries on a date, for its shade
_SAID = {"does": "Who does it", "is limited": "Who is limited", "hears": "Who hears about it", "decides": "Who decides"}
_HEADINGS = {
    Status.BREACH: "not kept",
    Status.UNKNOWN: "cannot be told",
    Status.DRIFT: "a pattern",
    Status.MISSED: "a wish that did not come true",
    Status.REPAIRED: "repaired",
    Status.WAIVED: "let go",
}


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
        self._private = tuple(dict.fromkeys(kept for text in (*agreements, judgement.agreement) for kept in private_of(text)))
        self._all = entries
        self._entries = [
            entry
            for entry in entries
            if start_of(entry, self._zone) <= judgement.as_of and (since is None or day_of(entry, self._zone) >= since)
        ]
        self._findings = [one for one in judgement.findings if since is None or one.date >= since or one.status is Status.DUE]
        self._titles = {clause.name: clause.title for one in agreements for clause in one.clauses}
        self._titles |= {matrix.name: matrix.title for one in agreements for matrix in one.matrices}

    def report(self, *, for_review: bool) -> Report:
        judgement, agreement = self._judgement, self._judgement.agreement
        well = well_of(judgement, self._since if self._since is not None else min((one.first for one in judgement.versions), default=0))
        today = today_of(self._agreements, self._all, judgement.as_of, self._zone)
        weeks = Weeks(judgement, self._entries, self._findings, self._since)
        topics, more = topics_of(self._findings, self._titles, self._line)
        days = self._map()
        return Report(
            title=agreement.title or "Agreement",
            parties=agreement.parties,
            as_of=moment_words(judgement.as_of - judgement.as_of % 60, self._zone),
            since=day_words(self._since, weekday=False) if self._since is not None else "",
            notices=tuple(self._notices()),
            kept=well.kept,
            well=tuple(well_words(well, judgement, "", self._titles)),
            thanks=tuple(self._thanks(well.glad)),
            topics=topics,
            more=more,
            proposals=tuple(self._proposals()) if for_review else None,
            coming=tuple(_coming(today)),
            months=month_columns(weeks.firsts),
            clauses=tuple(self._clauses(weeks, today)),
            days=days,
            day_months=month_columns([next(day.day.toordinal() for day in week if day is not None) for week in days]),
            tables=tuple(_table(matrix) for matrix in agreement.matrices),
            asked=asked(agreement),
            terms=tuple(self._terms()),
            versions=tuple(_version(one, judgement) for one in self._agreements),
            redacted=self._redact,
        )

    def _notices(self) -> Iterator[str]:
        for one, unsigned in self._judgement.drafts:
            yield f"This is a draft ({one.file}): not yet signed by {people_words(unsigned)}."
        for remark in self._judgement.remarks:
            # A page to show around does not say in which file an entry stands.
            place = entry_place(remark.entry) if remark.entry is not None and not self._redact else ""
            yield f"{place}: {remark.message}" if place else remark.message

    def _thanks(self, glad: Sequence[Entry]) -> Iterator[str]:
        """The newest notes of what people were glad of, without who wrote them: nobody is counted."""
        noted = [entry for entry in glad if entry.note]
        for entry in noted[-THANKED:]:
            yield f"{day_words(day_of(entry, self._zone), weekday=False)}: {' '.join(entry.note.split())}"

    def _clauses(self, weeks: Weeks, today: Today) -> Iterator[ClauseRow]:
        """Those of the text of now in its order, then those of earlier texts of which anything is told."""
        agreement = self._judgement.agreement
        of: dict[str, list[Finding]] = defaultdict(list)
        for finding in self._findings:
            of[clause_of(finding)].append(finding)
        charts = self._charts()
        left = left_words(today)
        clauses = {one.name: one for text in (*self._agreements, agreement) for one in text.clauses}
        now = [*(one.name for one in agreement.clauses), *(one.name for one in agreement.matrices)]
        for name in dict.fromkeys((*now, *of)):
            clause = clauses.get(name)
            sentences = tuple(one.words for one in clause.sentences) if clause is not None else ()
            if not (of[name] or sentences or (clause is None and name in now)):
                continue
            cells = weeks.cells(name)
            yield ClauseRow(
                name,
                self._titles.get(name, ""),
                clause.kind.value if clause is not None else "matrix",
                _counts(of[name]),
                cells,
                weeks_words(cells),
                tuple(words for label, words in left if label.partition(".")[0] == name),
                sentences,
                tuple(promise.words for promise in clause.promises) if clause is not None else (),
                clause.reasons if clause is not None else (),
                tuple(self._line(one) for one in _told(of[name])),
                tuple(charts.get(name, ())),
            )

    def _line(self, finding: Finding) -> Line:
        zone = self._zone
        words = message(finding, zone)
        shown = finding.entries if len(finding.entries) <= 6 else (finding.entries[0], *finding.entries[-5:])
        return Line(
            finding.id,
            _HEADINGS.get(finding.status, finding.status.value),
            sentence_words(finding),
            f"{words[:1].upper()}{words[1:]}.",
            ("rests on a disputed entry",) if finding.disputed else (),
            tuple(self._entry(entry, (*finding.with_, *finding.who)) for entry in shown),
            due_words(finding, self._judgement.as_of, zone) if finding.status is Status.DUE else "",
            sparkline(finding.drift.shares) if finding.drift is not None else "",
        )

    def _entry(self, entry: Entry, concerning: Sequence[str] = ()) -> str:
        if not self._redact:
            note = f" — {' '.join(entry.note.split())}" if entry.note else ""
            return f"{shown_words(without_private(entry, self._private), concerning)}{note}"
        when = entry_words(entry).partition("  ")[0]
        by = f" by {people_words(entry.by)}" if entry.by else ""
        instead = f" instead of {people_words(entry.instead_of)}" if entry.instead_of else ""
        return f"{when}  {entry.type}{by}{instead}"

    def _map(self) -> tuple[tuple[Day | None, ...], ...]:
        """The last year by weeks, Monday first."""
        if not self._entries:
            return ()
        count = Counter(day_of(entry, self._zone) for entry in self._entries)
        broken = {finding.date for finding in self._findings if finding.status is Status.BREACH}
        monday = self._today - (self._today - 1) % 7
        first = max(min(count), monday - 7 * (MAPPED - 1))
        return tuple(
            tuple(_day(day, count[day], broken) if first <= day <= self._today else None for day in range(start, start + 7))
            for start in range(first - (first - 1) % 7, self._today + 1, 7)
        )

    def _charts(self) -> dict[str, list[Chart]]:
        """The charts of each clause: those of both people, or of all, or none, so that no page shows one person's line alone."""
        agreement = self._judgement.agreement
        parties = agreement.parties
        current = {(sentence.label, sentence.words) for sentence in agreement.sentences}
        bound: dict[str, set[str]] = defaultdict(set)
        for _, kind, words, *cells in as_rows(agreement)[1:]:
            if kind in ("does", "is limited"):
                bound[words].update(party for party, cell in zip(parties, cells, strict=True) if cell)
        groups: dict[tuple[object, ...], list[tuple[Series, list[Use]]]] = defaultdict(list)
        for series in self._judgement.series:
            uses = self._uses(series)
            if (series.sentence.label, series.sentence.words) in current and len(uses) >= FEWEST:
                groups[series.sentence.clause, series.form, series.person, series.clock].append((series, uses))
        found: dict[str, list[Chart]] = defaultdict(list)
        for group in groups.values():
            seen = {party for series, _ in group for party in series.who or bound[series.sentence.words] or parties}
            if seen.issuperset(parties):
                for series, uses in sorted(group, key=lambda one: [parties.index(who) if who in parties else 0 for who in one[0].who]):
                    found[series.sentence.clause].append(_chart(series, uses))
        return found

    def _uses(self, series: Series) -> list[Use]:
        counted = series.form is FormName.CAP and series.clock is None
        uses = totals(series.uses, self._today) if counted else sorted(series.uses, key=lambda one: one.day)
        first = self._today - 7 * SHOWN if self._since is None else self._since
        return [use for use in uses if use.day >= first]

    def _terms(self) -> Iterator[Term]:
        agreement = self._judgement.agreement
        for clause in agreement.clauses:
            if not clause.sentences:
                yield Term(clause.name, clause.title, clause.kind.value, (), tuple(one.words for one in clause.promises), clause.reasons)
        for aim in agreement.aims:
            yield Term(aim.name, aim.title, aim.kind.value, tuple(one.words for one in aim.sentences), (), aim.reasons)

    def _proposals(self) -> Iterator[str]:
        """What might be changed."""
        for finding in self._findings:
            if finding.status is Status.DRIFT:
                name = self._titles.get(clause_of(finding)) or clause_of(finding)
                yield f"{name}: {message(finding, self._zone)}. Do the words still fit?"
        counts: dict[str, Counter[Status]] = defaultdict(Counter)
        for finding in self._findings:
            counts[clause_of(finding)][finding.status] += 1
        for name, of in counts.items():
            if of[Status.BREACH] >= FEWEST and of[Status.BREACH] > of[Status.KEPT]:
                was = f"was kept {of[Status.KEPT]} and broken {of[Status.BREACH]} times"
                yield f"{self._titles.get(name) or name} {was}: is it the right promise?"
        for table in map(_table, self._judgement.agreement.matrices):
            for row in table.rows:
                if row.together == "to talk about":
                    said = "; ".join(f"{party} {cell}" for party, cell in zip(table.parties, row.cells, strict=True))
                    yield f"{row.activity}: talk it over ({said})"


def _told(findings: Sequence[Finding]) -> list[Finding]:
    """What is told of a clause beside its numbers: what was not kept first, the newest of each kind first; what is due comes elsewhere."""
    order = list(_HEADINGS)
    told = [one for one in findings if one.status in _HEADINGS]
    told.sort(key=lambda one: (one.date, one.at, one.id), reverse=True)
    return sorted(told, key=lambda one: order.index(one.status))


def _counts(findings: Sequence[Finding]) -> tuple[str, ...]:
    of = Counter(one.status for one in findings)
    named = {
        Status.KEPT: "kept",
        Status.BREACH: "not kept",
        Status.UNKNOWN: "cannot be told",
        Status.REPAIRED: "repaired",
        Status.WAIVED: "let go",
        Status.DUE: "due",
    }
    told = [f"{of[status]} {words}" for status, words in named.items() if of[status]]
    told += [count_words(of[Status.MISSED], "wish missed", "wishes missed")] if of[Status.MISSED] else []
    return tuple(told)


def _coming(today: Today) -> Iterator[Line]:
    """What comes next, from the same place as the day at a glance and the calendar."""
    for one in (*today.now, *today.next):
        sentence = one.item.sentence.words if one.item.sentence is not None else ""
        yield Line(coming_label(one), "due", sentence, coming_words(one), when=coming_when(one, today))


def _day(day: int, number: int, broken: set[int]) -> Day:
    words = f"{day_words(day)}: {count_words(number, 'entry', 'entries') if number else 'nothing logged'}"
    if day in broken:
        words += ", something was not kept"
    return Day(date.fromordinal(day), words, number, sum(number > level for level in _SHADES) if number else 0, day in broken)


def _chart(series: Series, uses: Sequence[Use]) -> Chart:
    named = [people_words(series.who)] if series.who and series.who != series.agreement.parties else []
    named += [f"with {series.person}"] if series.person is not None else []
    who = f" ({', '.join(named)})" if named else ""
    limit = uses[-1].limit
    return Chart(
        title=f"{series.sentence.label}{', by the clock' if series.clock is not None else ''}{who}",
        about=series.sentence.words,
        labels=tuple(day_words(use.day, weekday=False) for use in uses),
        values=tuple(value_of(series, use.measured) for use in uses),
        limit=series.clock / 3600 if series.clock is not None else value_of(series, limit),
        unit=unit_of(series),
        shown=tuple(use_words(series, use.measured) for use in uses),
        agreed=agreed_words(series, limit),
    )


def _table(matrix: Matrix) -> Table:
    rows = tuple(Answers(row.activity, tuple(cell.value for cell in row.cells), _together(row.cells)) for row in matrix.rows)
    return Table(matrix.title or matrix.name, matrix.parties, rows)


def _together(cells: tuple[Answer, ...]) -> str:
    if Answer.NO in cells:
        return "no"
    if Answer.OPEN in cells:
        return "to talk about"
    return "ask first" if Answer.ASK in cells else "yes"


def asked(agreement: Agreement) -> tuple[Asked, ...]:
    """For each kind of thing, the sentences and whom each speaks of."""
    kinds: dict[str, list[tuple[str, ...]]] = {}
    for _, kind, words, *cells in as_rows(agreement)[1:]:
        kinds.setdefault(_SAID[kind], []).append((words, *cells))
    return tuple(Asked(kind, tuple(rows)) for kind, rows in kinds.items())


def _version(agreement: Agreement, judgement: Judgement) -> Version:
    first = next((one.first for one in judgement.versions if one.agreement.digest == agreement.digest), None)
    since = f"in force from {day_words(first, weekday=False)}" if first is not None else "never in force"
    signed = (
        "; ".join(f"{called(one.party)} on {day_words(one.on, weekday=False)}" for one in agreement.signatures if agreement.assents(one))
        or "nobody yet"
    )
    return Version(agreement.file, since, signed)
