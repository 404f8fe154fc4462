/** What is said and how `pact` is called: the parts that need no editor, so that they can be tried alone. */

import { homedir } from "node:os";
import { join } from "node:path";

export const INSTALL = "python -m pip install 'pactlang[lsp]'";
/** In PowerShell and cmd, single quotation marks are no quotation marks. */
export const INSTALL_WINDOWS = 'python -m pip install "pactlang[lsp]"';

/** What a finished program left behind. `missing`: it could not be started at all. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly missing: boolean;
}

/** What the status bar says: a short text without names, and the details for who points at it. */
export interface Glance {
  readonly text: string;
  readonly details: string;
}

interface Item {
  readonly words: string;
  readonly day: string;
}

interface Status {
  readonly kept: { readonly count: number; readonly since: string };
  readonly now: readonly Item[];
  readonly next: readonly Item[];
}

/** The command that installs the program on a system. */
export function installCommand(platform: string): string {
  return platform === "win32" ? INSTALL_WINDOWS : INSTALL;
}

/** The program named in the settings, with `~` and `${workspaceFolder}` filled in; `pact` where nothing is said. */
export function program(setting: string, folder: string | undefined, home: string = homedir()): string {
  const said = setting.trim() || "pact";
  const filled = folder === undefined ? said : said.replaceAll("${workspaceFolder}", () => folder);
  return /^~(?=[\\/])/.test(filled) ? join(home, filled.slice(2)) : filled;
}

/** The words after `pact`. A file whose name starts with a dash is still a file. */
export function callWith(command: "check" | "status", file: string, json = false): string[] {
  return [command, ...(json ? ["--format", "json"] : []), "--", file];
}

/** Whether a language is one of ours. */
export function isOurs(language: string): language is "pact" | "pactlog" {
  return language === "pact" || language === "pactlog";
}

/** What the output shows of a call: the call as one could type it, then the answer. */
export function transcript(call: readonly string[], answer: Answer): string {
  const shown = call.map((word) => (/^[\w./@:+\\-]+$/.test(word) ? word : JSON.stringify(word))).filter((word) => word !== "--");
  const said = [answer.out, answer.err].map((part) => part.trimEnd()).filter(Boolean);
  return `$ pact ${shown.join(" ")}\n${said.join("\n\n") || "pact said nothing."}\n`;
}

/** The status bar's words for an answer of `pact status --format json`. */
export function glance(answer: Answer): Glance {
  if (answer.missing) {
    return { text: "$(info) pact: not installed yet", details: "Click to see how to install it." };
  }
  if (answer.code !== 0) {
    const said = answer.err.trim() || answer.out.trim();
    return { text: "$(edit) pact: not readable yet", details: `${said}\n\nClick to see all of it.`.trim() };
  }
  const status = statusOf(answer.out);
  if (status === undefined) {
    return { text: "$(info) pact", details: "This version of pact answered in a way that is not known here. Click to see its answer." };
  }
  const { now, next, kept } = status;
  const text = now.length === 0 ? "$(check) pact: nothing due now" : `$(clock) pact: ${now.length} due now`;
  const parts = [
    now.length > 0 ? ["Due now:", ...now.map(line)].join("\n") : "",
    next.length > 0 ? ["Next:", ...next.slice(0, 3).map(line)].join("\n") : "",
    `${kept.count} ${kept.count === 1 ? "promise" : "promises"} kept since ${kept.since}.`,
    "Click to see all of it.",
  ];
  return { text, details: parts.filter(Boolean).join("\n\n") };
}

function line(item: Item): string {
  return `  ${item.words} (${item.day})`;
}

/** The parts that we need of a status, or nothing where it is not one. */
function statusOf(text: string): Status | undefined {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(found) || typeof found["schema"] !== "string" || !found["schema"].startsWith("pactlang/status/")) return undefined;
  const { now, next, kept } = found;
  if (!isRecord(kept) || typeof kept["count"] !== "number" || typeof kept["since"] !== "string") return undefined;
  if (!Array.isArray(now) || !Array.isArray(next) || ![...now, ...next].every(isItem)) return undefined;
  return { kept: { count: kept["count"], since: kept["since"] }, now: now.filter(isItem), next: next.filter(isItem) };
}

function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value["words"] === "string" && typeof value["day"] === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
