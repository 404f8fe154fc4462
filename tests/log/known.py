"""What the tests hold logs against, and which data file is read how."""

from __future__ import annotations

from pactlang.diagnostics import Diagnostic
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate
from pactlang.model.vocabulary import EventType, Vocabulary

_EVENTS = (
    EventType("encounter", "encounters", with_person=True, fields=("protection", "mood")),
    EventType("disclosure", "disclosures", about="encounter"),
    EventType("test", "tests"),
    EventType("check-in", "check-ins"),
    EventType("expense", "expenses", unit="EUR"),
)
_LATER = (EventType("picnic", "picnics"), EventType("expense", "expenses", unit="CHF"))
KNOWN = Known(
    (Vocabulary({event.name: event for event in _EVENTS}), Vocabulary({event.name: event for event in _LATER})),
    frozenset({"Ana", "Ben"}),
    frozenset({"dana", "kim"}),
    frozenset({"tell", "tell.2", "evenings", "breather", "breather.2"}),
    frozenset({"breather", "breather.2"}),
    words={"place": frozenset({"home", "Atelier"}), "tag": frozenset({"overnight", "work"}), "field mood": frozenset({"good"})},
)


def _find_text(text: str) -> list[Diagnostic]:
    return read_log(text, "log.pactlog").diagnostics


def _find_jsonl(text: str) -> list[Diagnostic]:
    return read_log(text, "log.jsonl").diagnostics


def _find_csv(text: str) -> list[Diagnostic]:
    return read_log(text, "log.csv").diagnostics


def _find_meaning(text: str) -> list[Diagnostic]:
    return validate(read_log(text, "log.jsonl" if text[:1] == "{" else "log.pactlog"), KNOWN).diagnostics


FINDERS = {
    "faults_text.txt": _find_text,
    "faults_jsonl.txt": _find_jsonl,
    "faults_csv.txt": _find_csv,
    "faults_meaning.txt": _find_meaning,
}
