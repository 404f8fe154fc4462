"""The codes of what can be wrong with the text of an agreement, each with its meaning. They never change once released."""

from __future__ import annotations

MEANINGS = {
    "E001": "A line could not be read.",
    "E002": "A line is indented with a tab.",
    "E003": "An invisible character, or one that changes the order in which others are shown.",
    "E004": "A word mixes letters from two scripts that look alike.",
    "E005": "An indented line is not under any heading, or a line about the whole agreement is not under `pact`.",
    "E006": "A heading could not be read.",
    "E007": "A number, date, time or length that does not exist or is not allowed here.",
    "E008": "A quotation mark is never closed.",
    "E009": "The file is not UTF-8 text.",
    "E010": "A part of the language that this version does not support yet.",
    "E011": "A block of a Markdown file is in a place where it is not read.",
    "E012": "A block of a Markdown file is never closed.",
    "E013": "A line in other words was read as a sentence; in a text with signatures, it must be written so.",
    "E020": "A name that is not declared.",
    "E021": "A name that is declared twice, or that is not a valid name.",
    "E022": "A heading lacks something it needs.",
    "E023": "A sentence says something it cannot mean.",
    "E024": "An included file cannot be read.",
    "E025": "A modifier has no meaning in its place.",
    "E026": "A term or state refers to itself.",
    "E027": "A line that is allowed only once appears twice.",
    "E028": "A matrix is not a proper table.",
}
