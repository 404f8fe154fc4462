"""`pact lsp` where what it needs is not installed."""

from __future__ import annotations

import subprocess
import sys


def test_it_says_how_to_install_what_is_missing() -> None:
    call = "import sys; sys.modules['pygls'] = None; from pactlang.cli.app import run; sys.exit(run(['lsp']))"
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 2
    assert "pip install 'pactlang[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr
