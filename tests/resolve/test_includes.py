"""Files that bring in others: what they may, and how their faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.diagnostics import Diagnostic
from pactlang.inputs import InputError, load

HEAD = 'pact "Ana and Ben"\n    between Ana and Ben\n\nuse relationships\n\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside = tmp_path / "ours"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def faults(path: str) -> list[str]:
    with pytest.raises(InputError) as raised:
        load(path)
    return [said(one) for one in raised.value.diagnostics]


def said(fault: Diagnostic) -> str:
    at = fault.span.start_position
    return f"{fault.span.source.name}:{at.line}:{at.column} {fault.code} {fault.message}"


def test_files_of_the_folder_are_brought_in_once_each(folder: Path) -> None:
    write(folder / "us.pact", f'{HEAD}include "house/rules.pact"\ninclude "house/../house/rules.pact"\ninclude "late.pact"\n')
    write(folder / "house" / "rules.pact", 'include "deeper.pact"\nboundary house\n    no late-night\n')
    write(folder / "house" / "deeper.pact", 'include "../late.pact"\nboundary deeper\n    no picnic\nevent picnic\n')
    write(folder / "late.pact", "\ufeffterm late-night means encounter between 23:00 and 05:00\r\n")
    assert sorted(clause.name for clause in load("us.pact").clauses) == ["deeper", "house"]


def test_faults_keep_the_name_of_their_file(folder: Path) -> None:
    write(folder / "us.pact", f'{HEAD}include "house.pact"\nboundary b\n    no encuonter\n')
    write(folder / "house.pact", "boundary b\n\n    atmost 4 encounters per month\n    no meetng\n")
    assert faults("us.pact") == [
        "house.pact:1:10 E021 Two clauses are called 'b'.",
        "house.pact:3:5 E001 'atmost' cannot be used here.",
        "house.pact:4:8 E020 There is no event 'meetng' here.",
        "us.pact:8:8 E020 There is no event 'encuonter' here.",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../secret.pact",
        "house/../../secret.pact",
        "/etc/secret.pact",
        "..\\\\secret.pact",
        "c:secret.pact",
        "link.pact",
        "away/secret.pact",
    ],
)
def test_nothing_from_outside_the_folder_is_brought_in(folder: Path, name: str) -> None:
    write(folder.parent / "secret.pact", "boundary secret\n    no encounter\n")
    (folder / "link.pact").symlink_to(folder.parent / "secret.pact")
    (folder / "away").symlink_to(folder.parent)
    write(folder / "us.pact", f'{HEAD}include "{name}"\n')
    assert faults("us.pact") == [f"us.pact:6:9 E024 '{name}' is outside this agreement's folder."]


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    write(folder / "rules.pact", "boundary b\n    no encounter\n")
    (folder / "link.pact").symlink_to("rules.pact")
    write(folder / "us.pact", f'{HEAD}include "link.pact"\ninclude "rules.pact"\n')
    assert [clause.name for clause in load("us.pact").clauses] == ["b"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("hose.pact", "There is no file hose.pact; did you mean house.pact?."),
        ("sub.pact", "Sub.pact is a folder, not a file, and there is no agreement in it."),
        ("us.pact", "'us.pact' includes itself."),
        ("house.txt", "'house.txt' is not an agreement."),
        ("loop.pact", None),
        ("", "This cannot be the name of a file."),
        ("x" * 5000 + ".pact", None),
        ("two.pact", "'us.pact' includes itself."),
    ],
)
def test_what_cannot_be_brought_in_is_said_in_one_fault(folder: Path, name: str, message: str | None) -> None:
    write(folder / "house.pact", "")
    write(folder / "sub.pact" / "x", "")
    write(folder / "two.pact", 'include "three.pact"')
    write(folder / "three.pact", 'include "us.pact"')
    (folder / "loop.pact").symlink_to("loop.pact")
    write(folder / "us.pact", f'{HEAD}include "{name}"\nboundary b\n    no picnic by Ana while away\n')
    (found,) = faults("us.pact")
    assert "E024" in found
    assert message is None or found.endswith(message)


def test_a_file_brought_in_is_no_agreement_of_its_own(folder: Path) -> None:
    write(folder / "us.pact", f'{HEAD}include "other.pact"\n')
    write(folder / "other.pact", 'pact "Other"\n    between Cleo and Dora\n')
    assert faults("us.pact") == ["other.pact:1:1 E027 An included file cannot have a 'pact' heading of its own."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"boundary b\n    no caf\xe9 at home\n", "house.pact:2:11 E009 This file is not UTF-8 text from here on."),
        (b"\xff\xfeb\x00o\x00", "house.pact:1:1 E009 This file is saved as UTF-16."),
        (b"PK\x03\x04\x00\x00", "house.pact:1:1 E009 This is not a text file."),
    ],
)
def test_bytes_that_are_no_text_are_one_fault(folder: Path, data: bytes, message: str) -> None:
    write(folder / "us.pact", f'{HEAD}include "house.pact"\n')
    write(folder / "house.pact", data)
    assert message in faults("us.pact")
    write(folder / "house.pact", HEAD.encode() + data)
    assert len(faults("house.pact")) == 1


def test_a_hundred_files_are_enough(folder: Path) -> None:
    write(folder / "us.pact", f'{HEAD}include "0.pact"\n')
    for number in range(150):
        write(folder / f"{number}.pact", f'include "{number + 1}.pact"\n')
    (found,) = faults("us.pact")
    assert "More than 100 files are included." in found
