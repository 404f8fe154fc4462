"""This program gives what the vectors say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import COMMAND
from tests.vectors.run import vectors, wrong


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["name"])
def test_a_vector(tmp_path: Path, vector: dict[str, Any]) -> None:
    assert wrong(vector, COMMAND, tmp_path) == []
