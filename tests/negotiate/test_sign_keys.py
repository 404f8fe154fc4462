"""Signatures with real keys, made here and thrown away."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from tests.cli.running import PACT, Folder

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")


@pytest.fixture
def signed(folder: Folder) -> Folder:
    """A text that Ana has signed with her key, and the keys that belong to Ana and Ben."""
    folder.write("us.pact", PACT)
    allowed = ""
    for party in ("Ana", "Ben"):
        key = folder.path / f"-{party}"  # a name that looks like an option
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        allowed += f"{party} {(folder.path / f'-{party}.pub').read_text()}"
    folder.write("allowed_signers", allowed)
    answer = folder.run("sign", "us.pact", "--as", "Ana", "--on", "2026-08-30", "--key=-Ana")
    assert (answer.code, answer.err) == (0, "")
    assert "us.pact.ana.sig" in answer.out
    return folder


def key_of(folder: Folder, party: str) -> str:
    parties = json.loads(folder.run("verify", "--format", "json").out)["parties"]
    return next(one["key"] for one in parties if one["party"] == party)


def test_a_good_signature(signed: Folder) -> None:
    assert (key_of(signed, "Ana"), key_of(signed, "Ben")) == ("good", "none")
    signed.run("fmt")
    assert signed.run("sign", "--as", "Ben").code == 0
    assert key_of(signed, "Ana") == "good"
    assert signed.run("verify").code == 0
    assert signed.run("verify", "--keys").code == 1
    assert signed.run("sign", "--as", "Ben", "--key=-Ben").code == 0
    assert signed.run("verify", "--keys").code == 0


def test_a_changed_text_breaks_it(signed: Folder) -> None:
    text = (signed.path / "us.pact").read_text().replace("at most 1", "at most 2")
    signed.write("us.pact", text)
    assert key_of(signed, "Ana") == "bad"
    answer = signed.run("sign", "--as", "Ana")
    assert "us.pact.ana.sig was made for an earlier text" in answer.out
    assert signed.run("verify").code == 1
    signed.run("sign", "--as", "Ana", "--key=-Ana")
    assert key_of(signed, "Ana") == "good"


def test_the_key_of_somebody_else_does_not_count(signed: Folder) -> None:
    signed.run("sign", "--as", "Ben", "--key=-Ana")
    assert key_of(signed, "Ben") == "bad"
    answer = signed.run("verify")
    assert answer.code == 1
    assert "does not match this text and their key" in answer.out


def test_a_signature_made_for_something_else_does_not_count(signed: Folder) -> None:
    text = signed.write("words", PACT)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", str(signed.path / "-Ana"), str(text)], check=True)
    signed.write("us.pact.ana.sig", (signed.path / "words.sig").read_bytes())
    assert key_of(signed, "Ana") == "bad"
    signed.write("us.pact.ana.sig", b"nothing of the kind")
    assert key_of(signed, "Ana") == "bad"


def test_without_known_keys_nothing_can_be_told(signed: Folder) -> None:
    (signed.path / "allowed_signers").unlink()
    assert key_of(signed, "Ana") == "unchecked"
