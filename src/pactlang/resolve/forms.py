"""Sentences resolved: every noun, person, state and field looked up, and what a form cannot mean refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import nearest_spelling
from pactlang.model import agreement as model
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, Period, period_bounds
from pactlang.model.named import NIGHT
from pactlang.model.parts import words_of
from pactlang.model.recurrence import dates
from pactlang.model.words import folded
from pactlang.resolve.refused import refuse_form, refuse_twice
from pactlang.resolve.scope import place_of, span_of

if TYPE_CHECKING:
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

_WhoWord = model.WhoWord
_US = model.WhoWord.EVERYONE
_PersonWord = model.PersonWord
_NIGHTS = ("night", "nights")
_OTHER_UNITS = (*_NIGHTS, "percent", "day", "days", "hour", "hours", "minute", "minutes")


class FormResolver:
    """Resolves the sentences of one agreement; faults go to its scope."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def form(self, form: model.Form, span: Span) -> model.Form:
        """The form with everything looked up, and refused where it can be read in two ways or cannot be meant."""
        form = self._scope.dated(form, span)
        found = self._form(form, span)
        refuse_form(form, found, span, self._scope)
        return found

    def _form(self, form: model.Form, span: Span) -> model.Form:
        match form:
            case model.Cap():
                measure, selector = self._measured(form.measure, form.selector, span)
                window = form.window
                if isinstance(window, model.Between):
                    window = model.Between(self.limited(window.selector, span))
                return replace(form, measure=measure, selector=selector, window=window, unless=self._unless(form.unless, span))
            case model.Quota():
                measure, selector = self._measured(form.measure, form.selector, span, quota=True)
                return replace(form, measure=measure, selector=selector)
            case model.Gap():
                return replace(form, selector=self.limited(form.selector, span), unless=self._unless(form.unless, span))
            case model.Response():
                trigger = self._trigger(form.trigger, span)
                event = isinstance(trigger, model.EventTrigger)
                duty = self._duty(form.duty, span, after=True, addressed=event)
                found = replace(form, trigger=trigger, duty=duty, unless=self._unless(form.unless, span, addressed=event))
                if form.portion is None:
                    return found
                from pactlang.resolve.portions import portion  # few sentences ask for one

                return portion(found, span, self._scope)
            case model.Precedence():
                selector = self.limited(form.trigger.selector, span)
                return replace(
                    form,
                    trigger=replace(form.trigger, selector=selector),
                    duty=self._duty(form.duty, span, after=True, addressed=True, gives=True),
                    lead=self._lead(form.lead, span),
                    unless=self._unless(form.unless, span),
                )
            case model.Interval():
                self._again_and_again(form.duty, span)
                return replace(form, duty=self._duty(form.duty, span, after=False))
            case model.Schedule():
                return self._in_turn(replace(form, duty=self._duty(form.duty, span, after=False)), span)
            case model.Prohibition():
                self._no_not(form.selector, "ban", span)
                return replace(form, selector=self.limited(form.selector, span), unless=self._unless(form.unless, span))
            case model.ProhibitionAfter():
                trigger = self._trigger(form.trigger, span)
                event = isinstance(trigger, model.EventTrigger)
                end = self._awaited(form.end, span, addressed=event) if isinstance(form.end, model.Duty) else form.end
                return replace(form, trigger=trigger, selector=self._barred(form.selector, span, addressed=event), end=end)
            case model.ProhibitionBefore():
                return replace(form, selector=self._before(form.selector, span), later=self._later(form, span))
            case model.Pause():
                return replace(form, selector=self._alike(form.selector, span))
            case model.PauseAfter():
                return replace(form, trigger=self._trigger(form.trigger, span), selector=self._alike(form.selector, span))
            case model.RepeatAfter():
                self._again_and_again(form.duty, span)
                return replace(form, trigger=self._trigger(form.trigger, span), duty=self._duty(form.duty, span, after=True))

    def _in_turn(self, form: model.Schedule, span: Span) -> model.Schedule:
        """The dates of turns: where weeks end, and whether the first turn is on one of them."""
        week_start = self._scope.week_start
        if form.whole and form.recurrence.rhythm is model.Rhythm.WEEK:
            form = replace(form, recurrence=replace(form.recurrence, weekdays=((week_start + 6) % 7,)))
        if form.first_turn is not None:
            day = form.first_turn.day
            asked = form.recurrence
            if form.whole:
                fits = period_bounds(Period(asked.rhythm.value), day, week_start)[0] == day
            else:
                fits = day in dates(replace(asked, every=1), day, day, day, week_start)
            if not fits:
                named = date.fromordinal(day).isoformat()
                message = f"{named} is not the first date of a {asked.rhythm.value}." if form.whole else f"Nothing is asked for on {named}."
                expected = f"the first date of a {asked.rhythm.value}" if form.whole else "a date on which the first turn is to be taken"
                self._scope.fault("E023", message, span_of(form.first_turn.party, span), expected)
        return form

    # --- nouns and filters ---

    def limited(self, selector: model.Selector, span: Span) -> model.Selector:
        """A selector where something is limited or triggers: `by` says who had part in the event."""
        found = self._looked_up(selector, span)
        for part in found.filters:
            if isinstance(part, model.ByFilter | model.ToFilter):
                self._limited_who(part, span)
            if isinstance(part, model.WithFilter) and part.person is _PersonWord.SAME_PERSON:
                message = "'the same person' has no one here to be the same as."
                self._scope.fault("E023", message, place_of("the same person", span), "a name, or 'each person'")
        return found

    def _alike(self, selector: model.Selector, span: Span) -> model.Selector:
        """A selector for a pause, which stops events for all alike."""
        self._no_not(selector, "pause", span)
        found = self.limited(selector, span)
        quantified = (model.ByFilter(_WhoWord.EACH_PARTY), model.WithFilter(_PersonWord.EACH_PERSON))
        if any(part in quantified for part in found.filters):
            each = "by each party" if model.ByFilter(_WhoWord.EACH_PARTY) in found.filters else "with each person"
            message = "A pause stops events for everyone alike."
            self._scope.fault("E023", message, place_of(each, span, last=True), "the events alone, such as 'encounters'")
        return found

    def _barred(self, selector: model.Selector, span: Span, *, addressed: bool) -> model.Selector:
        """A selector for what is forbidden after something: it may speak of those of the trigger, and of nobody on their own."""
        self._no_not(selector, "time", span)
        found = self._looked_up(selector, span)
        for part in found.filters:
            if isinstance(part, model.ByFilter | model.ToFilter) and part.who is _WhoWord.EACH_PARTY:
                word = "by" if isinstance(part, model.ByFilter) else "to"
                message = f"'{word} each party' can be read in two ways here."
                expected = f"'{word} the same party' (who did what comes first), or nothing (everyone)"
                self._scope.fault("E023", message, place_of(f"{word} each party", span, last=True), expected)
            elif addressed and part == model.ByFilter(_WhoWord.ADDRESSED):
                continue
            elif isinstance(part, model.ByFilter | model.ToFilter) and part.who not in (_WhoWord.SAME_PARTY, _WhoWord.THE_OTHERS):
                self._limited_who(part, span, last=True)
            if isinstance(part, model.WithFilter) and part.person is _PersonWord.EACH_PERSON:
                message = "'each person' belongs with what comes first."
                self._scope.fault("E023", message, place_of("with each person", span, last=True), "'the same person' here")
        return found

    def _before(self, selector: model.Selector, span: Span) -> model.Selector:
        """A selector for what is forbidden before something: everyone is asked about what they do themselves, so nobody apart."""
        self._no_not(selector, "time", span)
        found = self.limited(selector, span)
        self._not_apart(found, span, last=False)
        return found

    def _later(self, form: model.ProhibitionBefore, span: Span) -> model.Selector:
        """A selector for what must not come so soon after: by the same party (without a word, too), by the others, or by whom it says."""
        found = self._looked_up(form.later, span)
        self._not_apart(found, span, last=True)
        for part in found.filters:
            compared = isinstance(part, model.ByFilter) and part.who in (_WhoWord.SAME_PARTY, _WhoWord.THE_OTHERS)
            if isinstance(part, model.ByFilter | model.ToFilter) and not compared and part.who is not _WhoWord.EACH_PARTY:
                self._limited_who(part, span, last=True)
            named = isinstance(part, model.ByFilter) and isinstance(part.who, model.Parties)
            if named and not any(isinstance(one, model.ByFilter) for one in form.selector.filters):
                what, length, noun = form.selector.noun, form.length.words, found.noun
                names = " ".join(span.source.text[place_of("by", span, last=True).end : span.end].split())
                message = f"'by {names}' can be read in two ways here: of '{noun}', or of '{what}'."
                own, others = f"'no {what} by {names} within", f"'no {what} by anyone within"
                expected = f"{own} {length} before {noun}', or {others} {length} before {noun} by {names}'"
                self._scope.refuse("E023", message, place_of("by", span, last=True), expected)
            if isinstance(part, model.WithFilter) and part.person is _PersonWord.SAME_PERSON:
                message = "'the same person' has no one here to be the same as."
                self._scope.fault("E023", message, place_of("the same person", span, last=True), "a name, or nothing")
        return found

    def _not_apart(self, selector: model.Selector, span: Span, *, last: bool) -> None:
        for part, words in (
            (model.ByFilter(_WhoWord.EACH_PARTY), "by each party"),
            (model.WithFilter(_PersonWord.EACH_PERSON), "with each person"),
        ):
            if part in selector.filters:
                message = f"'{words}' says nothing here: it is about what the same people do later."
                self._scope.fault("E023", message, place_of(words, span, last=last), f"the sentence without '{words}'")

    def _awaited(self, duty: model.Duty, span: Span, *, addressed: bool) -> model.Duty:
        """What ends a time in which something is forbidden."""
        if duty.by is _WhoWord.EACH_PARTY:
            place = place_of("by each party", span, last=True)
            expected = "'by everyone' (all must), 'by the same party' (who did what comes first) or 'by the others'"
            self._scope.fault("E023", "'until … by each party' can be read in two ways.", place, expected)
        return self._duty(duty, span, after=True, addressed=addressed, gives=True)

    def _looked_up(self, selector: model.Selector, span: Span) -> model.Selector:
        found = self._scope.selector(selector, span)
        refuse_twice(found, span, self._scope)
        for part in found.filters:
            self._filter(part, found, span)
        return found

    def _filter(self, part: model.Filter, selector: model.Selector, span: Span) -> None:
        match part:
            case model.ByFilter(model.Parties() as who) | model.ToFilter(model.Parties() as who):
                self._named(who, span, outside=isinstance(part, model.ToFilter))
                if who.tags:
                    place = place_of("each person tagged", span)
                    message = "'each person tagged' says to whom something is to be told, and limits nothing."
                    self._scope.fault("E023", message, place, "a name, such as 'to kim'")
            case model.WithFilter(model.People(names, _)):
                for name in names:
                    self._scope.person(name, span)
            case model.WithFilter(model.TaggedPeople(tags)):
                so = "this leaves out no one yet" if model.NotFilter(part) in selector.filters else "this applies to no one yet"
                for tag in tags:
                    if folded(tag) not in self._scope.tags:
                        self._scope.warn(
                            "E020",
                            f"Nobody is declared with the tag '{tag}', so {so}.",
                            span_of(tag, span),
                            nearest=nearest_spelling(tag, self._scope.tags.values()),
                        )
            case model.FieldFilter(field, comparison):
                if comparison is model.Comparison.WITHOUT:
                    from pactlang.resolve.contrary import refuse_without  # few sentences say it

                    if refuse_without(field, span, self._scope):
                        return
                self._field(field, selector, span)
                self._words(part, span)
            case model.NotFilter(contrary):
                from pactlang.resolve.contrary import refuse_not  # few sentences say it

                self._filter(contrary, selector, span)
                refuse_not(contrary, span, self._scope)
            case model.AtFilter() | model.TaggedFilter():
                self._words(part, span)
            case model.WhileFilter(state):
                self._scope.state(state, span)
            case _:
                pass

    def _no_not(self, selector: model.Selector, place: str, span: Span) -> None:
        if any(isinstance(one, model.NotFilter) for one in selector.filters):
            from pactlang.resolve.contrary import no_not

            no_not(selector, place, span, self._scope)

    def _words(self, part: model.Filter, span: Span) -> None:
        for what, word in words_of(part):
            self._scope.word(what, word, span)

    def _field(self, field: str, selector: model.Selector, span: Span) -> None:
        known: set[str] = set()
        for alternative in selector.alternatives:
            event = self._scope.events.get(alternative.event)
            if event is not None:
                known |= {*event.fields, *(("amount",) if event.unit else ())}
        if field not in known and selector.alternatives:
            has = f"a field of {selector.noun}: {', '.join(sorted(known))}"
            expected = has if known else f"a line 'fields {field}' under 'event {selector.noun}', which has no fields"
            self._scope.unknown("field", field, span_of(field, span), known, expected)

    def _measured(
        self, measure: model.Measure, selector: model.Selector, span: Span, *, quota: bool = False
    ) -> tuple[model.Measure, model.Selector]:
        found = self.limited(selector, span)
        if measure.unit is model.Unit.AMOUNT:
            events = {one.event: event for one in found.alternatives if (event := self._scope.events.get(one.event)) is not None}
            units = {name: event.unit for name, event in events.items()}
            if measure.currency.casefold() in _NIGHTS and measure.currency not in units.values():
                return self._nights(measure, span), found
            if measure.currency.casefold() == "percent" and measure.currency not in units.values():
                from pactlang.resolve.shares import share  # few sentences ask for one

                return share(measure, found, units, span, self._scope, quota=quota), found
            if measure.give:
                message = "'give or take' belongs to a share: so many points less are enough."
                self._scope.fault("E023", message, place_of("give or take", span, last=True), "the smallest amount that is enough, alone")
            for alternative in found.alternatives:
                unit = units.get(alternative.event, "")
                if unit != measure.currency:
                    has = f"is counted in {unit}" if unit else "has no amount"
                    shared = unit and events[alternative.event].shared
                    where = (
                        f"'currency {measure.currency}' under 'pact'"
                        if shared
                        else (f"'amount in {measure.currency}' under 'event {alternative.event}'")
                    )
                    self._scope.fault(
                        "E023",
                        f"{alternative.event} {has}, so it cannot be limited in {measure.currency}.",
                        span_of(measure.currency, span),
                        f"{where}, or a limit in {unit or 'events'}",
                        nearest_spelling(measure.currency, [*filter(None, units.values()), *_OTHER_UNITS]),
                    )
        return measure, found

    def _nights(self, measure: model.Measure, span: Span) -> model.Measure:
        """What was read as an amount in something called nights, which no event that is meant is counted in."""
        if measure.limit != measure.limit.to_integral_value():
            self._scope.fault("E023", "Nights are counted whole.", span_of(measure.currency, span), "a number such as 2")
        own = self._scope.own_night()
        return model.Measure(model.Unit.NIGHTS, measure.limit, night=NIGHT if own is None else own)

    # --- who ---

    def _limited_who(self, part: model.ByFilter | model.ToFilter, span: Span, *, last: bool = False) -> None:
        word = "by" if isinstance(part, model.ByFilter) else "to"
        match part.who:
            case _WhoWord.EVERYONE:
                names = " and ".join(self._scope.parties) or "Ana and Ben"
                self._scope.fault(
                    "E023",
                    f"'{word} everyone' can be read in three ways when events are limited or counted.",
                    place_of(f"{word} everyone", span, last=last),
                    f"'{word} each party' (each apart), '{word} anyone' (all counted together) or '{word} {names}' (all of them at once)",
                )
            case _WhoWord.SAME_PARTY | _WhoWord.THE_OTHERS as who:
                message = f"'{word} {who}' has no one here to be compared with."
                apart = "by each party" if f"{word} {who}" == "by the same party" else ""  # `at least 3 days between … by the same party`
                self._scope.fault("E023", message, place_of(f"{word} {who}", span, last=last), "a name, or 'each party'", apart)
            case _WhoWord.ADDRESSED as who:
                self._nobody_addressed(f"{word} {who}", span, last=last)
            case model.SomeOf(of=_WhoWord.THE_OTHERS) as who:
                said = f"{word} {who.words}"
                message, expected = f"'{said}' has no one here to be compared with.", f"'{word} {replace(who, of=_US).words}'"
                self._scope.fault("E023", message, place_of(said, span, last=last), expected)
            case model.SomeOf() as who:
                self._so_many(who, span, last=last)
            case _:
                pass

    def _so_many(self, who: model.SomeOf, span: Span, *, last: bool = True) -> None:
        """Whether there are so many, and whether it says anything."""
        others = who.of is _WhoWord.THE_OTHERS
        there = len(self._scope.parties) - others
        place = place_of(f"by {who.words}", span, last=last)
        if who.number < (2 if who.fewer else 1):
            self._scope.fault("E023", f"'{who.words}' asks for nothing.", place, f"{2 if who.fewer else 1} or more")
        elif who.number > there:
            are = f"{'are' if there > 1 else 'is'} {there}{' at most' if others else ''}"
            self._scope.fault("E023", f"'{who.words}' is more than there are: there {are}.", place, f"{there} or fewer")

    def _nobody_addressed(self, words: str, span: Span, *, last: bool = True) -> None:
        message = f"'{words}' needs an event before it, and can only say who does something: 'after each …, … by each who was addressed'."
        self._scope.fault("E023", message, place_of(words, span, last=last), "a name, or 'each party'")

    def _named(self, who: model.Parties, span: Span, *, outside: bool) -> None:
        """Look names up: of parties, and of declared people `outside` where they may give or hear."""
        for name in who.names:
            if name in self._scope.people and name not in self._scope.parties:
                if not outside:
                    message = f"'{name}' is outside the agreement, so nothing is asked of them, and nothing limits or follows what they do."
                    first = f"'before each …, consent by {name} …', 'unless consent by {name} …'"
                    expected = f"a party; or '{name}' in what has to come first: {first}"
                    self._scope.fault("E023", message, span_of(name, span), expected)
            else:
                self._scope.party(name, span, self._scope.people if outside else ())

    def _duty(self, duty: model.Duty, span: Span, *, after: bool, addressed: bool = False, gives: bool = False) -> model.Duty:
        """What is owed; with `after`, something came before it that `the same party` can speak of; with `addressed`, an event that may say
        to whom it was; with `gives`, it has to come first, so that somebody outside may be the one who does it.
        """
        for word, who in (("by", duty.by), ("to", duty.to)):
            if who is _WhoWord.ADDRESSED and not (addressed and word == "by"):
                self._nobody_addressed(f"{word} {who}", span)
        for who, outside in ((duty.by, gives), (duty.to, True)):
            if isinstance(who, model.Parties):
                self._named(who, span, outside=outside)
        if isinstance(duty.by, model.Parties) and duty.by.tags:
            message = "'each person tagged' can only say who hears something."
            self._scope.fault("E023", message, place_of("by each person tagged", span), "names, such as 'by kim and lou'")
        if isinstance(duty.to, model.Parties) and duty.to.tags:
            duty = replace(duty, to=self._scope.tagged(duty.to, span))
        if isinstance(duty.by, model.SomeOf):
            self._owed_by(duty.by, span, after=after)
        if duty.to is _WhoWord.EACH_PARTY:
            place = place_of("to each party", span, last=True)
            self._scope.fault("E023", "'to each party' can be read in two ways.", place, "'to everyone' or 'to the others'")
        if not after:
            if duty.by in (_WhoWord.SAME_PARTY, _WhoWord.THE_OTHERS):
                assert duty.by is not None  # noqa: S101 - one of the two words
                place = place_of(f"by {duty.by}", span)
                self._scope.fault("E023", f"'by {duty.by}' has no one here to be compared with.", place, "a name, or 'each party'")
            if duty.to is _WhoWord.SAME_PARTY:
                place = place_of("to the same party", span)
                self._scope.fault("E023", "'to the same party' has no one here to be compared with.", place, "a name, or 'the others'")
        self._no_not(duty.selector, "duty", span)
        found = self._looked_up(duty.selector, span)
        for part in found.filters:
            if isinstance(part, model.WithFilter) and part.person is _PersonWord.EACH_PERSON:
                message = f"'each person' belongs with what comes first{'' if after else ', and nothing does'}."
                expected = "'the same person' here" if after else "a name"
                self._scope.fault("E023", message, place_of("with each person", span, last=True), expected)
            if not after and isinstance(part, model.WithFilter) and part.person is _PersonWord.SAME_PERSON:
                message = "'the same person' has no one here to be the same as."
                self._scope.fault("E023", message, place_of("the same person", span), "a name")
        return replace(duty, selector=found)

    def _owed_by(self, who: model.SomeOf, span: Span, *, after: bool) -> None:
        place = place_of(f"by {who.words}", span, last=True)
        if who.fewer:
            expected = f"'by {replace(who, fewer=False).words}'"
            self._scope.fault("E023", f"'{who.words}' cannot say who owes something.", place, expected)
        elif who.of is _WhoWord.THE_OTHERS and not after:
            expected = f"'by {replace(who, of=_US).words}'"
            self._scope.fault("E023", f"'by {who.words}' has no one here to be compared with.", place, expected)
        else:
            self._so_many(who, span)

    def _again_and_again(self, duty: model.Duty, span: Span) -> None:
        """So many of us, in an interval: any so many each time, or the same ones?"""
        if isinstance(duty.by, model.SomeOf):
            message = f"'by {duty.by.words}', again and again from one to the next, can be read in several ways."
            expected = "dates, such as 'every month by day 5' or 'every week on Sunday', or 'by each party'"
            self._scope.fault("E023", message, place_of(f"by {duty.by.words}", span, last=True), expected)

    def _trigger(self, trigger: model.Trigger, span: Span) -> model.Trigger:
        if isinstance(trigger, model.BreachTrigger):
            return trigger
        return replace(trigger, selector=self.limited(trigger.selector, span))

    def _lead(self, lead: model.Ahead | model.WithinLast, span: Span) -> model.Ahead | model.WithinLast:
        if isinstance(lead, model.Ahead) and lead.at_least is not None and lead.at_most is not None:
            if isinstance(lead.at_least, model.ByClock):
                if isinstance(lead.at_most, Exact) and lead.at_most.seconds < _shortest(lead.at_least):
                    message = f"Nothing can come {lead.at_least.words} and at most {lead.at_most.words} ahead."
                    self._scope.fault("E023", message, span, "a longer time, such as 'at most 2 days ahead'")
            elif _rough(lead.at_most) < _rough(lead.at_least):
                self._scope.fault(
                    "E023",
                    f"Nothing can come at least {lead.at_least.words} and at most {lead.at_most.words} ahead.",
                    span,
                    f"'at least {lead.at_most.words} ahead and at most {lead.at_least.words} ahead'",
                )
        return lead

    def _unless(self, unless: model.Unless | None, span: Span, *, addressed: bool = True) -> model.Unless | None:
        match unless:
            case model.UnlessEvent():
                return replace(unless, duty=self._duty(unless.duty, span, after=True, addressed=addressed, gives=True))
            case model.UnlessState(state):
                self._scope.state(state, span)
            case model.UnlessFilters(filters):
                for part in filters:
                    if not isinstance(part, model.FieldFilter):
                        self._filter(part, model.Selector("", "", ()), span)
                    if isinstance(part, model.ByFilter | model.ToFilter):
                        self._limited_who(part, span, last=True)
            case None:
                pass
        return unless


def _shortest(lead: model.ByClock) -> int:
    """How many seconds surely lie between a clock time of the day before and the day itself, whatever the clocks do."""
    return max(0, -lead.days_later * DAY_SECONDS - lead.second - 3600)


def _rough(length: Exact | Days) -> int:
    """A length in seconds, for telling which of two is surely longer."""
    return length.seconds if isinstance(length, Exact) else (length.months * 31 + length.days) * DAY_SECONDS
