"""What rules look at: an agreement with the texts that it was read from, and what is known beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.checker.budget import STEPS
from pactlang.diagnostics import Severity
from pactlang.language.tree import EntryLine, LineKind
from pactlang.lint.as_read import as_read, tokens
from pactlang.lint.frames import folded
from pactlang.model.parts import selectors

if TYPE_CHECKING:
    from pactlang.diagnostics import Diagnostic
    from pactlang.language.tree import Block, Document, Line
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Clause, Form, Sentence
    from pactlang.source import Span


class Subject(Struct, frozen=True, dict=True, eq=False):
    """One agreement under the linter's eyes.

    `documents` are its file and those that it includes, its own first. `entries` are the log's, where one was given; `earlier` are
    older versions of the agreement, the newest last; `today` is a date (an ordinal), or None where rules must not depend on it.
    `steps` are what each rule may spend on its proofs; `given_up` collects the codes of the rules for which that was too few.
    """

    agreement: Agreement
    documents: tuple[Document, ...]
    entries: tuple[Entry, ...] = ()
    earlier: tuple[Agreement, ...] = ()
    today: int | None = None
    steps: int = STEPS
    given_up: set[str] = field(default_factory=set)

    @property
    def document(self) -> Document:
        """The agreement's own file."""
        return self.documents[0]

    @property
    def top(self) -> Span:
        """The first line of the agreement (`pact "…"`): where to say what is missing from all of it."""
        return self.agreement.span

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every checkable sentence, in order."""
        return self.agreement.sentences

    @cached_property
    def places(self) -> dict[tuple[str, int], tuple[Document, Block, int]]:
        """By file and line number: the block that a line stands in, and which of its items the line is (-1 for the heading)."""
        found: dict[tuple[str, int], tuple[Document, Block, int]] = {}
        for document in self.documents:
            for block in document.blocks:
                found[document.source.name, block.line.number] = (document, block, -1)
                for place, item in enumerate(block.items):
                    found[document.source.name, item.line.number] = (document, block, place)
        return found

    @cached_property
    def spoken(self) -> tuple[tuple[Document, Line, str], ...]:
        """Every promise and every reason, with its words as they are read (straight apostrophes, ordinary spaces)."""
        kinds = (LineKind.PROMISE, LineKind.REASON)
        lines = ((one, line) for one in self.documents for line in one.lines if line.kind in kinds and not self._in_example(one, line))
        return tuple((one, line, as_read(line.span.text)) for one, line in lines)

    @property
    def spoken_lines(self) -> tuple[Span, ...]:
        """Where each promise and each reason stands."""
        return tuple(line.span for _, line, _ in self.spoken)

    @cached_property
    def titles(self) -> tuple[tuple[Document, Line, str], ...]:
        """Every line of the language that holds something in quotes: titles and labels."""
        lines = ((one, line, line.span.text) for one in self.documents for line in one.lines if line.kind is LineKind.CODE)
        return tuple((one, line, as_read(text)) for one, line, text in lines if '"' in text and not self._in_example(one, line))

    @cached_property
    def folded_words(self) -> frozenset[str]:
        """What promises, reasons, quoted titles and labels say, folded for stems to be looked for."""
        quoted = (part for _, _, text in self.titles for part in text.split('"')[1::2])
        return frozenset(map(folded, (*(text for _, _, text in self.spoken), *quoted)))

    @cached_property
    def names(self) -> dict[str, list[tuple[Block, Line, int]]]:
        """Every word of the lines of the language outside quotes, with its blocks, its lines and where in them it starts.

        The log of an example is made up: what it names asks nothing of anybody.
        """
        found: dict[str, list[tuple[Block, Line, int]]] = {}
        for document in self.documents:
            for block in document.blocks:
                items = (item for item in block.items if item.line.kind is LineKind.CODE and not isinstance(item.body, EntryLine))
                for line in (block.line, *(item.line for item in items if item.line is not block.line)):
                    for start, word in tokens(line):
                        found.setdefault(word, []).append((block, line, start))
        return found

    def of_form(self, *forms: type[Form]) -> Iterator[tuple[Sentence, Form]]:
        """The sentences of these forms."""
        for sentence in self.sentences:
            if isinstance(sentence.form, forms):
                yield sentence, sentence.form

    def clause_of(self, sentence: Sentence) -> Clause:
        """The clause that a sentence stands in."""
        return next(clause for clause in self.agreement.clauses if clause.name == sentence.clause)

    def line_at(self, span: Span) -> Line:
        """The line on which a span starts."""
        (document,) = (one for one in self.documents if one.source is span.source)
        number = span.start_position.line
        return next(line for line in document.lines if line.number == number)

    def lines(self, *kinds: LineKind) -> Iterator[Line]:
        """All lines of these kinds, of the agreement's own file and of those it includes; promises and reasons without examples' notes."""
        for document in self.documents:
            for line in document.lines:
                if line.kind in kinds and (line.kind is LineKind.CODE or not self._in_example(document, line)):
                    yield line

    def _in_example(self, document: Document, line: Line) -> bool:
        """Whether a line stands in the log of an example, however it looks."""
        place = self.places.get((document.source.name, line.number))
        return place is not None and place[2] >= 0 and isinstance(place[1].items[place[2]].body, EntryLine)


def readable(agreement: Agreement, faults: Sequence[Diagnostic]) -> Agreement:
    """An agreement without the sentences that have a fault on their line or speak of an event that nobody knows."""
    doubtful = {(one.span.source.name, one.span.start_position.line) for one in faults if one.severity is Severity.ERROR}

    def stands(sentence: Sentence) -> bool:
        place = (sentence.span.source.name, sentence.span.start_position.line)
        return place not in doubtful and all(selector.alternatives for selector in selectors(sentence.form))

    clauses = tuple(replace(clause, sentences=tuple(filter(stands, clause.sentences))) for clause in agreement.clauses)
    aims = tuple(replace(aim, sentences=tuple(filter(stands, aim.sentences))) for aim in agreement.aims)
    # An example says nothing of sentences that are not all there.
    return replace(agreement, clauses=clauses, aims=aims, examples=())
