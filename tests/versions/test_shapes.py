"""Repositories of all shapes: copies that lack something, work trees, submodules, hooks, pages, line ends, merges, squashes.

Building one takes longer than judging it, so tests share the one that they only read.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from pactlang.history import git

from .repository import Repository
from .test_door import AS_OF, MARCH, MAY, first_lines, judged, two_versions
from .texts import evenings, text

SECOND_IN_MARCH = ["evenings@2026-03-04"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Two versions: at most 2 a month from January, 9 from May. Read it, and change nothing."""
    place = tmp_path_factory.mktemp("shared") / "home"
    place.mkdir()
    repository = Repository(place).start()
    two_versions(repository)
    return repository


def beside(repository: Repository, folder: Path, *arguments: str) -> Repository:
    """A copy that `git clone` makes with some arguments."""
    repository.git("clone", "--quiet", *arguments, f"file://{repository.path}", str(folder))
    copy = Repository(folder)
    copy.git("config", "user.name", "Ben")
    copy.git("config", "user.email", "ben@example.org")
    return copy


def refused(repository: Repository, **environment: str) -> str:
    answer = repository.run("check", *AS_OF, "us.pact", "log.pactlog", **environment)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer.err
    assert answer.err.endswith("Use --this-text to read the file as it is, without earlier versions\n")
    assert repository.run("check", "--this-text", *AS_OF, "us.pact", "log.pactlog", **environment).code in (0, 1)
    return answer.err


# --- copies that lack something -----------------------------------------------------------------------------------


def test_a_copy_without_the_earlier_texts_does_not_judge(shared: Repository, tmp_path: Path) -> None:
    """A partial clone would fetch what is missing from wherever it came from; nothing here goes to a network."""
    shared.git("config", "uploadpack.allowFilter", "true")
    copy = beside(shared, tmp_path / "copy", "--filter=blob:none")
    assert "some of what git keeps is missing here" in refused(copy)


def test_a_shallow_copy_judges_what_is_there_and_says_so(shared: Repository, tmp_path: Path) -> None:
    copy = beside(shared, tmp_path / "copy", "--depth", "1")
    assert judged(copy)[0] == []
    assert first_lines(copy)[0].startswith("This is a shallow copy of the repository: earlier texts may be missing")


def test_a_folder_of_somebody_else_is_not_judged(shared: Repository) -> None:
    said = refused(shared, GIT_TEST_ASSUME_DIFFERENT_OWNER="1", PATH=_git_that_asks_whose(shared))
    assert "it belongs to someone else" in said


def _git_that_asks_whose(shared: Repository) -> str:
    """A git that takes the folder for somebody else's, as git's own tests do; we hand it none of the caller's `GIT_*`."""
    place = shared.path.parent / "whose"
    place.mkdir(exist_ok=True)
    script = place / "git"
    script.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{git.program("git")}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return f"{place}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("hangs_at", ["log", "cat-file"])
def test_a_git_that_hangs_is_one_line(hangs_at: str, shared: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "git"
    script.write_text(
        f'#!/bin/sh\ncase " $* " in *" {hangs_at} "*) exec sleep 60;; esac\nexec "{git.program("git")}" "$@"\n', encoding="utf-8"
    )
    script.chmod(0o755)
    monkeypatch.setattr(git, "_PATIENCE", 0.2)
    before = time.monotonic()
    assert "git gave no answer within 0.2 seconds" in refused(shared, PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert time.monotonic() - before < 50  # it did not wait until the sleep was over


# --- where else a text can lie ------------------------------------------------------------------------------------


def test_in_a_hook_git_s_own_variables_speak_of_another_call(shared: Repository, tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    answer = shared.run(
        *("check", *AS_OF, "us.pact", "log.pactlog"), GIT_DIR=elsewhere, GIT_WORK_TREE=elsewhere, GIT_INDEX_FILE=elsewhere, GIT_PREFIX="x/"
    )
    assert (answer.code, answer.err) == (1, "")
    assert SECOND_IN_MARCH[0] in answer.out


def test_a_bisect_speaks_of_the_commit_that_is_checked_out(shared: Repository, tmp_path: Path) -> None:
    copy = beside(shared, tmp_path / "copy")
    copy.git("checkout", "--quiet", "--detach", "HEAD~1")
    assert judged(copy) == (["evenings@2026-03-04", "evenings@2026-05-04"], "")


def test_a_work_tree_of_its_own_and_a_submodule(shared: Repository, tmp_path: Path) -> None:
    copy = beside(shared, tmp_path / "copy")
    copy.git("worktree", "add", "--quiet", "-b", "other", str(tmp_path / "tree"), "HEAD")
    tree = Repository(tmp_path / "tree")
    assert judged(tree) == (SECOND_IN_MARCH, "")
    around = Repository(tmp_path / "around")
    around.path.mkdir()
    around.start()
    around.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", f"file://{shared.path}", "texts")
    assert judged(Repository(around.path / "texts")) == (SECOND_IN_MARCH, "")


# --- what a text can look like ------------------------------------------------------------------------------------


def test_other_line_ends_are_the_same_words(repository: Repository) -> None:
    """Signed by hand with one kind of line ends, saved with the other by another editor: it stays the same text, and signed."""
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"), log_pactlog=MARCH + MAY)
    plain = text(9, "2026-05-01", "2026-04-20")
    repository.commit("2026-04-20", us_pact=plain)
    (repository.path / "us.pact").write_bytes(plain.replace("\n", "\r\n").encode())
    assert judged(repository) == (SECOND_IN_MARCH, "")
    repository.commit("2026-04-21")
    assert judged(repository) == (SECOND_IN_MARCH, "")


def test_a_page_that_talks_of_signatures_outside_its_block(repository: Repository) -> None:
    """Only what stands in the block is signed; the older page says in its prose what an older draft was signed with."""
    page = "# Us\n\n    signed by Ana on 2024-01-01\n\n```pact\n{}```\n"
    repository.commit("2026-01-10", us_md=page.format(text(2, "2026-01-01", "2025-12-30")), log_pactlog=MARCH + MAY)
    repository.commit("2026-04-20", us_md=page.format(text(9, "2026-05-01", "2026-04-20")))
    assert judged(repository, file="us.md") == (SECOND_IN_MARCH, "")
    repository.commit("2026-04-25", us_md=page.format(text(1, "2026-05-01")))
    found, told = judged(repository, file="us.md")
    assert not any("2024" in line for line in first_lines(repository, "us.md"))
    assert (found, told) == (SECOND_IN_MARCH, "us.md is a draft: not yet signed by Ana and Ben, so nothing is judged by it.\n")


def test_an_include_that_changes_alone_is_another_text(repository: Repository) -> None:
    """The words that were signed were with `at most 2`; with `at most 9` it is a draft until both sign again."""
    base = text(9, "2026-01-01", "2025-12-30", extra='\ninclude "rules.pact"\n')
    rules = "cap rules\n    at most {} encounters per month\n"
    repository.commit("2026-01-10", us_pact=base, rules_pact=rules.format(2), log_pactlog=MARCH)
    repository.commit("2026-02-10", rules_pact=rules.format(9))
    found, told = judged(repository)
    assert found == ["rules@2026-03-04"]
    assert "us.pact is a draft: Ana and Ben signed an earlier text" in told
    repository.commit("2026-02-11", us_pact=base.replace("2025-12-30", "2026-02-11"))
    assert judged(repository)[0] == []


def test_what_a_merge_left_out_was_signed_all_the_same(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(9, "2026-01-01", "2025-12-30"), log_pactlog=MAY)
    repository.git("checkout", "-qb", "side")
    repository.commit("2026-04-20", us_pact=text(2, "2026-05-01", "2026-04-20"))
    repository.git("checkout", "-q", "main")
    repository.commit("2026-04-21", us_pact=text(9, "2026-01-01", "2025-12-30", note="Read again."))
    repository.git("merge", "--quiet", "--no-edit", "--strategy", "ours", "side")
    assert judged(repository)[0] == ["evenings@2026-05-04"]


def test_a_squash_keeps_what_its_last_text_says_and_tells_what_it_lost(repository: Repository) -> None:
    """One commit in place of all: the first text is lost, and the second says that it replaced one."""
    repository.write("log.pactlog", MARCH + MAY)
    repository.commit("2026-01-01", us_pact=text(2, "2026-01-01"))
    for limit, first, on in ((2, "2026-01-01", "2025-12-30"), (9, "2026-05-01", "2026-04-20")):
        repository.write("us.pact", text(limit, first))
        for party in ("Ana", "Ben"):
            assert repository.run("sign", "us.pact", "--as", party, "--on", on).code == 0
        repository.commit(on)
    assert judged(repository) == (SECOND_IN_MARCH, "")
    repository.git("reset", "--quiet", "--soft", "HEAD~2")
    repository.git("commit", "--quiet", "--amend", "-m", "All of it")
    found, told = judged(repository)
    assert found == []
    assert told.startswith("The text that was in force before is not here (sha256:")


# --- what lies upstream -------------------------------------------------------------------------------------------


def test_what_was_signed_upstream_and_is_not_here_is_told(repository: Repository, tmp_path: Path) -> None:
    """As it was last fetched: nothing is asked of any network, so what was pushed since is not told."""
    two_versions(repository)
    copy = beside(repository, tmp_path / "copy")
    assert not any("upstream" in line for line in first_lines(copy))
    repository.commit("2026-05-20", us_pact=text(1, "2026-06-01", "2026-05-20"))
    assert not any("upstream" in line for line in first_lines(copy))
    copy.git("fetch", "--quiet")
    said = "Signed on the upstream branch, and not here yet: Ana and Ben on 2026-05-20. 'git pull' brings it."
    assert first_lines(copy).count(said) == 1
    copy.git("merge", "--quiet", "--ff-only")
    assert not any("upstream" in line for line in first_lines(copy))


def test_a_draft_upstream_is_nothing_to_tell(repository: Repository, tmp_path: Path) -> None:
    two_versions(repository)
    copy = beside(repository, tmp_path / "copy")
    repository.commit("2026-05-20", us_pact=text(1, "2026-06-01"))
    copy.git("fetch", "--quiet")
    assert not any("upstream" in line for line in first_lines(copy))
    copy.commit("2026-05-21", us_pact=text(9, "2026-05-01", "2026-04-20", note="Ahead of it."))
    assert not any("upstream" in line for line in first_lines(copy))
    copy.git("branch", "--quiet", "--unset-upstream")
    assert not any("upstream" in line for line in first_lines(copy))


# --- what it costs ------------------------------------------------------------------------------------------------


class Counted:
    """Counts the processes of git by their commands, and the texts that were parsed and resolved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from pactlang.history import kept

        self.git: list[str] = []
        self.parsed: list[str] = []
        command, gather = git._command, kept.gather

        def asked(arguments: tuple[str, ...]) -> list[str]:
            self.git.append(next(one for one in arguments if not one.startswith("-")))
            return command(arguments)

        def gathered(path: Path, read: object) -> object:
            self.parsed.append(str(path))
            return gather(path, read)  # type: ignore[arg-type]

        monkeypatch.setattr(git, "_command", asked)
        monkeypatch.setattr(kept, "gather", gathered)


COMMANDS = (
    ("check", *AS_OF, "us.pact", "log.pactlog"),
    ("status", *AS_OF, "us.pact", "log.pactlog"),
    ("may", *AS_OF, "us.pact", "log.pactlog", "encounter by Ana with dana on 2026-12-01 20:00"),
    ("export", *AS_OF, "us.pact", "log.pactlog", "-o", "-"),
    ("lint", "us.pact"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_git_is_started_once_for_the_log_once_for_the_texts_and_once_for_a_name(
    command: tuple[str, ...], shared: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    assert shared.run(*command).code in (0, 1)
    assert counted.git == ["log", "diff-tree", "cat-file"]
    assert len(counted.parsed) == 2  # the two that both signed


def test_drafts_and_copies_of_what_was_signed_are_not_parsed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = text(2, "2026-01-01", "2025-12-30"), text(9, "2026-05-01", "2026-04-20")
    repository.write("log.pactlog", MARCH + MAY)
    for place, one in enumerate((text(1), text(3), first, text(4), text(5, note="!"), first, second, text(6), second, first, second)):
        repository.commit(f"2026-05-{place + 1:02}", us_pact=one)
    repository.write("us.pact", text(7))
    counted = Counted(monkeypatch)
    assert judged(repository)[0] == SECOND_IN_MARCH
    assert len(counted.parsed) == 2
    assert counted.git == ["log", "diff-tree", "cat-file"]


def test_a_clone_at_its_upstream_asks_git_no_more(shared: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = beside(shared, tmp_path / "copy")
    counted = Counted(monkeypatch)
    assert judged(copy)[0] == SECOND_IN_MARCH
    assert counted.git == ["log", "diff-tree", "cat-file"]


def test_nothing_is_asked_of_git_for_this_text_or_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Repository(tmp_path)
    place.write("us.pact", text(2, "2026-01-01", "2025-12-30"))
    place.write("log.pactlog", evenings("2026-03-02"))
    counted = Counted(monkeypatch)
    assert place.run("check", *AS_OF, "us.pact", "log.pactlog").code == 0
    place.start()
    assert place.run("check", "--this-text", *AS_OF, "us.pact", "log.pactlog").code == 0
    assert counted.git == []
    assert sys.modules["pactlang.history.git"] is git


def test_a_page_that_shows_a_signature_gives_nobody_a_last_word(repository: Repository) -> None:
    """The prose shows a line by Ana of 29 April; what she signed on the 20th is her last word, so Ben's of the 30th makes it agreed."""
    page = "# Us\n{}\n```pact\n{}```\n"
    both = text(2, "2026-05-01", "2026-04-20").replace("Ben on 2026-04-20", "Ben on 2026-04-30")
    only_ana = both.replace("    signed by Ben on 2026-04-30\n", "")
    shown = f"\n    signed by Ana on 2026-04-29 digest sha256:{'0' * 64}\n"
    repository.commit("2026-04-20", us_md=page.format("", only_ana), log_pactlog=MAY)
    repository.commit("2026-04-29", us_md=page.format(shown, text(9, "2026-05-01")))
    repository.commit("2026-04-30", us_md=page.format("", both))
    repository.write("us.md", page.format("", text(9, "2026-05-01")))
    assert judged(repository, file="us.md")[0] == ["evenings@2026-05-04"]
