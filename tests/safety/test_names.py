"""Names of people, files and titles may hold anything that a text lets through: nothing of it reaches a terminal raw, or ends an answer."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pactlang.inputs import InputError, load_text
from pactlang.language.tokens import written_name
from pactlang.log.read import read_log
from pactlang.log.words import person_word
from pactlang.sign.keys import signature_path
from tests.safety import options
from tests.safety.conftest import Ask
from tests.safety.registry import lacking
from tests.safety.test_writing import CALENDAR

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
# Each begins in another way; what may stand inside is put together, since each costs a run of all commands.
FILES = ["\x1b[31mred\x1b]0;title\x07\u202egpj\u2028", "a\nb\rc", "\udcff'\" %41", "-x", "::error file=x"]


def text(parties: list[str]) -> str:
    """An agreement of these people, whose names are also in its title and its promises."""
    names = ", ".join(map(written_name, parties))
    promises = "".join(f'promise p{number} "{party}"\n    "We answer {party}."\n\n' for number, party in enumerate(parties))
    return (
        f'pact "Us {parties[0]}"\n    between {names} and Ben\n    in force from 2026-01-05\n    time zone Europe/Berlin\n\n'
        f"use relationships\n\ncheck-in\n    check-in by everyone every week on Sunday at 19:00\n\n{promises}"
        "cap evenings\n    at most 1 encounter per month by Ben\n"
    )


def log(parties: list[str]) -> str:
    """Evenings at places and with people of these names."""
    entries = (
        f'2026-01-{10 + number} 19:00  encounter by Ben with dana at "{party}" as e{number}\n    A note {party}.\n'
        for number, party in enumerate(parties)
    )
    return "".join(entries) + "2026-01-28 19:00  encounter by Ben with dana\n"


CALLS = [
    ["check", "{pact}", *NOW],
    *(["check", "{pact}", *NOW, "--all", "--format", kind] for kind in ("json", "sarif", "github", "markdown")),
    ["lint", "{pact}"],
    ["lint", "{pact}", "--format", "json"],
    ["lint", "{pact}", "--format", "sarif"],
    ["lint", "{pact}", "--format", "github"],
    ["status", "{pact}", *NOW],
    ["status", "{pact}", *NOW, "--format", "json"],
    ["why", "{pact}", *NOW, "evenings@2026-01-28"],
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
    ["test", "{pact}"],
    ["history", "{pact}"],
    ["may", "{pact}", "{log}", *NOW, "encounter by {name} with dana"],
    ["repair", "{pact}", "{log}", *NOW, "evenings@2026-01-28"],
    ["sheet", "check-in", "{pact}", "{log}", *NOW],
    ["sheet", "impact", "{pact}", "{log}", *NOW],
    ["status", "{pact}", "{log}", *NOW, "--for", "{party}"],
    ["fix", "{pact}", "--all"],
    ["days", "{pact}"],
    ["new", "{none}", "--between", "{name} and Ben", "--zone", "Europe/Berlin"],
    ["doctor"],
    ["git", "install"],
    ["git", "uninstall"],
    ["git", "textconv", "{pact}"],
    ["git", "diff-driver", "{pact}", "{pact}", "0", "100644", "{none}", "0", "100644"],
    ["git", "diff-driver", "{pact}", "{log}", "0", "100644", "{pact}", "0", "100644"],
    ["git", "merge-driver", "{pact}", "{ours}", "{pact}", "{pact}"],
    ["git", "merge-driver", "--log", "{log}", "{ours}", "{log}", "{log}"],
    ["git", "hook", "{pact}"],
    ["fleet", "{many}", "-o", "{found}", "--cores", "1", *NOW],
    ["check", "{none}"],
    ["{none}"],
    ["check", "--{none}"],
]


# What shows no name of a person or a file that it was not called with.
NAMELESS = {"--help", "--version", "--completion", "rules", "rule", "lsp"}


def test_every_command_is_called() -> None:
    assert lacking(CALLS) == NAMELESS


def raw(answer: str) -> list[str]:
    """The characters that do something to a terminal, or cannot be seen."""
    return [one for one in answer if one not in "\n\u200c\u200d" and unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")]


class Tags(HTMLParser):
    """What a browser would make of a page: its tags, and what may do something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found |= {
            f"{name}=" for name, value in attrs if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
        }


def harmless(file: str, answer: str) -> None:
    """Nothing that a name said has become part of what holds the names."""
    if file.endswith(".ics"):
        assert raw(answer.replace("\r\n", "\n")) == []
        unfolded = re.sub(r"\r\n[ \t]", "", answer).split("\r\n")
        assert [line for line in unfolded if not re.match(r"(?!X-EVIL)[A-Z-]+[;:]|$", line)] == []
    elif file.endswith((".html", ".md")):
        page = answer if file.endswith(".html") else MarkdownIt("commonmark").enable("table").render(answer)
        assert Tags(page).found.isdisjoint({"i7", "b", "img", "iframe", "javascript=", "href=", "onx="}), page


def more(start: int = 0, step: int = 1) -> list[list[str]]:
    """The calls with all other options; a party's name may look like an option, so it is part of the word."""
    return [call for call, _ in (options.CALLS if options.LONG else options.CALLS[start::step])]


def ask_all(folder: Path, ask: Ask, file: str, parties: list[str], calls: list[list[str]]) -> None:
    folder.mkdir()
    endings = {"pact": ".pact", "log": ".pactlog", "ics": ".ics", "html": ".html", "ours": ".ours", "none": "none.pact"}
    endings |= {"many": ".many.jsonl", "found": ".found.jsonl", "shared": ".shared.ics", "rules": ".rules.txt", "known": ".known.json"}
    endings |= {"texts": ".texts"}
    names = {name: f"{file}{ending}" for name, ending in endings.items()}
    names = {name: f"./{found}" if found.startswith("-") else found for name, found in names.items()}
    (folder / names["pact"]).write_text(text(parties))
    (folder / names["log"]).write_text(log(parties))
    (folder / names["ours"]).write_text(text(parties))
    told = {"agreement": parties[0], "text": text(parties), "at": "2026-01-10", "type": "encounter", "by": ["Ben"], "place": parties[-1]}
    (folder / names["many"]).write_text(json.dumps(told) + "\n")
    (folder / names["shared"]).write_text(CALENDAR)
    (folder / names["rules"]).write_text(f'title is "Check-in" -> check-in by {written_name(parties[0])} and Ben\n')
    names["name"] = written_name(parties[0])
    signing = [["sign", "{pact}", f"--as={party}"] for party in parties[1:]] if ["verify", "{pact}"] in calls else []
    for call in [*calls, *signing]:
        arguments = [part.format(**names, party=parties[0]) if "{" in part and part not in parties else part for part in call]
        code, out, err = ask(folder=str(folder), arguments=arguments, name="")
        assert code in (0, 1, 2) or (code == 129 and "merge-driver" in call), (call, err)
        assert "Traceback" not in err, call
        assert "should not happen" not in err, (call, err)
        assert raw(out + err) == [], (call, out, err)
        if "json" in call or "sarif" in call:
            answer = json.loads(out) if out or code != 2 else {"runs": [{"results": []}]}
            if "sarif" in call:
                for result in answer["runs"][0]["results"]:
                    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()
        if "github" in call:
            assert [line for line in out.splitlines() if not re.match(r"::(error|warning|notice) file=[^:,]*,line=\d+", line)] == []
        if "markdown" in call:
            harmless(".md", out)
    for made in folder.iterdir():
        assert made.is_file() or made.name in ("state", "begun", names["none"].removeprefix("./"))
        if made.suffix in (".html", ".ics"):
            with made.open(encoding="utf-8", newline="") as file_of_it:
                harmless(made.suffix, file_of_it.read())
    assert sorted(path.name for path in folder.parent.iterdir() if path.name.endswith(".sig")) == []


@pytest.mark.parametrize("number", range(len(FILES)))
def test_odd_names_of_files(tmp_path: Path, ask: Ask, number: int) -> None:
    ask_all(tmp_path / "f", ask, FILES[number], ["Ana"], [*CALLS, *more(number, len(FILES))])


def test_odd_names_of_people(tmp_path: Path, ask: Ask) -> None:
    ask_all(tmp_path / "f", ask, "us", PARTIES, [call for call in [*CALLS, *more()] if "{none}" not in call])
    for call in (["verify"], ["verify", "--keys"]):
        assert ask(folder=str(tmp_path / "f"), arguments=call, name="")[0] != 2


PIECES = [
    *(
        "Ana",
        "é",
        "ﬁ",
        "名",
        "😀",
        "👩\u200d👩",
        "i\u0307",
        "\u0430",
        "\u00a0",
        "\u3000",
        "\u0301" * 9,
        " ",
        "-",
        "--",
        ".",
        "..",
        "/",
        "\\",
        "\\n",
    ),
    *(
        "'",
        "`",
        "|",
        "*",
        "_",
        "#",
        "~",
        "%",
        "%0A",
        "$(x)",
        "${x}",
        "{0}",
        "{pact}",
        "&",
        "&lt;",
        "=1+1",
        "@x",
        ",",
        ";",
        ":",
        "::error::",
    ),
    *("<i7 onx=1>", "'><i7>", "</title><i7>", "]]>", "<!--", "](javascript:x)", "![](x)", "[x](javascript:x)", ";X-EVIL=1:", "\\;"),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028",
        "\x85",
        "\x1b[2J",
        "\x07",
        "\x00",
        "\r",
        "\r\nX-EVIL:1",
        "\n",
        "\t",
        "\ufeff",
        "\U000e0041",
        "\ue000",
    ),
    *("x" * 300, '"', "“", "\udcff"),
]
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
SHOWN = [call for call in CALLS if "{ics}" not in call and "{html}" not in call]
WRITTEN = [call for call in CALLS if call not in SHOWN]
SHOWN += [
    ["explain", "{pact}", "--format", "markdown"],
    ["repair", "{pact}", "--format", "ics"],
    ["sheet", "review", "{pact}"],
    ["why", "{pact}", "evenings"],
]
ROUNDS = int(os.environ.get("PACT_FUZZ_ROUNDS", "600")) if os.environ.get("PACT_FUZZ") == "long" else 12


@settings(max_examples=ROUNDS, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_names_at_random_reach_no_output_raw(ask: Ask, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    # A name that a text takes, as often as not: what it refuses is shown, too, in the fault.
    inside = NAMES.filter(lambda name: not set('\n\r"\x00') & set(name) and name.isprintable()) if data.draw(st.booleans()) else NAMES
    parties = data.draw(
        st.lists(inside.map(lambda name: name.replace("\udcff", "")).filter(str.strip), min_size=1, max_size=3, unique=True)
    )
    file = data.draw(NAMES.map(lambda name: re.sub(r"[/\x00{}]", "", name)[:60]).filter(lambda name: name.strip(". ")))
    calls = [*data.draw(st.lists(st.sampled_from(SHOWN), min_size=2, max_size=3)), data.draw(st.sampled_from(WRITTEN))]
    ask_all(tmp_path_factory.mktemp("n") / "f", ask, file, parties, calls)


ODD = st.text('Aé\\\\"“”„«»#, -/', min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(ODD, ODD, ODD.filter(str.strip))
@example("A\\", "A\\\\", 'a"b')
@example('the "old" lake', "A\\\\\\", "“x”\\")
@example("„x", "x“", "«x» y")
def test_a_name_means_the_same_in_agreement_and_log(name: str, other: str, place: str) -> None:
    pact = f"pact\n    between {written_name(name)} and {written_name(other)}\n    in force from 2026-01-05\n"
    try:
        parties = load_text(pact).parties
    except InputError:
        return  # a text says why it takes no such names
    # As `pact log` writes them, and as somebody copies them from the agreement.
    for word in (person_word, written_name):
        by, to = map(word, parties)
        place_words = word(place) if word is person_word else "home"
        line = (
            f"2026-01-06  waive tell of e1 by {by}, noted 2026-01-07 08:00 by {to}\n"
            f"2026-01-08  encounter by {by} and {to} to {to} with {by}, tagged x, at {place_words}, as e1\n"
            f"2026-01-09  disclosure by {to} to {by} about e1\n"
        )
        read = read_log(line, "us.pactlog")
        if word is written_name and read.diagnostics and any("\\" in party for party in parties):
            continue  # a copied name that ends with a backslash can be a fault, but never another name
        assert read.diagnostics == [], (line, read.diagnostics)
        waiver, evening, told = read.entries
        first, second = parties
        assert (waiver.by, waiver.noted_by, waiver.about) == ((first,), (second,), "e1")
        assert (evening.by, evening.to, evening.with_, evening.id) == ((first, second), (second,), (first,), "e1")
        assert word is written_name or (evening.place or "").split() == place.split()
        assert (told.by, told.to, told.about) == ((second,), (first,), "e1")


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


SEVERAL = """
pact "Odd"
    between "Cleo and Dan", Ana and "X, Y"
    time zone Europe/Brussels
    in force from 2026-09-01
    signed by Ana on 2026-08-20
    signed by "Cleo and Dan" on 2026-08-20

use relationships
use household

cap few
    at most 2 encounters by each party per month

testing tests
    test by each party every 3 months

disclosure tell
    after each encounter by each party, disclosure by the same party to the others within 24 hours

notice ahead
    before each encounter by each party, notice by the same party to the others at least 2 hours ahead

promise clean
    chore by Ana, "Cleo and Dan" and "X, Y" in turn every week on Sunday

check-in meet
    check-in by Ana or "X, Y" every week on Sunday

consent ask
    before each encounter with each person, consent by "X, Y" and "Cleo and Dan" within the last 7 days
"""
EVENINGS = """
2026-09-02 20:00  encounter by "Cleo and Dan" with kim
2026-09-03 20:00  encounter by "Cleo and Dan" with kim
2026-09-04 20:00  encounter by "Cleo and Dan" with "X, Y"
2026-09-05 20:00  disclosure by "Cleo and Dan" to Ana
2026-09-06 20:00  check-in by "X, Y" and Ana
"""
TOLD = [
    ["check", "us.pact", "us.pactlog", "--all"],
    ["status", "us.pact", "us.pactlog"],
    ["explain", "us.pact"],
    ["lint", "us.pact"],
    ["repair", "us.pact", "us.pactlog"],
    ["may", "us.pact", "us.pactlog", "encounter by Ana"],
    ["diff", "us.pact", "new.pact"],
    ["why", "us.pact", "us.pactlog", "tell@2026-09-05"],
    ["report", "us.pact", "us.pactlog", "--format", "terminal"],
]


def test_a_name_that_reads_as_several_is_in_quotation_marks_in_every_sentence(tmp_path: Path, ask: Ask) -> None:
    """ "Not yet signed by X, Y" would be two people."""
    (tmp_path / "us.pact").write_text(SEVERAL)
    (tmp_path / "new.pact").write_text(SEVERAL.replace("at most 2", "at most 3").replace("within 24", "within 12"))
    (tmp_path / "us.pactlog").write_text(EVENINGS)
    found = 0
    for call in TOLD:
        now = ["--as-of", "2026-10-01"] if "us.pactlog" in call and call[0] != "may" else []
        code, out, err = ask(folder=str(tmp_path), arguments=[*call, *now], name="")
        assert code in (0, 1), (call, err)
        out = " ".join(out.split())
        assert re.findall(r'.{20}(?<!")(?:Cleo and Dan|X, Y)(?!").{20}', out) == [], call
        found += out.count("Cleo and Dan")
    assert found > 20
