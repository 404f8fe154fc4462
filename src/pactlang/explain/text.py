"""Each sentence in plain words, with the nearest case that is kept and the nearest that is broken: do we mean the same?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.budget import STEPS, Budget, searching
from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.lifting import stopped
from pactlang.model.agreement import AimKind, Matrix, Pause, PauseAfter, TaggedPeople
from pactlang.witness.nearest import nearest_of
from pactlang.witness.pool import parts_of
from pactlang.words.case import case_words
from pactlang.words.messages import message
from pactlang.words.plain import days_plain, hours_plain, plain_words, state_plain

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Aim, Clause, Sentence
    from pactlang.model.calendar import Zone
    from pactlang.source import Span
    from pactlang.witness.cases import Case, Pair

NO_CASE = "No short log was found that shows the difference between kept and broken here; `pact check` judges a real one."
NOT_APPLIED = "Nothing keeps or breaks it, because it is not applied."
LIFTS = "Nothing breaks it: what it names is only asked for here, so it is not owed during a pause, but may still be done."
CUT = "Not every short log was tried, because that would take too long; `pact check` judges a real one."
_WHOLE = 6 * STEPS  # for all sentences of a text together; each has at most `STEPS`
NO_COUNT = "No case is shown: it would take more entries than anyone would read."
AIMED = {
    AimKind.HOPE: "A hope: it must stay possible while every clause is kept. No log breaks it; `pact lint` says if it is out of reach.",
    AimKind.GUARANTEE: "A guarantee: keeping every clause keeps it too. No log breaks it; `pact lint` says if it does not follow.",
}
PROMISED = "A promise in plain words: no log can show whether it was kept, so it is counted and never checked."


class Told(Struct, frozen=True):
    """A case in words: what differs from the other one, and what the checker says. `log` holds all its entries."""

    log: tuple[Entry, ...]
    last: int
    broken: bool
    differs: str
    says: str
    finding: Finding | None

    @property
    def verdict(self) -> str:
        """How the checker judges it: `kept`, `broken`, or `missed` for a wish."""
        missed = self.finding is not None and self.finding.status is Status.MISSED
        return "kept" if not self.broken else "missed" if missed else "broken"


class ToldPair(Struct, frozen=True):
    """Two cases with what they share, which may be nothing."""

    shared: str
    kept: Told
    broken: Told


class Explained(Struct, frozen=True):
    """A sentence (or a matrix) as it was written, in plain words, with its cases. `note` says why there are none."""

    label: str
    words: str
    plain: tuple[str, ...]
    pairs: tuple[ToldPair, ...]
    note: str
    span: Span


class ExplainedClause(Struct, frozen=True):
    """A clause with all that stands in it; a matrix is one, and so are a state, a hope and a guarantee."""

    name: str
    kind: str
    title: str
    sentences: tuple[Explained, ...]
    promises: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def explained(agreement: Agreement, only: str = "") -> tuple[ExplainedClause, ...]:
    """All clauses, matrices, states, days, hours, hopes and guarantees, or the one with this name; or one sentence by its label.

    All searches share one budget, so that a text of any length is explained within it.
    """
    rest = _Rest(Budget(_WHOLE), len(agreement.sentences) + len(agreement.matrices)) if not only else None
    found = [_declared(one.days.name, "days", days_plain(one.days), one.span) for one in agreement.days if only in ("", one.days.name)]
    found += [
        _declared(one.hours.name, "hours", hours_plain(one.hours), one.span) for one in agreement.hours if only in ("", one.hours.name)
    ]
    found += [_declared(state.name, "state", state_plain(state), state.span) for state in agreement.states if only in ("", state.name)]
    found += [one for clause in agreement.clauses if (one := _clause(clause, agreement, only, rest)) is not None]
    found += [
        ExplainedClause(matrix.name, "matrix", matrix.title, (explained_one(matrix, agreement, rest),), (), matrix.reasons)
        for matrix in agreement.matrices
        if only in ("", matrix.name)
    ]
    found += [_aim(aim, agreement) for aim in agreement.aims if only in ("", aim.name)]
    return tuple(found)


def _declared(name: str, kind: str, plain: tuple[str, ...], span: Span) -> ExplainedClause:
    return ExplainedClause(name, kind, "", (Explained(name, "", plain, (), "", span),))


def _clause(clause: Clause, agreement: Agreement, only: str, rest: _Rest | None) -> ExplainedClause | None:
    whole = only in ("", clause.name)
    sentences = tuple(explained_one(one, agreement, rest) for one in clause.sentences if whole or only == one.label)
    if not whole and not sentences:
        return None
    promises = tuple(one.words for one in clause.promises) if whole else ()
    return ExplainedClause(clause.name, clause.kind.value, clause.title, sentences, promises, clause.reasons if whole else ())


def _aim(aim: Aim, agreement: Agreement) -> ExplainedClause:
    """A hope or a guarantee: no cases, since no log keeps or breaks it."""
    note = AIMED[aim.kind]
    told = tuple(Explained(one.label, one.words, plain_words(one, agreement), (), note, one.span) for one in aim.sentences)
    return ExplainedClause(aim.name, aim.kind.value, aim.title, told, (), aim.reasons)


class _Rest:
    """What is left for the sentences that are still to come; each takes its share at most, and leaves what it does not need."""

    def __init__(self, whole: Budget, sentences: int) -> None:
        self._whole = whole
        self._sentences = sentences

    def next(self) -> Budget:
        self._sentences -= 1
        return self._whole.share(self._sentences + 1)


def explained_one(rule: Sentence | Matrix, agreement: Agreement, rest: _Rest | None = None) -> Explained:
    """One sentence or matrix."""
    pairs: tuple[Pair, ...] = ()
    note = ""
    if not isinstance(rule, Matrix) and rule.not_applied:
        note = NOT_APPLIED
    else:
        searching(label_of(rule))
        budget = rest.next() if rest is not None else Budget()
        pairs = nearest_of(agreement, rule, budget).pairs
        note = CUT if budget.spent else "" if pairs else _why_none(rule, agreement)
    zone = pairs[0].zone if pairs else None
    words = f"matrix {rule.name} for {rule.event}" if isinstance(rule, Matrix) else rule.words
    told = tuple(_told(pair, agreement, zone) for pair in pairs) if zone is not None else ()
    return Explained(label_of(rule), words, plain_words(rule, agreement), told, note, rule.span)


def _why_none(rule: Sentence | Matrix, agreement: Agreement) -> str:
    tags = {tag for one in parts_of(rule, TaggedPeople) for tag in one.tags}
    if tags and tags.isdisjoint(tag for person in agreement.people for tag in person.tags):
        tag = min(tags)
        line = f"'person robin tagged {tag}'"
        return f"Nobody is declared as {tag} yet, so no case can be shown. Someone is declared by a line such as {line}."
    if not isinstance(rule, Matrix) and isinstance(rule.form, Pause | PauseAfter) and not stopped(rule.form, agreement):
        return LIFTS
    limit = getattr(getattr(rule.form, "measure", None), "limit", 0) if not isinstance(rule, Matrix) else 0
    return NO_COUNT if limit > 60 else NO_CASE


def hover_words(rule: Sentence | Matrix, agreement: Agreement) -> str:
    """A sentence in plain words with its plainest pair of cases, short enough for an editor to show beside it."""
    one = explained_one(rule, agreement)
    lines = [" ".join(one.plain)]
    for pair in one.pairs[:1]:
        lines += [f"Say there was: {pair.shared}."] if pair.shared else []
        lines += [f"{case.verdict.capitalize()}: {case.differs} ({case.says})." for case in (pair.kept, pair.broken)]
    return "\n".join([*lines, *([one.note] if one.note else [])])


# --- a pair in words ----------------------------------------------------------------------------------------------


def _told(pair: Pair, agreement: Agreement, zone: Zone) -> ToldPair:
    kept, broken = pair.kept.entries, pair.broken.entries
    if len(kept) == len(broken):
        places = [place for place, (one, other) in enumerate(zip(kept, broken, strict=True)) if one != other]
        shared = [entry for place, entry in enumerate(kept) if place not in places]
        differ = ([kept[place] for place in places], [broken[place] for place in places])
    else:
        shared = [entry for entry in kept if entry in broken]
        differ = ([entry for entry in kept if entry not in shared], [entry for entry in broken if entry not in shared])
    words = case_words(shared, 0, agreement) if shared else ""
    day = (shared[-1].end_day or shared[-1].day) if shared else 0
    more = ["", ""]
    for place, entries in enumerate(differ):
        others = differ[1 - place]
        if entries:
            again = "another " if shared and not others and any(_alike(entry, entries[0]) for entry in shared) else ""
            more[place] = again + case_words(entries, 0, agreement, day)
        else:
            more[place] = "nothing more" if shared else "nothing of the kind"
    return ToldPair(words, _case(pair.kept, more[0], zone), _case(pair.broken, more[1], zone))


def _alike(one: Entry, other: Entry) -> bool:
    return one.type == other.type


def _case(case: Case, differs: str, zone: Zone) -> Told:
    says = message(_unnamed(case.finding), zone) if case.finding is not None else "this sentence allows it"
    return Told(case.entries, case.last, case.broken, differs, says, case.finding)


def _unnamed(finding: Finding) -> Finding:
    """A finding that names no other one: what a made-up log broke has a name that no real check gives.

    What is forbidden after a breach says so all the same: its moment is that of the breach, and not of an entry.
    """
    return replace(finding, after="the breach" if finding.after and finding.form is FormName.PROHIBITION else "")
