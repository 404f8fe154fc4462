"""What the linter says: grouped and kind for people, exact for programs (JSON, SARIF, GitHub's annotations)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.lint.rule import Family, Sure
from pactlang.lint.runner import by_importance
from pactlang.words.diagnostics import location, underlined
from pactlang.words.page import Page
from pactlang.words.source import source_line
from pactlang.words.words import count_words, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.lint.rule import Rule
    from pactlang.lint.runner import Finding, Linted
    from pactlang.source import Span

FEW = 10
_FAMILIES = {
    Family.SAFETY: "Safety and privacy",
    Family.CONTRADICTION: "What contradicts itself",
    Family.MISSING: "What is missing",
    Family.BALANCE: "Balance",
    Family.CLARITY: "Clarity",
    Family.WORDING: "Wording",
    Family.VERSION: "Versions and signatures",
}
_ORDER = list(_FAMILIES)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_HOST_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def lint_text(linted: Linted, *, show_all: bool = False, colour: bool = False) -> str:
    """The most important findings, grouped, the worst group first; then what else there is."""
    page = Page(colour=colour)
    ranked = by_importance(linted.findings)
    shown = ranked if show_all else ranked[:FEW]
    families = sorted({one.rule.family for one in shown}, key=lambda one: (_best(one, shown), _ORDER.index(one)))
    for family in families:
        page.line(page.mark(_FAMILIES[family], "title"))
        page.line()
        for finding in (one for one in shown if one.rule.family is family):
            _one(page, finding)
            page.line()
    for remark in linted.remarks:
        at = remark.span.start_position
        page.line(
            f"{page.mark(f'{remark.span.source.name}:{at.line}:', 'name')} {safe(remark.message)} {page.mark(f'[{remark.code}]', 'dim')}"
        )
    if linted.given_up:
        codes = ", ".join(linted.given_up)
        page.line(f"{codes}: the search limit was reached, so there may be contradictions that are not listed here.")
    page.line(_counted(linted, len(ranked) - len(shown)))
    return page.text


def _best(family: Family, shown: Sequence[Finding]) -> int:
    return next(place for place, one in enumerate(shown) if one.rule.family is family)


def _one(page: Page, finding: Finding) -> None:
    found = finding.found
    at = found.span.start_position
    style = "error" if finding.severity is Severity.ERROR else "warning" if finding.severity is Severity.WARNING else "dim"
    where = page.mark(f"{found.span.source.name}:{at.line}:", "name")
    page.line(f"  {where} {page.mark(found.message, style)} {page.mark(f'[{finding.rule.code} {finding.rule.name}]', 'dim')}")
    underlined(page, found.span, style)
    for label in found.labels:
        place = label.span.start_position
        page.line(f"    {safe(label.span.source.name)}:{place.line}: {safe(label.message)}")
    if found.log or found.until is not None:
        from pactlang.log.write import entry_to_text

        page.line("    A log that shows it:" if found.log else "    An empty log shows it.")
        for entry in found.log:
            page.line(f"      {page.mark(entry_to_text(entry), 'dim')}")
        if found.until is not None:
            page.line(f"      judged at the end of {date.fromordinal(found.until).isoformat()}")
    if found.advice:
        page.line(f"    {safe(found.advice)}")


def _counted(linted: Linted, more: int) -> str:
    if not linted.findings:
        return f"No findings.{_besides(linted)}"
    words = count_words(len(linted.findings), "finding")
    rest = f" The {'other is' if more == 1 else f'other {more} are'} shown with --all." if more > 0 else ""
    return f"{words}.{rest}{_besides(linted)} Run `pact rule CODE` for details."


def _besides(linted: Linted) -> str:
    said = [f"{linted.allowed} allowed in the text"] if linted.allowed else []
    said += [f"{linted.known} known before"] if linted.known else []
    return f" ({', '.join(said)}.)" if said else ""


def statistics_text(linted: Linted) -> str:
    """Count the findings of each rule."""
    counts = Counter(finding.rule for finding in linted.findings)
    rows = sorted(counts.items(), key=lambda one: (-one[1], one[0].code))
    return "".join(f"{number:>5}  {rule.code}  {rule.name}\n" for rule, number in rows)


def lint_json(all_linted: Sequence[Linted], faults: Sequence[Diagnostic]) -> str:
    """Everything as JSON."""
    import json

    answer = {
        "schema": "pactlang/lint/1",
        "findings": [_finding(one) for linted in all_linted for one in linted.findings],
        "remarks": [diagnostic_json(one) for linted in all_linted for one in linted.remarks],
        "faults": [diagnostic_json(one) for one in faults],
        "allowed": sum(linted.allowed for linted in all_linted),
        "known": sum(linted.known for linted in all_linted),
        "given_up": sorted({code for linted in all_linted for code in linted.given_up}),
        "plain_words": plain_words_json([span for linted in all_linted for span in linted.spoken]),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _finding(one: Finding) -> dict[str, Any]:
    from pactlang.log.write import entry_to_text

    found = one.found
    return {
        "code": one.rule.code,
        "name": one.rule.name,
        "severity": one.severity.value,
        "confidence": one.rule.sure.value,
        "message": found.message,
        "advice": found.advice,
        "location": location(found.span),
        "labels": [{"message": label.message, "location": location(label.span)} for label in found.labels],
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [{"location": location(edit.span), "replacement": edit.replacement} for edit in fix.edits],
            }
            for fix in found.fixes
        ],
        "log": [entry_to_text(entry) for entry in found.log],
        "until": None if found.until is None else date.fromordinal(found.until).isoformat(),
        "fingerprint": one.fingerprint,
    }


def diagnostic_json(one: Diagnostic) -> dict[str, Any]:
    """A fault or a remark for programs."""
    return {"code": one.code, "severity": one.severity.value, "message": one.message, "location": location(one.span)}


def plain_words_json(spoken: Sequence[Span]) -> list[dict[str, Any]]:
    """Each line in plain words with its place, for programs."""
    return [{"words": span.text, "location": location(span)} for span in spoken]


def github_text(all_linted: Sequence[Linted], faults: Sequence[Diagnostic]) -> str:
    """Annotations for a run on GitHub."""
    from pactlang.words.hosts import annotation

    lines = [annotation(_HOST_LEVELS[one.severity], one.span, one.code, one.message) for one in faults]
    for linted in all_linted:
        lines += [
            annotation(_HOST_LEVELS[one.severity], one.found.span, f"{one.rule.code} {one.rule.name}", one.found.message)
            for one in linted.findings
        ]
    return "".join(f"{line}\n" for line in lines)


def sarif(all_linted: Sequence[Linted], faults: Sequence[Diagnostic], rules: Sequence[Rule]) -> str:
    """SARIF 2.1.0, for tools that show findings in code hosts and editors."""
    from pactlang.words.hosts import sarif_log, sarif_place

    places = {rule.code: place for place, rule in enumerate(rules)}
    results = [
        {
            "ruleId": one.rule.code,
            "ruleIndex": places[one.rule.code],
            "level": _LEVELS[one.severity],
            "message": {"text": f"{one.found.message} {one.found.advice}".strip()},
            "locations": [sarif_place(one.found.span)],
            "relatedLocations": [{**sarif_place(label.span), "message": {"text": label.message}} for label in one.found.labels],
            "partialFingerprints": {"pactlang/1": one.fingerprint},
        }
        for linted in all_linted
        for one in linted.findings
    ]
    results += [
        {"ruleId": one.code, "level": _LEVELS[one.severity], "message": {"text": one.message}, "locations": [sarif_place(one.span)]}
        for one in faults
    ]
    return sarif_log([_sarif_rule(rule) for rule in rules], results)


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    from pactlang.lint.page import page_of

    page = page_of(rule)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.sections["Why"]},
        "help": {"text": page.sections["How to fix"]},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"precision": "very-high" if rule.sure is Sure.CERTAIN else "high"},
    }


def rules_text(rules: Sequence[Rule], *, colour: bool = False) -> str:
    """All rules, a line each."""
    from pactlang.lint.page import page_of

    page = Page(colour=colour)
    wide = max(len(rule.name) for rule in rules)
    family = None
    for rule in rules:
        if rule.family is not family:
            family = rule.family
            page.line(f"{'' if rule is rules[0] else chr(10)}{page.mark(_FAMILIES[family], 'title')}")
        page.line(f"  {page.mark(rule.code, 'name')}  {rule.name.ljust(wide)}  {page_of(rule).title}")
    return page.text


def rules_json(rules: Sequence[Rule]) -> str:
    """All rules for programs."""
    import json

    from pactlang.lint.page import page_of

    rows = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "confidence": rule.sure.value,
            "profile": rule.profile.name.lower(),
            "title": page_of(rule).title,
        }
        for rule in rules
    ]
    return json.dumps({"schema": "pactlang/rules/1", "rules": rows}, ensure_ascii=False, indent=1) + "\n"


def rule_text(rule: Rule, *, colour: bool = False) -> str:
    """One rule's page at a terminal."""
    from pactlang.lint.page import page_of

    page = Page(colour=colour)
    found = page_of(rule)
    page.line(page.mark(f"{rule.code} {rule.name}", "title"))
    page.line()
    page.line(found.title)
    page.line()
    page.line(told_as(rule))
    for heading, body in found.sections.items():
        page.line()
        page.line(page.mark(heading, "name"))
        language = ""
        for line in body.splitlines():
            if line.startswith("```"):
                language = "" if language else line[3:].partition(" ")[0]
            else:
                page.line(f"  {source_line(page, f'.{language}', line)}")
    if rule.code.startswith("S"):
        page.line()
        page.line(f"{_CONTROL}: docs/coercion.md, or a helpline in your country.")
    return page.text


_CONTROL = "What control looks like, and who can help"


_SURE = {
    Sure.CERTAIN: "Certain: it follows from sentences, dates, signatures or entries",
    Sure.LIKELY: "Likely: it is a reading of plain words, which can mean something else",
}


def told_as(rule: Rule) -> str:
    """How much what a rule says matters, how sure it is, and who hears it.

    >>> from pactlang.lint.allow import rule_named
    >>> told_as(rule_named("X003"))
    'Told as: warning. Certain: it follows from sentences, dates, signatures or entries. Profile: default.'
    """
    return f"Told as: {rule.severity.value}. {_SURE[rule.sure]}. Profile: {rule.profile.name.lower()}."


def rule_markdown(rule: Rule) -> str:
    """One rule's page for the documents."""
    from pactlang.lint.page import page_of

    found = page_of(rule)
    parts = [f"# {rule.code} {rule.name}", "", found.title, "", told_as(rule)]
    for heading, body in found.sections.items():
        parts += ["", f"## {heading}", "", body]
    if rule.code.startswith("S"):
        parts += ["", f"[{_CONTROL}](../coercion.md)"]
    return "\n".join(parts) + "\n"
