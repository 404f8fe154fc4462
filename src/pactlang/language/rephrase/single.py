"""Sentences that a single side can be: limits, promises, prohibitions, what comes again, and two events on one side."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pactlang.language.rephrase.chunks import Chunk, Side, chunked
from pactlang.language.rephrase.kinds import AMOUNT, every_day
from pactlang.language.rephrase.nouns import Mention, mentions
from pactlang.language.rephrase.parts import FILTERS, TOLD, Parts, kind_for
from pactlang.language.rephrase.slots import slots
from pactlang.language.rephrase.spelling import other_days

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITH_SOMEBODY = frozenset(["call", "visit", "meeting", "encounter", "date"])  # `someone calls mum`
_NO_DUTY = ("within", "byclock", "ahead", "last", "clock", "gap", "date", "sooner", "length_per", "money")
_STARTS = re.compile(r"(?:starting|beginning) (?:with|by|from) (\S+)|(\S+) (?:goes |is )?first\b|(\S+) (?:starts|begins)\b")
_PAUSING = r"\d|may|can|paused?|stop|say|for|any|each|us|we|at|time|then|everything|(?:month|week|day|hour|minute)s?$"


class SingleSide(Parts):
    """The forms that need no trigger."""

    def _one_side(self, side: Side, extra: str, noun: Sequence[Mention] = (), *, who: bool = False) -> None:
        nouns = self._nouns(side) or list(noun)
        of_nights = not nouns and (limit := side.one("limit")) is not None and limit.text.endswith(" nights of")
        nouns = nouns or [
            one for one in self._noun_of_heading() if not (of_nights and one.new and one.name != "night")
        ]  # nobody spends nights of `balances`
        if not nouns and (nights := side.one("limit")) is not None and nights.text.endswith(" nights of"):  # `at most 2 nights a week`
            nouns = [Mention("overnight", frozenset(), new="overnight" not in self.context.nouns, plural="overnights")]
            side.chunks["limit"] = [nights._replace(text=nights.text.removesuffix(" nights of"))]
        no = side.one("no")
        if (
            not side.one("no", "limit", "hours")
            and (clock := side.one("clock")) is not None
            and clock.text == "between ‹22:00› and ‹06:00›"
        ):
            side.chunks["clock"] = [clock._replace(text="between ‹18:00› and ‹00:00›")]  # what is owed at night is done before midnight
        limit, hours, amount, times = side.one("limit"), side.one("hours"), side.one("amount"), side.one("times")
        window = side.one("per", "roll")
        rhythm = side.one("every")
        if hours is not None and hours.text.startswith("at least") and (limit or (rhythm and not window)) and "lasting" not in side.chunks:
            # `at least 1 call of at least 1 hour per week`
            side.chunks["lasting"] = [Chunk("lasting", f"lasting {hours.text}", hours.words)]
            hours = None
        gap = side.one("gap")
        if (
            no is None
            and self.only_if
            and extra.startswith("unless consent")
            and not (limit or hours or amount or times or window or rhythm or gap)
        ):
            no = Chunk("no", "no", frozenset())  # `big decisions only if both agree`
        if (turn := side.one("turn")) is not None:
            for what in nouns[:2]:
                self._in_turn(what, side, turn, rhythm or window)
            return
        for what in nouns[:3]:
            tail = self._tail(side, FILTERS)
            ending = f" {extra}" if extra else ""
            if gap is not None:
                self._say(f"{gap.text} {what.plural or f'{what.name}s'}{tail}{ending}", "cap", what, side, [gap])
            if limit is not None and window is None and rhythm is None:
                self._measure(limit, nouns, what, side, ending)
            if limit is not None:
                self._limit(limit.text, what, side, window, rhythm, ending, [limit])
            elif times is not None:
                for cost, bound in enumerate(("at least", "at most")):
                    unlikely = 4 * cost if "by" in side.chunks else cost  # what everyone does once a month is hardly too much
                    self._limit(f"{bound} {times.text}", what, side, window, rhythm, ending, [times], cost=unlikely + 2)
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
                self._in_those_nights(what, side, no, ending)
                self._say(f"no {what.name}{tail}{ending}", "boundary", what, side, [no])
                if "›" in tail and " between" in tail:
                    starting = tail.replace(" between", " starting between")
                    self._say(f"no {what.name}{starting}{ending}", "boundary", what, side, [no, side.chunks["clock"][0]], cost=1)
                if extra.startswith("unless consent"):
                    asked = extra.removeprefix("unless ")
                    self._say(f"before each {what.name}{tail}, {asked}", "consent", what, side, [no], cost=1)
                    if self.all_agree:
                        asked = asked.replace("by the others", "by everyone")
                        self._say(f"before each {what.name}{tail}, {asked}", "consent", what, side, [no])
            if (each := side.one("length_per")) is not None and not (limit or hours or no):
                self._so_long(each, what, side, ending)
            if rhythm is not None and limit is None:
                self._standing(what, side, rhythm.text, [rhythm])
                self._with_somebody(what, nouns, side, rhythm)
            elif (sum_of := side.one("money")) is not None and window is not None and not (limit or hours or amount or no):
                self.unit = sum_of_unit(side, sum_of)
                owed = 6 if any(token.text.casefold() in slots()["paying"] for token in side.tokens) or what.name in slots()["dues"] else 0
                self._limit(f"at most {sum_of.text} {self.unit} of", what, side, window, None, ending, [sum_of], cost=1 + owed)
                owed = 7 if what.name in slots()["dues"] and side.one("on") else 0
                self._limit(f"at least {sum_of.text} {self.unit} of", what, side, window, None, ending, [sum_of], cost=2 + owed)
            elif side.one("monthday") is not None:
                day = side.one("monthday")
                assert day is not None  # noqa: S101 - just asked
                self._standing(what, side, f"every month on day {day.text}", [day])
            elif window is not None and no is None and limit is None and hours is None and amount is None:
                period = window.text.removeprefix("per ")
                if period in ("day", "week", "month", "year"):
                    self._standing(what, side, f"every {period}", [window], cost=1)
            on = side.one("on")
            owed = side.one("by") is not None or (side.one("at_clock") is not None and side.one("clock") is None)
            other = no or limit or times or hours or amount or window or side.one("only")
            if on is not None and rhythm is None and not other and (owed or not side.one(*_NO_DUTY)):
                often = every_day(f"every {on.text.removeprefix('on ').replace(' or ', ' and ')}")
                self._standing(what, side, often, [on], cost=0 if owed else 2)
            clock = side.one("clock")
            if clock is not None and "‹" in clock.text and owed and not (no or rhythm or on or limit or times or hours or window):
                self._standing(what, side, "every ‹day›", [clock])
            elif (clock := side.one("at_clock", "byclock")) is not None and not (
                no or rhythm or on or side.one("date", "within", "monthday")
            ):
                self._standing(what, side, "every ‹day›", [clock], cost=1)
            self._no_longer(what, side, ending)
            if (date := side.one("date")) is not None:
                self._standing(what, side, date.text, [date])
            if (only := side.one("only")) is not None:
                self._only_between(what, side, only)
                said, some = self._around(side, only)
                if some:
                    self._say(f"no {what.name}{said} unless{some}", "boundary", what, side, [only])
            if (by := side.one("by")) is not None and not (no or limit or times or hours or amount or window or rhythm or on):
                self._say(f"{what.name}{tail} every ‹month›", "promise", what, side, [by])
                self._say(f"at least 1 {what.name}{tail} per ‹month›", "promise", what, side, [by], cost=1)
        self._two_events(side, who=who)

    def _in_those_nights(self, what: Mention, side: Side, no: Chunk, ending: str) -> None:
        """`no noise after 23:00 on weeknights`: hours with a name, so that 01:00 belongs to the evening before."""
        on, clock = side.one("on"), side.one("clock")
        hours = re.fullmatch(r"between ‹?(\d\d:\d\d)›? and ‹?(\d\d:\d\d)›?", clock.text) if clock is not None else None
        if on is None or clock is None or hours is None or hours[1] <= hours[2] or ending:
            return
        days = on.text.removeprefix("on ")
        name = {"Sunday through Thursday": "weeknights", "weekends": "weekend-nights", "weekdays": "weekday-nights"}.get(
            days, "those-nights"
        )
        if not re.fullmatch(r"[A-Za-z ]+", days) or name in self.context.hours or days.endswith("-days"):
            return
        tail = self._tail(side, [one for one in FILTERS if one not in ("on", "clock")])
        self._say(f"no {what.name}{tail} during {name}", "boundary", what, side, [no, on, clock], cost=-1)
        self.found[-1].declares = (*self.found[-1].declares, f"hours {name}\n    on {days} {clock.text}")

    def _around(self, side: Side, only: Chunk) -> tuple[str, str]:
        """What stands before `only`, and what after it: `dates by Ivo with Tess only on Thursday`; all of it where nothing comes after."""
        kinds = ("by", "with", "at", "tagged", "on", "clock")
        found = [chunk for kind in kinds for chunk in side.chunks.get(kind, ())[:1]]
        after = [chunk for chunk in found if min(chunk.words, default=0) > max(only.words)] or found
        before = [chunk for chunk in found if chunk not in after]
        return tuple("".join(f" {chunk.text}" for chunk in part) for part in (before, after))  # type: ignore[return-value]

    def _so_long(self, each: Chunk, what: Mention, side: Side, ending: str) -> None:
        """`Max reads 20 minutes a day`: at least, most of the time, and at most of what one may do."""
        length, _, period = each.text.rpartition(" ")
        allowed = any(token.text.casefold() in ("can", "may", "gets", "allowed", "only") for token in side.tokens)
        window = Chunk("per", f"per {period}", frozenset())
        for place, bound in enumerate(("at most", "at least") if allowed else ("at least", "at most")):
            self._limit(f"{bound} {length} of", what, side, window, None, ending, [each], cost=place)

    def _no_longer(self, what: Mention, side: Side, ending: str) -> None:
        """`showers under 10 minutes`, `lunch at most 15 EUR`: what lasts longer, or costs more, is not to be."""
        if any(kind in side.chunks for kind in ("no", "every", "limit", "within", "ahead", "per", "times", "date")):
            return
        lasting = side.one("lasting")
        if lasting is not None and lasting.text.startswith("lasting less than"):
            longer = lasting.text.replace("less", "more")
            tail = self._tail(side, [one for one in FILTERS if one != "lasting"])
            self._say(f"no {what.name}{tail} {longer}{ending}", "boundary", what, side, [lasting])

    def _in_turn(self, what: Mention, side: Side, turn: Chunk, often: Chunk | None) -> None:
        """`the bins, we take turns, Ana first`: one after the other, in the order that was said."""
        parties = self.context.parties
        said = [token for token in side.tokens if token.text in parties]
        named = list(dict.fromkeys(token.text for token in said))
        used = {token.start for token in side.tokens if token.text.casefold() in ("then", "first", "starts", "everyone", "we", "and")}
        used |= turn.words | (often.words if often is not None else frozenset()) | {token.start for token in said}
        used |= {start for chunk in side.chunks.get("by", ()) for start in chunk.words}
        starts = _STARTS.search(" ".join(token.text for token in side.tokens))
        if starts and (first := starts[1] or starts[2] or starts[3]) in named and len(named) > 1:
            used |= {token.start for token in side.tokens if token.text.casefold() in ("starting", "beginning", "with", "by", "from")}
            named = [*named[named.index(first) :], *named[: named.index(first)]]
        hole = len(named) <= 1
        order = named
        if hole:  # nobody said the order: that of the agreement, beginning with who was named
            first = parties.index(named[0]) if named else 0
            order = [*parties[first:], *parties[:first]]
        if len(order) < 2:
            return
        listed = f"{', '.join(order[:-1])} and {order[-1]}"
        rhythm = often.text.replace("per ", "every ") if often is not None else "every ‹week›"
        on = side.one("on")
        if on is not None and often is None:
            rhythm = every_day(f"every {on.text.removeprefix('on ').replace(' or ', ' and ')}")
            used |= on.words
        elif on is not None and " on " not in rhythm and "week" in rhythm:
            rhythm = f"{rhythm} {on.text.replace(' or ', ' and ')}"
            used |= on.words
        who = f"‹{listed}›" if hole else listed
        tail = self._tail(side, ("at", "tagged", "clock", "where"))
        self._add([f"{what.name} by {who} in turn{tail} {rhythm}"], kind_for(what.name), what.name, [what], [side], frozenset(used))

    def _only_between(self, what: Mention, side: Side, only: Chunk) -> None:
        """`drilling only weekdays 9-12, 14-18`: nothing on the other days, and nothing outside of these hours."""
        clocks = [chunk for chunk in side.chunks.get("clock", ()) if re.fullmatch(r"between \d\d:\d\d and \d\d:\d\d", chunk.text)]
        hours = sorted((chunk.text.split()[1], chunk.text.split()[3]) for chunk in clocks)
        if not hours or any(start >= end for start, end in hours):
            return
        edges = ["00:00", *(edge for window in hours for edge in window), "00:00"]
        outside = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start != end]
        subject = f"no {what.name}{self._tail(side, ('by', 'with', 'at', 'tagged'))}"
        on, no = side.one("on"), side.one("no")
        days = [] if on is None else [on.text if no is not None else other_days(on.text)]
        lines = [f"{subject} {one}" for one in days] + [f"{subject} between {start} and {end}" for start, end in outside]
        first, last = (pick(min(chunk.words) for chunk in clocks) for pick in (min, max))
        joints = {token.start for token in side.tokens if first < token.start < last and token.text in ("and", "or")}
        used = only.words.union(joints, *(chunk.words for chunk in (*clocks, *(one for one in (on, no) if one is not None))))
        self._add(lines, "boundary", what.name, [what], [side], used, cost=1)

    def _with_somebody(self, what: Mention, nouns: Sequence[Mention], side: Side, rhythm: Chunk) -> None:
        """`someone calls mum every day`."""
        end = max(what.words, default=0)
        others = [one for one in nouns if one.new and "-" not in one.name and not one.verb and min(one.words, default=0) > end]
        if what.name in _WITH_SOMEBODY and what.name in self.context.with_person and len(others) == 1 and "with" not in side.chunks:
            for by in self._who(side, ("anyone",))[0]:
                name = others[0].name
                used = rhythm.words | others[0].words
                self._add([f"{what.name}{by} with {name} {rhythm.text}"], kind_for(what.name), what.name, [what], [side], used, cost=1)

    def _measure(self, limit: Chunk, nouns: Sequence[Mention], what: Mention, side: Side, ending: str) -> None:
        """`heating at most 21 degrees`: what an entry says of it."""
        unit = next((one for one in nouns if one.new and one.words and one != what and min(one.words) > min(what.words or {-1})), None)
        if unit is None or not limit.text.split()[-1].isdigit():
            return
        word, number = "more" if "most" in limit.text else "less", limit.text.split()[-1]
        field = "-".join(token.said.casefold() for token in side.tokens if token.start in unit.words)
        used = limit.words | unit.words
        self._add(
            [f"no {what.name}{self._tail(side, FILTERS)} where {field} is {word} than {number}{ending}"],
            "boundary",
            what.name,
            [what],
            [side],
            used,
            fields=field,
        )

    def _first_of_all(self, side: Side, first: frozenset[int]) -> None:
        """`anything over 150 euros we talk about first`."""
        acts = mentions(side, self.context)
        for occasion, act in pairwise(acts):
            for by in self._who(side, ("the same party",))[0]:
                for lead in ("at least ‹1 hour› ahead", "within the last ‹7 days›"):
                    line = f"before each {occasion.name}{self._tail(side, ('tagged', 'where', 'new'))}, {act.name}{by} {lead}"
                    self._add([line], "notice", occasion.name, [occasion, act], [side], first)

    def _two_events(self, side: Side, *, who: bool) -> None:
        """`parties must be announced 3 days before`, `damage told within 12 hours`: an occasion and what is done about it."""
        ahead, within = side.one("ahead"), side.one("within", "byclock")
        first = frozenset(token.start for token in side.tokens if token.text.casefold() in ("first", "beforehand"))
        if ahead is None and within is None and first:
            self._first_of_all(side, first)
        if ahead is None and within is None and who:
            within = Chunk("within", "within ‹7 days›", frozenset())
        if (ahead is None and within is None) or "no" in side.chunks:
            return
        acts = mentions(side, self.context, wanted="notice" if ahead is not None else "")
        occasions = [one for one in acts if not one.verb and one.name not in TOLD]
        timed = ahead or within
        last = max(timed.words) if timed is not None and timed.words else -1
        if any(token.start == last and token.text.casefold() in ("of", "to", "for") for token in side.tokens):
            after = [one for one in acts if min(one.words) > last]
            acts, occasions = [one for one in acts if one not in after], after
        for occasion in occasions[:2]:
            others = [
                one
                for one in acts
                if one.name != occasion.name and (one.verb or 0 <= max(one.words) < last or min(one.words) > min(occasion.words))
            ]
            if not others:
                told = next((name for name in (("notice",) if ahead else ("message", "disclosure")) if name in self.context.nouns), "")
                others = [Mention(told, frozenset(), verb=True)] if told and ahead is not None else []
            if ahead is not None and "notice" in self.context.nouns and any(token.text == "notice" for token in side.tokens):
                others = [Mention("notice", frozenset(), verb=True)]
            for act in others[:2]:
                doers, holes = self._who(side, ("the same party",))
                to = self._tail(side, ("to", "others", "with"))
                if not to and (act.name in TOLD):
                    to = " to the others"
                if ahead is not None:
                    for by in doers[:1]:
                        line = f"before each {occasion.name}{self._tail(side, ('tagged', 'where', 'new'))}, {act.name}{by}{to} {ahead.text}"
                        self._say(line, "notice", occasion, side, [ahead], act, cost=holes)
                if within is not None:
                    for by in doers:
                        line = f"after each {occasion.name}{self._tail(side, ('tagged', 'where', 'new'))}, {act.name}{by}{to} {within.text}"
                        self._say(line, kind_for(act.name), occasion, side, [within], act, cost=holes)

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
        if bound.endswith(("nights of", "days of")) and what.name in ("night", "day"):
            bound = bound.rpartition(" ")[0].rpartition(" ")[0]
        windows = [window.text] if window is not None else []
        if (days := re.match(r"at most (\d+) (?:nights|days) of", bound)) and windows == ["in any ‹4 days›"]:
            windows = [f"in any ‹{int(days[1]) + 1} days›"]  # so many in a row
        if window is None and rhythm is not None and (found := re.fullmatch(r"every (day|week|month|year)", rhythm.text)):
            windows, used = [f"per {found[1]}"], [*used, rhythm]
        on = side.one("on")
        windows = windows or (["per ‹week›"] if on is not None and "week" in on.text else ["per ‹month›", "per ‹week›"])
        if kind == "promise" and windows[0].startswith("in any"):
            return
        tail = self._tail(side, FILTERS)
        many = bound.split()[-1] != "1" and (not bound.endswith(" of") or bound.endswith(("nights of", "days of")))
        noun = (what.plural or f"{what.name}s") if many else what.name
        usual = 3  # for each of them alone, where nobody said whose it is
        for each in windows:
            more = ""
            if each.startswith("on weekends "):
                each, more = each.removeprefix("on weekends "), " on weekends"
            says = [f"{bound} {noun}{more} {each}{tail}{ending}" if kind == "cap" else f"{bound} {noun}{more}{tail} {each}"]
            if any(token.text.casefold() == "together" for token in side.tokens) and "by everyone" in tail:
                says = [line.replace(" by everyone", "") for line in says]
                used = [
                    *used,
                    *side.chunks["by"][:1],
                    Chunk("", "", frozenset(t.start for t in side.tokens if t.text.casefold() == "together")),
                ]
            elif "by everyone" in tail:  # of each alone, of all together, or of all in one entry
                together = f"by {' and '.join(self.context.parties)}"
                says = [says[0].replace("by everyone", who) for who in ("by each party", "", together)]
                used = [*used, *side.chunks["by"][:1]]
            elif " by anyone" in tail:
                says = [says[0].replace(" by anyone", ""), *says]
                used = [*used, *side.chunks["by"][:1]]
            elif " by " not in tail:
                line = f"{bound} {noun}{more} {each} by each party{tail}{ending}"
                line = line if kind == "cap" else f"{bound} {noun}{more} by each party{tail} {each}"
                self._say(" ".join(line.split()), kind, what, side, used + ([window] if window else []), cost=cost + usual)
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
            rhythm = f"{rhythm} by {byclock.text.split()[1]}"
            used = [*used, byclock]
        if (give := side.one("give")) is not None:
            rhythm, used = f"{rhythm} {give.text}", [*used, give]
        who, holes = self._who(side, ("everyone", "anyone"))
        skip = ("to", "others", "with", "at", "tagged", "clock", "lasting", "where")
        money = side.one("money")
        tail = self._tail(side, skip) + (f" {AMOUNT} at least {money.text}" if money is not None else "")
        if money is not None:
            self.unit = "EUR"
        for place, by in enumerate(who):
            line = f"{what.name}{by}{tail} {rhythm}"
            self._say(line, kind_for(what.name), what, side, used, cost=cost + holes + place)

    def _pause(self, words: list[str]) -> None:
        """`each of us can say stop at any time`: what may be paused, and for how long."""
        text = " ".join(words)
        if not re.search(r"\b(may|can|says?|could)\b.*\b(pause|stop|break)\b", text):
            return
        side = chunked(self.tokens, self.context)
        length = next(iter(re.findall(r"\d+ (?:minute|hour|day|week|month)s?", text)), "")
        nouns = [one for one in mentions(side, self.context) if one.name not in ("pause", "stop", "everything")]
        nouns = [one for one in nouns if not one.new and one.name not in TOLD] or [Mention("encounter", frozenset(), plural="encounters")]
        said = frozenset(token.start for token in self.tokens if re.match(_PAUSING, token.text.casefold()))
        for what in nouns[:2]:
            line = f"anyone may pause {what.plural or what.name + 's'} for at most {length or '‹14 days›'}"
            self._add([line], "pause", what.name, [what], [side], said)


def sum_of_unit(side: Side, money: Chunk) -> str:
    """The currency of a sum that was said."""
    return next((token.text for token in side.tokens if token.start in money.words and token.text.isupper()), "EUR")
