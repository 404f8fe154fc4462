"""What opens one person's accounts, devices or whereabouts to another: the one list of names, for the checker and the linter.

A name is read as words (`phone-check` as `phone check`). Those that are `SURE` are never asked for by any sentence. Those that are
`ASKED` may well be harmless (a child's phone is handed over, somebody looks after the post): only the linter asks about them.
"""

from __future__ import annotations

import re

_WHERE = r"(?:phone|mobile|laptop|tablet|computer|device|e ?mail|mail|bank|app|account|social media|instagram|whatsapp)"
_OPENED = r"(?:phones?|mobiles?|smartphones?|devices?|messages?|chats?|dms?|inbox(?:es)?|e ?mails?)"
_DEVICE = r"(?:phones?|mobiles?|cell ?phones?|smartphones?|devices?|laptops?|computers?|tablets?)"
_ACCOUNT = r"(?:accounts?|inbox(?:es)?|messages?|texts?|chats?|dms?|e ?mails?|mails?|browsers?|social media|whatsapp|instagram)"
_PLACE = r"(?:locations?|positions?|whereabouts)"
_OFTEN = r"(?:(?:daily|weekly|nightly|hourly|evening|morning|random|surprise|full|regular|live|all|own|private|partner|his|her|their) )?"

DEVICES_SURE = (
    rf"(?:{_WHERE} )?(?:passwords?|pass ?codes?)",
    r"(?:(?:phone|mobile|device) )?unlock codes?",
    rf"{_OPENED} (?:checks?|checking|search(?:es)?|searching|inspections?)",
    r"(?:unlock|search|inspect|open|show) (?:phones?|mobiles?|smartphones?)|open phones?",
    r"(?:read|show|open) (?:private )?(?:messages|chats?|dms?|inbox)|inbox(?:es)?",
    r"(?:chat|message|text|dm|call|browser|browsing|search) (?:logs?|histor(?:y|ies))",
    r"screenshots|chat (?:exports?|screenshots?)",
)
DEVICES_ASKED = (
    rf"(?:{_DEVICE}|{_ACCOUNT}) (?:checks?|checking|search(?:es)?|inspections?|handovers?|hand ?overs?|access|reading)",
    rf"(?:check|search|read|unlock|inspect|hand over) (?:{_DEVICE}|{_ACCOUNT})",
    r"(?:call|phone) lists?|screenshots?|pin codes?|log ?ins?|credentials",
)
_TOLD = r"(?:checks?|reports?|sharing|shar(?:e|es)|updates?|pings?|pins?|logs?|history|requests?|proofs?|tracking|access)"
STEPS_SURE = (
    r"whereabouts",
    rf"(?:phone |gps )?{_PLACE} {_TOLD}",
    rf"(?:share|send|report|show|track|check|live) (?:(?:live|my|your|his|her|their|phone|gps) )?{_PLACE}",
    rf"gps(?: (?:{_TOLD}|trackers?|positions?))?|(?:share|send|report|show|live) gps|tracking|(?:location |phone )?track(?:ers?|ing apps?)",
)
# As an event that is owed; a place among what a talk names is part of a story.
_OWED = (r"(?:phone |gps )?locations?",)
STEPS_ASKED = (r"(?:phone|car|person) tracking|where (?:are|were) you|positions?",)

# Items that say where somebody is: told within the hour they are whereabouts, told the next day they are part of a story.
PLACES = frozenset({"where", "place", "places", "location", "locations", "address"})
_STEMS = (
    *("pass", "code", "phone", "mobile", "device", "inbox", "message", "chat", "dm", "mail", "text", "call", "brows", "search"),
    *("screenshot", "location", "position", "whereabouts", "gps", "track", "unlock"),
)


def patterns(*lists: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of these lists, each for a whole name with a word such as `daily` before it."""
    return tuple(f"^{_OFTEN}(?:{one})$" for one_list in lists for one in one_list)


def opens(name: str) -> bool:
    """Whether an event or item of this name opens accounts or devices for certain.

    >>> opens("chat-log"), opens("daily-phone-check"), opens("phone-handover"), opens("phone-check-in")
    (True, True, False, False)
    """
    return _is(name, DEVICES_SURE)


def follows(name: str, *, event: bool = False) -> bool:
    """Whether an item, or with `event` an event, of this name follows someone's steps for certain.

    >>> follows("location-share"), follows("location"), follows("location", event=True), follows("location-scouting", event=True)
    (True, False, True, False)
    """
    return _is(name, (*STEPS_SURE, *_OWED) if event else STEPS_SURE)


def _is(name: str, known: tuple[str, ...]) -> bool:
    words = re.sub(r"[-_]", " ", name).casefold()
    # Compiled when one is first asked for: few agreements have a name that could be meant.
    return any(stem in words for stem in _STEMS) and any(re.search(pattern, words) for pattern in patterns(known))
