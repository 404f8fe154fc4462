"""A report as Markdown, for those who keep it among their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.day.weeks_text import LEGEND, sign_of
from pactlang.words.words import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.report.data import Line, Report

MARK = b"<!-- pactlang report -->"


def report_markdown(report: Report) -> str:
    """The report as Markdown; nothing in it is taken for markup."""
    since = f" · since {report.since}" if report.since else ""
    lines = [MARK.decode(), f"# {escaped(report.title)}", "", escaped(f"{', '.join(report.parties)} · as of {report.as_of}{since}")]
    lines += _list("", report.notices)
    lines += _list("What went well", (*report.well, *report.thanks))
    if report.topics:
        lines += ["", "## To talk about"]
        for topic in report.topics:
            labels = f" ({', '.join(topic.labels)})" if topic.labels else ""
            lines += ["", f"### {escaped(topic.title + labels)}", "", *map(_said, topic.lines)]
        lines += ["", f"{report.more} more: see the clauses."] if report.more else []
    if report.proposals is not None:
        lines += _list("What might be changed", report.proposals or ["Nothing suggests itself. What would each of you like to change?"])
    lines += _list("What comes next", [f"{line.when}: {line.message}{f' ({line.id})' if line.id else ''}" for line in report.coming])
    lines += ["", "## Clause by clause", "", "| clause | weeks | how it went |", "| --- | --- | --- |"]
    for one in report.clauses:
        signs = "".join(map(sign_of, one.cells))
        lines.append(f"| {escaped(one.title or one.name)} | {f'`{signs}`' if signs else ''} | {escaped(', '.join(one.counts))} |")
    lines += ["", "  ".join(LEGEND)] if report.months else []
    for one in report.clauses:
        lines += ["", f"### {escaped(one.title or one.name)}", ""]
        lines += [f"> {escaped(words)}  " for words in (*one.sentences, *(f"“{promise}”" for promise in one.promises))]
        lines += [f"> {escaped(words)}  " for words in one.reasons]
        lines += ["", *(f"- {line.status}: {_said(line)[2:]}" for line in one.lines)] if one.lines else []
    return "\n".join(lines) + "\n"


def _list(heading: str, items: Sequence[str]) -> list[str]:
    head = ["", f"## {heading}"] if heading else []
    return [*head, "", *(f"- {escaped(item)}" for item in items)] if items else []


def _said(line: Line) -> str:
    marks = f" ({', '.join(line.marks)})" if line.marks else ""
    name = f" ({escaped(line.id)})" if line.id else ""
    return f"- {escaped(line.message + marks)}{name}"
