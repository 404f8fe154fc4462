"""Who has signed what, and which of the agreed texts never judge."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from pactlang.checker.agreed import Signed, agreed, settled
from pactlang.inputs import load_text
from pactlang.model.agreement import Agreement, Signature

DAY = date(2026, 3, 1).toordinal()
TEXT = load_text('pact "A"\n    between Ana and Ben\n')


def text(name: str, first: int | None, *signed: tuple[str, int]) -> Agreement:
    signatures = tuple(Signature(party, on, name, TEXT.span) for party, on in signed)
    return replace(TEXT, file=f"{name}.pact", digest=name, in_force_from=first, signatures=signatures)


def test_texts_that_later_ones_replace_before_they_begin_never_judge() -> None:
    both = [("Ana", DAY), ("Ben", DAY)]
    texts = [
        text("a", DAY + 10, *both),
        text("b", DAY + 8, *((party, DAY + 1) for party, _ in both)),  # before `a` could begin
        text("c", DAY + 20, *((party, DAY + 2) for party, _ in both)),
        text("d", DAY + 5, *((party, DAY + 3) for party, _ in both)),  # before `b` and `c` could
    ]
    found = agreed(settled(texts))
    assert [(one.agreement.digest, one.start) for one in found.standing] == [("d", DAY + 5)]
    assert [(one.agreement.digest, one.dropped.digest if one.dropped else "") for one in found.never] == [
        ("a", "b"),
        ("b", "d"),
        ("c", "d"),
    ]


def test_the_last_word_of_somebody_is_what_they_signed_last_and_of_one_day_what_was_written_last() -> None:
    signed = Signed()
    for words, party, on in (("b", "Ana", DAY + 1), ("a", "Ana", DAY), ("a", "Ben", DAY), ("c", "Ben", DAY), ("d", "Cleo", DAY + 9)):
        signed.add(words, Signature(party, on, words, TEXT.span))
    assert [signed.last_word(party) for party in ("Ana", "Ben", "Cleo", "Dora")] == ["b", "c", "d", ""]
    assert signed.by("a") == {"Ana", "Ben"}
