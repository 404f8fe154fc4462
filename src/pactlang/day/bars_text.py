"""What is forbidden for a time, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import ByFilter, Parties, ProhibitionAfter, SomeOf, ToFilter
from pactlang.model.parts import filters
from pactlang.words.meant import narrowed_words
from pactlang.words.words import day_words, moment_words, people_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Bar
    from pactlang.model.calendar import Zone


def bar_words(bar: Bar, zone: Zone) -> str:
    """What is barred, by and to and with whom, and until when: `party by Ana, until apology by Ana`."""
    form = bar.sentence.form
    assert isinstance(form, ProhibitionAfter)  # noqa: S101 - nothing else bars
    by = f" by {people_words(bar.by, 'or')}" if bar.by else _named(form)
    others = [name for name in bar.to if (name,) != bar.by] or bar.to  # nobody speaks to themselves
    to = f" to {people_words(others, 'or')}" if others else ""
    with_ = f" with {bar.person}" if bar.person else ""
    perhaps = "" if bar.sure else " (perhaps: an entry does not say enough)"
    # Whom `to the same party` means is said by name.
    named = replace(form.selector, filters=tuple(one for one in form.selector.filters if not (to and isinstance(one, ToFilter))))
    what = f"{form.selector.noun}{by}{to}{narrowed_words(named)}{with_}{narrowed_words(named, last=True)}"
    return f"{what}, until {_bar_end(bar, form, zone)}{perhaps}"


def _named(form: ProhibitionAfter) -> str:
    """By whom something is barred, where the sentence names them."""
    match next((one.who for one in filters(form.selector) if isinstance(one, ByFilter)), None):
        case Parties(names, every):
            return f" by {people_words(names, 'and' if every else 'or')}"
        case SomeOf(words=words):
            return f" by {words}"
        case _:
            return ""


def _bar_end(bar: Bar, form: ProhibitionAfter, zone: Zone) -> str:
    if bar.end is not None:
        last = zone.date_of(bar.end - 1)
        whole = bar.end == zone.midnight(last + 1)
        return f"the end of {day_words(last)}" if whole else moment_words(bar.end, zone)
    assert form.waits_for is not None  # noqa: S101 - it has no end of its own
    by = bar.owing if form.waits_for.by is not None else ()
    either = isinstance(form.waits_for.by, Parties) and not form.waits_for.by.every
    said = form.waits_for.by
    who = f" by {said.words if isinstance(said, SomeOf) else people_words(by, 'or' if either else 'and')}" if by else ""
    return f"{form.waits_for.selector.noun}{who}{narrowed_words(form.waits_for.selector)}"
