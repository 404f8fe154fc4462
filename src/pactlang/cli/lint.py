"""`pact lint`: what a wise friend would say about this text."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.render.page import out, wants_colour

if TYPE_CHECKING:
    from pactlang.lint.rule import Rule
    from pactlang.workspace import ToLint


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
        typer.Argument(metavar="[FILE…]", help="Agreements, or folders of them. Left out: this folder.", show_default=False),
    ] = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="RULE", help="Only these rules: codes, names, letters.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules.")] = None,
    logs: Annotated[list[str] | None, typer.Option("--log", metavar="LOG", help="A log; left out: every log beside the agreement.")] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Take this moment as now.")] = "",
    show_all: Annotated[bool, typer.Option("--all", help="Not only the ten most important findings.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for any finding, not only for errors.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended without changing what anything means.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe-fixes", help="Mend more; read what it wrote.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would write, and write nothing.")] = False,
    baseline: Annotated[str, typer.Option("--baseline", metavar="FILE", help="Leave out what this file knows.")] = "",
    write_baseline: Annotated[str, typer.Option("--write-baseline", metavar="FILE", help="Write all findings into a baseline.")] = "",
    statistics: Annotated[bool, typer.Option("--statistics", help="How many findings of each rule.")] = False,
    output: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TEXT,
) -> None:
    """Say what is vague, missing, one-sided, contradictory or unsafe in an agreement, before anyone gets hurt by it.

    Exit code 0: no error was found (with --strict: nothing at all). 1: something was. 2: a text or the call is wrong.

    Example: pact lint us.pact
    """
    from pactlang.cli.faults import say_faults
    from pactlang.workspace import InputError, agreements_in, read_to_lint

    try:
        found = [read_to_lint(path, logs or [], as_of) for path in agreements_in(files or [])]
        rules = _rules(found, select or [], ignore or [])
        known = _baseline(baseline)
        if fix or unsafe or diff:
            found = [_mended(one, rules, unsafe=unsafe, diff=diff, logs=logs or [], as_of=as_of) for one in found]
            if diff:
                return
    except InputError as wrong:
        say_faults(wrong)
        raise typer.Exit(2) from None
    raise typer.Exit(_tell(found, rules, known, output, show_all=show_all, strict=strict, statistics=statistics, keep=write_baseline))


def _rules(found: list[ToLint], select: list[str], ignore: list[str]) -> list[Rule]:
    from pactlang.diagnostics import nearest_spelling
    from pactlang.lint.allow import all_names
    from pactlang.lint.runner import chosen
    from pactlang.workspace import InputError, lint_settings

    settings = lint_settings(found[0].path)
    names = [part for one in select for part in one.replace(",", " ").split()]
    unwanted = [part for one in ignore for part in one.replace(",", " ").split()]
    rules, wrong = chosen(settings.profile, names or settings.select, [*settings.ignore, *unwanted])
    if wrong:
        near = nearest_spelling(wrong[0], all_names(), 0.7)
        raise InputError(f"there is no rule {wrong[0]}" + (f"; did you mean {near}?" if near else "; `pact rules` lists them"))
    return rules


def _baseline(name: str) -> list[str]:
    import json
    from pathlib import Path

    from pactlang.workspace import InputError, read_file

    if not name:
        return []
    try:
        known = json.loads(read_file(Path(name)))["fingerprints"]
        return [str(one) for one in known]
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{name} is no baseline; --write-baseline writes one") from None


def _mended(one: ToLint, rules: list[Rule], *, unsafe: bool, diff: bool, logs: list[str], as_of: str) -> ToLint:
    from difflib import unified_diff

    from pactlang.lint.fix import mended
    from pactlang.lint.runner import lint
    from pactlang.render.words import safe
    from pactlang.workspace import InputError, read_to_lint
    from pactlang.writing import ChangedMeanwhileError, replace_file

    if one.subject is None or one.path.name == "-":
        return one
    source = one.subject.document.source
    text, done = mended(source, lint(one.subject, rules).findings, unsafe=unsafe)
    if not done:
        return one
    if diff:
        lines = unified_diff(source.text.splitlines(), text.splitlines(), str(one.path), str(one.path), lineterm="")
        out("".join(f"{safe(line)}\n" for line in lines))
        return one
    again = read_to_lint(one.path, logs, as_of, data=text.encode())
    if again.subject is None or not _means(one, again, safe_only=not unsafe):
        raise InputError(f"{one.path}: the mended text would not say the same, so nothing was written; please report this")
    try:
        replace_file(one.path, text.encode(), was=one.data)
    except ChangedMeanwhileError:
        raise InputError(f"{one.path} was changed by somebody else meanwhile; it stays as it is") from None
    except OSError as problem:
        raise InputError(f"{one.path} cannot be written: {problem.strerror}") from None
    for finding, how in done:
        out(f"{safe(str(one.path))}: {finding.rule.code} {finding.rule.name}: {safe(how.title)}\n", sys.stderr)
    return again


def _means(one: ToLint, again: ToLint, *, safe_only: bool) -> bool:
    """A safe fix changes no meaning; an unsafe one leaves a text that can be read."""
    from pactlang.model.meaning import meaning

    if again.faults:
        return False
    assert one.subject is not None  # noqa: S101 - only called for what was read
    assert again.subject is not None  # noqa: S101
    return not safe_only or meaning(one.subject.agreement) == meaning(again.subject.agreement)


def _tell(
    found: list[ToLint],
    rules: list[Rule],
    known: list[str],
    output: Format,
    *,
    show_all: bool,
    strict: bool,
    statistics: bool,
    keep: str,
) -> int:
    from pactlang.diagnostics import Severity
    from pactlang.lint.runner import lint
    from pactlang.render.diagnostics import diagnostics_text
    from pactlang.render.lint import github_text, lint_json, lint_text, sarif, statistics_text

    linted = [lint(one.subject, rules, known) for one in found if one.subject is not None]
    faults = [fault for one in found for fault in one.faults]
    if keep:
        _keep(keep, [finding.fingerprint for one in linted for finding in one.findings])
    match output:
        case Format.JSON:
            out(lint_json(linted, faults), utf8=True)
        case Format.SARIF:
            out(sarif(linted, faults, rules), utf8=True)
        case Format.GITHUB:
            out(github_text(linted, faults), utf8=True)
        case Format.TEXT:
            if faults:
                out(diagnostics_text(faults, colour=wants_colour(sys.stdout), outcome="the rest is looked at all the same"))
            for one in linted:
                out(statistics_text(one) if statistics else lint_text(one, show_all=show_all, colour=wants_colour(sys.stdout)))
    if any(fault.severity is Severity.ERROR for fault in faults):
        return 2
    findings = sum(len(one.findings) for one in linted)
    return 1 if any(one.errors for one in linted) or (strict and findings) else 0


def _keep(name: str, fingerprints: list[str]) -> None:
    import json
    from pathlib import Path

    from pactlang.writing import replace_file

    data = {"schema": "pactlang/baseline/1", "fingerprints": sorted(fingerprints)}
    replace_file(Path(name), (json.dumps(data, indent=1) + "\n").encode())
