"""Sentences composed from the pieces of a line, in whatever order they stand: who, what, how often, by when, unless, after what.

Each rule of the line has its conditions and exceptions. What one rule does not say again (who, what, that it is forbidden) it takes from
the one before; a rule that cannot be read stays beside the others in plain words; any other word that no sentence holds is told.
"""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.chunks import NEGATIONS, Chunk, Context, Side, chunked
from pactlang.language.rephrase.forms import candidates
from pactlang.language.rephrase.nouns import Mention
from pactlang.language.rephrase.owed import Owed
from pactlang.language.rephrase.parts import FILTERS, TOLD, Candidate, kind_for, left_out, says_what_is
from pactlang.language.rephrase.rules import cue_of, phrases
from pactlang.language.rephrase.slots import Piece, cut, slots, verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.spelling import Token

_MOST_RULES = 4
_EACH = 2  # readings of one rule that are put beside those of the others
_MOST_TOGETHER = 6
_UNMEANT = re.compile(r"^(?:phone-use|screen-time) by|every ‹month›|every ‹day›$|^at least 1 .* per ‹")  # a rhythm that nobody said
_BESIDE = 4  # a rule kept in plain words
_ASKING = frozenset(["asked", "announced", "told", "ask", "notice", "request", "warned"])
_EACH_ONE = frozenset(["each", "every", "any"])
_ADDED = frozenset(
    [
        "on",
        "clock",
        "at_clock",
        "byclock",
        "within",
        "ahead",
        "last",
        "every",
        "per",
        "at",
        "with",
        "others",
        "to",
        "for_long",
        "turn",
        "span",
    ]
)


class _Rule(NamedTuple):
    main: Piece
    conditions: list[Piece]


class Composer(Owed):
    """Makes the candidates of one line from its pieces."""

    def __init__(self, line: str, tokens: Sequence[Token], context: Context) -> None:
        whole, self._pieces = cut(tokens, context)
        super().__init__(whole, context)
        self.tokens = whole
        self._line = line

    def all(self) -> list[Candidate]:
        """The readings of the whole line."""
        rules, loose = self._rules()
        if not rules or len(rules) > _MOST_RULES:
            return []
        each: list[list[Candidate]] = []
        before: Side | None = None
        trigger: list[Piece] = []
        for number, rule in enumerate(rules):
            side = self._side(rule.main)
            if before is not None:
                _taken_over(before, side)
            hangs = "every" not in side.chunks and ({"within", "byclock"} & side.chunks.keys())
            until = any(one.role == "until" for one in rule.conditions) and "no" in side.chunks
            if trigger and (hangs or until) and not any(one.role in ("after", "before") for one in rule.conditions):
                rules[number] = rule = rule._replace(conditions=[*trigger, *rule.conditions])  # `… and a meeting the next day`
            each.append(self._of_rule(rule, side))
            before = side
            trigger = [one for one in rule.conditions if one.role == "after"] if each[-1] else []
        if not any(each):
            return []
        choices = [found or self._in_words(rule) for rule, found in zip(rules, each, strict=True)]
        made = [self._together(chosen) for chosen in islice(product(*choices), _MOST_TOGETHER)]
        for one in made:
            # Why it is so, and what makes no difference to it, stands beside it as it was said.
            one.lines = (one.lines[0], *(f"> {self._line[each.start : each.end].strip()}" for each in loose), *one.lines[1:])
            one.used |= frozenset(token.start for each in loose for token in each.tokens).union(*(each.lead for each in loose))
        return made

    def _side(self, piece: Piece) -> Side:
        """The parts of a piece; whoever is spoken of as `she` is who was named last."""
        side = chunked(piece.tokens, self.context)
        begins = piece.tokens[0]
        if "no" not in side.chunks and (clock := side.one("clock")) is not None and clock.text.startswith("between ‹00:00› and "):
            # What is owed before 22:00.
            side.chunks["byclock"] = [clock._replace(text=f"by {clock.text.split()[-1]} the same day")]
            del side.chunks["clock"]
        names = [place for place, token in enumerate(piece.tokens) if token.text in self.context.parties]
        if len(names) > 1 and len(names) + sum(token.text in (",", "and", "then", "repeat") for token in piece.tokens) == len(piece.tokens):
            side.chunks.setdefault("turn", [Chunk("turn", "in turn", frozenset())])  # `on-call changes on Mondays: Ana, Ben, Cleo`
        elif len(names) > 1 and any(piece.tokens[place].text.casefold() == "then" for place in range(names[0], names[-1])):
            side.chunks.setdefault("turn", [Chunk("turn", "in turn", frozenset())])
        if (by := side.one("by")) is not None and by.text == "by anyone":
            place = next(number for number, token in enumerate(piece.tokens) if token.start in by.words)
            if place and piece.tokens[place - 1].text.casefold() in slots()["telling"]:  # `tell someone`
                side.chunks["others"] = [Chunk("others", "to ‹the others›", side.chunks.pop("by")[0].words)]
        if "by" not in side.chunks and begins.text.casefold() in ("she", "he"):
            named = [token.text for token in self.tokens[: begins.start] if token.text in self.context.parties]
            if named:
                side.chunks["by"] = [Chunk("by", f"by {named[-1]}", frozenset({begins.start}))]
        return side

    def _rules(self) -> tuple[list[_Rule], list[Piece]]:
        rules: list[_Rule] = []
        waiting: list[Piece] = []
        loose: list[Piece] = []
        pieces = self._pieces
        if len(pieces) > 1 and pieces[0].role == "main" and self._line[pieces[0].end :].lstrip()[:1] == ":":
            topic = chunked(pieces[0].tokens, self.context)
            self._nouns_before = [] if topic.chunks else self._nouns(topic)[:1]  # `rent: by the 1st`
            pieces = pieces[1:] if self._nouns_before else pieces
        for place, piece in enumerate(pieces):
            following = pieces[place + 1].role if place + 1 < len(pieces) else ""
            if piece.role == "narrow":
                continue  # told as left out
            if piece.role in ("reason", "anyway"):
                loose.append(piece)
            elif piece.role == "main" and rules and not waiting and self._adds(rules[-1], piece):
                main = rules[-1].main
                rules[-1] = rules[-1]._replace(main=main._replace(tokens=[*main.tokens, *piece.tokens], end=piece.end))
            elif piece.role == "main":
                rules.append(_Rule(piece, waiting))
                waiting = []
            elif rules and piece.stop and following != "main":
                rules.append(_Rule(piece, []))  # a sentence of its own, which names no rule
            elif not rules or (piece.marked and following == "main" and piece.role in ("after", "before", "while")):
                waiting.append(piece)
            else:
                rules[-1].conditions.append(piece)
        if rules and waiting:
            rules[-1].conditions.extend(waiting)
        return rules, loose

    def _adds(self, rule: _Rule, piece: Piece) -> bool:
        """Whether a piece names nothing, and only says more of the rule before it: `…, at least 4 weeks notice`, `…, same day`."""
        side, main = chunked(piece.tokens, self.context), chunked(rule.main.tokens, self.context)
        words = [token.text.casefold() for token in piece.tokens]
        named = [word for word in words if word not in ("then", "and", "or", ",", "first", "repeat", "again")]
        if len(named) > 1 and set(named) <= {one.casefold() for one in self.context.parties}:
            return "every" in main.chunks or "turn" in main.chunks
        if (
            words[:1] == ["starting"]
            or words[-1:] in (["first"], ["starts"], ["repeat"])
            or (words[:1] == ["then"] and "turn" in main.chunks)
        ):
            return "turn" in main.chunks
        free = [place for place in side.rest if side.tokens[place].text.casefold() not in phrases().frame]
        return bool(side.chunks) and not free and side.chunks.keys() <= _ADDED and not side.chunks.keys() & main.chunks.keys()

    def _in_words(self, rule: _Rule) -> list[Candidate]:
        """A rule that cannot be read, as a promise in plain words; what narrows the one before it is left out, and told."""
        pieces = [*rule.conditions, rule.main]
        words = self._line[min(one.start for one in pieces) : max(one.end for one in pieces)].strip(" ,;.!-").replace('"', "'")
        if len(words.split()) < 2 or re.match(
            r"\(?(?:not|only|except|unless|with|at|on|in|by|for|from|to|or|until|\d|max|min)\b", words, re.I
        ):
            return [Candidate((), "promise", "")]
        used = frozenset(token.start for one in pieces for token in one.tokens).union(*(one.lead for one in pieces))
        return [Candidate((f'"{words[:1].upper()}{words[1:]}."',), "promise", "", used=used, cost=_BESIDE)]

    def _together(self, chosen: Sequence[Candidate]) -> Candidate:
        chosen = [one for one in chosen if one.lines]
        said = [one for one in chosen if not one.lines[0].startswith('"')]
        first = said[0]
        lines = (*(line for one in said for line in one.lines), *(line for one in chosen if one not in said for line in one.lines))
        declares: dict[str, str] = {}
        for declared in (more for one in chosen for more in one.declares):
            name = declared.partition("\n")[0]
            declares[name] = max(declares.get(name, ""), declared, key=len)
        lines = tuple(dict.fromkeys(lines))
        used = frozenset().union(*(one.used for one in chosen))
        return Candidate(lines, first.kind, first.noun, tuple(declares.values()), used, sum(one.cost for one in chosen), shaped=False)

    def _of_rule(self, rule: _Rule, side: Side) -> list[Candidate]:
        self.found.clear()
        self._lines_after.clear()
        self._states.clear()
        self.extra, self.extra_words, self._said = "", frozenset[int](), frozenset[int]()
        if rule.main.role != "main" or self._told_of_the_past(rule.main):
            return []
        if len(self._pieces) > 1 and cue_of(rule.main.tokens) is not None:
            return []  # no form says it: it stays beside the others in plain words
        main, triggers, needs = rule.main, list[Piece](), list[Piece]()
        for one in rule.conditions:
            if one.role in ("after", "before", "while") and {token.text.casefold() for token in one.tokens} & NEGATIONS:
                return []  # what hangs on something that did not happen
            if one.role == "after" and any(token.text.isdigit() for token in one.tokens[:2]):
                return []  # how often it has to happen
            if one.role == "after" and (state := self._state(one.tokens)):
                self._while(one, side, state)
            elif one.role == "while":
                self._while(one, side, self._state(one.tokens) or self._name(one.tokens))
            elif one.role in ("unless", "without"):
                if not self._excepted(one, side):
                    needs.append(one)
            elif one.role in ("only", "until"):
                needs.append(one)
            else:
                triggers.append(one)
        self._days_of_somebody(side)
        words = [token.text.casefold() for token in main.tokens]
        allowed = set(words) & set(slots()["allowing"])
        if "no" in side.chunks and (by := side.one("by")) is not None and by.text == "by everyone":
            del side.chunks["by"]  # what nobody may do is forbidden to each
            self._said |= by.words
        if {"pause", "stop", "break"} & set(words) and allowed:
            self._pause(words)
        if allowed and triggers and triggers[0].role == "after" and "no" not in side.chunks:
            needs, triggers = [*needs, *triggers], []
        if self.found:
            pass
        elif not rule.conditions and self._first_of(main, side):
            last = frozenset({main.tokens[-1].start})
            for act in self._nouns(side)[:1]:
                line = f"before each {self._nouns_before[0].name}, {act.name} by the same party within the last ‹12 hours›"
                self._add([line], "notice", act.name, [self._nouns_before[0], act], [side], last)
        elif len(needs) == 1 and needs[0].role == "until" and triggers and "no" in side.chunks:
            self._ban_after(triggers[0], side, needs[0])
        elif needs and (needs[0].role != "until" or "no" in side.chunks):
            self._needs(needs[0], side)
        elif triggers and "every" in side.chunks and "no" not in side.chunks and triggers[0].role == "after":
            self._also_after(triggers[0], side, main)
        elif triggers and "no" in side.chunks and triggers[0].role == "after":
            self._ban_after(triggers[0], side)
        elif triggers and triggers[0].role == "before" and "no" in side.chunks:
            self._needs(triggers[0], side)
        elif triggers:
            trigger = triggers[0]
            (self._before if trigger.role == "before" else self._after)(trigger, side, main)
        elif not allowed or any(kind in side.chunks for kind in ("limit", "hours", "amount", "no", "length_per")):
            self._bare_place(side)
            if "no" in side.chunks and not self._content(side) and len(side.chunks) == 1:
                return []  # `not ever`
            if not self._of_each(side):
                self._one_side(side, self.extra, self._nouns_before)
                self._so_long_on(side)
                self._sum_owed(side, self.extra)
                self._one_a_period(side, self._nouns(side) or self._nouns_before)
                self._on_both(side, self._nouns(side) or self._nouns_before)
        if len(self._pieces) > 1 and not rule.conditions:
            self._shaped_alone(main)
        starts = {token.start for token in main.tokens}
        inside = starts.union(*(one.lead | {token.start for token in one.tokens} for one in rule.conditions))
        named = self._nouns(side)
        if any(one.lines[0].startswith("anyone may pause") for one in self.found):
            named = [Mention("pause", frozenset(), plural="pauses")]
        self._nouns_before = (named[:1] if self.found else []) or self._nouns_before
        return self._best_of(inside, known=any(not one.new for one in named))

    def _best_of(self, inside: set[int], *, known: bool) -> list[Candidate]:
        """The nearest readings of a rule, with what stands under its sentence."""
        ranked: list[tuple[int, Candidate]] = []
        own = self.states_of(" ".join(self._lines_after))
        tokens = [token for token in self.tokens if token.start in inside]
        for made in self.found:
            if _UNMEANT.search(made.lines[0]):
                continue
            made.cost += _BESIDE * (known and any(more.split()[1].count("-") for more in made.declares if more.startswith("event ")))
            made.lines = (*made.lines, *(line for line in self._lines_after if line not in made.lines))
            made.used = (made.used | self._said) & inside
            held = frozenset(place for place, token in enumerate(tokens) if token.start in made.used)
            lost = sum(len(words.split()) for words in left_out(tokens, held))
            made.declares = tuple(dict.fromkeys(self._owned(more) for more in (*made.declares, *own)))
            ranked.append((8 * lost + made.cost + 3 * " ".join(made.lines).count("‹"), made))
        ranked.sort(key=lambda each: each[0])
        return [made for _, made in ranked[:_EACH]]

    def _shaped_alone(self, piece: Piece) -> None:
        """What a piece says in a shape of a whole line."""
        for one in candidates(piece.tokens, self.context):
            if one.shaped:
                one.used = frozenset(piece.tokens[place].start for place in one.used if place < len(piece.tokens))
                self.found.append(one)

    def _so_long_on(self, side: Side) -> None:
        """`screens 1 hour on weekdays`: at most so long a day, most of the time."""
        length, on = side.one("length"), side.one("on")
        if length is None or on is None or {"limit", "hours", "no", "every", "per", "within", "ahead", "at_clock"} & side.chunks.keys():
            return
        for what in (self._nouns(side) or self._nouns_before)[:1]:
            tail = self._tail(side, ("by", "with", "at", "tagged"))
            for cost, bound in enumerate(("at most", "at least")):
                where = f"{tail} {on.text} per day" if cost else f" per day{tail} {on.text}"
                line = f"{bound} {length.text} of {what.name}{where}"
                self._say(line, "promise" if cost else "cap", what, side, [length, on], cost=1 + cost)

    def _of_each(self, side: Side) -> bool:
        """An occasion and what is done about it: `school letters get forwarded same day`, `review of each request within 2 days`."""
        ahead, within = side.one("ahead"), side.one("within", "byclock")
        if (ahead is None and within is None) or "no" in side.chunks or ("every" in side.chunks and "on" not in side.chunks):
            return False
        before = len(self.found)
        words = [token.text.casefold() for token in side.tokens]
        cut = next((place for place, word in enumerate(words) if word in _EACH_ONE and place in side.rest and place + 1 < len(words)), None)
        about = next(
            (place for place, word in enumerate(words) if word in ("about", "of") and place + 1 < len(words) and place in side.rest), None
        )
        told = bool(set(words[:about]) & set(slots()["telling"])) if about is not None else False
        passive = next(
            (place for place, word in enumerate(words[:-1]) if word in slots()["being"] and place and self._past(words[place + 1])), None
        )
        if cut is None and told:
            cut = about
        if cut is not None:
            act, occasion = side.tokens[:cut], side.tokens[cut + 1 :]
        elif passive is not None:
            occasion, act = side.tokens[:passive], side.tokens[passive + 1 :]
        elif self._nouns_before and (bool(set(words) & _ASKING) if ahead is not None else within is not None and "on" not in side.chunks):
            self._sides(chunked([], self.context), side, self._nouns_before[:1], self._nouns(side))
            return len(self.found) > before
        else:
            return False
        left, right = chunked(occasion, self.context), chunked(act, self.context)
        for kind, chunks in side.chunks.items():  # who, by when and where stand on either side
            if kind not in right.chunks and kind not in ("with", "new", "tagged"):
                right.chunks[kind] = chunks
                left.chunks.pop(kind, None)
        self._sides(left, right, self._nouns(left)[:2], self._nouns(right)[:2])
        return len(self.found) > before

    def _sides(self, left: Side, right: Side, occasions: Sequence[Mention], acts: Sequence[Mention]) -> None:
        ahead = right.one("ahead")
        held = frozenset(token.start for token in [*left.tokens, *right.tokens] if token.text.casefold() in (*_EACH_ONE, "about", "of"))
        for occasion, act in product(occasions, acts or self._notice()):
            if act.name == occasion.name:
                continue
            doers, holes = self._who(right, ("the same party",))
            if [token.text for token in right.tokens[:2]] == ["the", "others"] or [token.text for token in right.tokens[:1]] == ["others"]:
                doers, holes = [" by the others"], 0
            to = self._tail(right, ("to", "others", "with", "at", "where")) or (" to the others" if act.name in TOLD else "")
            about = self._tail(left, FILTERS)
            for place, by in enumerate(doers[:2]):
                if ahead is not None:
                    by = by.replace("by each party", "by the same party")
                    line = f"before each {occasion.name}{about}, {act.name}{by}{to} {ahead.text}"
                else:
                    line = f"after each {occasion.name}{about}, {act.name}{by}{to} {self._deadline(right).text}"
                kind = "notice" if ahead is not None else kind_for(act.name)
                self._add([line], kind, occasion.name, [occasion, act], [left, right], held, cost=holes + place)

    def _told_of_the_past(self, piece: Piece) -> bool:
        """`this came out of our talk`: what was, and no rule."""
        words = [token.text.casefold() for token in piece.tokens]
        names = [one.casefold() for one in self.context.parties]
        if len(self._pieces) > 1 and says_what_is(piece.tokens):
            return True
        if len(words) < 2 or words[0] not in ("this", "that", "it", *slots()["subject"], *names):
            return False
        form = verb_forms().get(words[1])
        return form is not None and form[1] == "past" and f"{words[1]}s" not in verb_forms()

    def _owned(self, declared: str) -> str:
        for state, party in self._states.items():
            declared = re.sub(rf"(\n    (?:starts|ends) with {re.escape(state)}-(?:start|end))(?=\n|$)", rf"\1 by {party}", declared)
        return declared

    def _bare_place(self, side: Side) -> None:
        """`not in our bed`: what is meant is what such agreements are about."""
        if "no" in side.chunks and "at" in side.chunks and not self._nouns(side) and not self._nouns_before:
            found = next((one for one in ("encounter", "guest") if one in self.context.nouns), "")
        elif "no" in side.chunks and "where" in side.chunks and not self._nouns(side) and not self._nouns_before:
            found = next((one for one in ("expense", "payment") if one in self.context.nouns), "expense")
            self.unit = next((token.text for token in side.tokens if token.text.isupper()), "")
        else:
            return
        if found:
            self._nouns_before = [
                Mention(found, frozenset(), new=found not in self.context.nouns, plural=self.context.nouns.get(found, f"{found}s"))
            ]

    def _first_of(self, main: Piece, side: Side) -> bool:
        """`homework first`: before what was spoken of."""
        return (
            main.tokens[-1].text.casefold() == "first"
            and "no" not in side.chunks
            and bool(self._nouns_before)
            and "turn" not in side.chunks
        )


def _taken_over(before: Side, side: Side) -> None:
    """What a rule does not say again: that it is forbidden or limited, and whose it is."""
    first = side.tokens[0] if side.tokens else None
    if (
        first is not None
        and first.text.isdigit()
        and "length" in before.chunks
        and "on" in side.chunks
        and not {"length", "hours"} & side.chunks.keys()
    ):
        unit = before.chunks["length"][0].text.split()[1].rstrip("s")  # `1 hour on weekdays, 2 on weekends`
        many = "" if first.text == "1" else "s"
        side.chunks["length"] = [Chunk("length", f"{first.text} {unit}{many}", frozenset({first.start}))]
    goes_on = first is not None and verb_forms().get(first.text.casefold(), ("", ""))[1] == "s"  # `Luise keeps the purse and shows …`
    limited = any(kind in side.chunks for kind in ("limit", "hours", "times"))
    if "by" not in side.chunks and "by" in before.chunks and (limited or (goes_on and before.chunks["by"][0].text != "by anyone")):
        side.chunks["by"] = [one._replace(words=frozenset()) for one in before.chunks["by"]]
    if (
        "limit" in side.chunks
        and not ({"per", "roll", "every"} & side.chunks.keys())
        and "per" in before.chunks
        and "on" not in side.chunks
    ):
        side.chunks["per"] = [one._replace(words=frozenset()) for one in before.chunks["per"]]
