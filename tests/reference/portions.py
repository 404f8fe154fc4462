"""`after each bill, settlement of half its amount by Ben within 7 days`: what is owed is a sum, and nobody's money counts twice.

Every sum is tried that an entry may have been which does not say how much it was.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from pactlang.model.agreement import Response

from .matching import matches, told_by, who_owes
from .record import Deadline, Event, Occasion, Scene, Subject

ENOUGH = Fraction(10**9)
Name = str | None


@dataclass
class Bill:
    """What is owed after one occasion, `owed` of it each; None if its entry does not say how much it was."""

    occasion: Occasion
    subject: Subject
    deadline: Deadline
    begins: Deadline | None
    owed: Fraction | None
    place: int
    standing: dict[tuple[Name, ...], bool | None] = field(default_factory=dict)  # whether these paid; None: nobody can tell


def owed_of(form: Response, occasion: Occasion) -> Fraction | None:
    """R182: "that part of its amount, cut off after two digits"; an entry that says none, or one in another currency, leaves it open."""
    fields = occasion.event.entry.fields
    value = fields.get("amount")
    if not isinstance(value, Decimal) or fields.get("unit", form.currency) != form.currency:
        return None
    hundredths = Fraction(value) * form.portion.part * 100
    return Fraction(hundredths.numerator // hundredths.denominator, 100)


def paid(entry: Event, form: Response, scene: Scene) -> Fraction | None:
    """What an entry comes to in this currency; None if it does not say."""
    fields = entry.entry.fields
    unit = fields.get("unit") or (scene.unit_of(entry) if "amount" in fields else form.currency) or form.currency
    if unit != form.currency:
        return Fraction(0)
    value = fields.get("amount")
    return Fraction(value) if isinstance(value, Decimal) else None


def settle(form: Response, bills: Sequence[Bill], scene: Scene, serves) -> None:
    """Say of each bill who surely paid, who surely did not. `serves` says whether an entry may serve an occasion by its deadline."""
    groups: dict[tuple[Name, ...], list[Bill]] = {}
    for bill in bills:
        names, every = who_owes(form.duty, scene, bill.subject, bill.occasion)
        for group in [(name,) for name in names] if every else [tuple(names)]:
            groups.setdefault(group, []).append(bill)
    for group, theirs in groups.items():
        answers: dict[int, set[bool]] = {bill.place: set() for bill in theirs}
        for owed, sums in worlds(group, theirs, form, scene):
            served = lay_out(group, theirs, owed, sums, form, scene, serves)
            for bill in theirs:
                answers[bill.place].add(served[bill.place] >= owed[bill.place])
        for bill in theirs:
            found = answers[bill.place]
            bill.standing[group] = found.pop() if len(found) == 1 else None


def worlds(
    group: tuple[Name, ...], bills: list[Bill], form: Response, scene: Scene
) -> Iterator[tuple[dict[int, Fraction], list[tuple[Event, Fraction]]]]:
    """What may have been owed and paid. R182: "a payment that does not say how much may be any sum"."""
    payments: list[tuple[Event, list[Fraction]]] = []
    for entry in scene.events:
        if not any(matches(entry, form.duty.selector, scene, bill.subject, bill.occasion, owed=True) for bill in bills):
            continue
        sums = [how_much] if (how_much := paid(entry, form, scene)) is not None else [Fraction(0), ENOUGH]
        if group != (None,):
            by = entry.done_for
            share = Fraction(sum(name in group for name in by), max(1, len(by)))
            sums = [one * share for one in sums]
        payments.append((entry, sorted(set(sums))))
    known = {bill.place: [bill.owed] if bill.owed is not None else [Fraction(0), ENOUGH * 100] for bill in bills}
    for owed in itertools.product(*known.values()):
        for sums in itertools.product(*(ways for _, ways in payments)):
            yield dict(zip(known, owed, strict=True)), [(entry, sum_) for (entry, _), sum_ in zip(payments, sums, strict=True)]


def lay_out(group, bills: list[Bill], owed: dict[int, Fraction], sums: list[tuple[Event, Fraction]], form: Response, scene: Scene, serves):
    """What each bill got in time. R182: first what is about it, then in order of time what is about nothing, to the bill whose deadline
    comes first and of which something is missing, and what is left to the next.
    """
    got = {bill.place: Fraction(0) for bill in bills}
    in_turn = sorted(bills, key=lambda bill: (bill.deadline.moment, bill.place))

    def fits(entry: Event, bill: Bill) -> bool:
        if not matches(entry, form.duty.selector, scene, bill.subject, bill.occasion, owed=True) or not serves(entry, bill):
            return False
        return any(reaches(entry, name, bill, form, scene) for name in group if name is None or name in entry.done_for)

    def give(entry: Event, sum_: Fraction) -> None:
        for bill in in_turn:
            if fits(entry, bill) and sum_:
                part = min(sum_, max(Fraction(0), owed[bill.place] - got[bill.place])) if sum_ > 0 else sum_
                got[bill.place] += part
                sum_ -= part

    for back in (True, False):
        for entry, sum_ in sums:
            if entry.about is not None and (sum_ < 0) == back:
                give(entry, sum_)
    for entry, sum_ in sorted((one for one in sums if one[0].about is None and one[1] > 0), key=lambda one: one[0].rank):
        give(entry, sum_)
    return got


def reaches(entry: Event, name: Name, bill: Bill, form: Response, scene: Scene) -> bool:
    """Whether an entry is to those to whom it is owed."""
    told = told_by(name, form.duty, scene, bill.subject, bill.occasion)
    if told is None:
        return True
    return (all if told[1] else any)(one in entry.to for one in told[0])
