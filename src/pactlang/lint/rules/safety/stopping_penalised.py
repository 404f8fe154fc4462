"""A pause, a refusal or leaving is made to cost something.

## Why

Stop is unconditional. A stop that has a price is no stop, and a yes next to it is no yes.

## Before

```pact
promise pauses
    "Whoever pauses makes up for it later."
```

```pact
repair
    after each refuse, apology by the same party within 2 days
```

```pact
consent weekly
    consent by Ben every week
```

## After

```pact
pause breather
    anyone may pause encounters for at most 14 days
```

## How to fix

Take the price away. If pauses worry one of you, talk about how they end.

## When to allow it

Never.

## Near miss

```pact
promise pauses
    "Nobody has to make up for a pause."
```

```pact
aftercare
    after each pause, check-in by everyone within 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import MONEY, NAME, Phrase, gap
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_STOPS = (
    r"(?:pauses?|refuses?|says? (?:no|stop)|stops|stop|withdraws?|breaks? up|quits?|ends? (?:it|this|the (?:relationship|pact|agreement))|"
    r"walks? (?:out|away)|uses? (?:the|a|his|her|their|my|your) ?safe ?word|safe ?words?|says? red|takes? a (?:break|pause)|"
    r"calls? a (?:pause|stop)|"
    r"leaves?(?! (?:the (?!relationship|pact|agreement)|a|an|his|her|their|something|last|first|early|late|dirty|dishes|food|it|"
    r"work|any|crumbs)\b))"
)
_WHO = r"(?:whoever|who|anyone who|anybody who|if (?:[\w'-]{1,20} ){1,3}?|when (?:[\w'-]{1,20} ){1,2}?|each time \w+|every time \w+)"
_COSTS = (
    r"(?:pays?(?! (?:the |his |her |their )?(?:rent|bills?|share|deposit|half))|makes? (?:it )?up|owes?|loses|lose|forfeits?|apologi[sz]es|"
    r"does (?:the|all) (?:dishes|chores|cleaning|cooking|laundry)|gives? up|is (?:fined|punished|grounded)|gets? (?:no|nothing)|sleeps on|"
    r"(?:must|has to|have to|needs to) (?:make|apologi[sz]e|pay|justify|give up|earn|compensate|move out|leave|do (?:all|"
    r"extra|the)|take over|explain|give a (?:good )?reason)|leaves? everything|(?:goes|leaves?) with nothing)"
)
_WORDS = Phrase(
    rf"{_WHO} ?{_STOPS}(?: |, )(?:(?!(?:others?|we|everyone|both|nobody|no|not|one|(?-i:[A-Z])\w*)\b)[\w'-]{{1,30}},? ){{0,6}}?{_COSTS}",
    r"(?:a|an|each|every|any|the) (?:pause|refusal|no|stop|safe ?word|break-?up|withdrawal) (?:costs(?! (?:nothing|no\b))|counts as|"
    r"is counted as|is) (?:\w+ )?"
    rf"(?:a breach|a betrayal|broken|breach|betrayal|cheating|punished|paid for|{MONEY}|extra|double|two|the next)",
    r"(?:a|each|every|any) (?:pause|refusal|no|stop|safe ?word) (?:costs(?! (?:nothing|no\b))|is made up(?: for)?|must be (?:made up|"
    r"earned|paid|compensated|justified)|has to be "
    r"(?:made up|earned|paid|compensated|justified))",
    r"(?:pausing|refusing|stopping|leaving|saying no|withdrawing)(?: \w+)? "
    r"(?:costs(?! (?:nothing|no)\b)|(?:is|counts as|means) (?:a )?(?:breach|"
    r"betrayal|cheating|losing|"
    r"giving up|forfeit\w*))",
    rf"{MONEY} {gap(2)}(?:for|per) (?:each|every|any|a) (?:pause|refusal|no\b|stop|safe ?word)",
    r"(?:pauses|refusals|breaks|safe ?words) (?:must be|have to be|are) (?:made up|paid|compensated|earned|justified)",
    r"(?:pausing|refusing|a pause|a no|saying no|stopping) means (?:that )?(?:you|he|she|they|i) (?:don't|do not|doesn't|does not|"
    r"no longer) (?:\w+ )?(?:care|love)",
    r"uses? (?:the|a|his|her) safe ?word[^.;!?]{0,40}(?:counts as|is) (?:failed|lost|broken|over for good)",
    r"(?:skipping|refusing|missing|saying no to) (?:intimacy|sex)(?: \w+){0,2} (?:made up|compensated|paid)",
    r"(?:saying no|a no|refusing|pausing|a pause|stopping|leaving)(?: [\w']{1,20}){0,4}? (?:means|costs|"
    r"is fine, but)(?: [\w']{1,20}){0,3}? "
    r"(?:owes?|no (?:sex|dates?|evenings?|touch|kisses)|pay|make (?:it )?up|lose)",
    r"(?:if|when|whoever) (?:[\w-]{1,20} )?leaves?,? (?:[\w-]{1,20} )?(?:goes|go|leaves?|walks?)(?: [\w-]{1,20}){0,2} (?:with nothing|"
    r"empty-handed|without (?:a (?:cent|penny)|anything))",
    rf"{_WHO} ?{_STOPS}[^.;!?]{{0,30}}, (?:\w+ ){{1,2}}gets (?:an? )?(?:extra|additional|second|free)",
    r"(?:each|every|any) (?:refusal|pause|no|stop) (?:adds|brings|means) (?:a|an|one|two|three|extra|more)(?! (?:talk|check-in|rest|"
    r"break|no|pause|stop)\b)",
    r"(?:says? no|refuses?|pauses?|says? stop)(?: \w+)?,? (?:and )?(?:\w+ ){1,4}(?:is|are) (?:off|cancelled|over|gone|"
    r"out) (?:for (?:him|her|you|them)|"
    r"too\b)",
    r"safe ?word (?:\w+ )?(?:and|means|,) (?:that )?you (?:do not|don't|are not|aren't|won't|no longer) (?:get )?(?:\w+ )?(?:invited|"
    r"asked|welcome|come|"
    r"back)",
    r"if (?:you|he|she) leaves?,? (?:you|he|she) (?:leaves?|loses?|gives? up) (?:the|your|his|her) (?:dog|cat|kids|children|flat|"
    r"house|car|friends|"
    r"home)",
    r"(?:withdrawal|withdrawing|leaving|departure|termination|ending|stopping|quitting|moving out)(?: (?:from|of|this|the|it|early|"
    r"before)[^.;!?]{0,40})? (?:shall |will |must )?"
    r"(?:forfeits?|loses?|costs? (?!nothing)|gives? up|entails?|means (?:the loss|losing|giving))",
    rf"(?:if|when|whoever|once) (?:{NAME} |he |she |you |i |one of us )?(?:wants out|leaves?|moves? out|goes|quits|breaks up|"
    r"breaks it off|ends (?:it|this)|stops|walks out)"
    rf"(?: (?:of|before|early|from|after|during)[^.;!?]{{0,40}})?,? (?:then )?(?:{NAME} |he |she |you |they )?(?:gives? up|loses?|"
    r"forfeits?|leaves? behind|never sees?|does not see|"
    r"will not see|won't see|gets? nothing|pays? (?!the rent|half|his|her|their|until)|buys?|owes?|has to (?:pay|give|leave)|(?:need|"
    r"needs) not come back|(?:does not|doesn't|need not) come back)",
    r"leave (?:before|early|now)[^.;!?]{0,30} and (?:your|his|her) \w+ (?:are|is) gone",
    r"(?:takes?|taking) a (?:sick day|day off|break|pause|time-out)[^.;!?]{0,30} (?:buys?|pays?|owes?|does|gets? the|costs?|makes? up|"
    r"means)",
    r"(?:calls?|calling|uses?|using|asks? for|asking for) (?:a |the )?(?:time-?out|pause|break|"
    r"stop)[^.;!?]{0,40}(?:gets? the (?:couch|sofa)|buys?|pays?|has to explain|explains?|must explain|"
    r"means (?:sleeping|losing|no|extra)|sleeps on|loses|owes)",
    r"(?:if|when|whoever) (?:[\w-]{1,20} )?(?:leaves?|moves? out|goes|quits|breaks up),? (?:[\w-]{1,20} )?(?:leaves?|goes|"
    r"moves out) (?:\w+ )?without",
    r"makes? up for (?:every|each|any|a|the) (?:pause|refusal|no|stop|break)",
    r"(?:whoever|who|if \w+) (?:asks? for|takes?|needs?|wants?) a (?:break|pause|time-?out)[^.;!?]{0,20} (?:does|washes|cleans|cooks|"
    r"pays|buys|owes|loses|gets no)",
    r"(?:if|when) [\w-]{1,20} says no,? (?:the |our |his |her )?\w+ is (?:off|cancelled|over)",
    r"(?:moving out|leaving|breaking up|quitting|ending it) means (?:losing|giving up|paying|no|leaving)",
    r"(?:the|a) safe ?word costs",
)


def find(subject: Subject) -> Iterator[Found]:
    """What stopping would cost: in the words, and as a duty after it; a yes that is owed."""
    owed = [one.span for one in refused(subject, Flag.YES)]
    for span, _ in heard(subject, _WORDS, refused=refused(subject, Flag.COSTS, Flag.YES)):
        if span in owed:
            yield Found(span, "This makes a yes something that is owed.", "A no is free at every moment: ask before what needs the yes.")
        else:
            yield Found(span, "This makes stopping cost something.", "Stopping, refusing and leaving are free.")


RULE = Rule("S008", "stopping-penalised", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)
