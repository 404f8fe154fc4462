"""The story of a finding at a terminal: words, a line of time from top to bottom with the lengths between, and what may follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.day.why import Mark, Silence, Story, reasons_of
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import (
    AtFilter,
    ByFilter,
    ClockFilter,
    ClockPart,
    Comparison,
    DayFilter,
    DuringFilter,
    FieldFilter,
    LengthFilter,
    NotFilter,
    Sentence,
    TaggedFilter,
    ToFilter,
    WhileFilter,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.named import NamedDays
from pactlang.words.drift import sparkline
from pactlang.words.json import finding_json
from pactlang.words.messages import message
from pactlang.words.page import Page
from pactlang.words.text import WIDTH, Shower, entry_words, place_words, sentence_words
from pactlang.words.words import day_words, length_words, list_words, moment_words, people_words, safe

if TYPE_CHECKING:
    from pactlang.day.why import Moment
    from pactlang.model.agreement import Filter, Matrix
    from pactlang.model.calendar import Zone

_DOTS = {Mark.ENTRY: "○", Mark.SUBJECT: "●", Mark.END: "╵", Mark.BOUND: "┄", Mark.NOW: "▷"}
_LONG = 3 * DAY_SECONDS  # seconds from which a length is said in days
_STATUS = {
    Status.BREACH: ("Not kept.", "breach"),
    Status.WAIVED: ("Not kept, but let go.", "dim"),
    Status.MISSED: ("A wish that did not come true; no breach.", "dim"),
    Status.REPAIRED: ("Not kept, but repaired as agreed; no breach.", "good"),
    Status.DUE: ("Still open.", "due"),
    Status.UNKNOWN: ("It cannot be told.", "due"),
    Status.KEPT: ("Kept.", "good"),
    Status.DRIFT: ("A pattern to talk about, not a breach.", "due"),
}


def why_text(story: Story, zone: Zone, *, colour: bool = False, width: int = WIDTH) -> str:
    """The answer of `pact why` as text."""
    page = Page(colour=colour)
    write_story(page, story, zone, width)
    return page.text


def why_json(stories: list[Story], silences: list[Silence], zone: Zone) -> str:
    """The answer of `pact why` as JSON."""
    answer = {
        "schema": "pactlang/why/1",
        "stories": [
            {
                "finding": finding_json(story.finding, zone),
                "sentence": sentence_words(story.finding),
                "reasons": list(reasons_of(story.finding)),
                "moments": [
                    {
                        "at": zone.show(moment.at),
                        "dated": moment.dated,
                        "kind": moment.mark.value,
                        "words": _moment_words(moment),
                        "note": moment.entry.note if moment.entry is not None else "",
                    }
                    for moment in story.moments
                ],
                "let_go_by": [party for one in story.waivers for party in one.by],
                "waivers": [entry_to_text(one) for one in story.waivers],
                "follows": [finding_json(one, zone) for one in story.follows],
            }
            for story in stories
        ],
        "silences": [
            {
                "sentence": None if one.sentence is None else _rule_words(one.sentence),
                "file": None if one.sentence is None else one.sentence.span.source.name,
                "line": None if one.sentence is None else one.sentence.span.start_position.line,
                "because": _because(one),
            }
            for one in silences
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def write_story(page: Page, story: Story, zone: Zone, width: int = WIDTH) -> None:
    """Write a story onto a page."""
    finding = story.finding
    page.line(page.mark(finding.id, "title"))
    page.line()
    show = Shower(page, zone, width)
    show.wrapped(f"“{sentence_words(finding)}”", "  ", place_words(finding))
    for reason in reasons_of(finding):
        page.line(page.mark(f"  > {reason}", "dim"))
    page.line()
    verdict, style = _STATUS[finding.status]
    page.line(f"{page.mark(verdict, style)}{' (it rests on a disputed entry)' if finding.disputed else ''}")
    words = message(finding, zone)
    show.wrapped(f"{words[:1].upper()}{words[1:]}.", "  ")
    if finding.drift is not None and finding.drift.shares:
        page.line(f"  {sparkline(finding.drift.shares)}")
    if story.moments:
        page.line()
        _timeline(page, story, zone)
    _after(page, story, zone)


def _timeline(page: Page, story: Story, zone: Zone) -> None:
    """From top to bottom; between two moments, how long it was."""
    shown = [_when(moment, zone) for moment in story.moments]
    wide = max(len(when) for when in shown)
    before: Moment | None = None
    for moment, when in zip(story.moments, shown, strict=True):
        if before is not None:
            between = _between(before, moment, zone)
            page.line(page.mark(f"  {' ' * wide}  │ {between}" if between else f"  {' ' * wide}  │", "dim"))
        style = "name" if moment.mark is Mark.SUBJECT else "dim" if moment.mark in (Mark.BOUND, Mark.END) else "plain"
        words = _moment_words(moment)
        text = f"{_DOTS[moment.mark]} {words}"
        page.line(f"  {page.mark(when.ljust(wide), 'dim')}  {safe(text) if style == 'plain' else page.mark(text, style)}")
        for line in moment.entry.note.splitlines() if moment.entry is not None else ():
            page.line(page.mark(f"  {' ' * wide}  │   “{line}”", "dim"))
        before = moment


def _moment_words(moment: Moment) -> str:
    if moment.entry is None:
        return moment.words
    words = entry_words(moment.entry).partition("  ")[2]
    name = f" ({moment.entry.id})" if moment.entry.id else ""
    number = f"{moment.number}. " if moment.number else ""
    return f"{number}{words}{name}"


def _when(moment: Moment, zone: Zone) -> str:
    if moment.dated:
        return day_words(zone.date_of(moment.at))
    return moment_words(moment.at, zone)


def _between(before: Moment, moment: Moment, zone: Zone) -> str:
    if before.dated or moment.dated:
        days = zone.date_of(moment.at) - zone.date_of(before.at)
        return f"{days} {'day' if days == 1 else 'days'}" if days else ""
    seconds = moment.at - before.at
    if seconds < _LONG:
        return length_words(seconds) if seconds else ""
    days, rest = divmod(seconds, DAY_SECONDS)
    return f"{days} days{f' {length_words(rest)}' if rest >= 60 else ''}"


def _after(page: Page, story: Story, zone: Zone) -> None:
    agreement = story.finding.agreement
    page.line()
    since = f", in force from {day_words(agreement.in_force_from, weekday=False)}" if agreement.in_force_from is not None else ""
    signed = [party for party in agreement.parties if party not in agreement.unsigned]
    by = f"signed by {people_words(signed)}" if not agreement.unsigned else f"a draft, not yet signed by {people_words(agreement.unsigned)}"
    page.line(f"The text: {safe(agreement.file)}, {by}{since}.")
    if story.waivers:
        still = [party for one in story.waivers for party in one.by]
        how = "" if len(still) == 1 else ", each on a line of their own" if len(story.waivers) > 1 else " together"
        page.line(f"{people_words(still)} may let it go{how}:")
        for waiver in story.waivers:
            page.line(f"  {safe(entry_to_text(waiver))}")
    if story.follows:
        page.line("What follows from it:")
        for one in story.follows:
            page.line(f"  {page.mark(one.id, 'name')}  {safe(message(one, zone))}")


def silence_text(clause: str, entry: str, silences: list[Silence], zone: Zone, *, colour: bool = False) -> str:
    """Why a clause says nothing of an entry."""
    page = Page(colour=colour)
    yet = " yet" if any(one.open for one in silences) else ""
    page.line(page.mark(f"{clause} says nothing about {entry}{yet}", "title"))
    for one in silences:
        page.line()
        if one.sentence is not None:
            span = one.sentence.span
            Shower(page, zone).wrapped(f"“{_rule_words(one.sentence)}”", "  ", f"{span.source.name}:{span.start_position.line}")
        page.line(f"  {safe(_because(one))}.")
    return page.text


def _rule_words(rule: Sentence | Matrix) -> str:
    return rule.words if isinstance(rule, Sentence) else f"matrix {rule.name} for {rule.event}"


def _because(one: Silence) -> str:
    words = one.because
    if one.part is not None:
        words = f"{words} {_part_words(one.part)}"
    return f"{words[:1].upper()}{words[1:]}"


def _part_words(part: Filter) -> str:
    match part:
        case ByFilter():
            return "by whom it says"
        case ToFilter():
            return "to whom it says"
        case WithFilter():
            return "with whom it says"
        case AtFilter(places):
            return f"at {list_words(places, 'or')}"
        case TaggedFilter(tags, every):
            return f"tagged {list_words(tags, 'and' if every else 'or')}"
        case DayFilter(NamedDays(name)):
            return f"on {name}"
        case DayFilter():
            return "on the weekdays that it names"
        case ClockFilter(clock):
            kind = {ClockPart.ANY: "", ClockPart.START: "starting ", ClockPart.END: "ending "}[clock]
            return f"{kind}between the hours that it names"
        case DuringFilter(hours):
            return f"during {hours.name}"
        case LengthFilter():
            return "as long as it says"
        case FieldFilter(field, comparison):
            return f"one without {field}" if comparison is Comparison.WITHOUT else f"one with that {field}"
        case WhileFilter(state):
            return f"while {state}"
        case NotFilter(contrary):
            return _part_words(contrary)
