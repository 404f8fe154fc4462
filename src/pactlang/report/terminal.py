"""A report for those who live at a terminal: one screen or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.day.weeks_text import LEGEND, months_line, strip
from pactlang.words.page import Page
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.report.data import ClauseRow, Report

_WIDEST = 24  # columns of a clause's title


def report_text(report: Report, *, colour: bool = False) -> str:
    """The report as text."""
    page = Page(colour=colour)
    since = f" · since {safe(report.since)}" if report.since else ""
    page.line(f"{page.mark(report.title, 'title')} · as of {safe(report.as_of)}{since}")
    for notice in report.notices:
        page.line(page.mark(notice, "due"))
    _list(page, "What went well", (*report.well, *report.thanks), "good")
    _topics(page, report)
    if report.proposals is not None:
        _list(page, "What might be changed", report.proposals or ["Nothing suggests itself. What would each of you like to change?"])
    if report.coming:
        _head(page, "What comes next")
        wide = max(len(line.when) for line in report.coming)
        for line in report.coming:
            page.line(f"  {page.mark(line.when.ljust(wide), 'due')}  {safe(line.message)}  {page.mark(line.id, 'dim')}")
    _clauses(page, report)
    return page.text


def _head(page: Page, heading: str) -> None:
    page.line()
    page.line(page.mark(heading, "title"))


def _list(page: Page, heading: str, items: Sequence[str], style: str = "") -> None:
    if items:
        _head(page, heading)
        for item in items:
            page.line(f"  {page.mark(item, style)}")


def _topics(page: Page, report: Report) -> None:
    if not report.topics:
        return
    _head(page, "To talk about")
    for topic in report.topics:
        labels = f" ({', '.join(topic.labels)})" if topic.labels else ""
        page.line(f"  {page.mark(topic.title, 'name')}{page.mark(labels, 'due')}")
        for line in topic.lines:
            drawn = f"{line.drawn}  " if line.drawn else ""
            marks = f" ({', '.join(line.marks)})" if line.marks else ""
            page.line(f"    {drawn}{safe(line.message)}{safe(marks)}  {page.mark(line.id, 'dim')}")
    if report.more:
        page.line(page.mark(f"  {report.more} more: see pact check.", "dim"))


def _clauses(page: Page, report: Report) -> None:
    if not report.clauses:
        return
    _head(page, "Clause by clause")
    wide = min(_WIDEST, max(len(_name(one)) for one in report.clauses))
    weeks = sum(number for _, number in report.months)
    if weeks:
        page.line(page.mark(f"  {' ' * wide}  {months_line(report.months)}", "dim"))
    for one in report.clauses:
        name = _name(one)
        shown = name if len(name) <= wide else f"{name[: wide - 1]}…"
        page.line(f"  {safe(shown.ljust(wide))}  {strip(page, one.cells)}  {', '.join(one.counts)}")
    if weeks:
        for words in LEGEND:
            page.line(page.mark(f"  {words}", "dim"))


def _name(one: ClauseRow) -> str:
    return one.title or one.name
