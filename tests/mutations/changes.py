"""Single changes to a module, as mutmut makes them, and how one is put into a process that has already loaded everything."""

from __future__ import annotations

import ast
import difflib
import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `name` is the module, the function and a number, the same as long as the function is."""

    name: str
    file: Path
    first: int  # the lines of the statement that it changes; a test that runs none of them cannot notice it
    last: int
    before: str = field(repr=False)  # the module as it is
    text: Callable[[], str] = field(repr=False)  # and as a whole with the change

    @property
    def diff(self) -> str:
        """The changed lines, in the form of `diff -u`."""
        lines = difflib.unified_diff(self.before.splitlines(), self.text().splitlines(), lineterm="", n=0)
        return "\n".join(list(lines)[2:])

    @property
    def line(self) -> str:
        """The first changed line, as it is with the change."""
        return next((line[1:].strip() for line in self.diff.splitlines() if line.startswith("+")), "")

    def apply(self, functions: Iterable[FunctionType]) -> bool:
        """Change those of the functions that it concerns; false if it reaches no code of one (a default value, say)."""
        changed = dict(_code(compile(self.text(), str(self.file), "exec")))
        done = False
        for function in functions:
            old = function.__code__
            new = changed.get((old.co_qualname, old.co_firstlineno), old)
            if old.co_filename == str(self.file) and new != old and new.co_freevars == old.co_freevars:
                function.__code__ = new
                done = True
        return done


def loaded_functions(folder: Path) -> list[FunctionType]:
    """The functions of the modules of a folder that are loaded, decorated ones, too."""
    return [one for one in gc.get_objects() if type(one) is FunctionType and one.__code__.co_filename.startswith(f"{folder}/")]


def _code(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield (part.co_qualname, part.co_firstlineno), part
            yield from _code(part)


def changes_of(module: str, file: Path) -> list[Change]:
    """Every change that mutmut would make to the functions of a module."""
    # Only `make mutate` installs them.
    from libcst.metadata import MetadataWrapper, PositionProvider
    from mutmut.mutation.file_mutation import create_mutations

    text = file.read_text(encoding="utf-8")
    tree, mutations, *_ = create_mutations(str(file), text)
    places = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)
    statements = [one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.stmt)]
    found: list[Change] = []
    counted: Counter[str] = Counter()
    for mutation in mutations:
        outer: Any = mutation.contained_by_top_level_function
        if type(outer).__name__ != "FunctionDef":
            continue
        # A new operator has no place in the text: the whole of which it is a part has.
        line = places[mutation.original_node if mutation.original_node in places else outer].start.line
        inner = max((one for one in statements if one.lineno <= line <= (one.end_lineno or line)), key=lambda one: one.lineno)
        body = getattr(inner, "body", None)
        last = max(body[0].lineno - 1 if body else inner.end_lineno or line, inner.lineno)
        counted[outer.name.value] += 1
        name = f"{module}.{outer.name.value}~{counted[outer.name.value]}"
        found.append(Change(name, file, inner.lineno, last, text, partial(_text, tree, outer, mutation)))
    return found


def _text(tree: Any, outer: Any, mutation: Any) -> str:
    changed = outer.deep_replace(mutation.original_node, mutation.mutated_node)

    def put(one: Any) -> Any:
        if one is outer:
            return changed
        inside = type(one).__name__ == "ClassDef"
        return one.with_changes(body=one.body.with_changes(body=[put(part) for part in one.body.body])) if inside else one

    return str(tree.with_changes(body=[put(one) for one in tree.body]).code)
