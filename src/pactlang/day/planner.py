"""Fills the nine steps of a repair plan: from what was agreed, from what the checker says of it, and from what the log shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.active import holds_from
from pactlang.checker.context import label_of
from pactlang.checker.finding import Finding, Status
from pactlang.checker.waivers import clause_of
from pactlang.day.plan import Action, Done, Phase, Step
from pactlang.log.bound import day_of, start_of
from pactlang.log.entry import Entry
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import BreachTrigger, EventTrigger, Interval, Pause, PauseAfter, RepeatAfter, Response, Schedule
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.vocabulary import ACKNOWLEDGEMENT
from pactlang.words.words import list_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Hold, Judgement
    from pactlang.model.agreement import Sentence

HALF_A_YEAR = 182  # days in which breaches of one sentence are counted together
_ABOUT = frozenset({"impact", "apology", ACKNOWLEDGEMENT})  # what a plan writes with the finding that it is about
_SHEETS = {1: "reflection", 2: "debrief", 3: "impact", 4: "review", 6: "apology", 8: "check-in"}  # by the number of a step
OFTEN = 3  # of them, from which help from outside comes before any decision


class Planner:
    """Fills the steps for one finding of a judgement that lists everything; `first` is the date that suggestions count from."""

    def __init__(self, finding: Finding, judgement: Judgement, first: int) -> None:
        self._finding = finding
        # What follows a breach is asked by the text in force when it became certain, whatever text was broken.
        self.agreement = judgement.in_force_at(finding.moment) or finding.agreement
        in_force = judgement.in_force_at(judgement.as_of)
        self.now = in_force or judgement.agreement
        today = judgement.zone.date_of(judgement.as_of)
        self._offered = [one for one in in_force.sentences if _goes_on(one, today)] if in_force is not None else []
        self._judgement = judgement
        self._first = first
        self._zone = judgement.zone
        # What is done from the breach itself on counts; of a pattern, from its last occasion on.
        self._from = finding.moment
        self._answers = {one.sentence.label: one for one in judgement.findings if one.answers == finding.id and not _is_matrix(one)}  # type: ignore[union-attr]
        self._held = [one for one in judgement.holds if one.agreement is self.agreement]
        asked = [one for one in self.agreement.sentences if self._follows(one) and self._asked(one)]
        labels = {one.label for one in asked}
        # What the checker does not ask for after this is offered as long as it goes on.
        each_time = (one for one in self._offered if getattr(getattr(one.form, "trigger", None), "times", None) is None)
        self._following = [*asked, *(one for one in each_time if self._follows(one) and one.label not in labels)]
        self.like_it = self._like_it()

    def _like_it(self) -> list[Finding]:
        """It, and the breaches of the same sentence in the half year before, let go or not."""
        mine = self._finding
        first = mine.date - HALF_A_YEAR
        found = [
            one
            for one in self._judgement.findings
            if one.status in (Status.BREACH, Status.WAIVED)
            and label_of(one.sentence) == label_of(mine.sentence)
            and first < one.date
            and one.moment <= mine.moment
        ]
        return sorted(found, key=lambda one: one.moment) or [mine]

    def _asked(self, sentence: Sentence) -> bool:
        """Whether the checker asked for it after the breach, or it held from then on by itself."""
        match sentence.form:
            case PauseAfter():
                return bool(self._own_holds(sentence))
            case RepeatAfter():
                return bool(self._repetitions(sentence))
            case _:
                return sentence.label in self._answers

    def _own_holds(self, sentence: Sentence) -> list[Hold]:
        """The pause that began with this breach, by the checker."""
        began = max(self._finding.moment, self._finding.noted)
        return [one for one in self._held if one.sentence is sentence and one.start == began]

    def _repetitions(self, sentence: Sentence) -> list[Finding]:
        return [
            one
            for one in self._judgement.findings
            if label_of(one.sentence) == sentence.label and one.agreement is self.agreement and one.at >= self._from
        ]

    def _follows(self, sentence: Sentence) -> bool:
        trigger = getattr(sentence.form, "trigger", None)
        if isinstance(trigger, BreachTrigger):
            return sentence.clause != clause_of(self._finding) and trigger.of_clause(clause_of(self._finding))
        return isinstance(trigger, EventTrigger) and any(one.event in ("debrief", "apology") for one in trigger.selector.alternatives)

    def steps(self) -> list[Step]:
        """All nine, in order: help from outside comes before any decision where the same was broken three times."""
        steps = [*self._steady(), *self._decide(), *self._rebuild()]
        if len(self.like_it) >= OFTEN:
            place = next(place for place, step in enumerate(steps) if step.phase is Phase.DECIDE)
            steps.insert(place, replace(steps.pop(), phase=Phase.STEADY))
        return [replace(step, number=number, sheet=_SHEETS.get(step.number, "")) for number, step in enumerate(steps, 1)]

    def _steady(self) -> list[Step]:
        everyone = self.now.parties
        return [
            Step(
                1,
                Phase.STEADY,
                "Stop, and steady yourselves",
                "Decide nothing while one of you is overwhelmed. A pause is never a breach, and never a punishment.",
                self._pauses() or (self._do("Anyone who needs a pause asks for one, long enough to sleep and eat.", "pause"),),
            ),
            Step(
                2,
                Phase.STEADY,
                "Talk it through, in turns",
                "Ten minutes each. The other only listens, then says back what they heard. Facts first, then feelings.",
                self._agreed(("debrief",)) or (self._do("Sit down for a debrief.", "debrief", 3, together=everyone),),
            ),
            Step(
                3,
                Phase.STEADY,
                "Name the impact",
                (
                    "Often it is not the rule that hurt, but what it meant to you. Each of you "
                    "writes your own sheet; nobody corrects the other's."
                ),
                (
                    self._do(
                        "Each fills in an impact sheet, and reads it to the other.",
                        self._known("impact", "reflection"),
                        5,
                        each=everyone,
                        also="reflection",
                    ),
                ),
            ),
        ]

    def _decide(self) -> list[Step]:
        everyone = self.now.parties
        signed = self._signed_since()
        talked = self._known("review", "decision")
        return [
            Step(
                4,
                Phase.DECIDE,
                "Decide whether the words still fit",
                "Keep them, change them, or let them go: all three are fine. Sleep on it first; terms signed within a day of a "
                "breach are often signed out of fear.",
                (
                    self._do(
                        "Ask about the sentence: do we still mean it? Was it clear? Can it be kept in the life we have?",
                        talked,
                        10,
                        together=everyone,
                    ),
                    Action(
                        "If it changes: write it, compare it (pact diff), and each of you sign it, tomorrow at the earliest.",
                        self._first + 14,
                        done=signed,
                    ),
                ),
            ),
            Step(
                5,
                Phase.DECIDE,
                "Put safeguards where it slipped",
                "No new rules: one thing that would have helped that day.",
                (
                    replace(
                        self._do(
                            "Choose one: a reminder, an earlier warning, asking before (pact may), a smaller limit for a while.",
                            self._known("decision", "review"),
                            14,
                            together=everyone,
                            also="review",
                        ),
                        **({"done": signed} if signed is not None else {}),
                    ),
                ),
            ),
        ]

    def _rebuild(self) -> list[Step]:
        everyone = self.now.parties
        times = len(self.like_it)
        help_words = {
            1: "If it happens again, or one of you does not feel safe: ask someone for help.",
            2: "It has happened twice within half a year: ask someone for help while it is still easy to ask.",
        }.get(times, f"It has happened {times} times within half a year: ask someone for help now, before you decide.")
        return [
            Step(
                6,
                Phase.REBUILD,
                "Aftercare",
                "For each of you, also for the one who is ashamed: shame makes people hide, and hiding breaks more.",
                (
                    *(
                        self._agreed(("aftercare",))
                        or (self._do("Time together that is not about this.", "aftercare", 7, together=everyone),)
                    ),
                    *self._owning(),
                    *(self._agreed(("apology",)) or (self._do("An apology, in writing: the sheet helps.", "apology", 7),)),
                ),
            ),
            Step(
                7,
                Phase.REBUILD,
                "Small things, kept",
                "Trust comes back through small promises kept many times, not through one grand gesture.",
                (
                    Action(
                        "Each of you names one small thing for the next four weeks that the other will be able to see.", self._first + 14
                    ),
                    self._do("When you see it kept, say so.", "gratitude", 28, each=everyone),
                ),
            ),
            Step(
                8,
                Phase.REBUILD,
                "Look again, often at first",
                "Short and regular; end each with one thing that went well.",
                self._agreed(("check-in", "review"))
                or (*self._cadence(), self._do("A check-in every few days for the first weeks.", "check-in", 4, together=everyone)),
            ),
            Step(
                9,
                Phase.REBUILD,
                "Ask for help from outside",
                "A counsellor who understands how you live, a friend of you both, a group. Asking "
                "early is a strength, and nobody needs permission "
                "for it.",
                self._agreed(("therapy",)) or (self._do(help_words, "therapy", together=everyone),),
            ),
        ]

    def _known(self, *events: str) -> str:
        """The first of these events that the agreement knows; else none."""
        return next((event for event in events if self.now.vocabulary.knows(event)), "")

    def _do(
        self,
        words: str,
        event: str,
        days: int | None = None,
        *,
        together: tuple[str, ...] = (),
        each: tuple[str, ...] = (),
        also: str = "",
    ) -> Action:
        """A suggestion: what the log shows of it, by everyone together, by each, or by anybody. An event that is `also` it does, too."""
        by = None if days is None else self._first + days
        if not event or not self.now.vocabulary.knows(event):
            return Action(words, by)
        done = self._shown((event, also), frozenset(together or each))
        who = [together] if together else [(name,) for name in each] or [("NAME",)]
        about = self._finding.id if event in _ABOUT else None
        return Action(words, by, done=done, lines=tuple(_line(event, names, about) for names in who))

    def _owning(self) -> tuple[Action, ...]:
        """Saying whose doing it was, where the log can show it: by each of those whom the finding names; an apology says it, too."""
        if not self.now.vocabulary.knows(ACKNOWLEDGEMENT):
            return ()
        each = tuple(party for party in self.now.parties if party in self._finding.who)
        words = "Say what was yours in it, without a “but”: one sentence is enough."
        return (self._do(words, ACKNOWLEDGEMENT, 7, each=each, also="apology"),)

    def _shown(self, events: tuple[str, ...], needed: frozenset[str]) -> Done | None:
        """The entries since the breach by which everybody who must has done it, each by one of these events."""
        about = {self._finding.id, *(entry.id for entry in self._finding.entries)}
        found: list[Entry] = []
        given: set[str] = set()
        did: set[str] = set()
        for entry in sorted(self._judgement.entries, key=lambda one: (start_of(one, self._zone), one.order)):
            start = start_of(entry, self._zone)
            fits = entry.type in events and self._from <= start + (DAY_SECONDS - 1 if entry.second is None else 0)
            if not fits or start > self._judgement.as_of or (entry.about is not None and entry.about not in about):
                continue
            if needed and not needed - given:
                break
            found.append(entry)
            given.update(entry.instead_of or entry.by)
            did.update(entry.by)
            if not needed:
                break
        if not found or needed - given:
            return None
        said = tuple(words for entry in found for words in _said(entry))
        return Done(
            day_of(found[-1], self._zone),
            list_words(list(dict.fromkeys(entry.type for entry in found))),
            tuple(party for party in self.now.parties if party in did),
            said,
        )

    def _signed_since(self) -> Done | None:
        """The first text that all signed after the breach."""
        day = self._zone.date_of(self._from)
        for version in self._judgement.versions:
            signed = [signature.on for signature in version.agreement.signatures]
            if not version.draft and signed and max(signed) > day:
                return Done(max(signed), "the text that you signed")
        return None

    def _agreed(self, events: tuple[str, ...]) -> tuple[Action, ...]:
        found: list[Action] = []
        for sentence in self._following:
            form = sentence.form
            if not isinstance(form, Response | RepeatAfter):
                continue
            named = [one.event for one in form.duty.selector.alternatives if one.event in events]
            if named:
                found.append(self._repeated(sentence, named[0]) if isinstance(form, RepeatAfter) else self._owed(sentence, named[0]))
        return tuple(found)

    def _owed(self, sentence: Sentence, event: str) -> Action:
        """What the agreement asks for once, as the checker judges it: a late answer is one, too."""
        answer = self._answers.get(sentence.label)
        done = None
        if answer is not None and answer.fulfilled_at is not None:
            entry = next((entry for entry in reversed(answer.entries) if entry.type == event), None)
            done = Done(self._zone.date_of(answer.fulfilled_at), event, *((entry.by, _said(entry)) if entry is not None else ()))
        owing = answer.who if answer is not None and done is None else self.agreement.parties
        return Action(sentence.words, _last_day(answer, self._judgement), sentence, done, (_line(event, owing),))

    def _repeated(self, sentence: Sentence, event: str) -> Action:
        """What the agreement asks for again and again for a while: done once nothing of it is still to come."""
        told = self._repetitions(sentence)
        kept = [one for one in told if one.fulfilled_at is not None and one.fulfilled_at <= self._judgement.as_of]
        due = min((one.due_date or self._zone.date_of(one.due) for one in told if one.status is Status.DUE and one.due), default=None)
        done = None
        if kept and due is None:
            last = max(one.fulfilled_at or 0 for one in kept)
            done = Done(self._zone.date_of(last), f"{event}, {len(kept)} times" if len(kept) > 1 else event)
        return Action(sentence.words, due, sentence, done, (_line(event, self.agreement.parties),))

    def _pauses(self) -> tuple[Action, ...]:
        found: list[Action] = []
        for sentence in self._following:
            if not isinstance(sentence.form, PauseAfter):
                continue
            own = self._own_holds(sentence)
            until = self._zone.date_of(own[0].end - 1) if own else None
            over = own[0].end <= self._judgement.as_of if own else False
            found.append(Action(sentence.words, until, sentence, Done(until, "the pause is over") if over and until else None, holds=True))
        if not found:
            own_pause = [one for one in self._offered if isinstance(one.form, Pause)][:1]
            found = [replace(self._do(one.words, "pause"), agreed=one) for one in own_pause]
        return tuple(found)

    def _cadence(self) -> tuple[Action, ...]:
        return tuple(
            Action(one.words, agreed=one)
            for one in self._offered
            if isinstance(one.form, Schedule | Interval) and any(part.event == "check-in" for part in one.form.duty.selector.alternatives)
        )[:1]


def _goes_on(sentence: Sentence, today: int) -> bool:
    """Whether a sentence of the text in force asks for anything from today on."""
    form = sentence.form
    once = form.recurrence.date if isinstance(form, Schedule) else None
    return not sentence.not_applied and holds_from(sentence.modifiers, today) and (once is None or once >= today)


def _line(event: str, by: tuple[str, ...], about: str | None = None) -> str:
    """An entry without its date."""
    return entry_to_text(Entry(event, 1, by=by, about=about)).partition("  ")[2]


def _is_matrix(finding: Finding) -> bool:
    return not hasattr(finding.sentence, "label")


def _last_day(answer: Finding | None, judgement: Judgement) -> int | None:
    if answer is None or answer.due is None:
        return None
    return answer.due_date if answer.due_date is not None else judgement.zone.date_of(answer.due)


def _said(entry: Entry) -> tuple[str, ...]:
    """What a debrief came to."""
    return tuple(f"{name}: {entry.fields[name]}" for name in ("cause", "learned") if name in entry.fields)
