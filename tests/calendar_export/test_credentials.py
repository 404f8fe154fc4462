"""Where name and password for a calendar server come from."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from pactlang.cli.credentials import PASSWORD, USER, credentials
from pactlang.inputs import InputError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(USER, raising=False)
    monkeypatch.delenv(PASSWORD, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "ana")
    monkeypatch.setenv(PASSWORD, "from the environment")
    assert credentials("example.org") == ("ana", "from the environment")


def test_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def kept(service: str, name: str) -> str:
        asked.append((service, name))
        return "from the keyring"

    monkeypatch.setenv(USER, "ana")
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=kept))
    assert credentials("example.org") == ("ana", "from the keyring")
    assert asked == [("pact export example.org", "ana")]


def test_a_keyring_that_is_locked_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(service: str, name: str) -> str:
        raise RuntimeError("locked")

    monkeypatch.setenv(USER, "ana")
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=locked))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(InputError, match=PASSWORD):
        credentials("example.org")


def test_a_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("ana\n"))
    monkeypatch.setattr("getpass.getpass", lambda words: f"typed after {words}")
    assert credentials("example.org") == ("ana", "typed after Password of ana at example.org: ")


def test_a_server_that_asks_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "")
    assert credentials("example.org") == ("", "")
