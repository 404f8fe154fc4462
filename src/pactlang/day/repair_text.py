"""A repair plan: at a terminal, as Markdown with worksheets to print, as lines for the log, as JSON."""

from __future__ import annotations

import json
import textwrap
from datetime import date
from typing import TYPE_CHECKING

from pactlang.day.plan import Phase
from pactlang.day.sheet_kinds import Kind
from pactlang.day.sheet_text import sheet_markdown
from pactlang.words.messages import message
from pactlang.words.page import Page
from pactlang.words.text import Shower, place_words, sentence_words
from pactlang.words.words import day_words, escaped, list_words, people_words, safe

if TYPE_CHECKING:
    from pactlang.day.plan import Action, Plan, Step
    from pactlang.model.calendar import Zone

_PHASES = {
    Phase.STEADY: "First: make it safe to talk",
    Phase.DECIDE: "Then: decide",
    Phase.REBUILD: "From then on: rebuild",
}
_AFTER_THE_END = {
    Phase.STEADY: "For each of you",
    Phase.DECIDE: "What is still asked",
    Phase.REBUILD: "Only if all of you want to",
}
_NAMED = {Kind.DEBRIEF: "Agenda for the debrief", Kind.IMPACT: "Impact sheet", Kind.APOLOGY: "Apology sheet"}
WIDTH = 96
_QUOTED = "The words in quotation marks are what you agreed; the rest are suggestions."
_AGAIN = "If an earlier step opens again, go back to it; that is not a failure."


def repair_text(plan: Plan, zone: Zone, *, colour: bool = False, width: int = WIDTH) -> str:
    """The plan for a terminal."""
    page = Page(colour=colour)
    page.line(page.mark(_title(plan), "title"))
    page.line()
    show = Shower(page, zone, width)
    show.wrapped(f"“{sentence_words(plan.finding)}”", "  ", place_words(plan.finding))
    words = message(plan.finding, zone)
    show.wrapped(f"{words[:1].upper()}{words[1:]}.", "  ")
    page.line()
    show.wrapped(plan.ended or _QUOTED, "")
    phase = None
    for step in plan.steps:
        if step.phase is not phase:
            phase = step.phase
            page.line()
            page.line(page.mark(_heading(plan, phase), "title"))
        page.line()
        done = page.mark("  done", "good") if step.done else ""
        page.line(f"  {step.number}. {page.mark(step.title, 'name')}{done}")
        for line in textwrap.wrap(step.what_for, width - 5):
            page.line(f"     {page.mark(line, 'dim')}")
        for action in step.actions:
            lines = textwrap.wrap(safe(_action_words(action, plan.first)), width - 7) or [""]
            page.line(f"     · {lines[0]}")
            for line in lines[1:]:
                page.line(f"       {line}")
        if step.sheet:
            page.line(f"     {page.mark(f'A sheet to write on: {_sheet_call(step, plan)}', 'dim')}")
    if not plan.ended:
        page.line()
        page.line(_AGAIN)
    return page.text


def _title(plan: Plan) -> str:
    return f"What may help after the end, for {plan.finding.id}" if plan.ended else f"A way back, for {plan.finding.id}"


def _heading(plan: Plan, phase: Phase) -> str:
    return (_AFTER_THE_END if plan.ended else _PHASES)[phase]


def _action_words(action: Action, first: int) -> str:
    words = f"“{action.words}”" if action.agreed is not None else action.words
    stop = "" if words.endswith((".", "?")) else "."
    if action.done is not None:
        by = f" by {people_words(action.done.by)}" if action.done.by else ""
        said = f" ({'; '.join(action.done.said)})" if action.done.said else ""
        return f"{words}{stop} Done: {action.done.how}{by}, {day_words(action.done.day, weekday=False)}{said}."
    if action.by is None:
        return words
    if action.holds:
        return f"{words}{stop} Until the end of {day_words(action.by)}."
    if action.by < first:
        return f"{words}{stop} It was due by {day_words(action.by)} and is still open."
    return f"{words}{stop} By {day_words(action.by)}."


def repair_markdown(plan: Plan, zone: Zone) -> str:
    """The plan as a page to print, with a sheet for each of you."""
    words = message(plan.finding, zone)
    lines = [
        f"# {escaped(_title(plan))}",
        "",
        f"> {escaped(sentence_words(plan.finding))}",
        "",
        f"{escaped(words[:1].upper() + words[1:])}.",
        "",
        escaped(plan.ended) or f"Read this together. Nobody has to win. {_QUOTED}",
    ]
    phase = None
    for step in plan.steps:
        if step.phase is not phase:
            phase = step.phase
            lines += ["", f"## {_heading(plan, phase)}"]
        lines += ["", f"### {step.number}. {step.title}", "", step.what_for, ""]
        lines += [f"- [{'x' if action.done is not None else ' '}] {escaped(_action_words(action, plan.first))}" for action in step.actions]
    lines += ["", *([] if plan.ended else [_AGAIN, ""])]
    sheets = [sheet_markdown(sheet, level=2, title=f"{_NAMED[sheet.kind]}{f' of {sheet.of}' if sheet.of else ''}") for sheet in plan.sheets]
    return "\n".join([*lines, *sheets])


def _sheet_call(step: Step, plan: Plan) -> str:
    """How to print the sheet that helps with a step."""
    about = f" {plan.finding.id}" if Kind(step.sheet).may_be_about else ""
    return f"pact sheet {step.sheet}{about}"


def repair_log(plan: Plan) -> str:
    """Entries for the log, each to be kept once it is done: as comments, so that nothing is claimed before it happened."""
    lines = [f"# {_title(plan)}. Remove the `# ` and set the date once it is done."]
    for step in plan.steps:
        for action in step.actions:
            if action.done is None:
                day = date.fromordinal(max(plan.first, action.by if action.by is not None else plan.first))
                lines += [f"# {day.isoformat()}  {line}" for line in action.lines]
    return "\n".join(lines) + "\n"


def repair_json(plan: Plan, zone: Zone) -> str:
    """The plan as JSON."""
    answer = {
        "schema": "pactlang/repair/1",
        "finding": plan.finding.id,
        "message": message(plan.finding, zone),
        "times": plan.times,
        "ended": plan.ended or None,
        "from": date.fromordinal(plan.first).isoformat(),
        "steps": [_step(step, plan) for step in plan.steps],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _step(step: Step, plan: Plan) -> dict[str, object]:
    return {
        "number": step.number,
        "phase": step.phase.value,
        "title": step.title,
        "what_for": step.what_for,
        "done": step.done,
        "sheet": _sheet_call(step, plan) if step.sheet else None,
        "actions": [
            {
                "words": action.words,
                "agreed": None if action.agreed is None else action.agreed.label,
                "by": None if action.by is None else date.fromordinal(action.by).isoformat(),
                "done": None if action.done is None else date.fromordinal(action.done.day).isoformat(),
                "done_by": None if action.done is None else {"what": action.done.how, "by": list(action.done.by)},
                "entry": action.lines[0] if action.lines else None,
                "entries": list(action.lines),
            }
            for action in step.actions
        ],
    }


def no_plan_words(ids: list[str]) -> str:
    """What to say where a finding needs no repair."""
    return f"nothing needs repair there; there are plans for: {list_words(ids)}" if ids else "nothing needs repair"
