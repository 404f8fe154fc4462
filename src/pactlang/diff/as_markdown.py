"""What a renegotiation changed, as a page one would keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.diff.replayed import finding_words, replayed_head, replayed_words
from pactlang.diff.text import headed, needs_words, summary_lines
from pactlang.diff.words import clause_words, direction_words, witness_words
from pactlang.words.words import escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.diff.accept import Accepted
    from pactlang.diff.changes import Change, Comparison
    from pactlang.diff.replay import Replayed


def diff_markdown(
    names: tuple[str, str], comparison: Comparison, accepted: Mapping[str, Accepted], replayed: Replayed | None = None
) -> str:
    """The whole answer of `pact diff` as Markdown; nothing in it is taken for markup."""
    lines = [f"# {escaped(comparison.new.title or 'Agreement')}: what changed", "", f"{escaped(names[0])} → {escaped(names[1])}"]
    lines += ["", *(escaped(line) for line in summary_lines(comparison, accepted))]
    if comparison.around:
        lines += ["", "## Before the clauses", ""]
        for change in comparison.around:
            lines += _change(change, comparison, accepted)
    for clause in comparison.clauses:
        what = clause_words(clause)
        lines += ["", f"## {escaped(clause.name)}{f' ({escaped(what)})' if what else ''}", ""]
        for change in clause.changes:
            lines += _change(change, comparison, accepted)
        for reason in clause.reasons:
            lines += ["", f"> {escaped(reason)}"]
        for reason in clause.reasons_gone:
            lines += ["", f"No longer given as a reason: {escaped(reason)}"]
    if replayed is not None:
        lines += [
            "",
            "## The past year under both",
            "",
            escaped(replayed_head(replayed)),
            "",
            f"**{escaped(replayed_words(replayed))}**",
            "",
        ]
        lines += [f"- new: {escaped(finding_words(one, replayed))}" for one in replayed.come]
        lines += [f"- no longer: {escaped(finding_words(one, replayed))}" for one in replayed.gone]
    return "\n".join(lines).rstrip() + "\n"


def _change(change: Change, comparison: Comparison, accepted: Mapping[str, Accepted]) -> list[str]:
    first, *more = headed(change)
    direction = direction_words(change)
    lines = [f"- {escaped(first)}{f' (**{escaped(direction)}**)' if direction else ''}"]
    lines += [f"  - {escaped(line.strip())}" for line in more]
    lines += [f"  - {escaped(line)}" for line in witness_words(change)]
    known = accepted.get(change.fingerprint)
    if known is not None:
        lines.append(f"  - accepted on {known.on}: {escaped(known.reason)}")
    elif change.means_something_else:
        needs = escaped(needs_words(change, comparison))
        lines.append(f"  - `{change.fingerprint}`{f' {needs}' if needs else ''}")
    return lines
