"""What one of you does needs the other's consent, but never the other way round.

## Why

If only one of you can say yes, the other asks and waits. That is permission, and it is worth knowing whether you both want it.

## Before

```pact
consent nights
    before each encounter tagged overnight, consent by Ben within the last 7 days
```

```pact
promise evenings
    "Ana plans her evenings only if Ben agrees."
```

## After

```pact
consent nights
    before each encounter tagged overnight, consent by the others within the last 7 days
```

```pact
promise evenings
    "Whoever plans an evening out tells the other a day before."
```

## How to fix

Ask for `consent by the others`: then the one who acts asks, and everyone concerned answers.

## When to allow it

If it is about that person's own room, body or things.

## Near miss

```pact
boundary home
    no encounter at home unless consent by Ben within the last 7 days
```

```pact
promise car
    "Ana asks Ben before she takes his car."
```

```pact
promise evenings
    "Ana books a trip only if Ben agrees."
    "Ben books a trip only if Ana agrees."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.frames import listed
from pactlang.lint.mend import consent_of_others
from pactlang.lint.parts import events, filters, limited, occasion
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.symmetry import Kind, Row, answered, lone, opening, table
from pactlang.lint.themes import asks
from pactlang.model.agreement import AtFilter, Parties, ToFilter
from pactlang.words.words import people_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WILL = (
    r"(?:agrees?|allows?|approves?|permits?|consents?|says (?:yes|so|it is|it's|that)|lets|wants|likes|comes (?:along|too|with)|has "
    r"(?:agreed|allowed|approved|said|given)|is (?:there|fine|okay|ok|with|in favou?r)|gives)"
)
_YES = r"(?:ok|okay|yes|consent|permission|approval|agreement|signature|blessing)"
_ASKS = r"(?:asks|has to ask|must ask|begs|has to beg|checks with|has to check with)"
# What one asks before out of courtesy: somebody's things, somebody's body.
_POLITE = r"(?! (?:he|she|they) (?:takes?|uses?|borrows?|enters?|opens?|touch\w*|wears?|eats?|comes|invites?|brings?|kiss\w*|hugs?|moves?))"
_MAY = r"(?:may|can|is allowed|meets?|sees?|wears?|does|goes|has|gets|works|eats|talks?|speaks?|spends?|posts?)"
_QUESTION = r"(?:whom|who|what|which|when|where|whether|if|how)"
# In these, `{a}` acts and `{b}` is asked.
_WAITS = (
    r"{a} (?:[^.;!?]{{1,60}} )?only (?:if|when|after|once|as long as) {b} " + _WILL,
    r"{a} (?:does not|doesn't|may not|never|must not|cannot|can't) [^.;!?]{{1,60}} (?:unless|until|before) {b} " + _WILL,
    r"{a} (?:[^.;!?]{{1,40}} )?only (?:together )?with {b}(?=\W*$|[.,;!])",
    r"{a} (?:needs?|requires|has to (?:get|have)|must (?:get|have)) {b}['’]s " + _YES,
    r"{a} (?:needs?|gets?|has to (?:get|have)|waits for) (?:a yes|an ok|an okay|the okay|permission|approval|leave) (?:from|of) {b}",
    r"{a} (?:first )?" + _ASKS + r" {b} (?:first )?(?:before|for (?:every|each|permission|leave|a yes)|(?:if|whether) (?:he|she|"
    r"they) (?:may|can))"
    + _POLITE,
    r"{b} (?:alone )?(?:chooses|determines|approves|picks|has to approve|must approve|has to allow|must allow|says|settles) "
    + _QUESTION + r"[^.;!?]{{0,25}} {a} " + _MAY,
    r"{b} (?:has to approve|must approve|approves|has to sign off|signs off on|vets) {a}['’]s",
)  # fmt: skip
# What is the other's own to allow: their body, their home, their picture, their things.
_THEIRS = later(
    r"\b(?:touch\w*|kiss\w*|hugs?|hugging|cuddl\w*|sex|sleeps?|undress\w*|photos?|pictures?|films?|records?|posts?|bed|room|home|flat|"
    r"house|guests?|visitors?|brings?|invites?|over|borrows?|uses?|tells? (?:others|people|anyone|friends))\b",
    re.I,
)
_BODY = later(r"\b(?:room|desk|body|touch\w*|kiss\w*|hugs?|cuddl\w*|undress\w*|photos?|pictures?|films?|borrow\w*|going-in|entering)\b")
_TOGETHER = later(r"\b(?:each other|one another|the other|everyone|everybody|both|each of|kids?|child(?:ren)?|baby)\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that wait for one party's consent, where nobody waits for another's on the same events; promises in words that do."""
    yield from _in_words(subject)
    yield from _in_sentences(subject)


def _in_words(subject: Subject) -> Iterator[Found]:
    parties = subject.agreement.parties
    if "handover" in subject.agreement.vocabulary.events:
        return  # what one parent asks the other is about the children
    waiting = []
    for clause in subject.agreement.clauses:
        for promise in clause.promises:
            pair = None if _TOGETHER.search(promise.words) or _THEIRS.search(promise.words) else _waits(promise.words, parties)
            if pair is not None:
                waiting.append((promise, pair, clause))
    pairs = {pair for _, pair, _ in waiting}
    for promise, (asks_first, asked), clause in waiting:
        silent, severity = answered([clause], parties)
        if (asked, asks_first) not in pairs and not silent:
            message = f"Here {asks_first} waits for a yes from {asked}, but no line was found that waits for anyone else's."
            yield Found(promise.span, message, "Say what holds for each of you, or why it is for one.", severity=severity)


def _waits(words: str, parties: tuple[str, ...]) -> tuple[str, str] | None:
    """Who waits for whom in a promise: the first pair that fits."""
    named = [party for party in parties if re.search(rf"\b{re.escape(party)}\b", words)]
    for one in named:
        for other in named:
            if one != other:
                for pattern in _WAITS:
                    if re.search(rf"\b{pattern.format(a=re.escape(one), b=re.escape(other))}", words):
                        return one, other
    return None


def _in_sentences(subject: Subject) -> Iterator[Found]:
    parties = subject.agreement.parties
    rows = [row for row in table(subject.agreement) if row.kind is Kind.POWER and (row.sentence is None or _consent(row.sentence))]
    asked = [row for row in rows if row.sentence is not None]
    deciding: dict[str, set[str]] = {}
    for row in rows:
        for name in row.events:
            deciding.setdefault(name, set()).update(row.parties)
    yield from _by_some(asked, parties, deciding)
    for row in lone(asked, parties):
        if row.sentence is None or any(len(deciding[name]) > 1 for name in row.events) or _own(row.sentence, row.doers):
            continue
        (party,) = row.parties
        if row.doers == (party,) or _BODY.search(f"{row.sentence.clause} {row.words}"):
            continue  # a consent to what one does oneself, or to what is done to one's own room or body
        silent, severity = answered([row.clause], parties)
        if silent:
            continue
        what = " or ".join(f"`{name}`" for name in sorted(row.events))
        if len(parties) > 2 and row.events <= listed("consent_by_one", "roles"):
            message = f"Only {party} can say yes to this, and nobody is named to step in."
            yield Found(row.span, message, f"Name someone who can if {party} is away: `consent by {party} or NAME`.", severity=severity)
            continue
        message = f"This waits for a yes from {party}, but no sentence about {what} waits for anyone else's."
        if len(row.doers) == 1:  # the others' consent would be that party's again, or give more people a say over one
            advice = f"Leave it to {row.doers[0]}, or say what holds for each of you."
            yield Found(row.span, message, advice, severity=severity)
        else:
            advice, fixes = "`consent by the others` asks everyone concerned.", consent_of_others(row.sentence, party)
            yield Found(row.span, message, advice, fixes=fixes, severity=severity)


def _by_some(asked: list[Row], parties: tuple[str, ...], deciding: dict[str, set[str]]) -> Iterator[Found]:
    """What waits for several of them, where nobody waits for the others: what one does, or whom anyone sees."""
    for row in asked:
        if row.sentence is None or not 1 < len(row.parties) < len(parties) or _own(row.sentence, row.doers):
            continue
        unasked = [party for party in parties if party not in row.parties]
        of_one = tuple(unasked) == row.doers
        private = any(listed("limit_on_one", "private").intersection(name.split("-")) for name in row.events)
        if any(set(unasked) & deciding[name] for name in row.events) or not (of_one or private):
            continue
        silent, severity = answered([row.clause], parties)
        if silent and of_one:
            continue
        who, others = people_words(row.parties, "or" if row.shared else "and"), people_words(unasked, "or")
        message = f"This waits for a yes from {who}, but no sentence about `{' or '.join(sorted(row.events))}` waits for one from {others}."
        yield Found(row.span, message, "`consent by the others` asks everyone concerned.", severity=severity)


def _consent(sentence: Sentence) -> bool:
    opens = opening(sentence.form)
    return asks(sentence, "consent") or (opens is not None and "consent" in events(opens.selector))


def _own(sentence: Sentence, doers: tuple[str, ...]) -> bool:
    """Whether it guards a place or a person: somebody's own home or body. What one alone may not do `at home` guards no place."""
    guarded = (*filters(limited(sentence.form)), *filters(occasion(sentence.form)))
    return any(
        (isinstance(one, AtFilter) and not (len(doers) == 1 and one.places == ("home",)))
        or (isinstance(one, ToFilter) and isinstance(one.who, Parties))
        for one in guarded
    )


RULE = Rule("B004", "consent-by-one", Severity.WARNING, 64, find, yields=True, sure=Sure.LIKELY)
