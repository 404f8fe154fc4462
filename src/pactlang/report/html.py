"""A report as one page that needs no network and no script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pactlang.report.charts import chart_svg
from pactlang.words.words import safe

if TYPE_CHECKING:
    from pactlang.report.data import Report

# Stands in every page, so that one is known again.
MARK = b'<meta name="generator" content="pactlang report">'


def report_html(report: Report) -> str:
    """The page. The same report gives the same text."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_shown)
    template = environment.from_string(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    # pygal escapes what it draws; nothing else of the page is taken as it is.
    charts = [(chart, Markup(chart_svg(chart))) for chart in report.charts]  # noqa: S704
    return template.render(report=report, charts=charts) + "\n"


def _shown(value: object) -> object:
    """Control and bidirectional characters become visible, as at a terminal."""
    return safe(value) if type(value) is str else value
