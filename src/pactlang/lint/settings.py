"""How people want to be spoken to: `[lint]` in a `pact.toml`, found from the agreement's folder upwards."""

from __future__ import annotations

import re

from msgspec import Struct

from pactlang.lint.rule import Profile

FILE = "pact.toml"
MOST = 50_000  # bytes; every rule by its name takes some 4,000
_KEYS = ("profile", "select", "ignore")


class SettingsError(Exception):
    """What is wrong with a `pact.toml`, in plain words."""


class Settings(Struct, frozen=True):
    """A profile, rules that alone are wanted, and rules that are not."""

    profile: Profile = Profile.DEFAULT
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def read_settings(data: bytes, name: str) -> Settings:
    """The settings of a `pact.toml`. Raises `SettingsError`.

    >>> read_settings(b'[lint]\\nprofile = "gentle"\\nignore = ["C001"]', "pact.toml").profile.name
    'GENTLE'
    """
    table, text = section(data, name, "lint")
    for key in table:
        if key not in _KEYS:
            raise SettingsError(f"{name}{line_of(text, key)}: there is no setting {key!r} under [lint]; there are: {', '.join(_KEYS)}")
    profile = table.get("profile", "default")
    if profile not in ("gentle", "default", "strict"):
        raise SettingsError(f"{name}{line_of(text, 'profile')}: profile must be gentle, default or strict, not {profile!r}")
    return Settings(Profile[profile.upper()], _names(table, "select", name, text), _names(table, "ignore", name, text))


def section(data: bytes, name: str, key: str) -> tuple[dict[str, object], str]:
    """One table of a `pact.toml`, empty where there is none, and the text of the file. Raises `SettingsError`."""
    if len(data) > MOST:
        raise SettingsError(f"{name}: it is larger than {MOST // 1000} kB, too large for a settings file")
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text).get(key, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise SettingsError(f"{name}: {wrong}") from None
    except RecursionError:
        raise SettingsError(f"{name}: it is nested too deeply to read") from None
    if not isinstance(table, dict):
        raise SettingsError(f"{name}{line_of(text, key)}: `{key}` must be a table: write [{key}] on a line of its own")
    return table, text


def _names(table: dict[str, object], key: str, name: str, text: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SettingsError(f'{name}{line_of(text, key)}: {key} must be a list of codes or names, such as ["C001"]')
    return tuple(dict.fromkeys(value))


def line_of(text: str, key: str) -> str:
    """`:3`, the first line on which a key is set; nothing where it cannot be told."""
    setting = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
    return next((f":{number}" for number, line in enumerate(text.splitlines(), 1) if setting.match(line)), "")
