"""The documentation site: its pages and pictures without Sphinx, which `make site` builds it with."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.docs.documents import ROOT

sys.path.insert(0, str(ROOT / "website"))
try:
    from build import accessible, faults
    from outside import listed, outside
    from screens import drawn
    from sources import contents, linked, write_sources
finally:
    sys.path.remove(str(ROOT / "website"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    write_sources(target)
    return target


def test_each_page_is_under_one_caption(source: Path) -> None:
    named = [name for pages in contents(source).values() for name in pages]
    pages = {str(path.relative_to(source)) for path in source.rglob("*.md") if path.parent.name != "rules" or path.name == "README.md"}
    assert sorted(named) == sorted(pages - {"index.md"})
    assert all(pages for pages in contents(source).values())
    assert "docs/coercion.md" in (source / "index.md").read_text(encoding="utf-8")


def test_links_lead_to_pages_and_blocks_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "examples" / "first").mkdir(parents=True)
    for name in ("README.md", "examples/first/README.md"):
        (tmp_path / name).touch()
    page = tmp_path / "examples" / "page.md"
    page.write_text("[a](first) [b](first/#x) [c](../README.md#y) [d](https://example.org/first)\n```text\n[a](first)\n```\n[e](#z)\n")
    assert linked(page, tmp_path) == (
        "[a](first/README.md) [b](first/README.md#x) [c](../index.md#y) [d](https://example.org/first)\n```text\n[a](first)\n```\n[e](#z)\n"
    )


def test_what_leads_nowhere_or_is_loaded_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text('<h1 id="x">B</h1>')
    (tmp_path / "a.html").write_text(
        '<a href="b.html#x"></a><a href="b.html#y"></a><a href="c.html"></a><a href="#"></a><a href="https://example.org"></a>'
        '<script src="https://example.org/x.js"></script><link rel="stylesheet" href="none.css">'
    )
    assert faults(tmp_path) == [
        "a.html: loads https://example.org/x.js from elsewhere",
        "a.html: no heading is at b.html#y",
        "a.html: nothing is at c.html",
        "a.html: nothing is at none.css",
    ]


def test_a_picture_needs_nothing_from_elsewhere() -> None:
    svg = drawn("\x1b[32m2 promises kept.\x1b[0m <b>\n", "pact check")
    assert not re.search(r"@font-face|url\((?!#)|href=", svg)
    assert "promises" in svg
    assert "<b>" not in svg


def test_what_the_theme_leaves_out_is_said() -> None:
    page = '<aside class="sidebar-drawer"><p role="heading">Begin</p></aside><pre>x</pre><aside class="toc-drawer no-toc">'
    assert accessible(page) == (
        '<aside aria-label="All pages" class="sidebar-drawer"><p role="heading" aria-level="2">Begin</p></aside><pre tabindex="0">x</pre>'
        '<aside aria-label="On this page" class="toc-drawer no-toc">'
    )


def test_somebody_looked_at_each_link_that_leads_outside() -> None:
    assert sorted(outside()) == listed(), "open the new one, then: python website/outside.py"
