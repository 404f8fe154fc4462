"""What rules ask of a sentence: the questions of the model, and which sentences the checker never applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pactlang.model.parts import after_breach, doer, events, excuse, filters, limited, occasion, owed, selectors, wanted
from pactlang.resolve.free import Around
from pactlang.resolve.red_flags import Flag, flags

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Form, Sentence

__all__ = [
    "SLIPS",
    "TROUBLE",
    "after_breach",
    "after_trouble",
    "doer",
    "events",
    "excuse",
    "filters",
    "limited",
    "occasion",
    "owed",
    "refused",
    "selectors",
    "wanted",
]


# Events that say that something went wrong between people.
TROUBLE = frozenset({"conflict", "incident", "quarrel", "argument", "fight", "rupture"})
# Events that say that somebody did what they had meant not to do.
SLIPS = frozenset({"slip", "relapse", "lapse", "late-arrival", "no-show"})


def after_trouble(form: Form) -> bool:
    """Whether a sentence says what follows a breach, or trouble, whoever began it."""
    event = occasion(form)
    return after_breach(form) or (event is not None and doer(event) is None and bool(events(event) & TROUBLE))


def refused(subject: Subject, *wanted_flags: Flag, also: Callable[[Sentence], bool] = lambda _: False) -> Iterator[Sentence]:
    """The sentences that the checker never applies, for one of these reasons; `also` says which others belong to them."""
    around = Around.of(subject.agreement.parties, subject.agreement.states)
    for sentence in subject.sentences:
        never = bool(sentence.not_applied) and bool(flags(sentence.form, sentence.modifiers, around).intersection(wanted_flags))
        if never or also(sentence):
            yield sentence
