"""Words without which a pattern cannot fit, so that most patterns are never compiled: that takes longer than most texts take to be judged.

The build works them out (`hatch_build.py`) and writes them beside this module. A pattern that the file does not know, as in a checkout
that was changed since, is compiled whenever it is looked for, with the same result.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha1
from itertools import chain
from pathlib import Path
from typing import Any

STEMS = "stems.json"
_SHORTEST = 2
# In most texts anyhow: a pattern that needs only these is looked for in nearly all of them.
_COMMON = frozenset(
    [
        *("a", "an", "the", "to", "of", "in", "on", "at", "by", "for", "and", "or", "if", "is", "are", "be", "has", "have", "had"),
        *("he", "she", "they", "we", "you", "i", "it", "his", "her", "their", "our", "your", "my", "me", "him", "them", "us"),
        *("no", "not", "with", "when", "who", "what", "where", "whom", "may", "can", "must", "will", "does", "do", "get", "gets"),
        *("give", "gives", "take", "takes", "keep", "keeps", "only", "before", "after", "each", "every", "day", "week", "month"),
        *("time", "one", "two", "other", "all", "any", "ever", "as", "up", "out", "so", "that", "this"),
    ]
)
# Letters that fit an `i` whatever the case, and fold into something else.
_FOLDED = str.maketrans({"İ": "i", "ı": "i"})


def folded(text: str) -> str:
    """A text in which a stem is to be looked for."""
    return text.translate(_FOLDED).casefold()


def digest(part: str) -> str:
    """The name of a pattern in the file."""
    return sha1(part.encode(), usedforsecurity=False).hexdigest()[:12]


@lru_cache(maxsize=1)
def known_stems() -> dict[str, list[str]]:
    """By pattern, the stems of which a text must hold at least one."""
    try:
        found: dict[str, list[str]] = json.loads(Path(__file__).with_name(STEMS).read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def required(part: str) -> frozenset[str]:
    """Stems of which every text that a pattern fits holds at least one; none where there are no such.

    >>> sorted(required(r"(?:slaps?|kicks?) (?:him|her)"))
    ['kick', 'slap']
    >>> required(r"[a-z]+")
    frozenset()
    """
    return _of_sequence(re._parser.parse(part, re.IGNORECASE))  # noqa: SLF001 - there is no public parser


def write_stems(package: Path, parts: Iterable[str]) -> Path:
    """Write the stems of these patterns beside this module in a package folder, and say where."""
    found = {digest(part): sorted(stems) for part in dict.fromkeys(parts) if (stems := required(part))}
    written = package / "lint" / STEMS
    written.write_text(json.dumps(found, ensure_ascii=True, sort_keys=True), encoding="utf-8")
    return written


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The best of what any one of several things in a row needs: letters that follow each other make one stem."""
    best: frozenset[str] = frozenset()
    run = ""
    for kind, value in chain(items, [(None, None)]):
        name = str(kind)
        if name == "LITERAL":
            run += chr(value)
            continue
        if name in ("AT", "ASSERT_NOT"):
            continue  # takes no letter, so the run goes on
        best = max(best, frozenset({folded(run).strip()} if len(run.strip()) >= _SHORTEST else ()), _needs(name, value), key=_worth)
        run = ""
    return best


def _needs(name: str, value: Any) -> frozenset[str]:
    if name == "SUBPATTERN":
        return _of_sequence(value[-1])
    if name == "BRANCH":
        found = [_of_sequence(one) for one in value[1]]
        return frozenset(chain.from_iterable(found)) if all(found) else frozenset()
    if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
        return _of_sequence(value[2])
    return frozenset()


def _worth(stems: frozenset[str]) -> tuple[float, int]:
    """How rarely a text holds one of them: the fewer common and short ones, the better."""
    if not stems:
        return (-1e9, 0)
    return (-sum(20.0 if stem in _COMMON or len(stem) < 3 else 4.0 / len(stem) for stem in stems), -len(stems))
