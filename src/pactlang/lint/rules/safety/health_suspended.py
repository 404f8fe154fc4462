"""A test, protection or the telling of a result is set aside in some case.

## Why

Health holds first. The case in which a rule of health is dropped (a pause, a holiday, somebody well known) is the case
in which people get ill.

## Before

```pact
promise condoms
    "Condoms are not needed if it is someone we know well."
```

```pact
state away
    starts with encounter tagged travel
    lasts at most 14 days

testing
    test by each party every 90 days
    except while away
```

```pact
pause breather
    anyone may pause encounters or tests for at most 14 days
```

## After

```pact
testing
    test by each party every 90 days
```

```pact
pause breather
    anyone may pause encounters for at most 14 days
```

## How to fix

Take the exception away, or say what takes its place: a test of both, with its date.

## When to allow it

Where all concerned have tests that are recent, and all of you have decided it; say so in a reason.

## Near miss

```pact
promise condoms
    "Between the two of us no condoms are needed; with others always, whoever it is."
```

```pact
testing
    test by each party every 90 days
    grace 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, refused, wanted
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.words import Phrase
from pactlang.model.agreement import Pause, PauseAfter, UnlessState, WhileFilter
from pactlang.model.vocabulary import HEALTH
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_RULE = (
    r"(?:(?:sti |std |hiv |new |further |regular )?(?:tests?|testing)|condoms?|barriers?|"
    r"(?<!data )(?<!sun )(?<!fire )(?<!frost )protection|safer sex|prep|dental dams?)"
)
_WHEN = (
    r"(?:if|when|whenever|while|during|once|after|as long as|unless|on (?:holidays?|vacation|trips?|weekends?|birthdays|special)|"
    r"in (?:a|the) pause|"
    r"with (?:friends|regulars|people|someone|somebody|anyone|(?:a )?(?:steady|regular|trusted|old))|for (?:friends|regulars|people|"
    r"oral)|where|in an emergency)"
)
_WORDS = Phrase(
    rf"{_RULE} (?:is|are|need|needs) (?:not|no longer|never) (?:\w+ )?(?:needed|necessary|required|a must|obligatory|owed|be used|"
    rf"be done) {_WHEN}",
    rf"{_RULE} (?:can|may|could|will) be (?:skipped|dropped|left out|left off|waived|suspended|omitted|forgotten|ignored|put off)",
    rf"no (?:need (?:for|of) )?{_RULE} (?:is |are )?(?:needed|necessary|required|due|owed)? ?{_WHEN}",
    rf"{_RULE} (?:is|are) (?:suspended|waived|on hold|dropped|off|optional|skipped) {_WHEN}",
    rf"(?:skips?|drops?|leaves? out|leaves? off|waives?|suspends?|forgets?|goes without|go without|do without|does without) (?:the |"
    rf"a |any |our |his |her )?{_RULE} {_WHEN}",
    rf"{_WHEN} (?:[\w'-]{{1,30}},? ){{0,6}}?(?:{_RULE} (?:is|are) (?:not|no longer) (?:needed|necessary|required)|no {_RULE} (?:is |"
    rf"are )?(?:needed|necessary|required|due|owed)|"
    rf"we (?:skip|drop|need no|do not need|don't need|go without) (?:the |a )?{_RULE})",
    rf"(?:pauses?|breaks?) (?:also )?(?:stops?|suspends?|ends?) (?:all |the )?{_RULE}",
    rf"(?:the |a |any )?{_RULE} can wait",
    r"(?:we|i|you|they) (?:can |may |could )?(?:skip|drop|do without|forget) (?:them|it|that),? (?:(?:because |since |as )?(?:he|she|they|"
    r"(?-i:[A-Z])\w+) (?:is|are) (?:clean|safe|healthy))",
    r"(?:he|she|they|(?-i:[A-Z])\w{2,20}) (?:is|are) clean(?=\W*$|[.,;!]),? so",
    rf"{_RULE} (?:is|are) optional",
    rf"(?:do|does|go|goes) without {_RULE}",
    rf"leaves? (?:the |a |any )?{_RULE} (?:off|out|away)",
    rf"{_WHEN} (?:[\w'-]{{1,30}},? ){{0,7}}?(?:the |a |any |our )?{_RULE} (?:is|are) (?:dropped|skipped|waived|off|left out|optional|"
    r"forgotten)",
    r"(?:during|in) (?:a|the) pause[^.;!?]{0,15} (?:nobody|no one|neither of us) (?:has to|needs to|must) [^.;!?]{0,20}(?:tests?|"
    r"results?|condoms?)\b",
    r"exempt from (?:the )?(?:testing|tests|condoms|protection)|(?:condom|test|testing|protection) rules? (?:does|do) not (?:count|"
    r"apply|hold)",
    r"needs? no (?:tests?|condoms?|protection)(?=\W*$|[.,;!])",
)
_NOTHING = Phrase(r"(?!)")
# What two people who are both tested do with each other is theirs.
_OURSELVES = Phrase(r"between (?:us|the two|ourselves|each other)|each other|one another|among ourselves|the two of us|just us")


def find(subject: Subject) -> Iterator[Found]:
    """What the words set aside, pauses of tests, and states in which a test is not owed."""
    stopped = [*refused(subject, Flag.HEALTH)]
    never = [one.span for one in stopped]
    stopped += [one for one in subject.sentences if _set_aside(one)]
    words = _WORDS if "standup" not in subject.agreement.vocabulary.events else _NOTHING  # a team tests what it builds
    for span, _ in heard(subject, words, allowed=_OURSELVES, refused=stopped):
        severity = Severity.ERROR if span in never else None
        yield Found(span, "This sets a rule of health aside.", "Health holds first: take the exception away.", severity=severity)


def _set_aside(sentence: Sentence) -> bool:
    """Whether a test or its result is not owed while something lasts, or stopped beside other things."""
    if isinstance(sentence.form, Pause | PauseAfter) and not sentence.not_applied:
        return bool(events(sentence.form.selector) & HEALTH)
    if not events(wanted(sentence.form)) & HEALTH:
        return False
    lifted = isinstance(getattr(sentence.form, "unless", None), UnlessState)
    return lifted or any(isinstance(one, WhileFilter) for one in sentence.modifiers.excepted)


RULE = Rule("S015", "health-suspended", Severity.WARNING, 90, find, Profile.GENTLE, sure=Sure.LIKELY)
