"""What `pact import` would write, for people to look at first, and what becomes of everything else that a calendar holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shlex import quote
from typing import TYPE_CHECKING

from pactlang.calendars.reading.occurrence import Told
from pactlang.log.write import entry_to_text
from pactlang.words.words import safe

if TYPE_CHECKING:
    from pactlang.calendars.files import Imported
    from pactlang.calendars.reading.again import Changed
    from pactlang.log.entry import Entry

_MOST = 10


def preview(imported: Imported, path: str, calendar: str, *, whole: bool = False, update: bool = False) -> str:
    """The new entries as they would stand in the log, and what becomes of the rest: ten of each kind, or, where `whole`, all.

    >>> from pactlang.calendars.reading.occurrence import Told
    >>> list(_told("1 left out:", [Told(4, "Lunch", "called off", "20260112")], "a.ics", whole=False))
    ['1 left out:', '  a.ics:4  Lunch, 20260112: called off']
    """
    count = len(imported.entries)
    lines = [f"{count} new {'entry' if count == 1 else 'entries'} for {safe(path)}", ""] if count else []
    lines += [f"  {safe(line)}" for entry in imported.entries for line in entry_to_text(entry).splitlines()]
    lines += [""] if count else []
    taken, compared, read = imported.taken, imported.compared, imported.read
    if compared.known:
        lines.append(f"{compared.known} already in the log.")
    if compared.changed:
        lines += _several(_head(imported, update=update), map(_changed, compared.changed), whole=whole)
    if compared.gone:
        head = (
            f"{len(compared.gone)} in the log, but no longer in the calendar at that time; if it did not take place, take it out by hand:"
        )
        lines += _several(head, map(_entry, compared.gone), whole=whole)
    if taken.by_rule:
        lines.append(f"{len(taken.by_rule)} left out, as a rule says.")
    if read.left:
        lines += _told(f"{len(read.left)} left out:", read.left, calendar, whole=whole)
    if read.remarks:
        lines += _told(f"{len(read.remarks)} to look at:", read.remarks, calendar, whole=whole)
    if taken.unmatched:
        lines += _several(
            f"{len(taken.unmatched)} not covered by any rule:", (safe(one.title) or "(no title)" for one in taken.unmatched), whole=whole
        )
    if not lines:
        lines = ["Nothing there for the log."]
    if read.outside and (read.left or not count):
        lines.append(f"{read.outside} on other dates.")
    return "".join(f"{line}\n" for line in lines)


def _head(imported: Imported, *, update: bool) -> str:
    head = f"{len(imported.compared.changed)} already in the log, but different in the calendar, and not entered again"
    if not imported.compared.sure_changes:
        return f"{head}:"
    return f"{head}; the log gets the new times:" if update else f"{head}; --update gives the log the new times:"


def _several(head: str, items: Iterable[str], *, whole: bool) -> Iterator[str]:
    yield head
    shown = list(items)
    most = len(shown) if whole else _MOST
    yield from (f"  {one}" for one in shown[:most])
    if len(shown) > most:
        yield f"  and {len(shown) - most} more (--all shows them)"


def _told(head: str, told: list[Told], calendar: str, *, whole: bool) -> Iterator[str]:
    return _several(head, (_one(one, calendar) for one in told), whole=whole)


def _one(told: Told, calendar: str) -> str:
    when = f", {safe(told.when)}" if told.when else ""
    return f"{safe(calendar)}:{told.line}  {safe(told.title) or '(no title)'}{when}: {safe(told.reason)}"


def _entry(entry: Entry) -> str:
    return f"{safe(entry.file)}:{entry.line}  {safe(entry_to_text(entry).splitlines()[0])}"


def _changed(changed: Changed) -> str:
    now, _, said = changed.now.line.partition("  ")
    before, _, was = entry_to_text(changed.entry).splitlines()[0].partition("  ")
    own = said.rpartition(", as ")[0]
    what = f"was {before}, now {now}" if was.startswith(own) else f"was {before}  {was}, now {now}  {own}"
    doubt = "" if changed.sure else f" (if that is another event, write it down: pact log {quote(changed.now.line)})"
    return f"{safe(changed.entry.file)}:{changed.entry.line}  {safe(changed.now.occurrence.title) or '(no title)'}: {safe(what + doubt)}"
