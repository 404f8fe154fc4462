"""A first agreement, made from a template of the package: an ordinary pact file with a comment at each place to decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from pactlang.inputs.files import InputError
from pactlang.inputs.texts import load_text

_FOLDER = Path(__file__).parent.parent / "templates"
_DECIDE = re.compile(r"^# Decide\b", re.MULTILINE)
_BETWEEN = re.compile(r"^    between (.+)$", re.MULTILINE)
_FORCE = re.compile(r"^    in force from (\d{4}-\d\d-\d\d)(?: until (\d{4}-\d\d-\d\d))?$", re.MULTILINE)
_ZONE = re.compile(r"^    time zone (\S+)$", re.MULTILINE)
_NO_NAMES = frozenset(["i", "me", "myself", "you", "yourself", "we", "us", "ourselves"])
_TITLE = re.compile(r'^pact "(.*)"$', re.MULTILINE)
AGREEMENT = "us.pact"
LOG = "us.pactlog"


class Template(Struct, frozen=True):
    """One template: its name for `--template`, who it is for (its first line), and how many places there are to decide."""

    name: str
    about: str
    decisions: int


class Beginning(Struct, frozen=True):
    """A first agreement: its text, who it is between, from which date (an ordinal), by which clock, and how many places to decide."""

    text: str
    parties: tuple[str, ...]
    first: int
    zone: str
    decisions: int


def templates() -> list[Template]:
    """Every template, by name.

    >>> [one.name for one in templates()]
    ['coparents', 'couple', 'opened', 'polycule', 'roommates', 'team']
    """
    found = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.pact"))]
    return [Template(name, text.partition("\n")[0].lstrip("# "), len(_DECIDE.findall(text))) for name, text in found]


def parties_of(between: str) -> tuple[str, ...]:
    """The names that `--between` gives, read as the line of an agreement is. Raises `InputError`.

    >>> parties_of('Lea, Tom and "Mary Ann"')
    ('Lea', 'Tom', 'Mary Ann')
    """
    if not between.isprintable():
        raise InputError("--between: the names must be on one line, without characters that cannot be seen")
    agreement = load_text(f'pact "Us"\n    between {between}\n', "--between")
    if len(agreement.parties) < 2:
        raise InputError("--between: name everyone, for example: --between 'Mia and Jon'")
    if said := next((one for one in agreement.parties if one.casefold() in _NO_NAMES), ""):
        raise InputError(f"--between: '{said}' is someone else for each of you who reads it; write the name")
    return agreement.parties


def begin(template: str, parties: Sequence[str], first: int, zone: str) -> Beginning:
    """A template as the agreement of these people (none: its own names), from this date on, by this clock. Raises `InputError`."""
    text = (_FOLDER / f"{template}.pact").read_text(encoding="utf-8")
    text = _FORCE.sub(lambda found: _in_force(found, first), text, 1)
    text = _ZONE.sub(f"    time zone {zone}", text, 1)
    if parties:
        text = _named(text, template, parties)
    agreement = load_text(text, AGREEMENT)
    if parties and agreement.parties != tuple(parties):
        raise InputError(f"--between: these names cannot be put into the template; edit {AGREEMENT} instead")
    return Beginning(text, agreement.parties, first, zone, len(_DECIDE.findall(text)))


def _in_force(found: re.Match[str], first: int) -> str:
    """The line of the dates, as long as in the template."""
    from pactlang.model.calendar import Days, add_days

    line = f"    in force from {date.fromordinal(first)}"
    if not found[2]:
        return line
    begins, after = (date.fromisoformat(found[1]), date.fromordinal(date.fromisoformat(found[2]).toordinal() + 1))
    months = (after.year - begins.year) * 12 + after.month - begins.month
    return f"{line} until {date.fromordinal(add_days(first, Days(months=months)) - 1)}"


def _named(text: str, template: str, parties: Sequence[str]) -> str:
    """The text with other names in place of the template's, in its title, too; whole lists first, which may be of another length."""
    from pactlang.log.words import person_word
    from pactlang.model.words import quoted

    line = _BETWEEN.search(text)
    assert line is not None  # noqa: S101 - what ships is tested
    old = re.split(r", | and ", line[1])
    new = [person_word(one) for one in parties]
    lists = dict.fromkeys((line[1], " and ".join(old)), f"{', '.join(new[:-1])} and {new[-1]}")
    if len(old) == len(new):
        lists |= dict(zip(old, new, strict=True))
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted({*lists, *old}, key=len, reverse=True)))})\b")

    def other(found: re.Match[str]) -> str:
        if found[0] not in lists:
            raise InputError(
                f"the template {template} has sentences for each of {len(old)} people; give {len(old)} names, or edit it afterwards"
            )
        return lists[found[0]]

    title = _TITLE.search(text)
    assert title is not None  # noqa: S101 - what ships is tested
    plain = f"{', '.join(parties[:-1])} and {parties[-1]}" if title[1] == line[1] else title[1]
    head, rest = text[: title.start()], text[title.end() :]
    return f"{head}pact {quoted(plain)}{named.sub(other, rest)}"
