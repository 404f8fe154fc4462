"""`pact rule`: one rule's page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pactlang.words.page import show, wants_colour


def command(*, name: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")]) -> None:
    """Explain one rule of `pact lint`. What it finds, why it matters, an example, how to fix it, when to allow it.

    Exit code 0: done. 2: there is no such rule.

    Example: pact rule disclosure-without-window
    """
    from pactlang.cli.faults import say_faults
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError
    from pactlang.lint.allow import all_names, rule_named
    from pactlang.lint.text import rule_text

    rule = rule_named(name)
    if rule is None:
        near = nearest_spelling(name, all_names(), 0.6)
        say_faults(InputError(f"there is no rule {name}" + (f"; did you mean {near}?" if near else "; `pact rules` lists them")))
        raise typer.Exit(2)
    show(rule_text(rule, colour=wants_colour(sys.stdout)))
