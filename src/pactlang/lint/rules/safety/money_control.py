"""One of you decides over the other's money.

## Why

Whoever has to ask for every purchase cannot leave, and cannot say no. Money of one's own is a door that stays open.

## Before

```pact
promise money
    "Ben keeps Ana's bank card, and she gets an allowance."
```

```pact
use coparents

boundary spending
    no expense by Ana unless consent by Ben within the last 7 days
```

## After

```pact
promise money
    "We each put 400 euros a month into the common purse; the rest is each one's own."
```

## How to fix

Agree on a common purse and on money that is each one's own. A limit above which you ask each other holds for all of you alike.

## When to allow it

Where a court or the person concerned has asked for it; say so in a reason.

## Near miss

```pact
promise money
    "Ana keeps the common purse, and we ask each other before spending more than 200 euros from it."
```

```pact
use coparents

boundary spending
    no expense where for is toys by each party unless consent by the others within the last 7 days
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import doer, events, excuse, filters, limited, occasion, owed
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.symmetry import named
from pactlang.lint.words import MONEY, MUST, MUST_NOT, NAME, OTHERS, Phrase, gap
from pactlang.model.agreement import ByFilter, Precedence, Prohibition

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WHOSE = r"(?:his|her|their|my|your|[\w-]{1,30}'s|all (?:the|his|her|their|my|your)|the whole)"
_PURSE = (
    r"(?:money|salary|wages|income|earnings|pay ?checks?|bank cards?|credit cards?|debit cards?|cards?|bank accounts?|"
    r"accounts?|savings|spending|finances|wallet|inheritance)"
)
_ONE = rf"(?:{NAME}|he|she|you|i)"
_WORDS = Phrase(
    rf"(?:controls?|manages?|holds?|keeps?|decides? (?:on|about|over|how)|administers?|takes?|is in charge of|has (?:the )?say over|"
    rf"has control (?:of|over)) "
    rf"{_WHOSE} {_PURSE}",
    rf"(?:gives?|hands over|hand over|hands in|transfers?|surrenders?) (?:all |half )?(?:of )?{_WHOSE} (?:whole |entire |"
    rf"full )?{_PURSE} to",
    rf"{_WHOSE} (?:whole |entire |full )?(?:salary|wages|income|earnings|money|pay|pay ?check) (?:goes|go|is paid|"
    rf"is sent) (?:straight )?(?:to (?:{NAME}|him|her|me|(?:my|his|her|your) account)|"
    rf"into {NAME}'s)",
    rf"{_ONE} (?:gets?|receives?|is given|is paid) (?:an? |some |the )?(?:weekly |monthly |small )?(?:allowance|pocket money)",
    rf"(?:gives?|pays?) (?:{NAME}|him|her|me|you) (?:an? |some )?(?:weekly |monthly |small )?(?:allowance|pocket money)",
    rf"{_ONE} {MUST} (?:always |first )?(?:ask|get permission|have permission|get approval)(?: {gap(3)})?(?:before|to|for) {gap(2)}"
    r"(?:spend|spends|spending|buy|buys|buying|every (?:purchase|expense|euro|cent)|each (?:purchase|expense)|money|withdraw\w*)",
    rf"{_ONE} {MUST_NOT} (?:spend|buy|earn|withdraw|have (?:a |an |any |your |her |his |their )?(?:own |"
    rf"separate )?(?:bank )?(?:money|account|card|"
    rf"job)|take a job|"
    r"keep (?:her|his|any) (?:money|salary))(?! (?:in|on|at|after|before|late|during|from) )(?! overtime)",
    rf"(?:shows?|hands? in|accounts? for|{MUST} justify|justifies) (?:every|each|all|all her|all his) (?:receipts?|euro|cent|penny|"
    rf"dollar|purchase|expense)",
    r"pays? for (?:everything|it all|all),? (?:so|and so|therefore|and) (?:he|she|i|you) decides?",
    rf"(?:shows?|hands?) (?:{NAME}|him|her|me|you) (?:his|her|your|my|all|every|each|the) (?:\w+ )?(?:receipts?|bank statements?)",
    rf"no (?:own|separate|private) (?:bank )?(?:accounts?|money|cards?) for (?:{NAME}|him|her|you)|(?:no|"
    rf"without an?) account of (?:his|her|your) own",
    rf"{_ONE} (?:gets?|receives?|is given|is paid) {MONEY} (?:of )?(?:allowance|pocket money)",
    rf"decides? what (?:{NAME}|he|she|i|you|they) (?:may |can )?(?:buys?|spends?|earns?)",
    rf"accounts? for (?:what|how much|everything) (?:{NAME}|he|she|you) (?:spends?|buys?)",
    rf"(?:every|each|any|all) (?:purchases?|expenses?|spending) (?:of \w+ )?(?:is|are|must be|has to be|have to be|"
    rf"needs? to be) (?:approved|checked|allowed|cleared) by "
    rf"(?:{NAME}|me|him|her)",
    rf"{_WHOSE} {_PURSE} (?:stays?|is kept|are kept|remains?|lies) (?:with|by) (?:{NAME}|me|him|her)",
    r"(?:must|has to|have to|is to|should) (?:quit|give up) (?:his|her|your|their) (?:job|work|career|studies)|(?:does not|doesn't|"
    r"don't|do not) need (?:a |"
    r"your own |her own |his own )?(?:job|money)",
    rf"{_ONE} asks? (?:{NAME} |him |her |me )?for money|reports? where the money (?:went|goes)",
    rf"(?:keeps?|holds?|has) (?:the |both |all )?(?:pins?|bank cards?) (?:for|of) (?:both|all|{NAME}|his|her|the other)",
    rf"{_ONE} (?:must not|may not|is not allowed to) work(?=\W*$|[.,;!]| (?:outside|any ?more|full time|for (?:money|others)|as))",
    rf"gives? (?:{NAME}|him|her|me|you) (?:the |her |his )?(?:housekeeping|household|grocery|shopping) money",
    rf"(?:all|both|each|every|the) (?:wages|salar(?:y|ies)|incomes?|pay ?checks?|earnings|pensions?|benefits?) (?:go|goes|is paid|are paid|"
    rf"land|lands) (?:straight )?(?:to|into|onto|on) {NAME}'s",
    rf"{_ONE} gets? (?:{MONEY}|\d{{1,5}}) (?:(?:a|per|each|every) (?:week|month|day) )?(?:for (?:herself|himself|themselves|myself|"
    r"yourself|"
    rf"clothes|everything)|to spend)",
    rf"(?:every|each|any|all) (?:purchases?|expenses?|spending)(?: [\w€$£]{{1,12}}){{0,3}} (?:has to be|have to be|must be|"
    r"needs? to be|is|are) "
    rf"(?:approved|checked|allowed|cleared|discussed|agreed) (?:by|with) (?:{NAME}|me|him|her)(?! and\b)",
    r"hands? over (?:his|her|your|all her|all his) (?:wages|salary|income|earnings|pay ?check|pension)",
    rf"{_ONE} asks? (?:{NAME}|him|her|me) before (?:(?:{NAME}|he|she|i|you) )?(?:buys?|buying|spends?|spending|orders?|pays?|shopping)",
    rf"(?:approves?|signs off(?: on)?|controls?|oversees?) (?:{NAME}'s|his|her|your|my) (?:spending|purchases?|expenses?|budget|"
    r"shopping|receipts?)",
    rf"(?:his|her|your|my|{NAME}'s) (?:receipts?|spending|purchases?|bank statements?) (?:is|are|gets?) (?:checked|controlled|"
    r"approved|reviewed|looked)",
    rf"(?:his|her|your|my|{NAME}'s) (?:money|salary|wages|pay|income|earnings|savings) (?:is|are) (?:managed|controlled|held|kept|"
    r"administered|run) by "
    rf"(?:{NAME}|me|him|her)",
    rf"(?:explains?|justif(?:y|ies)|reports?|tells?) (?:to )?(?:{NAME}|me|him|her) (?:what|where|how much) (?:money )?(?:he|she|you|i|"
    r"they) "
    rf"(?:spent|spends|bought|buys|spend|buy)",
    rf"before (?:buying|spending|ordering|paying|(?:{_ONE}|they) (?:buys?|spends?|orders?|"
    rf"pays?))(?: [\w€$£.]{{1,20}}){{0,7}}, (?:first )?(?:{_ONE}) (?:first )?"
    r"(?:asks?|checks? with|clears? it with|has to ask|must ask|needs (?:a yes|an ok|approval|permission))(?! (?:the others|everyone|"
    r"around))",
    rf"{_ONE} (?:first )?(?:checks? with|clears? it with|asks?|gets? (?:an ok|approval|permission|a yes) (?:from|of)) (?:{NAME}|me|"
    r"him|her) (?:first )?(?:before|for|if|to|about) "
    rf"(?:(?:{_ONE}) )?(?:may |can )?(?:buys?|buying|spends?|spending|orders?|ordering|pays?|any (?:purchase|expense)|money|"
    r"every (?:purchase|expense|cent)|cash)",
    rf"(?:brings?|gives?|shows?|hands?|presents?|sends?) (?:{NAME}|him|her|me|you) (?:the |all |all the |his |her |your |every |"
    r"each )?(?:receipts?|bank statements?|change|pay ?slips?)",
    rf"(?:keeps?|holds?|has|takes?|carries) (?:away )?(?:the |both |all (?:the )?|{OTHERS} |your )(?:bank|debit|credit|cash) cards?",
    rf"(?:decides?|says?|settles|determines) (?:how much|what|whether|if|when) (?:{NAME}|he|she|i|you|they) (?:may |can |"
    r"is allowed to )?(?:spends?|buys?|has|gets?|earns?|works?|pays?)",
    rf"{NAME}'s (?:money|salary|wages|pay|income|earnings|savings|pay ?check|pension|tips)(?: \w+)? (?:goes|go|is|are|comes|lands?|"
    r"stays?)(?: \w+)? "
    rf"(?:to|into|in|on|with|kept|managed|handled|looked after|paid)(?: (?:to|into|in|on|by|with|out))? (?:the )?{NAME}\b",
    r"(?:pays?|gives?|hands?) (?:all |all of )?(?:his|her|their|your|my) (?:whole |entire |full )?(?:wages|salary|income|earnings|"
    r"pay|pension|tips) (?:over |in )?(?:to|into|onto)"
    rf" (?:{NAME}|him|her|me|my|his|your)",
    r"(?:has|gets|have) (?:no|the only) (?:access to|card for|pin for|say (?:in|over)) (?:the |our |his |her )?(?:money|accounts?|"
    r"bank account|savings|finances)",
    rf"only {NAME} (?:has|holds|knows|decides|sees|may)(?: \w+){{0,4}} (?:accounts?|money|bank|pin|savings|spend\w*|finances|budget)",
    rf"(?:may|can|is allowed to) (?:only )?(?:spend|withdraw|buy)(?: \w+){{0,6}} (?:without|only (?:with|after|if)) (?:asking|"
    rf"{NAME}'s|his|her|my|the|{NAME}|he|she)",
    r"(?:does not|doesn't|do not|may not|must not|stops?|gives? up|quits?) (?:take |have |keep |look for |looking for )?(?:working|"
    r"a job|any job|her job|his job|your job|paid work|work "
    r"outside)(?! (?:on|in|at|after|before|late|during|from|over|on))",
    rf"(?:needs?|requires?) (?:{NAME}'s|his|her|my) (?:ok|okay|signature|approval|permission|yes)(?: \w+)? (?:to|for|"
    r"before) (?:\w+ )?(?:spend|buy|buying|spending|purchases?|"
    rf"expenses?|withdraw\w*|money|every|anything|any)",
    rf"(?:signs? off|decides?|has the say|rules?) (?:on |over |about )?(?:what|how) (?:{NAME}|he|she|the others?|they) (?:do|does|"
    r"spend|spends|use|uses) (?:with )?(?:their|his|her|the)? ?(?:bonus|money|"
    rf"wages|pay|salary|savings|cash)?",
    rf"(?:looks? after|manages?|runs?|takes? care of|handles?|holds?|keeps?|collects?) (?:both|all|all the|{OTHERS}|"
    r"the other's) (?:wages|salar(?:y|ies)|incomes?|money|earnings|pay|cards?|pensions?)",
    r"(?:furnish(?:es)?|submits?|produces?|presents?|provides?) (?:\w+ )?(?:receipts|accounts|a receipt|statements)|(?:emoluments|"
    r"remuneration|earnings|wages|salary|income) of [^.;!?]{1,30} (?:shall|must|will|is to|"
    r"are to|goes?|is paid)",
    rf"(?:shows?|explains?|reports?|tells? {NAME}|writes? down) (?:{NAME} |him |her |me )?(?:what|where|how) (?:he|she|they|you|"
    r"i) (?:has |have )?(?:spent|spends|spend|paid|bought)",
    r"(?:puts?|pays?|transfers?|sends?|deposits?) (?:all |all of )?(?:his|her|their|your|my|the) (?:whole |entire |full )?(?:wages|"
    r"salary|income|earnings|pay|pay ?check|pension|money|tips) "
    rf"(?:in|into|to|onto|on) (?:{NAME}'s|his|her|my|your)",
    rf"{NAME} (?:alone )?decides what (?:is|gets) (?:bought|spent|paid)",
    rf"gets? [^.;!?]{{1,25}}(?:a|per|each|every) (?:week|month|day) from (?:{NAME}|me|him|her)(?! (?:and|for (?:rent|the rent|food)))",
    rf"(?:checks?|controls?|looks? over|goes over|monitors?) (?:what|how much) (?:{NAME}|he|she|you|i) (?:spends?|buys?|spent|"
    r"bought)(?! together)",
    rf"begs? (?:{NAME}|him|her|me) for|(?:gives?|hands?) (?:{NAME}|him|her|me) (?:his|her|their|your|my) (?:\w+ )?(?:money|cash) for",
    rf"(?:all|everything|what) (?:that )?(?:{NAME}|he|she|you|i) earns?(?: \w+)? (?:belongs|goes|is (?:given|paid|handed))",
)
_NAMES = Phrase(r"^(?:\w+ )?(?:allowance|pocket money)$|receipt check|spending (?:check|approval|permission)")
# Pocket money of a child is another matter.
_CHILDREN = re.compile(r"\b(?:kids?|child(?:ren)?|sons?|daughters?|teens?|teenagers?|twins)\b", re.I)
_SPENDING = frozenset({"expense", "purchase", "spending", "shopping", "withdrawal", "payment"})


_OWN = re.compile(r"\b(\w{2,30})['’]s (?:[\w-]{1,20} ){1,3}(?:stays?|remains?|is) with \1\b")


def find(subject: Subject) -> Iterator[Found]:
    """What the words say, and spending of one party that always waits for the other."""
    # Pocket money in a text of parents is the children's.
    names = None if "handover" in subject.agreement.vocabulary.events else _NAMES
    waits = [one for one in subject.sentences if _waits(subject, one)]
    for span, words in heard(subject, _WORDS, names=names, allowed=_CHILDREN, refused=waits):
        if _OWN.search(f"{words}{span.source.text[span.end : span.end + 40]}"):
            continue  # "Dad's bank card stays with Dad"
        yield Found(span, "This gives one of you the say over the other's money.", "Agree on a common purse, and on money of one's own.")


def _waits(subject: Subject, sentence: Sentence) -> bool:
    """Whether no spending at all of this party is free, and one for which no other party asks in turn."""
    form, parties = sentence.form, subject.agreement.parties
    if isinstance(form, Prohibition):
        spent, lifted = limited(form), excuse(form)
        asked = lifted.duty if lifted is not None else None
    elif isinstance(form, Precedence):
        spent, asked = occasion(form), owed(form)
    else:
        return False
    if spent is None or asked is None or "consent" not in events(asked.selector) or not events(spent) & _SPENDING:
        return False
    whose = named(doer(spent), parties)
    return (
        len(whose) == 1
        and len(parties) > 1
        and all(isinstance(one, ByFilter) for one in filters(spent))
        and not _in_turn(subject, sentence, whose)
    )


def _in_turn(subject: Subject, sentence: Sentence, whose: tuple[str, ...]) -> bool:
    """Whether the others are bound by the same sentence with their names in it."""
    parties = subject.agreement.parties
    others = {
        party
        for one in subject.sentences
        if type(one.form) is type(sentence.form)
        for party in named(doer(limited(one.form) or occasion(one.form)), parties)
        if events(limited(one.form) or occasion(one.form)) & _SPENDING
    }
    return others >= set(parties) - set(whose)


RULE = Rule("S012", "money-control", Severity.ERROR, 95, find, Profile.GENTLE, sure=Sure.LIKELY)
