"""Which texts judge, of the file that lies there and of all that git keeps of it; and what is told about the others."""

from __future__ import annotations

import json
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
    answer = repository.run("check", "--format", "json", *AS_OF, *more, file, "log.pactlog")
    assert answer.code in (0, 1), answer.err
    document = json.loads(answer.out)
    said = [one["message"] for one in document["remarks"]]
    told = "".join(f"{one}\n" for one in said if not one.startswith("Signed more than"))  # the tests commit when they like
    return [one["id"] for one in document["findings"] if one["status"] == "breach"], told + answer.err


def two_versions(repository: Repository, second_start: str = "2026-05-01") -> None:
    repository.write("log.pactlog", MARCH + MAY)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", us_pact=text(9, second_start, "2026-04-20"))


def test_each_entry_is_judged_by_the_version_then_in_force(repository: Repository) -> None:
    two_versions(repository)
    assert judged(repository) == (["evenings@2026-03-04"], "")


def test_a_text_that_says_no_start_begins_on_the_day_after_the_last_signature_whenever_it_was_committed(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH + MAY)
    repository.commit("2026-01-10", us_pact=text(9, signed="2025-12-30"))
    repository.commit("2026-09-20", us_pact=text(1, signed="2026-05-02"))
    assert judged(repository)[0] == ["evenings@2026-05-03", "evenings@2026-05-04"]


def test_a_later_text_with_the_same_start_replaces_the_earlier(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-01-11", us_pact=text(3, "2026-01-01", "2025-12-31"))
    assert judged(repository)[0] == []


def test_a_revert_brings_no_signature_so_it_changes_nothing(repository: Repository) -> None:
    two_versions(repository)
    took_over = repository.git("rev-parse", "--short", "HEAD").out.strip()
    repository.commit("2026-04-25", us_pact=text(2, "2026-01-01", "2025-12-30"))
    told = f"us.pact is not the text in force: since 2026-05-01 that is {took_over}:./us.pact\n"
    assert judged(repository) == (["evenings@2026-03-04"], told)
    assert judged(repository, "--as-of", "2026-04-30") == (["evenings@2026-03-04"], "")  # it still was


def test_an_agreed_text_is_taken_back_by_signing_the_old_one_anew(repository: Repository) -> None:
    two_versions(repository)
    repository.commit("2026-04-25", us_pact=text(2, "2026-01-01", "2026-04-25"))
    assert judged(repository)[0] == ["evenings@2026-03-04", "evenings@2026-05-04"]


def test_a_draft_judges_nothing_while_a_signed_text_stands(repository: Repository) -> None:
    repository.write("log.pactlog", MAY)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01"))
    assert judged(repository)[0] == ["evenings@2026-05-04"]


def test_nobody_breaks_what_they_had_not_promised(repository: Repository) -> None:
    repository.write("log.pactlog", evenings("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"))
    repository.commit("2026-03-01", us_pact=text(2))
    repository.commit("2026-03-03", us_pact=text(2, signed="2026-03-03"))
    assert judged(repository) == (["evenings@2026-03-06"], "")


def test_new_words_start_when_they_are_signed(repository: Repository) -> None:
    repository.write("log.pactlog", MAY)
    repository.commit("2026-01-10", us_pact=text(2, signed="2025-12-30"))
    repository.commit("2026-05-01", us_pact=text(9))
    told = "us.pact is a draft: not yet signed by Ana and Ben, so nothing is judged by it.\n"
    assert judged(repository) == (["evenings@2026-05-04"], told)
    repository.commit("2026-05-05", us_pact=text(9, signed="2026-05-03"))
    assert judged(repository) == ([], "")


def test_an_older_draft_is_nothing(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2))
    repository.commit("2026-05-01", us_pact=text(9, signed="2026-05-01"))
    assert judged(repository) == ([], "")


# --- what the first lines tell ------------------------------------------------------------------------------------


def first_lines(repository: Repository, file: str = "us.pact") -> list[str]:
    answer = repository.run("check", *AS_OF, file, "log.pactlog")
    return answer.out.partition("Ana and Ben ·")[0].splitlines()


def test_a_signature_that_reached_git_long_after_its_date_is_told(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-02", us_pact=text(2, "2026-01-01", "2025-12-31"))
    assert first_lines(repository) == []
    repository.commit("2026-04-23", us_pact=text(9, "2026-05-01", "2026-04-20"))
    assert first_lines(repository) == [
        "Signed more than 2 days before it reached git: Ana and Ben on 2026-04-20 (in git since 2026-04-23)."
    ]


def test_an_agreed_text_that_never_judges_is_told(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-01", us_pact=text(2, "2026-02-01", "2025-12-31"))
    repository.commit("2026-01-03", us_pact=text(9, "2026-02-01", "2026-01-02"))
    assert first_lines(repository) == ["The text agreed on 2025-12-31 never judges: a later one begins on the same day or earlier."]


def test_words_that_were_changed_under_signatures_without_a_digest_are_told(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2025-12-31", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.write("us.pact", text(9, "2026-01-01", "2025-12-30"))
    assert first_lines(repository) == [
        "The words of us.pact were changed under the signatures of Ana and Ben; run 'pact sign' to sign the new words.",
        "us.pact is a draft: Ana and Ben signed an earlier text, so nothing is judged by it.",
    ]


def test_a_signed_text_that_cannot_be_read_is_told(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2025-12-31", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-01-03", us_pact=text(9, "2026-02-01", "2026-01-02", extra="    at mots 3 encounters per week"))
    repository.commit("2026-01-03", us_pact=text(2, "2026-01-01", "2025-12-30"))
    assert [line[:59] for line in first_lines(repository)] == ["A text that everyone has signed cannot be read, so it judge"]


def test_a_signed_text_that_was_lost_is_told(repository: Repository) -> None:
    repository.write("us.pact", text(2, "2026-01-01"))
    for party in ("Ana", "Ben"):
        repository.run("sign", "us.pact", "--as", party, "--on", "2025-12-30")
    lost = (repository.path / "us.pact").read_text()
    repository.commit("2025-12-31", us_pact=lost.replace("at most 2", "at most 3"), log_pactlog=MARCH)
    assert any(line.startswith("A text that Ana and Ben signed is not here (sha256:") for line in first_lines(repository))


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
    # The words that were signed have changed, so the text that lies there is a draft, and the one that was signed still judges.
    found, told = judged(repository)
    assert found == ["rules@2026-03-04"]
    assert "us.pact is a draft: Ana and Ben signed an earlier text" in told


def test_what_is_signed_counts_before_it_is_committed(repository: Repository) -> None:
    repository.write("log.pactlog", MAY)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.write("us.pact", text(9, "2026-05-01", "2026-04-20"))
    assert judged(repository) == ([], "")


def test_a_signature_without_a_digest_counts_for_the_first_words_under_which_it_stood(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.write("us.pact", text(9, "2026-01-01", "2025-12-30"))
    found, told = judged(repository)
    assert found == ["evenings@2026-03-04"]
    assert "us.pact is a draft: Ana and Ben signed an earlier text" in told


def test_where_nothing_was_ever_agreed_the_draft_that_lies_there_is_judged_as_it_would_be(repository: Repository) -> None:
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01"))
    assert judged(repository)[0] == ["evenings@2026-03-04"]
    repository.write("us.pact", text(9, "2026-01-01"))
    assert judged(repository)[0] == []


def test_a_commit_that_cannot_be_read_and_brings_no_signature_is_nothing(repository: Repository) -> None:
    two_versions(repository)
    repository.commit("2026-04-22", us_pact=text(9, "2026-05-01", "2026-04-20", extra="    at mots 3 encounters per week"))
    repository.commit("2026-04-23", us_pact=text(9, "2026-05-01", "2026-04-20"))
    assert judged(repository) == (["evenings@2026-03-04"], "")


def test_a_text_that_cannot_be_read_now_leaves_the_committed_ones(repository: Repository) -> None:
    two_versions(repository)
    repository.write("us.pact", "pact pact\n")
    found, told = judged(repository)
    assert found == ["evenings@2026-03-04"]
    assert "us.pact cannot be read in its present form" in told


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
    assert "earlier texts may be missing" in told


def test_a_folder_below_and_a_name_that_begins_with_a_dash(repository: Repository) -> None:
    (repository.path / "a folder").mkdir()
    repository.write("a folder/-us é.pact", text(2, "2026-01-01", "2025-12-30"))
    repository.write("log.pactlog", MARCH)
    repository.commit("2026-01-10")
    repository.write("a folder/-us é.pact", text(9, "2026-05-01", "2026-04-20"))
    repository.commit("2026-04-20")
    assert judged(repository, file="a folder/-us é.pact") == (["evenings@2026-03-04"], "")
    inside = Repository(repository.path / "a folder")
    answer = inside.run("check", "--full", *AS_OF, "--", "-us é.pact", "../log.pactlog")
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


# --- git cannot be asked, or need not be --------------------------------------------------------------------------


def refused(repository: Repository, *files: str, **environment: str) -> str:
    answer = repository.run("check", *(files or ("us.pact",)), **environment)
    assert answer.code == 2
    assert answer.out == ""
    assert "--this-text" in answer.err
    assert repository.run("check", "--this-text", *(files or ("us.pact",)), **environment).code == 0
    return answer.err


def test_a_folder_without_git(tmp_path: Path) -> None:
    place = Repository(tmp_path)
    place.write("us.pact", text())
    assert place.run("check", "us.pact").code == 0


def test_a_repository_without_a_commit(repository: Repository) -> None:
    repository.write("us.pact", text())
    assert repository.run("check", "us.pact").code == 0


def test_a_file_that_was_never_committed(repository: Repository) -> None:
    repository.commit("2026-01-10", other_pact=text())
    repository.write("us.pact", text())
    assert repository.run("check", "us.pact").code == 0


def test_a_file_that_is_not_there(repository: Repository) -> None:
    answer = repository.run("check", "us.pact")
    assert (answer.code, answer.err) == (2, "pact: there is no file us.pact\n")


def test_no_git(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text())
    (repository.path / "bin").mkdir()
    assert "is not installed or was not found" in refused(repository, PATH=str(repository.path / "bin"))


def test_git_is_there_for_these_tests() -> None:
    assert shutil.which("git"), os.environ.get("PATH")


# --- a waiver that names no clause that is here -----------------------------------------------------------------------

TELL = "disclosure tell\n    after each encounter, disclosure within 1 day"
OF_NONE = evenings("2026-05-02") + "2026-05-03  waive tell@2026-05-03 by Ben\n"
HERE, MISSING = "No clause is called `tell`.", "No clause in the texts here is called `tell`; an earlier text may have one."


def waivers(repository: Repository) -> list[str]:
    """What is said of the waiver in the log, and of one that is to be written."""
    old, new = repository.run("check", "us.pact", "log.pactlog", *AS_OF), repository.run("may", "us.pact", "waive tell@2026-05-04 by Ana")
    assert old.code == 0, old.err
    return [said for answer in (old, new) for said in (HERE, MISSING) if said in answer.out + answer.err]


def test_a_waiver_names_a_clause_where_all_texts_are_here(repository: Repository) -> None:
    repository.write("log.pactlog", OF_NONE)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01", "2026-04-20"))
    assert waivers(repository) == [HERE, HERE]


def test_a_waiver_may_be_of_a_text_that_is_not_in_a_shallow_copy(repository: Repository, tmp_path: Path) -> None:
    two_versions(repository)
    repository.commit("2026-04-21", log_pactlog=OF_NONE)
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.path}", str(tmp_path / "clone"))
    assert waivers(Repository(tmp_path / "clone")) == [MISSING, MISSING]


def test_a_waiver_may_be_of_a_text_that_cannot_be_read(repository: Repository) -> None:
    repository.write("log.pactlog", OF_NONE)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30", extra="disclosure tell\n    atmost 4 encounters"))
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01", "2026-04-20"))
    assert waivers(repository) == [MISSING, MISSING]


def test_a_waiver_may_be_of_the_text_that_a_signature_replaced(repository: Repository) -> None:
    repository.write("log.pactlog", OF_NONE)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30"))
    repository.write("us.pact", text(9, "2026-05-01"))
    for party in ("Ana", "Ben"):
        assert repository.run("sign", "us.pact", "--as", party, "--on", "2026-04-20").code == 0
    assert " after sha256:" in (repository.path / "us.pact").read_text()
    assert waivers(repository) == [HERE, HERE]
    shutil.rmtree(repository.path / ".git")
    assert waivers(repository) == [MISSING, MISSING]


def test_a_waiver_may_be_of_an_earlier_text_where_the_one_in_the_folder_is_taken_alone(repository: Repository) -> None:
    repository.write("log.pactlog", OF_NONE)
    repository.commit("2026-01-10", us_pact=text(2, "2026-01-01", "2025-12-30", extra=TELL))
    repository.commit("2026-04-20", us_pact=text(9, "2026-05-01", "2026-04-20"))
    assert waivers(repository) == []
    answer = repository.run("check", "--this-text", "us.pact", "log.pactlog", *AS_OF)
    assert MISSING in answer.out + answer.err
