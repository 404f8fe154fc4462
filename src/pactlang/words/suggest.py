"""What a line could mean, for people: every offer a whole sentence, what it leaves out said first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.diagnostics import Advice, Offer
    from pactlang.words.page import Page

_LONGEST = 110
PLAIN = "a promise in plain words: counted, never checked"


def advice_lines(page: Page, advice: Advice) -> Iterator[str]:
    """The lines under a fault: why no form says it, and each offer with its number."""
    if advice.why:
        cue = f"“{safe(advice.cue)}”: " if advice.cue else ""
        yield f"    {cue}{safe(advice.why)}"
    forms = sum(not one.plain for one in advice.offers)
    if not advice.offers:
        return
    if forms:
        heads = all(not one.lines for one in advice.offers)
        many = "It could be" if heads else "It could mean" if advice.kind == "offer" else "Near to it"
        yield f"    {many}:" if forms == 1 else f"    {many} one of these:"
    for number, offer in enumerate(advice.offers, 1):
        yield from _offer(page, number, offer, cases=forms > 1)


def _offer(page: Page, number: int, offer: Offer, *, cases: bool) -> Iterator[str]:
    if offer.plain:
        yield f"      {number}  {page.mark(offer.lines[0], 'dim')}  ({PLAIN})"
        return
    first = True
    for place, line in enumerate(offer.marked or offer.lines or (offer.heading,)):
        yield f"      {number if first else ' '}  {page.mark(line, 'good')}" + ("" if place or not offer.declares else _declares(offer))
        first = False
    if offer.lost:
        yield f"           leaves out: {', '.join(f'“{safe(one)}”' for one in offer.lost)}"
    if cases and offer.kept and offer.broken:
        yield f"           kept: {safe(_short(offer.kept))}"
        yield f"           broken: {safe(_short(offer.broken))}"


def _short(case: str) -> str:
    """A case without its beginning, where it is long: the end is what tells two cases apart."""
    return case if len(case) <= _LONGEST else f"… {case[-_LONGEST:].partition(' ')[2]}"


def _declares(offer: Offer) -> str:
    names = [found[1] for one in offer.declares if (found := re.match(r"event (\S+)", one))]
    return f"  (declares {', '.join(f'event {safe(name)}' for name in names)})" if names else ""
