"""A judgement for a person at a terminal: promises kept first, then what was broken, then what is due, most urgent first."""

from __future__ import annotations

import textwrap
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pactlang.checker.agreed import unsigned_words
from pactlang.checker.finding import Status
from pactlang.log.bound import day_of
from pactlang.log.moments import clock_text
from pactlang.log.words import person_word
from pactlang.model.agreement import Matrix, Sentence
from pactlang.model.once import once_each
from pactlang.model.words import folded
from pactlang.words.brief import Brief, since_lately
from pactlang.words.caps import warnings
from pactlang.words.drift import sparkline
from pactlang.words.messages import message
from pactlang.words.owed import due_words
from pactlang.words.page import Page
from pactlang.words.words import count_words, day_words, kept_words, list_words, moment_words, people_words, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import MatrixRow
    from pactlang.model.calendar import Zone

WIDTH = 100
_KEPT_TOGETHER = "\ue000"  # a space at which no line ends
NOTED_LATE = 2  # days after which an entry is marked as written down late


def judgement_text(
    judgement: Judgement,
    *,
    colour: bool = False,
    width: int = WIDTH,
    list_kept: bool = False,
    whole: bool = True,
    full: bool = False,
    since: int | None = None,
) -> str:
    """The answer of `pact check` as text; `whole` says that it is about all clauses and all dates.

    `full` tells everything in full, in order of time; else what last changed before the instant `since` (30 days before *as of*, where
    none is given) is shortened, as `pactlang.words.brief` says.
    """
    page = Page(colour=colour)
    head(page, judgement)
    kept(page, judgement, list_kept=list_kept, whole=whole)
    show = Shower(page, judgement.zone, min(width, WIDTH))
    brief = Brief(show, judgement, since_lately(judgement) if since is None else since)
    section = partial(show.section, judgement.findings) if full else brief.section
    would = " if it were signed" if judgement.drafts else ""
    section(Status.BREACH, f"breach{would}", f"breaches{would}", "breach")
    section(Status.UNKNOWN, "cannot be told", "cannot be told", "due")
    _drift(page, judgement, min(width, WIDTH))
    section(Status.MISSED, "wish missed", "wishes missed", "dim")
    section(Status.REPAIRED, "repaired", "repaired", "dim")
    section(Status.WAIVED, "let go", "let go", "dim")
    show.due(judgement.findings, judgement.as_of)
    warnings(page, judgement.rooms)
    remarks(page, judgement, whole=whole)
    brief.exit_line(judgement.summary.breach)
    return page.text


def summary_text(judgement: Judgement, *, colour: bool = False) -> str:
    """How many findings of each status, in one line under the head."""
    page = Page(colour=colour)
    head(page, judgement)
    counts = judgement.summary
    told = [(counts.breach, "breach", "breaches"), (counts.unknown, "cannot be told", "cannot be told")]
    told += [(counts.drift, "pattern to talk about", "patterns to talk about"), (counts.missed, "wish missed", "wishes missed")]
    told += [(counts.repaired, "repaired", "repaired")]
    told += [(counts.waived, "let go", "let go"), (counts.due, "due", "due")]
    page.line(" · ".join([f"{counts.kept} kept", *(f"{number} {one if number == 1 else many}" for number, one, many in told if number)]))
    return page.text


def head(page: Page, judgement: Judgement) -> None:
    """Which agreement, as of when, and what to know about it first."""
    for agreement, _ in judgement.drafts:
        several = len({id(one) for one, _ in judgement.drafts}) > 1 or agreement is not judgement.agreement
        which = f" ({agreement.file})" if several else ""
        page.line(page.mark(f"This is a draft{which}: {unsigned_words(agreement)}.", "due"))
    for words in judgement.first:
        page.line(page.mark(safe(words), "due"))
    title = judgement.agreement.title or "Agreement"
    page.line(f"{page.mark(title, 'title')} · as of {_as_of_words(judgement)} ({judgement.zone.key})")
    if judgement.ignored:
        page.line(page.mark(f"{count_words(judgement.ignored, 'entry', 'entries')} later than that, left out.", "dim"))
    in_force = _in_force_words(judgement)
    if in_force:
        page.line(page.mark(in_force, "due"))
    for words in _outside_words(judgement):
        page.line(page.mark(words, "due"))


def _as_of_words(judgement: Judgement) -> str:
    """The moment that was asked about; a date alone means its end."""
    zone, as_of = judgement.zone, judgement.as_of
    day = zone.date_of(as_of)
    if as_of == zone.midnight(day + 1) - 1:
        return f"the end of {day_words(day)}"
    return moment_words(as_of - as_of % 60, zone)


def _in_force_words(judgement: Judgement) -> str:
    """Whether the agreement is in force at all then; nothing where it is."""
    agreement, zone = judgement.agreement, judgement.zone
    today = zone.date_of(judgement.as_of)
    if agreement.in_force_from is not None and today < agreement.in_force_from:
        return f"Not in force yet: it begins on {day_words(agreement.in_force_from, weekday=False)}."
    words = []
    if judgement.left is not None:
        on = day_words(day_of(judgement.left, zone), weekday=False)
        words = [f"This agreement ended on {on} when {people_words(judgement.left.by)} left."]
    elif agreement.in_force_until is not None and today > agreement.in_force_until:
        words = [f"No longer in force: it ended with {day_words(agreement.in_force_until, weekday=False)}."]
    following = next((version for version in judgement.versions if version.start > judgement.as_of and not version.draft), None)
    if following is not None:
        words.append(f"The next text begins on {day_words(following.first, weekday=False)}.")
    return " ".join(words)


def _outside_words(judgement: Judgement) -> list[str]:
    """One line for the entries before anything was in force, and one for those after all ended: a wrong year should not go unseen."""
    found, today = judgement.outside, judgement.zone.date_of(judgement.as_of)
    if found is None:
        return []
    told = ((found.early, "before", found.begins, "began"), (found.late, "after", found.ends, "ended"))
    lines = []
    for entries, side, day, verb in told:
        if entries and found.begins <= today:
            number = count_words(len(entries), "entry", "entries")
            on = day_words(day_of(entries[0], judgement.zone), weekday=False)
            first = f"{'' if len(entries) == 1 else 'the first '}on {on}, {entry_place(entries[0])}"
            lines.append(f"{number} {side} {day_words(day, weekday=False)}, when the agreement {verb} ({first}).")
    return lines


def kept(page: Page, judgement: Judgement, *, list_kept: bool, whole: bool) -> None:
    """How many promises were kept, and which, if they are listed."""
    number, broken = judgement.summary.kept, judgement.summary.breach
    page.line()
    if number or broken:
        words = f"{kept_words(number)}{'' if number or not whole else ' yet'}.{'' if broken else ' No breach.'}"
    else:
        summary = judgement.summary
        words = (
            "No breach."
            if summary.waived + summary.missed + summary.repaired + summary.unknown + summary.due
            else "No breach, and nothing to keep yet."
        )
    page.line(page.mark(words, "good"))
    if list_kept:
        for finding in (one for one in judgement.findings if one.status is Status.KEPT):
            page.line(f"  {page.mark(finding.id, 'name')}  {safe(message(finding, judgement.zone))}")


def _drift(page: Page, judgement: Judgement, width: int) -> None:
    findings = [finding for finding in judgement.findings if finding.status is Status.DRIFT]
    if not findings:
        return
    page.line()
    page.line(page.mark(f"{count_words(len(findings), 'pattern')} to talk about", "due"))
    for finding in findings:
        drawn = sparkline(finding.drift.shares) if finding.drift is not None else ""
        page.line(f"  {page.mark(finding.id, 'name')}{f'  {drawn}' if drawn else ''}")
        for line in textwrap.wrap(sentence_case(safe(message(finding, judgement.zone))) + ".", width - 4):
            page.line(f"    {line}")


def remarks(page: Page, judgement: Judgement, *, whole: bool) -> None:
    """What there is to know beside the findings."""
    refused = judgement.not_applied
    promises = sum(len(clause.promises) for clause in judgement.agreement.clauses) if whole else 0
    if judgement.remarks or refused or promises:
        page.line()
    for sentence, version in refused:
        of = "" if version is None else f" in the text of {day_words(version.first, weekday=False)}"
        page.line(page.mark(f"Not applied{of}: {sentence.label}: {sentence.not_applied}", "due"))
    for remark in judgement.remarks:
        place = f"{remark.entry.file}:{remark.entry.line}: " if remark.entry is not None else ""
        page.line(page.mark(f"{place}{remark.message}", "due"))
    if promises:
        page.line(page.mark(f"{count_words(promises, 'promise')} in plain words, which no log can show.", "dim"))


@lru_cache(maxsize=256)
def _broken(text: str, width: int) -> list[str]:
    """Words in lines of a width; kept, since the same sentence is said of many findings."""
    if len(text) <= width and text.isprintable() and text == text.strip():
        return [text]
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


class Shower:
    """Writes findings onto a page."""

    def __init__(self, page: Page, zone: Zone, width: int = WIDTH) -> None:
        self.page = page
        self.zone = zone
        self.width = width

    def section(self, judged: Sequence[Finding], status: Status, one: str, many: str, style: str) -> None:
        """All findings of one status, in order."""
        findings = [finding for finding in judged if finding.status is status]
        if not findings:
            return
        findings.sort(key=lambda finding: (finding.date, finding.at))
        self.page.line()
        self.page.line(self.page.mark(f"{len(findings)} {one if len(findings) == 1 else many}", style))
        for finding in findings:
            self.page.line()
            self.finding(finding, style)

    def said(self, finding: Finding) -> str:
        """The words of the agreement that a finding speaks of, and where they stand."""
        return f"“{sentence_words(finding)}”  {place_words(finding)}"

    def finding(self, finding: Finding, style: str, *, quoted: bool = True) -> None:
        """One finding: the sentence in its own words (unless they were just said), what the log says of it, the entries it rests on."""
        page, zone = self.page, self.zone
        page.line(f"  {page.mark(finding.id, style)}{' (rests on a disputed entry)' if finding.disputed else ''}")
        if quoted:
            self.wrapped(f"“{sentence_words(finding)}”", "    ", place_words(finding))
        self.wrapped(sentence_case(message(finding, zone)) + ".", "    ")
        shown = finding.entries if len(finding.entries) <= 6 else (finding.entries[0], *finding.entries[-5:])
        left_out = len(finding.entries) - len(shown)
        for place, entry in enumerate(shown):
            if place == 1 and left_out:
                page.line(page.mark(f"      … {count_words(left_out, 'more entry', 'more entries')}", "dim"))
            words = shown_words(entry, (*finding.with_, *finding.who))
            page.line(f"      {page.mark(f'{words}{_noted_words(entry)}', 'dim')}  {page.mark(entry_place(entry), 'dim')}")

    def wrapped(self, text: str, indent: str, trailer: str = "") -> None:
        """Words over as many lines as they need; a trailer, such as a place, after the last."""
        lines = _broken(safe(text), self.width - len(indent))
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            end = f"  {self.page.mark(trailer, 'dim')}" if trailer and last else ""
            self.page.line(f"{indent}{line}{end}")

    def due(self, judged: Sequence[Finding], as_of: int) -> None:
        """What is due, most urgent first, one line each."""
        findings = sorted(
            (finding for finding in judged if finding.status is Status.DUE),
            key=lambda finding: (finding.due or 0, finding.id),
        )
        if not findings:
            return
        page = self.page
        page.line()
        page.line(page.mark(f"{len(findings)} due", "due"))
        wide = max(len(safe(finding.id)) for finding in findings)
        for finding in findings:
            soon = f"({due_words(finding, as_of, self.zone)})"
            self.item(finding.id, message(finding, self.zone), "name", wide, end=soon)

    def item(self, name: str, words: str, style: str, wide: int = 0, lead: str = "  ", end: str = "") -> None:
        """A finding in one line, or in as many as its words need; its id is marked and filled up to `wide` columns. `end` is not broken."""
        head = safe(name)
        gap = " " * (max(wide, len(head)) - len(head) + 2)
        lines = textwrap.wrap(
            f"{lead}{'x' * len(head)}{gap}{safe(words)} {end.replace(' ', _KEPT_TOGETHER)}".rstrip(),
            self.width,
            subsequent_indent=" " * (len(lead) - len(lead.lstrip()) + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines[0] = f"{lead}{self.page.mark(name, style)}{lines[0][len(lead) + len(head) :]}"
        for line in lines:
            self.page.line(line.replace(_KEPT_TOGETHER, " "))


def sentence_case(text: str) -> str:
    """The first letter as a sentence has it."""
    return text[:1].upper() + text[1:]


def sentence_words(finding: Finding) -> str:
    """The words of the agreement that a finding speaks of."""
    if isinstance(finding.sentence, Sentence):
        return finding.sentence.words
    return "; ".join(row.words for row in _rows_of(finding))


def _rows_of(finding: Finding) -> list[MatrixRow]:
    """The rows of a table that a finding is about, in the order of the table."""
    if not isinstance(finding.sentence, Matrix) or finding.subject is None:
        return []
    places = _places(finding.sentence)
    found = {place for tag in finding.subject.tags for place in places.get(folded(tag), ())}
    return [finding.sentence.rows[place] for place in sorted(found)]


@once_each
def _places(table: Matrix) -> dict[str, list[int]]:
    """Where each activity stands in a table."""
    found: dict[str, list[int]] = {}
    for place, row in enumerate(table.rows):
        found.setdefault(folded(row.activity), []).append(place)
    return found


def place_words(finding: Finding) -> str:
    """Where the sentence stands: `us.pact:24`."""
    span = next((row.span for row in _rows_of(finding)), finding.sentence.span)
    return f"{span.source.name}:{span.start_position.line}"


def _noted_words(entry: Entry) -> str:
    """That an entry was written down more than two days later, where it was."""
    if entry.noted is None:
        return ""
    late = entry.noted.day - (entry.end_day or entry.day)
    return f" (noted {late} days later)" if late > NOTED_LATE else ""


def entry_place(entry: Entry) -> str:
    """Where an entry stands, and what it is called: `us.pactlog:3 (e1)`."""
    name = f" ({entry.id})" if entry.id else ""
    return f"{entry.file}:{entry.line}{name}" if entry.file else name.strip()


def entry_words(entry: Entry, names: Callable[[Sequence[str]], str] | None = None) -> str:
    """An entry in one line, close to how it was written; `names` says lists of names in other words.

    >>> from pactlang.log.entry import Entry
    >>> entry_words(Entry("encounter", 739884, 77400, by=("Ana",), with_=("dana",), place="cafe"))
    '2026-09-25 21:30  encounter by Ana with dana at cafe'
    >>> entry_words(Entry("check-in", 739884, by=("A/B",)))
    '2026-09-25  check-in by "A/B"'
    """
    said = names or _names
    when = date.fromordinal(entry.day).isoformat()
    if entry.second is not None:
        when += f" {clock_text(entry.second)}{_offset(entry.offset)}"
    if entry.end_second is not None:
        end_day = f"{date.fromordinal(entry.end_day).isoformat()} " if entry.end_day not in (None, entry.day) else ""
        when += f" to {end_day}{clock_text(entry.end_second)}{_offset(entry.end_offset)}"
    elif entry.end_day is not None:
        when += f" to {date.fromordinal(entry.end_day).isoformat()}"
    words = entry.type if entry.target is None else f"{entry.type} {entry.target}"
    parts = [words]
    parts += [f"by {said(entry.by)}"] if entry.by else []
    parts += [f"to {said(entry.to)}"] if entry.to else []
    parts += [f"with {said(entry.with_)}"] if entry.with_ else []
    parts += [f"instead of {_names(entry.instead_of)}"] if entry.instead_of else []
    parts += [f"at {entry.place}"] if entry.place else []
    parts += [f"about {entry.about}"] if entry.about else []
    parts += [f"until {date.fromordinal(entry.until).isoformat()}"] if entry.until else []
    extras = [f"tagged {list_words(entry.tags)}"] if entry.tags else []
    extras += [f"covering {list_words(entry.covering)}"] if entry.covering else []
    money = "unit" in entry.fields and "amount" in entry.fields
    behind = {"amount": f" {entry.fields['unit']}"} if money else {}
    extras += [f"{name} {value}{behind.get(name, '')}" for name, value in entry.fields.items() if not (money and name == "unit")]
    return f"{when}  {', '.join([' '.join(parts), *extras])}"


def shown_words(entry: Entry, concerning: Sequence[str] = ()) -> str:
    """An entry in one line, as something rests on it: of very many names, those concerned first, and a few more.

    >>> from pactlang.log.entry import Entry
    >>> crowd = tuple(f"p{number}" for number in range(40))
    >>> shown_words(Entry("encounter", 739884, 77400, by=("Ana",), with_=crowd), ("p7",))
    '2026-09-25 21:30  encounter by Ana with p7, p0, p1, p2, p3, p4 and 34 more'
    """
    return entry_words(entry, lambda names: _some(names, concerning) if len(names) > _MANY_NAMES else _names(names))


_MANY_NAMES = 12  # of one entry; where each of thousands has a finding of their own, nobody reads all of them each time
_FEW_NAMES = 6


def _some(names: Sequence[str], concerning: Sequence[str]) -> str:
    """Some of very many names, those concerned first, and how many more there are."""
    known, concerned = set(names), dict.fromkeys(concerning)
    first = [name for name in concerned if name in known][:_FEW_NAMES]
    first += [name for name in names[: 2 * _FEW_NAMES] if name not in first][: _FEW_NAMES - len(first)]
    return list_words([*map(person_word, first), f"{len(names) - len(first)} more"])


def _names(names: Sequence[str]) -> str:
    """Names as a log holds them, so that the line can be copied into one."""
    return list_words([person_word(name) for name in names])


def _offset(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"
