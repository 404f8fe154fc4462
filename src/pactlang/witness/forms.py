"""Of each form, when one sentence surely asks all that another of that form does: no part of it asks for less."""

from __future__ import annotations

from msgspec.structs import replace

from pactlang.model.agreement import (
    Ahead,
    Between,
    BreachTrigger,
    ByClock,
    ByDateAsked,
    ByFilter,
    Cap,
    Duty,
    EventTrigger,
    Form,
    Gap,
    Interval,
    Limit,
    Parties,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Rhythm,
    Rolling,
    Schedule,
    Selector,
    SomeOf,
    Trigger,
    Unit,
    Who,
    WhoWord,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Days, Exact, Period
from pactlang.model.parts import doer
from pactlang.witness.filters import Ground, as_far_ahead, as_short, same
from pactlang.witness.nights import nights_within
from pactlang.witness.order import asks_more, excuses_less, means_less

_SHORTEST_DAY = 23 * 3600  # where a clock is put forward by an hour
# The most dates that a calendar period has.
_LONGEST = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31, Period.QUARTER: 92, Period.YEAR: 366}
# The periods that lie whole in a longer one.
_WHOLE_IN = {
    Period.DAY: (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR),
    Period.MONTH: (Period.QUARTER, Period.YEAR),
    Period.QUARTER: (Period.YEAR,),
}


# For what may compare who did the one with who did the other.
_OF_ACTORS = Duty(Selector("", "", ()), WhoWord.SAME_PARTY)


def asks_for_dates(form: Form) -> bool:
    """Whether a sentence asks for each of its dates on its own, whichever others it asks for."""
    return isinstance(form, Schedule) and form.recurrence.every == 1 and not (form.by or form.whole or form.turns)


def used_in_turn(duty: Duty) -> bool:
    """Whether one party's oldest notice is used up by each event in turn: then fewer events leave no less for each of them."""
    return all(one in (None, WhoWord.ANYONE) or (isinstance(one, Parties) and len(one.names) == 1) for one in (duty.by, duty.to))


def serves_many(lead: Ahead | WithinLast) -> bool:
    """Whether what came before serves every event that it comes in time for, so that none uses it up."""
    return isinstance(lead, WithinLast) or lead.reusable


def as_strict(form: Form, than: Form, ground: Ground, *, dated: bool = False) -> bool:
    """Whether whatever breaks `than` surely breaks `form`: no part of it asks for less.

    `dated`: lines under them say on which dates they hold. With a limit, the date that is asked about may move.
    """
    match form, than:
        case Prohibition(), Prohibition():
            return _limits_more(form, than, ground)
        case Cap(), Cap():
            return _caps_more(form, than, ground)
        case Gap(), Gap():
            return as_short(than.length, form.length) and _limits_more(form, than, ground)
        case Quota(), Quota():
            return _counts_more(form, than, ground)
        case Response(), Response():
            return _answers_more(form, than, ground, dated=dated)
        case Precedence(), Precedence():
            return _precedes_more(form, than, ground, dated=dated)
        case Interval(), Interval():
            # A stretch that reaches over dates left out is due by its own time, else one begins after them: who does more may be late.
            return not dated and as_short(form.every, than.every) and _owes_more(form.duty, than.duty, ground)
        case Schedule(by=False, whole=False, turns=()), Schedule(by=False, whole=False, turns=()):
            return _asks_more_dates(form, than, ground, dated=dated)
        case Schedule(by=True), Schedule(by=True) if not (dated or same(form.duty, than.duty)):
            # Whoever keeps every deadline is late for none, so nothing that they did is lost to the next one.
            return same(form, replace(than, duty=form.duty)) and _owes_more(form.duty, than.duty, ground)
        case Schedule(), Schedule():
            often = form.recurrence.every == 1 and same(form.recurrence, replace(than.recurrence, every=1))
            alike = same(form.recurrence, than.recurrence) or (often and not dated and not (form.by or form.whole or form.turns))
            return alike and same(form, replace(than, recurrence=form.recurrence))
        case Pause(), Pause():
            longer = form.at_most is None or (than.at_most is not None and as_short(than.at_most, form.at_most))
            return longer and means_less(than.selector, form.selector, ground)
        case PauseAfter(), PauseAfter():
            more = same(form.trigger, than.trigger) and means_less(than.selector, form.selector, ground)
            return more and (same(form.length, than.length) or (not dated and as_short(than.length, form.length)))
        case ProhibitionAfter(), ProhibitionAfter():
            return _triggers_more(form.trigger, than.trigger, _OF_ACTORS, ground) and _forbids_longer(form, than, ground)
        case ProhibitionBefore(), ProhibitionBefore():
            return _keeps_further(form, than, ground)
        case Prohibition(unless=None), ProhibitionBefore():
            return means_less(than.selector, form.selector, ground)
        case RepeatAfter(), RepeatAfter():
            more = same(form.trigger, than.trigger) and _owes_more(form.duty, than.duty, ground)
            as_often = as_short(form.every, than.every) and as_short(than.length, form.length)
            return more and not dated and as_often
        case _:
            return False


def _forbids_longer(form: ProhibitionAfter, than: ProhibitionAfter, ground: Ground) -> bool:
    """Whether it forbids the same or more, as long or longer, after one and the same thing."""
    if isinstance(form.end, Duty) or isinstance(than.end, Duty):
        return same((form.end, form.selector), (than.end, than.selector))
    longer = as_short(than.end, form.end)
    if isinstance(than.end, Exact) and isinstance(form.end, Days):
        longer = than.end.seconds <= form.end.days * _SHORTEST_DAY  # so many whole dates follow that of its end
    return longer and means_less(_among_the_others(than, form), form.selector, ground)


def _among_the_others(form: ProhibitionAfter, than: ProhibitionAfter) -> Selector:
    """What is forbidden, to all the others if the other text forbids it to them: whoever was addressed is one of them."""
    if not _says_by_whom(form.trigger) or ByFilter(WhoWord.THE_OTHERS) not in than.selector.filters:
        return form.selector
    others = tuple(ByFilter(WhoWord.THE_OTHERS) if one == ByFilter(WhoWord.ADDRESSED) else one for one in form.selector.filters)
    return replace(form.selector, filters=others)


def _says_by_whom(trigger: Trigger) -> bool:
    """Whether it is only about entries that name somebody. One that names nobody leaves open who the others are, not who was addressed."""
    return isinstance(trigger, EventTrigger) and any(
        isinstance(part, ByFilter) and (part.who is WhoWord.EACH_PARTY or isinstance(part.who, Parties))
        for part in trigger.selector.filters
    )


def _keeps_further(form: ProhibitionBefore, than: ProhibitionBefore, ground: Ground) -> bool:
    """Whether it forbids the same or more, as long or longer before the same thing, by as many or more."""
    longer = as_short(than.length, form.length)
    if isinstance(than.length, Exact) and isinstance(form.length, Days):
        longer = than.length.seconds <= form.length.days * _SHORTEST_DAY
    before, was = form.later, than.later
    if doer(before) is WhoWord.ANYONE and doer(was) in (None, WhoWord.SAME_PARTY, WhoWord.THE_OTHERS):
        before, was = (replace(one, filters=tuple(part for part in one.filters if not isinstance(part, ByFilter))) for one in (before, was))
    return longer and same(before, was) and means_less(than.selector, form.selector, ground)


def _limits_more(form: Prohibition | Cap | Gap, than: Prohibition | Cap | Gap, ground: Ground) -> bool:
    """Whether a limit is of the same events, or of some more, and excuses no more."""
    if form.unless is None:
        return means_less(than.selector, form.selector, ground, apart="limit")
    # What excuses may hang on who acts, and on whom the sentence tells apart.
    return means_less(than.selector, form.selector, ground, doers=True) and excuses_less(form.unless, than.unless, ground)


def _caps_more(form: Cap, than: Cap, ground: Ground) -> bool:
    if (form.measure.unit, form.measure.currency) != (than.measure.unit, than.measure.currency) or form.measure.limit > than.measure.limit:
        return False
    if form.measure.unit is Unit.AMOUNT:  # something given back makes a sum less
        return same(form, replace(than, measure=form.measure))
    longer = same(form.window, than.window) or (not form.measure.sums and _spans(form.window, than.window, ground))
    return longer and nights_within(than.measure.night, form.measure.night) and _limits_more(form, than, ground)


def _spans(window: Period | Rolling | Between, than: Period | Rolling | Between, ground: Ground) -> bool:
    """Whether each stretch of time that one window looks at lies whole in one that the other looks at, up to the same event.

    >>> from pactlang.model.calendar import Days, load_zone
    >>> ground = Ground(("Ana",), load_zone("UTC"))
    >>> [_spans(Rolling(one), Period.MONTH, ground) for one in (Days(days=30), Days(days=31), Days(months=1))]
    [False, True, True]
    """
    if isinstance(window, Between) or isinstance(than, Between):
        if isinstance(window, Between) and isinstance(than, Between):
            return means_less(window.selector, than.selector, ground)  # fewer occasions, longer stretches
        return False  # nobody knows how long these are
    if isinstance(window, Period):
        return isinstance(than, Period) and window in _WHOLE_IN.get(than, ())
    if isinstance(than, Rolling):
        return as_short(than.length, window.length)
    length = window.length
    if isinstance(length, Exact):
        return False  # a date may have 25 hours
    return length.months * 28 + length.days >= _LONGEST[than] or (than is Period.MONTH and length.months > 0)


def _counts_more(form: Quota, than: Quota, ground: Ground) -> bool:
    one, other = form.measure, than.measure
    if (one.unit, other.unit) == (Unit.DAYS, Unit.COUNT):
        one = replace(one, unit=Unit.COUNT)  # so many dates with events that begin on them are no fewer events
    if (one.unit, one.currency, form.period) != (other.unit, other.currency, than.period) or one.least < other.least:
        return False
    if not nights_within(one.night, other.night, ends=False):
        return False
    if one.unit in (Unit.AMOUNT, Unit.SHARE):
        return same(form.selector, than.selector)
    return means_less(form.selector, than.selector, ground, apart="quota")


def _plain(who: Who | None) -> bool:
    """Whether who owes something is the same, whoever set it going."""
    return isinstance(who, Parties) or (who.of if isinstance(who, SomeOf) else who) in (None, WhoWord.ANYONE, WhoWord.EVERYONE)


def _triggers_more(trigger: Trigger, than: Trigger, duty: Duty, ground: Ground) -> bool:
    """Whether whatever triggers the other triggers this one, for the same people; fewer of something use up what more of it count."""
    if same(trigger, than):
        return True
    if trigger.times is not None:
        return False
    if not (isinstance(trigger, EventTrigger) and isinstance(than, EventTrigger)) or trigger.first:
        return False
    if not than.first and than.times is None and same(trigger.selector, than.selector):
        return True
    plain = all(_plain(one) for one in (duty.by, duty.to))
    return means_less(than.selector, trigger.selector, ground, doers=not plain)


def _answers_more(form: Response, than: Response, ground: Ground, *, dated: bool) -> bool:
    if not _owes_no_less(form, than):
        return False
    if isinstance(form.trigger, BreachTrigger) and not same(form.trigger, than.trigger):
        return False
    sooner = same(form.deadline, than.deadline) or (not dated and _as_soon(form.deadline, than.deadline))
    return (
        sooner
        and opens_no_sooner(form, than)
        and _triggers_more(form.trigger, than.trigger, form.duty, ground)
        and excuses_less(form.unless, than.unless, ground)
        and _asks_more_after(form.duty, than.duty, form.trigger, ground)
    )


def _owes_no_less(form: Response, than: Response) -> bool:
    """Whether a sum is no smaller part. Who pays enough for more bills, or sooner, has paid enough: money goes where it is due first."""
    if form.portion is None or than.portion is None:
        return form.portion is than.portion
    return form.portion.part >= than.portion.part and form.currency == than.currency


def opens_no_sooner(form: Response, than: Response) -> bool:
    """Whether nothing serves a sentence that comes too early for another."""
    if than.no_sooner is None:
        return True
    return form.no_sooner is not None and as_short(than.no_sooner, form.no_sooner)


def _precedes_more(form: Precedence, than: Precedence, ground: Ground, *, dated: bool) -> bool:
    narrow = same(form.lead, than.lead) or (not dated and _as_narrow(form.lead, than.lead))
    if not narrow:
        return False
    if not (serves_many(form.lead) and serves_many(than.lead)) and not (used_in_turn(form.duty) and same(form.duty, than.duty)):
        return same(form, replace(than, lead=form.lead))
    return (
        _triggers_more(form.trigger, than.trigger, form.duty, ground)
        and excuses_less(form.unless, than.unless, ground)
        and _asks_more_after(form.duty, than.duty, form.trigger, ground)
    )


def _asks_more_after(duty: Duty, than: Duty, trigger: Trigger, ground: Ground) -> bool:
    """The same of what belongs to something: whoever was addressed is one of the others only if it is known who did it."""
    if duty.by is WhoWord.THE_OTHERS and than.by is WhoWord.ADDRESSED and not _says_by_whom(trigger):
        return False
    return asks_more(duty, than, ground)


def _owes_more(duty: Duty, than: Duty, ground: Ground) -> bool:
    """The same where something is owed by itself: each party on their own is then everyone."""
    one, other = (replace(each, by=WhoWord.EVERYONE) if each.by is WhoWord.EACH_PARTY else each for each in (duty, than))
    return asks_more(one, other, ground)


def _asks_more_dates(form: Schedule, than: Schedule, ground: Ground, *, dated: bool) -> bool:
    if not _owes_more(form.duty, than.duty, ground):
        return False
    if not same(form.tolerance, than.tolerance) and (dated or not as_short(form.tolerance, than.tolerance)):
        return False
    one, other = form.recurrence, than.recurrence
    often = one.every == 1 and not dated and same(one, replace(other, every=1))
    week = one.rhythm is Rhythm.WEEK and one.every == other.every == 1 and set(one.weekdays) >= set(other.weekdays) and bool(other.weekdays)
    more = week and same(one, replace(other, weekdays=one.weekdays))
    same_else = same(form, replace(than, duty=form.duty, tolerance=form.tolerance, recurrence=one))
    return (same(one, other) or often or more) and same_else


def _as_soon(one: Limit, other: Limit) -> bool:
    match one, other:
        case Within(), Within():
            return as_short(one.length, other.length)
        case WithinHours(), WithinHours():
            return same(one.hours, other.hours) and one.count <= other.count
        case WithinDays(), WithinDays():
            return same(one.days, other.days) and one.count <= other.count
        case ByDateAsked(), ByDateAsked():
            return True
        case ByClock(), ByClock():
            return (one.days_later, one.second) <= (other.days_later, other.second)
        case _:
            return False


def _as_narrow(one: Ahead | WithinLast, other: Ahead | WithinLast) -> bool:
    if isinstance(other, Ahead) and other.any_time and other.reusable:
        return True  # whatever came before will do
    match one, other:
        case WithinLast(), WithinLast():
            return as_short(one.length, other.length)
        case Ahead(), Ahead() if one.reusable == other.reusable and (one.since_last or not other.since_last):
            later = other.at_least is None or (one.at_least is not None and as_far_ahead(one.at_least, other.at_least))
            return later and (other.at_most is None or (one.at_most is not None and as_short(one.at_most, other.at_most)))
        case _:
            return False
