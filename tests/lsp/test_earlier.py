"""What needs an earlier version, through the protocol: the real server finds it in git, as the command does (B011, V007)."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.lsp.test_server import SERVER, answer_refreshes, changed, opened, said, unsaid
from tests.versions.repository import Repository

EARLIER = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
    signed by Ana on 2026-01-02
    signed by Ben on 2026-01-02

use relationships

cap monthly
    at most 4 encounters per month by Ana
    at most 4 encounters per month by Ben

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 48 hours

boundary home
    no encounter at home
"""
NOW = (
    EARLIER.replace("2026-01-05", "2026-03-14")
    .replace("2026-01-02", "2026-03-07")
    .replace("at most 4 encounters per month by Ana", "at most 2 encounters per month by Ana")
    .replace("48 hours", "24 hours")
)
LOG = """2026-03-06 20:00  encounter by Ana with dana at home
2026-03-07 10:00  disclosure by Ana to Ben
"""


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER))
async def client(lsp_client: LanguageClient, tmp_path: Path):  # type: ignore[no-untyped-def]
    Repository(tmp_path).start().commit("2026-01-02", us_pact=EARLIER, us_pactlog=LOG)
    answer_refreshes(lsp_client)
    parameters = lsp.InitializeParams(
        capabilities=client_capabilities("neovim"), workspace_folders=[lsp.WorkspaceFolder(tmp_path.as_uri(), "ours")]
    )
    result = await lsp_client.initialize_session(parameters)
    lsp_client.encoding = result.capabilities.position_encoding
    lsp_client.folder = tmp_path
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_a_version_that_asks_more_of_one_and_was_signed_after_a_breach(client: LanguageClient) -> None:
    # On disk is the earlier text still: what an editor holds, unsaved, is the newer one.
    uri = opened(client, "us.pact", NOW)
    asked = await said(client, uri, "B011")
    assert "asks more of Ana" in asked.message
    assert asked.range.start.line == 10  # the cap of Ana's
    assert asked.related_information is not None
    assert [one.location.range.start.line for one in asked.related_information] == [14]
    # The evening at home was on the 6th, the signatures are of the 7th.
    hurried = await said(client, uri, "V007")
    assert hurried.range.start.line in (4, 5)
    # Something that Ben gives, and signatures of three days later: neither is said any more.
    changed(client, uri, 2, NOW.replace("at most 4", "at most 3").replace("2026-03-07", "2026-03-10"))
    await unsaid(client, uri, "B011")
    await unsaid(client, uri, "V007")
