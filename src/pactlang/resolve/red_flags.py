"""Sentences that the checker never applies, whoever signed them, as far as the sentence itself shows what it is.

Only what cannot be meant otherwise is here. What depends on how people mean it is the linter's to ask.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pactlang.model import agreement as model
from pactlang.model.calendar import Exact
from pactlang.model.parts import events, filters, limited, occasion, positive, sought
from pactlang.model.vocabulary import HEALTH
from pactlang.resolve.free import Around, feelings, stopping
from pactlang.resolve.watching import PLACES, follows, opens

if TYPE_CHECKING:
    from collections.abc import Iterator

_VISIT = r"(?:[- ](?:visits?|sessions?|calls?|appointments?|meetings?))?"
_HELP = (
    r"(?:therapy|therapists?|counsell?ing|counsell?ors?|doctors?|lawyers?|helplines?|police|shelters?|support[- ]groups?|"
    rf"social[- ]workers?){_VISIT}"
)
_KIN = r"(?:friends?|family|parents?|mother|mum|mom|father|dad|sisters?|brothers?|siblings?|cousins?|relatives|mates)"
# To see them at all; a visit may be theirs to somebody's home, so that is asked of one party alone.
_PEOPLE = rf"{_KIN}(?:[- ](?:calls?|contact))?|(?:calls?|contact)[- ](?:with[- ])?{_KIN}"
_VISITS = rf"{_KIN}[- ](?:visits?|evenings?|dinners?)|visits?[- ](?:to[- ])?{_KIN}"
# A night out may wait for who stays with the children; leaving the house waits for nobody.
_OUT = r"going[- ]out|leaving[- ](?:home|the[- ](?:house|flat|home))"
# A no to it must stay free, and a sentence that asks for it would make a no a breach.
_SEX = (
    r"sex(?:ual)?(?:[- ](?:night|evening|date|acts?|contact|favou?rs?))?|intercourse|love[- ]?making|making[- ]love|"
    r"(?:marital|conjugal)[- ]dut(?:y|ies)"
)
# No word that means a chore, a drink or a game too: a lock-up is done every evening.
_BLOW = r"slap(?:ping)?|beating|hitting|caning|thrashing|corporal[- ]punishment"
# What every name has that one of these fits: few have any, and patterns take long to compile.
_OF_KIN = (
    *("friend", "family", "parent", "mother", "mum", "mom", "father", "dad", "sister"),
    *("brother", "sibling", "cousin", "relatives", "mates"),
)
_STEMS = {
    _HELP: ("therap", "counsel", "doctor", "lawyer", "helpline", "police", "shelter", "support", "social"),
    _PEOPLE: _OF_KIN,
    _VISITS: _OF_KIN,
    _OUT: ("going", "leaving"),
    _SEX: ("sex", "intercourse", "love", "dut"),
    _BLOW: ("slap", "beating", "hitting", "caning", "thrashing", "punish"),
}
_FOLDED = str.maketrans({"İ": "i", "ı": "i"})  # letters that fit an `i` whatever the case, and fold into something else
_LEAVE = frozenset({"consent", "permission", "approval"})
_HOUR = 3600
_SAME_PERSON = model.WithFilter(model.PersonWord.SAME_PERSON)
_NOT_FOR = "this tool is not for fear or coercion"


class Flag(Enum):
    """What a sentence that is never applied would do."""

    STOPPING = "limits stopping"
    COSTS = "makes stopping cost something"
    YES = "makes a yes a duty"
    FEELINGS = "limits a feeling"
    DEVICES = "opens accounts or devices"
    STEPS = "follows someone's steps"
    HEALTH = "stops a health rule"
    HELP = "keeps someone from help"
    PEOPLE = "keeps someone from friends or family"
    OUT = "makes going out depend on a yes"
    SEX = "makes sex a duty"
    VIOLENCE = "asks for violence"


def not_applied(form: model.Form, modifiers: model.Modifiers, around: Around) -> str:
    """Why the checker does not apply a sentence, in plain words; empty for all others."""
    return next((why for _, why in _reasons(form, modifiers, around)), "")


def flags(form: model.Form, modifiers: model.Modifiers, around: Around) -> frozenset[Flag]:
    """Everything for which a sentence is not applied; empty where it is."""
    return frozenset(flag for flag, _ in _reasons(form, modifiers, around))


def _reasons(form: model.Form, modifiers: model.Modifiers, around: Around) -> Iterator[tuple[Flag, str]]:
    found = (
        *((Flag[kind], why) for kind, why in stopping(form, modifiers, around)),
        (Flag.FEELINGS, feelings(form, modifiers, around)),
        *_watched(form, modifiers),
        (Flag.HEALTH, _against_health(form, modifiers)),
        (Flag.HELP, _against_help(form, modifiers)),
        (Flag.PEOPLE, _against_people(form, modifiers)),
        (Flag.OUT, _against_going_out(form)),
        (Flag.SEX, _against_a_no(form)),
        (Flag.VIOLENCE, _against_the_body(form)),
    )
    return ((flag, why) for flag, why in found if why)


def _watched(form: model.Form, modifiers: model.Modifiers) -> Iterator[tuple[Flag, str]]:
    """What opens accounts, devices or whereabouts: as an event that is asked for, or as an item that it must cover.

    Where an evening was is part of its story; where somebody is, told within the hour, is a watch on them.
    """
    length = form.deadline.length if isinstance(form, model.Response) and isinstance(form.deadline, model.Within) else None
    at_once = isinstance(length, Exact) and length.seconds <= _HOUR
    told = {name for name in modifiers.covering if name.casefold() in PLACES}
    asked = sought(form)
    names = sorted({*asked, *modifiers.covering})
    opened = next((name for name in names if opens(name)), "")
    followed = next((name for name in names if follows(name, event=name in asked) or (at_once and name in told)), "")
    for flag, name in ((Flag.DEVICES, opened), (Flag.STEPS, followed)):
        if name:
            within = " within the hour" if name in told and at_once else ""
            yield flag, f"nobody has to open their accounts, devices or whereabouts ('{name}'{within}); {_NOT_FOR}"


def _against_a_no(form: model.Form) -> str:
    found = sorted(name for name in sought(form) if _is(name, _SEX))
    return f"anyone may say no at any time, so no sentence can ask for '{found[0]}'; {_NOT_FOR}" if found else ""


def _against_the_body(form: model.Form) -> str:
    found = sorted(name for name in sought(form) if _is(name, _BLOW))
    return f"nobody may hurt another or lock them in, so no sentence can ask for '{found[0]}'; {_NOT_FOR}" if found else ""


def _against_health(form: model.Form, modifiers: model.Modifiers) -> str:
    names = events(limited(form)) if isinstance(form, model.Pause | model.PauseAfter) else frozenset()
    if names and names <= HEALTH:
        return "health comes first, so no pause can stop tests and their results"
    forbidden = events(_forbidden(form, modifiers))
    return f"health comes first, so no sentence can forbid '{min(forbidden)}'" if forbidden and forbidden <= HEALTH else ""


def _forbidden(form: model.Form, modifiers: model.Modifiers) -> model.Selector | None:
    """The events that are forbidden to somebody always and everywhere, or for a time after something.

    `at most 0` forbids, too. What anyone may pause is not forbidden: a pause lifts what is asked for, and is asked for by those it is for.
    """
    match form:
        case model.Prohibition(selector) | model.ProhibitionAfter(selector=selector) | model.PauseAfter(selector=selector):
            pass
        case model.ProhibitionBefore(selector):
            pass
        case model.Cap(measure=measure, selector=selector) if not measure.limit:
            pass
        case _:
            return None
    plain = all(isinstance(positive(one), model.ByFilter) or one == _SAME_PERSON for one in filters(selector))
    return selector if not modifiers.only and plain else None


def _against_help(form: model.Form, modifiers: model.Modifiers) -> str:
    found = sorted(name for name in events(_forbidden(form, modifiers)) if _is(name, _HELP))
    if found:
        return f"help from outside is always free, so no sentence can forbid '{found[0]}'; {_NOT_FOR}"
    if isinstance(form, model.ProhibitionBefore):
        found = sorted(name for name in events(form.later) if _is(name, _HELP))
    if isinstance(form, model.Precedence) and events(form.duty.selector) & _LEAVE:
        found = sorted(name for name in events(occasion(form)) if _is(name, _HELP))
    return f"help from outside is always free, so '{found[0]}' needs nobody's permission; {_NOT_FOR}" if found else ""


def _against_people(form: model.Form, modifiers: model.Modifiers) -> str:
    forbidden = _forbidden(form, modifiers)
    if forbidden is None or getattr(form, "unless", None) is not None:
        return ""
    one_alone = any(isinstance(one.who, model.Parties) for one in map(positive, filters(forbidden)) if isinstance(one, model.ByFilter))
    names = sorted(events(forbidden))
    found = [name for name in names if _is(name, _PEOPLE) or (one_alone and _is(name, _VISITS))]
    return f"everyone is free to see anyone they like, so no sentence can forbid '{found[0]}'; {_NOT_FOR}" if found else ""


def _against_going_out(form: model.Form) -> str:
    """One named party goes out, or sees their own people, only with another's yes."""
    match form:
        case model.Precedence(model.EventTrigger(selector), duty):
            asked = duty
        case model.Prohibition(selector, model.UnlessEvent(duty)):
            asked = duty
        case model.ProhibitionAfter(_, selector, model.Duty() as duty) if events(duty.selector) & _LEAVE:
            found = sorted(name for name in events(selector) if _is(name, _OUT, _PEOPLE, _VISITS))
            return _nobody_asks(found[0]) if found else ""
        case _:
            return ""
    going = [one.who for one in map(positive, filters(selector)) if isinstance(one, model.ByFilter)]
    if not events(asked.selector) & _LEAVE or not all(isinstance(one, model.Parties) for one in (*going, asked.by)) or not going:
        return ""
    found = sorted(name for name in events(selector) if _is(name, _OUT, _PEOPLE, _VISITS))
    return _nobody_asks(found[0]) if found else ""


def _nobody_asks(name: str) -> str:
    return f"nobody needs another's permission to go out or to see their people ('{name}'); {_NOT_FOR}"


def _is(name: str, *patterns: str) -> bool:
    low = name.translate(_FOLDED).casefold()
    return any(any(stem in low for stem in _STEMS[pattern]) and re.fullmatch(pattern, name, re.I) for pattern in patterns)
