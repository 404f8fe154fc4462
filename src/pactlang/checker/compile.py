"""From sentences to machines: each sentence of a version becomes one small state machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.active import on_such_dates
from pactlang.checker.forms.clock_watch import ClockWatch, watched
from pactlang.checker.forms.deadlines import DeadlineMachine
from pactlang.checker.forms.interval import IntervalMachine
from pactlang.checker.forms.quota import QuotaMachine
from pactlang.checker.forms.schedule import Course, ScheduleMachine, goes_on
from pactlang.checker.lifting import lifted
from pactlang.checker.states import pause_spans
from pactlang.model.agreement import (
    BreachTrigger,
    Cap,
    ClauseKind,
    EventTrigger,
    Gap,
    Interval,
    Measure,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Times,
    Unit,
)
from pactlang.model.once import once_each
from pactlang.model.recurrence import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event
    from pactlang.checker.forms.follow_up import FollowUp
    from pactlang.checker.forms.pause import PauseMachine
    from pactlang.checker.machine import Machine
    from pactlang.checker.timeline import Version
    from pactlang.model.agreement import Agreement, ClockFilter, DuringFilter, Sentence


class Follower(Struct, frozen=True):
    """A sentence that follows a breach, or that pauses or repeats after something; judged after the pass."""

    sentence: Sentence
    form: FollowUp
    kind: ClauseKind
    repair_clauses: frozenset[str]
    context: Context


class Program(Struct, frozen=True):
    """All sentences of one version, ready to run."""

    machines: list[Machine]
    followers: list[Follower]
    going_on: dict[str, IntervalMachine | QuotaMachine | ScheduleMachine]  # by label: those that a later version's may take over from
    pausing: dict[str, PauseMachine]  # the same of those who let people pause


def compile_version(context: Context, versions: Sequence[Version], pauses: Sequence[Event], before: Program | None = None) -> Program:
    """The machines of one version.

    `versions` are all, for schedules that keep their turn; `pauses` the pause entries of the log. `before` is the program of the version
    that this one takes over from without a break.
    """
    agreement = context.version.agreement
    # A repair clause of an earlier version is one too, while its breaches are known.
    repair = frozenset[str]().union(*(_repairing(version.agreement) for version in versions))
    program = Program([], [], {}, {})
    for kind, sentence, holding, clock in _applied(agreement):
        made = _compiled(holding, kind, repair, context, versions, pauses)
        if isinstance(made, Follower):
            program.followers.append(made)
            continue
        program.machines.append(made)
        if isinstance(made, IntervalMachine | QuotaMachine | ScheduleMachine):
            program.going_on[sentence.label] = made
            if before is not None and sentence.label in before.going_on:
                made.take_over(before.going_on[sentence.label])
        if isinstance(sentence.form, Pause):
            pausing = program.pausing[sentence.label] = cast("PauseMachine", made)  # its module is loaded where somebody may pause
            if before is not None and sentence.label in before.pausing:
                pausing.take_over(before.pausing[sentence.label])
        if clock is not None:
            program.machines.append(ClockWatch(sentence, clock, context))
    if agreement.matrices:
        from pactlang.checker.forms.matrix import MatrixMachine

        program.machines.extend(MatrixMachine(matrix, context) for matrix in agreement.matrices)
    return program


@once_each
def _repairing(agreement: Agreement) -> frozenset[str]:
    return frozenset(clause.name for clause in agreement.clauses if clause.kind is ClauseKind.REPAIR)


@once_each
def _applied(agreement: Agreement) -> list[tuple[ClauseKind, Sentence, Sentence, ClockFilter | DuringFilter | None]]:
    """The sentences that are applied, each with the kind of its clause, as it holds beside the pauses, and with the clock it watches."""
    return [
        (clause.kind, sentence, lifted(sentence, agreement), watched(sentence))
        for clause in agreement.clauses
        for sentence in clause.sentences
        if not sentence.not_applied
    ]


def _compiled(
    sentence: Sentence, kind: ClauseKind, repair: frozenset[str], context: Context, versions: Sequence[Version], pauses: Sequence[Event]
) -> Machine | Follower:
    # The machine of a form is loaded where a sentence has it: few agreements have them all.
    match sentence.form:
        case ProhibitionAfter() | PauseAfter() | RepeatAfter() | Response(trigger=BreachTrigger() | EventTrigger(times=Times())) as form:
            return Follower(sentence, form, kind, repair, context)
        case Cap() as form:
            from pactlang.checker.forms.cap import CapMachine

            return CapMachine(sentence, form, context)
        case Quota(measure=Measure(unit=Unit.SHARE)) as form:
            from pactlang.checker.forms.share import ShareMachine

            return ShareMachine(sentence, form, context)
        case Quota() as form:
            return QuotaMachine(sentence, form, context)
        case Gap() as form:
            from pactlang.checker.forms.gap import GapMachine

            return GapMachine(sentence, form, context)
        case Response() as form:
            from pactlang.checker.forms.response import ResponseMachine

            return ResponseMachine(sentence, form, context)
        case Precedence() as form:
            from pactlang.checker.forms.precedence import PrecedenceMachine

            return PrecedenceMachine(sentence, form, context)
        case Interval() as form:
            return IntervalMachine(sentence, form, context)
        case Schedule() as form:
            machine = DeadlineMachine if form.by else ScheduleMachine
            return machine(sentence, form, course_of(sentence, form, context, versions))
        case Prohibition() as form:
            from pactlang.checker.forms.prohibition import ProhibitionMachine

            return ProhibitionMachine(sentence, form, context)
        case ProhibitionBefore() as form:
            from pactlang.checker.forms.too_close import ProhibitionBeforeMachine

            return ProhibitionBeforeMachine(sentence, form, context)
        case Pause(selector):
            spans = pause_spans(pauses, context.version.index, context.zone, sentence, context.facts.texts)
            from pactlang.checker.forms.pause import PauseMachine

            return PauseMachine(sentence, selector, spans, context)
        case _ as never:
            assert_never(never)


def course_of(sentence: Sentence, form: Schedule, context: Context, versions: Sequence[Version]) -> Course:
    """How a schedule goes in a version: from when on it holds, and from which date its rhythm counts."""
    since, later = context.version.first, form
    for version, earlier in _said_before(sentence, context, versions):
        if version.last + 1 != since or not goes_on(later, earlier):
            break
        since, later = version.first, earlier
    anchor = form.first_turn.day if form.first_turn is not None else _anchor_of(sentence, form, context, versions)
    return Course(context, anchor, since)


def _said_before(sentence: Sentence, context: Context, versions: Sequence[Version]) -> Iterator[tuple[Version, Schedule]]:
    """The schedule of this label in each version before, the latest first, up to one that has none."""
    for earlier in reversed(versions[: context.version.index]):
        same = next((one for one in earlier.agreement.sentences if one.label == sentence.label), None)
        if same is None or not isinstance(same.form, Schedule):
            return
        yield earlier, same.form


def _anchor_of(sentence: Sentence, form: Schedule, context: Context, versions: Sequence[Version]) -> int:
    """The date from which the rhythm of a schedule counts: the first of its dates on which the sentence held.

    It may have held under earlier versions: those before this one, without a break, in which it had this label and this rhythm.
    """
    if form.recurrence.every == 1:
        return context.version.first  # from wherever it counts, its dates are the same
    run = [(context.version, sentence)]
    for earlier in reversed(versions[: context.version.index]):
        same = next((one for one in earlier.agreement.sentences if one.label == sentence.label), None)
        if same is None or not isinstance(same.form, Schedule) or same.form.recurrence != form.recurrence:
            break
        run.insert(0, (earlier, same))
    for version, held in run:
        last = min(version.last, version.first + _FAR_AHEAD)
        each = dates(replace(form.recurrence, every=1), version.first, last, version.first, version.agreement.week_start)
        day = next((day for day in each if on_such_dates(held.modifiers, day)), None)
        if day is not None:
            return day
    return context.version.first


_FAR_AHEAD = 12 * 366  # dates in which the first one is looked for
