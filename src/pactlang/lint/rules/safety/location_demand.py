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
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST, NAME, WHOSE, Phrase, gap
from pactlang.resolve.red_flags import Flag
from pactlang.resolve.watching import STEPS_ASKED, STEPS_SURE, patterns

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
    rf"(?:sees?|checks?|follows?|watch(?:es)?|views?|looks? up) {WHOSE} (?:live )?(?:locations?|positions?)",
    r"location (?:sharing|tracking|history)(?: (?:is|stays) (?:always )?on)?(?! (?:is|are|stays?|remains?) (?:\w+ )?(?:off|out|disabled))",
    r"locations? (?:is|are|stays?|remains?|must be|has to be) (?:always )?(?:shared|on|visible|known|switched on|turned on)",
    r"gps (?:(?:is|stays) (?:always )?(?:on|active|shared|switched on|turned on)|on|tracker|tracking)|(?:a )?gps trackers?|"
    r"trackers? (?:on|in) (?:the|his|her|your|my|[\w-]{1,20}'s) (?:car|"
    r"phone|bag|coat|bike)|(?<!period )(?<!habit )tracking apps?|air ?tags?|life ?360|find my (?:phone|friends|"
    r"iphone|device)",
    rf"track(?:s|ed|ing)? (?:each other|one another|him|her|them|me|my|your|his|their|the phone|{NAME}'s) ?(?:phone|location|car|steps|"
    r"movements)?",
    rf"know(?:s|ing)? (?:(?:exactly )?where {_HE_IS} {_ALWAYS}|{_ALWAYS} (?:exactly )?where {_HE_IS})",
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
    r"(?-i:Find My)(?: \w+)? (?:is|stays|remains|must|on\b)",
    rf"lets? (?:me|him|her|us|{NAME}|the other) know where {_HE_IS}(?: (?:during|at|when|while|over|on|every|each|all|always)\b|\W*$)",
    r"(?:photo|picture|selfie|pin|text|message|address)s? (?:from|of) (?:wherever|every place|everywhere|each place)",
    rf"(?:ping|alert|notification|alarm)s? (?:when|whenever|as soon as|if|every time|each time) (?:{NAME}|he|she|they|you|the other) "
    rf"(?:leaves?|goes|arrives?|gets|moves?|comes)",
    rf"location apps?|checks? where (?:{NAME}|he|she) (?:is|are)",
    rf"(?:sees?|knows?|looks? up|checks?|follows?|watch(?:es)?)(?: {_ALWAYS})? where {_HE_IS} (?:on|in) (?:the|a|my|his|her|"
    r"your) (?:map|app|"
    rf"phone)|(?:looks? up|checks?) {_ALWAYS} where (?:{NAME}|he|she|you|they)",
    rf"found on (?:a|the) map|where (?:{NAME}|he|she|you|they|i) (?:is|are|am) can be (?:seen|checked|looked up|followed)",
    r"(?:car|phone|bag|handbag|coat|watch) has (?:a |an )?(?:\w+ )?(?:tracker|gps(?! against)|air ?tag)|wears? (?:the|a gps|your|his|her) "
    r"tracker",
    r"(?:does not|doesn't|do not|don't|never|nobody|no one|may not|must not|if (?:you|he|she|i|one of us)|whoever) (?:ever )?(?:turns?|"
    r"switch(?:es)?) (?:off )?(?:your|his|her|their|my|the) (?:live )?(?:locations?|gps|location sharing|tracking)(?: off)?",
    r"live (?:location|position|pin)s? (?:is|are|gets?) (?:\w+ )?(?:sent|shared|on|shown|visible)|(?:sends?|drops?|posts?|shares?) "
    r"(?:(?:me|him|her|us) )?(?:a|the|his|her|ur|your) live (?:pin|position|location)",
    r"(?:being|be) (?:located|tracked|traced|followed) (?:by|via|through|with|at|on)|(?:stays?|is|are|remains?|be) (?:trackable|traceable|"
    r"locatable)",
    rf"(?:pin|send|drop|share)s? (?:me|us|him|her) (?:ur|your|his|her|their) (?:pin|location|position)|shares? where {_HE_IS}(?! from)",
    r"without (?:a )?(?:shared|live) location",
    rf"(?:informs?|notif(?:y|ies)|tells?|advises?|keeps?) (?:{NAME}|him|her|me|the other)(?: \w+)? (?:of|about|on) (?:his|her|their|"
    r"my|your) (?:whereabouts|location|movements)",
    r"(?:blue|little|green|lil|red) dot|dot on (?:the|a|my|his|her|your) (?:map|phone)|(?:can |may |to )?(?:have|has|takes?|"
    r"gets?) a look at the map\b",
    rf"(?:tells?|says?|writes?|texts?|leaves? word|lets? (?:{NAME}|me|him|her) know)(?: (?:to )?(?:{NAME}|him|her|me))? where (?:he|"
    rf"she|they|you|i|{NAME}) (?:is|are|am|goes|go) "
    rf"(?:and|,) (?:with )?who(?:m)?\b",
    rf"(?:phone|mobile|app|map|watch|car) (?:shows?|tells?) (?:{NAME}|him|her|me|the other) where (?:{NAME}|he|she|they|you|i)",
    r"(?:see|sees|look|looks|check|checks|follow|follows|watch|watches) (?:up )?(?:on|in|with|through|via) (?:the|an|his|her|my|"
    r"a) (?:app|map|phone|tracker) where",
    rf"(?:looks? up|checks?|sees?|follows?|watches) where (?:{NAME}|he|she|they|you|i) (?:has|have|had) been",
)
_NAMES = Phrase(*patterns(STEPS_SURE, STEPS_ASKED))
# For a day out, where help might be needed, people let each other be found.
_OUTING = re.compile(
    r"\b(?:hik(?:e|es|ing)|climb(?:s|ing)?|dogs?|cats?|pets?|keys?|luggage|suitcases?|bikes?|stolen|for the (?:\w+ )?(?:trip|tour|"
    r"day|journey|weekend|flight)|mountains?|at sea|sailing|"
    r"emergenc(?:y|ies)|(?:walk|way|ride|drive) home|festival|ski\w*)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that ask for such an event or item."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_OUTING, refused=refused(subject, Flag.STEPS)):
        yield Found(
            span, "This asks for whereabouts, all the time.", "Leave it out; say when somebody lets the other know that they are safe."
        )


RULE = Rule("S002", "location-demand", Severity.ERROR, 96, find, Profile.GENTLE, sure=Sure.LIKELY)
