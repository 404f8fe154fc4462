"""What `pact import` would write, for people to look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.log.write import entry_to_text
from pactlang.words.words import safe

if TYPE_CHECKING:
    from pactlang.calendars.files import Imported

_MOST = 10


def preview(imported: Imported, path: str) -> str:
    """The new entries as they would stand in the log, and what becomes of the rest."""
    count = len(imported.entries)
    lines = [f"{count} new {'entry' if count == 1 else 'entries'} for {safe(path)}", ""] if count else []
    lines += [f"  {safe(line)}" for entry in imported.entries for line in entry_to_text(entry).splitlines()]
    lines += [""] if count else []
    taken = imported.taken
    for number, what in (
        (taken.known + imported.standing, "already in the log"),
        (taken.left_out, "left out, as a rule says"),
        (imported.unread, "left out: unreadable, or in an unknown time zone"),
    ):
        if number:
            lines.append(f"{number} {what}.")
    if taken.unmatched:
        lines.append(f"{len(taken.unmatched)} not covered by any rule:")
        lines += [f"  {safe(one.title) or '(no title)'}" for one in taken.unmatched[:_MOST]]
        if len(taken.unmatched) > _MOST:
            lines.append(f"  and {len(taken.unmatched) - _MOST} more")
    return "".join(f"{line}\n" for line in lines) or "Nothing there for the log.\n"
