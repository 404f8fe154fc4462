"""The report in a real browser: it fits each width, both themes can be read, and a check for accessibility finds nothing."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pactlang.report.html import report_html

from .test_report import ALL, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium")
# What the pages are made of is in two of them, one by day and one by night; PACT_FUZZ=long looks at all examples, both ways.
LONG = os.environ.get("PACT_FUZZ") == "long"
SEEN = ALL if LONG else [folder for folder in ALL if folder.name in {"couple-disclosure", "polycule"}]
LOOKED_AT = [*product(SEEN, ["light", "dark"])] if LONG else [*zip(SEEN, ["light", "dark"], strict=True)]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def test_a_long_path_in_a_notice_does_not_widen_the_page(browser: Browser, tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(report_html(report(SEEN[0], for_review=True)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto(page_file.as_uri())
    page.evaluate(
        "document.querySelector('header').insertAdjacentHTML('beforeend', `<p class=notice>/${'agreements'.repeat(12)}/us.pact</p>`)"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.parametrize(("folder", "scheme"), LOOKED_AT, ids=lambda one: getattr(one, "name", one))
def test_everybody_can_read_it(browser: Browser, folder: Path, scheme: str, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page_file = tmp_path / "report.html"
    page_file.write_text(report_html(report(folder, for_review=True)), encoding="utf-8")
    asked: list[str] = []
    for width in (360, 800, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page.on("request", lambda request: asked.append(request.url))
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.goto(page_file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert said == []
        if width == 360 or (width == 1280 and scheme == "light"):  # contrast does not hang on the width
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.close()
    assert set(asked) == {page_file.as_uri()}


@pytest.mark.parametrize("folder", SEEN, ids=[folder.name for folder in SEEN])
def test_it_is_printed_on_two_pages_and_nobody_scrolls_far(browser: Browser, folder: Path, tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(report_html(report(folder)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollHeight") <= 3 * 900
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    page.close()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2
