"""The TextMate grammar of logs."""

from __future__ import annotations

from tests.editors.textmate_parts import (
    BLANKS,
    DATE,
    ENDS,
    STARTS,
    STRING,
    Rule,
    any_of,
    block,
    comments,
    grammar,
    match,
    own_words,
    strings,
    use,
)

KEYWORD, EVENT, ID = "keyword.other.pactlog", "entity.name.type.event.pactlog", "variable.other.constant.id.pactlog"
PERSON, CLAUSE = "variable.other.person.pactlog", "entity.name.function.clause.pactlog"
ITEM, TAG, FIELD = (
    "variable.other.enummember.item.pactlog",
    "variable.other.enummember.tag.pactlog",
    "variable.other.property.field.pactlog",
)
DATES, TIMES, NUMERIC = "constant.numeric.date.pactlog", "constant.numeric.time.pactlog", "constant.numeric.pactlog"

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[Zz]|[+-]\d{2}:?\d{2}))?(?![^\s,])"
_WORD = r"(?>[^\s,;#\"“”„‟«»][^\s,;\"“”„‟«»]*)"
# A finding's id: clause and sentence, date, and which of several on that date.
_FINDING = rf"([^\s,;@\"]+)(@)({DATE})(~\d+)?(?![^\s,])"
_LISTS = {"by": PERSON, "to": PERSON, "with": PERSON, "tagged": TAG, "covering": ITEM}
_IDS = ("as", "about", "of")
# Words of the log that are followed by an entry's id, by what they let go, or by a clause.
_ABOUT_AN_ENTRY, _LET_GO, _BY_A_CLAUSE = ("dispute", "confirm"), "waive", ("pause", "resume")


def log_grammar(words: dict[str, list[str]]) -> Rule:
    """The grammar of `.pactlog` files. Raises `ValueError` where it speaks of a word that logs no longer have."""
    unknown = {*_LISTS, *_IDS, "and", "or", "at", "noted", "until"} - set(words["words"])
    unknown |= {*_ABOUT_AN_ENTRY, *_BY_A_CLAUSE, _LET_GO} - set(words["events"])
    if unknown:
        raise ValueError(f"logs have no word {', '.join(sorted(unknown))}")
    notes = match(r"^\s+((?!#)\S.*)$", None, own_words("note", "pactlog"))
    repository = {
        "comments": comments("pactlog"),
        "strings": strings("pactlog"),
        "commas": [match(",", "punctuation.separator.comma.pactlog")],
        "entries": [_entry(words)],
        "parts": _parts(words),
    }
    return grammar("pactlog", "source.pactlog", "pactlog", [*use("comments"), notes, *use("entries")], repository)


def _entry(words: dict[str, list[str]]) -> Rule:
    own = rf"({any_of(words['events'])})(?![^\s,])"
    end = rf"(?:{BLANKS}(to){BLANKS}(?:({DATE})(?![^\s,]))?(?:(?<=\s)({_TIME})|{BLANKS}({_TIME}))?)?"
    begin = rf"^({DATE})(?![^\s,])(?:{BLANKS}({_TIME}))?{end}(?:{BLANKS}(?:{own}|({_WORD})))?"
    scopes = (DATES, TIMES, KEYWORD, DATES, TIMES, TIMES, "keyword.control.event.pactlog", EVENT)
    return block(begin, "$", "meta.entry.pactlog", scopes, use("comments", "strings", "parts"))


def _parts(words: dict[str, list[str]]) -> list[Rule]:
    """What follows the event, in any order."""
    keywords = any_of(words["words"])
    plain = rf"(?!{keywords}(?![^\s,]))"
    item = rf"{plain}(?:{STRING}|{_WORD})"
    # A lone word after a comma continues the list; two words are a field and its value.
    more = rf"(?:\s*,\s*(?:and\s+)?{item}(?=\s*(?:,|$)|\s+#|{BLANKS}{keywords}(?![^\s,]))|{BLANKS}(?:and|or){BLANKS}{item})*"
    found = [
        match(
            rf"(?<={_LET_GO}){BLANKS}(?:([^\s,;@\"]+@{_WORD})|({_WORD}))",
            None,
            [match(_FINDING, None, CLAUSE, "punctuation.separator.finding.pactlog", DATES, NUMERIC)],
            CLAUSE,
        ),
        # A finding anywhere (`own tell@2026-03-07`, what is let go besides), and a clause `of` an entry.
        match(rf"{STARTS}(?:{_FINDING})", None, CLAUSE, "punctuation.separator.finding.pactlog", DATES, NUMERIC),
        match(rf"{STARTS}{plain}({_WORD})(?={BLANKS}of(?![^\s,]))", None, CLAUSE),
        match(rf"(?<={'|'.join(_BY_A_CLAUSE)}){BLANKS}{plain}({_WORD})", None, CLAUSE),
        match(rf"(?<={'|'.join(_ABOUT_AN_ENTRY)}){BLANKS}{plain}({_WORD})", None, ID),
        match(rf"{STARTS}({any_of(_IDS)}){BLANKS}{plain}({_WORD})", None, KEYWORD, ID),
        match(rf"{STARTS}(at){BLANKS}({item})", None, KEYWORD, [*use("strings"), match(_WORD, "string.unquoted.place.pactlog")]),
    ]
    for scope in dict.fromkeys(_LISTS.values()):
        before = any_of(word for word, its in _LISTS.items() if its == scope)
        inner = [*use("strings", "commas"), match(rf"{STARTS}(?:and|or)(?![^\s,])", KEYWORD), match(_WORD, scope)]
        found.append(match(rf"{STARTS}({before}){BLANKS}({item}{more})", None, KEYWORD, inner))
        if scope == PERSON:
            found.append(match(rf"{STARTS}(instead{BLANKS}of){BLANKS}({item}{more})", None, KEYWORD, inner))
    return [
        *found,
        match(rf"{STARTS}{DATE}(?![^\s,])", DATES),
        match(rf"{STARTS}{_TIME}", TIMES),
        _field(plain),
        match(STARTS + keywords + ENDS, KEYWORD),
        *use("commas"),
    ]


def _field(plain: str) -> Rule:
    number = r"[+-]?\d+(?:\.\d+)?(?![^\s,])"
    value = rf"(?:({number})(?:{BLANKS}{plain}({_WORD}))?|({STRING})|({_WORD}))"
    return match(
        rf"(,)\s*{plain}({_WORD}){BLANKS}{plain}{value}",
        None,
        "punctuation.separator.comma.pactlog",
        FIELD,
        NUMERIC,
        "keyword.other.unit.pactlog",
        use("strings"),
        "string.unquoted.value.pactlog",
    )
