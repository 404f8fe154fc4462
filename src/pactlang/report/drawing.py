"""The library that draws, without the hook that it leaves behind."""

from __future__ import annotations

import sys

import pygal

# pygal looks for plug-ins by a hook that newer Pythons warn about at every import; we use none of them.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "PluginImportFixer"]

__all__ = ["pygal"]
