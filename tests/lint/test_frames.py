"""Frames are data: each is reached by a sentence; those that are not compiled are those that cannot fit."""

from __future__ import annotations

import inspect
import marshal
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactlang.lint import frames as frames_module
from pactlang.lint.as_read import as_read
from pactlang.lint.frames import (
    FOLDER,
    TABLE,
    Phrase,
    expanded,
    folded,
    frame,
    holds,
    known_frames,
    read_files,
    required,
    whole,
    write_table,
)
from pactlang.lint.page import page_of
from pactlang.lint.rules import RULES
from tests.lint.marked_sets import FOLDER as MARKED
from tests.lint.marked_sets import SETS
from tests.lint.subjects import subject_of
from tests.lint.test_patterns import endless
from tests.lint.test_sentences import FILES, cases, marked
from tests.lint.test_tables import cases as table_cases
from tests.resolve.watching import ASKS, NEVER

PACKAGE = Path(frames_module.__file__).parent
LISTS = {(file, kind): frames for file, lists in known_frames().items() for kind, frames in lists.items()}
PARTS = sorted({pattern for frames in LISTS.values() for pattern, _, _ in frames})


@pytest.mark.parametrize(
    ("part", "stems"),
    [
        (r"(?:slaps?|kicks?) (?:him|her)", [{"slap", "kick"}, {"im", "er"}]),
        (r"no (?:way out|exit)", [{"way out", "exit"}, {"no "}]),
        (r"(?:very )?late(?! shift)", [{"late"}]),
        (r"(?:late|[a-z]+) (?:lunch){1,2}", [{"lunch"}]),
        (r"(?:(?:the )?car|bus (?:or|and) train) (?:fare)?", [{"car", " train"}]),
        (r"(?:late)?", []),
        (r"(?:a|phone) x", []),
        (r"İstanbul", [{"istanbul"}]),
    ],
)
def test_what_a_pattern_needs(part: str, stems: list[set[str]]) -> None:
    assert [set(one) for one in required(part)] == stems


@settings(max_examples=100, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_text_that_fits_holds_stems(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from([one for one in PARTS if one != "(?!)"]))  # nothing fits that
    _, needed, alternatives = frame(part)
    text = data.draw(st.from_regex(re.compile(part, re.IGNORECASE), fullmatch=True))
    assert holds(folded(text), needed), (part, text)
    assert any(holds(folded(text), stems) and re.fullmatch(one, text, re.IGNORECASE) for one, stems in alternatives), (part, text)


@pytest.mark.parametrize(
    ("part", "alternatives"),
    [
        ("a|b c", ["a", "b c"]),
        (r"[|(]a|[^]|]b|\(|\||c", ["[|(]a", "[^]|]b", r"\(", r"\|", "c"]),
        ("(?:a|(?:b|c))|d", ["a", "b", "c", "d"]),  # nothing but a slot
        ("(?:a|b) c", ["(?:a|b) c"]),
        ("(?:a|b)?", ["(?:a|b)?"]),
        ("(?:a|b)(?:c)", ["(?:a|b)(?:c)"]),
        (r"(?:a|b)\)", [r"(?:a|b)\)"]),
        ("(?!a|b)c", ["(?!a|b)c"]),
        ("(?-i:A|B)", ["(?-i:A|B)"]),
    ],
)
def test_alternatives_are_taken_apart(part: str, alternatives: list[str]) -> None:
    assert [one for one, _ in frame(part)[2]] == alternatives


def test_the_same_is_found_with_and_without() -> None:
    spoken = [words for _, words, _ in cases()]
    for name in SETS:
        for path in sorted((MARKED / name).glob("*.pact")):
            spoken += re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))
    for number, frames in enumerate(LISTS.values()):
        everything = whole("|".join(pattern for pattern, _, _ in frames))
        for first in range(25 * (number % 10), len(spoken), 250):  # each list hears a tenth of them
            phrase = Phrase("", frames=frames)  # a new one now and then, so that few frames are compiled
            for words in spoken[first : first + 25]:
                assert [one.span() for one in phrase.finditer(words)] == [one.span() for one in everything.finditer(words)], words


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


# Lists whose frames find something; the others tell what is harmless after all, or which names are meant.
FINDING = {
    "heard",
    "reach",
    "made_up",
    "body",
    "withheld",
    "medicine",
    "limited",
    "doubtful",
    "doubtful_anyway",
    "denied_no",
    "none_of_ones_own",
    "hiding",
    "otherwise",
    "anyway",
}
DATA = {file: data for file, data in read_files(PACKAGE).items() if file != "slots"}
GRAVE = {file for file, data in DATA.items() if data.get("grave")}
CODES = {rule.find.__module__.rpartition(".")[2]: rule.code for rule in RULES}


def frames_of(kinds: set[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each frame of these lists, with its file and the stems that it needs."""
    return [(file, pattern, needs) for (file, kind), frames in LISTS.items() if kind in kinds for pattern, needs, _ in frames]


def spoken() -> dict[str, list[str]]:
    """All known sentences in plain words, by who wrote them: a file, or a set of marked agreements."""
    found = {file: [words for other, _, words, _ in marked() if other == file] for file in FILES}
    found["pages"] = [words for rule in RULES for words in re.findall(r'"([^"]*)"', inspect.getdoc(inspect.getmodule(rule.find)) or "")]
    found["test_corpus"] = re.findall(r'(?m)^ +"([^"]*)"', Path(__file__).with_name("test_corpus.py").read_text(encoding="utf-8"))
    for name in SETS:
        texts = [path.read_text(encoding="utf-8") for path in sorted((MARKED / name).glob("*.pact"))]
        found[name] = [
            words for text in texts for words in re.findall(r'"([^"]*)"|^ *> (.*)', text, re.MULTILINE) for words in words if words
        ]
    return found


def test_a_frame_is_reached_by_three_sentences_of_two_authors_or_is_grave() -> None:
    known = [(author, as_read(words), folded(as_read(words))) for author, all_words in spoken().items() for words in all_words]
    few = []
    for file, pattern, needs in frames_of(FINDING):
        fits = whole(pattern).search
        reached = {(author, words) for author, words, low in known if holds(low, needs) and fits(words)}
        if len({words for _, words in reached}) < (1 if file in GRAVE else 3) or len({author for author, _ in reached}) < (
            1 if file in GRAVE else 2
        ):
            few.append((file, pattern, len(reached)))
    assert few == []


def test_a_frame_has_a_harmless_twin() -> None:
    """A sentence with the frame's rare words in which the rule finds nothing, and nothing is to be found."""
    harmless = [({code.rstrip("?") for code in codes}, folded(as_read(words))) for _, _, words, codes in marked()]
    alone = []
    for file, pattern, needs in frames_of(FINDING):
        rare = [[stem.strip() for stem in stems] for stems in needs[:1]]
        if not any(CODES[file] not in codes and holds(low, rare) for codes, low in harmless):
            alone.append((file, pattern))
    assert alone == []


def test_other_frames_are_reached_by_a_sentence_or_a_name() -> None:
    known = [as_read(words) for all_words in spoken().values() for words in all_words]
    kinds = {kind for _, kind in LISTS} - FINDING
    lonely = [
        pattern
        for _, pattern, _ in frames_of(kinds)
        if pattern != "(?!)" and not any(whole(pattern).search(one) for one in (*known, *NAMES))
    ]
    assert lonely == []


def test_what_is_grave_and_was_heard_stays_heard() -> None:
    codes = {CODES[file] for file in GRAVE}
    assert [words for _, _, words, marks in marked() if any(mark.rstrip("?") in codes and mark.endswith("?") for mark in marks)] == []
    assert sorted(GRAVE) == ["no_help_from_outside", "papers_kept", "permission_to_leave", "sex_owed", "violence"]


def test_a_frame_has_no_endless_part() -> None:
    assert [part for part in PARTS if endless(part)] == []


@pytest.mark.parametrize(
    ("frame", "pattern"),
    [
        ("{who} (never )?shouts", "(?:he|she) (?:never )?shouts"),
        ("{both}", "(?:(?:he|she) and (?:he|she))"),
        (r"says \(no\) [(]", r"says \(no\) [(]"),
        ("x(?! y){0,2}", "x(?! y){0,2}"),
        ("a {gap 2}b", r"a (?:[\w'-]{1,30},? ){0,2}b"),
    ],
)
def test_a_frame_is_its_slots_filled(frame: str, pattern: str) -> None:
    assert expanded(frame, {"who": "he|she", "both": "{who} and {who}"}) == pattern


def test_a_slot_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        expanded("{nobody}", {})


def test_the_table_is_read_where_it_fits_and_done_without_where_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "lint"
    (here / FOLDER).mkdir(parents=True)
    shutil.copy(PACKAGE / "frames.py", here)
    (here / FOLDER / "slots.toml").write_text("[slots]\nwho = 'he|she'\n")
    (here / FOLDER / "leaving.toml").write_text("[frames]\nheard = ['{who} never leaves']\n")
    monkeypatch.setattr(frames_module, "__file__", str(here / "frames.py"))
    written = write_table(tmp_path)
    needs = ((" never leaves",), ("he", "she"))
    written_as = ("(?:he|she) never leaves", needs, (("(?:he|she) never leaves", needs),))
    assert marshal.loads(written.read_bytes())["frames"] == {"leaving": {"heard": [written_as]}}  # noqa: S302
    monkeypatch.setattr(frames_module, "worked_out", lambda _: {})
    try:
        frames_module._known.cache_clear()
        assert list(known_frames()) == ["leaving"]
        (here / FOLDER / "leaving.toml").write_text("[frames]\nheard = ['{who} never goes']\n")
        frames_module._known.cache_clear()
        assert known_frames() == {}  # worked out anew
        (here / TABLE).unlink()
        frames_module._known.cache_clear()
        assert known_frames() == {}
    finally:
        monkeypatch.undo()
        frames_module._known.cache_clear()


def test_every_slot_is_used() -> None:
    files = frames_module.read_files(PACKAGE)
    shared = files.pop("slots")["slots"]
    texts = {
        name: "\n".join([*(one for frames in file.get("frames", {}).values() for one in frames), *file.get("slots", {}).values()])
        for name, file in files.items()
    }
    assert [name for name, file in files.items() for slot in file.get("slots", {}) if f"{{{slot}}}" not in texts[name]] == []
    assert [slot for slot in shared if not any(f"{{{slot}}}" in text for text in (*texts.values(), *shared.values()))] == []


LISTED = {(file, kind): frozenset(names) for file, data in DATA.items() for kind, names in data.get("events", {}).items()}
# Lists that say what is harmless, so nothing is found by them.
SPARING = {
    ("costs_too_much", "loud"),
    ("costs_too_much", "gentle"),
    ("different_numbers", "goals"),
    ("different_numbers", "of_children"),
}
# Of these no sentence by somebody else is known yet.
BY_ONE_AUTHOR = {("costs_too_much", "admitting"), ("costs_too_much", "told")}


@cache
def told_and_not(code: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Of all known texts: the sentences of which a rule speaks, each with its author, and those of which it does not."""
    rule = next(one for one in RULES if one.code == code)
    told, silent = [], []
    texts = [("tables", case.text) for case in table_cases()]
    page = page_of(rule)
    blocks = [block for section in page.sections for block in page.blocks(section)]
    texts += [("pages", block.whole) for block in blocks if block.language == "pact" and "earlier" not in block.words]
    texts += [(name, path.read_text(encoding="utf-8")) for name in SETS for path in sorted((MARKED / name).glob("*.pact"))]
    for author, text in texts:
        subject = subject_of(text)
        spoken = {one.span.start_position.line for one in rule.find(subject)}
        spoken |= {label.span.start_position.line for one in rule.find(subject) for label in one.labels}
        for sentence in subject.sentences:
            heard = sentence.span.start_position.line in spoken
            (told.append((author, sentence.words)) if heard else silent.append(sentence.words))
    return told, silent


def speaks_of(words: str, names: frozenset[str]) -> bool:
    """Whether a sentence has one of these events, whole or as a part of a name, in the singular or the plural."""
    found = {part for word in re.findall(r"[\w-]+", words) for part in (word, word.removesuffix("s"), *word.split("-"))}
    return bool(found & names) or any(name in words for name in names if "-" in name)


@pytest.mark.parametrize(("file", "kind"), sorted(LISTED))
def test_a_list_of_events_is_reached_by_three_sentences_of_two_authors_and_has_a_harmless_twin(file: str, kind: str) -> None:
    told, silent = told_and_not(CODES[file])
    names = LISTED[file, kind]
    if (file, kind) not in SPARING:
        reached = {(author, words) for author, words in told if speaks_of(words, names)}
        assert len({words for _, words in reached}) >= 3, reached
        assert len({author for author, _ in reached}) >= (1 if (file, kind) in BY_ONE_AUTHOR else 2), reached
    assert any(speaks_of(words, names) for words in silent)
