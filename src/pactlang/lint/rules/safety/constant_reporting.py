"""Somebody has to report all day, or to be within reach at any moment.

## Why

Reports by the hour leave no time that is one's own. They calm nobody for long: the next one is already late.

## Before

```pact
promise out
    "Ana texts Ben every hour when she is out."
```

```pact
use household

promise out
    message by Ana to Ben every 2 hours
```

## After

```pact
promise out
    "Whoever is out overnight sends one message before midnight, if it gets later than planned."
```

## How to fix

Agree on one message at a time that matters: arrived, later than planned, home.

## When to allow it

Where a child, an illness or a rota asks for it (a feed log, on-call hours); say so in a reason.

## Near miss

```pact
promise out
    "Nobody has to report every hour."
```

```pact
use household

promise out
    message by Ana to Ben every 2 days
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, owed, wanted
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST, NAME, WHOSE, Phrase, gap
from pactlang.model.agreement import Interval, Quota, RepeatAfter, Unit
from pactlang.model.calendar import Exact, Period

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_HOURLY = (
    r"(?:every (?:hour|half (?:an )?hour|\d{1,2} minutes|(?:few|ten|fifteen|twenty|thirty) minutes|(?:two|three|2|3) hours)|"
    r"each hour|hourly)"
)
_REPORT = (
    r"(?:reports?|texts?|writes?|messages?|calls?|checks? in|checking in|sends? (?:a |an |me |him |her )?(?:\w+ )?(?:message|"
    r"text|update|photo|photograph|picture|sign)|answers?|updates?|rings?)"
)
_WORDS = Phrase(
    rf"{_REPORT} (?:{gap(3)})?{_HOURLY}",
    rf"{_HOURLY},? (?:{NAME}|he|she|you|they|we|each|both|everyone) (?:\w+ )?{_REPORT}",
    rf"{MUST} (?:always )?(?:answer|reply|respond|pick up|text back|call back)(?: {gap(4)})?(?:within|in) (?:\d{{1,2}}|a|one|two|"
    rf"five|ten|fifteen|a few) minutes?",
    r"(?:answers?|replies|reply) (?:every|each|all|any) (?:call|text|message)s?(?: (?:within|in) (?:\d{1,2}|a|one|two|five|ten|"
    r"fifteen|a few) minutes?| at once| immediately)",
    rf"{MUST} (?:always )?be (?:reachable|available|on call|within reach) (?:at all times|at any time|always|24/7|day and night|"
    rf"around the clock)",
    rf"{MUST} always be (?:reachable|available|within reach)",
    rf"(?:reports?|tells?|accounts? for|writes? down|explains?|logs?) (?:{gap(2)})?(?:everything (?:he|she|you|they|{NAME}) (?:does|"
    rf"do|did)|every (?:step|move|minute|hour|thing "
    rf"(?:he|she|you|they) (?:does|do))|each (?:step|move))",
    rf"(?:keeps?|writes?|hands? in) (?:a |an )?(?:log|diary|record|list|protocol) of {WHOSE} (?:whole |entire )?(?:day|days|time|"
    rf"movements|hours|conversations|contacts)",
    r"sends? (?:(?:him|her|me|each other|a|an|the) ){0,2}(?:photo|picture|selfie|video|screenshot)s? (?:(?:as|for) proof|to prove|"
    r"every time|when (?:he|she|they|you) arrives?|"
    r"of (?:where|who))|(?:photo|video|selfie)s? (?:as|for) proof|proves? (?:with|by) (?:a )?(?:photo|picture|video|selfie)",
    r"video calls? (?:on demand|at any time|whenever (?:i|he|she|asked))",
    rf"{MUST} (?:always )?(?:answer|reply|pick up|respond) (?:{gap(3)})?(?:at once|immediately|right away|straight away|day and night)",
    r"answers? (?:(?:his|her|the|your|my) )?(?:phone|calls?|messages?|texts?) (?:immediately|at once|right away|day and night)",
    rf"(?:replies|reply|answers?) (?:{gap(3)})?within (?:[1-9]|1\d|five|ten|fifteen) minutes",
    rf"reports? (?:{gap(4)})?what (?:he|she|they|you) (?:did|do|does|has done)",
    r"(?:no|never|not) (?:turn|turning|switch|switching|turns|switches) off (?:the|your|his|her|their) (?:phones?|"
    r"mobiles?)(?! (?:at|during|for) (?:work|dinner|night))",
    rf"reports? (?:back )?(?:to (?:{NAME}|him|her|me|us) )?(?:every|each) (?:evening|night|day|morning)",
    r"(?:is|are|be|stays?) (?:reachable|available)(?: [\w']{1,20},?){0,3} (?:at any hour|at all hours|at any time|at all times|day and "
    r"night|around the clock|24/7)",
    rf"asks? who (?:is|was|it is|it was|that is|that was)(?: [\w']{{1,20}}){{0,4}},? (?:{NAME}|he|she|they|i|you) (?:gets?|must|has to|"
    rf"answers?|says?|tells?|shows?)",
    rf"lets? (?:{NAME}|him|her|me|you) know (?:every|each) time|(?:reply|answer|replies|answers)(?: \w+)? within minutes",
    r"(?:selfie|photo|picture|video)s? (?:from|of|at) (?:every|each) (?:stop|place|step|meal|room|outfit|hour)",
    rf"(?:texts|reports?|writes|checks in|calls) (?:(?:{NAME}|him|her|me|each other) )?(?:all day|constantly|around the clock|all night)",
    rf"answers? (?:right away|at once|immediately|within seconds)|writes? down (?:whom|who|everyone) (?:{NAME}|he|she|"
    rf"you) (?:talked|talks|spoke|met|meets)",
    rf"(?:answers?|repl(?:y|ies)(?: to)?) (?:{WHOSE}|each|all|every) (?:messages?|calls?|texts?)(?: \w+){{0,2}} within \w+ minutes?",
    r"can be reached (?:at any (?:moment|time|hour)|always|day and night|24/7)|picks? up (?:every time|at any hour|always|at once)|"
    r"picks? up when"
    r"(?:ever)? (?:\w+ ){1,2}calls?,? (?:every|always|at once|no matter)",
    r"(?:reports?|says?|tells?) [^.;!?]{0,50}(?:all day long|the whole day(?: long)?)",
    rf"(?:{MUST}|always) (?:always )?(?:pick up|answer|reply|respond|come|be there|be ready|be reachable|"
    r"take the call) (?:\w+ )?(?:when(?:ever)?|each time|every time|as soon as|the moment) "
    rf"(?:{NAME}|he|she|i|the other)",
    r"(?:picks? up|answers?|replies|responds?)(?: the phone| the call)? (?:whenever|each time|every time|as soon as|"
    rf"the moment) (?:{NAME}|he|she|i|you|the other) "
    rf"(?:calls?|rings?|writes?|texts?|wants?)",
    r"(?:stays|is|remains) (?:on|in) (?:the )?(?:chat|call|phone|line|video)(?: \w+)? (?:until|all|while|whenever|when|at all)",
    rf"(?:sends?|posts?) (?:{NAME} |him |her |me )?(?:an? )?(?:photo|picture|selfie|pic|video)s? (?:\w+ ){{0,4}}(?:every|each|"
    r"when(?:ever)?(?! we\b| they (?:like|want))|as soon as)",
    rf"(?:tells?|texts?|writes?|reports?) (?:to )?(?:{NAME}|him|her|me) (?:every|each) (?:time|place|step|stop|move|person|change)",
    rf"(?:tells?|reports?|says?|lists?|writes? down) (?:to )?(?:{NAME} |him |her |me )?(?:everybody|everyone|every person|"
    rf"all the people|whom|who) (?:{NAME}|he|she|they|you|i) "
    rf"(?:met|meets|saw|sees|talked|talks|spoke|speaks|wrote|writes)",
    r"(?:an? )?(?:account|report|record|list|log) of (?:every|each|all)(?: \w+){0,2} (?:hours?|minutes?|days?|calls?|contacts?|"
    r"conversations?|steps?|trips?)",
    r"(?:pics?|photos?|messages?|texts?|selfies?|updates?) (?:[\w']{1,20} ){0,5}every (?:half )?(?:hour|\d\d minutes)",
    r"picks? up(?: the phone)?,? (?:within|in) \w+ minutes",
    rf"(?:lists?|names?|notes?|reports?) (?:everybody|everyone|all|every person|each person) (?:that )?(?:{NAME}|he|she|they|you|"
    r"i) (?:has |have |had )?(?:met|meets|seen|saw|sees|talked|talks|spoken|"
    rf"spoke|written|wrote|texted)",
    rf"(?:rings?|calls?|texts?|writes?(?: to)?|messages?) (?:{NAME}|him|her|me) (?:each|every) time",
    r"phone is always on|picks? up after (?:\w+ )?rings?",
    r"wants? an? (?:picture|photo|selfie|video|text|message) (?:every|each) (?:time|hour|place)",
)
_NAMES = Phrase(r"hourly (?:reports?|checks?|updates?|messages?|texts?|photos?)|photo proofs?")
# A baby, an illness, a shift: these go by the hour, whoever loves whom.
_CARE = re.compile(
    r"\b(?:baby|babies|infant|newborn|fever|ill|illness|sick|medication|insulin|on[- ]call|pages?|pager|incidents?|alerts?|tickets?|"
    r"customers?|support|shift|"
    r"monitor(?:ing)? the (?:server|oven)|dough|labou?r)\b",
    re.I,
)
_MESSAGES = frozenset({"message", "notice", "disclosure", "check-in", "call", "report", "update"})
_HOURS = 4


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and messages owed every few hours."""
    if "standup" in subject.agreement.vocabulary.events:
        return  # a team has its hours, and its rota answers within minutes
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_CARE, refused=[one for one in subject.sentences if _all_day(one)]):
        yield Found(span, "This asks for reports all day long.", "Agree on one message at a time that matters: arrived, home.")


def _all_day(sentence: Sentence) -> bool:
    form = sentence.form
    if not events(wanted(form)) & _MESSAGES or (owed(form) is None and not isinstance(form, Quota)):
        return False
    if isinstance(form, Interval | RepeatAfter):
        return isinstance(form.every, Exact) and form.every.seconds <= _HOURS * 3600
    return isinstance(form, Quota) and form.period is Period.DAY and form.measure.unit is Unit.COUNT and form.measure.limit > _HOURS


RULE = Rule("S013", "constant-reporting", Severity.WARNING, 94, find, Profile.GENTLE, sure=Sure.LIKELY)
