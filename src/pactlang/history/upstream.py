"""Whether the branch has an upstream that is somewhere else, as far as git's own files show; the network is never asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pactlang.history.git import Repository

_BRANCH = "ref: refs/heads/"


def may_differ(repository: Repository) -> bool:
    """Whether git should be asked what is upstream. Without a branch, without an upstream, or where both are at one commit, it need not."""
    try:
        config = (repository.store / "config").read_text(errors="replace")
        head = (repository.own / "HEAD").read_text(errors="replace").strip()
    except OSError:
        return False
    if not head.startswith(_BRANCH) or f'[branch "{head.removeprefix(_BRANCH)}"]' not in config:
        return False
    branch = head.removeprefix(_BRANCH)
    section = config.partition(f'[branch "{branch}"]')[2].partition("[")[0]
    remote = re.search(r"^\s*remote = (\S+)$", section, re.M)
    merge = re.search(r"^\s*merge = refs/heads/(\S+)$", section, re.M)
    if remote is None or merge is None:
        return False
    there = f"refs/remotes/{remote[1]}/{merge[1]}" if remote[1] != "." else f"refs/heads/{merge[1]}"
    here_at, there_at = _commit(repository.store, f"refs/heads/{branch}"), _commit(repository.store, there)
    return not here_at or here_at != there_at


def _commit(store: Path, name: str) -> str:
    """Where a branch is; empty where that is not plain to see."""
    try:
        return (store / name).read_text(errors="replace").strip()
    except (OSError, ValueError):
        pass
    try:
        packed = (store / "packed-refs").read_text(errors="replace")
    except OSError:
        return ""
    found = re.search(rf"^([0-9a-f]+) {re.escape(name)}$", packed, re.M)
    return found[1] if found else ""
