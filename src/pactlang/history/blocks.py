"""A marked stretch of lines in a file that belongs to somebody else: what stands between the marks is ours, all else is theirs."""

from __future__ import annotations

FIRST = "# >>> pact git install >>>"
LAST = "# <<< pact git install <<<"


def marked(lines: list[str]) -> str:
    """Our lines between their marks."""
    return "".join(f"{line}\n" for line in (FIRST, *lines, LAST))


def without(text: str) -> str:
    """A text without our stretch; unchanged where it has none, or only one of the two marks.

    >>> without("a\\n" + marked(["b"]) + "c\\n")
    'a\\nc\\n'
    """
    first = _line_at(text, FIRST)
    last = _line_at(text, LAST)
    if first < 0 or last < first:
        return text
    end = text.find("\n", last)
    return text[:first] + (text[end + 1 :] if end >= 0 else "")


def with_lines(text: str, lines: list[str]) -> str:
    """A text with our stretch at its end, or where it already stands.

    >>> with_lines(with_lines("a\\n", ["b"]) + "c\\n", ["d"]) == "a\\n" + marked(["d"]) + "c\\n"
    True
    """
    first = _line_at(text, FIRST)
    rest = without(text)
    if rest != text:
        return rest[:first] + marked(lines) + rest[first:]
    return text + ("\n" if text and not text.endswith("\n") else "") + marked(lines)


def _line_at(text: str, line: str) -> int:
    """Where a line starts, or -1."""
    if text.startswith(line):
        return 0
    found = text.find(f"\n{line}")
    return found + 1 if found >= 0 else -1
