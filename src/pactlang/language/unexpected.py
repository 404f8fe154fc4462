"""What to say where a line cannot go on: what is wrong, what could stand there, what was probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Edit, Severity
from pactlang.language.expected import FILTERS, LINE_STARTS, expected_words
from pactlang.language.slips import LONGEST_WORD, meant_word, ordinal_word, slip_of, written_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pactlang.language.tokens import Word
    from pactlang.source import SourceFile, Span

# Words that a sentence or what stands under one may start with, other than an event.
_OPENINGS = frozenset(
    ["at", "no", "after", "before", "anyone", "covering", "grace", "warn", "remind", "only", "except", "optionally", "never", "private"]
)
# Words that can only follow what a trigger has said, so that no comma is missing before them.
_NO_EVENT = FILTERS | frozenset(
    ["every", "within", "unless", "for", "in", "per", "ahead", "must", "may", "should", "will", "then", "and", "or", "of"]
)
# What stands under a sentence, on a line of its own.
_NO_TITLE = ("event", "state", "term", "days", "hours")  # pacts, persons and clauses have titles
_NO_NAMES = frozenset(("the", "a", "an", "our", "my", "your", "these", "those", "any", "all"))
OF_DATES = re.compile(r"day|night|week|evening|morning|afternoon|holi|vacation|break|term|season|date|eve|fest", re.IGNORECASE)
_SETS = {"on": "days", "during": "hours"}  # what has a name after these words
UNDER = frozenset(
    ["covering", "grace", "warn", "remind", "only", "except", "optionally", "never", "private", "if", "revisit", "otherwise", "still"]
)
_SAME_AS_EACH = frozenset(["a", "an", "any", "all"])
_COUNTS = frozenset(["several", "many", "some", "repeated"])
_NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5"}
_AFTER_REVISIT = 3  # words, up to which it is not yet a sentence about an event of that name
_SHORT = 4  # two words that make up one of this length or less only happen to
# How close a word must be to one of the language: the first of a line may be any event, the later ones stand among fewer.
_CLOSE, _FAR = 0.76, 0.72


class Unexpected:
    """A line that cannot go on.

    `place` is the number of the word at which reading stopped (all of them where the line ends too early), `accepted` what could have stood
    there, `repair` the word of the language that would make the line readable, where there is just one, `sets` the names of days and hours.
    """

    def __init__(
        self,
        source: SourceFile,
        line: Span,
        words: Sequence[Word],
        place: int,
        accepted: Collection[str],
        keywords: Mapping[str, str],
        start: str,
        repair: str = "",
        sets: Collection[str] = (),
    ) -> None:
        self._source = source
        self._line = line
        self._words = words
        self._place = place
        self._keywords = keywords
        self._accepted = frozenset(keywords[terminal] for terminal in accepted if terminal in keywords)
        self._terminals = frozenset(accepted)
        if "but" in self._accepted:  # a deadline may end the line, and so it may where `, but no sooner than …` could go on
            self._terminals = self._terminals - {"_COMMA"} | {"$END"}
        self._sets = frozenset(sets if "A_SET" in accepted else ())
        self._start = start
        self._repair = repair

    def diagnostic(self) -> Diagnostic:
        """The one thing to say about the line."""
        if self._start == "body_line" and (under := self._wish() or self._revisit()) is not None:
            return under
        if self._place == len(self._words):
            end = self._source.span(self._line.end, self._line.end)
            return self._misspelt() or self._say("This line stops too early.", end, self._expected())
        return self._split() or self._no_sentence() or self._of_one_word()

    def _wish(self) -> Diagnostic | None:
        """`if we can` at the end of its sentence, or misspelt on a line of its own."""
        said = [word.text.casefold() for word in self._words]
        if said == ["if", "we"]:
            return self._say("This line stops too early.", self._source.span(self._line.end, self._line.end), "'can'")
        if said[:2] == ["if", "we"] and self._place == 2:
            return self._of_one_word()
        if said[-3:] != ["if", "we", "can"] or len(said) == 3:
            return None
        comma = self._words[-4].shape == "_COMMA" and len(said) > 4
        return self._apart(self._words[-5 if comma else -4], self._words[-3])

    def _revisit(self) -> Diagnostic | None:
        """`revisit in June`, `revisit every June`: neither a length nor a date."""
        if self._words[0].text.casefold() != "revisit" or self._place > _AFTER_REVISIT:
            return None
        if self._place < len(self._words) and (found := self._slip() or self._date()):
            return found
        expected = "'revisit every 3 months' or 'revisit by 2026-10-01'"
        return self._say("'revisit' says when to talk about a clause again.", self._line, expected)

    def _apart(self, before: Word, under: Word) -> Diagnostic:
        """What follows a sentence on its line, and stands under it."""
        margin = " " * (self._line.start_position.column - 1)
        edits = (Edit(self._source.span(before.end, under.start), f"\n{margin}", "Put it on a line of its own"),)
        message = f"'{under.text} …' goes on a line of its own, under the sentence."
        return self._say(message, self._span(under), edits=edits)

    def _of_one_word(self) -> Diagnostic:
        return self._slip() or self._date() or self._comma() or self._number() or self._unquoted() or self._plain()

    # --- what there is to say ---

    def _no_sentence(self) -> Diagnostic | None:
        """A line of a clause that starts with what should be an event: its first word misspelt, or no sentence of the language at all."""
        if self._start == "body_line" and [one.text.casefold() for one in self._words[:3]] == ["pause", "by", "anyone"]:
            message = "Everyone may pause at any time, so the sentence must say so for all."
            return self._say(message, self._source.span(self._words[0].start, self._words[2].end), "'anyone may pause …'")
        misspelt = self._misspelt()
        if misspelt is not None:
            return misspelt
        first, word = self._words[0], self._words[self._place]
        if self._start != "body_line" or first.shape != "A_NAME" or first.text.casefold() in _OPENINGS:
            return None
        if word.text.casefold() in ("may", "can") and self._place == 1:
            message = "Everyone may pause at any time, so the sentence must say so for all."
            return self._say(message, self._span(first), "'anyone may pause …'", "anyone")
        if "every" not in self._accepted or word.shape != "A_NAME" or self._meant(word):
            return None
        edit = Edit(self._line, f'"{self._line.text}"', "Make it a promise in plain words")
        quoted = (edit,) if '"' not in self._line.text else ()
        expected = "a sentence such as 'at most 4 encounters per month', or plain words in quotation marks"
        return self._say("This is not a sentence that a log can be checked against.", self._line, expected, edits=quoted)

    def _misspelt(self) -> Diagnostic | None:
        """The first word of a sentence, where it was taken for an event and is close to a word that sentences start with."""
        first = self._words[0]
        if self._start != "body_line" or first.shape != "A_NAME" or first.text.casefold() in _OPENINGS:
            return None
        meant = meant_word(first.text, _OPENINGS, self._keywords.values(), cutoff=_CLOSE)
        return self._say(f"'{first.text}' cannot be used here.", self._span(first), "", meant) if meant else None

    def _split(self) -> Diagnostic | None:
        """A word of the language in two pieces: `with in`, `week days`, `any one`."""
        known = {word.casefold(): word for word in self._keywords.values()}
        for left in (self._place - 2, self._place - 1, self._place):
            if left < 0 or left + 1 >= len(self._words):
                continue
            first, second = self._words[left], self._words[left + 1]
            whole = known.get(f"{first.text}{second.text}".casefold(), "") if first.shape == second.shape == "A_NAME" else ""
            if len(whole) > _SHORT:
                return self._say(f"'{whole}' is one word.", self._source.span(first.start, second.end), "", whole)
        return None

    def _slip(self) -> Diagnostic | None:
        """A slip that everybody makes."""
        word = self._words[self._place]
        span = self._span(word)
        if word.shape == "A_NUMBER" and "A_TIME" in self._terminals:
            if re.fullmatch(r"\d|1\d|2[0-4]", word.text):
                return self._say("A time has hours and minutes.", span, "", f"{int(word.text) % 24:02}:00", code="E007")
            if re.fullmatch(r"([01]?\d|2[0-3])\.[0-5]\d", word.text):
                return self._say("Times are written with a colon.", span, "", word.text.replace(".", ":").zfill(5), code="E007")
        if word.shape != "BAD":
            return None
        if word.text[0] in "'‘‚`" and (close := re.compile("['’‘`]").search(self._line.text, word.start + 1 - self._line.start)):
            span = self._source.span(word.start, self._line.start + close.end())
            return self._say("Words are quoted with double quotation marks.", span, "", f'"{span.text[1:-1]}"')
        if word.text[0].isdigit() and self._terminals & {"A_NAME"} and "A_NUMBER" not in self._terminals:
            return self._say("A name starts with a letter.", span, self._expected())
        slip = slip_of(word.text)
        if slip is None:
            return None
        right = slip.right
        if right.isdigit() and "A_NUMBER" not in self._terminals and ordinal_word(right) in self._accepted:
            right = ordinal_word(right)
        expected = slip.expected or ("" if right or slip.code == "E008" else self._expected())
        return self._say(slip.message, span, expected, right, code=slip.code)

    def _date(self) -> Diagnostic | None:
        """`7 September 2026`."""
        if "A_DATE" not in self._terminals:
            return None
        right, count = written_date([word.text for word in self._words[self._place : self._place + 4]])
        if not right:
            return None
        span = self._source.span(self._words[self._place].start, self._words[self._place + count - 1].end)
        return self._say("Dates are written year first, in numbers.", span, "", right, code="E007")

    def _comma(self) -> Diagnostic | None:
        """A comma that is missing (`after each encounter disclosure by Ana …`), or that joins the names in a sentence."""
        word, span = self._words[self._place], self._span(self._words[self._place])
        opening = self._words[0].text.casefold()
        following = [one.text.casefold() for one in self._words[self._place + 1 : self._place + 2]]
        joins = word.shape == "_COMMA" and "and" in self._accepted and not _NO_EVENT.intersection(following)
        if joins and self._start == "body_line":
            # What lies between two of a list is between any two of them; `between A and B` could be from the one to the other.
            so_far = [one.text.casefold() for one in self._words[: self._place]]
            joint = "or" if so_far[:2] == ["at", "least"] and "between" in so_far else "and"
            edit = Edit(span, f" {joint}", f"Write {joint}")
            return self._say("In a sentence, the words of a list are joined with 'and' or 'or'.", span, "", joint, edits=(edit,))
        if (
            "_COMMA" not in self._terminals
            or word.shape not in ("A_NAME", "A_STRING")
            or word.text.casefold() in _NO_EVENT
            or not self._place
        ):
            return None
        if self._start == "body_line" and opening not in ("after", "before", "covering", "optionally"):
            return None
        before = self._words[self._place - 1]
        edit = Edit(self._source.span(before.end, before.end), ",", "Put a comma")
        return self._say(f"A comma is missing before '{word.text}'.", span, f"'{before.text}, {word.text}'", edits=(edit,))

    def _number(self) -> Diagnostic | None:
        """`1,5` or `1,000`: a number in two pieces."""
        word, before = self._words[self._place], self._words[self._place - 1]
        after = self._words[self._place + 1] if self._place + 1 < len(self._words) else None
        if word.shape != "_COMMA" or before.shape != "A_NUMBER" or after is None or after.start != word.end or after.shape != "A_NUMBER":
            return None
        span = self._source.span(before.start, after.end)
        thousands = len(after.text) == 3 and before.text != "0"
        right = f"{before.text}{after.text}" if thousands else f"{before.text}.{after.text}"
        return self._say("Numbers are written without a comma.", span, "", right)

    def _unquoted(self) -> Diagnostic | None:
        """A title or a file name without its quotation marks."""
        if (
            self._start != "heading"
            or "A_STRING" not in self._terminals
            or not self._place
            or self._words[self._place].shape == "_COMMA"
            or "known" in self._accepted
            or "for" in self._accepted
        ):
            return None
        rest = self._source.span(self._words[self._place].start, self._line.end)
        if any(mark in rest.text for mark in '"“„”'):
            return None
        what = "The name of a file" if self._words[0].text.casefold() == "include" else "A title"
        return self._say(f"{what} goes in quotation marks.", rest, "", f'"{rest.text}"')

    def _plain(self) -> Diagnostic:
        word = self._words[self._place]
        span = self._span(word)
        shown = "a comma" if word.shape == "_COMMA" else f"'{word.text}'" if len(word.text) <= LONGEST_WORD else "this"
        if self._terminals == {"$END"}:
            rest = self._source.span(word.start, self._line.end)
            heading = self._words[0].text.casefold()
            if word.shape == "A_STRING" and heading in _NO_TITLE:
                before = self._source.span(self._words[0].start, self._words[self._place - 1].end).text
                return self._say(f"'{heading}' takes no title.", rest, f"'{before}' alone; what people see is its name")
            return self._say(f"The line is complete before {shown}.", rest, "the end of the line")
        under = self._words[self._place + (word.shape == "_COMMA")] if self._place + 1 < len(self._words) else word
        if self._start == "body_line" and under.text.casefold() in UNDER and "$END" in self._terminals:
            return self._apart(self._words[self._place - 1], under)
        if word.text.casefold() == "during" and self._words[0].text.casefold() in ("only", "except"):
            expected = "'during …' after the event, such as 'no noise during quiet-hours' or 'no noise unless during party-hours'"
            return self._say("'during …' goes into the sentence itself.", span, expected)
        if self._accepted - {"who"} == {"party"} and self._words[self._place - 1].text.casefold() == "each":
            return self._say(
                "For “each of you”, the language says 'each party'.", self._span(self._words[self._place - 1]), "", "each party"
            )
        message = f"{shown[:1].upper()}{shown[1:]} cannot be used here."
        following = self._words[self._place + 1 : self._place + 2]
        if "between" in self._accepted and word.shape == "A_NAME" and following and following[0].shape == "A_TIME":
            return self._say(message, span, "a window of time, such as 'between 23:00 and 05:00'")
        near = self._meant(word)
        kind = _SETS.get(self._words[self._place - 1].text.casefold()) if self._place and "A_SET" in self._terminals else None
        name = word.text.casefold()
        if (
            kind is not None
            and word.shape == "A_NAME"
            and not near
            and name not in _NO_NAMES
            and (kind == "hours" or OF_DATES.search(name))
        ):
            expected = f"{self._expected()}, or a heading 'days {name}' with its lines" if kind == "days" else f"a heading 'hours {name}'"
            return self._say(f"There are no {kind} called '{name}' here yet.", span, expected)
        return self._say(message, span, "" if near and not self._place else self._expected(), near)

    # --- how it is said ---

    def _span(self, word: Word) -> Span:
        return self._source.span(word.start, word.end)

    def _say(
        self, message: str, span: Span, expected: str = "", nearest: str = "", *, code: str = "", edits: tuple[Edit, ...] = ()
    ) -> Diagnostic:
        code = code or ("E006" if self._start == "heading" else "E001")
        if nearest and not edits:
            edits = (Edit(span, nearest, f"Write {nearest}"),)
        return Diagnostic(code, Severity.ERROR, message, span, expected, nearest, edits=edits)

    def _expected(self) -> str:
        if not self._place:
            return LINE_STARTS[self._start]
        opening = self._words[0].text.casefold() if self._start == "body_line" else ""
        before = self._words[: self._place]
        looks_back = any(word.text.casefold() == "unless" for word in before)
        return expected_words(self._terminals, self._keywords, opening=opening, after=before[-1].text, looks_back=looks_back)

    def _meant(self, word: Word) -> str:
        """The word of the language, or the words, that somebody meant by a word that cannot stand here."""
        if word.shape == "A_NAME" and {"each", "first"} <= self._accepted:  # `after encounter, …`
            if word.text.casefold() in _COUNTS:
                return ""  # `after several breaches, …`: how many?
            if word.text.casefold() in _NUMBERS:
                return _NUMBERS[word.text.casefold()]
            return "each" if word.text.casefold() in _SAME_AS_EACH else f"each {word.text}"
        if word.shape == "A_NUMBER" and self._words[0].text.casefold() == "before" and {"at", "within"} <= self._accepted:
            return f"at least {word.text}"  # `before each encounter, notice 48 hours ahead`
        if word.text.casefold() == "each" and "by" in self._accepted and self._place == len(self._words) - 1:
            return "by each party"  # `at most 4 encounters per month each`
        if word.shape == "A_TIME" and "at" in self._accepted:  # `every Sunday 19:00`
            return f"at {word.text}"
        number = "A_NUMBER" in self._terminals
        cutoff = _FAR if self._place else _CLOSE
        accepted = self._accepted | self._sets
        return meant_word(word.text, accepted, self._keywords.values(), number=number, cutoff=cutoff) or self._repair


def unreadable(line: Span, rest: Sequence[Word], start: str) -> Diagnostic:
    """The bare fault of a line that cannot go on with the words that are left."""
    place = line.source.span(rest[0].start, rest[0].end) if rest else line.source.span(line.end, line.end)
    return Diagnostic("E006" if start == "heading" else "E001", Severity.ERROR, "This line cannot be read.", place)
