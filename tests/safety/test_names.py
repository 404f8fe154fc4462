"""Names of people, files and titles may hold anything that a text lets through: nothing of it reaches a terminal raw, or ends an answer."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pactlang.negotiate.keys import signature_path
from pactlang.syntax.tokens import written_name
from pactlang.workspace import InputError, load_text
from tests.safety.conftest import Ask

NOW = ["--as-of", "2026-03-01"]
PARTIES = [
    "A/B",
    "../../etc",
    "<b>Ana</b>",
    "=1+1",
    "|x|",
    "[a](javascript:b)",
    "`x`",
    "a,b;c:d",
    "%0A::error",
    "-rf",
    "CON",
    "*",
    "$(x)",
    "&amp;",
]
FILES = ["\x1b[31mred\x1b]0;title\x07", "\udcff", "a\nb", "a\rb", "\u202egpj", "a b", "'\"", "-x", "%41", "\u2028", "::error file=x"]


def text(party: str) -> str:
    return (
        f'pact "Us {party}"\n    between {written_name(party)} and Ben\n    in force from 2026-01-05\n    time zone Europe/Berlin\n\n'
        "use relationships\n\ncheck-in\n    check-in by everyone every week on Sunday at 19:00\n\n"
        f'promise p "{party}"\n    "We answer {party}."\n\ncap evenings\n    at most 1 encounter per month by Ben\n'
    )


LOG = "2026-01-10 19:00  encounter by Ben with dana at {0} as e1\n    A note {1}.\n2026-01-12 19:00  encounter by Ben with dana\n"
CALLS = [
    ["check", "{pact}", *NOW],
    ["check", "{pact}", *NOW, "--format", "json"],
    ["lint", "{pact}"],
    ["lint", "{pact}", "--format", "json"],
    ["lint", "{pact}", "--format", "sarif"],
    ["lint", "{pact}", "--format", "github"],
    ["status", "{pact}", *NOW],
    ["status", "{pact}", *NOW, "--format", "json"],
    ["why", "{pact}", *NOW, "evenings@2026-01-12"],
    ["explain", "{pact}", "evenings"],
    ["verify", "{pact}"],
    ["verify", "{pact}", "--format", "json"],
    ["sign", "{pact}", "--as", "{party}"],
    ["verify", "{pact}", "--keys"],
    ["fmt", "{pact}", "--diff"],
    ["diff", "{pact}", "{pact}", "--format", "markdown"],
    ["diff", "{pact}", "{pact}", "--format", "json"],
    ["log", "{pact}", "{log}", "--yes", *NOW, "test by Ben"],
    ["log", "{pact}", "{log}", "--yes", *NOW, "nothing by nobody"],
    ["log", "{pact}", "{log}", "--yes", "--forget", "2026-01-11"],
    ["export", "{pact}", "-o", "{ics}"],
    ["report", "{pact}", "-o", "{html}", *NOW],
    ["report", "{pact}", "--format", "terminal", *NOW],
    ["import", "{pact}", "{pact}", "--map", "{log}"],
    ["lint", "{pact}", "--write-baseline", "{pact}"],
    ["check", "{none}"],
    ["{none}"],
    ["check", "--{none}"],
]


def raw(answer: str) -> list[str]:
    """The characters that do something to a terminal, or cannot be seen."""
    return [one for one in answer if one not in "\n\u200c\u200d" and unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")]


def ask_all(folder: Path, ask: Ask, file: str, party: str, calls: list[list[str]]) -> None:
    folder.mkdir()
    names = {"pact": f"{file}.pact", "log": f"{file}.pactlog", "ics": f"{file}.ics", "html": f"{file}.html", "none": f"{file}none.pact"}
    names = {name: f"./{found}" if found.startswith("-") else found for name, found in names.items()}
    quoted = f'"{party}"'
    (folder / names["pact"]).write_text(text(party))
    (folder / names["log"]).write_text(LOG.format(quoted, party))
    for call in calls:
        arguments = [part.format(**names, party=party) for part in call]
        code, out, err = ask(folder=str(folder), arguments=arguments, name="")
        assert code in (0, 1, 2), (call, err)
        assert "Traceback" not in err, call
        assert "should not happen" not in err, (call, err)
        assert raw(out + err) == [], (call, out, err)
        if "json" in call or "sarif" in call:
            answer = json.loads(out)
            if "sarif" in call:
                for result in answer["runs"][0]["results"]:
                    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()
        if "sign" in call or call[:1] == ["verify"]:
            assert code != 2, (call, err)
    for made in folder.iterdir():
        assert made.is_file() or made.name == "state"
        if made.suffix == ".html":
            assert "<b>Ana" not in made.read_text()
        if made.suffix == ".ics":
            assert raw(made.read_text()) == []
    assert sorted(path.name for path in folder.parent.iterdir() if path.name.endswith(".sig")) == []


@pytest.mark.parametrize("number", range(len(FILES)))
def test_odd_names_of_files(tmp_path: Path, ask: Ask, number: int) -> None:
    ask_all(tmp_path / "f", ask, FILES[number], "Ana", CALLS)


@pytest.mark.parametrize("party", PARTIES)
def test_odd_names_of_people(tmp_path: Path, ask: Ask, party: str) -> None:
    ask_all(tmp_path / "f", ask, "us", party, [call for call in CALLS if "{none}" not in call])


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12), st.text(max_size=3))
@example("A/B", "a")
@example("x" * 300, "")
@example(".", "..")
def test_any_name_signs_and_its_signature_lies_beside(name: str, other: str) -> None:
    pact = f'pact "Us"\n    between {written_name(name)} and Ben\n    in force from 2026-01-05\n'
    try:
        agreement = load_text(pact)
    except InputError:
        return  # a text says why it takes no such name
    party = agreement.parties[0]
    signed = load_text(f"{pact}    signed by {written_name(party)} on 2026-01-01 digest {agreement.digest}\n")
    assert party not in signed.unsigned
    beside = signature_path(Path("us.pact"), agreement.parties, party)
    assert (beside.parent, os.sep in beside.name, len(beside.name.encode()) < 255) == (Path(), False, True)
    assert beside != signature_path(Path("us.pact"), agreement.parties, "Ben")
