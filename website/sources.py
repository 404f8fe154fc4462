"""The pages of the site as Sphinx reads them: the documents as they lie in the repository, with an index and tables of contents."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Caption, then the pages under it, in order; what a pattern finds is sorted by its path.
CONTENTS: dict[str, tuple[str, ...]] = {
    "Begin": ("docs/tutorial.md", "docs/how-to/begin.md", "docs/story-told-late.md", "docs/story-more-each-month.md", "screens.md"),
    "How to": ("docs/how-to/*.md",),
    "Reference": ("docs/language.md", "docs/rules/README.md", "docs/faults.md", "docs/editors.md", "CHANGELOG.md"),
    "Safety": ("docs/coercion.md", "docs/privacy.md", "docs/threat-model.md", "docs/many-agreements.md", "SECURITY.md"),
    "Examples": ("examples/*/README.md", "examples/*/*.md"),
    "For those who change it": ("CONTRIBUTING.md", "docs/design.md", "docs/inside.md", "docs/measurements.md"),
}
_LINK = re.compile(r"(\]\()([^)#\s:]+)((?:#[^)\s]*)?\))")
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


def write_sources(target: Path) -> None:
    """Write all pages of the site under a folder, as they are linked to each other in the repository."""
    for name in ("docs", "examples"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"):
        shutil.copy(ROOT / name, target / name)
    (target / "screens.md").touch()  # `screens.py` writes it
    for page in target.rglob("*.md"):
        page.write_text(linked(page, target), encoding="utf-8")
    (target / "README.md").rename(target / "index.md")
    _append(target / "docs" / "rules" / "README.md", _toctree("", ["*"], hidden=True))
    _append(target / "index.md", "".join(_toctree(caption, pages, hidden=True) for caption, pages in contents(target).items()))


def contents(target: Path) -> dict[str, list[str]]:
    """The pages under each caption, each once."""
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for caption, patterns in CONTENTS.items():
        names = [str(path.relative_to(target)) for pattern in patterns for path in sorted(target.glob(pattern))]
        found[caption] = [name for name in dict.fromkeys(names) if name not in seen]
        seen.update(names)
    return found


def linked(page: Path, target: Path) -> str:
    """A page whose links lead to pages of the site: that of a folder to its README, that of the README to the index."""

    def there(link: re.Match[str]) -> str:
        to = (page.parent / link[2]).resolve()
        if to.is_dir() and (to / "README.md").is_file():
            return f"{link[1]}{link[2].rstrip('/')}/README.md{link[3]}"
        if to == (target / "README.md").resolve():
            return f"{link[1]}{link[2].removesuffix('README.md')}index.md{link[3]}"
        return link[0]

    text = page.read_text(encoding="utf-8")
    # What is in a block is somebody's text, not a link.
    blocks = [*_FENCE.finditer(text)]
    starts = [0, *(block.end() for block in blocks)]
    ends = [*(block.start() for block in blocks), len(text)]
    between = [_LINK.sub(there, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    return "".join(piece for pair in zip(between, [*(block[0] for block in blocks), ""], strict=True) for piece in pair)


def _toctree(caption: str, pages: list[str], *, hidden: bool) -> str:
    options = [f":caption: {caption}"] * bool(caption) + [":hidden:"] * hidden + [":glob:", ":titlesonly:"]
    return "\n".join(["", "```{toctree}", *options, "", *pages, "```", ""])


def _append(page: Path, text: str) -> None:
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
