"""What an editor draws of a whole text: its parts, folds, selections and colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls import uris

from pactlang.inputs import AGREEMENT_ENDINGS
from pactlang.lsp import outline
from pactlang.lsp.feature import feature, quietly
from pactlang.lsp.remarks import MOST_SAID
from pactlang.lsp.server import PactServer, source_of
from pactlang.lsp.study import LOG_ENDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.lsp.study import Study
    from pactlang.lsp.texts import Text


_SYMBOLS = {
    "pact": lsp.SymbolKind.Module,
    "clause": lsp.SymbolKind.Class,
    "event": lsp.SymbolKind.Event,
    "person": lsp.SymbolKind.Variable,
    "state": lsp.SymbolKind.EnumMember,
    "days": lsp.SymbolKind.EnumMember,
    "matrix": lsp.SymbolKind.Array,
    "sentence": lsp.SymbolKind.Method,
    "month": lsp.SymbolKind.Namespace,
    "entry": lsp.SymbolKind.Event,
}


@feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
@quietly
def _symbols(server: PactServer, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None:
        return None
    return [_symbol(server, text, part) for part in _parts(server, path, text, study)]


def _parts(server: PactServer, path: Path, text: Text, study: Study | None) -> Sequence[outline.Part]:
    if path.suffix == LOG_ENDING:
        return outline.months_of(server.desk.plain_log(path, text.data()), source_of(path, text))
    document = study.document(str(path)) if study is not None else None
    return outline.parts_of(document) if document is not None else ()


def _symbol(server: PactServer, text: Text, part: outline.Part) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        part.name or "…",
        _SYMBOLS.get(part.kind, lsp.SymbolKind.Object),
        server.range_of(text, part.whole.start, part.whole.end),
        server.range_of(text, part.name_span.start, part.name_span.end),
        part.detail or None,
        children=[_symbol(server, text, one) for one in part.parts] or None,
    )


@feature(lsp.WORKSPACE_SYMBOL)
@quietly
def _workspace_symbols(server: PactServer, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol] | None:
    wanted = params.query.casefold()
    found: dict[tuple[str, int], lsp.WorkspaceSymbol] = {}
    folders = [Path(uris.to_fs_path(one.uri) or ".") for one in (server.workspace.folders or {}).values()]
    roots = {root for text in server.texts.opened() for root in server.desk.roots(text.path)}
    roots |= {path for folder in folders for path in server.texts.beside(folder, *AGREEMENT_ENDINGS)}
    for root in sorted(roots):
        study = server.desk.study(root) if root.suffix != LOG_ENDING else None
        for document in study.gathered.own if study is not None else ():
            for part in outline.parts_of(document):
                place = server.location_of(part.name_span)
                if place is not None and wanted in part.name.casefold():
                    kind = _SYMBOLS.get(part.kind, lsp.SymbolKind.Object)
                    found[place.uri, part.name_span.start] = lsp.WorkspaceSymbol(
                        place, part.name or "…", kind, container_name=part.detail or None
                    )
    return list(found.values())[:MOST_SAID]


@feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
@quietly
def _folding(server: PactServer, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange] | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None:
        return None
    if path.suffix == LOG_ENDING:
        found = outline.log_folds(source_of(path, text))
    else:
        document = study.document(str(path)) if study is not None else None
        found = outline.folds(document) if document is not None else []
    return [
        lsp.FoldingRange(one.first - 1, one.last - 1, kind=lsp.FoldingRangeKind.Comment if one.comment else lsp.FoldingRangeKind.Region)
        for one in found
    ]


@feature(lsp.TEXT_DOCUMENT_SELECTION_RANGE)
@quietly
def _selection(server: PactServer, params: lsp.SelectionRangeParams) -> list[lsp.SelectionRange] | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None:
        return None
    document = study.document(str(path)) if study is not None else None
    found: list[lsp.SelectionRange] = []
    for position in params.positions:
        offset = text.offset(position.line, position.character)
        if document is not None:
            spans = [(span.start, span.end) for span in outline.growing(document, offset)]
        else:
            source = source_of(path, text)
            line = source.line_span(source.position(offset).line)
            spans = [(line.start, line.end), (0, len(source.text))]
        grown: lsp.SelectionRange | None = None
        for start, end in reversed(spans):
            grown = lsp.SelectionRange(server.range_of(text, start, end), grown)
        assert grown is not None  # noqa: S101 - the whole file is always among them
        found.append(grown)
    return found


_TOKEN_TYPES = {
    "event": "event",
    "person": "variable",
    "clause": "class",
    "state": "enumMember",
    "tag": "enumMember",
    "place": "string",
    "item": "property",
    "value": "string",
    "entry": "label",
    "reason": "comment",
}
_LEGEND = lsp.SemanticTokensLegend([_TOKEN_TYPES.get(kind, kind) for kind in outline.KINDS], ["declaration"])
_NUMBERS = {kind: place for place, kind in enumerate(outline.KINDS)}


def _tokens_between(server: PactServer, uri: str, first: int, last: int | None) -> lsp.SemanticTokens | None:
    """Tokens of the lines from one to another (from 0), or of all."""
    path, text, study = server.at(uri)
    if text is None:
        return None
    source = source_of(path, text)
    if path.suffix == LOG_ENDING:
        found = outline.log_colours(source, first + 1, source.line_count if last is None else last + 1)
    else:
        document = study.document(str(path)) if study is not None else None
        found = outline.colours(document) if document is not None else []
    data: list[int] = []
    line = column = 0
    for token in found:
        at, place = text.place(token.start)
        end_line, end = text.place(token.end)
        if at < first or (last is not None and at > last) or end_line != at:
            continue
        data += [at - line, place - column if at == line else place, end - place, _NUMBERS[token.kind], 1 if token.declares else 0]
        line, column = at, place
    return lsp.SemanticTokens(data)


@feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _LEGEND)
@quietly
def _tokens(server: PactServer, params: lsp.SemanticTokensParams) -> lsp.SemanticTokens | None:
    return _tokens_between(server, params.text_document.uri, 0, None)


@feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, _LEGEND)
@quietly
def _tokens_range(server: PactServer, params: lsp.SemanticTokensRangeParams) -> lsp.SemanticTokens | None:
    return _tokens_between(server, params.text_document.uri, params.range.start.line, params.range.end.line)
