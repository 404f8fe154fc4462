"""A page at a terminal, drawn by Rich: broken between words, the last column of a table kept as a column.

Only what goes to a terminal comes here, so Rich is imported nowhere else. Nothing in a page is markup to it: a page is text that `safe` has
cleaned, with the colours that `Page.mark` gave it.
"""

from __future__ import annotations

import re
from io import StringIO

from rich.cells import cell_len

NARROWEST = 40  # a narrower window breaks the lines itself

_COLOURS = re.compile(r"\x1b\[[\d;]*m")
# Where the cell of a table, the words of a list or of a timeline begin.
_CELL = re.compile(r"(?<=\S) {2,}(?=\S)|^ *(?:\d+\.|[-·>]) +(?=\S)|(?<=  )[│○●╵┄▷] +(?=\S)")
# What stays on one line: a rule's code and name, a few words in brackets, the day and its month.
_TOGETHER = re.compile(
    r"\[[A-Z]\d{3} [a-z-]+\]|\([^()]{1,20}\)|\byour entry:\d+|\b\d{1,2} "
    r"(?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_NO_BREAK = "\ue000"  # a blank that Rich does not break at: private, so `safe` lets none through from a file
_UNDERLINE = re.compile(r" +\^+")
_GUTTER = 8  # "   12 | "
_BARS = frozenset("│○●╵┄▷")


def drawn(page: str, width: int) -> str:
    r"""A page with no line longer than a terminal is wide, as far as words are not longer.

    >>> print(drawn("  tell@2026-09-20  disclosure by Ana to Ben until noon\n", 42), end="")
      tell@2026-09-20  disclosure by Ana to
                       Ben until noon

    A word that is longer than a line is broken: there is no better place.
    """
    width = max(width, NARROWEST)
    lines = page.removesuffix("\n").split("\n")
    shown: list[str] = []
    for number, line in enumerate(lines):
        if cell_len(_plain(line)) <= width:
            shown.append(line)
        elif number + 1 < len(lines) and _UNDERLINE.fullmatch(_plain(lines[number + 1])):
            # The place that is underlined stays in sight, and so under its line.
            shown.append(_cut(line, lines[number + 1], width))
            under = lines[number + 1]
            lines[number + 1] = _cut(under, under, width)
        else:
            shown += _wrapped(line, width)
    return "".join(f"{line}\n" for line in shown)


def _plain(line: str) -> str:
    return _COLOURS.sub("", line)


def _wrapped(line: str, width: int) -> list[str]:
    """A line over several, each after the first under the last cell that begins in the left half."""
    # Most pages have no such line, and need no more of Rich than how wide letters are.
    from rich.ansi import AnsiDecoder
    from rich.console import Console
    from rich.text import Text

    text = AnsiDecoder().decode_line(line)
    starts = [len(text.plain) - len(text.plain.lstrip()), *(found.end() for found in _CELL.finditer(text.plain))]
    fitting = (one for one in reversed(starts) if cell_len(text.plain[:one]) <= width // 2 and _longest(text.plain[one:]) <= width - one)
    head, rest = text.divide([next(fitting, starts[0])])
    below = Text("".join("│" if one in _BARS else " " * cell_len(one) for one in head.plain), "dim" if _BARS & set(head.plain) else "")
    if _longest(kept := _TOGETHER.sub(lambda found: found[0].replace(" ", _NO_BREAK), rest.plain)) <= width - head.cell_len:
        rest.plain = kept
    console = Console(file=StringIO(), width=width, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        for number, part in enumerate(rest.wrap(console, width - head.cell_len, overflow="fold")):
            part.rstrip()
            console.print((below if number else head) + part, soft_wrap=True, markup=False, highlight=False, emoji=False)
    return [one.rstrip() for one in capture.get().replace(_NO_BREAK, " ").removesuffix("\n").split("\n")]


def _longest(words: str) -> int:
    return max(map(cell_len, words.split()), default=0)


def _cut(line: str, under: str, width: int) -> str:
    """What a terminal has room for of a line or of the marks under it: its number, and the text around the marks."""
    from rich.ansi import AnsiDecoder
    from rich.console import Console
    from rich.text import Text

    marks = _plain(under).index("^")
    first = marks - (width - _GUTTER) // 2 if marks >= width - 1 else 0
    text = AnsiDecoder().decode_line(line)
    if first > 0:
        gutter, rest = text.divide([_GUTTER])
        text = gutter + Text(" " if line is under else "…") + rest[min(len(rest) - 1, first - _GUTTER + 1) :]
    text.truncate(width)
    console = Console(file=StringIO(), width=width, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)
    return capture.get().rstrip("\n")
