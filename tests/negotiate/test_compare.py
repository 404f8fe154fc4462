"""What is matched with what, what is said of renames, moves and rewordings, and what stands outside of clauses."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.diff import compare as comparing
from pactlang.diff.changes import Change, Comparison, Part, Way
from pactlang.diff.compare import compare
from pactlang.model.meaning import same_meaning
from pactlang.witness.direction import Compared, Direction

HEADER = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

"""
EVENINGS = """cap evenings
    at most 4 encounters per month by Ana
    at least 2 days between encounters by Ana

"""
TALK = """check-in talk
    check-in by everyone every week on Sunday
    > We forget otherwise.

"""
REPAIR = """repair
    after each breach of evenings, check-in by everyone within 3 days
"""
OLD = HEADER + EVENINGS + TALK + REPAIR


def compared(old: str, new: str) -> Comparison:
    return compare(load_text(old), load_text(new))


def the(comparison: Comparison) -> Change:
    """The one change there is."""
    assert len(comparison.changes) == 1, comparison.changes
    return comparison.changes[0]


def test_the_same_text_has_no_change() -> None:
    found = compared(OLD, OLD)
    assert (found.changes, found.clauses, found.moved) == ((), (), ())


def test_comments_layout_and_places_are_no_change() -> None:
    new = HEADER + "# A comment.\n" + TALK + EVENINGS.replace("    at", "  at").replace("Ana\n", "Ana  # often\n") + REPAIR
    found = compared(OLD, new)
    assert (found.changes, found.clauses) == ((), ())
    assert len(found.moved) == 1


def test_a_renamed_clause_is_a_rename_also_for_what_follows_it() -> None:
    found = compared(OLD, OLD.replace("cap evenings", "cap outings").replace("of evenings", "of outings"))
    renamed = found.clauses[0]
    assert (renamed.was, renamed.name, renamed.renamed, renamed.changes) == ("evenings", "outings", True, ())
    assert the(found).way is Way.REWORDED  # what follows its breaches names it, and means the same


def test_what_follows_several_breaches_of_a_renamed_clause_means_the_same() -> None:
    old = OLD.replace("each breach of evenings", "2 breaches of evenings by each party in any 30 days")
    found = compared(old, old.replace("cap evenings", "cap outings").replace("of evenings", "of outings"))
    assert the(found).way is Way.REWORDED


def test_a_clause_that_is_renamed_and_changed_is_still_known() -> None:
    found = compared(HEADER + EVENINGS, HEADER + EVENINGS.replace("evenings", "outings").replace("4", "3"))
    assert the(found).direction is Direction.TIGHTER
    assert found.clauses[0].was == "evenings"


def test_two_clauses_that_swap_their_names_are_two_changed_clauses() -> None:
    swapped = HEADER + EVENINGS.replace("evenings", "talk") + TALK.replace("talk", "evenings")
    found = compared(HEADER + EVENINGS + TALK, swapped)
    assert [clause.renamed for clause in found.clauses] == [False, False]


def test_an_old_name_may_be_taken_by_another_clause() -> None:
    old = HEADER + EVENINGS + "cap outings\n    at most 9 meetings per year by Ben\n"
    new = HEADER + EVENINGS.replace("evenings", "outings")
    found = compared(old, new)
    assert {clause.name for clause in found.clauses} >= {"outings"}


def test_a_reworded_sentence_says_so() -> None:
    change = the(compared(HEADER + EVENINGS, HEADER + EVENINGS.replace("per month by Ana", "by Ana per month")))
    assert (change.way, change.direction, change.assent) == (Way.REWORDED, Direction.SAME, ())


def test_a_sentence_that_moves_within_its_clause_is_no_change() -> None:
    first, second = EVENINGS.splitlines()[1:3]
    assert compared(HEADER + EVENINGS, HEADER + f"cap evenings\n{second}\n{first}\n").changes == ()


def test_a_sentence_that_comes_before_others_is_one_new_sentence() -> None:
    new = EVENINGS.replace("cap evenings\n", "cap evenings\n    no encounter at home by Ben\n")
    change = the(compared(HEADER + EVENINGS, HEADER + new))
    assert (change.way, change.new) == (Way.ADDED, ("no encounter at home by Ben",))


def test_what_is_not_changed_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """So a long agreement with few changes takes no longer than a short one."""
    asked: list[object] = []
    monkeypatch.setattr(comparing, "compare_rules", lambda old, new, _: asked.append((old, new)) or Compared())
    clauses = [f"cap c{number}\n    at most {number + 1} encounters per month by Ana\n" for number in range(60)]
    old = HEADER + "".join(clauses)
    new = HEADER + "".join(
        clause.replace("Ana", "Ben") if number in (3, 30, 57) else clause for number, clause in enumerate(reversed(clauses))
    )
    found = compared(old, new)
    assert len(found.changes) == len(asked) == 3


def test_a_sentence_that_is_not_applied_is_not_judged() -> None:
    text = "boundary stop\n    no pause\n"
    agreement = load_text(HEADER + text)
    assert agreement.sentences[0].not_applied
    assert the(compared(HEADER, HEADER + text)).direction is Direction.CHANGED


def test_promises_in_plain_words_are_told_and_never_called_tighter() -> None:
    promise = 'promise kind\n    "We are kind to each other."\n'
    change = the(compared(HEADER + promise, HEADER + promise.replace("each other", "each other on Mondays")))
    assert (change.part, change.way, change.direction) == (Part.PROMISE, Way.CHANGED, Direction.CHANGED)


def test_another_kind_of_clause_is_told() -> None:
    change = the(compared(HEADER + EVENINGS, HEADER + EVENINGS.replace("cap ", "boundary ")))
    assert (change.part, change.old, change.new) == (Part.KIND, ("cap",), ("boundary",))


def test_a_new_reason_is_told_and_is_no_change_of_meaning() -> None:
    found = compared(HEADER + TALK, HEADER + TALK.replace("    >", "    > Twice we did.\n    >"))
    assert (found.changes, found.clauses[0].reasons, found.clauses[0].reasons_gone) == ((), ("Twice we did.",), ())
    back = compared(HEADER + TALK.replace("    >", "    > Twice we did.\n    >"), HEADER + TALK)
    assert (back.changes, back.clauses[0].reasons, back.clauses[0].reasons_gone) == ((), (), ("Twice we did.",))


# --- examples -----------------------------------------------------------------------------------------------------

EXAMPLE = """
example "a long month"
    2026-03-01 20:00  encounter by Ana with dana
        Rain.
    expect broken evenings.2, talk
"""
# What is put in the place of what, and how that is told: the way, the direction.
EXAMPLES = [
    (EXAMPLE, "", Way.REMOVED, Direction.CHANGED),
    ("by Ana with dana", "by Ben with dana", Way.CHANGED, Direction.CHANGED),
    ("expect broken evenings.2, talk", "expect broken evenings.2", Way.CHANGED, Direction.CHANGED),
    (", talk", ", talk as of 2026-05-01", Way.CHANGED, Direction.CHANGED),
    ("Rain.", "Sun.", Way.REWORDED, Direction.SAME),
]


@pytest.mark.parametrize(("old", "new", "way", "direction"), EXAMPLES, ids=[one[1] for one in EXAMPLES])
def test_an_example_that_changed_is_told_without_tighter_or_looser(old: str, new: str, way: Way, direction: Direction) -> None:
    change = the(compared(OLD + EXAMPLE, (OLD + EXAMPLE).replace(old, new)))
    assert (change.part, change.name, change.way, change.direction) == (Part.EXAMPLE, "a long month", way, direction)
    assert change.assent == (("Ana", "Ben") if direction is Direction.CHANGED else ())
    assert change.old[0] == 'example "a long month"'


def test_an_example_is_the_same_elsewhere_in_another_layout_and_of_a_clause_with_another_name() -> None:
    example = EXAMPLE.replace("  encounter", " encounter").replace("    ", "  ")
    new = HEADER + example + (EVENINGS + TALK + REPAIR)
    found = compared(OLD + EXAMPLE, new.replace("evenings", "outings"))
    assert [one for one in found.changes if one.means_something_else] == []
    assert [clause.name for clause in found.clauses if clause.renamed] == ["outings"]


def test_examples_that_are_called_the_same_are_told_apart() -> None:
    second = EXAMPLE.replace("03-01", "04-01")
    change = the(compared(OLD + EXAMPLE, OLD + EXAMPLE + second))
    assert (change.name, change.way) == ("a long month (2)", Way.ADDED)


# --- outside of clauses -------------------------------------------------------------------------------------------


def test_a_text_that_holds_for_longer_is_tighter_and_shows_a_day() -> None:
    old, new = (HEADER.replace("2026-01-01", f"2026-01-01 until {end}") + EVENINGS for end in ("2026-12-31", "2027-06-30"))
    longer, shorter = the(compared(old, new)), the(compared(new, old))
    assert (longer.name, longer.direction, longer.compared.bound) == ("in force until", Direction.TIGHTER, ("Ana",))
    assert shorter.compared == longer.compared.mirrored
    witness = longer.compared.tighter
    assert witness is not None
    assert witness.broken_by == "new"
    assert all(entry.day > load_text(old).in_force_until for entry in witness.entries)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("line", "other", "name"),
    [
        ("time zone Europe/Berlin", "time zone Asia/Tokyo", "time zone"),
        ("in force from 2026-01-01", "in force from 2026-06-01", "in force from"),
    ],
)
def test_other_lines_of_the_heading_are_told_without_a_direction(line: str, other: str, name: str) -> None:
    change = the(compared(OLD, OLD.replace(line, other)))
    assert (change.part, change.name, change.direction) == (Part.HEADING, name, Direction.CHANGED)


def test_the_order_of_the_parties_is_no_change() -> None:
    assert compared(OLD, OLD.replace("between Ana and Ben", "between Ben and Ana")).changes == ()


def test_who_joins_is_bound_by_what_all_owe() -> None:
    found = compared(OLD, OLD.replace("between Ana and Ben", "between Ana, Ben and Cleo"))
    talk = next(change for change in found.changes if change.name == "talk")
    assert (talk.way, talk.direction, talk.compared.bound, talk.assent) == (Way.AFFECTED, Direction.TIGHTER, ("Cleo",), ("Cleo",))
    assert not [change for change in found.changes if change.name.startswith("evenings")]  # Ana's own limits stay hers


def test_another_first_day_of_the_week_reaches_what_counts_weeks() -> None:
    week = "cap weekly\n    at most 1 encounter per week by Ana\n    at most 3 encounters per month by Ana\n"
    found = compared(HEADER + week, HEADER.replace("2026-01-01\n", "2026-01-01\n    week starts Sunday\n") + week)
    assert [(change.name, change.direction) for change in found.changes] == [
        ("week starts", Direction.CHANGED),
        ("weekly", Direction.BOTH),
    ]


def test_people_and_states_are_told_with_the_sentences_that_they_reach() -> None:
    old = HEADER + "person lee\n\nboundary work\n    no encounter with anyone tagged coworker by Ana\n    no encounter at home\n"
    found = compared(old, old.replace("person lee", "person lee tagged coworker"))
    assert [(change.part, change.name, change.direction) for change in found.changes] == [
        (Part.PERSON, "lee", Direction.CHANGED),
        (Part.SENTENCE, "work", Direction.TIGHTER),
    ]


def test_events_are_told() -> None:
    change = the(compared(HEADER, HEADER + "event picnic\n    plural picnics\n"))
    assert (change.part, change.way, change.name) == (Part.EVENT, Way.ADDED, "picnic")


# --- matrices -----------------------------------------------------------------------------------------------------

MATRIX = """matrix comfort for encounter
    activity   Ana  Ben
    dinner     yes  yes
    overnight  yes  ask
"""


@pytest.mark.parametrize(
    ("old", "new", "name", "direction", "bound", "freed"),
    [
        ("overnight  yes  ask", "overnight  yes  no", "overnight, Ben", Direction.TIGHTER, ("Ana",), ()),
        ("overnight  yes  ask", "overnight  yes  yes", "overnight, Ben", Direction.LOOSER, (), ("Ana",)),
        ("overnight  yes  ask", "overnight  no   ask", "overnight, Ana", Direction.TIGHTER, ("Ben",), ()),
        ("overnight  yes  ask", "overnight  yes  ?", "overnight, Ben", Direction.NEITHER, (), ()),
        ("dinner     yes  yes", "dinner     ask  yes", "dinner, Ana", Direction.TIGHTER, ("Ben",), ()),
    ],
)
def test_a_cell_is_its_own_partys_word(
    old: str, new: str, name: str, direction: Direction, bound: tuple[str, ...], freed: tuple[str, ...]
) -> None:
    change = the(compared(HEADER + MATRIX, HEADER + MATRIX.replace(old, new)))
    assert (change.name, change.direction, change.compared.bound, change.compared.freed) == (name, direction, bound, freed)
    assert change.assent == (name.rpartition(" ")[2],)


def test_columns_and_rows_in_another_order_are_no_change() -> None:
    other = "matrix comfort for encounter\n    activity   Ben  Ana\n    overnight  ask  yes\n    dinner     yes  yes\n"
    assert compared(HEADER + MATRIX, HEADER + other).changes == ()


def test_a_new_row_is_a_cell_for_each_party() -> None:
    found = compared(HEADER + MATRIX, HEADER + MATRIX + "    travel     no   yes\n")
    assert [(change.name, change.way, change.direction) for change in found.changes] == [
        ("travel, Ana", Way.ADDED, Direction.TIGHTER),
        ("travel, Ben", Way.ADDED, Direction.NEITHER),
    ]


def test_how_long_a_consent_serves() -> None:
    new = MATRIX.replace("encounter\n", "encounter\n    ask means consent within the last 3 days\n")
    change = the(compared(HEADER + MATRIX, HEADER + new))
    assert (change.part, change.direction) == (Part.MATRIX, Direction.TIGHTER)


# --- fingerprints -------------------------------------------------------------------------------------------------


def test_a_fingerprint_follows_from_the_meaning_alone() -> None:
    other = OLD.replace("4 enc", "3 enc")
    here = the(compared(OLD, other)).fingerprint
    layout = other.replace("    at", "  at").replace("per month by Ana", "by Ana per month") + "# The end.\n"
    assert the(compared(OLD, layout)).fingerprint == here
    assert the(compared(OLD, HEADER + TALK + EVENINGS.replace("4", "3") + REPAIR)).fingerprint == here
    assert the(compared(OLD, OLD.replace("4 enc", "2 enc"))).fingerprint != here
    assert the(compared(other, OLD)).fingerprint != here


def test_two_changes_of_one_meaning_have_fingerprints_of_their_own() -> None:
    new = EVENINGS + "    no encounter at home\n    no encounter at home\n"
    marks = [change.fingerprint for change in compared(HEADER + EVENINGS, HEADER + new.replace("\n\n", "\n")).changes]
    assert len(marks) == len(set(marks)) == 2


# --- currencies ---------------------------------------------------------------------------------------------------


def _in(currency: str, more: str = "use household\n\n") -> str:
    return (HEADER.replace("Berlin\n", f"Berlin\n    currency {currency}\n") if currency else HEADER) + more


def test_another_currency_is_one_change() -> None:
    change = the(compared(_in(""), _in("USD")))
    assert (change.part, change.name, change.direction) == (Part.HEADING, "currency", Direction.CHANGED)


@pytest.mark.parametrize(("more", "currency"), [("use household\n\n", "EUR"), ("", "USD"), ("event walk\n    amount in km\n\n", "USD")])
def test_a_currency_from_which_nothing_follows_is_other_words(more: str, currency: str) -> None:
    """Amounts are in euros anyway, or none is in the text's currency at all."""
    change = the(compared(_in("", more), _in(currency, more)))
    assert (change.name, change.direction) == ("currency", Direction.SAME)
    assert same_meaning(*(load_text(_in(one, more)) for one in ("", currency)))


def test_events_that_come_in_another_currency_need_a_yes_to_it_too() -> None:
    found = compared(_in("", ""), _in("USD"))
    assert ("currency", Direction.CHANGED) in [(change.name, change.direction) for change in found.changes]


def test_an_event_of_the_texts_own_tells_its_currency_itself() -> None:
    event = "event walk\n    amount in {}\n\n"
    change = the(compared(HEADER + event.format("EUR"), HEADER + event.format("USD")))
    assert (change.old, change.new) == (("event walk", "amount in EUR"), ("event walk", "amount in USD"))
