"""Which files belong together, what is read from the editor and what from the disk, and when something is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.lsp.remarks import remarks, verdicts
from pactlang.lsp.study import Desk
from pactlang.lsp.texts import Texts


def codes(desk: Desk, path: Path) -> set[str]:
    study = desk.study(path)
    assert study is not None
    return {one.code for one in remarks(study)}


def test_a_part_belongs_to_the_agreement_that_brings_it_in(folder: Path, desk: Desk) -> None:
    assert desk.roots(folder / "house.pact") == [folder / "us.pact"]
    assert desk.roots(folder / "us.pact") == [folder / "us.pact"]
    assert desk.roots(folder / "us.pactlog") == [folder / "us.pact"]


def test_a_part_in_a_folder_below_is_found_too(folder: Path, desk: Desk) -> None:
    (folder / "rooms").mkdir()
    (folder / "rooms" / "bath.pact").write_text("boundary bath\n    no picnic at bath\n", encoding="utf-8")
    (folder / "us.pact").write_text((folder / "us.pact").read_text() + '\ninclude "rooms/bath.pact"\n', encoding="utf-8")
    assert desk.roots(folder / "rooms" / "bath.pact") == [folder / "us.pact"]


def test_a_part_that_nobody_brings_in_is_not_blamed_for_having_no_heading(tmp_path: Path, desk: Desk) -> None:
    part = tmp_path / "part.pact"
    part.write_text("cap\n    at most 4 dinners per month\n", encoding="utf-8")
    assert desk.roots(part) == [part]
    assert "E022" not in codes(desk, part)


def test_unsaved_text_counts_in_the_file_and_in_what_it_brings_in(folder: Path, desk: Desk, texts: Texts) -> None:
    before = codes(desk, folder / "us.pact")
    text = texts.open(folder / "house.pact", "cap late\n    atmost 1 late-night in any 14 days\n", 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    found = [one for one in remarks(study) if one.code == "E001"]
    assert "E001" not in before
    assert [(Path(one.span.source.name).name, one.span.text) for one in found] == [("house.pact", "atmost")]
    texts.close(text.path)
    assert "E001" not in codes(desk, folder / "us.pact")


def test_a_file_that_vanishes_is_said_and_comes_back(folder: Path, desk: Desk) -> None:
    house = (folder / "house.pact").read_text()
    assert "E024" not in codes(desk, folder / "us.pact")
    (folder / "house.pact").unlink()
    assert "E024" in codes(desk, folder / "us.pact")
    (folder / "house.pact").write_text(house, encoding="utf-8")
    desk.look_again()
    assert "E024" not in codes(desk, folder / "us.pact")
    (folder / "us.pact").unlink()
    assert desk.study(folder / "us.pact") is None


def test_nothing_is_read_again_where_nothing_changed(folder: Path, desk: Desk, texts: Texts) -> None:
    first = desk.study(folder / "us.pact")
    assert desk.study(folder / "us.pact") is first
    texts.open(folder / "us.pactlog", "2026-01-10  test by Ana\n", 1)
    assert desk.study(folder / "us.pact") is not first


def test_a_log_beside_two_agreements_belongs_to_the_one_of_its_name(folder: Path, desk: Desk) -> None:
    (folder / "flat.pact").write_text('pact "The flat"\n    between Ana and Cleo\n', encoding="utf-8")
    assert desk.agreement_of(folder / "us.pactlog") == folder / "us.pact"
    (folder / "2026.pactlog").write_text("", encoding="utf-8")
    assert desk.agreement_of(folder / "2026.pactlog") is None
    assert desk.logs_of(folder / "us.pact") == [folder / "us.pactlog"]


def test_two_versions_of_one_agreement_judge_their_log_together(desk: Desk) -> None:
    folder = Path(__file__).parents[2] / "examples" / "couple-evenings"
    study = desk.study(folder / "v2.pact")
    assert study is not None
    assert desk.agreement_of(folder / "log.pactlog") == folder / "v2.pact"
    assert [Path(one.file).name for one in study.versions] == ["v1.pact", "v2.pact"]
    assert study.judgement is not None
    assert study.judgement.summary.breach > 0


def test_a_log_with_a_wrong_line_judges_nothing_and_says_which(folder: Path, desk: Desk, texts: Texts) -> None:
    texts.open(folder / "us.pactlog", "2026-01-10  tst by Ana\n", 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    assert study.judgement is None
    assert any("Did you mean test?" in one.message for one in remarks(study))
    assert list(verdicts(study)) == []


def test_a_verdict_stands_at_its_entry(folder: Path, desk: Desk) -> None:
    study = desk.study(folder / "us.pact")
    assert study is not None
    found = {one.code: one for one in verdicts(study)}
    late = found["tell@2026-01-11"]
    assert late.span.text.startswith("2026-01-10 19:00")
    assert "covering" in late.message or "when" in late.message
    assert late.others[0][0].text.startswith("after each encounter")


def test_a_page_in_markdown_is_an_agreement_and_others_are_left_alone(tmp_path: Path, desk: Desk, texts: Texts) -> None:
    page = "# Ours\n\n```pact\n" + 'pact "Us"\n    between Ana and Ben\n\ncap\n    atmost 4 dinners per month\n```\n'
    texts.open(tmp_path / "ours.md", page, 1)
    texts.open(tmp_path / "plain.md", "# Hello\n", 1)
    (tmp_path / "ours.pactlog").write_text("", encoding="utf-8")
    study = desk.study(tmp_path / "ours.md")
    assert study is not None
    assert [(one.code, one.span.start_position.line) for one in remarks(study) if one.code == "E001"] == [("E001", 8)]
    assert codes(desk, tmp_path / "plain.md") == set()
    assert desk.agreement_of(tmp_path / "ours.pactlog") == tmp_path / "ours.md"


def test_what_is_written_over_an_agreed_text_has_no_verdict_and_is_offered_as_it_would_be(tmp_path: Path) -> None:
    from pactlang.lsp.hints import AS_IT_WOULD_BE, in_agreement, lenses
    from tests.versions.worlds import Plan, signed, words

    plan = Plan()
    plan.add(us_pact=signed(words(2, "2026-01-01"), Ana="2025-12-30", Ben="2025-12-30"))
    repository = plan.build(tmp_path / "git")
    log = repository.write("us.pactlog", "2026-03-02 20:00  encounter by Ana with dana\n")
    file = repository.path / "us.pact"
    texts = Texts()
    desk = Desk(texts)
    before = desk.study(file)
    assert before is not None
    assert in_agreement(before)
    for draft in (words(9, "2026-01-01"), "pact pact\n"):
        texts.open(file, draft, 1)
        study = desk.study(file)
        assert study is not None
        assert in_agreement(study) == []
        judgement = study.judgement
        if study.agreement is not None:
            assert judgement is not None
            assert judgement.agreement.digest == before.agreement.digest if before.agreement is not None else False
            assert [one.command for one in lenses(study)] == [AS_IT_WOULD_BE]
    assert log.is_file()


@pytest.mark.parametrize("who", [(), ("Ana",), ("Ana", "Ben")])
def test_a_text_that_was_never_agreed_on_is_judged_as_it_would_be_and_says_so(who: tuple[str, ...], tmp_path: Path) -> None:
    """Half signed is not signed: only where both signed, what is said is so."""
    from pactlang.lsp.hints import CHECK, lenses
    from tests.versions.worlds import signed, words

    file = tmp_path / "us.pact"
    file.write_text(signed(words(1, "2026-01-01"), **dict.fromkeys(who, "2025-12-30")), encoding="utf-8")
    log = "".join(f"2026-03-0{day} 20:00  encounter by Ana with dana\n" for day in (2, 3))
    (tmp_path / "us.pactlog").write_text(log, encoding="utf-8")
    study = Desk(Texts()).study(file)
    assert study is not None
    told = [one.message.endswith(" (a draft: as it would be)") for one in verdicts(study) if one.code == "evenings@2026-03-03"]
    assert told == [len(who) < 2]
    assert [one.words.startswith("A draft, as it would be: ") for one in lenses(study) if one.command == CHECK] == told
