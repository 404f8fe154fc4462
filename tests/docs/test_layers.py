"""No file needs, by however many others, one that needs it: not even for the names of types."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp


def test_there_are_no_circles_between_files() -> None:
    graph = grimp.build_graph("pactlang", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    # The public names of `pactlang` are loaded from `inputs` when they are asked for.
    imports["pactlang"] = set()
    order = tuple(TopologicalSorter(imports).static_order())  # raises `CycleError` and names the circle
    assert set(order) >= set(graph.modules)
