"""Charts as inline SVG: drawn by pygal, its scripts and styles taken off, so that the page's own colours serve in light and dark."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from pactlang.report.drawing import pygal
from pactlang.words.uses import CLOCK, clock_text

if TYPE_CHECKING:
    from pactlang.report.data import Chart

_DROPPED = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<defs>\s*</defs>|<desc\b[^>]*>.*?</desc>", re.S)
_TITLES = re.compile(r"<title>(?!Pygal<).*?</title>")
_TOOLTIP = re.compile(r'<g transform="[^"]*" class="plot tooltip-overlay">.*?</g></g>', re.S)
_ROOT = re.compile(r"<svg\b[^>]*>(?:<title>Pygal</title>)?")


_FEW = 8  # up to which every whole number gets a line


def _plain(value: float) -> str:
    return f"{value:g}"


def chart_svg(chart: Chart) -> str:
    """One chart: the occasions as a line with dots, the limit as a broken line. The same chart gives the same text."""
    highest = max(*chart.values, chart.limit)
    lowest = min(*chart.values, chart.limit) if chart.unit == CLOCK else 0.0
    drawn = pygal.Line(
        js=[],
        show_legend=False,
        width=640,
        height=200,
        margin=16,
        margin_right=48,  # half of the last date
        disable_xml_declaration=True,
        range=(lowest, highest * 1.05 if highest else 1),
        x_labels_major_count=4,
        show_minor_x_labels=False,
        truncate_label=-1,
        y_labels_major_count=3,
        show_minor_y_labels=True,
        value_formatter=clock_text if chart.unit == CLOCK else _plain,
        dots_size=3,
    )
    if chart.unit != CLOCK and highest <= _FEW:
        drawn.y_labels = range(int(highest) + 2)
    drawn.x_labels = list(chart.labels)
    drawn.add("used", list(chart.values))
    drawn.add("limit", [chart.limit] * len(chart.values), show_dots=False)
    text = _DROPPED.sub("", str(drawn.render(is_unicode=True)))
    text = _TITLES.sub("", _TOOLTIP.sub("", text))
    span = f"{len(chart.values)} occasions, from {chart.shown[0]} to {chart.shown[-1]}"
    label = f"{chart.title}: {span}; agreed: {chart.agreed}"
    return _ROOT.sub(f'<svg viewBox="0 0 640 200" class="chart" role="img" aria-label="{escape(label)}">', text, count=1)
