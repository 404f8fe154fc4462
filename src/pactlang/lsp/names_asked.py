"""What an editor asks about a name: where it is declared, where it is used, another name for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from pactlang.lsp.feature import feature, quietly
from pactlang.lsp.names import Names, RenameError
from pactlang.lsp.server import PactServer, source_of
from pactlang.lsp.study import LOG_ENDING

if TYPE_CHECKING:
    from pactlang.lsp.names import Found
    from pactlang.lsp.texts import Text


def _named(server: PactServer, uri: str, position: lsp.Position) -> tuple[Names, Found, Text] | None:
    path, text, study = server.at(uri)
    if text is None or study is None:
        return None
    names = Names(study)
    offset = text.offset(position.line, position.character)
    if path.suffix == LOG_ENDING:
        source = source_of(path, text)
        found = names.at_log(source, source.position(offset).line, offset)
    else:
        found = names.at(str(path), offset)
    return (names, found, text) if found is not None else None


@feature(lsp.TEXT_DOCUMENT_DEFINITION)
@quietly
def _definition(server: PactServer, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    found = [server.location_of(span) for span in named[0].declarations(named[1].key)]
    return [place for place in found if place is not None] or None


@feature(lsp.TEXT_DOCUMENT_REFERENCES)
@quietly
def _references(server: PactServer, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    spans = named[0].uses(named[1].key, declarations=params.context.include_declaration)
    found = [server.location_of(span) for span in spans]
    return [place for place in found if place is not None] or None


@feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
@quietly
def _highlight(server: PactServer, params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight] | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    names, found, text = named
    here = [span for span in names.uses(found.key) if Path(span.source.name) == text.path]
    return [lsp.DocumentHighlight(server.range_of(text, span.start, span.end)) for span in here] or None


@feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
def _prepare_rename(server: PactServer, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    names, found, text = named
    try:
        name = names.renamable(found)
    except RenameError as why:
        raise JsonRpcInvalidParams(str(why)) from None
    span = found.occurrence.span
    return lsp.PrepareRenamePlaceholder(server.range_of(text, span.start, span.end), name)


@feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
def _rename(server: PactServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    try:
        return server.edits_of(named[0].rename(named[1], params.new_name))
    except RenameError as why:
        raise JsonRpcInvalidParams(str(why)) from None
