"""Name and password for a calendar server: from the environment, a keyring or a prompt, never from the command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pactlang.inputs import InputError

if TYPE_CHECKING:
    from typing import Any

USER, PASSWORD = "PACT_CALDAV_USER", "PACT_CALDAV_PASSWORD"
SERVICE = "pact export"


def credentials(host: str) -> tuple[str, str]:
    """Name and password for a server; both empty where it was said that there are none (an empty name in the environment)."""
    user = os.environ.get(USER)
    password = os.environ.get(PASSWORD)
    if user == "":
        return "", ""
    if user is None:
        user = _asked(f"Name at {host}: ", secret=False)
    if password is None:
        password = _kept(host, user)
    if password is None:
        password = _asked(f"Password of {user} at {host}: ", secret=True)
    return user, password


def _kept(host: str, user: str) -> str | None:
    """What the machine's keyring holds, where the `keyring` package is installed."""
    try:
        from importlib import import_module

        keyring: Any = import_module("keyring")
    except ImportError:
        return None
    try:
        kept = keyring.get_password(f"{SERVICE} {host}", user)
    except Exception:
        return None
    return kept if isinstance(kept, str) else None


def _asked(words: str, *, secret: bool) -> str:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise InputError(f"the server asks for a name and a password: set {USER} and {PASSWORD}, or run this in a terminal")
    try:
        if secret:
            return getpass(words)
        sys.stderr.write(words)
        sys.stderr.flush()
        return sys.stdin.readline().strip()
    except (EOFError, KeyboardInterrupt):
        raise InputError("stopped; nothing was written") from None
