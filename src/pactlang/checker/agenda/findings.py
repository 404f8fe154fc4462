"""Items from what the checker finds due."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.agenda.item import Item, Kind
from pactlang.checker.agenda.moments import moment_of_entry, moment_of_version
from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.model.agreement import BreachTrigger, Interval, Parties, Quota, RepeatAfter, Response, Schedule, Sentence, WhoWord, Within
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.vocabulary import LEAVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.checker.timeline import Version
    from pactlang.log.entry import Entry


def items_of_findings(judgement: Judgement, versions: Sequence[Version], current: Version | None) -> list[Item]:
    """What is open, each under the version that asked for it: what was owed when a new version began is owed still.

    The findings must list what was kept: it keeps the names of the others from moving.
    """
    items: list[Item] = []
    of = {id(version.agreement): version for version in versions}
    ours = [one for one in _with_firsts(judgement.findings) if isinstance(one.sentence, Sentence) and id(one.agreement) in of]
    items += _deadlines([one for one in ours if one.form is FormName.RESPONSE], of)
    items += _next_dates([one for one in ours if one.form is FormName.INTERVAL], of, current)
    items += _periods([one for one in ours if one.form is FormName.QUOTA and one.status is Status.DUE], of)
    return items


def unanswered(judgement: Judgement, versions: Sequence[Version]) -> list[Item]:
    """What was owed and never came: a breach stays open until it is answered, let go, or all that was to follow it is done.

    Once somebody left, what leaving asks for is all that is still owed.
    """
    of = {id(version.agreement): version for version in versions}
    follows: dict[str, list[Finding]] = defaultdict(list)
    for one in judgement.findings:
        if one.answers:
            follows[one.answers].append(one)
    return [
        replace(_deadline(one, of[id(one.agreement)]), key=("open", one.id), overdue=True)
        for one in _with_firsts(judgement.findings)
        if (_closing(one) if judgement.left is not None else one.form is FormName.RESPONSE or _may_still_come(one, judgement))
        and one.status is Status.BREACH
        and one.fulfilled_at is None
        and not (follows[one.id] and all(other.status is Status.KEPT for other in follows[one.id]))
    ]


def _with_firsts(findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings; one that something may repair as what is owed for that and, where that is still missing, as what was missing first."""
    for one in findings:
        if one.first is None:
            yield one
            continue
        endless = one.status is Status.DUE and one.due is None
        if not endless:
            yield replace(one, who=one.owing or one.who)
        if endless or one.status is not Status.DUE:
            # However it was repaired, what comes again and again is owed again.
            missing = endless or (one.status is Status.REPAIRED and one.first.form is FormName.INTERVAL)
            yield replace(one.first, id=one.id, status=Status.BREACH if missing else one.status)


def _closing(finding: Finding) -> bool:
    return finding.form is FormName.RESPONSE and not finding.answers and finding.subject is not None and finding.subject.type == LEAVE


def _may_still_come(finding: Finding, judgement: Judgement) -> bool:
    """Whether a finding is of something that is to be done by a date, and no later date of the same sentence was kept or missed since."""
    form = getattr(finding.sentence, "form", None)
    if not isinstance(form, Schedule) or not form.by:
        return False
    label = label_of(finding.sentence)
    return not any(
        one.date > finding.date and one.status is not Status.DUE and label_of(one.sentence) == label and set(one.who) & set(finding.who)
        for one in judgement.findings
    )


def name_of(entry: Entry) -> str:
    """What tells an entry from all others: its own id, else what, when and by whom."""
    if entry.id:
        return f"#{entry.id}"
    return "|".join((entry.type, str(entry.day), str(entry.second), ",".join(sorted(entry.by)), ",".join(sorted(entry.with_))))


def _deadlines(findings: Sequence[Finding], of: Mapping[int, Version]) -> list[Item]:
    """One item for each thing owed. All occasions are looked at, so that an answer to one does not rename another."""
    groups: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_occasion(finding)].append(finding)
    items = []
    for key, group in groups.items():
        for number, finding in enumerate(sorted(group, key=lambda one: one.id)):
            if finding.status is not Status.DUE or finding.due is None:
                continue
            item = _deadline(finding, of[id(finding.agreement)])
            items.append(replace(item, key=(*key, str(number)) if number else key))
    return items


def _occasion(finding: Finding) -> tuple[str, ...]:
    sentence = finding.sentence
    assert isinstance(sentence, Sentence)  # noqa: S101 - looked at before
    assert isinstance(sentence.form, Response)  # noqa: S101 - a response has that form
    if finding.subject is None or isinstance(sentence.form.trigger, BreachTrigger):
        # What follows a breach is named after it; its own id says of which sentence and when.
        return "deadline", sentence.label, finding.id
    apart = finding.who if sentence.form.duty.by in (WhoWord.EACH_PARTY, WhoWord.SAME_PARTY) else ()
    return "deadline", sentence.label, name_of(finding.subject), *apart


def _deadline(finding: Finding, version: Version) -> Item:
    sentence, zone = finding.sentence, version.zone
    assert isinstance(sentence, Sentence)  # noqa: S101 - looked at before
    due, due_date = finding.due or 0, finding.due_date
    match sentence.modifiers.grace:
        # A reminder is of what was agreed; that a little later is no breach yet is another matter.
        case Days() as grace if due_date is not None:
            due_date = add_days(due_date, grace, -1)
        case Exact(seconds) if due_date is None:
            due -= seconds
    deadline = getattr(sentence.form, "deadline", None)
    allowed = deadline.length.seconds if isinstance(deadline, Within) and isinstance(deadline.length, Exact) else max(due - finding.at, 0)
    item = _item(finding, version, Kind.DEADLINE, due_date if due_date is not None else zone.date_of(due))
    return replace(item, instant=None if due_date is not None else due, allowed=allowed)


def _next_dates(findings: Iterable[Finding], of: Mapping[int, Version], current: Version | None) -> list[Item]:
    """The next date of each interval, for each person of whom it is asked; one that is past stands until something new is logged."""
    latest: dict[tuple[str, ...], Finding] = {}
    for finding in sorted(findings, key=lambda one: (one.at, one.id)):
        sentence = finding.sentence
        assert isinstance(sentence, Sentence)  # noqa: S101 - looked at before
        missed = finding.status in (Status.BREACH, Status.UNKNOWN) and finding.fulfilled_at is None and isinstance(sentence.form, Interval)
        # What an earlier version asked for again and again is asked for by the one in force, or by nobody.
        missed = missed and current is not None and finding.agreement is current.agreement
        if not (missed or finding.status is Status.DUE):
            continue
        version = of[id(finding.agreement)]
        told = () if _asked_of_all(finding, version) else finding.who
        again = (finding.id,) if isinstance(sentence.form, RepeatAfter) else ()
        latest["next", sentence.label, *told, *finding.with_, *again] = finding
    items = []
    for key, finding in latest.items():
        version = of[id(finding.agreement)]
        sentence = finding.sentence
        assert isinstance(sentence, Sentence)  # noqa: S101 - looked at before
        assert isinstance(sentence.form, Interval | RepeatAfter)  # noqa: S101 - an interval has one of these forms
        every = sentence.form.every
        began = version.zone.date_of(finding.at)
        exact = finding.at + every.seconds if isinstance(every, Exact) else None
        day = add_days(began, every) if isinstance(every, Days) else version.zone.date_of(exact or 0)
        item = _item(finding, version, Kind.NEXT, day)
        who = () if _asked_of_all(finding, version) else item.who
        items.append(
            replace(
                item,
                key=key,
                who=who,
                instant=exact,
                allowed=every.seconds if isinstance(every, Exact) else None,
                overdue=finding.status is not Status.DUE,
            )
        )
    return items


def _asked_of_all(finding: Finding, version: Version) -> bool:
    """Whether a finding speaks of all of whom the sentence asks: then it is one item for all of them."""
    form = getattr(finding.sentence, "form", None)
    duty = getattr(form, "duty", None)
    if duty is None or duty.by is WhoWord.EACH_PARTY:
        return False
    if isinstance(duty.by, Parties):
        return False
    return set(finding.who) == set(version.agreement.parties)


def _periods(findings: Iterable[Finding], of: Mapping[int, Version]) -> list[Item]:
    """The last date of a period in which something is still to happen."""
    items = []
    for finding in findings:
        sentence = finding.sentence
        assert isinstance(sentence, Sentence)  # noqa: S101 - looked at before
        if not isinstance(sentence.form, Quota):
            continue
        version = of[id(finding.agreement)]
        day = finding.due_date if finding.due_date is not None else version.zone.date_of((finding.due or 1) - 1)
        first = finding.window[0] if finding.window is not None else day
        who = () if set(finding.who) == set(version.agreement.parties) else finding.who
        item = _item(finding, version, Kind.PERIOD, day)
        items.append(replace(item, key=("period", sentence.label, str(first), *who, *finding.with_), who=who))
    return items


def _item(finding: Finding, version: Version, kind: Kind, day: int) -> Item:
    sentence = finding.sentence
    assert isinstance(sentence, Sentence)  # noqa: S101 - looked at before
    made = [moment_of_version(version), *(moment_of_entry(entry, version.zone) for entry in finding.entries)]
    clause = next(clause for clause in version.agreement.clauses if clause.name == sentence.clause)
    return Item(
        kind,
        (),
        version.agreement,
        version.zone,
        day,
        max(made),
        sentence,
        clause,
        who=finding.who,
        with_=finding.with_,
        entries=finding.entries,
        finding=finding,
    )
