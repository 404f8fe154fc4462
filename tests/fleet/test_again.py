"""Work that takes hours is stopped: by Ctrl+C, by a crash, by a full disk. It goes on from there, and comes to the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import pactlang
from pactlang.fleet import run, work
from pactlang.fleet.plan import plan_of, sources_of
from pactlang.fleet.run import Result, run_fleet
from pactlang.inputs import InputError
from pactlang.parts import in_parts
from tests.fleet.making import AS_OF, dataset, write

OURS = str(Path(pactlang.__file__).parent)
CALL = [sys.executable, "-c", "from pactlang.cli import main; main()", "fleet", "d.jsonl", "--as-of", AS_OF, "--cores", "1", "-o"]


def fleet(folder: Path, out: str, stop: int = 0, **more: str) -> Result:
    """Judge in this process; with `stop`, it is ended after so many pieces."""
    seen = 0

    def progress(done: int, of: int) -> None:
        nonlocal seen
        seen += 1
        if stop and seen > stop:
            raise KeyboardInterrupt

    given = {"as_of": AS_OF, "now": "2026-04-01"} | more
    return run_fleet(str(folder / "d.jsonl"), "", str(folder / out), names=False, cores=1, progress=progress, **given)


def whole(folder: Path, count: int = 70) -> bytes:
    write(folder / "d.jsonl", dataset(count, 3, kinds=2))
    fleet(folder, "whole.jsonl")
    return (folder / "whole.jsonl").read_bytes()


def test_a_kill_in_the_middle_and_once_more_is_the_same_bytes(tmp_path: Path) -> None:
    wanted = whole(tmp_path, 200)
    parts = tmp_path / ".again.jsonl.parts"
    with subprocess.Popen([*CALL, "again.jsonl"], cwd=tmp_path, stdout=subprocess.DEVNULL) as process:
        late = time.monotonic() + 60
        while time.monotonic() < late and (not parts.exists() or parts.stat().st_size < 5_000) and process.poll() is None:
            time.sleep(0.002)
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split() if sys.platform == "linux" else []
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not (tmp_path / "again.jsonl").exists()
    assert parts.stat().st_mode & 0o077 == 0
    # Who judged for it sees that nobody asks any more.
    while any(Path(f"/proc/{one}").exists() for one in workers) and time.monotonic() < late:
        time.sleep(0.01)
    assert [one for one in workers if Path(f"/proc/{one}").exists()] == []
    done = subprocess.run([*CALL, "again.jsonl"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "agreements were judged at an earlier time, as of 2026-03-01" in done.stderr
    assert (tmp_path / "again.jsonl").read_bytes() == wanted
    assert sorted(one.name for one in tmp_path.iterdir()) == ["again.jsonl", "d.jsonl", "whole.jsonl"]


def test_what_was_judged_is_not_judged_again_and_half_a_part_is_none(tmp_path: Path) -> None:
    wanted = whole(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        fleet(tmp_path, "again.jsonl", stop=2)
    parts = tmp_path / ".again.jsonl.parts"
    begun = parts.read_bytes()
    found = set()
    # As a crash leaves it: cut anywhere, or with a stretch that never reached the disk.
    for left in (begun, begun[:-1], begun[:40], begun[:-40] + bytes(40)):
        parts.write_bytes(left)
        found.add(fleet(tmp_path, "again.jsonl").before)
        assert (tmp_path / "again.jsonl").read_bytes() == wanted
    assert len(found) == 3
    assert min(found) == 0


def test_what_is_kept_of_something_else_is_not_used(tmp_path: Path) -> None:
    wanted = whole(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        fleet(tmp_path, "again.jsonl", stop=2)
    assert fleet(tmp_path, "again.jsonl", as_of="2026-02-01").before == 0
    assert (tmp_path / "again.jsonl").read_bytes() != wanted
    with pytest.raises(KeyboardInterrupt):
        fleet(tmp_path, "again.jsonl", stop=2)
    write(tmp_path / "d.jsonl", dataset(71, 3, kinds=2))
    assert fleet(tmp_path, "again.jsonl").before == 0


def test_without_a_moment_it_goes_on_as_of_the_first_time(tmp_path: Path) -> None:
    whole(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        fleet(tmp_path, "again.jsonl", stop=2, as_of="")
    again = fleet(tmp_path, "again.jsonl", as_of="", now="2026-05-05")
    assert (again.as_of, again.before > 0) == ("2026-04-01", True)


def test_a_dataset_that_changes_meanwhile_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    whole(tmp_path)

    def changes(done: int, of: int) -> None:
        os.utime(tmp_path / "d.jsonl", ns=(1, done))

    with pytest.raises(InputError, match="was changed while it was read; nothing was written"):
        run_fleet(str(tmp_path / "d.jsonl"), "", str(tmp_path / "f.jsonl"), as_of=AS_OF, now="", names=False, cores=1, progress=changes)
    assert not (tmp_path / "f.jsonl").exists()


def test_a_process_that_dies_over_an_agreement_costs_only_that_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole(tmp_path, 5)
    deadly = "import os\nfrom pactlang.fleet import work\nreal = work.Judge.answer\n"
    deadly += "work.Judge.answer = lambda self, name, *rest: os._exit(1) if name == 'a3' else real(self, name, *rest)\nmain = work.main\n"
    (tmp_path / "deadly.py").write_text(deadly)
    call, environment, folder = run.own_process("deadly")
    call[-1] = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {call[-1].replace('sys.path[:] = [', f'sys.path[:] = [{str(tmp_path)!r}, ')}"
    )
    monkeypatch.setattr(run, "own_process", lambda _: (call, environment, folder))
    found = fleet(tmp_path, "f.jsonl")
    assert (found.counts.agreements, found.counts.unread) == (5, 1)
    lines = (tmp_path / "whole.jsonl").read_text().splitlines()
    kept = [line for line in lines if '"a3"' not in line]
    assert [line for line in (tmp_path / "f.jsonl").read_text().splitlines() if '"a3"' not in line] == kept


def test_parts_are_found_again_by_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    with in_parts(path, lambda line: b"first\n") as parts:
        parts.add(7, b"seven\n")
        parts.add(2, b"")
    with in_parts(path, lambda line: line) as parts:
        assert {number: parts.part(number) for number in parts.kept} == {7: b"seven\n", 2: b""}
    with in_parts(path, lambda line: b"second\n") as parts:
        assert parts.kept == {}


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
@pytest.mark.parametrize("order", ["one after the other", "mixed"])
def test_twice_as_many_agreements_take_twice_as_many_steps(
    tmp_path: Path, ending: str, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pactlang.fleet.plan._LEAST", 300)
    monkeypatch.setattr("pactlang.fleet.dataset.BLOCK", 2_000)

    def steps(count: int) -> int:
        rows = dataset(count, 2)
        path = write(tmp_path / f"{count}.{ending}", rows if order != "mixed" else [*rows[::2], *rows[1::2]], group=10)
        seen = 0

        def count_calls(frame: object, event: str, argument: object) -> None:
            nonlocal seen
            seen += event in ("call", "c_call")

        sources = sources_of(str(path), "")
        sys.setprofile(count_calls)
        try:
            plan = plan_of(sources)
            worker = work.Worker(work.Task(sources, AS_OF, names=False))
            for piece in plan.pieces:
                worker.done(piece)
        finally:
            sys.setprofile(None)
        return seen

    steps(4)
    few, some, many = (steps(count) for count in (6, 12, 24))
    assert many - some < 2.35 * (some - few)
