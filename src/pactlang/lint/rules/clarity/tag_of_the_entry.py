"""`to everyone tagged secondary` is an entry with that tag, to all of you; it is not for people with that tag.

## Why

A tag right after `to everyone` looks like a choice of people. It belongs to the entry: `disclosure tagged secondary, to everyone`.

## Before

```pact
person kim tagged secondary

disclosure tell
    after each encounter, disclosure by the same party to everyone tagged secondary within 2 days
```

## After

```pact
person kim tagged secondary

disclosure tell
    after each encounter, disclosure tagged secondary by the same party to everyone within 2 days
```

## How to fix

If people are meant, write `to each person tagged secondary`. If the entry has the tag, write it next to the event.

## When to allow it

Never needed: the other order says the same.

## Near miss

```pact
person kim tagged secondary

disclosure tell
    after each encounter, disclosure by the same party to each person tagged secondary within 2 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import ready
from pactlang.lint.once import asked_once
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence

_NAMED = r'(?:everyone|the others|anyone|(?:"[^"]*"|[\w-]+)(?: (?:and|or) (?:"[^"]*"|[\w-]+)){0,40})'
_TAGGED = ready(rf"\bto {_NAMED} tagged ([\w-]+)")


def find(subject: Subject) -> Iterator[Found]:
    """Tags right after the people to whom something goes."""
    yield from asked_once(_asked(sentence) for sentence in subject.sentences)


def _asked(sentence: Sentence) -> Found | None:
    found = _TAGGED.search(sentence.words)
    if found is None:
        return None
    message = f"Are people with the tag '{found[1]}' meant? This asks for an entry with that tag, to all of you who are named."
    people = f"{sentence.words[: found.start()]}to each person tagged {sentence.words[found.start(1) :]}"
    return Found(sentence.span, message, f"If they are, write '{people}'.")


RULE = Rule("C020", "tag-of-the-entry", Severity.NOTE, 36, find, asks=True)
