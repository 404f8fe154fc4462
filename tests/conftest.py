"""How long the properties are tried: the same cases each time, or with PACT_FUZZ=long new ones, for as long as a reader has patience.

And where commands remember what they wrote: nowhere in the home of whoever runs the tests.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile

import pytest
from hypothesis import settings

from pactlang.diagnostics import guess_anew
from pactlang.writing import WRITTEN

# A test that fails now and then teaches people to look away; new cases are looked for on purpose.
settings.register_profile("same", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("long", derandomize=False)
settings.load_profile("long" if os.environ.get("PACT_FUZZ") == "long" else "same")

# In the background of a shell, or under nohup, Ctrl+C is ignored, by each program that is started from here, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="pact-state-")
atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_written() -> None:
    """Each command is a process of its own, which has written nothing and compared no spellings yet."""
    WRITTEN.clear()
    guess_anew()
