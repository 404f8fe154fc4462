"""The manual page says what each `--help` says; the completions are tried in the real shells, where they are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from pactlang.cli.app import whole
from pactlang.cli.manual import SHELLS, commands, completion, man_page

from .running import Folder


@cache
def sections() -> dict[str, str]:
    """The words of the manual page, by command."""
    text = man_page(whole()).partition(".SH COMMANDS\n")[2].partition(".SH EXIT STATUS")[0]
    text = re.sub(r"^\.(PP|TP|B)\b *", "", text, flags=re.M)
    text = re.sub(r"\\\[u([0-9A-F]+)\]", lambda code: chr(int(code[1], 16)), text)
    for mark, character in (("\\&", ""), ("\\-", "-"), ("\\(aq", "'"), ("\\(ga", "`"), ("\\e", "\\")):
        text = text.replace(mark, character)
    found = re.split(r"^\.SS (.*)\n", text, flags=re.M)[1:]
    return dict(zip(found[::2], found[1::2], strict=True))


def helps() -> dict[str, str]:
    """What `--help` prints for each command, and each command of a group."""
    found = {}
    app = whole()
    with app.make_context("pact", [], resilient_parsing=True) as top:
        for name in app.list_commands(top):
            command = app.get_command(top, name)
            with command.make_context(name, [], parent=top, resilient_parsing=True) as context:
                found[name] = command.get_help(context)
                for inner in command.list_commands(context) if hasattr(command, "list_commands") else ():
                    one = command.get_command(context, inner)
                    if not one.hidden:
                        with one.make_context(inner, [], parent=context, resilient_parsing=True) as below:
                            found[f"{name} {inner}"] = one.get_help(below)
    return found


def test_the_page_says_word_for_word_what_each_help_says() -> None:
    told = helps()
    assert list(sections()) == [" ".join(one.words) for one in commands(whole())[1:]]
    assert set(sections()) == set(told)
    for name, text in told.items():
        text = text.partition("\nCommands:\n")[0]
        words = re.sub(r"^(Usage:|Arguments:|Options:)", "", text, flags=re.M).split()
        assert sections()[name].split() == words, name


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_page_is_drawn_without_a_warning() -> None:
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8"], input=man_page(whole()), capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "User Commands" in done.stdout


ASKED = {
    "pact re": {"repair", "report"},
    "pact git ": {"install", "uninstall"},
    "pact git install --w": {"--words"},
    "pact check --str": {"--strict"},
    "pact sheet im": {"impact"},
    "pact lint --format s": {"sarif"},
    "pact check us.p": {"us.pact", "us.pactlog"},
}
BASH = (
    'source "$0"; COMP_WORDS=($1); [[ $1 == *" " ]] && COMP_WORDS+=(""); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); '
    '_pact; printf "%s\\n" "${COMPREPLY[@]}"'
)


def answers(shell: str, script: Path, line: str, folder: Path) -> set[str]:
    call = (
        ["bash", "--norc", "-c", BASH, str(script), line]
        if shell == "bash"
        else ["fish", "-N", "-c", f"source {script}; complete -C '{line}'"]
    )
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    return {word.partition("\t")[0] for word in done.stdout.splitlines() if word}


@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_a_shell_completes(shell: str, folder: Folder) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = folder.path / "pact.complete"
    script.write_text(completion(whole(), shell), encoding="utf-8")
    for name in ("us.pact", "us.pactlog", "notes.md"):
        folder.write(name, "")
    for line, wanted in ASKED.items():
        found = answers(shell, script, line, folder.path)
        # Fish offers files, too, wherever an argument can be one.
        assert found == wanted if shell == "bash" else found >= wanted, line


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_completes(folder: Folder) -> None:
    script = folder.path / "_pact"
    script.write_text(completion(whole(), "zsh"), encoding="utf-8")
    subprocess.run(["zsh", "-n", str(script)], check=True, timeout=60)
    for name in ("us.pact", "us.pactlog"):
        folder.write(name, "")
    # Completion by its function, without a terminal: what it would offer is written down by a stand-in for zsh's own listing.
    stand_in = """
    _describe() { local name=$2; print -rl -- ${(P)name%%:*} }
    _files() { print -rl -- *(N) }
    compdef() { : }
    source ./_pact
    words=(${=1}); [[ $1 == *' ' ]] && words+=(''); CURRENT=$#words; _pact
    """
    for line, wanted in ASKED.items():
        done = subprocess.run(
            ["zsh", "-f", "-c", stand_in, "zsh", line], cwd=folder.path, capture_output=True, text=True, check=True, timeout=60
        )
        last = "" if line.endswith(" ") else line.split()[-1]
        assert {word for word in done.stdout.splitlines() if word.startswith(last) and not word.startswith("_")} >= wanted, line


def test_the_option_prints_the_script(folder: Folder) -> None:
    answer = folder.run("--completion", SHELLS[0])
    assert (answer.code, answer.err, answer.out) == (0, "", completion(whole(), SHELLS[0]))
    answer = folder.run("--completion", "tcsh")
    assert (answer.code, answer.out) == (2, "")
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in answer.err
