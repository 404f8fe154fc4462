"""When to talk about a clause again (`revisit every 3 months`): a reminder, from which no verdict follows (R113)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.agenda.item import Item, Kind
from pactlang.checker.agenda.moments import moment_of_entry, moment_of_version
from pactlang.checker.waivers import disputed_entries
from pactlang.log.bound import day_of
from pactlang.model.agreement import DateRange
from pactlang.model.calendar import add_days
from pactlang.model.vocabulary import REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.timeline import Version
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Clause, Revisit, Sentence

_Asked = tuple["Version", "Clause", "Sentence", "Revisit"]


def revisits(versions: Sequence[Version], entries: Sequence[Entry], today: int) -> list[Item]:
    """For each sentence that asks for a talk: the date since which it has been due without a break, or the next one."""
    runs: dict[tuple[str, int | None], list[list[_Asked]]] = {}
    for version in versions:
        for clause in version.agreement.clauses:
            for sentence in clause.sentences:
                revisit = sentence.modifiers.revisit
                if revisit is not None and not sentence.not_applied:
                    found = runs.setdefault((sentence.label, revisit.by), [])
                    if not found or found[-1][-1][0].last + 1 != version.first:
                        found.append([])
                    found[-1].append((version, clause, sentence, revisit))
    items = (next((item for run in found if (item := _due(run, entries, today)) is not None), None) for found in runs.values())
    return [item for item in items if item is not None]


def _due(run: Sequence[_Asked], entries: Sequence[Entry], today: int) -> Item | None:
    """The talk that versions ask for that follow one another."""
    talks = list(_talks(run, entries))
    since = max([run[0][0].first, *(day_of(entry, run[-1][0].zone) for entry in talks)])
    first, before = 0, -1
    for version, clause, sentence, revisit in run:
        if revisit.by is None:
            day = add_days(since, revisit.every) if revisit.every is not None else since
        elif talks:
            return None
        else:
            day = revisit.by
        day = max(day, version.first)
        last = min([version.last, *(one.last for one in sentence.modifiers.only if isinstance(one, DateRange) and one.last is not None)])
        if day > last:
            continue
        if before + 1 != day:
            first = day
        before = last
        if last >= today:
            made = max([moment_of_version(version), *(moment_of_entry(entry, version.zone) for entry in talks)])
            key = ("revisit", sentence.label, *([] if revisit.by is None else [str(revisit.by)]))
            return Item(Kind.REVISIT, key, version.agreement, version.zone, first, made, sentence, clause)
    return None


def _talks(run: Sequence[_Asked], entries: Sequence[Entry]) -> Iterator[Entry]:
    """The reviews about a clause since the first version that asks for them: by a party, or nobody says by whom, and not disputed."""
    first, _, sentence, _ = run[0]
    names = {sentence.label, sentence.clause} - {entry.id for entry in entries}  # an entry of that name is what is meant
    parties = {name for version, *_ in run for name in version.agreement.parties}
    disputed = disputed_entries(entries)
    for entry in entries:
        if entry.type != REVIEW or entry.about not in names or entry.id in disputed:
            continue
        if (not entry.by or parties & set(entry.by)) and day_of(entry, first.zone) >= first.first:
            yield entry
