"""Each clause that was put into the language is kept by the kept log, and broken by the change that breaks it, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.checker.finding import Status
from tests.corpus import table
from tests.corpus.corpus import FOLDERS, KINDS, agreement, as_of, breached, breaks, changed, clauses, judged, kept_log, rows

each = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def labels(folder: Path) -> set[str]:
    found = {sentence.label for clause in agreement(folder).clauses for sentence in clause.sentences}
    return {label for label in found if not label.endswith(".otherwise")}


@each
def test_the_kept_log_keeps_everything_and_leaves_nothing_open(folder: Path) -> None:
    judgement = judged(folder, kept_log(folder), as_of(folder))
    assert [one.id for one in judgement.findings if one.status in (Status.BREACH, Status.UNKNOWN, Status.MISSED)] == []
    assert judgement.not_applied == []
    assert judgement.summary.kept > 0


@each
def test_each_change_breaks_what_it_says_and_nothing_else(folder: Path) -> None:
    wrong = []
    for change in breaks(folder):
        found = breached(folder, changed(kept_log(folder), change), change.as_of or as_of(folder))
        if not change.fits(found):
            wrong.append((change.clause, change.finding, found))
    assert wrong == []


@each
def test_every_clause_has_its_row_and_every_sentence_a_clause(folder: Path) -> None:
    said = rows(folder)
    assert [row.clause for row in said] == list(clauses(folder))
    assert {row.kind for row in said} <= set(KINDS)
    for row in said:
        assert (row.kind == "words") == clauses(folder)[row.clause].endswith("[words]"), row
        assert bool(row.names) == (row.kind != "none"), row
        assert bool(row.lost) == (row.kind in ("awkward", "loss", "none")), row
    named = {name for row in said for name in row.names}
    known = {clause.name for clause in agreement(folder).clauses} | {one.name for one in agreement(folder).matrices}
    assert named <= labels(folder) | known
    assert labels(folder) <= named, "a sentence that no clause of the prose asks for"


@each
def test_every_sentence_is_broken_by_a_change_of_its_clause(folder: Path) -> None:
    broken = {(change.clause, change.finding.split("@")[0].removesuffix(".otherwise")) for change in breaks(folder)}
    wanted = {(row.clause, name) for row in rows(folder) for name in row.names if row.kind != "words"}
    assert broken == wanted


def test_the_table_stands_in_the_measurements() -> None:
    assert table.table() in table.PAGE.read_text(encoding="utf-8"), "after a change that is right: python -m tests.corpus.table"
