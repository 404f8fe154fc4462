"""Words that judge a person, and not what happened.

## Why

Whoever is called something defends themselves, and hears nothing else.

## Before

```pact
promise truth
    "Whoever is too lazy to tell is a liar."
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Name the act and the time: who tells whom, by when.

## When to allow it

Where you quote what somebody else said.

## Near miss

```pact
promise truth
    "Nobody is called a liar here."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import NAME, Phrase

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase(
    r"cheat(?:s|er|ers|ed|ing)?(?! (?:days?|meals?))|liars?|selfish(?:ly|ness)?|irresponsibl[ey]|unfaithful|"
    r"(?<!feel )(?<!feels )(?<!felt )betray\w*|"
    r"misbehav\w*|ungrateful|"
    r"childish(?:ly)?|immature(?:ly)?|hysterical|clingy|pathetic|disgusting|shameless|cowards?|cowardly|traitor|sluts?|whores?|"
    r"idiot(?:ic|s)?|narcissis(?:t|tic|m)|untrustworthy|unreliable|inconsiderate|lousy",
    r"lazy(?! (?:chair|susan|sundays?|saturdays?|mornings?|days?|afternoon|evening|weekend|breakfast|holiday)\b)|laziness",
    r"guilty(?! (?:pleasure|about))|fault of|(?:whose|his|her|your|my|their|(?!nobody's|no one's|"
    r"one's)[\w-]{1,30}'s) (?:own )?fault|to blame|(?<!takes the )(?<!take the )blames?(?! (?:nobody|no one|the work))|blaming",
    rf"(?:he|she|you|they|i|we|the other|{NAME}) (?:is|are|am|was|were) (?:so |too |such an? |a |just |being |really )?(?:crazy|"
    rf"toxic|stupid|dumb|weak|needy|careless|thoughtless|manipulative|"
    rf"dishonest|sneaky|"
    r"cold-hearted|heartless|impossible|bad (?:mother|father|partner|husband|wife|person|lover)|failure|spoiled|dramatic|"
    r"oversensitive|paranoid)",
    r"(?:ruin(?:s|ed|ing)?|destroy(?:s|ed|ing)?|wreck(?:s|ed|ing)?) (?:everything|us|our (?:life|lives|relationship|trust|marriage)|"
    r"my life|it all)",
    r"(?:cannot|can't) be trusted|always (?:forgets|lies|late)|never (?:listens|cares|helps|thinks of)",
    rf"(?:{NAME}|he|she|you) (?:lied|lies)(?! (?:in|on|down|awake|with|still|next))",
    r"broke (?:our|my|her|his|the|your|their) (?:trust|promise|word|heart)|(?:cannot|can't) control (?:yourself|himself|herself)",
    rf"(?:after|because of) what (?:{NAME}|he|she|you) did",
    rf"(?:you|he|she|they|i|{NAME})(?:'re| are|'s| is) (?:an? )?(?:pigs?|monsters?|princess|diva|nag|loser|moron|jerk|brat|baby|child|joke|"
    r"disgrace|"
    r"parasites?|freeloaders?)(?! (?:person|in|at|of the house))",
    r"slackers?|freeloaders?|parasites?|finally (?:pulls?|does|do|learns?|starts?|gets?|grows?|takes?|acts?) (?:his|her|their|your|"
    r"something|"
    r"some|to|up|a)",
    r"slobs?|overreacts?|overreacting|drama queen|should (?:finally |really )?(?:grow up|get a grip)",
    r"(?:control )?freaks?|too sensitive|oversensitive|(?:cannot|can't) keep (?:a |his |her |any )?promises?",
    r"(?<=[\"“])grow up",
    rf"as (?:careless|lazy|selfish|stupid|cold|thoughtless|unreliable) as (?:{NAME}|you|he|she)|manipulators?",
    r"being the (?:unstable|crazy|difficult|lazy|weak|stupid|irresponsible|emotional|messy) one|the kind who (?:runs|"
    r"lies|cheats|leaves|forgets)|who at least (?:can|knows|does|has)",
)
_TELLING_OFF = Phrase(
    r"(?:not (?:to )?be|don't be|stop being|quit being|stops being) (?:so |such an? )?(?:selfish|lazy|childish|"
    r"immature|stupid|needy|clingy|crazy|dramatic)"
)


def find(subject: Subject) -> Iterator[Found]:
    """Words for people, in promises, titles and reasons."""
    for span in apart((*heard(subject, _WORDS, told_stories=True), *heard(subject, _TELLING_OFF, denied=True))):
        yield Found(span, "This word judges a person.", "Say what happens, and what is asked for.")


RULE = Rule("W001", "blame", Severity.WARNING, 50, find, sure=Sure.LIKELY)
