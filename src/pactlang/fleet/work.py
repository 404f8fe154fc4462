"""One process of several that judge the agreements of a dataset: pieces of work come in, findings go out, until nobody asks any more."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from pactlang.fleet.answers import Found, Judge, as_line
from pactlang.fleet.dataset import Part, Reader
from pactlang.fleet.plan import Piece, Sources
from pactlang.fleet.texts import Folder


class Task(msgspec.Struct, frozen=True):
    """What all pieces have in common."""

    sources: Sources
    as_of: str
    names: bool


class Counts(msgspec.Struct, frozen=True):
    """What the findings of a piece come to: agreements, those with a breach, those that cannot be judged, and breaches not repaired."""

    agreements: int = 0
    broken: int = 0
    unread: int = 0
    breaches: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sum of both."""
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(*(one + another for one, another in pairs))


class Worker:
    """Judges pieces of a dataset."""

    def __init__(self, task: Task) -> None:
        self._reader = Reader(task.sources.paths)
        self._folder = Folder(Path(task.sources.folder)) if task.sources.folder else None
        self._judge = Judge(task.as_of, names=task.names)

    def done(self, piece: Piece) -> bytes:
        """The findings of a piece, as JSON Lines under a line of counts."""
        parts = self._reader.parts(piece.blocks, piece.agreements)
        lines: list[bytes] = []
        counts = Counts()
        for name in piece.agreements:
            found = self._answer(name, parts.pop(name, Part([], b"")))
            lines += map(as_line, found)
            counts = counts.plus(counted(found))
        return b"\n".join([msgspec.json.encode(counts), *lines, b""])

    def _answer(self, name: str, part: Part) -> list[Found]:
        texts, fault = part.texts, part.fault
        if self._folder is not None:
            own, wrong = self._folder.text(name)
            texts, fault = own + texts, fault or wrong
        return self._judge.answer(name, texts, part.rows, fault)


def counted(found: list[Found]) -> Counts:
    """The counts of one agreement."""
    breaches = sum(one.status == "breach" and not one.repaired for one in found)
    return Counts(1, int(breaches > 0), int(any(one.status == "fault" for one in found)), breaches)


def main() -> None:
    """Read what is asked from standard input, a line each, and answer each on standard output: its length on a line, and then itself."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    worker = Worker(msgspec.json.decode(asked.readline(), type=Task))
    pieces = msgspec.json.Decoder(Piece)
    try:
        for line in asked:
            try:
                answer, kind = worker.done(pieces.decode(line)), b""
            except Exception as problem:
                # A file that cannot be read any more: nothing can be judged without it, and whoever asked says so.
                answer, kind = str(problem).encode(errors="replace"), b" failed"
            told.write(b"%d%s\n%s" % (len(answer), kind, answer))
            told.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # whoever asked is gone
