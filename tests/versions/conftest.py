"""The fixtures of the tests that use git."""

from .repository import repository

__all__ = ["repository"]
