"""`pact rules`: every rule of the linter, a line each."""

from __future__ import annotations

import sys

from pactlang.cli.options import Format, Output
from pactlang.words.page import out_json, show, wants_colour


def command(*, output: Output = Format.TEXT) -> None:
    """List the rules of `pact lint`.

    Example: pact rules
    """
    from pactlang.lint.rules import RULES
    from pactlang.lint.text import rules_json, rules_text

    if output is Format.JSON:
        out_json(rules_json(RULES))
    else:
        show(rules_text(RULES, colour=wants_colour(sys.stdout)))
