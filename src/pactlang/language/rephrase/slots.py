"""A line cut into pieces by what opens each of them, and what each is to the rest: a rule, its condition, its exception."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.rules import rewritten
from pactlang.language.rephrase.spelling import UNITS, WEEKDAYS, Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pactlang.language.rephrase.chunks import Context

ROLES = ("after", "before", "while", "unless", "without", "until", "only", "reason", "anyway", "narrow")
_MARKS = frozenset([",", ":", "-", "–", "—", "=", "…"])
_JOINTS = frozenset(["and", "but", "then", "also", "plus"])
_TIME = re.compile(r"\d\d:\d\d|\d{4}-\d\d-\d\d|\d+(?:st|nd|rd|th)?|the|noon|midnight|that|then")
_DATED = frozenset([*WEEKDAYS, *MONTHS, *(f"{one}s" for one in WEEKDAYS)])
_LENGTHS = frozenset([*UNITS, *(f"{one}s" for one in UNITS), "notice"])
_OFTEN = frozenset(["a", "per", "every", "each", "in", "daily"])
_BANS = frozenset(["no", "not", "never", "nobody", "none", "nothing"])
_FEWEST = 2  # words of a condition
_RULES = 8  # pieces of a line that is read so


class Piece(NamedTuple):
    """A piece of a line: what it is to the rest, the word that opens it, its words, and where it stands."""

    role: str
    lead: frozenset[int]
    tokens: list[Token]
    start: int
    end: int
    marked: bool = False  # it begins after a mark
    whose: bool = False  # `whoever …`: whoever does it owes what follows
    stop: bool = False  # it begins a sentence


@lru_cache(maxsize=1)
def slots() -> Mapping[str, tuple[str, ...]]:
    """The words of `slots.txt`, by the name of their list."""
    found: dict[str, tuple[str, ...]] = {}
    for line in (Path(__file__).parent / "slots.txt").read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(": ")
        if words and not line.startswith("#"):
            found[name] = tuple(one.strip() for one in (words.split(" | ") if " | " in words else words.split()))
    return found


@lru_cache(maxsize=1)
def _leads() -> list[tuple[list[str], str, bool]]:
    lists = slots()
    whoever = set(lists["whoever"])
    found = [(one.split(), role, one in whoever) for role in ROLES for one in lists[role]]
    return sorted(found, key=lambda one: -len(one[0]))


@lru_cache(maxsize=1)
def verb_forms() -> Mapping[str, tuple[str, str]]:
    """Every form of a verb, with how its doing is called and which form it is.

    >>> verb_forms()["walks"], verb_forms()["brought"], verb_forms()["clean"]
    (('walking', 's'), ('bringing', 'past'), ('cleaning', ''))
    """
    found: dict[str, tuple[str, str]] = {}
    for one in slots()["verbs"]:
        base, *more = one.split("/")
        doing = next((form for form in more if form.endswith("ing")), "") or _doing(base)
        past = [form for form in more if not form.endswith("ing")] or [_past(base, doing)]
        found |= {form: (doing, "past") for form in past if form != base}
        found |= {_third(base): (doing, "s"), doing: (doing, "ing"), base: (doing, "")}
    return found


def _doing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    short = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) is not None
    return f"{base}{base[-1]}ing" if short else f"{base}ing"


def _past(base: str, doing: str) -> str:
    return f"{base[:-1]}ied" if base.endswith("y") and base[-2] not in "aeiou" else f"{doing[:-3]}ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


def opens(words: Sequence[str], place: int) -> tuple[str, int, bool] | None:
    """What a word opens, with how many words do; nothing where it only tells a time: `before 22:00`, `once a week`."""
    for phrase, role, whose in _leads():
        after = place + len(phrase)
        if list(words[place:after]) != phrase or after >= len(words):
            continue
        following = words[after]
        if phrase == ["once"] and following in _OFTEN:
            return None
        if phrase[-1] in ("after", "before", "until", "following") and (_only_time(words, after) or following in _MARKS):
            return None
        if role == "after" and whose and place and words[place - 1] in ("of", "to", "by", "with", "from", "for"):
            continue  # `by whoever cooked` is said of the one who does it
        return role, len(phrase), whose
    return None


def _only_time(words: Sequence[str], place: int) -> bool:
    if words[place] == "the":
        return place + 1 < len(words) and re.fullmatch(r"\d+(?:st|nd|rd|th)", words[place + 1]) is not None
    if words[place].isdigit():  # `after 3 missed calls` counts them
        return place + 1 >= len(words) or words[place + 1] in (*_LENGTHS, *_MARKS, "on", "and")
    return _TIME.fullmatch(words[place]) is not None or words[place].capitalize() in _DATED


def cut(tokens: Sequence[Token], context: Context) -> tuple[list[Token], list[Piece]]:
    """All words, put into those of the language piece by piece and numbered, and the pieces."""
    whole: list[Token] = []
    found: list[Piece] = []
    for role, lead, body, marked, whose in _pieces(tokens, context):
        if not body or len(found) >= _RULES:
            continue
        start, end = (lead or body)[0].start, body[-1].end
        said = rewritten(list(body), exact=False) or list(body)
        first = len(whole)
        whole += [*lead, *said]
        numbered = [token._replace(start=place) for place, token in enumerate(whole[first:], first)]
        whole[first:] = numbered
        leads = frozenset(range(first, first + len(lead)))
        before = [token for token in tokens if token.end <= start]
        stop = not before or before[-1].said in (".", "!", "?", ";")
        found.append(Piece(role, leads, numbered[len(lead) :], start, end, marked, whose, stop))
    return whole, found


def _pieces(tokens: Sequence[Token], context: Context) -> list[tuple[str, list[Token], list[Token], bool, bool]]:
    words = [token.text.casefold() for token in tokens]
    found: list[tuple[str, list[Token], list[Token], bool, bool]] = []
    role, lead, body = "main", list[Token](), list[Token]()
    marked, whose, place = True, False, 0

    def close(*, mark: bool, as_role: str = "main", opened: Sequence[Token] = (), one: bool = False) -> None:
        nonlocal role, lead, body, marked, whose
        if body:
            found.append((role, lead, body, marked, whose))
        role, lead, body, marked, whose = as_role, list(opened), [], mark or (marked and not body), one

    while place < len(words):
        word = words[place]
        if _second_number(tokens, place, body):  # `1 hour on weekdays 2 on weekends`
            close(mark=True)
        if word.startswith("(") and not re.match(r"\((?:except|unless|only|not|if|when|without|until|but)\b", word):
            if body:
                close(mark=True)
            found.append(("anyway", [], [tokens[place]], True, False))  # a remark
            marked = True
            place += 1
            continue
        if word in _MARKS and not _listed(tokens, place, context):
            if word == "=" and body and role == "main":
                ends = next((one for one in range(place + 1, len(words)) if words[one] in _MARKS), len(words))
                role = "before" if words[ends - 1] in ("first", "beforehand") else "after"  # `new partner = test first`
            close(mark=True)
            place += 1
            if words[place : place + 1] == ["plus"] and opens(words, place + 1) is not None:
                place += 1
            continue
        if word in _JOINTS and body and opens(words, place + 1) is not None and words[place + 1] in ("after", "before"):
            place += 1
            continue
        begun = opens(words, place)
        if begun is not None and not (body and role in ROLES and begun[0] == "only"):
            length = body[-1].text.casefold() in _LENGTHS if body else False
            if length and begun[0] == "before":
                body.append(tokens[place]._replace(text="ahead"))
            said = tokens[place : place + begun[1]]
            if begun[2] and role == "main" and 0 < len(body) <= _FEWEST and not any(_verb(one.text.casefold()) for one in body):
                role, lead, whose = "after", [*body[:0], *said], False  # `a guest who stays over …`
            else:
                close(mark=False, as_role=begun[0], opened=said, one=begun[2])
            place += begun[1]
            continue
        if body and word in _JOINTS and _begins(words, place + 1, context, body, role):
            close(mark=role != "main" or word == "then")
        elif len(body) >= _FEWEST and role in ("after", "before", "while") and _rule_begins(words, place, context, whose=whose):
            close(mark=False)
            continue
        else:
            body.append(_small(tokens, place) if not body else tokens[place])
        place += 1
    close(mark=True)
    return [one for one in found if one[2]]


def _small(tokens: Sequence[Token], place: int) -> Token:
    """A word that has a capital only because a sentence begins with it."""
    token = tokens[place]
    begins = place and tokens[place - 1].said in (".", "!", "?")
    small = token.text.istitle() and token.text not in _DATED and place + 1 < len(tokens) and tokens[place + 1].text[:1].islower()
    return token._replace(text=token.text.lower()) if begins and small else token


def _second_number(tokens: Sequence[Token], place: int, body: Sequence[Token]) -> bool:
    """Whether a second number begins, after one with its days."""
    token = tokens[place].text
    days = [one.text for one in body]
    dated = bool(days) and (days[-1] in _DATED or days[-1] in ("weekdays", "weekends", "school-days", "weeknights"))
    return token.isdigit() and dated and any(one.isdigit() for one in days)


def _listed(tokens: Sequence[Token], place: int, context: Context) -> bool:
    """Whether a comma stands between names, or between days."""
    if not 0 < place < len(tokens) - 1 or tokens[place].text != ",":
        return False
    around = tokens[place - 1].text, tokens[place + 1].text
    if place + 2 < len(tokens) and _owes(tokens[place + 2].text):
        return False  # `…, Faye gets Fridays`: somebody else's rule
    return all(one in context.parties for one in around) or all(one in _DATED for one in around)


def _owes(word: str) -> bool:
    """Whether a word after a name says what that one does."""
    return word in ("gets", "has", "does", "is", "must", "should", "will", "on") or verb_forms().get(word, ("", ""))[1] == "s"


def _verb(word: str) -> bool:
    return word in verb_forms() or word in slots()["modal"] or word in slots()["telling"]


def _rule_begins(words: Sequence[str], place: int, context: Context, *, whose: bool) -> bool:
    """Whether what is owed begins here, after a condition without a comma: `if an ex texts us | we say so`, `… | no dates`."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    before = words[place - 1]
    if word in ("no", "nobody", "never") or (word == "not" and whose):
        return True
    if whose:
        form = verb_forms().get(word, ("", ""))[1] == "s"
        return (form or word in ("must", "does", "do", "should", "will")) and before not in ("to", "not", "and") and not _verb(before)
    names = [one.casefold() for one in context.parties]
    subject = word in slots()["subject"] or word in names or (word == "the" and following == "other")
    return subject and (_verb(following) or following == "other") and not _verb(before) and before not in _PREPOSITIONS


_PREPOSITIONS = frozenset(["to", "with", "for", "of", "by", "at", "on", "from", "and", "or", "about", "that", "than"])


def _begins(words: Sequence[str], place: int, context: Context, body: Sequence[Token], role: str) -> bool:
    """Whether a rule of its own begins after `and`."""
    if place + 1 >= len(words) or role != "main":
        return False
    word, following = words[place], words[place + 1]
    if word in _BANS or (word == "at" and following in ("least", "most")) or word in ("max", "min", "maximum", "minimum"):
        return True
    names = [one.casefold() for one in context.parties]
    if word in slots()["subject"] or word in names:
        return _verb(following) or (word in names and following in ("on", "every", "to"))
    if word == "by" and any(token.text == "by" for token in body):
        return True
    had = any(_verb(token.text.casefold()) for token in body)
    form = verb_forms().get(word)
    return had and form is not None and form[1] in ("s", "", "past") and following not in _MARKS and len(body) > _FEWEST
