"""The one door through which every command takes the texts that count: the files named, as they lie there, and what git keeps of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.checker.agreed import Signed, agreed, unsigned_words
from pactlang.diagnostics import Diagnostic, Severity
from pactlang.history.told import lacking, told
from pactlang.resolve.signatures import signatures_in

if TYPE_CHECKING:
    from pactlang.checker.agreed import Agreements
    from pactlang.history.git import Repository
    from pactlang.history.kept import Kept
    from pactlang.history.lying import Lying
    from pactlang.model.agreement import Agreement, Signature

Ask = Callable[["Repository", Sequence[str], Sequence[str], "Sequence[tuple[str, Signature]]"], "Kept"]


class Door(Struct):
    """What counts: the agreements that all have signed, or, where none was ever agreed on, the drafts that lie there (`drafts`).

    `faults` are those of the texts that lie there, as far as they count. What to tell (`notes`): what is missing or cannot be read
    (`lacking`), what else there is to tell about the texts that count, and that a draft lies there (`aside`).
    `signed` are all signatures, `standing` the texts that were agreed on, in the order in which they take over. `whole` says that every
    text that was signed is here and could be read, as far as anybody can tell; with the folder's text alone, others may be. `kept` is what
    git has of them.
    """

    agreements: list[Agreement] = field(default_factory=list)
    lying: list[Lying] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    drafts: bool = False
    signed: Signed = field(default_factory=Signed)
    standing: list[Agreement] = field(default_factory=list)
    whole: bool = True
    kept: list[Kept] = field(default_factory=list)

    @property
    def notes(self) -> list[str]:
        """All that there is to tell, the gravest first."""
        return [*self.lacking, *self.told, *self.aside]

    def hear(self, found: Agreements) -> None:
        """Tell of what became of all texts, as `found` has it: without a log first, then again once those who left are heard."""
        known = {one.agreement.digest for one in (*found.standing, *found.never)}
        self.told = told(self.kept, found, self.signed, self.lying)
        if found.any:
            self.aside = [_draft(one, self.signed) for one in self.lying if one.agreement is None or one.agreement.digest not in known]

    @property
    def agreed_last(self) -> Agreement | None:
        """The text that takes over last of all that were agreed on."""
        return self.standing[-1] if self.standing else None

    def before(self, agreement: Agreement) -> list[Agreement]:
        """The texts that were agreed on before another one, in the order in which they took over."""
        digests = [one.digest for one in self.standing]
        return self.standing[: digests.index(agreement.digest)] if agreement.digest in digests else self.standing


def through_the_door(lying: Sequence[Lying], *, this_text: bool = False, ask: Ask | None = None) -> Door:
    """The texts that count, of some that lie there. Raises `GitError` where they lie in a repository that cannot be asked.

    `ask` reads what git keeps, for those who remember it.
    """
    signed = Signed()
    here = [(one.gathered.digest, line) for one in lying for line in signatures_in(one.gathered.own[0])]
    kept = [] if this_text else _kept(lying, here, ask)
    for words, line in (*(pair for one in kept for pair in one.lines), *here):
        signed.add(words, line)
    texts = [text for one in kept for text in one.texts(signed)] + [
        one.agreement for one in lying if one.agreement is not None and one.readable
    ]
    texts = signed.counted(texts)
    found = agreed(texts)
    door = Door(lying=list(lying), signed=signed, kept=kept)
    door.standing = [one.agreement for one in found.standing]
    if found.any:
        known = {one.agreement.digest for one in (*found.standing, *found.never)}
        turn = {text.digest: place for place, text in enumerate(door.standing)}
        door.agreements = sorted((text for text in texts if not text.unsigned), key=lambda text: turn.get(text.digest, -1))
        door.faults = [fault for one in lying if one.agreement is not None and one.agreement.digest in known for fault in one.faults]
        door.faults = [fault for fault in door.faults if fault.severity is not Severity.ERROR]
    else:
        door.drafts = True
        door.agreements = [signed.under(one.agreement) for one in lying if one.agreement is not None]
        door.faults = [fault for one in lying for fault in one.faults]
    door.lacking = lacking(kept, found, signed)
    door.hear(found)
    door.whole = not this_text and _whole(kept, here, texts, door.lying)
    return door


def _whole(kept: Sequence[Kept], here: Sequence[tuple[str, Signature]], texts: Sequence[Agreement], lying: Sequence[Lying]) -> bool:
    """Whether no text is known to be missing: none that was signed, none that another took the place of, none that cannot be read."""
    if not all(one.readable for one in lying) or any(one.shallow or one.missing or one.unreadable for one in kept):
        return False
    replaced = {line.after for _, line in (*(pair for one in kept for pair in one.lines), *here) if line.after}
    return replaced <= {text.digest for text in texts}


def _draft(one: Lying, signed: Signed) -> str:
    """The one remark about a text that lies there and does not count."""
    name = str(one.path)
    if one.agreement is None or not one.readable:
        errors = [fault for fault in one.faults if fault.severity is Severity.ERROR]
        where = f": {_where(errors[0])}" if errors else ""
        return f"{name} cannot be read in its present form, so it judges nothing{where}"
    return f"{name} is a draft: {unsigned_words(signed.under(one.agreement))}, so nothing is judged by it."


def _where(fault: Diagnostic) -> str:
    at = fault.span.start_position
    return f"{fault.span.source.name}:{at.line}:{at.column}: {fault.message}"


def _kept(lying: Sequence[Lying], here: Sequence[tuple[str, Signature]], ask: Ask | None) -> list[Kept]:
    """What git keeps of the texts, each repository asked once."""
    from pactlang.history.git import name_in, repository_around

    groups: dict[Path, tuple[Repository, list[str], list[str]]] = {}
    for one in lying:
        if one.revision:
            continue
        repository = repository_around(one.path.resolve().parent)
        if repository is None:
            continue
        _, roots, included = groups.setdefault(repository.top, (repository, [], []))
        roots.append(name_in(repository, one.path))
        included += [path.relative_to(repository.top).as_posix() for path in one.gathered.files if path.is_relative_to(repository.top)]
    if not groups:
        return []
    from pactlang.history.kept import read_kept

    found = []
    for repository, roots, included in groups.values():
        kept = (ask or read_kept)(repository, roots, included, here)
        kept.shallow = repository.shallow and kept.commits > 0
        found.append(kept)
    return found
