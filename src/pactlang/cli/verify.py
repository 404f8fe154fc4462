"""`pact verify`: who assented to exactly this text."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pactlang.cli.options import Format, Output, ThisText
from pactlang.words.page import out_json, show, wants_colour


def command(
    *,
    pact: Annotated[str, typer.Argument(metavar="[PACT]", help="The agreement. Default: the one in this folder.", show_default=False)] = "",
    keys: Annotated[
        bool, typer.Option("--keys", help="Require every party to have signed with their key from the file allowed_signers.")
    ] = False,
    this_text: ThisText = False,
    output: Output = Format.TEXT,
) -> None:
    """Say who has signed exactly this text. Also who signed another, who has not, and since when it is in force.

    Signatures with a key are checked by ssh-keygen, against a file allowed_signers next to the agreement.

    Exit code 0: all have signed this text. 1: not all have. 2: the text has faults.

    Example: pact verify us.pact
    """
    from pactlang.cli.faults import say_notes
    from pactlang.cli.sign import open_agreement
    from pactlang.inputs import read_file, sort_files, the_door, when_in_force
    from pactlang.sign.keys import ALLOWED_SIGNERS, Key, check_signature, signature_path
    from pactlang.sign.sign import Assent, assents, counted, dates_in_force
    from pactlang.sign.verify_text import verify_json, verify_text

    path, data, opened = open_agreement(pact)
    _, logs = sort_files([path])
    agreement = opened.agreement
    door = the_door([path], lambda one: data if one == path else read_file(one), this_text=this_text)
    laid = when_in_force(door, logs)
    door.hear(laid.agreements)
    say_notes([*door.lacking, *door.told])
    found = counted(assents(agreement), agreement, door.signed)
    dates = dates_in_force(agreement, laid)
    signers = path.with_name(ALLOWED_SIGNERS)
    state = {
        party: check_signature(opened.words, party, signature_path(path, agreement.parties, party), signers) for party in agreement.parties
    }
    lacking = [
        one.party
        for one in found
        if one.assent is not Assent.THIS or state[one.party] is Key.BAD or (keys and state[one.party] is not Key.GOOD)
    ]
    if output is Format.JSON:
        out_json(verify_json(agreement, found, state, lacking, dates))
    else:
        agreed = any(one.agreement.digest == agreement.digest for one in (*laid.agreements.standing, *laid.agreements.never))
        show(verify_text(agreement, found, state, lacking, dates, agreed=agreed, colour=wants_colour(sys.stdout)))
    if lacking:
        raise typer.Exit(1)
