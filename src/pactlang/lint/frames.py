"""The frames that rules listen for: data in `phrases/*.toml`, read by this one engine.

A file holds the frames of one rule, one a line, in lists by what they are for (`heard`, `allowed`, `names` …), and its own slots. A
frame is a regular expression in which a name in braces is a slot: `{hurt} {whom}`. Slots are in the file or, for all files, in
`slots.toml`; `{gap 3}` is up to three words; parentheses only group. A frame fits whole words, in any case. Rules that look at what is
asked, and not at words, have lists of `[events]` there.

The build works out all frames, and the stems without which none of them can fit, and writes them beside this module (`hatch_build.py`):
compiling them all would take longer than most texts take to be judged. Where the file is missing or was made from other frames, as in a
checkout that was changed since, they are worked out anew, with the same result.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from pactlang.hashes import sha256
from pactlang.later import ready

FOLDER = "phrases"
TABLE = "phrases.bin"
SHARED = "slots"
_SLOT = ready(r"\{([a-z][a-z_]*|gap \d)\}")
_TURNING = ready(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]", re.DOTALL)  # what a pattern's nesting hangs on; a class, whole
_GROUP = ready(r"(\\.|\[(?:\\.|[^\]\\])*\])|\((?!\?)")
_SHORTEST = 2
_MOST_NEEDS = 3  # of one frame: what is rare comes first, so that more hardly ever tell anything
# In most texts anyhow: a frame that needs only these is looked for in nearly all of them.
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
_MOST_TURNS = 3  # how often more frames are compiled before all are: a long text needs most of them anyway

Needs = tuple[tuple[str, ...], ...]
# A frame worked out: its pattern, lists of stems, of each of which a text must hold one, and the same of each of its alternatives, which
# need more than all of them have in common.
Frame = tuple[str, Needs, tuple[tuple[str, Needs], ...]]
Frames = Mapping[str, Mapping[str, Sequence[Frame]]]
Events = Mapping[str, Mapping[str, frozenset[str]]]


class Phrase:
    """The frames of one list of one file, to be used like one pattern of `re`.

    An alternative of a frame is compiled when it is first looked for in a text that holds the stems that it needs.

    >>> bool(Phrase("violence").search("Nobody may hit Ana."))
    True
    """

    def __init__(self, file: str, kind: str = "heard", *, frames: Sequence[Frame] | None = None) -> None:
        self._file, self._kind = file, kind
        self._given = frames
        self._near: set[tuple[int, int]] = set()  # the alternatives that are compiled: the frame's number, and its own
        self._compiled: re.Pattern[str] | None = None
        self._turns = 0

    @cached_property
    def frames(self) -> Sequence[Frame]:
        """The frames, in their order, which decides between two that fit at the same place."""
        return self._given if self._given is not None else known_frames()[self._file][self._kind]

    def _for(self, text: str) -> re.Pattern[str] | None:
        """A pattern that finds in this text what all frames would find; none where none of them can fit."""
        if self._turns <= _MOST_TURNS:
            low = folded(text)
            near = set(self._fitting(lambda needs: holds(low, needs)))
            if not near <= self._near:
                self._near = self._near | near if self._turns < _MOST_TURNS else set(self._fitting(lambda _: True))
                self._compiled = whole("|".join(self.frames[frame][2][place][0] for frame, place in sorted(self._near)))
                self._turns += 1
        return self._compiled

    def _fitting(self, fits: Callable[[Needs], bool]) -> Iterator[tuple[int, int]]:
        for number, (_, needs, alternatives) in enumerate(self.frames):
            if fits(needs):
                yield from ((number, place) for place, (_, its_own) in enumerate(alternatives) if fits(its_own))

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a text that fits."""
        pattern = self._for(text)
        return pattern.search(text) if pattern is not None else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A text that is nothing but one of them."""
        pattern = self._for(text)
        return pattern.fullmatch(text) if pattern is not None else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place in a part of a text that fits."""
        pattern = self._for(text)
        return pattern.finditer(text, start, end) if pattern is not None else iter(())


# What a sentence is searched for.
Pattern = re.Pattern[str] | Phrase


def whole(pattern: str) -> re.Pattern[str]:
    """A pattern for whole words in any case."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.IGNORECASE)


def expanded(frame: str, slots: Mapping[str, str]) -> str:
    """A frame with what its slots stand for. Raises `KeyError` for a slot that nobody knows.

    >>> expanded("{who} (never )?shouts", {"who": "he|she"})
    '(?:he|she) (?:never )?shouts'
    """
    grouped = _GROUP.sub(lambda found: found[1] or "(?:", frame)
    return _SLOT.sub(
        lambda found: _gap(found[1][-1]) if found[1].startswith("gap ") else f"(?:{expanded(slots[found[1]], slots)})", grouped
    )


def _gap(words: str) -> str:
    """Up to so many words between two others, none of which ends a sentence."""
    return rf"(?:[\w'-]{{1,30}},? ){{0,{words}}}"


def known_frames() -> Frames:
    """All frames by file and list: as the build worked them out, else from the data."""
    return _known()[0]


def listed(file: str, kind: str) -> frozenset[str]:
    """The events of one list of one file.

    >>> "leave-day" in listed("costs_too_much", "rest")
    True
    """
    return _known()[1][file][kind]


@lru_cache(maxsize=1)
def _known() -> tuple[Frames, Events]:
    here = Path(__file__).parent
    stamp = _stamp(here)
    try:
        built: dict[str, Any] = marshal.loads((here / TABLE).read_bytes())  # noqa: S302 - a file of the package itself
    except (OSError, ValueError, EOFError, TypeError):
        built = {}
    if built.get("stamp") == stamp:
        return built["frames"], {name: {kind: frozenset(one) for kind, one in lists.items()} for name, lists in built["events"].items()}
    return worked_out(here), _events(here)


def frame(pattern: str) -> Frame:
    """A frame, worked out.

    >>> frame("he (?:goes|stays)|(?:she|it) stays")[2]
    (('he (?:goes|stays)', (('goes', 'stays'), ('he ',))), ('(?:she|it) stays', ((' stays',), ('it', 'she'))))
    """
    return pattern, required(pattern), tuple((one, required(one)) for one in _alternatives(pattern))


def _alternatives(pattern: str) -> list[str]:
    found, start, depth, closed = [], 0, 0, []
    for mark in _TURNING.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if mark[0] == "|" and depth == 0:
            found.append(pattern[start : mark.start()])
            start = mark.end()
        if mark[0] == ")" and depth == 0:
            closed.append(mark.end())
    found.append(pattern[start:])
    if pattern.startswith("(?:") and closed == [len(pattern)]:
        return _alternatives(pattern[3:-1])  # nothing but a slot
    return found if len(found) == 1 else [inner for one in found for inner in _alternatives(one)]


def worked_out(package: Path) -> Frames:
    """All frames of a package folder, from the data."""
    files = read_files(package)
    shared = files.pop(SHARED)["slots"] | _watched()
    found: dict[str, dict[str, list[Frame]]] = {}
    for name, file in files.items():
        slots = shared | file.get("slots", {})
        found[name] = {kind: [frame(expanded(one, slots)) for one in frames] for kind, frames in file.get("frames", {}).items()}
    return found


def _events(package: Path) -> Events:
    files = read_files(package)
    return {name: {kind: frozenset(names) for kind, names in file["events"].items()} for name, file in files.items() if "events" in file}


def read_files(package: Path) -> dict[str, dict[str, Any]]:
    """The data of a package folder, by the names of its files."""
    import tomllib

    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in _files(package)}


def write_table(package: Path) -> Path:
    """Write the frames of a package folder beside this module, and say where."""
    written = package / "lint" / TABLE
    listed_events = {name: {kind: sorted(names) for kind, names in lists.items()} for name, lists in _events(package / "lint").items()}
    table = {"stamp": _stamp(package / "lint"), "frames": worked_out(package / "lint"), "events": listed_events}
    # In one step, since something else may read it while a package is built.
    partial = written.with_suffix(".tmp")
    partial.write_bytes(marshal.dumps(table, 2))  # which tells nothing of what is one object: it is the same each time
    partial.replace(written)
    return written


def _files(package: Path) -> list[Path]:
    return sorted((package / FOLDER).glob("*.toml"))


def _watched() -> dict[str, str]:
    """The names that open devices or whereabouts, from the one list that the checker has, too."""
    from pactlang.resolve.watching import DEVICES_ASKED, DEVICES_SURE, STEPS_ASKED, STEPS_SURE, patterns

    return {"device_names": "|".join(patterns(DEVICES_SURE, DEVICES_ASKED)), "step_names": "|".join(patterns(STEPS_SURE, STEPS_ASKED))}


def _stamp(package: Path) -> str:
    """What changes where the data or this engine does."""
    from pactlang.resolve import watching

    sources = [*_files(package), Path(__file__), Path(watching.__file__)]
    return sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def folded(text: str) -> str:
    """A text in which a stem is to be looked for."""
    return text.translate(_FOLDED).casefold()


def holds(low: str, needs: Sequence[Sequence[str]]) -> bool:
    """Whether a folded text holds of each list of stems at least one."""
    return all(any(stem in low for stem in stems) for stems in needs)


def required(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Lists of stems, of each of which every text that a pattern fits holds at least one, the rarest list first.

    >>> required(r"(?:slaps?|kicks?) (?:him|her)")
    (('kick', 'slap'), ('er', 'im'))
    >>> required(r"[a-z]+")
    ()
    """
    found = _of_sequence(re._parser.parse(pattern, re.IGNORECASE))  # noqa: SLF001 - there is no public parser
    return tuple(tuple(sorted(stems)) for stems in sorted(found, key=lambda one: (_worth(one), *sorted(one)), reverse=True)[:_MOST_NEEDS])


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> list[frozenset[str]]:
    """All that several things in a row need: letters that follow each other make one stem."""
    needs: list[frozenset[str]] = []
    run = ""
    for kind, value in chain(items, [(None, None)]):
        name = str(kind)
        if name == "LITERAL":
            run += chr(value)
            continue
        if name in ("AT", "ASSERT_NOT"):
            continue  # takes no letter, so the run goes on
        if len(run.strip()) >= _SHORTEST:
            needs.append(frozenset({folded(run)}))
        needs += _needs(name, value)
        run = ""
    return needs


def _needs(name: str, value: Any) -> list[frozenset[str]]:
    if name == "SUBPATTERN":
        return _of_sequence(value[-1])
    if name == "BRANCH":
        found = [_of_sequence(one) for one in value[1]]
        best = [max(one, key=_worth) for one in found if one]
        return [frozenset().union(*best)] if len(best) == len(found) else []
    if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
        return _of_sequence(value[2])
    return []


def _worth(stems: frozenset[str]) -> tuple[float, int]:
    """How rarely a text holds one of them: the fewer common and short ones, the better."""
    words = [stem.strip() for stem in stems]
    return (-sum(20.0 if word in _COMMON or len(word) < 3 else 4.0 / len(word) for word in words), -len(words))
