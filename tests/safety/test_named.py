"""Whoever can be a party can be written in every place: the answers are those of the same agreement under plain names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.day.short import Now, full_line
from pactlang.inputs import InputError, load_text, zone_of_all
from pactlang.language.layout import format_agreement
from pactlang.language.tokens import written_name
from pactlang.log.entry import Entry
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate
from pactlang.log.write import entries_to_csv, entry_to_json, entry_to_text
from pactlang.source import SourceFile
from tests.cli.running import code_of
from tests.safety.test_names import PIECES, raw

PACT = """\
pact "Us"
    between ANA and BEN
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

cap evenings
    at most 1 encounter per month by ANA

disclosure tell
    after each encounter by ANA, disclosure by ANA to BEN within 24 hours
    after each encounter by ANA or BEN, aftercare by ANA and BEN within 3 days

consent
    no encounter by BEN unless consent by ANA within the last 7 days

matrix closeness for encounter
    activity     ANA    BEN
    overnight    ask    yes

testing
    test by each party every 90 days
"""
LOG = """\
2026-01-06  test by ANA, noted 2026-01-07 08:00 by BEN
2026-01-10 19:00 to 23:00  encounter by ANA with dana, tagged overnight, as e1
2026-01-11 09:00  disclosure by ANA to BEN about e1
2026-01-12  aftercare by ANA and BEN
2026-01-18  consent by ANA to BEN with kim
2026-01-20 19:00  encounter by BEN with kim and lou, as e2
2026-01-25 19:00  encounter by ANA with dana, as e3
2026-01-26  waive evenings of e3 by BEN
2026-01-27  dispute e3 by ANA
2026-01-28  pause by BEN until 2026-02-03
"""
ROUNDS = int(os.environ.get("PACT_FUZZ_ROUNDS", "600")) if os.environ.get("PACT_FUZZ") == "long" else 15
NOW = 1_772_000_000  # in February 2026
DATED = "--as-of=2026-02-25"
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join) | st.text(max_size=8)


def pact(ana: str, ben: str) -> str:
    return PACT.replace("ANA", written_name(ana)).replace("BEN", written_name(ben))


def entries(ana: str, ben: str) -> list[Entry]:
    """The log under these names, which no reader has seen yet."""
    of = {"ANA": ana, "BEN": ben}

    def named(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(of.get(name, name) for name in names)

    read = read_log(LOG, "us.pactlog").entries
    return [replace(one, by=named(one.by), to=named(one.to), with_=named(one.with_), noted_by=named(one.noted_by)) for one in read]


def found(text: str, log: bytes, name: str, ana: str, ben: str) -> list[tuple[object, ...]]:
    """What the checker finds, under plain names."""
    agreement = load_text(text)
    read = validate(read_log(log, name), Known.of([agreement]))
    assert [one.message for one in read.diagnostics] == []
    plain = {ana: "Ana", ben: "Ben"}
    judged = judge([agreement], read.entries, NOW, zone_of_all([agreement]), keep_all=True)
    return [(one.id, one.status.value, tuple(plain.get(who, who) for who in one.who), one.at, one.measured) for one in judged.findings]


PLAIN = found(pact("Ana", "Ben"), "".join(f"{entry_to_text(one)}\n" for one in entries("Ana", "Ben")).encode(), "us.pactlog", "Ana", "Ben")


def parties(ana: str, ben: str) -> tuple[str, str]:
    """The names as an agreement takes them; what it refuses is nobody's name."""
    lines = [line for line in (written_name(ana), written_name(ben)) if "\n" not in line and "\r" not in line]
    assume(len(lines) == 2)
    try:
        first, second = load_text(pact(ana, ben)).parties
    except (InputError, ValueError):
        assume(False)
        raise
    assume(not {first, second} & {"dana", "kim", "lou"})
    return first, second


@settings(max_examples=ROUNDS, suppress_health_check=list(HealthCheck))
@given(NAMES, NAMES)
@example("A/B", "by")
@example("Ana; Ben", '“A\\" \\')
@example("19:00", "“x”, and “y”")
@example("م\u200cن", "Others")
@example(" A \u00a0 B", "e\u0301")
def test_who_can_be_a_party_can_be_named_in_every_format(ana: str, ben: str) -> None:
    ana, ben = parties(ana, ben)
    text, written = pact(ana, ben), entries(ana, ben)
    for name, log in (
        ("us.pactlog", "".join(f"{entry_to_text(one)}\n" for one in written)),
        ("us.jsonl", "".join(f"{entry_to_json(one)}\n" for one in written)),
        ("us.csv", entries_to_csv(written)),
    ):
        assert found(text, log.encode(), name, ana, ben) == PLAIN
    laid_out = format_agreement(SourceFile("us.pact", text)).text
    assert load_text(laid_out).digest == load_text(text).digest
    said = full_line("test", Now(739_900, 0), by=ana)
    assert read_log(said, "us.pactlog").entries[0].by == (ana,)


def test_every_command_takes_the_name_of_every_party(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ana, ben = '../A; "x" \\', "by"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("us.pact").write_text(pact(ana, ben), encoding="utf-8")
    Path("us.pactlog").write_text("".join(f"{entry_to_text(one)}\n" for one in entries(ana, ben)), encoding="utf-8")

    def asked(*words: str) -> str:
        code = code_of(*words)
        said = capsys.readouterr()
        assert code in (0, 1), (words, said.err)
        assert raw(said.out + said.err) == [], words
        return said.out

    def left() -> list[tuple[str, str]]:
        answer = json.loads(asked("check", DATED, "--format", "json"))
        return [(one["id"], one["status"]) for one in answer["findings"]]

    before = left()
    for party in (ana, ben):
        asked("sign", f"--as={party}", "--on=2026-01-02")
    assert json.loads(asked("verify", "--format=json"))["complete"] is True
    broken = [one for one, status in before if status == "breach"]
    assert broken
    story = json.loads(asked("why", broken[0], DATED, "--format=json"))["stories"][0]
    for waiver in story["waivers"]:
        asked("log", waiver, "--yes", DATED)
    assert (broken[0], "waived") in left()
    asked("log", "test", f"--as={ben}", "--yes", DATED)
    asked("may", f"encounter by {entry_to_text(Entry('test', 1, by=(ben,))).rpartition(' by ')[2]} with dana", DATED)
    for call in (
        ["status", f"--for={ana}", DATED],
        ["status", "--format=json", DATED],
        ["export", f"--for={ana}", "-o", "us.ics", "--titles=full"],
        ["explain"],
        ["lint"],
        ["fmt"],
        ["report", "--format=terminal", DATED],
        ["report", "--format=terminal", "--redact", DATED],
        ["repair", DATED, "--format=log"],
        ["diff", "us.pact", "us.pact"],
    ):
        asked(*call)
    Path("rules").write_text(f"title is X -> {entry_to_text(Entry('test', 1, by=(ana,))).partition('  ')[2]}\n", encoding="utf-8")
    Path("c.ics").write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:u1\nDTSTART:20260220T100000Z\nSUMMARY:X\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    asked("import", "c.ics", "us.pact", "us.pactlog", "--map=rules", "--from=2026-01-01", DATED)
