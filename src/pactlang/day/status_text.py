"""The day at a glance, as text and as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.checker.agenda.item import Kind
from pactlang.checker.context import label_of
from pactlang.day.bars_text import bar_words
from pactlang.day.status import AHEAD, paused_for_good
from pactlang.day.weeks_text import key_of, month_columns, months_line, strip
from pactlang.day.well_text import well_json, well_words
from pactlang.model.agreement import Interval, Parties, Pause, PauseAfter, RepeatAfter, Response, Rhythm, Schedule, SomeOf
from pactlang.words.caps import room_words, until_of, warnings
from pactlang.words.drift import sparkline
from pactlang.words.json import room_json
from pactlang.words.meant import narrowed_words
from pactlang.words.messages import held_words, message
from pactlang.words.occasion import counted_words
from pactlang.words.owed import missing_sum, opening_words
from pactlang.words.page import Page
from pactlang.words.text import head
from pactlang.words.words import SOON, away_words, count_words, day_words, list_words, moment_words, people_words, safe, so_many_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.finding import Hold, Room
    from pactlang.day.status import Coming, Repair, Today
    from pactlang.day.weeks import Cell
    from pactlang.model.agreement import Duty
    from pactlang.model.calendar import Zone

_WEEK = 7


def status_text(today: Today, *, due_only: bool = False, colour: bool = False) -> str:
    """The answer of `pact status` as text; with `due_only`, nothing but what is due now (and nothing at all where nothing is)."""
    page = Page(colour=colour)
    if due_only:
        for one in today.now:
            page.line(f"{page.mark(coming_when(one, today).ljust(22), 'due')}  {safe(coming_words(one))}")
        return page.text
    head(page, today.judgement)
    _well(page, today)
    _listed(page, "Due now", today.now, today, "due")
    _listed(page, "Next", today.next, today, "dim")
    _lefts(page, today)
    warnings(page, today.left)
    _pauses(page, today)
    _states(page, today)
    _bars(page, today)
    _repairs(page, today)
    _weeks(page, today)
    if today.patterns:
        page.line()
        page.line(page.mark(f"{count_words(len(today.patterns), 'pattern')} to talk about", "due"))
        for finding in today.patterns:
            drawn = f"  {sparkline(finding.drift.shares)}" if finding.drift is not None and finding.drift.shares else ""
            page.line(f"  {page.mark(finding.id, 'name')}{drawn}  {safe(message(finding, today.judgement.zone))}")
    return page.text


def _well(page: Page, today: Today) -> None:
    page.line()
    well = today.well
    when = f" since {'the review on ' if well.reviewed else ''}{_day(well.since, today)}"
    for words in well_words(well, today.judgement, when):
        page.line(page.mark(words, "good"))


def _listed(page: Page, heading: str, coming: tuple[Coming, ...], today: Today, style: str) -> None:
    if not coming:
        return
    page.line()
    page.line(page.mark(heading, "title"))
    shown = [(coming_when(one, today), coming_words(one), coming_label(one)) for one in coming]
    wide = max(len(when) for when, _, _ in shown)
    for when, what, label in shown:
        page.line(f"  {page.mark(when.ljust(wide), style)}  {safe(what)}  {page.mark(label, 'dim')}")


def coming_label(one: Coming) -> str:
    """The id of what is to come, or of the sentence that asks for it and the date; for a talk, the entry that answers it."""
    item = one.item
    if item.kind is Kind.REVISIT and item.sentence is not None:
        return f"review about {item.sentence.label}"
    return one.findings[0].id if one.findings else f"{item.sentence.label}@{_iso(one.day)}" if item.sentence is not None else ""


def coming_words(one: Coming, *, still: bool = True) -> str:
    """What is to come, in a few words; with `still` that it is open although its time is over, unless that is said next to it."""
    item = one.item
    if item.kind is Kind.END:
        return "The agreement ends"
    if item.kind is Kind.REVISIT and item.sentence is not None:
        return f"talk about {item.sentence.label} again"
    if item.finding is not None and item.kind is Kind.PERIOD:
        return message(item.finding, item.zone)
    form = item.sentence.form if item.sentence is not None else None
    assert isinstance(form, Schedule | Interval | Response | RepeatAfter)  # noqa: S101 - nothing else asks for something by a time
    # Without its tag, place or field it would not be what is asked for.
    what = form.duty.selector
    noun = f"{what.noun}{narrowed_words(what)}"
    if item.finding is not None and isinstance(form, Response):
        noun += missing_sum(item.finding, form)
    who = one.who or ((item.finding.who if item.finding is not None else ()) if item.kind is Kind.DEADLINE else ())
    by = f"{_by(one, form.duty, who)}{narrowed_words(what, last=True)}"
    missing = f", naming {people_words(item.finding.missing)}" if item.finding is not None and item.finding.missing else ""
    late = ", still open" if still and item.overdue else ""
    wish = ", a wish" if item.sentence is not None and item.sentence.modifiers.wish else ""
    answers = item.kind is Kind.DEADLINE and isinstance(form, Response | RepeatAfter)
    entry = next((entry for entry in item.entries if answers), None)
    cause = f"{entry.type}{f' {entry.id}' if entry.id else ''}" if entry is not None else ""
    # What follows a breach follows that, and not the entry that the breach is about.
    cause = item.finding.answers if item.finding is not None and item.kind is Kind.DEADLINE and item.finding.answers else cause
    if isinstance(form, Response) and form.trigger.times is not None and item.kind is Kind.DEADLINE:
        cause = counted_words(form.trigger, item.finding.whose if item.finding is not None else "")
    after = f" after {cause}" if cause else ""
    more = f" (and {len(one.more)} more)" if one.more else ""
    opening = opening_words(item.finding, form, item.zone) if item.finding is not None and isinstance(form, Response) else ""
    begins = f", not before {opening}" if opening and not item.overdue else ""
    return f"{noun}{by}{after}{missing}{begins}{late}{wish}{more}"


def _by(one: Coming, duty: Duty, who: Sequence[str]) -> str:
    """By whom it is to come: all of them, one, or so many; nothing if it is everyone."""
    finding = one.item.finding or next(iter(one.findings), None)
    if isinstance(duty.by, SomeOf) and (not who or finding is None):
        return f" by {duty.by.words}"
    either = isinstance(duty.by, Parties) and not duty.by.every
    return f" by {so_many_words(who, finding.still if finding is not None else int(either))}" if who else ""


def coming_when(one: Coming, today: Today) -> str:
    """When, as one would say it: `in 50 minutes`, `today, 19:00`, `on Sunday, 19:00`, `on 4 December`."""
    judgement = today.judgement
    here = judgement.zone.date_of(judgement.as_of)
    away = one.day - here
    form = one.item.sentence.form if one.item.sentence is not None else None
    timed = one.item.clock is not None or one.item.instant is not None
    clock = f", {moment_words(one.at, judgement.zone).rpartition(', ')[2]}" if timed else ""
    # Some schedules have a last date, up to which there is time: `every month by day 5`, a turn of a month.
    planned = (isinstance(form, Schedule) and not form.by and not _long_turn(form)) or one.item.kind in (Kind.END, Kind.REVISIT)
    if one.item.instant is not None and 0 <= one.at - judgement.as_of < SOON:
        return away_words(one.day, one.at, judgement.as_of, judgement.zone)
    if away < 0:
        return f"since {_day(one.day, today)}"
    if one.at < judgement.as_of and not planned:
        return f"since today{clock}"
    until = "" if planned else "until "
    if away == 0:
        return f"{until}today{clock}"
    if away == 1:
        return f"{until}tomorrow{clock}"
    if away < _WEEK:
        return f"{until or 'on '}{date.fromordinal(one.day):%A}{clock}"
    return f"{until or 'on '}{_day(one.day, today)}{clock if isinstance(form, Schedule) else ''}"


def due_words(one: Coming, today: Today) -> str:
    """`due on Sunday, 19:00`, `open until tomorrow`, `open since 4 March`."""
    when = coming_when(one, today)
    return f"{'open' if when.startswith(('since', 'until')) else 'due'} {when}"


def _long_turn(form: Schedule) -> bool:
    """Whether a turn is as long as a week, a month or a year, and any date of it will do."""
    return form.whole and (form.recurrence.rhythm is not Rhythm.DAY or form.recurrence.every > 1)


def _day(day: int, today: Today) -> str:
    here = today.judgement.zone.date_of(today.judgement.as_of)
    return day_words(day, weekday=False, year=date.fromordinal(day).year != date.fromordinal(here).year)


def _lefts(page: Page, today: Today) -> None:
    left = left_words(today)
    if not left:
        return
    page.line()
    page.line(page.mark("Left", "title"))
    wide = max(len(label) for label, _ in left)
    for label, words in left:
        page.line(f"  {page.mark(label.ljust(wide), 'name')}  {safe(words)}")


def left_words(today: Today) -> list[tuple[str, str]]:
    """What is left of each cap: the label of its sentence, and how much for whom, until when."""
    zone = today.judgement.zone
    here = zone.date_of(today.judgement.as_of)
    by_label: dict[str, list[Room]] = {}
    for one in today.left:
        by_label.setdefault(one.sentence.label, []).append(one)
    found = []
    for label, rooms in by_label.items():
        lone = len(rooms) == 1 and rooms[0].others
        parts = [
            room_words(one, zone, here).replace("with anyone else", "with each person" if lone else "with anyone else") for one in rooms
        ]
        # What is used up says from when there is more.
        last = until_of(rooms[0]) if any(one.standing.free is None for one in rooms) else None
        found.append((label, f"{'; '.join(parts)}{f' (until {_day(last, today)})' if last is not None else ''}"))
    return found


def _pauses(page: Page, today: Today) -> None:
    if not today.pauses:
        return
    page.line()
    page.line(page.mark("Paused", "title"))
    for words in dict.fromkeys(_pause_words(hold, today) for hold in _longest(today.pauses)):
        page.line(f"  {safe(words)}")


def _states(page: Page, today: Today) -> None:
    """The states that hold now."""
    if not today.states:
        return
    page.line()
    page.line(page.mark("Holds now", "title"))
    for one in today.states:
        words = held_words(one, today.judgement.zone)
        page.line(f"  {safe(words if one.sure else f'perhaps {words} (an entry does not say enough)')}")


def _bars(page: Page, today: Today) -> None:
    """What is forbidden for a time after something."""
    if not today.bars:
        return
    page.line()
    page.line(page.mark("Not for now", "title"))
    wide = max(len(safe(bar.sentence.label)) for bar in today.bars)
    for bar in today.bars:
        gap = " " * (wide - len(safe(bar.sentence.label)))
        page.line(f"  {page.mark(bar.sentence.label, 'name')}{gap}  {safe(bar_words(bar, today.judgement.zone))}")


def _longest(holds: Sequence[Hold]) -> Iterator[Hold]:
    """The pauses, without those that followed something while a longer one under the same sentence lasts."""
    for hold in holds:
        same = [one.end for one in holds if one.sentence is hold.sentence]
        if isinstance(hold.sentence.form, Pause) or hold.end == max(same):
            yield hold


def _pause_words(hold: Hold, today: Today) -> str:
    form = hold.sentence.form
    assert isinstance(form, Pause | PauseAfter)  # noqa: S101 - nothing else pauses
    what = form.selector.plural or form.selector.noun
    by = f", asked for by {people_words(hold.entry.by)}" if hold.entry is not None and hold.entry.by and isinstance(form, Pause) else ""
    if paused_for_good(hold):
        return f"{what}, until someone resumes{by}"
    zone = today.judgement.zone
    last = zone.date_of(hold.end - 1)
    whole = hold.end == zone.midnight(last + 1)
    return f"{what}, until {f'the end of {day_words(last)}' if whole else moment_words(hold.end, zone)}{by}"


def _repairs(page: Page, today: Today) -> None:
    if not today.repairs:
        return
    page.line()
    page.line(page.mark("On the way back", "title"))
    # What was broken again and again, and waits for the same, is one line.
    alike: dict[tuple[object, ...], list[Repair]] = {}
    for one in today.repairs:
        key = (label_of(one.finding.sentence), one.done, *(label_of(finding.sentence) for finding in one.open))
        alike.setdefault(key, []).append(one)
    for first, *rest in alike.values():
        done = f"{count_words(first.done, 'step')} done, " if first.done else ""
        more = f" (and {len(rest)} more)" if rest else ""
        page.line(f"  {page.mark(first.finding.id, 'name')}{more}  {done}open: {safe(list_words([one.id for one in first.open]))}")


def _weeks(page: Page, today: Today) -> None:
    """The clauses of which something else than "kept" is to tell, a sign for each of the last weeks, and in words what the signs say."""
    if not today.weeks:
        return
    page.line()
    page.line(page.mark("Week by week", "title"))
    wide = max(len(safe(name)) for name, _ in today.weeks)
    page.line(page.mark(f"  {' ' * wide}  {months_line(month_columns(today.firsts))}", "dim"))
    for name, cells in today.weeks:
        gap = " " * (wide - len(safe(name)))
        page.line(f"  {page.mark(name, 'name')}{gap}  {strip(page, cells)}  {_strip_words(cells, today)}")
    page.line(page.mark(f"  {key_of([cell for _, cells in today.weeks for cell in cells])}", "dim"))


def _strip_words(cells: Sequence[Cell], today: Today) -> str:
    """What the signs say, for who does not see them, and when; what is open this week is told elsewhere."""
    kinds = {
        "not kept": [cell.week for cell in cells if cell.broken],
        "open": [cell.week for cell in cells[:-1] if cell.open],
        "let go": [cell.week for cell in cells if cell.waived],
        "repaired": [cell.week for cell in cells if cell.repaired],
        "a wish missed": [cell.week for cell in cells if cell.missed],
        "paused": [cell.week for cell in cells if cell.paused],
    }
    told = {words: (len(weeks), _day(weeks[-1].toordinal(), today)) for words, weeks in kinds.items() if weeks}
    return "; ".join(
        f"{words} in {f'{number} weeks, the last' if number > 1 else 'the week'} from {last}" for words, (number, last) in told.items()
    )


def status_json(today: Today) -> str:
    """The answer of `pact status` as JSON."""
    zone, well = today.judgement.zone, today.well
    answer: dict[str, Any] = {
        "schema": "pactlang/status/1",
        "as_of": zone.show(today.judgement.as_of),
        "for": today.party or None,
        "kept": {"count": well.kept, "since": _iso(well.since), "every_time": list(well.clean)},
        "well": well_json(well),
        "now": [_coming(one) for one in today.now],
        "next": [_coming(one) for one in today.next],
        "left": [_room(one, zone) for one in today.left],
        "paused": [
            {
                "sentence": hold.sentence.label,
                "from": zone.show(hold.start),
                "until": None if paused_for_good(hold) else zone.show(hold.end),
            }
            for hold in today.pauses
        ],
        "states": [
            {
                "state": one.state,
                "from": zone.show(one.start),
                "until": None if one.ends_at is None else zone.show(one.ends_at),
                "party": one.party or None,
                "entry": None if one.entry is None else one.entry.type,
                "certain": one.sure,
            }
            for one in today.states
        ],
        "barred": [
            {
                "sentence": bar.sentence.label,
                "from": zone.show(bar.start),
                "until": None if bar.end is None else zone.show(bar.end),
                "by": list(bar.by),
                "with": [bar.person] if bar.person else [],
                "waits_for": list(bar.owing),
                "certain": bar.sure,
            }
            for bar in today.bars
        ],
        "weeks": [
            {"clause": name, "weeks": [{"from": cell.week.isoformat(), "mark": str(cell.mark)} for cell in cells]}
            for name, cells in today.weeks
        ],
        "days_ahead": AHEAD,
        "repair": [{"finding": one.finding.id, "open": [finding.id for finding in one.open], "done": one.done} for one in today.repairs],
        "patterns": [{"id": finding.id, "message": message(finding, zone)} for finding in today.patterns],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _room(room: Room, zone: Zone) -> dict[str, Any]:
    standing = room.standing
    until = until_of(room)
    return {
        "sentence": room.sentence.label,
        **room_json(room),
        "until": None if until is None else _iso(until),
        "more_from": None if standing.lower is None else zone.show(standing.lower),
        "free_from": None if standing.free is None else _iso(zone.date_of(standing.free)),
    }


def _coming(one: Coming) -> dict[str, Any]:
    item = one.item
    return {
        "kind": item.kind.value,
        "sentence": item.sentence.label if item.sentence is not None else None,
        "finding": one.findings[0].id if one.findings else None,
        "findings": [finding.id for other in one.open for finding in other.findings],
        "who": list(one.who),
        "day": _iso(one.day),
        "at": item.zone.show(one.at),
        "all_day": item.all_day,
        "overdue": item.overdue,
        "words": coming_words(one),
    }


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
