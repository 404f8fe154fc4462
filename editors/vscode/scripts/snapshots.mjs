// Colours every example of the project and compares with what is kept in test/snapshots: each line, then its words with their scopes.
// With --update the files are written anew; read the difference before you keep it.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate");
const { OnigScanner, OnigString, loadWASM } = require("vscode-oniguruma");

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const examples = join(here, "..", "..", "examples");
const kept = join(here, "test", "snapshots");
const { grammars } = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).contributes;
const paths = new Map(grammars.map(({ scopeName, path }) => [scopeName, join(here, path)]));
// Markdown's own grammar belongs to the editor. This one knows nothing, so what is seen is what ours puts into it.
const MARKDOWN = "text.html.markdown";

await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new OnigScanner(patterns),
    createOnigString: (text) => new OnigString(text),
  }),
  loadGrammar: async (scope) => {
    if (scope === MARKDOWN) return { scopeName: MARKDOWN, patterns: [], repository: {} };
    const path = paths.get(scope);
    return path ? parseRawGrammar(readFileSync(path, "utf8"), path) : null;
  },
  getInjections: (scope) => grammars.filter(({ injectTo }) => injectTo?.includes(scope)).map(({ scopeName }) => scopeName),
});

const sources = readdirSync(examples, { recursive: true })
  .filter((name) => /\.pact(log)?$/.test(name))
  .sort()
  .map((name) => ({ path: join(examples, name), as: `${name.replaceAll(/[\\/]/g, "-")}.txt` }));
sources.push({ path: join(here, "test", "grammar", "fences.md"), as: "fences.md.txt" });

const update = process.argv.includes("--update");
mkdirSync(kept, { recursive: true });
let wrong = 0;
for (const { path, as } of sources) {
  const file = join(kept, as);
  const found = await coloured(path);
  if (update) writeFileSync(file, found);
  else if (!existsSync(file)) tell(`${as} is missing`);
  else compare(as, readFileSync(file, "utf8"), found);
}
const known = new Set(sources.map(({ as }) => as));
for (const name of readdirSync(kept).filter((one) => !known.has(one))) {
  if (update) rmSync(join(kept, name));
  else tell(`${name} has no example any more`);
}
if (sources.length < 2) tell("no examples were found");
console.log(`${sources.length} files coloured${update ? " and kept" : `, ${wrong} differ`}`);
process.exitCode = wrong === 0 ? 0 : 1;

async function coloured(path) {
  const scope = path.endsWith(".md") ? MARKDOWN : `source.${basename(path).split(".").at(-1)}`;
  const grammar = await registry.loadGrammar(scope);
  let state = INITIAL;
  const lines = [];
  const first = new Map(); // colours of a line, and the number of the first line that has them
  let number = 0;
  for (const line of readFileSync(path, "utf8").replace(/\n$/, "").split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const words = tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex).trim(), scopes.at(-1)]);
    number += 1;
    lines.push(`${number}|${line}`, ...shown(words.filter(([word]) => word !== ""), first, number));
  }
  return `${lines.join("\n")}\n`;
}

// Scopes without their language; where only the block has one, `-`. A line coloured like one before names that one: logs repeat much.
function shown(words, first, number) {
  if (words.length === 0) return [];
  const scopes = words.map(([, scope]) => {
    const bare = scope.replace(/\.(pact|pactlog|markdown)$/, "");
    return /^(meta|source|text)\b/.test(bare) ? "-" : bare;
  });
  // Notes and comments of any length are alike; elsewhere the number of words counts, too.
  const shape = words.map(([word], at) => `${/^(comment|markup|string)/.test(scopes[at]) ? "" : word.split(/\s+/).length} ${scopes[at]}`).join("|");
  const same = first.get(shape);
  if (same !== undefined) return [`  as ${same}`];
  first.set(shape, number);
  return [`  ${words.map(([word], at) => `${word} ${scopes[at]}`).join(" · ")}`];
}

function compare(name, before, now) {
  if (before === now) return;
  const [old, fresh] = [before.split("\n"), now.split("\n")];
  const at = fresh.findIndex((line, number) => line !== old[number]);
  tell(`${name}:${at + 1}\n  kept:  ${old[at] ?? "(nothing)"}\n  found: ${fresh[at] ?? "(nothing)"}`);
}

function tell(message) {
  wrong += 1;
  console.error(`${message}\nIf this is meant: npm run snapshots`);
}
