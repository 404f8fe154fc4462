"""What a lint rule is, and what it finds.

A rule is one small file under `rules/<family>/`. Its docstring is its page (see `page.py` for the headings that a page has); below it
stand one function, which looks at a `Subject` and yields what it `Found`, and one `RULE` that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.diagnostics import Edit, Label, Severity

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.log.entry import Entry
    from pactlang.source import Span


class Family(Enum):
    """What a rule is about: the letter of its code, and a name for people."""

    CLARITY = "C"
    MISSING = "M"
    BALANCE = "B"
    CONTRADICTION = "X"
    SAFETY = "S"
    WORDING = "W"
    VERSION = "V"


class Profile(IntEnum):
    """How much people want to hear. A rule speaks in its own profile and in those above it."""

    GENTLE = 1
    DEFAULT = 2
    STRICT = 3


class Sure(Enum):
    """How sure a rule is that what it says is so; how much that matters is its severity."""

    CERTAIN = "certain"  # it follows from sentences, dates, signatures or entries
    LIKELY = "likely"  # it was read in plain words, or looked for in them, and words can mean something else


class Fix(Struct, frozen=True):
    """Edits that mend what was found; all or none of them. A `safe` one changes no meaning that the parties may have had."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Found(Struct, frozen=True):
    """One thing to say about one place.

    `message` is one plain sentence about what stands there; `advice` says in a few words what to do. `log` is the shortest log that
    shows it, where there is one, judged as of the end of the date `until`. `severity`
    is there where this one matters less (or more) than what the rule finds otherwise, say because a reason stands beside it. `doubt`: of
    what was found like it in texts that nobody had seen, too little was right (`docs/measurements.md`), so it is told only to those who
    want to hear everything.
    """

    span: Span
    message: str
    advice: str = ""
    labels: tuple[Label, ...] = ()
    fixes: tuple[Fix, ...] = ()
    log: tuple[Entry, ...] = ()
    until: int | None = None
    severity: Severity | None = None
    doubt: bool = False


class Rule(Struct, frozen=True):
    """A rule. `code` and `name` never change their meaning; a renamed rule keeps its old names in `aliases`.

    `weight`, from 1 to 99, says how much it matters: heavier ones are told first. `proves` marks rules that search (they get a budget
    and say when it ran out). One that `yields` is silent about a line in which a rule of safety sees an error: that is the graver
    thing to say. `sure` says how often what it tells is so, `severity` how much it matters then. One that looks at the `whole` text waits
    until all of it can be read: a line that cannot be may be what it misses. One that `asks` finds nothing wrong: a sentence is often meant
    otherwise than it is read, and it says both readings. Where one that `holds` finds that somebody is kept from leaving, one for people
    who are free to repair together (`among_equals`) is silent, and nobody is asked anything.
    With `doubts` it tells what it finds on little evidence, too.
    """

    code: str
    name: str
    severity: Severity
    weight: int
    find: Callable[[Subject], Iterator[Found]]
    profile: Profile = Profile.DEFAULT
    aliases: tuple[str, ...] = ()
    proves: bool = False
    yields: bool = False
    sure: Sure = Sure.CERTAIN
    whole: bool = False
    asks: bool = False
    holds: bool = False
    among_equals: bool = False
    doubts: bool = False

    @property
    def family(self) -> Family:
        """The family that the code's letter names."""
        return Family(self.code[0])

    @property
    def needs_all(self) -> bool:
        """Whether what it says is true only of a text that can be read whole, as with all that is missing or out of balance."""
        return self.whole or self.family in (Family.MISSING, Family.BALANCE, Family.VERSION)
