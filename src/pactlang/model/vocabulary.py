"""Which events a log may record: declared in the agreement or brought in by `use`, plus the words of the log itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

# Words that every log knows, whatever the agreement says. None of them is ever a breach.
PAUSE = "pause"
RESUME = "resume"
WAIVE = "waive"
CONFIRM = "confirm"
DISPUTE = "dispute"
WITHDRAW_CONSENT = "withdraw consent"
REFUSE = "refuse"
LEAVE = "leave"
COMPLETE = "complete"  # written `complete until DATE`
CONSENT = "consent"
NOTICE = "notice"  # an event like any other, but what names a person in it is meant for that person alone
OWN = "own"  # `own FINDING by WHO` is another way to write an acknowledgement about it
ACKNOWLEDGEMENT = "acknowledgement"
REVIEW = "review"  # an event like any other, but one that is about a clause is the talk that `revisit` reminds of
BREACH = "breach"  # recorded by the checker alone

LOG_WORDS = frozenset({PAUSE, RESUME, WAIVE, CONFIRM, DISPUTE, WITHDRAW_CONSENT, REFUSE, LEAVE, COMPLETE, CONSENT})
# Ways to stop. No sentence can make one of these a breach (safety comes before any clause).
STOP_WORDS = frozenset({PAUSE, WITHDRAW_CONSENT, REFUSE, LEAVE})
VOCABULARY_CURRENCY = "EUR"  # of the amounts of vocabularies' events where a text does not say
# What only a party can do. Somebody outside may say yes and no, and take back a yes.
ONLY_PARTIES = frozenset({PAUSE, RESUME, WAIVE, LEAVE})
# What is somebody's own: nobody says yes or no, tells, or is tested, in another's place.
NOBODY_STANDS_IN = frozenset({*LOG_WORDS, "disclosure", "test", "result"})
# Health holds first: no pause stops these, whatever its sentence names.
HEALTH = frozenset({"test", "result"})


class EventType(Struct, frozen=True):
    """`event NAME`: what a log may record.

    `unit` is the unit of its `amount`, or empty; `fields` are the names that an entry may give a value to. `shared` is one that a
    vocabulary brought in, whose unit is the text's currency.
    """

    name: str
    plural: str
    with_person: bool = False
    about: str = ""
    unit: str = ""
    fields: tuple[str, ...] = ()
    shared: bool = False


class Vocabulary(Struct, frozen=True):
    """All event types by name; terms are already folded into the selectors that use them."""

    events: Mapping[str, EventType] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[dict[str, EventType]]]:
        # What only shows a mapping cannot be pickled.
        return Vocabulary, (dict(self.events),)

    def knows(self, name: str) -> bool:
        """Whether a log may record this event.

        >>> Vocabulary().knows("pause"), Vocabulary().knows("picnic")
        (True, False)
        """
        return name in self.events or name in LOG_WORDS
