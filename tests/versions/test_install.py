"""`pact git install`, and what git then does with agreements and logs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pactlang.history.install import IN_WORDS

from .repository import Repository
from .texts import evenings, text

TWO = text(4, "2026-01-01", extra="\ncap late\n    at most 2 encounters between 23:00 and 05:00 per month")


@pytest.fixture
def ready(repository: Repository) -> Repository:
    """A repository that is set up, with an agreement of two clauses."""
    assert repository.run("git", "install").code == 0
    repository.commit("2026-01-10", us_pact=TWO, log_pactlog=evenings("2026-01-02"))
    return repository


def state(repository: Repository) -> dict[str, bytes]:
    """All that installing may touch."""
    names = [".gitattributes", ".git/config", ".git/hooks/pre-commit"]
    return {name: (repository.path / name).read_bytes() for name in names if (repository.path / name).exists()}


# --- setting up and taking out ------------------------------------------------------------------------------------


def test_twice_is_once_and_taken_out_is_as_before(repository: Repository) -> None:
    before = state(repository)
    first = repository.run("git", "install")
    assert (first.code, first.err) == (0, "")
    after = state(repository)
    assert len(after) == 3
    second = repository.run("git", "install")
    assert (second.code, second.out, second.err) == (0, "Everything is set up already.\n", "")
    assert state(repository) == after
    assert repository.run("git", "uninstall").code == 0
    assert state(repository) == before
    assert repository.run("git", "uninstall").out == "There was nothing to remove.\n"


def test_what_others_wrote_stays(repository: Repository) -> None:
    repository.write(".gitattributes", "*.png binary\n*.pact linguist-language=Text diff=mine")
    repository.write(".git/hooks/pre-commit", "#!/bin/sh\necho ours\n")
    repository.git("config", "merge.pact.driver", "mine %A")
    before = state(repository)
    told = repository.run("git", "install")
    assert told.code == 0
    assert ".gitattributes says something other than diff=pact for *.pact; it is left alone" in told.err
    assert "merge.pact.driver is set to something else" in told.err
    assert "add this to it: pactlang git hook || exit 1" in told.err
    attributes = (repository.path / ".gitattributes").read_text()
    assert "\n*.pact text eol=lf merge=pact\n" in attributes
    assert repository.git("check-attr", "diff", "merge", "--", "us.pact").out == "us.pact: diff: mine\nus.pact: merge: pact\n"
    assert repository.git("config", "merge.pact.driver").out == "mine %A\n"
    assert state(repository)[".git/hooks/pre-commit"] == before[".git/hooks/pre-commit"]
    assert repository.run("git", "uninstall").code == 0
    after = state(repository)
    assert after[".gitattributes"] == before[".gitattributes"] + b"\n"
    assert after[".git/hooks/pre-commit"] == before[".git/hooks/pre-commit"]
    assert repository.git("config", "merge.pact.driver").out == "mine %A\n"


def test_lines_that_others_add_around_ours_stay(ready: Repository) -> None:
    hook = ready.path / ".git/hooks/pre-commit"
    hook.write_text(hook.read_text() + "echo more\n")
    assert ready.run("git", "install").out == "Everything is set up already.\n"
    ready.run("git", "uninstall")
    assert hook.read_text() == "#!/bin/sh\necho more\n"
    assert hook.stat().st_mode & 0o111


def test_hooks_that_are_kept_elsewhere_are_left_alone(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "hooks").mkdir()
    repository.git("config", "core.hooksPath", str(tmp_path / "hooks"))
    told = repository.run("git", "install")
    assert f"hooks are kept in {tmp_path / 'hooks'} (core.hooksPath)" in told.err
    assert list((tmp_path / "hooks").iterdir()) == []
    assert not (repository.path / ".git/hooks/pre-commit").exists()


def test_attributes_that_are_a_link_are_left_alone(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("")
    (repository.path / ".gitattributes").symlink_to(tmp_path / "theirs")
    assert repository.run("git", "install").code == 2
    assert (tmp_path / "theirs").read_text() == ""


def test_outside_a_repository(tmp_path: Path) -> None:
    for what in ("install", "uninstall", "hook"):
        answer = Repository(tmp_path).run("git", what, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
        assert (answer.code, answer.out) == (2, "")
        assert "is not in a git repository" in answer.err


# --- what git shows ------------------------------------------------------------------------------------------------


def test_differences_name_the_clause(ready: Repository) -> None:
    ready.commit("2026-02-01", us_pact=TWO.replace("at most 2", "at most 1").replace("    at most 1", "    # Sleep.\n    at most 1"))
    for told in (ready.git("log", "-p", "-1", "-U0", "--", "us.pact").out, ready.git("diff", "-U0", "HEAD~1", "--", "us.pact").out):
        assert "@@ cap late\n" in told
        assert "+    at most 1 encounters between 23:00 and 05:00 per month\n" in told


def test_differences_show_what_cannot_be_seen(ready: Repository) -> None:
    ready.write("us.pact", TWO.replace("cap late", "# \u202e\x1b[2J\ncap late"))
    told = ready.git("diff", "--", "us.pact").out
    assert "+# \\u202e\\x1b[2J\n" in told


def test_a_file_whose_name_begins_with_a_dash_is_compared(ready: Repository) -> None:
    ready.write("-us.pact", TWO)
    ready.commit("2026-02-01")
    ready.write("-us.pact", TWO.replace("at most 4", "at most 3"))
    assert "+    at most 3" in ready.git("diff", "--", "-us.pact").out


def test_differences_in_words_where_they_are_asked_for(repository: Repository) -> None:
    assert repository.run("git", "install", "--words").code == 0
    repository.commit("2026-01-10", us_pact=TWO)
    repository.write("us.pact", TWO.replace("at most 4", "at most 3"))
    told = repository.git("diff").out
    lines = ["us.pact", "  evenings (asks for more of Ana and Ben)", "    - at most 4 encounters per month"]
    assert told.splitlines() == [*lines, "    + at most 3 encounters per month"]
    repository.write("us.pact", TWO.replace("at most 4", "at mots 4"))
    assert "+    at mots 4 encounters per month\n" in repository.git("diff").out
    repository.commit("2026-01-11")
    # History shows lines, in either case; so does a commit that brings the file.
    assert "+    at mots 4 encounters per month\n" in repository.git("log", "-p", "-1").out
    repository.write("new.pact", TWO)
    repository.git("add", "--all")
    assert "+cap late\n" in repository.git("diff", "--cached").out
    assert repository.run("git", "uninstall").code == 0
    assert "pact" not in repository.git("config", "--local", "--list").out


# --- merging -------------------------------------------------------------------------------------------------------


def both_change(repository: Repository, ours: str, theirs: str, name: str = "us.pact") -> int:
    """Two lines of work, merged; gives git's exit code."""
    repository.git("checkout", "-qb", "side")
    repository.write(name, theirs)
    repository.commit("2026-02-02")
    repository.git("checkout", "-q", "main")
    repository.write(name, ours)
    repository.commit("2026-02-03")
    return repository.git("merge", "--no-edit", "side", fine=False).code


def read(repository: Repository, name: str = "us.pact") -> str:
    return (repository.path / name).read_bytes().decode()


TIGHT = TWO.replace("\n\ncap late", "\ncap late")
CHANGED = TIGHT.replace("at most 4", "at most 3"), TIGHT.replace("cap late", 'cap late "Late ones"')


def test_two_clauses_on_adjacent_lines_merge(ready: Repository) -> None:
    ready.commit("2026-02-01", us_pact=TIGHT)
    assert both_change(ready, *CHANGED) == 0
    assert read(ready) == TIGHT.replace("at most 4", "at most 3").replace("cap late", 'cap late "Late ones"')


def test_git_alone_would_not_have_merged_them(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=TIGHT)
    assert both_change(repository, *CHANGED) == 1


def test_one_clause_changed_twice_is_a_conflict_of_that_clause(ready: Repository) -> None:
    theirs = TWO.replace("at most 4", "at most 5").replace("at most 2", "at most 1")
    assert both_change(ready, TWO.replace("at most 4", "at most 3"), theirs) == 1
    assert read(ready).endswith(
        "<<<<<<< ours\ncap evenings\n    at most 3 encounters per month\n=======\ncap evenings\n    at most 5 encounters per month\n"
        ">>>>>>> theirs\n\ncap late\n    at most 1 encounters between 23:00 and 05:00 per month\n"
    )
    assert ready.git("status", "--short", "us.pact").out == "UU us.pact\n"


def test_without_the_program_the_words_of_both_stay(ready: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {"PATH": os.defpath}
    monkeypatch.setattr(ready, "environment", lambda **more: Repository.environment(ready, **(plain | more)))
    if shutil.which("pactlang", path=os.defpath):
        pytest.skip("the program is on every path here")
    assert both_change(ready, TWO.replace("at most 4", "at most 3"), TWO.replace("at most 4", "at most 5")) == 1
    assert "    at most 3 encounters per month\n=======\n    at most 5 encounters per month\n>>>>>>> theirs\n" in read(ready)
    assert "+    at most 3 encounters per month" in ready.git("diff", "HEAD~1", "HEAD").out
    ready.git("config", "diff.pact.command", IN_WORDS["diff.pact.command"])
    assert "+    at most 3 encounters per month" in ready.git("diff", "HEAD~1", "HEAD").out


def test_two_who_sign_at_once_have_both_signed(ready: Repository) -> None:
    zone = "    time zone Europe/Berlin\n"
    ana, ben = "    signed by Ana on 2026-02-01\n", "    signed by Ben on 2026-02-02\n"
    assert both_change(ready, TWO.replace(zone, zone + ana), TWO.replace(zone, zone + ben)) == 0
    assert read(ready) == TWO.replace(zone, zone + ana + ben)


def test_a_text_that_cannot_be_read_is_merged_by_lines(ready: Repository) -> None:
    broken = TWO + "\n\n\n\nthis is no line of an agreement\n"
    assert both_change(ready, broken, TWO.replace("2026-01-01", "2026-01-02")) == 0
    assert read(ready) == broken.replace("2026-01-01", "2026-01-02")


def test_lines_of_a_text_that_cannot_be_read_may_conflict(ready: Repository) -> None:
    assert both_change(ready, TWO.replace("at most 4", "at mots 4"), TWO.replace("at most 4", "at most 5")) == 1
    assert "<<<<<<< ours\n    at mots 4 encounters per month\n=======\n" in read(ready)


def test_line_ends_and_the_mark_of_the_file_stay(ready: Repository) -> None:
    ends = ready.path / "base"
    for name, changed in (
        ("base", TWO),
        ("ours", TWO.replace("at most 4", "at most 3")),
        ("theirs", TWO.replace("at most 2", "at most 1")),
    ):
        ready.write(name, b"\xef\xbb\xbf" + changed.replace("\n", "\r\n").encode() if name == "ours" else changed)
    assert ends.exists()
    assert ready.run("git", "merge-driver", "--", "base", "ours", "theirs", "us.pact").code == 0
    merged = (ready.path / "ours").read_bytes()
    assert (
        merged == b"\xef\xbb\xbf" + TWO.replace("at most 4", "at most 3").replace("at most 2", "at most 1").replace("\n", "\r\n").encode()
    )


def test_a_merge_that_cannot_be_tried_says_so_to_git(ready: Repository) -> None:
    answer = ready.run("git", "merge-driver", "--", "nowhere", "us.pact", "us.pact", "us.pact")
    assert answer.code == 129
    assert read(ready) == TWO


def test_logs_take_the_lines_of_both(ready: Repository) -> None:
    first = read(ready, "log.pactlog")
    assert both_change(ready, first + evenings("2026-01-05"), first + evenings("2026-01-06"), "log.pactlog") == 0
    assert sorted(read(ready, "log.pactlog").splitlines()) == sorted((first + evenings("2026-01-05", "2026-01-06")).splitlines())


# --- before a commit -----------------------------------------------------------------------------------------------


def test_a_text_that_cannot_be_read_is_not_committed(ready: Repository) -> None:
    ready.write("us.pact", TWO.replace("at most 4", "at mots 4"))
    ready.git("add", "--all")
    refused = ready.git("commit", "-m", "A slip", fine=False)
    assert refused.code == 1
    assert "us.pact:9:8:" in refused.err
    assert refused.err.endswith("1 fault: nothing was committed.\n")


def test_what_counts_is_what_is_staged(ready: Repository) -> None:
    ready.write("us.pact", TWO.replace("at most 4", "at most 3"))
    ready.git("add", "--all")
    ready.write("us.pact", TWO.replace("at most 4", "at mots 4"))
    ready.git("commit", "-q", "-m", "What is staged can be read")
    ready.write("log.pactlog", "2026-13-01  encounter by Ana\n")
    ready.git("add", "log.pactlog")
    assert "log.pactlog:1:" in ready.git("commit", "-m", "No such month", fine=False).err


def test_a_file_that_others_bring_in_needs_no_heading(ready: Repository) -> None:
    ready.write("rules.pact", "cap rules\n    at most 4 encounters per week\n")
    ready.write("us.pact", TWO + '\ninclude "rules.pact"\n')
    ready.git("add", "--all")
    ready.git("commit", "-q", "-m", "Rules of their own")
    ready.write("rules.pact", "cap rules\n    at mots 4 encounters per week\n")
    ready.git("add", "--all")
    assert "rules.pact:2:" in ready.git("commit", "-m", "A slip", fine=False).err


def test_a_text_in_another_layout_is_not_committed(ready: Repository) -> None:
    ready.write("us.pact", TWO.replace("    at most 4", "  at  most 4"))
    ready.git("add", "--all")
    assert "us.pact is not formatted the way 'pact fmt' would" in ready.git("commit", "-m", "Crooked", fine=False).err
    assert ready.run("fmt", "us.pact").code == 0
    assert read(ready) == TWO
    ready.git("add", "--all")
    ready.git("commit", "-q", "--allow-empty", "-m", "Straight")


def test_layout_makes_no_difference(ready: Repository) -> None:
    ready.write("us.pact", TWO.replace("    at most 4", "  at  most 4"))
    assert "at most" not in ready.git("diff").out


def test_files_can_be_named(ready: Repository) -> None:
    assert ready.run("git", "hook", "us.pact", "log.pactlog").code == 0
    ready.write("us.pact", "pact pact\n")
    answer = ready.run("git", "hook", "us.pact")
    assert answer.code == 1
    assert "us.pact:1:" in answer.err
    assert ready.run("git", "hook", "nowhere.pact").code == 2
