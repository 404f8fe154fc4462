"""A state that each party has of their own, in an editor: offered word by word, explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.lsp import complete, hover
from pactlang.lsp.study import Desk
from pactlang.lsp.texts import Texts

from .conftest import PACT

TEXT = f"""{PACT}
event exposure

state at-risk for each party
    starts with exposure
    lasts at most 14 days

boundary careful
    no picnic by each party while at-risk
"""


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("state more |", {"for"}),
        ("state more for |", {"each"}),
        ("state more for each |", {"party"}),
        ("cap\n    no picnic while |", {"at-risk"}),
    ],
)
def test_it_is_offered_where_it_can_stand(typed: str, there: set[str], folder: Path, desk: Desk, texts: Texts) -> None:
    text = f"{TEXT}\n{typed}"
    path = folder / "us.pact"
    texts.open(path, text.replace("|", ""), 1)
    study = desk.study(path)
    assert study is not None
    assert there <= {one.text for one in complete.in_agreement(study, text.replace("|", ""), text.index("|"), str(path)).options}


def test_it_is_explained(folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "us.pact"
    texts.open(path, TEXT, 1)
    study = desk.study(path)
    assert study is not None
    known = hover.in_agreement(study, str(path), TEXT.index("at-risk for each"))
    assert known is not None
    assert "of their own" in known.words
