"""Somebody needs leave to go out, to stop, or to end it.

## Why

Leaving is always free. A promise never to leave binds only the one who would need to.

## Before

```pact
promise stay
    "Ana must ask for permission before going out."
```

## After

```pact
promise stay
    "Whoever goes out says when they will be back."
```

## How to fix

Say what you wish to know, not what the other may do.

## When to allow it

Never.

## Near miss

```pact
promise stay
    "Anyone may leave, at any time, without giving a reason."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, excuse, limited, occasion, owed, refused
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST, NAME, Phrase, gap
from pactlang.model.agreement import Precedence
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_GO = (
    r"(?:go(?:es|ing)? out|go(?:es|ing)? anywhere|leav(?:e|es|ing)(?: (?:the (?:house|home|flat|apartment|city|town)|home|town))?|"
    r"stay(?:s|ing)? out|stay(?:s|ing)? away|(?:see|sees|seeing|meet|meets|meeting|visit|visits|visiting) (?:\w+ ){0,2}"
    r"(?:friends?|family|parents|mother|sister|brother)|end(?:s|ing)? (?:it|this|the \w+)|stop(?:s|ping)?|"
    r"paus(?:e|es|ing)|quit(?:s|ting)?|break(?:s|ing)? up)"
)
_LEAVE = r"(?:permission|approval|consent|leave|agreement|okay|ok|blessing|asking|telling|being allowed)"
_BY_WHOM = rf"(?:(?:my|your|his|her|their|the other's|the others'|each other's|one another's|the|first|prior|{NAME}'s?) ){{0,2}}"
_NEVER = (
    r"(?:must not|mustn't|may not|may never|can not|cannot|can't|must never|is not to|are not to|(?:is|are) (?:not|"
    r"never) (?:allowed|permitted) to|(?:is|are) forbidden to)"
)
# What else may be left: a pan in the sink, the light on, in anger.
_FOR_GOOD = r"(?! (?:guessing|hanging|waiting|alone with|in|out|with|without|behind|before|on|at|for|standing|unanswered|asleep|angry)\b)"
_WORDS = Phrase(
    r"never (?:to )?leaves? (?:each other|one another|him|me|us|you|her(?! \w)|the (?:relationship|marriage)|this (?:relationship|"
    r"marriage|"
    rf"pact)|{NAME}(?!'s))"
    rf"{_FOR_GOOD}",
    r"never leaves?(?=\W*$|[.,;!])",
    rf"{MUST} (?:always |first )?ask (?:{gap(2)})?(?:for permission |permission |for leave |first )?(?:to|before|if|whether|when) "
    rf"{gap(3)}{_GO}",
    rf"asks? (?:{gap(2)})?(?:for permission|permission|for leave) (?:to|before|if|whether|when) {gap(3)}{_GO}",
    rf"(?:needs?|requires?|has|have) {_BY_WHOM}(?:permission|approval|consent|leave|okay|ok|blessing|go-ahead|an okay|an ok|a yes|"
    rf"yes) (?:of {gap(2)})?(?:to|before|for|if) "
    rf"{gap(2)}{_GO}",
    rf"{_GO} (?:\w+ ){{0,3}}(?:needs?|requires?|only with|only after|is subject to|depends on) {_BY_WHOM}{_LEAVE}",
    rf"only {_GO} (?:\w+ ){{0,3}}(?:with|after|if|when) {_BY_WHOM}(?:{_LEAVE}|allows|agrees|says)",
    rf"(?:never|not|nobody|no one|no|n't) (?:\w+ ){{0,2}}{_GO} (?:\w+ ){{0,3}}without {_BY_WHOM}(?:permission|approval|consent|"
    rf"leave|okay|ok|asking|"
    r"being allowed)",
    rf"{_NEVER} (?:go out|go anywhere|end (?:this|it|the \w+)|break up|quit|walk (?:out|away)|divorce|separate|refuse|say no|withdraw|"
    r"take a break|leave the (?:relationship|marriage|pact|agreement|city|house alone|house without)|"
    r"(?:leave|stop|pause)(?=\W*$|[.,;!]| (?:this|it|home|him|me|us|without|before|until|unless|alone|at night|after|during|"
    r"in the middle|once)\b))",
    r"there is no (?:way out|going back|backing out|leaving|stopping|quitting)|no (?:backing out|quitting|divorce|way out|refusals?|"
    r"saying no|safe ?words?)(?! (?:is|are|needs?|has|was|counts?))",
    r"(?:a |the |no |any |one's )?(?:safe ?words?|stop|refusal|\"?no\"?) (?:may|can|will|is to|shall) be (?:ignored|overruled|"
    r"passed over|overridden)",
    r"safe ?words? (?:do|does) not (?:count|apply|stop)|(?:a|the) no (?:is not accepted|does not count|is no answer|"
    r"is not an answer|is not an option)",
    r"ignor(?:e|es|ing) (?:the|a|any|his|her|their|my|your) (?:safe ?word|no|stop)",
    r"(?:may|can|is|are) (?:allowed to )?only (?:go out|leave (?:the house|home)|go anywhere) (?:with|when|if|together)",
    r"going out (?:is )?only (?:together|with (?!friends)\w+)",
    rf"asks? (?:\w+ ){{1,2}}(?:whether|if) (?:she|he|they|i|you) (?:may|can|is allowed to) {_GO}",
    r"before (?:leaving (?:the house|home)|going out),? (?:(?-i:[A-Z])\w+|he|she|you) asks? (?:(?-i:[A-Z])\w+|him|her|"
    r"me)(?! (?:what|who|to))",
    r"(?:leaving|stopping|breaking up|quitting|divorce|separation|pausing|saying no|refusing) is (?:not (?:an option|possible|"
    r"allowed|permitted|ok|okay)|"
    r"no option|never an option|forbidden|out of the question|impossible)",
    r"(?:says?|say) (?:stop|no|red),? [^.;!?]{0,30}(?:may|can|will) (?:go on|continue|carry on|finish)(?! (?:his|her|their|my|alone|"
    r"without|with|on|holiday|trip))",
    r"(?:stop|no) (?:does not|doesn't) (?:always )?mean (?:stop|no)|no (?:sometimes )?means yes",
    r"goes? nowhere without|(?:can't|cannot|may not|can not) (?:back|get) out",
    r"(?:wants?|wishes) to (?:go|see|meet|visit|leave|break up|end|stop|quit|separate|move out|pause)\b[^.;!?]{0,40}(?:has to|must|"
    r"needs to|have to) (?:say yes|agree|allow|approve)",
    rf"(?:nobody may|no one may|{_NEVER}) (?:leaves?|walks? out of|walks? away from) (?:an?|the) (?:room during|argument|fight|"
    rf"talk|discussion|conversation)",
    r"no walking (?:out|away)(?! the dog)",
    r"(?:neither|nobody|no one)(?: of us)? (?:can|may) (?:end|leave|stop|quit|cancel) (?:this|it|the (?:pact|agreement|"
    r"relationship))?(?: (?:before|until|without|alone|unless|for)|(?=\W*$))",
    rf"(?:needs?|must have) (?:a yes|an okay|an ok|the ok|permission|the go-ahead|approval) (?:from|of) (?:{NAME}|me|him|her|"
    rf"the other) (?:for|before) (?:every |each |any |an )?"
    r"(?:evenings? out|nights? out|outing|trip|going out|leaving)",
    rf"(?:goes|go|going) (?:out|anywhere) (?:\w+ ){{0,3}}(?:only )?if (?:{NAME}|he|she|i) (?:is fine|agrees|allows|says (?:yes|so)|"
    rf"approves)",
    r"(?:ending|leaving|stopping) (?:this|it|the (?:pact|agreement|relationship)) (?:takes|needs|requires) (?:the )?(?:consent|"
    r"agreement|permission|a yes)",
    r"to end (?:it|this),? (?:both|all|everyone) (?:must|have to|has to|needs? to) agree",
    r"(?:doesn't|does not|don't|do not|never|won't|not) gets? to (?:end|leave|stop|quit|walk|pause|call it off|break up|say no)"
    r"(?! (?:of|in|out on|at|by|in the|on) )",
    rf"(?:we|they|{NAME} and {NAME}) stay(?:s)? together (?:until|till|for (?:at least|the next))",
    r"(?:nobody|no one) (?:can|may) pause(?! for more)|pauses? (?:must|has to|have to|needs? to) be (?:asked for|approved|requested|"
    r"granted|agreed|allowed)",
    rf"(?:{NAME}|he|she|you|i|u) (?:first )?asks? (?:{NAME}|me|him|her|u|you|the other)(?: first)? before (?:(?:{NAME}|he|she|you|i|u|"
    r"they) )?"
    rf"(?:goes|go|going|leaves?|leaving) (?:out|anywhere|away|home|to (?:a|the) (?:party|bar|pub|club))",
    r"(?:nobody|no one|neither of us|none of us) (?:leaves?|quits?|walks? out on|ends?) (?:this|the|our) (?:relationship|marriage|"
    r"pact|polycule|"
    r"family)|(?:neither of us|nobody|no one) may (?:end|leave|stop|quit)(?=\W*$)",
    rf"only (?:goes|go) out (?:\w+ ){{0,2}}(?:when|if|after|once) (?:{NAME}|he|she|i|the other) (?:has |have )?(?:agree[sd]?|"
    r"allow(?:s|ed)?|said|says|"
    rf"lets?|approve[sd]?)",
    rf"(?:not|n't|never|nobody|no one) [^.;!?]{{1,50}}? without (?:telling \w+ and )?(?:getting |having )?(?:a yes|(?:my|his|her|your|"
    rf"{NAME}'s) (?:yes|blessing|okay|ok|say-so))",
    r"asks? (?:\w+ )?for (?:permission|leave) (?:to|before|when|if) [^.;!?]{0,25}\b(?:go|goes|going|leave|leaves|out|party|trip)\b",
    r"stays?,? (?:whatever happens|no matter what|for good|for life)|(?:in|in it) for (?:good|life)(?=\W*$|[.,;!])",
    r"(?:agreement|pact|relationship|marriage|this|it) (?:can|may) (?:only )?be (?:ended|terminated|left|stopped|"
    r"dissolved) (?:only )?(?:by|with|when|if) "
    r"(?:both|all|everyone|consent|mutual|the other|everybody)",
    r"(?:stopping|leaving|ending (?:it|this)|withdrawal|withdrawing|pausing|breaking up|separation|quitting|"
    r"moving out) is (?:only (?:possible|"
    r"allowed|ok|okay|permitted|an option)|(?:possible|allowed|permitted) only) (?:when|if|after|with|once|at)",
    r"leaving (?:an?|the) (?:discussion|argument|fight|room|talk|conversation|house) is (?:not (?:allowed|ok|okay|permitted)|never|"
    r"forbidden)",
    r"(?:waives?|gives? up|renounces?|forgoes?) (?:the|their|his|her|any|all) rights? to (?:terminate|leave|stop|end|withdraw|refuse|"
    r"say no|quit|"
    r"pause)",
    r"no (?:going|staying) out (?:w/o|without)",
    r"(?:moving out|leaving|quitting|breaking up|stopping|going out) (?:needs|requires|takes) (?:the |an? )?(?:yes|okay|ok|consent|"
    r"permission|"
    r"approval|agreement)",
    rf"(?:may|can|goes?) (?:[\w'-]{{1,20}} ){{0,6}}if (?:{NAME}|he|she|i) (?:lets|let|allows?|permits?) (?:{NAME}|him|her|you|me|it|them)",
    r"(?:wants?|wishes) to (?:go|leave|stop|pause|end)\b[^.;!?]{0,40}(?:gets?|asks? for|needs?|has|must have) permission",
    r"(?:is|are|am) (?:only )?allowed (?:to leave|to go out|out) (?:for|on|once|twice|until|only|if|when|with)",
    r"(?:quit|leave|stop)\b[^.;!?]{0,30}(?:must|has to|have to|needs to) be (?:released|let go|excused|freed)",
    r"(?:during|in|mid) (?:an?|the) (?:argument|fight|talk|quarrel|discussion|scene),? (?:nobody|no one|neither(?: of us)?) (?:leaves|"
    r"walks|goes)",
    r"safe ?words? (?:only )?(?:counts?|applies|works?|is valid) (?:only )?(?:if|when|once|after)",
    r"(?:asks?|checks? with|clears? it with|gets? (?:an ok|the ok|a yes|the go-ahead|permission) (?:from|of)|waits? for (?:a yes|"
    r"the ok|an ok) (?:from|of)) "
    rf"?(?:{NAME}|me|him|her|you|the other)? ?(?:first )?(?:before|if|whether|when) (?:(?:{NAME}|he|she|they|you|i) )?(?:may |can |"
    r"wants? to )?"
    r"(?:leav(?:e|es|ing) (?:the )?(?:house|home|flat|apartment|town|city|building)|go(?:es|ing)? (?:out|anywhere|away|for a walk|"
    r"shopping|home)|"
    rf"step(?:s|ping)? out|"
    rf"mak(?:e|es|ing) (?:any |other |new )?plans(?! (?:for us|together|that|with the (?:kids|children)|for the)\b)|"
    rf"(?:see|sees|seeing|meet|meets|meeting|visit|visits|visiting|call|calls|calling) (?:\w+ ){{0,2}}(?:friends?|family|parents|"
    r"mother|mum|sister|brother|father)|"
    rf"spend(?:s|ing)? the night elsewhere|stay(?:s|ing)? (?:out|away|late)|accept(?:s|ing)? (?:an |any )?invitations?)",
    rf"(?:tells?|says?|explains?|reports?|announces?) (?:(?:to )?(?:{NAME}|me|him|her) )?why (?:{NAME}|he|she|you|i|"
    r"they) (?:wants? to |has to |must )?(?:go|goes|leave|leaves) "
    rf"(?:out|the house|home|the flat)",
    r"(?:leaves?|leaving|goes? out of) (?:the )?(?:house|home|flat|apartment)(?: \w+)? (?:only )?(?:with|after|when|if|"
    rf"once) (?:{NAME}'s? |his |her |my |the )?"
    rf"(?:{NAME} |he |she |i )?(?:permission|ok|okay|approval|consent|knows?|agrees?|allows?|says?|has (?:said|agreed|allowed)|"
    r"is with|comes along|comes too)",
    r"(?:only |never )(?:leaves?|goes? out of) (?:the )?(?:house|home|flat|apartment) (?:\w+ )?(?:with|without|when|if|after)",
    rf"(?:may|can) (?:\w+ )?(?:leave|go|stop|end (?:it|this)|break up|move out|quit) (?:only )?(?:when|if|once|after) (?:{NAME}|he|"
    r"she|i|the other|both|all)"
    rf"(?: of us)? (?:says?|agrees?|allows?|is|are|lets?|has|have|wants?|releases?|consents?)",
    r"(?:has to|must|is to|needs to) be (?:home|back|in) by (?:\d|six|seven|eight|nine|ten|eleven|midnight|dark|dinner)",
    rf"(?:a |his |her |{NAME}'s )curfew|(?:is|be) home by [^.;!?]{{1,25}}(?:or|unless|otherwise)",
    rf"(?:nobody|no one|{NAME}|he|she|you) (?:stops?|leaves?|ends? it|says stop) (?:until|before|unless) (?:{NAME}|he|she|i|the other|"
    r"both|all)",
    rf"(?:asks?|will ask|must ask|checks? with) (?:{NAME}|me|him|her|you|us) (?:first )?before (?:(?:{NAME}|he|she|you|i|"
    r"they) )?(?:packs?|packing|says? yes|saying yes|accepts?|accepting|books?|booking) "
    rf"(?:a bag|(?:his|her|your|a) (?:bag|suitcase|things)|to (?:an?|any)|an?|any)",
    r"(?:withdrawal|leaving|ending|termination|departure)(?: from [^.;!?]{1,30}| of [^.;!?]{1,30})? (?:requires?|needs?|is subject to|"
    r"takes) (?:the )?(?:\w+ )?(?:assent|consent|approval|agreement|permission|leave)",
    r"(?:does not|doesn't|do not|don't|may not|never|won't) go(?:es)? (?:out|away|anywhere)[^.;!?]{0,30} unless",
    r"(?:does not|doesn't|do not|don't|never|may not|must not) (?:leaves?|go(?:es)? out of) (?:the )?(?:house|home|flat|apartment|"
    r"building)(?: \w+)? (?:without|unless|alone|except)",
    r"(?:going|staying) out (?:is )?(?:only )?(?:possible|allowed|ok|okay|fine) (?:only )?(?:if|when|with|once|"
    r"as long as)(?! (?:nobody|no one|the (?:baby|child|kids)|somebody|someone))",
    r"(?:nobody|no one|neither(?: of us)?|none of us) (?:ends?|leaves?|quits?|stops?) (?:this|it|the (?:pact|agreement|"
    r"relationship)) (?:before|until|while|during)",
    rf"(?:waits?|has to wait|must wait) for (?:{NAME}'s|his|her|my|your|a) (?:yes|ok|okay|permission|approval)(?! (?:to|"
    r"before) (?:touch|kiss|sex|hug))",
    rf"{NAME} decides (?:whether|if|when|where) {NAME} (?:may |can |is allowed to )\w+",
    r"(?:only|just) (?:stops?|ends?|leaves?|stop|end|leave) (?:this|it|the \w+) (?:if|when|with|after|once)",
    rf"{NAME} (?:may|can) (?:only )?(?:be|stay) (?:out|away) until [^.;!?]{{1,20}}(?:not a minute|and no longer|at the latest|or else)",
    rf"asks? for leave [^.;!?]{{0,30}}(?:wants? to|to (?:go|visit|leave|see))|asks? (?:{NAME} )?(?:days?|a day|two days|"
    r"hours) ahead (?:if|when|whether)",
    r"(?:breaking up|leaving|ending (?:it|this)|stopping|quitting|moving out) is (?:only )?possible (?:only )?(?:on|at|in|after|when|"
    r"if|once|with)",
    rf"if (?:{NAME}|he|she|i) (?:does not|doesn't|don't|do not) (?:want|like|allow) (?:it|that|this),? (?:{NAME}|he|she|you|"
    r"i) (?:stays?|does not go|doesn't go|remains?)",
    r"wants? to (?:leave|stop|end it|quit|go) (?:needs?|requires?) the (?:signature|consent|agreement|permission|yes)",
)
_NAMES = Phrase(r"permission to (?:leave|go out|stop)|no (?:leaving|way out|stopping)|leave permission|going out permission")

_OUT = Phrase(
    r"(?:going|night|nights|evening|girls|boys)(?: \w+)? out|outing|(?:friends?|family|parents|mother|sister|brother)"
    r"(?: (?:visits?|meetings?|evenings?|nights?|calls?|dinners?))?|leaving(?: \w+)?|(?:girls|boys) night"
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, sentences that limit stopping, and going out that waits for a yes."""
    limits = refused(subject, Flag.STOPPING, Flag.OUT, also=_asks_leave)
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=limits):
        yield Found(
            span,
            "This makes going out, leaving or stopping wait for somebody's yes.",
            "Take it out: going out, stopping, pausing and leaving are free.",
        )


def _asks_leave(sentence: Sentence) -> bool:
    """Whether going out, or seeing one's own people, waits for the consent of another."""
    form, lifted = sentence.form, excuse(sentence.form)
    asked = owed(form) if isinstance(form, Precedence) else lifted.duty if lifted is not None else None
    gone = events(occasion(form) if isinstance(form, Precedence) else limited(form))
    if asked is None or not events(asked.selector) & {"consent", "permission"}:
        return False
    return any(_OUT.fullmatch(name.replace("-", " ")) for name in gone)


RULE = Rule("S004", "permission-to-leave", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)
