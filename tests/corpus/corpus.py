"""Reads the agreements of this folder, and judges their logs. `README.md` says how the files are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pactlang.checker.engine import findings, judge
from pactlang.checker.finding import Judgement, Status
from pactlang.inputs import load, moment_of, zone_of_all
from pactlang.inputs.texts import read_logs
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement

FOLDERS = sorted(folder for folder in Path(__file__).parent.iterdir() if (folder / "prose.txt").is_file())
KINDS = ("clean", "awkward", "loss", "none", "words")
_CLAUSE = re.compile(r"^(\d+)\. (.+)$", re.M)
_HEAD = re.compile(r"=== (\d+) (\S+)(?: also (.+))?$")


@dataclass(frozen=True)
class Row:
    """How one clause of the prose is said: the sentences that say it, what is lost, and the form that would be needed."""

    clause: int
    kind: str
    names: tuple[str, ...]
    lost: str
    form: str


@dataclass
class Break:
    """What is changed in the kept log, so that one clause is broken: the finding that says so, and those that cannot but come with it."""

    clause: int
    finding: str
    also: list[str]
    removed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    as_of: str = ""

    def fits(self, found: list[str]) -> bool:
        """Whether these breaches are what it says; a name of a sentence among `also` stands for all of its."""
        others = [one for one in found if one != self.finding]
        whole = {one for one in self.also if "@" not in one}
        rest = sorted(one for one in others if one.split("@")[0] not in whole)
        return self.finding in found and rest == sorted(set(self.also) - whole)


def clauses(folder: Path) -> dict[int, str]:
    return {int(number): text for number, text in _CLAUSE.findall((folder / "prose.txt").read_text(encoding="utf-8"))}


def rows(folder: Path) -> list[Row]:
    lines = (folder / "table.tsv").read_text(encoding="utf-8").splitlines()[1:]
    parts = [[*line.split("\t"), "", "", ""][:5] for line in lines]
    return [Row(int(one), kind, tuple(names.split()), lost, form) for one, kind, names, lost, form in parts]


def breaks(folder: Path) -> list[Break]:
    found: list[Break] = []
    for line in (folder / "breaks.txt").read_text(encoding="utf-8").splitlines():
        if head := _HEAD.match(line):
            found.append(Break(int(head[1]), head[2], (head[3] or "").split()))
        elif line.startswith("- "):
            found[-1].removed.append(line[2:])
        elif line.startswith("+ "):
            found[-1].added.append(line[2:])
        elif line.startswith("as of "):
            found[-1].as_of = line[6:]
        elif line and not line.startswith("#"):
            raise ValueError(f"{folder.name}/breaks.txt: {line}")
    return found


def kept_log(folder: Path) -> str:
    return (folder / "kept.pactlog").read_text(encoding="utf-8")


def as_of(folder: Path) -> str:
    """The moment at which the kept log is judged: its first line says it."""
    return kept_log(folder).splitlines()[0].removeprefix("# as of ")


@cache
def agreement(folder: Path) -> Agreement:
    return load(folder / "us.pact")


def changed(log: str, change: Break) -> str:
    """The kept log with some lines out (each names how they start) and some in."""
    lines = log.splitlines()
    for start in change.removed:
        left = [line for line in lines if not line.startswith(start)]
        if len(left) == len(lines):
            raise ValueError(f"no line of the kept log starts with: {start}")
        lines = left
    return "\n".join([*lines, *change.added]) + "\n"


def _read(folder: Path, log: str) -> list[Entry]:
    """Raises `ValueError` with all that the log's lines give to say, warnings too."""
    entries, said = read_logs([Path("log.pactlog")], [agreement(folder)], lambda _: log.encode())
    if said:
        raise ValueError("; ".join(f"{one.message} ({one.span.text})" for one in said))
    return entries


def judged(folder: Path, log: str, moment: str) -> Judgement:
    one = agreement(folder)
    zone = zone_of_all([one])
    return judge([one], _read(folder, log), moment_of(moment, zone), zone, keep_all=True)


def breached(folder: Path, log: str, moment: str) -> list[str]:
    """The ids of what a log breaks."""
    one = agreement(folder)
    zone = zone_of_all([one])
    found, _ = findings([one], _read(folder, log), moment_of(moment, zone), zone)
    return [one.id for one in found if one.status is Status.BREACH]
