"""The fixtures of the command line's tests."""

from .running import folder, ours

__all__ = ["folder", "ours"]
