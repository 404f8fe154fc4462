"""What an entry does not say where a `not`, or an `unless`, asks for it: nobody can tell whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.company import asked_to_say, details_unsaid, unsaid_in, with_people
from pactlang.log.bound import day_of
from pactlang.model.agreement import AtFilter, ByFilter, TaggedFilter, ToFilter, WithFilter
from pactlang.model.parts import events, limited, occasion, wanted
from pactlang.words.words import day_words, list_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Agreement, Filter, Sentence
    from pactlang.model.calendar import Zone

# Of one entry, and of several.
_WORDS: tuple[tuple[type[Filter], str, str], ...] = (
    (AtFilter, "at which place it was", "at which place they were"),
    (WithFilter, "with whom it was", "with whom they were"),
    (ByFilter, "who took part", "who took part"),
    (ToFilter, "to whom it was", "to whom they were"),
    (TaggedFilter, "how it is tagged", "how they are tagged"),
)


def unsaid_words(rule: Sentence, agreement: Agreement) -> list[str]:
    """What hangs on an entry that does not say what a sentence asks for, as a sentence."""
    form = rule.form
    # Of any other event, one that names nobody is with nobody.
    with_others = with_people(agreement) & events(occasion(form) or limited(form) or wanted(form))
    asked = [one for one in asked_to_say(rule) if with_others or not isinstance(one, WithFilter)]
    found = [words for kind, words, _ in _WORDS if any(isinstance(one, kind) for one in asked)]
    return [f"If an entry does not say {list_words(found, 'or')}, nobody can tell whether it counts."] if found else []


def untold_words(finding: Finding, zone: Zone) -> str:
    """`the entry of 5 March does not say at which place it was`; empty if no entry that a finding rests on leaves it out."""
    lacking = details_unsaid(finding)
    if not lacking:
        return ""
    told = []
    for kind, of_one, of_several in _WORDS:
        entries = (
            (unsaid_in(finding) if finding.unnamed else [])
            if kind is WithFilter
            else [entry for entry, part in lacking if isinstance(part, kind)]
        )
        if entries:
            days = list_words([*dict.fromkeys(day_words(day_of(entry, zone), weekday=False, year=False) for entry in entries)])
            one = len({id(entry) for entry in entries}) == 1
            told.append(f"the entry of {days} does not say {of_one}" if one else f"the entries of {days} do not say {of_several}")
    return list_words(told)
