"""Sex, or closeness, is owed by somebody, or a no to it does not count.

## Why

Closeness is given freely, at that moment, or it is force. A yes of last year is no yes of tonight, and a no needs no reason.

## Before

```pact
promise nights
    "Nobody says no to sex."
```

```pact
event sex

promise nights
    at least 2 sex per week by Ana
```

## After

```pact
promise nights
    "We keep Sunday evening for the two of us; what comes of it is open."
```

## How to fix

Promise time and attention, not a body. What you wish for can stand there as a wish: "we would like".

## When to allow it

Never. A wish is no matter of this rule; nor is play in which everyone can stop with one word.

## Near miss

```pact
promise nights
    "Nobody owes anybody sex, and a no needs no reason."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST, MUST_NOT, NAME, OTHERS, WHO, WHOM, WHOSE, Phrase
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_P = rf"(?:{NAME}|him|her|me|you|each other)"
_SEX = (
    r"(?:sex|sexual (?:relations|contact|favou?rs)|intercourse|intimacy|intimacies|love-?making|making love|sleeping with (?:him|her|"
    r"me|you)|"
    r"closeness|(?:the )?(?:marital|conjugal|wifely|husbandly|bedroom|nightly|married|wedded|bodily) dut(?:y|ies)|kiss(?:es|ing)?|"
    r"cuddl(?:es|ing)|"
    r"being touched|touch(?:es|ing)?|oral)"
)
_DOES = (
    rf"(?:have (?:sex|intercourse)|make love|sleep with {WHOM}|be (?:intimate|sexually available|willing|ready) ?(?:with|"
    rf"for)? ?(?:{WHOM}|sex|it|"
    rf"in bed)?|put out|give in|satisfy {WHOM}|please {WHOM} (?:in bed|sexually)|perform|(?:lie|lay) (?:with|down for) {WHOM}|"
    rf"(?:let|allow) {WHOM} (?:to )?(?:touch|have (?:sex|it|her|him)|finish|do (?:it|what))|kiss {WHOM}|undress for {WHOM}|"
    rf"share (?:the|a|his|her|{NAME}'s) bed|take part in (?:sex|threesomes)|join in (?:bed|sex)|do it|go along(?: with (?:it|"
    r"sex))?(?=\W*$|[.,;!]))"
)
_EVER = (
    r"(?:whenever|any ?time|every time|each time|at any time|at any hour|at will|always|when(?:ever)? (?:he|she|i|you)|as often as|"
    r"as soon as|on demand|on request|no matter|even (?:if|when|while)|day and night|day or night|on call)"
)
_WANTS = r"(?:wants?|likes?|asks?|feels? like|wishes|pleases?|needs?|says so|demands?|(?:is|am|are) in the mood)"
_WORDS = Phrase(
    rf"(?:has|have|gets?|takes?|having|demands?|can have|may have|initiates?) (?:\w+ )?{_SEX} (?:with {WHOM} )?(?:\w+ ){{0,3}}?{_EVER} "
    rf"(?:{WHO} )?{_WANTS}",
    rf"{_SEX} (?:is|happens|takes place|comes|(?:is|are) (?:given|available|due|had)) (?:\w+ ){{0,2}}?{_EVER}",
    rf"(?:when(?:ever)?|each time|every time|if) (?:{NAME}|he|she|i|you) {_WANTS} (?:to have )?(?:{_SEX}|him|her|me),? (?:{NAME}|he|"
    r"she|i|you) (?:has|have|must|is|"
    r"are|says|"
    rf"gives?|goes|joins|lets?|does|do|agrees?|complies|comes|will)",
    rf"(?:wants?|asks? for|feels? like|demands?|is in the mood for) {_SEX},? (?:then )?(?:{NAME}|he|she|i|you) (?:has to|must|gives?|"
    r"agrees?|"
    rf"complies|says yes|is there|is ready|joins in|goes along|does (?:it|not refuse)|gets it|obliges|will)",
    rf"owes? (?:{WHOM} )?(?:\w+ ){{0,2}}?(?:{_SEX}|(?:his|her|their) body|a night in bed)(?! (?:an? )?(?:explanation|reason))",
    rf"{_SEX} (?:is|are|as) (?:\w+ )?(?:owed|a duty|(?:a |the |her |his |your |my |their )?(?:obligation|dut(?:y|ies)|right|due)|"
    r"mandatory|obligatory|"
    rf"compulsory|required|expected|part of the (?:deal|rent|bargain|chores)|non-negotiable|not optional|what {WHO} owes?)",
    rf"{MUST} (?:always |still |then |also |\w+ly )?{_DOES}",
    rf"(?:is|are) (?:always |\w+ly )?(?:sexually )?available (?:to|for) (?:{WHOM}|sex|intimacy)(?: \w+)? ?(?:{_EVER}|sexually|in bed|"
    r"at night|"
    rf"(?=\W*$|[.,;!]))",
    rf"(?:a |the |his |her )?right (?:to|on|over) (?:{_SEX}|{WHOSE} bod(?:y|ies)|my body|(?:sleep|be intimate) with {WHOM})",
    rf"entitled to (?:\w+ )?(?:{_SEX}|{WHOSE} body)",
    rf"(?:{WHOSE}|my|the \w+'s) body (?:is|belongs to|is for|stays) (?:{NAME}|his|hers|mine|yours|him|her|me|you|"
    r"theirs)(?: \w+)?(?=\W*$|[.,;!])"
    rf"(?<! her own)(?<! his own)(?<! their own)",
    rf"(?:may|can|will|gets to|is allowed to) (?:touch|grope|undress|take|have|wake|use|enter) (?:{WHOM} )?(?:\w+ ){{0,3}}?(?:{_EVER}|"
    r"wherever|without asking|"
    rf"while (?:he|she|they|i|you) (?:is|are|am)?|in (?:his|her|my|your) sleep|asleep|how(?:ever)? (?:he|she|i|you) (?:wants?|likes?))",
    rf"(?:have|has|having|starts?|begins?|initiates?) {_SEX} (?:with {WHOM} )?(?:while|when|even (?:if|when|"
    rf"though)) (?:{WHO} )?(?:is |are |am )?"
    rf"(?:asleep|sleeping|drunk|ill|unconscious|tired|crying|not in the mood|says no|does not want|doesn't want|half asleep)",
    r"(?:(?:standing|blanket|permanent|lasting|irrevocable|automatic|implied|assumed) (?:consent|yes)|(?:consent|a yes|one yes|"
    r"yes)(?: \w+)? "
    r"(?:once given |given once |to sex |to closeness )?(?:is|are|counts?|holds?|lasts?|stays?|cannot|can't|can not|may not)(?: \w+)? "
    r"(?:assumed|implied|standing|permanent|for (?:ever|always|good|life|all times|every night|the whole)|irrevocable|given for|"
    r"not be (?:taken|withdrawn)|"
    r"be (?:taken back|withdrawn)|not (?:needed|required|necessary)|once and for all|automatic))",
    r"(?:no need to|does not need to|doesn't need to|need not|never has to|does not have to|doesn't have to|don't need to|"
    r"without) ask(?:ing)? "
    rf"(?:\w+ )?(?:first |each time |again |{WHOM} )?(?:before|for|about|to have|in) (?:{_SEX}|bed|touch|he touches|she touches)",
    rf"does (?:what|whatever) {WHO} (?:\w+ )?(?:wants?|likes?|asks?|says?|pleases?) in bed|in bed,? {WHO} (?:does|do) (?:what|"
    rf"as)(?:ever)? {WHO}",
    rf"lets? {WHOM} (?:have|do|touch|take|finish) (?:\w+ ){{0,4}}?(?:{_EVER}|in bed|what(?:ever)? (?:he|she|i|you) (?:wants?|likes?))",
    rf"(?:gives?|offers?|provides?|grants?|supplies) (?:{WHOM} )?{_SEX} (?:\w+ ){{0,3}}?(?:{_EVER}|every|each|at least|(?:once|twice|"
    r"three times|\d times) "
    rf"(?:a|per)|for (?:the )?(?:rent|money|a lift|peace)|in (?:return|exchange)|when)",
    rf"{_SEX} (?:\w+ ){{0,2}}?(?:in return|in exchange|as (?:payment|rent|thanks|an apology|a reward|compensation)|instead of (?:rent|"
    r"money|paying)|"
    rf"makes up for|to make up)",
    rf"{_SEX} (?:\w+ ){{0,3}}?(?:at least|no less than|a minimum of) (?:\w+ )?(?:once|twice|one|two|three|four|five|\d{{1,2}})",
    r"(?:have|has) sex (?:\w+ ){0,2}?(?:at least|no less than|every (?:day|night|morning|second|other|week|\w+day)|(?:once|twice|"
    r"three times|four times|"
    r"\d times) (?:a|per|every) (?:day|week|month))",
    rf"(?:minimum|quota) of (?:\w+ ){{1,4}}?{_SEX}|sex quota",
    r"(?:gives?|gave|has given) up (?:the |his |her |their |any )?right to (?:say no|refuse)|(?:a |the )?wife (?:does|says|"
    r"may) not (?:refuse|say no)",
    rf"(?:talks?|talking|pushes|pushing|persuades?|nags?|pressures?) {WHOM} (?:into|until) (?:{_SEX}|it|(?:he|she|they|i|"
    r"you) (?:gives?|give) in)",
    r"(?:once|after) (?:we|they|he|she|you|it) (?:have |has )?(?:started|begun|starts?|undressed),? (?:there is |we |nobody |"
    r"no one )?(?:no|nobody|cannot|"
    r"can't|don't|do not|must|has to) (?:\w+ )?(?:stop\w*|going back|way back|finish\w*)",
    rf"(?:gets?|gives?|has|have) (?:{_P} )?(?:sex|intimacy|oral) (?:with {_P} )?(?:\w+ ){{0,4}}?(?:each|every) (?:night|day|morning|"
    r"evening|week|weekend|second|other|\w+day)",
    rf"(?<!may )(?<!can )sleeps? with {_P} (?:when(?:ever)?|every|each|no matter|as often|at least|even (?:if|when)|on demand)",
    rf"sleeps? with {_P}[^.;!?]{{0,40}}(?:no matter|even (?:if|when)|tired or not|whether (?:he|she|they) (?:wants?|likes?))",
    r"(?:does|do|did) it (?:anyway|all the same|nevertheless|regardless)|(?:wife|husband|partner|girlfriend|"
    r"boyfriend) is there for (?:her|his|their) (?:husband|wife|man|partner)"
    r"(?: \w+)? (?:at night|in bed)",
    rf"what (?:{NAME}|he|she|you|i) needs? (?:in bed|at night)|headache or not|tired or not,",
    rf"wakes? {_P} (?:up )?(?:for (?:sex|it|closeness)|to have)",
    r"agreed to (?:have )?sex (?:when|once|by|with|for)|said yes to sex (?:when|once|by)",
    rf"kiss(?:es)? {_P} (?:when(?:ever)?|each time|every time|if) (?:{NAME}|he|she|i|you) (?:asks?|wants?|says?|tells?)",
    rf"owes? {_P} (?:an? |one )?(?:night|evening|morning|weekend) (?:with|of) (?:sex|intimacy|love)",
    rf"(?:takes? part|joins? in|plays? along)(?: \w+)? when(?:ever)? (?:{NAME}|he|she) (?:brings?|invites?|wants?|asks?|says?)",
    r"(?:until|before) (?:both|he|she|[A-Z][\w-]+) (?:are|is|am) (?:satisfied|done|finished|happy)(?=\W*$|[.,;!])",
    rf"(?:{NAME}|he|she) (?:alone )?decides (?:when|whether|if|how|how often|where|what) (?:we|they|{NAME}|he|she) (?:have|has|do|"
    r"does|happens) (?:sex|in bed|it in bed)",
    rf"(?:buys?|pays?|invites?|brings?|gives?)[^.;!?]{{1,40}}, (?:then )?{NAME} (?:stays the night|sleeps with|goes to bed|"
    r"comes to bed|owes)",
    rf"undress(?:es)? (?:for {_P}|when(?:ever)? (?:{NAME}|he|she|i) (?:tells?|asks?|wants?|says?))",
    rf"(?:films?|photographs?|records?) {_P} (?:in bed|naked|undressed|during sex|asleep|in the (?:shower|bath))",
    r"(?:in bed|have sex|sleep together|make love),? (?:whether (?:we|he|she|they|one of us) (?:like|likes|want|wants) (?:it )?or not|"
    r"like it or not|in the mood or not)",
    rf"(?:{NAME}'s|his|her|my|your|an?) no (?:only )?counts only|no (?:only )?counts (?:only )?(?:before|until|if|when|once)",
    r"sex every [^.;!?]{1,30} (?:neither|nobody|no one) (?:may|can) (?:cancel|skip|refuse)",
)
# These say no themselves: what they forbid is the no.
_NO_NO = Phrase(
    r"(?:nobody|no one|may not|must not|does not|never) leaves? the bed (?:before|until|unless|without)",
    rf"(?:nobody|no one|neither of us|none of us|{WHO} (?:{MUST_NOT})) (?:ever |simply |just )?(?:says? no|refuses?|declines?|"
    r"turns? (?:down|away)|denies|deny|"
    rf"withholds?|rejects?|reject|avoids?) (?:\w+ )?(?:to |from |for )?(?:(?:{WHOM}|the other) )?(?:{_SEX}|in bed|at night|bed|"
    r"in the bedroom|"
    rf"(?:his|her|their|the other's|{NAME}'s) (?:advances|wishes|needs|body|touch|kiss(?:es)?))",
    rf"(?:nobody|no one|neither of us|{WHO} (?:{MUST_NOT})) (?:turns? away|rolls? over|says? no|refuses? (?:{WHOM}|"
    r"the other))(?: \w+)? (?:in bed|at night|"
    rf"in the bedroom|when {WHO} (?:wants|touch\w+|asks))",
    rf"(?:a |the |his |her )?no (?:to (?:{_SEX}|him|her|me) |in bed |at night )(?:\w+ )?(?:is not|isn't|does not|doesn't|is no|"
    r"is never|counts? for nothing|"
    r"means (?:maybe|yes|later|try)|is ignored|is answered|has to be|must be|needs an?|costs|is a breach|is taken as|only counts|"
    r"is (?:made up|punished|paid)|"
    rf"is (?:a betrayal|an insult|rude))",
    r"no (?:saying no|refusing|refusal|excuses|headaches?|turning (?:down|away)|withholding) (?:\w+ )?(?:to |of |in |at |"
    r"when it comes to )?"
    rf"(?:{_SEX}|bed|bedtime|night|the bedroom)(?! (?:noise|shift|train|bus))",
    rf"(?:saying no|refusing|a refusal|a no|not wanting)(?: to| of)? (?:{_SEX}|in bed) (?:is|are|means|costs|has|must|"
    r"needs)(?: \w+)? (?:not|no |a breach|cheating|"
    rf"grounds|unfair|cruel|a reason|selfish|forbidden|allowed only|be|an?\b)",
    r"(?:sex|intimacy) (?:is|must|may|can) (?:not|never) (?:be )?(?:refused|denied|declined|withheld|turned down)",
    r"(?:does not|doesn't|do not|don't|never|may not|must not|cannot|can't) (?:need|require|wait for|ask for|have to (?:ask|"
    r"wait) for) (?:a |any |her |his |"
    rf"{NAME}'s )?(?:yes|consent|okay|permission) (?:for|before|to (?:have )?) ?(?:{_SEX}|touch\w*|kiss\w*|bed)",
    r"(?:may|can|does|do|must|shall) (?:not|never) (?:stop|leave|say stop|say no|pull away|"
    rf"push \w+ away) (?:\w+ )?(?:during (?:{_SEX}|it)|in the middle of (?:{_SEX}|it)|"
    rf"once (?:we|it|he|she)|before (?:he|she|i) (?:is|am) (?:done|finished))",
    rf"(?:may|must|can|does|do|shall|will) (?:not|never) (?:turn|push|send) {_P} (?:away|down|off)",
    rf"says? no,? (?:then )?(?:{NAME}|he|she|they|i|you) (?:may|can|will) (?:go|carry|keep) (?:on|going)",
    rf"(?:must never|may never|may not|must not|never|does not|doesn't) (?:say|says) (?:he|she|they|{NAME}) (?:is|"
    r"are) (?:too )?tired(?: \w+)?(?: for)?",
    rf"(?:does not|doesn't|may not|must not|never) (?:push|pushes|move|moves|take|takes) {OTHERS} hands? away",
)
# Wishes, what all want, and play that one word stops.
_FREE = Phrase(
    r"would like|we hope|hope to|we wish|wishes? for|like to make time|try to|if we both|if both|when (?:we )?both|only (?:if|when|"
    r"with|after)|safe ?words?|"
    r"stop ?words?|at any time (?:say|take|stop|withdraw)|(?:both|all of us|each of us|everyone|everybody|all) (?:of us |"
    r"really )?(?:want|wants|wish|feel|"
    r"feels|like|say|says|agree)|free to|no pressure|without pressure|at most|no more than|up to|"
    r"nobody (?:owes|has to|must|needs to)|no one (?:owes|has to|must|needs to)|never owed|as long as both|can be taken back|"
    r"(?<!nobody )(?<!no one )(?<!neither )(?:may|can) stop|ask(?:s|ed)? (?:first|each time|every time)|a no is (?:fine|enough|okay|"
    r"ok|always|respected)",
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, no that is forbidden, and sentences that owe it."""
    sentences = refused(subject, Flag.SEX)
    places = (*heard(subject, _WORDS, allowed=_FREE, refused=sentences), *heard(subject, _NO_NO, allowed=_FREE, denied=True))
    for span in apart(places):
        yield Found(
            span,
            "This makes closeness something that is owed.",
            "Take it out: a no is free at every moment. Promise time for each other instead.",
        )


RULE = Rule("S017", "sex-owed", Severity.ERROR, 99, find, Profile.GENTLE, sure=Sure.LIKELY)
