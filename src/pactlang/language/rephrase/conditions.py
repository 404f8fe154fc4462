"""What a rule hangs on: something that happens before or after it, what is so for a while, a yes, an exception."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.language.rephrase.chunks import Chunk, Side, chunked
from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.named import Named
from pactlang.language.rephrase.nouns import Mention, singular
from pactlang.language.rephrase.parts import FILTERS, TOLD, kind_for
from pactlang.language.rephrase.rules import last_of, phrases
from pactlang.language.rephrase.slots import slots, verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.chunks import Context
    from pactlang.language.rephrase.slots import Piece
    from pactlang.language.rephrase.spelling import Token

_USUAL = ("by", "with", "new", "at", "tagged", "on", "clock")


def _stems(word: str) -> tuple[str, ...]:
    """What a state may be called after a word: its verb, or one of a plural."""
    return (verb_forms().get(word, ("", ""))[0], singular(word))


class Conditions(Named):
    """The forms of a rule with its conditions and exceptions."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        super().__init__(tokens, context)
        self._lines_after: list[str] = []
        self._said: frozenset[int] = frozenset()  # words that the lines under a sentence hold

    def _while(self, piece: Piece, side: Side, state: str) -> None:
        if not state:
            return
        parts = {*state.split("-"), *slots()["being"], *slots()["determiners"], *slots()["subject"], *phrases().frame}
        words = {
            token.start
            for token in piece.tokens
            if state == "paused" or {token.text.casefold(), *_stems(token.text.casefold())} & parts or token.text in self.context.parties
        }
        self._said |= piece.lead | words
        if (span := chunked(piece.tokens, self.context).one("span")) is not None:
            self._lines_after.append(span.text)
            self._said |= span.words
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
            if any(own.tokens[place].start not in held for place in self._content(own)):
                self.extra = ""  # whose yes is asked is no party: all of it is told as left out
                return True
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
        free = {own.tokens[place].text.casefold() for place in own.rest}
        name = self._name(piece.tokens) if not free & {"on", "at", "in", "by", "for", "to", "with", "from"} else ""
        if "no" in side.chunks and (filters or name):
            self.extra = f"unless {filters}" if filters else f"unless tagged {name}"
            whole = not filters or (not self._content(own) and own.chunks.keys() <= {*_USUAL, "no"})
            self.extra_words = starts if whole else frozenset()
        return True

    def _consent(self, piece: Piece, own: Side) -> tuple[str, frozenset[int]]:
        """`unless both agree`, `without asking Ben first`: whose yes is asked, and which words say it."""
        names = list(dict.fromkeys(token.text for token in piece.tokens if token.text in (*self.context.parties, *self.context.people)))
        joint = " or " if any(token.text == "or" for token in piece.tokens) else " and "
        words = [token.text.casefold() for token in piece.tokens]
        everyone = bool({"both", "all", "we", "everyone", "everybody"} & set(words)) and not {"others", "else"} & set(words)
        whose = joint.join(names) or ("everyone" if everyone else "the others")
        known = {*slots()["yes"], *slots()["consenting"]}
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
        if piece.role == "only" and words & set(slots()["being"]) and not words & set(slots()["yes"]):
            state = self._state(piece.tokens) or self._name(piece.tokens)
            if state:
                self._lines_after.append(f"except while {state}")
                self._said |= piece.lead | {token.start for token in piece.tokens}
                self._one_side(side, self.extra, self._nouns_before)
            return
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
            used = skip | piece.lead | side.chunks["no"][0].words
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
                bar = f"for {length[1]}" if length else "for ‹24 hours›"
                if end is not None and ends is not None:
                    bar = f"until {end.name}{self._tail(ends, ('by',)) or ' by the same party'}"
                tail = self._tail(side, [one for one in FILTERS if one != "lasting"])
                by = "" if "by" in side.chunks or " by " in tail else " by the same party"
                line = f"after each {occasion.name}{self._tail(trigger, FILTERS)}, no {what.name}{by}{tail} {bar}"
                named = [one for one in (None if breach else occasion, what, end) if one is not None]
                sides = [trigger, side, *([ends] if ends is not None else [])]
                self._add([line], "boundary", what.name, named, sides, piece.lead | held | occasion.words | side.chunks["no"][0].words)

    def _occasions(self, piece: Piece, trigger: Side) -> list[tuple[Mention, bool]]:
        """What a condition names, and whether it is the breach of a clause."""
        words = [token.text.casefold() for token in piece.tokens]
        clause = next((one for one in self.context.clauses if one.casefold() in words), "")
        if clause and {"breach", "break", "breaks", "broke", "missed", "misses", "miss", "rule"} & set(words):
            often = next((place for place, word in enumerate(words) if word.isdigit() or word == "twice"), len(words))
            held = frozenset(token.start for token in piece.tokens[:often])  # how often is not said by `each breach`
            return [(Mention(f"breach of {clause}", held), True)]
        found = self._nouns(trigger)
        late = next((token for token in trigger.tokens if token.text.casefold() in slots()["late"]), None)
        if late is not None and not any("late" in one.name for one in found):
            name = "late-arrival"
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
        return self._who(side, ("the same party", *side.other_than_told(self.context.parties)))

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
        used |= frozenset(token.start for token in piece.tokens[:1] if token.text.casefold() in ("any", "each", "every"))
        first = frozenset(token.start for token in piece.tokens[:2] if token.text.casefold() == "first")
        for occasion, breach in self._occasions(piece, trigger):
            for act in (self._nouns(side) or self._told(side))[:2]:
                if act.name == occasion.name:
                    continue
                deadline = self._deadline(side)
                about = self._tail(side, ("to", "others", "with", "at", "tagged", "where")) or (
                    " to the others" if act.name in TOLD else ""
                )
                doers, holes = self._doer(piece, side, main)
                for place, by in enumerate(doers[:2]):
                    each = "the first" if first else "each"
                    line = f"after {each} {occasion.name}{self._tail(trigger, FILTERS)}, {act.name}{by}{about} {deadline.text}"
                    line += f" {self.extra}" if self.extra else ""
                    named = [act] if breach else [occasion, act]
                    if act.name in TOLD and occasion.name.startswith("late") and "within" not in side.chunks:
                        ahead = (
                            f"before each {occasion.name}{self._tail(trigger, FILTERS)}, {act.name}{by}{about} at least ‹5 minutes› ahead"
                        )
                        self._add([ahead], "notice", act.name, named, [trigger, side], used | occasion.words, cost=holes + place)
                    self._add([line], kind_for(act.name), act.name, named, [trigger, side], used | first | occasion.words | deadline.words,
                              cost=holes + place)  # fmt: skip

    def _told(self, side: Side) -> list[Mention]:
        return self._nouns_before if "at" not in side.chunks else []

    def _before(self, piece: Piece, side: Side, main: Piece) -> None:
        trigger = chunked(piece.tokens, self.context)
        used = piece.lead | self._subject(piece, trigger)
        used |= frozenset(token.start for token in main.tokens[:1] if token.text.casefold() in slots()["subject"])
        used |= frozenset(token.start for token in piece.tokens[:1] if token.text.casefold() in ("any", "each", "every"))
        first = frozenset(token.start for token in piece.tokens[:3] if token.text.casefold() == "first")
        ahead = side.one("ahead", "last") or trigger.one("ahead", "last")
        used |= frozenset(token.start for token in main.tokens[-1:] if token.text.casefold() in ("first", "beforehand"))
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
                self._add(
                    [line],
                    "consent" if act.name == "consent" else "notice",
                    occasion.name,
                    [occasion, act],
                    [trigger, side],
                    held,
                    cost=holes,
                )

    def _notice(self) -> list[Mention]:
        return [Mention("notice", frozenset(), verb=True)] if "notice" in self.context.nouns else []
