"""`otherwise …`: what repairs a breach of its own sentence (R170), straight from the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pactlang.model.agreement import ByClock, OtherwiseTrigger, Response, Sentence, WithinDays, WithinHours

from .forms import answers_to, hours_later, nth_day, place_of, recorded
from .matching import account, matches, owes_nobody
from .record import NOBODY_APART, Deadline, Outcome, Scene


def repair_of(label: str, scene: Scene) -> Sentence | None:
    """The sentence that says what repairs a breach of one, if it is applied."""
    return next((one for one in scene.agreement.sentences if one.repairs == label and not one.not_applied), None)


def repairable(outcome: Outcome, scene: Scene) -> bool:
    """Whether, if it is a breach, something is asked for that repairs it: "if nobody is left to do it, the breach stays what it is"."""
    sentence = repair_of(outcome.label, scene)
    return sentence is not None and not owes_nobody(sentence.form.duty, scene, NOBODY_APART, recorded(outcome, scene))


def otherwise(sentence: Sentence, scene: Scene, breaches: list[Outcome]) -> list[Outcome]:
    """ "Its deadline counts from there, or from when the entry was `noted`, later. It is answered as a response is, also by an entry
    `about` its own finding."
    """
    form = sentence.form
    assert isinstance(form, Response)
    assert isinstance(form.trigger, OtherwiseTrigger)
    found = []
    taken: dict[int, int] = {}
    for breach in sorted(breaches, key=lambda one: until(form, recorded(one, scene).moment, scene).moment):
        occasion = recorded(breach, scene)
        deadline = until(form, occasion.moment, scene)
        taken[deadline.date] = number = taken.get(deadline.date, 0) + 1
        own = f"{sentence.label}@{date.fromordinal(deadline.date).isoformat()}{f'~{number}' if number > 1 else ''}"
        if owes_nobody(form.duty, scene, NOBODY_APART, occasion):
            continue
        answers = [
            entry
            for entry in scene.standing
            if matches(entry, form.duty.selector, scene, NOBODY_APART, occasion, owed=True)
            and any(answers_to(entry, one, deadline, scene) for one in (occasion, replace(occasion, breach_id=own)))
        ]
        missing = account(form.duty, answers, scene, NOBODY_APART, occasion).missing
        came = breach.came
        if form.trigger.still_owed:
            repaired = missing is None and came is not None
            endless = missing is None and came is None
        else:
            # "What was missing repairs it if it comes by that deadline."
            repaired = missing is None or (came is not None and allows(deadline, came, scene))
            endless = False
        outcome = Outcome("due", deadline.date, missing or breach.who, deadline.moment, (*place_of(occasion), breach.id), breach.events)
        outcome.waits, outcome.since = True, occasion.start
        if repaired:
            found.append(replace(outcome, status="repaired", who=breach.who))
        elif deadline.passed(scene.judged_at) and not endless:
            # "missed, they and those who broke the sentence"
            both = tuple(party for party in scene.parties if party in {*breach.who, *(missing or ())})
            unsaid = tuple(party for party in breach.perhaps if party not in (missing or ()))
            found.append(replace(outcome, status="breach", who=both, wanting_until=deadline.date, perhaps=unsaid))
        elif scene.left is None:  # R37
            found.append(outcome)
    return found


def until(form: Response, moment: int, scene: Scene) -> Deadline:
    """The last moment of what is asked for."""
    limit, clock = form.deadline, scene.clock
    if isinstance(limit, ByClock):
        return Deadline(clock, instant=clock.instant(clock.date(moment) + limit.days_later, limit.second))
    if isinstance(limit, WithinDays):
        return Deadline(clock, day=nth_day(limit, clock.date(moment), scene))
    if isinstance(limit, WithinHours):
        return Deadline(clock, instant=hours_later(limit, moment, clock))
    return Deadline.after(clock, moment, limit.length)


def allows(deadline: Deadline, instant: int, scene: Scene) -> bool:
    """Whether what came at an instant came in time."""
    return scene.clock.date(instant) <= deadline.day if deadline.day is not None else instant <= deadline.moment
