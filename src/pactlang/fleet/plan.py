"""How the work on a dataset is divided: into pieces, the same ones whoever does them, so that what was begun can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from pactlang.fleet.dataset import LINES, TABLES, files_of, look, state_of
from pactlang.fleet.index import Block, Index
from pactlang.fleet.texts import Folder
from pactlang.hashes import sha256
from pactlang.inputs.files import InputError

_AGREEMENT = 100  # rows that cost about as much as reading the text of an agreement
_LEAST, _MOST = 2_000, 50_000  # weight of a piece: small enough to lose little, large enough not to be felt
_PIECES = 64
_READINGS = 8  # how often the whole of a dataset may be read where the rows of an agreement are far apart
_LARGEST = 2_000_000


class Sources(msgspec.Struct, frozen=True):
    """Where entries and texts come from: files, and a folder of texts (empty: texts are in a column)."""

    files: tuple[str, ...]
    folder: str = ""

    @property
    def paths(self) -> list[Path]:
        """The files."""
        return [Path(one) for one in self.files]


class Piece(msgspec.Struct, frozen=True):
    """Some agreements, and the blocks in which their rows are."""

    number: int
    agreements: tuple[str, ...]
    blocks: tuple[Block, ...]


class Plan(msgspec.Struct, frozen=True):
    """All pieces, what tells of the sources whether they are still the same, and how many rows name no agreement, by file and number."""

    pieces: list[Piece]
    lost: list[tuple[int, int]]
    agreements: int


def sources_of(dataset: str, texts: str) -> Sources:
    """The files of a call. `texts` is a folder of `ID.pact`, or another dataset, whose rows bring texts. Raises `InputError`."""
    files = files_of(Path(dataset), "a dataset")
    folder = ""
    if texts:
        place = Path(texts)
        if place.is_dir() and any(place.glob("*.pact")):
            folder = str(place.resolve())
        elif place.is_dir() and not any(one.suffix.lower() in TABLES + LINES for one in place.rglob("*")):
            raise InputError(f"there is no agreement in {place}, that is, no file that ends in .pact, and no dataset of texts")
        else:
            files += files_of(place, "a folder of agreements or a dataset of texts")
    names = [str(path.resolve()) for path in dict.fromkeys(files)]
    for name in (*names, folder):
        if not name.isascii() and name.encode(errors="replace").decode() != name:
            raise InputError(f"{name} has a name that is not text; give it another one")
    return Sources(tuple(names), folder)


def mark_of(sources: Sources) -> str:
    """What changes when any of the sources does: sizes and times of files, names of texts."""
    known = [[name, *state_of(Path(name))] for name in sources.files]
    texts = Folder(Path(sources.folder)).state() if sources.folder else []
    return sha256(msgspec.json.encode([known, texts])).hexdigest()


def plan_of(sources: Sources) -> Plan:
    """Look over all sources, and divide the work. Raises `InputError`."""
    index = look(sources.paths)
    more = [one for one in Folder(Path(sources.folder)).ids if one not in index.numbers] if sources.folder else []
    names = [*index.numbers, *more]
    whole = sum(index.rows) + _AGREEMENT * len(names)
    weight = max(_LEAST, min(_MOST, whole // _PIECES))
    pieces = _pieces(index, names, weight)
    while sum(len(piece.blocks) for piece in pieces) > _READINGS * len(index.blocks) + len(pieces) and weight < _LARGEST:
        weight *= 2
        pieces = _pieces(index, names, weight)
    return Plan(pieces, [(one.file, one.row) for one in index.lost], len(names))


def _pieces(index: Index, names: Sequence[str], most: int) -> list[Piece]:
    pieces: list[Piece] = []
    own: list[str] = []
    weight = 0
    for number, name in enumerate(names):
        own.append(name)
        weight += _AGREEMENT + (index.rows[number] if number < len(index.rows) else 0)
        if weight >= most or number == len(names) - 1:
            places = sorted({place for one in own if one in index.numbers for place in index.places[index.numbers[one]]})
            pieces.append(Piece(len(pieces), tuple(own), tuple(index.blocks[place] for place in places)))
            own, weight = [], 0
    return pieces
