"""The rules that search, in a process of their own: they may take seconds, and are stopped at the next keystroke."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.lsp.remarks import Remark, Weight, of_finding
from pactlang.programs import own_process
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.lsp.study import Study

_LONGEST = 60  # seconds; what is not found by then is not waited for


class Prover:
    """One process for each agreement that is being looked at, the newest text only."""

    def __init__(self) -> None:
        self._running: dict[Path, asyncio.subprocess.Process] = {}

    def stop(self, path: Path) -> None:
        """End the search for an agreement: its text is another now."""
        process = self._running.pop(path, None)
        if process is not None and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()

    async def run(self, study: Study) -> list[Remark] | None:
        """What the rules find that search; None where the search was ended."""
        self.stop(study.path)
        if study.subject is None or study.broken:
            return []
        sources = {document.source.name: document.source for document in study.gathered.own}
        try:
            return await self._ask(study, sources)
        except (OSError, ValueError, KeyError):  # it could not be started, or ended in the midst of it
            return None

    async def _ask(self, study: Study, sources: dict[str, SourceFile]) -> list[Remark] | None:
        asked = {"path": str(study.path), "texts": {name: source.text for name, source in sources.items()}}
        call, environment, folder = own_process("pactlang.lsp.proofs")
        process = await asyncio.create_subprocess_exec(
            *call,
            env=environment,
            cwd=folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self._running[study.path] = process
        try:
            said, _ = await asyncio.wait_for(process.communicate(json.dumps(asked).encode()), _LONGEST)
        except TimeoutError:
            self.stop(study.path)
            return None
        if self._running.get(study.path) is not process or process.returncode != 0:
            return None
        del self._running[study.path]
        return [_remark(one, sources) for one in json.loads(said) if one["file"] in sources]


def _remark(one: dict[str, object], sources: dict[str, SourceFile]) -> Remark:
    span = sources[str(one["file"])].span(int(str(one["start"])), int(str(one["end"])))
    others = []
    for place in one["others"] if isinstance(one["others"], list) else ():
        if place["file"] in sources:
            others.append((sources[place["file"]].span(place["start"], place["end"]), place["words"]))
    return Remark(span, Weight(int(str(one["weight"]))), str(one["code"]), str(one["message"]), tuple(others))


def prove(path: Path, texts: dict[str, str]) -> list[Remark]:
    """What the searching rules find in an agreement, by its texts alone: a proof needs no log but its own."""
    from pactlang.inputs import read_file
    from pactlang.inputs.linting import read_to_lint
    from pactlang.inputs.settings import lint_settings
    from pactlang.lint.rule import Family
    from pactlang.lint.rules.contradiction.example_does_not_hold import RULE as EXAMPLES
    from pactlang.lint.runner import chosen, lint

    def read(one: Path) -> bytes:
        return texts[str(one)].encode() if str(one) in texts else read_file(one)

    settings = lint_settings(path)
    rules, _ = chosen(settings.profile, settings.select, settings.ignore)
    found = read_to_lint(path, read=read)
    if found.subject is None or found.broken:
        return []
    # Examples are told of by `verdicts`, at once and with what the checker finds.
    proving = [rule for rule in rules if rule.family is Family.CONTRADICTION and rule.code != EXAMPLES.code]
    return [of_finding(one) for one in lint(found.subject, proving).findings]


def main() -> None:
    """Read what is asked from standard input, and answer on standard output."""
    asked = json.load(sys.stdin)
    found = prove(Path(asked["path"]), asked["texts"])
    answer = [
        {
            "file": one.span.source.name,
            "start": one.span.start,
            "end": one.span.end,
            "weight": int(one.weight),
            "code": one.code,
            "message": one.message,
            "others": [{"file": span.source.name, "start": span.start, "end": span.end, "words": words} for span, words in one.others],
        }
        for one in found
    ]
    sys.stdout.write(json.dumps(answer))
