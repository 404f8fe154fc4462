"""What the server answers, as data: a place marked with | in a text, and what must and must not be among the answers."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

import pactlang.checker.budget as budgets
from pactlang.checker.budget import Budget, searching
from pactlang.lsp import actions, complete, hints, hover, layout, outline
from pactlang.lsp.feature import quietly
from pactlang.lsp.names import Names, RenameError
from pactlang.lsp.proofs import prove
from pactlang.lsp.remarks import verdicts
from pactlang.lsp.server import PactServer
from pactlang.lsp.study import Desk, Study
from pactlang.lsp.texts import Texts
from pactlang.source import SourceFile
from tests.lsp.conftest import HOUSE, LOG, PACT

COMPLETIONS = [
    ("cap more\n    |", {"at", "after", "no", "anyone", "at most … per …"}, {"per", "Ana"}),
    ("cap more\n    at |", {"most", "least"}, {"encounters", "per"}),
    ("cap more\n    at most 3 |", {"encounters", "picnics", "late-nights", "hours", "weeks"}, {"encounter", "hour", "Ana"}),
    ("cap more\n    at most 1 |", {"encounter", "picnic", "late-night", "hour"}, {"encounters", "hours"}),
    ("cap more\n    at most 3 encounters |", {"per", "by", "with", "in", "tagged"}, {"covering", "encounter"}),
    ("cap more\n    at most 3 encounters per |", {"day", "week", "month", "quarter", "year"}, {"by", "months"}),
    ("cap more\n    at most 3 encounters per month by |", {"Ana", "Ben", "each", "anyone"}, {"dana", "encounter"}),
    ("cap more\n    at most 3 encounters per month by Ana and |", {"Ana", "Ben"}, {"dana", "encounter"}),
    ("boundary more\n    no picnic with |", {"dana", "anyone", "someone"}, {"Ana", "picnic"}),
    ("boundary more\n    no picnic at |", {"garden", "cafe", "park"}, {"Ana", "dana"}),
    ("boundary more\n    no picnic while |", {"ill", "paused"}, {"Ana"}),
    ("boundary more\n    no picnic unless |", {"ill", "consent", "with"}, {"garden"}),
    ("repair more\n    after each breach of |", {"evenings", "tell", "garden", "check-in"}, {"encounter"}),
    ("disclosure more\n    after each pic|", {"picnic"}, {"picnics", "dana"}),
    ("use |", {"relationships", "household", "coparents", "team"}, {"Ana"}),
    ("|", {"cap", "boundary", "person", "event", "include"}, {"at", "Ana"}),
    ("cap more  # allow: |", {"C001", "M001"}, {"cap"}),
    ("boundary more\n    > because |", set(), {"at", "no"}),
    ('example "x"\n    |', {"expect kept", "expect broken "}, {"cap", "at"}),
    ('example "x"\n    2026-02-01  |', {"encounter", "picnic"}, {"Ana", "expect kept"}),
    ('example "x"\n    2026-02-01  encounter by |', {"Ana", "Ben"}, {"dana"}),
    ('example "x"\n    2026-02-01  test by Ana\n    expect |', {"kept", "broken"}, {"Ana"}),
    ('example "x"\n    2026-02-01  test by Ana\n    expect broken |', {"evenings", "tell", "garden"}, {"Ana", "encounter"}),
    ("promise p\n    picnic by Ana and Ben in |", {"turn"}, {"Ana", "any"}),
    ("promise p\n    picnic by Ana, |", {"Ben"}, {"picnic", "dana"}),
    ("promise p\n    picnic by Ana and Ben in turn every |", {"Sunday", "month"}, {"Ana"}),
    ("promise p\n    picnic by Ana and Ben in turn every week starting with |", {"Ana", "Ben"}, {"picnic"}),
    ("promise p\n    picnic by Ana every month by |", {"day", "Friday", "the"}, {"Ana"}),
    ("promise p\n    picnic by Ana on |", {"Friday"}, {"Ana"}),
    ("cap more\n    at most 3 |", {"nights", "days"}, {"night", "day"}),
    ("cap more\n    at most 1 |", {"night", "day"}, {"nights", "days"}),
    ("cap more\n    at most 2 nights of |", {"encounters", "picnics"}, {"Ana", "per"}),
    ("promise more\n    at least 2 days of picnics |", {"per", "by", "lasting"}, {"in any", "picnic"}),
    ("boundary more\n    after each picnic, no encounter |", {"for", "until", "by", "with"}, {"within", "per"}),
    ("boundary more\n    after each picnic, no encounter by |", {"the", "Ana", "Ben"}, {"dana"}),
    ("boundary more\n    after each picnic, no encounter until |", {"consent", "picnic"}, {"Ana", "encounters"}),
    ("boundary more\n    after each picnic, no encounter until consent by |", {"the", "everyone", "Ben"}, {"dana"}),
    ("repair more\n    after each breach of evenings or |", {"tell", "garden", "check-in"}, {"encounter"}),
    ("promise p\n    picnic by Ana every Friday at 18:00 |", {"give"}, {"Ana"}),
    ("promise p\n    picnic by Ana every Friday\n    |", {"if", "only", "except"}, {"Ana"}),
    ("cap more\n    at most 2 hours of |", {"encounters", "picnics"}, {"Ana", "per"}),
    ("matrix comfort for |", {"encounter", "picnic"}, {"Ana"}),
    ("matrix comfort for picnic\n    activity  |", {"Ana", "Ben"}, {"yes"}),
    ("matrix comfort for picnic\n    activity  Ana  Ben\n    dinner  |", {"yes", "ask", "no", "?"}, {"Ana"}),
    ("promise p\n    after each picnic, check-in by Ben by the |", {"date", "others"}, {"Ana"}),
    ("boundary p\n    no picnic within 1 hour |", {"before"}, {"unless", "of"}),
    ("boundary p\n    no picnic within 1 hour before |", {"encounter"}, {"Ana"}),
]


@pytest.mark.parametrize(("typed", "there", "absent"), COMPLETIONS, ids=[one[0] for one in COMPLETIONS])
def test_what_may_stand_in_an_agreement(typed: str, there: set[str], absent: set[str], folder: Path, desk: Desk, texts: Texts) -> None:
    text = PACT + "\n" + typed
    offset = text.index("|")
    path = folder / "us.pact"
    texts.open(path, text.replace("|", ""), 1)
    study = desk.study(path)
    assert study is not None
    offer = complete.in_agreement(study, text.replace("|", ""), offset, str(path))
    found = {one.text for one in offer.options}
    assert there <= found
    assert not absent & found
    assert text[offer.start : offset] == text[:offset].split()[-1] if typed.endswith("pic|") else offer.start == offset


LOG_COMPLETIONS = [
    ("2026-02-01 20:00  |", {"encounter", "picnic", "check-in", "pause", "withdraw consent"}, {"by", "Ana"}),
    ("2026-02-01 20:00 to 22:00  enc|", {"encounter"}, {"Ana"}),
    ("2026-02-01  encounter |", {"by", "with", "at"}, {"encounter"}),
    ("2026-02-01  encounter by |", {"Ana", "Ben"}, {"dana", "e1"}),
    ("2026-02-01  encounter by Ana with |", {"dana"}, {"Ana", "by"}),
    ("2026-02-01  encounter by Ana with dana at |", {"cafe", "park"}, {"dana"}),
    ("2026-02-01  encounter by Ana, |", {"protection", "tagged", "as"}, {"weather", "by"}),
    ("2026-02-01  picnic by Ana, |", {"weather", "place"}, {"protection"}),
    ("2026-02-01  encounter by Ana as |", {"e2"}, {"e1"}),
    ("2026-02-01  disclosure by Ana to Ben about |", {"e1", "p1"}, {"Ana"}),
    ("2026-02-01  disclosure by Ana to Ben about e1, covering |", {"who", "when"}, {"e1"}),
    ("2026-02-01  waive |", {"tell", "evenings", "tell@2026-01-11"}, {"Ana"}),
    ("2026-02-01  waive tell of |", {"e1"}, {"tell"}),
    ("2026-02-01  encounter by Ana |", {"instead of", "with"}, {"Ana"}),
    ("2026-02-01  picnic by Ana instead of |", {"Ben"}, {"dana"}),
    ("2026-02-01  pause |", {"by", "until"}, {"tell", "Ana"}),
    ("    a note |", set(), {"by"}),
]


@pytest.mark.parametrize(("typed", "there", "absent"), LOG_COMPLETIONS, ids=[one[0] for one in LOG_COMPLETIONS])
def test_what_may_stand_in_a_log(typed: str, there: set[str], absent: set[str], study: Study) -> None:
    text = LOG + typed
    offset = text.index("|")
    found = {one.text for one in complete.in_log(study, text.replace("|", ""), offset).options}
    assert there <= found
    assert not absent & found


def test_an_empty_line_of_a_log_offers_today(study: Study) -> None:
    found = complete.in_log(study, LOG, len(LOG)).options
    assert {one.detail for one in found} == {"today", "now", "yesterday"}


HOVERS = [
    ("at most 4 |encounters per month", "at most 4 encounters", "Broken:"),
    ("covering |who", "disclosure", ""),
    ("cap |evenings", "In each calendar month", ""),
    ("between |Ana", "party", ""),
    ("person |dana", "outside the agreement", "friend"),
    ("state |ill", "refuse", ""),
    ("event |picnic", "plural picnics", "weather"),
    ("of |evenings", "Evenings out", ""),
]


@pytest.mark.parametrize(("place", "says", "and_says"), HOVERS, ids=[one[0] for one in HOVERS])
def test_what_a_place_in_an_agreement_tells(place: str, says: str, and_says: str, study: Study) -> None:
    offset = PACT.index(place.replace("|", "")) + place.index("|")
    known = hover.in_agreement(study, str(study.path), offset)
    assert known is not None
    assert says in known.words
    assert and_says in known.words


SENTENCES = [
    ("picnic| by Ana every month by day 5", "up to the end of the date on day 5"),
    ("picnic| by Ana by 2026-09-30", "30 September 2026"),
    ("picnic| by Ana and Ben in turn every week on Sunday", "turn"),
    ("no picnic| during calm", "calm"),
    ("no picnic| on quiet-days", "quiet-days"),
    ("at most 2 nights of picnics| per week", "2 nights"),
    ("after each encounter, no picnic| by the same party for 24 hours", "24 hours"),
    ("after each encounter, no picnic| until consent by everyone", "consent"),
    ("no picnic| by each party while tense", "tense"),
    ("after each breach of evenings or tell, picnic| by everyone within 3 days", "“evenings” or “tell”"),
    ("picnic| by Ana every week on Sunday\n    if we can", "wish"),
]
OWN_NAMES = """
days quiet-days
    Sunday through Thursday

hours calm
    on quiet-days between 22:00 and 07:00

state tense for each party
    starts with encounter
    ends with test

promise more
    """


@pytest.mark.parametrize(("sentence", "says"), SENTENCES, ids=[one[0] for one in SENTENCES])
def test_every_form_of_sentence_tells_what_it_means(sentence: str, says: str, folder: Path, desk: Desk, texts: Texts) -> None:
    text = f"{PACT}{OWN_NAMES}{sentence}\n"
    path = folder / "us.pact"
    texts.open(path, text.replace("|", ""), 1)
    study = desk.study(path)
    assert study is not None
    known = hover.in_agreement(study, str(path), text.index("|") + 2)
    assert known is not None
    assert says in known.words


def test_an_allowance_tells_the_rules_page(folder: Path, desk: Desk, texts: Texts) -> None:
    text = PACT + "\n# allow: M001 because it stands elsewhere\n"
    texts.open(folder / "us.pact", text, 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    known = hover.in_agreement(study, str(study.path), text.index("M001") + 1)
    assert known is not None
    assert known.markdown
    assert "When to allow it" in known.words


def test_what_a_place_in_a_log_tells(study: Study) -> None:
    source = SourceFile(str(study.path.parent / "us.pactlog"), LOG)
    entry = hover.in_log(study, source, 2, LOG.index("encounter") + 1)
    name = hover.in_log(study, source, 3, LOG.index("about e1") + 7)
    assert entry is not None
    assert name is not None
    assert "tell@2026-01-11" in entry.words
    assert name.words.startswith("2026-01-10 19:00")
    assert hover.in_log(study, source, 1, 3) is None


RENAMES = [
    ("event |picnic", "outing", {"us.pact": ["outing", "outings", "outing"], "house.pact": ["outings"], "us.pactlog": ["outing"]}),
    ("between |Ana", "Anna", {"us.pact": ["Anna"] * 4, "us.pactlog": ["Anna"] * 3}),
    ("person |dana", "dina", {"us.pact": ["dina"] * 2, "us.pactlog": ["dina"] * 2}),
    ("of |evenings", "nights", {"us.pact": ["nights"] * 2}),
    ("unless |ill", "sick", {"us.pact": ["sick"] * 2}),
    ("|late-night means", "long-night", {"us.pact": ["long-night"], "house.pact": ["long-night"]}),
    ("fields place, |weather", "sky", {"us.pact": ["sky"], "us.pactlog": ["sky"]}),
]


@pytest.mark.parametrize(("place", "new", "expected"), RENAMES, ids=[one[0] for one in RENAMES])
def test_a_name_is_changed_wherever_it_stands(place: str, new: str, expected: dict[str, list[str]], study: Study) -> None:
    names = Names(study)
    found = names.at(str(study.path), PACT.index(place.replace("|", "")) + place.index("|"))
    assert found is not None
    made: dict[str, list[str]] = {}
    for edit in names.rename(found, new):
        made.setdefault(Path(edit.span.source.name).name, []).append(edit.replacement)
    assert made == expected


def test_after_a_renaming_the_log_is_judged_the_same(folder: Path, study: Study, texts: Texts) -> None:
    names = Names(study)
    found = names.at(str(study.path), PACT.index("event picnic") + 6)
    assert found is not None
    sources = {"us.pact": PACT, "house.pact": HOUSE, "us.pactlog": LOG}
    for edit in sorted(names.rename(found, "outing"), key=lambda one: -one.span.start):
        name = Path(edit.span.source.name).name
        sources[name] = sources[name][: edit.span.start] + edit.replacement + sources[name][edit.span.end :]
    for name, text in sources.items():
        texts.open(folder / name, text, 1)
    again = Desk(texts).study(folder / "us.pact")
    assert again is not None
    assert not again.broken
    assert again.judgement is not None
    assert study.judgement is not None
    assert [one.id for one in again.judgement.findings] == [one.id for one in study.judgement.findings]


NOT_RENAMED = [
    ("no picnic |at garden", "x", "no name"),
    ("event |picnic", "two words", "space"),
    ("per month by |Ana", "Ben", "already"),
    ("at most 4 |encounters", "dates", "vocabulary"),
    ("event |picnic", "encounter", "already"),
    ("boundary |garden", "0", "That name does not work"),
]


@pytest.mark.parametrize(("place", "new", "why"), NOT_RENAMED, ids=[f"{one[0]}-{one[1]}" for one in NOT_RENAMED])
def test_why_a_name_is_not_changed(place: str, new: str, why: str, study: Study) -> None:
    names = Names(study)
    found = names.at(str(study.path), PACT.index(place.replace("|", "")) + place.index("|"))
    if found is None:
        assert why == "no name"
        return
    with pytest.raises(RenameError, match=why):
        names.rename(found, new)


DECLARED = [
    ("of |evenings", "us.pact", "evenings"),
    ("unless |ill", "us.pact", "ill"),
    ("at garden with |dana", "us.pact", "dana"),
    ("no |picnic", "us.pact", "picnic"),
    ("at most 4 |encounters", "relationships.pact", "encounter"),
    ("month by |Ana", "us.pact", "Ana"),
]


@pytest.mark.parametrize(("place", "file", "text"), DECLARED, ids=[one[0] for one in DECLARED])
def test_where_a_name_is_declared(place: str, file: str, text: str, study: Study) -> None:
    names = Names(study)
    found = names.at(str(study.path), PACT.index(place.replace("|", "")) + place.index("|"))
    assert found is not None
    spans = names.declarations(found.key)
    assert [(Path(span.source.name).name, span.text) for span in spans] == [(file, text)]
    assert Path(spans[0].source.name).is_file()


def test_an_entry_is_found_by_its_name(study: Study) -> None:
    names = Names(study)
    source = SourceFile(str(study.path.parent / "us.pactlog"), LOG)
    found = names.at_log(source, 3, LOG.index("about e1") + 7)
    assert found is not None
    assert [span.start_position.line for span in names.declarations(found.key)] == [2]
    assert [span.start_position.line for span in names.uses(found.key)] == [2, 3]
    assert [span.start_position.line for span in names.uses(found.key, declarations=False)] == [3]


def test_the_shape_of_an_agreement_and_of_a_log(study: Study) -> None:
    document = study.gathered.own[0]
    parts = {part.name: part for part in outline.parts_of(document)}
    assert [one.name for one in parts["tell"].parts] == ["after each encounter by Ana, disclosure by Ana to Ben within 24 hours"]
    assert {"Ana and Ben", "dana", "picnic", "late-night", "ill", "evenings", "garden", "check-in", "repair"} <= set(parts)
    source = SourceFile(str(study.path.parent / "us.pactlog"), LOG)
    months = outline.months_of(study.log, source)
    assert [(month.name, len(month.parts)) for month in months] == [("January 2026", 4)]
    assert outline.log_folds(source) == [outline.Fold(2, 6), outline.Fold(5, 6)]
    folds = outline.folds(document)
    assert all(one.first < one.last for one in folds)
    assert len(folds) == len([block for block in document.blocks if block.items])


def test_words_never_overlap_and_lie_within_their_lines(study: Study) -> None:
    for source, tokens in [
        (study.gathered.own[0].source, outline.colours(study.gathered.own[0])),
        (SourceFile("us.pactlog", LOG), outline.log_colours(SourceFile("us.pactlog", LOG), 1, 99)),
    ]:
        assert tokens
        for one, following in zip(tokens, [*tokens[1:], None], strict=True):
            assert "\n" not in source.text[one.start : one.end]
            assert following is None or one.end <= following.start
            assert one.kind in outline.KINDS


def test_a_selection_grows_from_word_to_file(study: Study) -> None:
    document = study.gathered.own[0]
    grown = [span.text for span in outline.growing(document, PACT.index("encounters per") + 2)]
    assert grown[0] == "encounters"
    assert grown[1] == "at most 4 encounters per month by Ana"
    assert grown[-1] == PACT
    assert all(one in other for one, other in pairwise(grown))


def test_hints_say_what_is_used_and_what_comes_next(study: Study) -> None:
    found = {PACT[: one.offset].splitlines()[-1].strip(): one.words for one in hints.in_agreement(study) if one.file == str(study.path)}
    assert "of 4 used" in found["at most 4 encounters per month by Ana"]
    assert "Sunday" in found["check-in by everyone every week on Sunday at 19:00"] or "today" in str(found)
    lens = list(hints.lenses(study))
    assert lens[0].command == hints.CHECK
    assert "kept" in lens[0].words


def test_an_example_that_does_not_hold_is_said_at_its_line_and_above_it(folder: Path, desk: Desk, texts: Texts) -> None:
    example = 'example "late"\n    2026-03-07 19:00  encounter by Ana with dana\n    expect kept\n'
    texts.open(folder / "us.pact", f"{PACT}\n{example}", 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    found = [one for one in verdicts(study) if one.code == "example"]
    assert [one.span.text for one in found] == ["expect kept"]
    assert "tell@2026-03-08" in found[0].message
    lens = next(one for one in hints.lenses(study) if one.command == hints.RUN_EXAMPLES)
    assert lens.words == "Run the examples · this one does not hold"
    texts.open(folder / "us.pact", f"{PACT}\n{example.replace('kept', 'kept  # allow: X010 because we talk about it')}", 2)
    allowing = desk.study(folder / "us.pact")
    assert allowing is not None
    assert [one for one in verdicts(allowing) if one.code == "example"] == []
    assert "X010" not in {one.code for one in prove(study.path, {str(study.path): f"{PACT}\n{example}"})}  # said once


def test_a_hint_in_a_log_says_up_to_when_an_entry_may_be_answered(folder: Path, desk: Desk, texts: Texts) -> None:
    now = dt.datetime.now(dt.UTC)
    texts.open(folder / "us.pactlog", f"{now:%Y-%m-%d} 00:01Z  encounter by Ana with dana\n", 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    found = hints.in_log(study, str(folder / "us.pactlog"))
    assert [one.words.partition(" until ")[0] for one in found] == ["disclosure by Ana"]


def test_every_lint_fix_and_an_allowance_can_be_chosen(study: Study) -> None:
    found = list(actions.actions(study, str(study.path), 0, len(PACT)))
    titles = [one.title for one in found]
    offered = [fix.title for finding in study.linted.findings for fix in finding.found.fixes]
    assert offered
    assert set(offered) <= set(titles)
    assert any(title.startswith("Allow ") for title in titles)
    assert any(title.startswith("Add: signed by Ana") for title in titles)
    assert "Add a disclosure window for picnic" in titles


def test_a_recorded_assent_is_under_this_very_text(folder: Path, study: Study, texts: Texts) -> None:
    one = next(one for one in actions.actions(study, str(study.path), 0, 1) if one.title.startswith("Add: signed by Ben"))
    (edit,) = one.edits
    new = PACT[: edit.span.start] + edit.replacement + PACT[edit.span.end :]
    texts.open(folder / "us.pact", new, 1)
    again = Desk(texts).study(folder / "us.pact")
    assert again is not None
    assert again.agreement is not None
    assert again.agreement.unsigned == ("Ana",)


def test_a_disclosure_window_that_was_added_can_be_read(folder: Path, study: Study, texts: Texts) -> None:
    place = PACT.index("event picnic")
    one = next(one for one in actions.actions(study, str(study.path), place, place) if "picnic" in one.title)
    new = PACT
    for edit in one.edits:
        new = new[: edit.span.start] + edit.replacement + new[edit.span.end :]
    texts.open(folder / "us.pact", new, 1)
    again = Desk(texts).study(folder / "us.pact")
    assert again is not None
    assert not again.broken
    assert len(again.agreement.sentences if again.agreement else ()) == len(study.agreement.sentences if study.agreement else ()) + 1


def test_a_slip_is_mended_as_its_fault_says(folder: Path, desk: Desk, texts: Texts) -> None:
    text = PACT.replace("at most 4", "atmost 4")
    texts.open(folder / "us.pact", text, 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    place = text.index("atmost")
    one = next(one for one in actions.actions(study, str(study.path), place, place) if one.best)
    new = text
    for edit in one.edits:
        new = new[: edit.span.start] + edit.replacement + new[edit.span.end :]
    assert new == PACT


def test_layout_of_a_file_and_of_some_lines() -> None:
    text = "cap one\n  at most  4 encounters per month\n\ncap two\n  at most  2 encounters per week\n"
    source = SourceFile("us.pact", text)
    assert [edit.span.start_position.line for edit in layout.laid_out(source)] == [2, 5]
    assert [edit.span.start_position.line for edit in layout.laid_out(source, 4, 5)] == [5]


def test_a_line_that_is_no_sentence_offers_what_it_could_mean(folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "us.pact"
    text = PACT + "\ncap more\n    at most 3 picnics\n    max 3 picnics a month\n"
    texts.open(path, text, 1)
    study = desk.study(path)
    assert study is not None
    place = text.index("at most 3 picnics\n")
    titles = [one.title for one in actions.actions(study, str(path), place, place)]
    assert titles[0] == "Write at most 3 picnics per ‹month›"
    assert "Make it a promise in plain words" in titles
    place = text.index("max 3")
    read = next(one for one in actions.actions(study, str(path), place, place) if one.best)
    assert read.edits[0].replacement == "at most 3 picnics per month"


MONEY = """pact "Us"
    between Ana and Ben
    in force from 2026-09-01
    time zone Europe/Berlin
    currency USD

use household

event lottery
    amount in EUR

cap luck
    at most 10 EUR of lottery per month
"""


@pytest.mark.parametrize(
    ("typed", "there", "absent"),
    [
        (MONEY.replace("currency USD", "currency |"), {"EUR", "USD", "CHF"}, {"Ana", "rent"}),
        (MONEY.replace("amount in EUR", "amount in |"), {"EUR", "USD", "CHF"}, {"Ana", "rent"}),
        (MONEY.replace("10 EUR of lottery", "10 |"), {"EUR", "USD", "nights"}, {"CHF", "Ana", "percent"}),
        (MONEY.replace("at most 10 EUR of lottery", "at least 10 |"), {"EUR", "USD", "percent"}, {"CHF", "Ana"}),
        (MONEY.replace("time zone", "| zone"), {"currency"}, {"USD"}),
    ],
)
def test_currencies_are_offered(typed: str, there: set[str], absent: set[str], folder: Path, desk: Desk, texts: Texts) -> None:
    path, text = folder / "money.pact", typed.replace("|", "")
    texts.open(path, text, 1)
    study = desk.study(path)
    assert study is not None
    found = {one.text for one in complete.in_agreement(study, text, typed.index("|"), str(path)).options}
    assert there <= found
    assert not absent & found


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("currency |USD", "Amounts in USD, since it says `currency USD`: rent, bill, expense"),
        ("amount in |EUR", "Amounts in EUR: lottery."),
        ("10 |EUR of", "Amounts in EUR: lottery."),
    ],
)
def test_a_currency_tells_what_is_in_it(place: str, says: str, folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "money.pact"
    texts.open(path, MONEY, 1)
    study = desk.study(path)
    assert study is not None
    known = hover.in_agreement(study, str(path), MONEY.index(place.replace("|", "")) + place.index("|"))
    assert known is not None
    assert says in known.words


def test_a_line_in_ordinary_english_is_completed_whole(folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "us.pact"
    for typed, written in [
        ("cap more\n    max 3 picnics whenever Ana feels like it", None),  # an offer would leave something out
        ("cap more\n    at most 3 picnics by Ana", "at most 3 picnics per ${1:month} by Ana"),
        ("cap more\n    at most 3 picnics per month", None),  # is a sentence
        ("cap more\n    at most 3", None),  # too short to tell
        ("boundary more\n    no picnic after 22:00", "no picnic between 22:00 and ${1:06:00}"),
        ("boundary more\n    # no picnic after 22:00", None),
    ]:
        text = f"{PACT}\n{typed}\n"
        texts.open(path, text, 1)
        study = desk.study(path)
        assert study is not None
        found = complete.whole_line(study, text, len(text) - 1, str(path))
        assert (found and found[1]) == written, typed
        assert found is None or text[found[0] :].startswith(typed.split("\n")[1].strip())


def test_what_nobody_said_is_a_stop_for_the_editor(folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "us.pact"
    text = PACT + "\ncap more\n    at most 3 picnics\n"
    texts.open(path, text, 1)
    study = desk.study(path)
    assert study is not None
    place = text.index("at most 3 picnics\n")
    first = next(iter(actions.actions(study, str(path), place, place)))
    assert first.snippets == ("at most 3 picnics per ${1:month}",)


def test_a_line_that_is_read_tells_what_it_is_read_as_with_its_cases(folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "us.pact"
    text = PACT + "\ncap more\n    max 3 picnics a month\n"
    texts.open(path, text, 1)
    study = desk.study(path)
    assert study is not None
    known = hover.in_agreement(study, str(path), text.index("a month"))
    assert known is not None
    assert known.words.startswith("Read as: at most 3 picnics per month\n\n")
    assert "kept" in known.words.casefold()
    assert "broken" in known.words.casefold()


def test_a_party_is_renamed_in_turns_and_in_who_starts_them(folder: Path, desk: Desk, texts: Texts) -> None:
    said = "promise p\n    picnic by Ana and Ben in turn every week on Sunday starting with Ben on 2026-02-01\n"
    path = folder / "us.pact"
    texts.open(path, PACT + "\n" + said, 1)
    study = desk.study(path)
    assert study is not None
    names = Names(study)
    found = names.at(str(path), (PACT + "\n" + said).index("Ben in turn"))
    assert found is not None
    edits = [edit for edit in names.rename(found, "Benno") if edit.span.start > len(PACT)]
    assert [edit.span.text for edit in edits] == ["Ben", "Ben"]


def test_a_request_that_searches_too_long_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(1000))
    monkeypatch.setattr("pactlang.checker.budget.process_time", lambda: float(next(seconds)))
    monkeypatch.setattr("pactlang.checker.budget.PATIENCE", 10.0)
    steps: list[bool] = []
    logged: list[str] = []

    def search(_: object, most: int) -> str:
        searching("evenings")
        budget = Budget()
        while len(steps) < most and budget.take():
            steps.append(True)
        return "cut short" if budget.spent else "all tried"

    server = cast("PactServer", SimpleNamespace(window_log_message=lambda said: logged.append(said.message)))
    assert quietly(search)(server, 10) == "all tried"
    assert (len(steps), logged) == (10, [])
    steps.clear()
    assert quietly(search)(server, 100) == "cut short"
    # It is asked before each step, a second apart: the eleventh comes too late.
    assert (len(steps), logged) == (10, [])
    assert not budgets._brakes


def test_a_hover_that_searches_too_long_still_says_what_is_meant(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactlang.checker.budget.PATIENCE", -1.0)
    logged: list[str] = []
    server = cast("PactServer", SimpleNamespace(window_log_message=lambda said: logged.append(said.message)))
    place = PACT.index("at most 4")
    found = quietly(lambda _, where: hover.in_agreement(study, str(study.path), where))(server, place)
    assert "Not every short log was tried" in str(found)
    assert not logged


def test_after_a_pause_the_clauses_are_offered_by_which_anyone_may_pause(folder: Path, desk: Desk, texts: Texts) -> None:
    path = folder / "us.pact"
    texts.open(path, f"{PACT}\npause breather\n    anyone may pause picnics\n", 1)
    study = desk.study(path)
    for word in ("pause", "resume"):
        text = f"{LOG}2026-02-01  {word} "
        found = {one.text for one in complete.in_log(study, text, len(text)).options}
        assert "breather" in found
        assert not {"tell", "evenings"} & found
