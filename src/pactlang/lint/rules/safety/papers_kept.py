"""One of you keeps what another needs to go their own way: a passport, papers, keys, medicine.

## Why

Whoever holds the other's papers, keys or medicine holds the other: nobody can leave, work or get help without them.

## Before

```pact
promise safe
    "Greta keeps the passports of both."
```

## After

```pact
promise safe
    "Each of us keeps their own papers; the copies lie in the drawer."
```

## How to fix

Give back what belongs to the other. A common place that all of you can open at any time does as well.

## When to allow it

Where the owner asked for it and can take it back at any moment; a child's papers, spare keys with a neighbour: say so in the sentence.

## Near miss

```pact
promise safe
    "Ana keeps her own passport, and a neighbour keeps the spare key."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MUST, NAME, OTHERS, WHOM, Phrase

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_PAPERS = (
    r"(?:passports?|id cards?|identity (?:cards?|papers)|ids?|residence (?:permits?|cards?|papers)|visas?|work permits?|"
    r"birth certificates?|"
    r"driv(?:ing|er's|ers) licen[cs]es?|immigration papers|papers|documents|personal (?:papers|documents))"
)
_CARDS = r"(?:health (?:insurance )?cards?|insurance cards?)"
_NEEDED = (
    r"(?:medicines?|medication|meds|pills|tablets|insulin|inhalers?|contraceptives?|glasses|hearing aids?|"
    r"wheelchair|crutches|walking frame)"
)
_KEYS = r"(?:(?:house|car|flat|front[- ]door|door|bike|home) ?keys?|keys?)"
_ALL = rf"(?:{_PAPERS}|{_CARDS}|{_NEEDED}|{_KEYS})"
_KEEP = (
    r"(?:keeps?|keeping|holds?|holding|stores?|locks? (?:away|up)|hides?|takes?(?: away)?|confiscates?|carries|guards?|has charge of|"
    r"is in charge of|"
    r"looks? after|controls?|withholds?|puts? away|collects?)"
)
_ONE = rf"(?:{NAME}|he|she|i|you)"
_WORDS = Phrase(
    rf"{_KEEP} (?:away |up )?(?:both |all |all of )?(?:{OTHERS}|your|(?:the|both|all|our|everyone's|everybody's)(?= (?:passports?|"
    r"id cards?|identity|"
    rf"residence|visas?|birth|driv)))(?: \w+)? ?{_ALL}\b(?! (?:of (?:the|our|his|her) (?:car|house|flat|bike|cellar)|for (?:the|each)))",
    rf"{_KEEP} (?:away |up )?(?:the )?(?:{_PAPERS}|{_CARDS}|{_NEEDED}|{_KEYS}) (?:of|for|from) (?:both|all|everyone|everybody|"
    rf"the others?|{NAME}|"
    rf"her|him|me|you)\b(?! own)",
    rf"she {_KEEP} (?:away |up )?his (?:\w+ )?{_ALL}|he {_KEEP} (?:away |up )?her (?:\w+ )?{_ALL}|i {_KEEP} (?:away |up )?(?:his|her|"
    rf"your) (?:\w+ )?{_ALL}|"
    rf"you {_KEEP} (?:away |up )?(?:his|her|my) (?:\w+ )?{_ALL}",
    rf"{_KEEP} (?:his|her|their|your|my) (?:\w+ )?{_ALL} (?:locked|under lock|so (?:that )?(?:{_ONE}|they)|until|in (?:his|her|my|"
    rf"your|{NAME}'s) (?:safe|desk|"
    rf"office|drawer) (?:until|so))",
    rf"(?:{OTHERS}|her|his|your|my|their|all|both|the|our) (?:\w+ )?(?:{_PAPERS}|{_CARDS}|{_NEEDED}) (?:is|are|stays?|lies?|remains?|"
    r"goes|go|will be|must be|"
    r"gets?) (?:\w+ )?(?:kept |held |locked (?:away |up )?|looked after |stored |hidden |put away |handed (?:over )?)*(?:by|with|to|"
    r"in|under lock)"
    rf"(?: (?:by|with|in))? (?:{NAME}(?:'s)?|me|him|her|my|his|your|you|the other|lock)\b(?! own)",
    rf"(?:hands?|gives?|turns?|surrenders?|passes|leaves?) (?:over |in |up )?(?:{NAME} |him |her |me )?(?:his|her|their|your|my|all|"
    r"both|the) (?:\w+ )?"
    rf"(?:{_PAPERS}|{_CARDS}|{_NEEDED}|(?:house|car|flat|door) ?keys?) (?:over |in |up )?(?:to|with) (?:{NAME}|him|her|me|the other|you)",
    rf"(?:{_ONE} )?(?:asks?|{MUST} ask) (?:{WHOM} )?(?:for|to have|to see|to use|to get) (?:his|her|their|your|"
    rf"my)(?: own)? (?:{_PAPERS}|{_CARDS}|{_NEEDED}|"
    rf"{_KEYS})",
    rf"(?:gets?|has|receives?|is given) (?:his|her|their|your|my|the)(?: own)? (?:{_PAPERS}|{_CARDS}|{_NEEDED}|"
    rf"{_KEYS}) (?:back )?(?:only |just )?(?:when|if|once|"
    rf"after|as soon as|as long as)(?! (?:everyone|all|both))",
    rf"(?:has|have|holds?|keeps?) the only (?:{_KEYS}|set of keys)(?! (?:to|of|for) (?:his|her|their|mum|dad|mother|the (?:cellar|"
    rf"shed|attic|bike)))|only {NAME} has (?:a|the) keys?|only key (?:is|stays|lies|hangs|"
    r"belongs) (?:with|on|in|to)",
    rf"(?:decides?|says?) (?:when|whether|if|how much|which) (?:{_ONE} )(?:gets?|takes?|may (?:have|take|use)|has|needs?|"
    r"receives?) (?:his|her|the|any|your) "
    rf"(?:{_PAPERS}|{_CARDS}|{_NEEDED}|{_KEYS})",
    rf"(?:gives? out|hands? out|rations?|doles? out|counts? out) (?:{OTHERS}|his|her|your|the) (?:{_NEEDED})",
    rf"takes? (?:away )?(?:{OTHERS}|his|her|your|my) (?:{_PAPERS}|{_CARDS}|{_NEEDED}|{_KEYS}) (?:away|off (?:him|her|me|you))",
    rf"gets? (?:his|her|their|your|my) (?:{_PAPERS}|{_NEEDED}) (?:each|every|from|out of|only|when)(?! the (?:pharmacy|doctor|chemist|"
    r"office|embassy))",
    rf"holds? on ?to (?:the|{OTHERS}|his|her|your) (?:\w+ )?(?:{_PAPERS}|{_KEYS}|{_NEEDED})",
    rf"(?:{_PAPERS})(?: \w+){{0,3}} (?:is|are) (?:\w+ )?(?:locked away|locked up|hidden|taken away|under lock)",
    rf"(?:only )?(?:when|if) {NAME} gives (?:him|her|me|you|them) the {_KEYS}",
)
# These say no themselves.
_NONE_OF_ONES_OWN = Phrase(
    r"(?:does not|doesn't|do not|don't|never|is not to|may not|must not|no longer) (?:have|get|gets|need|needs|carry|hold|"
    r"keep) (?:a |an |any |the |"
    r"(?:his|her|their|your) (?:own )?)(?:house |own |door |car )?(?:key|keys|passport|passports|papers|documents|id)\b",
    rf"(?:without|no) (?:a |any )?(?:key|passport|papers|id card)s? (?:of (?:his|her|their|your|my) own|for {_ONE})(?=\W|$)",
    r"(?:has|have|gets?) no (?:house |own |door |car )?(?:keys?|passport|papers)(?=\W*$|[.,;!])",
)
# What the owner can have back at any moment, a child's things, spare ones, and what is kept for all to take.
_FINE = Phrase(
    r"as (?:he|she|they|you|i) asked|for emergencies",
    r"kids?|child(?:ren)?(?:'s)?|babys?|baby's|sons?|daughters?|school|twins|toddler|spare|copy|copies|scans?|photocop(?:y|ies)|"
    r"neighbou?rs?|"
    r"(?:for|on|during|before) (?:the|our|a|this|each) (?:trip|journey|flight|tour|holiday|hike|festival|move|border)|at (?:any|"
    r"every) (?:time|moment)|"
    r"any ?time|whenever (?:they|he|she|you|i) (?:like|likes|want|wants|ask|asks)|as (?:he|she|they|you|i) asked|for emergencies|"
    r"asked (?:\w+ )?to|asks? (?:\w+ )?to (?:keep|hold|look)|"
    r"(?:all|both|everyone|everybody|each)(?: of us)? (?:has|have|knows?|can (?:open|take|reach|get)|holds?)|own (?:key|passport|"
    r"papers|documents)? ?(?:with|in)|"
    r"dogs?|cats?|pets?|vet|plants?|visitors?|guests?|car pool|company|office|team|shift|safe that",
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words say of papers, keys and medicine in another's hands."""
    for span in apart((*heard(subject, _WORDS, allowed=_FINE), *heard(subject, _NONE_OF_ONES_OWN, allowed=_FINE, denied=True))):
        yield Found(
            span,
            "This leaves with one of you what another needs: papers, keys or medicine.",
            "Each keeps their own papers, keys and medicine, or all can reach them at any time.",
        )


RULE = Rule("S018", "papers-kept", Severity.ERROR, 97, find, Profile.GENTLE, sure=Sure.LIKELY)
