"""What a machine holds is what the next events may still need: four times the log, and it holds no more."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter, deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pactlang.checker import engine
from pactlang.checker.context import Context, Reporter
from pactlang.checker.event import Event
from pactlang.checker.forms.cap_between import Occasions
from pactlang.inputs import check, load_text
from pactlang.log.entry import Entry

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
SENTENCES = (BENCHMARKS / "ten.pact").read_text(encoding="utf-8")
# Forms that the ten leave out, or that hold something else.
MORE = """
notice by-anyone
    before each encounter by Ana, notice by anyone at most 14 days ahead

notice any-notice
    before each encounter by Ana, any notice by Ana to Ben at least 3 hours ahead and at most 14 days ahead

testing tested
    before each encounter by Ana, test by Ana within the last 90 days

cap hours
    at most 60 hours of encounters per week

days school-nights
    Sunday through Thursday
    except every year on 1 May

hours quiet-hours
    on school-nights between 22:00 and 07:00
    on Saturday between 00:00 and 09:00

state at-risk for each party
    starts with encounter
    ends with test

promise by-a-day
    expense by Ana every month by day 5
    notice by Ana every week by Friday at 12:00
    encounter by Ana every day by 19:30
    encounter by Ana every Friday at 19:30 give or take 30 minutes

promise once
    test by Ben by 2026-09-30
    test by Ana on 2001-06-01

promise in-turn
    encounter by Ana and Ben in turn every week on Sunday
    encounter by Ana and Ben in turn every day
    test by Ben and Ana in turn every month

boundary named
    no encounter by each party during quiet-hours
    no encounter on school-nights

disclosure in-days
    after each encounter by Ana, disclosure by Ana to Ben within 2 school-nights
    after each encounter by Ana, disclosure by Ana to Ben within 4 quiet-hours
    if we can

cap nights
    at most 2 nights of encounters per week
    at most 20 days of encounters by each party in any 30 days
    at least 5 days of encounters by Ana per month

boundary own-state
    no encounter by each party while at-risk

boundary for-a-time
    after each encounter by Ana, no encounter by the same party for 5 hours
    after each encounter by Ben, no expense until consent by Ben

repair several
    after each breach of the-cap or for-a-time, notice by Ana within 2 days

promise shares
    at least 20 percent of expense by Ana per month
    at least 10 percent of expense by each party per month

boundary too-close
    no encounter within 1 hour before notice
    no gratitude by Ana or Ben within 2 days before test by the same party

promise by-the-date
    after each gratitude, notice by Ana by the date asked for

cap between
    at most 4 encounters between check-ins
    at most 8 hours of encounters between check-ins
    at most 90 EUR of expense by each party between tests

disclosure or-else
    after each encounter by Ana, disclosure by Ana to Ben within 19 hours
    otherwise notice by Ana within 2 days

repair counting-up
    after 30 encounters in any 7 days, check-in by everyone within 3 days
"""
ASKED = timedelta(days=2)  # by when a gratitude of the log asks for something


def _log(count: int, folder: Path) -> str:
    spec = importlib.util.spec_from_file_location("make_log", BENCHMARKS / "make_log.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path = folder / f"{count}.jsonl"
    entries = module.entries(count)
    for entry in entries:
        if entry["type"] == "gratitude":
            entry["until"] = (datetime.fromisoformat(entry["at"]) + ASKED).date().isoformat()
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return str(path)


def _parts(thing: object) -> Iterator[object]:
    if isinstance(thing, dict):
        yield from thing.keys()
        yield from thing.values()
    elif isinstance(thing, list | tuple | set | frozenset | deque):
        yield from thing
    elif type(thing).__module__.startswith("pactlang.checker"):
        names = [*getattr(thing, "__dict__", ()), *(name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ()))]
        names += getattr(thing, "__struct_fields__", ())
        yield from (getattr(thing, name, None) for name in names)


def _held(machine: object) -> int:
    """The events and entries that a machine can still reach, and whatever it counts for them.

    The occasions between which a cap counts are no part of it: they have to be known ahead, and are few.
    """
    seen: set[int] = set()
    found = 0
    waiting = [machine]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, Context | Reporter | Occasions):
            continue
        seen.add(id(thing))
        if isinstance(thing, Event | Entry):
            found += 1
        else:
            waiting.extend(_parts(thing))
    return found


def _after(count: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    made: list[object] = []
    compile_version = engine.compile_version

    def kept(*given: object) -> object:
        program = compile_version(*given)  # type: ignore[arg-type]
        made.extend(program.machines)
        return program

    monkeypatch.setattr(engine, "compile_version", kept)
    last = json.loads(Path(log := _log(count, folder)).read_text(encoding="utf-8").splitlines()[-1])["at"][:10]
    check(load_text(SENTENCES + MORE), log, as_of=datetime.fromisoformat(f"{last}T23:59:00+01:00"))
    monkeypatch.undo()
    return Counter({f"{place} {type(machine).__name__}": _held(machine) for place, machine in enumerate(made)})


def test_what_machines_hold_does_not_grow_with_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = _after(2_000, tmp_path, monkeypatch), _after(8_000, tmp_path, monkeypatch)
    assert len(short) >= 41
    # Some dozens may lie within a window at the end of the one and not of the other.
    grown = {name: (short[name], count) for name, count in long.items() if count > 1.2 * short[name] + 60}
    assert not grown
