"""What people write and what the checker judges: the text of a generated agreement is read as just the model that was meant."""

from __future__ import annotations

from hypothesis import given
from msgspec import Struct

from pactlang.inputs import load_text

from .comparing import tries
from .spoken import FORMS
from .strategies import Parts, agreement_parts

# Where something stands, and its exact words, are not part of what it means; whether it is applied follows from the meaning.
BESIDE_THE_MEANING = {"span", "digest", "vocabulary", "file", "words", "not_applied"}


def meaning(value: object) -> object:
    """A model without places and words."""
    if isinstance(value, Struct):
        parts = [(name, meaning(getattr(value, name))) for name in value.__struct_fields__ if name not in BESIDE_THE_MEANING]
        return (type(value).__name__, *parts)
    return tuple(map(meaning, value)) if isinstance(value, tuple) else value


@given(agreement_parts((*FORMS, "matrix", "follow_up"), sentences=4))
@tries(60)
def test_the_text_is_read_as_what_it_means(parts: Parts) -> None:
    spoken = parts.spoken()
    assert meaning(load_text(spoken.text)) == meaning(spoken.model)
