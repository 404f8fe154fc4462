"""Every command says of a Markdown page what it says of its blocks alone, with the lines of the page; and writes into the blocks only."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.language.literate import agreement_line, block_lines
from pactlang.source import SourceFile
from tests.versions.repository import Repository

EXAMPLE = Path(__file__).parents[2] / "examples" / "literate"
PAGE = (EXAMPLE / "ours.md").read_text(encoding="utf-8")
LOG = (EXAMPLE / "log.pactlog").read_text(encoding="utf-8")
AT = ("--as-of", "2026-04-03T12:00+02:00")


def alone(page: str) -> str:
    """The blocks of a page as a plain agreement, each line where it stands in the page."""
    source = SourceFile("us.md", page)
    return "".join(agreement_line(source, number) + "\n" for number in range(1, source.line_count + 1))


def both(folder: Repository, page: str = PAGE, log: str = LOG) -> list[Repository]:
    """A folder with a page and its log, and one with the plain text of the same name but for its ending."""
    found = []
    for name, text in (("ours.md", page), ("ours.pact", alone(page))):
        one = Repository(folder.path / name)
        one.write(name, text)
        one.write("log.pactlog", log)
        found.append(one)
    return found


CALLS: list[tuple[int, tuple[str, ...]]] = [
    (1, ("check", "PACT", "log.pactlog", *AT)),
    (1, ("check", "PACT", *AT, "--format", "json")),
    (1, ("check", *AT)),
    (0, ("lint", "PACT")),
    (0, ("lint", "PACT", "--format", "json")),
    (0, ("lint",)),
    (0, ("status", "PACT", *AT)),
    (0, ("why", "PACT", "log.pactlog", "guests@2026-03-14", *AT)),
    (1, ("may", "PACT", "log.pactlog", "guest by Sam on 2026-04-10", *AT)),
    (0, ("explain", "PACT")),
    (0, ("explain", "PACT", "overnight", "--format", "json")),
    (0, ("repair", "PACT", "log.pactlog", "guests@2026-03-14", *AT)),
    (0, ("test", "PACT")),
    (0, ("verify", "PACT")),
    (0, ("diff", "PACT", "PACT")),
    (0, ("export", "PACT", "log.pactlog", "-o", "-", *AT)),
    (0, ("report", "PACT", "log.pactlog", "-o", "r.html", *AT)),
    (0, ("log", "PACT", "log.pactlog", "2026-04-03 rent by Sam, amount 1")),
    (2, ("check", "PACT", "nothing.pactlog")),
    (2, ("explain", "PACT", "overnigt")),
    (2, ("history", "PACT")),
]


@pytest.mark.parametrize(("code", "call"), CALLS, ids=[" ".join(call) for _, call in CALLS])
def test_a_page_is_taken_for_its_blocks(code: int, call: tuple[str, ...], tmp_path: Path) -> None:
    said = []
    for one, name in zip(both(Repository(tmp_path)), ("ours.md", "ours.pact"), strict=True):
        answer = one.run(*[name if word == "PACT" else word for word in call])
        said.append((answer.code, *((text.replace(str(one.path), "FOLDER").replace(name, "PACT")) for text in (answer.out, answer.err))))
    assert said[0] == said[1]
    assert said[0][0] == code
    assert said[0][1] or said[0][2]


SMALL = """\
# Us

  ```pact
  pact "Us"
      between Ana and Ben

  use relationships
  ```

Four felt right.

~~~pact
cap monthly
  at most 4  encounters per month by each party
~~~

   * a list

```pact
  at most 2 encounters per week by each party
      > We are tired.
```
"""
LAID_OUT = (
    SMALL.replace("  at most 4  enc", "    at most 4 enc").replace("\n  at most 2", "\n    at most 2").replace("      > We", "    > We")
)


def around(page: str) -> list[str]:
    inside = block_lines(page)
    return [row for number, row in enumerate(page.rstrip("\r\n").split("\n"), 1) if number not in inside]


WRITING = [
    ("fmt", "PACT"),
    ("sign", "PACT", "--as", "Ana", "--on", "2026-01-01"),
    ("sign", "PACT", "--as", "Ben", "--on", "2026-01-01"),
    ("lint", "PACT", "--fix"),
    ("lint", "PACT", "--fix", "--unsafe-fixes", "--as-of", "2026-02-01"),
]


@pytest.mark.parametrize("page", [SMALL, SMALL.replace("\n", "\r\n"), "\ufeff" + SMALL, SMALL.removesuffix("```\n").rstrip("\n")])
@pytest.mark.parametrize("call", WRITING, ids=[" ".join(one) for one in WRITING])
def test_what_is_written_is_written_into_the_blocks(call: tuple[str, ...], page: str, tmp_path: Path) -> None:
    here = Repository(tmp_path)
    file = here.write("us.md", page)
    answer = here.run(*["us.md" if word == "PACT" else word for word in call])
    assert answer.code == 0, answer.err
    text = file.read_bytes().decode()
    assert around(text) == around(page)
    assert (text == page) == (call == WRITING[3])
    assert "\r\n" not in page or text.count("\n") == text.count("\r\n")
    plain = here.write("us.pact", alone(text))
    says = [here.run("explain", name, "--format", "json").out.replace(name, "") for name in ("us.md", "us.pact")]
    assert says[0] == says[1]
    assert plain.is_file()


def test_a_clause_that_goes_on_in_the_next_block_is_laid_out_as_one(tmp_path: Path) -> None:
    here = Repository(tmp_path)
    file = here.write("us.md", SMALL)
    assert here.run("fmt", "us.md").err == ""
    assert file.read_text(encoding="utf-8") == LAID_OUT
    assert here.run("fmt", "--check", "us.md").code == 0


REFUSED = [
    ("none.md", "# Words\n", "This Markdown file contains no agreement"),
    ("none.md", "```pactlog\n2026-01-01  test by Ana\n```\n", "This Markdown file contains no agreement"),
    ("us.md", SMALL.replace("```pact\n  at", "```p\u0430ct\n  at"), "This word mixes Cyrillic and Latin letters that look alike"),
    ("us.md", SMALL.replace("```pact\n  at", "```\u200bpact\n  at"), "There is an invisible character here"),
    ("us.md", SMALL + "- ```pact\n  cap x\n  ```\n", "inside a list or a quotation"),
    ("us.md", SMALL.replace("use relationships", 'include "none.md"'), "'none.md' contains no agreement"),
]


@pytest.mark.parametrize(("name", "text", "says"), REFUSED, ids=[f"{one[2]} {place}" for place, one in enumerate(REFUSED)])
def test_what_cannot_be_read_is_said_in_plain_words(name: str, text: str, says: str, tmp_path: Path) -> None:
    here = Repository(tmp_path)
    here.write("none.md", "# Words\n")
    here.write(name, text)
    for command in ("check", "lint", "explain", "export", "status"):
        answer = here.run(command, name)
        assert (answer.code, says in answer.err + answer.out) == (2, True), command
    assert here.run("fmt", "none.md").code == 2


def test_a_block_that_is_never_closed_is_said_and_read(tmp_path: Path) -> None:
    here = Repository(tmp_path)
    here.write("us.md", SMALL.removesuffix("```\n"))
    answer = here.run("check", "us.md", "--as-of", "2026-02-01")
    assert answer.code == 0
    assert "us.md:19:1: This block is never closed" in answer.err


def test_git_knows_pages(repository: Repository) -> None:
    repository.commit("2026-01-01", "The first text", us_md=SMALL)
    repository.commit("2026-02-01", "Fewer", us_md=SMALL.replace("at most 2", "at most 1"))
    assert "Fewer" in repository.run("history", "us.md").out
    assert "at most 2 → at most 1" in repository.run("diff", "HEAD~1:us.md", "us.md").out
    repository.write("us.md", SMALL.replace("at most 2", "atmost 2"))
    repository.write("README.md", '```pact\npact "One"\n```\n\n```pact\npact "Another"\n```\n')
    repository.git("add", "--all")
    answer = repository.run("git", "hook")
    assert answer.code == 1
    assert "us.md:20:3" in answer.err
    assert "README.md" not in answer.err
    repository.write("us.md", SMALL)
    repository.git("add", "--all")
    assert "us.md is not formatted the way" in repository.run("git", "hook").err
    repository.write("us.md", LAID_OUT)
    repository.git("add", "--all")
    assert repository.run("git", "hook").code == 0
