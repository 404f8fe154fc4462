"""What is wrong with a `pact.toml` is told with its line."""

from __future__ import annotations

import pytest

from pactlang.lint.rule import Profile
from pactlang.lint.settings import Settings, SettingsError, read_settings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[lint]\n\nprofil = "gentle"', "pact.toml:3: there is no setting 'profil'"),
        ('[lint]\nprofile = "loud"', "pact.toml:2: profile must be gentle, default or strict"),
        ("[lint]\nprofile = 3", "pact.toml:2: profile must be"),
        ('[lint]\nprofile = "gentle"\nignore = "C001"', "pact.toml:3: ignore must be a list"),
        ("[lint]\nselect = [1]", "pact.toml:2: select must be a list"),
        ("lint = 3", "pact.toml:1: `lint` must be a table"),
        ("[lint]\nprofile = gentle", "line 2"),
    ],
)
def test_a_fault_has_its_line(text: str, said: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        read_settings(text.encode(), "pact.toml")
    assert said in str(wrong.value)


def test_what_is_not_about_the_linter_is_left_alone() -> None:
    assert read_settings(b"\xef\xbb\xbf[other]\nx = 1\n", "pact.toml") == Settings()
    found = read_settings(b'[lint]\nprofile = "strict"\nselect = ["C"]\n', "pact.toml")
    assert found == Settings(Profile.STRICT, ("C",))
