"""Every piece of text that the code which speaks about a life can put into words, read off that code, and which of them a run said.

A template is a string or f-string with a word in it, in a place whose value is used: `{}` stands for each hole. Its key is the module, the
function and the template, so nobody keeps a second list by hand. `listening` swaps the functions' code for the same code that also tells
each template's value, so that `with listening(modules) as said:` knows what was said and where it came from.
"""

from __future__ import annotations

import ast
import copy
import importlib
import inspect
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import CodeType, FunctionType, ModuleType

HEARD = "__heard__"
_WORD = re.compile(r"[A-Za-z]{2,}")
# Strings handed to these are looked for or looked up, not said.
_NOT_SAID = frozenset(
    {
        *("startswith", "endswith", "partition", "rpartition", "split", "removeprefix", "removesuffix", "get", "pop", "getattr"),
        *("replace", "encode", "decode", "TypeVar", "AssertionError", "ValueError", "strftime", "compile", "read_text", "sub", "fullmatch"),
    }
)
_STYLES = frozenset(
    {*["title", "name", "good", "due", "warning", "breach", "error", "mark", "dim", "plain", "word", "event", "person", "value"]}
)

Said = Sequence[tuple[str, str]]  # keys and what stood in their places


def template_of(node: ast.expr) -> str:
    """The words of a string or f-string, `{}` for each hole; empty where it is neither or holds no word."""
    if isinstance(node, ast.Constant):
        words = node.value if isinstance(node.value, str) else ""
    elif isinstance(node, ast.JoinedStr):
        words = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    else:
        return ""
    return " ".join(words.split()) if _WORD.search(words) else ""


class _Hearing(ast.NodeTransformer):
    """Puts a call around each template, and notes its key."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.keys: list[str] = []
        self.inside: list[str] = []

    def _body(self, node: ast.FunctionDef) -> ast.AST:
        self.inside.append(node.name)
        first = node.body[0]
        documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        node.body = [*node.body[:documented], *(self.visit(one) for one in node.body[documented:])]
        self.inside.pop()
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return node if node.name.endswith("_json") else self._body(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.inside.append(node.name)
        node.body = [self.visit(one) if isinstance(one, ast.FunctionDef) else one for one in node.body]
        self.inside.pop()
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        node.value = self.visit(node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.value = None if node.value is None else self.visit(node.value)
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        node.func = self.visit(node.func)
        if name in _NOT_SAID:
            return node
        node.args = [self.visit(one) for one in node.args]
        node.keywords = [ast.keyword(one.arg, self.visit(one.value)) for one in node.keywords]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        template = template_of(node)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                part.value = self.visit(part.value)
        return self._heard(node, template)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return node if node.value in _STYLES else self._heard(node, template_of(node))

    def _heard(self, node: ast.expr, template: str) -> ast.expr:
        if not template or not self.inside:
            return node
        key = f"{self.module}.{'.'.join(self.inside)}: {template}"
        self.keys.append(key)
        return ast.copy_location(ast.Call(ast.Name(HEARD, ast.Load()), [ast.Constant(key), node], []), node)


def _transformed(module: ModuleType) -> tuple[ast.Module, list[str], Said]:
    """The code that tells what it says, its keys, and the words in tables beside its functions."""
    name = module.__name__.removeprefix("pactlang.")
    hearing = _Hearing(name)
    tree = ast.parse(inspect.getsource(module))
    tables: list[tuple[str, str]] = []
    for place, one in enumerate(tree.body):
        if isinstance(one, ast.FunctionDef | ast.ClassDef):
            tree.body[place] = hearing.visit(one)
        elif isinstance(one, ast.Assign | ast.AnnAssign) and one.value is not None:
            target = one.targets[0] if isinstance(one, ast.Assign) else one.target
            aside = _Hearing(name)
            aside.inside = [ast.unparse(target)]
            aside.visit(copy.deepcopy(one.value))
            tables += [(key, key.partition(": ")[2]) for key in aside.keys]
    return ast.fix_missing_locations(tree), list(dict.fromkeys((*hearing.keys, *(key for key, _ in tables)))), tables


def templates(names: Sequence[str]) -> list[str]:
    """The keys of all templates in some modules, in the order of the code."""
    return [key for name in names for key in _transformed(importlib.import_module(name))[1]]


def in_tables(names: Sequence[str]) -> Said:
    """The words that stand ready in tables: any of them may have been said."""
    return [said for name in names for said in _transformed(importlib.import_module(name))[2]]


def _functions(space: ModuleType | type, module: str) -> Iterator[FunctionType]:
    for thing in vars(space).values():
        inner = getattr(thing, "__wrapped__", thing)
        inner = inner.fget if isinstance(inner, property) else getattr(inner, "__func__", inner)
        if getattr(inner, "__module__", None) != module:
            continue
        if isinstance(inner, FunctionType):
            yield inner
        elif isinstance(inner, type):
            yield from _functions(inner, module)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


@contextmanager
def listening(names: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """While it lasts, every template that is put into words is added to what it gives."""
    said: list[tuple[str, str]] = []

    def heard(key: str, value: object) -> object:
        said.append((key, str(value)))
        return value

    before: list[tuple[FunctionType, CodeType]] = []
    modules = [importlib.import_module(name) for name in names]
    try:
        for module in modules:
            tree = _transformed(module)[0]
            setattr(module, HEARD, heard)
            codes = {code.co_qualname: code for code in _codes(compile(tree, str(module.__file__), "exec", dont_inherit=True))}
            for function in _functions(module, module.__name__):
                if function.__qualname__ in codes and function.__code__.co_freevars == codes[function.__qualname__].co_freevars:
                    before.append((function, function.__code__))
                    function.__code__ = codes[function.__qualname__]
        yield said
    finally:
        for function, code in before:
            function.__code__ = code
        for module in modules:
            delattr(module, HEARD)
