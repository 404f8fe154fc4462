"""`pact check` as people and scripts call it: exit codes, what goes where, which files are taken."""

from __future__ import annotations

import json
import subprocess

import pytest

from .running import AS_OF, COMMAND, PACT, Folder

KEPT = "2026-09-10 encounter by Ana\n"
BROKEN = KEPT + "2026-09-11 encounter by Ana\n"


# --- exit codes and streams ---


def test_all_kept_is_0(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    folder.write("log.pactlog", KEPT)
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF)
    assert (answer.code, answer.err) == (0, "")
    assert "No breach." in answer.out


def test_a_breach_is_1(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    folder.write("log.pactlog", BROKEN)
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF)
    assert (answer.code, answer.err) == (1, "")
    assert "monthly@2026-09-11" in answer.out


def test_every_fault_of_pact_and_log_is_said_at_once_and_nothing_else(folder: Folder) -> None:
    folder.write("us.pact", PACT + "    covering who\n    warm at 1\n")
    folder.write("log.pactlog", "2026-09-31 encounter by Ana\n2026-09-11 encuonter by Ana\n2026-09-12 test by Bne\n")
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF, "--format", "json")
    assert (answer.code, answer.out) == (2, "")
    places = ["us.pact:10:5: ", "us.pact:11:5: 'warm' cannot", "log.pactlog:1:1: ", "log.pactlog:2:12: ", "log.pactlog:3:20: "]
    assert [place for place in places if place not in answer.err] == []
    assert answer.err.endswith("5 faults: nothing was judged.\n")
    assert "Did you mean: warn?" in answer.err
    assert "Did you mean: encounter?" in answer.err
    assert "Did you mean: Ben?" in answer.err


def test_warnings_go_to_standard_error_and_stop_nothing(folder: Folder) -> None:
    folder.write("us.pact", PACT + "person dana\nboundary b\n    no encounter with danna\n")
    folder.write("log.pactlog", KEPT)
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF, "--format", "json")
    assert answer.code == 0
    assert "'danna' is not declared" in answer.err
    assert json.loads(answer.out)["summary"]["breach"] == 0


# --- which files ---


def test_the_only_agreement_of_the_folder_and_every_log_beside_it_are_taken(ours: Folder) -> None:
    named = ours.run("check", "us.pact", "log.pactlog", *AS_OF)
    assert ours.run("check", *AS_OF) == named
    assert ours.run("check", "us.pact", *AS_OF) == named
    assert ours.run("check", "log.pactlog", *AS_OF) == named
    assert ours.run("check", "log.pactlog", "us.pact", *AS_OF) == named


def test_a_log_may_come_on_standard_input(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    assert "-:2" in folder.run("check", "us.pact", "-", *AS_OF, stdin=BROKEN).out
    assert folder.run("check", "-", *AS_OF, stdin=KEPT).code == 0
    assert "-:1:1" in folder.run("check", "-", *AS_OF, stdin="2026-09-31 encounter by Ana\n").err
    assert folder.run("check", "-", *AS_OF, stdin=b"\xff\xfe\x00").code == 2


def test_several_versions_judge_their_own_time(folder: Folder) -> None:
    folder.write("one.pact", PACT.replace("from 2026-09-01", "from 2026-09-01 until 2026-09-30"))
    folder.write("two.pact", PACT.replace("from 2026-09-01", "from 2026-10-01").replace("at most 1", "at most 2"))
    for name in ("one.pact", "two.pact"):
        text = (folder.path / name).read_text(encoding="utf-8")
        folder.write(name, text.replace("    time zone", "    signed by Ana on 2026-08-30\n    signed by Ben on 2026-08-30\n    time zone"))
    folder.write("log.pactlog", BROKEN + "2026-10-02 encounter by Ana\n2026-10-03 encounter by Ana\n")
    answer = folder.run("check", "one.pact", "two.pact", "log.pactlog", *AS_OF, "--format", "json")
    assert [one["id"] for one in json.loads(answer.out)["findings"]] == ["monthly@2026-09-11"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["uss.pact"], "there is no file uss.pact; did you mean us.pact?"),
        (["us.pact", "lgo.pactlog"], "there is no file lgo.pactlog; did you mean log.pactlog?"),
        (["nowhere/us.pact"], "there is no file nowhere/us.pact"),
        (["us.pact/x.pact"], "cannot be read"),
        (["folder.pact"], "folder.pact is a folder, not a file"),
        (["us.pact", "folder.pactlog"], "folder.pactlog is a folder, not a file"),
        (["us.pact", "x" * 300 + ".pactlog"], "cannot be read"),
        (["--only", "montly"], "there is no clause montly; did you mean monthly?"),
        (["--only", "zzz"], "there is no clause zzz; there are: "),
        (["--as-of", "tomorrow"], "use the form 2026-10-05"),
        (["--as-of", "2026-02-30"], "use the form 2026-10-05"),
        (["--as-of", "2026-10-05T25:00"], "use the form 2026-10-05"),
        (["--since", "yesterday"], "--since: 'yesterday' is not a valid date"),
    ],
)
def test_a_wrong_call_is_2_with_one_line_that_helps(ours: Folder, arguments: list[str], said: str) -> None:
    (ours.path / "folder.pact").mkdir()
    (ours.path / "folder.pactlog").mkdir()
    files = [] if arguments[0].endswith("pact") else ["us.pact", "log.pactlog"]
    answer = ours.run("check", *files, *(AS_OF if "--as-of" not in arguments else ()), *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("pact: ")
    assert answer.err.count("\n") == 1
    assert said in answer.err


@pytest.mark.parametrize("command", ["check", "explain", "test", "status", "why", "may", "log", "repair", "history", "verify"])
def test_a_folder_in_the_place_of_a_file_is_told_with_what_is_in_it(folder: Folder, command: str) -> None:
    folder.write("home/us.pact", PACT)
    assert folder.run(command, "home").err == "pact: home is a folder, not a file; name the agreement in it: home/us.pact\n"


def test_what_a_folder_holds_is_named(folder: Folder) -> None:
    (folder.path / "empty").mkdir()
    assert folder.run("check", "empty").err == "pact: empty is a folder, not a file, and there is no agreement in it\n"
    for name in "abcd":
        folder.write(f"homes/{name}.pact", PACT)
    told = "homes is a folder, not a file; name one of the agreements in it: homes/a.pact, homes/b.pact, homes/c.pact, …\n"
    assert folder.run("check", "homes").err == f"pact: {told}"
    # With an agreement at hand, a word that is a folder's name, too, is what it says.
    folder.write("us.pact", PACT)
    (folder.path / "test").mkdir()
    assert "is a folder" not in folder.run("may", "test by Ana").err
    assert "there is no clause homes" in folder.run("explain", "homes").err


def test_a_folder_with_none_or_several_agreements_asks_which(folder: Folder) -> None:
    assert "which agreement? there is none in this folder" in folder.run("check").err
    folder.write("a.pact", PACT)
    folder.write("b.pact", PACT)
    answer = folder.run("check")
    assert answer.code == 2
    assert "there are several: a.pact, b.pact" in answer.err


def test_what_an_agreement_brings_in_is_none_to_choose(folder: Folder) -> None:
    folder.write("a-part.pact", "promise calm\n    no encounter at home\n")
    folder.write("us.pact", f'{PACT}\ninclude "a-part.pact"\n')
    log = folder.write("log.pactlog", "2026-09-16 20:00  encounter by Ana with dana at home\n")
    assert "calm@2026-09-16" in folder.run("check", *AS_OF).out
    assert folder.run("lint").code != 2
    # Named, it is read as it is.
    assert "This file has no 'pact' heading" in folder.run("check", "a-part.pact", str(log)).err
    # Those that bring in only each other, or cannot be read, are asked about.
    folder.write("us.pact", f'{PACT}\ninclude "b.pact"\n')
    folder.write("b.pact", f'{PACT}\ninclude "us.pact"\n')
    (folder.path / "c.pact").mkdir()
    assert "there are several: a-part.pact, c.pact" in folder.run("check").err
    (folder.path / "a-part.pact").unlink()
    (folder.path / "c.pact").rmdir()
    assert "there are several: b.pact, us.pact" in folder.run("check").err


def test_empty_files_are_said_to_be_empty_of_an_agreement(folder: Folder) -> None:
    folder.write("us.pact", "")
    answer = folder.run("check")
    assert (answer.code, answer.out) == (2, "")
    assert "us.pact:1:1: This file has no 'pact' heading." in answer.err


def test_a_file_that_may_not_be_read_is_said_so(ours: Folder) -> None:
    file = ours.path / "log.pactlog"
    file.chmod(0)
    try:
        file.read_bytes()
    except PermissionError:
        assert "log.pactlog cannot be read: Permission denied" in ours.run("check", *AS_OF).err
    else:
        pytest.skip("this user may read everything")


def test_bytes_that_are_no_text_are_named(folder: Folder) -> None:
    folder.write("us.pact", PACT.encode() + b"# caf\xe9\n")
    assert "us.pact:10:6: This file is not UTF-8 text from here on." in folder.run("check", "us.pact").err
    folder.write("us.pact", PACT)
    folder.write("log.pactlog", b"2026-09-10 encounter by Ana at caf\xe9\n")
    assert "log.pactlog:1:35: " in folder.run("check", "us.pact", "log.pactlog").err


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    folder.write("log.pactlog", BROKEN)
    plain = folder.run("check", *AS_OF)
    folder.write("us.pact", b"\xef\xbb\xbf" + PACT.replace("\n", "\r\n").encode())
    folder.write("log.pactlog", b"\xef\xbb\xbf" + BROKEN.replace("\n", "\r\n").encode())
    assert folder.run("check", *AS_OF) == plain


# --- what is listed ---


def test_since_only_and_all_choose_what_is_listed(ours: Folder) -> None:
    def ids(*arguments: str) -> list[str]:
        answer = ours.run("check", "--as-of", "2026-12-31", "--format", "json", *arguments)
        assert answer.err == ""
        return [one["id"] for one in json.loads(answer.out)["findings"]]

    everything = ids("--all")
    assert set(ids()) < set(everything)
    assert set(ids("--only", "monthly", "--all")) == {one for one in everything if one.startswith("monthly@")}
    both = ids("--only", "monthly", "--only", "tell", "--all")
    assert set(both) == {one for one in everything if one.partition("@")[0] in ("monthly", "tell")}
    assert set(ids("--since", "2026-10-01")) < set(ids())


# --- pipes ---


def test_a_reader_who_leaves_is_no_error(ours: Folder) -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "--as-of", "2027-12-31", "--all"],
        cwd=ours.path,
        env=ours.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in (0, 1)


def test_two_agreements_of_different_people_are_no_versions(folder: Folder) -> None:
    folder.write("us.pact", 'pact "Us"\n    between Ana and Ben\n    in force from 2026-01-05\n')
    folder.write("team.pact", 'pact "Team"\n    between Cleo and Dov\n    in force from 2026-01-05\n')
    answer = folder.run("check", "us.pact", "team.pact", "--as-of", "2026-02-01")
    assert (answer.code, answer.out) == (2, "")
    assert "us.pact has no party in common with the other agreement" in answer.err
    folder.write("later.pact", 'pact "Us"\n    between Ben and Cleo\n    in force from 2026-02-05\n')
    assert folder.run("check", "us.pact", "later.pact", "team.pact", "--as-of", "2026-02-01").code == 0  # one left, one came, each time


def test_that_no_log_was_found_is_said(folder: Folder) -> None:
    folder.write("us.pact", 'pact "Us"\n    between Ana and Ben\n    in force from 2026-01-05\n')
    assert "no log read: you gave none, and there is no .pactlog next to us.pact\n" in folder.run("check", "--as-of", "2026-02-01").err
    folder.write("us.log", "2026-01-06  test by Ana\n")
    assert "if us.log is your log, name it" in folder.run("check", "--as-of", "2026-02-01").err
    folder.write("us.pactlog", "2026-01-06  test by Ana\n")
    folder.write("us.pact", 'pact "Us"\n    between Ana and Ben\n    in force from 2026-01-05\nuse relationships\n')
    assert "no log" not in folder.run("check", "--as-of", "2026-02-01").err


def test_where_each_of_very_many_people_has_a_finding_an_entry_names_those_concerned_and_a_few(folder: Folder) -> None:
    folder.write("us.pact", PACT.split("cap monthly")[0] + "cap each\n    at most 1 encounter with each person per month\n")
    sizes = []
    for number in (50, 100):
        names = ", ".join(f"p{one}" for one in range(number))
        folder.write("log.pactlog", f"2026-09-10 20:00 encounter by Ana with {names}\n2026-09-11 20:00 encounter by Ana with {names}\n")
        answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF)
        assert answer.code == 1
        assert f"encounter by Ana with p44, p0, p1, p2, p3, p4 and {number - 6} more" in answer.out
        sizes.append(len(answer.out))
    assert sizes[1] < 2.2 * sizes[0]


def test_a_long_list_of_what_could_be_there_is_shown_once(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    folder.write("log.pactlog", "2026-09-10 zzyzx by Ana\n2026-09-11 qqqqq by Ana\n")
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF)
    assert answer.err.count("[E140]") == 2
    assert answer.err.count("Expected: one of ") == 1
