"""Other programs' zone data is the `tzdata` package's here, whatever the machine's own says."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def package_zones() -> Iterator[None]:
    """Libraries that look a zone up by its name find the one that pactlang uses."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath(to=before)
    zoneinfo.ZoneInfo.clear_cache()
