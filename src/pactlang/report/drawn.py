"""Strips of weeks and charts as inline SVG: no script, no style of their own, so that the page's colours serve in light, dark and print."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from pactlang.day.weeks import Mark
from pactlang.words.uses import CLOCK, clock_text
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.day.weeks import Cell
    from pactlang.report.data import Chart

PITCH, TALL = 12, 16  # of one week in a strip
_WIDE, _HIGH = 320, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 42, 312, 22, 124
_TICKS = 4
_HOURS = (1, 2, 3, 6, 12, 24)
_STEPS = (1, 2, 5, 10)


def strip_svg(cells: Sequence[Cell], shown: int = 0) -> str:
    """One strip: a block for each week that was kept, a dot on it for what was not, a ring for what is open, a line for a pause.

    Shapes tell them apart, not colours alone. It is hidden from screen readers, which get the words instead. `shown` columns are drawn for
    where there are fewer weeks.
    """
    marks = "".join(f"<g><title>{escape(safe(cell.words))}</title>{_cell(cell, PITCH * place)}</g>" for place, cell in enumerate(cells))
    wide = PITCH * max(len(cells), shown)
    return f'<svg class="strip" viewBox="0 0 {wide} {TALL}" aria-hidden="true" focusable="false">{marks}</svg>'


def _cell(cell: Cell, left: int) -> str:
    block = "k" if cell.kept else "q" if cell.quiet else "n" if cell.mark is not Mark.NOTHING and not cell.paused else ""
    drawn = f'<rect class="{block}" x="{left + 1}" y="1" width="10" height="14" rx="2"/>' if block else ""
    middle = left + PITCH // 2
    match cell.mark:
        case Mark.BROKEN:
            return f'{drawn}<circle class="b" cx="{middle}" cy="8" r="4"/>'
        case Mark.OPEN:
            return f'{drawn}<circle class="o" cx="{middle}" cy="8" r="3"/>'
        case Mark.LET_GO:
            return f'{drawn}<path class="g" d="M{middle} 4.5l3.5 3.5l-3.5 3.5l-3.5 -3.5z"/>'
        case Mark.PAUSED:
            return f'{drawn}<path class="p" d="M{left + 1} 8h10"/>'
        case Mark.NOTHING:
            return f'<circle class="z" cx="{middle}" cy="8" r="1"/>'
        case _:
            return drawn


def chart_svg(chart: Chart) -> str:
    """One chart: the occasions as a line with dots, the limit as a broken line, both axes with their units. The same chart gives the same
    text.
    """
    clock = chart.unit == CLOCK
    ticks = _ticks(min(*chart.values, chart.limit) if clock else 0.0, max(*chart.values, chart.limit), clock=clock)
    low, high = ticks[0], ticks[-1]

    def up(value: float) -> str:
        return f"{_BOTTOM - (value - low) / (high - low) * (_BOTTOM - _TOP):.1f}"

    def across(place: int) -> str:
        return f"{_LEFT + 6 + place / max(1, len(chart.values) - 1) * (_RIGHT - _LEFT - 12):.1f}"

    grid = "".join(
        f'<path class="axis" d="M{_LEFT} {up(tick)}H{_RIGHT}"/>'
        f'<text class="y" x="{_LEFT - 4}" y="{up(tick)}">{_tick(tick, clock=clock)}</text>'
        for tick in ticks
    )
    points = [(across(place), up(value)) for place, value in enumerate(chart.values)]
    line = "M" + "L".join(f"{x} {y}" for x, y in points)
    dots = "".join(
        f'<circle class="dot" cx="{x}" cy="{y}" r="3"><title>{escape(safe(f"{label}: {words}"))}</title></circle>'
        for (x, y), label, words in zip(points, chart.labels, chart.shown, strict=True)
    )
    ends = (
        f'<text class="x" x="{_LEFT}" y="{_HIGH - 6}">{escape(chart.labels[0])}</text>'
        f'<text class="x end" x="{_RIGHT}" y="{_HIGH - 6}">{escape(chart.labels[-1])}</text>'
    )
    span = f"{len(chart.values)} occasions, from {chart.shown[0]} to {chart.shown[-1]}"
    label = escape(safe(f"{chart.title}: {span}; agreed: {chart.agreed}"))
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{label}">{grid}'
        f'<text class="unit" x="0" y="10">{escape(safe(chart.unit))}</text>'
        f'<path class="limit" d="M{_LEFT} {up(chart.limit)}H{_RIGHT}"/><path class="line" d="{line}"/>{dots}{ends}</svg>'
    )


def _ticks(low: float, high: float, *, clock: bool) -> list[float]:
    """A few round values from below the lowest to above the highest."""
    wide = max(high - low, 1.0)
    if clock:
        step = next((float(hours) for hours in _HOURS if wide / hours <= _TICKS), 24.0)
    else:
        size = 10 ** floor(log10(wide / _TICKS))
        step = next(one * size for one in _STEPS if wide / (one * size) <= _TICKS)
        step = max(step, 1.0) if wide > _TICKS / 2 else step
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return [place * step for place in range(first, last + 1)]


def _tick(value: float, *, clock: bool) -> str:
    return clock_text(value) if clock else f"{value:g}"
