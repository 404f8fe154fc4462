"""Who assented to a text, for people and for scripts."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, assert_never

from pactlang.sign.keys import Key
from pactlang.sign.sign import Assent
from pactlang.words.page import Page
from pactlang.words.words import day_words, people_words, safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pactlang.model.agreement import Agreement
    from pactlang.sign.sign import Assented

_KEYS = {
    Key.GOOD: "with their key",
    Key.BAD: "but the key signature does not match this text and their key",
    Key.UNCHECKED: "with a key that is not known here",
}


def verify_text(
    agreement: Agreement,
    found: Sequence[Assented],
    keys: Mapping[str, Key],
    lacking: Sequence[str],
    dates: tuple[int, int | None] | None,
    *,
    agreed: bool = True,
    colour: bool = False,
) -> str:
    """The whole answer of `pact verify`. `lacking` are the parties whose assent is not complete; `dates` those in force, if any.

    `agreed` says that it was, on some date, the last word of all who must agree.
    """
    page = Page(colour=colour)
    page.line(f"{page.mark(agreement.title or 'Agreement', 'title')} · {safe(agreement.file)}")
    page.line(page.mark(agreement.digest, "dim"))
    page.line()
    wide = max(len(safe(one.party)) for one in found)
    for one in found:
        style = "due" if one.party in lacking else "good"
        page.line(
            f"  {page.mark(one.party, 'name')}{' ' * (wide - len(safe(one.party)))}  {page.mark(_words(one, keys[one.party]), style)}"
        )
    page.line()
    if lacking:
        page.line(page.mark(f"Nothing here shows that {people_words(list(lacking))} agreed to exactly this text.", "due"))
    else:
        bare = [one.party for one in found if not one.digest]
        all_signed = f"All have signed, but {people_words(bare)} without saying which words" if bare else "All have signed this text"
        page.line(page.mark(f"{all_signed}. {_in_force(dates, agreed=agreed)}.", "good" if dates is not None else "due"))
    return page.text


def _in_force(dates: tuple[int, int | None] | None, *, agreed: bool) -> str:
    if dates is None and not agreed:
        return "It is not in force: someone who must agree has signed another text since, or not this one"
    if dates is None:
        return "It is never in force: a later signature, its own last date or someone leaving came first"
    first, last = dates
    return f"In force from {day_words(first, weekday=False)}" + (f" until {day_words(last, weekday=False)}" if last is not None else "")


def _words(one: Assented, key: Key) -> str:
    when = day_words(one.on, weekday=False) if one.on is not None else ""
    match one.assent:
        case Assent.NONE:
            words = "has not signed"
        case Assent.ANOTHER:
            words = f"signed an earlier text on {when}"
        case Assent.THIS:
            words = f"signed this text on {when}"
            if not one.digest:
                words = f"signed on {when}, without a digest: the line does not say which words"
        case _:
            assert_never(one.assent)
    return f"{words}, {_KEYS[key]}" if key in _KEYS else words


def verify_json(
    agreement: Agreement,
    found: Sequence[Assented],
    keys: Mapping[str, Key],
    lacking: Sequence[str],
    dates: tuple[int, int | None] | None,
) -> str:
    """The same as one JSON object, `pactlang/verify/1`."""
    first, last = (None, agreement.in_force_until) if lacking else dates or (None, None)
    answer = {
        "schema": "pactlang/verify/1",
        "pact": {"title": agreement.title, "file": agreement.file, "digest": agreement.digest},
        "complete": not lacking,
        "in_force": {"from": _iso(first), "until": _iso(last)},
        "parties": [
            {
                "party": one.party,
                "signed": one.assent.value,
                "on": _iso(one.on),
                "digest": one.digest or None,
                "key": keys[one.party].value,
                "assents": one.party not in lacking,
            }
            for one in found
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None


def signed_words(
    path: str, party: str, on: int, digest: str, *, written: bool, beside: str = "", keyed: bool = False, colour: bool = False
) -> str:
    """The answer of `pact sign`; `beside` is the file of the signature with a key, made now (`keyed`) or for another text."""
    page = Page(colour=colour)
    verb = "signs" if written else "has signed"
    page.line(f"{page.mark(party, 'name')} {verb} this text of {safe(path)}, on {day_words(on, weekday=False)}.")
    page.line(page.mark(digest, "dim"))
    if beside and keyed:
        page.line(f"The key signature is in {safe(beside)}.")
    elif beside:
        page.line(page.mark(f"{beside} was made for an earlier text: sign with --key to renew it, or delete it.", "due"))
    return page.text
