"""Finds and reads files, and puts text, tree, model and log together.

Everything above works over a `Reader`, so an editor's unsaved text can stand in for a file.
"""

from __future__ import annotations

from pactlang.inputs.files import (
    AGREEMENT_ENDINGS,
    LOG_ENDINGS,
    STANDARD_INPUT,
    InputError,
    Reader,
    agreements_in,
    agreements_of,
    read_file,
    sort_files,
    split_call,
)
from pactlang.inputs.judging import NEW_ENTRY, Checked, check, check_files, known_clauses, known_party, named_part, read_entries
from pactlang.inputs.moments import date_of, moment_of, moment_or_now, zone_of_all
from pactlang.inputs.texts import (
    History,
    Texts,
    history_of,
    load,
    load_text,
    load_versions,
    read_logs,
    read_plainly,
    read_texts,
    the_door,
    when_in_force,
)

__all__ = [
    "AGREEMENT_ENDINGS",
    "LOG_ENDINGS",
    "NEW_ENTRY",
    "STANDARD_INPUT",
    "Checked",
    "History",
    "InputError",
    "Reader",
    "Texts",
    "agreements_in",
    "agreements_of",
    "check",
    "check_files",
    "date_of",
    "history_of",
    "known_clauses",
    "known_party",
    "load",
    "load_text",
    "load_versions",
    "moment_of",
    "moment_or_now",
    "named_part",
    "read_entries",
    "read_file",
    "read_logs",
    "read_plainly",
    "read_texts",
    "sort_files",
    "split_call",
    "the_door",
    "when_in_force",
    "zone_of_all",
]
