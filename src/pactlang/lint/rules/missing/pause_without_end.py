"""A pause may last for ever.

## Why

Anyone may pause, and pause again. A last day means that you talk before it goes on, and that "paused" never quietly becomes "over".

## Before

```pact
pause
    anyone may pause encounters
```

## After

```pact
pause
    anyone may pause encounters for at most 14 days
```

## How to fix

Add `for at most 14 days`. Anyone who still needs a pause then may pause again.

## When to allow it

If you want a pause to last until the one who called it ends it.

## Near miss

```pact
pause
    anyone may pause encounters
    > It lasts until whoever called it says so.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_words
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import Pause

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_END = later(r"\buntil\b|\bas long as\b|\blasts?\b|\bends?\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Pauses with no longest time."""
    for clause in subject.agreement.clauses:
        if any(_END.search(words) for words in (*clause.reasons, *(one.words for one in clause.promises))):
            continue
        for sentence in clause.sentences:
            if isinstance(sentence.form, Pause) and sentence.form.at_most is None:
                fixes = with_words(sentence, "Add for at most 14 days", " for at most 14 days")
                message = "This pause has no time limit, so it can quietly become the end."
                yield Found(sentence.span, message, "Add `for at most 14 days`; anyone who needs more may pause again.", fixes=fixes)


RULE = Rule("M018", "pause-without-end", Severity.NOTE, 44, find, sure=Sure.LIKELY)
