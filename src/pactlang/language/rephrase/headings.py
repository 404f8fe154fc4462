"""Headings as people write them: titles without a kind, and the kind and the name that a sentence of its own would have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.model import agreement as model
from pactlang.model.vocabulary import LEAVE

if TYPE_CHECKING:
    from pactlang.model.agreement import Form

# What each kind of clause is for.
KINDS = {
    "boundary": "what is not to happen",
    "cap": "how often or how much at most",
    "notice": "what to tell beforehand",
    "consent": "what to ask beforehand",
    "disclosure": "what to tell afterwards",
    "aftercare": "what follows an occasion, to be there for each other",
    "testing": "tests and results",
    "check-in": "talking regularly",
    "review": "looking at the agreement again",
    "pause": "who may stop, and for how long",
    "repair": "what follows a breach",
    "closing": "what is still owed after someone leaves",
    "promise": "anything else that is owed",
}
_OWN_KINDS = frozenset(["rule", "rules", "about", "regarding", "on", "for", "section", "topic"])
_NAME = re.compile(r"[^\W\d_][\w-]*")
_MOST_WORDS = 4
_HOW_OFTEN = frozenset(["daily", "weekly", "monthly"])
_WHEN = frozenset(["after", "before"])
_A_PAIR = 2
_SAYS_MORE = frozenset(
    [
        "no",
        "not",
        "never",
        "nobody",
        "by",
        "at",
        "every",
        "each",
        "per",
        "within",
        "after",
        "before",
        "unless",
        "except",
        "daily",
        "weekly",
        "monthly",
        "everything",
        "everyone",
        "please",
        "off",
        "required",
        "must",
        "should",
        "may",
        "can",
        "is",
        "are",
        "we",
        "tell",
        "only",
        "max",
        "min",
    ]
)
_BY_EVENT = {"disclosure": "disclosure", "result": "testing", "aftercare": "aftercare", "test": "testing", "check-in": "check-in"}


def title_of(text: str, under: bool) -> str:
    """The name that a line in the first column gives a clause, where it is a title and no sentence; `under` says that lines stand under it.

    >>> title_of("rule quiet hours", True), title_of("dishes", True), title_of("no smoking", False)
    ('quiet-hours', 'dishes', '')
    """
    words = text.rstrip(".:!").split()
    if not words or len(words) > _MOST_WORDS or not all(_NAME.fullmatch(word) for word in words):
        return ""
    folded = [word.casefold() for word in words]
    about_when = folded[0] in _WHEN or folded[-1] in _WHEN  # `after breach`, `rest after`, above what is owed then
    said = [word for word in folded if not (under and len(words) == _A_PAIR and about_when and word in _WHEN)]
    says_more = any(word in _SAYS_MORE for word in said) and not (under and folded[0] in _HOW_OFTEN and len(words) == 1)
    if says_more or (not under and len(words) > 1):
        return ""
    if len(words) > 1 and (words[0].casefold() in _OWN_KINDS or words[0] in KINDS):
        words = words[1:]
    return "-".join(words)


def kind_of_words(text: str) -> str:
    """The kind of clause that a sentence belongs under, by how it starts; empty where that cannot be told.

    >>> kind_of_words("at most 4 encounters per month"), kind_of_words("rent by everyone every month on day 1")
    ('cap', 'promise')
    """
    folded = text.casefold()
    for start, kind in (("no ", "boundary"), ("at most ", "cap"), ("max", "cap"), ("anyone may pause", "pause"), ("before ", "notice")):
        if folded.startswith(start):
            return kind
    if folded.startswith("at least ") and " between " in folded:
        return "cap"
    if re.match(r"after (?:each|\d+) breach", folded):
        return "repair"
    if folded.startswith("after each leave"):
        return "closing"
    return next((kind for event, kind in _BY_EVENT.items() if re.search(rf"\b{event}\b", folded)), "promise") if len(folded) > 3 else ""


def clause_of(form: Form) -> tuple[model.ClauseKind, str]:
    """The kind and the name of the clause that a sentence makes where it is typed without a heading."""
    kind = model.ClauseKind
    duty = getattr(form, "duty", None)
    selector = duty.selector if duty is not None else form.selector  # type: ignore[union-attr]
    name = str(selector.noun)
    match form:
        case model.Prohibition():
            return kind.BOUNDARY, name
        case model.Cap() | model.Gap():
            return kind.CAP, name
        case model.Pause() | model.PauseAfter():
            return kind.PAUSE, name
        case model.Precedence():
            return (kind.CONSENT if name == "consent" else kind.NOTICE), name
        case model.Response() if isinstance(form.trigger, model.BreachTrigger):
            return kind.REPAIR, name
        case model.Response(trigger=model.EventTrigger(selector)) if selector.noun == LEAVE:
            return kind.CLOSING, name
        case _:
            return kind(_BY_EVENT.get(name, name if name == "review" else "promise")), name
