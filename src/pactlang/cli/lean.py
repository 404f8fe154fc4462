"""Loads typer and msgspec without what they take from elsewhere and a command hardly ever uses: it took half the time that they take.

While they load, something stands in the place of each such module, and is gone when they are loaded. What they took from it is loaded
when it is first used, so nothing that they do is different. Nobody else ever meets what stood in.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

# To start programs, for colours of errors, guesses at slips, other languages, shells' completion, sources of functions, schemas of types …
_LATER = (
    *("difflib", "gettext", "linecache", "platform", "shellingham", "shutil", "subprocess", "textwrap", "tokenize", "traceback"),
    *("urllib.parse", "typer.completion", "msgspec._json_schema", "msgspec.inspect"),
)

_LOADED = ("zoneinfo", "msgspec", "typer", "click")


class _Later:
    """One name of a module, which is loaded when the name is used."""

    def __init__(self, module: str, name: str) -> None:
        self._names = module, name

    def __call__(self, *given: Any, **named: Any) -> Any:
        return _real(*self._names)(*given, **named)

    def __getattr__(self, inner: str) -> Any:
        return getattr(_real(*self._names), inner)


class _StandIn(ModuleType):
    """Stands in the place of a module: gives names for later while others load, and the module's own afterwards."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        module = self.__name__
        return _Later(module, name) if sys.modules.get(module) is self else _real(module, name)


def _real(module: str, name: str) -> Any:
    if isinstance(sys.modules.get(module), _StandIn):  # used while others still load
        del sys.modules[module]
    return getattr(import_module(module), name)


def load() -> None:
    """Load typer and msgspec."""
    stood: dict[str, ModuleType | None] = {name: _StandIn(name) for name in _LATER if name not in sys.modules}
    if "typing_extensions" not in sys.modules:
        stood["typing_extensions"] = None  # what msgspec would take from there is in `typing`, since Python 3.11
    if "uuid" not in sys.modules:
        # Both want no more than to know values of these types: there are none here.
        stood["uuid"] = types = ModuleType("uuid")
        types.__dict__.update(UUID=type("UUID", (), {}), SafeUUID=SimpleNamespace(unknown=None))
    if "sysconfig" not in sys.modules:
        # Asked where the machine keeps its zones: ours come from `tzdata` alone.
        stood["sysconfig"] = nowhere = ModuleType("sysconfig")
        nowhere.__dict__.update(get_config_var=lambda _: None)
    sys.modules.update(stood)  # type: ignore[arg-type]
    try:
        import zoneinfo  # noqa: F401

        import msgspec  # noqa: F401
        import typer  # noqa: F401
    except Exception:
        # Other versions may take more than names while they load: then whoever needs them loads them as everyone does.
        for name in [name for name in sys.modules if name.partition(".")[0] in _LOADED]:
            del sys.modules[name]
    finally:
        for name, one in stood.items():
            if sys.modules.get(name, stood) is one:
                del sys.modules[name]
