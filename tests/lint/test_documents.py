"""The rules' pages in docs/rules are those of the rules. `python -m tests.lint.test_documents` writes them anew."""

from __future__ import annotations

from pathlib import Path

from pactlang.lint.page import page_of
from pactlang.lint.rules import RULES
from pactlang.lint.text import rule_markdown

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def pages() -> dict[str, str]:
    """Every page by the name of its file, the list of all among them."""
    found = {f"{rule.code}-{rule.name}.md": rule_markdown(rule) for rule in RULES}
    cells = [
        (
            f"[{rule.code}]({rule.code}-{rule.name}.md)",
            rule.name,
            page_of(rule).title,
            rule.severity.value,
            rule.sure.value,
            rule.profile.name.lower(),
        )
        for rule in RULES
    ]
    rows = "\n".join(f"| {' | '.join(row)} |" for row in cells)
    head = "# The rules of `pact lint`\n\nHow to use them: [lint an agreement](../how-to/lint-an-agreement.md).\n\n"
    table = "| code | name | what it finds | told as | how sure | profile |\n| --- | --- | --- | --- | --- | --- |\n"
    return found | {"README.md": f"{head}{table}{rows}\n"}


def test_the_documents_are_those_of_the_rules() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")} == pages(), (
        "run: python -m tests.lint.test_documents"
    )


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
