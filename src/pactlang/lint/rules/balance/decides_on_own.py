"""Someone decides on what they asked for, spent or broke themselves.

## Why

If the one who asks is the one who decides, the sentence asks nothing of them, and the others find out when it is done.

## Before

```pact
pact "The board"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use team

promise requests
    after each request, decision by Ana and Ben within 14 days
```

```pact
pact "The club"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

cap money
    at most 250 EUR of expense per month by each party

boundary large
    no expense where amount is at least 100 unless consent by Ana within the last 14 days

repair
    after each breach of money, decision by Ana within 7 days
```

## After

```pact
pact "The board"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use team

promise requests
    after each request, decision by at least 2 of the others within 14 days
```

## How to fix

Let the others decide: `by the others`, `by at least 2 of the others`. Or say whose requests are meant: `after each request by Cleo`.

## When to allow it

If it is that person's own money, or nobody minds.

## Near miss

```pact
pact "The club"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

promise requests
    after each request by Cleo, decision by Ana and Ben within 14 days
    after each request, decision by everyone within 14 days

boundary large
    no expense by Ben or Cleo where amount is at least 100 unless consent by Ana within the last 14 days
    no expense where amount is at least 300 unless consent by the others within the last 14 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import doer, events, excuse, limited, occasion, owed
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.symmetry import Kind, named, table
from pactlang.model.agreement import BreachTrigger, Parties, Response
from pactlang.words.words import people_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Form, Sentence

_FILE = "decides_on_own"


def find(subject: Subject) -> Iterator[Found]:
    """Decisions, and yeses for money, by some of the parties, where what is decided may be their own doing."""
    for sentence in subject.sentences:
        of, who = _decided(subject, sentence)
        if not who or sentence.not_applied:
            continue
        deciding = named(who, subject.agreement.parties)
        own = [one for one in deciding if one in of]
        if not own or len(deciding) == len(subject.agreement.parties):
            continue
        what = "broke" if _after_breach(sentence.form) else "asked for" if owed(sentence.form) is not None else "want to spend"
        if len(own) > 1:
            message = f"Here {people_words(own, 'and' if who.every else 'or')} decide on what they {what} themselves."
        else:
            message = f"Here {own[0]} decides on what {own[0]} {what.replace('want', 'wants')}."
        yield Found(sentence.span, message, "Let the others decide on that: `by the others`, or `by at least 2 of the others`.")


def _decided(subject: Subject, sentence: Sentence) -> tuple[tuple[str, ...], Parties | None]:
    """Whose doing it decides on, and who decides, if these are named and each of them is asked."""
    form, parties = sentence.form, subject.agreement.parties
    lifted, duty = excuse(form), owed(form)
    if lifted is not None:
        known = subject.agreement.vocabulary.events
        money = [one for one in events(limited(form)) if one in listed(_FILE, "spent") or (one in known and known[one].unit)]
        if money and events(lifted.duty.selector) & listed(_FILE, "decides") and isinstance(lifted.duty.by, Parties):
            return named(doer(limited(form)), parties), lifted.duty.by
    elif isinstance(form, Response) and duty is not None and isinstance(duty.by, Parties):
        decides = events(duty.selector) & listed(_FILE, "decides")
        if decides and _after_breach(form):
            return _bound(subject, form), duty.by
        if decides and events(occasion(form)) & listed(_FILE, "asked"):
            return named(doer(occasion(form)), parties), duty.by
    return (), None


def _after_breach(form: Form) -> bool:
    return isinstance(getattr(form, "trigger", None), BreachTrigger)


def _bound(subject: Subject, form: Response) -> tuple[str, ...]:
    """Whom the clauses bind whose breach it follows."""
    of = form.trigger.clauses if isinstance(form.trigger, BreachTrigger) else ()
    rows = [row for row in table(subject.agreement) if row.clause is not None and row.clause.name in of]
    bound = {party for row in rows if row.kind in (Kind.DUTY, Kind.LIMIT) for party in row.parties}
    return tuple(party for party in subject.agreement.parties if party in bound)


RULE = Rule("B014", "decides-on-own", Severity.WARNING, 61, find, sure=Sure.LIKELY)
