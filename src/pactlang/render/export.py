"""What `pact export` says when it is done: what the calendar holds, and what others can read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.calendar_export.wish import Titles
from pactlang.render.words import day_words, safe

if TYPE_CHECKING:
    from pactlang.calendar_export.export import Exported

_NEUTRAL = "Titles say no more than 'Check-in' or 'Reminder'."
_FULL = "Titles are in the words of your agreement: everyone who sees this calendar, and every service on its way, can read them."


def exported_text(exported: Exported, name: str) -> str:
    """A few lines for people."""
    updated = exported.updated
    parts = [
        f"{count} {what}"
        for count, what in (
            (updated.new, "new"),
            (updated.changed, "changed"),
            (updated.same, "as before"),
            (updated.withdrawn, "cancelled"),
            (updated.pruned, "taken out"),
        )
        if count
    ]
    noun = "reminder" if updated.live == 1 else "reminders"
    counted = f" ({', '.join(parts)})" if parts else ""
    until = day_words(exported.agenda.last, weekday=False)
    told = _FULL if exported.titles is Titles.FULL else _NEUTRAL
    return f"{safe(name)}: {updated.live} {noun} up to {until}{counted}.\n{told}\n"
