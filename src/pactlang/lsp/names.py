"""Going to where a name is declared, finding where it is used, and renaming it in every text that knows it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pactlang.diagnostics import Edit, Severity
from pactlang.language.parse import parse
from pactlang.language.tokens import written_name
from pactlang.language.tree import ClauseHeading
from pactlang.log.faults import Fault
from pactlang.log.words import name as plain_name
from pactlang.log.words import person, person_word
from pactlang.lsp.occurrences import Occurrence, Role, clause_part, in_document, in_log_line, key_of
from pactlang.model.agreement import ClauseKind
from pactlang.model.vocabulary import Vocabulary
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from pactlang.resolve.vocabularies import vocabulary
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.language.tree import Document
    from pactlang.lsp.study import Study
    from pactlang.source import Span


class RenameError(Exception):
    """Why something cannot be renamed, in plain words."""


class Found(NamedTuple):
    """What stands at a place: the occurrence, and what it names."""

    occurrence: Occurrence
    key: tuple[Role, str]


class Names:
    """Every name of one study."""

    def __init__(self, study: Study) -> None:
        self.study = study
        own = [(document, in_document(document)) for document in study.gathered.own]
        # What an example calls its entries is known in no log and in no other example.
        self._own = [one for _, found in own for one in found if one.role is not Role.ENTRY]
        # A clause without a name is called by its kind.
        for document, _ in own:
            for block in document.blocks:
                if isinstance(block.heading, ClauseHeading) and block.heading.name is None:
                    kind = block.heading.kind.value
                    self._own.append(Occurrence(Role.CLAUSE, kind, block.line.span.part(0, len(kind)), declares=True))
        events = self._vocabulary.events
        taken = {*events, *(event.plural for event in events.values())}
        self._days = frozenset(one.name for one in self._own if one.role is Role.DAYS and one.declares)
        self._terms = frozenset(one.name for one in self._own if one.role is Role.NOUN and one.declares) - taken

    @property
    def _vocabulary(self) -> Vocabulary:
        return self.study.agreement.vocabulary if self.study.agreement is not None else Vocabulary()

    def _key(self, one: Occurrence) -> tuple[Role, str]:
        return key_of(one, self._vocabulary, self._terms, self._days)

    def at(self, path: str, offset: int) -> Found | None:
        """The name at a place in an agreement."""
        here = (one for one in self._own if one.span.source.name == path and one.span.start <= offset <= one.span.end)
        one = next(here, None)
        return Found(one, self._key(one)) if one is not None else None

    def at_log(self, source: SourceFile, number: int, offset: int) -> Found | None:
        """The name at a place in a log."""
        found = in_log_line(source, number, source.line_text(number))
        one = next((one for one in found if one.span.start <= offset <= one.span.end), None)
        return Found(one, self._key(one)) if one is not None else None

    def declarations(self, key: tuple[Role, str]) -> list[Span]:
        """Where it is said what a name names; in a file of the package for the events of a vocabulary."""
        role, name = key
        if role is Role.ENTRY:
            return [one.span for one in self._in_logs(key) if one.declares]
        found = [one.span for one in self._own if one.declares and self._key(one) == key and one.role is role]
        if found or role is not Role.NOUN:
            return found[:1] if role is not Role.ITEM else found
        return [one.span for document in self._shared() for one in in_document(document) if one.declares and one.name == name]

    def _shared(self) -> Iterator[Document]:
        """The vocabularies, as files that an editor can open."""
        for document in self.study.gathered.vocabularies:
            path = Path(__file__).parent.parent / document.source.name
            yield parse(SourceFile(str(path), document.source.text)).document

    def uses(self, key: tuple[Role, str], *, declarations: bool = True) -> list[Span]:
        """Everywhere that a name stands, in the agreement, what it brings in, and the logs."""
        found = [one for one in self._own if self._key(one) == key] + list(self._in_logs(key))
        return [one.span for one in found if declarations or not one.declares]

    def _in_logs(self, key: tuple[Role, str]) -> Iterator[Occurrence]:
        """Only lines that hold the name at all are read with care."""
        role, name = key
        words = {name}
        if role is Role.NOUN and name in self._vocabulary.events:
            words.add(self._vocabulary.events[name].plural)
        holds = re.compile("|".join(map(re.escape, sorted(words)))).search
        for source in self.study.log.sources.values():
            file = source.file
            if not file.name.endswith(".pactlog"):
                continue
            for number in range(1, file.line_count + 1):
                text = file.line_text(number)
                if text[:1].isdigit() and holds(text):
                    yield from (one for one in in_log_line(file, number, text) if self._key(one) == key)

    # --- renaming ---

    def renamable(self, found: Found) -> str:
        """The name as it is to be changed. Raises `RenameError` where it cannot be."""
        role, name = found.key
        if role not in (Role.NOUN, Role.WHO, Role.CLAUSE, Role.STATE, Role.DAYS, Role.TAG, Role.ENTRY, Role.ITEM):
            raise RenameError("There is no name here that can be renamed everywhere.")
        if role is Role.CLAUSE and name in {kind.value for kind in ClauseKind}:
            raise RenameError("This clause is called by its kind. Give it a name of its own first.")
        if role in (Role.NOUN, Role.STATE) and not any(one.declares and self._key(one) == found.key for one in self._own):
            raise RenameError(f"'{name}' comes with a vocabulary or with every log, so its name is not yours to change.")
        if role is Role.ITEM and any(name in self._items_of(one) for one in self.study.gathered.used):
            raise RenameError(f"'{name}' comes with a vocabulary, so its name is not yours to change.")
        return clause_part(name) if role is Role.CLAUSE else name

    def _items_of(self, used: str) -> set[str]:
        document = vocabulary(used)
        return {one.name for one in in_document(document) if one.role is Role.ITEM} if document is not None else set()

    def rename(self, found: Found, new: str) -> list[Edit]:
        """The edits that give a name another everywhere. Raises `RenameError` where the new one cannot be, or would mean something else."""
        old = self.renamable(found)
        role = found.key[0]
        try:
            said = (person if role is Role.WHO else plain_name)(new)
        except Fault as fault:
            raise RenameError(fault.message) from None
        if said == old:
            return []
        taken = {one.name for one in self._own if one.role is role and one.declares and one.role is not Role.ITEM}
        if role is Role.NOUN:
            taken |= {word for event in self._vocabulary.events.values() for word in (event.name, event.plural)}
        if role is Role.ENTRY:
            taken |= {entry.id for entry in self.study.log.entries if entry.id is not None}
        if said in taken:
            raise RenameError(f"There is already a {role.value} called '{said}'.")
        edits: list[Edit] = []
        for span in self.uses(found.key):
            word = span.text
            if role is Role.NOUN and word != old:
                if word != f"{old}s":
                    continue  # a plural of its own stays as it was declared
                edits.append(Edit(span, f"{said}s", f"Rename to {said}s"))
            else:
                quoted = word[:1] in '"“„'
                in_log = span.source.name.endswith(".pactlog")
                written = (person_word if in_log else written_name)(said) if role is Role.WHO else f'"{said}"' if quoted else said
                edits.append(Edit(span, written, f"Rename to {said}"))
        self._held(edits)
        return edits

    def _held(self, edits: list[Edit]) -> None:
        """Refuse edits after which an agreement could no longer be read."""
        texts = {document.source.name: document.source.text for document in self.study.gathered.own}
        for name in texts:
            for edit in sorted((one for one in edits if one.span.source.name == name), key=lambda one: -one.span.start):
                texts[name] = texts[name][: edit.span.start] + edit.replacement + texts[name][edit.span.end :]

        def read(path: Path) -> bytes:
            return texts[str(path)].encode()

        _, faults = resolve_gathered(gather(self.study.path, read))
        before = sum(one.severity is Severity.ERROR for one in self.study.faults)
        errors = [one for one in faults if one.severity is Severity.ERROR]
        if self.study.whole and len(errors) > before:
            raise RenameError(f"That name does not work: {errors[0].message}")
