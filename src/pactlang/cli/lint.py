"""`pact lint`: what a wise friend would say about this text."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from pactlang.words.page import out, out_json, show, wants_colour, width_for

if TYPE_CHECKING:
    from pactlang.diagnostics import Diagnostic
    from pactlang.inputs.linting import ToLint
    from pactlang.lint.rule import Rule
    from pactlang.source import Span


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def command(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE…]", help="Agreements, or folders of them. Default: this folder.", show_default=False),
    ] = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="RULE", help="Only these rules: codes, names, letters.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules.")] = None,
    logs: Annotated[list[str] | None, typer.Option("--log", metavar="LOG", help="A log. Default: every log next to the agreement.")] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Use this moment as now.")] = "",
    show_all: Annotated[bool, typer.Option("--all", help="Show all findings, not only the ten most important.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for any finding, not only for errors.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Fix what can be fixed without changing any meaning.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe-fixes", help="Fix more; read what it wrote.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would write, but write nothing.")] = False,
    baseline: Annotated[str, typer.Option("--baseline", metavar="FILE", help="Leave out the findings listed in this file.")] = "",
    write_baseline: Annotated[str, typer.Option("--write-baseline", metavar="FILE", help="Write all findings to a baseline file.")] = "",
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    read: Annotated[bool, typer.Option("--read", help="Show only the lines in plain words, with questions to ask about them.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Keep running, and check again when a file changes.")] = False,
    output: Annotated[Format, typer.Option("--format", help="Format of the answer.")] = Format.TEXT,
) -> None:
    """Find what is vague, missing, one-sided or unsafe. Best run before anyone signs.

    Layout is for 'pact fmt', and lines that do not read are for 'pact fix'.

    Exit code 0: no error was found (with --strict: nothing at all). 1: something was. 2: a text or the call is wrong.

    Example: pact lint us.pact
    """
    from pactlang.inputs import STANDARD_INPUT, InputError

    wish = Wish(select or [], ignore or [], logs or [], as_of, output, show_all, strict, statistics, baseline, write_baseline)
    wish = replace(wish, fix=fix or unsafe or diff, unsafe=unsafe, diff=diff, read=read)
    if read and (wish.fix or wish.keep or statistics or output not in (Format.TEXT, Format.JSON)):
        raise InputError("--read runs no rules: it can be combined only with files, --watch and --format text or json")
    if watch and STANDARD_INPUT in (files or []):
        raise InputError("--watch works only with files, not with standard input")
    if watch:
        _watch(files or [], wish)
    raise typer.Exit(0 if watch else _once(files or [], wish))


def _advised(faults: list[Diagnostic]) -> list[Diagnostic]:
    """The faults with what lines that are no sentences could be."""
    if not faults:
        return faults
    from pactlang.inputs.advice import advised

    return advised(faults)


class Wish(Struct, frozen=True):
    """What was asked for."""

    select: list[str]
    ignore: list[str]
    logs: list[str]
    as_of: str
    output: Format
    show_all: bool
    strict: bool
    statistics: bool
    baseline: str
    keep: str
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    read: bool = False


def _once(files: list[str], wish: Wish) -> int:
    """Look at everything once, and tell. Raises `InputError`."""
    from pactlang.inputs import agreements_in
    from pactlang.inputs.linting import read_to_lint

    found = [read_to_lint(path, wish.logs, wish.as_of) for path in agreements_in(files)]
    if wish.read:
        return _read_aloud(found, wish)
    rules = [_rules(one, wish.select, wish.ignore) for one in found]
    known = _baseline(wish.baseline)
    if wish.fix:
        from pactlang.cli.mending import mend

        pairs = zip(found, rules, strict=True)
        found = [mend(one, asked, unsafe=wish.unsafe, diff=wish.diff, logs=wish.logs, as_of=wish.as_of) for one, asked in pairs]
        if wish.diff:
            return 0
    return _tell(found, rules, known, wish)


def _watch(files: list[str], wish: Wish) -> None:
    """Look, and again whenever an agreement, a log or a `pact.toml` beside them changes, until interrupted."""
    import contextlib

    from pactlang.cli.watching import watch
    from pactlang.inputs import AGREEMENT_ENDINGS, agreements_in

    def states() -> list[object]:
        found: list[object] = []
        folders = {Path(os.path.realpath(path)).parent for path in agreements_in(files)}
        for folder in sorted(folders):
            watched = [path for ending in (*AGREEMENT_ENDINGS, ".pactlog") for path in folder.glob(f"*{ending}")]
            for path in sorted([*watched, *folder.glob("pact.toml"), *map(Path, wish.logs)]):
                with contextlib.suppress(OSError):
                    known = path.stat()
                    found.append((str(path), known.st_mtime_ns, known.st_size))
        return found

    def look() -> None:
        out("\n")
        _once(files, wish)

    before = states()
    _once(files, wish)
    watch(states, look, before, seconds=0.5)


def _rules(one: ToLint, select: list[str], ignore: list[str]) -> list[Rule]:
    """The rules that an agreement's own settings and the call ask for, less those that need a whole text where it is not whole."""
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError
    from pactlang.inputs.settings import lint_settings
    from pactlang.lint.allow import all_names
    from pactlang.lint.runner import chosen

    settings = lint_settings(one.path)
    names = [part for name in select for part in name.replace(",", " ").split()]
    unwanted = [part for name in ignore for part in name.replace(",", " ").split()]
    rules, wrong = chosen(settings.profile, names or settings.select, [*settings.ignore, *unwanted])
    if wrong:
        near = nearest_spelling(wrong[0], all_names(), 0.7)
        raise InputError(f"there is no rule {wrong[0]}" + (f"; did you mean {near}?" if near else "; `pact rules` lists them"))
    return [rule for rule in rules if not rule.needs_all] if one.broken else rules


def _baseline(name: str) -> list[str]:
    from pactlang.inputs import InputError, read_file

    if not name:
        return []
    known = _remembered(read_file(Path(name)))
    if known is None:
        raise InputError(f"{name} is not a baseline; --write-baseline writes one")
    return known


def _remembered(data: bytes) -> list[str] | None:
    """The fingerprints that a baseline keeps; none where this is no baseline."""
    import json

    try:
        return [str(one) for one in json.loads(data)["fingerprints"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _tell(found: list[ToLint], rules: list[list[Rule]], known: list[str], wish: Wish) -> int:
    from pactlang.cli.faults import say_notes
    from pactlang.cli.patience import patience
    from pactlang.diagnostics import Severity
    from pactlang.lint.read_aloud import read_aloud_text
    from pactlang.lint.rules import RULES
    from pactlang.lint.runner import lint
    from pactlang.lint.text import github_text, lint_json, lint_text, sarif, statistics_text
    from pactlang.words.diagnostics import diagnostics_text

    say_notes([note for text in found for note in text.notes])
    pairs = list(zip(found, rules, strict=True))
    with patience():
        linted = [lint(one.subject, asked, known) for one, asked in pairs if one.subject is not None]
    faults = _advised([fault for one in found for fault in one.faults])
    if wish.keep:
        _keep(wish.keep, [finding.fingerprint for one in linted for finding in one.findings])
    match wish.output:
        case Format.JSON:
            out_json(lint_json(linted, faults))
        case Format.SARIF:
            out_json(sarif(linted, faults, [rule for rule in RULES if any(rule.code == one.code for asked in rules for one in asked)]))
        case Format.GITHUB:
            out(github_text(linted, faults), utf8=True)
        case Format.TEXT:
            if faults:
                show(diagnostics_text(faults, colour=wants_colour(sys.stdout), outcome=_OUTCOME))
            colour = wants_colour(sys.stdout)
            for one in linted:
                if faults and not one.findings and not one.remarks:
                    continue
                show(statistics_text(one) if wish.statistics else lint_text(one, show_all=wish.show_all, colour=colour))
            if not wish.statistics and (aloud := read_aloud_text(_spoken(found), colour=colour, width=_width())):
                show(f"\n{aloud}")
    if any(fault.severity is Severity.ERROR for fault in faults):
        return 2
    findings = sum(len(one.findings) for one in linted)
    return 1 if any(one.errors for one in linted) or (wish.strict and findings) else 0


_OUTCOME = "rules about missing parts and balance run only once the text can be read"


def _read_aloud(found: list[ToLint], wish: Wish) -> int:
    """Show the lines in plain words with the questions; the exit code tells only of faults."""
    from pactlang.diagnostics import Severity
    from pactlang.lint.read_aloud import read_aloud_json, read_aloud_text
    from pactlang.words.diagnostics import diagnostics_text

    colour = wants_colour(sys.stdout)
    spoken = _spoken(found)
    faults = _advised([fault for one in found for fault in one.faults])
    if wish.output is Format.JSON:
        out_json(read_aloud_json(spoken, faults))
    else:
        if faults:
            outcome = "a line that cannot be read may be missing below"
            show(diagnostics_text(faults, colour=colour, outcome=outcome) + ("\n" if spoken else ""))
        show(read_aloud_text(spoken, colour=colour, width=_width()) or ("" if faults else "No line is in plain words.\n"))
    return 2 if any(fault.severity is Severity.ERROR for fault in faults) else 0


def _spoken(found: list[ToLint]) -> list[Span]:
    """The lines in plain words of all texts, each once, though two agreements bring in the file in which it stands."""
    spans = (span for one in found if one.subject is not None for span in one.subject.spoken_lines)
    return list({(span.source.name, span.start): span for span in spans}.values())


def _width() -> int:
    from pactlang.lint.read_aloud import WIDTH

    return min(WIDTH, width_for(sys.stdout, WIDTH))


def _keep(name: str, fingerprints: list[str]) -> None:
    import json

    from pactlang.cli.own_file import write_own

    data = {"schema": "pactlang/baseline/1", "fingerprints": sorted(fingerprints)}
    page = (json.dumps(data, indent=1) + "\n").encode()
    write_own(name, page, what="a baseline", endings=(".json",), is_ours=lambda found: _remembered(found) is not None)
