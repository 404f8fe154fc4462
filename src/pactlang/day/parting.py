"""What is left of a repair plan once somebody left: what the agreement asks for at its end, and what may help. All else costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.day.plan import Action, Done, Phase, Step
from pactlang.log.bound import day_of
from pactlang.log.entry import Entry
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import EventTrigger, Sentence
from pactlang.model.vocabulary import LEAVE
from pactlang.words.words import day_words, people_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding, Judgement


def parted(judgement: Judgement) -> str:
    """What to say first where somebody left and nothing is in force since; else an empty string."""
    left = judgement.left
    if left is None or judgement.in_force_at(judgement.as_of) is not None:
        return ""
    on = day_words(day_of(left, judgement.zone), weekday=False)
    return (
        f"{people_words(left.by)} left on {on}, and the agreement ended. Stopping costs nothing: nobody owes what is suggested here, it "
        "has no dates, and a no needs no reason."
    )


def parting_steps(judgement: Judgement) -> list[Step]:
    """The steps after somebody left: no date but those that people agreed on for the end."""
    steps = [
        Step(
            1, Phase.STEADY, "Steady yourselves", "Nobody has to explain, and nobody has to answer. Sleep, eat, and be with a friend.", ()
        ),
        Step(
            2,
            Phase.STEADY,
            "Write down what it meant to you",
            "For yourself. Others hear it only if you want that, and they do, too.",
            (Action("Fill in an impact sheet, and keep it or share it."),),
            "impact",
        ),
        Step(
            3,
            Phase.STEADY,
            "Ask for help from outside",
            "A counsellor who understands how you lived, a friend, a group. Nobody needs permission for it.",
            (Action("Ask someone for help, alone or together."),),
        ),
        Step(
            4,
            Phase.REBUILD,
            "Say what was yours in it",
            "An apology asks for no answer. One talk may make the end easier to live with.",
            (Action("An apology, in writing: the sheet helps."), Action("One talk, in turns, about what happened.")),
            "apology",
        ),
    ]
    closing = _closing(judgement)
    if closing:
        words = "You agreed on this for the day on which one of you leaves. It is all that is still asked."
        steps.insert(3, Step(4, Phase.DECIDE, "What you agreed for the end", words, closing))
    return [Step(number, one.phase, one.title, one.what_for, one.actions, one.sheet) for number, one in enumerate(steps, 1)]


def _closing(judgement: Judgement) -> tuple[Action, ...]:
    """What the agreement asks for after leaving, as the checker judges it, each sentence once."""
    asked: dict[str, list[Finding]] = {}
    for finding in judgement.findings:
        trigger = getattr(finding.sentence.form, "trigger", None) if isinstance(finding.sentence, Sentence) else None
        if isinstance(trigger, EventTrigger) and any(one.event == LEAVE for one in trigger.selector.alternatives):
            asked.setdefault(finding.sentence.label, []).append(finding)  # type: ignore[union-attr]
    return tuple(_action(found, judgement) for found in asked.values())


def _action(found: list[Finding], judgement: Judgement) -> Action:
    """One sentence: done once all that it asks for is."""
    sentence, zone = found[0].sentence, judgement.zone
    assert isinstance(sentence, Sentence)  # noqa: S101 - `_closing` looks at these alone
    event = sentence.form.duty.selector.alternatives[0].event  # type: ignore[union-attr]
    still = [one for one in found if one.fulfilled_at is None and one.status is not Status.WAIVED]
    days = [one.due_date if one.due_date is not None else zone.date_of(one.due) for one in still or found if one.due is not None]
    kept = [one.fulfilled_at for one in found if one.fulfilled_at is not None]
    done = Done(zone.date_of(max(kept)), event) if kept and not still else None
    lines = tuple(entry_to_text(Entry(event, 1, by=one.who)).partition("  ")[2] for one in still)
    return Action(sentence.words, max(days, default=None), sentence, done, tuple(dict.fromkeys(lines)))
