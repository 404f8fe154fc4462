"""What an entry does not count for though it is what is asked for there: it comes too late, or too early, or names too few who did it.

The checker is asked each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.log.bound import start_of
from pactlang.model.agreement import ByFilter, Parties, Quota, RepeatAfter, Response, Schedule, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone

_MOST_DAYS = 400  # that are looked ahead for a date on which it would count
_MOST = 3  # sentences of which it is told


class Uncounted(Struct, frozen=True):
    """A finding that an entry does not serve. `since` is the first instant, or `day` the first date, at which it would; neither if it is
    too late for it. `after` is what it must come after, where that is all; `together` are those who must stand in one entry.
    """

    finding: Finding
    since: int | None = None
    day: int | None = None
    after: Entry | None = None
    together: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        """Whether it comes after the last moment for it."""
        return self.since is None and self.day is None and self.after is None and not self.together


def uncounted(
    entry: Entry,
    first: int,
    findings: Iterable[Finding],
    zone: Zone,
    same: Callable[[Entry, Entry], bool],
    settled_on: Callable[[Finding, int], bool],
    counted_by: Callable[[Finding, tuple[str, ...]], bool],
) -> tuple[Uncounted, ...]:
    """What an entry, which may begin at the instant `first`, does not count for, of the findings with it in the log.

    Of each sentence that asks those who did it for such a thing, and that it serves nowhere: the last occasion before it, if that is missed
    for want of it, and the next one, if the entry would settle that on a later date. Of each that counts what some do together: them all,
    if one entry by them would count. `settled_on` asks the checker about a date, `counted_by` about other people who did it.
    """
    asked: dict[str, list[Finding]] = {}
    found: list[Uncounted] = []
    for one in findings:
        if one.status is Status.DUE and (names := _together(one, entry)) and counted_by(one, names):
            found.append(Uncounted(one, together=names))
        if _asks(one, entry):
            asked.setdefault(label_of(one.sentence), []).append(one)
    for some in asked.values():
        serves = (one for one in some if one.status in (Status.KEPT, Status.DUE) and any(same(other, entry) for other in one.entries))
        if any(one.opening is None or one.opening.early is None for one in serves):
            continue
        before = max((one for one in some if one.due is not None and one.due <= first), key=lambda one: one.due or 0, default=None)
        if before is not None and before.status in (Status.BREACH, Status.MISSED) and _wanting(before, entry, same):
            found.append(Uncounted(before))
        after = min((one for one in some if one.status is Status.DUE and one.due is not None), key=lambda one: one.due or 0, default=None)
        if after is not None and (since := _since(after, entry, zone, same, settled_on)) is not None:
            found.append(since)
        if len(found) >= _MOST:
            break
    return tuple(found)


def _asks(finding: Finding, entry: Entry) -> bool:
    """Whether a finding is about what should be done once, or on a date, and an entry is such a thing by one of those who owe it."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    if not isinstance(form, Response | Schedule | RepeatAfter):
        return False
    named = any(one.event == entry.type for one in form.duty.selector.alternatives)
    return named and (not finding.who or not set(finding.who).isdisjoint(entry.instead_of or entry.by))


def _together(finding: Finding, entry: Entry) -> tuple[str, ...]:
    """Those whom something that is counted asks for together, where an entry names only some of them."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    if not isinstance(form, Quota):
        return ()
    parts = [part for one in form.selector.alternatives if one.event == entry.type for part in (*one.filters, *form.selector.filters)]
    asked = [part.who.names for part in parts if isinstance(part, ByFilter) and isinstance(part.who, Parties) and part.who.every]
    return next((names for names in asked if entry.by and set(entry.by) < set(names)), ())


def _wanting(finding: Finding, entry: Entry, same: Callable[[Entry, Entry], bool]) -> bool:
    """Whether what was missed is still missing, or came with this entry."""
    return finding.fulfilled_at is None or any(same(one, entry) for one in finding.entries)


def _since(
    finding: Finding, entry: Entry, zone: Zone, same: Callable[[Entry, Entry], bool], settled_on: Callable[[Finding, int], bool]
) -> Uncounted | None:
    """From when on an entry would count for what is still due, where it comes too early."""
    opening = finding.opening
    if opening is not None and opening.early is not None and same(opening.early, entry):
        return Uncounted(finding, since=opening.at)
    last = finding.due_date if finding.due_date is not None else zone.date_of(finding.due or 0)
    low, high = entry.day, last
    if not low < high <= low + _MOST_DAYS or not settled_on(finding, high):
        # An instant may fall earlier in its last date than the hour of the entry.
        high -= 1
        if not low < high <= low + _MOST_DAYS or not settled_on(finding, high):
            return None
    subject = finding.subject
    if subject is not None and finding.form is FormName.RESPONSE:
        start = start_of(subject, zone)
        if start_of(entry, zone) < start and not finding.after and finding.opening is None:
            return Uncounted(finding, after=subject)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if settled_on(finding, middle) else (middle, high)
    return Uncounted(finding, day=high)
