"""Somebody is to stay away from friends, family or help.

## Why

People without others have nobody to ask whether something is right. Isolation is how control begins.

## Before

```pact
promise us
    "Ben stops seeing his friends on weekdays."
```

## After

```pact
promise us
    "Wednesday evenings are ours."
```

## How to fix

Say what you wish for yourselves (an evening, a call), and not whom the other may see.

## When to allow it

Never.

## Near miss

```pact
promise us
    "Nobody stops seeing their friends for us."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, filters, refused
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST_NOT, NAME, WHOSE, Phrase, gap
from pactlang.model.agreement import ByFilter, Prohibition
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_PEOPLE = (
    r"(?:friends?|family|families|parents|mother|mum|mom|father|dad|sisters?|brothers?|siblings?|cousins?|relatives|best friend|"
    r"girlfriends|mates|old friends|school friends)"
)
_HER = rf"(?:(?:{WHOSE}|the|any|all|old|other|own|male|female|single|anyone from|anybody from) ){{0,3}}"
_MEET = (
    r"(?:see|sees|seeing|meets? up with|meet|meets|meeting|visit|visits|visiting|call|calls|calling|contact|contacts|text|texts|"
    r"talk to|talks to|"
    r"talking to|speak to|speaks to|speak with|speaks with|talk with|talks with|write to|writes to|writing to|phone|phones|"
    r"go out with|going out with|goes out with|hang out with|"
    r"spend time with|spends time with|be friends with|have contact with|keep in touch with|stay in touch with|keep|have)"
)
_WORDS = Phrase(
    rf"(?:stop|stops|give up|gives up|giving up|quit|quits|end|ends) {_MEET} {_HER}{_PEOPLE}",
    rf"(?:gives up|give up|cuts off|cut off|cuts out|cut out|breaks with|break with|cuts ties with|cut ties with|leaves behind|"
    rf"turns away from|"
    rf"stays away from|stay away from|keeps away from|keep away from|breaks off contact with|ends {gap(2)}with) {_HER}{_PEOPLE}",
    rf"(?:cuts?|breaks?) (?:off )?(?:all )?(?:contact|ties) (?:with|to) {_HER}{_PEOPLE}",
    rf"(?:no|not any|without) (?:\w+ )?(?:contact|communication|friendships?|calls|visits) (?:with|to) {_HER}{_PEOPLE}",
    r"no (?:male|female|other|outside|separate|own|new|single) friends(?! (?:is|are|need|has|have))",
    r"no friends (?:of (?:the (?:opposite|other) sex|(?:his|her|their) own|\w+'s)|outside|without|but)",
    rf"{MUST_NOT} (?:\w+ )?{_MEET} (?:(?:his|her|my|your|their|any|old|other|own|male|female|single|[\w-]{{1,30}}'s) ){{0,3}}{_PEOPLE}"
    r"(?! (?:after|before|during|unannounced|waiting|while|when|in front|in the|about|over|round|around|here|stay|staying|at work|of))",
    r"(?:sees?|meets?|visits?|calls?) (?:her|his|their|my|your) (?:friends?|family|parents|mother|sister|brother) only (?:with|when|"
    r"if|once|in)",
    r"only (?:sees?|meets?|visits?|calls?) (?:her|his|their|my|your) (?:friends?|family|parents|mother|sister|brother) (?:with|when|"
    r"if|once|in)",
    r"decides? (?:who|whom|which (?:friends|people)) (?:\w+ )(?:may |can |is allowed to )?(?:sees?|meets?|talks? to|visits?|calls?)",
    r"approves? (?:of )?(?:her|his|their|all|each other's|my|your|the other's) (?:\w+ )?friends",
    r"no (?:more )?(?:girls'|boys'|guys'|lads') nights?|no (?:more )?nights? out (?:with|without)",
    r"(?:you|must|has to|have to|is to|should) (?:quit|give up|leave) (?:the|your|his|her) (?:\w+ )?(?:team|club|choir|band|"
    r"sports club|book club)(?! (?:room|house|"
    r"meeting|at|by|early))",
    r"friends (?:must|have to|need to) be approved",
    rf"(?:distances?|distancing) (?:himself|herself|yourself|themselves|myself) from {_HER}{_PEOPLE}",
    r"(?:do not|don't|does not|doesn't) need (?:any |other )?friends",
    rf"{MUST_NOT} (?:talk to|talk with|speak to|speak with|text|look at|write to|be alone with) (?:any |other )?(?:men|women|guys|"
    rf"girls|boys)",
    r"no (?:talking|speaking|texting|contact|chatting|messages) (?:to|with) (?:any |other )?(?:men|women|guys|girls|boys)",
    rf"{_PEOPLE} only (?:with (?:me|him|her|permission|(?-i:[A-Z])\w+)|together)",
    r"(?:unfriends?|unfollows?|blocks?|deletes?) (?:all|every|his|her|any|your|all (?:ur|your|his|her)) (?:other |male |female |guy |"
    r"girl |old |school )?(?:men|women|friends|guys|"
    r"girls|contacts)",
    rf"no (?:more )?(?:nights|evenings|drinks|trips|weekends|lunch(?:es)?|coffees?|dinners) (?:out )?with {_HER}(?:colleagues|"
    rf"coworkers|{_PEOPLE})(?! (?:on|before|after|at|when|while|during|in))",
    r"(?:picks?|chooses?|decides? on) (?!(?:his|her|their|my|your|our) own)(?:(?-i:[A-Z])\w+'s|his|her|your) friends",
    r"(?:unfriends?|unfollows?|blocks?|deletes?|mutes?) (?:his|her|your|my) ex(?:es)?\b",
    r"(?:(?:his|her|their|your|the) )?(?:family|friends?|parents'?|sister'?s?|mother'?s?) (?:visits?|calls?|evenings?) (?:are|is) "
    r"(?:limited|restricted|rationed|down) to",
    rf"(?:{NAME}|he|she) (?:quits|gives up|drops out of) (?:the|his|her|their) (?:\w+ )?(?:choir|band|team|club|class|course|gym|group|"
    rf"training|friends)(?! (?:fund|at|by|before|first))",
    rf"{MUST_NOT} (?:go|goes) to (?:his|her|your|their|the) (?:\w+ )?(?:club|class|choir|team|church|gym|training) any ?more",
    r"(?:do not|don't|does not|doesn't) need (?:anyone|anybody|other people|others)(?: else)?(?=\W*$|[.,;!])(?! (?:to|for|but))",
    r"(?:cancels?|drops?) (?:her|his|your|their) (?:\w+ )?(?:evenings?|nights?|dinners?|weekends?|trips?) with (?:the |her |his )?(?:girls|"
    r"boys|guys|friends|mates|lads|family|parents)(?! (?:when|if|late|only))",
    rf"(?:neither of us|neither|nobody|no one) (?:sees?|meets?|visits?|calls?) {_HER}{_PEOPLE} (?:without|alone)",
    r"(?:drops?|ditch(?:es)?|dumps?) (?:his|her|all|those|these|your|my) (?:\w+ )?friends|friends (?:who|that) [^.;!?]{1,50} (?:are|"
    r"get) dropped",
    r"(?:refrains? from|avoids?|gives? up|no|without) (?:all |any |private )?contacts? (?:with|to) (?:persons|people|anyone|anybody|"
    r"others) "
    r"(?:outside|else)",
    rf"friends (?:whom|that|who|) ?(?:{NAME}|he|she|i) (?:approves?|allows?|has approved|have approved)",
    r"others (?:only |just )?get in (?:between|our way|the way)|enough for each other and",
    rf"(?:{NAME}|he|she) leaves the (?:\w+ )?(?:club|choir|team|band|group) because of",
    rf"sees? (?:less|nothing|none|little) of (?:her|his|your|their) {_PEOPLE}",
    r"cuts? (?:off )?(?:all )?ties with (?:anyone|everyone|everybody|people|those|all)",
    r"(?:friends|family|mother|sister|brother|parents) (?:is|are) (?:a )?bad (?:influence|for (?:us|him|her|you))",
    rf"(?:sees?|meets?|visits?) {_HER}{_PEOPLE} (?:only )?(?:at|on|for) \w+ (?:and otherwise not|and not otherwise|only)",
    r"contact with (?:colleagues|friends|family|others|people)(?: \w+){0,3} (?:is|are) (?:not allowed|forbidden|banned|off limits|"
    r"unwanted)",
    r"(?:does not|doesn't|do not|don't|no longer) needs? (?:to see |to meet |to be around )?(?:that lot|those (?:people|friends)|them|"
    r"other people|(?:his|her|your) (?:\w+ )?"
    r"(?:friends|mates|crowd|people|family))(?: \w+){0,4} (?:any ?more|now)",
    r"(?:stops?|gives? up|quits?|would do well to stop|drops?) (?:lunching|meeting|seeing|hanging out|going out|having (?:lunch|"
    r"coffee|drinks)|drinking|chatting|talking|being friends|"
    r"spending time) (?:with|to)(?! (?:each other|one another|his phone|her phone)\b)",
    rf"(?:(?:his|her|your) (?:sister|brother|mother|mum|mom|father|dad|parents|friends?|family)) (?:[^.;!?]{{1,50}}) so (?:we|{NAME}|"
    r"he|she|you) (?:do|does|will do|goes?|lives?|gets? by) without",
    r"(?:sees?|meets?|visits?|calls?|talks? to) (?:no one|nobody) (?:else|but|except|outside|apart|without)",
    rf"(?:only|just) (?:sees?|meets?|talks? to|goes? out with|spends? (?:time|evenings) with) (?:{NAME}|me|him|us|her)(?=\W*$|[.,;!])",
    rf"{NAME} (?:sees?|meets?|visits?|calls?) (?:his|her|their) (?:own )?(?:friends?|family|parents|mother|mum|sister|"
    rf"brother)(?: \w+){{0,3}} (?:once|twice|at most|no more|only)",
    rf"(?:{NAME}'s|his|her|your|their) (?:\w+ )?(?:friends?|family|parents|sister|brother|mother|mum|mom) (?:is|"
    r"are) (?:not|no longer|never) (?:welcome|allowed|invited|wanted)",
    r"breaks? (?:off )?(?:with|off with) (?:his|her|their|your|all|the) (?:\w+ )?(?:friends?|family|parents|sister|brother|crowd|mates)",
    r"has nothing to do with (?:his|her|their|the|your) (?:colleagues|friends|family|neighbours|neighbors|parents|team)",
    r"deletes? the (?:numbers?|contacts?) of (?:all )?(?:his|her|their|your)",
    r"(?:his|her|your) (?:family|friends|mother|sister|parents) (?:only )?(?:makes?|causes?|brings?) (?:nothing but )?trouble",
    rf"{NAME} (?:chooses|decides|picks|says) (?:whom|who) {NAME} (?:may |can )?(?:meets?|sees?|talks?|visits?|writes?|calls?|knows)",
)
_NAMES = Phrase(r"no (?:friends|family|contact with (?:friends|family))|(?:friends?|family|parents) (?:ban|forbidden)")
_KIN = Phrase(rf"{_PEOPLE}(?: (?:visits?|calls?|meetings?|contact|evenings?|dinners?|time))?")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and boundaries against friends or family altogether."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=refused(subject, Flag.PEOPLE, also=_forbids)):
        yield Found(span, "This keeps somebody from friends, family or help.", "Leave it out.")


def _forbids(sentence: Sentence) -> bool:
    form = sentence.form
    if not isinstance(form, Prohibition) or form.unless is not None or sentence.modifiers.only:
        return False
    names = events(form.selector)
    kin = bool(names) and all(_KIN.fullmatch(name.replace("-", " ")) for name in names)
    return kin and all(isinstance(one, ByFilter) for one in filters(form.selector))


RULE = Rule("S003", "isolation", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)
