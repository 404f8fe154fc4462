"""No sentence is explained by other evenings unseen."""

from __future__ import annotations

from difflib import unified_diff

from .kept_cases import kept, lines, texts


def test_the_nearest_cases_are_those_that_are_kept() -> None:
    wanted, changed = kept(), []
    for said, asked in texts().items():
        if (found := lines(*asked)) != wanted.pop(said, None):
            changed += [said, *unified_diff(kept().get(said, []), found, lineterm="", n=0)]
    assert not changed, "\n".join(["", *changed, "", "if that is right: python -m tests.explain.kept_cases"])
    assert not wanted
