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

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST, MUST_NOT, NAME, OTHERS, WHOSE, Phrase, gap
from pactlang.resolve.red_flags import Flag
from pactlang.resolve.watching import DEVICES_ASKED, DEVICES_SURE, patterns

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# A household shares these; they open nobody's private life.
_SHARED = (
    r"(?:wi-?fi|wlan|router|internet|netflix|spotify|streaming|guest|shared|household|joint|common|door|alarm|locker|garage|bike|tv|server|"
    r"team|vault|printer|project|service|kitchen|house|flat)"
)
_SOME = rf"(?:(?!(?:{_SHARED}|no)\b)[\w'-]{{1,30}} ){{0,4}}"
_SECRET = (
    r"(?:pass ?words?|pass ?codes?|pin codes?|pins?|log-?ins?|credentials|unlock codes?|phone codes?)"
    rf"(?! (?:of|for|to) (?:the |our |a |all )?(?:{_SHARED}|[\w-]{{1,20}} (?:account\b|subscription|portal|website|tool|contract|"
    r"systems?|servers?|database|environment)))"
    r"(?! (?:of (?:our|their|his|her|one's) own|safe|manager|reset|polic(?:y|ies)))"
)
_THINGS = (
    r"(?:phones?(?! numbers?)|mobiles?|cell ?phones?|smartphones?|messages|texts|text messages|chats?|dms?|e-?mails?|mail|"
    r"inbox(?:es)?|letters|"
    r"(?:browser|search|call|chat) (?:history|lists?|logs?)|laptops?|computers?|tablets?|devices?|diar(?:y|ies)|journals?|whatsapp|"
    r"social media|instagram|mailbox(?:es)?|bank(?:ing)? apps?|(?:dating )?profiles?|(?:private |online |e-?mail |social media )?accounts?)"
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
    rf"disclos(?:e|es)|reveals?|provides?|writes? down|asks? for|demands?) {_SOME}{_SECRET}",
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
    rf"(?:phones?|messages|chats|accounts|laptops?|computers?|tablets?|e-?mails?) (?:\w+,? ){{0,4}}(?:unlocked|open (?:to|"
    r"for) (?:each other|the other|"
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
    rf"shows? (?:me|him|her|us|{NAME}|the other) (?:all )?(?:his|her|your|my|their) (?:private |old |new |last )?"
    rf"(?:messages|texts|chats?|dms?|e-?mails?|inbox|call (?:log|list|history)|browser history)",
    rf"(?:may|can|is allowed to) read what (?:{NAME}|he|she|you|i) writes?",
    r"hands? (?:in )?(?:his|her|their|my|your|ur) (?:private |own |personal )?(?:phone|mobile|laptop|tablet)s? (?:over|in|"
    rf"to (?:{NAME}|me|him|her|"
    rf"the (?:other|family|others)))",
    rf"(?:asks?|asked|wants?|demands?) to (?:see|read|check|look (?:at|into|through)) (?:all )?(?:of )?{OTHERS} {_THINGS}",
    rf"(?:asks?|asked|wants?|demands?) to (?:see|read|check|look (?:at|into|through)) (?:all )?(?:of )?(?:your|his|her|their|my) {_THINGS}",
    r"(?:your|ur|his|her) (?:phone|inbox|messages) (?:is|are) (?:my|mine|ours?|also mine)\b|same (?:code|pin|password) on both",
    r"(?:messages|chats?|texts|conversations|call (?:history|list)s?) (?:are|is|get|gets) (?:\w+ (?:and )?){0,2}?(?:shown|gone through|"
    r"restored|inspected|searched|forwarded to|sent on to)",
    r"screenshots? of (?:\w+ ){0,2}(?:conversations?|chats?|messages|texts|dms?)",
    r"(?:turns?|turned|switch(?:es)?) (?:the |our |all |their |your )?(?:pins?|pass ?codes?|passwords?|(?:screen )?locks?) off",
    r"(?:fingerprints?|face(?: id)?) (?:is|are|gets?|stays?) (?:registered|saved|stored|added) (?:on|in|to)",
    rf"leaves? (?:his|her|their|your|my) (?:phone|mobile|laptop)s? with (?:{NAME}|me|him|her)",
    rf"forwards? (?:all |every )?(?:of )?(?:his|her|their|your|my|each) {_THINGS}",
    r"(?:is|am|are|gets?) (?:shown|to (?:see|read)) (?:the |all |all the |every |your |his |her |their )?(?:messages?|chats?|texts?|"
    r"e-?mails?|"
    r"dms?) (?:that|which|from|with|of|between)",
    rf"logs? (?:in|into|in to|on to) (?:{OTHERS}|his|her|your|my) (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"{NAME} (?:always |secretly |also |may |can |will )?(?:reads?|opens?|goes through|looks through|searches|scrolls through|"
    r"listens to) (?:all (?:of )?)?"
    rf"(?:his|her|their) (?:\w+ )?(?:messages|texts|text messages|chats?|dms?|letters|mail|inbox|diary|journal|voice ?mails?|calls)"
    rf"(?! (?:only|at most|before|at work|out loud|outside))",
    rf"{OTHERS} (?:\w+ )?{_THINGS} (?:is|are|may be|can be|gets?) (?:\w+ )?(?:opened|read|checked|searched|looked (?:at|through|into)|"
    r"gone through|monitored|"
    rf"unlocked|seen|screened) (?:by|with|every|each|at|on|first|when|whenever|before|any)",
    r"(?:his|her|their|your|my) (?:\w+ )?(?:messages|texts|chats?|letters|mail|inbox|phone|diary) (?:is|are|may be|can be|"
    r"gets?) (?:\w+ )?(?:opened|read|checked|"
    rf"searched|gone through|looked (?:at|through|into)) by (?:{NAME}|him|her|me|you)",
    r"(?:messages|texts|chats?|letters|mail|e-?mails|post|phones?) (?:is|are|gets?) (?:\w+ )?(?:opened|read|checked|searched|"
    r"gone through|screened) by "
    rf"(?:{NAME}|me|him|her|the other)",
    rf"(?:shows?|lets? see|opens?) (?:(?:{NAME}|him|her|me|us|the other) )?(?:what(?:'s| is)|everything|all that is|"
    r"whatever is) on (?:it|the|his|her|their|my|your)"
    rf"(?: phone| mobile| laptop)?",
    rf"(?:lets?|allows?) (?:{NAME}|him|her|me|the other) (?:to )?(?:read|see|check|look (?:at|into|through|in)|go through|"
    r"scroll through|search|use) (?:all )?"
    rf"(?:his|her|their|my|your) (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"(?:looks? over|reads? over) (?:{OTHERS}|his|her|your|my) shoulder",
    rf"listens? (?:in )?(?:on|to) (?:{OTHERS}|his|her|your|my) (?:phone |private )?calls",
    r"(?:puts?|takes?|has|makes?) (?:\w+ )?(?:calls?|phone calls?) on (?:loud)?speaker",
    r"calls? (?:\w+ ){0,3}(?:are|is) (?:\w+ )?(?:on (?:loud)?speaker|recorded|listened to)",
    rf"(?:knows?|has|keeps?|gets?) (?:the )?(?:codes?|passwords?|pins?|pass ?codes?) (?:to|of|for) (?:{OTHERS}|his|her|their|your|"
    rf"my) (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"(?:phone|mobile|laptop)s? (?:is|are|stays?|lies?) (?:with|on (?:the )?{NAME}'s) (?:{NAME}|him|her|me)(?= (?:at|over|during|"
    r"overnight|every|while)|\W*$)",
    rf"(?:may|can) (?:look|see|check|search) (?:into|through|in|at)? ?(?:my|your|his|her|{OTHERS}) (?:[\w-]{{1,20}} )?{_THINGS}",
    rf"gives? (?:his|her|their|your|my) (?:phone|mobile|laptop|tablet)s? to (?:{NAME}|me|him|her)(?! (?:for repair|when it))",
    r"(?:messages|texts|chats?|letters|e-?mails?) (?:from|with|of) (?:\w+ )(?:are|is) (?:read|shown|gone through|printed|forwarded)",
    rf"goes? through (?:{OTHERS}|his|her|your|my) (?:handbag|bag|pockets|drawers?|things|post|papers|desk)",
    r"(?:copy|copies|screenshots?) of (?:every|each|all|all the) (?:messages?|texts?|e-?mails?|letters?|chats?)",
)
_HIDING = Phrase(
    r"(?:no|never|not|may not|must not|nobody) (?:may |to )?(?:delete|deletes|deleting|deleted|erase|hide|lock|locks|locked) "
    rf"{gap(2)}(?:messages|chats?|texts|history|phones?|accounts?)",
    r"no (?:secret|private|hidden|own) (?:passwords?|pass ?codes?|accounts?|chats|messages|e-?mails?)",
    rf"{MUST_NOT} (?:ever )?(?:delete|hide|lock|clear|erase|(?:put|set|have|use) (?:a |any )?(?:pass ?word|lock|pin|"
    rf"code) on) (?:{WHOSE} |any |the |old )?{_THINGS}",
)
_FOUND = re.compile(r"\b(?:if|when) \w+ finds\b", re.I)  # what one does with a telephone that lies open is another matter
_NAMES = Phrase(*patterns(DEVICES_SURE, DEVICES_ASKED))


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that ask for such an event or item."""
    sentences = refused(subject, Flag.DEVICES)
    for span in apart((*heard(subject, _WORDS, names=_NAMES, allowed=_FOUND, refused=sentences), *heard(subject, _HIDING))):
        yield Found(
            span,
            "This asks for what is private: a password, a telephone, messages.",
            "Leave it out; say what you wish to be told, and by when.",
        )


RULE = Rule("S001", "password-demand", Severity.ERROR, 97, find, Profile.GENTLE, sure=Sure.LIKELY)
