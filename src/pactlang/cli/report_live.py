"""`pact report --live`: the report on loopback, with a form that does what `pact may` and `pact log` do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.words.page import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Judgement
    from pactlang.inputs import InputError
    from pactlang.report.live import Tried


def serve(files: list[str], since: str, *, for_review: bool, this_text: bool) -> None:
    """Serve until Ctrl+C. Raises `InputError` where the texts cannot be read as it begins, `PlainError` where loopback cannot be had."""
    from pactlang.inputs import STANDARD_INPUT, InputError
    from pactlang.report.live import Live

    if STANDARD_INPUT in files:
        raise InputError("a page that follows its files needs files; standard input is not one")
    desk = FolderDesk(files, since, for_review=for_review, this_text=this_text)
    desk.report()
    server = Live(desk)
    show(f"{server.address}\n")
    show("Open it in a browser on this computer: nobody else can. Keep the address to yourself. Ctrl+C ends it.\n", sys.stderr)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        show("\n", sys.stderr)
    finally:
        server.server_close()


class FolderDesk:
    """An agreement and its logs as they lie in the folder at each moment."""

    def __init__(self, files: list[str], since: str, *, for_review: bool, this_text: bool) -> None:
        self._files, self._since, self._for_review, self._this_text = files, since, for_review, this_text
        self._seen: set[Path] = set()
        self._folders: set[Path] = set()
        self._until: int | None = None

    def report(self, top: str = "", head: str = "", policy: str = "") -> str:
        """The page of now. Raises `InputError`."""
        from pactlang.inputs import check_files, date_of, read_texts
        from pactlang.inputs.settings import SETTINGS
        from pactlang.report.html import POLICY, report_html
        from pactlang.report.make import report_of

        texts = read_texts(self._files, this_text=self._this_text, read=self._noted)
        self._folders = {path.parent for path in texts.pacts}
        self._seen |= {*self._folders, *(folder / SETTINGS for folder in self._folders)}
        judgement = check_files(self._files, keep_all=True, this_text=self._this_text).judgement
        self._until = _next_change(judgement)
        first = date_of(self._since, "--since") if self._since else None
        report = report_of(judgement, texts.agreements, texts.entries, since=first, for_review=self._for_review)
        return report_html(report, head=head, top=top, policy=policy or POLICY, referrer="same-origin")

    def page(self, top: str, head: str, policy: str) -> str:
        """The page, or what is wrong with the files."""
        from html import escape

        from pactlang.inputs import InputError
        from pactlang.source import PlainError

        try:
            return self.report(top, head, policy)
        except (InputError, PlainError) as problem:
            wrong = escape(_words(problem))
        title = "The files cannot be read"
        return (
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n{head}</head><body>\n{top}'
            f"<main><h1>{title}</h1><pre>{wrong}</pre><p>This page comes back when they can.</p></main></body></html>\n"
        )

    def state(self) -> str:
        """A word that changes as the files do, as a log comes or goes, as git's commits do, and once something else is due."""
        from time import time

        from pactlang.hashes import sha256

        found = [str(self._until is not None and time() >= self._until), *map(self._commit, sorted(self._folders))]
        for path in sorted(self._seen):
            try:
                known = path.stat()
                found.append(f"{known.st_mtime_ns} {known.st_size}")
            except OSError:
                found.append("gone")
        return sha256("\n".join(found).encode()).hexdigest()[:16]

    def _noted(self, path: Path) -> bytes:
        """Read a file, and look at it from then on, also if another brought it in."""
        from pactlang.inputs.files import read_file

        self._seen.add(path)
        return read_file(path)

    def _commit(self, folder: Path) -> str:
        """Where git is, if the texts it keeps count."""
        from pactlang.history import GitError
        from pactlang.history.git import run
        from pactlang.programs import program

        if self._this_text or program("git") is None:
            return ""
        try:
            return run(folder, "rev-parse", "HEAD", "@{upstream}").out.decode(errors="replace")
        except GitError:
            return ""

    def logs(self) -> Sequence[str]:
        """The names of the logs of now that an entry can go into."""
        from pactlang.day.append import JSON_LINES, TEXT
        from pactlang.inputs import InputError
        from pactlang.inputs.files import sort_files

        try:
            found = sort_files([Path(name) for name in self._files])[1]
        except InputError:  # the page says what is wrong
            return ()
        return [str(path) for path in found if path.suffix in (*JSON_LINES, *TEXT)]

    def tried(self, said: str, note: str, log: str) -> Tried:
        """What `pact may` says of it, and the line that would be written."""
        from pactlang.cli.log import ready
        from pactlang.cli.may import read_said
        from pactlang.day.may import try_entry
        from pactlang.day.may_text import trial_text
        from pactlang.inputs import InputError
        from pactlang.log.write import entries_to_text
        from pactlang.report.live import Tried
        from pactlang.source import PlainError

        said = said.replace("\r", " ").replace("\n", " ").strip()
        try:
            texts, known, entries = read_said(self._files, said, self._who(said), "", ahead=False, this_text=self._this_text)
            words = []
            fits = True
            for entry in ready(entries, known, note):
                trial = try_entry(known, entry)
                if trial.asks_who:
                    return Tried("By whom? It counts only if it says so: add 'by NAME'.")
                words.append(trial_text(trial, known.zone, width=76))
                fits = fits and trial.fits
            line = entries_to_text(entries).rstrip("\n")
            self._log(texts.logs, texts.pacts, log)
        except (InputError, PlainError) as problem:
            return Tried(_words(problem))
        return Tried("\n".join(words), line, fits)

    def write(self, line: str, note: str, log: str) -> str:
        """Write it as `pact log` does."""
        from pactlang.cli.log import put_down, ready
        from pactlang.cli.may import read_said
        from pactlang.inputs import InputError
        from pactlang.source import PlainError

        try:
            texts, known, entries = read_said(self._files, line, "", "", ahead=False, this_text=self._this_text)
            path = self._log(texts.logs, texts.pacts, log)
            put_down(path, ready(entries, known, note))
        except (InputError, PlainError) as problem:
            return f"Nothing was written. {_words(problem)}"
        from pactlang.words.words import safe
        from pactlang.writing import UNLOCKED

        loose = " It is on a drive without locks: let nothing else write there at the same time." if UNLOCKED else ""
        UNLOCKED.clear()
        return f"Written to {safe(str(path))}.{loose}"

    def _who(self, said: str) -> str:
        from pactlang.cli.talk import who_am_i
        from pactlang.inputs import read_texts

        if " by " in f" {said} " or said.startswith("complete "):
            return ""
        texts = read_texts(self._files, this_text=self._this_text)
        return who_am_i(texts.pacts[-1], texts.agreements[-1])

    @staticmethod
    def _log(logs: list[Path], pacts: list[Path], chosen: str) -> Path:
        """The log that was chosen, if it is one of several; no name from outside is ever opened."""
        from pactlang.cli.talk import the_log

        return next((path for path in logs if str(path) == chosen), None) or the_log(logs, pacts, ask=False)


def _next_change(judgement: Judgement) -> int:
    """The next instant at which the page says something else although nobody wrote anything: the end of the day, of a term, of a pause."""
    zone, now = judgement.zone, judgement.as_of
    ends = [zone.midnight(zone.date_of(now) + 1)]
    ends += [one.due for one in judgement.findings if one.due is not None]
    ends += [end for hold in judgement.holds for end in (hold.start, hold.end)]
    ends += [bar.end for bar in judgement.bars if bar.end is not None]
    return min(one for one in ends if one > now)


def _words(problem: InputError | Exception) -> str:
    """What is wrong, in plain words."""
    from pactlang.inputs.advice import advised
    from pactlang.words.diagnostics import diagnostics_text
    from pactlang.words.words import safe

    diagnostics = getattr(problem, "diagnostics", None)
    told = diagnostics_text(advised(diagnostics)) if diagnostics else ""
    return told + safe(getattr(problem, "message", "" if told else str(problem)))
