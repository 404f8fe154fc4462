"""One entry of a log in the text format, read with care: every fault of the line, and where each of its parts stands.

This is the only reading of a line. `text` remembers its answers, since most lines of a log say nearly what another said.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.text_body import Body, read_body
from pactlang.log.text_tokens import Cursor, tokens
from pactlang.log.text_when import When, read_when
from pactlang.source import SourceFile


class Line(Struct, frozen=True):
    """What a line says, or the faults in it; and where its parts stand, by key and place in a list."""

    when: When | None
    body: Body | None
    faults: tuple[Fault, ...]
    places: Mapping[tuple[str, int], tuple[int, int]]

    def entries(self, file: str, line: int, order: int) -> list[Entry]:
        """The entry that the line says, or one for each thing that it waives; none where it has faults.

        >>> [one.by for one in read_line("2026-09-08  test by Ana").entries("us.pactlog", 1, 0)]
        [('Ana',)]
        >>> line = read_line("2026-09-08  waive a@2026-09-01, b@2026-09-02 by Ben")
        >>> [(one.target, one.order) for one in line.entries("us.pactlog", 1, 4)]
        [('a@2026-09-01', 4), ('b@2026-09-02', 5)]
        """
        if self.when is None or self.body is None:
            return []
        body = asdict(self.body)
        also = body.pop("also")
        first = Entry(**asdict(self.when), **body, file=file, line=line, order=order)
        # A name is that of the first: two entries of one name are a fault.
        more = [replace(first, target=target, about=about, id=None, order=order + n) for n, (target, about) in enumerate(also, 1)]
        return [first, *more]


def read_line(text: str) -> Line:
    """Read one line that is meant as an entry.

    >>> line = read_line("2026-09-13 09:05  disclosure by Ana to Ben about e1, covering who, when")
    >>> line.body.type, line.body.covering, line.faults
    ('disclosure', ('who', 'when'), ())
    >>> [fault.message for fault in read_line("2026-09-31  test by Ana at").faults]
    ['There is no day 31 in September 2026.', 'After `at` a place is missing.']
    """
    try:
        cursor = Cursor(tokens(text))
    except Fault as fault:
        return Line(None, None, (fault,), {})
    when = read_when(cursor)
    if when is None and cursor.faults[0].code is Code.LINE:
        return Line(None, None, tuple(cursor.faults), {})  # no entry at all: what follows means nothing
    body = read_body(cursor)
    return Line(when, body, tuple(cursor.faults), cursor.places)


def find_in_line(file: SourceFile, line: int, key: str, index: int) -> tuple[int, int] | None:
    """Where a part of the entry on a line stands, as offsets in the file; None where the line has no such part.

    >>> file = SourceFile("us.pactlog", "2026-09-08  test by Ana and Ben\\n")
    >>> file.span(*find_in_line(file, 1, "by", 1)).text
    'Ben'
    """
    places = read_line(file.line_text(line)).places
    found = places.get((key, index)) or places.get((key, 0))
    start = file.line_start(line)
    return (start + found[0], start + found[1]) if found else None
