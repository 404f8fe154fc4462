"""The characters that have no place in an agreement: a text that two people sign must look like what it means."""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Edit, Severity
from pactlang.language.tree import LineKind

if TYPE_CHECKING:
    from pactlang.language.tree import Line
    from pactlang.source import SourceFile

_MOST = 50  # of one line: whoever takes these out sees the next ones
_JOINERS = "\u200c\u200d"
# Shown as nothing at all although Unicode calls them letters, marks or signs.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_LOOK_ALIKE_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
# Letters in another shape, as Unicode says how they come apart: 𝐀, Ａ, Ⓐ, ª.
_OTHER_SHAPES = ("<font>", "<wide>", "<narrow>", "<circle>", "<super>", "<sub>", "<square>")


def check_characters(source: SourceFile, line: Line, faults: list[Diagnostic]) -> None:
    """Note what cannot be seen anywhere on a line, and letters in its names that look like others."""
    text, start = source.line_text(line.number), source.line_start(line.number)
    every = (place for place, character in enumerate(text) if character != "\t" and _hidden(text, place))
    hidden = list(islice(every, _MOST))
    for number, place in enumerate(hidden):
        character = text[place]
        if number and hidden[number - 1] == place - 1 and text[place - 1] == character:
            continue  # a run of one character is one fault
        if character == "\r" and any(fault.code == "E003" and fault.span.text == "\r" for fault in faults):
            continue  # and so is a whole file of old line ends
        end = place + 1
        while text[end : end + 1] == character and _hidden(text, end):
            end += 1
        span = source.span(start + place, start + end)
        name = _NAMES.get(character) or unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"
        message = f"There is an invisible character here ({name}); a text that people sign must look like what it means."
        edit = Edit(span, "\n", "Break the line here") if character == "\r" else Edit(span, "", "Remove it")
        faults.append(Diagnostic("E003", Severity.ERROR, message, span, edits=(edit,)))
    if line.kind is LineKind.CODE:
        _check_letters(source, line, faults)


_NAMES = {"\r": "carriage return: a line end of another system", "\0": "nothing at all, U+0000", "\u00ad": "soft hyphen"}


def _hidden(text: str, place: int) -> bool:
    """Whether a character shows nothing where it stands."""
    character = text[place]
    if character in _BLANKS:
        return True
    selector = "\ufe00" <= character <= "\ufe0f"
    if character in _JOINERS or selector:
        # Part of words in scripts that join their letters, and of emoji; next to other letters they only hide a difference.
        before = text[place - 1] if place else " "
        return before.isspace() or (before.isalnum() and (selector or before.isascii() or bool(script(before))))
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _check_letters(source: SourceFile, line: Line, faults: list[Diagnostic]) -> None:
    text, start = line.span.text, line.span.start
    most = len(faults) + _MOST
    for word_start, word in _words(text):
        if len(faults) >= most:
            return
        span = source.span(start + word_start, start + word_start + len(word))
        scripts = sorted({found for found in map(script, word) if found})
        plain = "".join(map(_plain, word))
        if plain != word:
            message = f"The letters of this word only look like those of '{plain}'."
            edits = (Edit(span, plain, f"Write {plain}"),)
            faults.append(Diagnostic("E004", Severity.ERROR, message, span, "plain letters", plain, edits=edits))
        elif len(scripts) > 1:
            message = f"This word mixes {' and '.join(scripts)} letters that look alike."
            right = look(word)
            right = right if {script(character) for character in right} <= {"Latin", ""} else ""
            fixes = (Edit(span, right, f"Write {right} in Latin letters"),) if right else ()
            faults.append(Diagnostic("E004", Severity.ERROR, message, span, "all its letters from one script", right, edits=fixes))


def _plain(character: str) -> str:
    """The letter in its usual shape."""
    other = unicodedata.decomposition(character).startswith(_OTHER_SHAPES)
    return unicodedata.normalize("NFKC", character) if other else character


def _words(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    start = -1
    for place, character in enumerate(f"{text} "):
        if character.isalnum():
            start = place if start < 0 else start
        elif start >= 0:
            found.append((start, text[start:place]))
            start = -1
    return found


def script(character: str) -> str:
    """The script of a letter, among those whose letters are easily taken for each other; empty for all others.

    >>> script("a"), script("\u0430"), script("\u0916")
    ('Latin', 'Cyrillic', '')
    """
    if character.isascii():
        return "Latin" if character.isalpha() else ""
    name = unicodedata.name(character, "")
    return next((found for found in _LOOK_ALIKE_SCRIPTS if name.startswith(found)), "").capitalize()


# Letters of other scripts beside the Latin ones that they are easily taken for.
_TWINS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u0423"
    "\u03bf\u03b1\u03c1\u03bd\u03b9\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsdqwABEKMHOPCTXIJSYoapviABEZHIKMNOPTYX",
)


def look(name: str) -> str:
    """How a name looks: names that look the same have the same look, whatever their letters are.

    >>> look("\u0430\u0441\u0435") == look("ace")
    True
    """
    return name.translate(_TWINS)


def columns_of(text: str) -> int:
    """How many columns a text takes on a terminal.

    >>> columns_of("café"), columns_of("日本"), columns_of("cafe\u0301")
    (4, 4, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
