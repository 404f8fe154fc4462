"""A repair plan for one finding: nine steps in three phases, filled from what the parties agreed, dated from a day.

What the agreement asks after a breach comes first, with its own dates and with what is done already. A step for which nothing is agreed
holds a suggestion, and says that it is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.agenda.item import Item
from pactlang.checker.agenda.item import Kind as Planned
from pactlang.checker.finding import Finding, Status
from pactlang.checker.waivers import clause_of
from pactlang.day.parting import parted, parting_steps
from pactlang.day.plan import Plan
from pactlang.day.planner import Planner
from pactlang.day.sheet import sheet_of
from pactlang.day.sheet_kinds import Kind
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pactlang.checker.finding import Judgement


def plan_of(finding: Finding, judgement: Judgement, first: int) -> Plan:
    """The plan for a finding of a judgement that lists everything."""
    planner = Planner(finding, judgement, first)
    sheets = [sheet_of(Kind.DEBRIEF, judgement, finding), sheet_of(Kind.APOLOGY, judgement, finding)]
    sheets[1:1] = [sheet_of(Kind.IMPACT, judgement, finding, party) for party in planner.agreement.parties]
    ended = parted(judgement)
    steps = parting_steps(judgement) if ended else planner.steps()
    return Plan(finding, planner.agreement, planner.now, first, tuple(steps), len(planner.like_it), tuple(sheets), ended)


def newest_broken(judgement: Judgement) -> Finding | None:
    """The newest breach that stands and is no breach of a repair clause (of any version): what those ask for is part of a plan."""
    repair = {clause.name for version in judgement.versions for clause in version.agreement.clauses if clause.kind is ClauseKind.REPAIR}
    standing = [one for one in judgement.findings if one.status is Status.BREACH and clause_of(one) not in repair]
    return max(standing, key=lambda one: (one.moment, one.id), default=None)


def items_of(plan: Plan, judgement: Judgement) -> list[Item]:
    """The dates of a plan as items for a calendar; what is done, or has no date, is none."""
    zone = judgement.zone
    return [
        Item(
            Planned.NEXT,
            ("repair", plan.finding.id, str(step.number), str(place)),
            plan.text_of(action.agreed),
            zone,
            action.by,
            zone.midnight(plan.first),
            action.agreed,
            next(
                (one for one in plan.text_of(action.agreed).clauses if action.agreed is not None and one.name == action.agreed.clause), None
            ),
        )
        for step in plan.steps
        for place, action in enumerate(step.actions)
        if action.by is not None and action.done is None and not action.holds
    ]


def needs_repair(finding: Finding) -> bool:
    """Whether a plan makes sense: for what was broken, let go or not, and for a pattern."""
    return finding.status in (Status.BREACH, Status.WAIVED, Status.DRIFT)
