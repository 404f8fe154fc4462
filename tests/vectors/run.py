"""Runs the vectors against any program: `python tests/vectors/run.py PROGRAM [ARGUMENT…]`, such as `… run.py pact`. See README.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds
VECTORS = Path(__file__).parent / "vectors.json"
_PLACE = re.compile(r"^(?P<file>[^\s:]+):(?P<line>\d+):(?P<column>\d+): .*\[(?P<code>E\d{3})\]\s*$")


def vectors() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return found


def make(path: Path, told: dict[str, Any]) -> None:
    """Make one file of a vector."""
    if "link" in told:
        path.symlink_to(told["link"])
    elif "pipe" in told:
        os.mkfifo(path)
    else:
        data = bytes.fromhex(told["hex"]) if "hex" in told else told["text"].encode()
        path.write_bytes(data * told.get("times", 1))


def program_of(words: list[str]) -> list[str]:
    """The program as it is called in another folder: what is a file here is named in full."""
    return [str(Path(word).absolute()) if Path(word).is_file() else word for word in words]


def wrong(vector: dict[str, Any], program: list[str], folder: Path) -> list[str]:
    """What a program does otherwise than a vector says; nothing where it does the same."""
    for name, told in vector["files"].items():
        make(folder / name, {"text": told} if isinstance(told, str) else told)
    try:
        done = subprocess.run(
            [*program, *vector["command"]], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return [f"no answer within {PATIENCE} seconds"]
    said = (done.stdout + done.stderr).decode("utf-8", errors="replace")
    found = [] if done.returncode == vector["exit"] else [f"exit code {done.returncode}, not {vector['exit']}"]
    places = [
        {"file": one["file"], "line": int(one["line"]), "column": int(one["column"]), "code": one["code"]}
        for one in (_PLACE.match(line) for line in said.splitlines())
        if one is not None
    ]
    if places != vector["places"]:
        found.append(f"places {places}, not {vector['places']}")
    if "Traceback" in said or "\x1b" in said:
        found.append("a traceback, or an escape of a terminal")
    return found


def main() -> int:
    program = program_of(sys.argv[1:])
    if not program or shutil.which(program[0]) is None:
        print("python tests/vectors/run.py PROGRAM [ARGUMENT…]: there is no such program" if program else (__doc__ or "").strip())
        return 2
    failed = 0
    for vector in vectors():
        with tempfile.TemporaryDirectory() as folder:
            for told in wrong(vector, program, Path(folder)):
                print(f"{vector['name']}: {told}")
                failed += 1
    print(f"{len(vectors())} vectors, {failed} differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
