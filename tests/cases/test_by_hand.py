"""Cases worked out by hand, date by date: the checker finds in each exactly what it says, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from .by_hand import Case, all_cases, difference


def _marked(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.settings["xfail"])] if "xfail" in case.settings else []
    return pytest.param(case, id=f"{case.file}: {case.name}", marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in all_cases()])
def test_a_case_finds_what_it_says(case: Case, tmp_path: Path) -> None:
    wrong = difference(case, tmp_path)
    assert not wrong, "\n".join(["", f"{case.file}: {case.name}", *wrong, "", case.text])


def test_no_two_cases_bear_the_same_name() -> None:
    names = [(case.file, case.name) for case in all_cases()]
    assert len(names) == len(set(names))
