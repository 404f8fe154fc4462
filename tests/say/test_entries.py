"""Lines of a log in ordinary English: what each could mean, and that nothing is written that nobody saw."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.inputs.entries import Scribe
from pactlang.inputs.fixing import taken, text_to_fix
from pactlang.log.read import read_log
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from tests.cli.running import Folder
from tests.say.entry_scoring import NOW, answer, rows, scribe, verdict

if TYPE_CHECKING:
    import pytest

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

person robin

cap dates
    at most 3 encounters with robin per month
"""


def test_the_lines_are_led_no_worse_than_before() -> None:
    told = Counter(verdict(row, answer(row)[0]).split()[0] for row in rows())
    assert told["led"] >= 97
    assert not told["plain-wrong"]


def test_a_number_that_is_said_is_in_the_entry_or_named_as_left_out() -> None:
    for row in rows():
        for offer in answer(row)[0].offers:
            said = f"{offer.lines[0]} {' '.join(offer.lost)}"
            for number in re.findall(r"\d+\.\d+|\d{2,}(?![\d:ap])", row.typed.replace("o'clock", "")):
                assert number in said, (row.typed, offer)


def test_what_did_not_happen_is_no_entry() -> None:
    for typed in ("didn't see robin", "no call today", "nobody cleaned", "will call ben tomorrow", "met robin or dana", "forgot to call"):
        advice = scribe("r").suggest(typed, NOW, me="Ana")
        assert (advice.kind, advice.offers) == ("plain", ()), typed
        assert advice.cue
        assert advice.why


def test_an_offer_is_one_entry_and_says_it_all() -> None:
    for row in rows()[::3]:
        for offer in answer(row)[0].offers:
            log = read_log(offer.lines[0], "a.pactlog")
            assert len(log.entries) == 1
            assert not log.diagnostics


def test_a_dated_line_keeps_its_date() -> None:
    advice = scribe("r").suggest("2026-11-04 met robin last night", NOW, me="Ana")
    assert advice.offers[0].lines[0] == "2026-11-04  encounter by Ana with robin"
    assert advice.offers[0].lost == ("last night",)
    assert scribe("r").suggest("2026-11-04 met robin at 7pm", NOW, me="Ana").offers[0].lines[0].startswith("2026-11-04 19:00  encounter")


def test_nothing_is_written_of_what_only_could_be_meant(tmp_path: Path) -> None:
    here = Folder(tmp_path)
    here.write("us.pact", PACT)
    log = here.write("us.pactlog", "2026-11-03 19:00  encounter by Ana with robin\n")
    done = here.run("log", "met robin last night", "--as", "Ana", "--yes", "--as-of", "2026-11-07T12:00")
    assert done.code == 2
    assert "2026-11-06 ‹21:00›  encounter by Ana with robin" in done.err
    assert log.read_text(encoding="utf-8").count("\n") == 1


def test_a_line_of_a_log_is_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("us.pact").write_text(PACT, encoding="utf-8")
    Path("us.pactlog").write_text("2026-11-04 19:00  encounter by Ana with robin\n2026-11-05 saw robin\n", encoding="utf-8")
    text = text_to_fix(Path("us.pactlog"))
    (line,) = text.lines
    assert (line.line, line.advice.offers[0].holes) == (2, ("Ana",))
    new = taken(text, line, line.advice.offers[0], ["Ben"])
    assert new.splitlines()[1] == "2026-11-05  encounter by Ben with robin"


PAUSES = f"""{PACT}
pause breather
    anyone may pause encounters

pause calm
    anyone may pause date-nights
"""


def test_a_pause_is_offered_as_one_and_by_the_clause_that_it_names() -> None:
    """Whoever stops is never led to an entry that says they did something."""
    agreement, _ = resolve_gathered(gather(Path("us.pact"), lambda _: PAUSES.encode()))
    assert agreement is not None
    stopped = Scribe([agreement])
    now = "2026-11-07 12:00"
    for typed, entry in (
        ("ben paused the breather", f"{now}  pause breather by Ben"),
        ("pause the breather by Ben", f"{now}  pause breather by Ben"),
        ("ben paused encounters", f"{now}  pause breather by Ben"),
        ("we paused date-nights yesterday", "2026-11-06  pause calm by Ana and Ben"),
        ("ben needs a time-out", f"{now}  pause by Ben"),
        ("ben paused the breather until 2026-11-20", f"{now}  pause breather by Ben until 2026-11-20"),
        ("I resumed the breather", f"{now}  resume breather by Ana"),
        ("ben lifted his pause", f"{now}  resume by Ben"),
        ("ben paused encounters with ana", f"{now}  pause breather by Ben"),
        ("ben paused dinner with robin", f"{now}  pause by Ben"),
    ):
        offers = stopped.suggest(typed, NOW, me="Ana").offers
        assert [one.lines[0] for one in offers] == [entry], typed
    assert stopped.suggest("ben paused dinner with robin", NOW, me="Ana").offers[0].lost
    assert all(" pause" not in one.lines[0] for one in stopped.suggest("date night after the pause", NOW, me="Ana").offers)


def test_who_was_there_is_no_tag_and_an_event_that_is_named_is_not_called_missing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("us.pact", PACT)
    folder.write(
        "us.pactlog", "2026-03-01 20:00  encounter by Ana with kim, please\n2026-03-02  encounter with kim and lou until 9 yesterday\n"
    )
    told = folder.run("check").err
    assert "tagged" not in told
    assert "names an event" not in told


def test_whoever_stands_after_by_did_it() -> None:
    for typed in ("talk by both", "talk by us both", "talk by everyone", "talk by all of us", "talk by both of us"):
        told = scribe("r").suggest(f"{typed} on friday 20:00", NOW, me="Ana")
        assert [(one.lines[0], one.lost) for one in told.offers] == [("2026-11-06 20:00  talk by Ana and Ben", ())], typed


def test_before_something_is_done_its_day_lies_ahead() -> None:
    ahead = NOW._replace(ahead=True)  # Saturday 7 November 2026, noon
    days = {
        "on friday 8pm": ("2026-11-06 20:00", "2026-11-13 20:00"),
        "on saturday 8pm": ("2026-11-07 20:00", "2026-11-07 20:00"),
        "last friday 8pm": ("2026-11-06 20:00", "2026-11-06 20:00"),
        "on the 3rd": ("2026-11-03", "2026-12-03"),
        "on december 24": ("2025-12-24", "2026-12-24"),
        "on march 1": ("2026-03-01", "2027-03-01"),
        "at 13:00": ("2026-11-06 13:00", "2026-11-07 13:00"),
        "at 11:00": ("2026-11-07 11:00", "2026-11-08 11:00"),
    }
    for typed, both in days.items():
        told = [
            scribe("r").suggest(f"encounter with robin {typed}", now, me="Ana").offers[0].lines[0].partition("  ")[0]
            for now in (NOW, ahead)
        ]
        assert tuple(told) == both, typed


def test_what_is_to_come_is_no_entry_but_may_be_asked_about() -> None:
    for typed in ("we will talk tomorrow 8pm", "we are going to talk tomorrow 8pm", "talk by both tomorrow 8pm"):
        assert scribe("r").suggest(typed, NOW, me="Ana").kind == "plain"
        told = scribe("r").suggest(typed, NOW._replace(ahead=True), me="Ana").offers
        assert [(one.lines[0], one.lost) for one in told] == [("2026-11-08 20:00  talk by Ana and Ben", ())], typed
    assert scribe("r").suggest("call by Ben next week", NOW._replace(ahead=True)).offers[0].lost == ("next", "week")
    assert scribe("r").suggest("will not call", NOW._replace(ahead=True)).kind == "plain"
