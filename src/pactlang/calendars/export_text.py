"""What `pact export` says when it is done: what the calendar holds, and what others can read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.calendars.export.wish import Titles
from pactlang.words.words import day_words, safe

if TYPE_CHECKING:
    from pactlang.calendars.export.caldav import Sent
    from pactlang.calendars.export.export import Exported

_NEUTRAL = "Titles say no more than 'Check-in' or 'Reminder'."
_FULL = "Titles use the words of your agreement: everyone who sees this calendar, and every service that passes it on, can read them."


def exported_text(exported: Exported, name: str) -> str:
    """A few lines for people."""
    return f"{safe(name)}: {_counted(exported)}.\n{_FULL if exported.titles is Titles.FULL else _NEUTRAL}\n"


def sent_text(exported: Exported, sent: Sent, host: str) -> str:
    """The same, for a calendar on a server."""
    said = [f"{sent.written} written"] if sent.written else []
    said += [f"{sent.deleted} deleted"] if sent.deleted else []
    done = ", ".join(said) or "nothing to change"
    return f"{safe(host)}: {_counted(exported)}; {done}.\n{_FULL if exported.titles is Titles.FULL else _NEUTRAL}\n"


def _counted(exported: Exported) -> str:
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
    return f"{updated.live} {noun} up to {until}{counted}"
