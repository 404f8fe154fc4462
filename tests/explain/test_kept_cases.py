"""No sentence is explained by other evenings unseen."""

from __future__ import annotations

from difflib import unified_diff

from .kept_cases import both, kept, kept_tries, texts


def test_the_nearest_cases_are_those_that_are_kept() -> None:
    wanted, tries, changed = kept(), kept_tries(), []
    for said, asked in texts().items():
        found, tried = both(*asked)
        if found != wanted.pop(said, None):
            changed += [said, *unified_diff(kept().get(said, []), found, lineterm="", n=0)]
        if tried != (before := tries.pop(said, tried)):  # what is new is asked as soon as it is kept
            changed += [said, f"-{before}", f"+{tried}"]
    assert not changed, "\n".join(["", *changed, "", "if that is right: python -m tests.explain.kept_cases"])
    assert not wanted
    assert not tries
