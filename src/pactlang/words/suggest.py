"""What a line could mean, for people: every offer a whole sentence, what it leaves out said first."""

from __future__ import annotations

import json
import re
from textwrap import wrap
from typing import TYPE_CHECKING, Protocol

from pactlang.words.page import Page
from pactlang.words.words import count_words, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pactlang.diagnostics import Advice, Diagnostic, Offer


class Text(Protocol):
    """An agreement whose lines are shown."""

    @property
    def path(self) -> Path:
        """Its file."""

    @property
    def signed_by(self) -> tuple[str, ...]:
        """Who signed this very text."""


class ToFix(Protocol):
    """A line that is not yet a sentence."""

    @property
    def line(self) -> int:
        """Its number."""

    @property
    def typed(self) -> str:
        """As typed."""

    @property
    def advice(self) -> Advice:
        """What it could be."""


_LONGEST = 110
PLAIN = "a promise in plain words: counted, never checked"


def advice_lines(page: Page, advice: Advice) -> Iterator[str]:
    """The lines under a fault: why no form says it, and each offer with its number."""
    if advice.why:
        cue = f"“{safe(advice.cue)}”: " if advice.cue else ""
        first, *others = advice.why.split("\n")
        yield f"    {cue}{safe(first)}"
        yield from (f"    {safe(line)}" for line in others)
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
    if not offer.lines:
        from pactlang.language.rephrase.headings import KINDS

        use = KINDS.get(offer.heading.partition(" ")[0], "")
        yield f"      {number}  {page.mark(offer.heading, 'good')}" + (f"  ({use})" if use else "")
        return
    first = True
    lines = [line for one in offer.marked or offer.lines for line in one.split("\n")]
    for place, line in enumerate(lines or (offer.heading,)):
        yield f"      {number if first else ' '}  {page.mark(line, 'good')}" + ("" if place or not offer.declares else _declares(offer))
        first = False
    yield from (f"           {one}" for one in lost_words(offer))
    if cases and offer.apart:
        yield from wrap(f"unlike 1: {safe(offer.apart)}", _LONGEST, initial_indent=" " * 11, subsequent_indent=" " * 15)
    elif cases and offer.kept and offer.broken:
        yield f"           kept: {safe(_short(offer.kept))}"
        yield f"           broken: {safe(_short(offer.broken))}"


def lost_words(offer: Offer) -> Iterator[str]:
    """What an offer leaves out; by itself what turns its meaning round: `without “unless all agree”`."""
    if not offer.lost:
        return
    from pactlang.language.rephrase.pieces import changes_the_meaning

    turning = [one for one in offer.lost if changes_the_meaning(one)]
    if turning:
        yield f"without {', '.join(f'“{safe(one)}”' for one in turning)}, which changes what it says"
    others = [one for one in offer.lost if one not in turning]
    if others:
        yield f"leaves out: {', '.join(f'“{safe(one)}”' for one in others)}"


def _short(case: str) -> str:
    """A case without its beginning, where it is long: the end is what tells two cases apart."""
    return case if len(case) <= _LONGEST else f"… {case[-_LONGEST:].partition(' ')[2]}"


def _declares(offer: Offer) -> str:
    events = [f"event {safe(found[1])}" for one in offer.declares if (found := re.match(r"event (\S+)", one))]
    used = [f"'{one}'" for one in offer.declares if re.fullmatch(r"use [\w-]+", one)]
    said = [f"with {', '.join(used)}"] if used else []
    said += [f"declares {', '.join(events)}"] if events else []
    return f"  ({'; '.join(said)})" if said else ""


def take_one(*, signed: bool) -> str:
    """What leads to an offer: nothing is changed under a signature."""
    return "Remove the signatures, then take one" if signed else "Take one"


def fix_text(lines: Sequence[tuple[Text, ToFix]], others: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Every line that is not yet a sentence, with what it could be."""
    page = Page(colour=colour)
    for text, one in lines:
        where = page.mark(f"{text.path}:{one.line}:", "name")
        page.line(f"{where} {safe(one.typed)}")
        if one.advice.kind == "read-as":
            offer = one.advice.offers[0]
            page.line("    Read as:")
            page.line(f"      1  {' / '.join(filter(None, (offer.heading, *offer.lines)))}")
        else:
            for line in advice_lines(page, one.advice):
                page.line(line)
        page.line()
    if lines:
        text, one = lines[0]
        page.line(f"{take_one(signed=bool(text.signed_by))}: pact fix {safe(str(text.path))}:{one.line} 1")
    elif not others:
        page.line("Every line is in the words of the language.")
    if others:
        page.line(f"{count_words(len(others), 'other fault')}: pact check tells which.")
    return page.text


def fix_json(lines: Sequence[tuple[Text, ToFix]]) -> str:
    """The same for programs."""
    answer = {
        "schema": "pactlang/fix/1",
        "lines": [
            {
                "file": str(text.path),
                "line": one.line,
                "typed": one.typed,
                "kind": one.advice.kind,
                "cue": one.advice.cue,
                "why": one.advice.why,
                "options": [
                    {
                        "heading": offer.heading,
                        "lines": list(offer.lines),
                        "declares": list(offer.declares),
                        "holes": list(offer.holes),
                        "lost": list(offer.lost),
                        "kept": offer.kept,
                        "broken": offer.broken,
                        "apart": offer.apart,
                        "plain": offer.plain,
                    }
                    for offer in one.advice.offers
                ],
            }
            for text, one in lines
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
