"""Judges a dataset on all cores, and writes the findings as one file.

It holds the same bytes however many cores there are, and however often the work was stopped and gone on with.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import BinaryIO, cast

import msgspec

from pactlang.fleet.answers import Found, Named, as_line
from pactlang.fleet.out import writer
from pactlang.fleet.plan import Piece, Plan, mark_of, plan_of, sources_of
from pactlang.fleet.work import Counts, Task
from pactlang.inputs.files import InputError
from pactlang.inputs.moments import moment_of
from pactlang.model.calendar import load_zone
from pactlang.parts import in_parts
from pactlang.programs import own_process
from pactlang.source import PlainError

_Progress = Callable[[int, int], None]


class Begun(msgspec.Struct, frozen=True):
    """What the parts of a file are made from; `given` is whether somebody said as of when."""

    version: str
    mark: str
    as_of: str
    names: bool


class Result(msgspec.Struct, frozen=True):
    """What the whole came to; `lost` are rows that name no agreement, `before` agreements that were judged at an earlier time."""

    counts: Counts
    lost: int
    before: int
    as_of: str


def run_fleet(
    dataset: str, texts: str, out: str, *, as_of: str, now: str, names: bool, cores: int, progress: _Progress = lambda done, of: None
) -> Result:
    """Judge every agreement of a dataset, and write the findings to `out`. What was judged before a crash is not judged again.

    `as_of` is as typed; where nothing was, it is `now`, or when what goes on was begun. Raises `InputError` and `NotWrittenError`; then
    nothing was written, and what is judged by then is kept for the next time.
    """
    from pactlang import __version__

    write = writer(out)
    if as_of:
        moment_of(as_of, load_zone("UTC"))
    sources = sources_of(dataset, texts)
    mark = mark_of(sources)
    task = Task(sources, as_of or now, names)

    def begun(line: bytes) -> bytes:
        nonlocal task
        with suppress(ValueError):
            before = msgspec.json.decode(line, type=Begun)
            if not as_of and before == Begun(__version__, mark, before.as_of, names):
                task = msgspec.structs.replace(task, as_of=before.as_of)
        return msgspec.json.encode(Begun(__version__, mark, task.as_of, names)) + b"\n"

    with in_parts(Path(out), begun) as parts:
        plan = plan_of(sources)
        todo = [piece for piece in plan.pieces if piece.number not in parts.kept]
        before = sum(len(piece.agreements) for piece in plan.pieces if piece.number in parts.kept)
        done = before
        progress(done, plan.agreements)
        for piece, answer in _judged(task, todo, cores):
            parts.add(piece.number, answer)
            done += len(piece.agreements)
            progress(done, plan.agreements)
        if mark_of(sources) != mark:
            raise InputError(f"{dataset} was changed while it was read; nothing was written")
        counts = Counts()
        for piece in plan.pieces:
            counts = counts.plus(msgspec.json.decode(parts.part(piece.number).partition(b"\n")[0], type=Counts))
        lost = b"".join(_lost(plan, names))

        def pieces() -> Iterator[bytes]:
            for piece in plan.pieces:
                yield parts.part(piece.number).partition(b"\n")[2]
            yield lost

        parts.finish(lambda file: write(file, pieces(), names))
    return Result(counts, len(plan.lost), before, task.as_of)


def _lost(plan: Plan, names: bool) -> Iterator[bytes]:
    message = "This row of the dataset names no agreement."
    for _, row in plan.lost:
        found = Named("fault", rows=(row,), message=message, agreement=None) if names else Found("fault", rows=(row,), agreement=None)
        yield as_line(found) + b"\n"


class _Process:
    """A process that judges pieces, and is started anew where it ended in the midst of one."""

    def __init__(self, task: Task) -> None:
        self._task = msgspec.json.encode(task) + b"\n"
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def done(self, piece: Piece) -> bytes:
        """The findings of a piece. Where the process ends over it, its agreements are judged one by one."""
        answer = self._asked(piece)
        if answer is not None:
            return answer
        if len(piece.agreements) == 1:
            found = Found("fault", agreement=piece.agreements[0])
            return msgspec.json.encode(Counts(1, 0, 1, 0)) + b"\n" + as_line(found) + b"\n"
        singles = [self.done(msgspec.structs.replace(piece, agreements=(one,))).partition(b"\n") for one in piece.agreements]
        counts = Counts()
        for head, _, _ in singles:
            counts = counts.plus(msgspec.json.decode(head, type=Counts))
        return msgspec.json.encode(counts) + b"\n" + b"".join(lines for _, _, lines in singles)

    def _asked(self, piece: Piece) -> bytes | None:
        process = self._process
        if process is None or process.poll() is not None:
            process = self._process = self._started()
            self._send(process, self._task)
        self._send(process, msgspec.json.encode(piece) + b"\n")
        read = cast("BinaryIO", process.stdout)
        length, _, failed = read.readline().strip().partition(b" ")
        answer = read.read(int(length)) if length.isdigit() else b""
        if self._ended:
            raise InputError("it was stopped")
        if not length.isdigit() or len(answer) != int(length):
            _ended(process)
            self._process = None
            return None
        if failed:
            raise InputError(answer.decode())
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        call, environment, folder = own_process("pactlang.fleet.work")
        # In a group of its own: whoever stops the command stops it alone, and the others see that nobody asks any more.
        return subprocess.Popen(  # noqa: S603 - our own module, as `programs` starts it
            call,
            env=environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _send(self, process: subprocess.Popen[bytes], data: bytes) -> None:
        write = cast("BinaryIO", process.stdin)
        with suppress(BrokenPipeError):
            write.write(data)
            write.flush()

    def end(self) -> None:
        """End the process; it is not started again."""
        self._ended = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Let go of its streams, once nobody reads from them."""
        if self._process is not None:
            _ended(self._process)


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            cast("BinaryIO", stream).close()
    process.wait()


def _judged(task: Task, todo: list[Piece], cores: int) -> Iterator[tuple[Piece, bytes]]:
    """The findings of pieces, as they come: each core has a process, and takes the next piece when it is done with one."""
    waiting = iter(todo)
    turn = Lock()
    answers: SimpleQueue[tuple[Piece, bytes] | BaseException] = SimpleQueue()
    processes = [_Process(task) for _ in range(min(cores, len(todo)))]

    def work(process: _Process) -> None:
        try:
            while True:
                with turn:
                    piece = next(waiting, None)
                if piece is None:
                    return
                answers.put((piece, process.done(piece)))
        except BaseException as problem:
            answers.put(problem)

    threads = [Thread(target=work, args=(process,), daemon=True) for process in processes]
    for thread in threads:
        thread.start()
    try:
        for _ in todo:
            answer = answers.get()
            if isinstance(answer, PlainError | OSError):
                raise answer
            if isinstance(answer, BaseException):
                raise InputError(f"a process that judges ended: {type(answer).__name__}")
            yield answer
    finally:
        waiting = iter(())
        for process in processes:
            process.end()
        for thread, process in zip(threads, processes, strict=True):
            thread.join()
            process.close()
