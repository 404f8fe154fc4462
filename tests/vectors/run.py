"""Runs the vectors against any program: `python tests/vectors/run.py PROGRAM [ARGUMENT…]`, such as `… run.py pact`. See README.md."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent / "vectors.json"
_PLACE = re.compile(r"^(?P<file>[^\s:]+):(?P<line>\d+):(?P<column>\d+): .*\[(?P<code>E\d{3})\]\s*$")


def vectors() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return found


def wrong(vector: dict[str, Any], program: list[str], folder: Path) -> list[str]:
    """What a program does otherwise than a vector says; nothing where it does the same."""
    for name, text in vector["files"].items():
        (folder / name).write_bytes(bytes.fromhex(text["hex"]) if isinstance(text, dict) else text.encode())
    done = subprocess.run([*program, *vector["command"]], cwd=folder, capture_output=True, check=False, timeout=60)
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
    failed = 0
    for vector in vectors():
        with tempfile.TemporaryDirectory() as folder:
            for told in wrong(vector, sys.argv[1:], Path(folder)):
                print(f"{vector['name']}: {told}")
                failed += 1
    print(f"{len(vectors())} vectors, {failed} differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
