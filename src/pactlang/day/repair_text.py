"""A repair plan: at a terminal, as Markdown with worksheets to print, as lines for the log, as JSON."""

from __future__ import annotations

import json
import textwrap
from datetime import date
from typing import TYPE_CHECKING

from pactlang.day.plan import Phase
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
WIDTH = 96
_QUOTED = "The words in quotation marks are what you agreed; the rest are suggestions."
_AGAIN = "If an earlier step opens again, go back to it; that is not a failure."


def repair_text(plan: Plan, zone: Zone, *, colour: bool = False, width: int = WIDTH) -> str:
    """The plan for a terminal."""
    page = Page(colour=colour)
    page.line(page.mark(f"A way back, for {plan.finding.id}", "title"))
    page.line()
    show = Shower(page, zone, width)
    show.wrapped(f"“{sentence_words(plan.finding)}”", "  ", place_words(plan.finding))
    words = message(plan.finding, zone)
    show.wrapped(f"{words[:1].upper()}{words[1:]}.", "  ")
    page.line()
    page.line(_QUOTED)
    phase = None
    for step in plan.steps:
        if step.phase is not phase:
            phase = step.phase
            page.line()
            page.line(page.mark(_PHASES[phase], "title"))
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
    page.line()
    page.line(_AGAIN)
    return page.text


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
        f"# A way back, for {escaped(plan.finding.id)}",
        "",
        f"> {escaped(sentence_words(plan.finding))}",
        "",
        f"{escaped(words[:1].upper() + words[1:])}.",
        "",
        f"Read this together. Nobody has to win. {_QUOTED}",
    ]
    phase = None
    for step in plan.steps:
        if step.phase is not phase:
            phase = step.phase
            lines += ["", f"## {_PHASES[phase]}"]
        lines += ["", f"### {step.number}. {step.title}", "", step.what_for, ""]
        lines += [f"- [{'x' if action.done is not None else ' '}] {escaped(_action_words(action, plan.first))}" for action in step.actions]
    lines += ["", _AGAIN, "", *_debrief(plan)]
    for party in plan.agreement.parties:
        lines += ["", *_impact(party)]
    lines += ["", *_apology(plan), ""]
    return "\n".join(lines)


def _debrief(plan: Plan) -> list[str]:
    first, *others = plan.agreement.parties
    turns = [f"{number}. {escaped(party)} speaks for ten minutes; the others listen." for number, party in enumerate((first, *others), 1)]
    return [
        "## Agenda for the debrief",
        "",
        "An hour at most, no phones, nobody hungry. Any of you may stop it and say when to go on.",
        "",
        *turns,
        f"{len(turns) + 1}. Each says back what they heard, and asks: did I get it?",
        f"{len(turns) + 2}. What happened, in order? Only what a camera would have seen.",
        f"{len(turns) + 3}. What did each of us need on that day?",
        f"{len(turns) + 4}. What would have helped? One thing each.",
        f"{len(turns) + 5}. When do we talk next? Write it into the log.",
    ]


def _impact(party: str) -> list[str]:
    return [
        f"## Impact sheet of {escaped(party)}",
        "",
        "- What I felt, and where in the body:",
        "- What it made me think about us (a thought, which may be wrong):",
        "- What it touched from earlier:",
        "- What I need in the next days:",
        "- What I do not want now:",
    ]


def _apology(plan: Plan) -> list[str]:
    return [
        "## Apology sheet",
        "",
        "For anyone who wants to say sorry. Without “but”.",
        "",
        "- What happened, in my words:",
        "- Why I think it hurt:",
        "- What I am sorry for:",
        "- What will change: one sentence that can be checked, in the agreement or next to it.",
        f"  Now it says: “{escaped(sentence_words(plan.finding))}”. From now on:",
        "- What I am not asking for (for example, to be forgiven by a certain day):",
    ]


def repair_log(plan: Plan) -> str:
    """Entries for the log, each to be kept once it is done: as comments, so that nothing is claimed before it happened."""
    lines = [f"# A way back, for {plan.finding.id}. Remove the `# ` and set the date once it is done."]
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
        "from": date.fromordinal(plan.first).isoformat(),
        "steps": [_step(step) for step in plan.steps],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _step(step: Step) -> dict[str, object]:
    return {
        "number": step.number,
        "phase": step.phase.value,
        "title": step.title,
        "what_for": step.what_for,
        "done": step.done,
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
