"""A direction that `diff` shows alone is contradicted by no random log: random pairs of sentences, and logs that the search did not make.

`python -m tests.negotiate.law SECONDS [SEED]` tries pairs for so long and prints every pair that a log contradicts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from random import Random
from time import process_time

from msgspec.structs import replace

from pactlang import InputError, load_text
from pactlang.checker.budget import Budget
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Sentence
from pactlang.model.calendar import DAY_SECONDS
from pactlang.witness.direction import Direction
from pactlang.witness.pool import Pool, pool_of
from pactlang.witness.scenario import Scenario
from pactlang.witness.search import STEPS, batches
from pactlang.witness.seasons import seasons, stages
from pactlang.witness.sides import Given, Side, breaching, broken_under, side_of, things_of
from pactlang.witness.wild import Wild
from tests.negotiate.table import HEADER

WHO = ("Ana", "Ben", "Ana or Ben", "Ana and Ben", "each party", "anyone")
OWES = ("Ana", "Ben or Cleo", "Ana and Ben", "everyone", "anyone")
HOURS = ("2 hours", "24 hours", "30 hours", "36 hours", "48 hours", "72 hours")
DAYS = ("1 day", "2 days", "3 days", "7 days", "1 week", "2 weeks", "30 days", "1 month", "3 months", "90 days")
PARTS = {
    "n": ("0", "1", "2", "3", "4", "5"),
    "m": ("1", "2", "3", "4", "5"),
    "w": WHO,
    "o": OWES,
    "l": HOURS + DAYS,
    "d": DAYS,
    "e": ("date-night", "encounter", "check-in"),
    "p": (
        "per day",
        "per week",
        "per month",
        "per quarter",
        "in any 7 days",
        "in any 14 days",
        "in any 30 days",
        "in any 24 hours",
        "in any 48 hours",
    ),
    "q": ("week", "month", "quarter"),
    "f": (
        "",
        "",
        "",
        " at home",
        " with kim",
        " on Friday",
        " between 22:00 and 05:00",
        " starting between 23:00 and 05:00",
        " on weekends",
        " tagged dinner",
        " with someone new",
        " lasting more than 3 hours",
    ),
    "u": (
        "",
        "",
        "",
        " unless away",
        " unless with kim",
        " unless at home",
        " unless consent by Ben within the last 2 days",
        " unless consent by Ben within the last 48 hours",
    ),
    "k": (
        "",
        "",
        "",
        "\n    only on weekdays",
        "\n    except while away",
        "\n    only from 2026-09-01",
        "\n    except from 2026-08-01 until 2026-08-20",
    ),
    "g": ("", "", "", "\n    grace 6 hours", "\n    grace 1 day"),
    "t": ("", "", " give or take 1 day"),
    "r": (
        "every week on Sunday",
        "every 2 weeks on Monday",
        "every 2 weeks on Sunday",
        "every month on day 1",
        "every month on the first Sunday",
        "every month on the last day",
        "every month on day 31",
        "every Friday",
        "every 7 days",
        "every 2 weeks",
        "every month",
        "every day",
        "every 3 days",
    ),
    "h": (
        "within 24 hours",
        "within 30 hours",
        "within 48 hours",
        "within 1 day",
        "within 2 days",
        "within 1 week",
        "within 1 month",
        "within 30 days",
        "by 12:00 the next day",
        "by 22:00 the same day",
    ),
    "a": (
        "at least 12 hours ahead",
        "at least 24 hours ahead",
        "at least 48 hours ahead",
        "at least 1 day ahead",
        "at least 2 days ahead",
        "at least 2 days ahead and at most 14 days ahead",
        "within the last 2 days",
        "within the last 48 hours",
        "within the last 30 days",
        "within the last 1 month",
    ),
    "y": ("", "", "any "),
}
TYPES = ("encounter", "disclosure", "aftercare", "notice", "consent", "check-in", "test", "date-night")
FORMS = (
    "at most {n} encounters{f} {p} by {w}{u}{k}",
    "at most {m} hours of encounters{f} {p} by {w}{k}",
    "no encounter{f} by {w}{u}{k}",
    "at least {l} between encounters{f} by {w}{u}",
    "at least {m} {e}s per {q} by {w}{k}",
    "at least {m} {e}s per {q}",
    "after each encounter{f} by {w}, disclosure by {o} {h}{u}{g}{k}",
    "after each encounter{f}, aftercare by {o} {h}{g}",
    "before each encounter{f} by {w}, {y}notice by {o} {a}{u}{k}",
    "check-in by {o} {r}{t}{k}",
    "check-in by {o} every {d}{g}",
    "test by {o} every {l}{g}{k}",
)


def pair(chance: Random) -> tuple[str, str]:
    """Two sentences of one form that differ in a part or two; now and then in all, or in their form where they owe the same."""
    form = chance.choice(FORMS)
    old = {name: chance.choice(values) for name, values in PARTS.items()}
    used = [name for name in PARTS if f"{{{name}}}" in form]
    new = dict(old)
    for name in chance.sample(used, min(len(used), chance.choice((1, 1, 1, 2, 2, len(used))))):
        new[name] = chance.choice(PARTS[name])
    other = form
    if form.startswith("check-in") and chance.random() < 0.4:
        other = chance.choice([one for one in FORMS if one.startswith("check-in")])
    return form.format(**old), other.format(**new)


def agreement(sentence: str) -> Agreement:
    """A text with this sentence."""
    return load_text(f"{HEADER}promise tried\n    {sentence}\n")


def tried(text: Agreement) -> Sentence:
    """The sentence in question."""
    return next(one for one in text.sentences if one.clause == "tried")


def scattered(chance: Random, pool: Pool, types: list[str]) -> Iterator[Scenario]:
    """Logs that know nothing of the sentences but what they speak of."""
    while True:
        base = pool.start + chance.choice((0, 31, 85, 86, 87, 88, 120, 151, 180, 243, 295, 296, 297, chance.randrange(400)))
        entries = []
        for _ in range(chance.randrange(1, 9)):
            day = base + chance.choice((0, 0, 1, 1, 2, 3, 7, 14, 28, 30, 31, chance.randrange(95)))
            second = chance.choice((0, 60, 9, 12, 20, 23, 86_340, chance.randrange(1440) * 60)) % DAY_SECONDS
            second = second * 3600 if second in (9, 12, 20, 23) else second
            length = chance.choice((None, 1800, 7200, 4 * 3600))
            by = tuple(chance.sample(pool.parties, chance.choice((1, 1, 1, 2, 3))))
            entry = Entry(chance.choice(types), day, second, by=by, with_=(chance.choice((*pool.people, "somebody")),))
            entry = replace(entry, place=chance.choice((None, "home")), tags=chance.choice(((), ("dinner",))))
            if length:
                end = second + length
                entry = replace(entry, end_day=day + end // DAY_SECONDS, end_second=end % DAY_SECONDS)
            entries.append(entry)
        entries.sort(key=lambda one: (one.day, one.second))
        yield Scenario(tuple(entries), entries[-1].day + chance.choice((0, 1, 3, 7, 31, 400)))


def contradiction(old: str, new: str, seed: int, logs: int = 60) -> tuple[set[Direction], Scenario | None]:
    """The directions that logs by chance show of a pair, and such a log of a direction that the search does not find, were there one.

    Where chance shows nothing, nothing can be contradicted. Otherwise the search goes on until it has found what chance shows, and no
    longer; one that is cut short claims nothing.
    """
    texts = (agreement(old), agreement(new))
    given = [(text, tried(text)) for text in texts]
    shown = _by_chance(texts, given, seed, logs)
    budget = Budget(STEPS)
    left = set(shown)
    for batch in batches(*given, budget) if left else ():
        for case in batch.cases:
            if budget.spent or not left:
                break
            left -= _says(batch.sides, case, batch.pool)
        if budget.spent or not left:
            return set(shown), None
    return set(shown), shown[min(left)] if left else None


def _by_chance(texts: tuple[Agreement, Agreement], given: list[Given], seed: int, logs: int) -> dict[Direction, Scenario]:
    """The directions that some logs by chance show, each with the first of them."""
    chance, budget = Random(seed), Budget(10**9)
    pool = pool_of(texts, tuple(things_of(rule) for _, rule in given))
    rules = [rule for _, rule in given]
    broken = breaching(given, budget)
    ordinary = stages(pool, rules)
    places = [*ordinary, *ordinary, *seasons(ordinary[0], rules)]
    words = " ".join(rule.words for rule in rules if isinstance(rule, Sentence))
    types = [name for name in TYPES if name in words] + (["withdraw consent", "refuse"] if "consent" in words else [])
    shown: dict[Direction, Scenario] = {}
    for _ in range(3):
        stage = chance.choice(places)
        sides = (side_of(given[0], given, broken, stage, budget), side_of(given[1], given, broken, stage, budget))
        wild = Wild(sides, stage, [log for _, log in broken], seed=chance.randrange(10**6)).logs()
        for case in (*islice(wild, logs // 3), *islice(scattered(chance, stage, types), logs // 3)):
            for direction in _says(sides, case, stage):
                shown.setdefault(direction, case)
            if len(shown) == 2:
                return shown
    return shown


def _says(sides: tuple[Side, Side], case: Scenario, pool: Pool) -> set[Direction]:
    """The direction that a log shows, if any."""
    before = broken_under(sides[0], case, pool)
    after = broken_under(sides[1], case, pool) if before is not None else None
    if before is None or after is None or bool(before) == bool(after):
        return set()
    return {Direction.TIGHTER if after else Direction.LOOSER}


def main(seconds: float, seed: int) -> None:
    """Try pairs for so long."""
    begun, chance, count = process_time(), Random(seed), 0
    said: Counter[str] = Counter()
    while process_time() - begun < seconds:
        old, new = pair(chance)
        try:
            shown, case = contradiction(old, new, seed + count)
        except InputError:
            said["refused"] += 1
            continue
        count += 1
        said[" and ".join(sorted(shown)) or "nothing"] += 1
        if case is not None:
            said["contradicted"] += 1
            print(f"- {old}\n+ {new}\n  {case}\n", flush=True)
        if count % 200 == 0:
            print(count, f"{process_time() - begun:.0f} s", dict(said), flush=True)
    print(count, dict(said), flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
