"""Texts for the properties: the example agreement, and lines made of its words."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

AGREEMENT = (Path(__file__).parents[2] / "examples" / "first" / "us.pact").read_text(encoding="utf-8")
_WORDS = sorted({word for line in AGREEMENT.splitlines() for word in line.split()})
_ODD = ["3encounters", "8pm", "25:00", "2026-02-30", "“", '"open', ",", "'", "#", "> why", "é", "日本", "\u202e", "\x00", "\u00a0", "\t"]
_STARTS = ["", "    ", "  ", "\t", "# "]


def pieces_of_lines() -> st.SearchStrategy[str]:
    """A line of words of the language, in any order."""
    words = st.lists(st.sampled_from([*_WORDS, *_ODD]), max_size=8).map(" ".join)
    return st.builds(str.__add__, st.sampled_from(_STARTS), words)


def broken_lines() -> st.SearchStrategy[str]:
    """What somebody may write where a line of the language should stand; it may not open a heading of its own."""
    words = st.lists(st.sampled_from([word for word in _WORDS if word[0] not in "#>"]), min_size=1, max_size=6)
    return words.map(lambda chosen: "anything " + " ".join(chosen))
