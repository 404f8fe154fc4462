"""The `pact.toml` that counts for a file: the nearest one, from the file's folder upwards."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.inputs.files import STANDARD_INPUT, InputError, Reader, read_file

if TYPE_CHECKING:
    from pactlang.lint.settings import Settings
    from pactlang.log.table_settings import TableSettings

SETTINGS = "pact.toml"
_TABLES = (".csv", ".parquet")


def lint_settings(path: Path, read: Reader = read_file) -> Settings:
    """How people want to hear of an agreement: `[lint]`. Raises `InputError`."""
    from pactlang.lint.settings import Settings, SettingsError, read_settings

    file = nearest_settings(path)
    try:
        return read_settings(read(file), str(file)) if file is not None else Settings()
    except SettingsError as wrong:
        raise InputError(str(wrong)) from None


def table_settings_of(path: Path, read: Reader = read_file) -> TableSettings | None:
    """How the cells of a log are meant that may be a table: `[table]`; None where nothing is said. Raises `InputError`."""
    if str(path) != STANDARD_INPUT and not path.name.lower().endswith(_TABLES):
        return None
    file = nearest_settings(path)
    if file is None:
        return None
    from pactlang.lint.settings import line_of
    from pactlang.log.table_settings import TableSettingsError, table_settings

    table, text = _section(file, "table", read)
    try:
        return table_settings(table, path.name) if table else None
    except TableSettingsError as wrong:
        raise InputError(f"{file}{line_of(text, wrong.key)}: {wrong}") from None


def me_of(path: Path, read: Reader = read_file) -> tuple[str, ...]:
    """Whose calendars are imported beside an agreement: `me` under `[import]`, one address or several. Raises `InputError`."""
    file = nearest_settings(path)
    if file is None:
        return ()
    from pactlang.lint.settings import line_of

    table, text = _section(file, "import", read)
    for key in table:
        if key != "me":
            raise InputError(f"{file}{line_of(text, key)}: there is no setting {key!r} under [import]; there is: me")
    me = table.get("me", [])
    addresses = [me] if isinstance(me, str) else me
    if not isinstance(addresses, list) or not all(isinstance(one, str) and one.strip() for one in addresses):
        raise InputError(f'{file}{line_of(text, "me")}: me must be an address, such as "ana@example.org", or a list of them')
    return tuple(addresses)


def log_as(path: Path, read: Reader = read_file) -> tuple[str, str]:
    """Who writes the log: `as` under `[log]`, and where that is said; empty where nothing is. Raises `InputError`."""
    file = nearest_settings(path)
    if file is None:
        return "", ""
    from pactlang.lint.settings import line_of

    table, text = _section(file, "log", read)
    for key in table:
        if key != "as":
            raise InputError(f"{file}{line_of(text, key)}: there is no setting {key!r} under [log]; there is: as")
    name = table.get("as", "")
    if not isinstance(name, str):
        raise InputError(f'{file}{line_of(text, "as")}: as must be the name of a party, such as "Ana"')
    return name, f"{file}{line_of(text, 'as')}" if name else ""


def _section(file: Path, key: str, read: Reader) -> tuple[dict[str, object], str]:
    from pactlang.lint.settings import SettingsError, section

    try:
        return section(read(file), str(file), key)
    except SettingsError as wrong:
        raise InputError(str(wrong)) from None


def nearest_settings(path: Path) -> Path | None:
    """The `pact.toml` that counts for a file; None where there is none."""
    folder = Path(os.path.realpath(path)).parent if str(path) != STANDARD_INPUT else Path().resolve()
    return next((place / SETTINGS for place in (folder, *folder.parents) if os.path.lexists(place / SETTINGS)), None)
