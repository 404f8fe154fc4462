"""Plain agreements turned into Markdown pages, so that both can be held against each other."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

# What may stand around the blocks, and how far a block below it may be indented before CommonMark takes it for a part of it.
PROSE = [
    ("", 3),
    ("# A heading\n", 3),
    ("We talked about it, and `pact` is a word.\n", 3),
    ("- a list\n- of two\n", 1),
    ("> a quotation\n", 3),
    ("    an indented line of code\n", 3),
    ("```\ncap nothing\n    at most 1 encounter per day\n```\n", 3),
    ("~~~pactlog\n2026-01-01  test by Ana\n~~~\n", 3),
    ("````text\n```pact\ncap nothing\n```\n````\n", 3),
    ("<!--\n\n```pact\ncap nothing\n```\n\n-->\n", 3),
    ("Odd: \u202e \u00e9 e\u0301 \U0001f327 \u2028 |\t|\n", 3),
    ("a\rb\x0cc\x0bd\n", 3),
]
MARKS = ["```pact", "~~~pact", "````` PACT", "~~~~  Pact ours"]


@dataclass(frozen=True)
class Page:
    """A page, and which of its lines (from 1) each line of the plain text (from 1, at its place in the list) became."""

    text: str
    lines: list[int]


@st.composite
def pages(draw: st.DrawFn, plain: str, *, ends: tuple[str, ...] = ("\n",)) -> Page:
    """A page whose blocks are this text, cut anywhere."""
    rows = plain.split("\n")
    rows = rows[:-1] if plain.endswith("\n") else rows
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(rows) - 1)), max_size=4))) if len(rows) > 1 else []
    out: list[str] = []
    lines: list[int] = []
    for first, after in zip([0, *cuts], [*cuts, len(rows)], strict=True):
        prose, deepest = draw(st.sampled_from(PROSE))
        out += [*prose.split("\n"), ""]
        mark = draw(st.sampled_from(MARKS))
        margin = " " * draw(st.integers(0, deepest))
        out.append(margin + mark)
        for row in rows[first:after]:
            out.append(margin + row if row else "")
            lines.append(len(out))
        out += [margin + mark.split()[0].removesuffix("pact"), ""]
    return Page(draw(st.sampled_from(ends)).join([*out, ""]), lines)
