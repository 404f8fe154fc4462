"""Sentences composed from the pieces of a line, in whatever order they stand: who, what, how often, by when, unless, after what.

Each rule of the line has its conditions and exceptions. What one rule does not say again (who, what, that it is forbidden) it takes from the
one before; a rule that cannot be read stays beside the others in plain words; any other word that no sentence holds is told.
"""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.rephrase.chunks import NEGATIONS, Chunk, Context, Side, chunked
from pactlang.language.rephrase.nouns import Mention, may_name, mentions, narrowed, singular
from pactlang.language.rephrase.parts import FILTERS, TOLD, Candidate, kind_for, left_out
from pactlang.language.rephrase.rules import last_of, phrases
from pactlang.language.rephrase.single import SingleSide
from pactlang.language.rephrase.slots import Piece, cut, slots, verb_forms
from pactlang.language.rephrase.spelling import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.language.rephrase.spelling import Token

_LONGEST = 3  # words of a new name
_MOST_RULES = 4
_EACH = 2  # readings of one rule that are put beside those of the others
_MOST_TOGETHER = 6
_BESIDE = 4  # a rule kept in plain words
_EACH_ONE = frozenset(["each", "every", "any"])
_ADJECTIVES = frozenset(["broken", "lost", "cancelled", "paid", "missed", "sent", "shared"])
_ADDED = frozenset(["on", "clock", "at_clock", "byclock", "within", "ahead", "last", "every", "per", "at", "with", "others", "to", "for_long", "turn"])
_USUAL = ("by", "with", "new", "at", "tagged", "on", "clock")


class _Rule(NamedTuple):
    main: Piece
    conditions: list[Piece]


class Reader(SingleSide):
    """Makes the candidates of one line from its pieces."""

    def __init__(self, line: str, tokens: Sequence[Token], context: Context) -> None:
        whole, self._pieces = cut(tokens, context)
        super().__init__(whole, context)
        self.tokens = whole
        self._line = line
        self._nouns_before: list[Mention] = []
        self._who_before = ""
        self._lines_after: list[str] = []
        self._said: frozenset[int] = frozenset()  # words that the lines after a sentence hold
        self._states: dict[str, str] = {}  # the party of each state that is somebody's

    def all(self) -> list[Candidate]:
        """The readings of the whole line."""
        rules, loose = self._rules()
        if not rules or len(rules) > _MOST_RULES:
            return []
        each: list[list[Candidate]] = []
        before: Side | None = None
        for rule in rules:
            side = self._side(rule.main)
            if before is not None:
                _taken_over(before, side)
            each.append(self._of_rule(rule, side))
            before = side
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
        if "by" not in side.chunks and begins.text.casefold() in ("she", "he"):
            named = [token.text for token in self.tokens[: begins.start] if token.text in self.context.parties]
            if named:
                side.chunks["by"] = [Chunk("by", f"by {named[-1]}", frozenset({begins.start}))]
        return side

    def _rules(self) -> tuple[list[_Rule], list[Piece]]:
        rules: list[_Rule] = []
        waiting: list[Piece] = []
        loose: list[Piece] = []
        for place, piece in enumerate(self._pieces):
            following = self._pieces[place + 1].role if place + 1 < len(self._pieces) else ""
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
        if words[:1] == ["starting"] or words[-1:] in (["first"], ["starts"], ["repeat"]) or (words[:1] == ["then"] and "turn" in main.chunks):
            return "turn" in main.chunks
        free = [place for place in side.rest if side.tokens[place].text.casefold() not in phrases().frame]
        return bool(side.chunks) and not free and side.chunks.keys() <= _ADDED and not side.chunks.keys() & main.chunks.keys()

    def _in_words(self, rule: _Rule) -> list[Candidate]:
        """A rule that cannot be read, as a promise in plain words; what narrows the one before it is left out, and told."""
        pieces = [*rule.conditions, rule.main]
        words = self._line[min(one.start for one in pieces) : max(one.end for one in pieces)].strip(" ,;.!-").replace('"', "'")
        if len(words.split()) < 2 or re.match(r"(?:not|only|except|unless|with|at|on|in|by|for|from|to|or|until|\d|max|min)\b", words, re.I):
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
        used = frozenset().union(*(one.used for one in chosen))
        return Candidate(lines, first.kind, first.noun, tuple(declares.values()), used, sum(one.cost for one in chosen), shaped=False)

    # --- one rule

    def _of_rule(self, rule: _Rule, side: Side) -> list[Candidate]:
        self.found, self.extra, self.extra_words = [], "", frozenset()
        self._lines_after, self._said, self._states = [], frozenset(), {}
        if rule.main.role != "main":
            return []
        main, triggers, needs = rule.main, list[Piece](), list[Piece]()
        for one in rule.conditions:
            if one.role in ("after", "before", "while") and {token.text.casefold() for token in one.tokens} & NEGATIONS:
                return []  # what hangs on something that did not happen
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
        elif needs:
            return []
        elif triggers and "no" in side.chunks and triggers[0].role == "after":
            self._ban_after(triggers[0], side)
        elif triggers and triggers[0].role == "before" and "no" in side.chunks:
            self._needs(triggers[0], side)
        elif triggers:
            trigger = triggers[0]
            (self._before if trigger.role == "before" else self._after)(trigger, side, main)
        elif not allowed or any(kind in side.chunks for kind in ("limit", "hours", "amount", "no", "length_per")):
            self._bare_place(side)
            if not self._of_each(side):
                self._one_side(side, self.extra, self._nouns_before)
        starts = {token.start for token in main.tokens}
        inside = starts.union(*(one.lead | {token.start for token in one.tokens} for one in rule.conditions))
        named = self._nouns(side)
        self._nouns_before = named[:1] or self._nouns_before
        ranked: list[tuple[int, Candidate]] = []
        known = any(not one.new for one in named)
        self.found = [one for one in self.found if not re.search(r"every ‹(?:month|day)›|^at least 1 .* per ‹", one.lines[0])]
        for one in self.found:
            one.cost += _BESIDE * (known and any(more.split()[1].count("-") for more in one.declares if more.startswith("event ")))
            one.lines = (*one.lines, *(line for line in self._lines_after if line not in one.lines))
            one.used = (one.used | self._said) & inside
            lost = sum(len(words.split()) for words in left_out([token for token in self.tokens if token.start in inside],
                                                                frozenset(self._places(one.used, inside))))  # fmt: skip
            one.declares = tuple(self._owned(more) for more in one.declares)
            ranked.append((8 * lost + one.cost + 3 * " ".join(one.lines).count("‹"), one))
        ranked.sort(key=lambda each: each[0])
        return [one for _, one in ranked[:_EACH]]

    def _of_each(self, side: Side) -> bool:
        """An occasion and what is done about it, in one breath: `school letters get forwarded same day`, `review of each request within 2 days`."""
        ahead, within = side.one("ahead"), side.one("within", "byclock")
        if (ahead is None and within is None) or "no" in side.chunks or ("every" in side.chunks and "on" not in side.chunks):
            return False
        before = len(self.found)
        words = [token.text.casefold() for token in side.tokens]
        cut = next((place for place, word in enumerate(words) if word in _EACH_ONE and place in side.rest and place + 1 < len(words)), None)
        about = next((place for place, word in enumerate(words) if word in ("about", "of") and place + 1 < len(words) and place in side.rest), None)
        told = bool(set(words[:about]) & set(slots()["telling"])) if about is not None else False
        passive = next((place for place, word in enumerate(words[:-1]) if word in slots()["being"] and place and self._past(words[place + 1])), None)
        if cut is None and told:
            cut = about
        if cut is not None:
            act, occasion = side.tokens[:cut], side.tokens[cut + 1 :]
        elif passive is not None:
            occasion, act = side.tokens[:passive], side.tokens[passive + 1 :]
        elif ahead is not None and self._nouns_before and {"asked", "announced", "told", "ask", "notice", "request", "warned"} & set(words):
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

    def _past(self, word: str) -> bool:
        return verb_forms().get(word, ("", ""))[1] == "past" or word in ("split", "put", "read", "cut")

    def _sides(self, left: Side, right: Side, occasions: Sequence[Mention], acts: Sequence[Mention]) -> None:
        ahead = right.one("ahead")
        held = frozenset(token.start for token in [*left.tokens, *right.tokens] if token.text.casefold() in (*_EACH_ONE, "about", "of"))
        for occasion, act in product(occasions, acts or self._notice()):
            if act.name == occasion.name:
                continue
            doers, holes = self._who(right, ("the same party",))
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

    def _places(self, used: frozenset[int], inside: set[int]) -> Iterator[int]:
        order = sorted(inside)
        return (place for place, start in enumerate(order) if start in used)

    def _owned(self, declared: str) -> str:
        for state, party in self._states.items():
            declared = re.sub(rf"(\n    (?:starts|ends) with {re.escape(state)}-(?:start|end))(?=\n|$)", rf"\1 by {party}", declared)
        return declared

    def _bare_place(self, side: Side) -> None:
        """`not in our bed`: what is meant is what such agreements are about."""
        if "no" in side.chunks and "at" in side.chunks and not self._nouns(side) and not self._nouns_before:
            found = next((one for one in ("encounter", "guest") if one in self.context.nouns), "")
            self._nouns_before = [Mention(found, frozenset(), plural=self.context.nouns[found])] if found else []

    # --- what is named

    def _nouns(self, side: Side) -> list[Mention]:
        """The events that the words of a piece name: those of the agreement, and all of its words as one new name."""
        held = self._content(side)
        starts = {side.tokens[place].start for place in held}
        named = mentions(side, self.context, first=bool(side.tokens) and side.tokens[0].start == 0)
        known = [one for one in named if not one.new]
        found = [one for one in (*narrowed(named, side), *named) if starts <= one.words]
        return list(dict.fromkeys([*(one for one in known if starts <= one.words), *found, *self._whole(side, held), *known]))

    def _content(self, side: Side) -> list[int]:
        """The words of a piece that are no part of any other kind, and carry a meaning of their own."""
        held = []
        for place in side.rest:
            token = side.tokens[place]
            word = token.text.casefold()
            particle = bool(held) and held[-1] == place - 1 and word in slots()["particles"] and side.tokens[held[-1]].text.casefold() in verb_forms()
            if may_name(token.text, first=token.start == 0) and word not in slots()["unnamed"] and not particle:
                held.append(place)
        return held

    def _whole(self, side: Side, held: Sequence[int]) -> list[Mention]:
        words = [side.tokens[place].text.casefold() for place in held]
        if not words or all(word in slots()["nameless"] for word in words):
            return []
        if verb_forms().get(words[0], ("", ""))[1] == "past" and words[0] not in _ADJECTIVES and held[0] and len(words) == 1:
            return []
        if len(words) > _LONGEST:
            held, words = held[-_LONGEST:], words[-_LONGEST:]
        used = {side.tokens[place].start for place in held}
        used |= {side.tokens[place].start for place in range(held[0], held[-1] + 1) if self._within_name(side, place)}
        form = verb_forms().get(words[0])
        after = side.tokens[held[0] + 1].text.casefold() if held[0] + 1 < len(side.tokens) else ""
        doing = form is not None and (form[1] in ("s", "ing") or after in slots()["determiners"] or len(words) > 1)
        if form is not None and doing and (len(words) > 1 or form[1] != "" or "no" in side.chunks):
            particle = [after] if after in slots()["particles"] and after not in ("in", "on", "from", "into", "about") else []
            used |= {side.tokens[held[0] + 1].start} if particle else set()
            objects = [*words[1:-1], singular(words[-1])] if len(words) > 1 else []
            name = "-".join([form[0], *particle, *objects] if particle else [*objects, form[0]])
            return [Mention(name, frozenset(used), new=True)]
        name, typed = "-".join([*words[:-1], singular(words[-1])]), "-".join(words)
        return [Mention(name, frozenset(used), new=True, plural=typed if typed != name else "")]

    def _within_name(self, side: Side, place: int) -> bool:
        word = side.tokens[place].text.casefold()
        return place in side.rest and word not in NEGATIONS and word in ("of", "for", "in", "to", "from", "about", "with", "on", "into")

    def _name(self, tokens: Sequence[Token]) -> str:
        side = chunked(tokens, self.context)
        return next((one.name for one in self._whole(side, self._content(side))), "")

    def _state(self, tokens: Sequence[Token]) -> str:
        """`prod is down`, `Ben is away`: what is so for a while; nothing where something happens."""
        words = [token.text.casefold() for token in tokens]
        place = next((place for place, word in enumerate(words) if word in slots()["being"]), None)
        if place is None or not set(words[place + 1 :]) & {*slots()["lasting"], "at", "in", "on"} or set(words) & NEGATIONS:
            return ""
        if {"paused", "pausing", "pause"} & set(words):
            return "paused"
        subject = [token for token in tokens[:place] if may_name(token.text, first=True) and token.text not in self.context.parties]
        party = next((token.text for token in tokens[:place] if token.text in self.context.parties), "")
        rest = [token for token in tokens[place + 1 :] if may_name(token.text, first=False) or token.text.casefold() in slots()["lasting"]]
        named = [token.text.casefold() for token in [*subject, *rest]]
        named = [word for word in named if word not in ("one", "someone", "somebody", "on", "up", "person")][-_LONGEST:]
        name = "-".join(named)
        if name and party:
            self._states[name] = party
        return name

    # --- what a rule hangs on

    def _while(self, piece: Piece, side: Side, state: str) -> None:
        if not state:
            return
        self._said |= piece.lead | {token.start for token in piece.tokens}
        if "no" in side.chunks and "while" not in side.chunks:
            side.chunks["while"] = [Chunk("while", f"while {state}", frozenset())]
        else:
            self._lines_after.append(f"only while {state}")

    def _excepted(self, piece: Piece, side: Side) -> bool:
        """Puts an exception into the sentence, or under it."""
        words = {token.text.casefold() for token in piece.tokens}
        own = chunked(piece.tokens, self.context)
        starts = piece.lead | {token.start for token in piece.tokens}
        if words & set(slots()["yes"]):
            self.extra, held = self._consent(piece, own)
            self.extra_words = piece.lead | held
            return "no" in side.chunks
        if piece.role == "without":
            return False
        state = self._state(piece.tokens)
        month = next((token.text for token in piece.tokens if token.text in MONTHS), "")
        if state or month:
            self._lines_after.append(f"except while {state}" if state else f"except between 1 {month} and {last_of(month)}")
            self._said |= starts
            return True
        on = self._tail(own, ("on",)).strip()
        if on and not self._content(own) and len(own.chunks) == 1:
            if "no" in side.chunks:
                self.extra, self.extra_words = f"unless {on}", starts
            else:
                self._lines_after.append(f"except {on}")
                self._said |= starts
            return True
        filters = self._tail(own, _USUAL).strip()
        name = self._name(piece.tokens)
        if "no" in side.chunks and (filters or name):
            self.extra = f"unless {filters}" if filters else f"unless tagged {name}"
            self.extra_words = starts if not (filters and self._content(own)) else frozenset()
        return True

    def _consent(self, piece: Piece, own: Side) -> tuple[str, frozenset[int]]:
        """`unless both agree`, `without asking Ben first`: whose yes is asked, and which words say it."""
        names = list(dict.fromkeys(token.text for token in piece.tokens if token.text in self.context.parties))
        joint = " or " if any(token.text == "or" for token in piece.tokens) else " and "
        words = [token.text.casefold() for token in piece.tokens]
        everyone = bool({"both", "all", "we", "everyone", "everybody"} & set(words)) and "others" not in words
        whose = joint.join(names) or ("everyone" if everyone else "the others")
        known = {*slots()["yes"], *words[:0], "both", "all", "we", "us", "everyone", "the", "other", "others", "first", "before", "each", "me", "you",
                 "they", "it", "that", "by", "from", "of", "to", "has", "have", "is", "are", "and", "or", "else", "one", "parent", "with", "an", "a",
                 "beforehand"}  # fmt: skip
        held = frozenset(token.start for token in piece.tokens if token.text.casefold() in known or token.text in names)
        ahead = own.one("ahead")
        if ahead is not None:
            return f"unless consent by {whose} {ahead.text}", held | ahead.words
        return f"unless consent by {whose} within the last ‹7 days›", held

    def _ban(self, side: Side) -> list[Mention]:
        side.chunks.setdefault("no", [Chunk("no", "no", frozenset())])
        return self._nouns(side) or self._nouns_before

    def _needs(self, piece: Piece, side: Side) -> None:
        """`no X until Y`, `X only after Y`, `no X without Y`: what has to come before."""
        words = {token.text.casefold() for token in piece.tokens}
        own = chunked(piece.tokens, self.context)
        if piece.role == "only" and words & set(slots()["allowing"]) and not words & set(slots()["yes"]):
            return
        nouns = self._ban(side)
        skip = frozenset(token.start for token in side.tokens if token.text.casefold() in (*slots()["allowing"], "only"))
        for what in nouns[:2]:
            tail = self._tail(side, FILTERS)
            if words & set(slots()["yes"]) and piece.role != "before":
                said, held = self._consent(piece, own)
                self.extra = said
                line = f"no {what.name}{tail} {said}"
                self._add([line], "boundary", what.name, [what], [side], skip | piece.lead | held, cost=1)
                continue
            self._needs_first(piece, own, side, what, skip)

    def _needs_first(self, piece: Piece, own: Side, side: Side, what: Mention, skip: frozenset[int]) -> None:
        for act in self._nouns(own)[:2]:
            if act.name == what.name:
                continue
            ahead = own.one("ahead", "last")
            to = self._tail(own, ("to", "others", "with")) or (" to the others" if act.name in TOLD else "")
            by = self._tail(own, ("by",)) or " by the same party"
            lead = ahead.text if ahead is not None else "within the last ‹12 hours›" if act.name not in TOLD else "at least ‹1 hour› ahead"
            line = f"before each {what.name}{self._tail(side, FILTERS)}, {act.name}{by}{to} {lead}"
            used = skip | piece.lead | frozenset(chunk.words for chunk in ()) | (side.chunks["no"][0].words)
            self._add([line], "notice", what.name, [what, act], [side, own], used, cost=2)

    def _ban_after(self, piece: Piece, side: Side, until: Piece | None = None) -> None:
        """`no X for 3 days after Y`, `after Y, no X until Z`; `no X if Y` holds while that is so."""
        trigger = chunked(piece.tokens, self.context)
        length = re.search(r"(?:for |within |in )?(\d+ (?:minute|hour|day|week|month)s?)", " ".join(token.text for token in side.tokens))
        held = frozenset(token.start for token in side.tokens if length and token.text in (*length[0].split(), "next", "first"))
        lead = {self.tokens[start].text.casefold() for start in piece.lead}
        if until is None and length is None and lead & {"if", "when", "whenever"}:
            self._while(piece, side, self._name(piece.tokens))
            self._one_side(side, self.extra, self._nouns_before)
            return
        ends = chunked(until.tokens, self.context) if until is not None else None
        end = next(iter(self._nouns(ends)), None) if ends is not None else None
        if until is not None and end is None:
            return
        if until is not None:
            held |= until.lead
        for what in (self._nouns(side) or self._nouns_before)[:2]:
            for occasion, breach in self._occasions(piece, trigger):
                by = "" if "by" in side.chunks else " by the same party"
                bar = f"for {length[1]}" if length else "for ‹24 hours›"
                if end is not None and ends is not None:
                    bar = f"until {end.name}{self._tail(ends, ('by',)) or ' by the same party'}"
                tail = self._tail(side, [one for one in FILTERS if one != "lasting"])
                line = f"after each {occasion.name}{self._tail(trigger, FILTERS)}, no {what.name}{by}{tail} {bar}"
                named = [one for one in (None if breach else occasion, what, end) if one is not None]
                sides = [trigger, side, *([ends] if ends is not None else [])]
                self._add([line], "boundary", what.name, named, sides, piece.lead | held | occasion.words | side.chunks["no"][0].words)

    def _occasions(self, piece: Piece, trigger: Side) -> list[tuple[Mention, bool]]:
        """What a condition names, and whether it is the breach of a clause."""
        words = [token.text.casefold() for token in piece.tokens]
        clause = next((one for one in self.context.clauses if one.casefold() in words), "")
        if clause and {"breach", "break", "breaks", "broke", "missed", "misses", "miss", "rule"} & set(words):
            held = frozenset(token.start for token in piece.tokens)
            return [(Mention(f"breach of {clause}", held), True)]
        found = self._nouns(trigger)
        late = next((token for token in trigger.tokens if token.text.casefold() in slots()["late"]), None)
        if late is not None and not any("late" in one.name for one in found):
            name = "late-arrival" if "late-arrival" in self.context.nouns else "late-arrival"
            found = [Mention(name, frozenset({late.start}), new=name not in self.context.nouns), *found]
        return [(one, False) for one in found[:2]]

    def _doer(self, piece: Piece, side: Side, main: Piece) -> tuple[list[str], int]:
        words = [token.text.casefold() for token in main.tokens[:3]]
        if words[:2] == ["the", "other"] or words[:1] == ["others"] or words[:2] == ["the", "others"]:
            return [" by the others"], 0
        by = side.one("by")
        if piece.whose and by is None:
            return [" by the same party"], 0
        begins = [token.text.casefold() for token in piece.tokens[:2]]
        same = words[:1] and words[0] in ("i", "you", "they", "he", "she") and (begins[:1] == words[:1] or "you" in words[:1])
        if by is None and same:
            return [" by the same party"], 0
        if by is not None and by.text == "by everyone" and words[:1] == ["we"]:
            return [" by the same party", " by everyone"], 0
        return self._who(side, ("the same party", *self._other_than_told(side)))

    def _other_than_told(self, side: Side) -> tuple[str, ...]:
        told = side.one("to")
        others = [one for one in self.context.parties if told is not None and told.text != f"to {one}"]
        return tuple(others) if len(others) == 1 and len(self.context.parties) == 2 else ()

    def _subject(self, piece: Piece, trigger: Side) -> frozenset[int]:
        """Somebody in a condition, whoever it is: `if one of us sleeps over`."""
        by = trigger.one("by")
        if by is not None and by.text in ("by anyone", "by everyone"):
            return trigger.chunks.pop("by")[0].words
        return frozenset(token.start for token in piece.tokens[:2] if token.text.casefold() in ("i", "we", "you", "they", "he", "she"))

    def _after(self, piece: Piece, side: Side, main: Piece) -> None:
        trigger = chunked(piece.tokens, self.context)
        used = piece.lead | self._subject(piece, trigger)
        used |= frozenset(token.start for token in main.tokens[:1] if token.text.casefold() in (*slots()["subject"], "then"))
        first = frozenset(token.start for token in piece.tokens[:2] if token.text.casefold() == "first")
        for occasion, breach in self._occasions(piece, trigger):
            for act in (self._nouns(side) or self._told(side))[:2]:
                if act.name == occasion.name:
                    continue
                deadline = self._deadline(side)
                about = self._tail(side, ("to", "others", "with", "at", "tagged", "where")) or (" to the others" if act.name in TOLD else "")
                doers, holes = self._doer(piece, side, main)
                for place, by in enumerate(doers[:2]):
                    each = "the first" if first else "each"
                    line = f"after {each} {occasion.name}{self._tail(trigger, FILTERS)}, {act.name}{by}{about} {deadline.text}"
                    line += f" {self.extra}" if self.extra else ""
                    named = [act] if breach else [occasion, act]
                    self._add([line], kind_for(act.name), act.name, named, [trigger, side], used | first | occasion.words | deadline.words,
                              cost=holes + place)  # fmt: skip

    def _first_of(self, main: Piece, side: Side) -> bool:
        """`homework first`: before what was spoken of."""
        return main.tokens[-1].text.casefold() == "first" and "no" not in side.chunks and bool(self._nouns_before) and "turn" not in side.chunks

    def _told(self, side: Side) -> list[Mention]:
        return self._nouns_before if "at" not in side.chunks else []

    def _before(self, piece: Piece, side: Side, main: Piece) -> None:
        trigger = chunked(piece.tokens, self.context)
        used = piece.lead | self._subject(piece, trigger)
        used |= frozenset(token.start for token in main.tokens[:1] if token.text.casefold() in slots()["subject"])
        first = frozenset(token.start for token in piece.tokens[:3] if token.text.casefold() == "first")
        ahead = side.one("ahead", "last") or trigger.one("ahead", "last")
        for occasion in self._nouns(trigger)[:2]:
            for act in (self._nouns(side) or self._notice())[:2]:
                if act.name == occasion.name:
                    continue
                to = self._tail(side, ("to", "others", "with", "where")) or (" to the others" if act.name in TOLD else "")
                lead = ahead.text if ahead is not None else "at least ‹1 hour› ahead" if act.name in TOLD else "within the last ‹12 hours›"
                doers, holes = self._doer(piece, side, main)
                narrowed = self._tail(trigger, FILTERS)
                if first and re.search(r"with (?:someone|each|anyone)", narrowed):
                    narrowed = " by each party with each person"
                by = doers[0].replace("by each party", "by the same party")
                line = f"before {'the first' if first else 'each'} {occasion.name}{narrowed}, {act.name}{by}{to} {lead}"
                held = used | first | (ahead.words if ahead is not None else frozenset())
                self._add([line], "consent" if act.name == "consent" else "notice", occasion.name, [occasion, act], [trigger, side], held, cost=holes)

    def _notice(self) -> list[Mention]:
        return [Mention("notice", frozenset(), verb=True)] if "notice" in self.context.nouns else []


def _taken_over(before: Side, side: Side) -> None:
    """What a rule does not say again: that it is forbidden or limited, and whose it is."""
    if "by" not in side.chunks and "by" in before.chunks and any(kind in side.chunks for kind in ("limit", "hours", "times")):
        side.chunks["by"] = [one._replace(words=frozenset()) for one in before.chunks["by"]]
    if "limit" in side.chunks and not ({"per", "roll", "every"} & side.chunks.keys()) and "per" in before.chunks and "on" not in side.chunks:
        side.chunks["per"] = [one._replace(words=frozenset()) for one in before.chunks["per"]]


__all__ = ["Reader", "phrases"]
