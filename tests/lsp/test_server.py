"""The server through the protocol, with the capabilities of three editors; what breaks the protocol is an error here."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.lsp.conftest import HOUSE, LOG, PACT

SERVER = [sys.executable, "-m", "pactlang", "lsp"]
# What these can and ask for differs. A real Neovim and a real Emacs are tried in tests/editors; `make long` tries all three here.
EDITORS = ["visual-studio-code", *(["neovim", "emacs"] if os.environ.get("PACT_FUZZ") == "long" else [])]


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER), params=EDITORS)
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient, tmp_path: Path):  # type: ignore[no-untyped-def]
    for name, text in (("us.pact", PACT), ("house.pact", HOUSE), ("us.pactlog", LOG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    answer_refreshes(lsp_client)
    folder = lsp.WorkspaceFolder(tmp_path.as_uri(), "ours")
    parameters = lsp.InitializeParams(capabilities=client_capabilities(request.param), workspace_folders=[folder])
    result = await lsp_client.initialize_session(parameters)
    lsp_client.encoding = result.capabilities.position_encoding
    lsp_client.folder = tmp_path
    yield
    await lsp_client.shutdown_session()


def answer_refreshes(client: LanguageClient) -> None:
    @client.feature(lsp.WORKSPACE_CODE_LENS_REFRESH)
    def lenses(*_: object) -> None:
        return None

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def registered(*_: object) -> None:
        return None

    @client.feature(lsp.WORKSPACE_INLAY_HINT_REFRESH)
    def hints(*_: object) -> None:
        return None


def opened(client: LanguageClient, name: str, text: str, language: str = "pact") -> str:
    uri = (client.folder / name).as_uri()
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, language, 1, text)))
    return uri


async def said(client: LanguageClient, uri: str, code: str) -> lsp.Diagnostic:
    """The diagnostic with this code, once it is there."""
    for _ in range(1200):  # a minute: other tests may keep the machine busy
        found = next((one for one in client.diagnostics.get(uri, ()) if one.code == code), None)
        if found is not None:
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"{code} never came: {[one.code for one in client.diagnostics.get(uri, ())]}")


async def unsaid(client: LanguageClient, uri: str, code: str) -> None:
    """Wait until no diagnostic has this code."""
    for _ in range(1200):  # a minute: other tests may keep the machine busy
        if not any(one.code == code for one in client.diagnostics.get(uri, ())):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{code} stayed")


def at(uri: str, text: str, words: str) -> tuple[lsp.TextDocumentIdentifier, lsp.Position]:
    """The place that | marks in these words of a text."""
    before = text[: text.index(words.replace("|", "")) + words.index("|")]
    return lsp.TextDocumentIdentifier(uri), lsp.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


def changed(client: LanguageClient, uri: str, version: int, text: str) -> None:
    change = lsp.TextDocumentContentChangeWholeDocument(text=text)
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(version, uri), [change]))


@pytest.mark.asyncio
async def test_faults_come_while_typing_and_go_when_they_are_mended(client: LanguageClient) -> None:
    uri = opened(client, "us.pact", PACT.replace("at most 4", "atmost 4"))
    fault = await said(client, uri, "E001")
    assert "Did you mean at most?" in fault.message
    place = fault.range.start
    change = lsp.TextDocumentContentChangePartial(
        range=lsp.Range(lsp.Position(place.line, place.character + 2), lsp.Position(place.line, place.character + 2)), text=" "
    )
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(2, uri), [change]))
    await unsaid(client, uri, "E001")


@pytest.mark.asyncio
async def test_a_fault_in_a_closed_file_is_told_there(client: LanguageClient) -> None:
    (client.folder / "house.pact").write_text("cap late\n    atmost 1 late-night in any 14 days\n", encoding="utf-8")
    opened(client, "us.pact", PACT)
    fault = await said(client, (client.folder / "house.pact").as_uri(), "E001")
    assert fault.range.start == lsp.Position(1, 4)


@pytest.mark.asyncio
async def test_a_log_is_judged_as_it_is_typed(client: LanguageClient) -> None:
    uri = opened(client, "us.pactlog", LOG, "pactlog")
    late = await said(client, uri, "tell@2026-01-11")
    assert late.related_information
    assert late.related_information[0].location.uri.endswith("us.pact")
    changed(client, uri, 2, LOG.replace("covering who", "covering who, when"))
    await unsaid(client, uri, "tell@2026-01-11")


@pytest.mark.asyncio
async def test_what_searches_for_a_proof_comes_later_and_goes_with_the_text(client: LanguageClient) -> None:
    text = PACT + "\nboundary strict\n    no encounter\n\npromise often\n    at least 1 encounter per week\n"
    uri = opened(client, "us.pact", text)
    proof = await said(client, uri, "X001")
    assert proof.message
    changed(client, uri, 2, PACT)
    await unsaid(client, uri, "X001")


@pytest.mark.asyncio
async def test_every_request_is_answered_in_the_protocols_types(client: LanguageClient) -> None:
    uri = opened(client, "us.pact", PACT)
    log = opened(client, "us.pactlog", LOG, "pactlog")
    document, place = at(uri, PACT, "at most 4 enc|ounters per")
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(PACT.count("\n"), 0))
    hover = await client.text_document_hover_async(lsp.HoverParams(document, place))
    assert hover is not None
    completion = await client.text_document_completion_async(lsp.CompletionParams(document, place))
    assert any(one.label == "encounters" for one in completion.items)
    definition = await client.text_document_definition_async(lsp.DefinitionParams(document, place))
    assert definition[0].uri.endswith("relationships.pact")
    uses = await client.text_document_references_async(lsp.ReferenceParams(lsp.ReferenceContext(True), document, place))
    assert {Path(one.uri).name for one in uses} == {"us.pact", "us.pactlog"}
    marks = await client.text_document_document_highlight_async(lsp.DocumentHighlightParams(document, place))
    assert len(marks) < len(uses)
    document, place = at(uri, PACT, "event pic|nic")
    prepared = await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, place))
    assert prepared.placeholder == "picnic"
    renamed = await client.text_document_rename_async(lsp.RenameParams(document, place, "outing"))
    changed_files = renamed.changes or {one.text_document.uri: one.edits for one in renamed.document_changes}
    assert {Path(one).name for one in changed_files} == {"us.pact", "house.pact", "us.pactlog"}
    versions = {Path(one.text_document.uri).name: one.text_document.version for one in renamed.document_changes or ()}
    assert versions in ({}, {"us.pact": 1, "house.pact": None, "us.pactlog": 1})
    for one in (uri, log):
        identifier = lsp.TextDocumentIdentifier(one)
        assert await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(identifier))
        assert await client.text_document_folding_range_async(lsp.FoldingRangeParams(identifier))
        assert await client.text_document_selection_range_async(lsp.SelectionRangeParams(identifier, [lsp.Position(1, 6)]))
        tokens = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(identifier))
        some = await client.text_document_semantic_tokens_range_async(lsp.SemanticTokensRangeParams(identifier, whole))
        assert tokens.data == some.data
        assert len(tokens.data) % 5 == 0
        await client.text_document_inlay_hint_async(lsp.InlayHintParams(identifier, whole))
    identifier = lsp.TextDocumentIdentifier(uri)
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(identifier))
    assert "kept" in lenses[0].command.title
    command = lenses[0].command
    words = await client.workspace_execute_command_async(lsp.ExecuteCommandParams(command.command, arguments=command.arguments))
    assert "kept" in words
    context = lsp.CodeActionContext([])
    actions = await client.text_document_code_action_async(lsp.CodeActionParams(identifier, whole, context))
    assert any(one.title.startswith("Add: signed by") for one in actions)
    options = lsp.FormattingOptions(4, True)
    assert await client.text_document_formatting_async(lsp.DocumentFormattingParams(identifier, options)) is not None
    assert await client.text_document_range_formatting_async(lsp.DocumentRangeFormattingParams(identifier, whole, options)) is not None
    symbols = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams("garden"))
    assert [one.name for one in symbols] == ["garden"]
    assert not [one.message for one in client.log_messages if one.type == lsp.MessageType.Error]


@pytest.mark.asyncio
async def test_why_a_name_cannot_be_changed_is_told(client: LanguageClient) -> None:
    uri = opened(client, "us.pact", PACT)
    document, place = at(uri, PACT, "month by A|na")
    with pytest.raises(Exception, match="already"):
        await client.text_document_rename_async(lsp.RenameParams(document, place, "Ben"))


@pytest.mark.asyncio
async def test_places_are_right_whatever_the_editor_counts(client: LanguageClient) -> None:
    strange = 'person רות "😀 Zoe\u0308" tagged kollegin\n\nboundary no-רות\n    no encounter at "😀😀 bar" with רות unles paused\n'
    text = PACT + "\n" + strange
    uri = opened(client, "us.pact", text)
    fault = await said(client, uri, "E001")
    encoding = str(getattr(client.encoding, "value", client.encoding))
    line = next(one for one in text.split("\n") if "unles paused" in one)
    before = line[: line.index("unles")]
    size = {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2, "utf-32": len(before)}[encoding]
    assert (fault.range.start.line, fault.range.start.character) == (text.split("\n").index(line), size)


@pytest.mark.asyncio
async def test_a_text_that_was_never_saved_has_all_of_it_too(client: LanguageClient) -> None:
    uri = "untitled:Untitled-1"
    item = lsp.TextDocumentItem(uri, "pact", 1, 'pact "Us"\n    between Ana and Ben\n\ncap\n    atmost 4 dates per month\n')
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    assert (await said(client, uri, "E001")).range.start == lsp.Position(4, 4)


@pytest.mark.asyncio
async def test_files_that_vanish_and_come_back(client: LanguageClient) -> None:
    uri = opened(client, "us.pact", PACT)
    await said(client, uri, "M005")
    (client.folder / "house.pact").unlink()
    client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
    await said(client, uri, "E024")
    (client.folder / "house.pact").write_text(HOUSE, encoding="utf-8")
    client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([]))
    await unsaid(client, uri, "E024")


@pytest.mark.asyncio
async def test_garbage_is_survived(client: LanguageClient) -> None:
    uri = opened(client, "us.pact", "\x00\ud7ff\u202e" * 50 + "\n\t\tcap\n" + "matrix\n  a\n" * 30)
    for version, text in enumerate(["", "\n" * 5000, "pact " * 3000, '"' * 999, PACT[::-1], "cap\n    at most 4 " * 80], 2):
        changed(client, uri, version, text)
        document = lsp.TextDocumentIdentifier(uri)
        await client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(9999, 9999)))
        await client.text_document_completion_async(lsp.CompletionParams(document, lsp.Position(1, 3)))
        await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
        await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document))
    changed(client, uri, 99, PACT.replace("at most 4", "atmost 4"))
    await said(client, uri, "E001")
    assert not [one.message for one in client.log_messages if one.type == lsp.MessageType.Error]


def framed(**message: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


INITIALIZE = framed(id=1, method="initialize", params={"capabilities": {}, "processId": None, "rootUri": None})


def test_a_client_that_dies_takes_the_server_with_it() -> None:
    with subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        server.stdin.write(INITIALIZE)
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        server.stdin.close()
        server.stdout.read()
        assert server.wait(30) is not None
        assert b"Traceback" not in server.stderr.read()


def test_bytes_that_are_no_protocol_do_not_end_it() -> None:
    asked = framed(id=2, method="shutdown") + framed(method="exit")
    broken = b"Content-Length: 9\r\n\r\n{nonsense" + framed(id=7, method="textDocument/hover", params={"nothing": 1})
    done = subprocess.run(SERVER, input=INITIALIZE + broken + asked, capture_output=True, timeout=60, check=False)
    assert b'"id":2' in done.stdout.replace(b" ", b"")
    assert done.returncode == 0
