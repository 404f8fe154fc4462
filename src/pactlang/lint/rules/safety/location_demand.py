"""Somebody is to let themselves be located.

## Why

A place that is always known leaves no room for an honest surprise, a friend, or leaving.

## Before

```pact
promise where
    "We share our live location whenever one of us is out."
```

## After

```pact
promise where
    "Whoever is out writes when they have arrived."
```

## How to fix

Agree on a message (arrived, on my way) instead of a location.

## When to allow it

On a hike, at sea, or for a day: write for how long, and it is no matter of this rule.

## Near miss

```pact
promise where
    "Nobody shares their location, unless they wish to."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule
from pactlang.lint.words import MUST, NAME, WHOSE, Phrase, gap
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_SHARE = (
    r"(?:shar(?:e|es|ing|ed)|sends?|sending|turn(?:s|ed)? on|switch(?:es|ed)? on|keeps?|keeping|leaves?|leaving|shows?|activates?|enables?)"
)
_PLACE = r"(?:(?:live|gps|phone|current|exact|real-time) )?(?:locations?|whereabouts|position|gps)(?! of (?:the|a|our) (?!phone))"
_HE_IS = rf"(?:he|she|they|i|we|you|{NAME}|the other(?: one)?|each(?: of us)?|everyone|both) (?:is|are|am|goes|go|will be)"
_ALWAYS = r"(?:at all times|at any (?:time|moment|hour)|always|around the clock|24/7|every (?:minute|hour|moment)|all day|day and night)"
_WORDS = Phrase(
    rf"{_SHARE} (?:(?:me|him|her|us|each other|{NAME}) )?{WHOSE} {_PLACE}",
    rf"{_SHARE} (?:the )?(?:live |gps )?locations?(?: (?:sharing|tracking|services))?(?= (?:on|with (?:each other|the other|him|her|"
    rf"me|{NAME})|"
    rf"at all times|always|when|while|whenever|24)|\W*$|[.,;])",
    rf"(?:sees?|checks?|follows?|watch(?:es)?|views?|looks? up) {WHOSE} (?:live )?locations?",
    r"location (?:sharing|tracking|history)(?: (?:is|stays) (?:always )?on)?",
    r"locations? (?:is|are|stays?|remains?|must be|has to be) (?:always )?(?:shared|on|visible|known|switched on|turned on)",
    r"gps (?:is|stays|on|tracker|tracking)|(?:a )?gps trackers?|trackers? (?:on|in) (?:the|his|her|your|my|[\w-]{1,20}'s) (?:car|"
    r"phone|bag|coat|bike)|(?<!period )(?<!habit )tracking apps?|air ?tags?|life ?360|find my (?:phone|friends|"
    r"iphone|device)",
    rf"track(?:s|ed|ing)? (?:each other|one another|him|her|them|me|my|your|his|their|the phone|{NAME}'s) ?(?:phone|location|car|steps|"
    r"movements)?",
    rf"know(?:s|ing)? (?:{_ALWAYS} )?(?:exactly )?where {_HE_IS} {_ALWAYS}",
    rf"{_ALWAYS} (?:know|knows|say|says|tell|tells|report|reports) (?:[\w-]{{1,20}} )?where {_HE_IS}",
    rf"{MUST} (?:always )?(?:know|say|tell|report|text|write|prove|show)(?: [\w-]{{1,20}})? (?:exactly )?where {_HE_IS} {_ALWAYS}",
    rf"(?:says?|tells?|reports?|texts?|writes?)(?: [\w-]{{1,20}})? (?:exactly )?where {_HE_IS} {_ALWAYS}",
    rf"(?:reports?|accounts? for|answers? for|prove|proves) {WHOSE} (?:every )?(?:whereabouts|movements|steps)",
    rf"(?:answers?|account) for every {gap(1)}(?:step|minute|hour)",
    rf"{_ALWAYS} wants? to know where {_HE_IS}",
    r"whereabouts (?:are|must be|have to be)",
    rf"{MUST} (?:always )?(?:say|tell|explain|report|prove)(?: [\w-]{{1,20}})? where (?:he|she|they|you|{NAME}) (?:was|were|"
    rf"has been|have been)",
    rf"snap ?maps?|follows? (?:him|her|them|me|each other|one another|{NAME}) on (?:the |a )?(?:map|app)",
    rf"location apps?|checks? where (?:{NAME}|he|she) (?:is|are)",
)
_NAMES = Phrase(
    r"(?:share|send|report|live) (?:live )?(?:location|position|whereabouts)|location share",
    r"(?:live )?location (?:check|checks|report|reports|sharing|tracking|update|updates|ping|pings)|live location|"
    r"whereabouts(?: reports?)?|^(?:gps|tracking|tracker)$",
)
# For a day out, where help might be needed, people let each other be found.
_OUTING = re.compile(
    r"\b(?:hik(?:e|es|ing)|climb(?:s|ing)?|dogs?|cats?|pets?|keys?|luggage|suitcases?|bikes?|stolen|for the (?:\w+ )?(?:trip|tour|"
    r"day|journey|weekend|flight)|mountains?|at sea|sailing|"
    r"emergenc(?:y|ies)|(?:walk|way|ride|drive) home|festival|ski\w*)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that ask for such an event or item."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_OUTING, refused=refused(subject.sentences, Flag.STEPS)):
        yield Found(
            span, "This asks for whereabouts, all the time.", "Leave it out; say when somebody lets the other know that they are safe."
        )


RULE = Rule("S002", "location-demand", Severity.ERROR, 96, find, Profile.GENTLE)
