"""The symmetry table: who owes what, who is limited, who is told, who decides, party by party.

A row is one thing that a sentence (or a matrix) says of parties. Rules of balance read the rows; `as_rows` gives the same as a plain
table, for reports. The table says what stands there and never who has it better: a row for one party alone may be just what both want.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.diagnostics import Severity
from pactlang.language.tokens import written_name
from pactlang.later import later
from pactlang.lint.parts import doer, events, excuse, filters, limited, occasion, owed
from pactlang.lint.themes import TELLING
from pactlang.model.agreement import ByFilter, Cell, Parties, Pause, PauseAfter, Prohibition, Quota, SomeOf, ToFilter, WhoWord
from pactlang.model.parts import awaited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pactlang.model.agreement import Agreement, Clause, Duty, Form, Sentence, Who
    from pactlang.source import Span


class Kind(StrEnum):
    """What a row gives to a party, or asks of it."""

    DUTY = "does"  # something that the party is to do
    LIMIT = "is limited"  # something that the party may do less often, or not at all
    RIGHT = "hears"  # someone tells the party
    POWER = "decides"  # the party's word opens or stops something


class Row(Struct, frozen=True):
    """One thing that a sentence says, of these parties.

    `shared`: any of them will do (`by Ana or Ben`). `doers`: the parties on whose acts it depends, or all where it does not say.
    """

    kind: Kind
    parties: tuple[str, ...]
    events: frozenset[str]
    words: str
    span: Span
    clause: Clause | None = None
    sentence: Sentence | None = None
    shared: bool = False
    doers: tuple[str, ...] = ()


def table(agreement: Agreement) -> list[Row]:
    """Every row, in the order of the text."""
    rows = [row for clause in agreement.clauses for sentence in clause.sentences for row in _of_sentence(agreement, clause, sentence)]
    for matrix in agreement.matrices:
        for line in matrix.rows:
            deciding = tuple(party for party, cell in zip(matrix.parties, line.cells, strict=True) if cell is not Cell.YES)
            if deciding:
                rows.append(Row(Kind.POWER, deciding, frozenset({matrix.event}), line.words, line.span))
    return rows


def as_rows(agreement: Agreement) -> list[tuple[str, ...]]:
    """The table as plain text: a head, then a row for each thing, a cell for each party ("yes", "may" where any of several will do, "")."""
    parties = agreement.parties
    rows = [("clause", "party", "sentence", *parties)]
    for row in table(agreement):
        mark = "may" if row.shared else "yes"
        cells = (mark if party in row.parties else "" for party in parties)
        rows.append((row.sentence.label if row.sentence else "", row.kind.value, row.words, *cells))
    return rows


def lone(rows: list[Row], parties: tuple[str, ...]) -> list[Row]:
    """The rows that speak of one party alone, where the agreement has several."""
    return [row for row in rows if len(row.parties) == 1 and len(parties) > 1]


def named(who: Who | None, parties: tuple[str, ...], doers: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The parties that a WHO may mean; `doers` are those whose act it answers, or nobody where that is open."""
    if isinstance(who, SomeOf):
        who = who.of
    if who is WhoWord.SAME_PARTY:
        return doers or parties
    if who is WhoWord.THE_OTHERS:
        return tuple(party for party in parties if (party,) != doers)
    if who is None or isinstance(who, WhoWord):
        return parties
    return tuple(party for party in parties if party in who.names)


def reasons(clause: Clause | None) -> tuple[str, ...]:
    """A clause's reasons (`>`), and its quoted lines that give one: because of what, or who somebody is."""
    return () if clause is None else (*clause.reasons, *(one.words for one in clause.promises if _GIVES_ONE.search(one.words)))


def reasoned(agreement: Agreement) -> set[str]:
    """The clauses, by name, that give a reason."""
    return {clause.name for clause in agreement.clauses if reasons(clause)}


def answered(clauses: Iterable[Clause | None], parties: tuple[str, ...]) -> tuple[bool, Severity | None]:
    """Whether reasons say why something is for one: they do where each clause has one that names a party.

    Where each has a reason and none of them names anybody, the doubt stays, as a note.
    """
    given = [reasons(clause) for clause in clauses]
    silent = bool(given) and all(any(word in parties for words in one for word in _WORD.findall(words)) for one in given)
    return silent, Severity.NOTE if given and all(given) else None


def barred(agreement: Agreement) -> dict[str, set[str]]:
    """By event, the parties for whom it is ruled out altogether: what others owe around it does not concern them."""
    found: dict[str, set[str]] = {}
    for sentence in agreement.sentences:
        form = sentence.form
        if not isinstance(form, Prohibition) or form.unless is not None or sentence.not_applied:
            continue
        if all(isinstance(one, ByFilter) for one in filters(form.selector)):
            for name in events(form.selector):
                found.setdefault(name, set()).update(named(doer(form.selector), agreement.parties))
    return found


def masked(words: str, parties: tuple[str, ...]) -> str:
    """A sentence with a dot for each name of a party: what two sentences share that say the same of different people.

    >>> masked("at most 2 guests by Ana per week", ("Ana", "Ben"))
    'at most 2 guests by · per week'
    """
    known = frozenset(map(written_name, parties))
    return _WORD_OR_QUOTED.sub(lambda word: "·" if word[0] in known else word[0], words)


def first_party(words: str, parties: tuple[str, ...]) -> str:
    """The party whom a sentence names first; empty where it names none."""
    known = {written_name(party): party for party in parties}
    return next((known[word] for word in _WORD_OR_QUOTED.findall(words) if word in known), "")


_WORD = later(r"[\w-]+")
_GIVES_ONE = later(r"\bbecause\b|\b[A-Z][\w-]*, (?:who|whose)\b")
_WORD_OR_QUOTED = later(r"\"[^\"]*\"|“[^”“]*[”“]|[\w-]+")


def _of_sentence(agreement: Agreement, clause: Clause, sentence: Sentence) -> Iterator[Row]:
    if sentence.not_applied:
        return
    form, parties = sentence.form, agreement.parties

    def row(kind: Kind, who: tuple[str, ...], names: frozenset[str], *, shared: bool = False, doers: tuple[str, ...] = parties) -> Row:
        return Row(kind, who, names, sentence.words, sentence.span, clause, sentence, shared, doers)

    duty = owed(form)
    doers = named(doer(occasion(form)), parties) if occasion(form) is not None else parties
    acting = doers if doers != parties else ()
    if isinstance(form, Pause):
        yield row(Kind.POWER, parties, events(form.selector))
    elif isinstance(form, Quota):
        yield row(Kind.DUTY, named(doer(form.selector), parties), events(form.selector), shared=_either(doer(form.selector)))
    elif duty is not None:
        yield from _of_duty(form, duty, row, parties, acting)
    elif limited(form) is not None and not isinstance(form, PauseAfter):
        whom = named(doer(limited(form)), parties, acting)
        yield row(Kind.LIMIT, whom, events(limited(form)))
        acting = whom if whom != parties else ()
    opens = opening(form)
    if opens is not None and "consent" in events(opens.selector):
        yield row(Kind.POWER, named(opens.by, parties, acting), events(limited(form) or occasion(form)), doers=acting or parties)


def opening(form: Form) -> Duty | None:
    """What lifts a sentence (`unless …`) or ends it (`until …`)."""
    lifted = excuse(form)
    return lifted.duty if lifted is not None else awaited(form)


def _of_duty(form: Form, duty: Duty, row: Callable[..., Row], parties: tuple[str, ...], acting: tuple[str, ...]) -> Iterator[Row]:
    names = events(duty.selector)
    by = _addressed(form, parties, acting) if duty.by is WhoWord.ADDRESSED else named(duty.by, parties, acting)
    shared = _either(duty.by) and not getattr(form, "turns", ())  # in turn each of them owes it
    doers = acting or parties
    if "consent" in names:
        yield row(Kind.POWER, by, events(occasion(form)) or names, shared=shared, doers=doers)
        return
    yield row(Kind.DUTY, by, names, shared=shared, doers=doers)
    if names & TELLING and (duty.to is not None or len(by) < len(parties)):
        hearing = (
            named(duty.to, parties, by if len(by) == 1 else acting)
            if duty.to is not None
            else tuple(one for one in parties if one not in by)
        )
        yield row(Kind.RIGHT, hearing, names, doers=doers)


def _addressed(form: Form, parties: tuple[str, ...], acting: tuple[str, ...]) -> tuple[str, ...]:
    """Whom something may be said to: those whom a sentence names, else any but the only one who says it."""
    to = next((one.who for one in filters(occasion(form)) if isinstance(one, ToFilter)), WhoWord.THE_OTHERS)
    return named(to, parties, acting)


def _either(who: Who | None) -> bool:
    return who is None or who is WhoWord.ANYONE or isinstance(who, SomeOf) or (isinstance(who, Parties) and not who.every)
