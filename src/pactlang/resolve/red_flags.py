"""Sentences that the checker never applies, whoever signed them, as far as the sentence itself shows what it is.

Only what cannot be meant otherwise is here. What depends on how people mean it is the linter's to ask.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pactlang.model import agreement as model
from pactlang.model.vocabulary import HEALTH, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

FEELINGS = frozenset(
    {
        *("anger", "attraction", "crush", "doubt", "envy", "fear", "feeling", "feelings", "grief", "jealousy", "love", "missing-someone"),
        *("resentment", "sadness", "sorrow", "falling-in-love", "crying", "tears"),
    }
)
# What opens another person's accounts and devices, and what follows their steps, to somebody else.
DEVICES = frozenset(
    {
        *("password", "passwords", "passcode", "passcodes", "device-check", "phone-check", "phone-search", "message-check", "inbox-check"),
        *(
            "chat-check",
            "mail-check",
            "account-check",
            "phone-handover",
            "screenshots",
            "chat-logs",
            "browser-history",
            "call-list",
            "call-log",
        ),
    }
)
STEPS = frozenset(
    {
        *("location-check", "location-report", "location-sharing", "live-location", "whereabouts", "whereabouts-report", "tracking"),
        *("gps", "location-update", "location-ping"),
    }
)
WATCHING = DEVICES | STEPS
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
_LEAVE = frozenset({"consent", "permission", "approval"})
_NOT_FOR = "this tool is not for fear or coercion"


class Flag(Enum):
    """What a sentence that is never applied would do."""

    STOPPING = "limits stopping"
    FEELINGS = "limits a feeling"
    DEVICES = "opens accounts or devices"
    STEPS = "follows somebody's steps"
    HEALTH = "stops a health rule"
    HELP = "keeps somebody from help"
    PEOPLE = "keeps somebody from friends or family"
    OUT = "makes going out wait for a yes"
    SEX = "makes sex owed"
    VIOLENCE = "asks for violence"


def not_applied(form: model.Form, modifiers: model.Modifiers) -> str:
    """Why the checker does not apply a sentence, in plain words; empty for all others."""
    return (
        _against_stopping(form)
        or _against_feelings(form)
        or _opens_up((*_wanted(form), *modifiers.covering))
        or _against_health(form)
        or _against_help(form, modifiers)
        or _against_people(form, modifiers)
        or _against_going_out(form)
        or _against_a_no(form)
        or _against_the_body(form)
    )


def flags(form: model.Form, modifiers: model.Modifiers) -> frozenset[Flag]:
    """Everything for which a sentence is not applied; empty where it is."""
    watched = {one.casefold() for one in (*modifiers.covering, *_wanted(form))}
    found = {
        Flag.STOPPING: bool(_against_stopping(form)),
        Flag.FEELINGS: bool(_against_feelings(form)),
        Flag.DEVICES: bool(watched & DEVICES),
        Flag.STEPS: bool(watched & STEPS),
        Flag.HEALTH: bool(_against_health(form)),
        Flag.HELP: bool(_against_help(form, modifiers)),
        Flag.PEOPLE: bool(_against_people(form, modifiers)),
        Flag.OUT: bool(_against_going_out(form)),
        Flag.SEX: bool(_against_a_no(form)),
        Flag.VIOLENCE: bool(_against_the_body(form)),
    }
    return frozenset(flag for flag, stands in found.items() if stands)


def _opens_up(items: Iterable[str]) -> str:
    """Why a record that must cover these items is not asked for; empty where nothing is wrong with them."""
    found = sorted({item.casefold() for item in items} & WATCHING)
    return f"nobody has to open their accounts, devices or whereabouts ('{found[0]}'); {_NOT_FOR}" if found else ""


def _limited(form: model.Form) -> frozenset[str]:
    match form:
        case model.Cap() | model.Gap() | model.Prohibition():
            return _events(form.selector)
        case _:
            return frozenset()


def _stopped(form: model.Form) -> frozenset[str]:
    return _events(form.selector) if isinstance(form, model.Pause | model.PauseAfter) else frozenset()


def _events(selector: model.Selector) -> frozenset[str]:
    return frozenset(one.event for one in selector.alternatives)


def _against_stopping(form: model.Form) -> str:
    waits = _events(form.trigger.selector) if isinstance(form, model.Precedence) else frozenset()
    stops = sorted((_limited(form) | _stopped(form) | waits) & STOP_WORDS)
    return f"stopping is always free, so no sentence can limit '{stops[0]}' or ask something before it" if stops else ""


def _against_feelings(form: model.Form) -> str:
    waits = _events(form.trigger.selector) if isinstance(form, model.Precedence) else frozenset()
    felt = sorted(name for name in _limited(form) | _stopped(form) | waits if name.casefold() in FEELINGS)
    return f"feelings are free, so no sentence can limit '{felt[0]}' or ask something before it" if felt else ""


def _against_a_no(form: model.Form) -> str:
    found = sorted(name for name in _wanted(form) if _is(name, _SEX))
    return f"a no is free at every moment, so no sentence can ask for '{found[0]}'; {_NOT_FOR}" if found else ""


def _against_the_body(form: model.Form) -> str:
    found = sorted(name for name in _wanted(form) if _is(name, _BLOW))
    return f"nobody may hurt or lock in another, so no sentence can ask for '{found[0]}'; {_NOT_FOR}" if found else ""


def _wanted(form: model.Form) -> frozenset[str]:
    """The events that a sentence asks for."""
    match form:
        case model.Response() | model.Precedence() | model.Interval() | model.Schedule() | model.RepeatAfter():
            return _events(form.duty.selector)
        case model.Quota():
            return _events(form.selector)
        case _:
            return frozenset()


def _against_health(form: model.Form) -> str:
    stopped = _stopped(form)
    return "health holds first, so no pause can stop tests and their results" if stopped and stopped <= HEALTH else ""


def _forbidden(form: model.Form, modifiers: model.Modifiers) -> model.Selector | None:
    """The events that are forbidden to somebody always and everywhere."""
    if not isinstance(form, model.Prohibition) or modifiers.only:
        return None
    return form.selector if all(isinstance(one, model.ByFilter) for one in _filters(form.selector)) else None


def _against_help(form: model.Form, modifiers: model.Modifiers) -> str:
    forbidden = _forbidden(form, modifiers)
    found = sorted(name for name in _events(forbidden) if _is(name, _HELP)) if forbidden is not None else []
    return f"help from outside is always free, so no sentence can forbid '{found[0]}'; {_NOT_FOR}" if found else ""


def _against_people(form: model.Form, modifiers: model.Modifiers) -> str:
    forbidden = _forbidden(form, modifiers)
    if forbidden is None or getattr(form, "unless", None) is not None:
        return ""
    one_alone = any(isinstance(one.who, model.Parties) for one in _filters(forbidden) if isinstance(one, model.ByFilter))
    names = sorted(_events(forbidden))
    found = [name for name in names if _is(name, _PEOPLE) or (one_alone and _is(name, _VISITS))]
    return f"whom somebody sees is free, so no sentence can forbid '{found[0]}'; {_NOT_FOR}" if found else ""


def _against_going_out(form: model.Form) -> str:
    """One named party goes out, or sees their own people, only with another's yes."""
    match form:
        case model.Precedence(model.EventTrigger(selector), duty):
            asked = duty
        case model.Prohibition(selector, model.UnlessEvent(duty)):
            asked = duty
        case _:
            return ""
    going = [one.who for one in _filters(selector) if isinstance(one, model.ByFilter)]
    if not _events(asked.selector) & _LEAVE or not all(isinstance(one, model.Parties) for one in (*going, asked.by)) or not going:
        return ""
    found = sorted(name for name in _events(selector) if _is(name, _OUT, _PEOPLE, _VISITS))
    return f"nobody needs another's leave to go out or to see their people ('{found[0]}'); {_NOT_FOR}" if found else ""


def _is(name: str, *patterns: str) -> bool:
    # Compiled when one is first asked for: few agreements have a sentence that could be meant.
    return any(re.fullmatch(pattern, name, re.I) for pattern in patterns)


def _filters(selector: model.Selector) -> tuple[model.Filter, ...]:
    return (*selector.filters, *(one for alternative in selector.alternatives for one in alternative.filters))
