"""Drift: the pattern that creeps in before a breach, or around one. Says so only where it is real; see `trend.py` for how that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.finding import Drift, Finding, Status
from pactlang.checker.form import FormName
from pactlang.checker.trend import Point, trend
from pactlang.checker.uses import totals
from pactlang.model.agreement import Sentence

if TYPE_CHECKING:
    from pactlang.checker.context import Ledger
    from pactlang.checker.uses import Series, Use
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

AGAIN = 3  # breaches of one sentence
APART = 6  # days between two of them: three in one week are one bad week
LATELY = 91  # days in which they fall
RECENT = 42  # days in which something must have been logged, for a pattern to be one of today


def find_drift(ledger: Ledger, newest: Agreement, as_of: int, zone: Zone, last_entry: int | None) -> list[Finding]:
    """The drift in what was gathered: one finding at most for each sentence and those it speaks of.

    Only sentences that stand in the newest version in the same words are looked at, and those only that may be watched. Only what happened
    counts: an answer that never came draws no point, and where the last entry (its date is `last_entry`) is old, nothing is said.
    """
    today = zone.date_of(as_of)
    if last_entry is None or last_entry < today - RECENT:
        return []
    watched = {(sentence.label, sentence.words) for sentence in newest.sentences if sentence.modifiers.watched}
    broken = _broken(ledger.findings, watched)
    found: dict[tuple[str, tuple[str, ...], str | None], Finding] = {}
    for series in ledger.uses.series.values():
        label, who, person = key = (series.sentence.label, series.who, series.person)
        if (label, series.sentence.words) in watched and key not in found:
            finding = creeping(series, today)
            if finding is not None and finding.drift is not None:
                # A sentence that counts all together speaks of nobody; each of its breaches speaks of those who had part in it.
                there = [one for (name, those), some in broken.items() if name == label and (not who or those == who) for one in some]
                since = (one.date >= finding.drift.since for one in there if person is None or person in one.with_)
                finding.drift = replace(finding.drift, broken=sum(since))
                found[key] = finding
    told = list(found.values())
    rising = {(label, who) for label, who, _ in found}
    for (label, who), breaches in broken.items():
        again = None if rising & {(label, who), (label, ())} else _again(breaches, today)
        if again is not None:
            told.append(again)
    for finding in told:
        finding.at = finding.moment = min(as_of, zone.midnight(finding.date + 1) - 1)
    return told


def _broken(findings: list[Finding], watched: set[tuple[str, str]]) -> dict[tuple[str, tuple[str, ...]], list[Finding]]:
    """The breaches that nobody let go, by sentence and whom they speak of, in order of their dates."""
    found: dict[tuple[str, tuple[str, ...]], list[Finding]] = {}
    for told in sorted(findings, key=lambda one: one.date):
        finding = told.first or told  # one that was repaired happened, too
        rule = finding.sentence
        if told.status in (Status.BREACH, Status.REPAIRED) and isinstance(rule, Sentence) and (rule.label, rule.words) in watched:
            found.setdefault((rule.label, finding.who), []).append(finding)
    return found


def of_series(series: Series, today: int) -> list[Use]:
    """The occasions that are looked at, in order of their dates: of a cap that counts, one for each stretch."""
    counted = series.form is FormName.CAP and series.clock is None
    return totals(series.uses, today) if counted else sorted(series.uses, key=lambda one: one.day)


def creeping(series: Series, today: int) -> Finding | None:
    """The drift of a series on a date, without an id and without the breaches since then. None where there is none."""
    uses = of_series(series, today)
    if not uses or uses[-1].day < today - RECENT:
        return None
    found = trend([Point(use.day, use.share) for use in uses])
    if found is None:
        return None
    last = uses[-1]
    # The line may begin below all that happened, or end above it; what is told happened.
    shares = tuple(point.use for point in found.points)
    least, most = min(shares), max(shares)
    drift = Drift(
        since=found.first,
        start=min(max(found.start, least), most),
        end=min(max(found.end, least), most),
        # A date that has passed without its coming is no forecast.
        reaches=found.reaches if found.reaches is not None and found.reaches > today else None,
        shares=shares,
        clock=series.clock,
    )
    return Finding(
        "",
        Status.DRIFT,
        series.agreement,
        series.sentence,
        series.form,
        last.day,
        0,
        who=series.who,
        with_=(series.person,) if series.person is not None else (),
        measured=last.measured,
        limit=last.limit,
        unit=series.unit,
        window=(found.first, last.day),
        drift=drift,
    )


def _again(breaches: list[Finding], today: int) -> Finding | None:
    """The same sentence broken again and again."""
    lately = [one for one in breaches if one.date > today - LATELY]
    weeks: list[int] = []
    for one in lately:
        if not weeks or one.date >= weeks[-1] + APART:
            weeks.append(one.date)
    if len(weeks) < AGAIN:
        return None
    first, last = lately[0], lately[-1]
    drift = Drift(since=first.date, broken=len(lately))
    entries = tuple(one.subject for one in lately if one.subject is not None)
    return Finding(
        "",
        Status.DRIFT,
        last.agreement,
        last.sentence,
        last.form,
        last.date,
        0,
        who=last.who,
        window=(first.date, last.date),
        entries=entries,
        drift=drift,
    )
