"""`pact git install`, and what git then does with agreements and logs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from pactlang.history import install

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


def without_the_program(repository: Repository, monkeypatch: pytest.MonkeyPatch, place: Path | None) -> None:
    """Set up anew as where the program was at some place, with a search path on which it is not."""
    if shutil.which("pactlang", path=os.defpath):
        pytest.skip("the program is on every path here")
    monkeypatch.setattr(install, "_place", lambda: place)
    assert repository.run("git", "install").code == 0
    monkeypatch.setattr(repository, "environment", lambda **more: Repository.environment(repository, **({"PATH": os.defpath} | more)))


@pytest.mark.parametrize("place", [None, Path("/nowhere/pactlang")])
def test_without_the_program_the_words_of_both_stay(ready: Repository, monkeypatch: pytest.MonkeyPatch, place: Path | None) -> None:
    without_the_program(ready, monkeypatch, place)
    assert both_change(ready, TWO.replace("at most 4", "at most 3"), TWO.replace("at most 4", "at most 5")) == 1
    assert "    at most 3 encounters per month\n=======\n    at most 5 encounters per month\n>>>>>>> theirs\n" in read(ready)
    assert "+    at most 3 encounters per month" in ready.git("diff", "HEAD~1", "HEAD").out
    ready.git("config", "diff.pact.command", install.settings(in_words=True)["diff.pact.command"])
    assert "+    at most 3 encounters per month" in ready.git("diff", "HEAD~1", "HEAD").out


def test_without_the_program_a_commit_is_told_that_nobody_looked(ready: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    without_the_program(ready, monkeypatch, Path("/nowhere/pactlang"))
    ready.write("us.pact", TWO.replace("at most 4", "at mots 4"))
    ready.git("add", "--all")
    told = ready.git("commit", "-q", "-m", "A slip")
    assert told.err.endswith("pactlang was not found; the agreements and logs of this commit were not checked\n")


def test_a_program_that_is_on_no_path_is_called_by_its_place(ready: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "it's 100%O here"
    home.mkdir()
    (home / "pactlang").write_text(f'#!/bin/sh\nexec {shlex.quote(str(Path(sys.executable).parent / "pactlang"))} "$@"\n')
    (home / "pactlang").chmod(0o755)
    without_the_program(ready, monkeypatch, home / "pactlang")
    ready.commit("2026-02-01", us_pact=TIGHT)
    assert both_change(ready, *CHANGED) == 0
    ready.write("us.pact", TIGHT.replace("at most 4", "at mots 4"))
    ready.git("add", "--all")
    assert "1 fault: nothing was committed.\n" in ready.git("commit", "-m", "A slip", fine=False).err


def test_a_program_inside_the_repository_is_not_called_by_its_place(ready: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    without_the_program(ready, monkeypatch, ready.path / "bin" / "pactlang")
    assert "bin/pactlang" not in ready.git("config", "--local", "--list").out + read(ready, ".git/hooks/pre-commit")


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


LOG = "log.pactlog"


@pytest.fixture
def log(ready: Repository) -> str:
    """The log of the repository: three entries, the last one with a note."""
    text = evenings("2026-01-02", "2026-01-09") + "2026-01-10  expense by Ana, amount 20 EUR\n    Soup.\n"
    ready.commit("2026-01-11", log_pactlog=text)
    return text


def test_logs_take_the_lines_of_both(ready: Repository, log: str) -> None:
    both = evenings("2026-01-15")
    assert both_change(ready, log + evenings("2026-01-13") + both, log + evenings("2026-01-12") + both, LOG) == 0
    assert read(ready, LOG) == log + evenings("2026-01-12", "2026-01-13") + both


def test_an_entry_that_both_corrected_is_a_conflict_of_that_entry(ready: Repository, log: str) -> None:
    ours, theirs = log.replace("20 EUR", "21 EUR"), log.replace("20 EUR", "22 EUR") + evenings("2026-01-12")
    assert both_change(ready, ours, theirs, LOG) == 1
    assert read(ready, LOG) == evenings("2026-01-02", "2026-01-09") + (
        "<<<<<<< ours\n2026-01-10  expense by Ana, amount 21 EUR\n    Soup.\n=======\n2026-01-10  expense by Ana, amount 22 EUR\n"
        "    Soup.\n>>>>>>> theirs\n"
    ) + evenings("2026-01-12")
    ready.git("add", "--all")
    assert "log.pactlog:3:1:" in ready.git("commit", "-m", "With marks", fine=False).err


def test_an_entry_taken_out_here_and_corrected_there_is_a_conflict(ready: Repository, log: str) -> None:
    assert both_change(ready, log.replace("20 EUR", "21 EUR"), evenings("2026-01-02", "2026-01-09"), LOG) == 1
    assert read(ready, LOG).endswith("<<<<<<< ours\n2026-01-10  expense by Ana, amount 21 EUR\n    Soup.\n=======\n>>>>>>> theirs\n")


def test_one_thing_that_both_noted_with_another_amount_is_asked_about(ready: Repository, log: str) -> None:
    lines = "2026-01-12  expense by Ben, amount 20 EUR\n", "2026-01-12  expense by Ben, amount 30 EUR\n"
    assert both_change(ready, log + lines[0], log + lines[1], LOG) == 1
    assert read(ready, LOG) == f"{log}<<<<<<< ours\n{lines[0]}=======\n{lines[1]}>>>>>>> theirs\n"


def test_a_log_that_was_renamed_is_merged_by_entries(ready: Repository, log: str) -> None:
    long = evenings(*(f"2025-06-{day:02}" for day in range(1, 29)))
    ready.commit("2026-01-12", log_pactlog=long + log)
    ready.git("checkout", "-qb", "side")
    ready.git("mv", LOG, "ours.pactlog")
    ready.write("ours.pactlog", long + log.replace("20 EUR", "22 EUR"))
    ready.commit("2026-02-02")
    ready.git("checkout", "-q", "main")
    ready.write(LOG, evenings("2026-01-01") + long + log)
    ready.commit("2026-02-03")
    ready.git("merge", "--no-edit", "side")
    assert read(ready, "ours.pactlog") == evenings("2026-01-01") + long + log.replace("20 EUR", "22 EUR")


def test_two_clones_do_what_the_page_shows(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "keep-it-in-git.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall("^```text\n(.*?)^```", page, re.M | re.S) if "check-in by" in block)
    before, mine, theirs, added = re.split("<<<<<<< ours\n|=======\n|>>>>>>> theirs\n", shown)
    mine_too, theirs_too = added.splitlines(keepends=True)
    hub = Repository(tmp_path)
    hub.git("-c", "init.defaultBranch=main", "init", "--quiet", "--bare", "hub")
    ana = Repository(tmp_path / "ana")
    ana.path.mkdir()
    ana.start().git("remote", "add", "origin", "../hub")
    assert ana.run("new", ".", "--template", "couple", "--between", "Ana and Ben").code == 0
    ana.commit("2026-09-13", us_pactlog=before + mine.replace("20:00", "20:30"))
    ana.git("push", "-q", "origin", "main")
    hub.git("clone", "-q", "hub", "ben", "-b", "main")
    ben = Repository(tmp_path / "ben").start()
    assert ben.run("git", "install").code == 0
    ben.commit("2026-09-14", us_pactlog=before + theirs + theirs_too)
    ben.git("push", "-q", "origin", "main")
    ana.commit("2026-09-15", us_pactlog=before + mine + mine_too)
    assert ana.git("pull", "--no-rebase", "origin", "main", fine=False).code == 1
    assert read(ana, "us.pactlog") == shown
    assert "A merge left two versions here" in ana.git("commit", "-qam", "Marks", fine=False).err


def test_without_the_program_an_entry_that_both_corrected_is_a_conflict(
    ready: Repository, log: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_the_program(ready, monkeypatch, None)
    assert both_change(ready, log.replace("20 EUR", "21 EUR"), log.replace("20 EUR", "22 EUR"), LOG) == 1
    assert "21 EUR\n=======\n2026-01-10  expense by Ana, amount 22 EUR\n>>>>>>> theirs\n    Soup.\n" in read(ready, LOG)


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
