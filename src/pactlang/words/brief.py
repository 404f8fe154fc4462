"""A judgement in few lines: in full what began, changed or was noted lately, newest first; a line for all else that is open.

Nothing open is left out, however old. What was let go longer ago is a line a clause. What a breach set off (a talk that did not
come) is told under that breach.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Protocol

from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.log.bound import start_of
from pactlang.words.messages import message
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.words.page import Page

    class Shower(Protocol):
        """Writes one finding, in full or in a line."""

        page: Page
        width: int

        def said(self, finding: Finding) -> str:
            """The words of the agreement that a finding speaks of, and where they are."""

        def finding(self, finding: Finding, style: str, *, quoted: bool = True) -> None:
            """A finding in full."""

        def item(self, name: str, words: str, style: str, wide: int = 0, lead: str = "  ", end: str = "") -> None:
            """A finding in a line."""


RECENT = 30  # days before *as of* of which everything is told in full
_ALIKE = 3  # misses of one sentence that are told apart; of further ones, the ids say all: their dates
_AT_A_GLANCE = 5
_TALKS = frozenset({"check-in", "talk", "review"})


def since_lately(judgement: Judgement) -> int:
    """The instant from which everything is told in full: the midnight that began the 30th date before *as of*."""
    zone = judgement.zone
    return zone.midnight(zone.date_of(judgement.as_of) - RECENT)


def since_talk(judgement: Judgement) -> int | None:
    """When all parties last talked, in one entry (a check-in, a talk or a review); None if no entry says so."""
    everyone = set(judgement.agreement.parties)
    talks = [entry for entry in judgement.entries if entry.type in _TALKS and everyone <= {*entry.by, *entry.with_}]
    zone = judgement.zone
    times = [start_of(entry, zone) for entry in talks]
    return max((one for one in times if one <= judgement.as_of), default=None)


class Brief:
    """Writes the findings of one judgement; `since` is the instant from which they are told in full."""

    def __init__(self, show: Shower, judgement: Judgement, since: int) -> None:
        self._show = show
        self._judgement = judgement
        self._since = since
        self.shortened = False
        standing = (Status.BREACH, Status.UNKNOWN, Status.WAIVED)
        ids = {one.id for one in judgement.findings if one.status is Status.BREACH}
        self._led_to: dict[str, list[Finding]] = {}
        for one in judgement.findings:
            if one.status in standing and one.after in ids:
                self._led_to.setdefault(one.after, []).append(one)
        self._nested = {one.id for several in self._led_to.values() for one in several}

    def section(self, status: Status, one: str, many: str, style: str) -> None:
        """All findings of one status."""
        page = self._show.page
        found = [finding for finding in self._judgement.findings if finding.status is status]
        if not found:
            return
        page.line()
        page.line(page.mark(f"{len(found)} {one if len(found) == 1 else many}", style))
        roots = [finding for finding in found if finding.id not in self._nested]
        recent = [finding for finding in roots if self._recent(finding)]
        for group in _by(self._show.said, sorted(recent, key=_newest, reverse=True)).values():
            page.line()
            self._group(group, style)
        rest = [finding for finding in roots if not self._recent(finding)]
        ended = [finding for finding in rest if status in (Status.WAIVED, Status.MISSED, Status.REPAIRED)]
        older = [finding for finding in rest if finding not in ended]
        if older or ended:
            self.shortened = True
            page.line()
        for finding in sorted(older, key=_newest, reverse=True):
            self._line(finding, style)
            self._under(finding)
        for clause, several in _by(clause_of, ended).items():
            word = "let go" if status is Status.WAIVED else status.value
            newest = max(several, key=_newest).id
            page.line(page.mark(f"  {newest}: {word}" if len(several) == 1 else f"  {clause}: {len(several)} {word}, last {newest}", "dim"))

    def exit_line(self, breaches: int) -> None:
        """Which findings made the exit code, if they are more than one sees at a glance; and how to see in full what was shortened."""
        page = self._show.page
        broken = [finding for finding in self._judgement.findings if finding.status is Status.BREACH]
        several = breaches > _AT_A_GLANCE
        if self.shortened or several:
            page.line()
        if self.shortened:
            self._dim("What is older is a line each, or for each clause if it was let go; 'pact check --full' shows all.")
        if several:
            named = ", ".join(f"{clause} {len(found)}" for clause, found in sorted(_by(clause_of, broken).items()))
            self._dim(f"Exit code 1, for {breaches} breaches: {named}.")

    def _dim(self, text: str) -> None:
        page = self._show.page
        for line in self._wrapped(text, self._show.width):
            page.line(page.mark(line, "dim"))

    @staticmethod
    def _wrapped(text: str, width: int) -> list[str]:
        return textwrap.wrap(safe(text), width, break_long_words=False, break_on_hyphens=False)

    def _recent(self, finding: Finding) -> bool:
        return max(map(_newest, self._with_all(finding))) >= self._since

    def _with_all(self, finding: Finding) -> list[Finding]:
        return [finding, *(deeper for one in self._led_to.get(finding.id, ()) for deeper in self._with_all(one))]

    def _group(self, group: Sequence[Finding], style: str) -> None:
        """Findings of one sentence: its words once, the newest first."""
        plain = [finding for finding in group if not finding.entries and finding.id not in self._led_to]
        told = [finding.id for finding in plain[_ALIKE:]] if len(plain) > _ALIKE + 1 else []
        for number, finding in enumerate(group):
            if finding.id not in told:
                self._show.finding(finding, style, quoted=number == 0)
                self._under(finding)
        if told:
            page = self._show.page
            page.line(page.mark(f"  and {len(told)} more:", style))
            for line in self._wrapped(", ".join(told), self._show.width - 4):
                page.line(f"    {line}")

    def _under(self, finding: Finding) -> None:
        for one in self._led_to.get(finding.id, ()):
            self._line(one, "", "      After it: ")
            self._under(one)

    def _line(self, finding: Finding, style: str, lead: str = "  ") -> None:
        words = message(finding, self._judgement.zone)
        self._show.item(finding.id, f"{words[:1].upper()}{words[1:]}.", style or "name", lead=lead)


def _newest(finding: Finding) -> int:
    """When something of it last happened: it began, became certain, was noted, or was done late."""
    return max(finding.at, finding.moment, finding.noted, finding.fulfilled_at or 0)


def _by(key: Callable[[Finding], str], findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(key(one), []).append(one)
    return found
