"""A table looked up by form knows every form: the type checker sees `match`, and this test sees tables."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any, get_args

import pactlang
from pactlang.checker.form import FormName
from pactlang.model.agreement import Condition, Filter, Form

UNIONS: dict[str, frozenset[Any]] = {
    "FormName": frozenset(FormName),
    "Form": frozenset(get_args(Form)),
    "Filter": frozenset(get_args(Filter)),
    "Condition": frozenset(get_args(Condition)),
}


def tables() -> dict[tuple[str, str], tuple[str, frozenset[Any]]]:
    """Every dictionary at the top of a module whose keys are members of one of the unions."""
    found = {}
    for info in pkgutil.walk_packages(pactlang.__path__, "pactlang."):
        if info.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(info.name)).items():
            if isinstance(value, dict) and value:
                for union, members in UNIONS.items():
                    if all(isinstance(key, type | FormName) and key in members for key in value):
                        found[info.name, name] = (union, frozenset(value))
    return found


def test_tables_know_every_form() -> None:
    found = tables()
    assert ("pactlang.checker.form", "_TRAITS") in found
    lacking = {place: UNIONS[union] - keys for place, (union, keys) in found.items() if UNIONS[union] - keys}
    assert not lacking
