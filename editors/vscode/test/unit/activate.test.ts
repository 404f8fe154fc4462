/** The bundle as the editor loads it, with a stand-in for the editor: what it registers and what it says when `pact` is missing. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Module from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const commands = new Map<string, () => unknown>();
const messages: string[] = [];
const settings: Record<string, unknown> = { path: "./no-such-program" };
const nothing = { dispose: () => undefined };

/** Classes that the client of the protocol builds upon; here they only have to be there. */
const known: Record<string, unknown> = {
  commands: {
    registerCommand: (name: string, run: () => unknown) => {
      commands.set(name, run);
      return nothing;
    },
  },
  window: {
    activeTextEditor: undefined,
    createOutputChannel: () => ({ ...nothing, append: () => undefined, appendLine: () => undefined, clear: () => undefined }),
    createStatusBarItem: () => ({ ...nothing, hide: () => undefined, show: () => undefined }),
    onDidChangeActiveTextEditor: () => nothing,
    onDidChangeWindowState: () => nothing,
    showInformationMessage: async (text: string) => {
      messages.push(text);
    },
  },
  workspace: {
    isTrusted: true,
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (key: string, otherwise: unknown) => settings[key] ?? otherwise }),
    onDidChangeConfiguration: () => nothing,
    onDidSaveTextDocument: () => nothing,
  },
  StatusBarAlignment: { Left: 1 },
};
const editor = new Proxy(known, { get: (found, key: string) => found[key] ?? class {} });

const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (name, ...rest) => (name === "vscode" ? editor : load(name, ...rest));

test("it starts, registers its commands and says kindly how to install what is missing", async () => {
  const extension = require(join(process.cwd(), "out", "extension.js"));
  const subscriptions: { dispose(): void }[] = [];
  await extension.activate({ subscriptions });
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
  assert.deepEqual([...commands.keys()].sort(), contributes.commands.map((one: any) => one.command).sort());
  assert.equal(messages.length, 1);
  assert.match(messages[0] ?? "", /^The program \.\/no-such-program was not found\. .*python -m pip install ['"]pactlang\[lsp\]['"]$/);

  await commands.get("pact.showCheck")?.();
  assert.match(messages[1] ?? "", /^Open an agreement/);

  for (const one of subscriptions) one.dispose();
  await extension.deactivate();
});
