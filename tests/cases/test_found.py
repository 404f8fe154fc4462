"""Everything that the checker finds in the cases by hand is what `found/` keeps: no moment, measure or entry changes unseen."""

from __future__ import annotations

from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from tests.cases.by_hand import all_cases
from tests.cases.found import FOLDER, found, kept

KEPT = cache(kept)
NAMES = [f"{case.file}: {case.name}" for case in all_cases()]


@pytest.mark.parametrize("file", sorted({case.file for case in all_cases()}))
def test_nothing_changes_unseen(file: str, tmp_path: Path) -> None:
    changed: list[str] = []
    for place, case in enumerate(all_cases()):
        name = f"{case.file}: {case.name}"
        if case.file == file and (lines := found(case, tmp_path / str(place))) != KEPT().get(name):
            changed += [name, *unified_diff(KEPT().get(name, []), lines, lineterm="", n=0)]
    assert not changed, "\n".join(["", *changed, "", "if that is right: python -m tests.cases.found"])


def test_nothing_is_kept_of_cases_that_are_gone() -> None:
    assert list(KEPT()) == NAMES, FOLDER
