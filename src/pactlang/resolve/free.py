"""What is free: stopping, and feelings. Nothing limits them, asks for them or follows them, but what all do alike and gently."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from pactlang.later import ready
from pactlang.model import agreement as model
from pactlang.model.parts import awaited, counted_up, events, excuse, filters, limited, occasion, owed, positive, renewal, sought, wanted
from pactlang.model.vocabulary import CONSENT, LEAVE, PAUSE, REFUSE, RESUME, STOP_WORDS, WAIVE

# Names are read as words, and whole: `jealousy-start` is a feeling that begins, `love-letter` is none.
_FEELING = (
    r"anger|attraction|crush|doubt|envy|fear|feelings?|grief|jealousy|love|missing someone|resentment|sadness|sorrow|falling in love|"
    r"crying|tears|insecurity|loneliness|longing|heartbreak|shame|guilt|disappointment|worry|jealous|angry|envious|afraid|scared|sad|"
    r"lonely|insecure|ashamed|guilty|worried|disappointed|heartbroken|in love|resentful"
)
_FELT = ready(
    rf"(?:feeling |being |getting |(?:fit|bout|wave|moment) of )?(?:{_FEELING})"
    r"(?: (?:starts?|begins?|ends?|over|again|moment|attack|episode|spike|wave|flare(?: up)?))?"
)
# What an agreement may call a no, a consent taken back, and a stop, beside the words of every log.
_NO = ready(
    r"refus(?:als?|ing|ed)|(?:said|say|saying) no|withdraw(?:n)?(?: consents?)?|withdrawing(?: consent)?|consent withdrawals?|"
    r"withdrawals? of consent"
)
_STOP = ready(r"(?:safe|stop) ?words?")
# What may follow a pause or a feeling where all do it: nobody is worse off for having said it.
_GENTLE = r"(?:[\w-]+-)?(?:check-in|talk|conversation|aftercare)"
_PAUSED = "paused"


def is_feeling(name: str) -> bool:
    """Whether an event of this name is that somebody feels something.

    >>> [is_feeling(name) for name in ("jealousy", "Jealousy-start", "feeling-jealous", "love-letter", "angry-call")]
    [True, True, True, False, False]
    """
    return _FELT.fullmatch(_spoken(name)) is not None


def stop_of(name: str) -> str:
    """The word of the log that an event of this name means, if it is a way to stop; else the name itself.

    >>> stop_of("refusal"), stop_of("safe-word"), stop_of("pause"), stop_of("withdrawal")
    ('refuse', 'pause', 'pause', 'withdrawal')
    """
    words = _spoken(name)
    return REFUSE if _NO.fullmatch(words) else PAUSE if _STOP.fullmatch(words) else name


def _spoken(name: str) -> str:
    return name.casefold().replace("-", " ").replace("_", " ")


def _stops(names: Iterable[str], words: Container[str] = STOP_WORDS) -> list[str]:
    return sorted(name for name in names if stop_of(name) in words)


class Around(Struct, frozen=True):
    """What a sentence needs to know of its agreement: the parties, and by which events each state starts."""

    parties: tuple[str, ...] = ()
    starts: Mapping[str, frozenset[str]] = MappingProxyType({})

    @classmethod
    def of(cls, parties: tuple[str, ...], states: tuple[model.State, ...]) -> Around:
        """The same of an agreement's parts; `paused` is started by a pause.

        >>> Around.of(("Ana", "Ben"), ()).starts["paused"]
        frozenset({'pause'})
        """
        starts = {state.name: frozenset().union(*map(events, state.starts)) for state in states}
        return cls(parties, {**starts, _PAUSED: frozenset({PAUSE})})


def _after(form: model.Form, modifiers: model.Modifiers, around: Around) -> frozenset[str]:
    """The events that a sentence follows: those it comes after, and those that start a state in which alone it holds."""
    found: set[str] = set()
    if not isinstance(form, model.Precedence | model.ProhibitionBefore):
        found |= events(occasion(form)) | events(renewal(form))
    states = [one.state for one in (*modifiers.only, *_filters_of(form)) if isinstance(one, model.WhileFilter)]
    for state in states:
        found |= around.starts.get(state, frozenset())
    return frozenset(found)


def _filters_of(form: model.Form) -> Iterator[model.Filter]:
    """The filters that say when a sentence speaks: those of what it comes after or before, else of what it limits or counts."""
    before = form.selector if isinstance(form, model.ProhibitionBefore) else None
    yield from filters(before or occasion(form) or limited(form) or wanted(form))


def _alike(form: model.Form, around: Around) -> bool:
    """Whether what a sentence asks for is owed by all parties alike; what it limits, it limits for all alike."""
    every = set(around.parties)
    duty = owed(form)
    if duty is None:
        named = [one.who for one in map(positive, filters(limited(form) or wanted(form))) if isinstance(one, model.ByFilter)]
        return all(not isinstance(who, model.Parties) or set(who.names) == every for who in named)
    told_apart = model.ByFilter(model.WhoWord.EACH_PARTY) in filters(occasion(form))
    for who in (duty.by, duty.to):
        if isinstance(who, model.Parties):
            outside = who is duty.to and every.isdisjoint(who.names)  # whoever of you owes it, it goes to the same people
            if set(who.names) != every and not outside:
                return False
        elif isinstance(who, model.SomeOf):
            if who.of is model.WhoWord.THE_OTHERS:
                return False
        elif who in (model.WhoWord.SAME_PARTY, model.WhoWord.ADDRESSED) or (who is duty.by and who is model.WhoWord.THE_OTHERS):
            return False
        elif who is model.WhoWord.EACH_PARTY and told_apart:
            return False  # `after each pause by each party, … by each party` asks it of whoever paused
    return True


def _gentle(form: model.Form, around: Around) -> bool:
    """A talk, aftercare or a check-in, owed by all alike."""
    asked = events(wanted(form))
    return bool(asked) and all(re.fullmatch(_GENTLE, name, re.I) for name in asked) and _alike(form, around)


def _held(form: model.Form) -> frozenset[str]:
    """The events that a sentence limits, stops, or asks something before."""
    return events(limited(form)) | (events(occasion(form)) if isinstance(form, model.Precedence | model.ProhibitionBefore) else frozenset())


def _freeing(form: model.Form) -> frozenset[str]:
    """The events without which somebody is not free to do something: `no … until refuse by Ben` would need a refusal."""
    lifted, until = excuse(form) if limited(form) is not None else None, awaited(form)
    return events(lifted.duty.selector if lifted else until.selector if until else None)


def stopping(form: model.Form, modifiers: model.Modifiers, around: Around) -> Iterator[tuple[str, str]]:
    """What a sentence does to stopping (`STOPPING`, `COSTS`, `YES`, as `Flag` names it), each with why it is not applied."""
    # What must only come before something else is left to whoever does that.
    asked = frozenset() if isinstance(form, model.Precedence) else events(wanted(form))
    names = _stops(_held(form))
    if names:
        yield "STOPPING", f"stopping is always free, so no sentence can limit '{names[0]}' or ask something before it"
    names = _stops(_freeing(form))
    if names:
        yield "STOPPING", f"stopping is always free, so no sentence can wait for '{names[0]}'"
    names = _stops(asked, {*STOP_WORDS, RESUME})
    if names:
        yield "COSTS", f"stopping is always free, so no sentence can ask for '{names[0]}'"
    names = sorted(asked & {CONSENT, WAIVE})
    if names:
        yield "YES", f"anyone may say no at any time, so no sentence can ask for '{names[0]}'"
    names = _stops(counted_up(form), {*STOP_WORDS, RESUME})
    if names:
        yield "COSTS", f"stopping costs nothing, so nobody counts '{names[0]}' up"
    after = _after(form, modifiers, around)
    paused = _stops(after, {PAUSE, RESUME})  # a cost of the end of a pause is one of the pause
    names = _stops(after, STOP_WORDS - {PAUSE, LEAVE})
    if names:
        yield "COSTS", f"stopping costs nothing, so nothing can follow '{names[0]}'"
    elif paused and not (_gentle(form, around) or _holds_a_pause(form, around)):
        yield "COSTS", f"stopping costs nothing, so after '{paused[0]}' only a check-in, a talk or aftercare owed by all alike can follow"
    elif LEAVE in after and (isinstance(form, model.ProhibitionAfter | model.PauseAfter) or not _alike(form, around)):
        yield "COSTS", f"stopping costs nothing, so what follows '{LEAVE}' is owed by all alike"


def nothing_more(form: model.Form, modifiers: model.Modifiers, around: Around) -> str:
    """Why nothing is asked for where what follows a stop or a feeling is missing; empty where it follows none."""
    after = _after(form, modifiers, around)
    free = [*_stops(after, {*STOP_WORDS, RESUME}), *sorted(name for name in after if is_feeling(name))]
    return f"what follows '{free[0]}' stays free, so nothing more is asked for if it is missing" if free else ""


def _holds_a_pause(form: model.Form, around: Around) -> bool:
    """`no encounter while paused` is what a pause is for; whom it names, it names all of them. No count starts again with a pause."""
    if _stops(events(renewal(form)), {PAUSE, RESUME}):
        return False
    return isinstance(form, model.Cap | model.Gap | model.Prohibition | model.Pause | model.Precedence) and _alike(form, around)


def feelings(form: model.Form, modifiers: model.Modifiers, around: Around) -> str:
    """Why a sentence that limits a feeling, asks for one or makes something follow one is not applied; empty for all others."""
    names = sorted(name for name in _held(form) if is_feeling(name))
    if names:
        return f"feelings are free, so no sentence can limit '{names[0]}' or ask something before it"
    names = sorted(name for name in sought(form) if is_feeling(name))
    if names:
        return f"feelings are free, so no sentence can ask for '{names[0]}'"
    names = sorted(name for name in counted_up(form) if is_feeling(name))
    if names:
        return f"feelings are free, so nobody counts '{names[0]}' up"
    names = sorted(name for name in _after(form, modifiers, around) if is_feeling(name))
    if names and not _gentle(form, around):
        return f"feelings are free, so after '{names[0]}' only a talk, aftercare or a check-in owed by all alike can follow"
    return ""
