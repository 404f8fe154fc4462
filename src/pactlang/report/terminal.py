"""A report for those who live at a terminal: one screen or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.words.drift import sparkline
from pactlang.words.page import Page
from pactlang.words.words import count_words, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.report.data import Chart, Day, Line, Report

_SHADES = "·░▒▓█"
_BAR = 20


def report_text(report: Report, *, colour: bool = False) -> str:
    """The report as text."""
    page = Page(colour=colour)
    page.line(f"{page.mark(report.title, 'title')} · as of {safe(report.as_of)}")
    for notice in report.notices:
        page.line(page.mark(notice, "due"))
    page.line()
    page.line(page.mark(f"{count_words(report.kept, 'promise')} kept.", "good"))
    if report.agenda is not None:
        for heading, items in (
            ("What went well", report.agenda.wins),
            ("What is open", report.agenda.open),
            ("What might be changed", report.agenda.proposals),
        ):
            _list(page, heading, items)
    _tallies(page, report)
    for heading, lines in (
        ("Not kept", report.broken),
        ("Cannot be told", report.untold),
        ("Patterns to talk about", report.patterns),
        ("Wishes that did not come true", report.missed),
        ("Let go", report.waived),
        ("What comes next", report.coming),
    ):
        _lines(page, heading, lines)
    _map(page, report.weeks)
    _charts(page, report.charts)
    return page.text


def _list(page: Page, heading: str, items: Sequence[str]) -> None:
    if items:
        page.line()
        page.line(page.mark(heading, "title"))
        for item in items:
            page.line(f"  · {safe(item)}")


def _tallies(page: Page, report: Report) -> None:
    if not report.tallies:
        return
    page.line()
    wide = max(len(tally.title or tally.name) for tally in report.tallies)
    for tally in report.tallies:
        kept = round(_BAR * tally.kept / tally.whole)
        bar = page.mark("█" * kept, "good") + page.mark("░" * (_BAR - kept), "dim")
        other = [f"{tally.broken} not"] if tally.broken else []
        other += [f"{tally.waived} let go"] if tally.waived else []
        other += [count_words(tally.missed, "wish missed", "wishes missed")] if tally.missed else []
        page.line(f"  {safe((tally.title or tally.name).ljust(wide))}  {bar}  {tally.kept} kept{', ' if other else ''}{', '.join(other)}")


def _lines(page: Page, heading: str, lines: Sequence[Line]) -> None:
    if not lines:
        return
    page.line()
    page.line(page.mark(heading, "title"))
    for line in lines:
        when = f" ({line.when})" if line.when else ""
        drawn = f"  {line.drawn}" if line.drawn else ""
        if line.id:
            page.line(f"  {page.mark(line.id, 'name')}{drawn}")
        page.line(f"    {safe(line.message)}{when}")


def _map(page: Page, weeks: Sequence[Sequence[Day | None]]) -> None:
    if not weeks:
        return
    page.line()
    page.line(page.mark("The days", "title"))
    for place, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")):
        row = "".join(" " if (day := week[place]) is None else "!" if day.broken else _SHADES[day.level] for week in weeks)
        page.line(f"  {name} {row}")
    page.line(page.mark("  Darker: more was logged. !: something was not kept.", "dim"))


def _charts(page: Page, charts: Sequence[Chart]) -> None:
    if not charts:
        return
    page.line()
    page.line(page.mark("Against the limits", "title"))
    wide = max(len(chart.title) for chart in charts)
    for chart in charts:
        shares = [value / chart.limit if chart.limit else 0.0 for value in chart.values]
        page.line(f"  {safe(chart.title.ljust(wide))}  {sparkline(shares)}  last {chart.shown[-1]}; agreed: {safe(chart.agreed)}")
