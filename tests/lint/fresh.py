"""How right each rule was on texts that it had not seen: `python -m tests.lint.fresh`.

`fresh.tsv` keeps what the rules of the day said of each marked set before anything was mended by it. A rule, or the doubtful part of one,
is told by default if it was right often enough. How well that chooses is asked by leaving out one set after the other: the choice is made
by the other sets, and the precision is that of what is then still said of the one left out.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.lint.marked_sets import precision

ENOUGH = 0.7  # of a handful of findings that are right
FEW = 4  # below so many findings nothing is known


def counts() -> dict[str, dict[str, Counter[str]]]:
    """For each set and rule: what was right, and what was wrong."""
    found: dict[str, dict[str, Counter[str]]] = {}
    for line in Path(__file__).with_name("fresh.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, rule, right, wrong = line.split("\t")
            found.setdefault(name, {})[rule] = Counter(right=int(right), wrong=int(wrong))
    return found


def together(sets: list[dict[str, Counter[str]]]) -> dict[str, Counter[str]]:
    """The counts of several sets by rule."""
    rules = sorted({rule for one in sets for rule in one})
    return {rule: sum((one.get(rule, Counter()) for one in sets), Counter()) for rule in rules}


def told(known: Counter[str] | None) -> bool:
    """Whether a rule is told by default, by what is known of it."""
    return known is None or known.total() < FEW or precision(known) >= ENOUGH


def left_out(name: str) -> tuple[Counter[str], Counter[str]]:
    """What was said of one set, and what of it is still said if the other sets choose."""
    found = counts()
    others = together([one for other, one in found.items() if other != name])
    kept = [one for rule, one in found[name].items() if told(others.get(rule))]
    return sum(found[name].values(), Counter()), sum(kept, Counter())


if __name__ == "__main__":
    print("| rule | right | wrong | precision |\n| --- | --- | --- | --- |")
    for rule, one in sorted(together(list(counts().values())).items(), key=lambda pair: (precision(pair[1]), pair[0])):
        if one["wrong"]:
            print(f"| {rule} | {one['right']} | {one['wrong']} | {precision(one):.2f} |")
    head = "| left out | said | right | precision | said if the others choose | right | precision |"
    print(f"\n{head}\n| --- | --- | --- | --- | --- | --- | --- |")
    everything = [Counter[str](), Counter[str]()]
    for name in counts():
        pair = left_out(name)
        for total, one in zip(everything, pair, strict=True):
            total.update(one)
        print(f"| {name} | " + " | ".join(f"{one.total()} | {one['right']} | {precision(one):.2f}" for one in pair) + " |")
    print("| together | " + " | ".join(f"{one.total()} | {one['right']} | {precision(one):.2f}" for one in everything) + " |")
