"""Somebody is to hand over a password, a telephone or an account.

## Why

Whoever may read everything has to be trusted with everything, and whoever must show everything is not trusted at all. Closeness does not
need it; control does.

## Before

```pact
promise open
    "We know each other's passwords and check the other's phone on Sunday."
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Say what you wish to be told instead, and by when: a disclosure with a window.

## When to allow it

Shared accounts of a household (the electricity, the rent) are no matter of this rule.

## Near miss

```pact
promise open
    "Nobody asks for passwords, and nobody looks into the other's phone."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Profile, Rule
from pactlang.lint.words import MUST, MUST_NOT, NAME, OTHERS, WHOSE, Phrase, gap
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# A household shares these; they open nobody's private life.
_SHARED = (
    r"(?:wi-?fi|wlan|router|internet|netflix|spotify|streaming|guest|shared|household|joint|common|door|alarm|locker|garage|bike|tv|server|"
    r"team|vault|printer|project|service|kitchen|house|flat)"
)
_SOME = rf"(?:(?!(?:{_SHARED}|no)\b)[\w'-]{{1,30}} ){{0,3}}"
_SECRET = (
    r"(?:pass ?words?|pass ?codes?|pin codes?|pins?|log-?ins?|credentials|unlock codes?|phone codes?)"
    rf"(?! (?:of|for|to) (?:the |our |a |all )?{_SHARED})"
)
_THINGS = (
    r"(?:phones?(?! numbers?)|mobiles?|cell ?phones?|smartphones?|messages|texts|text messages|chats?|dms?|e-?mails?|mail|"
    r"inbox(?:es)?|letters|"
    r"(?:browser|search|call|chat) (?:history|lists?|logs?)|laptops?|computers?|tablets?|devices?|diar(?:y|ies)|journals?|whatsapp|"
    r"social media|instagram|(?:private |online |e-?mail |social media )?accounts?)"
)
_OF_HIS = rf"(?:(?:all|through|into|at) ){{0,2}}{WHOSE} (?:[\w-]{{1,20}} )?{_THINGS}"
_OF_OTHERS = rf"(?:(?:all|through|into|at|of) ){{0,2}}{OTHERS} (?:[\w-]{{1,20}} )?{_THINGS}"
_LOOK = (
    r"(?:reads?|reading|checks?|checking|sees?|opens?|looks? (?:through|at|into|in|over)|looking (?:through|at|into|in|over)|unlocks?|"
    r"unlocking|uses?|monitors?|shows?|has|have|gets?|knows?)"
)
_SEARCH = (
    r"(?:search(?:es|ing)?|go(?:es|ing)? through|looks? through|looking through|scrolls? through|inspects?|monitors?|monitoring|"
    r"spot-checks?|"
    r"hands? over|handing over|gives? up|surrenders?|turns? over|(?:full |free |open )?access to|hands? in)"
)
_WORDS = Phrase(
    rf"(?:knows?|knowing|shar(?:e|es|ing)|gives?|giving|tells?|exchang(?:e|es|ing)|swaps?|hands? over|has|have|gets?|sends?|shows?|"
    rf"writes? down|asks? for|demands?) {_SOME}{_SECRET}",
    rf"(?!our\b){WHOSE} (?:(?!{_SHARED}\b)[\w-]{{1,20}} )?{_SECRET}",
    rf"{_SECRET} (?:are|is|get|gets) (?:\w+ )?(?:shared|known|open|exchanged|swapped|given|handed over|no secret|written down|"
    rf"changed only)",
    rf"{_SEARCH} {_OF_HIS}",
    rf"{_LOOK} {_OF_OTHERS}",
    rf"she {_LOOK} his (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"he {_LOOK} her (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"(?:i|he|she|they|we|[\w-]{{1,20}} (?:may|can|will|is allowed to)) (?:may |can |will |am allowed to |get to )?{_LOOK} "
    rf"(?:through |at |into |in |all )?your (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"you (?:may |can |will |get to )?{_LOOK} (?:through |at |into |in |all )?my (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"{_LOOK} (?:his|her|their) {_THINGS} (?:at )?(?:any ?time|whenever|at will|without asking|unannounced)",
    rf"(?<!on-call )(?<!work )(?<!duty )(?<!shared )(?<!team )"
    rf"(?:phones?|messages|chats|accounts|laptops|e-?mails?) (?:\w+,? ){{0,4}}(?:unlocked|open (?:to|for) (?:each other|the other|"
    rf"both|everyone|"
    rf"inspection|{NAME})|without (?:a )?(?:lock|code|password)|(?:may|can) be (?:checked|read|searched|seen|inspected))",
    r"phones? checks?|phone searches|open[- ]phones? (?:policy|rule)",
    rf"(?:right|allowed|permitted|entitled) to (?:read|check|see|open|look (?:through|at|into|in)|search|unlock|"
    rf"use) (?:all )?{WHOSE} {_THINGS}",
    rf"{MUST} (?:always )?(?:unlock|open|show|hand over|give up|hand in) (?:(?:me|him|her|us|"
    rf"{NAME}) )?{WHOSE} (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"{_SECRET} (?:[\w'-]{{1,30}} ){{1,3}}(?:are|is) (?:shared|exchanged|swapped|known|open)",
    r"no (?:passwords|pass ?codes|locks|locked phones) between us",
    rf"(?:hands?|gives?|passes) (?:{NAME}|him|her|me|over) (?:his|her|your|my|their) (?:phone|mobile|laptop|tablet)s?",
    rf"the other (?:one )?(?:may|can) (?:always )?(?:check|read|see|look at|look through|open) (?:all )?(?:{WHOSE} )?{_THINGS}",
    rf"(?:removes?|takes? off|turns? off) the (?:screen )?(?:lock|pin|code) (?:from|of|on) {WHOSE} {_THINGS}",
    r"phones? (?:are|is|stay|stays) open(?=\W*$|[.,;!])",
    rf"(?:chats?|messages|texts|e-?mails) with (?:{NAME}|others|anyone) (?:are|is) (?:visible|open|shown|read)",
    rf"(?:may|can|is allowed to) read what (?:{NAME}|he|she|you|i) writes?",
)
_HIDING = Phrase(
    r"(?:no|never|not|may not|must not|nobody) (?:may |to )?(?:delete|deletes|deleting|deleted|erase|hide|lock|locks|locked) "
    rf"{gap(2)}(?:messages|chats?|texts|history|phones?|accounts?)",
    r"no (?:secret|private|hidden|own) (?:passwords?|pass ?codes?|accounts?|chats|messages|e-?mails?)",
    rf"{MUST_NOT} (?:ever )?(?:delete|hide|lock|clear|erase) (?:{WHOSE} |any |the |old )?{_THINGS}",
)
_NAMES = Phrase(
    r"(?:check|checks|search|read|unlock|inspect) (?:phone|phones|messages|chats|inbox|mails?)",
    r"(?:phone|device|message|messages|inbox|chat|mail|email|account|browser|laptop) (?:check|checks|search|searches|inspection|"
    r"handover|access)",
    rf"^(?:(?!{_SHARED}\b)\w+ )?(?:passwords?|passcodes?)$",
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that ask for such an event or item."""
    sentences = refused(subject.sentences, Flag.DEVICES)
    for span in apart((*heard(subject, _WORDS, names=_NAMES, refused=sentences), *heard(subject, _HIDING))):
        yield Found(
            span,
            "This asks for what is private: a password, a telephone, messages.",
            "Leave it out; say what you wish to be told, and by when.",
        )


RULE = Rule("S001", "password-demand", Severity.ERROR, 97, find, Profile.GENTLE)
