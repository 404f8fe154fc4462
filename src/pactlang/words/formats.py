"""A judgement for other places than a terminal: annotations on GitHub, SARIF, and a page in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.model.agreement import Sentence
from pactlang.words.drift import sparkline
from pactlang.words.hosts import annotation, sarif_log, sarif_place
from pactlang.words.messages import message
from pactlang.words.owed import due_words
from pactlang.words.page import Page
from pactlang.words.text import entry_place, head, kept, place_words, remarks, sentence_case, sentence_words, shown_words
from pactlang.words.words import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Finding, Judgement


def judgement_github(judgement: Judgement) -> str:
    """What is open, beside the entry that it speaks of, or else beside its sentence: a breach is an error, what is due a notice."""
    lines = []
    for finding in judgement.findings:
        level = _level(finding.status)
        if level:
            lines.append(annotation(level, _entry_of(finding) or finding.sentence.span, finding.id, message(finding, judgement.zone)))
    return "".join(f"{line}\n" for line in lines)


def _level(status: Status) -> str:
    """How loudly GitHub says it; nothing of what was kept or let go."""
    match status:
        case Status.BREACH:
            return "error"
        case Status.UNKNOWN | Status.DRIFT:
            return "warning"
        case Status.DUE | Status.MISSED:
            return "notice"
        case Status.KEPT | Status.WAIVED | Status.REPAIRED:
            return ""
        case _:
            assert_never(status)


def judgement_sarif(judgement: Judgement) -> str:
    """Every listed finding as SARIF 2.1.0: its sentence is the rule, and the entries are related places. What was let go is suppressed."""
    rules: dict[str, dict[str, Any]] = {}
    places: dict[str, int] = {}
    results = []
    for finding in judgement.findings:
        name = finding.sentence.label if isinstance(finding.sentence, Sentence) else clause_of(finding)
        rules.setdefault(name, {"id": name, "shortDescription": {"text": sentence_words(finding) or name}})
        kind = _kind(finding.status)
        result = {
            "ruleId": name,
            "ruleIndex": places.setdefault(name, len(places)),
            "kind": kind,
            "level": "error" if kind == "fail" else "none",
            "message": {"text": f"{message(finding, judgement.zone)}."},
            "locations": [sarif_place(finding.sentence.span)],
            "relatedLocations": [
                {**sarif_place((entry.file, entry.line)), "message": {"text": shown_words(entry)}}
                for entry in finding.entries
                if entry.file
            ],
            "partialFingerprints": {"pactlang/finding/1": finding.id},
        }
        if finding.status is Status.WAIVED:
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": "let go in the log"}]
        results.append(result)
    return sarif_log(list(rules.values()), results)


def _kind(status: Status) -> str:
    """What SARIF calls it."""
    match status:
        case Status.BREACH | Status.WAIVED:
            return "fail"
        case Status.UNKNOWN:
            return "review"
        case Status.DUE:
            return "open"
        case Status.KEPT:
            return "pass"
        case Status.DRIFT | Status.MISSED | Status.REPAIRED:
            return "informational"
        case _:
            assert_never(status)


def judgement_markdown(judgement: Judgement, *, whole: bool = True) -> str:
    """All listed findings in full, as a page to keep or to send; nothing from a file is taken for markup."""
    found = judgement.findings
    page = Page(colour=False)
    head(page, judgement)
    kept(page, judgement, list_kept=False, whole=whole)
    lines = [f"# {escaped(judgement.agreement.title or 'Agreement')}", "", *_paragraphs(page)]
    for status, heading in _HEADINGS:
        several = [finding for finding in found if finding.status is status]
        if status is Status.DUE:
            several.sort(key=lambda finding: (finding.due or 0, finding.id))
        if several:
            would = " if it were signed" if judgement.drafts and status is Status.BREACH else ""
            lines += ["", f"## {heading}{would} ({len(several)})", ""]
            for finding in several:
                lines += _item(finding, judgement)
    page = Page(colour=False)
    remarks(page, judgement, whole=whole)
    lines += _paragraphs(page)
    return "\n".join(lines) + "\n"


def _paragraphs(page: Page) -> list[str]:
    return [f"{escaped(line)}  " if line else "" for line in page.text.splitlines()]


_HEADINGS = (
    (Status.KEPT, "Kept"),
    (Status.BREACH, "Breaches"),
    (Status.UNKNOWN, "Cannot be told"),
    (Status.DRIFT, "Patterns to talk about"),
    (Status.MISSED, "Wishes missed"),
    (Status.REPAIRED, "Repaired"),
    (Status.WAIVED, "Let go"),
    (Status.DUE, "Due"),
)


def _item(finding: Finding, judgement: Judgement) -> list[str]:
    zone = judgement.zone
    drawn = f" `{sparkline(finding.drift.shares)}`" if finding.drift is not None and finding.drift.shares else ""
    soon = f" ({escaped(due_words(finding, judgement.as_of, zone))})" if finding.status is Status.DUE else ""
    disputed = " (rests on a disputed entry)" if finding.disputed else ""
    lines = [f"- **{escaped(finding.id)}**{drawn}{disputed}: {escaped(sentence_case(message(finding, zone)))}.{soon}"]
    if finding.status in (Status.BREACH, Status.UNKNOWN, Status.WAIVED, Status.MISSED, Status.REPAIRED):
        lines.append(f"  - “{escaped(sentence_words(finding))}” · {escaped(place_words(finding))}")
        concerned = (*finding.with_, *finding.who)
        lines += [f"  - {escaped(shown_words(one, concerned))} · {escaped(entry_place(one))}" for one in finding.entries]
    return lines


def _entry_of(finding: Finding) -> tuple[str, int] | None:
    """The entry that a finding speaks of, or the newest that it rests on, as far as a file has it."""
    several: Sequence[Any] = [finding.subject, *reversed(finding.entries)]
    return next(((one.file, one.line) for one in several if one is not None and one.file), None)
