"""What a piece of a line names: events that the agreement has, all of its words as one new name, and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.language.rephrase.chunks import NEGATIONS, Side, chunked
from pactlang.language.rephrase.nouns import Mention, may_name, mentions, narrowed, singular
from pactlang.language.rephrase.parts import is_a_thing
from pactlang.language.rephrase.single import SingleSide
from pactlang.language.rephrase.slots import slots, verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.rephrase.chunks import Context
    from pactlang.language.rephrase.spelling import Token

_LONGEST = 3  # words of a new name
_ADJECTIVES = frozenset(["broken", "lost", "cancelled", "paid", "missed", "sent", "shared"])


class Named(SingleSide):
    """What the pieces of a line name."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        super().__init__(tokens, context)
        self._nouns_before: list[Mention] = []
        self._states: dict[str, str] = {}  # the party of each state that is somebody's

    def _nouns(self, side: Side) -> list[Mention]:
        """The events that the words of a piece name: those of the agreement, and all of its words as one new name."""
        held = self._content(side)
        starts = {side.tokens[place].start for place in held}
        named = mentions(side, self.context, capital=bool(side.tokens) and side.tokens[0].start == 0)
        named = [one for one in named if not (one.new and one.name in slots()["nameless"])]
        named = [one for one in named if not (one.new and self._past(one.name) and one.name not in _ADJECTIVES)]
        known = [one for one in named if not one.new]
        # `guests at most 2 guests`
        known = [one._replace(words=frozenset().union(*(each.words for each in known if each.name == one.name))) for one in known]
        found = [one for one in (*narrowed(named, side), *named) if starts <= one.words]
        return list(dict.fromkeys([*(one for one in known if starts <= one.words), *found, *self._whole(side, held), *known]))

    def _content(self, side: Side) -> list[int]:
        """The words of a piece that are no part of any other kind, and carry a meaning of their own."""
        held: list[int] = []
        for place in side.rest:
            token = side.tokens[place]
            word = token.text.casefold()
            particle = (
                bool(held)
                and held[-1] == place - 1
                and word in slots()["particles"]
                and side.tokens[held[-1]].text.casefold() in verb_forms()
            )
            by = any(side.tokens[one].text == "by" for one in range(max(0, place - 2), place)) and side.tokens[place - 1].text in (
                "by",
                "the",
                "a",
            )
            after = side.tokens[place + 1].text.casefold() if place + 1 < len(side.tokens) else ""
            does = word in ("turn", "turns") and after in slots()["determiners"]  # `Alan turns the compost`
            does = does or is_a_thing(side.tokens, place)
            named = may_name(token.text, first=token.start == 0) and word not in slots()["unnamed"]
            if (does or named) and not particle and not by:
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
        return place in side.rest and word not in NEGATIONS and word in ("of", "for", "to", "into", "from")

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

    def _past(self, word: str) -> bool:
        return verb_forms().get(word, ("", ""))[1] == "past" or word in ("split", "put", "read", "cut")
