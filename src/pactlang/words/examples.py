"""How the examples of an agreement came out, for a person at a terminal and for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.words.diagnostics import location
from pactlang.words.json import finding_json
from pactlang.words.messages import message
from pactlang.words.page import Page
from pactlang.words.words import count_words, list_words, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.examples import ExampleResult
    from pactlang.model.agreement import Agreement

_MOST = 2  # how many findings are told of a clause that was expected to be broken and is not


def examples_text(results: Sequence[ExampleResult], left: Sequence[str], *, colour: bool = False) -> str:
    """Those that hold are counted, those that do not are told; then what no example speaks of."""
    page = Page(colour=colour)
    if not results:
        page.line("This agreement holds no example. A heading 'example \"…\"' with a few entries and 'expect kept' is one.")
        return page.text
    held = {one.example.span: True for one in results}  # an example holds where each of its expectations does
    for one in results:
        held[one.example.span] &= one.holds
    good = sum(held.values())
    if good:
        page.line(page.mark(f"{count_words(good, 'example')} judged as you mean {'it' if good == 1 else 'them'}.", "good"))
    for one in results:
        if not one.holds:
            page.line()
            _one(page, one)
    if left:
        page.line()
        page.line(f"No example covers {safe(list_words(left))}.")
    return page.text


def _one(page: Page, result: ExampleResult) -> None:
    at = result.expectation.span.start_position
    where = page.mark(f"{result.expectation.span.source.name}:{at.line}:", "name")
    page.line(f"{where} {page.mark(result.example.title, 'title')}")
    page.line(f"    You mean: {safe(result.expectation.span.text)}")
    for line in why(result):
        page.line(f"    {safe(line)}")


def why(result: ExampleResult) -> list[str]:
    """What the checker says otherwise, a line each.

    Nothing where the example holds.
    """
    lines = []
    for name in result.missing:
        found = [f" {one.id} is {one.status.value}: {message(one, result.zone)}." for one in result.found_of(name)[:_MOST]]
        lines.append(f"The checker finds nothing broken in {name}.{''.join(found)}")
    for finding in result.unexpected:
        said = "cannot tell" if finding.status is Status.UNKNOWN else "finds broken"
        lines.append(f"The checker {said}: {finding.id}: {message(finding, result.zone)}.")
    return lines


def examples_json(agreement: Agreement, results: Sequence[ExampleResult], left: Sequence[str]) -> str:
    """The same for scripts."""
    document = {
        "schema": "pactlang/test/1",
        "pact": {"title": agreement.title, "file": agreement.file, "digest": agreement.digest},
        "summary": {"held": sum(one.holds for one in results), "failed": sum(not one.holds for one in results)},
        "examples": [
            {
                "title": one.example.title,
                "expects": list(one.expectation.broken),
                "holds": one.holds,
                "missing": list(one.missing),
                "unexpected": [finding_json(finding, one.zone) for finding in one.unexpected],
                "location": location(one.expectation.span),
            }
            for one in results
        ],
        "unexercised": list(left),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
