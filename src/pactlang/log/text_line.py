"""One entry of a log in the text format, read with care: every fault of the line, and where each of its parts stands.

This is the only reading of a line. `text` remembers its answers, since most lines of a log say nearly what another said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from pactlang.diagnostics import nearest_spelling
from pactlang.log.codes import Code
from pactlang.log.entry import NO_FIELDS, Moment
from pactlang.log.faults import Fault
from pactlang.log.moments import bare_end, read_clock, read_date
from pactlang.log.needs import PARTICULAR, WITHDRAW, missing
from pactlang.log.text_tokens import Kind, Token, quoted, tokens
from pactlang.log.words import ARTICLES, KEYWORDS, name, number, value, word
from pactlang.model.vocabulary import CONFIRM, CONSENT, DISPUTE, WAIVE, WITHDRAW_CONSENT


class When(NamedTuple):
    """When an entry starts and ends, as in `Entry`."""

    day: int
    second: int | None = None
    offset: int | None = None
    end_day: int | None = None
    end_second: int | None = None
    end_offset: int | None = None


class Body(NamedTuple):
    """All else that an entry says, as in `Entry`."""

    type: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    with_: tuple[str, ...]
    place: str | None
    about: str | None
    id: str | None
    until: int | None
    tags: tuple[str, ...]
    covering: tuple[str, ...]
    fields: Mapping[str, str | Decimal]
    target: str | None
    noted: Moment | None
    noted_by: tuple[str, ...]


class Line(NamedTuple):
    """What a line says, or what is wrong with it; and where its parts stand, by key and place in a list."""

    when: When | None
    body: Body | None
    faults: tuple[Fault, ...]
    places: Mapping[tuple[str, int], tuple[int, int]]


_LISTS = {"by": "by", "to": "to", "with": "with", "covering": "covering", "tagged": "tags"}
_NAMES = frozenset({"by", "to", "with", "noted_by"})
_STARTS = KEYWORDS - {"and", "or", "of"}  # the words that start a part
_PARTS = "`by`, `to`, `with`, `at`, `about`, `as`, `until`, `covering`, `tagged` or `noted`"
_AND_SIGNS = frozenset({"&", "+", "und", "et", "y"})

_date_like = re.compile(r"[0-9]+[-./][0-9]").match
_time_like = re.compile(r"[0-9]{1,2}(?:[:.][0-9]|h[0-9]|[aApP][mM]\b)").match
_offset_like = re.compile(r"Z|[+-][0-9]{2}:?[0-9]{2}").fullmatch
_date_and_time = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T_]([0-9]{2}:.+)").fullmatch


def read_line(text: str) -> Line:
    """Read one line that is meant as an entry.

    >>> line = read_line("2026-09-13 09:05  disclosure by Ana to Ben about e1, covering who, when")
    >>> line.body.type, line.body.covering, line.faults
    ('disclosure', ('who', 'when'), ())
    >>> [fault.message for fault in read_line("2026-09-31  test by Ana at").faults]
    ['There is no day 31 in September 2026.', 'After `at` a place is missing.']
    """
    reader = _Reader()
    try:
        reader.tokens = tokens(text)
    except Fault as fault:
        return Line(None, None, (fault,), {})
    when = reader.head()
    body = reader.body() if when is not None or reader.faults[-1].code is not Code.LINE else None
    if reader.faults:
        when = body = None
    return Line(when, body, tuple(reader.faults), reader.places)


class _Reader:
    """Walks over the tokens of one line. A fault costs the part it stands in; the next part is read again."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.next = 0
        self.faults: list[Fault] = []
        self.places: dict[tuple[str, int], tuple[int, int]] = {}
        self.lists: dict[str, list[str]] = {}
        self.words: dict[str, str] = {}
        self.fields: dict[str, str | Decimal] = {}
        self.until: int | None = None
        self.noted: Moment | None = None
        self.open_list = ""  # the list that a lone word after a comma continues

    # --- tokens -----------------------------------------------------------------------------------------------

    def peek(self, ahead: int = 0) -> Token | None:
        at = self.next + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def take(self, what: str, after: Token) -> Token:
        """The next token, which must be a name or a value."""
        token = self.peek()
        if token is None or not token.is_plain:
            raise Fault(Code.PART, f"After `{after.text}` {what} is missing.", what).at(after.start, after.end)
        self.next += 1
        return token

    def keep(self, key: str, token: Token, index: int = 0) -> None:
        self.places[key, index] = token.start, token.end

    def once(self, key: str, token: Token, given: bool) -> None:
        if given:
            message = f"`{token.text}` stands twice."
            expected = "all of them after one, with `and` between" if key in _NAMES | {"tags", "covering"} else "one of them"
            raise Fault(Code.TWICE, message, expected).at(token.start, token.end)

    # --- when -------------------------------------------------------------------------------------------------

    def head(self) -> When | None:
        """Date, time and end. None where any is wrong: the faults say so."""
        first = self.peek()
        if first is None or first.kind is not Kind.WORD or not _date_like(first.text):
            self.faults.append(_no_entry(first))
            return None
        before = len(self.faults)
        self.next = 1
        day = self.date(first)
        second, offset = self.clock()
        end_day = end_second = end_offset = None
        to = self.peek()
        if to is not None and to.says("to"):
            self.next += 1
            end_day, end_second, end_offset = self.end(to, second, offset, day)
        return When(day, second, offset, end_day, end_second, end_offset) if len(self.faults) == before else None

    def date(self, token: Token) -> int:
        both = _date_and_time(token.text)
        try:
            if both:
                raise Fault(Code.DATE, f"`{token.text}` is no date.", "a space before the time", f"{both[1]} {both[2]}")
            return read_date(token.text)
        except Fault as fault:
            self.faults.append(fault.at(token.start, token.end))
            return 0

    def clock(self) -> tuple[int | None, int | None]:
        """The time that stands next, if one does, with an offset that may follow after a space."""
        token = self.peek()
        if token is None or token.kind is not Kind.WORD or not _time_like(token.text):
            return None, None
        self.next += 1
        text, end = token.text, token.end
        extra = self.peek()
        if extra is not None and extra.kind is Kind.WORD and _offset_like(extra.text):
            self.next += 1
            text, end = text + extra.text, extra.end
        try:
            return read_clock(text)
        except Fault as fault:
            self.faults.append(fault.at(token.start, end))
            return None, None

    def end(self, to: Token, second: int | None, offset: int | None, day: int) -> tuple[int | None, int | None, int | None]:
        token = self.peek()
        if token is None or token.kind is not Kind.WORD or not (_date_like(token.text) or _time_like(token.text)):
            fault = Fault(Code.PART, "Between a date and the event, `to` is followed by an end.", "a time, a date, or both")
            self.faults.append(fault.at(to.start, to.end))
            return None, None, None
        self.keep("end", token)
        if _date_like(token.text) and not _time_like(token.text):
            self.next += 1
            end_day = self.date(token)
            return end_day, *self.clock()
        end_second, end_offset = self.clock()
        if end_second is None:
            return None, None, None
        days, end_offset = bare_end(second, offset, end_second, end_offset)
        return day + days if days is not None else None, end_second, end_offset

    # --- the event and its parts ------------------------------------------------------------------------------

    def body(self) -> Body | None:
        """The event and all parts. None where any is wrong: the faults say so."""
        type_ = ""
        try:
            type_ = self.event()
        except Fault as fault:
            self.faults.append(fault)
        while (token := self.peek()) is not None:
            try:
                self.part(token)
            except Fault as fault:
                self.faults.append(fault)
                self.skip()
        lists, words = {key: tuple(dict.fromkeys(items)) for key, items in self.lists.items()}, self.words
        by = lists.get("by", ())
        if type_ in PARTICULAR:
            for fault in missing(type_, by, words.get("target"), words.get("about"), self.until):
                start, end = self.places.get((fault.key, 0), (self.tokens[0].start, self.tokens[-1].end))
                self.faults.append(fault.at(start, end))
        if self.faults:
            return None
        return Body(
            type_,
            by,
            lists.get("to", ()),
            lists.get("with", ()),
            words.get("place"),
            words.get("about"),
            words.get("id"),
            self.until,
            lists.get("tags", ()),
            lists.get("covering", ()),
            self.fields or NO_FIELDS,
            words.get("target"),
            self.noted,
            lists.get("noted_by", ()),
        )

    def event(self) -> str:
        self.article()
        token = self.peek()
        if token is None or not token.is_plain:
            last = token or self.tokens[-1]
            raise Fault(Code.EVENT, "The event is missing.", "an event after the date, such as `test`").at(last.start, last.end)
        self.next += 1
        self.keep("type", token)
        type_ = _checked(word, token)
        following = self.peek()
        if type_ == WITHDRAW and following is not None and following.says(CONSENT):
            self.next += 1
            self.places["type", 0] = token.start, following.end
            return WITHDRAW_CONSENT
        if following is None or not following.is_plain:
            return type_
        if type_ == WAIVE:
            self.word("target", token, "a clause or a finding")
            of = self.peek()
            if of is not None and of.says("of"):
                self.next += 1
                self.word("about", of, "the name of an entry")
        elif type_ in (CONFIRM, DISPUTE):
            self.word("about", token, "the name of an entry")
        return type_

    def article(self) -> None:
        """Skip an article before a noun."""
        token, noun = self.peek(), self.peek(1)
        if token is not None and token.kind is Kind.WORD and token.text in ARTICLES and noun is not None and noun.is_plain:
            self.next += 1

    def part(self, token: Token) -> None:
        after_comma = token.kind is Kind.COMMA
        if after_comma:
            comma = token
            self.next += 1
            following = self.peek()
            if following is None or following.kind is Kind.COMMA:
                fault = Fault(Code.PART, "After this comma something is missing.", "no comma here", replacement="", title="remove it")
                raise fault.at(comma.start, comma.end)
            token = following
        if token.is_keyword:
            self.keyword(token)
        elif not after_comma:
            raise self.unexpected(token)
        else:
            following = self.peek(1)
            if following is not None and following.is_plain:
                self.field(token)
            else:
                self.continue_list(token)

    def keyword(self, token: Token) -> None:
        key = token.text
        if key == "and" and self.open_list:
            self.items(self.open_list, token)
            return
        self.next += 1
        self.open_list = ""
        if key in _LISTS:
            self.once(_LISTS[key], token, _LISTS[key] in self.lists)
            self.next -= 1
            self.items(_LISTS[key], token)
        elif key == "at":
            self.once("place", token, "place" in self.words)
            self.article()
            self.word("place", token, "a place")
        elif key == "about":
            self.word("about", token, "the name of an entry")
        elif key == "as":
            self.word("id", token, "a name for the entry")
        elif key == "until":
            self.once("until", token, self.until is not None)
            taken = self.take("a date", token)
            self.keep("until", taken)
            self.until = _checked(read_date, taken)
        elif key == "noted":
            self.written(token)
        else:
            raise self.unexpected(token)

    def written(self, token: Token) -> None:
        """`noted DATE TIME by WHO`."""
        self.once("noted", token, self.noted is not None)
        taken = self.take("a date", token)
        self.keep("noted", taken)
        day = _checked(read_date, taken)
        self.noted = Moment(day, *self.clock())
        by = self.peek()
        if by is not None and by.says("by"):
            self.items("noted_by", by)

    def word(self, key: str, after: Token, what: str) -> None:
        """One word of its own: a place, an id."""
        self.once(key, after, key in self.words)
        token = self.take(what, after)
        self.keep(key, token)
        self.words[key] = _checked(value if key == "place" else word, token)
        if key == "place":
            self.single(token)

    def items(self, key: str, before: Token) -> None:
        """The names after a keyword or an `and`, as far as `and` joins them."""
        self.next += 1
        self.open_list = key
        names = self.lists.setdefault(key, [])
        while True:
            token = self.take("a name" if key in _NAMES else "a word", before)
            if key == "to" and token.kind is Kind.WORD and _time_like(token.text):
                raise Fault(
                    Code.PART, "An end stands before the event.", f"`2026-09-12 19:30 to {token.text}  encounter`"
                ).at(token.start, token.end)
            self.keep(key, token, len(names))
            names.append(_checked(name if key in _NAMES else word, token))
            joint = self.peek()
            if joint is None or not joint.says("and"):
                return
            self.next += 1
            before = joint

    def continue_list(self, token: Token) -> None:
        if not self.open_list:
            expected = "a field and its value, such as `protection condom`; a value of several words in quotation marks"
            raise Fault(Code.PART, f"`{token.text}` stands alone, and continues no list.", expected).at(token.start, token.end)
        self.next -= 1  # `items` steps over what stands before the first name
        self.items(self.open_list, token)

    def field(self, token: Token) -> None:
        """FIELD VALUE; `amount 45 EUR` has its unit behind."""
        self.next += 1
        self.open_list = ""
        value_token = self.tokens[self.next]
        self.next += 1
        if token.kind is Kind.WORD and not token.text[0].isalpha():
            raise self.no_field(token, value_token)
        key = _checked(word, token)
        self.once("fields", token, key in self.fields)
        self.keep(f"field {key}", token)
        self.keep(f"value {key}", value_token)
        self.fields[key] = found = _field_value(value_token)
        unit = self.peek()
        if key == "amount" and isinstance(found, Decimal) and unit is not None and unit.is_plain:
            self.next += 1
            self.once("fields", unit, "unit" in self.fields)
            self.keep("value unit", unit)
            self.fields["unit"] = _checked(value, unit)
            value_token = unit
        self.single(value_token)

    def no_field(self, token: Token, value_token: Token) -> Fault:
        """What is wrong where a field's name is no name: most often a decimal comma."""
        comma = self.tokens[self.next - 3]
        whole = self.tokens[self.next - 4]
        if whole.end == comma.start and comma.end == token.start and whole.text.isdigit() and token.text.isdigit():
            fault = Fault(Code.WORD, "A number has a point, not a comma.", "a decimal point", f"{whole.text}.{token.text}")
            return fault.at(whole.start, token.end)
        return Fault(Code.WORD, f"A field cannot be called `{token.text}`.", "a name that starts with a letter").at(
            token.start, value_token.end
        )

    def single(self, first: Token) -> None:
        """Refuse more words after a place or a value: they belong in quotation marks."""
        last = None
        while (token := self.peek()) is not None and token.is_plain:
            if token.kind is Kind.WORD and nearest_spelling(token.text, _STARTS) and token.text.lower() in _STARTS:
                break
            last = token
            self.next += 1
        if last is not None:
            words = " ".join(token.text for token in self.tokens[self.tokens.index(first) : self.next])
            message = f"`{words}` is more than one word."
            raise Fault(Code.PART, message, "quotation marks around several words", quoted(words)).at(first.start, last.end)

    def unexpected(self, token: Token) -> Fault:
        if token.says("or"):
            fault = Fault(Code.PART, "A log says what happened: `and`, never `or`.", "`and` between names", "and")
        elif token.text in _AND_SIGNS:
            fault = Fault(Code.PART, f"`{token.text}` cannot stand here.", "`and` between names", "and")
        else:
            nearest = nearest_spelling(token.text, _STARTS) if token.kind is Kind.WORD and not token.is_keyword else ""
            following = self.peek(1)
            if not nearest and following is not None and following.is_plain and not token.is_keyword:
                expected = f"`, {token.text} {following.text}` for a field and its value, or {_PARTS}"
                fault = Fault(Code.PART, f"A comma is missing before `{token.text}`.", expected)
            else:
                fault = Fault(Code.PART, f"`{token.text}` cannot stand here.", f"{_PARTS}, or a comma and a field", nearest)
        return fault.at(token.start, token.end)

    def skip(self) -> None:
        """Go on to where the next part starts."""
        self.next += 1
        while (token := self.peek()) is not None:
            if token.kind is Kind.COMMA or (token.kind is Kind.WORD and token.text in _STARTS):
                return
            self.next += 1


def _no_entry(first: Token | None) -> Fault:
    expected = "a date such as 2026-09-12 first, an indent before a note, or `#` before a comment"
    if first is None:
        return Fault(Code.LINE, "This is not an entry.", expected).at(0, 0)
    if first.kind is Kind.WORD and first.text[:7] in ("<<<<<<<", "=======", ">>>>>>>"):
        fault = Fault(Code.LINE, "A merge left two versions here.", "one of them, without the line of marks")
    elif first.kind is Kind.WORD and _time_like(first.text):
        fault = Fault(Code.LINE, "The date is missing before the time.", expected)
    else:
        fault = Fault(Code.LINE, "An entry starts with a date.", expected)
    return fault.at(first.start, first.end)


def _field_value(token: Token) -> str | Decimal:
    if token.kind is Kind.WORD:
        found = _checked(number, token)
        if found is not None:
            return found
    return _checked(value, token)


def _checked[T](check: Callable[[str], T], token: Token) -> T:
    try:
        return check(token.text)
    except Fault as fault:
        raise fault.at(token.start, token.end) from None
