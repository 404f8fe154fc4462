"""What a line lacks to be a sentence: days and hours that nobody declared, with their heading and lines; the end of a ban."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from pactlang.diagnostics import Offer
from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.spelling import WEEKDAYS
from pactlang.language.unexpected import OF_DATES
from pactlang.words.words import list_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.inputs.suggest import Stage

# Where such a name can be: `during NAME`, `on NAME`, `within 2 NAME`; of two words only where the second is plainly a time.
_TIMES = r"hours?|nights?|days?|times?|mornings?|evenings?|afternoons?|weekends?|holidays?"
_NAMED = re.compile(rf"\b(during|on|within \d+) (?:the |our )?(\w+ (?:{_TIMES})|\w[\w-]*)(?![\w-])")
_LENGTH = re.compile(r"(?:the|last|day|days|hour|hours|week|weeks|month|months|minute|minutes|year|years|weekdays|weekends|\d.*)")
_WHICH = re.compile(r"(?:other|these|those|some|most|all|each|every|any|both|a|an|the|our|my|their|his|her|\w+st|\w+nd|\w+rd|\w+th)")
_NIGHT = re.compile(r"quiet|night|sleep|rest|bed")
_FREE = re.compile(r"holi|vacation|break|travel|trip|leave")
_SCHOOL_NIGHT = re.compile(r"(?:school|work|week)-?nights?")
_WORK = re.compile(r"work|office|school|business|week|nursery|kita")
_BAN = re.compile(r"after [^,]+, no \S")
_MOST = 3  # names that nobody declared in one line: with more, something else is meant


def undeclared(line: str, stage: Stage) -> Iterator[Offer]:
    """The line as it is, with days or hours that it speaks of declared; nothing where it reads in no such way."""
    found = [one for one in _NAMED.finditer(line) if not _known(one[2], stage) and (one[1] != "on" or OF_DATES.search(one[2]))]
    if not found or len(found) > _MOST:
        return
    said = line
    for one in reversed(found):
        said = said[: one.start()] + f"{one[1]} {_joined(one[2])}" + said[one.end() :]
    names = {_joined(one[2]): _kinds(one[1], one[2]) for one in found}
    for kinds in product(*names.values()):
        headings = tuple(f"{kind} {name}\n    {_line(kind, name, stage)}" for kind, name in zip(kinds, names, strict=True))
        declares = tuple(re.sub("[‹›]", "", one) for one in headings)
        if stage.reads(said, declares):
            holes = tuple(hole for one in headings for hole in re.findall("‹([^›]*)›", one))
            yield Offer((said,), declares=declares, marked=(said, *headings), holes=holes)
            return


def endless(line: str, stage: Stage) -> tuple[Offer, ...]:
    """The ends that a ban after something can have, where it has none: `after each incident, no driving`."""
    if not _BAN.match(line):
        return ()
    offers = []
    for lead, hole in (("for", "24 hours"), ("until", "check-in by everyone")):
        if stage.reads(f"{line} {lead} {hole}"):
            offers.append(Offer((f"{line} {lead} {hole}",), marked=(f"{line} {lead} ‹{hole}›",), holes=(hole,)))
    return tuple(offers)


def names_of(offer: Offer) -> str:
    """The names that an offer declares, as a person says them.

    >>> names_of(Offer((), declares=("hours quiet-hours\\n    between 22:00 and 07:00",)))
    "hours called 'quiet-hours'"
    """
    heads = [one.partition("\n")[0].split() for one in offer.declares]
    return list_words([f"{kind} called '{name}'" for kind, name in heads])


def _known(name: str, stage: Stage) -> bool:
    first = name.split()[0]
    if _LENGTH.fullmatch(first) or (first != name and _WHICH.fullmatch(first)):
        return True
    return name in {*WEEKDAYS, *MONTHS, *stage.context.days, *stage.context.hours}


def _joined(name: str) -> str:
    return name.replace(" ", "-")


def _kinds(word: str, name: str) -> tuple[str, ...]:
    if word == "during":
        return ("hours",)
    if word == "on":
        return ("days",)
    return ("hours", "days") if re.search(r"hours?$|time$", name) else ("days", "hours")


def _line(kind: str, name: str, stage: Stage) -> str:
    """A line to begin with; what nobody said is between ‹ and ›."""
    if kind == "hours":
        if _NIGHT.search(name):
            return "between ‹22:00› and ‹07:00›"
        return f"{'on weekdays ' if _WORK.search(name) else ''}between ‹09:00› and ‹17:00›"
    if _FREE.search(name):
        return f"‹{stage.first_year}-07-20 until {stage.first_year}-08-30›"
    if _SCHOOL_NIGHT.search(name):
        return "‹Sunday through Thursday›"
    return "‹weekdays›" if _WORK.search(name) else "‹Saturday and Sunday›"
