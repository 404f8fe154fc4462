"""What a name, a word, a value and a note may hold, the same in every format; and how each is evened out.

Text is normalised to NFC, unusual spaces become plain ones, and the ends are stripped, so that two files that look the
same are the same. A character that cannot be seen, or that reorders what is seen, is refused: people trust what they read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from pactlang.later import later, ready
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.model.words import evened, quoted

# Words with a meaning of their own in an entry; anything else that is called so is written in quotes.
KEYWORDS = frozenset({"by", "to", "with", "at", "about", "as", "until", "covering", "tagged", "noted", "and", "or", "of"})
ARTICLES = frozenset({"a", "an", "the"})

# Controls except tab and newline, marks that change the direction of text, separators that are no spaces, lost characters.
FORBIDDEN = later("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff\ud800-\udfff]")
JOINERS = "\u200c\u200d"  # part of words in scripts that join their letters
_NO_WORD = later(r"[\s,;\"“”„‟«»]")
_NUMBER = ready(r"[+-]?[0-9]+(?:\.[0-9]+)?").fullmatch
_ODD_SPACE = ready(r"[^\S ]")
_MOST_DIGITS = 30


def is_plain(text: str) -> bool:
    """Whether a word surely stands as it is to be read, as nearly all of them: letters and digits of ASCII, with hyphens behind the first.

    >>> is_plain("x-7"), is_plain("-x"), is_plain("é"), is_plain("")
    (True, False, False, False)
    """
    return text.isascii() and text.replace("-", "").isalnum() and text[0] != "-"


def forbidden(text: str) -> Fault | None:
    """The fault of the first character in a text that no log may hold, or None.

    >>> print(forbidden("Ana\\u202e"))
    The character U+202E (right-to-left override) is invisible, or changes the order in which others are shown.
    """
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    character = found.group()
    if character == "\ufffd":
        return Fault(Code.ENCODING, "A character was lost here: the file is not UTF-8 text.", "text saved as UTF-8")
    called = unicodedata.name(character, "control character").lower()
    message = f"The character U+{ord(character):04X} ({called}) is invisible, or changes the order in which others are shown."
    return Fault(Code.CHARACTER, message, "the text without it")


def value(text: str) -> str:
    """A place or a field's value: any text of one line.

    >>> value(" the\\u00a0lake ")
    'the lake'

    Raises `Fault` for a character that no log may hold, and for an empty value.
    """
    if not (text.isascii() and text.isprintable()):
        if fault := forbidden(text):
            raise fault
        if "\n" in text:
            raise Fault(Code.WORD, "A value has only one line.", "a note for longer words")
        text = _ODD_SPACE.sub(" ", unicodedata.normalize("NFC", text))
    text = text.strip()
    if not text:
        raise Fault(Code.WORD, "The value is empty.", "a value, or nothing at all")
    return text


def word(text: str) -> str:
    """An id, a tag, a covered item: one word without spaces, commas, semicolons and quotation marks.

    >>> word("testing.2@2026-09-27~2")
    'testing.2@2026-09-27~2'

    Raises `Fault` for anything else.
    """
    if is_plain(text):
        return text
    text = value(text)
    odd = _NO_WORD.search(text)
    if odd is not None:
        character = odd.group()
        said = "a space" if character == " " else f"`{character}`"
        joined = text.replace(" ", "-")
        raise Fault(Code.WORD, f"`{text}` has {said} in it.", "one word", "" if _NO_WORD.search(joined) else joined)
    if text[0] == "#":
        raise Fault(Code.WORD, f"`{text}` starts with `#`, which starts a comment.", "one word", text.lstrip("#"))
    for character in "" if text.isprintable() else text:
        if not (character.isprintable() or character in JOINERS):
            raise _unseen(text, character)
    return text


def name(text: str) -> str:
    """A name: letters of any script, digits, hyphens.

    >>> name("Zoe\\u0308") == "Zoë"
    True

    Raises `Fault` for anything else.
    """
    if is_plain(text):
        return text
    text = word(text)
    for character in text:
        if not (character.isalnum() or character == "-" or character in JOINERS or unicodedata.category(character)[0] == "M"):
            raise Fault(Code.WORD, f"The name `{text}` has `{character}` in it.", "letters, digits and hyphens")
    if text[0] == "-":
        raise Fault(Code.WORD, f"The name `{text}` starts with a hyphen.", "a letter or a digit first")
    return text


def person(text: str) -> str:
    """What somebody is called where quotation marks, or a format of its own, say where it ends: whatever an agreement can call them.

    >>> person(" A/B "), person("Ana\u00a0 B")
    ('A/B', 'Ana B')

    Raises `Fault` for what is empty, and for a character that cannot be seen.
    """
    if is_plain(text):
        return text
    text = evened(value(text))
    for character in text:
        if character not in JOINERS and unicodedata.category(character) in ("Cc", "Cf"):
            raise _unseen(text, character)
    return text


def plain_person(text: str) -> str:
    """What somebody is called where it stands without quotation marks. Raises `Fault` where it needs them."""
    try:
        return name(text)
    except Fault as fault:
        if fault.code is Code.WORD:
            fault.expected = "letters, digits and hyphens, or the name in quotation marks"
        raise


def _unseen(text: str, character: str) -> Fault:
    said = f"U+{ord(character):04X} ({unicodedata.name(character, 'unnamed').lower()})"
    return Fault(Code.CHARACTER, f"`{text}` has a character in it that is invisible: {said}.", "the word without it")


def number(text: str) -> Decimal | None:
    """A number as people write it in a log, or None where the text is none.

    >>> number("45.50"), number("45,50"), number("1e9")
    (Decimal('45.50'), None, None)

    Raises `Fault` for a number too long to mean anything.
    """
    return bounded(Decimal(text)) if _NUMBER(text) else None


def bounded(amount: Decimal) -> Decimal:
    """The number itself. Raises `Fault` where it is too long or too large to mean anything in a log."""
    parts = amount.as_tuple()
    exponent = parts.exponent
    if not isinstance(exponent, int) or len(parts.digits) > _MOST_DIGITS or not -_MOST_DIGITS <= exponent <= _MOST_DIGITS:
        raise Fault(Code.TYPE, "The number is too long.", f"a number of at most {_MOST_DIGITS} digits")
    return amount


def note(text: str) -> str:
    """A note: any lines, each stripped; blank lines only between others.

    >>> note("  A long walk.\\r\\n\\r\\n  We felt calmer. \\n")
    'A long walk.\\n\\nWe felt calmer.'

    Raises `Fault` for a character that no log may hold.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.strip() for line in text.replace("\r\n", "\n").split("\n")).strip("\n")
    if fault := forbidden(text):
        raise fault
    return text


def person_word(name: str) -> str:
    """What somebody is called as it can stand in an entry: in quotation marks where it is not one plain word.

    >>> print(person_word("Ana"), person_word("A/B"), person_word("and"))
    Ana "A/B" "and"
    """
    if name not in KEYWORDS and (name.isalpha() or re.fullmatch(r"[^\W\d_](?:[^\W_]|-)*", name)):
        return name
    return quoted(name)


def person_words(names: Iterable[str]) -> str:
    """People as an entry lists them.

    >>> print(person_words(["Ana", "Ben", "A/B"]))
    Ana, Ben and "A/B"
    """
    *before, last = [*map(person_word, names)] or [""]
    return f"{', '.join(before)} and {last}" if before else last
