"""What happened, in ordinary English, to entries of a log: who, what, with whom and when, with what each leaves out."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Offer
from pactlang.language.rephrase.chunks import chunked
from pactlang.language.rephrase.nouns import mentions
from pactlang.language.rephrase.rules import Cue, joined, phrases, put_in, said_in
from pactlang.language.rephrase.spelling import WEEKDAYS, Token, spelled
from pactlang.language.rephrase.when import ISO, Now, When, hours_said, moments_of, take_whens
from pactlang.model.vocabulary import PAUSE, RESUME
from pactlang.model.words import list_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.language.rephrase.chunks import Context
    from pactlang.language.rephrase.nouns import Mention

_SPENT = frozenset(["spent", "paid", "bought", "cost", "for"])
_TOLD = frozenset(["disclosure", "notice", "message", "apology"])
_UNHEARD = 4  # told, but to whom?
_PAID = frozenset(["settlement", "payment", "expense", "bill", "rent"])


def past_of(text: str, *, ahead: bool = False) -> Cue | None:
    """The words that no log holds: what did not happen, what is to come (with `ahead`, that is what is asked about), what may have been.

    >>> past_of("did not call ben").words
    'did not'
    """
    tokens = spelled(text)
    said = joined(tokens)
    for rule in phrases().past if ahead else (*phrases().past, *phrases().future):
        if (match := rule.pattern.search(said)) is not None:
            return Cue(said_in(tokens, match), rule.right)
    return None


def entries_of(text: str, context: Context, now: Now, *, me: str = "", when: str = "") -> list[Offer]:
    """The entries that a line could be, the likeliest first; `me` is who types it, `when` the date (and time) that it begins with."""
    tokens = put_in(phrases().entry, [token for token in spelled(text) if token.text not in ("!", ".")])
    tokens = [one._replace(text=_name(one.text, context)) for one in tokens]
    tokens = [one._replace(start=place) for place, one in enumerate(tokens)]
    stop = next((name for one in tokens if (name := _stops(one))), "")
    until = _until_of(tokens) if stop else []
    tokens = [one for one in tokens if one not in until]
    found = When()
    taken = take_whens(tokens, found, now)
    dated, day_said = bool(when), found.day is not None
    if dated and found.day is not None:  # the line has a day already: what it says of another one is left out
        found = When()
    left = [one for one in tokens if one.start not in taken]
    if not left:
        return []
    context = replace(context, people=(*context.people, *_strangers(left, context)))
    left = [one._replace(text=_name(one.text, context)) for one in left]
    moments = [f"{when}{f' {hours_said(found)}' if found.start and not re.search(':', when) else ''}"] if dated else moments_of(found, now)
    unsaid = [one for one in tokens if one.start in taken] if dated and day_said else []
    if stop:  # whoever stops has done nothing else
        return [_Maker(left, unsaid, context, me).stopped(one, stop, "".join(f" {each.text}" for each in until)) for one in moments]
    return sorted(_Maker(left, unsaid, context, me).offers(moments), key=lambda one: one.cost)


def _strangers(tokens: list[Token], context: Context) -> list[str]:
    """Who is met and nowhere declared: what follows `met` or `with` and is neither an event nor an everyday word."""
    found: list[str] = []
    done, expected = phrases().done, False
    named = {place for one in mentions(chunked(tokens, context), context) if not one.new for place in one.words}
    for one in tokens:
        word = one.text.casefold()
        if expected and word in ("with", "and", ","):
            continue
        capital = one.text[:1].isupper()
        if (
            expected
            and word not in phrases().nobody
            and one.text not in WEEKDAYS
            and (capital or not word.endswith("s"))
            and word.isalpha()
        ):
            known = one.start in named or context.knows(one.text) or word in done or word in phrases().frame
            found += [] if known else [word]
            expected = not known or one.text in (*context.parties, *context.people)
            continue
        expected = word == "with" or any(name in context.with_person for name in done.get(word, ()))
    return found


def _stops(token: Token) -> str:
    """Whether a word says that somebody pauses or goes on; the noun does so only at the beginning, as in an entry."""
    word = token.text.casefold()
    return next((one for one in phrases().done.get(word, ()) if one in (PAUSE, RESUME) and (word != one or token.start == 0)), "")


def _until_of(tokens: Sequence[Token]) -> list[Token]:
    """`until 2026-09-10`, which is no time at which something happened."""
    pairs = [[one, other] for one, other in pairwise(tokens) if one.text.casefold() == "until" and re.fullmatch(ISO, other.text)]
    return pairs[0] if pairs else []


def _name(word: str, context: Context) -> str:
    """A name as the agreement writes it."""
    folded = word.casefold().removesuffix("'s").removesuffix("’s")
    return next((one for one in (*context.parties, *context.people) if one.casefold() == folded), word)


class _Maker:
    """Makes the entries of one line."""

    def __init__(self, left: list[Token], unsaid: list[Token], context: Context, me: str) -> None:
        self.left, self.unsaid, self.context, self.me = left, unsaid, context, me
        self.side = chunked(left, context)
        self.found = self._events()

    def _events(self) -> list[tuple[Mention, tuple[str, ...]]]:
        """The events that the words name, each with what else it could be."""
        free = [
            place for place, one in enumerate(self.left) if one.text not in self.context.parties and one.text not in self.context.people
        ]
        self.side.rest = [place for place in free if one_word(self.left[place].text)]
        found = []
        for one in mentions(self.side, self.context, verbs=phrases().done):
            word = next(token.text.casefold() for token in self.left if token.start in one.words)
            options = tuple(name for name in phrases().done.get(word, ()) if name in self.context.nouns) if one.verb else ()
            found.append((one, options or (one.name,)))
        return found

    def offers(self, moments: list[str]) -> Iterator[Offer]:
        """Every entry, with what it costs."""
        known = [(one, names) for one, names in self.found if not one.new]
        for place, (one, names) in enumerate(known[:2]):
            for number, name in enumerate(names[:3]):
                for moment, (who, used) in product(moments, self._people(name, min(one.words))):
                    yield self._offer(moment, name, who, one.words | used, 2 * place + number)
        if not any(set(names) & self.context.amounts.keys() for _, names in known) and (money := self.side.one("money")) is not None:
            for number, name in enumerate(one for one in ("expense", "payment", "settlement") if one in self.context.nouns):
                for moment, (who, used) in product(moments, self._people(name, min(money.words))):
                    yield self._offer(moment, name, who, used, 2 + number)

    def stopped(self, moment: str, stop: str, until: str) -> Offer:
        """A pause or its end, by a clause that is named, or that alone stops what is named."""
        place = next(one.start for one in self.left if _stops(one) == stop)
        who, used = self._people(stop, place)[-1]
        who = who.partition(" to ")[0].partition(" with ")[0]  # nobody pauses with somebody
        names = (*self.context.parties, *self.context.people)
        used -= {one.start for one in self.left if one.text in names and f" {one.text}" not in who}
        named = {one.start: self.context.pauses[one.text.casefold()] for one in self.left if one.text.casefold() in self.context.pauses}
        clause = f" {min(named.values())}" if len(set(named.values())) == 1 else ""
        lost = self._lost(used | {place} | (named.keys() if clause else set()))
        marked = f"{moment}  {stop}{clause}{who}{until}"
        holes = tuple(re.findall("‹([^›]*)›", marked))
        cost = 8 * len(lost) + 3 * len(holes)
        return Offer((marked.replace("‹", "").replace("›", ""),), marked=(marked,), holes=holes, lost=lost, cost=cost)

    def _offer(self, moment: str, name: str, who: str, used: frozenset[int], cost: int) -> Offer:
        line, more = f"{moment}  {name}{who}", ""
        other: tuple[str, ...] = ()
        money = self.side.one("money")
        number = next((one for one in self.left if re.fullmatch(r"\d+(?:\.\d+)?", one.text)), None)
        unit = self.context.amounts.get(name, "")
        if money is not None and unit:
            sum_said = money.text.split()[0]
            currency = next((one for one in self.left if one.start in money.words and re.fullmatch("[A-Z]{3}", one.text)), None)
            used |= money.words | {one.start for one in self.left if one.text.casefold() == "amount"}
            # Ten euros are not ten dollars; a `$` may be any of many.
            other = () if currency is None or currency.text == unit or not currency.exact else (f"{sum_said} {currency.text}",)
            more = "" if other else f", amount {sum_said} {unit}"
        elif money is None and number is not None and unit and (name in _PAID or _SPENT & {one.text.casefold() for one in self.left}):
            more, used = f", amount {number.text} {unit}", used | {number.start}
        for kind in ("at", "tagged"):
            for chunk in self.side.chunks.get(kind, ())[:1]:
                if chunk.words <= used:
                    continue
                line, used = f"{line} {chunk.text}", used | chunk.words
        company = self._company()
        tags = [
            other
            for other, _ in self.found
            if not other.words & (used | company) and other.name not in _SPENT and "tagged" not in self.side.chunks
        ]
        said = self.left[-1].start if not tags else min(tags[0].words)
        last = next((one.text.casefold() for one in reversed(self.left) if one.start < said), "")
        if tags and name != tags[0].name and not (name in phrases().heard and last in phrases().done):  # `told paul` names somebody
            word = "-".join(token.text.casefold() for token in self.left if token.start in tags[0].words)
            line, used, cost = f"{line} tagged {word}", used | tags[0].words, cost + 1
        lost = (*self._lost(used), *other)
        marked = line + more
        holes = tuple(re.findall("‹([^›]*)›", marked))
        cost += 8 * len(lost) + 3 * len(holes)
        cost += _UNHEARD if name in _TOLD and " to " not in who else 0
        return Offer((marked.replace("‹", "").replace("›", ""),), marked=(marked,), holes=holes, lost=lost, cost=cost)

    def _company(self) -> set[int]:
        """Where the names after `with` are, known or not: somebody, and no tag."""
        found, place = set[int](), ""
        for one in self.left:
            word = one.text.casefold()
            if word == "with" or (place == "after a name" and word in ("and", ",")):
                place = "before a name"
            elif place == "before a name":
                found.add(one.start)
                place = "after a name"
            else:
                place = ""
        return found

    def _lost(self, used: frozenset[int]) -> tuple[str, ...]:
        frame = phrases().frame | _NOTHING
        words = [one for one in self.left if one.start not in used and one.text.casefold() not in frame and one.text != ","]
        when = " ".join(one.said for one in self.unsaid)
        return tuple(dict.fromkeys([*(one.said for one in words), *([when] if when else [])]))

    def _people(self, event: str, at: int) -> list[tuple[str, frozenset[int]]]:
        """Who it is by, to and with, in the words of a log."""
        by: list[str] = []
        to: list[str] = []
        joint: list[str] = []
        outside: list[str] = []
        used: set[int] = set()
        parties = self.context.parties
        for place, token in enumerate(self.left):
            before = [one.text.casefold() for one in self.left[:place] if one.text != "and"]
            last = before[-1] if before else ""
            word = token.text.casefold()
            if word in _TOGETHER and next((one for one in reversed(before) if one not in _TOGETHER), "") == "by":
                used.add(token.start)
                by = by or (self._meant(word) if word != "of" else [])
            elif word in ("i", "we", "me", "us", "both", "everyone", "he", "she"):
                used.add(token.start)
                some = self._meant(word)
                (by if token.start < at and word not in ("me", "us") else to if event in phrases().heard else joint).extend(some)
            elif token.text in parties:
                used.add(token.start)
                if token.start < at and not (set(before) & {"with", "to"}):
                    by.append(token.text)
                elif last in ("by", "from"):
                    by += [token.text] if not by else []
                elif "with" in before or event not in phrases().heard:
                    joint.append(token.text)
                else:
                    to.append(token.text)
            elif token.text in self.context.people or (last == "with" and token.text[:1].isupper() and token.text not in WEEKDAYS):
                used.add(token.start)
                outside.append(token.text)
        doers = by or ([self.me] if self.me else [f"‹{parties[0]}›"] if parties else [])
        found = []
        for each in ([*dict.fromkeys([*doers, *joint])], doers) if joint else (doers,):
            names = dict.fromkeys(each)
            said = f" by {list_words(list(names))}" if each else ""
            heard = [one for one in dict.fromkeys(to) if one not in names]
            said += f" to {list_words(heard)}" if heard else ""
            others = dict.fromkeys([*outside, *(one for one in joint if one not in names)])
            said += f" with {list_words(list(others))}" if others else ""
            found.append((said, frozenset(used)))
        if event in _TOLD and not to and len(parties) == 2:
            other = [one for one in parties if one not in [each.strip("‹›") for each in doers]]
            found += [(f" by {list_words(doers)} to ‹{one}›", frozenset(used)) for one in other[:1]]
        return found

    def _meant(self, word: str) -> list[str]:
        """Who a pronoun is; nobody where that cannot be told."""
        parties = list(self.context.parties)
        if word in _TOGETHER:  # of three, `we` may be two
            return parties if len(parties) == 2 or word in ("everyone", "all") else [f"‹{list_words(parties)}›"]
        others = [one for one in parties if one != self.me]
        if word in ("i", "me"):
            return [self.me] if self.me else []
        return others if len(others) == 1 else []


_TOGETHER = frozenset(["all", "both", "everyone", "of", "us", "we"])  # `by us both`, `by all of us`

_NOTHING = frozenset(
    [
        "and",
        "with",
        "about",
        "on",
        "at",
        "by",
        "from",
        "just",
        "came",
        "back",
        "went",
        "our",
        "some",
        "over",
        "up",
        "out",
        "too",
        "spent",
        "paid",
        "cost",
    ]
)


def one_word(word: str) -> bool:
    """Whether a word may name an event."""
    return bool(re.fullmatch(r"[^\W\d][\w-]*", word)) and word.casefold() not in _NOTHING - _SPENT
