"""A promise says more, or less, and not how much.

## Why

"Less" is kept by one minute less. The one who asked for it meant half.

## Before

```pact
promise phones
    "We spend less time on our phones."
```

## After

```pact
promise phones
    "Phones stay in the kitchen from 20:00."
```

## How to fix

Say how much it is now and how much it shall be: at most an hour a day, at least two evenings a week.

## When to allow it

Where any step in that direction is enough, and both have said so.

## Near miss

```pact
promise phones
    "We spend at most 1 hour a day on our phones, which is less than now."
```

```pact
promise kind
    "No more than that, and nothing more to add."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import as_read, sentence_around
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import Phrase, measured
from pactlang.syntax.tree import LineKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_DOING = (
    r"(?:spend|drink|smoke|talk|work|eat|meet|text|call|watch|argue|fight|listen|sleep|help|cook|clean|kiss|cuddle|play|buy|travel|"
    r"exercise|communicate|hug|share|shout|complain|worry|touch|laugh|read|save|swear|nag|tidy)(?:s|es|ing)?"
)
_THINGS = (
    r"(?:time|screen time|alcohol|wine|beer|sugar|meat|phone|work|sex|touch|evenings|dates|date nights|money|noise|arguments|fights|"
    r"help|attention|affection|"
    r"space|quality time|sleep|tv|gaming|meetings|overtime|drinking|smoking|talking|listening|kissing|intimacy|housework|chores|"
    r"exercise|cooking|shopping|"
    r"quarrels|patience|walks|weekends|holidays|fun|romance|closeness|distance)"
)
_WORDS = Phrase(
    rf"{_DOING} (?:(?!no |not |any |once )[\w'-]{{1,30}} ){{0,4}}?(?:more|less|fewer)(?! (?:than|or less|about|important|to (?:say|add)))",
    rf"(?<!no )(?<!any )(?<!once )(?<!much )(?:more|less|fewer) (?:often|frequently|regularly|(?:(?!than|or|of|and|"
    rf"to)[\w-]{{1,20}} )?{_THINGS}|of (?:it|this|that|"
    rf"each other))(?! than)",
    r"(?:cut|cuts|cutting) (?:down|back)(?: on)?|(?:reduces?|reducing|increases?|increasing|lowers?) (?:the |our |his |her |their |"
    r"my |your )?"
    rf"(?:\w+ )?(?:{_THINGS}|amount|number|use|consumption|spending)",
    r"(?:a bit|a little|somewhat) (?:quieter|louder|tidier|earlier|later|softer|kinder|cleaner|faster|slower)(?! than)",
    r"(?:be|is|are|becomes?) (?:home |up |in bed )?(?:earlier|later|quieter|tidier|stricter|more (?:punctual|present|careful|"
    r"attentive|affectionate|open|patient))(?! than)",
    r"(?<=[\"“])(?:more|less|fewer) (?!than|or|of|and|about|on|is|are)[\w-]{1,20}(?: [\w-]{1,20})?(?=\W*$| (?:in|on|at|for|with|from|"
    r"together)\b)",
)


def find(subject: Subject) -> Iterator[Found]:
    """Comparatives in promises that have no number beside them."""
    for line in subject.lines(LineKind.PROMISE):
        text = as_read(line.span.text)
        for said in _WORDS.finditer(text):
            if not measured(sentence_around(text, said.start())):
                yield Found(line.span.part(*said.span()), f'"{said[0]}" names a direction and no measure.', "Say how much, or how often.")


RULE = Rule("C009", "direction-without-measure", Severity.NOTE, 42, find, sure=Sure.LIKELY)
