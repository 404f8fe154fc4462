"""`pact report`: one page to sit down with."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import History, ThisText
from pactlang.words.page import out, out_json, show, wants_colour

if TYPE_CHECKING:
    from pactlang.report.data import Report


class Format(StrEnum):
    """How the report is written."""

    HTML = "html"
    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


def command(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PACT…] [LOG…]", help="The agreement and its logs. Default: those in this folder.", show_default=False),
    ] = None,
    target: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where to write the page. '-': standard output.")] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Report as of this moment. Default: now.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Only from this date on.")] = "",
    redact: Annotated[
        bool, typer.Option("--redact", help="Keep only the parties' names, dates, numbers and the language's own words.")
    ] = False,
    for_review: Annotated[bool, typer.Option("--for-review", help="Start with an agenda for your next review.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Serve the page on this computer, with a form to log.")] = False,
    this_text: ThisText = False,
    history: History = False,
    output: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.HTML,
) -> None:
    """Write one page to sit down with. What went well, what wants a talk, each clause week by week.

    The page needs no network and no script, prints well, and can be read with a screen reader. The same input gives the same page.

    Exit code 0: written. 2: a text could not be read, or the page could not be written.

    With --live, the page is served on this computer alone until Ctrl+C, under an address that nobody can guess. It follows the files.
    Its form says what 'pact may' says, and then writes what 'pact log' does.

    Example: pact report us.pact 2026.pactlog -o report.html
    """
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.inputs import InputError, check_files, date_of, read_texts
    from pactlang.report.make import report_of
    from pactlang.words.words import count_words

    if live:
        if target or redact or as_of or output is not Format.HTML:
            raise InputError("--live is a page of now, with a form: it goes without -o, --format, --as-of and --redact")
        from pactlang.cli.report_live import serve

        serve(files or [], since, for_review=for_review, this_text=this_text)
        return
    if output is Format.HTML and not target:
        raise InputError("say where to write the page, for example: -o report.html")
    texts = read_texts(files or [], this_text=this_text, as_of=as_of)
    checked = check_files(files or [], as_of=as_of, keep_all=True, this_text=this_text)
    first = date_of(since, "--since") if since else None
    report = report_of(checked.judgement, texts.agreements, texts.entries, since=first, redact=redact, for_review=for_review)
    if output is Format.TERMINAL:
        from pactlang.report.terminal import report_text

        show(report_text(report, colour=wants_colour(sys.stdout)))
    else:
        _write(target, report, output, redact=redact)
    if not redact:
        say_warnings(checked.warnings)
        say_notes(checked.judgement.first)
    elif checked.warnings:  # they quote what people wrote
        show(f"{count_words(len(checked.warnings), 'warning')} not shown here; pact check shows them.\n", sys.stderr)


def _write(target: str, report: Report, output: Format, *, redact: bool) -> None:
    from pactlang.cli.own_file import write_own
    from pactlang.inputs import STANDARD_INPUT
    from pactlang.words.words import safe

    endings: tuple[str, ...]
    if output is Format.HTML:
        from pactlang.report.html import MARK, report_html

        mark, page, endings = MARK, report_html(report), (".html", ".htm")
    elif output is Format.JSON:
        from pactlang.report.as_json import MARK, report_json

        mark, page, endings = MARK, report_json(report), (".json",)
    else:
        from pactlang.report.markdown import MARK, report_markdown

        mark, page, endings = MARK, report_markdown(report), (".md",)
    if target in ("", STANDARD_INPUT):
        if output is Format.JSON:
            out_json(page)
        else:
            out(page, utf8=True)
        return
    data = page.encode(errors="backslashreplace")
    write_own(target, data, what="a report", endings=endings, is_ours=lambda there: mark in there, private=True)
    holds = "your names, dates and findings" if redact else "what your log holds"
    show(f"Written to {safe(target)}. It holds {holds}: keep it where you keep your letters.\n", sys.stderr)
