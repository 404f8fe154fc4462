"""Which part of a new text is which part of the old one: by name, then by meaning, then by likeness. The order of lines says nothing.

Matching is even-handed: whichever of the two texts is called the new one, the same parts belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pactlang.model.agreement import BreachTrigger, PauseAfter, ProhibitionAfter, RepeatAfter, Response
from pactlang.model.meaning import in_order, part_meaning

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Clause, ClauseKind, Example, Form, Sentence

T = TypeVar("T")
Pairs = list[tuple[T | None, T | None]]
_LIKE = 0.55  # words alike enough to be one sentence that changed
_LIKE_ALONE = 0.3  # enough where nothing else in the clause changed
_CLAUSE_LIKE = 0.6
_SAME = 2.0


def sentence_meaning(sentence: Sentence) -> object:
    """What a sentence means with the lines under it."""
    return part_meaning((sentence.form, sentence.modifiers))


def clauses(old: Agreement, new: Agreement) -> Pairs[Clause]:
    """The clauses of both, paired, in the order of the new text; what was removed stands at the end."""
    before = {clause.name: clause for clause in old.clauses}
    found: dict[str, Clause] = {clause.name: before[clause.name] for clause in new.clauses if clause.name in before}
    left = [clause for clause in old.clauses if clause.name not in found]
    gists = {id(clause): _Gist.of(clause) for clause in (*old.clauses, *new.clauses)}
    unnamed = [one for one in new.clauses if one.name not in before]
    for was, now in paired(left, unnamed, lambda a, b: gists[id(a)].likeness(gists[id(b)])):
        if was is not None and now is not None:
            found[now.name] = was
            left.remove(was)
    return [*((found.get(clause.name), clause) for clause in new.clauses), *((clause, None) for clause in left)]


class _Gist(Struct, frozen=True):
    """What a clause holds, apart from its name."""

    kind: ClauseKind
    meanings: tuple[object, ...]
    words: str
    promises: tuple[str, ...]

    @classmethod
    def of(cls, clause: Clause) -> _Gist:
        meanings = tuple(sorted((sentence_meaning(one) for one in clause.sentences), key=in_order))
        words = " ".join(one.words for one in clause.sentences)
        return cls(clause.kind, meanings, words, tuple(promise.words for promise in clause.promises))

    def likeness(self, other: _Gist) -> float:
        """How alike what two clauses of different names hold is."""
        if self.meanings == other.meanings:
            return _SAME if self.meanings or self.promises == other.promises else 0.0
        if self.kind is not other.kind or not self.meanings or not other.meanings:
            return 0.0
        ratio = alike(self.words, other.words, _CLAUSE_LIKE)
        return ratio if ratio >= _CLAUSE_LIKE else 0.0


def with_names_of(old: Agreement, pairs: Pairs[Clause]) -> Agreement:
    """The old agreement with the new names of its clauses, so that `after each breach of …` means the same clause in both."""
    renamed = {was.name: now.name for was, now in pairs if was is not None and now is not None and was.name != now.name}
    if not renamed:
        return old
    taken = {clause.name for clause in old.clauses} | set(renamed.values())
    for was, now in pairs:
        # A clause that is gone may bear the new name of another one.
        if now is None and was is not None and was.name in renamed.values():
            renamed[was.name] = next(name for name in (f"{was.name}-{n}" for n in range(1, len(taken) + 2)) if name not in taken)
    clauses = tuple(_renamed(clause, renamed) for clause in old.clauses)
    return replace(old, clauses=clauses, examples=tuple(_expecting(example, renamed) for example in old.examples))


def _renamed(clause: Clause, renamed: dict[str, str]) -> Clause:
    name = renamed.get(clause.name, clause.name)
    sentences = tuple(
        replace(one, clause=name, label=name + one.label.removeprefix(one.clause), form=_followed(one.form, renamed))
        for one in clause.sentences
    )
    return replace(clause, name=name, sentences=sentences)


def _expecting(example: Example, renamed: dict[str, str]) -> Example:
    def now(name: str) -> str:
        clause, dot, number = name.partition(".")
        return renamed.get(clause, clause) + dot + number

    return replace(example, expects=tuple(replace(one, broken=tuple(map(now, one.broken))) for one in example.expects))


def _followed(form: Form, renamed: dict[str, str]) -> Form:
    if (
        isinstance(form, Response | ProhibitionAfter | PauseAfter | RepeatAfter)
        and isinstance(form.trigger, BreachTrigger)
        and form.trigger.of is not None
    ):
        first, *others = sorted(renamed.get(name, name) for name in form.trigger.clauses)
        return replace(form, trigger=replace(form.trigger, of=first, others=tuple(others)))
    return form


def sentences(old: Sequence[Sentence], new: Sequence[Sentence]) -> Pairs[Sentence]:
    """The sentences of two clauses, paired, in the order of the new one."""
    pairs = paired(old, new, lambda a, b: _SAME if sentence_meaning(a) == sentence_meaning(b) else _likeness(a, b))
    lone_old = [a for a, b in pairs if b is None]
    lone_new = [b for a, b in pairs if a is None]
    if len(lone_old) == len(lone_new) == 1:
        was, now = lone_old[0], lone_new[0]
        assert was is not None and now is not None  # noqa: S101, PT018 - each is alone on its side
        if type(was.form) is type(now.form) or alike(was.words, now.words) >= _LIKE_ALONE:
            # One went and one came in the same clause: that is a sentence that was written anew.
            pairs = [(was, b) if b is now else (a, b) for a, b in pairs if a is not was]
    return pairs


def _likeness(old: Sentence, new: Sentence) -> float:
    ratio = alike(old.words, new.words, _LIKE - 0.2)
    if type(old.form) is type(new.form):
        ratio += 0.2
    return ratio if ratio >= _LIKE else 0.0


def alike(one: str, other: str, least: float = 0.0) -> float:
    """How alike two texts are, word by word: 0 to 1, whichever comes first; 0 where it is certainly below `least`."""
    first, second = sorted((one, other))
    matcher = SequenceMatcher(None, first.split(), second.split(), autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def paired(old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]) -> Pairs[T]:
    """The likest first, each once; in the order of the new, what is left of the old at the end."""
    scores = [(likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in sorted(scores, key=lambda one: (-one[0], abs(one[1] - one[2]), min(one[1:]), max(one[1:]))):
        if score > 0 and i not in used and j not in taken:
            taken[j] = i
            used.add(i)
    pairs: Pairs[T] = [(old[taken[j]] if j in taken else None, one) for j, one in enumerate(new)]
    return [*pairs, *((one, None) for i, one in enumerate(old) if i not in used)]
