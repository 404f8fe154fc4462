"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.clarity import (
    blank_not_filled_in,
    cap_without_who,
    clause_without_sentence,
    counted_together,
    days_of_the_trigger,
    direction_without_measure,
    duty_without_who,
    event_never_used,
    hours_of_a_window,
    kept_by_one,
    month_or_thirty_days,
    mostly_in_words,
    name_never_used,
    nearly_equal_names,
    nights_of_days,
    read_two_ways,
    tag_of_the_entry,
    time_for_the_calendar,
    title_against_number,
    vague_word,
    value_without_act,
    whose_state,
)

RULES: tuple[Rule, ...] = (
    vague_word.RULE,
    blank_not_filled_in.RULE,
    clause_without_sentence.RULE,
    event_never_used.RULE,
    nearly_equal_names.RULE,
    read_two_ways.RULE,
    mostly_in_words.RULE,
    month_or_thirty_days.RULE,
    direction_without_measure.RULE,
    title_against_number.RULE,
    name_never_used.RULE,
    cap_without_who.RULE,
    value_without_act.RULE,
    duty_without_who.RULE,
    nights_of_days.RULE,
    time_for_the_calendar.RULE,
    counted_together.RULE,
    days_of_the_trigger.RULE,
    kept_by_one.RULE,
    tag_of_the_entry.RULE,
    whose_state.RULE,
    hours_of_a_window.RULE,
)
