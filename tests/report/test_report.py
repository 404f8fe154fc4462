"""The report: what it counts, what it leaves out, and that nothing in it can act."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pactlang.inputs import agreements_of, check_files, date_of, read_texts
from pactlang.report.as_json import report_json
from pactlang.report.data import Report
from pactlang.report.html import report_html
from pactlang.report.make import report_of
from pactlang.report.markdown import report_markdown
from pactlang.report.terminal import report_text

EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file() and list(folder.glob("*.pactlog")))
NAMES = [folder.name for folder in ALL]


def files_of(folder: Path) -> list[str]:
    return [str(file) for file in (*agreements_of(folder), *sorted(folder.glob("*.pactlog")))]


def report(folder: Path, *, since: str = "", redact: bool = False, for_review: bool = False) -> Report:
    texts = read_texts(files_of(folder))
    judgement = check_files(files_of(folder), as_of=(folder / "as-of").read_text().strip(), keep_all=True).judgement
    first = date_of(since, "--since") if since else None
    return report_of(judgement, texts.agreements, texts.entries, since=first, redact=redact, for_review=for_review)


class Tags(HTMLParser):
    """Every tag with its attributes, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("folder", ALL, ids=NAMES)
def test_the_page_is_whole_still_and_the_same_each_time(folder: Path) -> None:
    page = report_html(report(folder, for_review=True))
    assert page == report_html(report(folder, for_review=True))
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not {tag for tag, _ in tags.found} & {"script", "link", "img", "iframe", "object", "form", "base"}
    attributes = [(name, value or "") for _, all_of_it in tags.found for name, value in all_of_it.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name == "src"]
    assert all(value.startswith("#") for name, value in attributes if name in ("href", "xlink:href"))
    assert "@import" not in page
    assert "url(" not in page
    assert re.findall(r"https?://", page.replace("http://www.w3.org/", "")) == []


@pytest.mark.parametrize("folder", ALL, ids=NAMES)
def test_it_counts_what_the_checker_counts(folder: Path) -> None:
    found = report(folder)
    summary = check_files(files_of(folder), as_of=(folder / "as-of").read_text().strip()).judgement.summary
    told = Counter(line.status for row in found.clauses for line in row.lines)
    assert found.kept == summary.kept
    assert (told["not kept"], told["let go"]) == (summary.breach, summary.waived)
    assert (told["cannot be told"], told["a pattern"]) == (summary.unknown, summary.drift)
    assert len({line.id for line in found.coming}) == len(found.coming)
    topics = {line.id for topic in found.topics for line in topic.lines}
    assert len(topics) + found.more == summary.breach + summary.drift
    for row in found.clauses:
        for chart in row.charts:
            assert len(chart.labels) == len(chart.values) == len(chart.shown)


@pytest.mark.parametrize("folder", ALL, ids=NAMES)
def test_what_is_left_out_is_nowhere(folder: Path) -> None:
    texts = read_texts(files_of(folder))
    parties = {party for agreement in texts.agreements for party in agreement.parties}
    names = {name for entry in texts.entries for name in entry.with_} - parties
    names |= {entry.place for entry in texts.entries if entry.place}
    notes = {entry.note for entry in texts.entries if entry.note}
    hidden = report(folder, redact=True, for_review=True)
    for words in (report_html(hidden), report_text(hidden), report_markdown(hidden), report_json(hidden)):
        assert [name for name in names if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words)] == []
        assert [note for note in notes if note in words] == []


def test_since_leaves_out_what_was_before() -> None:
    whole, part = report(EXAMPLES / "flat"), report(EXAMPLES / "flat", since="2026-06-01")
    assert part.kept < whole.kept
    for now, before in zip(part.clauses, whole.clauses, strict=True):
        assert now.lines == tuple(line for line in before.lines if line.id.partition("@")[2] >= "2026-06-01")
    assert part.coming == whole.coming


def test_what_people_write_stays_text(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(
        'pact "<script>alert(1)</script> & co"\n    between Ana and Ben\n    in force from 2026-01-05\nuse relationships\n'
        'cap c "<b onclick=x>"\n    at most 1 encounter per month by Ana\n    "Say <i>it</i>"\n    > because <u>so</u>\n'
    )
    (tmp_path / "us.pactlog").write_text(
        '2026-01-06  encounter by Ana with dana at "</td><img src=x>"\n    <style>\n2026-01-07  encounter by Ana with dana\n'
    )
    (tmp_path / "as-of").write_text("2026-02-01")
    page = report_html(report(tmp_path, for_review=True))
    for told in ("<script", "<b onclick", "<i>", "<u>", "<img", "</td>\n    <style", "<style>\n2026"):
        assert told not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("folder", ALL, ids=NAMES)
def test_what_went_well_comes_first_everywhere(folder: Path) -> None:
    found = report(folder, for_review=True)
    assert re.fullmatch(r"\d+ promises? kept\.", found.well[0])
    for words in (report_html(found), report_text(found), report_markdown(found)):
        order = [words.index(f"{heading}") for heading in ("What went well", "What might be changed", "Clause by clause")]
        assert order == sorted(order)
        if found.topics:
            assert order[0] < words.index("To talk about") < order[1]
    assert report(folder).proposals is None


@pytest.mark.parametrize("folder", ALL, ids=NAMES)
def test_charts_are_of_both_people_or_of_none(folder: Path) -> None:
    for row in report(folder).clauses:
        titles = [chart.title for chart in row.charts]
        parties = [set(re.findall(r"\(([^)]*)\)", title)) for title in titles]
        assert parties == [set()] * len(titles) or len(titles) > 1


def test_json_says_the_same_and_dates_as_dates() -> None:
    found = report(EXAMPLES / "flat")
    answer = json.loads(report_json(found))
    assert answer["schema"] == "pactlang/report/1"
    assert answer["well"] == list(found.well)
    assert answer["clauses"][0]["cells"][0]["week"] == "2026-03-09"
    assert [line["id"] for row in answer["clauses"] for line in row["lines"]] == [line.id for row in found.clauses for line in row.lines]


def test_markdown_takes_nothing_for_markup(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(
        'pact "# <b>us</b> | `x`"\n    between Ana and Ben\n    in force from 2026-01-05\nuse relationships\n'
        'cap c "a | b `c` [d](e)"\n    at most 1 encounter per month by Ana\n'
    )
    (tmp_path / "us.pactlog").write_text("2026-01-06  encounter by Ana with dana\n2026-01-07  encounter by Ana with dana\n")
    (tmp_path / "as-of").write_text("2026-02-01")
    words = report_markdown(report(tmp_path))
    assert "# \\# \\<b\\>us\\</b\\> \\| \\`x\\`" in words
    assert "| a \\| b \\`c\\` \\[d\\](e) | `" in words


def test_an_empty_log_has_a_page(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_bytes((EXAMPLES / "flat" / "us.pact").read_bytes())
    (tmp_path / "us.pactlog").write_text("")
    (tmp_path / "as-of").write_text("2026-03-15")
    found = report(tmp_path, for_review=True)
    assert found.days == ()
    assert not any(row.charts for row in found.clauses)
    assert report_html(found)
    assert report_text(found)
    assert report_markdown(found)
