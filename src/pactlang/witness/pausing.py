"""What a pause is compared beside: a pause lifts what its text asks for, and stops only what its text does not merely ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Matrix, Pause, PauseAfter, Precedence, Sentence
from pactlang.model.calendar import DAY_SECONDS, Days, add_days
from pactlang.model.meaning import part_meaning
from pactlang.model.parts import events, limited, occasion, wanted
from pactlang.model.vocabulary import HEALTH, PAUSE
from pactlang.witness.answers import answers
from pactlang.witness.entries import HOUR, moment_of, placed
from pactlang.witness.following import triggers_of
from pactlang.witness.scenario import Breach, Scenario
from pactlang.witness.scenarios import scenarios

if TYPE_CHECKING:
    from pactlang.witness.pool import Pool

_EACH = 60  # logs for each sentence that is lifted
Given = tuple[Agreement, Sentence | Matrix]


def paused_in(given: Sequence[Given]) -> frozenset[str]:
    """The events that the pauses among these sentences name; none where no pause is compared."""
    return frozenset().union(*(events(form.selector) for form in _pauses(given)))


def _pauses(given: Sequence[Given]) -> list[Pause | PauseAfter]:
    return [rule.form for _, rule in given if isinstance(rule, Sentence) and isinstance(rule.form, Pause | PauseAfter)]


def beside_pause(agreement: Agreement, given: Sequence[Given], broken: Collection[str] = ()) -> tuple[list[Sentence], tuple[Matrix, ...]]:
    """The sentences and tables of a text that speak of what is paused, without the compared sentences and what is broken first."""
    stops = paused_in(given)
    own = {*broken, *(rule.label for _, rule in given if isinstance(rule, Sentence))}
    spoken = [
        one
        for one in (agreement.sentences if stops else ())
        if not one.not_applied
        and one.label not in own
        and any(events(part) & stops for part in (limited(one.form), wanted(one.form), occasion(one.form)))
    ]
    return spoken, tuple(one for one in agreement.matrices if one.event in stops)


def asked_beside(given: Sequence[Given], broken: Collection[str] = ()) -> list[Sentence]:
    """The sentences that the compared pauses may lift, where each text has the same one under the same name."""
    stops = paused_in(given)
    texts = [{one.label: one for one in beside_pause(agreement, given, broken)[0]} for agreement, _ in given] if stops else []
    found = []
    for one in texts[-1].values() if texts else ():
        asked = events(wanted(one.form))
        same = all(one.label in text and _meant(text[one.label]) == _meant(one) for text in texts)
        if asked and asked <= stops and not asked & HEALTH and same and not isinstance(one.form, Pause | PauseAfter):
            found.append(one)
    return found


def _meant(sentence: Sentence) -> object:
    return part_meaning((sentence.form, sentence.modifiers))


def lifted_cases(asked: Sequence[Sentence], given: Sequence[Given], breaches: Sequence[Breach], pool: Pool) -> Iterator[Scenario]:
    """A pause at the start (or what is followed by one), judged as each length ends; then the short logs of what it may lift, with a
    pause somewhere in them.
    """
    stop = placed(Entry(PAUSE, pool.start, by=pool.parties[:1]), pool.start * DAY_SECONDS + HOUR)
    after = [form for form in _pauses(given) if isinstance(form, PauseAfter)]
    begun = [one for form in after for one in triggers_of(form, pool, breaches)[:1]]
    for log, began in [((stop,), pool.start), *((one.entries, one.at // DAY_SECONDS) for one in begun)]:
        for length in pool.durations if asked else ():
            day = add_days(began, length) if isinstance(length, Days) else began + length.seconds // DAY_SECONDS
            yield from (Scenario(log, day + more) for more in (0, 1, 2))
    for sentence in asked:
        for case in islice(scenarios(sentence.form, pool), _EACH):
            moments = {pool.start * DAY_SECONDS + HOUR, *((case.last - days) * DAY_SECONDS + 12 * HOUR for days in (2, 9))}
            if case.entries:
                moments |= {moment_of(case.entries[0]) - 60, moment_of(case.entries[-1]) + 60}
            for at in sorted(moments):
                yield Scenario(tuple(sorted((placed(stop, at), *case.entries), key=moment_of)), case.last)


def served(cases: Iterable[Scenario], asked: Sequence[Sentence], pool: Pool) -> Iterator[Scenario]:
    """The same logs with what must come before something that is paused, too: just before all of it, and just before its last entry."""
    forms = [one.form for one in asked if isinstance(one.form, Precedence)]
    answers_first = [entry for form in forms for entry in next(answers(form.duty, pool, Entry("", pool.base)))]
    for case in cases:
        for at in sorted({moment_of(entry) - 60 for entry in (*case.entries[:1], *case.entries[-1:] * bool(forms))}):
            log = (*(placed(entry, at) for entry in answers_first), *case.entries)
            yield Scenario(tuple(sorted(log, key=moment_of)), case.last)
