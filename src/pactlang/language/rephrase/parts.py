"""What all forms are made with: a candidate, the parts of a sentence, and which words of the line a candidate holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.language.rephrase.chunks import PEOPLE, Chunk, Context, Side
from pactlang.language.rephrase.nouns import Mention, mentions, narrowed, singular, together
from pactlang.language.rephrase.rules import phrases
from pactlang.language.rephrase.slots import slots, verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.spelling import Token

FILTERS = ("by", "to", "with", "new", "samep", "at", "tagged", "on", "clock", "lasting", "contrary", "where", "while")
_ALLOWING = frozenset(["can", "may", "could", "only"])
_TELLING = frozenset(
    ["tell", "say", "announce", "mention", "inform", "warn", "notify", "give", "let", "message", "text", "report", "share"]
)
TOLD = frozenset(["notice", "disclosure", "message"])
_KINDS = {"disclosure": "disclosure", "aftercare": "aftercare", "test": "testing", "check-in": "check-in", "review": "review"}


_ONLY_IF = re.compile(r"\b(?:only|ok|okay|fine|needs?|requires?)\b", re.IGNORECASE)
_ALL_AGREE = re.compile(r"\b(?:both|all|everyone|we)\b.*\bagree", re.IGNORECASE)


class Candidate(Struct):
    """Whole lines, with what nobody said between ‹ and ›; what has to be declared; the words that are in it; how far it is fetched."""

    lines: tuple[str, ...]
    kind: str
    noun: str
    declares: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()  # starts of words
    cost: int = 0
    shaped: bool = False  # of the whole line, as `shapes.txt` says it


class Parts:
    """Makes candidates out of the parts of one line."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        numbered = [token._replace(start=place) for place, token in enumerate(tokens)]  # a phrase may have made several words of one
        self.tokens = _apart(_with_lists([token for token in numbered if token.text != ":"], context), context)
        self.context = context
        self.found: list[Candidate] = []
        self.alone = False  # a shape says what the line means, and nothing else is tried
        self.asked: frozenset[int] = frozenset()  # the words of `who …`
        self.only_if = any(_ONLY_IF.search(token.said) for token in tokens)
        self.all_agree = any(_ALL_AGREE.search(token.said) for token in tokens)
        self.each_first = False  # `before each first date`: the first with each person
        self.unit = ""  # of an amount that was said
        self.extra, self.extra_words = "", frozenset[int]()  # the exception at the end, and its words

    def _nouns(self, side: Side) -> list[Mention]:
        found = mentions(side, self.context)
        return sorted([*narrowed(found, side), *together(found, side), *found], key=lambda one: one.new)

    def _noun_of_heading(self) -> list[Mention]:
        """`cap screens` above `at most 2 hours per day`."""
        name = self.context.name
        if not name:
            return []
        for noun, plural in self.context.nouns.items():
            if name in (noun, plural) or noun in phrases().verbs.get(name, ()):
                return [Mention(noun, frozenset(), plural=plural)]
        money = [one for one in ("expense",) if one in self.context.nouns]
        found = (
            [Mention(one, frozenset(), plural=self.context.nouns[one]) for one in money]
            if any(t.text == "EUR" for t in self.tokens)
            else []
        )
        return [*found, Mention(singular(name), frozenset(), new=True)]

    def _filters(self, side: Side, kinds: Sequence[str]) -> str:
        return self._tail(side, kinds).strip()

    def _tail(self, side: Side, kinds: Sequence[str]) -> str:
        return "".join(f" {chunk.text}" for kind in kinds for chunk in side.chunks.get(kind, ())[:1])

    def _who(self, side: Side, usual: Sequence[str]) -> tuple[list[str], int]:
        """By whom, as was said; else the usual ones, as holes."""
        by = side.one("by")
        if by is not None:
            return [f" {by.text}"], 0
        words = {token.text.casefold() for token in side.tokens}
        if words & {"we", "both"}:
            # What we tell each other, whoever it is about tells.
            return ([" by the same party"] if words & _TELLING and "the same party" in usual else []) + [" by everyone"], 0
        return [f" by ‹{one}›" for one in usual], 3

    def _deadline(self, side: Side) -> Chunk:
        found = side.one("within")
        if found is None and (clock := side.one("byclock")) is not None:
            found = clock
        sooner = side.one("sooner")
        if sooner is None:
            return found or Chunk("within", "within ‹24 hours›", frozenset())
        number, unit = re.findall(r"(\d+) (\w+)", sooner.text)[0]
        limit = found.text if found is not None else f"within ‹{2 * int(number)} {unit.rstrip('s')}s›"
        return Chunk("within", f"{limit}, {sooner.text}", sooner.words | (found.words if found is not None else frozenset()))

    def _say(self, line: str, kind: str, what: Mention, side: Side, used: Sequence[Chunk], *more: Mention, cost: int = 0) -> None:
        self._add(
            [line],
            kind,
            what.name,
            [what, *more],
            [side],
            frozenset().union(*(one.words for one in used)),
            cost=cost,
        )

    def _add(
        self, lines: list[str], kind: str, noun: str, named: Sequence[Mention], sides: Sequence[Side],
        used: frozenset[int], *, cost: int = 0, fields: str = "",
    ) -> None:  # fmt: skip
        lines = [*lines, *(side.chunks["span"][0].text for side in sides if "span" in side.chunks)]
        said = " ".join(lines).replace("‹", "").replace("›", "")
        if "by ‹" in " ".join(lines) or "by everyone" in said or "to the others" in said or "the same party" in said:
            starts_of_people = {token.start for side in sides for token in side.tokens if token.text.casefold() in PEOPLE}
        elif " by " not in said and said.startswith(("at most", "at least", "no ")):  # what nobody in particular does is limited for all
            starts_of_people = {
                token.start for side in sides for token in side.tokens if token.text.casefold() in ("we", "us", "you", "they")
            }
        else:
            starts_of_people = set()
        if said.startswith(("at most", "no ", "before each")):  # what may be, within limits
            starts_of_people |= {token.start for side in sides for token in side.tokens if token.text.casefold() in _ALLOWING}
        starts = {*used, *starts_of_people}.union(*(one.words for one in named))
        if "the same party" in said:
            starts |= self.asked
        written = " ".join(lines).replace("consent by everyone", "consent by the others")
        if self.extra and self.extra.removeprefix("unless ").replace("consent by everyone", "consent by the others") in written:
            starts |= self.extra_words
        for side in sides:
            for chunks in side.chunks.values():
                for chunk in chunks:
                    if chunk.text and chunk.text.replace("‹", "").replace("›", "") in said:
                        starts |= chunk.words
        new = [one for one in named if one.new]
        declares: list[str] = []
        for one in new:
            plural = f"\n    plural {one.plural}" if one.plural and one.plural != f"{one.name}s" else ""
            fields = fields or next((one for one in re.findall(r" where ([\w-]+) is ", said) if one != "amount"), "")
            amount = (
                f"\n    amount in {self.unit or 'EUR'}"
                if "amount is" in said or re.search(rf" [A-Z]{{3}} of {re.escape(one.name)}", said)
                else ""
            )
            more = f"\n    fields {fields}" if fields else ""
            more += "\n    with person" if re.search(rf"\b{re.escape(one.name)}(?:s|es)?(?: by [^,]+?)? with ", said) else ""
            declares.append(f"event {one.name}{plural}{amount}{more}")
        for day in re.findall(r" within \d+ ((?:working|business|school)-day)s?", said):
            if (days := f"{day}s") not in self.context.days:
                declares.append(f"days {days}\n    weekdays")
        for days in re.findall(r" on ((?:working|business|school)-days)", said):
            if days not in self.context.days:
                declares.append(f"days {days}\n    weekdays")
        declares += self.states_of(said)
        self.found.append(Candidate(tuple(lines), kind, noun.partition(" ")[0], tuple(declares), frozenset(starts), cost + len(set(new))))

    def states_of(self, said: str) -> list[str]:
        """What has to be declared for the states of a sentence."""
        new = [one for one in re.findall(r"(?<!\S)while ([\w-]+)", said) if one not in (*self.context.states, "paused")]
        return [
            line
            for one in new
            for line in (f"event {one}-start", f"event {one}-end", f"state {one}\n    starts with {one}-start\n    ends with {one}-end")
        ]


def _with_lists(tokens: list[Token], context: Context) -> list[Token]:
    """Commas between names of parties are no ends of anything: `Eva, Jan or Marta`."""
    found = list(tokens)
    for place in range(1, len(found) - 1):
        named = found[place - 1].text in context.parties and found[place + 1].text in context.parties
        if found[place].text == "," and named and not (place + 2 < len(found) and found[place + 2].text in ("gets", "has", "does", "is")):
            joint = next((one.text for one in found[place + 2 :] if one.text in ("and", "or")), "and")
            found[place] = found[place]._replace(text=joint)
    return found


_AFTER_A_NAME = frozenset(["and", "or", ",", "'s", "then"])


def _apart(tokens: list[Token], context: Context) -> list[Token]:
    """`Ana cooks on Mondays and Ben on Tuesdays`: somebody else begins a part of their own."""
    found = list(tokens)
    for place in range(2, len(found) - 2):
        before, one, who, after = found[place - 1 : place + 3]
        named = who.text in context.parties and before.text not in context.parties and before.text != ","
        others = any(each.text in context.parties for each in found[: place - 1])
        if one.text == "and" and named and others and after.text.casefold() not in _AFTER_A_NAME:
            found[place] = one._replace(text=",")
    return found


_THINGS = frozenset(["will", "do", "use", "hold", "throw", "host", "find"])


def is_a_thing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that says nothing elsewhere is a thing here: `nobody mentions the will`."""
    before = tokens[place - 1].text.casefold() if place else ""
    return tokens[place].text.casefold() in _THINGS and before in ("the", "a", "my", "your", "his", "her", "our")


_MAY_NOT = frozenset(["allowed", "ok", "okay", "fine", "welcome", "permitted", "to", "at", "in", "on", "with", "for", "by", "left"])


def says_what_is(tokens: Sequence[Token]) -> bool:
    """`Ty is not out yet`, `silence is not consent`: what is so, and nothing that anybody owes or is forbidden."""
    words = [token.text.casefold() for token in tokens]
    place = next((place for place, word in enumerate(words[:-2]) if word in ("is", "are", "am", "was", "were")), None)
    if not place or words[place + 1] != "not" or words[0] in ("no", "nobody", "never"):
        return False
    after = words[place + 2]
    return after not in _MAY_NOT and not after.endswith(("ed", "en", "n")) and verb_forms().get(after, ("", ""))[1] != "past"


def kind_for(event: str) -> str:
    """The kind of clause in which an event is owed."""
    return _KINDS.get(event, "promise")


def loses_its_limit(said: Sequence[str], tokens: Sequence[Token], used: frozenset[int] = frozenset()) -> bool:
    """Whether a ban or a cap would hold for more than was meant, without whom, where, when or but for what it is forbidden.

    >>> from pactlang.language.rephrase.spelling import spelled
    >>> lost = spelled("with a coworker")
    >>> loses_its_limit(["no encounter"], lost), loses_its_limit(["encounter every week"], lost)
    (True, False)
    """
    if said[0].startswith("before "):  # what has to go before a thing is a ban of it, too
        return any(token.text.casefold() == "outside" for place, token in enumerate(tokens) if place not in used)
    if not any(_FORBIDS.match(one) for one in said):
        return False
    narrowing, people = slots()["narrowing"], slots()["people"]
    opened, joint = False, ""
    for place, token in enumerate(tokens):
        word = token.text.casefold()
        lost = place not in used
        if word in slots()["reasons"] and lost:
            return False
        if word in narrowing and lost:
            left = place > 0 and tokens[place - 1].text.casefold() in slots()["staying"]  # `not left in the machine`
            joint = word
            opened = not left or (place - 1 not in used and tokens[place - 1].text.casefold() not in phrases().frame)
            if word in slots()["outer"]:
                return True  # `to anyone outside`
        elif joint == "with" and not lost and word not in phrases().frame and re.match(rf"\w+ (?:[\w-]*-)?{re.escape(word)}\b", said[0]):
            return True  # the event itself, or glued to it: `no encounter-coworker`
        elif not lost or token.text == ",":
            opened, joint = False, joint if word in phrases().frame else ""
        elif opened and word not in phrases().frame and word not in people and not (word in _PARTS and " between " in said[0]):
            return True
    return False


_FORBIDS = re.compile(r"(?:no|never|nobody|at most|max|up to|not more than|(?:after|before) [^,]*, no)\b")
_PARTS = frozenset(["morning", "mornings", "afternoon", "evening", "evenings", "night"])  # in hours


def left_out(tokens: Sequence[Token], used: frozenset[int]) -> tuple[str, ...]:
    """The words of a line that a candidate does not hold, in runs, as they were typed."""
    runs: list[list[str]] = []
    last = -2
    for place, token in enumerate(tokens):
        if place in used or token.text in (",", ":"):
            continue
        if token.text.casefold() in phrases().frame and not is_a_thing(tokens, place):
            continue
        if last == place - 1 and runs:
            if runs[-1][-1] != token.said:
                runs[-1].append(token.said)
        else:
            runs.append([token.said])
        last = place
    return tuple(dict.fromkeys(" ".join(run) for run in runs))
