"""What is said elsewhere than at a terminal: beside the text in an editor, and by a server that keeps a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

from pactlang.calendars.export.caldav import Answer, Send
from pactlang.lsp import hints, hover
from pactlang.lsp.study import Desk
from pactlang.lsp.texts import Texts

_ENTRY = '<response><href>{}</href><propstat><prop><getetag>"1"</getetag></prop></propstat></response>'


def editor(folder: Path, asked: list[str]) -> str:
    """What `pact lsp` shows beside each line of `us.pact` at a moment (hints), then what it says of the lines that hold some words."""
    moment, *words = asked
    path = folder / "us.pact"
    with patch("pactlang.lsp.study.time.time", lambda: datetime.fromisoformat(moment).timestamp()):
        study = Desk(Texts()).study(path)
    assert study is not None
    text = path.read_text(encoding="utf-8")
    said = [one.words for one in hints.in_agreement(study)]
    for one in words:
        known = hover.in_agreement(study, str(path), text.index(one))
        said.append(known.words if known is not None else "")
    return "\n".join(said)


def sender(url: str, *_: str) -> Send:
    """A calendar server that keeps what it is given as files in the folder of the case."""
    kept = Path("server")
    kept.mkdir(exist_ok=True)

    def send(method: str, place: str, _: Mapping[str, str], body: bytes) -> Answer:
        path = urlsplit(place).path
        file = kept / path.rpartition("/")[2]
        match method:
            case "PROPFIND":
                entries = "".join(_ENTRY.format(f"{path}{one.name}") for one in sorted(kept.iterdir()))
                return Answer(207, {}, f'<multistatus xmlns="DAV:">{entries}</multistatus>'.encode())
            case "GET":
                return Answer(200, {}, file.read_bytes())
            case "DELETE":
                file.unlink()
            case _:
                file.write_bytes(body)
        return Answer(204, {}, b"")

    return send
