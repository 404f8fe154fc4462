"""Which texts were agreed on, and from when each counts: the checker and the slow reference say the same of random signatures."""

from __future__ import annotations

import os
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.agreed import Leave, agreed, settled
from pactlang.inputs import load_text
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Signature
from pactlang.source import Span
from tests.reference.versions import Versions

MANY = 20_000 if os.environ.get("PACT_FUZZ") == "long" else 150
DAY = date(2026, 3, 1).toordinal()
NOWHERE = Span(load_text('pact "A"\n    between Ana and Ben\n').span.source, 0, 0)
NAMES = ("Ana", "Ben", "Cleo")
DAYS = st.integers(DAY, DAY + 9)
PARTIES = st.sampled_from((("Ana", "Ben"), ("Ana", "Ben"), ("Ana", "Ben", "Cleo"), ("Ben", "Cleo")))
WORDS = tuple(f"sha256:{number}" for number in range(4))


@st.composite
def texts(draw: st.DrawFn) -> list[Agreement]:
    """Texts as they were written; some of the same words again, some signed by hand, without a digest."""
    found: list[Agreement] = []
    for _ in range(draw(st.integers(1, 6))):
        digest = draw(st.sampled_from(WORDS))
        same = next((one for one in found if one.digest == digest), None)
        first, parties = draw(st.none() | DAYS), draw(PARTIES)
        lines = draw(
            st.lists(
                st.tuples(st.sampled_from(NAMES), DAYS, st.sampled_from(("", digest, digest, draw(st.sampled_from(WORDS))))), max_size=5
            )
        )
        signatures = tuple(Signature(party, on, words, NOWHERE) for party, on, words in lines)
        found.append(
            replace(same, signatures=signatures)
            if same is not None
            else Agreement("A", parties, f"{digest}.pact", digest, NOWHERE, first, zone="Europe/Berlin", signatures=signatures)
        )
    return found


def left(name: str, day: int, order: int) -> Entry:
    return Entry("leave", day, second=12 * 3600, by=(name,), order=order)


LEAVING = st.lists(st.tuples(st.sampled_from(NAMES), DAYS), max_size=2)


@settings(max_examples=MANY)
@given(texts(), LEAVING)
def test_the_reference_agrees_on_what_was_agreed(written: list[Agreement], leaving: list[tuple[str, int]]) -> None:
    entries = [left(name, day, order) for order, (name, day) in enumerate(leaving)]
    found = agreed(settled(written), [Leave((name,), day, day) for name, day in leaving])
    slow = Versions(written, entries, (DAY + 400 - 719163) * 86400, "Europe/Berlin")
    assert found.any == slow.ever
    if found.any:
        assert [(one.agreement.digest, one.on, one.start) for one in found.standing] == [
            (one.text.digest, one.on, one.first) for one in slow.in_turn
        ]


@settings(max_examples=MANY)
@given(texts(), DAYS)
def test_no_later_signature_changes_what_was_in_force_on_a_day(written: list[Agreement], today: int) -> None:
    def in_force(some: list[Agreement]) -> list[str]:
        standing = agreed(settled(some)).standing
        return [next((one.agreement.digest for one in reversed(standing) if one.start <= day), "") for day in range(DAY - 1, today + 1)]

    known = [replace(text, signatures=tuple(one for one in text.signatures if one.on <= today)) for text in written]
    assert in_force(written) == in_force(known)


@settings(max_examples=MANY)
@given(texts(), st.data())
def test_what_was_written_before_is_nothing_new(written: list[Agreement], data: st.DataObject) -> None:
    """A revert, a copy, a text without signatures, lines taken out: nothing of it changes what was agreed."""
    again = [data.draw(st.sampled_from(written)) for _ in range(data.draw(st.integers(1, 4)))]
    fewer = [replace(text, signatures=text.signatures[: data.draw(st.integers(0, len(text.signatures)))]) for text in again]
    before, after = agreed(settled(written)), agreed(settled([*written, *fewer]))
    assert [(one.agreement.digest, one.on, one.start) for one in before.standing] == [
        (one.agreement.digest, one.on, one.start) for one in after.standing
    ]
