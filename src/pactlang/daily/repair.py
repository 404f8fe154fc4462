"""A repair plan for one finding: nine steps in three phases, filled from what the parties agreed, dated from a day.

What the agreement asks after a breach comes first, with its own dates and with what is done already. A step for which nothing is agreed
holds a suggestion, and says that it is one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.agenda.item import Item, Kind
from pactlang.check.finding import Finding, Status
from pactlang.check.waivers import clause_of
from pactlang.model.agreement import BreachTrigger, EventTrigger, Interval, Pause, PauseAfter, RepeatAfter, Response, Schedule
from pactlang.model.calendar import Exact, add_days

if TYPE_CHECKING:
    from pactlang.check.finding import Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Sentence
    from pactlang.model.calendar import Duration


class Phase(StrEnum):
    """The order of a repair; a later phase may lead back to an earlier one."""

    STEADY = "Steady"
    DECIDE = "Decide"
    REBUILD = "Rebuild"


class Action(Struct, frozen=True):
    """Something to do. `by` is the last date for it, where there is one; `agreed` the sentence that asks for it (none: a suggestion).

    `done` is the entry that shows it, `line` an entry for the log once it is done.
    """

    words: str
    by: int | None = None
    agreed: Sentence | None = None
    done: Entry | None = None
    line: str = ""


class Step(Struct, frozen=True):
    """One of the nine steps: what it is for, and what to do."""

    number: int
    phase: Phase
    title: str
    what_for: str
    actions: tuple[Action, ...]

    @property
    def done(self) -> bool:
        """Whether the log shows all of it that can be shown."""
        shown = [action for action in self.actions if action.line]
        return bool(shown) and all(action.done is not None for action in shown)


class Plan(Struct, frozen=True):
    """The plan. `first` is the date that suggestions count from."""

    finding: Finding
    agreement: Agreement
    first: int
    steps: tuple[Step, ...]

    @property
    def clause(self) -> str:
        """The name of the clause that is to be repaired."""
        return clause_of(self.finding)

    @property
    def both(self) -> str:
        """The parties, as an entry names them."""
        return " and ".join(self.agreement.parties)


def plan_of(finding: Finding, judgement: Judgement, first: int) -> Plan:
    """The plan for a finding of a judgement that lists everything."""
    agreement = finding.agreement
    return Plan(finding, agreement, first, tuple(_Planner(finding, judgement, first).steps()))


class _Planner:
    def __init__(self, finding: Finding, judgement: Judgement, first: int) -> None:
        self._finding = finding
        self._agreement = finding.agreement
        self._judgement = judgement
        self._first = first
        self._following = [sentence for sentence in self._agreement.sentences if self._follows(sentence)]
        self._answers = {one.sentence.label: one for one in judgement.findings if one.reason == finding.id and not _is_matrix(one)}  # type: ignore[union-attr]

    def _follows(self, sentence: Sentence) -> bool:
        trigger = getattr(sentence.form, "trigger", None)
        if isinstance(trigger, BreachTrigger):
            return sentence.clause != clause_of(self._finding) and trigger.of in (None, clause_of(self._finding))
        return isinstance(trigger, EventTrigger) and any(one.event in ("debrief", "apology") for one in trigger.selector.alternatives)

    def steps(self) -> list[Step]:
        """All nine, in order."""
        both = " and ".join(self._agreement.parties)
        today = self._first
        steady, decide, rebuild = Phase
        return [
            Step(
                1,
                steady,
                "Stop, and steady yourselves",
                "Nothing is decided while one of you is flooded. A pause is never a breach, and no punishment.",
                self._pauses()
                or (Action("Whoever needs it asks for a pause, as long as it takes to sleep and eat.", line=self._line("pause", "NAME")),),
            ),
            Step(
                2,
                steady,
                "Talk it through, in turns",
                "Ten minutes each, the other only listens, then says back what they heard. Facts first, then what it was like.",
                self._agreed(("debrief",)) or (Action("Sit down for a debrief.", today + 3, line=self._line("debrief", both)),),
            ),
            Step(
                3,
                steady,
                "Name the impact",
                "What hurt is often not the rule but what it stood for. Each writes their own sheet; nobody corrects the other's.",
                (Action("Each fills in an impact sheet, and reads it to the other.", today + 5),),
            ),
            Step(
                4,
                decide,
                "Decide whether the words still fit",
                "Keep them, change them, or let them go: all three are fine. Sleep over it first; terms that are signed within a day of a "
                "breach are often signed from fear.",
                (
                    Action("Ask of the sentence: do we still mean it? Was it clear? Could it be kept in the life we have?", today + 10),
                    Action("If it changes: write it, compare it (pact diff), and each sign it, not before tomorrow.", today + 14),
                ),
            ),
            Step(
                5,
                decide,
                "Put safeguards where it slipped",
                "Not more rules: one thing that would have helped on that day.",
                (Action("Choose one: a reminder, an earlier warning, asking before (pact may), a smaller limit for a while.", today + 14),),
            ),
            Step(
                6,
                rebuild,
                "Aftercare",
                "For each of you, also for the one who is ashamed: shame makes people hide, and hiding breaks more.",
                self._agreed(("aftercare", "apology"))
                or (
                    Action("Time together that is not about this.", today + 7, line=self._line("aftercare", both)),
                    Action("An apology, in writing: the sheet helps.", today + 7, line=self._line("apology", "NAME")),
                ),
            ),
            Step(
                7,
                rebuild,
                "Small things, kept",
                "Trust comes back through small promises that are kept, many times; not through one large gesture.",
                (Action("Each names one small thing for the next four weeks that the other will be able to see.", today + 14),),
            ),
            Step(
                8,
                rebuild,
                "Look again, often at first",
                "Short and regular; end each with one thing that went well.",
                self._agreed(("check-in", "review"))
                or (
                    *self._cadence(),
                    Action("A check-in every few days for the first weeks.", today + 4, line=self._line("check-in", both)),
                ),
            ),
            Step(
                9,
                rebuild,
                "Ask for help from outside",
                "A counsellor who knows how you live, a friend of both, a group. Asking early is a strength, and nobody needs permission "
                "for it.",
                self._agreed(("therapy",))
                or (Action("If it happens again, or one of you does not feel safe: ask somebody.", line=self._line("therapy", both)),),
            ),
        ]

    def _line(self, event: str, by: str) -> str:
        known = self._agreement.vocabulary.knows(event)
        return f"{event} by {by}" if known else ""

    def _agreed(self, events: tuple[str, ...]) -> tuple[Action, ...]:
        found: list[Action] = []
        for sentence in self._following:
            form = sentence.form
            if not isinstance(form, Response | RepeatAfter):
                continue
            named = [one.event for one in form.duty.selector.alternatives if one.event in events]
            if not named:
                continue
            answer = self._answers.get(sentence.label)
            kept = answer is not None and answer.fulfilled_at is not None
            done = next((entry for entry in reversed(answer.entries) if entry.type == named[0]), None) if kept and answer else None
            line = self._line(named[0], " and ".join(self._agreement.parties))
            found.append(Action(sentence.words, _last_day(answer, self._judgement), sentence, done, line))
        return tuple(found)

    def _pauses(self) -> tuple[Action, ...]:
        zone = self._judgement.zone
        began = zone.date_of(max(self._finding.moment, self._finding.noted))
        found = [
            Action(sentence.words, _after(began, sentence.form.length), sentence)
            for sentence in self._following
            if isinstance(sentence.form, PauseAfter)
        ]
        if not found:
            own = [one for one in self._agreement.sentences if isinstance(one.form, Pause)]
            found = [Action(one.words, agreed=one, line=self._line("pause", "NAME")) for one in own[:1]]
        return tuple(found)

    def _cadence(self) -> tuple[Action, ...]:
        return tuple(
            Action(one.words, agreed=one)
            for one in self._agreement.sentences
            if isinstance(one.form, Schedule | Interval) and any(part.event == "check-in" for part in one.form.duty.selector.alternatives)
        )[:1]


def _is_matrix(finding: Finding) -> bool:
    return not hasattr(finding.sentence, "label")


def _after(day: int, length: Duration) -> int:
    return day + -(-length.seconds // 86_400) if isinstance(length, Exact) else add_days(day, length)


def _last_day(answer: Finding | None, judgement: Judgement) -> int | None:
    if answer is None or answer.due is None:
        return None
    return answer.due_date if answer.due_date is not None else judgement.zone.date_of(answer.due)


def items_of(plan: Plan, judgement: Judgement) -> list[Item]:
    """The dates of a plan as items for a calendar; what is done, or has no date, is none."""
    zone = judgement.zone
    return [
        Item(
            Kind.NEXT,
            ("repair", plan.finding.id, str(step.number), str(place)),
            plan.agreement,
            zone,
            action.by,
            zone.midnight(plan.first),
            action.agreed,
            next((clause for clause in plan.agreement.clauses if action.agreed is not None and clause.name == action.agreed.clause), None),
        )
        for step in plan.steps
        for place, action in enumerate(step.actions)
        if action.by is not None and action.done is None
    ]


def needs_repair(finding: Finding) -> bool:
    """Whether a plan makes sense: for what was broken, let go or not, and for a pattern."""
    return finding.status in (Status.BREACH, Status.WAIVED, Status.DRIFT)
