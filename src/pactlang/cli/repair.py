"""`pact repair`: a way back after a breach."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import ThisText
from pactlang.words.page import out, out_json, show, wants_colour, width_for

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding, Judgement
    from pactlang.day.plan import Plan


class Format(StrEnum):
    """How the plan is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    LOG = "log"
    ICS = "ics"
    JSON = "json"


def command(
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT…] [LOG…] [FINDING]",
            help="The agreement and its logs (default: those in this folder), then the finding (default: the newest breach).",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Use this moment as now. Default: now.")] = "",
    settle: Annotated[bool, typer.Option("--settle", help="Let breaches go instead: each is shown, and written after your yes.")] = False,
    party: Annotated[str, typer.Option("--as", metavar="PARTY", help="Who lets go, with --settle.")] = "",
    this_text: ThisText = False,
    output: Annotated[
        Format,
        typer.Option("--format", help="Text, Markdown with worksheets, entries for the log, a calendar (ics) or JSON."),
    ] = Format.TEXT,
) -> None:
    """Make a plan after a breach. Nine steps in three phases, from what you agreed for such a day, dated from today.

    What is already done is shown as done. If you agreed nothing, there is a suggestion. Nothing is written anywhere. With --settle, one of
    you lets go of what is open, in one line of the log. It offers nothing that is due, disputed or about health.

    Exit code 0: here is a plan, or none is needed. 1: nothing was let go. 2: there is no such finding, or a text could not be read.

    Example: pact repair tell@2026-09-20 --format markdown > plan.md
    """
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.day.repair import newest_broken
    from pactlang.day.repair_text import WIDTH, repair_json, repair_log, repair_markdown, repair_text
    from pactlang.inputs import InputError, check_files, split_call

    files, said = split_call(words or [])
    if settle:
        from pactlang.cli.settling import settle as let_go

        if output not in (Format.TEXT, Format.JSON):
            raise InputError("--settle answers as text or json")
        let_go(files, said, party, as_of, this_text=this_text, json=output is Format.JSON)
        return
    if party:
        raise InputError("--as belongs to --settle")
    checked = check_files(files, as_of=as_of, keep_all=True, this_text=this_text)
    if not said and output in (Format.TEXT, Format.MARKDOWN) and newest_broken(checked.judgement) is None:
        out("Nothing needs repair.\n")
        return
    plan = _plan(said, checked.judgement)
    say_warnings(checked.warnings)
    say_notes(checked.judgement.first)
    zone = checked.judgement.zone
    match output:
        case Format.TEXT:
            show(repair_text(plan, zone, colour=wants_colour(sys.stdout), width=min(WIDTH, width_for(sys.stdout, WIDTH))))
        case Format.MARKDOWN:
            out(repair_markdown(plan, zone))
        case Format.ICS:
            out(_calendar(plan, checked.judgement), utf8=True)
        case Format.LOG:
            out(repair_log(plan))
        case Format.JSON:
            out_json(repair_json(plan, zone))


def _calendar(plan: Plan, judgement: Judgement) -> str:
    from pactlang.calendars.export.standing import read_standing
    from pactlang.calendars.export.update import update
    from pactlang.day.repair import items_of

    items = items_of(plan, judgement)
    changed = judgement.zone.midnight(plan.first)
    last = max((item.day for item in items), default=plan.first)
    return update(items, read_standing(b""), plan.agreement, changed=changed, last=last).data.decode()


def _broken(judgement: Judgement) -> list[Finding]:
    from pactlang.day.repair import needs_repair

    return [finding for finding in judgement.findings if needs_repair(finding)]


def _plan(said: str, judgement: Judgement) -> Plan:
    from pactlang.day.repair import newest_broken, plan_of
    from pactlang.day.repair_text import no_plan_words
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError

    broken = _broken(judgement)
    ids = {finding.id: finding for finding in broken}
    newest = newest_broken(judgement)
    if not said and newest is not None:
        said = newest.id
    finding = ids.get(said)
    if finding is None:
        known = any(one.id == said for one in judgement.findings)
        near = nearest_spelling(said, ids, 0.8) if said and not known else ""
        raise InputError(f"there is no finding {said}; did you mean {near}?" if near else no_plan_words(list(ids)[-12:]))
    return plan_of(finding, judgement, judgement.zone.date_of(judgement.as_of))
