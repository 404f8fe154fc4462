"""A sheet for a terminal, as Markdown, as a page to print, and as JSON."""

from __future__ import annotations

import json
import textwrap
from datetime import date
from typing import TYPE_CHECKING

from pactlang.day.sheet_words import CLOSING
from pactlang.words.page import Page
from pactlang.words.words import day_words, escaped, people_words, safe

if TYPE_CHECKING:
    from pactlang.day.sheet import Part, Sheet

WIDTH = 80
_RULE = "_"


def sheet_text(sheet: Sheet, *, colour: bool = False, width: int = WIDTH) -> str:
    """The sheet for a terminal, and for a printer that knows plain text alone."""
    page = Page(colour=colour)
    page.line(page.mark(_title(sheet), "title"))
    page.line(page.mark(_under(sheet), "dim"))
    for part in sheet.parts:
        page.line()
        page.line(page.mark(part.title, "name"))
        _wrapped(page, part.words, "  ", "  ", width, "dim")
        for fact in _facts(part):
            _wrapped(page, fact, "  · ", "    ", width)
        for number, step in enumerate(part.steps, 1):
            _wrapped(page, step, f"  {number}. ", "     ", width)
        for ask in part.asks:
            _wrapped(page, ask, "  ", "  ", width)
            page.line(page.mark(f"  {_RULE * (width - 4)}", "dim"))
    page.line()
    _wrapped(page, CLOSING, "", "", width, "dim")
    if sheet.entry:
        _wrapped(page, f"In the log, once it is done: {sheet.entry}", "", "", width)
    return page.text


def _title(sheet: Sheet) -> str:
    about = f", about {sheet.finding}" if sheet.finding else ""
    return f"{sheet.title}{about}"


def _under(sheet: Sheet) -> str:
    return f"{sheet.of or people_words(sheet.between)} · {day_words(sheet.day)}"


def _facts(part: Part) -> tuple[str, ...]:
    return (*part.facts, part.more) if part.more else part.facts


def _wrapped(page: Page, words: str, first: str, then: str, width: int, style: str = "") -> None:
    for line in textwrap.wrap(safe(words), width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False):
        page.line(page.mark(line, style))


def sheet_markdown(sheet: Sheet, *, level: int = 1, title: str = "") -> str:
    """The sheet as Markdown, its title at a level."""
    lines = [f"{'#' * level} {escaped(title or _title(sheet))}", "", escaped(_under(sheet))]
    for part in sheet.parts:
        lines += ["", f"{'#' * (level + 1)} {part.title}", ""]
        lines += [part.words, ""] if part.words else []
        lines += [f"- {escaped(fact)}" for fact in _facts(part)]
        lines += [f"{number}. {escaped(step)}" for number, step in enumerate(part.steps, 1)]
        if part.asks:
            lines += [""] if part.facts or part.steps else []
            for ask in part.asks:
                lines += [escaped(ask), "", "&nbsp;", ""] if ask else ["&nbsp;", ""]
            lines.pop()
        if not lines[-1]:
            lines.pop()
    lines += ["", CLOSING]
    if sheet.entry:
        lines += ["", f"In the log, once it is done: `{safe(sheet.entry)}`"]
    return "\n".join(lines) + "\n"


def sheet_html(sheet: Sheet) -> str:
    """The sheet as a page that needs no network and no script, and prints on one side."""
    from html import escape

    def shown(words: str) -> str:
        return escape(safe(words))

    parts = []
    for part in sheet.parts:
        inner = f"<p class=why>{shown(part.words)}</p>" if part.words else ""
        if facts := _facts(part):
            inner += f"<ul>{''.join(f'<li>{shown(fact)}</li>' for fact in facts)}</ul>"
        if part.steps:
            inner += f"<ol>{''.join(f'<li>{shown(step)}</li>' for step in part.steps)}</ol>"
        inner += "".join(f"<p>{shown(ask)}</p><div class=room></div>" for ask in part.asks)
        parts.append(f"<section><h2>{shown(part.title)}</h2>{inner}</section>")
    entry = f"<p>In the log, once it is done: <code>{shown(sheet.entry)}</code></p>" if sheet.entry else ""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{shown(_title(sheet))}</title><style>{_STYLE}</style></head>\n<body><main><h1>{shown(_title(sheet))}</h1>"
        f"<p class=why>{shown(_under(sheet))}</p>\n"
        + "\n".join(parts)
        + f"\n<footer><p>{shown(CLOSING)}</p>{entry}</footer></main></body></html>\n"
    )


_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:15px/1.4 system-ui,sans-serif;margin:0;color:#1d1d1b;background:#fff}main{max-width:42rem;margin:auto;padding:1rem}"
    "h1{font-size:1.4rem;margin:0;overflow-wrap:anywhere}h2{font-size:1rem;margin:.8rem 0 .2rem}p,ul,ol{margin:.15rem 0}"
    "ul,ol{padding-left:1.3rem}li{overflow-wrap:anywhere}"
    ".why,footer{color:#55554f;font-size:.9em}.room{height:2.2rem;border-bottom:1px solid #8a8a82}footer{margin-top:.8rem}"
    "@media (prefers-color-scheme:dark){body{color:#ececE6;background:#1b1b19}.why,footer{color:#b9b9b0}.room{border-color:#85857c}}"
    "@media print{:root{color-scheme:light}@page{size:A4;margin:12mm 15mm}body{font-size:10pt;line-height:1.25;color:#000;background:#fff}"
    "main{max-width:none;padding:0}h2{margin:.5rem 0 .1rem}.room{height:1.5rem}.why,footer{color:#333}section{break-inside:avoid}}"
)


def sheet_json(sheet: Sheet) -> str:
    """The sheet as JSON."""
    answer = {
        "schema": "pactlang/sheet/1",
        "kind": sheet.kind.value,
        "title": sheet.title,
        "day": date.fromordinal(sheet.day).isoformat(),
        "between": list(sheet.between),
        "of": sheet.of or None,
        "finding": sheet.finding or None,
        "entry": sheet.entry or None,
        "parts": [
            {"title": one.title, "words": one.words, "facts": list(_facts(one)), "asks": list(one.asks), "steps": list(one.steps)}
            for one in sheet.parts
        ],
        "closing": CLOSING,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
