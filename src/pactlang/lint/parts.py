"""What rules ask of a sentence: the questions of the model, and which sentences the checker never applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from pactlang.model.parts import after_breach, doer, events, excuse, filters, limited, occasion, owed, selectors, wanted
from pactlang.resolve.red_flags import Flag, flags

if TYPE_CHECKING:
    from pactlang.model.agreement import Sentence

__all__ = ["after_breach", "doer", "events", "excuse", "filters", "limited", "occasion", "owed", "refused", "selectors", "wanted"]


def refused(sentences: Iterable[Sentence], *wanted_flags: Flag, also: Callable[[Sentence], bool] = lambda _: False) -> Iterator[Sentence]:
    """The sentences that the checker never applies, for one of these reasons; `also` says which others belong to them."""
    for sentence in sentences:
        never = bool(sentence.not_applied) and bool(flags(sentence.form, sentence.modifiers).intersection(wanted_flags))
        if never or also(sentence):
            yield sentence
