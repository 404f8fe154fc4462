"""A report as one page that needs no network and no script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pactlang.day.weeks import SHOWN
from pactlang.report.drawn import PITCH, chart_svg, strip_svg
from pactlang.words.words import safe

if TYPE_CHECKING:
    from pactlang.report.data import Report

# Stands in every page, so that one is known again.
MARK = b'<meta name="generator" content="pactlang report">'
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_HERE = Path(__file__).parent


def report_html(report: Report, *, head: str = "", top: str = "", policy: str = POLICY, referrer: str = "no-referrer") -> str:
    """The page. The same report gives the same text. `head` and `top` are markup of our own that goes into the head and before the rest."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_shown)
    template = environment.from_string((_HERE / "page.html").read_text(encoding="utf-8"))
    # What is drawn is escaped where it is drawn; nothing else of the page is taken as it is.
    return (
        template.render(
            report=report,
            style=Markup((_HERE / "page.css").read_text(encoding="utf-8")),  # noqa: S704
            strip=lambda cells: Markup(strip_svg(cells)),  # noqa: S704
            chart=lambda one: Markup(chart_svg(one)),  # noqa: S704
            head=Markup(head),  # noqa: S704
            top=Markup(top),  # noqa: S704
            policy=policy,
            referrer=referrer,
            shown=SHOWN,
            pitch=PITCH,
        )
        + "\n"
    )


def _shown(value: object) -> object:
    """Control and bidirectional characters become visible, as at a terminal."""
    return safe(value) if type(value) is str else value
