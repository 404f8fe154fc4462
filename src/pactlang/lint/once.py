"""Questions about a reading that surprises some people: asked at the first sentence of a text, and not again at the next ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.lint.parts import doer, events, occasion, owed
from pactlang.model.agreement import SomeOf, WhoWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.lint.rule import Found
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Selector, Who


def asked_once(each: Iterable[Found | None]) -> Iterator[Found]:
    """The first of some questions, which says of how many more sentences it could be asked."""
    found = [one for one in each if one is not None]
    more = f" ({len(found) - 1} more in this text)" if len(found) > 1 else ""
    for first in found[:1]:
        yield replace(first, message=first.message + more)


def shared_elsewhere(subject: Subject, selector: Selector) -> bool:
    """Whether nobody is named, and another sentence speaks of the event as one thing of all: `before each gig, consent by everyone`."""
    around = ((occasion(one.form), owed(one.form)) for one in subject.sentences if not one.not_applied)
    return doer(selector) is None and any(
        event is not None and doer(event) is None and events(event) & events(selector) and duty is not None and not _each_theirs(duty.by)
        for event, duty in around
    )


# One for the whole house, whoever gives it.
FOR_ALL = frozenset({"party", "gig", "concert", "festival", "feast", "bonfire"})
# Hours that people spend together are nobody's own.
TOGETHER = frozenset({"date-night", "meeting", "check-in", "house-meeting", "review", "noise", "quiet", "therapy", "debrief"}) | FOR_ALL


def _each_theirs(who: Who | None) -> bool:
    return (who.of if isinstance(who, SomeOf) else who) in _EACH_THEIRS


_EACH_THEIRS = (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS, WhoWord.ADDRESSED)
