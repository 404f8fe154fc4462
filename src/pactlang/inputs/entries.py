"""What a line of a log could mean that is no entry yet. Imported only where there is such a line; nothing is written by it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Advice, Edit, Severity
from pactlang.language.rephrase.chunks import Context
from pactlang.language.rephrase.entries import entries_of, past_of
from pactlang.language.rephrase.when import Now
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate
from pactlang.model import agreement as model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diagnostics import Diagnostic, Offer
    from pactlang.model.agreement import Agreement

_SHOWN = 3
_FAR = 9  # worse than the best by more, and nobody wants to read it
_TOO_FAR = 34
_MOST_LINES = 20  # of a file
_MOST_TRIED = 12
_LONGEST = 300  # characters: nobody types a longer line
CODES = frozenset(["E103", "E104", "E105", "E106", "E107", "E109", "E110", "E140", "E141", "E143"])
_DATED = re.compile(
    r"(?P<when>\d{4}-\d\d-\d\d(?: +\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?(?: +to +(?:\d{4}-\d\d-\d\d +)?\d\d:\d\d)?)?)  *(?P<rest>\S.*)"
)
_MARKS = ("<<<<<<<", "=======", ">>>>>>>")  # of a merge: its fault says all there is to say
_TRIED = "tried.pactlog"
_MOST_NAMED = 5


class Scribe:
    """Answers to lines about what happened, by what the agreements know."""

    def __init__(self, agreements: Sequence[Agreement]) -> None:
        self._known = Known.of(agreements)
        last = agreements[-1]
        self.owed = tuple(dict.fromkeys(_event_of(one.form) for clause in last.clauses for one in clause.sentences))
        events = last.vocabulary.events
        self.context = Context(
            parties=tuple(last.parties),
            nouns={name: event.plural for name, event in events.items()},
            people=tuple(one.name for one in last.people),
            amounts={name: event.unit for name, event in events.items() if event.unit},
            with_person=tuple(name for name, event in events.items() if event.with_person),
            pauses=_pauses(last),
        )

    def suggest(self, line: str, now: Now, *, me: str = "") -> Advice:
        """What a line could be; `me` is who types it. A line that begins with a date keeps it."""
        if len(line) > _LONGEST or line.startswith(_MARKS):
            return Advice("fault")
        dated = _DATED.fullmatch(line.strip())
        when, said = (dated["when"], dated["rest"]) if dated is not None else ("", line.strip())
        if (cue := past_of(said, ahead=now.ahead)) is not None:
            return Advice("plain", (), cue.words, cue.why)
        kept: list[Offer] = []
        meant = entries_of(said, self.context, now, me=me, when=when)
        for one in meant[:_MOST_TRIED]:
            if one.cost > _TOO_FAR or (kept and one.cost > kept[0].cost + _FAR) or len(kept) == _SHOWN:
                break
            if one.lines[0] not in [other.lines[0] for other in kept] and self._reads(one.lines[0]):
                kept.append(one)
        if kept:
            return Advice("offer", tuple(kept))
        if meant:  # it names an event, among too much that no entry says
            return Advice("fault")
        events = [one for one in self.owed if one][:_MOST_NAMED] or list(self.context.nouns)[:_MOST_NAMED]
        return Advice("fault", why=f"Nothing in it names an event of the agreement, such as {', '.join(events)}." if events else "")

    def _reads(self, line: str) -> bool:
        log = validate(read_log(line, _TRIED), self._known, _TRIED)
        return not any(one.severity is Severity.ERROR for one in log.diagnostics)


def _pauses(agreement: Agreement) -> dict[str, str]:
    """The clauses by which people may pause, by their names and by the event that one of them alone stops."""
    own = [(clause.name, one.form) for clause in agreement.clauses for one in clause.sentences if isinstance(one.form, model.Pause)]
    stops: dict[str, set[str]] = {}
    for name, form in own:
        for noun in (form.selector.noun, form.selector.plural):
            stops.setdefault(str(noun), set()).add(name)
    return {noun: min(names) for noun, names in stops.items() if len(names) == 1} | {name: name for name, _ in own}


def _event_of(form: object) -> str:
    duty = getattr(form, "duty", None)
    selector = duty.selector if duty is not None else getattr(form, "selector", None)
    return str(selector.noun) if isinstance(selector, model.Selector) else ""


def with_entries(faults: Sequence[Diagnostic], agreements: Sequence[Agreement], now: tuple[int, int], *, me: str = "") -> list[Diagnostic]:
    """The same faults, those of lines that are no entries with what they could be.

    `now` is a date (an ordinal) and a second of the day. The one fault of a word that has a nearest spelling stays as it is.
    """
    scribe: Scribe | None = None
    found: list[Diagnostic] = []
    told: set[tuple[str, int]] = set()
    for fault in faults:
        place = (fault.span.source.name, fault.span.start_position.line)
        text = fault.span.source.line_text(place[1]) if fault.span.source.text else ""
        fits = fault.code in CODES and fault.severity is Severity.ERROR and not fault.nearest and not fault.edits and fault.advice is None
        if not fits or not text.strip() or text[:1].isspace() or text.lstrip()[:1] in '{#"' or len(told) >= _MOST_LINES or not agreements:
            found.append(fault)
            continue
        if place in told:
            continue  # all that is wrong with a line is said by what it could be
        scribe = scribe or Scribe(agreements)
        advice = scribe.suggest(text, Now(date.fromordinal(now[0]), now[1] // 60), me=me)
        if advice.kind == "fault" and not advice.why:
            found.append(fault)
            continue
        told.add(place)
        start = fault.span.source.line_start(place[1])
        span = fault.span.source.span(start, start + len(text))
        offers = tuple(replace(one, edits=(Edit(span, one.lines[0], f"Write {one.lines[0]}"),)) for one in advice.offers)
        named = advice.kind == "offer"
        found.append(replace(fault, expected="" if named else fault.expected, advice=replace(advice, offers=offers)))
    return found
