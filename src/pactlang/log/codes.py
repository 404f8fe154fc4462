"""The codes of what can be wrong with a log, each with its meaning in one line. They never change once released."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """What is wrong, as a stable code.

    >>> Code.DATE, Code.DATE.meaning
    (<Code.DATE: 'E104'>, 'A date is not written YYYY-MM-DD, or there is no such date.')
    """

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Code:
        """A code is its text; the meaning comes along."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    # The text itself.
    ENCODING = "E101", "The file is not UTF-8 text, or characters were lost in an earlier conversion."
    CHARACTER = "E102", "An invisible character, or one that changes the order in which others are shown."
    LINE = "E103", "A line is not an entry: it does not start with a date."
    DATE = "E104", "A date is not written YYYY-MM-DD, or there is no such date."
    TIME = "E105", "A time or offset is not written HH:MM or +HH:MM, or there is no such time."
    EVENT = "E106", "The event is missing or incomplete."
    PART = "E107", "A part of an entry is incomplete or in the wrong place."
    TWICE = "E108", "A part of an entry appears twice."
    WORD = "E109", "A name, word or value has characters that are not allowed."
    NEEDS = "E110", "An entry lacks something that its kind needs."
    LOOSE_NOTE = "E111", "An indented line belongs to no entry."
    HIDDEN_ENTRY = "E112", "An indented line looks like an entry, but was read as a note."
    QUOTE = "E113", "A quotation mark is never closed."
    # JSON Lines, CSV and Parquet.
    JSON = "E120", "A line is not a JSON object."
    KEY = "E121", "A key or column that logs do not have."
    TYPE = "E122", "A value is of the wrong type."
    TABLE = "E123", "A table does not have the columns of a log."
    PACKAGE = "E124", "Reading this format needs an optional package that is not installed."
    # What the entries say.
    UNKNOWN_EVENT = "E140", "An event that the agreement does not know."
    UNKNOWN_NAME = "E141", "A name in `by` or `to` that the agreement does not know."
    NEAR_NAME = "E142", "A name in `with` that nearly equals a known one."
    UNKNOWN_FIELD = "E143", "A field that this event does not have."
    UNIT = "E144", "An amount is not in the event's unit."
    AMOUNT = "E145", "An amount is not a number."
    SAME_ID = "E146", "Two different entries have the same `as` name."
    NO_SUCH_ENTRY = "E147", "An entry names an entry that does not exist."
    END_FIRST = "E148", "An entry ends before it starts."
    DUPLICATE = "E149", "Two entries say the same and count as one."
    LOOKALIKE = "E150", "A name mixes letters from two scripts that look alike."
    OUTSIDER = "E151", "Someone outside the agreement is in `by`; use `with` for the person it was with."
    ONLY_PARTIES = "E152", "Someone outside the agreement pauses, resumes, waives or leaves, which only parties can do."
    NO_CLAUSE = "E153", "A waiver or a pause names a clause, or a date, that does not exist."
    NEAR_WORD = "E154", "A tag, a place or a value that nearly equals one that a sentence names."
    BELOW_ZERO = "E155", "An amount is below zero, so it lowers what is counted."
    STANDS_IN = "E156", "Someone stands in for another where nobody can."
