"""Scores a table as somebody would meet it: the rows are typed into their agreement, and `pact fix` is followed to the end.

`python -m tests.say.by_fix FILE [-v | ROW…]`. A row is led where some of the first three offers of each of its lines, taken one after the
other with the right values, end in a text that means what its author meant; where no form says it, by an answer that says so.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from pathlib import Path

from pactlang.diagnostics import Offer
from pactlang.inputs.files import InputError
from pactlang.inputs.fixing import Text, ToFix, taken, text_to_fix
from tests.say.scoring import VALUES, WHO, Row, golds, meaning_of, meant, rows

_PATH = Path("us.pact")
_MOST = 60  # texts that are looked at for one row
_SHOWN = 3


def _of(text: str) -> Text:
    return text_to_fix(_PATH, lambda _: text.encode())


def _values(offer: Offer, right: str) -> list[tuple[str, ...]]:
    """The values of an offer's holes: those that are in the right answer, and else as they stand."""
    choices = []
    for hole in offer.holes:
        pattern = next((one for one in VALUES if re.fullmatch(one, hole)), None)
        wanted = rf"(?<=by )(?:{WHO}|[A-Z]\w+)" if pattern is not None and pattern.startswith(WHO) else pattern
        choices.append(list(dict.fromkeys([*(re.findall(wanted, right) if wanted else []), hole]))[:4])
    return list(itertools.islice(itertools.product(*choices), 8))


def followed(row: Row) -> tuple[str, int]:
    """How a row ends, and by which offers at worst: `accepted`, `led`, `plain`, `flag`, `missed` or `dead`."""
    right = [(said, meaning) for _, said in golds(row) if (meaning := meant(row.context, row.declares, said)) is not None]
    first = f"{row.context}\n{row.typed}\n"
    begun = _of(first)
    if not begun.lines and not begun.others:
        return ("accepted" if _meaning(row, first) in [meaning for _, meaning in right] else "silent"), 0
    kinds = {one.advice.kind for one in begun.lines}
    if row.kind == "flag":
        return ("led" if kinds & {"flag", "plain"} else "missed"), 0
    found = _walked(row, begun, right)
    if found:
        return "led", found
    if row.kind in ("plain", "later"):
        return ("led", 1) if "plain" in kinds else ("dead" if _is_dead(begun) else "missed", 0)
    return ("plain-wrong" if "plain" in kinds else "dead" if _is_dead(begun) else "missed"), 0


def _walked(row: Row, begun: Text, right: list[tuple[str, tuple[object, ...]]]) -> int:
    seen, looked_at = {begun.data}, 0
    waiting: list[tuple[int, Text]] = [(1, begun)]
    meanings = {meaning for _, meaning in right}
    whole = "\n".join(said for said, _ in right)
    while waiting and looked_at < _MOST:
        waiting.sort(key=lambda one: one[0])
        rank, text = waiting.pop(0)
        for line in text.lines[:1]:
            for number, offer in enumerate([one for one in line.advice.offers if not one.plain][:_SHOWN], 1):
                for values in _values(offer, whole):
                    new = _taken(text, line, offer, values)
                    if new is None or new.encode() in seen:
                        continue
                    seen.add(new.encode())
                    looked_at += 1
                    after = _of(new)
                    if not after.lines and not after.others and _meaning(row, new) in meanings:
                        return max(rank, number)
                    waiting += [(max(rank, number), after)] if after.lines else []
    return 0


def _taken(text: Text, line: ToFix, offer: Offer, values: tuple[str, ...]) -> str | None:
    try:
        return taken(text, line, offer, values)
    except InputError:
        return None


def _meaning(row: Row, text: str) -> tuple[object, ...] | None:
    return meaning_of(row.context, text)


def _is_dead(text: Text) -> bool:
    return not any(one.advice.why or any(not offer.plain for offer in one.advice.offers) for one in text.lines)


def main(arguments: list[str]) -> None:
    """The figures; with -v the rows that are not led."""
    names = [one for one in arguments[1:] if one != "-v"]
    counts: Counter[str] = Counter()
    ranks: Counter[int] = Counter()
    for row in rows(Path(arguments[0])):
        if names and row.id not in names:
            continue
        how, rank = followed(row)
        counts[how] += 1
        ranks[rank] += how == "led" and row.kind in ("exact", "ask")
        if names or ("-v" in arguments and how not in ("led", "accepted")):
            print(f"{row.id} {how} {row.kind}\n  typed: {row.typed!r}\n  right: {row.gold!r}")
            for one in _of(f"{row.context}\n{row.typed}\n").lines:
                print(f"    {one.typed!r} [{one.advice.kind}] {one.advice.cue!r} {one.advice.why[:90]!r}")
                for offer in one.advice.offers:
                    if not offer.plain:
                        print(f"      {offer.cost:3} {offer.heading} {offer.marked or offer.lines} lost={offer.lost} new={offer.declares}")
    whole = sum(counts.values())
    led = counts["led"] + counts["accepted"]
    print(dict(counts), f"led or accepted {led} of {whole} ({led / whole:.1%})")
    print(f"by the first offers {ranks[1]}, by the first three {sum(ranks.values())}")


if __name__ == "__main__":
    main(sys.argv[1:])
