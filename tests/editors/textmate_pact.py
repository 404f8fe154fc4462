"""The TextMate grammar of agreements."""

from __future__ import annotations

from collections.abc import Iterable

from tests.editors.textmate_parts import (
    BLANKS,
    DATE,
    ENDS,
    NAME,
    NUMBER,
    STARTS,
    STRING,
    TIME,
    Rule,
    any_of,
    block,
    comments,
    grammar,
    match,
    own_words,
    strings,
    use,
    word_of,
)

Lists = dict[str, list[str]]

KEYWORD, START, MODIFIER = "keyword.other.pact", "keyword.control.sentence.pact", "storage.modifier.pact"
EVENT, STATE, CLAUSE = "entity.name.type.event.pact", "entity.name.type.state.pact", "entity.name.function.clause.pact"
PERSON, ANYBODY, ITEM = "variable.other.person.pact", "variable.language.who.pact", "variable.other.enummember.item.pact"
TAG, FIELD, PLACE = "variable.other.enummember.tag.pact", "variable.other.property.field.pact", "string.unquoted.place.pact"
NUMERIC, UNIT = "constant.numeric.pact", "keyword.other.unit.pact"
COMMENT, MARK = "comment.line.number-sign.pact", "punctuation.definition.comment.pact"

# Words that mean one thing together: coloured as one.
_START_PHRASES = ("at most", "at least", "anyone may pause")
_WHO = ("each party", "everyone", "anyone", "the same party", "same party", "the others")
_WITH_WHOM = ("someone new", "each person", "the same person", "same person", "anyone")
_BEFORE_NOUNS = ("no", "any", "each", "every", "first")
_NO_NOUNS = ("breach", "party", "person")
_LISTED = ("covering", "optionally")
_IN_SENTENCES = ("sentences", "sentence_starts", "modifiers", "in_modifiers", "in_headings", "state_lines", "days_lines", "hours_lines")
# What a heading declares; any heading that is not named here is coloured like a clause.
_ONE_LINE = {"use": "entity.name.namespace.vocabulary.pact", "term": EVENT, "person": PERSON}
_BLOCKS = {"event": EVENT, "state": STATE, "days": STATE, "hours": STATE, "matrix": CLAUSE}


def pact_grammar(words: Lists) -> Rule:
    """The grammar of `.pact` files. Raises `ValueError` where it speaks of a word that the language no longer has."""
    _known(words)
    body = use("comments", "reasons", "promises", "sentences")
    repository = {
        "comments": comments("pact", _allowance()),
        "strings": strings("pact"),
        "values": _values(words),
        "reasons": [match(r"^\s+((>).*)$", None, own_words("reason", "pact"), "punctuation.definition.quote.begin.pact")],
        "promises": [
            match(rf"^\s+({STRING})", None, [{"match": ".+", "name": "string.quoted.double.promise.pact"}]),
        ],
        "headings": _headings(words),
        "sentences": _sentences(words),
        "names": _names(),
        "people": [match(NAME, PERSON)],
        "items": [match(word_of(["and", "or"]), KEYWORD), match(NAME, ITEM)],
        "pact-lines": _pact_lines(words),
        "event-lines": _event_lines(words),
        "state-lines": [match(rf"^\s+((?:starts|ends){BLANKS}with){ENDS}", None, KEYWORD), *body],
        "days-lines": body,
        "hours-lines": body,
        "matrix-lines": _matrix_lines(words),
        "example-lines": _example_lines(words),
        "commas": [match(",", "punctuation.separator.comma.pact")],
    }
    patterns = use("comments", "headings", "reasons", "promises", "sentences")
    return grammar("pact", "source.pact", "pact", patterns, repository)


def _known(words: Lists) -> None:
    known = {word for part in words.values() for word in part}
    phrases = (*_START_PHRASES, *_WHO, *_WITH_WHOM, *_BEFORE_NOUNS, *_NO_NOUNS, *_LISTED, *_ONE_LINE, *_BLOCKS, "include", "pact")
    unknown = {word for phrase in phrases for word in phrase.split()} - known
    if unknown:
        raise ValueError(f"the language has no word {', '.join(sorted(unknown))}")


def _allowance() -> Rule:
    expression = r"(?:^|(?<=\s))(#)\s*((?i:allow)\s*:)\s*([\w ,-]*?)\s*((?i:because))(?=\s|$).*$"
    rule = "variable.other.constant.rule.pact"
    return match(expression, "comment.line.number-sign.allow.pact", MARK, KEYWORD, [match(r"[\w-]+", rule)], KEYWORD)


def _values(words: Lists) -> list[Rule]:
    units = any_of(words["units"])
    # `day 1 at 19:00` and `4 May` count no events; `1 party` does.
    after = any_of({*words["months"], *words["sentences"]} - {*_NO_NOUNS})
    return [
        match(r"\b(sha256:)([0-9a-f]*)", None, KEYWORD, "constant.numeric.hex.digest.pact"),
        match(rf"{STARTS}{DATE}{ENDS}", "constant.numeric.date.pact"),
        match(rf"{STARTS}{TIME}{ENDS}", "constant.numeric.time.pact"),
        match(rf"{STARTS}({NUMBER}){BLANKS}({units}){ENDS}", None, NUMERIC, UNIT),
        match(rf"{STARTS}({NUMBER}){BLANKS}({NAME})(?={BLANKS}of{ENDS})", None, NUMERIC, UNIT),
        match(rf"{STARTS}({NUMBER}){BLANKS}(?!{after}{ENDS})({NAME})", None, NUMERIC, EVENT),
        match(rf"{STARTS}{NUMBER}{ENDS}", NUMERIC),
    ]


def _headings(words: Lists) -> list[Rule]:
    end, body = r"^(?=[^\s#])", use("comments", "reasons", "promises", "sentences")
    rest = use("comments", "strings")
    listed = [match(rf"{STARTS}(tagged){BLANKS}({_list(',', 'and', 'or')})", None, KEYWORD, _inner(TAG))]
    after = {
        "term": use("comments", "sentences"),
        "person": [*rest, *listed, *use("values"), match(word_of(["known", "since"]), KEYWORD)],
        "matrix": [*rest, match(rf"{STARTS}(for){BLANKS}({NAME})", None, KEYWORD, EVENT)],
    }
    head = rf"{ENDS}(?:{BLANKS}({NAME}))?(.*)$"
    found = [
        block(rf"^(pact){ENDS}(.*)$", end, "meta.agreement.pact", ("storage.type.agreement.pact", rest), use("pact-lines")),
        match(rf"^(include){ENDS}(.*)$", "meta.include.pact", "keyword.control.import.pact", rest),
    ]
    for kind, scope in _ONE_LINE.items():
        keyword = "keyword.control.import.pact" if kind == "use" else f"storage.type.{kind}.pact"
        found.append(match(rf"^({kind}){head}", f"meta.{kind}.pact", keyword, scope, after.get(kind, rest)))
    for kind, scope in _BLOCKS.items():
        parts = (f"storage.type.{kind}.pact", scope, after.get(kind, rest))
        found.append(block(rf"^({kind}){head}", end, f"meta.{kind}.pact", parts, use(f"{kind}-lines")))
    lines = use("comments", "example-lines")
    found.append(block(rf"^(example){ENDS}(.*)$", end, "meta.example.pact", ("storage.type.example.pact", rest), lines))
    others = [*words["clause_kinds"], *(set(words["headings"]) - {*_ONE_LINE, *_BLOCKS, "include", "pact", "example"})]
    found.append(block(rf"^({any_of(others)}){head}", end, "meta.clause.pact", ("storage.type.clause.pact", CLAUSE, rest), body))
    return found


def _example_lines(words: Lists) -> list[Rule]:
    """Entries as in a log, and what is expected of them."""
    expected = any_of(words["expect_lines"])
    inner = [match(word_of(words["expect_lines"]), KEYWORD), *use("values", "commas"), match(rf"{NAME}(?:\.\d+)?", CLAUSE)]
    return [
        match(rf"^\s+(expect){ENDS}(.*)$", None, START, inner),
        match(rf"^\s+({DATE})(?:{BLANKS}({TIME}))?", None, "constant.numeric.date.pact", "constant.numeric.time.pact"),
        *use("strings", "values"),
        match(word_of(["by", "to", "with", "at", "about", "covering", "tagged", "until", "and", "or"]), KEYWORD),
        match(rf"{STARTS}(as)(?!{BLANKS}{expected}{ENDS})", None, KEYWORD),
        *use("commas"),
    ]


def _sentences(words: Lists) -> list[Rule]:
    """The lines of a clause. What stands first is found first, since it takes the indent with it."""
    general = {word for part in _IN_SENTENCES for word in words[part]}
    firsts = [*_START_PHRASES, *(set(words["sentence_starts"]) - {"a", "an", "the", "at", "anyone"})]
    no_noun = any_of({*_NO_NOUNS, *words["units"], *words["weekdays"], *words["months"], "weekdays", "weekends", "quarter"})
    return [
        *use("comments", "strings"),
        match(rf"^\s+({any_of(_LISTED)}){ENDS}(.*)$", None, MODIFIER, use("comments", "strings", "items", "commas")),
        match(rf"^\s+({any_of(words['modifiers'])}){ENDS}", None, MODIFIER),
        match(rf"^\s+({any_of(firsts)}){ENDS}", None, START),
        *use("values", "names"),
        match(rf"(?<={'|'.join(f'{word} ' for word in _BEFORE_NOUNS)})(?!{no_noun}{ENDS}){NAME}", EVENT),
        match(word_of([*words["weekdays"], *words["months"]]), "constant.language.calendar.pact"),
        match(rf"{STARTS}(per){BLANKS}({NAME})", None, KEYWORD, UNIT),
        match(word_of(words["units"]), UNIT),
        match(word_of(general), KEYWORD),
        match(STARTS + NAME, EVENT),
        *use("commas"),
    ]


def _names() -> list[Rule]:
    """Who, with whom, where, and what else a sentence calls by its name."""
    no_place = r"(?!(?:least|most)(?:\s|$)|\d)"
    place = rf"(?:(?:an?|the){BLANKS})?(?:{NAME}|{STRING})"
    comparison = any_of(["at least", "at most", "more than", "less than"])
    return [
        match(rf"{STARTS}(by|to){BLANKS}({any_of(_WHO)}){ENDS}", None, KEYWORD, ANYBODY),
        match(rf"{STARTS}(with){BLANKS}({any_of(_WITH_WHOM)}){ENDS}", None, KEYWORD, ANYBODY),
        match(rf"{STARTS}(by|to|with){BLANKS}({_list('and', 'or')})", None, KEYWORD, _inner(PERSON)),
        match(rf"{STARTS}(tagged){BLANKS}({_list('and', 'or')})", None, KEYWORD, _inner(TAG)),
        match(
            rf"{STARTS}(at){BLANKS}{no_place}({place}(?:{BLANKS}or{BLANKS}{place})*)",
            None,
            KEYWORD,
            [*use("strings"), match(word_of(["or", "a", "an", "the"]), KEYWORD), match(NAME, PLACE)],
        ),
        match(
            rf"{STARTS}(where){BLANKS}({NAME}){BLANKS}(is(?:{BLANKS}not)?){ENDS}(?:{BLANKS}(?!{comparison}{ENDS})({NAME}))?",
            None,
            KEYWORD,
            FIELD,
            KEYWORD,
            "string.unquoted.value.pact",
        ),
        match(rf"{STARTS}(while){BLANKS}({NAME})", None, KEYWORD, STATE),
        match(rf"{STARTS}(unless){BLANKS}({NAME})(?=\s*(?:#|$))", None, KEYWORD, STATE),
        match(rf"{STARTS}(breach){BLANKS}(of){BLANKS}({NAME})", None, EVENT, KEYWORD, CLAUSE),
        match(rf"{STARTS}breach{ENDS}", EVENT),
    ]


def _pact_lines(words: Lists) -> list[Rule]:
    return [
        *use("comments", "reasons"),
        match(
            rf"^\s+(between){ENDS}(.*)$",
            None,
            KEYWORD,
            [*use("comments", "strings"), match(word_of(["and"]), KEYWORD), *use("people", "commas")],
        ),
        match(rf"^\s+(time{BLANKS}zone){BLANKS}([\w/+-]+)", None, KEYWORD, "string.unquoted.zone.pact"),
        match(rf"{STARTS}(by){BLANKS}({NAME})", None, KEYWORD, PERSON),
        *use("values"),
        match(word_of(words["weekdays"]), "constant.language.calendar.pact"),
        match(rf"^\s+(week){ENDS}", None, KEYWORD),
        match(word_of(words["pact_lines"]), KEYWORD),
        *use("strings", "commas"),
    ]


def _event_lines(words: Lists) -> list[Rule]:
    return [
        *use("comments", "reasons"),
        match(rf"^\s+(fields){ENDS}(.*)$", None, KEYWORD, use("comments", "strings", "items", "commas")),
        match(rf"^\s+(plural|about){BLANKS}({NAME})", None, KEYWORD, EVENT),
        match(rf"^\s+(amount{BLANKS}in){BLANKS}({NAME})", None, KEYWORD, UNIT),
        match(word_of(words["event_lines"]), KEYWORD),
    ]


def _matrix_lines(words: Lists) -> list[Rule]:
    cells = any_of(words["cells"])
    row = [
        *use("comments"),
        match(rf"(?<=\s){cells}(?=\s|$)", "constant.language.cell.pact"),
        *use("people"),
    ]
    return [
        *use("comments", "reasons", "promises"),
        match(rf"^\s+(ask{BLANKS}means){ENDS}(.*)$", None, KEYWORD, use("comments", "sentences")),
        match(
            rf"^\s+(?:({NAME})|({STRING}))(.*)$",
            None,
            "variable.other.enummember.activity.pact",
            use("strings"),
            row,
        ),
    ]


def _list(*joints: str) -> str:
    """Names joined by these words or by commas."""
    joined = "|".join(rf"\s*,{BLANKS}?(?:and{BLANKS})?" if joint == "," else rf"{BLANKS}{joint}{BLANKS}" for joint in joints)
    return rf"{NAME}(?:(?:{joined}){NAME})*"


def _inner(scope: str) -> list[Rule]:
    """What such a list is made of."""
    return [match(word_of(["and", "or"]), KEYWORD), match(NAME, scope), *use("commas")]


def every_scope(rule: object) -> Iterable[str]:
    """Every scope that a grammar can give, for tests."""
    if isinstance(rule, dict):
        for key, value in rule.items():
            if key in ("name", "contentName") and isinstance(value, str):
                yield value
            else:
                yield from every_scope(value)
    elif isinstance(rule, list):
        for one in rule:
            yield from every_scope(one)
