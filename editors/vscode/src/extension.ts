/** The extension's beginning and end: commands, status bar and language server are put together here. */

import { dirname, relative } from "node:path";
import * as vscode from "vscode";
import { run } from "./run";
import { Server } from "./server";
import { StatusBar } from "./statusBar";
import { callWith, installCommand, isOurs, program, transcript, type Answer } from "./words";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("pact");
  // One of its own: an answer begins on an empty page, and what the server said stays.
  const said = vscode.window.createOutputChannel("pact lsp");
  const own = new Server(said);
  server = own;
  // What the server offers itself is called pact.check and pact.runExamples, so ours have other names.
  context.subscriptions.push(
    output,
    said,
    vscode.commands.registerCommand("pact.howToInstall", () => howToInstall()),
    vscode.commands.registerCommand("pact.showCheck", () => show("check", output)),
    vscode.commands.registerCommand("pact.showStatus", () => show("status", output)),
    vscode.commands.registerCommand("pact.restart", () => start(own)),
  );
  if (vscode.workspace.isTrusted) await begin(context, own);
  else context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => begin(context, own)));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

async function begin(context: vscode.ExtensionContext, own: Server): Promise<void> {
  const bar = new StatusBar(atHand, async (document, signal) => {
    const place = placeOf(document);
    return run(chosen(document), callWith("status", place.file, true), place.folder, signal);
  });
  context.subscriptions.push(
    bar,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("pact.path")) void start(own);
      if (change.affectsConfiguration("pact.path") || change.affectsConfiguration("pact.statusBar")) bar.soon();
    }),
  );
  await start(own);
}

async function start(own: Server): Promise<void> {
  const found = chosen(atHand());
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const cwd = folder?.scheme === "file" ? folder.fsPath : undefined;
  const answer = await run(found, ["--version"], cwd ?? process.cwd());
  if (answer.missing) {
    await own.stop();
    void howToInstall(found); // Nobody waits until the message is read.
  } else {
    await own.start(found, cwd);
  }
}

/** Run a command of `pact` on the file at hand, and show what it says. */
async function show(command: "check" | "status", output: vscode.OutputChannel): Promise<void> {
  const document = atHand();
  if (document === undefined) {
    void vscode.window.showInformationMessage("Open an agreement (.pact) or a log (.pactlog) first; it is the one that is looked at.");
    return;
  }
  if (document.uri.scheme !== "file") {
    void vscode.window.showInformationMessage("Save it first, with a name that ends in .pact or .pactlog; then pact can read it.");
    return;
  }
  if (document.isDirty) await document.save();
  const place = placeOf(document);
  const call = callWith(command, place.file);
  const found = chosen(document);
  const working = { location: vscode.ProgressLocation.Window, title: `pact ${command}` };
  const answer: Answer = await vscode.window.withProgress(working, () => run(found, call, place.folder));
  if (answer.missing) {
    void howToInstall(found);
    return;
  }
  output.clear();
  output.append(transcript(call, answer));
  output.show(true);
}

async function howToInstall(tried?: string): Promise<void> {
  const copy = "Copy the command";
  const choose = "Say where it is";
  const command = installCommand(process.platform);
  const reason = tried === undefined ? "" : `The program ${tried} was not found. Colours and snippets work without it. `;
  const text = `${reason}To install pact, with Python 3.11 or later: ${command}`;
  const chosenButton = await vscode.window.showInformationMessage(text, copy, choose);
  if (chosenButton === copy) await vscode.env.clipboard.writeText(command);
  if (chosenButton === choose) await vscode.commands.executeCommand("workbench.action.openSettings", "pact.path");
}

/** The agreement or log that is being looked at. */
function atHand(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isOurs(document.languageId) ? document : undefined;
}

/** The folder that `pact` runs in, and the file as seen from there. */
function placeOf(document: vscode.TextDocument): { folder: string; file: string } {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? dirname(document.uri.fsPath);
  return { folder, file: relative(folder, document.uri.fsPath) };
}

function chosen(document: vscode.TextDocument | undefined): string {
  const folder = (document && vscode.workspace.getWorkspaceFolder(document.uri)) ?? vscode.workspace.workspaceFolders?.[0];
  const setting = vscode.workspace.getConfiguration("pact", document).get<string>("path", "pact");
  return program(setting, folder?.uri.fsPath);
}
