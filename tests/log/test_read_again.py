"""A large log is not held until all is judged: who points into it reads it again, and only while it is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.inputs import InputError, load_text, texts
from pactlang.log.validate import Known, validate

US = load_text('pact "us"\n    between Ana and Ben\n\nevent test\n')
GOOD = {"us.pactlog": "2026-09-08  test by Ana\n", "us.jsonl": '{"at": "2026-09-08", "type": "test", "by": ["Ana"]}\n'}


@pytest.fixture(autouse=True)
def every_log_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_LARGE", 1)


@pytest.mark.parametrize("name", GOOD)
def test_a_fault_that_is_found_later_has_its_place(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("\n" + GOOD[name].replace("test", "tst"), encoding="utf-8")
    log = texts.read_plainly([path])
    [found] = validate(log, Known.of([US])).diagnostics
    assert (found.span.start_position.line, found.span.text, found.nearest) == (2, "tst" if name == "us.pactlog" else '"tst"', "test")


@pytest.mark.parametrize("name", GOOD)
def test_one_that_was_changed_meanwhile_is_not_pointed_into(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(GOOD[name].replace("test", "tst"), encoding="utf-8")
    log = texts.read_plainly([path])
    path.write_text(GOOD[name].replace("test", "tset"), encoding="utf-8")
    with pytest.raises(InputError, match="was changed while it was being read"):
        validate(log, Known.of([US]))
