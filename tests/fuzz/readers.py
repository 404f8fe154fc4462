"""Every reader of a file that somebody else may have written, as one function each: a folder and the bytes.

Whatever the bytes are, a reader ends; what is wrong is said by its own error or its exit code, and nothing else is raised.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

PACT = Path(__file__).parent / "corpus" / "agreement" / "first.pact"
LOG = Path(__file__).parent / "corpus" / "log" / "first.pactlog"
Reader = Callable[[Path, bytes], None]


def called(folder: Path, *arguments: str) -> tuple[int, str]:
    """A command in a folder: its exit code and all that it said. What it raises is raised: nothing is caught that hides a mistake."""
    from tests.cli.running import code_of

    here, said = Path.cwd(), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                code = code_of(*arguments)
            except SystemExit as done:
                code = done.code if isinstance(done.code, int) else 2
        said.flush()
        words = said.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    finally:
        os.chdir(here)
    assert code in (0, 1, 2), (code, words)
    assert "Traceback" not in words, words
    unsafe = [one for one in words if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and one not in "\n\u200c\u200d"]
    assert unsafe == [], (unsafe, words)
    return code, words


def agreement(folder: Path, data: bytes, name: str = "us.pact") -> None:
    (folder / name).write_bytes(data)
    code, words = called(folder, "check", name, "us.pactlog", "--as-of", "2026-10-05")
    assert code != 1 or "breach" in words, words
    called(folder, "fmt", "--check", name)


def page(folder: Path, data: bytes) -> None:
    agreement(folder, data, "us.md")


def log(ending: str) -> Reader:
    def read(folder: Path, data: bytes) -> None:
        name = f"fuzzed.{ending}"
        (folder / name).write_bytes(data)
        code, words = called(folder, "check", "us.pact", name, "--as-of", "2026-10-05")
        assert code != 1 or "breach" in words, words

    return read


def calendar(_: Path, data: bytes) -> None:
    """Whatever it holds: all of it is found, left out or elsewhere, or the whole is refused in words."""
    from pactlang.calendars.reading.read import CalendarError, read_calendar

    with contextlib.suppress(CalendarError):
        read_calendar(data, date(2026, 9, 1).toordinal(), date(2026, 10, 31).toordinal(), ["ana@example.org"])


def rules(_: Path, data: bytes) -> None:
    from pactlang.calendars.reading.rules import RuleError, read_rules

    with contextlib.suppress(RuleError):
        read_rules(data.decode("utf-8", errors="replace"))


def settings(_: Path, data: bytes) -> None:
    from pactlang.lint.settings import SettingsError, read_settings

    with contextlib.suppress(SettingsError):
        read_settings(data, "pact.toml")


def accepted(folder: Path, data: bytes) -> None:
    (folder / "us.accepted").write_bytes(data)
    called(folder, "diff", "us.pact", "us.pact")


def baseline(folder: Path, data: bytes) -> None:
    from pactlang.cli.lint import _remembered

    assert isinstance(_remembered(data), list | None)


def session(folder: Path, data: bytes) -> None:
    from pactlang.day.session import last

    os.environ["XDG_STATE_HOME"], os.environ["PACT_SESSION"] = str(folder), "fuzz"
    (folder / "pactlang").mkdir(exist_ok=True)
    (folder / "pactlang" / "last-fuzz.json").write_bytes(data)
    last()


def dataset(ending: str) -> Reader:
    """A dataset of `pact fleet`, judged in this process: every agreement gets an answer, or the whole is refused in words."""

    def read(folder: Path, data: bytes) -> None:
        from pactlang.fleet.plan import plan_of, sources_of
        from pactlang.fleet.work import Task, Worker
        from pactlang.source import PlainError

        name = folder / f"many.{ending}"
        name.write_bytes(data)
        with contextlib.suppress(PlainError):
            sources = sources_of(str(name), "")
            plan, worker = plan_of(sources), Worker(Task(sources, "2026-10-05", names=True))
            answered = [json.loads(line)["agreement"] for piece in plan.pieces for line in worker.done(piece).splitlines()[1:]]
            assert set(answered) == {one for piece in plan.pieces for one in piece.agreements}

    return read


READERS: dict[str, Reader] = {
    "agreement": agreement,
    "page": page,
    "log": log("pactlog"),
    "jsonl": log("jsonl"),
    "csv": log("csv"),
    "parquet": log("parquet"),
    "dataset": dataset("jsonl"),
    "dataset-parquet": dataset("parquet"),
    "calendar": calendar,
    "rules": rules,
    "settings": settings,
    "accepted": accepted,
    "baseline": baseline,
    "session": session,
}
