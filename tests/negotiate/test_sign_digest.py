"""A signature under another text: what `pact check` says and judges."""

from __future__ import annotations

import json

from pactlang import load_text
from tests.cli.running import AS_OF, PACT, Folder

LINE = "    time zone Europe/Berlin\n"
LOG = "2026-09-10 encounter by Ana\n2026-09-11 encounter by Ana\n"


def signed(text: str, **digests: str) -> str:
    lines = "".join(f"    signed by {party} on 2026-08-30{f' digest {digest}' if digest else ''}\n" for party, digest in digests.items())
    return text.replace(LINE, LINE + lines)


def test_the_first_line_tells_who_signed_what(folder: Folder) -> None:
    folder.write("us.pact", signed(PACT, Ana="sha256:00"))
    folder.write("log.pactlog", LOG)
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF)
    assert answer.out.splitlines()[0] == "This is a draft: Ana signed an earlier text, not yet signed by Ben."
    assert answer.code == 1
    folder.write("us.pact", signed(PACT, Ana=load_text(PACT).digest, Ben="sha256:00"))
    answer = folder.run("check", "us.pact", "log.pactlog", *AS_OF)
    assert answer.out.splitlines()[0] == "This is a draft: Ben signed an earlier text."
    assert json.loads(folder.run("check", "us.pact", "log.pactlog", *AS_OF, "--format", "json").out)["pact"]["draft"] is True


def test_a_digest_of_the_very_text_signs_it(folder: Folder) -> None:
    digest = load_text(PACT).digest
    folder.write("us.pact", signed(PACT, Ana=digest, Ben=""))
    folder.write("log.pactlog", LOG)
    assert "draft" not in folder.run("check", "us.pact", "log.pactlog", *AS_OF).out


def test_a_text_changed_after_it_was_signed_judges_nothing_while_a_signed_one_stands(folder: Folder) -> None:
    digest = load_text(PACT).digest
    folder.write("v1.pact", signed(PACT, Ana=digest, Ben=digest))
    changed = PACT.replace("at most 1", "at most 9").replace("2026-09-01", "2026-09-05")
    folder.write("v2.pact", signed(changed, Ana=digest, Ben=digest))
    folder.write("log.pactlog", LOG)
    answer = folder.run("check", "v1.pact", "v2.pact", "log.pactlog", *AS_OF)
    assert "monthly@2026-09-11" in answer.out
    assert answer.out.startswith("v2.pact is a draft: Ana and Ben signed an earlier text, so nothing is judged by it.\n")


def test_an_included_file_belongs_to_what_is_signed(folder: Folder) -> None:
    text = PACT.replace("use relationships\n", 'use relationships\n\ninclude "house.pact"\n')
    folder.write("house.pact", "boundary home\n    no encounter at home\n")
    folder.write("us.pact", text)
    digest = json.loads(folder.run("check", "us.pact", *AS_OF, "--format", "json").out)["pact"]["digest"]
    folder.write("us.pact", signed(text, Ana=digest, Ben=digest))
    assert "draft" not in folder.run("check", "us.pact", *AS_OF).out
    folder.write("house.pact", "boundary home # ours\n  no  encounter at home")
    assert "draft" not in folder.run("check", "us.pact", *AS_OF).out
    folder.write("house.pact", "boundary home\n    no encounter at work\n")
    assert folder.run("check", "us.pact", *AS_OF).out.startswith("This is a draft: Ana and Ben signed an earlier text.")
