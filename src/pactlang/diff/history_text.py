"""The story of an agreement's versions: for a terminal, as a page one would keep, and for scripts."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.checker.agreed import unsigned_words
from pactlang.model.calendar import load_zone
from pactlang.model.words import called
from pactlang.words.page import Page
from pactlang.words.words import count_words, day_words, escaped, people_words, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pactlang.diff.renegotiations import Change, Renegotiation
    from pactlang.history.commits import Commit
    from pactlang.model.calendar import Zone


def history_text(story: Sequence[Renegotiation], default_zone: Zone, *, whole: bool = True, colour: bool = False) -> str:
    """The story for a person at a terminal, oldest first. Where not all texts are here (not `whole`), earlier ones may be missing."""
    page = Page(colour=colour)
    page.line(f"{page.mark(_title(story), 'title')} · {count_words(len(story), 'version')}")
    for one in story:
        page.line()
        page.line(page.mark(_when(one), "name"))
        page.line(f"  {page.mark(_assent(one), 'due' if one.agreement.unsigned else 'good')}")
        if one.before is None:
            page.line(f"  {_first(whole=whole)}: {_size(one)}.")
        elif not one.changes:
            page.line("  No clause says anything else.")
        _changes(page, one.changes)
        for clause, reason in one.reasons if one.before is not None else ():
            page.line(f"  Why ({safe(clause)}): {safe(reason)}")
        for commit in one.version.commits:
            page.line(f"  {page.mark(_commit_words(commit, _zone(one, default_zone)), 'dim')}")
            for line in _body(commit):
                page.line(f"    {safe(line)}")
    return page.text


def changes_text(name: str, changes: Sequence[Change], *, colour: bool = False) -> str:
    """What changed in one file, clause by clause."""
    page = Page(colour=colour)
    page.line(page.mark(name, "title"))
    if not changes:
        page.line("  No clause says anything else.")
    _changes(page, changes)
    return page.text


def _changes(page: Page, changes: Sequence[Change]) -> None:
    for change in changes:
        page.line(f"  {page.mark(change.name or 'heading', 'name')}{_effect(change)}")
        for line in change.removed:
            page.line(f"    {page.mark('-', 'mark')} {safe(line)}")
        for line in change.added:
            page.line(f"    {page.mark('+', 'good')} {safe(line)}")


def history_markdown(story: Sequence[Renegotiation], default_zone: Zone, *, whole: bool = True) -> str:
    """The story as a page to keep."""
    lines = [f"# {escaped(_title(story))}: how it came about"]
    for one in story:
        lines += ["", f"## {escaped(_when(one))}", "", f"{escaped(_assent(one))}."]
        if one.before is None:
            lines += ["", f"{_first(whole=whole)}: {_size(one)}."]
        elif not one.changes:
            lines += ["", "No clause says anything else."]
        for change in one.changes:
            lines += ["", f"**{escaped(change.name or 'heading')}**{_effect(change, mark=escaped)}", ""]
            lines += [f"- no longer: {escaped(line)}" for line in change.removed]
            lines += [f"- now: {escaped(line)}" for line in change.added]
        for clause, reason in one.reasons if one.before is not None else ():
            lines += ["", f"> {escaped(reason)} ({escaped(clause)})"]
        if one.version.commits:
            lines += ["", "How it was written:", ""]
        for commit in one.version.commits:
            lines.append(f"- {escaped(_commit_words(commit, _zone(one, default_zone)))}")
            lines += [f"  {escaped(line)}" for line in _body(commit)]
    return "\n".join(lines) + "\n"


def history_json(story: Sequence[Renegotiation]) -> str:
    """The story as one JSON object. The same input gives the same bytes."""
    return json.dumps({"schema": "pactlang/history/1", "versions": [_object(one) for one in story]}, ensure_ascii=False, indent=1) + "\n"


def _object(one: Renegotiation) -> dict[str, Any]:
    version, agreement = one.version, one.agreement
    return {
        "title": agreement.title,
        "file": agreement.file,
        "digest": agreement.digest,
        "start": _iso(version.start),
        "until": _iso(version.last),
        "in_force": version.start is not None and not version.draft,
        "draft": version.draft,
        "committed": version.committed,
        "signed": [{"party": each.party, "on": _iso(each.on), "digest": each.digest or None} for each in one.signed],
        "unsigned": list(agreement.unsigned),
        "signed_another": list(agreement.signed_another),
        "changes": [
            {
                "clause": each.name or None,
                "was": each.was or None,
                "direction": each.effect.direction or None if each.effect.sure else None,
                "binds_more": list(each.effect.more),
                "binds_less": list(each.effect.less),
                "protects_less": list(each.effect.less_protected),
                "removed": list(each.removed),
                "added": list(each.added),
            }
            for each in one.changes
        ],
        "reasons": [{"clause": clause, "reason": reason} for clause, reason in one.reasons],
        "commits": [
            {"hash": each.hash, "at": each.instant, "author": each.author, "subject": each.subject, "body": each.body}
            for each in version.commits
        ],
    }


def _effect(change: Change, mark: Callable[[str], str] = safe) -> str:
    """` (asks for more of Ana, protects Ben less)`: what a change does, and for whom."""
    effect = change.effect
    more, less = (f" of {people_words(names)}" if names else "" for names in (effect.more, effect.less))
    words = {"tighter": f"asks for more{more}", "looser": f"asks for less{less}", "both": f"asks for more{more} and for less{less}"}
    told = [f"called {change.was} before"] if change.was else []
    told += [f"{words[effect.direction]}{'' if effect.sure else ' in some cases'}"] if effect.direction else []
    told += [f"protects {people_words(effect.less_protected)} less"] if effect.less_protected else []
    return f" ({mark(', '.join(told))})" if told else ""


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _title(story: Sequence[Renegotiation]) -> str:
    return story[-1].agreement.title or "Agreement"


def _when(one: Renegotiation) -> str:
    version = one.version
    if version.start is None:
        return "A draft" if version.draft else "Never in force"
    until = f" until {day_words(version.last)}" if version.last is not None else ""
    if version.draft:
        who = "all" if one.agreement.unsigned else "all who must agree"  # all of its own parties have signed it, once
        return f"A draft: once {who} have signed, from {day_words(version.start)}{until}"
    return f"From {day_words(version.start)}{until}"


def _assent(one: Renegotiation) -> str:
    signed = [f"{called(each.party)} on {day_words(each.on, weekday=False)}" for each in one.signed]
    words = f"Signed by {people_words(signed)}" if signed else ""
    missing = people_words(one.agreement.unsigned)
    another = people_words([party for party in one.agreement.signed_another if party in one.agreement.unsigned])
    if missing:
        words = f"{words}; a draft until {missing} signs" if words else f"A draft: not signed by {missing}"
    elif one.version.draft:
        words += f"; {unsigned_words(one.agreement)}"
    if another:
        words += f"; the signature of {another} is under an earlier text"
    return words if one.version.committed else f"{words} (not committed yet)"


def _first(*, whole: bool) -> str:
    return "The first text" if whole else "The first text that is here and can be read"


def _size(one: Renegotiation) -> str:
    return f"{count_words(len(one.agreement.clauses), 'clause')}, {count_words(len(one.agreement.sentences), 'sentence')}"


def _zone(one: Renegotiation, default: Zone) -> Zone:
    return load_zone(one.agreement.zone) if one.agreement.zone else default


def _commit_words(commit: Commit, zone: Zone) -> str:
    return f"{commit.short}  {day_words(zone.date_of(commit.instant), weekday=False)}, {commit.author}: {commit.subject}"


def _body(commit: Commit) -> list[str]:
    return [line.strip() for line in commit.body.splitlines() if line.strip()]
