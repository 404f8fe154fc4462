"""A folder to run the command in."""

from tests.cli.running import folder

__all__ = ["folder"]
