"""`pact check --history`: which version judges, and what is told about the others."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .repository import Repository
from .texts import evenings, text

AS_OF = ("--as-of", "2026-12-01")
MARCH = evenings("2026-03-02", "2026-03-03", "2026-03-04")
MAY = evenings("2026-05-02", "2026-05-03", "2026-05-04")


def judged(repository: Repository, *more: str, file: str = "us.pact") -> tuple[list[str], str]:
    """The ids of what was broken, and what was told beside the answer."""
    answer = repository.run("check", "--history", "--format", "json", *AS_OF, *more, file, "log.pactlog")
    assert answer.code in (0, 1), answer.err
    import json

    return [one["id"] for one in json.loads(answer.out)["findings"] if one["status"] == "breach"], answer.err


def two_versions(repository: Repository, second_start: str = "2026-05-01") -> None:
    repository.write("log.pactlog", MARCH + MAY)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", us_pact=text(9, second_start, "2026-04-20"))


def test_each_entry_is_judged_by_the_version_then_in_force(repository: Repository) -> None:
    two_versions(repository)
    assert judged(repository) == (["evenings@2026-03-04"], "")


def test_the_commit_says_when_a_text_starts_that_does_not(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH + MAY)
    repository.commit("2026-01-10", us_pact=text(9))
    repository.commit("2026-04-20", us_pact=text(2))
    assert judged(repository) == (["evenings@2026-05-04"], "")


def test_a_later_text_with_the_same_start_replaces_the_earlier(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-01-11", us_pact=text(3, "2026-01-01", "2025-12-31"))
    assert judged(repository) == ([], "")


def test_a_text_taken_back_before_it_starts_never_judges(repository: Repository) -> None:
    two_versions(repository)
    repository.commit("2026-04-25", us_pact=text(2, "2026-01-01", "2025-12-30"))
    assert judged(repository) == (["evenings@2026-03-04", "evenings@2026-05-04"], "")


def test_a_draft_judges_nothing_while_a_signed_text_stands(repository: Repository) -> None:
    repository.write("log.pactlog", MAY)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01"))
    assert judged(repository)[0] == ["evenings@2026-05-04"]


def test_signing_the_words_of_a_draft_starts_nothing_anew(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-03-01", us_pact=text(2))
    repository.commit("2026-03-03", us_pact=text(2, signed="2026-03-03"))
    answer = repository.run("check", "--history", *AS_OF, "us.pact", "log.pactlog")
    assert "draft" not in answer.out
    assert "evenings@2026-03-04" in answer.out


def test_new_words_start_when_they_are_signed(repository: Repository) -> None:
    repository.write("log.pactlog", MAY)
    repository.commit("2026-01-10", us_pact=text(2, signed="2025-12-30"))
    repository.commit("2026-05-01", us_pact=text(9))
    repository.commit("2026-05-05", us_pact=text(9, signed="2026-05-05"))
    assert judged(repository) == (["evenings@2026-05-04"], "")


def test_an_older_draft_is_named(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    short = repository.commit("2026-01-10", us_pact=text(2))
    repository.commit("2026-05-01", us_pact=text(9, signed="2026-05-01"))
    answer = repository.run("check", "--history", *AS_OF, "us.pact", "log.pactlog")
    assert answer.out.startswith(f"This is a draft ({short}:./us.pact): not yet signed by Ana and Ben.\n")


def test_comments_make_no_new_version(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2))
    repository.commit("2026-03-03", us_pact=text(2, note="Read again in March."))
    answer = repository.run("history", "us.pact", "--format", "json")
    assert answer.out.count('"start"') == 1


def test_a_renamed_file_keeps_its_history(repository: Repository) -> None:
    two_versions(repository)
    repository.git("mv", "us.pact", "home.pact")
    repository.commit("2026-04-21")
    assert judged(repository, file="home.pact") == (["evenings@2026-03-04"], "")


def test_a_copy_of_another_agreement_has_its_own_history(repository: Repository) -> None:
    two_versions(repository)
    repository.commit("2026-11-01", other_pact=text(9, "2026-05-01", "2026-04-20", extra="    warn at 3"))
    assert judged(repository, file="other.pact") == ([], "")


def test_what_is_included_is_read_as_it_was(repository: Repository) -> None:
    main = text(9, "2026-01-01", "2025-12-30").replace("use relationships", 'use relationships\n\ninclude "parts/rules.pact"')
    rules = "cap rules\n    at most {} encounters per month\n"
    repository.write("log.pactlog", MARCH)
    (repository.path / "parts").mkdir()
    repository.write("parts/rules.pact", rules.format(2))
    repository.commit("2026-01-10", us_pact=main)
    assert judged(repository)[0] == ["rules@2026-03-04"]
    repository.write("parts/rules.pact", rules.format(5))
    repository.commit("2026-11-01")
    # The words that were signed have changed, so it is told; the file that includes them has not.
    found, told = judged(repository)
    assert found == []
    assert told.endswith(" changes the words; the signatures of Ana and Ben were given to those before\n")


def test_what_is_not_committed_counts_as_a_draft_and_is_told(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.write("us.pact", text(9, "2026-01-01", "2025-12-30"))
    found, told = judged(repository)
    assert found == ["evenings@2026-03-04"]
    assert "pact: us.pact has changes that are not committed; until they are, it counts as a draft\n" in told


def test_an_uncommitted_draft_judges_where_nothing_is_signed(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01"))
    repository.write("us.pact", text(9, "2026-01-01"))
    assert judged(repository)[0] == []


def test_a_commit_that_cannot_be_read_is_left_out_and_told(repository: Repository) -> None:
    two_versions(repository)
    short = repository.commit("2026-04-22", us_pact=text(9, "2026-05-01", "2026-04-20", extra="    at mots 3 encounters per week"))
    repository.commit("2026-04-23", us_pact=text(9, "2026-05-01", "2026-04-20"))
    found, told = judged(repository)
    assert found == ["evenings@2026-03-04"]
    assert told.startswith(f"pact: {short} is left out, since its text cannot be read: {short}:./us.pact:")


def test_a_text_that_cannot_be_read_now_leaves_the_committed_ones(repository: Repository) -> None:
    two_versions(repository)
    repository.write("us.pact", "pact pact\n")
    found, told = judged(repository)
    assert found == ["evenings@2026-03-04"]
    assert "us.pact as it is now cannot be read" in told


def test_both_sides_of_a_merge_count(repository: Repository) -> None:
    repository.write("log.pactlog", evenings("2026-07-02", "2026-07-03", "2026-07-04"))
    repository.commit("2026-01-10", us_pact=text(9, "2026-01-01", "2025-12-30"))
    repository.git("checkout", "-qb", "side")
    repository.commit("2026-06-01", us_pact=text(2, "2026-07-01", "2026-06-01"))
    repository.git("checkout", "-q", "main")
    repository.write("elsewhere", "")
    repository.commit("2026-06-02")
    repository.git(
        "merge", "--quiet", "--no-edit", "side", GIT_COMMITTER_DATE="2026-06-03T12:00:00Z", GIT_AUTHOR_DATE="2026-06-03T12:00:00Z"
    )
    assert judged(repository) == (["evenings@2026-07-04"], "")


def test_a_shallow_clone_is_told(repository: Repository, tmp_path: Path) -> None:
    two_versions(repository)
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.path}", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    found, told = judged(clone)
    assert found == []
    assert told.startswith("pact: this is a shallow clone")


def test_a_folder_below_and_a_name_that_begins_with_a_dash(repository: Repository) -> None:
    (repository.path / "a folder").mkdir()
    repository.write("a folder/-us é.pact", text(2, "2026-01-01", "2025-12-30"))
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10")
    repository.write("a folder/-us é.pact", text(9, "2026-05-01", "2026-04-20"))
    repository.commit("2026-04-20")
    assert judged(repository, file="a folder/-us é.pact") == (["evenings@2026-03-04"], "")
    inside = Repository(repository.path / "a folder")
    answer = inside.run("check", "--history", *AS_OF, "--", "-us é.pact", "../log.pactlog")
    assert "evenings@2026-03-04" in answer.out
    assert ":./-us é.pact:11" in answer.out


def test_the_settings_of_a_repository_start_nothing(repository: Repository) -> None:
    two_versions(repository)
    trap = repository.write("trap", "#!/bin/sh\ntouch caught\n")
    trap.chmod(0o755)
    repository.commit("2026-04-21", _gitattributes="*.pact diff=pact\n")
    for setting in ("core.fsmonitor", "diff.external", "diff.pact.textconv", "diff.pact.command", "core.pager", "gpg.program"):
        repository.git("config", setting, str(trap))
    repository.git("config", "log.showSignature", "true")
    assert judged(repository) == (["evenings@2026-03-04"], "")
    assert not (repository.path / "caught").exists()


SETTINGS = {
    "diff.renames": "false",
    "color.ui": "always",
    "core.abbrev": "40",
    "core.quotepath": "true",
    "diff.relative": "true",
    "log.follow": "true",
    "log.decorate": "full",
    "log.date": "relative",
    "format.pretty": "oneline",
    "i18n.logOutputEncoding": "latin1",
    "core.autocrlf": "true",
}


def test_no_setting_changes_what_is_read(repository: Repository) -> None:
    for setting, value in SETTINGS.items():
        repository.git("config", setting, value)
    two_versions(repository)
    repository.git("mv", "us.pact", "é.pact")
    repository.commit("2026-04-21", "Élan")
    repository.write("é.pact", text(9, "2026-05-01", "2026-04-20", note="Another comment."))
    repository.commit("2026-04-22", "A comment")
    assert judged(repository, file="é.pact") == (["evenings@2026-03-04"], "")


def test_a_repository_whose_files_are_elsewhere(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-10", us_pact=text())
    (tmp_path / "elsewhere").mkdir()
    repository.git("config", "core.worktree", str(tmp_path / "elsewhere"))
    assert "pact: " in refused(repository)


# --- nothing to judge by ------------------------------------------------------------------------------------------


def refused(repository: Repository, *files: str, **environment: str) -> str:
    answer = repository.run("check", "--history", *(files or ("us.pact",)), **environment)
    assert answer.code == 2
    assert answer.out == ""
    return answer.err


def test_a_folder_without_git(tmp_path: Path) -> None:
    place = Repository(tmp_path)
    place.write("us.pact", text())
    assert "is not in a git repository, so there is no history to read" in refused(place, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))


def test_a_repository_without_a_commit(repository: Repository) -> None:
    repository.write("us.pact", text())
    assert "nothing is committed" in refused(repository)


def test_a_file_that_was_never_committed(repository: Repository) -> None:
    repository.commit("2026-01-10", other_pact=text())
    repository.write("us.pact", text())
    assert refused(repository) == "pact: us.pact has not been committed yet, so it has no history\n"


def test_a_file_that_is_not_there(repository: Repository) -> None:
    assert refused(repository) == "pact: there is no file us.pact\n"


def test_no_version_that_can_be_read(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact="pact pact\n")
    assert "no version of us.pact can be read" in refused(repository)


def test_two_agreements_at_once(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(), other_pact=text())
    assert "the history is that of one agreement" in refused(repository, "us.pact", "other.pact")


def test_no_git(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text())
    (repository.path / "bin").mkdir()
    assert "git is not installed here" in refused(repository, PATH=str(repository.path / "bin"))


def test_git_is_there_for_these_tests() -> None:
    assert shutil.which("git"), os.environ.get("PATH")
