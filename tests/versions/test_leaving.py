"""What the first lines tell of texts once somebody has left: they hear who left, as the verdicts do."""

from __future__ import annotations

from .repository import Repository

HEAD = """\
pact "Three"
    between {between}
    in force from {first}
    time zone Europe/Berlin
{signed}
use relationships

cap evenings
    at most {most} encounters per month
"""


def text(most: int, first: str, signed: str, *names: str) -> str:
    between = f"{', '.join(names[:-1])} and {names[-1]}"
    lines = "".join(f"    signed by {name} on {signed}\n" for name in names)
    return HEAD.format(between=between, first=first, signed=lines, most=most)


THREE, TWO = ("Ana", "Ben", "Cleo"), ("Ana", "Ben")
LEFT = "2026-06-05 09:00  leave by Cleo\n"
EVENING = "2026-06-16 20:00  encounter by Ana with dana\n"


def test_the_text_of_those_who_stay_is_no_draft(repository: Repository) -> None:
    repository.commit("2026-04-30", us_pact=text(3, "2026-05-01", "2026-04-30", *THREE))
    repository.commit("2026-06-09", us_pact=text(0, "2026-06-10", "2026-06-09", *TWO))
    repository.write("us.pactlog", LEFT + EVENING)
    for command in ("check", "status"):
        answer = repository.run(command, "--as-of", "2026-07-02")
        assert "draft" not in answer.out + answer.err
    assert "evenings@2026-06-16" in repository.run("check", "--as-of", "2026-07-02").out  # by the text of the two
    assert "draft" not in repository.run("history", "us.pact").out
    before = repository.run("status", "--as-of", "2026-06-08T12:00").out.splitlines()
    assert before[1] == "1 entry later than that, left out."  # than the moment that the line above names, not than the day of leaving
    assert before[2] == "This agreement ended on 5 June 2026 when Cleo left. The next text begins on 10 June 2026."


def test_without_leaving_their_text_needs_the_third(repository: Repository) -> None:
    repository.commit("2026-04-30", us_pact=text(3, "2026-05-01", "2026-04-30", *THREE))
    repository.commit("2026-06-09", us_pact=text(0, "2026-06-10", "2026-06-09", *TWO))
    repository.write("us.pactlog", EVENING)
    assert "us.pact is a draft: someone who must agree has signed another text" in repository.run("check", "--as-of", "2026-07-02").out
    assert "It is not in force: someone who must agree has signed another text" in repository.run("verify", "us.pact").out


def test_what_was_signed_for_later_and_ended_by_leaving_is_told(repository: Repository) -> None:
    repository.commit("2026-04-30", us_pact=text(3, "2026-05-01", "2026-04-30", *THREE))
    repository.commit("2026-06-01", us_pact=text(0, "2026-06-15", "2026-06-01", *THREE))
    repository.write("us.pactlog", LEFT + EVENING)
    told = "The text agreed on 2026-06-01 never judges: someone left before it began."
    assert told in repository.run("check", "--as-of", "2026-07-02").out
    assert told in repository.run("verify", "us.pact").err
    assert told not in repository.run("check", "--as-of", "2026-06-04").out  # nobody had left


def test_an_agreement_that_has_ended_is_not_due_to_end(repository: Repository) -> None:
    whole = text(3, "2026-05-01", "2026-04-30", *TWO)
    repository.commit("2026-04-30", us_pact=whole.replace("2026-05-01", "2026-05-01 until 2026-06-10"))
    repository.write("us.pactlog", EVENING)
    assert "The agreement ends" in repository.run("status", "--as-of", "2026-06-10T12:00").out
    assert "The agreement ends" not in repository.run("status", "--as-of", "2026-06-11T12:00").out
