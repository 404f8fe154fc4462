"""`pact why`: the story of one finding."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import AsOf, Format, History, Output, ThisText
from pactlang.words.page import out_json, show, wants_colour, width_for

if TYPE_CHECKING:
    from pactlang.checker.finding import Judgement
    from pactlang.day.why import Silence, Story


def command(
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[PACT…] [LOG…] FINDING", help="The agreement and its logs (default: those in this folder), then the finding's id."
        ),
    ],
    as_of: AsOf = "",
    this_text: ThisText = False,
    history: History = False,
    output: Output = Format.TEXT,
) -> None:
    """Tell the story of one finding. The sentence and its reason, the entries on a timeline, the time between them, what may follow.

    `pact why CLAUSE about ENTRY` tells what a clause says about an entry and, if it says nothing, why.

    Exit code 0: done. 2: there is no such finding, or a text could not be read.

    Example: pact why tell@2026-09-20
    """
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.day.why_text import silence_text, why_json, why_text
    from pactlang.inputs import check_files, split_call
    from pactlang.words.text import WIDTH

    files, said = split_call(words)
    checked = check_files(files, as_of=as_of, keep_all=True, this_text=this_text)
    stories, silences = _answer(said.split(), checked.judgement, files, this_text=this_text)
    say_warnings(checked.warnings)
    say_notes(checked.judgement.first)
    zone, colour = checked.judgement.zone, wants_colour(sys.stdout)
    width = min(WIDTH, width_for(sys.stdout, WIDTH))
    if output is Format.JSON:
        out_json(why_json(stories, silences, zone))
    elif stories:
        show("\n".join(why_text(story, zone, colour=colour, width=width) for story in stories))
    else:
        clause, _, entry = said.split()
        show(silence_text(clause, entry, silences, zone, colour=colour))


def _answer(said: list[str], judgement: Judgement, files: list[str], *, this_text: bool) -> tuple[list[Story], list[Silence]]:
    from pactlang.day.why import find, story_of
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError

    if len(said) == 3 and said[1] == "about":
        return _about(said[0], said[2], judgement, files, this_text=this_text)
    if len(said) != 1:
        raise InputError("give a finding's id, such as tell@2026-09-20, or: CLAUSE about ENTRY")
    finding = find(said[0], judgement)
    if finding is None:
        near = nearest_spelling(said[0], [one.id for one in judgement.findings], 0.8)
        raise InputError(f"there is no finding {said[0]}" + (f"; did you mean {near}?" if near else "; `pact check --all` lists them"))
    return [story_of(finding, judgement)], []


def _about(clause: str, name: str, judgement: Judgement, files: list[str], *, this_text: bool) -> tuple[list[Story], list[Silence]]:
    from pactlang.day.why import about, silences, story_of
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError, known_clauses, read_texts

    texts = read_texts(files, this_text=this_text)
    known_clauses([clause.partition(".")[0]], texts.agreements)
    entry = next((one for one in texts.entries if one.id == name), None)
    if entry is None:
        near = nearest_spelling(name, [one.id for one in texts.entries if one.id is not None])
        raise InputError(f"no entry is called {name}" + (f"; did you mean {near}?" if near else ""))
    found = about(clause, name, judgement)
    if found:
        return [story_of(finding, judgement) for finding in found], []
    return [], silences(clause, entry, texts.agreements, judgement.zone, judgement)
