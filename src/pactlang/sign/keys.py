"""Signatures with a real key, made and checked by the `ssh-keygen` of the machine: no key is ever read or kept here."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from pactlang.programs import program
from pactlang.source import PlainError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAMESPACE = "pactlang"  # a signature made for anything else (a commit, a file) does not count here
ALLOWED_SIGNERS = "allowed_signers"
_IN_A_FILE = re.compile(r"\w[\w-]*").fullmatch
_LONGEST = 60
_PATIENCE = 30  # seconds; checking asks nobody anything


class Key(StrEnum):
    """How the signature with a key of a party stands."""

    NONE = "none"  # there is none
    GOOD = "good"  # made with a key of this party, over this very text
    BAD = "bad"  # made over another text, or with a key that is not theirs
    UNCHECKED = "unchecked"  # nothing says which keys are theirs, or ssh-keygen is missing


class NotSignedError(PlainError):
    """A signature could not be made; the message says why in plain words."""


@lru_cache(maxsize=1)
def _folded(parties: tuple[str, ...]) -> Counter[str]:
    return Counter(party.casefold() for party in parties)


def signature_path(pact: Path, parties: Sequence[str], party: str) -> Path:
    """Where a party's signature stands: `us.pact.ana.sig` beside `us.pact`.

    >>> from pathlib import Path
    >>> signature_path(Path("us.pact"), ("Ana", "Ben"), "Ana").name
    'us.pact.ana.sig'
    >>> signature_path(Path("us.pact"), ("A/B", "Ben"), "A/B").name
    'us.pact.998d3ed8983acf39.sig'
    """
    name = party if _folded(tuple(parties))[party.casefold()] > 1 else party.casefold()
    if not _IN_A_FILE(name) or len(name) > _LONGEST:
        name = sha256(party.encode()).hexdigest()[:16]  # what no file may be called, or what means a folder
    return pact.with_name(f"{pact.name}.{name}.sig")


def make_signature(text: str, key: Path) -> bytes:
    """Sign a text with a key. `ssh-keygen` itself asks for a passphrase, where the key has one."""
    keygen = program("ssh-keygen")
    if keygen is None:
        raise NotSignedError("signing with a key needs ssh-keygen, which is not installed here")
    # A list and no shell; the path is absolute, so no name can be taken for an option.
    arguments = [keygen, "-Y", "sign", "-f", str(key.absolute()), "-n", NAMESPACE]
    done = subprocess.run(arguments, input=text.encode(), capture_output=True, check=False)  # noqa: S603
    if done.returncode or not done.stdout.startswith(b"-----BEGIN SSH SIGNATURE-----"):
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NotSignedError(f"{key} did not sign: {said[-1] if said else 'ssh-keygen said nothing'}")
    return done.stdout


def check_signature(text: str, party: str, signature: Path, signers: Path) -> Key:
    """Whether a signature was made over this very text with a key that `allowed_signers` gives to this party."""
    if not signature.is_file():
        return Key.NONE
    keygen = program("ssh-keygen")
    if keygen is None or not signers.is_file():
        return Key.UNCHECKED
    arguments = [keygen, "-Y", "verify", "-f", str(signers.absolute()), "-I", party, "-n", NAMESPACE, "-s", str(signature.absolute())]
    try:
        done = subprocess.run(arguments, input=text.encode(), capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired:
        return Key.UNCHECKED
    return Key.GOOD if done.returncode == 0 else Key.BAD
