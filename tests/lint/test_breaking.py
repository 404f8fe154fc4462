"""Every sentence that another makes needless is shown by a log that breaks both."""

from __future__ import annotations

import pytest

from pactlang.checker.budget import Budget
from pactlang.lint.proof.breaking import breaks_both, leaves_unbroken
from pactlang.lint.proof.needless import needless, never
from pactlang.lint.proof.scene import Scene

from .test_clash import agreement
from .test_needless import NEEDLESS

MORE = [
    ("at most 10 hours of encounters per week", "at most 8 hours of encounters per week"),
    ("no encounter at home", "no encounters at home"),
    ("check-in by everyone every week on Sunday", "check-in by everyone every week on Sunday"),
]


@pytest.mark.parametrize(("weak", "strong"), [*NEEDLESS, *MORE])
def test_a_log_breaks_both(weak: str, strong: str) -> None:
    both = agreement(weak, strong)
    (found,) = needless(both)
    shown = breaks_both(both, found.sentence, found.other, Budget())
    assert shown is not None
    scene = Scene(both, (found.sentence, found.other), Budget())
    assert scene.broken(*shown, "c0")
    assert scene.broken(*shown, "c1")


@pytest.mark.parametrize(
    "sentence",
    [
        "no encounter at home at cafe",
        "no encounter on Friday on Monday",
        "after each encounter on Friday on Monday, aftercare within 2 days",
    ],
)
def test_a_log_comes_near_what_cannot_be_broken(sentence: str) -> None:
    alone = agreement(sentence)
    (found,) = never(alone)
    entries, until = leaves_unbroken(alone, found.sentence, Budget())
    assert [one.type for one in entries] == ["encounter"]
    assert not Scene(alone, (found.sentence,), Budget()).broken(entries, until, "c0")
