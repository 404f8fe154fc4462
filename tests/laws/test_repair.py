"""Law: `repair` without a name takes the newest breach that stands and is no breach of a repair clause, and says of it what is agreed."""

from __future__ import annotations

from hypothesis import event, given

from pactlang.checker.active import on_such_dates
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.day.repair import newest_broken, plan_of
from pactlang.day.repair_text import repair_text
from pactlang.model.agreement import BreachTrigger, ClauseKind, RepeatAfter, Response, Sentence
from pactlang.words.text import sentence_words

from ..reference.comparing import tries
from ..reference.spoken import FORMS
from ..reference.strategies import Case, LogShape, one_agreement, several_versions
from .moments import UTC, moments

SHAPE = LogShape(waivers=True, noted=True, size=12)
CASES = one_agreement((*FORMS, "follow_up"), SHAPE, sentences=3) | several_versions(SHAPE)


def is_repair(clause: str, case: Case) -> bool:
    return any(one.name == clause and one.kind is ClauseKind.REPAIR for model in case.models for one in model.clauses)


@given(CASES)
@tries(40)
def test_the_newest_breach_is_repaired_by_what_was_agreed(drawn: Case) -> None:
    for case in moments(drawn, 3):
        judgement = judge(case.models, case.entries, case.as_of, UTC, keep_all=True)
        standing = [one for one in judgement.findings if one.status is Status.BREACH and not is_repair(clause_of(one), case)]
        newest = newest_broken(judgement)
        assert (newest is None) == (not standing)
        if newest is None:
            continue
        event("something to repair")
        assert newest.moment == max(one.moment for one in standing)
        plan = plan_of(newest, judgement, judgement.zone.date_of(judgement.as_of))
        # It quotes the text that was broken; what follows is quoted from the text that was in force at the breach.
        text = " ".join(repair_text(plan, judgement.zone, width=10_000).split())
        assert f"“{' '.join(sentence_words(newest).split())}”" in text
        # As it is written there: a sentence that a pause lifts is judged with that condition more.
        assert newest.sentence.span in [one.span for one in (*newest.agreement.sentences, *newest.agreement.matrices)]
        agreed = [action for step in plan.steps for action in step.actions if action.agreed is not None]
        answers = {one.sentence.label: one for one in judgement.findings if one.answers == newest.id and isinstance(one.sentence, Sentence)}
        for action in agreed:
            sentence = action.agreed
            assert sentence is not None
            form = sentence.form
            judged = sentence.label in answers or any(one.sentence is sentence for one in judgement.holds)
            judged |= isinstance(form, RepeatAfter) and any(one.sentence is sentence for one in judgement.findings)
            # What the checker asks for after the breach by the text of then; all else is of the text in force, and goes on.
            if not judged or sentence not in plan.agreement.sentences:
                event("offered by the text in force")
                in_force = judgement.in_force_at(judgement.as_of)
                assert in_force is not None
                assert sentence in in_force.sentences
                assert not sentence.not_applied
                today = judgement.zone.date_of(judgement.as_of)
                assert any(on_such_dates(sentence.modifiers, day) for day in range(today, today + 400))
            if not isinstance(form, Response) or not isinstance(form.trigger, BreachTrigger):
                continue
            answer = answers.get(sentence.label)
            if answer is not None:
                event("what follows it is judged")
                assert isinstance(answer.sentence, Sentence)
                assert answer.sentence.span == sentence.span
                assert action.by == (answer.due_date or judgement.zone.date_of(answer.due or 0))
                assert (action.done is not None) == (answer.fulfilled_at is not None)
        # What is done is what the log shows, since the breach.
        kinds = {entry.type for entry in case.entries}
        for step in plan.steps:
            for action in step.actions:
                if action.done is not None and action.done.by:
                    assert action.done.how in kinds
                    assert action.done.day <= judgement.zone.date_of(judgement.as_of)
