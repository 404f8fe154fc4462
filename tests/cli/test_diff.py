"""`pact diff`, called as people call it."""

from __future__ import annotations

import json
import re

import pytest

from .running import Folder

HEADER = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

"""
OLD = f"""{HEADER}cap evenings
    at most 4 encounters per month by each party

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
"""
NEW = OLD.replace("at most 4", "at most 3").replace("24 hours", "48 hours")
LOG = """2026-02-01 20:00  encounter by Ana with dana, as e1
2026-02-03 12:00  disclosure by Ana to Ben about e1
2026-02-04 20:00  encounter by Ben with dana
2026-02-05 20:00  encounter by Ben with dana
2026-02-07 20:00  encounter by Ben with dana
2026-02-09 20:00  encounter by Ben with dana
2026-03-01 20:00  encounter by Ana with dana, as e2
2026-03-03 12:00  disclosure by Ana to Ben about e2
"""


@pytest.fixture
def two(folder: Folder) -> Folder:
    folder.write("old.pact", OLD)
    folder.write("new.pact", NEW)
    folder.write("log.pactlog", LOG)
    return folder


def marks(two: Folder, *more: str) -> list[str]:
    answer = two.run("diff", "old.pact", "new.pact", "--format", "json", *more)
    return [change["fingerprint"] for change in json.loads(answer.out)["changes"]]


def test_the_change_comes_first_in_words(two: Folder) -> None:
    answer = two.run("diff", "old.pact", "new.pact")
    assert (answer.code, answer.err) == (0, "")
    assert re.sub(r"\[[0-9a-f]{10}", "[…", answer.out) == (
        "Ana and Ben · old.pact → new.pact\n"
        "\n"
        "evenings\n"
        "  at most 4 → at most 3 encounters per month by each party: tighter for Ana and Ben\n"
        "    4 encounters by Ana from 8 to 11 June 2026: kept by this sentence before, but not by tell; a\n"
        "        breach now  […]\n"
        "\n"
        "tell\n"
        "  after each encounter by Ana, disclosure by Ana to Ben within 24 hours → within 48 hours:\n"
        "      looser for Ana, protects Ben less\n"
        "    encounter by Ana on Monday 8 June 2026, 20:00, then disclosure by Ana to Ben on Tuesday 9\n"
        "        June, 22:01: a breach before, kept now  [… · needs Ben]\n"
        "\n"
        "2 changes: 1 tighter, 1 looser.\n"
        "It needs a yes from Ana and Ben.\n"
    )


def test_exit_codes(two: Folder) -> None:
    assert two.run("diff", "old.pact", "new.pact").code == 0
    assert two.run("diff", "old.pact", "new.pact", "--exit-code").code == 1
    assert two.run("diff", "old.pact", "old.pact", "--exit-code").code == 0
    two.write("same.pact", OLD.replace("per month by each party", "by each party per month"))
    reworded = two.run("diff", "old.pact", "same.pact", "--exit-code")
    assert reworded.code == 0
    assert "other words, the same meaning" in " ".join(reworded.out.split())
    assert "Both mean the same, in different words." in reworded.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("old.pact", "nwe.pact"), "there is no file nwe.pact; did you mean new.pact?"),
        (("old.pact", "log.pactlog"), "log.pactlog is not an agreement"),
        (("old.pact", "new.pact", "--reason", "We talked."), "--reason goes with --accept"),
        (("old.pact", "new.pact", "--accept", "0123456789"), "--accept needs --reason"),
        (("old.pact", "new.pact", "--accept", "0123456789", "--reason", "Yes."), "there is no change 0123456789"),
        (("old.pact", "new.pact", "--drafts", "--replay", "log.pactlog"), "--drafts says how two drafts differ"),
        (("old.pact", "new.pact", "log.pactlog"), "log.pactlog is a third; for a log, use --replay"),
        (("old.pact", "new.pact", "--replay", "none.pactlog"), "there is no file none.pactlog"),
        (("old.pact", "new.pact", "--replay", "log.pactlog", "--as-of", "soon"), "'soon' is not a valid time"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_writes_nothing(two: Folder, arguments: tuple[str, ...], told: str) -> None:
    answer = two.run("diff", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert not list(two.path.glob("*.accepted"))


def test_one_text_may_come_from_standard_input(two: Folder) -> None:
    assert "tighter for Ana and Ben" in two.run("diff", "old.pact", "-", stdin=NEW).out
    assert "looser for Ana and Ben" in two.run("diff", "-", "old.pact", stdin=NEW).out
    assert "standard input is read once" in two.run("diff", "-", "-", stdin=NEW).err
    evenings, _ = marks(two)
    refused = two.run("diff", "old.pact", "-", "--accept", evenings, "--reason", "Yes.", stdin=NEW)
    assert (refused.code, refused.out) == (2, "")
    assert not list(two.path.glob("*.accepted"))


def test_faults_of_both_texts_are_told_at_once(two: Folder) -> None:
    two.write("old.pact", OLD.replace("at most 4", "at mots 4"))
    two.write("new.pact", NEW.replace("disclosure by Ana", "disclosure by Anna"))
    answer = two.run("diff", "old.pact", "new.pact")
    assert (answer.code, answer.out) == (2, "")
    assert "old.pact:9" in answer.err
    assert "new.pact:12" in answer.err


# --- accepted -----------------------------------------------------------------------------------------------------


def test_what_is_accepted_is_kept_beside_the_agreement(two: Folder) -> None:
    evenings, tell = marks(two)
    noted = two.run("diff", "old.pact", "new.pact", "--accept", evenings, "--reason", "We said so on Sunday.")
    assert (noted.code, noted.out) == (0, f"Noted in new.accepted: {evenings}\n")
    kept = (two.path / "new.accepted").read_text(encoding="utf-8")
    assert (two.path / "new.accepted").stat().st_mode & 0o777 == 0o600  # the reason is nobody else's
    lines = kept.splitlines()
    assert lines[1] == "# evenings / at most 4 → at most 3 encounters per month by each party"
    assert re.fullmatch(rf"{evenings}  \d{{4}}-\d\d-\d\d  We said so on Sunday\.", lines[2])
    shown = two.run("diff", "old.pact", "new.pact", "--exit-code")
    assert shown.code == 1
    assert ": We said so on Sunday.\n" in shown.out
    assert "1 of them is already accepted." in shown.out
    two.run("diff", "old.pact", "new.pact", "--accept", tell, "--reason", "Fine.")
    assert two.run("diff", "old.pact", "new.pact", "--exit-code").code == 0


def test_accepting_again_says_the_new_reason_once(two: Folder) -> None:
    evenings, _ = marks(two)
    for reason in ("First.", "Second."):
        two.run("diff", "old.pact", "new.pact", "--accept", evenings, "--reason", reason)
    kept = (two.path / "new.accepted").read_text(encoding="utf-8")
    assert "First." not in kept
    assert kept.count(evenings) == kept.count("# evenings") == 1


def test_another_number_is_another_change(two: Folder) -> None:
    evenings, _ = marks(two)
    two.run("diff", "old.pact", "new.pact", "--accept", evenings, "--reason", "Three is fine.")
    two.write("new.pact", NEW.replace("at most 3", "at most 2"))
    assert "accepted" not in two.run("diff", "old.pact", "new.pact").out


def test_a_reason_is_one_line_whatever_it_holds(two: Folder) -> None:
    evenings, _ = marks(two)
    two.run("diff", "old.pact", "new.pact", "--accept", evenings, "--reason", "a\nffffffffff  2026-01-01  forged\x1b[2J\u202e")
    kept = (two.path / "new.accepted").read_text(encoding="utf-8")
    assert len(kept.splitlines()) == 3
    assert "\x1b" not in kept
    assert "\u202e" not in kept


def test_a_file_of_accepted_changes_that_cannot_be_read_is_told(two: Folder) -> None:
    two.write("new.accepted", "# fine\nnot a line\n")
    answer = two.run("diff", "old.pact", "new.pact")
    assert (answer.code, answer.out) == (2, "")
    assert "new.accepted:2: this line is not a fingerprint" in answer.err


# --- the past year ------------------------------------------------------------------------------------------------


def test_a_replay_says_what_goes_and_what_comes(two: Folder) -> None:
    answer = two.run("diff", "old.pact", "new.pact", "--replay", "log.pactlog", "--as-of", "2026-06-30")
    assert answer.out.partition("It needs a yes from Ana and Ben.\n\n")[2] == (
        "The log from 1 February to 30 June 2026 (8 entries), judged as if each text alone had been in force\n"
        "all that time:\n"
        "  2 breaches become 1; one is new, on 9 February.\n"
        "  new\n"
        "    evenings@2026-02-09  4 encounters by Ben in February 2026; the limit is 3\n"
        "  no longer\n"
        "    tell@2026-02-02  disclosure came 40 h after, 16 h late\n"
        "    tell@2026-03-02  disclosure came 40 h after, 16 h late\n"
    )


def test_several_logs_are_replayed_as_one(two: Folder) -> None:
    first, second = LOG.splitlines(keepends=True)[:4], LOG.splitlines(keepends=True)[4:]
    two.write("a.pactlog", "".join(first))
    two.write("b.pactlog", "".join(second))
    whole = two.run("diff", "old.pact", "new.pact", "--replay", "log.pactlog", "--as-of", "2026-06-30")
    assert two.run("diff", "old.pact", "new.pact", "--replay", "a.pactlog", "b.pactlog", "--as-of", "2026-06-30").out == whole.out
    assert "2 breaches become 1" in whole.out


def test_a_replay_of_a_renamed_clause_is_no_change(two: Folder) -> None:
    two.write("new.pact", OLD.replace("disclosure tell", "disclosure say"))
    answer = two.run("diff", "old.pact", "new.pact", "--replay", "log.pactlog", "--as-of", "2026-06-30")
    assert answer.out.endswith("  The same 2 breaches under both.\n")


def test_a_replay_knows_the_year_only(two: Folder) -> None:
    answer = two.run("diff", "old.pact", "new.pact", "--replay", "log.pactlog", "--as-of", "2028-01-01")
    assert "No breach under either." in answer.out


# --- two drafts ---------------------------------------------------------------------------------------------------


def test_two_drafts_say_who_wrote_what(two: Folder) -> None:
    two.write("ana.pact", OLD + "    grace 6 hours\n")
    two.write("ben.pact", NEW + "\nreview\n    review by everyone every 6 weeks\n")
    answer = two.run("diff", "ana.pact", "ben.pact", "--drafts", "--exit-code")
    assert answer.code == 1
    assert answer.out == (
        "Ana and Ben · two drafts: ana.pact and ben.pact\n"
        "\n"
        "evenings\n"
        "  … encounters per month by each party\n"
        "    Ana wrote at most 4, Ben wrote at most 3\n"
        "\n"
        "tell\n"
        "  after each encounter by Ana, disclosure by Ana to Ben …\n"
        "    Ana wrote within 24 hours, Ben wrote within 48 hours\n"
        "    only Ana wrote: grace 6 hours\n"
        "\n"
        "review (only Ben)\n"
        "  review by everyone every 6 weeks\n"
        "\n"
        "3 differences; 0 sentences the same in both.\n"
    )


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_of_drafts_it_never_says_tighter_or_looser(two: Folder, form: str) -> None:
    answer = two.run("diff", "old.pact", "new.pact", "--drafts", "--format", form)
    assert answer.code == 0
    for word in ("tighter", "looser", "breach", "protects"):
        assert word not in answer.out


# --- forms --------------------------------------------------------------------------------------------------------


def test_json_holds_everything(two: Folder) -> None:
    answer = two.run("diff", "old.pact", "new.pact", "--format", "json", "--replay", "log.pactlog", "--as-of", "2026-06-30")
    found = json.loads(answer.out)
    assert found["schema"] == "pactlang/diff/1"
    assert {key: found["summary"][key] for key in ("tighter", "looser", "different", "accepted")} == {
        "tighter": 1,
        "looser": 1,
        "different": 2,
        "accepted": 0,
    }
    tell = found["changes"][1]
    assert (tell["binds_less"], tell["protects_less"], tell["assent"]) == (["Ana"], ["Ben"], ["Ben"])
    assert found["replay"]["words"] == "2 breaches become 1; one is new, on 9 February."


def test_the_log_of_a_witness_can_be_checked(two: Folder) -> None:
    """What is shown is no claim: the log is given, and `pact check` says the same of it under both texts."""
    found = json.loads(two.run("diff", "old.pact", "new.pact", "--format", "json").out)
    for change in found["changes"]:
        for witness in change["witness"].values():
            two.write("shown.pactlog", "\n".join(witness["log"]) + "\n")
            only = ("--only", change["clause"], "--as-of", "2028-12-31")
            codes = [two.run("check", name, "shown.pactlog", *only).code for name in ("old.pact", "new.pact")]
            assert codes == ([0, 1] if witness["broken_by"] == "new" else [1, 0])


def test_nothing_from_a_text_reaches_a_terminal_or_a_page_raw(two: Folder) -> None:
    evil = "\x1b[31m\u202e<script>alert(1)</script> [x](javascript:1) `code`"
    two.write("old.pact", OLD.replace('pact "Ana and Ben"', f'pact "{evil}"') + f'    "{evil}"\n')
    two.write("new.pact", NEW.replace('pact "Ana and Ben"', f'pact "{evil} now"') + f'    "{evil} now"\n    > {evil}\n')
    for form in ("text", "markdown"):
        answer = two.run("diff", "old.pact", "new.pact", "--format", form)
        assert answer.code in (0, 2)
        for output in (answer.out, answer.err):
            assert "\x1b" not in output
            assert "\u202e" not in output
        if form == "markdown":
            assert "<script>" not in answer.out
            assert "](javascript" not in answer.out


def test_help_has_an_example(folder: Folder) -> None:
    answer = folder.run("diff", "--help")
    assert answer.code == 0
    assert "Example: pact diff HEAD~1:us.pact us.pact" in " ".join(answer.out.split())
