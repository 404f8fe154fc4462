"""What an entry would do, for a person at a terminal and for scripts."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.day.bars_text import bar_words
from pactlang.log.bound import start_of
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import Response, Sentence
from pactlang.words.caps import warnings
from pactlang.words.json import finding_json, room_json
from pactlang.words.messages import held_words, message
from pactlang.words.owed import opening_words
from pactlang.words.page import Page
from pactlang.words.text import WIDTH, Shower, entry_words
from pactlang.words.words import count_words, day_words, list_words, moment_words, people_words, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Finding
    from pactlang.day.may import Trial
    from pactlang.day.uncounted import Uncounted
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone


def trial_text(trial: Trial, zone: Zone, *, colour: bool = False, width: int = WIDTH) -> str:
    """The answer of `pact may` as text."""
    page = Page(colour=colour)
    if trial.draft:
        page.line(page.mark(f"This is a draft: not yet signed by {people_words(trial.draft)}.", "due"))
    page.line(page.mark(f"{day_words(trial.entry.day)}", "title"))
    page.line(f"  {safe(entry_words(trial.entry))}")
    for remark in trial.remarks:
        page.line(page.mark(f"{remark}.", "due"))
    page.line()
    _verdict(page, trial, zone, width)
    effects(page, trial, zone, "It would start", "It would settle")
    return page.text


def preview_text(trial: Trial, zone: Zone, path: str, *, colour: bool = False) -> str:
    """What `pact log` shows before it writes an entry."""
    page = Page(colour=colour)
    page.line(page.mark(f"{day_words(trial.entry.day)}", "title"))
    page.line(f"  {safe(entry_words(trial.entry))}")
    for line in trial.entry.note.splitlines():
        page.line(page.mark(f"      {line}", "dim"))
    if trial.future:
        page.line(page.mark("This is in the future. A log says what happened; if things turn out otherwise, remove the entry.", "due"))
    if not trial.in_force:
        page.line(page.mark(f"No version of the agreement is in force on that date; the entry is in {path} anyway.", "due"))
    for remark in trial.remarks:
        page.line(page.mark(f"{remark}.", "due"))
    if trial.kept > 0:
        page.line(page.mark(f"It keeps {count_words(trial.kept, 'promise')}.", "good"))
    show = Shower(page, zone)
    for findings, one, many in ((trial.breaks, "breach", "breaches"), (trial.open, "cannot be told", "cannot be told")):
        if findings:
            page.line()
            page.line(page.mark(f"With it, {len(findings)} {one if len(findings) == 1 else many}", "due"))
            for finding in findings:
                show.finding(finding, "due")
    effects(page, trial, zone, "It starts", "It settles")
    return page.text


def _verdict(page: Page, trial: Trial, zone: Zone, width: int) -> None:
    if not trial.in_force:
        page.line(page.mark("No version of the agreement is in force on that date, so nothing can be said about it.", "due"))
        return
    if trial.fits:
        kept = f" It keeps {count_words(trial.kept, 'promise')}." if trial.kept > 0 else ""
        page.line(page.mark(f"Fits as it stands.{kept}", "good"))
        return
    page.line(page.mark("Not as things stand." if trial.breaks else "It cannot be told yet.", "due"))
    _fitting(page, trial)
    page.line()
    show = Shower(page, zone, min(width, WIDTH))
    for finding in (*trial.breaks, *trial.open):
        show.finding(finding, "due")


def _fitting(page: Page, trial: Trial) -> None:
    needed = list_words([entry_to_text(one).partition("  ")[2] for one in trial.needs])
    instead = "" if trial.instead is None else entry_words(trial.instead)
    if trial.together:
        page.line(f"It would fit with {safe(needed)} now, at this time: {safe(instead)}")
        return
    also = ""
    if trial.fuller is not None:
        page.line(f"It would fit with one more detail: {safe(entry_words(trial.fuller))}")
        also = "also "
    if needed:
        page.line(f"It would {also}fit with {safe(needed)} before it.")
        also = "also "
    if trial.instead is not None:
        when = "at this time" if trial.instead.day == trial.entry.day else f"on another day, {day_words(trial.instead.day)}"
        page.line(f"It would {also}fit {when}: {safe(instead)}")
    elif trial.asks_with and not also:
        page.line("Say with whom it would be: whether it fits, now or later, hangs on that.")
    elif trial.cut:
        page.line("No time that fits was found. Not every time within the next 60 days was tried.")
    elif not also:
        page.line("No time that fits was found within the next 60 days.")


def effects(page: Page, trial: Trial, zone: Zone, starts: str, answers: str) -> None:
    """The duties that an entry starts, and what it settles, under headings of the caller's."""
    wishes = "It would miss a wish" if starts.startswith("It would") else "It misses a wish"
    missing = "It would not count for" if starts.startswith("It would") else "It does not count for"
    ends = "It would end" if starts.startswith("It would") else "It ends"
    begun = [(one.sentence.label, f"no {bar_words(one, zone)}") for one in trial.bars]
    begun += [(one.state, f"holds for {one.party}" if one.party else "holds") for one in trial.begun]
    ended = [(one.sentence.label, f"no {bar_words(one, zone)}") for one in trial.freed]
    ended += [(one.state, held_words(one, zone).removeprefix(f"{one.state} ")) for one in trial.ended]
    told: tuple[tuple[str, Sequence[Finding], list[tuple[str, str]]], ...] = (
        (wishes, trial.misses, []),
        (starts, trial.starts, begun),
        (answers, trial.answers, []),
        (missing, (), [(one.finding.id, uncounted_words(one, zone)) for one in trial.uncounted]),
        (ends, (), ended),
        ("Still open", trial.lacking, []),
    )
    for heading, findings, more in told:
        rows = [*((finding.id, message(finding, zone)) for finding in findings), *more]
        if rows:
            page.line()
            page.line(heading)
            wide = max(len(safe(name)) for name, _ in rows)
            for name, words in rows:
                page.line(f"  {page.mark(name, 'name')}{' ' * (wide - len(safe(name)))}  {safe(words)}")
    warnings(page, trial.close)


def uncounted_words(one: Uncounted, zone: Zone) -> str:
    """Why an entry does not count for something, and when it would."""
    finding = one.finding
    if one.together:
        return f"that takes one entry by {people_words(one.together)}"
    if one.late:
        if finding.due_date is not None:
            return f"too late: it was due by the end of {day_words(finding.due_date)}"
        return f"too late: it was due by {moment_words(finding.due or 0, zone)}"
    if one.after is not None:
        when = day_words(one.after.day) if one.after.second is None else moment_words(start_of(one.after, zone), zone)
        return f"too early: it counts only after the {one.after.type} of {when}"
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    opening = opening_words(finding, form, zone) if isinstance(form, Response) and one.since is not None else ""
    since = opening or day_words(one.day or 0)
    return f"too early: it counts from {since} on"


def trial_json(trial: Trial, zone: Zone) -> str:
    """The answer of `pact may` as JSON."""
    answer: dict[str, Any] = {
        "schema": "pactlang/may/1",
        "entry": _entry(trial.entry),
        "fits": trial.fits,
        "in_force": trial.in_force,
        "draft": list(trial.draft),
        "kept": trial.kept,
        "remarks": [f"{one}." for one in trial.remarks],
        "breaks": [finding_json(one, zone) for one in trial.breaks],
        "cannot_be_told": [finding_json(one, zone) for one in trial.open],
        "misses": [finding_json(one, zone) for one in trial.misses],
        "starts": [finding_json(one, zone) for one in trial.starts],
        "forbids": [{"sentence": one.sentence.label, "words": bar_words(one, zone)} for one in trial.bars],
        "frees": [{"sentence": one.sentence.label, "words": bar_words(one, zone)} for one in trial.freed],
        "begins": [{"state": one.state, "party": one.party or None} for one in trial.begun],
        "ends": [
            {"state": one.state, "party": one.party or None, "until": None if one.ends_at is None else zone.show(one.ends_at)}
            for one in trial.ended
        ],
        "settles": [finding_json(one, zone) for one in trial.answers],
        "does_not_count_for": [
            {
                "finding": finding_json(one.finding, zone),
                "late": one.late,
                "together": list(one.together),
                "from": zone.show(one.since)
                if one.since is not None
                else None
                if one.day is None
                else date.fromordinal(one.day).isoformat(),
            }
            for one in trial.uncounted
        ],
        "still_open": [finding_json(one, zone) for one in trial.lacking],
        "close": [{"sentence": one.sentence.label, **room_json(one)} for one in trial.close],
        "needs": [_entry(one) for one in trial.needs],
        "together": trial.together,
        "fuller": None if trial.fuller is None else _entry(trial.fuller),
        "cut_short": trial.cut,
        "instead": None if trial.instead is None else _entry(trial.instead),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _entry(entry: Entry) -> str:
    return entry_words(entry)
