"""The one server, and what every answer of it shares."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from pactlang.checker.budget import patient
from pactlang.lsp.server import PactServer

if TYPE_CHECKING:
    from collections.abc import Callable


P = TypeVar("P")
T = TypeVar("T")


def quietly(handler: Callable[[PactServer, P], T | None]) -> Callable[[PactServer, P], T | None]:
    """An answer that fails is no answer, and a line in the editor's log: nobody loses what they were typing over it.

    A search that takes longer than anyone should wait is cut short, as in a command, and the answer says so.
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
feature = SERVER.feature  # pygls looks at the type of the first argument: `PactServer` is imported where an answer is
