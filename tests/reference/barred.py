"""`after each incident, no driving by the same party for 24 hours`, `… until consent by Ben` (R107), from the words of the rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as replace_model

from pactlang.model.agreement import (
    ByFilter,
    Duty,
    Modifiers,
    PersonWord,
    ProhibitionAfter,
    Selector,
    Sentence,
    SomeOf,
    ToFilter,
    Who,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import Days, Exact
from pactlang.model.vocabulary import CONSENT

from .clock import add_days
from .forms import Occasion, occasions, on_event, over, place_of, same_sentence
from .matching import account, addressed, applies_to, matches, owes_nobody, parts_of, spoken_of
from .record import NOBODY_APART, Event, Outcome, Scene, Subject

OF_THE_TRIGGER = (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS, WhoWord.ADDRESSED)


def of_the_trigger(who: Who | None) -> bool:
    """Whether who is meant follows from who did the trigger."""
    return (who.of if isinstance(who, SomeOf) else who) in OF_THE_TRIGGER


@dataclass(frozen=True)
class Bar:
    """What one trigger bars, with one person where the sentence says `with the same person`."""

    occasion: Occasion
    subject: Subject
    person: str | None

    @property
    def start(self) -> int:
        """ "It begins with the start of the trigger; after a breach, when that is certain or, if later, noted"."""
        return self.occasion.moment if self.occasion.is_breach else self.occasion.start

    @property
    def acting(self) -> tuple[str, ...]:
        """Who did the trigger, or the party that `each party` means."""
        return self.occasion.by if self.subject.party is None else (self.subject.party,)


def prohibition_after(sentence: Sentence, scene: Scene, breaches: list[Outcome]) -> list[Outcome]:
    """ "Each event that it bars is a breach; a trigger whose time is over with none is one promise kept, told where it ends"."""
    form, modifiers = form_of(sentence), sentence.modifiers
    if scene.clock.midnight(scene.stretches[0][0]) > scene.as_of:
        return []  # nothing is over in a text that has not begun
    standing = bars(sentence, scene, breaches)
    found = []
    for event in filter(scene.in_force, scene.events):
        barring = [bar for bar in standing if bars_event(bar, event, form, modifiers, scene)]
        unsure = [bar for bar in standing if perhaps_bars(bar, event, form, modifiers, scene)]
        if not barring and not unsure:
            continue
        outcome = on_event(event, NOBODY_APART, True, scene)
        if form.waits_for is not None:
            outcome.wanting_until = event.day
        modifiers = sentence.modifiers
        who = [name for name in event.by if any(concerns(name, bar, event, form, modifiers, scene) for bar in barring or unsure)]
        outcome.who = tuple(who) or outcome.who
        outcome.status = "breach" if barring else "unknown"
        found.append(outcome)
    for occasion, subject in dict.fromkeys((bar.occasion, bar.subject) for bar in standing):
        own = [bar for bar in standing if (bar.occasion, bar.subject) == (occasion, subject)]
        ends = [end_of(bar, form, scene) for bar in own]
        if goes_on(sentence, scene) and any(runs_past(end, scene) for end in ends):
            continue  # told where it ends
        if occasion.sure and all(over(end, scene) for end in ends) and not met(sentence, own, scene, breaches):
            events = () if occasion.event is None else (occasion.event,)
            key = ("kept", *place_of(occasion), subject)
            day = scene.clock.date(own[0].start)
            found.append(Outcome("kept", day, own[0].acting or scene.parties, own[0].start, key, events))
    return found


def form_of(sentence: Sentence) -> ProhibitionAfter:
    assert isinstance(sentence.form, ProhibitionAfter)
    return sentence.form


def met(sentence: Sentence, own: list[Bar], scene: Scene, breaches: list[Outcome]) -> bool:
    """Whether something that one trigger bars has come, in this text or in those before that it has run through."""
    form = form_of(sentence)
    if any(
        bars_event(bar, event, form, sentence.modifiers, scene) or perhaps_bars(bar, event, form, sentence.modifiers, scene)
        for bar in own
        for event in filter(scene.in_force, scene.events)
    ):
        return True
    earlier = said_before(sentence, scene)
    if earlier is None or scene.before is None:
        return False
    there = [bar for bar in bars(earlier, scene.before, breaches) if (bar.occasion, bar.subject) == (own[0].occasion, own[0].subject)]
    return bool(there) and met(earlier, there, scene.before, breaches)


# --- what goes on from text to text ---------------------------------------------------------------------------


def bars(sentence: Sentence, scene: Scene, breaches: list[Outcome]) -> list[Bar]:
    """Those of this text's triggers, and those of the text before that were not over when this one took over."""
    form = form_of(sentence)
    found = []
    for occasion, subject in occasions(form.trigger, form, sentence.modifiers, scene, breaches):
        people: tuple[str | None, ...] = (None,)
        if WithFilter(PersonWord.SAME_PERSON) in form.selector.filters:
            named = occasion.with_ if subject.person is None else (subject.person,)
            people = tuple(name for name in named if name not in scene.parties)
        found += [Bar(occasion, subject, person) for person in people]
    earlier = said_before(sentence, scene)
    if earlier is not None and scene.before is not None:
        before = bars(earlier, scene.before, breaches)
        found = [bar for bar in before if runs_past(end_of(bar, form_of(earlier), scene.before), scene.before)] + found
    return [bar for bar in found if bars_somebody(bar, form, scene)]


def said_before(sentence: Sentence, scene: Scene) -> Sentence | None:
    """The sentence of this name in the text before, if it goes on into this one."""
    return None if scene.before is None else same_bar(sentence, same_sentence(sentence, scene.before))


def goes_on(sentence: Sentence, scene: Scene) -> bool:
    """ "A text goes on with it if the sentence keeps its name and what it follows and forbids, no matter until when"."""
    return scene.after is not None and same_bar(sentence, same_sentence(sentence, scene.after)) is not None


def same_bar(sentence: Sentence, other: Sentence | None) -> Sentence | None:
    form = form_of(sentence)
    if other is None or not isinstance(other.form, ProhibitionAfter):
        return None
    return other if (other.form.trigger, other.form.selector) == (form.trigger, form.selector) else None


def runs_past(end: int | None, scene: Scene) -> bool:
    """Whether something is not over when the next text takes over."""
    assert scene.after is not None
    return end is None or end > scene.after.clock.midnight(scene.after.stretches[0][0])


# --- until when -----------------------------------------------------------------------------------------------


def end_of(bar: Bar, form: ProhibitionAfter, scene: Scene, by: WhoWord | None = None) -> int | None:
    """The first instant that is free: "the last instant is free"."""
    if isinstance(form.end, Exact):
        return bar.occasion.moment + form.end.seconds
    if isinstance(form.end, Days):
        return scene.clock.end_of(add_days(scene.clock.date(bar.occasion.moment), form.end))
    duty = form.end
    if by is not None:  # of those whom the trigger does not name; whom the sentence names is known
        duty = Duty(duty.selector, *(by if of_the_trigger(word) else word for word in (duty.by, duty.to)))
    if owes_nobody(duty, scene, bar.subject, bar.occasion):
        return bar.start
    given = [event for event in scene.events if ends_it(event, duty, bar, scene)]
    for last in given:
        so_far = [event for event in given if event.start <= last.start]
        if account(duty, so_far, scene, bar.subject, bar.occasion).missing is None:
            return last.start
    return None


def ends_it(event: Event, duty: Duty, bar: Bar, scene: Scene) -> bool:
    """ "It comes after the trigger: not before its end, and at one instant later in the log", and "it fits (R23)"."""
    occasion, trigger = bar.occasion, bar.occasion.event
    if not matches(event, duty.selector, scene, replace(bar.subject, person=None), people_as(bar), owed=True) or event == trigger:
        return False
    if occasion.is_breach:
        if event.start < occasion.start:
            return False
    elif trigger is None or event.start < trigger.finish or event.rank < trigger.rank:
        return False
    if event.about is not None and event.about not in (trigger.id if trigger is not None else None, occasion.breach_id or None):
        return False
    if event.type in (CONSENT, "notice") and event.with_:
        people = people_as(bar).with_
        others = [name for name in people if name not in event.with_]
        return len(others) < len(people) and all(name in scene.parties for name in others)
    return True


def people_as(bar: Bar) -> Occasion:
    """The trigger, as if it had been with the one person alone of whom this is."""
    person = bar.person or bar.subject.person
    return bar.occasion if person is None else replace(bar.occasion, with_=(person,))


# --- what is barred -------------------------------------------------------------------------------------------


def words_of(selector: Selector, kind: type[ByFilter | ToFilter]) -> WhoWord | None:
    """`the same party`, `the others` or `each who was addressed`, if it says so."""
    said = [one.who for one in selector.filters if isinstance(one, kind)]
    return next((who for who in said if isinstance(who, WhoWord) and who in OF_THE_TRIGGER), None)


def meant(word: WhoWord, bar: Bar, scene: Scene) -> tuple[str, ...]:
    if word is WhoWord.ADDRESSED:  # R120; of an entry without `to` `test_cases` and the draws ask nothing
        return tuple(name for name in addressed(bar.occasion) if name in scene.parties)
    return bar.acting if word is WhoWord.SAME_PARTY else tuple(party for party in scene.parties if party not in bar.acting)


def bars_somebody(bar: Bar, form: ProhibitionAfter, scene: Scene) -> bool:
    """Whether it is anybody's doing that it bars: of `the others` nobody may be left."""
    said = [word for kind in (ByFilter, ToFilter) if (word := words_of(form.selector, kind)) is not None]
    return not bar.acting or all(meant(word, bar, scene) for word in said)


def hangs_on_who(bar: Bar, form: ProhibitionAfter) -> bool:
    """Whether nobody can tell whom it bars, or who ends it: "a trigger that does not say by whom it is"."""
    until = form.waits_for
    said = [words_of(form.selector, ByFilter), words_of(form.selector, ToFilter), *((until.by, until.to) if until is not None else ())]
    return not bar.acting and any(map(of_the_trigger, said))


def concerned(bar: Bar, event: Event, form: ProhibitionAfter, scene: Scene) -> tuple[str, ...]:
    """Those who had part in an event and whom it bars."""
    word = words_of(form.selector, ByFilter)
    return event.by if word is None or not bar.acting else tuple(name for name in event.by if name in meant(word, bar, scene))


def concerns(name: str, bar: Bar, event: Event, form: ProhibitionAfter, modifiers: Modifiers, scene: Scene) -> bool:
    """Whether it is one party's doing that is barred: of those whom the trigger names, of whom also a state of their own may be asked."""
    asked = words_of(form.selector, ByFilter) is not None and bool(bar.acting)
    return name in concerned(bar, event, form, scene) and (not asked or is_spoken_of(bar, event, form, modifiers, scene, name))


def is_spoken_of(bar: Bar, event: Event, form: ProhibitionAfter, modifiers: Modifiers, scene: Scene, alone: str | None = None) -> bool:
    """Whether an event is what the sentence forbids after this trigger, at whatever time; or whether it is of one who had part alone."""
    if event == bar.occasion.event:
        return False  # R56
    compared = (*(ByFilter(word) for word in OF_THE_TRIGGER), ToFilter(WhoWord.SAME_PARTY), ToFilter(WhoWord.THE_OTHERS))
    filters = tuple(one for one in form.selector.filters if one not in (*compared, WithFilter(PersonWord.SAME_PERSON)))
    plain = replace_model(form.selector, filters=filters)
    by, to = words_of(form.selector, ByFilter), words_of(form.selector, ToFilter)
    doers = concerned(bar, event, form, scene)
    if by is not None and not doers:
        return False
    if to is not None and (not event.to or (bar.acting and not set(event.to) & set(meant(to, bar, scene)))):
        return False
    if bar.person is not None and bar.person not in event.with_:
        return False
    named = {getattr(part, "state", None) for part in parts_of((plain, modifiers))}
    own = any(state.each and state.name in named for state in scene.agreement.states)
    asked = (
        [one for one in spoken_of(event, plain, scene, NOBODY_APART) if one.whose in (doers if alone is None else (alone,))]
        if own
        else [NOBODY_APART]
    )
    return any(matches(event, plain, scene, one) and applies_to(modifiers, Occasion.of_event(event), scene, one) for one in asked)


def bars_event(bar: Bar, event: Event, form: ProhibitionAfter, modifiers: Modifiers, scene: Scene) -> bool:
    if not bar.occasion.sure:
        return False
    if hangs_on_who(bar, form):
        if words_of(form.selector, ByFilter) is not None or words_of(form.selector, ToFilter) is not None:
            return False
        end = end_of(bar, form, scene, WhoWord.ANYONE)  # surely until somebody did what ends it
    else:
        end = end_of(bar, form, scene)
    return is_spoken_of(bar, event, form, modifiers, scene) and bar.start <= event.start and (end is None or event.start < end)


def perhaps_bars(bar: Bar, event: Event, form: ProhibitionAfter, modifiers: Modifiers, scene: Scene) -> bool:
    """Where nobody can tell who did the trigger, perhaps until everyone did what ends it; or whether there was one (R160)."""
    unnamed = hangs_on_who(bar, form)
    if (bar.occasion.sure and not unnamed) or not is_spoken_of(bar, event, form, modifiers, scene):
        return False
    end = end_of(bar, form, scene, WhoWord.EVERYONE) if unnamed and form.waits_for is not None else end_of(bar, form, scene)
    return bar.start <= event.start and (end is None or event.start < end)
