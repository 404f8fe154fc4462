"""Laws as judges: what Hypothesis draws for each, and what the slow reference says of it, is worked out once, before any change."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.errors import UnsatisfiedAssumption

# Each with what in it asks the reference, which no change concerns: its answers are kept.
LAWS = {
    "tests.reference.test_agreement_with_engine": ("tests.reference.comparing.judge",),
    "tests.reference.test_missing_time": ("tests.reference.test_missing_time.possible_outcomes",),
    "tests.reference.test_missing_people": ("tests.reference.test_missing_people.possible_outcomes",),
    "tests.reference.test_laws": (),
    "tests.versions.test_agreed": ("tests.versions.test_agreed.Versions",),
    "tests.laws.test_due": (),
    "tests.laws.test_left": (),
    "tests.laws.test_may": (),
    "tests.laws.test_repair": (),
    "tests.laws.test_why": (),
    "tests.check.test_drift": (),
    "tests.check.test_trend": (),
}


class _NothingLeft(BaseException):
    """A law asks for more than was drawn: what it would have said is not known."""


@dataclass
class _Drawn:
    """What a law draws while it runs: drawn once, then given again."""

    data: Any
    values: list[Any] = field(default_factory=list)
    place: int = 0

    def draw(self, strategy: Any, label: Any = None) -> Any:
        if self.data is not None:
            self.values.append(self.data.draw(strategy, label))
        elif self.place == len(self.values):
            raise _NothingLeft
        self.place += 1
        return self.values[self.place - 1]


@dataclass
class Example:
    """One try of a law; `holds` raises if it fails."""

    run: Callable[..., object]
    given: dict[str, Any]
    answers: list[Any]

    def holds(self) -> bool:
        for one in self.given.values():
            if isinstance(one, _Drawn):
                one.data, one.place = None, 0
        try:
            with _answering(self.run.__module__, iter(self.answers).__next__):
                self.run(**self.given)
        except (_NothingLeft, UnsatisfiedAssumption, StopIteration):
            return True
        return True


def examples(module: str, test: Any, fixed: dict[str, Any], most: int) -> Iterator[Example]:
    """At most so many of the tries of a law, as it tries them in CI, each of which holds."""
    run = test.hypothesis.inner_test
    found: list[Example] = []

    def tried(**given: Any) -> None:
        given = {name: _Drawn(one) if type(one).__name__ == "DataObject" else one for name, one in given.items()}
        answers: list[Any] = []
        try:
            with _keeping(module, answers):
                run(**given)
        except AssertionError as wrong:
            # With what was drawn: the next change of the code may draw something else, and then nobody finds it again.
            print(f"fails unchanged: {module}.{run.__name__}: {wrong}\n{given!r}", flush=True)
        else:
            found.append(Example(run, given, answers))

    test.hypothesis.inner_test = tried
    before = test._hypothesis_internal_use_settings
    test._hypothesis_internal_use_settings = settings(
        before, max_examples=most, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    try:
        test(**fixed)
    finally:
        test.hypothesis.inner_test, test._hypothesis_internal_use_settings = run, before
    yield from found


@contextmanager
def _keeping(module: str, answers: list[Any]) -> Iterator[None]:
    """What the reference says meanwhile is added to a list."""
    asked = {name: _named(name) for name in LAWS[module]}

    def keep(ask: Callable[..., Any]) -> Callable[..., Any]:
        def kept(*args: Any, **more: Any) -> Any:
            answers.append(ask(*args, **more))
            return answers[-1]

        return kept

    with _put({name: keep(ask) for name, ask in asked.items()}):
        yield


@contextmanager
def _answering(module: str, answer: Callable[[], Any]) -> Iterator[None]:
    said = {name: lambda *_, **__: answer() for name in LAWS[module]}
    here = vars(importlib.import_module(module))
    alone = {f"{module}.{name}": one for name, one in (("event", lambda *_: None), ("assume", _assume)) if name in here}
    with _put(said | alone):
        yield


def _assume(so: object) -> None:
    if not so:
        raise UnsatisfiedAssumption


@contextmanager
def _put(values: dict[str, Any]) -> Iterator[None]:
    before = {name: _named(name) for name in values}
    try:
        for name, value in values.items():
            setattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2], value)
        yield
    finally:
        for name, value in before.items():
            setattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2], value)


def _named(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)
