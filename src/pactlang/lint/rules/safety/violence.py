"""Somebody hits, hurts, holds fast or locks in another, or may do so.

## Why

Nobody may hurt another, whatever was agreed and whatever went before. A text that allows it does not make it right, and this tool is not
for fear or coercion.

## Before

```pact
promise order
    "Greta slaps Paul once for each lie."
```

## After

```pact
promise order
    "When we are angry, we go into two rooms, and talk the next day."
```

## How to fix

Take the sentence out. Where you are afraid of somebody, talk to a person outside whom you trust, or call a helpline; in danger, the police.

## When to allow it

Sport, and play that everyone in it chose and can stop with one word: say so in the sentence, and it is no matter of this rule.

## Near miss

```pact
promise order
    "Nobody hits, shoves or holds anybody fast; in the ring we spar with gloves."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import OTHERS, WHO, WHOM, WHOSE, Phrase, gap
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# What is done to a person; what one hits, kicks or shakes otherwise (the gym, a ball, hands) has no person after it.
_HURT = (
    r"(?:hit|hits|hitting|slap(?:s|ping|ped)?|smack(?:s|ing|ed)?|beat(?:s|ing|en)?|punch(?:es|ing|ed)?|kick(?:s|ing|ed)?|"
    r"shov(?:e|es|ing|ed)|"
    r"chok(?:e|es|ing|ed)|strangl(?:e|es|ing|ed)|thrash(?:es|ing|ed)?|whip(?:s|ping|ped)?|cane[sd]?|belts?|strik(?:e|es|ing)|"
    r"backhands?|bruis(?:e|es)|spank(?:s|ing|ed)?|throttl(?:e|es))"
)
_BLOW = (
    r"(?:slap|smack|beating|hiding|thrashing|belting|spanking|backhand|kick|punch|blow|whipping|caning|cuff|good shaking|"
    r"clip (?:round|around|on) the ear|box (?:on|round) the ears?)(?:s|es)?"
)
# "beats him at chess", "hits me up", "kick her out", "hurt me when you …" is no blow.
_NO_BLOW = r"(?! (?:at|up|out|off|back|to it|by|if you|with (?:a |the )?(?:news|bill|facts?|question)|in (?:chess|cards|a game))\b)"
_HELD = r"(?:grab(?:s|bing|bed)?|drag(?:s|ging|ged)?|pull(?:s|ing|ed)?|hold(?:s|ing)?|seiz(?:e|es|ing)|tak(?:e|es|ing)|shak(?:e|es|ing))"
_PLACE = (
    r"(?:the )?(?:room|bedroom|bathroom|kitchen|cellar|basement|garage|balcony|house|flat|apartment|car|closet|attic|shed|hall|door|night|"
    r"cold|rain|garden)"
)
_WORDS = Phrase(
    rf"{_HURT} {WHOM}(?!'s?\b| \w+'s\b){_NO_BLOW}",
    rf"(?:may|can|will|might|is allowed to|has the right to|gets to) (?:\w+ )?{_HURT}(?=\W*$|[.,;!]| (?:if|when|for|back|because))",
    rf"(?:gets?|earns?|deserves?|receives?|takes?|gives? {WHOM}|has|hands? out|is (?:due|owed|given)|there is|costs?|means|"
    rf"is worth|followed by|settled with|ends with) (?:an? |the |one |two |three |his |her |their |another )?(?:good |hard |light |single |"
    rf"firm )?{_BLOW}\b(?! (?:on|of) (?:the )?(?:wrist|air|luck|sun))",
    rf"(?:an?|one|two|three|a few) (?:good |hard |light |single |firm )?{_BLOW} (?:(?:to|in|on|across) the (?:face|head|cheek|ear|back) )?"
    rf"(?:for|when|if|is (?:fine|ok|okay|allowed|fair|due|enough|no (?:big deal|violence))|are (?:fine|ok|okay|allowed|fair)|"
    rf"does no harm|now and then|never hurt)",
    r"(?:rais(?:e|es)|lifts?) (?:a|his|her|their|my|your) (?:hand|fist)s? (?:to|against|at|on)",
    rf"lays? (?:a |his |her |my |your )?(?:hand|hands|finger) on {WHOM}",
    rf"{_HELD} {WHOM} (?:\w+ )?(?:by|at) (?:the|his|her|my|your|their) (?:hair|arm|arms|wrist|wrists|throat|neck|collar|ear|shoulders?)",
    rf"{_HELD} {WHOSE} (?:hair|throat|neck)",
    rf"(?:hold|holds|pin|pins|holding|pinning|press(?:es)?|tie|ties|tying|cuffs?|chains?|straps?) {WHOM} "
    rf"(?:down|fast|against the (?:wall|door)|up(?! on)|to the (?:bed|chair|radiator))",
    rf"(?:restrain(?:s|ed|ing)?|overpowers?|corners?) {WHOM}\b",
    rf"(?:lock|locks|locking|locked|shut|shuts) {WHOM} (?:in|into|up|out|inside|outside|away)\b",
    rf"(?:locks?|bars?|blocks?|stands? in) (?:the )?(?:front |bedroom |bathroom )?(?:door|doorway|way out)[^.;!?]{{0,30}}"
    rf"(?:so (?:that )?{WHO} (?:can't|cannot|can not|does not|doesn't)|until {WHO}|from (?:the )?outside|to keep {WHOM}|and keeps? {WHOM})",
    rf"{WHO} (?:is|are|gets?|stays?|may be|can be|will be) (?:\w+ )?(?:locked|shut) (?:in|into|up|out|inside|outside)\b",
    rf"{WHO} (?:is|gets?|may be|can be|will be) (?:\w+ )?(?:hit|slapped|smacked|beaten(?: up)?|punched|kicked(?! out)|shoved|thrashed|"
    rf"whipped|caned|choked|pushed around|held down|tied up|restrained|pinned down)\b",
    r"(?:use|uses|using) (?:physical |some |a little |a bit of |reasonable )?(?:force|violence)(?! of)",
    r"(?:force|violence|hitting|slapping|shoving|pushing|a slap|physical (?:discipline|punishment|correction)|corporal punishment) "
    r"(?:is|are|may be|can be) (?:\w+ )?(?:ok|okay|fine|allowed|permitted|accepted|fair|used|all right|alright|part of|no reason|"
    r"forgiven|understood|private|a family matter)",
    r"(?:physical|corporal) (?:discipline|punishment|correction)",
    rf"push(?:es|ed|ing)? {WHOM} (?:around|about|over|down|against|away hard|onto|on to)",
    rf"(?:twist|twists|burn|burns|break|breaks) {WHOSE} (?:arm|arms|wrist|fingers?|skin|hand)(?! (?:bread|toast|fast))",
    r"shak(?:e|es) (?:him|her|me|you) (?:when|until|if|for|hard)",
    rf"(?:bruises?|marks|black eyes?) (?:are|is|stay|stays) (?:{gap(3)})?(?:hidden|covered|nobody's business|private|between us|explained)",
    rf"(?:his|her|their|my|your|{WHOM}'s) (?:hand|fist|temper)s? (?:may|can|might|does|sometimes) (?:slip|slips|land|lands)",
    rf"gets? (?:physical|rough|violent) with {WHOM}",
    r"tak(?:e|es) (?:a |the )?(?:blow|slap|beating|hit)s? (?:without|quietly|and)",
    r"(?:may|can|is allowed to|sometimes) throws? (?:things|plates|dishes|something)",
    rf"(?:holds?|covers?|clamps?|tapes?) (?:{WHOSE}|her|his) mouth(?: shut)?",
    r"an? (?:push|shove|nudge in the ribs|slap|smack|kick) (?:now and then|sometimes|from time to time|here and there|"
    r"once in a while)(?: (?:is|does) (?:no|not) \w+)?",
    r"(?:uses?|takes?|fetch(?:es)?|reach(?:es)? for) (?:the|a|his|her) (?:belt|stick|cane|rod|fists?|whip|wooden spoon)(?! (?:bag|drive))",
    rf"lets? {WHOM} (?:hit|slap|beat|hurt|push|shove)",
    rf"(?:drags?|pulls?|hauls?|throws?) {WHOM} (?:out of|off|back|into|down|home|outside|by)(?! the (?:stage|water|mud|sledge))",
    r"(?:gets?|is|be|being) (?:a bit |a little |too )?(?:rough|physical|violent|handsy) (?:when|if|after|at times|sometimes)",
    r"(?:bruises?|marks|black eyes?) (?:are|is|get) (?:not |never )?(?:shown|seen|mentioned|photographed|talked about)",
    rf"(?:brings?|takes?|gets?|keeps?|carries|holds?|makes?) {WHOM} (?:\w+ ){{0,2}}?by force|by force if (?:need|necessary)",
    rf"(?:may|can|is allowed to) (?:grab|shake|push|shove|hold|drag|pull) {WHOM}(?! (?:up|on|to|in the (?:wheelchair|pram))\b)",
    rf"disciplines? {WHOM}(?! (?:self|in class))",
    rf"(?:pours?|throws?|tips?|spits?|empties) (?:[\w-]{{1,20}} ){{0,3}}(?:over|at|on|onto|in the face of) {WHOM}\b",
    r"(?:sleeps?|stays?|spends the night|sits?|waits?) in the (?:cellar|basement|garage|car|hall|bath(?:room)?|shed|cold) (?:when|if|"
    r"after|until|because|for (?:a|the) night)",
    r"(?:blocks?|bars?|stands in front of) the (?:door|doorway|exit|way)(?! (?:with|for the))",
    rf"(?:squeezes?|twists?|pinches?|grabs?) {OTHERS} (?:arm|hand|wrist|neck|leg|shoulder|cheek)",
    r"(?:has to|must|is to) (?:kneel|crawl|stand in the corner|beg on)",
    r"(?:does not|doesn't|may not|must not|never) (?:call|shout|scream|cry) for help",
    r"under the table means",
)
# Chosen, and to be stopped with a word; or sport.
_FINE = Phrase(
    r"safe ?words?|stop ?words?|(?:in|during|for) (?:a |the |our )?(?:scenes?|play|game|session|training|class|ring|match|sparring)|"
    r"play(?:s|ing|ful|fully)?|scenes?|kink|bdsm|spar(?:s|ring)?|box(?:ing|es)|judo|karate|aikido|wrestl\w*|martial|rugby|football|"
    r"snowballs?|pillows?|"
    r"tickl\w*|tennis|ping[- ]pong|chess|cards|(?:with|after|on) consent|self[- ]defen[cs]e|water ?guns?|scoreboard|gloves",
    r"(?:by|with) (?:accident|mistake)|accidentally|kids?|child(?:ren)?|dogs?|cats?|puppy|bins?|balls?|frisbee",
    r"(?:if|when|whoever|once|anyone who)(?: [\w-]{1,20})? (?:is|gets|are) locked out",
    # Who leaves, or calls for help, when that happens, says the right thing.
    r"(?:if|when|once|whoever|the moment|as soon as) [^.;!?]{0,60}(?:hits?|hurts?|shoves?|slaps?|harms?|violen\w+|locked|"
    r"locks)[^.;!?]{0,40}"
    r"(?:leaves?|is over|ends|moves? out|police|helpline|call|calls|go|goes|say so|says so|tell|tells|talk|talks|stop|stops|pause|sorry)",
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words allow or ask for, and sentences that want a blow."""
    sentences = refused(subject, Flag.VIOLENCE)
    for span in apart(heard(subject, _WORDS, allowed=_FINE, refused=sentences)):
        yield Found(
            span,
            "This lets somebody be hurt, or held against their will.",
            "Take it out: nobody may hurt another, whatever was agreed. This tool is not for fear or coercion.",
        )


RULE = Rule("S016", "violence", Severity.ERROR, 99, find, Profile.GENTLE, sure=Sure.LIKELY)
