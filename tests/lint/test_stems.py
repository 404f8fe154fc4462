"""Patterns that are not compiled are those that cannot fit: what is found with the stems is what all parts find."""

from __future__ import annotations

import gc
import inspect
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactlang.lint import stems as stems_module
from pactlang.lint.phrases import as_read
from pactlang.lint.rules import RULES
from pactlang.lint.stems import digest, folded, known_stems, required, write_stems
from pactlang.lint.words import Phrase
from tests.lint.blind import FOLDER, SETS
from tests.lint.test_sentences import cases
from tests.resolve.watching import ASKS, NEVER

PARTS = sorted(set(Phrase.all_parts))


@pytest.mark.parametrize(
    ("part", "stems"),
    [
        (r"(?:slaps?|kicks?) (?:him|her)", {"slap", "kick"}),
        (r"no (?:way out|exit)", {"way out", "exit"}),
        (r"(?:very )?late(?! shift)", {"late"}),
        (r"(?:late|[a-z]+)", set()),
        (r"(?:late)?", set()),
        (r"(?:a|phone) x", set()),
        (r"İstanbul", {"istanbul"}),
    ],
)
def test_what_a_pattern_needs(part: str, stems: set[str]) -> None:
    assert required(part) == stems


@settings(max_examples=400, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_text_that_fits_holds_a_stem(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(PARTS))
    needed = required(part)
    text = data.draw(st.from_regex(re.compile(part, re.IGNORECASE), fullmatch=True))
    assert not needed or any(stem in folded(text) for stem in needed), (part, text)


def test_the_same_is_found_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {digest(part): sorted(required(part)) for part in PARTS}
    monkeypatch.setattr("pactlang.lint.words.known_stems", lambda: known)
    spoken = [words for _, words, _ in cases()]
    for name in SETS:
        for path in sorted((FOLDER / name).glob("*.pact")):
            spoken += re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))
    for parts in _phrases():
        whole = _whole("|".join(parts))
        for first in range(0, len(spoken), 25):
            phrase = Phrase(*parts)  # a new one now and then, so that few parts are compiled
            for words in spoken[first : first + 25]:
                assert [one.span() for one in phrase.finditer(words)] == [one.span() for one in whole.finditer(words)], words


# Names of events and clauses, which some patterns are for.
NAMES = (
    "phone password",
    "phone check",
    "punishment",
    "weekly allowance",
    "hourly report",
    "no therapy",
    "no friends",
    "fine",
    "no jealousy",
    "forfeit",
    *(name.replace("-", " ") for name in (*NEVER, *ASKS)),
)


def test_every_pattern_is_reached_by_a_case() -> None:
    spoken = [f'"{words}"' for _, words, _ in cases()]
    spoken += [words for rule in RULES for words in re.findall(r'"[^"]*"', inspect.getdoc(inspect.getmodule(rule.find)) or "")]
    for name in SETS:
        for path in sorted((FOLDER / name).glob("*.pact")):
            spoken += re.findall(r'"[^"]*"', path.read_text(encoding="utf-8"))
    lonely = [part for part in PARTS if part != "(?!)" and not any(_whole(part).search(as_read(words)) for words in (*spoken, *NAMES))]
    assert lonely == []


def _whole(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{part})(?![\w])", re.IGNORECASE)


def _phrases() -> list[tuple[str, ...]]:
    return sorted({one._parts for one in gc.get_objects() if isinstance(one, Phrase)})


def test_the_file_is_read_where_it_stands_and_done_without_where_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lint").mkdir()
    written = write_stems(tmp_path, ["never (?:leaves|goes)", "[a-z]+"])
    assert json.loads(written.read_bytes()) == {digest("never (?:leaves|goes)"): ["never"]}
    known_stems.cache_clear()
    monkeypatch.setattr(stems_module, "__file__", str(tmp_path / "lint" / "stems.py"))
    assert list(known_stems()) == [digest("never (?:leaves|goes)")]
    written.unlink()
    known_stems.cache_clear()
    assert known_stems() == {}
    monkeypatch.undo()
    known_stems.cache_clear()
