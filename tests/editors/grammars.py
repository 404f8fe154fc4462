"""The tree-sitter grammars, compiled: one call of the C compiler for each."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tree_sitter import Language, Node, Parser, Tree

FOLDER = Path(__file__).parents[2] / "editors" / "tree-sitter-pact"
NAMES = ("pact", "pactlog")
COMPILER = shutil.which("cc") or shutil.which("gcc")


@cache
def language(name: str) -> Language:
    """A grammar as the Python binding takes it, straight from the committed `src/parser.c`."""
    assert COMPILER is not None
    source = FOLDER / name / "src"
    with TemporaryDirectory() as folder:
        library = Path(folder) / f"{name}.so"
        files = [str(source / "parser.c"), str(source / "scanner.c")]
        subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-std=c11", f"-I{source}", *files, "-o", str(library)], check=True)
        function = getattr(ctypes.CDLL(str(library)), f"tree_sitter_{name}")
    function.restype = ctypes.c_void_p
    capsule = ctypes.pythonapi.PyCapsule_New
    capsule.restype, capsule.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return Language(capsule(function(), b"tree_sitter.Language", None))


def parse(name: str, text: str) -> Tree:
    """The tree of a text."""
    return Parser(language(name)).parse(text.encode())


def nodes(node: Node) -> list[Node]:
    """A node and all below it, in the order of the text."""
    found, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(reversed(one.children))
    return found


def unread(node: Node) -> list[Node]:
    """What the grammar could not make sense of."""
    return [one for one in nodes(node) if one.is_error or one.is_missing or one.type in ("bad_word", "bad_line")]
