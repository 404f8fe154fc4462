"""`pact lint --fix`: what the rules offer put into a text, round by round, and written only where it can be trusted."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from pactlang.words.page import out, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.inputs.linting import ToLint
    from pactlang.lint.rule import Fix, Rule
    from pactlang.lint.runner import Finding

_ROUNDS = 20  # a fix that waits for another one comes in the next round; more rounds than this would be a circle


def mend(one: ToLint, rules: Sequence[Rule], *, unsafe: bool, diff: bool, logs: Sequence[str], as_of: str) -> ToLint:
    """The agreement after its fixes: written, or with `diff` shown and left as it stands. Raises `InputError` and `NotWrittenError`."""
    from pactlang.words.words import people_words, safe
    from pactlang.writing import write_file

    again, done = _rounds(one, rules, unsafe=unsafe, logs=logs, as_of=as_of)
    if not done:
        return one
    signed = _signed_otherwise(one, again)
    if signed:
        again = _pinned(again, one, logs=logs, as_of=as_of)
    if diff:
        _show(one, again)
        return one
    write_file(one.path, again.data, was=one.data)
    for finding, fix in done:
        show(f"{safe(str(one.path))}: {finding.rule.code} {finding.rule.name}: {safe(fix.title)}\n", sys.stderr)
    if signed:
        show(f"{safe(str(one.path))} no longer says what {people_words(signed)} signed, so it is a draft.\n", sys.stderr)
    return again


def _signed_otherwise(one: ToLint, again: ToLint) -> list[str]:
    """Who signed the text as it was, where it means something else now."""
    from pactlang.model.meaning import same_meaning

    assert one.subject is not None  # noqa: S101 - a text without it is not mended
    assert again.subject is not None  # noqa: S101
    before, after = one.subject.agreement, again.subject.agreement
    return [] if same_meaning(before, after) else [signature.party for signature in before.signatures if before.assents(signature)]


def _pinned(again: ToLint, one: ToLint, *, logs: Sequence[str], as_of: str) -> ToLint:
    """The text with the digest of the words that were signed put to each signature that has none, so that none seems to be for these."""
    from pactlang.inputs.linting import read_to_lint
    from pactlang.sign.sign import signed_text

    assert one.subject is not None  # noqa: S101 - asked before
    was = one.subject.agreement
    for signature in was.signatures:
        assert again.subject is not None  # noqa: S101 - the same text with a digest more
        if not signature.digest:
            text = signed_text(again.subject.document, was.parties, signature.party, signature.on, was.digest)
            data = (BOM_UTF8 if one.data.startswith(BOM_UTF8) else b"") + text.encode()
            again = read_to_lint(one.path, logs, as_of, data=data)
    return again


def _rounds(
    one: ToLint, rules: Sequence[Rule], *, unsafe: bool, logs: Sequence[str], as_of: str
) -> tuple[ToLint, list[tuple[Finding, Fix]]]:
    """The text after as many rounds as bring something, and what was mended."""
    from pactlang.cli.patience import patience
    from pactlang.inputs import STANDARD_INPUT, InputError
    from pactlang.inputs.linting import read_to_lint
    from pactlang.lint.fix import mended
    from pactlang.lint.runner import lint
    from pactlang.model.meaning import same_meaning

    done: list[tuple[Finding, Fix]] = []
    now = one
    if str(one.path) == STANDARD_INPUT or one.subject is None or not _plain_text(one):
        return one, done
    for _ in range(_ROUNDS):
        assert now.subject is not None  # noqa: S101 - read, or the round before would not have been taken
        with patience():
            found = lint(now.subject, rules).findings
        text, taken = mended(now.subject.document, found, unsafe=unsafe)
        if not taken:
            break
        data = (BOM_UTF8 if one.data.startswith(BOM_UTF8) else b"") + text.encode()
        after = read_to_lint(one.path, logs, as_of, data=data)
        unlike = after.subject is None or [(fault.code, fault.message) for fault in after.faults] != [
            (fault.code, fault.message) for fault in now.faults
        ]
        if after.subject is None or unlike or not (unsafe or same_meaning(now.subject.agreement, after.subject.agreement)):
            raise InputError(f"{one.path}: the fixed text would not mean the same, so nothing was written; please report this")
        now, done = after, [*done, *taken]
    return now, done


def _plain_text(one: ToLint) -> bool:
    """Whether the bytes are those of the text that was read: a file in another encoding is not written anew."""
    assert one.subject is not None  # noqa: S101 - asked before
    return one.data.removeprefix(BOM_UTF8) == one.subject.document.source.text.encode(errors="replace")


def _show(one: ToLint, again: ToLint) -> None:
    from difflib import unified_diff

    from pactlang.words.words import safe

    assert one.subject is not None  # noqa: S101 - something was mended
    assert again.subject is not None  # noqa: S101
    before, after = (part.subject.document.source.text.splitlines() for part in (one, again) if part.subject is not None)
    out("".join(f"{safe(line)}\n" for line in unified_diff(before, after, str(one.path), str(one.path), lineterm="")))
