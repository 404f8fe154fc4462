"""What is kept of the cases by hand, and they themselves, as functions that say whether they hold, with everything read before a change."""

from __future__ import annotations

import doctest
import importlib
import inspect
import itertools
import pkgutil
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from pactlang.checker import engine
from pactlang.diff.words import direction_words
from pactlang.inputs import judging
from pactlang.inputs.files import InputError
from pactlang.inputs.texts import Texts, read_texts
from tests.cases.by_hand import Case, all_cases, difference
from tests.cases.found import digests_of, kept, kept_digests, lines_of
from tests.explain import kept_cases
from tests.mutations.laws import LAWS, examples
from tests.negotiate import proofs, tried, witnesses
from tests.negotiate.table import Row, rows
from tests.negotiate.test_directions import changed
from tests.said import cases as said

MODULES = (
    "tests.agenda.test_agenda",
    "tests.check.test_budget",
    "tests.check.test_select",
    "tests.check.test_drift",
    "tests.check.test_trend",
    "tests.check.test_who",
    "tests.daily.test_examples",
    "tests.daily.test_left",
    "tests.versions.test_signatures",
)
TRIES = 12  # of each law
FEW_TRIES = 6  # of those whose reference judges a log many times
# Each of these costs as much as ten others; --slow asks them, too.
SLOW = ("tests.cases.test_cases",)


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """One test: `holds` raises or gives false if it fails."""

    name: str
    holds: Callable[[], object]
    like: str = ""  # the judge that runs the same lines; what this one runs is not looked at

    def passes(self) -> bool:
        """Whether it holds; whatever goes wrong in it is a failure."""
        try:
            return self.holds() is not False
        except (Exception, pytest.fail.Exception):
            return False


def judges(package: str, *, slow: bool = False, named: str = "") -> list[Judge]:
    """Every judge of a package (`checker` or `witness`), ready; the examples in its docstrings are some of them.

    `named`: only those with this pattern in their names.
    """
    found = _of_witness() if package == "witness" else _of_checker(slow=slow, named=named)
    found = [one for one in found if re.search(named, one.name)]
    first = {one.name for one in found}
    return [replace(one, like=one.like if one.like in first else "") for one in found]


def _of_witness() -> list[Judge]:
    return [*_nearest(), *_directions(), *_proofs(), *_examples("witness"), *_tried()]


def _of_checker(*, slow: bool, named: str) -> list[Judge]:
    cases = [case for case in all_cases() if "xfail" not in case.settings and re.search(named, f"found {case.file}: {case.name}")]
    judged = [Judge(f"found {case.file}: {case.name}", _found(case)) for case in cases]
    judged += [Judge(f"{case.file}: {case.name}", lambda case=case: _case(case), f"found {case.file}: {case.name}") for case in cases]
    judged += [one for module in (*MODULES, *(SLOW if slow else ())) for one in _tests(module)]
    judged += _examples("checker")
    judged += [Judge(f"said {case.file}: {case.name}", lambda case=case: _said(case)) for case in said.all_cases()]
    judged += [one for module in LAWS if re.search(named, f"law {module}.test_") for one in _laws(module)]
    _read_once()
    return judged


def _nearest() -> list[Judge]:
    """Whether the cases that explain each sentence are those that `tests/explain/nearest.txt` keeps."""
    wanted = kept_cases.kept()
    return [
        Judge(f"nearest {said}", lambda said=said, asked=asked: kept_cases.lines(*asked) == wanted[said])
        for said, asked in kept_cases.texts().items()
        if said in wanted  # what is new is asked as soon as its cases are kept
    ]


def _directions() -> list[Judge]:
    """Whether each change of `directions.txt` that `witnesses.txt` keeps is called and shown as they say."""
    wanted = witnesses.kept()

    def holds(row: Row) -> bool:
        change = changed(row.old, row.new)
        return change is not None and direction_words(change) == row.said and witnesses.lines(change.compared) == wanted[row.about]

    return [Judge(f"direction {row.about}", lambda row=row: holds(row)) for row in witnesses.ROWS if row.about in wanted]


def _proofs() -> list[Judge]:
    """Whether what surely asks all that another sentence does is what `proofs.txt` keeps."""
    wanted = proofs.kept()

    def holds(said: str) -> bool:
        return [line for line in proofs.lines(said) if line[2:] in wanted] == wanted[said]

    return [Judge(f"proof {said}", lambda said=said: holds(said)) for said in proofs.sentences() if said in wanted]


def _tried() -> list[Judge]:
    """Whether a search tries the logs that `tried.txt` keeps: asked last, since another log may show the same."""
    wanted, nearest = tried.kept(), kept_cases.kept_tries()
    found = [Judge(f"tried {row.about}", lambda row=row: tried.line(row) == wanted[row.about]) for row in rows() if row.about in wanted]
    asked = [(said, one) for said, one in kept_cases.texts().items() if said in nearest]
    return found + [
        Judge(f"tried nearest {said}", lambda said=said, one=one: kept_cases.both(*one)[1] == nearest[said]) for said, one in asked
    ]


def _found(case: Case) -> Callable[[], bool]:
    """Whether all that is found in a case is what `tests/cases/found` keeps; the texts are read now."""
    wanted = _KEPT()[f"{case.file}: {case.name}"]
    digits = _DIGESTS()[f"{case.file}: {case.name}"]
    as_of = case.settings["as of"]
    with tempfile.TemporaryDirectory() as folder:
        try:
            texts = read_texts(case.written(Path(folder)), as_of=as_of)
        except InputError:
            return lambda: True

    def holds() -> bool:
        lines = [line.replace(f"{folder}/", "") for line in lines_of(texts, as_of)]
        return lines == wanted and digests_of(texts, as_of, folder) == digits

    return holds


def _examples(package: str) -> Iterator[Judge]:
    root = importlib.import_module(f"pactlang.{package}")
    for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
        for one in doctest.DocTestFinder().find(importlib.import_module(module.name)):
            if one.examples:
                yield Judge(
                    f"doctest {one.name}",
                    lambda one=one: not doctest.DocTestRunner().run(one, out=lambda _: None, clear_globs=False).failed,
                )


def _case(case: Any) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        return not difference(case, Path(folder))


def _said(case: said.Case) -> bool:
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(judging, "read_texts", read_texts):
        return not said.difference(case, Path(folder))


def _tests(module: str) -> Iterator[Judge]:
    for name, test, given in _asked(module):
        if not hasattr(test, "hypothesis") and set(inspect.signature(test).parameters) == set(given):
            yield Judge(f"{module}.{name}", lambda test=test, given=given: test(**given))


def _laws(module: str) -> Iterator[Judge]:
    for name, test, given in _asked(module):
        if hasattr(test, "hypothesis"):
            most = FEW_TRIES if "missing" in module else TRIES
            yield from (Judge(f"law {module}.{name}", one.holds) for one in examples(module, test, given, most))


def _asked(module: str) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The tests of a module, once for each row of their tables."""
    for name, test in vars(importlib.import_module(module)).items():
        if not name.startswith("test_"):
            continue
        marks = [one.args for one in getattr(test, "pytestmark", ()) if one.name == "parametrize"]
        names = [[part.strip() for part in one[0].split(",")] if isinstance(one[0], str) else list(one[0]) for one in marks]
        for values in itertools.product(*(one[1] for one in marks)):
            given: dict[str, Any] = {}
            for keys, value in zip(names, values, strict=True):
                given |= zip(keys, value if len(keys) > 1 else [value], strict=True)
            yield name, test, given


class _Read(BaseException):
    """Everything is read; what comes next is the judgement."""


_KEPT = cache(kept)
_DIGESTS = cache(kept_digests)
_known: dict[object, Texts] = {}


def _read_once() -> None:
    """Texts and logs with the same content are read only once: reading is most of what a case costs."""
    read = judging.read_texts

    def known(files: Sequence[str], **options: Any) -> Texts:
        folder = Path(files[0]).parent
        content = [(str(one.relative_to(folder)), one.read_bytes()) for one in sorted(folder.rglob("*")) if one.is_file()]
        key = (tuple(content), tuple(Path(one).name for one in files), options["as_of"], options["this_text"])
        if key not in _known:
            _known[key] = read(files, **options)
        return _known[key]

    judging.read_texts = known


def read_all(every: Sequence[Judge]) -> None:
    """Read what the judges read, without a judgement: nothing of the checker is remembered from before the change."""
    judge = engine.judge

    def stop(*_: object, **__: object) -> Any:
        raise _Read

    engine.judge = stop
    try:
        for one in every:
            if not one.name.startswith((*MODULES, "doctest ", "found ", "nearest ", "direction ", "law ", "said ")):
                with suppress(_Read):
                    one.holds()
    finally:
        engine.judge = judge
