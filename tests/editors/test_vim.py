"""Vim and Neovim as they are: colours, folds, indents, `gq`, `:make`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.editors.programs import ask_vim

AGREEMENT = """\
# Ours.
# Written in spring.

pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-01
    time zone Europe/Berlin
    week starts Sunday

use relationships

person check "Check # no comment" known since 2025-11-20

# What counts.
event movie-night
    plural movie-nights

notice heads-up "Before"   # ours
    before each encounter by Ana, notice by the same party at least 2 days ahead
    covering who, when
    > It is "sudden # otherwise.
    "Said at home."

state at-risk
    lasts at most 14 days

matrix comfort for encounter
    party        Ana    Ben
    dinner       yes    ?

# allow: B005 because we like it
check-in
    check-in by everyone every week on Sunday at 19:00
"""
LOG = """\
# Spring

2026-03-10  test by Ana
    Quick # and "loud.
2026-03-12 19:30 to 23:10  encounter by Ana with dana at "her place", as e1
2026-03-13 09:05+01:00  withdraw consent by Ben about e1  # sad

# April
2026-04-02  waive tell@2026-03-13~2 by Ben
2026-04-03  waive tell of e4, ours of e5 and late@2026-03-14 by Ben instead of Kim
2026-04-03  own tell@2026-03-13 by Ana
"""
# Line (from 1), word, group. The place is the first where the word starts; a space before it is not meant.
GROUPS = {
    "us.pact": [
        (1, "Ours", "pactComment"),
        (4, "pact", "pactHeading"),
        (4, "and", "pactString"),
        (5, "between", "pactInPact"),
        (5, "Ana", ""),
        (6, "2026", "pactDate"),
        (7, "Europe", "pactZone"),
        (8, "week", "pactValue"),
        (10, "relationships", "pactName"),
        (12, "check", "pactName"),
        (12, "#", "pactString"),
        (12, "since", "pactInHeading"),
        (16, "plural", "pactInEvent"),
        (18, "notice", "pactKind"),
        (18, "heads", "pactName"),
        (18, "ours", "pactComment"),
        (19, "before", "pactInClause"),
        (19, "encounter", "pactEvent"),
        (19, "notice", "pactEvent"),
        (19, "party", "pactInClause"),
        (19, "2", "pactNumber"),
        (19, "days", "pactValue"),
        (20, "covering", "pactModifier"),
        (20, "who", ""),
        (21, "otherwise", "pactReason"),
        (22, "Said", "pactString"),
        (25, "lasts", "pactInState"),
        (27, "matrix", "pactHeading"),
        (27, " for", "pactInHeading"),
        (28, "party", ""),
        (29, "yes", "pactCell"),
        (29, "?", "pactCell"),
        (31, "allow", "pactAllow"),
        (32, "check-in", "pactKind"),
        (33, "check-in", "pactEvent"),
        (33, "Sunday", "pactValue"),
        (33, "19", "pactTime"),
    ],
    "log.pactlog": [
        (1, "Spring", "pactlogComment"),
        (3, "2026", "pactlogDate"),
        (3, "test", "pactlogEvent"),
        (3, "by", "pactlogWord"),
        (4, "#", "pactlogNote"),
        (5, "19", "pactlogTime"),
        (5, "to", "pactlogWord"),
        (5, "23", "pactlogTime"),
        (5, "encounter", "pactlogEvent"),
        (5, "place", "pactlogString"),
        (5, "e1", "pactlogId"),
        (6, "withdraw", "pactlogOwn"),
        (6, "consent", "pactlogOwn"),
        (6, "sad", "pactlogComment"),
        (9, "waive", "pactlogOwn"),
        (9, "tell", "pactlogId"),
        (10, "e4", "pactlogId"),
        (10, "e5", "pactlogId"),
        (10, "and", "pactlogWord"),
        (10, "late", "pactlogId"),
        (10, "Kim", "pactlogEntry"),
        (11, "own", "pactlogEvent"),
        (11, "tell", "pactlogId"),
    ],
}
# The level of the fold that each line is in: what stands above all headings is in none; a comment straight above a heading is in its fold.
FOLDS = {"us.pact": "0" * 3 + "1" * 30, "log.pactlog": "1" * 11}
STARTS = {"us.pact": [4, 10, 12, 14, 18, 24, 27, 31], "log.pactlog": [1, 8]}
# What is typed or pasted, and where its lines stand after `gg=G`.
INDENTS = {
    "us.pact": [
        (0, "cap evenings"),
        (4, "at most 4 encounters per month"),
        (4, "# for now"),
        (4, "> Enough."),
        (0, ""),
        (0, 'check-in "Ours"  # weekly'),
        (4, "check-in by everyone every week"),
        (0, "person dana"),
        (0, "review"),
        (4, "review by everyone every 6 weeks"),
    ],
    "log.pactlog": [(0, "2026-03-01  test by Ana"), (4, "A note."), (4, "More."), (0, "# April"), (0, "2026-04-01  test by Ben")],
}
EDITORS = ["vim", "nvim"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "us.pact").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "log.pactlog").write_text(LOG, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("file", GROUPS)
@pytest.mark.parametrize("editor", EDITORS)
def test_colours(editor: str, file: str, folder: Path) -> None:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    places = [(line, lines[line - 1].index(word) + len(word) - len(word.lstrip()) + 1) for line, word, _ in GROUPS[file]]
    found = ask_vim(editor, folder, file, [f"synIDattr(synID({line}, {column}, 1), 'name')" for line, column in places])
    assert [(line, word, group) for (line, word, _), group in zip(GROUPS[file], found, strict=True)] == GROUPS[file]


@pytest.mark.parametrize("file", FOLDS)
@pytest.mark.parametrize("editor", EDITORS)
def test_folds(editor: str, file: str, folder: Path) -> None:
    lines = len((folder / file).read_text(encoding="utf-8").splitlines())
    asked = [f"[foldlevel({line}), foldclosed({line})]" for line in range(1, lines + 1)]
    found = ask_vim(editor, folder, file, asked, ["normal! zM"])
    assert "".join(str(level) for level, _ in found) == FOLDS[file]
    assert sorted({start for _, start in found} - {-1}) == STARTS[file]


@pytest.mark.parametrize("file", INDENTS)
@pytest.mark.parametrize("editor", EDITORS)
def test_indents(editor: str, file: str, folder: Path) -> None:
    right = [" " * column + text if text else "" for column, text in INDENTS[file]]
    # A comment stays where it is in an agreement; all else may stand anywhere.
    wrong = [line if line.lstrip().startswith("#") else f"  {line.lstrip()}" for line in right]
    (folder / file).write_text("\n".join(wrong) + "\n", encoding="utf-8")
    assert ask_vim(editor, folder, file, ["getline(1, '$')", "&expandtab", "&commentstring"], ["normal! gg=G"]) == [right, 1, "# %s"]


@pytest.mark.parametrize("keys", ["6Ggqq", "zM6Ggqq", "5Ggqj"])
@pytest.mark.parametrize("editor", EDITORS)
def test_gq_lays_out_one_block_and_leaves_the_others(editor: str, keys: str, folder: Path) -> None:
    text = "cap  a\n  at most  4 encounters per  month\n\n# b is next\ncap  b\n  at most  3 dates per week\n  > Two  words.\n\ncap  c\n"
    (folder / "us.pact").write_text(text, encoding="utf-8")
    expected = text.replace("cap  b\n  at most  3", "cap b\n    at most 3").replace("  > Two", "    > Two")
    assert ask_vim(editor, folder, "us.pact", ["getline(1, '$')"], [f"normal! {keys}"]) == [expected.splitlines()]


@pytest.mark.parametrize("editor", EDITORS)
def test_gq_leaves_the_text_alone_where_pact_cannot_be_run(editor: str, folder: Path) -> None:
    before = AGREEMENT.splitlines()
    assert ask_vim(editor, folder, "us.pact", ["getline(1, '$')"], ["let g:pact_program = 'no-such-pact'", "normal! gggqG"]) == [before]


QUICKFIX = "map(getqflist(), {_, one -> [bufname(one.bufnr), one.lnum, one.col, one.type, split(one.text, '\\n')[0]]})"
WHOLE = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-01
    time zone Europe/Berlin
    signed by Ana on 2026-02-20
    signed by Ben on 2026-02-20

use relationships

boundary home
    no encounter at home
"""


def made(editor: str, folder: Path, file: str, command: str = "make!") -> list[Any]:
    """The quickfix list after `:make`, as [file, line, column, kind, first line of the text]."""
    found: list[Any] = ask_vim(editor, folder, file, [QUICKFIX], [f"silent {command}"])[0]
    return found


@pytest.mark.parametrize("editor", EDITORS)
def test_make_shows_faults(editor: str, folder: Path) -> None:
    (folder / "us.pact").write_text(WHOLE.replace("no encounter", "noo encounter"), encoding="utf-8")
    [[file, line, column, kind, text]] = made(editor, folder, "us.pact")
    assert (file, line, column, kind) == ("us.pact", 11, 5, "E")
    assert text.endswith("[E001]")


@pytest.mark.parametrize("editor", EDITORS)
def test_make_shows_findings(editor: str, folder: Path) -> None:
    (folder / "us.pact").write_text(WHOLE + "    at most 4 encounters per month by Ana\n", encoding="utf-8")
    assert made(editor, folder, "us.pact", "make! --select B005") == [
        ["us.pact", 12, 0, "W", "This is a limit for Ana alone: no sentence limits it for anyone else. [B005 limit-on-one]"]
    ]


@pytest.mark.parametrize("editor", EDITORS)
def test_make_checks_a_log_by_the_agreement_beside_it(editor: str, folder: Path) -> None:
    (folder / "us.pact").write_text(WHOLE, encoding="utf-8")
    (folder / "house.pact").write_text("event tea\n", encoding="utf-8")  # not an agreement of its own
    (folder / "log.pactlog").write_text("2026-03-05 20:00  encounter by Ana with dana at home\n", encoding="utf-8")
    found = made(editor, folder, "log.pactlog", "make! --as-of 2026-03-10")
    assert [[Path(file).name, line, text] for file, line, _, _, text in found] == [
        ["us.pact", 11, "home@2026-03-05"],
        ["log.pactlog", 1, "2026-03-05 20:00  encounter by Ana with dana at home"],
    ]
    (folder / "log.pactlog").write_text("2026-03-40  test by Ana\n", encoding="utf-8")
    [[file, line, column, kind, _]] = made(editor, folder, "log.pactlog")
    assert (file, line, column, kind) == ("log.pactlog", 1, 1, "E")


@pytest.mark.parametrize("editor", EDITORS)
def test_make_reads_annotations_too(editor: str, folder: Path) -> None:
    (folder / "us.pact").write_text(WHOLE.replace("no encounter", "noo encounter"), encoding="utf-8")
    [[_, line, column, kind, text]] = made(editor, folder, "us.pact", "make! --format github")
    assert (line, column, kind.lower()) == (11, 5, "e")
    assert text.startswith("E001")


# ALE itself is not needed: what it is told, and what it makes of the answer, are functions.
ALE = """
function! ale#linter#Define(filetype, linter) abort
  let g:linters = get(g:, 'linters', {})
  let g:linters[a:filetype] = a:linter
endfunction
"""


@pytest.mark.parametrize("file", ["us.pact", "log.pactlog"])
def test_ale(file: str, folder: Path) -> None:
    (folder / "autoload" / "ale").mkdir(parents=True)
    (folder / "autoload" / "ale" / "linter.vim").write_text(ALE)
    (folder / "us.pact").write_text(WHOLE if file != "us.pact" else WHOLE.replace('"Ana and Ben"', '"Ana 💛 Ben" x'), encoding="utf-8")
    (folder / "log.pactlog").write_text("2026-03-05 20:00  encounter by Ana with dana at home\n2026-03-40  test by Ana\n", encoding="utf-8")
    kind = Path(file).suffix[1:]
    commands = [
        f"set runtimepath+={folder}",
        f"runtime! ale_linters/{kind}/pact.vim",
        f"let g:linter = g:linters['{kind}']",
        "let g:Command = g:linter.command",
        "let g:command = type(g:Command) == v:t_func ? g:Command(bufnr('%')) : g:Command",
        "let g:command = substitute(g:command, '%e', g:linter.executable(bufnr('%')), '')",
        "let g:said = systemlist(g:command, getline(1, '$'))",
    ]
    [found, answer] = ask_vim("vim", folder, file, ["call(g:linter.callback, [bufnr('%'), g:said])", "g:said"], commands)
    places = [(one["lnum"], one["col"], one["type"], one["code"]) for one in found]
    expected = {"us.pact": (1, len('pact "Ana 💛 Ben" '.encode()) + 1, "E", "E006"), "log.pactlog": (2, 1, "E", "E104")}
    assert expected[file] in places, json.dumps(answer, ensure_ascii=False)


def test_ale_shows_breaches_at_their_last_entry(folder: Path) -> None:
    (folder / "us.pact").write_text(WHOLE, encoding="utf-8")
    breach = {"id": "home@2026-03-05", "status": "breach", "clause": "home", "message": "m", "events": [{"file": "-", "line": 2}]}
    said = json.dumps({"findings": [breach]})
    [found] = ask_vim("vim", folder, "log.pactlog", [f"pact#ale#check(bufnr('%'), ['{said}'])"])
    assert found == [{"lnum": 2, "text": "home@2026-03-05: m", "code": "home", "type": "W"}]
