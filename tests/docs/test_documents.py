"""Every example in the documents is run; `documents.py` says how they are written."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from pactlang.checker.examples import run_examples
from pactlang.inputs import Checked, InputError, check_files, load, load_text, zone_of_all
from pactlang.words.examples import why
from tests.docs.documents import DOCUMENTS, KINDS, LOGS, ROOT, Block, answers, blocks, example_at, whole, write_titled


def examples(*kinds: str) -> list[object]:
    return [
        pytest.param(path, place, id=f"{path.relative_to(ROOT)}:{block.line}")
        for path in DOCUMENTS
        for place, block in enumerate(blocks(path))
        if block.kind in kinds
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_block_is_closed_and_says_what_it_is(path: Path) -> None:
    fences = re.findall(r"^```", path.read_text(encoding="utf-8"), re.M)
    assert len(fences) == 2 * len(blocks(path))
    assert {block.kind for block in blocks(path)} <= KINDS


@pytest.mark.parametrize(("path", "place"), examples("pact"))
def test_an_agreement_is_read(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    if found[place].title:
        write_titled(found[: place + 1], tmp_path)
        file = tmp_path / found[place].title
        text = file.read_text(encoding="utf-8")
        if whole(text) == text:
            load(file)
            return
    load_text(whole(found[place].text))


def test_the_examples_in_the_reference_hold() -> None:
    texts = [whole(block.text) for block in blocks(ROOT / "docs" / "language.md") if block.kind == "pact" and "\nexample " in block.text]
    assert texts
    for agreement in map(load_text, texts):
        results = run_examples(agreement, zone_of_all([agreement]))
        assert results
        assert [why(one) for one in results if not one.holds] == []


def judged(found: list[Block], place: int, folder: Path) -> Checked:
    """The judgement that the `expect` block at a place speaks of."""
    example = example_at(found, place)
    files = []
    for number, version in enumerate(example.versions):
        name = version.title or f"us{number}.pact"
        (folder / name).write_text(whole(version.text), encoding="utf-8")
        files.append(name)
    for number, log in enumerate(example.logs):
        name = log.title or f"log{number}{LOGS[log.kind]}"
        (folder / name).write_text(log.text, encoding="utf-8")
        files.append(name)
    moment = example.expected.text.splitlines()[0]
    assert moment.startswith("as of ")
    return check_files([str(folder / name) for name in files], as_of=moment.removeprefix("as of "), keep_all=True)


@pytest.mark.parametrize(("path", "place"), examples("expect"))
def test_a_log_is_judged_as_it_says(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    judgement = judged(found, place, tmp_path).judgement
    expected = found[place].text.splitlines()[1:]
    # Many an example breaks one sentence again and again; only those that are about drift say so.
    left_out = {"kept"} if any(line.endswith(" drift") for line in expected) else {"kept", "drift"}
    told = [f"{finding.id} {finding.status.value}" for finding in judgement.findings if finding.status.value not in left_out]
    told += [line for line in expected if line == f"kept {judgement.summary.kept}"]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(("path", "place"), examples("remarks"))
def test_a_judgement_remarks_what_it_says(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    assert found[place - 1].kind == "expect"
    checked = judged(found, place - 1, tmp_path)
    told = [warning.message for warning in checked.warnings]
    told += [f"{one.label}: {one.not_applied}" for one in checked.judgement.agreement.sentences if one.not_applied]
    told += [remark.message for remark in checked.judgement.remarks]
    assert told == found[place].text.splitlines()


@pytest.mark.parametrize(("path", "place"), examples("pact-fault"))
def test_a_faulty_agreement_is_refused_in_these_words(path: Path, place: int) -> None:
    *text, message = blocks(path)[place].text.splitlines()
    with pytest.raises(InputError) as refused:
        load_text(whole("\n".join(text) + "\n"))
    assert refused.value.diagnostics[0].message == message


@pytest.mark.parametrize(("path", "place"), examples("pactlog-fault"))
def test_a_faulty_log_is_refused_in_these_words(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    *text, message = found[place].text.splitlines()
    above = next((block.text for block in reversed(found[:place]) if block.kind == "pact"), "")
    (tmp_path / "us.pact").write_text(whole(above), encoding="utf-8")
    (tmp_path / "us.pactlog").write_text("\n".join(text) + "\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        check_files([str(tmp_path / "us.pact"), str(tmp_path / "us.pactlog")], as_of="2026-12-31")
    assert refused.value.diagnostics[0].message == message


@pytest.mark.parametrize(("path", "place"), examples("console"))
def test_a_command_answers_as_shown(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    write_titled(found[:place], tmp_path)
    assert answers(found[place].text, tmp_path) == found[place].text, "if that is right: python -m tests.docs.update"


@pytest.mark.parametrize(("path", "place"), examples("pycon"))
def test_a_python_session_answers_as_shown(path: Path, place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = blocks(path)
    if "pyarrow" in found[place].text:
        pytest.importorskip("pyarrow")
    write_titled(found[:place], tmp_path)
    monkeypatch.chdir(tmp_path)
    text = "".join(block.text for block in found[: place + 1] if block.kind == "pycon")  # one session for the whole document
    session = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), found[place].line)
    runner = doctest.DocTestRunner(verbose=False)
    told: list[str] = []
    runner.run(session, out=told.append)
    assert not told, "".join(told)


def test_the_reference_has_examples() -> None:
    kinds = [block.kind for block in blocks(ROOT / "docs" / "language.md")]
    assert kinds.count("expect") >= 40


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        name, _, anchor = target.partition("#")
        if name.startswith(("http:", "https:", "mailto:")):
            continue
        there = path if not name else (path.parent / name).resolve()
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there), target


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as the usual viewers of such pages make them."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
