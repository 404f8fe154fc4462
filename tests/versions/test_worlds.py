"""However a renegotiation is laid out, the answer is the same; and what brings no signature changes nothing."""

from __future__ import annotations

import json
import os
import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from .repository import Repository
from .worlds import Plan, signed, words

WORLDS = range(40 if os.environ.get("PACT_FUZZ") == "long" else 3)
START = date(2026, 1, 5)
AS_OF = ("--as-of", "2026-07-01")


class World:
    """Some texts with the dates of their signatures, and a log."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)
        self.bare: list[str] = []
        self.dates: list[tuple[str, str]] = []
        on = START
        for place in range(chance.randint(2, 3)):
            first = (on + timedelta(days=chance.randint(-3, 25))).isoformat() if chance.random() < 0.7 else ""
            zone = chance.choice(("Europe/Berlin", "Europe/Berlin", "America/New_York"))
            self.bare.append(words(place + 1 if chance.random() < 0.5 else 4 - place, first, zone))
            days = [on + timedelta(days=chance.randint(1, 9)), on + timedelta(days=chance.randint(10, 14))]
            self.dates.append((days[0].isoformat(), days[1].isoformat()))
            on = days[1] + timedelta(days=chance.randint(1, 30))
        self.half = [signed(text, Ana=ana) for text, (ana, _) in zip(self.bare, self.dates, strict=True)]
        self.whole = [signed(text, Ana=ana, Ben=ben) for text, (ana, ben) in zip(self.bare, self.dates, strict=True)]
        days = sorted(chance.sample(range(150), 24))
        self.log = "".join(f"{START + timedelta(days=day)} 20:00  encounter by Ana with dana\n" for day in days)


def judged(repository: Repository, *files: str, log: str = "") -> list[tuple[str, str, str]]:
    """Every finding with its id, its status and what it says."""
    repository.write("log.pactlog", log)
    answer = repository.run("check", "--all", "--format", "json", *AS_OF, *(files or ("us.pact",)), "log.pactlog")
    assert answer.code in (0, 1), answer.err
    return [(one["id"], one["status"], one["message"]) for one in json.loads(answer.out)["findings"]]


def in_place(world: World) -> Plan:
    plan = Plan()
    for bare, half, whole in zip(world.bare, world.half, world.whole, strict=True):
        for text in (bare, half, whole):
            plan.add(us_pact=text)
    return plan


def renamed(world: World) -> Plan:
    plan = Plan()
    for place, (half, whole) in enumerate(zip(world.half, world.whole, strict=True)):
        last = place == len(world.whole) - 1
        name = "us.pact" if last else f"text{place}.pact"
        if place:
            plan.add(**{name.replace(".", "_"): world.whole[place - 1]})
        plan.add(**{name.replace(".", "_"): half})
        plan.add(**{name.replace(".", "_"): whole})
    return plan


def rebased(world: World) -> Plan:
    plan = in_place(world)
    for commit in plan.commits:
        commit.when = 1_900_000_000 - commit.when % 1000
    plan.commits[0].files["elsewhere"] = "moved"
    return plan


def merged(world: World) -> Plan:
    """Each signs on a line of their own, and the two are merged."""
    plan = Plan()
    tip = plan.add(us_pact=world.bare[0])
    for bare, (ana, ben), whole in zip(world.bare, world.dates, world.whole, strict=True):
        base = plan.add(tip, us_pact=bare)
        one = plan.add(base, us_pact=signed(bare, Ana=ana))
        other = plan.add(base, us_pact=signed(bare, Ben=ben))
        tip = plan.add(other, one, us_pact=whole)
    return plan


def merged_with_ours(world: World) -> Plan:
    """What was signed on a side whose text a merge left out was signed all the same."""
    plan = Plan()
    tip = plan.add(us_pact=world.bare[0])
    for whole in world.whole[:-1]:
        side = plan.add(tip, us_pact=whole)
        aside = plan.add(tip, us_pact=world.bare[0], note="x")
        tip = plan.add(aside, side, us_pact=world.bare[0], note="x")
    plan.add(tip, us_pact=world.whole[-1])
    return plan


LAYOUTS = {one.__name__: one for one in (in_place, renamed, rebased, merged, merged_with_ours)}


@pytest.mark.parametrize("number", WORLDS)
def test_the_layout_changes_no_finding(number: int, tmp_path: Path) -> None:
    world = World(number)
    plain = Repository(tmp_path / "files")
    plain.path.mkdir()
    names = [f"v{place}.pact" for place in range(len(world.whole))]
    for name, text in zip(names, world.whole, strict=True):
        plain.write(name, text)
    expected = judged(plain, *names, log=world.log)
    assert any(status == "breach" for _, status, _ in expected)
    random.Random(number).shuffle(names)
    assert judged(plain, *names, log=world.log) == expected
    for name, layout in LAYOUTS.items():
        assert judged(layout(world).build(tmp_path / name), log=world.log) == expected, name


@pytest.mark.parametrize("number", WORLDS)
def test_what_brings_no_signature_changes_nothing(number: int, tmp_path: Path) -> None:
    world, chance = World(number), random.Random(number)
    plan = in_place(world)
    expected = judged(plan.build(tmp_path / "before"), log=world.log)
    others = [
        *world.bare,
        *world.half,
        *world.whole,
        f"# read again\n{world.whole[-1]}",
        world.whole[-1].replace("    ", "  "),
        "pact pact\n",
    ]
    for _ in range(6):
        plan.add(**({"us_pact": chance.choice(others)} if chance.random() < 0.8 else {"note": "deleted"}))
    plan.add(us_pact=world.whole[-1])
    repository = plan.build(tmp_path / "after")
    assert judged(repository, log=world.log) == expected
    for text in others:
        repository.write("us.pact", text)
        assert judged(repository, log=world.log) == expected, text


DRAFTS = (
    words(1, "2026-02-01", "Pacific/Auckland"),
    words(1, "2026-02-01").replace("Ana and Ben", "Ana and Cleo"),
    words(1, "2026-02-01", more="\nevent hike\n\nboundary none\n    no encounter"),
    words(1).replace("use relationships", "use relationships\n\nevent encounter\n    fields mood"),
    "pact pact\n",
)


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_changes_no_answer_whether_unsaved_staged_or_committed(draft: str, tmp_path: Path) -> None:
    """Law 9: the same bytes but for the remark."""
    world = World(1)
    repository = in_place(world).build(tmp_path / "git")
    repository.write("log.pactlog", world.log)
    commands = (
        ("check", "--all", "us.pact", "log.pactlog", *AS_OF),
        ("status", "us.pact", "log.pactlog", *AS_OF),
        ("may", "us.pact", "log.pactlog", "encounter by Ana with dana on 2026-07-01 20:00", *AS_OF),
        ("export", "us.pact", "log.pactlog", "-o", "-", *AS_OF),
        ("report", "us.pact", "log.pactlog", "--format", "terminal", *AS_OF),
    )

    def answers() -> list[tuple[int, str]]:
        found = [repository.run(*command) for command in commands]
        return [(one.code, "\n".join(line for line in one.out.splitlines() if not line.startswith("us.pact "))) for one in found]

    def places(text: str) -> str:
        """A line of the text in force is shown where it stands: in git, once another text lies in the folder."""
        return re.sub(r"(\b[0-9a-f]{7}:\./|\b)us\.pact:\d+", "us.pact:N", text)

    before = [(code, places(out)) for code, out in answers()]
    repository.write("us.pact", draft)
    assert [(code, places(out)) for code, out in answers()] == before
    repository.git("add", "us.pact")
    assert [(code, places(out)) for code, out in answers()] == before
    repository.git("commit", "--quiet", "--no-verify", "-m", "A draft")
    assert [(code, places(out)) for code, out in answers()] == before


MANY_FORMS = """
    {reason}
promise dates
    at least 2 date-nights by Ana and Ben per month

check-in weekly
    check-in by everyone every 2 weeks on Monday at 20:00

disclosure tell
    after each encounter, disclosure by the same party within 24 hours

notice ahead
    before each encounter, notice by the same party to the others at least 2 days ahead

testing regular
    test by each party every 30 days
"""


@pytest.mark.parametrize("on", ["2026-02-28", "2026-03-11", "2026-04-01"])
def test_signing_again_with_another_reason_changes_no_finding_but_its_place(on: str, tmp_path: Path) -> None:
    """The sentences go on: periods, turns and stretches over the day on which the text was signed anew are counted as one."""
    log = "".join(f"2026-0{month}-{day:02} 20:00  encounter by Ana with dana\n" for month in (2, 3, 4) for day in (3, 9, 12, 27))
    log += "".join(f"2026-0{month}-10 20:00  date-night by Ana and Ben\n" for month in (2, 3, 4))
    first = words(3, "2026-01-05", more=MANY_FORMS.format(reason="> Weekends are ours."))
    again = words(3, "2026-01-05", more=MANY_FORMS.format(reason="> Weekends are for us two."))
    plan = Plan()
    plan.add(us_pact=signed(first, Ana="2026-01-02", Ben="2026-01-03"))
    repository = plan.build(tmp_path / "git")
    expected = judged(repository, log=log)
    assert sum(status == "breach" for _, status, _ in expected) > 10
    repository.write("us.pact", signed(again, Ana=on, Ben=on))
    assert judged(repository, log=log) == expected
