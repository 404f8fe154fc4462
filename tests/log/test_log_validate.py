"""What entries say, across files; the faults themselves are in `data/faults_meaning.txt`."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pactlang.diagnostics import Severity
from pactlang.inputs import load_text
from pactlang.log.codes import Code
from pactlang.log.read import combine, read_log
from pactlang.log.validate import Known, validate
from pactlang.model.vocabulary import EventType, Vocabulary

from .known import KNOWN


def test_a_duplicate_goes_and_both_places_are_named() -> None:
    first = read_log("2026-09-08 08:00  test by Ana\n    First.\n", "a.pactlog")
    second = read_log(
        '{"at": "2026-09-07", "type": "test", "by": ["Ben"]}\n{"at": "2026-09-08T08:00", "type": "test", "by": ["Ana"]}', "b.jsonl"
    )
    log = validate(combine([first, second]), KNOWN)
    assert [(entry.file, entry.line, entry.note) for entry in log.entries] == [("a.pactlog", 1, "First."), ("b.jsonl", 1, "")]
    (found,) = log.diagnostics
    assert (found.code, found.severity, found.span.source.name) == (Code.DUPLICATE, "warning", "b.jsonl")
    assert found.message == "This entry says the same as the one on line 1 of a.pactlog; they count as one."
    assert [(label.span.source.name, label.span.text) for label in found.labels] == [("a.pactlog", "2026-09-08 08:00  test by Ana")]


def test_the_same_in_text_and_json_is_a_duplicate() -> None:
    """An end without a date is the same as the end that it means."""
    logs = [
        read_log("2026-09-08 20:00+02:00 to 01:00  encounter by Ana and Ben with dana, amount 5", "a.pactlog"),
        read_log(
            '{"at": "2026-09-08T20:00+02:00", "end": "2026-09-09T01:00+02:00", "type": "encounter", "by": ["Ben", "Ana"], '
            '"with": ["dana"], "fields": {"amount": 5.0}}',
            "b.jsonl",
        ),
    ]
    assert len(validate(combine(logs), KNOWN).entries) == 1


def test_entries_differ_in_any_field() -> None:
    lines = [
        "2026-09-08  check-in by Ana",
        "2026-09-08 08:00  check-in by Ana",
        "2026-09-08 08:00+11:00  check-in by Ana",
        "2026-09-08 08:00 to 09:00  check-in by Ana",
        "2026-09-08  check-in by Ben",
        "2026-09-08  check-in by Ana to Ben",
        "2026-09-08  check-in by Ana with kim",
        "2026-09-08  check-in by Ana at home",
        "2026-09-08  check-in by Ana as e1",
        "2026-09-08  check-in by Ana about e1",
        "2026-09-08  check-in by Ana until 2026-09-09",
        "2026-09-08  check-in by Ana tagged x",
        "2026-09-08  check-in by Ana covering x",
        "2026-09-08  encounter by Ana, mood x",
        "2026-09-08  waive tell@2026-09-08 by Ana",
        "2026-09-08  waive evenings@2026-09-08 by Ana",
    ]
    log = validate(read_log("\n".join(lines), "a.pactlog"), KNOWN)
    assert not log.diagnostics
    assert len(log.entries) == len(lines)


def test_the_same_name_in_two_files_is_an_error_with_the_first_place() -> None:
    logs = [read_log("2026-09-08  test by Ana, as e1", "a.pactlog"), read_log("2026-09-09  test by Ana, as e1", "b.pactlog")]
    (found,) = validate(combine(logs), KNOWN).diagnostics
    assert (found.code, found.span.source.name, found.labels[0].span.source.name) == (Code.SAME_ID, "b.pactlog", "a.pactlog")


def test_an_entry_of_another_file_may_be_spoken_of() -> None:
    logs = [read_log("2026-09-08  disclosure by Ana about e1", "a.pactlog"), read_log("2026-09-09  test by Ana, as e1", "b.pactlog")]
    assert not validate(combine(logs), KNOWN).diagnostics


def test_faults_stand_in_the_order_of_the_files() -> None:
    logs = [read_log("2026-09-08  tset by Ana\n2026-09-31  test by Ana\n2026-09-08  test by Bne", name) for name in ("b", "a")]
    log = validate(combine(logs), KNOWN)
    said = [(found.span.source.name, found.code) for found in log.diagnostics if found.code is not Code.DUPLICATE]
    assert said == [("b", Code.UNKNOWN_EVENT), ("b", Code.DATE), ("b", Code.UNKNOWN_NAME), ("a", Code.DATE)]


def test_nothing_known_finds_everything_unknown() -> None:
    log = validate(read_log("2026-09-08  test by Ana\n2026-09-09  pause by Ana", "a.pactlog"), Known())
    assert [found.code for found in log.diagnostics] == [Code.UNKNOWN_EVENT, Code.UNKNOWN_NAME, Code.UNKNOWN_NAME]


def test_many_unknown_entries_do_not_take_for_ever() -> None:
    lines = [f"2026-09-08  test by Ana, as e{number}" for number in range(3000)]
    lines += [f"2026-09-08  disclosure by Ana about x{number}" for number in range(3000)]
    log = validate(read_log("\n".join(lines), "a.pactlog"), KNOWN)
    assert [found.code for found in log.diagnostics] == [Code.NO_SUCH_ENTRY] * 3000


VOID = [
    "leave by kim",
    "pause by kim",
    "resume by kim",
    "waive tell@2026-09-01 by kim",
    "waive tel@2026-09-01 by Ana",
    "waive tell@2026-02-30 by Ana",
]


@pytest.mark.parametrize("words", VOID)
def test_what_cannot_be_written_any_more_counts_for_nothing_in_an_old_log(words: str) -> None:
    log = read_log(f"2026-09-08  {words}\n2026-09-09  test by Ana\n", "us.pactlog")
    old = validate(log, KNOWN)
    assert [one.severity for one in old.diagnostics] == [Severity.WARNING]
    assert [entry.type for entry in old.entries] == ["test"]
    new = validate(log, KNOWN, "us.pactlog")
    assert [one.severity for one in new.diagnostics] == [Severity.ERROR]


def test_who_leaves_beside_somebody_outside_leaves() -> None:
    (entry,) = validate(read_log("2026-09-08  leave by Ana and kim\n", "us.pactlog"), KNOWN).entries
    assert entry.by == ("Ana",)


def test_a_clause_of_a_text_that_cannot_be_read_is_only_remarked_on() -> None:
    partly = replace(KNOWN, whole=False)
    found = validate(read_log("2026-09-08  waive tel@2026-09-01 by Ana\n", "us.pactlog"), partly, "us.pactlog")
    assert [one.severity for one in found.diagnostics] == [Severity.WARNING]
    assert len(found.entries) == 1


def test_of_very_many_faults_the_first_are_placed_and_advised_and_of_the_others_the_line_is_told() -> None:
    lines = [f"2026-09-08  tst{number} by Ana" for number in range(1003)]
    known = Known((Vocabulary({"test": EventType("test", "tests")}),), frozenset({"Ana"}))
    found = validate(read_log("\n".join(lines) + "\n", "us.pactlog"), known)
    assert [one.span.start_position.line for one in found.diagnostics] == list(range(1, 1004))
    assert [one.span.text for one in found.diagnostics[998:1002]] == ["tst998", "tst999", *lines[1000:1002]]
    assert all(one.nearest == "test" and one.edits for one in found.diagnostics[:10])
    assert not any(one.nearest or one.edits for one in found.diagnostics[1000:])  # a whole line is never replaced by a word


def test_a_near_miss_of_somebody_whom_only_a_sentence_names_is_told() -> None:
    """Nobody has to declare dana: `no encounter with dana` speaks of her all the same."""
    text = 'pact "Us"\n    between Ana and Ben\n\nuse relationships\n\nboundary b\n    no encounter with dana and "Dr. Who"\n'
    known = Known.of([load_text(text)])
    log = read_log(
        "2026-03-05  encounter by Ana with Dana\n2026-03-06  encounter by Ana with dnaa\n2026-03-07  encounter by Ana with dana and zoe\n",
        "l",
    )
    assert [(one.message, one.nearest) for one in validate(log, known).diagnostics] == [
        ("`Dana` is nearly `dana`.", "dana"),
        ("`dnaa` is nearly `dana`.", "dana"),
    ]
    assert [one.message for one in validate(read_log("2026-03-07  encounter by dana\n", "l"), known).diagnostics] == [
        "The agreement has nobody called `dana`."  # who took part is still declared
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [("cleaned", "cleaning"), ("cleans", "cleaning"), ("leav", "leave"), ("laeve", "leave"), ("leaned", "")],
)
def test_what_was_done_is_the_event_and_no_word_is_taken_for_leave_that_is_only_a_little_like_it(said: str, meant: str) -> None:
    text = 'pact "Ana and Ben"\n    between Ana and Ben\n\nuse household\n'
    log = validate(read_log(f"2026-03-01  {said} by Ana\n", "us.pactlog"), Known.of([load_text(text)]))
    assert [one.nearest for one in log.diagnostics] == [meant]
