"""What names come to mean: plurals, terms, states, the modifiers under a sentence."""

from __future__ import annotations

import pytest

from pactlang.inputs import InputError, load_text
from pactlang.model import agreement as model

HEAD = 'pact "Ana and Ben"\n    between Ana and Ben\n\nuse relationships\n\n'

SIGNED = HEAD.replace("and Ben\n", "and Ben\n    signed by Ana on 2026-08-30\n", 1)


def sentence(text: str, more: str = "") -> model.Sentence:
    """The one sentence of an agreement that holds nothing else."""
    (found,) = load_text(f"{HEAD}{more}\nboundary b\n    {text}\n").sentences
    return found


def events(text: str, more: str = "") -> list[str]:
    form = sentence(text, more).form
    assert isinstance(form, model.Prohibition)
    return [one.event for one in form.selector.alternatives]


@pytest.mark.parametrize(
    ("noun", "event"),
    [
        ("encounter", "encounter"),
        ("encounters", "encounter"),
        ("an encounter", "encounter"),
        ("therapy-sessions", "therapy"),
        ("aftercare", "aftercare"),
        ("apology", "apology"),
    ],
)
def test_nouns_may_be_singular_or_plural(noun: str, event: str) -> None:
    assert events(f"no {noun}") == [event]


def test_a_plural_may_be_anything() -> None:
    assert events("no geese", "event goose\n    plural geese\n") == ["goose"]
    assert events("no 约会", "event 约会\n") == ["约会"]


def test_accents_are_compared_composed() -> None:
    assert events("no cafe\u0301", "event caf\u00e9\n") == ["caf\u00e9"]


def test_an_event_of_ones_own_goes_before_that_of_a_vocabulary() -> None:
    agreement = load_text(f"{HEAD}event encounter\n    plural meets\n\nboundary b\n    no meets\n")
    assert agreement.vocabulary.events["encounter"].plural == "meets"
    with pytest.raises(InputError):
        load_text(f"{HEAD}event encounter\n    plural meets\n\nboundary b\n    no encounters\n")


def test_terms_may_rest_on_terms_and_stand_below_their_use() -> None:
    found = sentence(
        "no late-nights by Ana", "term late-night means evening between 23:00 and 05:00\nterm evening means encounter or meeting at home\n"
    )
    form = found.form
    assert isinstance(form, model.Prohibition)
    assert [one.event for one in form.selector.alternatives] == ["encounter", "meeting"]
    assert [{type(part) for part in one.filters} for one in form.selector.alternatives] == [{model.AtFilter, model.ClockFilter}] * 2
    assert form.selector.filters == (model.ByFilter(model.Parties(("Ana",))),)
    assert (form.selector.noun, form.selector.plural) == ("late-night", "late-nights")


def test_sentences_are_labelled_by_their_clause() -> None:
    agreement = load_text(f"{HEAD}testing\n    no test\n    no result\n    no check-in\n\ncap c\n    no review\n")
    assert [one.label for one in agreement.sentences] == ["testing", "testing.2", "testing.3", "c"]


def test_promises_and_reasons_are_kept_as_written() -> None:
    agreement = load_text(f'{HEAD}promise kind "How we are"\n    "We say “thanks” # often."\n    > It was missing. # really\n')
    (clause,) = agreement.clauses
    assert [one.words for one in clause.promises] == ["We say “thanks” # often."]
    assert clause.reasons == ("It was missing. # really",)
    assert clause.title == "How we are"


def test_modifiers_are_collected() -> None:
    text = "after each encounter, disclosure by Ana to Ben within 24 hours"
    under = [
        "covering who, when",
        "covering protection",
        "optionally feelings",
        "remind 2 hours before",
        "remind 1 day before",
        "grace 6 hours",
    ]
    under += ["only from 2026-10-01", "only on weekdays", "except while away", "private", "watch off", "if we can"]
    agreement = load_text(
        f"{HEAD}state away\n    starts with meeting\n\ndisclosure d\n    {text}\n" + "".join(f"    {one}\n" for one in under)
    )
    found = agreement.sentences[0].modifiers
    assert found.covering == ("who", "when", "protection")
    assert found.optionally == ("feelings",)
    assert [one.words for one in found.remind_before] == ["2 hours", "1 day"]
    assert found.grace is not None
    assert found.grace.words == "6 hours"
    assert len(found.only) == 2
    assert found.excepted == (model.WhileFilter("away"),)
    assert found.private
    assert not found.watch
    assert found.wish


@pytest.mark.parametrize(
    "text",
    [
        "at most 2 pauses per month",
        "no pause",
        "no refuse",
        "no leave",
        "at least 3 days between pauses",
        "before each leave, notice by Ana to Ben at least 30 days ahead",
        "before each pause, consent by Ben within the last 7 days",
        "anyone may pause refuse",
        "after each incident, leave pause for 14 days",
        "no stop",
    ],
)
def test_no_sentence_stands_in_the_way_of_stopping(text: str) -> None:
    found = sentence(text, "term stop means pause or leave\n")
    assert "stopping is always free" in found.not_applied


@pytest.mark.parametrize("text", ["no encounter", "after each pause, check-in by everyone within 3 days", "no consent", "no resume"])
def test_other_sentences_are_applied(text: str) -> None:
    assert sentence(text).not_applied == ""


def test_the_digest_is_over_the_words_alone() -> None:
    one = load_text(f"{HEAD}boundary b\n    no encounter at home\n    > why\n")
    same = load_text(f"# new\n{HEAD.replace('    ', '  ')}\n\nboundary   b # ours\n  no  encounter at home\r\n  > why")
    other = load_text(f"{HEAD}boundary b\n    no encounter at home\n    > because\n")
    signed = load_text(f"{SIGNED}boundary b\n    no encounter at home\n    > why\n")
    assert one.digest == same.digest == signed.digest
    assert one.digest != other.digest
    assert (one.unsigned, signed.unsigned) == (("Ana", "Ben"), ("Ben",))


def test_no_layout_changes_the_digest() -> None:
    text = (
        HEAD.replace("Ana and Ben\n", "Ana, Ben and Cy\n")
        + 'person d "D"\nmatrix m for encounter\n    activity Ana Ben\n    dinner yes no\n'
    )
    loose = text.replace(", ", " ,").replace("Ana Ben", "Ana     Ben").replace('d "D"', 'd"D"').replace("\n", "  \r\n")
    assert load_text(text).digest == load_text(loose).digest == load_text("\ufeff" + text).digest


def test_a_sentence_about_signing_is_no_signature() -> None:
    text = HEAD + "event signed\npromise p\n    signed by Ana every {} days\n"
    assert load_text(text.format(9)).digest != load_text(text.format(8)).digest


def test_a_signature_under_another_text_is_none() -> None:
    text = HEAD + "boundary b\n    no encounter at home\n"
    own = load_text(text).digest

    def signed(line: str) -> tuple[object, object]:
        found = load_text(text.replace("and Ben\n", f"and Ben\n{line}", 1))
        return found.unsigned, found.signed_another

    assert signed("") == (("Ana", "Ben"), ())
    assert signed(f"    signed by Ana on 2026-09-01 digest {own}\n") == (("Ben",), ())
    assert signed("    signed by Ana on 2026-09-01\n") == (("Ben",), ())
    assert signed(f"    signed by Ana on 2026-09-01 digest {own[:-1]}\n") == (("Ana", "Ben"), ("Ana",))
    assert signed("    signed by Ana on 2026-09-01 digest sha256:00\n") == (("Ana", "Ben"), ("Ana",))
