"""`pact diff` of texts that git keeps, and what `pact history` says of clauses that were renamed or that bind one person only."""

from __future__ import annotations

import json

from .repository import Repository
from .texts import text


def two_texts(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(4))
    repository.commit("2026-05-10", us_pact=text(3))


def test_a_text_in_a_commit_against_the_present_one(repository: Repository) -> None:
    two_texts(repository)
    answer = repository.run("diff", "HEAD~1:us.pact", "us.pact")
    assert answer.code == 0
    assert "at most 4 → at most 3 encounters per month: tighter for Ana and Ben" in answer.out


def test_two_texts_in_commits(repository: Repository) -> None:
    two_texts(repository)
    repository.write("us.pact", "no agreement any more\n")
    answer = repository.run("diff", "HEAD:us.pact", "HEAD~1:us.pact", "--format", "json")
    found = json.loads(answer.out)
    assert (found["summary"]["looser"], found["old"]["file"]) != (0, "us.pact")
    assert found["summary"]["looser"] == 1


def test_what_it_includes_is_read_as_it_was(repository: Repository) -> None:
    (repository.path / "parts").mkdir()
    main = text(9).replace("use relationships", 'use relationships\n\ninclude "parts/rules.pact"')
    for day, limit in (("2026-01-10", 4), ("2026-05-10", 2)):
        repository.write("parts/rules.pact", f"cap rules\n    at most {limit} encounters per week\n")
        repository.commit(day, us_pact=main)
    assert "at most 4 → at most 2 encounters per week" in repository.run("diff", "HEAD~1:us.pact", "us.pact").out


def test_what_is_accepted_of_a_commit_stands_beside_the_file(repository: Repository) -> None:
    two_texts(repository)
    (repository.path / "below").mkdir()
    below = Repository(repository.path / "below")
    found = json.loads(below.run("diff", "HEAD~1:us.pact", "HEAD:us.pact", "--format", "json").out)
    mark = found["changes"][0]["fingerprint"]
    noted = below.run("diff", "HEAD~1:us.pact", "HEAD:us.pact", "--accept", mark, "--reason", "Fine.")
    assert (noted.code, noted.out) == (0, f"Noted in ../us.accepted: {mark}\n")
    assert repository.run("diff", "HEAD~1:us.pact", "us.pact", "--exit-code").code == 0


def test_what_git_cannot_give_is_told(repository: Repository) -> None:
    two_texts(repository)
    for name, told in (
        ("HEAD~9:us.pact", "there is no commit HEAD~9 here"),
        ("HEAD:them.pact", "there is no file ./them.pact in commit"),
        ("HEAD:../us.pact", "is outside this repository"),
        ("--output=caught:us.pact", "there is no commit --output=caught here"),
    ):
        answer = repository.run("diff", "--", name, "us.pact")
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err
    assert not (repository.path / "caught").exists()


def test_the_history_says_of_whom_it_asks_more(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(4, signed="2026-01-10").replace("per month", "per month by Ana"))
    repository.commit("2026-05-10", us_pact=text(5, signed="2026-05-10").replace("per month", "per month by Ana"))
    assert "  evenings (asks for less of Ana, protects Ben less)\n" in repository.run("history").out
    told = json.loads(repository.run("history", "--format", "json").out)["versions"][1]["changes"][0]
    assert (told["direction"], told["binds_more"], told["binds_less"], told["protects_less"]) == ("looser", [], ["Ana"], ["Ben"])


def test_the_history_knows_a_renamed_clause(repository: Repository) -> None:
    repository.commit("2026-01-10", us_pact=text(4, signed="2026-01-10"))
    repository.commit("2026-05-10", us_pact=text(4, signed="2026-05-10").replace("cap evenings", "cap outings"))
    repository.commit("2026-06-10", us_pact=text(3, signed="2026-06-10").replace("cap evenings", "cap nights"))
    told = repository.run("history").out
    assert "  outings (called evenings before)\n" in told
    assert "  nights (called outings before, asks for more of Ana and Ben)\n    - at most 4" in told


def test_who_takes_a_new_name_is_asked_for_nothing_else(repository: Repository) -> None:
    # Ana is called Anna from the second text on; the evenings become fewer, which is told of Anna alone.
    body = "use relationships\n\ntesting\n    test by {0} every 30 days\n\ncap evenings\n    at most {1} encounters per month by {0}\n"
    head = 'pact "Us"\n    between {0} and Ben\n    in force from {1}\n    signed by {2} on {3}\n    signed by Ben on {3}\n\n'
    repository.write("old.pact", head.format("Ana", "2026-01-01", "Ana", "2025-12-30") + body.format("Ana", 3))
    repository.write("new.pact", head.format("Anna (was Ana)", "2026-03-01", "Anna", "2026-02-20") + body.format("Anna", 2))
    found = json.loads(repository.run("diff", "old.pact", "new.pact", "--format", "json").out)
    assert (found["summary"]["tighter"], found["summary"]["looser"]) == (1, 0)
    words = repository.run("diff", "old.pact", "new.pact").out
    assert "between Ana and Ben → Anna (was Ana) and Ben" in words
    assert "test by Ana → by Anna every 30 days: other words, the same meaning" in words
    assert ": tighter for Anna" in words
    back = " ".join(repository.run("diff", "new.pact", "old.pact").out.split())
    assert "test by Anna → by Ana every 30 days: other words, the same meaning" in back
    assert ": looser for Ana" in back
