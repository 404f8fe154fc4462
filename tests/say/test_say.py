"""Ordinary English: what is read, what is only offered, and that nothing is lost on the way."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pactlang.diagnostics import Severity
from pactlang.inputs.suggest import Stage
from pactlang.inputs.texts import load_text
from pactlang.language.layout import format_agreement
from pactlang.language.parse import READ_AS, parse
from pactlang.language.rephrase.chunks import NEGATIONS
from pactlang.language.rephrase.reading import reread
from pactlang.language.rephrase.rules import phrases
from pactlang.model.meaning import same_meaning
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from pactlang.source import SourceFile
from tests.say.scoring import answer, golds, meant, rows, verdict

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement
    from pactlang.resolve.files import Gathered

HEAD = 'pact "Ana and Ben"\n    between Ana and Ben\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse household\n\n'
HERE = Path(__file__).parent
READ, OFFERED = (
    [line.split(" => ") for line in (HERE / name).read_text(encoding="utf-8").splitlines() if " => " in line]
    for name in ("read-as.txt", "offered.txt")
)
ASKED = [line for line in (Path(__file__).parent / "asked.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def _gathered(text: str) -> tuple[Gathered, Agreement | None]:
    gathered = gather(Path("us.pact"), lambda _: text.encode())
    return gathered, resolve_gathered(gathered)[0]


# `by Ben with Dee`, where both are parties and an evening of both was meant: read as it stands, by no phrase.
_READ_WITHOUT_OTHER_WORDS = {"L026"}


@pytest.mark.parametrize(("typed", "written"), READ, ids=[typed for typed, _ in READ])
def test_a_line_in_other_words_means_what_it_is_read_as(typed: str, written: str) -> None:
    other = load_text(f"{HEAD}promise all\n    {typed}\n")
    right = load_text(f"{HEAD}promise all\n    {written}\n")
    assert same_meaning(other, right)
    formatted = format_agreement(SourceFile("us.pact", f"{HEAD}promise all\n    {typed}\n"))
    assert formatted.same
    assert formatted.text == f"{HEAD}promise all\n    {written}\n"


@pytest.mark.parametrize("typed", ASKED)
def test_a_line_that_can_be_meant_in_several_ways_is_never_read(typed: str) -> None:
    found = parse(SourceFile("us.pact", f"{HEAD}promise all\n    {typed}\n"))
    assert not any(one.code == READ_AS for one in found.diagnostics)
    assert any(one.severity is Severity.ERROR for one in found.diagnostics)


def test_nothing_that_is_accepted_means_something_else() -> None:
    """Of the working set, too: a row that is read is read as its author meant it."""
    for row in rows():
        text = f"{row.context}\n{row.declares}\n\n{row.typed}\n"
        found = parse(SourceFile("us.pact", text))
        if any(one.severity is Severity.ERROR for one in found.diagnostics):
            continue
        means = meant(row.context, row.declares, row.typed)
        if means is not None and row.gold and row.id not in _READ_WITHOUT_OTHER_WORDS:
            assert means in [meant(row.context, row.declares, gold) for _, gold in golds(row)], row


def test_the_working_set_is_led_no_worse_than_before() -> None:
    told: Counter[str] = Counter(verdict(row, answer(row)[0]).split()[0] for row in rows()[::4])
    assert told["led"] >= 59  # of 65
    assert told["plain-wrong"] <= 1


def test_what_strangers_write_is_led_no_worse_than_before() -> None:
    """A sixth of 150 free lines by six people who had seen nothing; their right answers were worked out by hand, and are learnt from."""
    some = rows(HERE / "strangers.tsv")[1::6]
    told: Counter[str] = Counter(verdict(row, answer(row)[0]).split()[0] for row in some)
    assert told["led"] >= 10  # of 25
    assert told["plain-wrong"] <= 1


def test_no_phrase_that_counts_turns_the_meaning_round() -> None:
    def turns(text: str) -> int:
        words = text.replace("(", " ").replace(")", " ").replace("|", " ").split()
        return sum(word in NEGATIONS for word in words)

    bounds = ("at most", "at least", "unless", "no ")
    text = (Path(__file__).parents[2] / "src/pactlang/language/rephrase/phrases.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        left, _, right = rest.partition(" -> ")
        if mark == "=" and turns(left) and "{1}" not in right:
            assert any(bound in right for bound in bounds), line
        assert not (mark == "=" and "at least" in left and "at most" in right), line
    assert phrases().rules


def test_a_line_that_is_read_is_written_with_every_word_accounted_for() -> None:
    for typed, written in READ:
        words, said = reread(SourceFile("us.pact", typed).span(0, len(typed)))
        assert said == written
        assert all(word.start < word.end <= len(typed) for word in words)


def test_in_a_signed_text_a_line_in_other_words_is_a_fault() -> None:
    text = HEAD.replace("\n\nuse", "\n    signed by Ana on 2026-01-01\n\nuse") + "cap parties\n    max 2 parties per month\n"
    with pytest.raises(Exception, match="in the words of the language"):
        load_text(text)
    assert "max 2" in format_agreement(SourceFile("us.pact", text)).text


def test_a_text_without_faults_imports_nothing_of_it() -> None:
    code = (
        "import sys; from pactlang.inputs.texts import load_text; "
        f"load_text({HEAD!r} + 'cap parties\\n    at most 2 parties per month\\n'); "
        "print([name for name in sys.modules if 'rephrase' in name or 'suggest' in name or 'advice' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_sentence_without_a_heading_is_a_clause_of_its_own() -> None:
    bare = load_text(f"{HEAD}no party at home\nmax 2 parties a month\n    warn at 1\n")
    whole = load_text(f"{HEAD}boundary party\n    no party at home\n\ncap parties\n    at most 2 parties per month\n    warn at 1\n")
    assert same_meaning(bare, whole)


def test_what_reads_as_it_stands_is_never_read_as_anything_else() -> None:
    root = Path(__file__).parents[2]
    files = [*root.glob("examples/**/*.pact"), *root.glob("src/pactlang/vocabularies/*.pact")]
    assert len(files) > 5
    for file in files:
        found = parse(SourceFile(file.name, file.read_text(encoding="utf-8"))).diagnostics
        assert not any(one.code == READ_AS for one in found), file


def test_every_word_that_an_offer_does_not_hold_is_named() -> None:
    """Of every offer for the working set: each word is in the sentence, said in other words, says nothing, or is named as left out."""
    for row in rows()[::7]:
        line = row.typed.partition("\n")[2].strip() or row.typed
        for offer in answer(row)[0].offers:
            said = " ".join((*offer.lines, *offer.declares, *offer.lost)).casefold()
            numbers = [word for word in line.replace(",", " ").split() if word.isdigit() and len(word) > 1]
            assert all(number in said for number in numbers), (line, offer)


def test_no_offer_turns_a_ban_into_something_that_is_asked_for() -> None:
    for row in rows():
        line = row.typed.partition("\n")[2].strip() or row.typed
        if not line.startswith(("no ", "never ", "nobody ")) or line.startswith("no more"):
            continue
        for offer in answer(row)[0].offers:
            banned = any(one.startswith(("no ", "before ", "at most", "after each breach")) or ", no " in one for one in offer.lines)
            assert banned or {"no", "never", "nobody"} & set(" ".join(offer.lost).split()), (line, offer)


@pytest.mark.parametrize(("typed", "offered"), OFFERED, ids=[typed for typed, _ in OFFERED])
def test_what_is_typed_is_offered_with_no_word_left_out(typed: str, offered: str) -> None:
    text = HEAD.replace("use household", "use relationships")
    advice = Stage(*_gathered(text), lambda _: text.encode()).suggest(typed)
    if offered.startswith("PLAIN "):
        assert (advice.kind, advice.cue) == ("plain", offered.removeprefix("PLAIN "))
    else:
        assert offered in [" / ".join(one.marked) for one in advice.offers if not one.lost], advice.offers


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("no dates with kim unless kim said yes", "no encounter with kim unless consent by kim within the last ‹7 days›"),
        ("no date with kim without a yes from kim", "no encounter with kim unless consent by kim within the last ‹7 days›"),
        ("tell kim within a day after every date", "after each encounter, disclosure by ‹the same party› to kim within 1 day"),
        (
            "tell all secondaries within a day after every date",
            "after each encounter, disclosure by ‹the same party› to each person tagged secondary within 1 day",
        ),
        (
            "tell everyone tagged secondary within a day after each date",
            "after each encounter, disclosure by ‹the same party› to each person tagged secondary within 1 day",
        ),
    ],
)
def test_declared_people_give_and_hear(typed: str, offered: str) -> None:
    text = HEAD.replace("use household", "use relationships") + "person kim tagged secondary\n\n"
    advice = Stage(*_gathered(text), lambda _: text.encode()).suggest(typed)
    assert offered in [" / ".join(one.marked) for one in advice.offers if not one.lost], advice.offers


def test_who_is_told_is_nobody_who_acts() -> None:
    stage = Stage(*_gathered(HEAD), lambda _: HEAD.encode())
    for typed in ("after a party, tell Ben within 24 hours", "if there is a conflict, tell everyone the same day"):
        offers = [one for one in stage.suggest(typed).offers if one.lines]
        assert offers
        assert not any("by Ben" in line or "by everyone" in line for one in offers for line in one.lines), offers


def test_no_quiet_is_not_no_noise() -> None:
    stage = Stage(*_gathered(HEAD), lambda _: HEAD.encode())
    lines = [
        line for typed in ("no quiet after 22:00", "no silence after 22:00") for one in stage.suggest(typed).offers for line in one.lines
    ]
    assert lines
    assert not any("noise" in line for line in lines)
