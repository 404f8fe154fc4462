"""`pact lsp`: open texts, what is known about them, and what the editor was told. What it asks is answered in `requests`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path

from lsprotocol import types as lsp
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from pactlang import __version__
from pactlang.checker.budget import patient
from pactlang.diagnostics import Edit
from pactlang.lsp.positions import Encoding
from pactlang.lsp.proofs import Prover
from pactlang.lsp.remarks import MOST_SAID, Remark, faults, findings, verdicts
from pactlang.lsp.study import LOG_ENDING, Desk, Study
from pactlang.lsp.texts import Change, Text, Texts
from pactlang.source import SourceFile, Span

# Seconds after the last keystroke. Faults come at once, what the linter finds right after them (where it has to judge a long log for it,
# when the hand rests, with the verdicts), proofs when the hand has rested for a while.
AT_ONCE = 0.02
_LONG_LOG = 500
VERDICTS = 0.15
PROOFS = 0.8
_SOURCE = "pact"


class _Protocol(LanguageServerProtocol):
    """Texts are kept by `Texts`, whose lines are the protocol's, not by the library's workspace."""

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> None:
        """A text was opened."""
        server = self._server
        assert isinstance(server, PactServer)  # noqa: S101 - made for no other
        server.did_open(params.text_document.uri, params.text_document.text, params.text_document.version)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """A text was changed."""
        server = self._server
        assert isinstance(server, PactServer)  # noqa: S101
        server.did_change(params.text_document.uri, params.content_changes, params.text_document.version)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> None:
        """A text was closed."""
        server = self._server
        assert isinstance(server, PactServer)  # noqa: S101
        server.did_close(params.text_document.uri)


class PactServer(LanguageServer):
    """The server: open texts, what is known about them, and what was told to the editor."""

    def __init__(self) -> None:
        super().__init__(
            "pact", __version__, lsp.TextDocumentSyncKind.Incremental, protocol_cls=_Protocol, converter_factory=default_converter
        )
        self.texts = Texts()
        self.desk = Desk(self.texts)
        self.prover = Prover()
        self._uris: dict[Path, str] = {}
        self._timers: dict[tuple[str, Path], asyncio.TimerHandle] = {}
        # What was told last about each file, by the agreement that it comes from and how it was found.
        self._told: dict[tuple[Path, str], dict[Path, list[Remark]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    # --- paths and places ---

    def path_of(self, uri: str) -> Path:
        """The file that a URI names; a text that was never saved gets a name in the folder that we are in."""
        found = uris.to_fs_path(uri) if uri.startswith("file:") else None
        path = (
            Path(found) if found else Path.cwd() / (uri.replace(":", "-").replace("/", "-") + ("" if uri.endswith(LOG_ENDING) else ".pact"))
        )
        self._uris[path] = uri
        return path

    def uri_of(self, path: Path) -> str:
        """The URI of a file, as the editor writes it where it has named it."""
        return self._uris.get(path) or uris.from_fs_path(str(path)) or path.as_uri()

    def range_of(self, text: Text, start: int, end: int) -> lsp.Range:
        """A stretch of a text as the editor counts it."""
        return lsp.Range(lsp.Position(*text.place(start)), lsp.Position(*text.place(end)))

    def location_of(self, span: Span) -> lsp.Location | None:
        """A place in any file."""
        path = Path(span.source.name)
        text = self.texts.seen(path)
        return lsp.Location(self.uri_of(path), self.range_of(text, span.start, span.end)) if text is not None else None

    # --- texts ---

    def did_open(self, uri: str, text: str, version: int) -> None:
        """Take a text over and say what there is to say."""
        path = self.path_of(uri)
        self.texts.encoding = _encoding(self)
        self.texts.open(path, text, version)
        self.look(path)

    def did_change(self, uri: str, changes: Iterable[lsp.TextDocumentContentChangeEvent], version: int) -> None:
        """Take over what was typed; what was being worked out for the text before is dropped."""
        path = self.path_of(uri)
        text = self.texts.get(path)
        if text is None:
            return
        for change in changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                start, end = change.range.start, change.range.end
                text.change(Change(change.text, (start.line, start.character, end.line, end.character)), version)
            else:
                text.change(Change(change.text), version)
        self.look(path)

    def did_close(self, uri: str) -> None:
        """The file is the truth again; what was said about it goes where nobody else speaks of it."""
        path = self.path_of(uri)
        roots = self.desk.roots(path)
        self.texts.close(path)
        self.desk.forget(path)
        for root in {*roots, path}:
            if root == path and not any(text.path in (*self.desk.logs_of(path), path) for text in self.texts.opened()):
                self.prover.stop(root)
                for step in ("said", "lint", "verdicts", "proofs"):
                    self._tell(root, step, {})
            else:
                self.later("said", root, AT_ONCE)
        self._uris.pop(path, None)

    def look(self, path: Path) -> None:
        """Look at every agreement that a text is part of, soon."""
        roots = self.desk.roots(path) or [path]
        for root in roots:
            self.prover.stop(root)
            self.later("said", root, AT_ONCE)

    def later(self, step: str, root: Path, seconds: float) -> None:
        """Do a step for an agreement after some time without another keystroke."""
        old = self._timers.pop((step, root), None)
        if old is not None:
            old.cancel()
        self._timers[step, root] = asyncio.get_running_loop().call_later(seconds, self._step, step, root)

    def _step(self, step: str, root: Path) -> None:
        self._timers.pop((step, root), None)
        try:
            with patient():
                self._done(step, root)
        except Exception as problem:
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, f"{type(problem).__name__}: {problem}"))

    def _done(self, step: str, root: Path) -> None:
        if root.suffix == LOG_ENDING:
            self._log_alone(root)
            return
        study = self.desk.study(root)
        if study is None:
            self._tell(root, step, {})
            return
        if step == "said":
            self._tell(root, step, _by_file(faults(study)))
            self.later("lint", root, VERDICTS if len(study.log.entries) > _LONG_LOG else 0)
        elif step == "lint":
            self._tell(root, step, _by_file(findings(study)))
            self.later("verdicts", root, VERDICTS)
        elif step == "verdicts":
            self._tell(root, step, _by_file(verdicts(study)))
            self._refresh()
            self.later("proofs", root, PROOFS)
        else:
            self._prove(root, study)

    def _log_alone(self, path: Path) -> None:
        """A log without an agreement beside it: only its own faults can be told."""
        from pactlang.lsp.remarks import of_fault

        text = self.texts.get(path)
        log = self.desk.plain_log(path, text.data()) if text is not None else None
        self._tell(path, "said", _by_file(map(of_fault, log.diagnostics if log is not None else ())))

    def _prove(self, root: Path, study: Study) -> None:
        async def run() -> None:
            found = await self.prover.run(study)
            if found is not None:
                self._tell(root, "proofs", _by_file(found))

        task = asyncio.get_running_loop().create_task(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- telling ---

    def _tell(self, root: Path, step: str, found: dict[Path, list[Remark]]) -> None:
        """Publish what a step found, with what the other steps found of the same files before."""
        before = self._told.get((root, step), {})
        if found:
            self._told[root, step] = found
        else:
            self._told.pop((root, step), None)
        if step == "said":
            # What was proved of another text is not said of this one.
            before = {**before, **self._told.pop((root, "proofs"), {})}
        for path in {**before, **found, **({root: []} if self.texts.get(root) else {})}:
            self._publish(path)

    def _publish(self, path: Path) -> None:
        text = self.texts.seen(path)
        said = [one for (_, _), files in self._told.items() for one in files.get(path, ())]
        shown = [] if text is None else [self._diagnostic(text, one) for one in dict.fromkeys(said[:MOST_SAID])]
        version = text.version if text is not None and self.texts.get(path) is not None else None
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(self.uri_of(path), shown, version))

    def _diagnostic(self, text: Text, one: Remark) -> lsp.Diagnostic:
        related = []
        for span, words in one.others:
            place = self.location_of(span)
            if place is not None:
                related.append(lsp.DiagnosticRelatedInformation(place, words))
        return lsp.Diagnostic(
            self.range_of(text, one.span.start, max(one.span.end, one.span.start)),
            one.message,
            lsp.DiagnosticSeverity(one.weight),
            one.code,
            source=_SOURCE,
            related_information=related or None,
        )

    def _refresh(self) -> None:
        """Ask for hints and lenses anew, where the editor can be asked."""
        workspace = self.client_capabilities.workspace
        if workspace is None:
            return
        if workspace.inlay_hint is not None and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)
        if workspace.code_lens is not None and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    # --- what requests start from ---

    def at(self, uri: str) -> tuple[Path, Text | None, Study | None]:
        """A file, its text, and what is known about the agreement that it belongs to."""
        path = self.path_of(uri)
        text = self.texts.get(path) or self.texts.seen(path)
        roots = self.desk.roots(path)
        return path, text, self.desk.study(roots[0]) if roots else None

    def edits_of(self, edits: Sequence[Edit], snippets: Sequence[str] = ()) -> lsp.WorkspaceEdit:
        """Edits of several files, for the editor to make; `snippets` are what it writes instead where it has stops for values."""
        changes: dict[str, list[lsp.TextEdit]] = {}
        stops: dict[str, list[lsp.TextEdit | lsp.SnippetTextEdit | lsp.AnnotatedTextEdit]] = {}
        for place, edit in enumerate(edits):
            path = Path(edit.span.source.name)
            text = self.texts.seen(path)
            if text is not None:
                change = lsp.TextEdit(self.range_of(text, edit.span.start, edit.span.end), edit.replacement)
                changes.setdefault(self.uri_of(path), []).append(change)
                stop = (
                    lsp.SnippetTextEdit(change.range, lsp.StringValue(snippets[place])) if snippets and "${" in snippets[place] else change
                )
                stops.setdefault(self.uri_of(path), []).append(stop)
        if not self._knows_versions():
            return lsp.WorkspaceEdit(changes=changes)
        # With its version, an edit of a text that was changed meanwhile is refused by the editor instead of hitting the wrong place.
        dated = []
        for uri, made in (stops if self._knows_snippets() else changes).items():
            text = self.texts.get(self.path_of(uri))
            identifier = lsp.OptionalVersionedTextDocumentIdentifier(uri, text.version if text is not None else None)
            dated.append(lsp.TextDocumentEdit(identifier, made))
        return lsp.WorkspaceEdit(document_changes=dated)

    def _knows_snippets(self) -> bool:
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace is not None else None
        return bool(edit is not None and edit.snippet_edit_support)

    def _knows_versions(self) -> bool:
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace is not None else None
        return bool(edit is not None and edit.document_changes)


def _by_file(found: Iterable[Remark]) -> dict[Path, list[Remark]]:
    files: dict[Path, list[Remark]] = {}
    for one in found:
        files.setdefault(Path(one.span.source.name), []).append(one)
    return files


def _encoding(server: PactServer) -> Encoding:
    chosen = server.server_capabilities.position_encoding
    return Encoding(chosen) if chosen is not None else Encoding.UTF16


def source_of(path: Path, text: Text) -> SourceFile:
    """An open text as the language reads it."""
    return SourceFile(str(path), text.whole[text.mark :])
