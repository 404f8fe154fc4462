"""From the parser's rules to the lines of a file: one small method for each rule of `grammar.lark`, of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pactlang.language import tree
from pactlang.language.build_parts import WEEKDAYS, index_of
from pactlang.language.build_sentences import Sentences
from pactlang.language.errors import MeaningError
from pactlang.language.walk import Token
from pactlang.model import agreement as model
from pactlang.model.named import EVERY_DAY, DateRange, DayBefore, HoursOn, YearDay

if TYPE_CHECKING:
    from pactlang.model.calendar import Duration
    from pactlang.model.named import DayLine, DaySet


class Builder(Sentences):
    """Builds the lines of one file: sentences, modifiers, headings and what stands under them."""

    # --- modifiers ---

    def listed(self, *items: Token) -> tuple[tree.Name, ...]:
        return tuple(self.name(item) for item in items)

    def covering(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.ModifierLine("covering", items)

    def optionally(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.ModifierLine("optionally", items)

    def never_covering(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.ModifierLine("never covering", items)

    def keeps_private(self, party: Token, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.ModifierLine("keeps private", (self.person_name(party), *items))

    def warn_at(self, number: Token) -> tree.Body:
        return tree.ModifierLine("warn at", self._number(number))

    def warn_before(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("warn before", length)

    def remind(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("remind", length)

    def grace(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("grace", length)

    def only(self, condition: model.Condition) -> tree.Body:
        return tree.ModifierLine("only", condition)

    def excepted(self, condition: model.Condition) -> tree.Body:
        return tree.ModifierLine("except", condition)

    def if_we_can(self) -> tree.Body:
        return tree.ModifierLine("if we can")

    def otherwise(self, nouns: tuple[tree.Name, ...], *parts: Any) -> tree.Body:
        return tree.ModifierLine("otherwise", model.Response(model.OtherwiseTrigger(), self._duty(nouns, parts[:-1]), parts[-1]))

    def still_owed(self) -> tree.Body:
        return tree.ModifierLine("still owed")

    def revisit_every(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("revisit", length)

    def revisit_by(self, day: Token) -> tree.Body:
        return tree.ModifierLine("revisit", self._date(day))

    def private(self) -> tree.Body:
        return tree.ModifierLine("private")

    def watch_off(self) -> tree.Body:
        return tree.ModifierLine("watch off")

    def from_date(self, day: Token) -> model.Condition:
        return model.DateRange(self._date(day), None)

    def from_until(self, first: Token, last: Token) -> model.Condition:
        return model.DateRange(*self._period(first, last))

    def _period(self, first: Token, last: Token) -> tuple[int, int]:
        begin, end = self._date(first), self._date(last)
        if end < begin:
            raise self._problem(last, f"This ends ({last}) before it starts ({first}).", "a later date")
        return begin, end

    def until_date(self, day: Token) -> model.Condition:
        return model.DateRange(None, self._date(day))

    def while_state(self, state: Token) -> model.Condition:
        return model.WhileFilter(self.name(state))

    def on_days(self, days: DaySet) -> model.Condition:
        return model.DayFilter(days)

    def between_dates(self, first: Token, month: Token, last: Token, other: Token) -> model.Condition:
        return model.Season(self._date_of_year(first, month), self._date_of_year(last, other))

    def in_odd(self, unit: Token) -> model.Condition:
        return self._every_other(unit, odd=True)

    def in_even(self, unit: Token) -> model.Condition:
        return self._every_other(unit, odd=False)

    def _every_other(self, unit: Token, *, odd: bool) -> model.Condition:
        word = str(unit).casefold()
        if word not in ("weeks", "months", "years"):
            nearest = f"{word}s" if f"{word}s" in ("weeks", "months", "years") else ""
            message = "Weeks, months and years are odd or even by their number."
            raise MeaningError("E007", message, self.name(unit).span, "" if nearest else "weeks, months or years", nearest)
        return model.EveryOther(word.removesuffix("s"), odd)

    # --- headings ---

    def pact(self, title: Token | None = None) -> tree.Heading:
        return tree.PactHeading(self.name(title) if title is not None else "")

    def use(self, name: Token) -> tree.Heading:
        return tree.UseHeading(self.name(name))

    def include(self, path: Token) -> tree.Heading:
        return tree.IncludeHeading(self.name(path))

    def event(self, name: Token) -> tree.Heading:
        return tree.EventHeading(self.name(name))

    def term(self, name: Token, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> tree.Heading:
        return tree.TermHeading(self.name(name), self._selector(nouns, filters))

    def tags(self, items: tuple[tree.Name, ...]) -> tuple[tree.Name, ...]:
        return items

    def since(self, day: Token) -> int:
        return self._date(day)

    def person_heading(self, name: Token, *parts: Any) -> tree.Heading:
        title = next((self.name(part) for part in parts if isinstance(part, Token)), "")
        tags = next((part for part in parts if isinstance(part, tuple)), ())
        since = next((part for part in parts if isinstance(part, int)), None)
        return tree.PersonHeading(self.name(name), title, tags, since)

    def state(self, name: Token) -> tree.Heading:
        return tree.StateHeading(self.name(name))

    def state_of_each(self, name: Token) -> tree.Heading:
        return tree.StateHeading(self.name(name), each=True)

    def days_heading(self, name: Token) -> tree.Heading:
        return tree.DaysHeading(self.name(name))

    def hours_heading(self, name: Token) -> tree.Heading:
        return tree.HoursHeading(self.name(name))

    def matrix(self, name: Token, *rest: Token) -> tree.Heading:
        return tree.MatrixHeading(self.name(name), self.name(rest[-1]), self.name(rest[0]) if len(rest) > 1 else "")

    def clause(self, kind: Token, *parts: Token) -> tree.Heading:
        names = [self.name(part) for part in parts if part.type == "A_NAME"]
        titles = [self.name(part) for part in parts if part.type == "A_STRING"]
        return tree.ClauseHeading(model.ClauseKind(str(kind).casefold()), names[0] if names else None, titles[0] if titles else "")

    def hope(self, name: Token, title: Token | None = None) -> tree.Heading:
        return self._aim(model.AimKind.HOPE, name, title)

    def guarantee(self, name: Token, title: Token | None = None) -> tree.Heading:
        return self._aim(model.AimKind.GUARANTEE, name, title)

    def _aim(self, kind: model.AimKind, name: Token, title: Token | None) -> tree.Heading:
        return tree.AimHeading(kind, self.name(name), self.name(title) if title is not None else "")

    def example(self, title: Token) -> tree.Heading:
        return tree.ExampleHeading(self.name(title))

    # --- bodies of other headings ---

    def labels(self, *names: Token) -> tuple[tree.Name, ...]:
        return tuple(self.name(name) for name in names)

    def as_of(self, day: Token, time: Token | None = None) -> tuple[int, int | None]:
        return self._date(day), self._seconds(time) if time is not None else None

    def expect_kept(self, moment: tuple[int, int | None] | None = None) -> tree.Body:
        return tree.ExpectLine((), moment)

    def expect_broken(self, names: tuple[tree.Name, ...], moment: tuple[int, int | None] | None = None) -> tree.Body:
        return tree.ExpectLine(names, moment)

    def renamed(self, name: Token, was: Token) -> tuple[tree.Name, tree.Name]:
        return self.person_name(name), self.person_name(was)

    def parties(self, *items: Token | tuple[tree.Name, tree.Name]) -> tree.Body:
        """The names, and after them, in pairs, those of whom the text says that they were called otherwise."""
        names = [self.person_name(one) if isinstance(one, Token) else one[0] for one in items]
        return tree.FieldLine("between", (*names, *(one for one in items if isinstance(one, tuple))))

    def in_force(self, first: Token, last: Token | None = None) -> tree.Body:
        if last is None:
            return tree.FieldLine("in force", (self._date(first), None))
        return tree.FieldLine("in force", self._period(first, last))

    def in_force_until(self, last: Token) -> tree.Body:
        return tree.FieldLine("in force", (None, self._date(last)))

    def zone(self, name: Token) -> tree.Body:
        return tree.FieldLine("time zone", (self.name(name),))

    def week_starts(self, day: Token) -> tree.Body:
        return tree.FieldLine("week starts", (index_of(WEEKDAYS, day),))

    def currency(self, unit: Token) -> tree.Body:
        return tree.FieldLine("currency", (self.name(unit),))

    def signed(self, party: Token, on: Token, digest: Token | None = None, after: Token | None = None) -> tree.Body:
        return tree.FieldLine("signed by", (self.person_name(party), self._date(on), str(digest or ""), str(after or "")))

    def plural(self, word: Token) -> tree.Body:
        return tree.FieldLine("plural", (self.name(word),))

    def with_person(self) -> tree.Body:
        return tree.FieldLine("with person")

    def about(self, event: Token) -> tree.Body:
        return tree.FieldLine("about", (self.name(event),))

    def amount_in(self, unit: Token) -> tree.Body:
        return tree.FieldLine("amount in", (self.name(unit),))

    def fields(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.FieldLine("fields", items)

    def starts_with(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> tree.Body:
        return tree.FieldLine("starts with", (self._selector(nouns, filters),))

    def ends_with(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> tree.Body:
        return tree.FieldLine("ends with", (self._selector(nouns, filters),))

    def lasts(self, length: Duration) -> tree.Body:
        return tree.FieldLine("lasts", (length,))

    def lasts_at_least(self, length: Duration) -> tree.Body:
        return tree.FieldLine("lasts at least", (length,))

    def days_listed(self, dates: DayLine) -> tree.Body:
        return tree.DaysLine(dates)

    def days_excepted(self, dates: DayLine) -> tree.Body:
        return tree.DaysLine(dates, excepted=True)

    def one_day(self, day: Token) -> DayLine:
        return DateRange(self._date(day), self._date(day))

    def days_until(self, first: Token, last: Token) -> DayLine:
        return DateRange(*self._period(first, last))

    def every_year_on(self, number: Token, month: Token) -> DayLine:
        return YearDay(*self._date_of_year(number, month))

    def day_before(self, name: Token) -> DayLine:
        return DayBefore(self.days_named(name))

    def hours_on(self, days: DaySet, start: Token, end: Token) -> tree.Body:
        return tree.HoursLine(HoursOn(days, *self._window(start, end)))

    def hours_all_day(self, days: DaySet) -> tree.Body:
        return tree.HoursLine(HoursOn(days, 0, 0))

    def hours_every_day(self, start: Token, end: Token) -> tree.Body:
        return tree.HoursLine(HoursOn(EVERY_DAY, *self._window(start, end)))

    def ask_means(self, length: Duration) -> tree.Body:
        return tree.FieldLine("ask means", (length,))
