"""What a talk at the terminal needs: to ask, to ask again, to complete with the Tab key."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from pactlang.words.page import at_terminal, out, show, width_for

if TYPE_CHECKING:
    from pathlib import Path

    from pactlang.model.agreement import Agreement


def can_ask() -> bool:
    """Whether there is a terminal at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def answer(prompt: str) -> str:
    """One line from the terminal, without the blanks around it. Where it ends (Ctrl+D), the command ends with 1: nobody said yes.

    With readline the arrow keys move in what was typed, and no line is too long. Lines that were pasted together are one answer.
    """
    with suppress(ImportError):
        import readline  # `input` asks it as soon as it is there

        if at_terminal(sys.stdout) and "libedit" not in (readline.__doc__ or ""):
            readline.parse_and_bind("set enable-bracketed-paste on")
    try:
        return " ".join(input(_shown(prompt)).split("\n")).strip()
    except EOFError:
        out("\n")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        out("\n")  # what is said next would stand over the question
        raise KeyboardInterrupt("nothing was written") from None
    except UnicodeDecodeError:
        return "\ufffd"  # nothing that is asked for; it is asked again


def _shown(prompt: str) -> str:
    """The last line of a question; what comes before it is written, and broken between words."""
    if at_terminal(sys.stdout):
        from pactlang.words.terminal import drawn

        before, line, prompt = drawn(f"{prompt}\n", width_for(sys.stdout, 80))[:-1].rpartition("\n")
        out(f"{before}{line}")
        prompt = f"{prompt.rstrip()} "
    return prompt


def _forget_typed() -> None:
    """Pass over what was typed before a question could be read: a line that was pasted along with others is no yes to it."""
    with suppress(ImportError, OSError, ValueError):
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def agreed(question: str, *, yes: bool = True, writes: bool = False) -> bool:
    """A yes or a no; an empty answer is `yes`. Anything else is asked again. `writes`: after a yes, something is written or taken out."""
    from pactlang.words.words import safe

    while True:
        if writes:
            _forget_typed()
        said = answer(f"{safe(question)} [{'Y/n' if yes else 'y/N'}] ").lower()
        if said in ("", "y", "yes", "n", "no"):
            return yes if not said else said[0] == "y"
        out("Please answer y or n.\n")


def filled(marked: str, holes: Sequence[str]) -> list[str]:
    """What goes into the places that an offer leaves open, asked for one by one; Return, and a yes, take what is in [brackets]."""
    said = [answer(f"{marked}\n“{hole}”, or what instead? [{hole}]\n> ") for hole in holes]
    return [hole if one.lower() in ("", "y", "yes") else one for one, hole in zip(said, holes, strict=True)]


def complete(offers: Sequence[str]) -> None:
    """With the Tab key, what was begun is completed with one of these."""
    try:
        import readline
    except ImportError:
        return

    def offered(begun: str, number: int) -> str | None:
        found = [one for one in offers if one.lower().startswith(begun.lower())]
        return found[number] if number < len(found) else None

    readline.set_completer_delims(" ,")
    readline.set_completer(offered)
    readline.parse_and_bind("tab: complete")


def the_log(logs: Sequence[Path], pacts: Sequence[Path], me: str = "", *, ask: bool = True) -> Path:
    """The log to write to: the only one, a new one next to the agreement, or of several the one that is called after `me` (`ana.pactlog`).

    Where that does not say it, `ask` asks for it at a terminal. Raises `InputError`.
    """
    from pactlang.inputs import InputError
    from pactlang.words.words import safe

    if len(logs) < 2:
        return logs[0] if logs else pacts[-1].with_suffix(".pactlog")
    own = [one for one in logs if me and me.casefold() in re.split(r"[\W_]+", one.stem.casefold())]
    if len(own) == 1:
        return own[0]
    if not (ask and can_ask()):
        raise InputError(f"which log? There are several: {', '.join(map(str, logs))}. Name it before the entry")
    show("".join(f"  {number}  {safe(str(one))}\n" for number, one in enumerate(logs, 1)))
    while True:
        said = answer("Into which log? A number: ")
        if said.isascii() and said.isdecimal() and 1 <= int(said[:9]) <= len(logs):
            return logs[int(said) - 1]
        out(f"Please answer with a number from 1 to {len(logs)}.\n")


def who_am_i(pact: Path, agreement: Agreement) -> str:
    """Who types, as the agreement calls them: `as` under `[log]` in `pact.toml`; at a terminal also git's user.name, if it is a party's.

    Raises `InputError` where the setting names nobody of the agreement.
    """
    from pactlang.inputs import InputError, known_party
    from pactlang.inputs.settings import log_as

    name, place = log_as(pact)
    if name:
        try:
            return known_party(name, agreement)
        except InputError as wrong:
            raise InputError(f"{place}: {wrong}") from None
    return _as_git_says(pact, agreement) if can_ask() else ""


def _as_git_says(pact: Path, agreement: Agreement) -> str:
    from pactlang.history import GitError
    from pactlang.history.git import run
    from pactlang.programs import program

    if program("git") is None:
        return ""
    try:
        ran = run(pact.resolve().parent, "config", "--get", "user.name")
    except GitError:
        return ""
    said = ran.out.decode(errors="replace").strip().casefold() if not ran.code else ""
    fitting = [one for one in agreement.parties if said == one.casefold() or said.startswith(f"{one.casefold()} ")]
    return fitting[0] if len(fitting) == 1 else ""
