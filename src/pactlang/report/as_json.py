"""A report for programs: everything that the page says, in the same words."""

from __future__ import annotations

import json

import msgspec

from pactlang.report.data import Report

# Stands in every report, so that one is known again.
MARK = b'"schema": "pactlang/report/1"'


def report_json(report: Report) -> str:
    """The report as JSON (`pactlang/report/1`); dates are written as `2026-09-25`. The same report gives the same text."""
    answer = {"schema": "pactlang/report/1", **msgspec.to_builtins(report, enc_hook=str)}
    # A name of a file need not be UTF-8, and msgspec writes nothing else.
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
