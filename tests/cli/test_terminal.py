"""What reaches a terminal: colours only where wanted, nothing raw from files, words in every encoding; and the command's own words."""

from __future__ import annotations

import pytest

from .running import AS_OF, IN_ASCII, PACT, Folder

HOSTILE = "\x1b[31m\x1b]0;owned\x07\u202e[bold]x[/bold]\u2066\x9b2J"
BROKEN = "2026-09-10 encounter by Ana\n2026-09-11 encounter by Ana\n"


# --- colours ---


FORCED = {"FORCE_COLOR": "1"}


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, False), (FORCED, True), (FORCED | {"NO_COLOR": "1"}, False), (FORCED | {"TERM": "dumb"}, False)]
)
def test_colours_only_where_they_are_wanted(ours: Folder, environment: dict[str, str], *, coloured: bool) -> None:
    assert ("\x1b[" in ours.run("check", *AS_OF, **environment).out) is coloured
    assert ("\x1b[" in ours.run("check", "-", *AS_OF, stdin="x\n", **environment).err) is coloured
    assert "\x1b[" not in ours.run("check", *AS_OF, "--format", "json", **environment).out


def test_colours_change_no_word(ours: Folder) -> None:
    plain = ours.run("check", *AS_OF).out
    coloured = ours.run("check", *AS_OF, FORCE_COLOR="1").out
    for code in ("0", "1", "2", "31", "32", "33", "31;1", "33;1"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


# --- hostile files ---


@pytest.mark.parametrize(
    ("pact", "log"),
    [
        (PACT.replace("Ana and Ben", HOSTILE, 1), BROKEN),
        (PACT.replace("monthly", f"monthly{HOSTILE}"), BROKEN),
        (PACT + f"    > {HOSTILE}\n", BROKEN),
        (PACT + f'    "{HOSTILE}"\n', BROKEN),
        (PACT, f'2026-09-10 encounter by Ana at "{HOSTILE}"\n'),
        (PACT, f"2026-09-10 {HOSTILE} by Ana\n"),
        (PACT, f"2026-09-10 encounter by Ana\n    {HOSTILE}\n"),
    ],
)
def test_nothing_raw_from_a_file_reaches_the_terminal(folder: Folder, pact: str, log: str) -> None:
    folder.write("us.pact", pact)
    folder.write("log.pactlog", log)
    answer = folder.run("check", *AS_OF, "--all")
    assert (answer.code, answer.out) == (2, "")
    assert not [character for character in answer.err if character in "\x1b\x07\u202e\u2066\x9b"]
    assert "\\x1b" in answer.err


def test_markup_is_only_text(folder: Folder) -> None:
    folder.write("us.pact", PACT.replace('"Ana and Ben"', '"[red]Ana[/red] {x} %s"', 1))
    folder.write("log.pactlog", BROKEN.replace("Ana\n", 'Ana at "[link=x]home"\n'))
    answer = folder.run("check", *AS_OF, FORCE_COLOR="1")
    assert "[red]Ana[/red] {x} %s" in answer.out
    assert "[link=x]home" in answer.out


def test_the_name_of_a_file_is_no_way_in_either(folder: Folder) -> None:
    folder.write("u\x1b[31ms.pact", PACT)
    folder.write("log.pactlog", BROKEN)
    answer = folder.run("check", *AS_OF, "--all")
    assert answer.code == 1
    assert "\x1b" not in answer.out
    assert "\x1b" not in folder.run("check", "\x1b[31m.pact").err


# --- encodings ---


@IN_ASCII
@pytest.mark.parametrize("arguments", [(), ("--all",), ("--format", "json")])
def test_a_terminal_of_ascii_loses_nothing(folder: Folder, arguments: tuple[str, ...]) -> None:
    folder.write("us.pact", PACT.replace("Ana and Ben", "Аня и 和", 1))
    folder.write("log.pactlog", BROKEN.replace("Ana\n", "Ana at café\n"))
    answer = folder.run("check", *AS_OF, *arguments, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert answer.code == 1
    assert "monthly@2026-09-11" in answer.out
    faults = folder.run("check", "-", *AS_OF, stdin="2026-09-10 прогулка by Ana\n", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert faults.code == 2
    assert faults.err.isascii()


@pytest.mark.parametrize("columns", ["1", "20", "0", "10000", "x"])
def test_any_width_of_the_terminal_will_do(ours: Folder, columns: str) -> None:
    assert ours.run("check", *AS_OF, COLUMNS=columns).code == 1


# --- the command's own words ---


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["check", "-h"]])
def test_help_is_on_standard_output(folder: Folder, arguments: list[str]) -> None:
    answer = folder.run(*arguments)
    assert (answer.code, answer.err) == (0, "")
    assert "Usage: pact" in answer.out


@pytest.mark.parametrize(
    ("command", "others"),
    [("fmt", ("pact fix", "pact lint --fix")), ("fix", ("pact fmt", "pact lint --fix")), ("lint", ("pact fmt", "pact fix"))],
)
def test_what_mends_a_text_names_the_other_two(folder: Folder, command: str, others: tuple[str, ...]) -> None:
    said = " ".join(folder.run(command, "--help").out.split())
    assert [one for one in others if one not in said] == []


def test_help_has_an_example(folder: Folder) -> None:
    assert "Example: pact check us.pact" in folder.run("check", "--help").out


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(folder: Folder, option: str) -> None:
    assert folder.run(option).out.startswith("pactlang ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "check"),
        (["check", "--as-of"], "--as-of"),
        (["check", "--format", "yaml"], "json"),
        (["check", "--strikt"], "--strict"),
        ([], "Usage"),
    ],
)
def test_a_command_that_is_not_understood_is_2_and_says_so(folder: Folder, arguments: list[str], said: str) -> None:
    answer = folder.run(*arguments)
    assert answer.code == 2
    assert said in answer.err + answer.out


@pytest.mark.parametrize(("group", "count"), [((), 21), (("git",), 2)])
def test_each_command_is_said_in_a_line_of_80_columns(folder: Folder, group: tuple[str, ...], count: int) -> None:
    listed = folder.run(*group, "--help", COLUMNS="80").out.partition("Commands:")[2].splitlines()
    assert len([line for line in listed if line.strip()]) >= count
    assert not [line for line in listed if line.endswith("...") or len(line) > 80]
