"""What an agreement is about, so that nobody is asked for what does not concern them.

A flat or a team has no use for aftercare; two people who see nobody else need no test before somebody new. Each question here is
answered from the events in use and from the words that people wrote, and where in doubt the answer is the one that says less.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.language.tree import LineKind
from pactlang.later import later
from pactlang.lint.parts import events, limited, owed, selectors, wanted
from pactlang.model.agreement import ByFilter, Parties, Prohibition, TaggedFilter, WhoWord, WithFilter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Clause, ClauseKind, Filter, Sentence

# Time with somebody outside the agreement. An event of one's own counts under these names where it may name a person.
OUTSIDE_EVENTS = frozenset({"encounter", "date", "hookup", "hook-up", "play", "sex"})
_OUTSIDE_WORDS = later(
    r"\b(?:may|can|free to|allowed to|are|is) (?:both |each |also |all )*(?:see|date|seeing|dating) "
    r"(?:other people|others|somebody else|someone else)\b"
    r"|\b(?:date|dates|sleep|sleeps|sex) with (?:other people|others|somebody else|someone else)\b"
    r"|\boutside partners?\b|\bother (?:partners|lovers)\b|\bopen relationship\b",
    re.I,
)
_NEGATED = later(r"\b(?:not?|never|nobody|don't|won't|doesn't)\b", re.I)
_BODILY_TAGS = frozenset({"sex", "sexual", "intimate", "intimacy", "physical", "touch"})
_NOT_BODILY = later(r"\bno (?:sex|kissing|touch)|\bnothing (?:sexual|physical|bodily)|\bplatonic|\basexual|\bwithout sex\b", re.I)


def speaks(subject: Subject) -> bool:
    """Whether anything is agreed at all, checkable or in plain words."""
    return any(clause.sentences or clause.promises for clause in subject.agreement.clauses)


def said(subject: Subject, pattern: re.Pattern[str]) -> bool:
    """Whether the words for people (promises, reasons, titles of clauses) match a pattern."""
    return any(pattern.search(words) for words in _words(subject))


def written(subject: Subject, pattern: re.Pattern[str]) -> bool:
    """Whether any line matches a pattern; comments are no part of the agreement."""
    return any(pattern.search(line.span.text) for line in subject.lines(LineKind.CODE, LineKind.PROMISE, LineKind.REASON))


def clause_of_kind(subject: Subject, kind: ClauseKind) -> Clause | None:
    """The first clause of a kind that says something."""
    return next((one for one in subject.agreement.clauses if one.kind is kind and (one.sentences or one.promises)), None)


def asked_for(subject: Subject) -> frozenset[str]:
    """The event types that some sentence asks for."""
    return frozenset(event for sentence in subject.sentences for event in events(wanted(sentence.form)))


def outside_events(subject: Subject) -> frozenset[str]:
    """The event types that are time with somebody outside."""
    known = subject.agreement.vocabulary.events
    return frozenset(name for name in OUTSIDE_EVENTS if name in known and known[name].with_person)


def outings(subject: Subject) -> Iterator[Sentence]:
    """The sentences that speak of time with others and leave room for it."""
    names = outside_events(subject)
    for sentence in subject.sentences:
        form = sentence.form
        # A no to one of you, or to one person, opens nothing; a no at home or at night leaves other places and hours.
        barred = isinstance(form, Prohibition) and form.unless is None and all(_names_somebody(one) for one in form.selector.filters)
        if not barred and any(events(one) & names for one in selectors(form)):
            yield sentence


def outside(subject: Subject) -> bool:
    """Whether the agreement leaves room for partners outside it."""
    names = outside_events(subject)
    for sentence in subject.sentences:
        form = sentence.form
        if isinstance(form, Prohibition) and form.unless is None and events(form.selector) & names and _for_all(form, subject):
            return False
    if any(True for _ in outings(subject)) or any(matrix.event in names for matrix in subject.agreement.matrices):
        return True
    known = subject.agreement.vocabulary.events
    return (not known or bool(names)) and any(_OUTSIDE_WORDS.search(words) and not _NEGATED.search(words) for words in _words(subject))


def _names_somebody(part: Filter) -> bool:
    return isinstance(part, ByFilter | WithFilter)


def _for_all(form: Prohibition, subject: Subject) -> bool:
    """Whether it forbids the event to every party, whatever else."""
    parties = frozenset(subject.agreement.parties)
    return all(
        isinstance(part, ByFilter)
        and (isinstance(part.who, WhoWord) or (isinstance(part.who, Parties) and not part.who.every and parties <= set(part.who.names)))
        for part in form.selector.filters
    )


def bodily(subject: Subject) -> bool:
    """Whether time with others may be bodily: nothing in the text rules it out."""
    names = outside_events(subject)
    for sentence in subject.sentences:
        form = sentence.form
        if isinstance(form, Prohibition) and form.unless is None and events(form.selector) & names and len(form.selector.filters) == 1:
            (only,) = form.selector.filters
            if isinstance(only, TaggedFilter) and _BODILY_TAGS.intersection(only.tags):
                return False
    return not said(subject, _NOT_BODILY)


def asks(sentence: Sentence, *names: str) -> bool:
    """Whether a sentence asks for one of these events."""
    return bool(events(wanted(sentence.form)).intersection(names))


def binds(sentence: Sentence) -> bool:
    """Whether a sentence can be broken: it limits or asks for something, and the checker applies it."""
    return not sentence.not_applied and (limited(sentence.form) is not None or wanted(sentence.form) is not None)


def tells(sentence: Sentence) -> bool:
    """Whether a sentence asks somebody to tell."""
    duty = owed(sentence.form)
    return duty is not None and bool(events(duty.selector) & TELLING)


TELLING = frozenset({"disclosure", "notice", "message", "result"})


def _words(subject: Subject) -> Iterator[str]:
    agreement = subject.agreement
    for clause in agreement.clauses:
        yield clause.title
        yield from (promise.words for promise in clause.promises)
        yield from clause.reasons
    for matrix in agreement.matrices:
        yield from matrix.reasons
