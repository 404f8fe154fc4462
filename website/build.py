"""Builds the documentation site without the network: `python website/build.py [FOLDER]` (default: dist/site).

Every warning is an error, and every link and anchor of every page is followed.
"""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from screens import write_screens
from sources import ROOT, write_sources


def main(target: Path) -> int:
    """Build the site into a folder; the exit code."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        source.mkdir()
        write_sources(source)
        write_screens(source, ROOT / "examples")
        rmtree(target, ignore_errors=True)
        call = ["-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going", "--jobs", "auto", "--conf-dir", str(Path(__file__).parent)]
        done = subprocess.run([sys.executable, *call, str(source), str(target)], check=False)
    if done.returncode:
        return done.returncode
    rmtree(target / ".doctrees", ignore_errors=True)
    for page in target.rglob("*.html"):
        page.write_text(accessible(page.read_text(encoding="utf-8")), encoding="utf-8")
    wrong = faults(target)
    print("".join(f"{one}\n" for one in wrong), end="", file=sys.stderr)
    pages, size = len([*target.rglob("*.html")]), sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    print(f"{target}: {pages} pages, {size / 1e6:.1f} MB, {len(wrong)} faults")
    return 1 if wrong else 0


def accessible(page: str) -> str:
    """A page on which what the theme leaves out is said: the level of captions, names of the two asides; blocks and tables that are wider
    than a phone can be scrolled by keys.
    """
    page = page.replace('role="heading"', 'role="heading" aria-level="2"').replace("<pre>", '<pre tabindex="0">')
    page = page.replace('<th class="head"><p></p></th>', "<td></td>")
    page = page.replace('<div id="search-results">', '<h1>Search</h1><div id="search-results">')
    page = page.replace('<div class="table-wrapper', '<div tabindex="0" class="table-wrapper')
    page = page.replace('<aside class="sidebar-drawer"', '<aside aria-label="All pages" class="sidebar-drawer"')
    return page.replace('<aside class="toc-drawer', '<aside aria-label="On this page" class="toc-drawer')


class _Page(HTMLParser):
    """The anchors of a page, where it leads, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down what a tag names."""
        given = {name: value or "" for name, value in attrs}
        self.anchors.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif "src" in given or (tag == "link" and given.get("rel") not in ("canonical",)):
            self.loads.append(given.get("src") or given.get("href", ""))


def faults(site: Path) -> list[str]:
    """Links and anchors that lead nowhere, and what would be loaded from elsewhere."""
    pages = {page.resolve(): _Page(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")}
    found = []
    for path, page in sorted(pages.items()):
        name = path.relative_to(site.resolve())
        found += [f"{name}: loads {one} from elsewhere" for one in page.loads if urlsplit(one).netloc]
        for link in [*page.links, *page.loads]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link == "#":
                continue
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not to.is_file():
                found.append(f"{name}: nothing is at {link}")
            elif parts.fragment and to in pages and unquote(parts.fragment) not in pages[to].anchors:
                found.append(f"{name}: no heading is at {link}")
    return found


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "site"))
