"""What a renegotiation changed, for scripts. The same input gives the same bytes."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from pactlang.diff.replayed import replayed_words
from pactlang.diff.words import log_words
from pactlang.log.write import entry_to_text
from pactlang.witness.direction import Direction
from pactlang.words.messages import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.checker.finding import Finding
    from pactlang.diff.accept import Accepted
    from pactlang.diff.changes import Change, Comparison
    from pactlang.diff.replay import Replayed
    from pactlang.model.agreement import Agreement
    from pactlang.witness.direction import Witness


def diff_json(comparison: Comparison, accepted: Mapping[str, Accepted], replayed: Replayed | None = None, *, drafts: bool = False) -> str:
    """The whole answer of `pact diff` as one JSON object; for drafts without directions."""
    changes = [(None, change) for change in comparison.around]
    changes += [(clause, change) for clause in comparison.clauses for change in clause.changes]  # type: ignore[misc]
    meant = [change for _, change in changes if change.means_something_else]
    counts = Counter(change.direction.value for _, change in changes)
    asked = {name for change in meant if change.fingerprint not in accepted for name in change.assent}
    parties = dict.fromkeys((*comparison.new.parties, *comparison.old.parties))
    whole = {
        "schema": "pactlang/diff/1",
        "drafts": drafts,
        "old": _text(comparison.old),
        "new": _text(comparison.new),
        "summary": {
            **({} if drafts else {one.value: counts[one.value] for one in Direction}),
            "different": len(meant),
            "accepted": sum(one.fingerprint in accepted for one in meant),
        },
        "assent": [] if drafts else [name for name in parties if name in asked],
        "clauses": [
            {
                "name": clause.name,
                "was": clause.was or None,
                "gone": clause.gone,
                "matrix": clause.matrix,
                "title": clause.title or None,
                "reasons": list(clause.reasons),
                "reasons_gone": list(clause.reasons_gone),
            }
            for clause in comparison.clauses
        ],
        "moved": list(comparison.moved),
        "changes": [
            _change(change, clause.name if clause else None, accepted.get(change.fingerprint), drafts) for clause, change in changes
        ],
        "replay": _replay(replayed) if replayed is not None else None,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _text(agreement: Agreement) -> dict[str, str]:
    return {"title": agreement.title, "file": agreement.file, "digest": agreement.digest}


def _change(change: Change, clause: str | None, accepted: Accepted | None, drafts: bool) -> dict[str, Any]:
    compared = change.compared
    found: dict[str, Any] = {
        "fingerprint": change.fingerprint,
        "part": change.part.value,
        "way": change.way.value,
        "clause": clause,
        "name": change.name,
        "old": list(change.old),
        "new": list(change.new),
    }
    if drafts:
        return found
    return found | {
        "direction": change.direction.value,
        "binds_more": list(compared.bound),
        "binds_less": list(compared.freed),
        "protects_more": list(compared.more_protected),
        "protects_less": list(compared.less_protected),
        "assent": list(change.assent),
        "accepted": {"on": accepted.on, "reason": accepted.reason} if accepted is not None else None,
        "witness": {
            name: _witness(witness, change)
            for name, witness in (("tighter", compared.tighter), ("looser", compared.looser))
            if witness is not None
        },
    }


def _witness(witness: Witness, change: Change) -> dict[str, Any]:
    return {
        "log": [line for entry in witness.entries for line in entry_to_text(entry).splitlines()],
        "as_of": date.fromordinal(witness.last).isoformat(),
        "broken_by": witness.broken_by,
        "also_broken": list(witness.also),
        "finding": witness.breach.id,
        "words": log_words(witness, change),
    }


def _replay(replayed: Replayed) -> dict[str, Any]:
    def told(findings: tuple[Finding, ...]) -> list[dict[str, str]]:
        return [{"id": one.id, "date": date.fromordinal(one.date).isoformat(), "message": message(one, replayed.zone)} for one in findings]

    return {
        "from": date.fromordinal(replayed.first).isoformat(),
        "to": date.fromordinal(replayed.last).isoformat(),
        "entries": replayed.entries,
        "old": len(replayed.old),
        "new": len(replayed.new),
        "words": replayed_words(replayed),
        "come": told(replayed.come),
        "gone": told(replayed.gone),
    }
