"""What a rule says goes no further than what it looked for.

Rules that look for words have not found them, which is all that they know: "nothing here says" would be untrue as soon as somebody says it
otherwise. And what is read in one line says nothing of other days and other people.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from pactlang.lint import rules
from pactlang.lint.rule import Sure
from pactlang.lint.rules import RULES

FOLDER = Path(str(rules.__path__[0]))
READING = [rule for rule in RULES if rule.sure is Sure.LIKELY]
FILES = {one.code: FOLDER / one.family.name.lower() / f"{one.find.__module__.rpartition('.')[2]}.py" for one in READING}
# "Nothing was found" is what a rule knows; these claim to have understood the whole text.
TOO_MUCH = re.compile(
    r"\bnothing (?:here|says)\b|\bnothing mentions\b|\bthere is no regular\b|\ball the time\b|\ball day\b|\bnobody else\b"
)


def said(path: Path) -> list[str]:
    """The texts of a rule's code, its page left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    page = ast.get_docstring(tree, clean=False)
    texts = [one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [one for one in texts if one != page and "(?" not in one]


@pytest.mark.parametrize("code", FILES)
def test_a_message_says_no_more_than_was_looked_for(code: str) -> None:
    found = [one for one in said(FILES[code]) if TOO_MUCH.search(one.lower())]
    assert found == []
