"""Somebody pays for breaking a promise.

## Why

A price turns a promise into a purchase, and makes the one with more money freer. It also makes people hide.

## Before

```pact
promise late
    "Whoever tells late pays a fine of 20 euros."
```

## After

```pact
repair
    after each breach, debrief by everyone within 3 days
```

## How to fix

Write a `repair` clause: a talk, aftercare, a look at the words.

## When to allow it

A jar for swearing, if all of you laugh about it.

## Near miss

```pact
promise purse
    "We put 20 euros a week into the purse."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import after_breach, events, owed
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import MONEY, NAME, Phrase, gap

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_SLIP = (
    r"(?:breach|lie|miss|missed \w+|slip|violation|offen[cs]e|infraction|incident|forgotten \w+|broken \w+|skipped \w+|unwashed \w+|"
    r"late \w+|minute late|minute of delay|swear ?word|no-show)"
)
_FAILS = (
    r"(?:late|behind|forgets?|forgot|comes? (?:home |back |in )?(?:late|after)|stays? out|leaves? (?:a mess|dirty|the (?:light|dishes|"
    r"door|window|heating)|his|her|their)|breaks? (?:it|this|a (?:rule|promise)|"
    r"the (?:rules?|pact|promise|agreement))|broke|misses|missed|"
    r"fails?|lies|lied|"
    r"cheats?|swears?|skips?|skipped|violates?|does not|doesn't|did not|didn't|is not|isn't|cancels?|oversleeps|slips?)"
)
# What costs money by use is a share, and no fine.
_SHARE = (
    r"(?! (?:we|someone|somebody|anyone|i|you|he|she|they|one of us|(?-i:[A-Z])\w+) (?:uses?|drives?|borrows?|cooks?|shops?|"
    r"wash|washes|hosts?|charges?|visits?|takes?))"
)
_WORDS = Phrase(
    r"(?:pays?|owes?|costs?) (?:a |the |an? \w+ )?(?:fine|penalty|forfeit)",
    r"(?:is|are|gets?|will be|be) fined|fines? (?=(?:of|is|are|goes|go|for) (?!with|by|to|parking|speeding|library|traffic|"
    r"the library))|the fine\b(?! (?:print|for (?:parking|speeding)))",
    rf"penalt(?:y|ies) (?:of|is|are|:) {gap(2)}{MONEY}",
    rf"{MONEY} {gap(4)}(?:for|per) (?:each|every|any|a|an )?(?: ?{gap(1)})?{_SLIP}",
    rf"{MONEY} (?:\w+ ){{0,5}}(?:each|every) time(?: (?=we|someone|he|she|they|you|i|one)|\b){_SHARE}",
    rf"(?:whoever|who|anyone who|anybody who|if|each time|every time|when|"
    rf"whenever) (?:[\w'-]{{1,30}},? ){{0,6}}{_FAILS},? (?:[\w'-]{{1,30}},? ){{0,8}}"
    rf"(?:pays?|puts?|owes?|transfers?|gives?|hands over|throws?|costs?) (?:[\w'-]{{1,30}} ){{0,4}}{MONEY}",
    rf"(?:lateness|lying|being late|missing \w+|each (?:lie|breach|slip)|every (?:lie|breach|slip)|a (?:lie|breach)) costs {gap(1)}{MONEY}",
    rf"late (?:payments?|payers?|returns?|arrivals?) (?:costs?|pays?) {gap(1)}{MONEY}",
    r"swear(?:ing)? jar(?! (?:is|was) (?:emptied|gone|history|retired|abolished))",
    rf"(?:forgotten|missed|late|broken|unwashed|skipped) \w+ (?:is|costs|means) (?:{NAME} |you |him |her )?{MONEY}",
    rf"for (?:every|each) {_SLIP},? (?:\w+ )?{MONEY}",
    rf"fine: ?{MONEY}",
    rf"(?:missing|forgetting|skipping|lying|being late|swearing|cheating|late minute|each late|every lie|"
    rf"each lie)(?: [\w'-]{{1,30}}){{0,4}}: {MONEY}",
    rf"penalt(?:y|ies) for {gap(4)}(?:is|are) {MONEY}",
    rf"if [^.;!?]{{1,40}}(?:skipped|forgotten|missed|late|broken),? {MONEY} (?:go|goes|is|are)",
    rf"pays? {MONEY} (?:whenever|if|when|each time|every time) (?:{gap(2)})?(?:{_FAILS}|breaks|broke)",
    r"in(?:to)? the (?:\w+ )?jar (?:each time|every time|whenever|for each|for every)",
    r"owes? (?:\w+ )?(?:a hundred|fifty|twenty|ten|\d{1,4}) (?:if|when|whenever|each time|every time)",
    rf"(?:buys?|owes?|invites?|treats?) [^.;!?]{{1,30}}(?:each|every) time (?:he|she|you|they|i|{NAME}) {_FAILS}",
    rf"(?:if|when|whenever) (?:you|he|she|i|{NAME}) {_FAILS},? (?:you|he|she|i|{NAME}) (?:buys?|owes?|pays?(?! (?:the |back|his|her|"
    r"your|my)))",
    r"breaking (?:this|it|the \w+|a \w+) costs",
    rf"(?:left|late|forgotten|missed|unwashed|dirty|broken|skipped|overdue|undone)(?: [\w'-]{{1,30}}){{0,4}}: {MONEY}",
    rf"(?:coming|being|arriving|getting home) (?:\w+ )?late (?:costs?|means|is) {gap(1)}{MONEY}",
    r"(?:whoever|who|anyone who) breaks (?:this|it|the (?:rules?|pact|promise|agreement|deal)|an? (?:rule|promise)),? (?:pays?|buys?|"
    r"owes?|invites?)",
)
_NAMES = Phrase(r"fines?|penalty (?:payment|fee)s?|penalt(?:y|ies)|forfeit")
_MONEY_EVENTS = frozenset({"expense", "settlement", "payment", "rent", "bill", "fine", "penalty", "transfer", "allowance"})


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and payments that follow a breach."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=[one for one in subject.sentences if _pays(subject, one)]):
        yield Found(span, "This puts a price on a breach.", "Say how you repair instead.")


def _pays(subject: Subject, sentence: Sentence) -> bool:
    duty = owed(sentence.form)
    if duty is None or not after_breach(sentence.form):
        return False
    known = subject.agreement.vocabulary.events
    return any(name in _MONEY_EVENTS or (name in known and len(known[name].unit) == 3) for name in events(duty.selector))


RULE = Rule("S005", "fine", Severity.WARNING, 80, find, sure=Sure.LIKELY)
