"""The language server gets broken messages and goes on: after each batch it still answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

from tests.fuzz.mutate import mutated

CORPUS = Path(__file__).parent / "corpus"
BATCHES = 40 if os.environ.get("PACT_FUZZ") == "long" else 1
MESSAGES = 60


def framed(data: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(data), data)


def request(number: int, method: str, **parameters: object) -> bytes:
    return framed(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}).encode())


def test_the_server_outlives_broken_messages(tmp_path: Path) -> None:
    random = Random(11)
    messages = (CORPUS / "messages" / "first.jsonl").read_bytes().splitlines()
    texts = [file.read_bytes() for file in sorted((CORPUS / "agreement").iterdir())]
    for batch in range(BATCHES):
        sent = [request(1, "initialize", processId=None, rootUri=None, capabilities={})]
        sent += [framed(b'{"jsonrpc":"2.0","method":"initialized","params":{}}')]
        for _ in range(MESSAGES):
            message = random.choice(messages)
            if random.random() < 0.5:
                message = mutated(message, messages, random)
            elif b"didOpen" in message:
                opened = json.loads(message)
                opened["params"]["textDocument"]["text"] = mutated(random.choice(texts), texts, random).decode("utf-8", errors="replace")
                message = json.dumps(opened).encode()
            sent.append(framed(message))
        sent += [request(4711, "shutdown"), framed(b'{"jsonrpc":"2.0","method":"exit"}')]
        done = subprocess.run(
            [sys.executable, "-c", "from pactlang.cli import main; main()", "lsp"],
            input=b"".join(sent),
            cwd=tmp_path,
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert b'"id":4711' in done.stdout.replace(b" ", b"") or b'"id": 4711' in done.stdout, (batch, done.stderr[-2000:])
