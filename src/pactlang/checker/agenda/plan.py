"""What comes next for an agreement and its log, as of a moment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pactlang.checker.agenda.findings import items_of_findings, name_of, unanswered
from pactlang.checker.agenda.item import Agenda, Item, Kind, Series
from pactlang.checker.agenda.moments import moment_of_entry, moment_of_version
from pactlang.checker.agenda.revisit import revisits
from pactlang.checker.agenda.series import fit, fit_turns
from pactlang.checker.compile import course_of
from pactlang.checker.engine import contexts_of, judge
from pactlang.checker.finding import longest_bars
from pactlang.checker.forms.schedule import asked_dates, goes_on, turns_taken
from pactlang.checker.lifting import lifted
from pactlang.checker.spans import FOREVER
from pactlang.model.agreement import ClockFilter, ClockPart, DuringFilter, Parties, Schedule, Sentence
from pactlang.model.calendar import DAY_SECONDS, Exact, add_days
from pactlang.model.vocabulary import PAUSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Clause
    from pactlang.model.calendar import Zone


def agenda(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone, last: int) -> Agenda:
    """Every item up to the date `last`, in order of time.

    Schedules are given whole, from the first date on which they asked for something: what a calendar holds must not change with every
    day that passes. Everything else is given as it stands at `as_of`.
    """
    judgement = judge(agreements, entries, as_of, default_zone, keep_all=True)
    contexts = contexts_of(agreements, entries, as_of, default_zone, judgement=judgement)
    known = [entry for entry in entries if moment_of_entry(entry, judgement.zone, noted=False) <= as_of]
    made = [moment_of_version(context.version) for context in contexts]
    changed = max([*made, *(moment_of_entry(entry, judgement.zone) for entry in known)], default=0)
    items = _series(contexts, last)
    current = next((context for context in contexts if context.version.judges(as_of)), None)
    versions = [context.version for context in contexts]
    items += items_of_findings(judgement, versions, current.version if current is not None else None)
    if current is not None:
        items += _pause_ends(judgement, current, as_of)
        items += _free_again(judgement, current)
        items += _caps(judgement, current)
    items += revisits(versions, known, judgement.zone.date_of(as_of))
    if contexts and judgement.left is None:
        items += _end(contexts[-1])
    items = [item for item in items if item.day <= last]
    items.sort(key=lambda item: (item.start, item.key))
    return Agenda(tuple(items), judgement, last, changed, tuple(unanswered(judgement, versions)))


def clause_in(agreement: Agreement, sentence: Sentence) -> Clause:
    """The clause that a sentence stands in."""
    return next(clause for clause in agreement.clauses if clause.name == sentence.clause)


def _series(contexts: Sequence[Context], last: int) -> list[Item]:
    """Each schedule as one series, however many versions say the same; one that a version changed starts a further one."""
    versions = [context.version for context in contexts]
    runs: dict[tuple[object, ...], list[tuple[Context, Sentence]]] = defaultdict(list)
    for context in contexts:
        for sentence in context.version.agreement.sentences:
            form = sentence.form
            if isinstance(form, Schedule) and not sentence.not_applied:
                rhythm = (form.recurrence, form.by, form.whole, form.turns, form.first_turn)
                run = runs[sentence.label, *rhythm, form.at, form.length, *_hours(form), context.zone.key]
                run.append((context, lifted(sentence, context.version.agreement)))
    items: list[Item] = []
    labels: set[tuple[str, ...]] = set()
    for run in runs.values():
        context, sentence = run[-1]
        assert isinstance(sentence.form, Schedule)  # noqa: S101 - just looked at
        days: list[int] = []
        turn = 0
        of: dict[str, list[int]] = defaultdict(list)  # the dates of each who takes turns
        before: tuple[Context, Schedule] | None = None
        moments = [moment_of_version(run[0][0].version)]
        for one, said in run:
            if isinstance(said.form, Schedule):
                course = course_of(said, said.form, one, versions)
                asked = list(asked_dates(said.form, said.modifiers, course, last))
                days += asked
                if said.form.turns:
                    if before is None or before[0].version.last + 1 != one.version.first or not goes_on(said.form, before[1]):
                        turn = turns_taken(said.form, said.modifiers, course)
                    before = (one, said.form)
                    for place, day in enumerate(asked, turn):
                        of[said.form.turns[place % len(said.form.turns)]].append(day)
                    turn += len(asked)
                if said.modifiers.only or said.modifiers.excepted:
                    steering = [stretch.entry for spans in one.states.values() for stretch in spans.stretches]
                    moments += [moment_of_entry(entry, one.zone) for entry in steering if entry is not None]
        week_start, named = context.version.agreement.week_start, sentence.form.duty.by
        clock, seconds = _hours(sentence.form)
        fitted: list[tuple[tuple[str, ...], Series]] = []
        for name in sentence.form.turns:
            fitted += [((name,), one) for one in fit_turns(of[name], sentence.form.recurrence, len(sentence.form.turns), week_start)]
        if not sentence.form.turns:
            names = named.names if isinstance(named, Parties) else ()
            fitted = [(names, one) for one in fit(days, sentence.form.recurrence, week_start)]
        for who, series in fitted:
            label = (sentence.label, *(who if sentence.form.turns else ()))
            again = label in labels
            labels.add(label)
            items.append(
                Item(
                    Kind.SERIES,
                    ("series", *label, *([str(series.first)] if again else [])),
                    context.version.agreement,
                    context.zone,
                    series.first,
                    max(moments),
                    sentence,
                    clause_in(context.version.agreement, sentence),
                    who=who,
                    clock=clock,
                    seconds=seconds,
                    days=1 if sentence.form.length is None else _whole_days(series.first, sentence.form),
                    series=series,
                )
            )
    return items


def _hours(form: Schedule) -> tuple[int | None, int]:
    """From which second on, and how long, a schedule's date is: as the sentence says, else within the hours that it asks for."""
    length = form.length.seconds if isinstance(form.length, Exact) else 0
    selector = form.duty.selector
    if form.at is not None or form.by or form.whole or len(selector.alternatives) > 1:
        return form.at, length
    filters = (*selector.alternatives[0].filters, *selector.filters)
    asked = [(one.start, one.end) for one in filters if isinstance(one, ClockFilter) and one.part is not ClockPart.END]
    asked += [(line.start, line.end) for one in filters if isinstance(one, DuringFilter) for line in one.hours.lines]
    if len(asked) != 1:
        return None, length
    [(start, end)] = asked
    return start, length or (end - start) % DAY_SECONDS or DAY_SECONDS


def _whole_days(first: int, form: Schedule) -> int:
    return 1 if form.length is None or isinstance(form.length, Exact) else max(1, add_days(first, form.length) - first)


def _pause_ends(judgement: Judgement, current: Context, as_of: int) -> list[Item]:
    agreement, zone = current.version.agreement, current.zone
    items = []
    for hold in judgement.holds:
        sentence = hold.sentence
        if hold.agreement is not agreement or not as_of < hold.end < FOREVER or hold.start > as_of:
            continue
        midnight = zone.midnight(zone.date_of(hold.end)) == hold.end
        # A pause that follows something is named by when it began, too: one entry may bring several about.
        own = hold.entry is not None and hold.entry.type == PAUSE
        reason = (*([name_of(hold.entry)] if hold.entry is not None else []), *([] if own else [str(hold.start)]))
        made = moment_of_entry(hold.entry, zone) if hold.entry is not None else hold.start
        items.append(
            Item(
                Kind.PAUSE_END,
                ("pause-end", sentence.label, *reason),
                agreement,
                zone,
                # A pause up to a date includes that date: its end is the date itself.
                zone.date_of(hold.end - 1),
                max(made, moment_of_version(current.version)),
                sentence,
                clause_in(agreement, sentence),
                instant=None if midnight else hold.end,
                entries=(hold.entry,) if hold.entry is not None else (),
            )
        )
    return items


def _free_again(judgement: Judgement, current: Context) -> list[Item]:
    """Where a time ends in which something is forbidden; one that waits for somebody ends on no date that is known."""
    agreement, zone = current.version.agreement, current.zone
    items = []
    for bar in longest_bars(judgement.bars):
        if bar.end is None or bar.agreement is not agreement:
            continue
        midnight = zone.midnight(zone.date_of(bar.end)) == bar.end
        made = moment_of_entry(bar.entry, zone) if bar.entry is not None else bar.start
        items.append(
            Item(
                Kind.FREE_AGAIN,
                ("free-again", bar.sentence.label, *bar.by, *bar.to, bar.person),
                agreement,
                zone,
                zone.date_of(bar.end - 1) if midnight else zone.date_of(bar.end),
                max(made, moment_of_version(current.version)),
                bar.sentence,
                clause_in(agreement, bar.sentence),
                who=bar.by,
                with_=(bar.person,) if bar.person else (),
                instant=None if midnight else bar.end,
                entries=(bar.entry,) if bar.entry is not None else (),
            )
        )
    return items


def _caps(judgement: Judgement, current: Context) -> list[Item]:
    agreement, zone = current.version.agreement, current.zone
    return [
        Item(
            Kind.CAP_FREE,
            ("cap-free", room.sentence.label, *room.who, *room.with_),
            agreement,
            zone,
            zone.date_of(room.standing.free),
            max([moment_of_version(current.version), *(moment_of_entry(entry, zone) for entry in room.standing.entries)]),
            room.sentence,
            clause_in(agreement, room.sentence),
            who=room.who,
            with_=room.with_,
            entries=room.standing.entries,
        )
        for room in judgement.rooms
        if room.standing.free is not None
    ]


def _end(context: Context) -> list[Item]:
    agreement = context.version.agreement
    if agreement.in_force_until is None:
        return []
    return [Item(Kind.END, ("end",), agreement, context.zone, context.version.last, moment_of_version(context.version))]
