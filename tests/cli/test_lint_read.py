"""The lines in plain words, which no rule can judge, and the seven questions: shown, and neither kept nor counted."""

from __future__ import annotations

import json

from pactlang.lint.read_aloud import ALONE, QUESTIONS, TITLE

from .running import Folder

HEAD = 'pact "Ana and Ben"\n    between Ana and Ben\n    time zone Europe/Berlin\nuse household\n'
WORDS = "We tidy up together, each corner of it, in the order in which the corners were left to us."
SPOKEN = f'promise tidy\n    "{WORDS}"  # ours\n    > It helped.\n'
SENTENCE = "promise chores\n    chore by each party every week on Sunday\n"


def test_all_lines_in_plain_words_are_shown_with_their_places_and_the_questions(folder: Folder) -> None:
    folder.write("us.pact", HEAD + SPOKEN + SENTENCE)
    answer = folder.run("lint", "--read")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:6] == [
        TITLE,
        "",
        "  us.pact",
        '     6  "We tidy up together, each corner of it, in the order in which the',
        '        corners were left to us."',
        "     7  > It helped.",
    ]
    flat = " ".join(answer.out.split())
    assert all(f"{number}. {question}" in flat for number, question in enumerate(QUESTIONS, start=1))
    assert ALONE in flat
    assert max(map(len, lines)) <= 80
    assert len(QUESTIONS) == 7


def test_lint_ends_with_them_and_its_exit_code_does_not_change(folder: Folder) -> None:
    folder.write("us.pact", HEAD + SPOKEN + SENTENCE)
    read = folder.run("lint", "--read").out
    answer = folder.run("lint", "--select", "S", "--strict")
    assert (answer.code, answer.out) == (0, f"No findings.\n\n{read}")
    assert TITLE not in folder.run("lint", "--statistics").out
    folder.write("us.pact", HEAD + SENTENCE)
    assert folder.run("lint", "--select", "S").out == "No findings.\n"
    assert folder.run("lint", "--read").out == "No line is in plain words.\n"


def test_a_folder_has_the_questions_once_and_a_shared_line_once(folder: Folder) -> None:
    folder.write("a.pact", HEAD + 'include "both.pact"\n' + SENTENCE)
    folder.write("b.pact", HEAD + 'include "both.pact"\n' + SENTENCE)
    folder.write("both.pact", SPOKEN)
    out = folder.run("lint", "a.pact", "b.pact", "--select", "S").out
    assert (out.count(TITLE), out.count("It helped.")) == (1, 1)


def test_programs_get_the_lines_and_no_finding(folder: Folder) -> None:
    folder.write("us.pact", HEAD + SPOKEN + SENTENCE)
    said = json.loads(folder.run("lint", "--read", "--format", "json").out)
    assert (said["schema"], said["questions"], said["faults"]) == ("pactlang/lint-read/1", list(QUESTIONS), [])
    assert [(one["words"], one["location"]["line"]) for one in said["plain_words"]][1:] == [("> It helped.", 7)]
    assert json.loads(folder.run("lint", "--format", "json").out)["plain_words"] == said["plain_words"]


def test_a_fault_comes_first_and_is_2(folder: Folder) -> None:
    folder.write("us.pact", HEAD + SPOKEN + "cap a\n    atmost 3 chores per week\n")
    answer = folder.run("lint", "--read")
    assert answer.code == 2
    assert answer.out.index("a line that cannot be read may be missing below") < answer.out.index(TITLE)
    assert "> It helped." in answer.out


def test_it_runs_no_rule_and_writes_nothing(folder: Folder) -> None:
    folder.write("us.pact", HEAD + SPOKEN + SENTENCE)
    before = sorted(folder.path.iterdir())
    folder.run("lint", "--read")
    assert sorted(folder.path.iterdir()) == before
    for more in (["--fix"], ["--statistics"], ["--write-baseline", "known.json"], ["--format", "sarif"]):
        answer = folder.run("lint", "--read", *more)
        assert (answer.code, answer.out) == (2, "")
        assert "--read runs no rule" in answer.err
