/** The language server `pact lsp`, over its standard input and output. */

import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, State, type ErrorHandler, type LanguageClientOptions } from "vscode-languageclient/node";

const LANGUAGES = ["pact", "pactlog"];
const SCHEMES = ["file", "untitled"];
const MOST_RESTARTS = 3;

/** Holds at most one running server. */
export class Server {
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.OutputChannel) {}

  /** Stop the server that runs, if one does, and start one. Calls are done one after the other. */
  start(program: string, folder: string | undefined): Promise<void> {
    return this.next(async () => {
      await this.end();
      let ran = false;
      const client = this.made(program, folder, () => ran);
      this.client = client;
      try {
        await client.start();
        ran = true;
      } catch (problem) {
        this.client = undefined;
        this.output.appendLine(`pact lsp did not start: ${problem instanceof Error ? problem.message : String(problem)}`);
        this.output.appendLine("Is its part of the program installed? python -m pip install 'pactlang[lsp]' brings it.");
        const show = "Show what it said";
        void vscode.window
          .showWarningMessage("Hints while you type could not start. Colours, snippets, check and status work without them.", show)
          .then((chosen) => (chosen === show ? this.output.show(true) : undefined));
      }
    });
  }

  /** Stop the server that runs, if one does. */
  stop(): Promise<void> {
    return this.next(() => this.end());
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step, step);
    return this.turn;
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.state === State.Running) await client.stop().catch(() => undefined);
  }

  private made(program: string, folder: string | undefined, ran: () => boolean): LanguageClient {
    const server = { command: program, args: ["lsp"], options: { ...(folder === undefined ? {} : { cwd: folder }) } };
    const options: LanguageClientOptions = {
      documentSelector: LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme }))),
      outputChannel: this.output,
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{pact,pactlog}") },
      errorHandler: calm(ran),
      initializationFailedHandler: () => false,
    };
    // Its id makes `pact.trace.server` the setting that traces it.
    return new Quiet("pact", "pact", server, options);
  }
}

/** The client shows a message for each step of one fault. What matters is said here, once; the rest stands in the output. */
class Quiet extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A server that ends is started again a few times, without a message for each; one that never ran is not. */
function calm(ran: () => boolean): ErrorHandler {
  let restarts = 0;
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      if (!ran()) return { action: CloseAction.DoNotRestart, handled: true };
      restarts += 1;
      if (restarts <= MOST_RESTARTS) return { action: CloseAction.Restart, handled: true };
      const message = "`pact lsp` ended several times and rests now. The command “pact: start the hints anew” wakes it.";
      void vscode.window.showWarningMessage(message);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
