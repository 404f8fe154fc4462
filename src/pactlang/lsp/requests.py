"""What an editor may ask, each request with its answer in the protocol's types; and the server that answers."""

from __future__ import annotations

import gc
from pathlib import Path

from lsprotocol import types as lsp

from pactlang.inputs import AGREEMENT_ENDINGS
from pactlang.lsp import actions, complete, hints, hover, layout, names_asked, outline_asked  # noqa: F401 - the last two register answers
from pactlang.lsp.feature import SERVER, feature, quietly
from pactlang.lsp.server import PactServer, source_of
from pactlang.lsp.study import LOG_ENDING


@feature(lsp.INITIALIZED)
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


@feature(lsp.TEXT_DOCUMENT_DID_SAVE)
def _did_save(server: PactServer, params: lsp.DidSaveTextDocumentParams) -> None:
    server.desk.look_again()
    server.look(server.path_of(params.text_document.uri))


@feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
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


@feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", ","]))
@quietly
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


@feature(lsp.TEXT_DOCUMENT_INLINE_COMPLETION)
@quietly
def _ghost(server: PactServer, params: lsp.InlineCompletionParams) -> lsp.InlineCompletionList | None:
    path, text, study = server.at(params.text_document.uri)
    if text is None or study is None or path.suffix == LOG_ENDING:
        return None
    offset = text.offset(params.position.line, params.position.character)
    found = complete.whole_line(study, text.whole[text.mark :], offset, str(path))
    if found is None:
        return None
    return lsp.InlineCompletionList([lsp.InlineCompletionItem(lsp.StringValue(found[1]), range=server.range_of(text, found[0], offset))])


@feature(lsp.TEXT_DOCUMENT_HOVER)
@quietly
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


@feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
@quietly
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


@feature(lsp.TEXT_DOCUMENT_CODE_LENS)
@quietly
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


@feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.Refactor]))
@quietly
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


@feature(lsp.TEXT_DOCUMENT_FORMATTING)
@quietly
def _formatting(server: PactServer, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
    return _layout(server, params.text_document.uri, 1, None)


@feature(lsp.TEXT_DOCUMENT_RANGE_FORMATTING)
@quietly
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
