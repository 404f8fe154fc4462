"""Sentences that the checker never applies, whoever signed them, as far as the sentence itself shows what it is.

Only what cannot be meant otherwise is here. What depends on how people mean it is the linter's to ask.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pactlang.model import agreement as model
from pactlang.model.vocabulary import STOP_WORDS

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
HEALTH = frozenset({"test", "result"})
_NOT_FOR = "this tool is not for fear or coercion"


class Flag(Enum):
    """What a sentence that is never applied would do."""

    STOPPING = "limits stopping"
    FEELINGS = "limits a feeling"
    DEVICES = "opens accounts or devices"
    STEPS = "follows somebody's steps"
    HEALTH = "stops a health rule"


def not_applied(form: model.Form) -> str:
    """Why the checker does not apply a sentence, in plain words; empty for all others."""
    return _against_stopping(form) or _against_feelings(form) or _watching(form) or _against_health(form)


def flags(form: model.Form, covering: Iterable[str] = ()) -> frozenset[Flag]:
    """Everything for which a sentence, with what its record must cover, is not applied; empty where it is."""
    watched = {one.casefold() for one in (*covering, *_watched(form))}
    found = {
        Flag.STOPPING: bool(_against_stopping(form)),
        Flag.FEELINGS: bool(_against_feelings(form)),
        Flag.DEVICES: bool(watched & DEVICES),
        Flag.STEPS: bool(watched & STEPS),
        Flag.HEALTH: bool(_against_health(form)),
    }
    return frozenset(flag for flag, stands in found.items() if stands)


def opens_up(items: Iterable[str]) -> str:
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


def _watched(form: model.Form) -> frozenset[str]:
    """The events that a sentence asks for."""
    match form:
        case model.Response() | model.Precedence() | model.Interval() | model.Schedule() | model.RepeatAfter():
            return _events(form.duty.selector)
        case model.Quota():
            return _events(form.selector)
        case _:
            return frozenset()


def _watching(form: model.Form) -> str:
    return opens_up(_watched(form))


def _against_health(form: model.Form) -> str:
    stopped = _stopped(form)
    return "health holds first, so no pause can stop tests and their results" if stopped and stopped <= HEALTH else ""
