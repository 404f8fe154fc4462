"""The versions of an agreement that git keeps: reading them, merging them, and setting a repository up for them. Only this runs git."""

from __future__ import annotations

from pactlang.source import PlainError


class GitError(PlainError):
    """What git cannot give, in plain words."""
