"""One line: words to nodes by the grammar, or the one fault that keeps it from being read."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.language import tree
from pactlang.language.builder import Builder
from pactlang.language.errors import MeaningError
from pactlang.language.tables import load_tables
from pactlang.language.tokens import words_of
from pactlang.language.walk import Token, UnexpectedWordError, Walker
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.language.tokens import Word
    from pactlang.language.walk import Node
    from pactlang.source import Span

Said = tuple[tuple[str, str], ...]  # the words of a line: shape and text
Sets = frozenset[str] | None  # the names of days and hours; None where any name may be one
_MOST_ADVICE = 200  # beyond so many lines that cannot be read, each is still said, and no more time is spent on what was meant
_MOST_TRIED = 500  # lines of one file in other words: no agreement that people wrote has more
_MOST_REPAIRS = 24  # more words than these could stand here: trying them all says nothing


class Grammar:
    """The words of the language, and what each is taken for."""

    def __init__(self) -> None:
        self.terminals = load_tables().words
        self.folded = {word.casefold(): name for word, name in self.terminals.items()}
        self.words = {name: word for word, name in self.terminals.items()}

    def feed(self, walker: Walker, said: Said, names: frozenset[str] = frozenset()) -> Iterator[None]:
        """Hand the words of a line to the walker one by one, each as what the grammar can take it for at its place.

        `names` are words of the language that are taken for names wherever one could stand.
        """
        for number, (shape, text) in enumerate(said):
            here = walker.here
            terminal = self._terminal(text, here, names) if shape in ("A_NAME", "A_SET") else shape
            if shape == "A_SET" and shape in here and terminal not in here:
                terminal = shape  # a set of dates by its name, where one can stand
            if terminal == "AT" and _is_somebody(said, number, ends=_AT_END in names):
                terminal = "A_NAME"
            walker.feed(Token(terminal, text, number))
            yield

    def _terminal(self, text: str, accepted: Mapping[str, int], names: frozenset[str]) -> str:
        """The terminal that a word is at this place: a word of the language where the grammar can take it here, else a name."""
        keyword = self.terminals.get(text) or self.folded.get(text.casefold())
        if keyword is not None and not (keyword in names and "A_NAME" in accepted) and (keyword in accepted or "A_NAME" not in accepted):
            return keyword
        return "A_NAME"


def _is_somebody(said: Said, number: int, *, ends: bool) -> bool:
    """Whether a word after `by` is not that of `by at least 2 of us`, so that somebody is called so; `ends`: also as the last of a line."""
    after = said[number + 1][1].casefold() != "least" if number + 1 < len(said) else ends
    return number > 0 and said[number - 1][1].casefold() == "by" and after


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The one grammar, made when it is first needed."""
    return Grammar()


def said_of(words: Sequence[Word], sets: Sets = frozenset()) -> Said:
    """The words of a line, with those that are the names of `sets` of dates as such; None takes any name for one.

    >>> from pactlang.language.tokens import words_of
    >>> source = SourceFile("us.pact", "within 1 working-day")
    >>> said_of(words_of(source.span(0, 20)), frozenset({"working-days"}))
    (('A_NAME', 'within'), ('A_NUMBER', '1'), ('A_SET', 'working-day'))
    """
    if sets == frozenset():
        return tuple([(word.shape, word.text) for word in words])
    found, before = [], ""
    for word in words:
        # One of them is called so after `1` alone: who is `on holiday` need not be on a day of `holidays`.
        named = word.shape == "A_NAME" and (sets is None or word.text in sets or (before == "1" and f"{word.text}s" in sets))
        found.append(("A_SET" if named else word.shape, word.text))
        before = word.text
    return tuple(found)


@lru_cache(maxsize=4096)
def reading(start: str, said: Said) -> tuple[Node | None, int]:
    """The parser's tree of a line; or None, and the number of the word at which reading stopped.

    A token's place is the number of its word, so that lines which say the same are read once: an editor reads only what was changed.
    """
    found = _read(start, said, frozenset())
    if found[0] is None and (late := _late_words(said)):
        as_names = _read(start, said, late)
        return as_names if as_names[0] is not None or as_names[1] >= found[1] else found
    return found


def _read(start: str, said: Said, names: frozenset[str]) -> tuple[Node | None, int]:
    walker = Walker(start)
    place = 0
    try:
        for _ in grammar().feed(walker, said, names):
            place += 1
        return walker.finish(), place
    except UnexpectedWordError:
        return None, place


# Words that came into the language later: where a line cannot be read with them, they are the names that they could always be.
_AT_END = "by at"  # whoever is called At, at the end of a line
_LATE = {"fewer": "FEWER", "if": "IF", "never": "NEVER", "otherwise": "OTHERWISE", "revisit": "REVISIT", "still": "STILL"}


def _late_words(said: Said) -> frozenset[str]:
    ends = [_AT_END] if [text.casefold() for _, text in said[-2:]] == ["by", "at"] else []
    return frozenset([_LATE[folded] for shape, text in said if shape == "A_NAME" and (folded := text.casefold()) in _LATE] + ends)


def accepted(start: str, said: Said) -> frozenset[str]:
    """The terminals that could stand after these words of a line.

    The parser that met a fault cannot say: it has already acted on the wrong word.

    >>> "MOST" in accepted("body_line", (("A_NAME", "at"),))
    True

    Raises `UnexpectedWordError` where the words themselves cannot be read.
    """
    if not (late := _late_words(said)):
        return _accepted(start, said, late)
    found: frozenset[str] = frozenset()
    for names in (frozenset[str](), late):
        with suppress(UnexpectedWordError):
            found |= _accepted(start, said, names)
    return found or _accepted(start, said, late)


def _accepted(start: str, said: Said, names: frozenset[str]) -> frozenset[str]:
    walker = Walker(start)
    for _ in grammar().feed(walker, said, names):
        pass
    return walker.accepts()


def as_named(span: Span) -> tree.SentenceLine | None:
    """A line as a sentence whose first word is a name, although it could be read as a word of the language.

    >>> source = SourceFile("us.pact", "revisit every 3 months")
    >>> type(as_named(source.span(0, 22)).form).__name__
    'Interval'
    """
    words = words_of(span)
    said = said_of(words)
    parsed = _read("body_line", said, _late_words(said))[0]
    body = Builder(span.source).build(parsed, words) if parsed is not None else None
    return body if isinstance(body, tree.SentenceLine) else None


def can_be_read(line: str) -> bool:
    """Whether a line is one that stands under a clause, whatever its names are; much quicker than reading a text with it.

    >>> can_be_read("no smoking at home"), can_be_read("no smoking in here")
    (True, False)
    """
    source = SourceFile("", line)
    words = words_of(source.span(0, len(line)))
    if any(reading("body_line", said_of(words, sets))[0] is not None for sets in (frozenset[str](), None)):
        return True
    from pactlang.language.rephrase.reading import reread  # most lines need no other words

    words, _ = reread(source.span(0, len(line)))
    return bool(words) and reading("body_line", said_of(words))[0] is not None


class LineReader:
    """Reads the lines of one file, each on its own."""

    def __init__(self, source: SourceFile, sets: Sets = frozenset()) -> None:
        self._source = source
        self._sets = sets
        self._builder = Builder(source)
        self._grammar = grammar()
        self._told = 0  # how many lines could not be read
        self._tried = 0  # how many were looked at in other words

    def read(self, start: str, span: Span, words: Sequence[Word]) -> tuple[object, Diagnostic | None]:
        """What a line is read as by a rule of the grammar, or what keeps it from being read."""
        parsed, place = self._parsed(start, words)
        if parsed is None:
            if start == "body_line" and (read := self._read_as(span)) is not None:
                return read, None
            return None, self._fault(start, span, words, place)
        try:
            return self._builder.build(parsed, words), None
        except MeaningError as problem:
            return None, problem.diagnostic(span)

    def _read_as(self, span: Span) -> tree.SentenceLine | None:
        """A sentence in other words that can mean one thing only."""
        from pactlang.language.rephrase.reading import reread  # most texts have no such line

        self._tried += 1
        if self._told > _MOST_ADVICE or self._tried > _MOST_TRIED:
            return None
        words, text = reread(span)
        parsed = self._parsed("body_line", words)[0] if words else None
        if parsed is None:
            return None
        try:
            body = self._builder.build(parsed, words)
        except MeaningError:
            return None
        return replace(body, read_as=text) if isinstance(body, tree.SentenceLine) else None

    def sentence(self, span: Span, words: Sequence[Word]) -> tree.SentenceLine | None:
        """A line as a sentence, in the words of the language or in others that mean the same; None where it is none."""
        parsed = self._parsed("body_line", words)[0]
        if parsed is None:
            return self._read_as(span)
        with suppress(MeaningError):
            body = self._builder.build(parsed, words)
            return body if isinstance(body, tree.SentenceLine) else None
        return None

    def _fault(self, start: str, span: Span, words: Sequence[Word], place: int) -> Diagnostic:
        """What is said of a line in which reading stopped at a word."""
        from pactlang.language.unexpected import Unexpected, unreadable  # most texts have no such line

        self._told += 1
        if self._told > _MOST_ADVICE:
            return unreadable(span, words[place:], start)
        accepted = self._accepted(start, words[:place])
        repair = self._repair(start, words, place, accepted)
        fault = Unexpected(self._source, span, words, place, accepted, self._grammar.words, start, repair, self._sets or ()).diagnostic()
        return fault if self._helps(fault, start, span, short=place == len(words)) else replace(fault, nearest="", edits=())

    def reads(self, start: str, words: Sequence[Word]) -> bool:
        """Whether a line can be read by a rule."""
        return self._parsed(start, words)[0] is not None

    def complete(self, start: str, words: Sequence[Word]) -> bool:
        """Whether a line could end after these words."""
        return "$END" in self._accepted(start, words)

    def _parsed(self, start: str, words: Sequence[Word]) -> tuple[Node | None, int]:
        """The parser's tree; or None, and the number of the word at which reading stopped."""
        return reading(start, self._said(start, words))

    def _accepted(self, start: str, words: Sequence[Word]) -> frozenset[str]:
        return accepted(start, self._said(start, words))

    def _said(self, start: str, words: Sequence[Word]) -> Said:
        # Where sets are made of others, a name that is none is a fault of names.
        return said_of(words, None if start in ("days_line", "hours_line") else self._sets)

    def _repair(self, start: str, words: Sequence[Word], place: int, accepted: frozenset[str]) -> str:
        """What makes the whole line readable before the wrong word or in its stead, where there is just one such thing; else nothing."""
        if place == len(words) or words[place].shape in ("BAD", "_COMMA"):
            return ""
        wrong, before, after = words[place], words[:place], words[place + 1 :]

        def said(text: str) -> list[Word]:
            return [replace(wrong, shape="A_NAME", text=word) for word in text.split()]

        options = self._keywords(accepted)
        if len(options) > _MOST_REPAIRS:
            return ""
        # A word of the language is no misspelling of another: `of` for `unless` would read well and say something else.
        instead = [] if wrong.text.casefold() in self._grammar.folded else options
        found = [text for text in instead if self.reads(start, [*before, *said(text), *after])]
        if "$END" not in accepted:  # a line that could have ended here lacks nothing
            missing = [text for text in options if self.reads(start, [*before, *said(text), wrong, *after])]
            if len(options) == 1 and not missing:  # `lasts 14 days`: two words may be missing
                longer = [f"{options[0]} {more}" for more in self._keywords(self._accepted(start, [*before, *said(options[0])]))]
                missing = [text for text in longer if self.reads(start, [*before, *said(text), wrong, *after])]
            found += [f"{text} {wrong.text}" for text in missing]
        return found[0] if len(found) == 1 else ""

    def _helps(self, fault: Diagnostic, start: str, line: Span, *, short: bool) -> bool:
        """Whether the fix that a fault offers lets reading go on beyond it; a line that was too short may be so still."""
        for edit in fault.edits:
            begin, after = edit.span.start - line.start, edit.span.end - line.start
            if begin <= 0 and edit.replacement[:1] == '"':
                continue  # a sentence made a promise
            fixed, end = f"{line.text[:begin]}{edit.replacement}{line.text[after:]}", begin + len(edit.replacement)
            source = SourceFile(self._source.name, fixed)
            words = words_of(source.span(0, len(fixed)))
            parsed, place = self._parsed(start, words)
            if parsed is None:
                too_short = place == len(words)
                if (too_short and end == len(fixed) and not short) or (not too_short and words[place].start < end):
                    return False
                continue
            try:
                Builder(source).build(parsed, words)
            except MeaningError as problem:
                # `1,5 hours` made `1.5 hours` is a step; a line that is wrong as a whole, or elsewhere, was not meant.
                found = problem.span
                if found is None or found.end > end or found.start < begin:
                    return False
        return True

    def _keywords(self, accepted: frozenset[str]) -> list[str]:
        return [self._grammar.words[terminal] for terminal in sorted(accepted) if terminal in self._grammar.words]
