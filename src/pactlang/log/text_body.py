"""The rest of a line in the text format: the event and, in any order, its parts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from pactlang.log.codes import Code
from pactlang.log.entry import NO_FIELDS, Moment
from pactlang.log.faults import Fault
from pactlang.log.moments import read_date
from pactlang.log.needs import PARTICULAR, WITHDRAW, missing
from pactlang.log.reading import MOST_IN_LINE
from pactlang.log.text_tokens import Cursor, Kind, Token
from pactlang.log.text_when import is_date, is_time, read_time
from pactlang.log.text_wrong import STARTS, decimal_comma, one_word, unexpected
from pactlang.log.words import ARTICLES, name, number, person, plain_person, value, word
from pactlang.model.vocabulary import ACKNOWLEDGEMENT, CONFIRM, CONSENT, DISPUTE, OWN, PAUSE, RESUME, WAIVE, WITHDRAW_CONSENT


class Body(Struct, frozen=True):
    """All that an entry says but when, as in `Entry`."""

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
    instead_of: tuple[str, ...]
    also: tuple[tuple[str, str | None], ...] = ()  # what one line waives besides: targets, each with its entry


_LISTS = {"by": "by", "to": "to", "with": "with", "covering": "covering", "tagged": "tags"}
_NAMES = frozenset({"by", "to", "with", "noted_by", "instead_of"})
_WORDS = {"at": ("place", "a place"), "about": ("about", "the name of an entry"), "as": ("id", "a name for the entry")}
_FIELD = "a field and its value, such as `protection condom`; a value of several words in quotation marks"


def read_body(cursor: Cursor) -> Body | None:
    """The event and its parts. None where any is wrong: the cursor's faults say so.

    >>> from pactlang.log.text_tokens import tokens
    >>> body = read_body(Cursor(tokens("disclosure by Ana to Ben about e1, covering who, when")))
    >>> body.type, body.by, body.about, body.covering
    ('disclosure', ('Ana',), 'e1', ('who', 'when'))
    """
    return _Parts(cursor).read()


class _Parts:
    """Gathers the parts. A fault costs the part it stands in; the next part is read again."""

    __slots__ = ("cursor", "fields", "lists", "noted", "open_list", "type", "until", "waived", "words")

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.type = ""
        self.lists: dict[str, list[str]] = {}
        self.words: dict[str, str] = {}
        self.fields: dict[str, str | Decimal] = {}
        self.until: int | None = None
        self.noted: Moment | None = None
        self.open_list = ""  # the list that a lone word after a comma continues
        self.waived: list[tuple[str, str | None]] = []

    def read(self) -> Body | None:
        cursor, before = self.cursor, len(self.cursor.faults)
        try:
            self.event()
        except Fault as fault:
            self.recover(fault)
        while (token := cursor.peek()) is not None and len(cursor.faults) < MOST_IN_LINE:
            place = cursor.next
            try:
                self.part(token)
            except Fault as found:
                cursor.next += cursor.next == place
                self.recover(found)
        lists, words = {key: tuple(dict.fromkeys(items)) for key, items in self.lists.items()}, self.words
        if self.type in PARTICULAR and len(cursor.faults) == before:
            for index, (target, about) in enumerate([(words.get("target"), words.get("about")), *self.waived[1:]]):
                for lack in missing(self.type, lists.get("by", ()), target, about, self.until):
                    if not index or lack.key != "type":
                        cursor.faults.append(lack.at(*cursor.places[lack.key, index]))
        if len(cursor.faults) > before:
            return None
        return Body(
            self.type,
            lists.get("by", ()),
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
            lists.get("instead_of", ()),
            tuple(dict.fromkeys(self.waived))[1:],
        )

    def recover(self, fault: Fault) -> None:
        """Go on to where the next part starts."""
        cursor = self.cursor
        cursor.faults.append(fault.settled())
        while (token := cursor.peek()) is not None:
            if token.kind is Kind.COMMA or (token.kind is Kind.WORD and token.text in STARTS):
                return
            cursor.next += 1

    # --- the event --------------------------------------------------------------------------------------------

    def event(self) -> None:
        cursor = self.cursor
        comma = cursor.peek()
        if comma is not None and comma.kind is Kind.COMMA:
            cursor.next += 1
            fault = Fault(Code.PART, "No comma is needed before the event.", "a space", replacement="", title="remove it")
            cursor.faults.append(fault.at(comma.start, comma.end))
        self.article()
        token = cursor.peek()
        if token is None or not token.is_plain:
            last = token or cursor.tokens[-1]
            raise Fault(Code.EVENT, "The event is missing.", "an event after the date, such as `test`").at(last.start, last.end)
        cursor.next += 1
        cursor.keep("type", token)
        if is_date(token):
            raise Fault(Code.EVENT, f"`{token.text}` is not an event.", "`to` before an end").at(token.start, token.end)
        self.type = token.read(name)
        following = cursor.peek()
        if following is None or not following.is_plain:
            return
        if self.type == WITHDRAW and following.text == CONSENT:
            cursor.next += 1
            cursor.places["type", 0] = token.start, following.end
            self.type = WITHDRAW_CONSENT
        elif self.type == WAIVE:
            self.let_go(token)
        elif self.type in (CONFIRM, DISPUTE):
            self.word("about", token, "the name of an entry")
        elif self.type == OWN and any(later.says("by") for later in cursor.tokens[cursor.next + 1 :]):
            self.type = ACKNOWLEDGEMENT
            self.word("about", token, "a finding")
        elif self.type in (PAUSE, RESUME) and any(later.says("by") for later in cursor.tokens[cursor.next + 1 :]):
            self.word("target", token, "a clause")
        elif token.text[:1].isupper():
            self.cursor.next += 1
            said = f"{following.text} by {token.text}"
            fault = Fault(Code.EVENT, f"`{token.text}` comes before the event.", f"the event first, then who: `{said}`")
            raise fault.at(token.start, following.end)

    def let_go(self, before: Token) -> None:
        """What is waived: findings, and clauses `of` an entry, with commas or `and` between."""
        cursor, waived = self.cursor, self.waived
        while True:
            token, about = cursor.take("a clause or a finding", before), None
            cursor.keep("target", token, len(waived))
            target = token.read(word)
            of = cursor.peek()
            if of is not None and of.says("of"):
                cursor.next += 1
                entry = cursor.take("the name of an entry", of)
                cursor.keep("about", entry, len(waived))
                about = entry.read(word)
            waived.append((target, about))
            joint = self.joint()
            if joint is None:
                break
            before = joint
        self.words["target"] = waived[0][0]
        if waived[0][1] is not None:
            self.words["about"] = waived[0][1]

    def joint(self) -> Token | None:
        """Skip what joins one thing that is waived to the next; None where none follows: two words after a comma are a field."""
        cursor = self.cursor
        joint, after, following = cursor.peek(), cursor.peek(1), cursor.peek(2)
        if joint is None or after is None:
            return None
        if joint.kind is Kind.COMMA and after.says("and"):
            cursor.next += 2
            return after
        lone = after.is_plain and (following is None or not following.is_plain)
        if not joint.says("and") and not (joint.kind is Kind.COMMA and lone):
            return None
        cursor.next += 1
        return joint

    def article(self) -> None:
        """Skip an article before a noun."""
        token, noun = self.cursor.peek(), self.cursor.peek(1)
        if token is not None and token.kind is Kind.WORD and token.text in ARTICLES and noun is not None and noun.is_plain:
            self.cursor.next += 1

    # --- parts ------------------------------------------------------------------------------------------------

    def part(self, token: Token) -> None:
        if self.instead(token):
            return
        if token.kind is not Kind.COMMA:
            if not token.is_keyword:
                raise unexpected(self.cursor, token, self.open_list)
            self.keyword(token)
            return
        self.cursor.next += 1
        after = self.cursor.peek()
        if after is None or after.kind is Kind.COMMA:
            fault = Fault(Code.PART, "Something is missing after this comma.", "no comma here", replacement="", title="remove it")
            raise fault.at(token.start, token.end)
        if after.says("and") and self.open_list:
            self.cursor.next += 1
            self.items(self.open_list, after)
        elif after.is_keyword:
            self.keyword(after)
        elif (following := self.cursor.peek(1)) is not None and following.is_plain:
            self.field(after)
        elif self.open_list:
            self.items(self.open_list, token)
        else:
            raise decimal_comma(self.cursor, after) or Fault(
                Code.PART, f"`{after.text}` is alone here: there is no list for it to continue.", _FIELD
            ).at(after.start, after.end)

    def instead(self, token: Token) -> bool:
        """`instead of WHO`, with a comma before it or none; whether it was that. Elsewhere `instead` is a word like any other."""
        comma = int(token.kind is Kind.COMMA)
        word, of = self.cursor.peek(comma), self.cursor.peek(comma + 1)
        if word is None or not word.says("instead") or of is None or not of.says("of"):
            if word is not None and word.says("instead") and not comma:
                raise Fault(Code.PART, "`instead` needs `of` and a name.", "`instead of` and a name", "instead of").at(word.start, word.end)
            return False
        self.cursor.next += comma + 2
        self.once(replace(word, text="instead of"), "instead_of" in self.lists)
        self.items("instead_of", of)
        return True

    def keyword(self, token: Token) -> None:
        self.open_list = ""
        key = token.text
        if key not in STARTS:
            raise unexpected(self.cursor, token, self.open_list)
        self.cursor.next += 1
        if key in _LISTS:
            self.once(token, _LISTS[key] in self.lists)
            self.items(_LISTS[key], token)
        elif key in _WORDS:
            if key == "at":
                self.article()
            self.word(_WORDS[key][0], token, _WORDS[key][1])
        elif key == "until":
            self.once(token, self.until is not None)
            taken = self.cursor.take("a date", token)
            self.cursor.keep("until", taken)
            self.until = taken.read(read_date)
        else:
            self.written(token)

    def once(self, token: Token, given: bool) -> None:
        if given:
            expected = f"one `{token.text}`, with `and` between" if token.text in _LISTS else "one of them"
            raise Fault(Code.TWICE, f"`{token.text}` appears twice.", expected).at(token.start, token.end)

    def written(self, token: Token) -> None:
        """`noted DATE TIME by WHO`."""
        cursor = self.cursor
        self.once(token, self.noted is not None)
        by = cursor.peek()
        if by is not None and by.says("by"):
            cursor.next += 1  # it says who noted, not who acted
            raise Fault(Code.PART, "After `noted` a date is missing.", "`noted DATE TIME by WHO`").at(token.start, token.end)
        taken = cursor.take("a date", token)
        cursor.keep("noted", taken)
        self.noted = Moment(taken.read(read_date), *read_time(cursor))
        by = cursor.peek()
        if by is not None and by.says("by"):
            cursor.next += 1
            self.items("noted_by", by)

    def word(self, key: str, after: Token, what: str) -> None:
        """One word of its own: a place, an id."""
        self.once(after, key in self.words)
        token = self.cursor.take(what, after)
        self.cursor.keep(key, token)
        self.words[key] = token.read(value if key == "place" else word)
        if key == "place":
            one_word(self.cursor, token)

    def items(self, key: str, before: Token) -> None:
        """The names that stand next, as far as `and` joins them."""
        cursor = self.cursor
        self.open_list = key
        names = self.lists.setdefault(key, [])
        while True:
            token = cursor.take("a name" if key in _NAMES else "a word", before)
            if key == "to" and is_time(token):
                expected = f"`2026-09-12 19:30 to {token.text}` and then the event"
                raise Fault(Code.PART, "The end comes before the event.", expected).at(token.start, token.end)
            cursor.keep(key, token, len(names))
            names.append(token.read(word if key not in _NAMES else person if token.kind is Kind.QUOTED else plain_person))
            joint = cursor.peek()
            if joint is None or not joint.says("and"):
                return
            cursor.next += 1
            before = joint

    # --- fields -----------------------------------------------------------------------------------------------

    def field(self, token: Token) -> None:
        """FIELD VALUE; `amount 45 EUR` has its unit behind."""
        cursor = self.cursor
        self.open_list = ""
        if token.kind is Kind.WORD and not token.text[0].isalpha():
            raise decimal_comma(self.cursor, token) or Fault(
                Code.WORD, f"A field cannot be called `{token.text}`.", "a name that starts with a letter"
            ).at(token.start, token.end)
        cursor.next += 1
        given = cursor.take("a value", token)
        key = token.read(word)
        self.once(token, key in self.fields)
        cursor.keep(f"field {key}", token)
        cursor.keep(f"value {key}", given)
        amount = given.read(number) if given.kind is Kind.WORD else None
        self.fields[key] = given.read(value) if amount is None else amount
        unit = cursor.peek()
        if key == "amount" and amount is not None and unit is not None and unit.is_plain:
            cursor.next += 1
            self.once(unit, "unit" in self.fields)
            cursor.keep("value unit", unit)
            self.fields["unit"] = unit.read(value)
            given = unit
        one_word(self.cursor, given)
