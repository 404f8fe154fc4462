"""Examples that stand in an agreement: what is read, what is judged, what is left out, and how it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.examples import run_examples, unexercised
from pactlang.diagnostics import Severity
from pactlang.inputs import InputError, load, load_text
from pactlang.language.layout import format_agreement
from pactlang.log.read import read_log
from pactlang.model.calendar import load_zone
from pactlang.resolve import resolve_file
from pactlang.source import SourceFile
from pactlang.words.examples import examples_text, why

ZONE = load_zone("Europe/Berlin")
PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin

use relationships

cap monthly
    at most 1 encounter per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who

testing
    test by each party every 90 days
    before the first encounter by each party with each person, test by the same party within the last 90 days

check-in
    check-in by everyone every week on Sunday

review
    after each review, gratitude by everyone within 2 years

matrix comfort for encounter
    activity   Ana   Ben
    overnight  no    ask

repair
    after each breach, debrief by everyone within 3 days
    after each breach, encounters pause for 5 days
"""
TESTED = "2026-03-01  test by Ana"
EVENING = "2026-03-07 19:00 to 23:00  encounter by Ana with dana, as e1"
TOLD = "2026-03-08 09:00  disclosure by Ana to Ben about e1, covering who"

OVERNIGHT = EVENING.replace(", as", ", tagged overnight, as")
SECOND = "2026-03-10 19:00 to 23:00  encounter by Ana with dana"
UNTIMED = "2026-03-08 09:00  disclosure by Ana to Ben, covering who"

# Entries, what is expected, what is missing, what is broken (or cannot be told) besides.
CASES = [
    ("told in time", [TESTED, EVENING, TOLD], "expect kept", [], []),
    ("what follows a breach is left out", [TESTED, EVENING], "expect broken tell", [], []),
    ("without a moment, deadlines have passed", [TESTED, EVENING], "expect kept", [], ["tell@2026-03-08"]),
    ("as of a moment before the deadline", [TESTED, EVENING], "expect kept as of 2026-03-08 22:59", [], []),
    ("at the very deadline it is due still", [TESTED, EVENING], "expect kept as of 2026-03-08 23:00", [], []),
    ("a minute later it is not", [TESTED, EVENING], "expect broken tell as of 2026-03-08 23:01", [], []),
    ("as of the end of a day", [TESTED, EVENING], "expect broken tell as of 2026-03-08", [], []),
    ("a deadline further away than usual", ["2026-03-01  review by Ana and Ben"], "expect broken review", [], []),
    ("expected and not broken", [TESTED, EVENING, TOLD], "expect broken monthly", ["monthly"], []),
    ("a sentence by its label", [EVENING, TOLD], "expect broken testing.2", [], []),
    ("a clause means all its sentences", [EVENING, TOLD], "expect broken testing", [], []),
    ("two clauses", [EVENING], "expect broken tell, testing.2", [], []),
    ("two clauses with and", [EVENING], "expect broken tell and testing.2", [], []),
    ("a standing duty only where it is named", [TESTED], "expect broken check-in as of 2026-01-20", [], []),
    ("a standing duty that is not named", [TESTED], "expect kept", [], []),
    ("a matrix", [TESTED, OVERNIGHT, TOLD], "expect broken comfort", [], []),
    ("a matrix that is not named", [TESTED, OVERNIGHT, TOLD], "expect kept", [], ["comfort@2026-03-07"]),
    ("nobody knows who it was", [TESTED, "2026-03-07 19:00  encounter with dana"], "expect kept", [], ["tell@2026-03-08"]),
    ("a pause after a breach is left out", [TESTED, EVENING, SECOND], "expect broken tell, monthly", [], []),
    ("a pause after a breach that is named", [TESTED, EVENING, SECOND], "expect broken tell, monthly, repair.2", [], []),
    ("what was let go is not broken", [TESTED, EVENING, "2026-03-09 10:00  waive tell of e1 by Ben"], "expect kept", [], []),
    ("let go by one who cannot", [TESTED, EVENING, "2026-03-09 10:00  waive tell of e1 by Ana"], "expect broken tell", [], []),
    ("a follow-up of a duty that is left out", [TESTED, EVENING, TOLD], "expect broken repair.2", ["repair.2"], []),
    ("a name twice", [TESTED, EVENING], "expect broken monthly, tell, monthly", ["monthly"], []),
    ("the label of another sentence", [EVENING, TOLD], "expect broken testing.2, tell", ["tell"], []),
    ("the time of day is missing", [TESTED, "2026-03-07  encounter by Ana with dana", UNTIMED], "expect kept", [], ["tell@2026-03-08"]),
]


def agreement(entries: list[str], expect: str):  # type: ignore[no-untyped-def]
    body = "".join(f"    {line}\n" for line in [*entries, expect])
    return load_text(f'{PACT}\nexample "one"\n{body}')


@pytest.mark.parametrize(("what", "entries", "expect", "missing", "besides"), CASES, ids=[one[0] for one in CASES])
def test_how_an_example_comes_out(what: str, entries: list[str], expect: str, missing: list[str], besides: list[str]) -> None:
    (result,) = run_examples(agreement(entries, expect), ZONE)
    assert (list(result.missing), [one.id for one in result.unexpected]) == (missing, besides)
    assert result.holds == (not missing and not besides)


def test_each_expectation_is_judged_by_itself() -> None:
    found = agreement([TESTED, EVENING, "expect kept as of 2026-03-08 20:00"], "expect broken tell")
    assert [one.holds for one in run_examples(found, ZONE)] == [True, True]


def test_what_no_example_speaks_of() -> None:
    found = agreement([TESTED, EVENING, TOLD], "expect kept")
    assert unexercised(found, run_examples(found, ZONE)) == ("check-in", "review", "repair", "repair.2", "comfort")


def test_a_real_log_is_judged_as_if_no_example_stood_there() -> None:
    entries = read_log(f"{EVENING}\n{TESTED}\n", "us.pactlog").entries
    plain, with_example = load_text(PACT), agreement([TESTED, EVENING], "expect broken tell")
    as_of = ZONE.instant(entries[0].day + 30, 0)
    ids = [[one.id for one in judge([each], entries, as_of, ZONE, keep_all=True).findings] for each in (plain, with_example)]
    assert ids[0] == ids[1]


def test_an_example_is_judged_whoever_has_signed() -> None:
    text = PACT.replace("    time zone", "    signed by Ana on 2026-06-01\n    time zone").replace(
        "    in force from 2026-01-05 until 2026-12-31\n", ""
    )
    found = load_text(f'{text}\nexample "one"\n    {EVENING}\n    expect broken tell, testing.2\n')
    assert [one.holds for one in run_examples(found, ZONE)] == [True]


def test_examples_are_part_of_what_is_signed() -> None:
    as_entry, as_note = agreement([TESTED, EVENING], "expect kept"), agreement([TESTED, f"    {EVENING}"], "expect kept")
    deeper = agreement([TESTED, f"  {EVENING}"], "expect kept")
    assert as_entry.digest != load_text(PACT).digest
    assert as_entry.digest != as_note.digest == deeper.digest


AIMS = """
promise words
    "We are kind."

hope calm
    at least 1 date-night per month
"""

# What stands under the heading, the code, the words that are underlined.
FAULTS = [
    (["2026-03-07 19:00  encuonter by Ana", "expect kept"], "E140", "encuonter"),
    (["2026-03-07 19:00  encounter by Anna with dana", "expect kept"], "E141", "Anna"),
    (["2026-02-30  test by Ana", "expect kept"], "E104", "2026-02-30"),
    (["2026-03-01  disclosure by Ana about e9", "expect kept"], "E147", "e9"),
    (["nothing like an entry", "expect kept"], None, "nothing"),
    ([TESTED, "expect brokn tell"], "E001", "brokn"),
    ([TESTED, "expect broken tel"], "E020", "tel"),
    ([TESTED, "expect broken"], "E001", ""),
    ([TESTED], "E022", 'example "one"'),
    (["expect kept"], "E022", 'example "one"'),
    (["expect kept", TESTED], "E005", TESTED),
    ([TESTED, "expect kept", "", 'example " "', f"    {TESTED}", "    expect kept"], "E022", 'example " "'),
    (["2025-03-01  test by Ana", "expect kept"], "E007", "2025-03-01  test by Ana"),
    (["2027-03-01  test by Ana", "expect kept"], "E007", "2027-03-01  test by Ana"),
    ([TESTED, "expect kept as of 2026-02-28 12:00"], "E007", "expect kept as of 2026-02-28 12:00"),
    ([TESTED, "expect kept as of 2026-02-30"], "E007", "2026-02-30"),
    ([TESTED, "expect broken calm"], "E023", "calm"),
    ([TESTED, "expect broken words"], "E023", "words"),
    ([TESTED, "expect broken tell, words.2"], "E020", "words.2"),
    ([TESTED, "    2026-03-02  test by Ben", "expect kept"], "E112", "2026-03-02  test by Ben"),
    ([TESTED, "    expect broken tell", "expect kept"], "E112", "expect broken tell"),
    ([TESTED, "expect kept", "    We talked about it."], "E005", "We talked"),
    ([TESTED, f"\b{EVENING}", "expect kept"], "E006", EVENING),
    ([TESTED, "\bexpect kept"], "E006", "expect kept"),
    (["2026-03-01  test by Ana at", "expect kept"], "E107", "at"),
    (["2026-03-07 25:00  encounter by Ana", "expect kept"], "E105", "25:00"),
    ([TESTED, "expect kept", "", 'example "one"', f"    {TESTED}", "    expect kept"], "E021", 'example "one"'),
]


@pytest.mark.parametrize(("body", "code", "words"), FAULTS, ids=[f"{one[0][-1]} / {one[1]}" for one in FAULTS])
def test_faults_stand_at_their_place(body: list[str], code: str | None, words: str) -> None:
    text = f'{PACT}{AIMS}\nexample "one"\n' + "".join(f"    {line}\n" for line in body)
    text = text.replace("    \b", "").replace("    example ", "example ")
    _, found = resolve_file(Path("us.pact"), lambda _: text.encode())
    assert len(found) == 1
    assert code in (None, found[0].code)
    assert found[0].span.text.startswith(words)
    assert found[0].span.source.text == text
    at = found[0].span.start_position
    assert at.line >= text[: text.index('example "one"')].count("\n") + 1
    assert text.splitlines()[at.line - 1][at.column - 1 :].startswith(words)


def test_notes_and_comments_and_layout() -> None:
    text = (
        f'{PACT}\nexample "one"\n  2026-03-01   test by Ana   # why not\n      "quoted" words\n      > and these\n  {EVENING}\n'
        f"  2026-03-07 19:00 to 2026-03-08 01:00 encounter by Ben with kim\n  expect  broken tell ,testing.2 and monthly\n"
    )
    new = format_agreement(SourceFile("us.pact", text))
    assert new.same
    assert new.text.endswith(
        f'example "one"\n    2026-03-01  test by Ana  # why not\n        "quoted" words\n        > and these\n    {EVENING}\n'
        "    2026-03-07 19:00 to 2026-03-08 01:00  encounter by Ben with kim\n    expect broken tell, testing.2 and monthly\n"
    )
    assert load_text(text).digest == load_text(new.text).digest
    assert format_agreement(SourceFile("us.pact", new.text)).text == new.text


def pact(folder: Path, *words: str) -> tuple[int, str, str]:
    call = [sys.executable, "-m", "pactlang", "test", *words]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "us.pact"
    file.write_text(f'{PACT}\nexample "late [red]x[/red]"\n    {TESTED}\n    {EVENING}\n    expect kept\n', encoding="utf-8")
    code, words, wrong = pact(tmp_path)
    assert (code, wrong) == (1, "")
    assert "us.pact:36: late [red]x[/red]" in words
    assert "The checker finds broken: tell@2026-03-08" in words
    code, words, _ = pact(tmp_path, "us.pact", "--format", "json")
    document = json.loads(words)
    assert (code, document["schema"], document["summary"]) == (1, "pactlang/test/1", {"held": 0, "failed": 1})
    assert document["examples"][0]["unexpected"][0]["id"] == "tell@2026-03-08"
    file.write_text(file.read_text(encoding="utf-8").replace("expect kept", "expect broken tell"), encoding="utf-8")
    code, words, _ = pact(tmp_path)
    assert (code, words.splitlines()[0]) == (0, "1 example judged as you mean it.")
    file.write_text(PACT, encoding="utf-8")
    assert pact(tmp_path)[0] == 0
    file.write_text("nonsense\n", encoding="utf-8")
    code, words, wrong = pact(tmp_path)
    assert (code, words) == (2, "")
    assert wrong


def test_load_refuses_a_broken_example() -> None:
    with pytest.raises(InputError):
        agreement(["2026-03-07 19:00  encuonter by Ana"], "expect kept")


# What is put to the test by which entries, of the sentences of an agreement that pauses.
PAUSED = PACT.replace("review\n", "pause breather\n    anyone may pause encounters for at most 14 days\n\nreview\n")
DEBRIEF = "2026-03-10  debrief by Ana and Ben"
SHORT_PAUSE = "2026-03-01 09:00  pause by Ben until 2026-03-03"
EVENING_OUT = {"monthly", "tell", "testing", "testing.2"}
PUT_TO_THE_TEST = [
    ("kept", [TESTED, EVENING, TOLD], "kept", EVENING_OUT),
    ("broken", [TESTED, EVENING], "broken tell", EVENING_OUT),
    ("what is due says nothing", [EVENING], "broken testing.2 as of 2026-03-07", {"monthly", "testing.2"}),
    ("a standing duty by an entry", ["2026-03-08 19:00  check-in by Ana and Ben"], "kept", {"check-in"}),
    ("what follows a breach by an entry", [TESTED, EVENING, DEBRIEF], "broken tell", {*EVENING_OUT, "repair"}),
    ("what follows a breach by its name", [TESTED, EVENING], "broken tell, repair", {*EVENING_OUT, "repair", "repair.2"}),
    ("a pause that was respected", [SHORT_PAUSE, TESTED, EVENING, TOLD], "kept", {*EVENING_OUT, "breather"}),
    ("a pause that was not", ["2026-03-07 09:00  pause by Ben", TESTED, EVENING, TOLD], "broken breather", {*EVENING_OUT, "breather"}),
    ("nothing", ["2026-03-07 19:00  gratitude by Ana"], "kept", set()),
]


@pytest.mark.parametrize(("what", "entries", "expect", "tested"), PUT_TO_THE_TEST, ids=[one[0] for one in PUT_TO_THE_TEST])
def test_what_is_put_to_the_test(what: str, entries: list[str], expect: str, tested: set[str]) -> None:
    body = "".join(f"    {line}\n" for line in [*entries, f"expect {expect}"])
    found = load_text(f'{PAUSED}\nexample "one"\n{body}')
    (result,) = run_examples(found, ZONE)
    assert (result.holds, result.exercised) == (True, tested)
    assert set(unexercised(found, (result,))) == ({one.label for one in found.sentences} | {"comfort"}) - tested


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_same_by_any_line_ending(ending: str, mark: bytes, tmp_path: Path) -> None:
    text = f'{PACT}\nexample "one"\n    {EVENING}  # quiet\n        Ünder the stars.\n    expect broken testing.2\n'
    (tmp_path / "us.pact").write_bytes(mark + text.replace("\n", ending).encode())
    found = load(tmp_path / "us.pact")
    (result,) = run_examples(found, ZONE)
    assert [entry.note for entry in result.entries] == ["Ünder the stars."]
    assert [one.id for one in result.unexpected] == ["tell@2026-03-08"]
    assert found.digest == load_text(text).digest


def test_examples_in_notes_and_in_what_is_brought_in(tmp_path: Path) -> None:
    example = f'example "one"\n    {EVENING}\n    expect broken testing.2\n'
    (tmp_path / "notes.md").write_text(f"# Ours\n\n```pact\n{PACT}```\n\nSo we mean:\n\n```pact\n{example}```\n", encoding="utf-8")
    (tmp_path / "us.pact").write_text(f'{PACT}\ninclude "cases.pact"\n', encoding="utf-8")
    (tmp_path / "cases.pact").write_text(f"# Cases.\n{example}", encoding="utf-8")
    places = []
    for name in ("notes.md", "us.pact"):
        (result,) = run_examples(load(tmp_path / name), ZONE)
        assert not result.holds
        span = result.expectation.span
        places.append((Path(span.source.name).name, span.source.line_text(span.start_position.line).strip()))
    assert places == [("notes.md", "expect broken testing.2"), ("cases.pact", "expect broken testing.2")]


def test_what_the_checker_finds_instead_is_said() -> None:
    found = agreement([TESTED, EVENING, TOLD], "expect broken tell")
    (result,) = run_examples(found, ZONE)
    (line,) = why(result)
    assert line.startswith("The checker finds nothing broken in tell. tell@2026-03-08 is kept: ")


def test_what_is_only_worth_a_look_is_said_beside(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(f'{PACT}\nexample "one"\n    {TESTED}\n    expect kept as of 2026-02-01\n', encoding="utf-8")
    code, words, wrong = pact(tmp_path)
    assert (code, words.splitlines()[0]) == (0, "1 example judged as you mean it.")
    assert "nothing in the example has happened" in wrong


def test_an_example_counts_once_however_much_it_expects(tmp_path: Path) -> None:
    body = f"    {TESTED}\n    {EVENING}\n    expect kept as of 2026-03-07\n    expect broken tell\n"
    (tmp_path / "us.pact").write_text(f'{PACT}\nexample "one"\n{body}', encoding="utf-8")
    assert pact(tmp_path)[1].splitlines()[0] == "1 example judged as you mean it."


def test_nothing_of_a_text_reaches_the_terminal_raw() -> None:
    entries = [TESTED, EVENING.replace("by Ana with dana", "by Ana with dana at the\u2060lake")]
    found = agreement([TESTED, EVENING], "expect kept")
    strange = replace(found, examples=tuple(replace(one, title="\x1b[31mred\u202e") for one in found.examples))
    words = examples_text(run_examples(strange, ZONE), ())
    assert "\x1b" not in words
    assert "\u202e" not in words
    with pytest.raises(InputError):
        agreement(entries, "expect kept")


# Pieces of lines that an example may be made of, right and wrong ones.
WHOLE = [TESTED, EVENING, TOLD, DEBRIEF, SHORT_PAUSE, "expect kept", "expect broken tell, testing.2", "        a note", "# why"]
STARTS = ["2026-03-07", "2026-03-07 19:00", "2026-13-01", "expect", "expect broken", "    2026-03-09", "", "\t"]
RESTS = ["", " encounter by Ana", " test by Bn", " kept as of", " tell as of 2026-03-08", " waive tell of e1 by Ben", ' "']
ODD = st.text('abE ,.:>#\\"“1\u00e4\u202e', max_size=6)
PIECES = st.tuples(st.sampled_from(STARTS), st.sampled_from(RESTS), ODD).map("".join)
LINES = st.lists(st.one_of(st.sampled_from(WHOLE), PIECES), max_size=7)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(LINES)
def test_whatever_stands_in_an_example_has_an_answer(lines: list[str]) -> None:
    text = f'{PACT}\nexample "one"\n' + "".join(f"    {line}\n" for line in lines)
    start = text.index('example "one"')
    found, faults = resolve_file(Path("us.pact"), lambda _: text.encode())
    assert found is not None
    assert all(fault.span.start >= start for fault in faults)
    if not any(fault.severity is Severity.ERROR for fault in faults):
        results = run_examples(found, ZONE)
        assert len(results) == sum(len(one.expects) for one in found.examples) > 0
        assert format_agreement(SourceFile("us.pact", text)).same
