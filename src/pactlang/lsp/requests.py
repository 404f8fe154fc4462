"""What an editor may ask, each request with its answer in the protocol's types; and the server that answers."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TypeVar

from lsprotocol import types as lsp
from pygls import uris
from pygls.exceptions import JsonRpcInvalidParams

from pactlang.checker.budget import patient
from pactlang.inputs import AGREEMENT_ENDINGS
from pactlang.lsp import actions, complete, hints, hover, layout, outline
from pactlang.lsp.names import Found, Names, RenameError
from pactlang.lsp.remarks import MOST_SAID
from pactlang.lsp.server import PactServer, source_of
from pactlang.lsp.study import LOG_ENDING, Study
from pactlang.lsp.texts import Text

P = TypeVar("P")
T = TypeVar("T")


def _quietly(handler: Callable[[PactServer, P], T | None]) -> Callable[[PactServer, P], T | None]:
    """An answer that fails is no answer, and a line in the editor's log: nobody loses what they were typing over it.

    A search that takes longer than anyone should wait ends as in a command: it gives no answer.
    """

    @wraps(handler)
    def answer(server: PactServer, params: P) -> T | None:
        try:
            with patient():
                return handler(server, params)
        except JsonRpcInvalidParams:
            raise
        except Exception as problem:
            server.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, f"{type(problem).__name__}: {problem}"))
            return None

    return answer


SERVER = PactServer()
_feature = SERVER.feature


@_feature(lsp.INITIALIZED)
def _initialized(server: PactServer, params: lsp.InitializedParams) -> None:
    """Ask to be told when files change that nobody has open."""
    workspace = server.client_capabilities.workspace
    if workspace is None or workspace.did_change_watched_files is None or not workspace.did_change_watched_files.dynamic_registration:
        return
    ours = (*AGREEMENT_ENDINGS, LOG_ENDING)
    watchers = [lsp.FileSystemWatcher(pattern) for pattern in (*(f"**/*{one}" for one in ours), "**/pact.toml")]
    options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
    wish = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(lsp.RegistrationParams([wish]))


@_feature(lsp.TEXT_DOCUMENT_DID_SAVE)
def _did_save(server: PactServer, params: lsp.DidSaveTextDocumentParams) -> None:
    server.desk.look_again()
    server.look(server.path_of(params.text_document.uri))


@_feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
def _did_change_files(server: PactServer, params: lsp.DidChangeWatchedFilesParams) -> None:
    server.desk.look_again()
    for text in server.texts.opened():
        server.look(text.path)


_KINDS = {
    "event": lsp.CompletionItemKind.Event,
    "person": lsp.CompletionItemKind.Variable,
    "clause": lsp.CompletionItemKind.Class,
    "state": lsp.CompletionItemKind.EnumMember,
    "days": lsp.CompletionItemKind.EnumMember,
    "item": lsp.CompletionItemKind.Field,
    "entry": lsp.CompletionItemKind.Reference,
    "keyword": lsp.CompletionItemKind.Keyword,
    "snippet": lsp.CompletionItemKind.Snippet,
    "vocabulary": lsp.CompletionItemKind.Module,
    "file": lsp.CompletionItemKind.File,
    "unit": lsp.CompletionItemKind.Unit,
    "rule": lsp.CompletionItemKind.Constant,
}


@_feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", ","]))
@_quietly
def _completion(server: PactServer, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None:
        return None
    whole = text.whole[text.mark :]
    offset = text.offset(params.position.line, params.position.character)
    if path.suffix == LOG_ENDING:
        offer = complete.in_log(study, whole, offset)
    elif study is not None:
        offer = complete.in_agreement(study, whole, offset, str(path))
    else:
        return None
    place = server.range_of(text, offer.start, offset)
    return lsp.CompletionList(is_incomplete=False, items=[_item(server, one, place) for one in offer.options])


def _item(server: PactServer, one: complete.Option, place: lsp.Range) -> lsp.CompletionItem:
    item = lsp.CompletionItem(one.text, kind=_KINDS.get(one.kind, lsp.CompletionItemKind.Text), detail=one.detail or None)
    item.sort_text = f"{one.rank}{one.text}"
    if one.insert:
        completing = server.client_capabilities.text_document and server.client_capabilities.text_document.completion
        snippets = completing and completing.completion_item and completing.completion_item.snippet_support
        text = one.insert if snippets else complete.filled(one.insert)
        item.insert_text_format = lsp.InsertTextFormat.Snippet if snippets else lsp.InsertTextFormat.PlainText
        item.filter_text = one.text
        item.text_edit = lsp.TextEdit(place, text)
    else:
        item.text_edit = lsp.TextEdit(place, one.text)
    return item


@_feature(lsp.TEXT_DOCUMENT_INLINE_COMPLETION)
@_quietly
def _ghost(server: PactServer, params: lsp.InlineCompletionParams) -> lsp.InlineCompletionList | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None or study is None or path.suffix == LOG_ENDING:
        return None
    offset = text.offset(params.position.line, params.position.character)
    found = complete.whole_line(study, text.whole[text.mark :], offset, str(path))
    if found is None:
        return None
    return lsp.InlineCompletionList([lsp.InlineCompletionItem(lsp.StringValue(found[1]), range=server.range_of(text, found[0], offset))])


@_feature(lsp.TEXT_DOCUMENT_HOVER)
@_quietly
def _hover(server: PactServer, params: lsp.HoverParams) -> lsp.Hover | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None or study is None:
        return None
    offset = text.offset(params.position.line, params.position.character)
    if path.suffix == LOG_ENDING:
        source = source_of(path, text)
        known = hover.in_log(study, source, source.position(offset).line, offset)
    else:
        known = hover.in_agreement(study, str(path), offset)
    if known is None:
        return None
    kind = lsp.MarkupKind.Markdown if known.markdown else lsp.MarkupKind.PlainText
    return lsp.Hover(lsp.MarkupContent(kind, known.words), server.range_of(text, known.span.start, known.span.end))


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


@_feature(lsp.TEXT_DOCUMENT_DEFINITION)
@_quietly
def _definition(server: PactServer, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    found = [server.location_of(span) for span in named[0].declarations(named[1].key)]
    return [place for place in found if place is not None] or None


@_feature(lsp.TEXT_DOCUMENT_REFERENCES)
@_quietly
def _references(server: PactServer, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    spans = named[0].uses(named[1].key, declarations=params.context.include_declaration)
    found = [server.location_of(span) for span in spans]
    return [place for place in found if place is not None] or None


@_feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
@_quietly
def _highlight(server: PactServer, params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight] | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    names, found, text = named
    here = [span for span in names.uses(found.key) if Path(span.source.name) == text.path]
    return [lsp.DocumentHighlight(server.range_of(text, span.start, span.end)) for span in here] or None


@_feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
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


@_feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
def _rename(server: PactServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    named = _named(server, params.text_document.uri, params.position)
    if named is None:
        return None
    try:
        return server.edits_of(named[0].rename(named[1], params.new_name))
    except RenameError as why:
        raise JsonRpcInvalidParams(str(why)) from None


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


@_feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
@_quietly
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


@_feature(lsp.WORKSPACE_SYMBOL)
@_quietly
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


@_feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
@_quietly
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


@_feature(lsp.TEXT_DOCUMENT_SELECTION_RANGE)
@_quietly
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


@_feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _LEGEND)
@_quietly
def _tokens(server: PactServer, params: lsp.SemanticTokensParams) -> lsp.SemanticTokens | None:
    return _tokens_between(server, params.text_document.uri, 0, None)


@_feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, _LEGEND)
@_quietly
def _tokens_range(server: PactServer, params: lsp.SemanticTokensRangeParams) -> lsp.SemanticTokens | None:
    return _tokens_between(server, params.text_document.uri, params.range.start.line, params.range.end.line)


@_feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
@_quietly
def _inlay_hints(server: PactServer, params: lsp.InlayHintParams) -> list[lsp.InlayHint] | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None or study is None:
        return None
    found = hints.in_log(study, str(path)) if path.suffix == LOG_ENDING else hints.in_agreement(study)
    made: list[lsp.InlayHint] = []
    for one in found:
        place = lsp.Position(*text.place(one.offset))
        if Path(one.file) == path and params.range.start.line <= place.line <= params.range.end.line:
            made.append(lsp.InlayHint(place, one.words, padding_left=True))
    return made


@_feature(lsp.TEXT_DOCUMENT_CODE_LENS)
@_quietly
def _code_lens(server: PactServer, params: lsp.CodeLensParams) -> list[lsp.CodeLens] | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None or study is None or path.suffix == LOG_ENDING:
        return None
    made: list[lsp.CodeLens] = []
    for one in hints.lenses(study):
        if Path(one.file) == path:
            command = lsp.Command(one.words, one.command, arguments=list(one.arguments))
            made.append(lsp.CodeLens(server.range_of(text, one.offset, one.offset), command))
    return made


@_feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.Refactor]))
@_quietly
def _code_actions(server: PactServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None or study is None:
        return None
    first = text.offset(params.range.start.line, params.range.start.character)
    last = text.offset(params.range.end.line, params.range.end.character)
    wanted = tuple(str(getattr(kind, "value", kind)) for kind in params.context.only or ())
    made: list[lsp.CodeAction] = []
    for one in actions.actions(study, str(path), first, last):
        if wanted and not one.kind.startswith(wanted):
            continue
        mends = [said for said in params.context.diagnostics if one.code and said.code == one.code]
        made.append(
            lsp.CodeAction(
                one.title,
                lsp.CodeActionKind(one.kind),
                diagnostics=mends or None,
                is_preferred=True if one.best else None,
                edit=server.edits_of(one.edits, one.snippets),
            )
        )
    return made


def _layout(server: PactServer, uri: str, first: int, last: int | None) -> list[lsp.TextEdit] | None:
    path, text, _ = server.at(uri)
    if text is None or path.suffix == LOG_ENDING:
        return None
    edits = layout.laid_out(source_of(path, text), first, last)
    return [lsp.TextEdit(server.range_of(text, one.span.start, one.span.end), one.replacement) for one in edits]


@_feature(lsp.TEXT_DOCUMENT_FORMATTING)
@_quietly
def _formatting(server: PactServer, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
    return _layout(server, params.text_document.uri, 1, None)


@_feature(lsp.TEXT_DOCUMENT_RANGE_FORMATTING)
@_quietly
def _range_formatting(server: PactServer, params: lsp.DocumentRangeFormattingParams) -> list[lsp.TextEdit] | None:
    end = params.range.end
    last = end.line if end.character == 0 and end.line > params.range.start.line else end.line + 1
    return _layout(server, params.text_document.uri, params.range.start.line + 1, last)


@SERVER.command(hints.CHECK)
def _check(server: PactServer, file: str = "") -> str:
    """How the log stands, in the words of `pact check`."""
    from pactlang.words.text import judgement_text

    study = server.desk.study(Path(file))
    if study is None or study.judgement is None:
        return "The agreement or its log cannot be read yet."
    words = judgement_text(study.judgement)
    summary = next((lens.words for lens in hints.lenses(study) if lens.command == hints.CHECK), "")
    server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, summary))
    return words


@SERVER.command(hints.AS_IT_WOULD_BE)
def _as_it_would_be(server: PactServer, file: str = "") -> str:
    """How the log would stand by a text that is not in force."""
    from msgspec.structs import replace

    from pactlang.checker.engine import judge
    from pactlang.words.text import judgement_text

    study = server.desk.study(Path(file))
    if study is None or study.agreement is None or study.broken:
        return "The agreement cannot be read yet."
    draft = replace(study.agreement, signatures=())
    return judgement_text(judge((draft,), study.entries, study.now, study.zone))


@SERVER.command(hints.RUN_EXAMPLES)
def _run_examples(server: PactServer, file: str = "") -> str:
    """How the agreement's own examples come out, in the words of `pact test`."""
    from pactlang.checker.examples import unexercised
    from pactlang.words.examples import examples_text

    study = server.desk.study(Path(file))
    if study is None or study.agreement is None or study.broken:
        return "The agreement cannot be read yet."
    words = examples_text(study.examples, unexercised(study.agreement, study.examples))
    server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, words.strip().split("\n\n")[0]))
    return words


def serve() -> None:
    """Serve an editor on standard input and output until it goes."""
    # What was loaded is never garbage, and a reading makes much that lives as long as the next one.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    SERVER.start_io()
