"""A real git repository in a folder of its own, which knows no setting of whoever runs the tests."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from pactlang.writing import WRITTEN
from tests.cli.running import Answer, Folder, code_of


class Repository(Folder):
    """A folder under git, in which commands are run."""

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in super().environment().items() if not name.startswith("GIT_")}
        ours = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(self.path),
        }
        return kept | ours | more

    def run(self, *arguments: str, stdin: str | bytes = b"", **environment: str) -> Answer:
        """The command, called inside the tests' own process: git is started often enough here."""
        assert not stdin
        WRITTEN.clear()  # each is a process of its own
        told, said = io.StringIO(), io.StringIO()
        folder, variables, wanted = Path.cwd(), dict(os.environ), self.environment(**environment)
        os.chdir(self.path)
        os.environ.clear()
        os.environ.update(wanted)
        try:
            with redirect_stdout(told), redirect_stderr(said):
                code = code_of(*arguments)
        finally:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(variables)
        return Answer(code, told.getvalue(), said.getvalue())

    def git(self, *arguments: str, fine: bool = True, **environment: str) -> Answer:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            capture_output=True,
            text=True,
            env=self.environment(**environment),
            check=False,
            timeout=60,
        )
        assert done.returncode == 0 or not fine, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    def start(self) -> Repository:
        self.git("-c", "init.defaultBranch=main", "init", "--quiet")
        self.git("config", "user.name", "Ana")
        self.git("config", "user.email", "ana@example.org")
        return self

    def commit(self, day: str, reason: str = "A change", **files: str) -> str:
        """Write files (an underscore stands for the dot of an ending) and commit all there is; gives the short name of the commit."""
        for name, text in files.items():
            self.write(name.replace("_", "."), text)
        moment = f"{day}T12:00:00+00:00"
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--allow-empty", "-m", reason, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)
        return self.git("rev-parse", "--short", "HEAD").out.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository without a commit."""
    place = tmp_path / "home"
    place.mkdir()
    return Repository(place).start()
