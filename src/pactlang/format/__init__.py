"""One canonical layout for agreements: the same words, comments kept, what cannot be read left as it stands."""

from __future__ import annotations

from pactlang.format.layout import Formatted, format_agreement

__all__ = ["Formatted", "format_agreement"]
