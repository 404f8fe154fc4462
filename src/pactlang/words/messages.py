"""One plain sentence for each finding: what the log shows, with the arithmetic. Never whose fault."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from pactlang.checker.company import actor_unsaid, addressee_unsaid, date_unsaid, details_unsaid, unsaid_in
from pactlang.checker.event import bound
from pactlang.checker.finding import Status
from pactlang.checker.passed import BY, END, WITH
from pactlang.log.bound import day_of, start_of
from pactlang.model.agreement import (
    Cap,
    Gap,
    Interval,
    Matrix,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
)
from pactlang.words.before import precedence_words
from pactlang.words.counted import cap_words, gap_words, quota_words
from pactlang.words.drift import drift_words
from pactlang.words.owed import interval_words, otherwise_words, response_words, schedule_words
from pactlang.words.stopped import barred_words, matrix_words, pause_words, prohibition_words, too_close_words
from pactlang.words.words import day_words, list_words, moment_words, people_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding, Held
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone


def message(finding: Finding, zone: Zone) -> str:
    """The finding in one sentence, without a full stop at its end."""
    if finding.status is Status.UNKNOWN:
        return _unknown(finding, zone)
    if finding.status is Status.DRIFT:
        return drift_words(finding)
    words = _told(finding, zone) + _held(finding, zone) + _passed(finding, zone)
    if finding.wished and finding.status is Status.DUE:
        return words if words.endswith("wished for") else f"{words}; a wish"
    if finding.status is Status.WAIVED:
        return f"{words}; let go by {people_words(_who_waived(finding))}"
    if finding.waived_by:
        still = [party for party in _who_waived(finding) if party not in finding.waived_by]
        return f"{words}; let go by {people_words(finding.waived_by)}, not yet by {people_words(still)}"
    return words


def _told(finding: Finding, zone: Zone) -> str:
    """What the log shows, by the form of the sentence."""
    if isinstance(finding.sentence, Matrix):
        return matrix_words(finding, finding.sentence)
    match finding.sentence.form:
        case Cap() as form:
            return cap_words(finding, form, zone)
        case Quota() as form:
            return quota_words(finding, form)
        case Gap() as form:
            return gap_words(finding, form)
        case Response() as form:
            first = finding.first
            return response_words(finding, form, zone) if first is None else otherwise_words(finding, form, _told(first, zone), zone)
        case Precedence() as form:
            return precedence_words(finding, form, zone)
        case Interval() | RepeatAfter() as form:
            return interval_words(finding, form, zone)
        case Schedule() as form:
            return schedule_words(finding, form, zone)
        case Prohibition():
            return prohibition_words(finding, zone)
        case ProhibitionAfter() as form:
            return barred_words(finding, form, zone)
        case ProhibitionBefore() as form:
            return too_close_words(finding, form, zone)
        case Pause() | PauseAfter() as form:
            return pause_words(finding, form, zone)
        case form:
            assert_never(form)


def _who_waived(finding: Finding) -> list[str]:
    others = [party for party in finding.agreement.parties if party not in finding.who]
    return others or list(finding.agreement.parties)


def _doubted(doubt: Finding) -> str:
    """Why it is open whether a breach counts."""
    if doubt.disputed:
        return f"{doubt.id} decides, and it is disputed"
    if doubt.status is Status.UNKNOWN:
        return f"{doubt.id} decides, and it cannot be told either"
    return f"{doubt.id} decides, and whose it was is not known"


def _unknown(finding: Finding, zone: Zone) -> str:
    if finding.doubt is not None:
        return f"cannot be told: {_doubted(finding.doubt)}"
    if (actor := actor_unsaid(finding)) or addressee_unsaid(finding):
        first = finding.entries[0] if isinstance(getattr(finding.sentence, "form", None), ProhibitionAfter) else None
        which = f" of {day_words(day_of(first, zone), weekday=False, year=False)}" if first is not None else ""
        return f"cannot be told: the entry{which} does not say {'who took part' if actor else 'to whom it was'}"
    if date_unsaid(finding):
        if finding.subject is None or finding.subject.until is None:
            return "cannot be told: the entry does not say until when"
        return "cannot be told: the date that the entry asks for was over before it came"
    if finding.unclaimed is not None:
        one = finding.unclaimed
        whose = "to whom it was" if one.by else "whose it is"
        return f"cannot be told: the {one.type} entry of {day_words(day_of(one, zone), weekday=False, year=False)} does not say {whose}"
    if details_unsaid(finding):
        from pactlang.words.unsaid import untold_words  # few sentences ask for what an entry may leave out

        return f"cannot be told: {untold_words(finding, zone)}"
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    portion = isinstance(form, Response) and form.portion is not None
    if finding.part is not None or portion:
        from pactlang.words.shares import untold_portion, untold_share  # few sentences ask for one

        left_out = untold_portion(finding, form) if isinstance(form, Response) else untold_share(finding.entries)
        if left_out:
            return f"cannot be told: {left_out}"
    untimed = [entry for entry in finding.entries if entry.second is None] if finding.untimed else []
    these = list(dict.fromkeys(day_words(entry.day, weekday=False, year=False) for entry in untimed))
    if untimed and not finding.unnamed:
        noun, gives = ("entry", "gives") if len(untimed) == 1 else ("entries", "give")
        return f"cannot be told: the time of day decides, and the {noun} of {list_words(these)} {gives} none"
    if endless := _endless(finding, zone):
        days = list(dict.fromkeys(day_words(day_of(entry, zone), weekday=False, year=False) for entry in endless))
        noun, says, it = ("entry", "does", "it") if len(days) == 1 else ("entries", "do", "they")
        return f"cannot be told: the {noun} of {list_words(days)} {says} not say when {it} ended, and so into which nights {it} went on"
    if any(entry.end_day is not None and entry.end_second is None for entry in finding.entries):
        return "cannot be told: the time of day at which it ended decides, and the entry gives none"
    if finding.unnamed:
        other = ", or the time of day of another entry decides" if finding.untimed else ""
        if untimed:
            left = "entry" if len(untimed) == 1 else "entries"
            other = f", or the time of day decides, which is not in the {left} of {list_words(these)}"
        days = list(dict.fromkeys(day_words(day_of(entry, zone), weekday=False, year=False) for entry in unsaid_in(finding)))
        noun, says, was = ("entry", "does", "it was") if len(days) == 1 else ("entries", "do", "they were")
        return f"cannot be told: the {noun} of {list_words(days)} {says} not say with whom {was}{other}"
    if finding.untimed:
        return "cannot be told: the time of day of another entry decides, and it gives none"
    return f"cannot be told: the log is not complete so far ({_told(finding, zone)}{_passed(finding, zone)})"


def _endless(finding: Finding, zone: Zone) -> list[Entry]:
    """Where nights are counted, the entries without an end that started in none."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    night = form.measure.night if isinstance(form, Cap | Quota) else None
    if night is None:
        return []
    from pactlang.checker.touched import touched  # few agreements count dates

    events = (
        bound(entry, start_of(entry, zone), zone, 0) for entry in finding.entries if entry.end_day is None and entry.end_second is None
    )
    return [event.entry for event in events if not touched(event, night).sure]


def _held(finding: Finding, zone: Zone) -> str:
    """`; at-risk since 3 May 2026, 10:00 (exposure)`: the states in which the sentence spoke, and since when they held."""
    if finding.status is Status.KEPT:
        return ""
    return "".join(f"; {held_words(one, zone)}" for one in finding.held)


def held_words(held: Held, zone: Zone) -> str:
    """Since when a state holds, whose it is, and what began it."""
    dated = held.entry is not None and held.entry.second is None
    since = day_words(zone.date_of(held.start)) if dated else moment_words(held.start, zone)
    whose = f" for {people_words([held.party])}" if held.party else ""
    until = ""
    if held.ends_at is not None and held.early is not None:
        last = zone.date_of(held.ends_at - 1)
        whole = zone.midnight(last + 1) == held.ends_at
        until = f" until {f'the end of {day_words(last)}' if whole else moment_words(held.ends_at, zone)}"
        until += f" ({held.early.type} of {day_words(held.early.day, weekday=False)})"
    return f"{held.state}{whose} since {since}{f' ({held.entry.type})' if held.entry is not None else ''}{until}"


def _passed(finding: Finding, zone: Zone) -> str:
    """`; one chore entry that day, without what`: entries that would have counted, had they said more."""
    if not finding.passed:
        return ""
    found = ""
    for (kind, lacks), number in Counter((one.entry.type, one.lacks) for one in finding.passed).items():
        noun = f"one {kind} entry" if number == 1 else f"{number} {kind} entries"
        days = {day_of(one.entry, zone) for one in finding.passed}
        when = " that day" if days == {finding.date} else f" on {day_words(*days, weekday=False)}" if len(days) == 1 else ""
        without = list_words(["saying with whom" if one == WITH else one if one == END else f"`{one}`" for one in lacks if one != BY])
        nobody = "naming nobody" if BY in lacks else ""
        found += f"; {noun}{when}, {' and '.join(part for part in (nobody, without and f'without {without}') if part)}"
    return found
