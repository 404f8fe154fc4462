"""Two texts compared by meaning: which clause is which, what each sentence asks now, of whom, and who must agree to it.

Only what means something else is judged; a sentence that says the same, wherever it stands now, costs nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.budget import Budget, searching
from pactlang.checker.context import label_of
from pactlang.checker.people import called_as_in
from pactlang.diff.around import around_changes, everyone_of
from pactlang.diff.changes import Change, ClauseChange, Comparison, Part, Way, assent_of
from pactlang.diff.fingerprints import fingerprint
from pactlang.diff.match import alike, clauses, paired, sentence_meaning, sentences, with_names_of
from pactlang.diff.said import sentence_lines
from pactlang.model.agreement import Cell, Schedule
from pactlang.model.meaning import part_meaning
from pactlang.witness.beside import Hearing
from pactlang.witness.direction import Compared, Direction, Witness
from pactlang.witness.rests import rests_on
from pactlang.witness.search import STEPS, compare_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diff.match import Pairs
    from pactlang.model.agreement import Agreement, Clause, Matrix, MatrixRow, Sentence
    from pactlang.witness.sides import Given


# Cells that ask the same: a yes asks nothing, as where there is no cell; an open one asks as `ask` does.
_WHOLE = 8 * STEPS  # for all changes together
_ALIKE: tuple[set[Cell | None], ...] = ({None, Cell.YES}, {Cell.ASK, Cell.OPEN})


def compare(old: Agreement, new: Agreement, *, judged: bool = True, budget: Budget | None = None) -> Comparison:
    """What a new text says differently. Without `judged` nothing is tried out: every direction is `changed`, as for two drafts.

    All searches share one `budget`, an
    even share for each; where one is too small, its change is `changed`, and says so.
    """
    return _Comparing(old, new, budget or Budget(_WHOLE), judged=judged).whole()


class _Comparing:
    """One comparison: both texts, with the old one's clauses called as they are in the new one."""

    def __init__(self, old: Agreement, new: Agreement, budget: Budget, *, judged: bool) -> None:
        self._budget = budget
        self._given = old
        old = called_as_in(new, old)
        pairs = clauses(old, new)
        self._was = {id(now): was.name for was, now in pairs if was is not None and now is not None}
        self._old = with_names_of(old, pairs)
        self._new = new
        self._pairs = clauses(self._old, new)
        self._originals = dict(zip(map(id, self._old.clauses), old.clauses, strict=True))
        self._judged = judged
        self._parties = everyone_of(old, new)
        self._sentences: Pairs[Sentence] = []
        self._left = _unlike(self._old, new)
        self._hearing = (Hearing(self._old), Hearing(new))
        self._clauses = {clause.name: clause for clause in self._old.clauses}

    def whole(self) -> Comparison:
        found = [self._clause(was, now) for was, now in self._pairs]
        found += [self._matrix(was, now) for was, now in _by_name(self._old.matrices, self._new.matrices)]
        return Comparison(
            self._given,
            self._new,
            _told_apart(around_changes(self._given, self._old, self._new, self._sentences, judged=self._judged)),
            tuple(one for one in found if one is not None),
            self._moved(),
            tuple((self._own_label(a), b.label if b is not None else None) for a, b in self._sentences),
        )

    def _as_written(self, witness: Witness | None) -> Witness | None:
        """A log with the names that the old text has for what it breaks there, too."""
        if witness is None or not witness.also:
            return witness
        own = {one.label: self._own_label(one) for one in self._old.sentences}
        return replace(witness, also=tuple(own.get(label) or label for label in witness.also))

    def _own_label(self, sentence: Sentence | None) -> str | None:
        """What a sentence of the old text is called there."""
        if sentence is None:
            return None
        clause = self._clauses[sentence.clause]
        return self._originals[id(clause)].sentences[clause.sentences.index(sentence)].label

    def _moved(self) -> tuple[str, ...]:
        """The clauses that stand elsewhere among those that both texts have."""
        both = [now.name for was, now in self._pairs if was is not None and now is not None]
        kept_in_both = set(both)
        before = [clause.name for clause in self._old.clauses if clause.name in kept_in_both]
        kept = _longest_kept(before, both)
        return tuple(name for name in both if name not in kept)

    # --- clauses --------------------------------------------------------------------------------------------

    def _clause(self, old: Clause | None, new: Clause | None) -> ClauseChange | None:
        clause = new or old
        assert clause is not None  # noqa: S101 - a pair has one side at least
        was = self._was.get(id(new), "") if new is not None else self._originals[id(old)].name
        changes: list[Change] = []
        pairs = sentences(_written(old), _written(new))
        self._sentences += pairs
        if old is not None and new is not None and old.kind is not new.kind:
            meaning = fingerprint("kind", clause.name, old.kind.value, new.kind.value)
            kinds = ((old.kind.value,), (new.kind.value,))
            changes.append(Change(Part.KIND, Way.CHANGED, clause.name, *kinds, Direction.CHANGED, meaning, assent=self._parties))
        for a, b in pairs:
            change = self._sentence(a, old, b, new)
            if change is not None:
                changes.append(change)
        changes += self._promises(old, new, clause.name)
        reasons, gone = _reasons(old, new)
        title = new.title if new is not None and old is not None and new.title != old.title else ""
        if not changes and not reasons and not gone and not title and was == clause.name and (old is None) == (new is None):
            return None
        return ClauseChange(clause.name, was, new is None, False, title, reasons, gone, _told_apart(changes))

    def _sentence(self, a: Sentence | None, old: Clause | None, b: Sentence | None, new: Clause | None) -> Change | None:
        lines = (sentence_lines(a, old) if a and old else (), sentence_lines(b, new) if b and new else ())
        sentence = b or a
        assert sentence is not None  # noqa: S101 - a pair has one side at least
        meanings = [(sentence_meaning(one), bool(one.not_applied)) if one else None for one in (a, b)]
        mark = fingerprint("sentence", sentence.clause, *meanings)
        reached = a is not None and b is not None and rests_on(a, self._old) != rests_on(b, self._new)
        if a is not None and b is not None and meanings[0] == meanings[1] and not reached:
            if lines[0] == lines[1] and a.words == b.words:
                return None
            return Change(Part.SENTENCE, Way.REWORDED, sentence.label, *lines, Direction.SAME, mark)
        if a is not None and b is not None and not reached and _asked(a) == _asked(b):
            return Change(Part.SENTENCE, Way.CHANGED, sentence.label, *lines, Direction.NEITHER, mark, assent=self._parties)
        given = ((self._old, a) if a and not a.not_applied else None, (self._new, b) if b and not b.not_applied else None)
        compared = self._compared(*given)
        way = Way.ADDED if a is None else Way.REMOVED if b is None else Way.AFFECTED if lines[0] == lines[1] else Way.CHANGED
        if a is not None and b is not None and meanings[0] == meanings[1]:
            if compared.none:
                # What it rests on is told on its own, and nothing shows that it reaches this sentence.
                return None if lines[0] == lines[1] else Change(Part.SENTENCE, Way.REWORDED, sentence.label, *lines, Direction.SAME, mark)
            way = Way.AFFECTED
            mark = fingerprint("rests", sentence.clause, meanings[0], rests_on(a, self._old), rests_on(b, self._new))
        assent = assent_of(compared, self._parties)
        return Change(Part.SENTENCE, way, sentence.label, *lines, compared.direction, mark, compared, assent)

    def _compared(self, old: Given | None, new: Given | None) -> Compared:
        if not self._judged or (old is None and new is None):
            return Compared()
        name = label_of((new or old)[1])  # type: ignore[index]  # one of them is there
        searching(name)
        budget = self._budget.share(self._left, STEPS)
        self._left -= 1
        compared = compare_rules(old, new, budget)
        if compared.none:
            return compared
        tighter = self._as_written(self._hearing[0].beside(compared.tighter, old, self._budget))
        looser = self._hearing[1].beside(compared.looser, new, self._budget)
        return Compared(cut=True) if self._budget.spent else replace(compared, tighter=tighter, looser=looser)

    def _promises(self, old: Clause | None, new: Clause | None, name: str) -> Iterator[Change]:
        """Promises in plain words: what they ask is for people to say."""
        before = [promise.words for promise in old.promises] if old else []
        after = [promise.words for promise in new.promises] if new else []
        pairs = paired([one for one in before if one not in after], [one for one in after if one not in before], _likeness)
        for was, now in pairs:
            way = Way.ADDED if was is None else Way.REMOVED if now is None else Way.CHANGED
            lines = ((f'"{was}"',) if was is not None else (), (f'"{now}"',) if now is not None else ())
            mark = fingerprint("promise", name, was, now)
            yield Change(Part.PROMISE, way, name, *lines, Direction.CHANGED, mark, assent=self._parties)

    # --- matrices -------------------------------------------------------------------------------------------

    def _matrix(self, old: Matrix | None, new: Matrix | None) -> ClauseChange | None:
        matrix = new or old
        assert matrix is not None  # noqa: S101 - a pair has one side at least
        changes: list[Change] = []
        if old is not None and new is not None:
            changes += self._matrix_heading(old, new)
            old = replace(old, event=new.event, ask_within=new.ask_within)
        for was, now in _rows(old, new):
            changes += self._row(old, was, new, now)
        reasons, gone = _reasons(old, new)
        title = new.title if new is not None and old is not None and new.title != old.title else ""
        if not changes and not reasons and not gone and not title:
            return None
        return ClauseChange(matrix.name, old.name if old else "", new is None, True, title, reasons, gone, _told_apart(changes))

    def _matrix_heading(self, old: Matrix, new: Matrix) -> Iterator[Change]:
        for name, was, now in (
            ("for", old.event, new.event),
            ("ask means", f"consent within the last {old.ask_within.words}", f"consent within the last {new.ask_within.words}"),
        ):
            if was == now or (name == "ask means" and part_meaning(old.ask_within) == part_meaning(new.ask_within)):
                continue
            after = replace(old, event=new.event) if name == "for" else replace(old, ask_within=new.ask_within)
            compared = self._compared((self._old, old), (self._new, after))
            mark = fingerprint("matrix", new.name, name, was, now)
            lines = ((f"{name} {was}",), (f"{name} {now}",))
            assent = assent_of(compared, self._parties)
            yield Change(Part.MATRIX, Way.CHANGED, name, *lines, compared.direction, mark, compared, assent)

    def _row(self, old: Matrix | None, was: MatrixRow | None, new: Matrix | None, now: MatrixRow | None) -> Iterator[Change]:
        """A change for each cell that says something else: each is its own party's word."""
        matrix, row = (new, now) if now is not None else (old, was)
        assert matrix is not None and row is not None  # noqa: S101, PT018 - a pair has one side at least
        before, after = _cells(old, was), _cells(new, now)
        for party in dict.fromkeys((*after, *before)):
            cells = (before.get(party), after.get(party))
            if cells[0] == cells[1]:
                continue
            name = f"{row.activity}, {party}"
            sides = []
            for agreement, cell in ((self._old, cells[0]), (self._new, cells[1])):
                alone = replace(matrix, parties=(party,), rows=(replace(row, cells=(cell,)),)) if cell is not None else None
                sides.append((agreement, alone) if alone is not None else None)
            compared = self._compared(*sides)
            if compared.more_protected or compared.less_protected:
                compared = replace(
                    compared,
                    more_protected=(party,) if compared.tighter else (),
                    less_protected=(party,) if compared.looser else (),
                )
            direction = compared.direction
            if any(set(cells) <= alike for alike in _ALIKE):
                direction = Direction.NEITHER
            way = Way.ADDED if cells[0] is None else Way.REMOVED if cells[1] is None else Way.CHANGED
            lines = [(cell.value,) if cell is not None else () for cell in cells]
            mark = fingerprint("cell", matrix.name, row.activity, party, *(cell and cell.value for cell in cells))
            yield Change(Part.CELL, way, name, lines[0], lines[1], direction, mark, compared, (party,))


def _written(clause: Clause | None) -> tuple[Sentence, ...]:
    """The sentences of a clause; what repairs a breach of one is part of that one."""
    return tuple(one for one in clause.sentences if not one.repairs) if clause is not None else ()


def _unlike(old: Agreement, new: Agreement) -> int:
    """About how many sentences and cells will have to be tried."""
    before, after = ({sentence_meaning(one) for one in text.sentences if not one.repairs} for text in (old, new))
    cells = sum(len(matrix.rows) * len(matrix.parties) for matrix in new.matrices if matrix not in old.matrices)
    return max(len(after - before), len(before - after)) + cells


def _reasons(old: Clause | Matrix | None, new: Clause | Matrix | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The reasons that a new text gives and the old one did not, and the other way round; of a clause that is gone, none are told."""
    before, after = old.reasons if old else (), new.reasons if new else ()
    come = tuple(one for one in after if one not in before)
    return come, tuple(one for one in before if one not in after) if new is not None else ()


def _asked(sentence: Sentence) -> object:
    """What verdicts follow from: a sentence without what only reminds, warns or shows."""
    form = sentence.form
    if isinstance(form, Schedule):
        form = replace(form, at=form.at if form.by or form.about else None, length=None)
    return (part_meaning((form, sentence.modifiers.judged)), bool(sentence.not_applied))


def _by_name(old: Sequence[Matrix], new: Sequence[Matrix]) -> Pairs[Matrix]:
    before = {one.name: one for one in old}
    names = {one.name for one in new}
    return [*((before.get(one.name), one) for one in new), *((one, None) for one in old if one.name not in names)]


def _rows(old: Matrix | None, new: Matrix | None) -> Pairs[MatrixRow]:
    before = {row.activity: row for row in old.rows} if old else {}
    after = {row.activity: row for row in new.rows} if new else {}
    return [(before.get(name), after.get(name)) for name in dict.fromkeys((*after, *before))]


def _cells(matrix: Matrix | None, row: MatrixRow | None):  # type: ignore[no-untyped-def]
    return dict(zip(matrix.parties, row.cells, strict=True)) if matrix and row else {}


def _likeness(old: str, new: str) -> float:
    ratio = alike(old, new)
    return ratio if ratio >= 0.5 else 0.0


def _longest_kept(before: list[str], after: list[str]) -> set[str]:
    """The most names that stand in the same order in both."""
    place = {name: number for number, name in enumerate(before)}
    ends: list[int] = []  # the least place at which a chain of each length ends
    at: list[str] = []
    earlier: dict[str, str | None] = {}
    for name in after:
        length = bisect_left(ends, place[name])
        earlier[name] = at[length - 1] if length else None
        ends[length : length + 1] = [place[name]]
        at[length : length + 1] = [name]
    kept: set[str] = set()
    last = at[-1] if at else None
    while last is not None:
        kept.add(last)
        last = earlier[last]
    return kept


def _told_apart(changes: Iterator[Change] | list[Change]) -> tuple[Change, ...]:
    """Two changes of the very same meaning get fingerprints of their own."""
    seen: dict[str, int] = {}
    found = []
    for change in changes:
        count = seen[change.fingerprint] = seen.get(change.fingerprint, 0) + 1
        found.append(change if count == 1 else replace(change, mark=change.mark.numbered(count)))
    return tuple(found)
