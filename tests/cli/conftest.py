"""The fixtures of the command line's tests."""

from tests.versions.repository import repository

from .running import folder, ours

__all__ = ["folder", "ours", "repository"]
