"""The forms of the language, filled with the parts of a line: every way in which it could be said, with what each leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.language.rephrase.chunks import AMOUNT, FRAME, Chunk, Context, Side, chunked
from pactlang.language.rephrase.nouns import Mention, mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.spelling import Token

_TRIGGERS = frozenset(["after", "if", "when", "whenever", "once"])
_UNLESS = frozenset(["unless", "except", "without", "but"])
_CONSENT = r"(?:asking|asking first|consent|a yes|permission|approval|agreement|an ok|ok|a review)(?: (?:by|of|from) .*)?"
_AGREED = r"(?:both|all|everyone|we|the others?|.* others?)(?: of us)? (?:agree|agrees|consent|say yes|has agreed|have agreed)"
_FILTERS = ("by", "to", "with", "new", "samep", "at", "tagged", "on", "clock", "lasting", "where")


class Candidate(Struct):
    """Whole lines, with what nobody said between ‹ and ›; what has to be declared; the words that are in it; how far it is fetched."""

    lines: tuple[str, ...]
    kind: str
    noun: str
    declares: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()  # starts of words
    cost: int = 0


class _Maker:
    """Makes the candidates of one line."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        self.tokens = _with_lists([token for token in tokens if token.text != ":"], context)
        self.context = context
        self.found: list[Candidate] = []
        self.unit = ""  # of an amount that was said
        self.extra, self.extra_words = "", frozenset[int]()  # the exception at the end, and its words

    # --- the shape of the line ---

    def all(self) -> list[Candidate]:
        words = [token.text.casefold() for token in self.tokens]
        if not words:
            return []
        self._pause(words)
        main, extra = self._split_unless(words)
        self.extra = extra
        cut = next((place for place, word in enumerate(words[:main]) if word in _TRIGGERS or word == "before"), None)
        if cut is not None:
            self._two_sides(words, cut, main, extra)
        who = words[0] in ("who", "whoever") or words[:2] in (["the", "one"], ["anyone", "who"])
        self._single(self.tokens[:main], extra, who=who)
        return self.found

    def _split_unless(self, words: list[str]) -> tuple[int, str]:
        """Where an exception begins, and what the language says for it."""
        place = next((number for number, word in enumerate(words) if number and word in _UNLESS), len(words))
        rest = self.tokens[place + 1 :]
        if not rest:
            return len(words), ""
        self.extra_words = frozenset(token.start for token in self.tokens[place:])
        text = " ".join(token.text for token in rest).casefold()
        if re.fullmatch(_CONSENT, text) or re.fullmatch(_AGREED, text):
            return place, "unless consent by the others within the last ‹7 days›"
        side = chunked(rest, self.context)
        filters = self._filters(side, ("by", "with", "new", "at", "tagged", "on", "clock"))
        if filters and not side.rest:
            return place, f"unless {filters}"
        known = {one.casefold(): one for one in self.context.people}
        people = [rest[number].text for number in side.rest]
        if not filters and len(people) == 1 and (people[0][:1].isupper() or people[0].casefold() in known):
            return place, f"unless with {known.get(people[0].casefold(), people[0])}"
        named = mentions(side, self.context)
        if not filters and len(named) == 1 and named[0].words >= {rest[number].start for number in side.rest}:
            return place, f"unless {named[0].name}" if named[0].name in self.context.states else f"unless tagged {named[0].name}"
        self.extra_words = frozenset()
        return place, ""

    def _two_sides(self, words: list[str], cut: int, main: int, extra: str) -> None:
        commas = [place for place, word in enumerate(words[:main]) if word == "," and place > cut]
        before = words[cut] == "before"
        if cut == 0 and commas:
            sides = [(self.tokens[1:place], self.tokens[place + 1 : main]) for place in commas]
        elif cut == 0:
            sides = [(self.tokens[1:place], self.tokens[place:main]) for place in range(2, main - 1)][:12]
        else:
            first = self.tokens[:cut]
            while first and first[-1].text == ",":
                first = first[:-1]
            end = commas[0] if commas else main
            sides = [(self.tokens[cut + 1 : end], first)]
        for begun, right in sides:
            left = begun
            while left and left[0].text.casefold() in ("each", "every", "the", "a", "an", "any"):
                left = left[1:]
            trigger, duty = chunked(left, self.context), chunked(right, self.context)
            (self._precedence if before else self._response)(trigger, duty, extra, self._at(cut))

    def _at(self, place: int) -> frozenset[int]:
        return frozenset({self.tokens[place].start})

    def _first(self, side: Side) -> frozenset[int]:
        """Where a trigger says that it is about the first one."""
        return frozenset(token.start for token in side.tokens[:3] if token.text.casefold() == "first")

    # --- forms ---

    def _response(self, trigger: Side, duty: Side, extra: str, used: frozenset[int]) -> None:
        for occasion in self._nouns(trigger)[:2]:
            acts = [one for one in mentions(duty, self.context) if one.name != occasion.name or not one.new]
            for act in acts[-2:] or ():
                told = self._deadline(duty)
                first = self._first(trigger)
                each = "the first" if first else "each"
                what = f"after {each} {occasion.name}{self._tail(trigger, _FILTERS)}"
                who, holes = self._who(duty, ("the same party",))
                for by in who:
                    line = f"{what}, {act.name}{by}{self._tail(duty, ('to', 'others', 'with', 'at', 'tagged', 'where'))} {told.text}"
                    line += f" {extra}" if extra else ""
                    self._add([line], _kind_after(act.name), act.name, [occasion, act], [trigger, duty], used | first, cost=holes)

    def _precedence(self, trigger: Side, duty: Side, extra: str, used: frozenset[int]) -> None:
        ahead = duty.one("ahead", "last") or trigger.one("ahead", "last")
        for occasion in self._nouns(trigger)[:2]:
            acts = [one for one in mentions(duty, self.context, wanted="notice") if one.name != occasion.name]
            if not acts and "notice" in self.context.nouns:
                acts = [Mention("notice", frozenset(), verb=True)]
            for act in acts[-2:]:
                first = self._first(trigger)
                who, holes = self._who(duty, ("the same party",))
                leads = [ahead.text] if ahead is not None else ["at least ‹1 hour› ahead", "within the last ‹7 days›"]
                for by in who[:2]:
                    to = self._tail(duty, ("to", "others", "with", "where")) or (" to the others" if act.name in _TOLD else "")
                    for lead in leads:
                        what = f"before {'the first' if first else 'each'} {occasion.name}{self._tail(trigger, _FILTERS)}"
                        kind = "consent" if act.name == "consent" else "notice"
                        line = f"{what}, {act.name}{by}{to} {lead}"
                        self._add([line], kind, occasion.name, [occasion, act], [trigger, duty], used | first, cost=holes)

    def _single(self, tokens: Sequence[Token], extra: str, *, who: bool = False) -> None:
        parts: list[list[Token]] = [[]]
        for token in tokens:
            if token.text == ",":
                parts.append([])
            else:
                parts[-1].append(token)
        whole = [token for part in parts for token in part]
        self._one_side(chunked(whole, self.context), extra)
        if len(parts) > 1:
            self._several([chunked(part, self.context) for part in parts if part], extra)

    def _several(self, sides: list[Side], extra: str) -> None:
        """Two rules on one line, each with its own side of a comma; the second may take its noun from the first."""
        before, self.found = self.found, []
        each: list[list[Candidate]] = []
        noun: list[Mention] = []
        for side in sides:
            self.found = []
            self._one_side(side, extra if side is sides[-1] else "", noun)
            noun = noun or self._nouns(side)
            each.append(self.found)
        self.found = before
        if len(each) == 2 and all(each):
            for first in sorted(each[0], key=lambda one: one.cost)[:3]:
                for second in sorted(each[1], key=lambda one: one.cost)[:3]:
                    declares = tuple(dict.fromkeys((*first.declares, *second.declares)))
                    lines = (*first.lines, *second.lines)
                    used = first.used | second.used
                    self.found.append(Candidate(lines, first.kind, first.noun, declares, used, first.cost + second.cost))

    def _one_side(self, side: Side, extra: str, noun: Sequence[Mention] = ()) -> None:
        nouns = self._nouns(side) or list(noun) or self._noun_of_heading()
        no = side.one("no")
        limit, hours, amount, times = side.one("limit"), side.one("hours"), side.one("amount"), side.one("times")
        window = side.one("per", "roll")
        rhythm = side.one("every")
        gap = side.one("gap")
        for what in nouns[:3]:
            tail = self._tail(side, _FILTERS)
            ending = f" {extra}" if extra else ""
            if gap is not None:
                self._say(f"{gap.text} {what.name}{tail}{ending}", "cap", what, side, [gap])
            if limit is not None:
                self._limit(limit.text, what, side, window, rhythm, ending, [limit])
            elif times is not None:
                for cost, bound in enumerate(("at least", "at most")):
                    self._limit(f"{bound} {times.text}", what, side, window, rhythm, ending, [times], cost=cost + 2)
            if hours is not None:
                if window is None and hours.text.startswith("at most"):
                    length = hours.text.removeprefix("at most ")
                    self._say(f"no {what.name}{tail} lasting more than {length}{ending}", "boundary", what, side, [hours])
                self._limit(f"{hours.text} of", what, side, window, rhythm, ending, [hours])
            if amount is not None:
                self.unit = amount.text.split()[-1]
                self._limit(f"{amount.text} of", what, side, window, rhythm, ending, [amount])
                if window is None:
                    number = amount.text.split()[2]
                    over = f"{AMOUNT} {'more' if 'most' in amount.text else 'less'} than {number}"
                    self._say(f"no {what.name}{tail} {over}{ending}", "boundary", what, side, [amount])
            if no is not None:
                self._say(f"no {what.name}{tail}{ending}", "boundary", what, side, [no])
            if rhythm is not None and limit is None:
                self._standing(what, side, rhythm.text, [rhythm])
            elif side.one("monthday") is not None:
                day = side.one("monthday")
                assert day is not None  # noqa: S101 - just asked
                self._standing(what, side, f"every month on day {day.text}", [day])
            elif window is not None and no is None and limit is None and hours is None and amount is None:
                period = window.text.removeprefix("per ")
                if period in ("day", "week", "month", "year"):
                    self._standing(what, side, f"every {period}", [window], cost=1)
            if (date := side.one("date")) is not None:
                self._standing(what, side, date.text, [date])
            if (only := side.one("only")) is not None:
                some = self._filters(side, ("by", "with", "at", "tagged", "on", "clock"))
                if some:
                    self._say(f"no {what.name} unless {some}", "boundary", what, side, [only])
        self._two_events(side, extra)

    def _two_events(self, side: Side, extra: str) -> None:
        """`parties must be announced 3 days before`, `damage told within 12 hours`: an occasion and what is done about it."""
        ahead, within = side.one("ahead"), side.one("within", "byclock")
        if ahead is None and within is None:
            return
        acts = mentions(side, self.context, wanted="notice" if ahead is not None else "")
        occasions = [one for one in acts if not one.verb and one.name not in _TOLD]
        for occasion in occasions[:2]:
            others = [one for one in acts if one.name != occasion.name and (one.verb or min(one.words) > min(occasion.words))]
            if not others:
                told = next((name for name in (("notice",) if ahead else ("message", "disclosure")) if name in self.context.nouns), "")
                others = [Mention(told, frozenset(), verb=True)] if told and ahead is not None else []
            for act in others[:2]:
                who, holes = self._who(side, ("the same party",))
                to = self._tail(side, ("to", "others", "with"))
                if not to and (act.name in _TOLD):
                    to = " to the others"
                if ahead is not None:
                    for by in who[:1]:
                        line = f"before each {occasion.name}{self._tail(side, ('tagged', 'where', 'new'))}, {act.name}{by}{to} {ahead.text}"
                        self._say(line, "notice", occasion, side, [ahead], act, cost=holes)
                if within is not None:
                    for by in who:
                        line = f"after each {occasion.name}{self._tail(side, ('tagged', 'where', 'new'))}, {act.name}{by}{to} {within.text}"
                        self._say(line, _kind_after(act.name), occasion, side, [within], act, cost=holes)

    def _limit(
        self,
        bound: str,
        what: Mention,
        side: Side,
        window: Chunk | None,
        rhythm: Chunk | None,
        ending: str,
        used: list[Chunk],
        cost: int = 0,
    ) -> None:
        kind = "cap" if "most" in bound else "promise"
        windows = [window.text] if window is not None else []
        if window is None and rhythm is not None and (found := re.fullmatch(r"every (day|week|month|year)", rhythm.text)):
            windows, used = [f"per {found[1]}"], [*used, rhythm]
        windows = windows or ["per ‹month›", "per ‹week›"]
        if kind == "promise" and windows[0].startswith("in any"):
            return
        tail = self._tail(side, _FILTERS)
        many = bound.split()[-1] != "1" and not bound.endswith(" of")
        noun = (what.plural or f"{what.name}s") if many else what.name
        for each in windows:
            more = ""
            if each.startswith("on weekends "):
                each, more = each.removeprefix("on weekends "), " on weekends"
            says = [f"{bound} {noun}{more} {each}{tail}{ending}" if kind == "cap" else f"{bound} {noun}{more}{tail} {each}"]
            if "by everyone" in tail:  # of each alone, of all together, or of all in one entry
                says = [says[0].replace("by everyone", who) for who in ("by each party", "")] + says
                used = [*used, *side.chunks["by"][:1]]
            elif " by anyone" in tail:
                says = [says[0].replace(" by anyone", ""), *says]
                used = [*used, *side.chunks["by"][:1]]
            for place, line in enumerate(says):
                self._say(
                    " ".join(line.split()), kind, what, side, used + ([window] if window else []), cost=cost + place + (len(says) > 1)
                )

    def _standing(self, what: Mention, side: Side, rhythm: str, used: list[Chunk], cost: int = 0) -> None:
        clock, on, byclock = side.one("at_clock"), side.one("on"), side.one("byclock")
        if on is not None and rhythm in ("every week", "every 2 weeks"):
            rhythm = f"{rhythm} {on.text.replace(' or ', ' and ')}"
        elif on is not None:
            rhythm = rhythm + ""
        if clock is not None and " at " not in rhythm:
            rhythm = f"{rhythm} {clock.text}"
        if byclock is not None:
            rhythm = f"{rhythm} at {byclock.text.split()[1]}"
        who, holes = self._who(side, ("everyone", "anyone"))
        skip = ("to", "others", "with", "at", "tagged", "clock", "lasting", "where")
        money = side.one("money")
        tail = self._tail(side, skip) + (f" {AMOUNT} at least {money.text}" if money is not None else "")
        if money is not None:
            self.unit = "EUR"
        for place, by in enumerate(who):
            line = f"{what.name}{by}{tail} {rhythm}"
            self._say(line, _kind_of_standing(what.name), what, side, used, cost=cost + holes + place)

    def _pause(self, words: list[str]) -> None:
        """`each of us can say stop at any time`: what may be paused, and for how long."""
        text = " ".join(words)
        if not re.search(r"\b(may|can|says?|could)\b.*\b(pause|stop|break)\b", text):
            return
        side = chunked(self.tokens, self.context)
        length = next(iter(re.findall(r"\d+ (?:minute|hour|day|week|month)s?", text)), "")
        nouns = [one for one in mentions(side, self.context) if one.name not in ("pause", "stop", "everything")]
        nouns = [one for one in nouns if not one.new] or [Mention("encounter", frozenset(), plural="encounters")]
        said = frozenset(token.start for token in self.tokens if re.match(_PAUSING, token.text.casefold()))
        for what in nouns[:2]:
            line = f"anyone may pause {what.plural or what.name + 's'} for at most {length or '‹14 days›'}"
            self._add([line], "pause", what.name, [what], [side], said)

    # --- parts of a sentence ---

    def _nouns(self, side: Side) -> list[Mention]:
        found = mentions(side, self.context)
        return sorted(found, key=lambda one: one.new)

    def _noun_of_heading(self) -> list[Mention]:
        """`cap screens` above `at most 2 hours per day`."""
        name = self.context.name
        if not name:
            return []
        for noun, plural in self.context.nouns.items():
            if name in (noun, plural):
                return [Mention(noun, frozenset(), plural=plural)]
        money = [one for one in ("expense",) if one in self.context.nouns]
        found = (
            [Mention(one, frozenset(), plural=self.context.nouns[one]) for one in money]
            if any(t.text == "EUR" for t in self.tokens)
            else []
        )
        from pactlang.language.rephrase.nouns import singular

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
        if words & {"we", "both", "us"}:
            return [" by everyone"], 0
        return [f" by ‹{one}›" for one in usual], 3

    def _deadline(self, side: Side) -> Chunk:
        found = side.one("within")
        if found is None and (clock := side.one("byclock")) is not None:
            found = clock
        return found or Chunk("within", "within ‹24 hours›", frozenset())

    # --- putting it down ---

    def _say(self, line: str, kind: str, what: Mention, side: Side, used: Sequence[Chunk], *more: Mention, cost: int = 0) -> None:
        self._add(
            [line],
            kind,
            what.name,
            [what, *more],
            [side],
            frozenset(side.tokens[w].start for c in used for w in c.words),
            cost=cost,
        )

    def _add(
        self, lines: list[str], kind: str, noun: str, named: Sequence[Mention], sides: Sequence[Side],
        used: frozenset[int], *, cost: int = 0,
    ) -> None:  # fmt: skip
        lines = [*lines, *(side.chunks["span"][0].text for side in sides if "span" in side.chunks)]
        said = " ".join(lines).replace("‹", "").replace("›", "")
        starts = set(used).union(*(one.words for one in named))
        if self.extra and self.extra in " ".join(lines):
            starts |= self.extra_words
        for side in sides:
            for chunks in side.chunks.values():
                for chunk in chunks:
                    if chunk.text and chunk.text.replace("‹", "").replace("›", "") in said:
                        starts |= {side.tokens[word].start for word in chunk.words}
        new = [one for one in named if one.new]
        declares: list[str] = []
        for one in new:
            plural = f"\n    plural {one.plural}" if one.plural and one.plural != f"{one.name}s" else ""
            amount = (
                f"\n    amount in {self.unit or 'EUR'}"
                if "amount is" in said or (f" {self.unit} of {one.name}" in said and self.unit)
                else ""
            )
            declares.append(f"event {one.name}{plural}{amount}")
        self.found.append(Candidate(tuple(lines), kind, noun, tuple(declares), frozenset(starts), cost + len(set(new))))


_PAUSING = r"\d|may|can|pause|stop|say|for|any|time|then|everything|(?:month|week|day|hour|minute)s?$"
_TOLD = frozenset(["notice", "disclosure", "message"])
_KINDS = {"disclosure": "disclosure", "aftercare": "aftercare", "test": "testing", "check-in": "check-in", "review": "review"}


def _with_lists(tokens: list[Token], context: Context) -> list[Token]:
    """Commas between names of parties are no ends of anything: `Eva, Jan or Marta`."""
    found = list(tokens)
    for place in range(1, len(found) - 1):
        named = found[place - 1].text in context.parties and found[place + 1].text in context.parties
        if found[place].text == "," and named:
            joint = next((one.text for one in found[place + 2 :] if one.text in ("and", "or")), "and")
            found[place] = found[place]._replace(text=joint)
    return found


def _kind_after(event: str) -> str:
    return _KINDS.get(event, "promise")


def _kind_of_standing(event: str) -> str:
    return _KINDS.get(event, "promise")


def candidates(tokens: Sequence[Token], context: Context) -> list[Candidate]:
    """Every way in which a line could be said by a form of the language."""
    return _Maker(tokens, context).all()


def left_out(tokens: Sequence[Token], used: frozenset[int]) -> tuple[str, ...]:
    """The words of a line that a candidate does not hold, in runs, as they were typed."""
    runs: list[list[str]] = []
    last = -2
    for place, token in enumerate(tokens):
        if token.start in used or token.text.casefold() in FRAME or token.text in (",", ":"):
            continue
        if last == place - 1 and runs:
            if runs[-1][-1] != token.said:
                runs[-1].append(token.said)
        else:
            runs.append([token.said])
        last = place
    return tuple(dict.fromkeys(" ".join(run) for run in runs))
