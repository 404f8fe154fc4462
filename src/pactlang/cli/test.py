"""`pact test`: does the checker judge the agreement's own examples as the parties mean them?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import Format, Output
from pactlang.words.page import out_json, show, wants_colour

if TYPE_CHECKING:
    from pactlang.diagnostics import Diagnostic


def command(
    *,
    pact: Annotated[str, typer.Argument(metavar="[PACT]", help="The agreement. Default: the one in this folder.", show_default=False)] = "",
    output: Output = Format.TEXT,
) -> None:
    """Run the examples in an agreement. Says which sentences no example covers.

    Exit code 0: all are judged as they say. 1: one is not. 2: the text has faults.

    Example: pact test us.pact
    """
    from pactlang.checker.examples import run_examples, unexercised
    from pactlang.cli.faults import say_warnings
    from pactlang.inputs import named_part, zone_of_all
    from pactlang.words.examples import examples_json, examples_text

    warnings: list[Diagnostic] = []
    agreement, _ = named_part([pact] if pact else [], warnings=warnings)
    say_warnings(warnings)
    results = run_examples(agreement, zone_of_all([agreement]))
    left = unexercised(agreement, results)
    if output is Format.JSON:
        out_json(examples_json(agreement, results, left))
    else:
        show(examples_text(results, left, colour=wants_colour(sys.stdout)))
    if not all(one.holds for one in results):
        raise typer.Exit(1)
