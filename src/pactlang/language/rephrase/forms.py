"""The forms of the language, filled with the parts of a line: every way in which it could be said, with what each leaves out."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING

from pactlang.language.rephrase.chunks import Context, Side, chunked
from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.nouns import Mention, mentions
from pactlang.language.rephrase.parts import FILTERS, TOLD, Candidate, kind_for, left_out, says_what_is
from pactlang.language.rephrase.shapes import Shaped
from pactlang.language.rephrase.single import SingleSide
from pactlang.language.rephrase.slots import slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.language.rephrase.spelling import Token

__all__ = ["Candidate", "candidates", "left_out"]

_TRIGGERS = frozenset(["after", "if", "when", "whenever", "once"])
_UNLESS = frozenset(["unless", "except", "without", "but"])
_CONSENT = r"(?:asking|asking first|consent|a yes|permission|approval|agreement|an ok|ok|a review)(?: (?:by|of|from) .*)?"
_AGREED = (
    r"(?:both|all|everyone|we|the others?|.* others?)(?: of us)? (?:agree|agrees|consent|say yes|says yes|said yes|has agreed|have agreed)"
)
_GIVEN = r"(\S+) (?:(?:said|says|has said) (?:yes|ok|okay)|agreed|agrees|has agreed|consented|consents)"
_MOST_COMBINED = 9
_MOST_COMMAS = 4
_JOINTS = frozenset(["and", "or", ","])
_LENGTH_WORD = r"(?:minute|hour|day|week|month)s?$"
_UNLIKELY = 2
_OTHERWISE = 5  # where a shape holds every word of the line, its parts are hardly meant apart
_SOME = frozenset(
    [
        "the",
        "a",
        "of",
        "and",
        "or",
        ",",
        "parent",
        "partner",
        "party",
        "one",
        "our",
        "two",
        "three",
        "my",
        "we",
        "both",
        "all",
        "everyone",
        "everybody",
        "us",
        "other",
        "others",
        "me",
        "you",
        "each",
        "parents",
        "partners",
        "else",
        "them",
    ]
)
_NO_TAG = frozenset(
    [
        *(month.casefold() for month in MONTHS),
        *slots()["subject"],
        *slots()["being"],
        *slots()["modal"],
        *slots()["yes"],
        "other",
        "others",
        "all",
        "both",
    ]
) - {"free"}
_LINKING = frozenset(["a", "an", "the", "when", "if", "there", "is", "are", "it", "for"])


def _from_when_on(words: list[str]) -> bool:
    """Whether `but` says that something must not come too early, and makes no exception."""
    return words[0] == "but" and words[1:2] in (["no"], ["not"]) and words[2:3] in (["sooner"], ["earlier"], ["before"], ["in"], ["within"])


class _Maker(SingleSide, Shaped):
    """Makes the candidates of one line."""

    def all(self) -> list[Candidate]:
        words = [token.text.casefold() for token in self.tokens]
        if not words:
            return []
        self._shapes()
        if self.alone:
            return self.found
        self._pause(words)
        main, extra = self._split_unless(words)
        self.extra = extra
        cut = next((place for place, word in enumerate(words[:main]) if word in _TRIGGERS or word == "before"), None)
        if cut is not None:
            self._two_sides(words, cut, main, extra)
        who = words[0] in ("who", "whoever") or words[:2] in (["the", "one"], ["anyone", "who"])
        self.asked = frozenset(
            token.start for token in self.tokens[:3] if who and token.text.casefold() in ("who", "whoever", "one", "anyone")
        )
        self._single(self.tokens[:main], extra, who=who)
        if any(not one.new for one in mentions(chunked(self.tokens, self.context), self.context)):
            for one in self.found:  # what the agreement has an event for is hardly about something new
                one.cost += _UNLIKELY * any(declared.split()[1] == one.noun for declared in one.declares)
        if any(one.shaped and not left_out(self.tokens, one.used) for one in self.found):
            for one in self.found:
                one.cost += 0 if one.shaped else _OTHERWISE
        return self.found

    def _split_unless(self, words: list[str]) -> tuple[int, str]:
        """Where an exception begins, and what the language says for it."""
        begins = (number for number, word in enumerate(words) if number and word in _UNLESS and not _from_when_on(words[number:]))
        place = next(begins, len(words))
        rest = self.tokens[place + 1 :]
        if not rest:
            return len(words), ""
        self.extra_words = frozenset(token.start for token in self.tokens[place:])
        text = " ".join(token.text for token in rest).casefold()
        if re.fullmatch(_CONSENT, text) or re.fullmatch(_AGREED, text):
            self._nobodys(rest)
            self.all_agree = self.all_agree or re.match("both|all|everyone|we", text) is not None
            whose = self._whose(rest)
            return place, f"unless consent by {whose} within the last ‹7 days›"
        given = re.fullmatch(_GIVEN, " ".join(token.text for token in rest))
        if given and given[1] in (*self.context.parties, *self.context.people):
            return place, f"unless consent by {given[1]} within the last ‹7 days›"
        side = chunked(rest, self.context)
        filters = self._filters(side, ("by", "with", "new", "at", "tagged", "on", "clock"))
        if "no" in side.chunks:  # `unless not at home` is `at home`
            return (place, filters) if filters and not side.rest else (len(words), "")
        if filters and not side.rest and side.chunks.keys() <= {"by", "with", "new", "at", "tagged", "on", "clock"}:
            return place, f"unless {filters}"
        known = {one.casefold(): one for one in self.context.people}
        people = [rest[number].text for number in side.rest]
        if not filters and len(people) == 1 and (people[0][:1].isupper() or people[0].casefold() in known):
            return place, f"unless with {known.get(people[0].casefold(), people[0])}"
        # `by Wednesday` and the like are said by none of these, and so left out.
        self.extra_words -= {start for found in side.chunks.values() for one in found for start in one.words if not filters}
        named = mentions(side, self.context)
        if not filters and len(named) == 1 and named[0].words >= {rest[number].start for number in side.rest}:
            return place, f"unless {named[0].name}" if named[0].name in self.context.states else f"unless tagged {named[0].name}"
        words = [rest[number].text.casefold() for number in range(len(rest)) if rest[number].text.casefold() not in _LINKING]
        if text.split()[0] != "it" and set(text.split()) & {"is", "are"}:
            self.extra_words = frozenset()
            return place, ""  # what is so for a while, and no tag
        if not filters and 0 < len(words) < 4 and all(word.isalpha() and word not in _NO_TAG for word in words):
            return place, f"unless tagged {'-'.join(words)}"
        self.extra_words = frozenset()
        return place, ""

    def _nobodys(self, rest: list[Token]) -> None:
        """`approval by the lead`: who is no party is told as left out."""
        joint = next((number for number, token in enumerate(rest) if token.text in ("by", "of", "from")), len(rest))
        named = {*_SOME, *(one.casefold() for one in self.context.parties)}
        stop = joint + 1
        while stop < len(rest) and rest[stop].text.casefold() in named:
            stop += 1
        self.extra_words -= {token.start for token in rest[joint if stop == joint + 1 else stop :]}

    def _whose(self, rest: list[Token]) -> str:
        """Whose consent is asked: `without consent by Cleo` asks her alone. What follows the names is left to the rest of the line."""
        if so_many := re.search(r"\bat least \d+ of (?:us|the others)\b", " ".join(token.text for token in rest).casefold()):
            return so_many[0]
        names: list[str] = []
        for number, token in enumerate(rest):
            if token.text in self.context.parties or token.text in self.context.people:
                names += [token.text] if token.text not in names else []
            elif names and token.text.casefold() not in _JOINTS:
                self.extra_words -= {one.start for one in rest[number:]}
                break
        joint = " or " if any(token.text.casefold() == "or" for token in rest) else " and "
        said = " ".join(token.said for token in rest)
        everyone = re.search(r"\b(?:both|all|everyone|everybody|we)\b", said, re.I) and not re.search(r"\bothers?\b|\belse\b", said, re.I)
        return joint.join(names) or ("everyone" if everyone else "the others")

    def _two_sides(self, words: list[str], cut: int, main: int, extra: str) -> None:
        commas = [
            place for place, word in enumerate(words[:main]) if word == "," and place > cut and words[place + 1 : place + 2] != ["but"]
        ]
        before = words[cut] == "before"
        if cut == 0 and commas:
            sides = [(self.tokens[1:place], self.tokens[place + 1 : main]) for place in commas[:_MOST_COMMAS]]
        elif cut == 0:
            sides = [(self.tokens[1:place], self.tokens[place:main]) for place in range(2, main - 1)][:12]
        else:
            first = self.tokens[: cut + 1] if before and re.match(_LENGTH_WORD, words[cut - 1]) else self.tokens[:cut]
            while first and first[-1].text == ",":
                first = first[:-1]
            # `…, same day`, or `… within 2 hours` without a comma
            end = commas[0] if commas else main if before else next((n for n in range(cut + 2, main) if words[n] == "within"), main)
            sides = [(self.tokens[cut + 1 : end], [*first, *self.tokens[end + bool(commas) : main]])]
        for begun, right in sides:
            left, used = begun, self._at(cut)
            self.each_first = [one.text.casefold() for one in begun[:2]] in (
                ["each", "first"],
                ["every", "first"],
                ["a", "first"],
                ["any", "first"],
            )
            while left and left[0].text.casefold() in ("each", "every", "the", "a", "an", "any"):
                used |= {left[0].start}  # `each` is written for any of these
                left = left[1:]
            trigger, duty = chunked(left, self.context), chunked(right, self.context)
            if (anyone := trigger.one("by")) is not None and anyone.text == "by anyone":  # `before someone sleeps over`
                used |= trigger.chunks.pop("by")[0].words
            if "no" not in duty.chunks:  # what is not to happen is nothing that anybody owes
                (self._precedence if before else self._response)(trigger, duty, extra, used)

    def _at(self, place: int) -> frozenset[int]:
        return frozenset({self.tokens[place].start})

    def _first(self, side: Side) -> frozenset[int]:
        """Where a trigger says that it is about the first one."""
        return frozenset(token.start for token in side.tokens[:3] if token.text.casefold() == "first")

    def _occasion(self, side: Side, first: frozenset[int], *, of_each: bool = False) -> str:
        """What narrows an occasion; the first one with somebody new is the first of each party with each person."""
        if not first or ("new" not in side.chunks and not of_each):
            return self._tail(side, FILTERS)
        by = self._tail(side, ("by",)) or " by each party"
        return f"{by} with each person{self._tail(side, [one for one in FILTERS if one not in ('by', 'with', 'new', 'samep')])}"

    def _own(self, trigger: Side, by: str) -> str:
        """Of two, who tells the other is who it is about."""
        who = by.strip(" ‹›").removeprefix("by ").strip("‹›")
        own = "‹" in by or who == self.context.speaker
        return by if own and "by" not in trigger.chunks and who in self.context.parties else ""

    def _response(self, trigger: Side, duty: Side, extra: str, used: frozenset[int]) -> None:
        for occasion in self._nouns(trigger)[:2]:
            acts = [one for one in mentions(duty, self.context) if one.name != occasion.name or not one.new]
            acts = [*_as_typed(acts, duty), *acts]
            for act in acts[-2:] or ():
                told = self._deadline(duty)
                first = self._first(trigger)
                each = "the first" if first else "each"
                what = f"after {each} {occasion.name}{self._tail(trigger, FILTERS)}"
                who, holes = self._who(duty, ("the same party", *duty.other_than_told(self.context.parties)))
                for place, by in enumerate(who):
                    about = self._tail(duty, ("to", "others", "with", "at", "tagged", "where"))
                    line = f"{what}{self._own(trigger, by)}, {act.name}{by}{about} {told.text}"
                    line += f" {extra}" if extra else ""
                    self._add([line], kind_for(act.name), act.name, [occasion, act], [trigger, duty], used | first, cost=holes + place)

    def _precedence(self, trigger: Side, duty: Side, extra: str, used: frozenset[int]) -> None:
        ahead = duty.one("ahead", "last") or trigger.one("ahead", "last")
        for occasion in self._nouns(trigger)[:2]:
            acts = [one for one in mentions(duty, self.context, wanted="notice") if one.name != occasion.name]
            if not acts and "notice" in self.context.nouns:
                acts = [Mention("notice", frozenset(), verb=True)]
            for act in acts[-2:]:
                first = self._first(trigger)
                who, holes = self._who(duty, ("the same party", *duty.other_than_told(self.context.parties)))
                if who == [" by each party"]:  # each before what each does
                    who = [" by the same party"]
                    used = used.union(*(chunk.words for chunk in duty.chunks["by"]))
                leads = [ahead.text] if ahead is not None else ["at least ‹1 hour› ahead", "within the last ‹7 days›", ""]
                for by in who[:2]:
                    to = self._tail(duty, ("to", "others", "with", "where")) or (" to the others" if act.name in TOLD else "")
                    for lead in leads:
                        each = "the first" if first else "each"
                        of_each = self.each_first and occasion.name in self.context.with_person
                        what = f"before {each} {occasion.name}{self._occasion(trigger, first, of_each=of_each)}{self._own(trigger, by)}"
                        kind = "consent" if act.name == "consent" else "notice"
                        line = f"{what}, {act.name}{by}{to} {lead}".rstrip()
                        new = trigger.chunks["new"][0].words if first and "new" in trigger.chunks else frozenset()
                        self._add([line], kind, occasion.name, [occasion, act], [trigger, duty], used | first | new, cost=holes)

    def _single(self, tokens: Sequence[Token], extra: str, *, who: bool = False) -> None:
        parts: list[list[Token]] = [[]]
        for token in tokens:
            if token.text == ",":
                parts.append([])
            else:
                parts[-1].append(token)
        whole = [token for part in parts for token in part]
        self._one_side(chunked(whole, self.context), extra, who=who)
        if len(parts) > 1:
            self._several([chunked(part, self.context) for part in parts if part], extra)

    def _several(self, sides: list[Side], extra: str) -> None:
        """Two rules on one line, each with its own side of a comma; the second may take its noun from the first."""
        if any(says_what_is(side.tokens) for side in sides):
            return
        before, self.found = self.found, []
        each: list[list[Candidate]] = []
        noun: list[Mention] = []
        who = [side.chunks["by"] for side in sides if "by" in side.chunks]
        for side in sides:
            if len(who) == 1 and side.one("limit"):
                side.chunks.setdefault("by", who[0])
            if side.one("limit") and not side.one("per", "roll", "every", "on") and "per" in sides[0].chunks:
                side.chunks["per"] = [one._replace(words=frozenset()) for one in sides[0].chunks["per"]]
            if side is not sides[0] and "no" in sides[0].chunks and not mentions(side, self.context):
                _ban_goes_on(sides[0], side)
            self.found = []
            self._one_side(side, extra if side is sides[-1] else "", noun)
            named = self._nouns(side)
            noun = noun or named[:1]
            if {"may", "pause"} <= {token.text.casefold() for token in side.tokens}:  # `…, at most twice a year`: so often may one pause
                noun = [Mention("pause", frozenset(), plural="pauses")]
            if self.found or not named or side.chunks:  # `shopping: Ana on Mondays, Ben on Thursdays` begins with what it is about
                each.append(self.found)
        self.found = before
        if not each or not all(each):
            return
        ranked = [sorted(one, key=lambda found: found.cost)[:3] for one in each]
        for chosen in islice(product(*ranked), _MOST_COMBINED):
            declares = _once(declared for one in chosen for declared in one.declares)
            lines = tuple(line for one in chosen for line in one.lines)
            used = frozenset().union(*(one.used for one in chosen))
            self.found.append(Candidate(lines, chosen[0].kind, chosen[0].noun, declares, used, sum(one.cost for one in chosen)))


def _as_typed(acts: Sequence[Mention], duty: Side) -> list[Mention]:
    """`report by Ana`: a noun before `by` may be an event of its own, and no verb."""
    words = {token.start: place for place, token in enumerate(duty.tokens)}
    found = []
    for act in acts:
        place = words[max(act.words)] if act.verb else len(duty.tokens)
        if any(token.text == "by" for token in duty.tokens[place + 1 : place + 2]):
            found.append(Mention(duty.tokens[place].text.casefold(), act.words, new=True))
    return found


def _ban_goes_on(first: Side, side: Side) -> None:
    """`no noise after 22:00 on weekdays, 24:00 on weekends`: the second part forbids, too, and begins at its own time."""
    side.chunks.setdefault("no", first.chunks["no"])
    begun, clock = first.one("clock"), side.chunks.get("at_clock")
    if begun is not None and clock and "clock" not in side.chunks and begun.text.endswith("‹06:00›"):
        side.chunks["clock"] = [one._replace(text=f"between {one.text.removeprefix('at ')} and ‹06:00›") for one in clock]
        del side.chunks["at_clock"]


def _once(declares: Iterable[str]) -> tuple[str, ...]:
    """Each event once, with all that any line of several needs of it."""
    found: dict[str, str] = {}
    for one in declares:
        name = one.partition("\n")[0]
        found[name] = max(found.get(name, ""), one, key=len)
    return tuple(found.values())


def candidates(tokens: Sequence[Token], context: Context) -> list[Candidate]:
    """Every way in which a line could be said by a form of the language."""
    return _Maker(tokens, context).all()
