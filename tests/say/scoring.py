"""Scores what is answered to a row, by meaning: `python -m tests.say.scoring [FILE] [-v | ROW…]` prints the figures or the answers.

FILE is a table of the same columns as the working set, or of those that its first users wrote (`want`, `alt` for what is right): at least
`id`, `area` and `typed`. `context` in place of a known area is the text of an agreement.

A row is led where the answer holds what its author meant: a line that counts with that meaning, or one of the first three options, or plain
words where no form says it. Names of new events and of clauses do not matter, and a value that nobody said does not where it was a hole.
`strangers.tsv` holds 150 free lines by six people who had seen nothing, with the parties of each. In `pairs.tsv` one word differs between
two rows with one id, and a row is led where the answers differ, too. `noise.tsv` holds lines that are no promise: a row is led where it is
not read, and no offer says all of it as if it were one.
"""

from __future__ import annotations

import csv
import itertools
import re
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from time import process_time
from typing import NamedTuple

from pactlang.diagnostics import Advice, Offer
from pactlang.inputs.suggest import Stage, with_values
from pactlang.language.parse import parse
from pactlang.model.meaning import part_meaning
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from pactlang.source import SourceFile

ROWS = Path(__file__).parent / "working-set.tsv"
_VOCABULARY = {"couple": "relationships", "polycule": "relationships", "health and testing": "relationships", "sobriety": "relationships",
               "co-parents": "coparents", "on call": "team", "code review": "team"}  # fmt: skip
_PARTIES = {
    "couple-open": "Ana and Ben", "couple-closed": "Mia and Tom", "polycule": "Ana, Ben, Chris and Dee", "flat share": "Ana, Ben and Kim",
    "co-parents": "Ana and Ben", "money": "Mia and Tom", "chores": "Ana, Ben and Kim", "quiet hours": "Ana, Ben and Kim",
    "guests": "Ana and Ben", "pets": "Ana and Ben", "cars": "Ana, Ben and Kim", "screens": "Mia, Tom and Max",
    "health and testing": "Ana and Ben", "sobriety": "Jo and Sam", "on call": "Priya, Lars, Wei and Tom",
    "code review": "Priya, Lars and Wei", "elder care": "Eva, Jan and Marta", "study group": "Ivo, Lea, Nils and Sara",
    "allotment": "Ruth, Omar and Pia", "workshop": "Ana, Ben, Kim and Max", "neighbours": "Greta and Hugo",
    "volunteering": "Ana, Ben and Kim", "travel": "Leo, Kim and Ben",
}  # fmt: skip


class Row(NamedTuple):
    """A row of the working set, with its line breaks."""

    id: str
    area: str
    typed: str
    kind: str
    declares: str
    gold: str
    also: str
    asked: str
    given: str = ""

    @property
    def context(self) -> str:
        """The agreement that the line is typed into."""
        if self.given:
            return self.given
        word = next((word for area, word in _VOCABULARY.items() if self.area.startswith(area)), "household")
        between = f'pact "{self.area}"\n    between {_PARTIES.get(self.area, "Ana and Ben")}\n'
        return f"{between}    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse {word}\n"


_FORMER = {"declares": "events", "gold": "want", "also": "alt", "asked": "filled_in", "given": "context"}
_KINDS = {"PROMISE": "plain", "REFUSE": "flag", "LATER": "later"}


def rows(path: Path = ROWS) -> list[Row]:
    """All rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _row(said: dict[str, str]) -> Row:
    values = {name: (said.get(name) or said.get(_FORMER.get(name, ""), "") or "").replace("\\n", "\n") for name in Row._fields}
    word = values["gold"].partition(":")[0].split(" ")[0]
    if values["kind"] not in ("exact", "ask", "plain", "flag", "later", "pair", "noise"):
        values["kind"] = _KINDS.get(word, "ask" if values["asked"] else "exact")
    if word in _KINDS:
        values["gold"] = ""
    return Row(**values)


def meant(context: str, declares: str, lines: str) -> tuple[object, ...] | None:
    """What clauses mean, apart from the names of clauses and of new events; None where they cannot be read."""
    return meaning_of(context, f"{context}\n{declares}\n\n{lines}\n")


def meaning_of(context: str, text: str) -> tuple[object, ...] | None:
    """The same of a whole text, beside the one it began as."""
    path = Path("us.pact")
    agreement, faults = resolve_gathered(gather(path, lambda _: text.encode()))
    if agreement is None or any(one.severity.value == "error" for one in faults):
        return None
    base, _ = resolve_gathered(gather(path, lambda _: context.encode()))
    assert base is not None
    said = [repr(part_meaning((one.form, one.modifiers))) for clause in agreement.clauses for one in clause.sentences]
    if not said:
        return None
    states = {one.name: part_meaning((one.starts, one.ends, one.lasts)) for one in agreement.states}
    states = {name: means for name, means in states.items() if name not in {one.name for one in base.states}}
    new = [name for name in agreement.vocabulary.events if name not in base.vocabulary.events]
    for place, text in enumerate(said):
        for name, means in states.items():  # a new state is what it starts and ends with, whatever it is called
            text = text.replace(f"'{name}'", f"<{means!r}>")
        said[place] = re.sub(r"\('of', '[^']+'\)", "('of', 'a clause of it')", text)
    whole = "\n".join(sorted(said, key=lambda one: re.sub("|".join(f"'{re.escape(name)}'" for name in new) or "(?!)", "'new'", one)))
    places = sorted((whole.find(f"'{name}'"), name) for name in new if f"'{name}'" in whole)
    for number, (_, name) in enumerate(places):
        whole = whole.replace(f"'{name}'", f"'new{number}'")
    return tuple(sorted(whole.split("\n")))


def golds(row: Row) -> list[tuple[str, str]]:
    """The right answer, and the further readings that can be said, each with how near it is."""
    found = [("gold", row.gold)] if row.gold else []
    for also in row.also.split(" ; "):
        text = re.sub(r"\s*\([^)]*\)", "", also).strip().replace(" / ", "\n    ")
        text = text.replace("…", row.gold.rpartition("\n    ")[2])  # the right answer, and more
        text = text.removeprefix("LATER: ")  # which may have come since
        if text and not text.startswith('"'):
            found.append(("also", text if re.match(r"[a-z-]+ ?[\w-]*\n", text) else f"promise also-this\n    {text}"))
    return found


WHO = "everyone|anyone|each party|the same party|the others"
VALUES = (
    r"\d+ (?:minute|hour|day|week|month|year)s?",
    r"\d\d:\d\d",
    r"\d{4}-\d\d-\d\d",
    rf"{WHO}|[A-Z]\w+",
    r"day|week|month|year",
    r"[A-Z]\w+(?:, [A-Z]\w+)* and [A-Z]\w+",
)


def _fillings(option: Offer, gold: str) -> list[Offer]:
    """An option with its holes filled from the right answer, in every way."""
    found = [option]
    marked = "\n".join(option.marked)
    choices: list[list[str]] = []
    for hole in re.findall("‹([^›]*)›", marked):
        pattern = next((one for one in VALUES if re.fullmatch(one, hole)), None)
        wanted = rf"(?<=by )(?:{WHO}|[A-Z]\w+)" if pattern is not None and pattern.startswith(WHO) else pattern
        choices.append(list(dict.fromkeys([hole, *(re.findall(wanted, gold) if wanted else [])]))[:6])
    if choices:
        for values in itertools.islice(itertools.product(*choices), 200):
            given = with_values(option, values)
            lines, declares = (tuple(given.get(one, one) for one in said) for said in (option.lines, option.declares))
            found.append(Offer(lines, option.heading, declares))
    return found


def hit(row: Row, options: tuple[Offer, ...]) -> tuple[str, int] | None:
    """Whether the right answer is among options: `gold` or `also`, and at which place."""
    right = [(near, said, meant(row.context, row.declares, said)) for near, said in golds(row)]
    for wanted in ("gold", "also"):
        for place, option in enumerate(options):
            for near, said, meaning in right:
                if near != wanted or meaning is None:
                    continue
                for filled in _fillings(option, said):
                    lines = "\n".join(f"    {line}" for line in filled.lines)
                    declares = "\n".join(filled.declares).replace("{clause}", "this-clause")
                    if meant(row.context, declares, f"{filled.heading.split()[0]} this-clause\n{lines}") == meaning:
                        return near, place
    return None


@lru_cache(maxsize=1000)
def answer(row: Row) -> tuple[Advice, float]:
    """What is answered to a row, and how many milliseconds of processor time it took."""
    heading, _, body = row.typed.partition("\n")
    kind, _, name = heading.partition(" ")
    path = Path("us.pact")
    gathered = gather(path, lambda _: row.context.encode())
    agreement, _ = resolve_gathered(gathered)
    stage = Stage(gathered, agreement, lambda _: row.context.encode())
    began = process_time()
    found = stage.suggest(body.strip() or heading, "", (name or kind).replace(" ", "-") if body else "")
    return found, (process_time() - began) * 1000


def verdict(row: Row, found: Advice) -> str:
    """What an answer is worth: how it leads, or how it fails."""
    if row.kind == "noise":  # a line that is no promise: nothing says all of it, and nothing is read from it
        return "missed" if accepted(row) or any(not one.lost for one in found.offers) else "led"
    if row.kind == "pair":
        return "missed" if said_of(row) == said_of(twin(row)) else "led"
    if row.kind in ("plain", "flag", "later"):
        if row.kind == "flag":
            return "led" if found.kind in ("flag", "plain") else "missed"
        near = hit(row, found.offers[:3])
        if found.kind == "plain" or (near is not None and near[0] == "also") or (row.kind == "later" and near is not None):
            return "led"
        return "dead" if found.kind == "fault" and not found.why else "missed"
    near = hit(row, found.offers[:3])
    if near is not None:
        return f"led {near[0]} {near[1] + 1}"
    return "plain-wrong" if found.kind == "plain" else "dead" if found.kind == "fault" and not found.why else "missed"


def main(arguments: list[str]) -> None:
    """The figures, or the answers to the rows that are named (`-v`: those that are not led)."""
    files = [Path(one) for one in arguments if one.endswith(".tsv")]
    names = [one for one in arguments if not one.endswith(".tsv")]
    counts: Counter[str] = Counter()
    by_kind: Counter[tuple[str, str]] = Counter()
    times: list[float] = []
    for row in rows(*files[:1]):
        if names and row.id not in names and names != ["-v"]:
            continue
        found, took = answer(row)
        times.append(took)
        said = verdict(row, found)
        by_kind[row.kind, said.split()[0]] += 1
        counts.update({said.split()[0], said, *(["silent"] if silent(row) else []), *(["unsaid"] if unsaid(row, found) else [])})
        if row.id in names or (names and "led" not in said):
            print(f"{row.id} {said} [{found.kind}] {row.typed!r}\n     want: {row.gold!r}")
            for option in found.offers:
                print(f"     {option.cost:3} {option.marked} lost={option.lost} new={option.declares}")
            if found.cue:
                print(f"     cue {found.cue!r}: {found.why}")
    for kind, told in sorted(by_kind):
        print(f"{kind} {told}: {by_kind[kind, told]}")
    asked = sum(number for (kind, _), number in by_kind.items() if kind in ("exact", "ask"))
    hits = [sum(counts[f"led {near} {place}"] for near in ("gold", "also") for place in range(1, last + 1)) for last in (1, 3)]
    print(dict(sorted(counts.items())))
    print(f"led {counts['led']} of {len(times)}; hit@1 {hits[0]}, hit@3 {hits[1]} of {asked}; silent {counts['silent']}; "
          f"plain-wrong {counts['plain-wrong']}; unsaid {counts['unsaid']}; dead {counts['dead']}; "
          f"p95 {sorted(times)[int(len(times) * 0.95)]:.0f} ms, most {max(times):.0f} ms of processor time")  # fmt: skip


@lru_cache(maxsize=1)
def _pairs() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows(ROWS.parent / "pairs.tsv"):
        found.setdefault(row.id, []).append(row)
    return found


def twin(row: Row) -> Row:
    """The other line of a pair."""
    return next(one for one in _pairs()[row.id] if one.typed != row.typed)


def said_of(row: Row) -> object:
    """All that is answered to a line: what it is read as, or what is offered and why."""
    if accepted(row) and (means := meant(row.context, row.declares, row.typed)) is not None:
        return means
    found, _ = answer(row)
    return found.kind, found.why, frozenset((one.lines, one.lost) for one in found.offers)


def accepted(row: Row) -> bool:
    """Whether the row counts as it was typed."""
    text = f"{row.context}\n{row.declares}\n\n{row.typed}\n"
    return not any(one.severity.value == "error" for one in parse(SourceFile("us.pact", text)).diagnostics)


def silent(row: Row) -> bool:
    """Whether the row counts as it was typed, with another meaning than its author's."""
    if not accepted(row):
        return False
    means = meant(row.context, row.declares, row.typed)
    return means is not None and bool(row.gold) and means not in [meant(row.context, row.declares, gold) for _, gold in golds(row)]


def unsaid(row: Row, found: Advice) -> bool:
    """Whether an offer drops a number of the line without naming it."""
    line = row.typed.partition("\n")[2].strip() or row.typed
    numbers = [word for word in line.replace(",", " ").split() if word.isdigit() and len(word) > 1]
    return any(number not in " ".join((*one.lines, *one.declares, *one.lost)) for one in found.offers for number in numbers)


if __name__ == "__main__":
    main(sys.argv[1:])
