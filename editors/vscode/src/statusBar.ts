/** How the agreement at hand stands, in a few calm words at the bottom of the window. */

import * as vscode from "vscode";
import { glance, type Answer } from "./words";

const WAIT_MILLISECONDS = 300;

/** Asks anew when another file is looked at, when one is saved and when the window comes back. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("pact.status", vscode.StatusBarAlignment.Left, 0);
  private readonly ends: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private asked: AbortController | undefined;

  constructor(
    private readonly document: () => vscode.TextDocument | undefined,
    private readonly ask: (document: vscode.TextDocument, signal: AbortSignal) => Promise<Answer>,
  ) {
    this.item.name = "pact";
    this.ends = [
      vscode.window.onDidChangeActiveTextEditor(() => this.soon()),
      vscode.workspace.onDidSaveTextDocument(() => this.soon()),
      vscode.window.onDidChangeWindowState((state) => (state.focused ? this.soon() : undefined)),
    ];
    this.soon();
  }

  /** Ask in a moment; several calls within it ask once. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), WAIT_MILLISECONDS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    for (const one of [this.item, ...this.ends]) one.dispose();
  }

  private async refresh(): Promise<void> {
    this.asked?.abort();
    const document = this.document();
    const wanted = vscode.workspace.getConfiguration("pact", document).get<boolean>("statusBar", true);
    if (document === undefined || document.uri.scheme !== "file" || !wanted) {
      this.item.hide();
      return;
    }
    const asked = new AbortController();
    this.asked = asked;
    const answer = await this.ask(document, asked.signal);
    if (asked.signal.aborted) return;
    const { text, details } = glance(answer);
    this.item.text = text;
    // Plain text, not Markdown: the words are the people's own.
    this.item.tooltip = details;
    this.item.command = answer.missing ? "pact.howToInstall" : "pact.showStatus";
    this.item.show();
  }
}
