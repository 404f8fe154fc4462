"""Somebody may not talk to anyone outside: no friend, no family, no therapist, no lawyer.

## Why

Whoever may not tell has nobody to ask whether something is right. Help from outside has to stay open, most of all
against an agreement like this one.

## Before

```pact
promise between-us
    "You do not tell your therapist about our problems."
```

```pact
boundary between-us
    no therapy by Ana
```

## After

```pact
promise between-us
    "What the other's friends are told about the other's health, each of us decides for their own."
```

## How to fix

Say which facts are private (health, names, pictures), and leave talking about yourself, and help, free.

## When to allow it

Never.

## Near miss

```pact
promise between-us
    "Each of us may talk to a friend, a therapist or a lawyer about anything that concerns them."
```

```pact
promise between-us
    "We tell nobody the names of the people whom the other meets."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, filters, refused
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST_NOT, Phrase, gap
from pactlang.model.agreement import ByFilter, Prohibition
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_HELP = (
    r"(?:therapists?|therapy|counsell?ors?|counsell?ing|doctors?|lawyers?|police|helplines?|hotlines?|social workers?|priests?|"
    r"pastors?|mediators?|"
    r"psychologists?|psychiatrists?|advice cent(?:er|re)s?|shelters?|support groups?|courts?|attorneys?)"
)
_ANYONE = (
    r"(?:anyone|anybody|no one|nobody|others|outsiders|people outside|(?:friends|family|parents|relatives|mother|sister|"
    r"brother|mum|mom))"
)
_WHOSE = r"(?:(?:a|an|the|any|your|her|his|their|my|our) )?(?:\w+ )?"
_TELL = (
    r"(?:tell|tells|talk to|talks to|talk with|speak to|speaks to|speak with|go to|goes to|see|sees|call|calls|contact|contacts|"
    r"involve|involves|ask|asks|turn to|turns to|complain to|consult|consults|confide in|write to|visit|visits|bring in)"
)
_US = (
    r"(?:about (?:us|this|it|our|what happens|what goes on|problems|the (?:pact|agreement|relationship|fight|fights))|"
    r"what (?:happens|goes on)|of (?:our|this))"
)
_WORDS = Phrase(
    rf"{MUST_NOT} (?:ever )?{_TELL} {_WHOSE}{_HELP}",
    rf"(?:no|never any) (?:outside |professional |marriage |couples )?(?:{_HELP}|help from outside|outside help)(?!'s)(?! (?:is|are|needs?|"
    rf"needed|has|have|can|may|will|appointments?|notes?|required)\b)",
    rf"(?:stops?|gives? up|quits?|ends?) (?:seeing |going to |talking to )?(?:his|her|their|your|my|the) {_HELP}",
    rf"(?:nobody|no one|no-one) (?:\w+ )?(?:goes|talks|speaks|turns|runs) to {_WHOSE}(?:{_HELP}|friends|family|parents)",
    rf"{MUST_NOT} (?:ever )?{_TELL} {_WHOSE}{_ANYONE} (?:\w+ )?{_US}",
    rf"(?:tells?|tell) (?:no one|nobody|no-one) (?:\w+ )?{_US}",
    rf"(?:nobody|no one) outside (?:{gap(3)})?(?:may |must |is to )?(?:hears?|knows?|learns?|hear|know|learn|finds? out) (?:\w+ )?{_US}",
    rf"(?:keeps?|keep) (?:quiet|silent|silence) (?:{gap(2)})?(?:about (?:us|our|what happens|fights|the fights)|to (?:everyone|"
    rf"{_WHOSE}(?:{_HELP}|friends|family)))",
    rf"only {_TELL} {_WHOSE}{_HELP} (?:together|with permission|if|when)|{_HELP} only (?:together|with (?:permission|my|his|her|"
    rf"the other)|if (?:both|i|he|she))",
    rf"not a word to (?:anyone|anybody|{_WHOSE}(?:{_HELP}|friends|family|parents|mother|sister|brother))",
    r"(?:doctor(?:'s|s')?|therapy|lawyer(?:'s)?) (?:appointments?|visits?|sessions?) only with",
    rf"{MUST_NOT} (?:discuss|share) (?:our|the|this) (?:\w+ ){{1,3}}with {_WHOSE}(?:{_HELP}|friends|family|parents|mother|sister|"
    rf"brother|anyone|anybody)",
    rf"(?:going|talking|turning|running) to (?:the |a )?(?:{_HELP}|your (?:friends|parents|mother)) (?:is|means|"
    rf"counts as) (?:\w+ )?(?:betrayal|forbidden|treason|cheating|the end|a breach)",
    rf"{MUST_NOT} (?:bring|talk|mention|discuss|share|raise)s? (?:it|this|that|them|us|things|anything|our (?:\w+ )?(?:fights?|"
    r"problems?|life|"
    rf"affairs?)) (?:up )?(?:with|to|in front of) {_WHOSE}(?:{_HELP}|friends|family|parents|mother|sister|brother|anyone|anybody|"
    r"outsiders)",
    r"no outsiders(?! (?:at|in|on))|nobody from outside (?:may |must )?(?:helps?|interferes?|is told)",
    r"(?:is|are|gets?) told to (?:nobody|no one)(?: outside)?",
    r"(?:don't|do not|never|nobody|no one|no) (?:\w+ )?(?:wash(?:es|ing)?|air(?:s|ing)?) (?:our |the |of )?(?:our )?dirty (?:laundry|"
    r"linen)",
    rf"keeps? (?:quiet|silent|mum|silence) (?:to|with|towards) {_WHOSE}(?:{_HELP}|friends|family|parents|mother|sister|brother)",
    r"(?:stays?|remains?|kept|keeps?) (?:\w+ )?(?:within|inside|behind|between) (?:these|our own|our) (?:four )?walls",
    r"tells? (?:his|her|their|your|my) (?:\w+ )?(?:family|friends|parents|mother|sister|brother|therapist|doctor) nothing",
    r"(?:leaves?|quits?|drops out of) (?:the |their |his |her )?(?:support group|self-help group)|(?:therapist|therapy|"
    r"support group)[^.;!?]{0,20} "
    r"(?:ends|stops)(?= when| now|,| because|\W*$)",
    r"(?:drops?|cancels?|breaks? off|does without|goes without|gives? up) (?:his|her|their|your|the) (?:therapy|therapist|"
    r"counsell(?:or|ing)|doctor|support group|lawyer)(?! (?:when|if|on) )",
    r"(?:problems|fights|quarrels|this|things|it) (?:are|is) (?:solved|settled|kept|dealt with) (?:only )?(?:between|among|"
    r"by) us(?: \w+){0,2} (?:and )?(?:by |with )?(?:nobody|no one|none) (?:else|outside)",
    r"(?:talks?|speaks?|goes|turns?|writes?) to an? (?:lawyer|solicitor|counsell?or|therapist|policeman|doctor|"
    r"friend)[^.;!?]{0,25} (?:is out|is over|has to (?:go|leave)|ends|loses|must (?:go|leave))",
    r"(?:does not|doesn't|may not|must not|never) tells? the (?:doctor|police|teacher|counsell?or|midwife|nurse) (?:how|what|who|why|"
    r"about)",
)
# Whom one tells of oneself, and what, is one's own.
_FREE = Phrase(r"only if (?:he|she|they|you) (?:wants?|likes?|wish(?:es)?)|if (?:he|she|they|you) (?:wants?|likes?|wish(?:es)?) to")
_NAMES = Phrase(r"no (?:therapy|therapist|lawyer|police|help|outside help|counsell?ing)")
_HELPING = frozenset({"therapy", "mediation", "counselling", "counseling", "supervision", "doctor", "lawyer", "helpline", "support-group"})


def find(subject: Subject) -> Iterator[Found]:
    """What the words forbid, and boundaries against help altogether."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_FREE, refused=refused(subject, Flag.HELP, also=_forbids)):
        yield Found(span, "This keeps somebody from help outside.", "Leave it out: talking to others about oneself is free.")


def _forbids(sentence: Sentence) -> bool:
    form = sentence.form
    helped = isinstance(form, Prohibition) and not sentence.modifiers.only and bool(events(form.selector) & _HELPING)
    return helped and isinstance(form, Prohibition) and all(isinstance(one, ByFilter) for one in filters(form.selector))


RULE = Rule("S014", "no-help-from-outside", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)
