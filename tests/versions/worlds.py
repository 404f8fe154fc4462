"""One agreement with its renegotiations, laid out in many ways: as several files, and as all kinds of histories in git."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from pactlang.inputs import load_text

from .repository import Repository


def words(limit: int, first: str = "", zone: str = "Europe/Berlin", more: str = "") -> str:
    """A text that nobody has signed."""
    lines = ['pact "Ana and Ben"', "    between Ana and Ben", *([f"    in force from {first}"] if first else []), f"    time zone {zone}"]
    lines += ["", "use relationships", "", "cap evenings", f"    at most {limit} encounters per month", *more.splitlines()]
    return "\n".join(lines) + "\n"


def signed(text: str, **dates: str) -> str:
    """The text with digests of its words, as `pact sign` writes them."""
    digest = load_text(text).digest
    lines = "".join(f"    signed by {party} on {on} digest {digest}\n" for party, on in dates.items())
    head, rest = text.split("    time zone", 1)
    zone, rest = rest.split("\n", 1)
    return f"{head}    time zone{zone}\n{lines}{rest}"


@dataclass
class Commit:
    """What a commit leaves in the folder; `parents` are the places of others in the list, without any the one before."""

    files: dict[str, str]
    parents: tuple[int, ...] = ()
    when: int = 1_770_000_000


@dataclass
class Plan:
    commits: list[Commit] = field(default_factory=list)

    def add(self, *parents: int, **files: str) -> int:
        """Add a commit (an underscore stands for the dot of an ending); gives its place."""
        place = len(self.commits)
        named = {name.replace("_", "."): text for name, text in files.items()}
        self.commits.append(Commit(named, parents or ((place - 1,) if place else ()), 1_770_000_000 + place))
        return place

    def build(self, folder: Path) -> Repository:
        """Write the commits with one call of git, and check the last one out."""
        folder.mkdir()
        repository = Repository(folder).start()
        stream: list[bytes] = []
        for place, commit in enumerate(self.commits):
            who = f"Ana <ana@example.org> {commit.when} +0000"
            head = f"commit refs/heads/main\nmark :{place + 1}\nauthor {who}\ncommitter {who}\ndata 1\nx\n"
            lines = [f"{'merge' if number else 'from'} :{parent + 1}\n" for number, parent in enumerate(commit.parents)]
            stream.append((head + "".join(lines) + "deleteall\n").encode())
            for name, text in commit.files.items():
                data = text.encode()
                stream.append(f"M 100644 inline {name}\ndata {len(data)}\n".encode() + data + b"\n")
        done = subprocess.run(
            ["git", "fast-import", "--quiet", "--force"],
            cwd=folder,
            input=b"".join(stream),
            env=repository.environment(),
            check=False,
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr
        repository.git("reset", "--quiet", "--hard", "main")
        return repository
