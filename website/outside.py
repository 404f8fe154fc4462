"""Links of the documents that lead outside: `outside.txt` lists them, and `make links` asks each whether it is there.

Building the site and the tests need no network; a link that is not in the list fails a test, so that somebody looks at each new one.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_name("outside.txt")
_LINK = re.compile(r"https?://[^\s)>\"'`\]}]+")
_OURS = ("example.org", "example.com", "127.0.0.1", "localhost")  # nobody's, in examples
_PATIENCE = 20  # seconds


def outside() -> dict[str, list[str]]:
    """Each link with the documents that it stands in."""
    found: dict[str, list[str]] = {}
    for page in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]):
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            if not any(one in link for one in _OURS):
                places = found.setdefault(link.rstrip(".,;:"), [])
                places += [str(page.relative_to(ROOT))] if str(page.relative_to(ROOT)) not in places else []
    return found


def listed() -> list[str]:
    """The links that somebody has looked at."""
    return [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def there(link: str) -> str:
    """What is wrong with a link; empty if it is there. A page that only refuses programs (403, 405, 429) is there."""
    try:
        with urlopen(Request(link, headers={"User-Agent": "Mozilla/5.0 (links of a document)"}), timeout=_PATIENCE):  # noqa: S310
            return ""
    except (URLError, OSError, ValueError) as problem:
        return "" if getattr(problem, "code", 0) in (403, 405, 429) else str(problem)


def main() -> int:
    """Ask each, or write the list anew."""
    if "--ask" not in sys.argv:
        head = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line.startswith("#")] if LIST.exists() else []
        LIST.write_text("\n".join([*head, *sorted(outside())]) + "\n", encoding="utf-8")
        return 0
    wrong = {link: told for link in outside() if (told := there(link))}
    for link, told in wrong.items():
        sys.stdout.write(f"{link}: {told} ({', '.join(outside()[link])})\n")
    sys.stdout.write(f"{len(outside()) - len(wrong)} of {len(outside())} links are there.\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
