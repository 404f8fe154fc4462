"""What may stand at a place: the words that the grammar takes there, and the names that would mean something."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.finding import Status
from pactlang.day.ask import questions
from pactlang.language.expected import UNITS
from pactlang.language.line import accepted, grammar, said_of
from pactlang.language.literate import block_lines, is_literate, prefix
from pactlang.language.parse import sets_of, start_under
from pactlang.language.tokens import words_of, written_name
from pactlang.language.tree import ClauseHeading, ExampleHeading, MatrixHeading
from pactlang.language.walk import UnexpectedWordError
from pactlang.lint.rules import RULES
from pactlang.log.words import KEYWORDS, person_word
from pactlang.lsp.occurrences import Role, in_document
from pactlang.model.agreement import Cell, Pause
from pactlang.model.vocabulary import BREACH, COMPLETE, CONFIRM, DISPUTE, LOG_WORDS, PAUSE, RESUME, REVIEW, WAIVE
from pactlang.resolve.vocabularies import vocabulary_names
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pactlang.language.tokens import Word
    from pactlang.language.tree import Block, Document
    from pactlang.lsp.study import Study
    from pactlang.model.agreement import Agreement


class Option(Struct, frozen=True):
    """One thing to write. `kind` is a `Role`, or `keyword`, `date`, `rule`, `snippet`; `rank` sorts, the smallest first.

    A snippet's `insert` holds places to fill in (`${1:4}`); `text` is what to write otherwise.
    """

    text: str
    kind: str
    detail: str = ""
    rank: int = 5
    insert: str = ""


class Offer(Struct, frozen=True):
    """The options for a place; `start` is the offset at which the word begins that they would take the place of."""

    start: int
    options: tuple[Option, ...]


_WORD = re.compile(r"[^\s,\"“„]*$")
_ALLOW = re.compile(r"#\s*allow:[\w ,-]*$")
# After which word which names make sense, in agreements.
_AFTER = {
    "by": Role.WHO,
    "to": Role.WHO,
    "with": Role.WHO,
    "at": Role.PLACE,
    "tagged": Role.TAG,
    "where": Role.ITEM,
    "is": Role.VALUE,
    "while": Role.STATE,
    "covering": Role.ITEM,
    "optionally": Role.ITEM,
    "use": Role.VOCABULARY,
    "of": Role.CLAUSE,
    "broken": Role.CLAUSE,
    "currency": Role.UNIT,
}
_CURRENCIES = ("EUR", "USD", "GBP", "CHF", "AUD", "CAD", "DKK", "JPY", "NOK", "NZD", "PLN", "SEK")
_COUNTED = ("at", "most", "2")  # before what is counted
_CARRIES_ON = frozenset({"and", "or", ","})
_NEW_NAME = frozenset({"event", "person", "state", "days", "hours", "matrix", "term", "plural", "fields", "in", "between"})
_SENTENCES = (
    ("at most … per …", "at most ${1:4} ${2:encounters} per ${3:month} by ${4:each party}"),
    ("at least … per …", "at least ${1:1} ${2:date-night} per ${3:week}"),
    ("at least … between …", "at least ${1:3 days} between ${2:encounters}"),
    (
        "after each …, … within …",
        "after each ${1:encounter}, ${2:disclosure} by ${3:the same party} to ${4:the others} within ${5:24 hours}",
    ),
    ("before each …, … ahead", "before each ${1:encounter}, ${2:notice} by ${3:the same party} to the others at least ${4:48 hours} ahead"),
    ("no … unless …", "no ${1:encounter} ${2:at home}"),
    ("… every …", "${1:test} by ${2:each party} every ${3:90 days}"),
    ("… every week on …", "${1:check-in} by everyone every week on ${2:Sunday} at ${3:19:00}"),
    ("… on DATE", "${1:review} by everyone on ${2:2026-06-01}"),
    ("… by DATE", "${1:report} by ${2:each party} by ${3:2026-09-30}"),
    ("… every month by …", "${1:rent} by ${2:each party} every month by day ${3:5}"),
    ("… in turn every week …", "${1:cleaning} by ${2:Ana} and ${3:Ben} in turn every week on ${4:Sunday}"),
    ("anyone may pause …", "anyone may pause ${1:encounters} for at most ${2:14 days}"),
)


def in_agreement(study: Study, text: str, offset: int, path: str) -> Offer:
    """What may stand at an offset of an agreement's text."""
    line_start = text.rfind("\n", 0, offset) + 1
    before = text[line_start:offset]
    partial = _WORD.search(before)
    assert partial is not None  # noqa: S101 - it matches at the end of anything
    start = offset - len(partial.group())
    number = text.count("\n", 0, line_start) + 1
    if is_literate(path):
        indent = block_lines(f"{text}\n").get(number)  # the line that is just begun at the end of a block that is still open, too
        if indent is None:
            return Offer(start, ())  # prose is nothing to us
        before = before[prefix(before, indent) :]
    document = study.document(path)
    if _ALLOW.search(before):
        return Offer(start, tuple(Option(rule.code, "rule", rule.name, 1) for rule in RULES))
    block = None
    for one in document.blocks if document is not None else ():
        if one.line.number < number:
            block = one
    if before.lstrip().startswith((">", '"', "“", "„", "#")) or " #" in before:
        return Offer(start, ())
    indented = before[:1].isspace()
    if indented and block is not None and isinstance(block.heading, ExampleHeading) and before.split()[:1] != ["expect"]:
        return _in_example(study, before, start)
    if indented and block is not None and isinstance(block.heading, MatrixHeading):
        return Offer(start, tuple(_cells(study, before, block, number)))
    rule = "heading" if not indented else start_under(block.heading if block is not None else None)
    said = words_of(SourceFile("", before).span(0, len(before) - len(partial.group())))
    terminals = _taken(rule, said, document)
    options = list(_words(terminals, said))
    if rule == "body_line" and not said:
        options += [Option(label, "snippet", "a sentence", 2, insert) for label, insert in _SENTENCES]
    if "A_NAME" in terminals:
        options += _names(study, said, rule)
    if "A_SET" in terminals and study.agreement is not None:
        hours = bool(said) and said[-1].text.casefold() == "during"
        options += (Option(one.days.name, Role.DAYS, "days", 1) for one in study.agreement.days if not hours)
        hours = hours or (len(said) > 1 and said[-2].text.casefold() == "within")
        options += (Option(one.hours.name, Role.DAYS, "hours", 1) for one in study.agreement.hours if hours)
    return Offer(start, tuple(dict.fromkeys(options)))


_FEWEST_WORDS = 4  # with fewer, nobody can tell yet what is meant


def whole_line(study: Study, text: str, offset: int, path: str) -> tuple[int, str] | None:
    """What a line that is no sentence most probably means, as a snippet in place of all of it from the offset given with it.

    None where the caret is not at its end, where it is a sentence already, and where no offer holds every word of it.
    """
    from pactlang.inputs.suggest import Stage, snippet_of

    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start:offset]
    said = line.strip()
    unfit = (
        is_literate(path) or text[offset : end if end != -1 else len(text)].strip() or said.startswith((">", '"', "#", "“")) or "#" in said
    )
    if unfit or len(said.split()) < _FEWEST_WORDS:
        return None
    stage = Stage(study.gathered, study.agreement)
    if stage.reads(said):
        return None
    number = text.count("\n", 0, start) + 1
    document = study.document(path)
    block = next((one for one in reversed(document.blocks if document is not None else ()) if one.line.number < number), None)
    heading = block.heading if block is not None and line[:1].isspace() else None
    kind, name = (heading.kind.value, str(heading.name or "")) if isinstance(heading, ClauseHeading) else ("", "")
    offers = stage.suggest(said, kind, name).offers
    best = next((one for one in offers if one.lines and not one.lost and not one.declares), None)
    if best is None:
        return None
    indent = line[: len(line) - len(line.lstrip())]
    return start + len(indent), f"\n{indent}".join(snippet_of(best).values())


def _in_example(study: Study, before: str, start: int) -> Offer:
    """What may stand in a line of an example: an entry as in a log, or what is expected."""
    said = before.lstrip()
    head = _HEAD.match(said)
    if head is None:
        expects = (Option("expect kept", "keyword", "nothing is broken", 2), Option("expect broken ", "keyword", "and which clauses", 2))
        return Offer(start, (*_moments(study), *expects) if len(said.split()) <= 1 else ())
    rest = said[head.end() :]
    partial = _WORD.search(rest)
    words = _SAID.findall(rest[: partial.start()] if partial is not None else rest)
    return Offer(start, tuple(dict.fromkeys(_in_entry(study, words))))


def _taken(rule: str, said: Sequence[Word], document: Document | None) -> frozenset[str]:
    """What the grammar takes after these words; nothing where they cannot be read."""
    try:
        return accepted(rule, said_of(said, sets_of(document.source) if document is not None else frozenset()))
    except UnexpectedWordError:
        return frozenset()


def _words(terminals: frozenset[str], said: Sequence[Word]) -> Iterator[Option]:
    """The words of the language that the grammar takes here."""
    words = grammar().words
    single = bool(said) and said[-1].text == "1"
    for terminal in sorted(terminals):
        word = words.get(terminal)
        if word is None or (word in UNITS and said and said[-1].text.isdigit() and word.endswith("s") == single):
            continue
        yield Option(word, "keyword", "", 4 if word in ("a", "an", "the") else 3)


def _names(study: Study, said: Sequence[Word], rule: str) -> Iterator[Option]:
    """The names that would mean something here."""
    agreement = study.agreement
    place = len(said) - 1
    role: Role | None = Role.NOUN if rule in ("body_line", "state_line") or (said and said[-1].text in ("means", "for")) else None
    while place >= 0:
        word = said[place].text.casefold()
        if word == "in" and place == 1 and said[0].text.casefold() == "amount":
            role = Role.UNIT
            break
        if word in _NEW_NAME and place == 0:
            role = None
            break
        if word in _AFTER:
            role = _AFTER[word]
            break
        carried = word in _CARRIES_ON or (place + 1 < len(said) and said[place + 1].text.casefold() in _CARRIES_ON)
        if not carried:
            break
        place -= 1
    if agreement is None:
        if role is Role.VOCABULARY:
            yield from (Option(name, role, "a vocabulary", 1) for name in vocabulary_names())
        elif role is Role.UNIT:
            yield from (Option(name, role, "a currency", 2) for name in _CURRENCIES)
        return
    match role:
        case Role.NOUN:
            several = bool(said) and said[-1].text.isdigit() and said[-1].text != "1"
            yield from _nouns(study, agreement, plural=several)
            if len(said) == len(_COUNTED) and said[0].text.casefold() == "at" and said[-1].text.isdigit():  # a name to the grammar
                yield Option("nights" if several else "night", "keyword", "each counted once", 3)
                units = _units(agreement)
                yield from (Option(name, Role.UNIT, "an amount", 3) for name in units)
                if units and said[1].text.casefold() == "least":
                    yield Option("percent", "keyword", "a share of what all spend", 3)
            if said and said[-1].text.casefold() == "unless":
                yield from (Option(one.name, Role.STATE, "a state", 2) for one in agreement.states)
        case Role.WHO if said[place].text.casefold() == "with" and said[place - 1].text.casefold() != "starting":
            yield from (Option(one.name, Role.WHO, one.title or "outside the agreement", 1) for one in agreement.people)
        case Role.WHO:
            yield from (Option(written_name(party), Role.WHO, "a party", 1) for party in agreement.parties)
        case Role.STATE:
            yield from (Option(name, Role.STATE, "a state", 1) for name in ("paused", *(one.name for one in agreement.states)))
        case Role.CLAUSE if place and said[place - 1].text.casefold() in (BREACH, "expect"):
            yield from (Option(one.name, Role.CLAUSE, one.title or one.kind.value, 1) for one in agreement.clauses)
        case Role.CLAUSE if said[place].text.casefold() == "of":  # `hours of`, `2 nights of`, `250 EUR of`
            yield from _nouns(study, agreement, plural=True)
        case Role.VOCABULARY:
            yield from (Option(name, role, "a vocabulary", 1) for name in vocabulary_names())
        case Role.UNIT:
            own = _units(agreement)
            yield from (Option(name, role, "in this text", 1) for name in own)
            yield from (Option(name, role, "a currency", 2) for name in _CURRENCIES if name not in own)
        case Role.ITEM:
            items = dict.fromkeys(name for event in agreement.vocabulary.events.values() for name in event.fields)
            yield from (Option(name, Role.ITEM, "", 1) for name in items)
        case Role.PLACE | Role.TAG | Role.VALUE:
            yield from _used(study, role)
        case _:
            pass


def _nouns(study: Study, agreement: Agreement, *, plural: bool) -> Iterator[Option]:
    own = {one.name for document in study.gathered.own for one in in_document(document) if one.role is Role.NOUN and one.declares}
    for event in agreement.vocabulary.events.values():
        yield Option(event.plural if plural else event.name, Role.NOUN, "an event", 1 if event.name in own else 2)
    for name in own - set(agreement.vocabulary.events) - {event.plural for event in agreement.vocabulary.events.values()}:
        yield Option(f"{name}s" if plural else name, Role.NOUN, "a term", 1)


def _units(agreement: Agreement) -> tuple[str, ...]:
    """What the amounts of a text are in."""
    return tuple(dict.fromkeys(event.unit for event in agreement.vocabulary.events.values() if event.unit))


def _used(study: Study, role: Role) -> Iterator[Option]:
    """Places, tags or values that the texts use already, the most used first."""
    found: Counter[str] = Counter()
    for document in study.gathered.own:
        found.update(one.name for one in in_document(document) if one.role is role)
    for entry in study.log.entries:
        if role is Role.PLACE and entry.place:
            found[entry.place] += 1
        elif role is Role.TAG:
            found.update(entry.tags)
        elif role is Role.VALUE:
            found.update(str(one) for one in entry.fields.values())
    for word, _ in found.most_common(40):
        yield Option(word if " " not in word else f'"{word}"', role, "", 1)


def _cells(study: Study, before: str, block: Block, number: int) -> Iterator[Option]:
    rows = [item for item in block.items if item.line.number < number and not item.line.span.text.casefold().startswith("ask means")]
    if rows:
        if before.split():
            yield from (Option(cell.value, "keyword", "", 1) for cell in Cell)
    elif before.split():
        yield from (Option(written_name(party), Role.WHO, "a party", 1) for party in (study.agreement.parties if study.agreement else ()))
    else:
        yield Option("activity", "keyword", "the first word of the table", 1)


# --- logs ---------------------------------------------------------------------------------------------------------

_LOG_WORDS = ("by", "with", "to", "at", "about", "as", "until", "tagged", "covering", "instead of")
_SAID = re.compile(r'"[^"]*"|,|[^\s,]+')
_HEAD = re.compile(r"\d{4}-\d\d-\d\d(\s+\d\d:\d\d\S*)?(\s+to\s+\S+)?\s+")


def in_log(study: Study | None, text: str, offset: int) -> Offer:
    """What may stand at an offset of a log's text."""
    line_start = text.rfind("\n", 0, offset) + 1
    before = text[line_start:offset]
    partial = _WORD.search(before)
    assert partial is not None  # noqa: S101
    start = offset - len(partial.group())
    if before[:1].isspace() or before.startswith("#"):
        return Offer(start, ())
    head = _HEAD.match(before)
    if head is None:
        options = tuple(_moments(study)) if start == line_start or len(before.split()) <= 1 else ()
        return Offer(line_start, options)
    rest = before[head.end() :]
    words = _SAID.findall(rest[: len(rest) - len(partial.group())])
    return Offer(start, tuple(dict.fromkeys(_in_entry(study, words))))


def _moments(study: Study | None) -> Iterator[Option]:
    zone = study.zone if study is not None else None
    now = int(datetime.now(UTC).timestamp())
    today = zone.date_of(now) if zone is not None else date.today().toordinal()  # noqa: DTZ011 - no agreement says whose day
    yield Option(f"{date.fromordinal(today).isoformat()}  ", "date", "today", 1)
    if zone is not None:
        day, second = zone.clock(now)
        yield Option(f"{date.fromordinal(day).isoformat()} {second // 3600:02}:{second // 60 % 60:02}  ", "date", "now", 1)
    yield Option(f"{date.fromordinal(today - 1).isoformat()}  ", "date", "yesterday", 2)


def _in_entry(study: Study | None, words: list[str]) -> Iterator[Option]:
    agreement = study.agreement if study is not None else None
    if not words:
        for name in agreement.vocabulary.events if agreement is not None else ():
            yield Option(name, Role.NOUN, "an event", 1)
        for name in sorted(LOG_WORDS - {COMPLETE}):
            yield Option(name, Role.NOUN, "a word of every log", 2)
        yield Option("complete until ", "keyword", "says how far the log is kept", 3)
        return
    event = " ".join(words[:2]) if words[0] == "withdraw" else words[0]
    place = len(words) - 1
    while place > 0 and words[place] not in KEYWORDS - {"and", "or", "of"}:
        place -= 1
    after, last = words[place], words[-1]
    open_list = last in (",", "and", "of") or place == len(words) - 1
    if study is None or agreement is None:
        return
    if place == 0 and event == WAIVE and (len(words) == 1 or last == "of"):
        if last == "of":
            yield from _ids(study)
        else:
            yield from _clauses(agreement)
            yield from _findings(study)
    elif place == 0 and event in (PAUSE, RESUME) and len(words) == 1:
        names = dict.fromkeys(one.clause for one in agreement.sentences if isinstance(one.form, Pause))
        yield from (Option(name, Role.CLAUSE, "by this clause alone", 1) for name in names)
        yield from (Option(word, "keyword", "", 4) for word in _LOG_WORDS)
    elif place == 0 and event in (CONFIRM, DISPUTE) and len(words) == 1:
        yield from _ids(study)
        yield from _findings(study)
    elif open_list and after in ("by", "to"):
        yield from (Option(person_word(party), Role.WHO, "a party", 1) for party in agreement.parties)
    elif open_list and after == "with":
        people = {one.name: one.title for one in agreement.people}
        people |= {name: "" for entry in study.log.entries for name in entry.with_ if name not in people}
        yield from (Option(person_word(name), Role.WHO, title or "outside the agreement", 1) for name, title in people.items())
    elif open_list and after == "at":
        yield from _used(study, Role.PLACE)
    elif open_list and after == "tagged":
        rows = [row.activity for matrix in agreement.matrices if matrix.event == event for row in matrix.rows]
        yield from (Option(name, Role.TAG, "in the matrix", 1) for name in rows)
        yield from _used(study, Role.TAG)
    elif open_list and after == "about":
        if event == REVIEW:
            yield from (Option(clause.name, Role.CLAUSE, "a talk about this clause", 1) for clause in agreement.clauses)
        yield from _ids(study)
    elif open_list and after == "as":
        yield Option(_next_id(study), Role.ENTRY, "not taken yet", 1)
    elif open_list and after == "covering":
        offers = [one.offers for one in questions(event, agreement, ()) if one.before.endswith("covering")]
        yield from (Option(name, Role.ITEM, "", 1) for names in offers for name in names)
    if last == ",":
        kind = agreement.vocabulary.events.get(event)
        yield from (Option(name, Role.ITEM, f"a field of {event}", 2) for name in (kind.fields if kind is not None else ()))
        yield from (Option(word, "keyword", "", 3) for word in _LOG_WORDS if word not in words)
    elif place != len(words) - 1 or place == 0:
        yield from (Option(word, "keyword", "", 4) for word in _LOG_WORDS if word not in words)


def _ids(study: Study) -> Iterator[Option]:
    """The newest first, as people mostly speak of what was just now."""
    seen: dict[str, str] = {}
    for entry in reversed(study.log.entries):
        if entry.id is not None and len(seen) < 200:
            seen.setdefault(entry.id, f"{date.fromordinal(entry.day).isoformat()} {entry.type}")
    yield from (Option(name, Role.ENTRY, detail, 1 + place // 50) for place, (name, detail) in enumerate(seen.items()))


def _clauses(agreement: Agreement) -> Iterator[Option]:
    yield from (Option(one.name, Role.CLAUSE, one.title or one.kind.value, 1) for one in agreement.clauses)


def _findings(study: Study) -> Iterator[Option]:
    judgement = study.judgement
    for finding in judgement.findings if judgement is not None else ():
        if finding.status is Status.BREACH:
            yield Option(finding.id, Role.CLAUSE, "a finding", 2)


def _next_id(study: Study) -> str:
    taken: Iterable[str] = (entry.id for entry in study.log.entries if entry.id is not None)
    numbers = [int(found[1]) for found in (re.fullmatch(r"e(\d+)", name) for name in taken) if found]
    return f"e{max(numbers, default=0) + 1}"


def filled(snippet: str) -> str:
    """A snippet with its examples in the places to fill in, for editors that know no snippets.

    >>> filled("at most ${1:4} ${2:encounters} per ${3:month}")
    'at most 4 encounters per month'
    """
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", snippet)
