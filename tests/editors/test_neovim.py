"""Neovim with `pact lsp`, end to end: what a person has who follows editors/nvim/README.md."""

from __future__ import annotations

import json
from pathlib import Path

from tests.editors import served
from tests.editors.programs import linked, program, run


def test_neovim_with_the_server(tmp_path: Path) -> None:
    served.write(tmp_path)
    script = Path(__file__).parent / "neovim.lua"
    command = [program("nvim"), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "execute 'luafile' fnameescape($PACT_SCRIPT)"]
    run(command, tmp_path, {"PACT_NVIM": str(linked(tmp_path) / "nvim"), "PACT_SCRIPT": str(script)})
    found = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))
    assert "problem" not in found, found
    assert found["clients"] == 1  # one server for the agreement and its log
    assert [*served.FAULT, "E001", "ERROR"] in found["fault"]
    assert [1, 0] in [place[:2] for place in found["log"]]
    assert {"at", "warn", "stroll", "at most … per …"} <= set(found["completion"])
    assert found["omnifunc"] == "v:lua.vim.lsp.omnifunc"
    assert "stroll" in found["hover"]
    assert found["formatted"][-1] == served.MENDED
    agreement, log = found["renamed"]
    assert "event walk" in agreement
    assert agreement[-1] == served.MENDED.replace("stroll", "walk")
    assert log == served.LOG.replace("stroll", "walk").splitlines()
