"""Cases as text: a name after `==`, then parts between lines of `--`. `python -m tests.other_files.cases` writes the last parts anew."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from pactlang.calendars.files import Imported, ImportWish, import_files
from pactlang.calendars.import_text import preview
from pactlang.calendars.updating import update_log
from pactlang.day.append import add
from pactlang.inputs import InputError, read_plainly
from pactlang.log.write import entry_to_text
from pactlang.words.diagnostics import diagnostics_text

HERE = Path(__file__).parent
PACT = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2013-01-01
    time zone Europe/Berlin
    signed by Ana on 2012-12-30
    signed by Ben on 2012-12-30

use relationships
use household

person dana "Dana K."

check-in
    check-in by everyone every week on Sunday at 19:00
"""
_HEAD = re.compile(r"^== (.*)$", re.MULTILINE)


def read_cases(name: str) -> list[tuple[str, list[str]]]:
    """Each case of a file: its name, and its parts."""
    pieces = _HEAD.split((HERE / name).read_text(encoding="utf-8"))[1:]
    return [
        (title, [part.strip("\n") for part in re.split(r"^--$", text, flags=re.MULTILINE)])
        for title, text in zip(*[iter(pieces)] * 2, strict=True)
    ]


def imported(title: str, rules: str, calendar: str, since: str = "2013-01-01", as_of: str = "2026-12-31") -> str:
    """What `pact import` shows, in the folder that we are in."""
    Path("us.pact").write_text(PACT, encoding="utf-8")
    Path("rules.txt").write_text(rules, encoding="utf-8")
    Path("shared.ics").write_text(calendar + "\n", encoding="utf-8", newline="")
    me = re.match(r"me (\S+):", title)
    try:
        found = import_files([], ImportWish("shared.ics", "rules.txt", since, as_of, me=(me[1],) if me else ()))
    except InputError as wrong:
        return str(wrong) + "".join(f"\n{line}" for line in diagnostics_text(wrong.diagnostics).splitlines())
    return preview(found, "us.pactlog", "shared.ics")


def read_again(title: str, rules: str, before: str, after: str) -> str:
    """What the second import shows, the log then, and the log after `--update` where that is another one."""
    log = Path("us.pactlog")
    log.unlink(missing_ok=True)
    imported(title, rules, before)
    add(log, *_found().entries)
    said = imported(title, rules, after)
    found = _found()
    if found.entries:
        add(log, *found.entries)
    parts = [said, log.read_text(encoding="utf-8")]
    if update_log(log, _found().compared.sure_changes):
        raise AssertionError("a line of ours was not known")
    if (updated := log.read_text(encoding="utf-8")) != parts[1]:
        parts.append(updated)
        assert not _found().entries
        assert not _found().compared.sure_changes
    log.unlink()
    return "\n".join(parts)


def tabled(title: str, settings: str, table: str) -> str:
    """The entries of a table, or what is wrong with it, in the folder that we are in."""
    Path("pact.toml").write_text(settings, encoding="utf-8")
    text = table.replace("·", "\t").replace("\n", "\r" if title.startswith("returns") else "\r\n") + "\n"
    encoding = "utf-16" if title.startswith("utf-16") else "utf-8"
    Path("us.csv").write_bytes(text.rstrip("\n").encode(encoding).replace("\ufffd".encode(), b"\xfc"))
    try:
        found = read_plainly([Path("us.csv")])
    except InputError as wrong:
        return str(wrong).replace(f"{Path().resolve()}/", "")
    entries = [f"{entry_to_text(one)}\n" for one in found.entries]
    return "".join(entries) + diagnostics_text(found.diagnostics)


def _found() -> Imported:
    return import_files([], ImportWish("shared.ics", "rules.txt", "2013-01-01", "2026-12-31"))


def write_answers(name: str, answer: Callable[..., str]) -> None:
    """Write the last part of each case as it comes out now: read the difference before you keep it."""
    text = _HEAD.split((HERE / name).read_text(encoding="utf-8"))[0].rstrip("\n")
    for title, parts in read_cases(name):
        given = "\n--\n".join(parts[:-1])
        text += f"\n\n== {title}\n{given}\n--\n{answer(title, *parts[:-1])}".rstrip("\n")
    (HERE / name).write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Write the answers of all files anew."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        write_answers("calendars.cases", imported)
        write_answers("again.cases", read_again)
        write_answers("tables.cases", tabled)


if __name__ == "__main__":
    main()
