"""Calls with every option that a command has: what lies in a folder, what fails and what odd names do concerns these, too.

`{pact}` and the like are the names of files, `{party}` the first of the parties and `{name}` the same as an agreement writes it; the number
is the exit code where all is well, in a folder without git.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pactlang.cli.app import whole

NOW = ["--as-of", "2026-03-01"]
ALL = [*NOW, "--this-text"]
NAMES = {"pact": "us.pact", "log": "us.pactlog", "shared": "shared.ics", "rules": "rules.txt", "many": "many.jsonl", "ours": "ours.merge"}
NAMES |= {"ics": "r.ics", "html": "r.html", "known": "known.json", "found": "found.jsonl", "texts": "texts"}
NAMES |= {"name": "Ana", "party": "Ana"}
LONG = os.environ.get("PACT_FUZZ") == "long"
CALLS: list[tuple[list[str], int]] = [
    (
        [
            "new",
            "begun",
            "--template",
            "roommates",
            "--between",
            "{name} and Ben",
            "--from",
            "2026-01-05",
            "--zone",
            "UTC",
            "--format",
            "json",
        ],
        0,
    ),
    (["new", "begun", "--ask"], 2),
    (["lint", "{pact}", "--log", "{log}", *NOW, "--ignore", "C", "--all", "--strict", "--statistics", "--format", "json"], 1),
    (["lint", "{pact}", *NOW, "--select", "M", "--unsafe-fixes", "--diff"], 0),
    (["lint", "{pact}", *NOW, "--select", "M", "--fix", "--write-baseline", "{known}"], 0),
    (["lint", "{pact}", *NOW, "--select", "M", "--baseline", "{known}"], 2),
    (["lint", "{pact}", "--read"], 0),
    (["lint", "{pact}", *NOW, "--select", "M", "--watch"], 0),
    (["fix", "{pact}", "--all", "--format", "json"], 0),
    (["check", "{pact}", "{log}", *ALL, "--since", "2026-01-05", "--only", "check-in", "--all", "--full", "--strict", "--history"], 1),
    (["check", "{pact}", "{log}", *ALL, "--since-talk", "--summary", "--format", "json"], 1),
    (["explain", "{pact}", "evenings", "--format", "json"], 0),
    (["test", "{pact}", "--format", "json"], 0),
    (["status", "{pact}", "{log}", *ALL, "--for", "{party}", "--due", "--history", "--format", "json"], 0),
    (["why", "{pact}", "{log}", *ALL, "--history", "--format", "json", "check-in@2026-01-11"], 0),
    (["may", "{pact}", "{log}", *ALL, "--as", "{party}", "--format", "json", "test"], 0),
    (["log", "{pact}", "{log}", *ALL, "--as", "{party}", "--note", "a note of {party}", "--yes", "test"], 0),
    (["log", "{pact}", "{log}", "--undo"], 2),
    (["log", "{pact}", "{log}", "--edit"], 2),
    (["repair", "{pact}", "{log}", *ALL, "--settle", "--as", "{party}"], 0),
    (["repair", "{pact}", "{log}", *ALL, "--format", "json"], 0),
    (["repair", "{pact}", "{log}", *ALL, "--format", "ics"], 0),
    (["sheet", "impact", "{pact}", "{log}", *ALL, "--as", "{party}", "--format", "json"], 0),
    (["report", "{pact}", "{log}", *ALL, "--since", "2026-01-05", "--redact", "--for-review", "--history", "-o", "{html}"], 0),
    (["report", "{pact}", "{log}", *ALL, "--for-review", "--format", "json"], 0),
    (["report", "{pact}", "{log}", "--since", "2026-01-05", "--for-review", "--this-text", "--live"], 0),
    (["export", "{pact}", "{log}", *ALL, "--only", "check-in", "--for", "{party}", "--titles", "full", "--caps", "-o", "{ics}"], 0),
    (["export", "{pact}", "{log}", *NOW, "--horizon", "30d", "--prune-before", "2026-01-01", "-o", "{ics}", "--watch"], 0),
    (["export", "{pact}", "{log}", *NOW, "--caldav", "https://127.0.0.1:1/{party}"], 2),
    (
        [
            "import",
            "{shared}",
            "{pact}",
            "{log}",
            "--map",
            "{rules}",
            *ALL,
            "--from",
            "2026-01-05",
            "--me",
            "a@example.org",
            "--all",
            "--yes",
        ],
        0,
    ),
    (["import", "{shared}", "{pact}", "{log}", "--map", "{rules}", *NOW, "--update", "--yes", "--watch"], 0),
    (["days", "--country", "DE", "--region", "BE", "--years", "2026"], 0),
    (["fmt", "{pact}", "--check", "--diff"], 0),
    (["diff", "{pact}", "{pact}", "--drafts", "--format", "json"], 0),
    (["diff", "{pact}", "{pact}", "--replay", "{log}", *NOW, "--exit-code"], 0),
    (["diff", "{pact}", "{pact}", "--accept", "0000", "--reason", "{party} said so"], 2),
    (["sign", "{pact}", "--as", "{party}", "--on", "2026-01-01", "--key", "{log}", "--this-text"], 2),
    (["verify", "{pact}", "--keys", "--this-text", "--format", "json"], 1),
    (["history", "{pact}", "--format", "json"], 2),
    (["rules", "--format", "json"], 0),
    (["doctor", "--format", "json"], 0),
    (["fleet", "{many}", "--texts", "{texts}", "--out", "{found}", "--names", "--engine", "local", "--cores", "1", *NOW], 2),
    (["git", "install", "--words"], 2),
    (["git", "merge-driver", "--marker-size", "7", "--", "{pact}", "{ours}", "{pact}", "{pact}"], 0),
]


def filled(start: int = 0, step: int = 1) -> list[tuple[list[str], int]]:
    """The calls, with the plain names of the files; every so-manieth, and all of them in `make long`."""
    return [([part.format(**NAMES) for part in call], code) for call, code in (CALLS if LONG else CALLS[start::step])]


def lacking(calls: Iterable[Sequence[str]]) -> set[str]:
    """The options of the commands that none of these calls has, each after its command.

    >>> sorted(lacking([["verify", "--keys"]]) & {"verify --keys", "verify --format"})
    ['verify --format']
    """
    had = [(" ".join(call), set(call)) for call in calls]
    return {
        f"{name} {option}"
        for name, command in _named(whole())
        for spellings in (one.opts for one in command.params if one.param_type_name == "option")
        if not any(f"{said} ".startswith(f"{name} ") and parts.intersection(spellings) for said, parts in had)
        for option in [max(spellings, key=len)]
    }


def _named(command: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, one in command.commands.items():
        yield from _named(one, f"{before}{name} ") if hasattr(one, "commands") else ((f"{before}{name}", one),)
