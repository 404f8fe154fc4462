//! Tells Zed how to start the language server: `pact lsp`, as it is found in the shell of the project.
//!
//! Colours and the outline need none of this; they come from the files under `languages`.

use zed_extension_api as zed;

struct Pact;

impl zed::Extension for Pact {
    fn new() -> Self {
        Pact
    }

    fn language_server_command(
        &mut self,
        _language_server_id: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree
            .which("pact")
            .ok_or_else(|| "`pact` was not found; `pip install \"pactlang[lsp]\"` brings it.".to_string())?;
        Ok(zed::Command {
            command,
            args: vec!["lsp".to_string()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Pact);
