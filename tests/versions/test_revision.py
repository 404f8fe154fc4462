"""Texts named as git names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.history import GitError
from pactlang.history.revision import at_revision
from pactlang.inputs import load

from .repository import Repository
from .texts import text


@pytest.fixture
def inside(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with two versions, which we are in."""
    (repository.path / "sub").mkdir()
    repository.write("sub/us.pact", text(4).replace("cap evenings", 'include "more.pact"\n\ncap evenings'))
    repository.write("sub/more.pact", "cap more\n    at most 9 encounters per year\n")
    repository.commit("2026-01-10")
    repository.write("sub/us.pact", text(5))
    repository.commit("2026-02-10")
    monkeypatch.chdir(repository.path)
    return repository


@pytest.mark.parametrize("name", ["HEAD~1:sub/us.pact", "HEAD~1:./sub/us.pact", "main^:sub/../sub/us.pact"])
def test_a_text_is_read_with_what_it_includes(inside: Repository, name: str) -> None:
    found = at_revision(name)
    assert found is not None
    path, read = found
    agreement = load(path, read=read)
    assert [clause.name for clause in agreement.clauses] == ["evenings", "more"]
    assert agreement.file.endswith(":./sub/us.pact")


def test_from_a_folder_below(inside: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(inside.path / "sub")
    for name in ("HEAD:sub/us.pact", "HEAD:./us.pact", "HEAD:../sub/us.pact"):
        found = at_revision(name)
        assert found is not None
        assert load(found[0], read=found[1]).file == "HEAD:./us.pact"


@pytest.mark.parametrize("name", ["us.pact", "sub/us.pact", ":us.pact", "HEAD:"])
def test_an_ordinary_file(inside: Repository, name: str) -> None:
    assert at_revision(name) is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere:us.pact", "there is no commit nowhere here"),
        ("--output=x:us.pact", "there is no commit --output=x here"),
        ("HEAD:../../us.pact", "../../us.pact is outside this repository"),
    ],
)
def test_what_there_is_not_is_told(inside: Repository, name: str, told: str) -> None:
    with pytest.raises(GitError, match=told.replace(".", r"\.")):
        at_revision(name)
    assert not Path("x").exists()


def test_a_file_that_the_commit_has_not(inside: Repository) -> None:
    found = at_revision("HEAD:sub/them.pact")
    assert found is not None
    with pytest.raises(GitError, match="there is no file"):
        load(found[0], read=found[1])
