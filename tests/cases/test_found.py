"""Everything that the checker finds in the cases by hand is what `found/` keeps: no moment, measure or entry changes unseen."""

from __future__ import annotations

from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from tests.cases.by_hand import all_cases
from tests.cases.found import FOLDER, digests, found, kept, kept_digests

KEPT = cache(kept)
KEPT_DIGESTS = cache(kept_digests)
NAMES = [f"{case.file}: {case.name}" for case in all_cases()]


@pytest.mark.parametrize("file", sorted({case.file for case in all_cases()}))
def test_nothing_changes_unseen(file: str, tmp_path: Path) -> None:
    changed: list[str] = []
    for place, case in enumerate(all_cases()):
        name = f"{case.file}: {case.name}"
        if case.file == file and (lines := found(case, tmp_path / str(place))) != KEPT().get(name):
            changed += [name, *unified_diff(KEPT().get(name, []), lines, lineterm="", n=0)]
    assert not changed, "\n".join(["", *changed, "", "if that is right: python -m tests.cases.found"])


@pytest.mark.parametrize("file", sorted({case.file for case in all_cases()}))
def test_nor_at_other_moments(file: str, tmp_path: Path) -> None:
    """Few digits for each: to see what changed, look at the case as of the moments that `tests.cases.found` picks."""
    cases = [case for case in all_cases() if case.file == file]
    found_now = {f"{file}: {case.name}": digests(case, tmp_path / str(place)) for place, case in enumerate(cases)}
    assert found_now == {name: digits for name, digits in KEPT_DIGESTS().items() if name in found_now}, (
        "if that is right: python -m tests.cases.found"
    )


def test_nothing_is_kept_of_cases_that_are_gone() -> None:
    assert list(KEPT()) == NAMES, FOLDER
