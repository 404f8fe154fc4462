"""What is wrong where a line in the text format has a word that cannot stand there, and what was probably meant."""

from __future__ import annotations

from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.text_tokens import Cursor, Kind, Token
from pactlang.log.words import KEYWORDS
from pactlang.model.words import quoted

STARTS = KEYWORDS - {"and", "or", "of"}  # the words that a part starts with
_LONG_STARTS = sorted(start for start in STARTS if len(start) >= 4)
_PARTS = "`by`, `to`, `with`, `at`, `about`, `as`, `until`, `covering`, `tagged` or `noted`"
_AND_SIGNS = frozenset({"&", "+", "/", "And", "AND"})


def one_word(cursor: Cursor, first: Token) -> None:
    """Refuse more words after a place or a value: they belong in quotation marks."""
    words = [first]
    while (token := cursor.peek()) is not None and token.is_plain and not _meant_keyword(token):
        words.append(token)
        cursor.next += 1
    if len(words) > 1:
        said = " ".join(token.text for token in words)
        fault = Fault(Code.PART, f"`{said}` is more than one word.", "quotation marks around it", replacement=quoted(said.strip("'‘’")))
        raise fault.at(first.start, words[-1].end)


def unexpected(cursor: Cursor, token: Token, open_list: str) -> Fault:
    """The fault of a word where nothing like it can stand; `open_list` is the list that could go on there, if any."""
    from difflib import get_close_matches

    following = cursor.peek(1)
    if token.says("or"):
        fault = Fault(Code.PART, "A log says what happened: `and`, never `or`.", "`and` between names", "and")
    elif token.text in _AND_SIGNS:
        fault = Fault(Code.PART, f"`{token.text}` cannot be used here.", "`and` between names", "and")
    elif following is not None and following.says("of") and get_close_matches(token.text.lower(), ("instead",), cutoff=0.74):
        fault = Fault(Code.PART, f"`{token.text}` cannot be used here.", "`instead of` and a name", "instead")
    elif meant := _meant_keyword(token):
        fault = Fault(Code.PART, f"`{token.text}` cannot be used here.", _PARTS, meant)
    elif token.is_plain and following is not None and following.is_plain:
        expected = f"`, {token.text} {following.text}` for a field and its value"
        fault = Fault(Code.PART, f"A comma is missing before `{token.text}`.", expected)
    else:
        more = f"`and {token.text}` for one more in the list, " if open_list and token.is_plain and token.text[:1].isalpha() else ""
        fault = Fault(Code.PART, f"`{token.text}` cannot be used here.", f"{more}{_PARTS}, or a comma and a field")
    return fault.at(token.start, token.end)


def decimal_comma(cursor: Cursor, token: Token) -> Fault | None:
    """The fault of `45,50`, which reads as 45 and then something else."""
    place = cursor.tokens.index(token)
    whole, comma = cursor.tokens[place - 2 : place] if place >= 2 else (token, token)
    if whole.end != comma.start or comma.end != token.start or not (whole.text + token.text).isdecimal():
        return None
    fault = Fault(Code.WORD, "A number has a decimal point, not a comma.", "a point", f"{whole.text}.{token.text}")
    return fault.at(whole.start, token.end)


def _meant_keyword(token: Token) -> str:
    """The keyword that a word was probably meant to be; short ones only where the case alone differs."""
    if token.kind is not Kind.WORD or token.is_keyword:
        return ""
    if token.text.lower() in STARTS:
        return token.text.lower()
    from difflib import get_close_matches

    close = get_close_matches(token.text, _LONG_STARTS, n=1, cutoff=0.74) if len(token.text) >= 4 else []
    return close[0] if close else ""
