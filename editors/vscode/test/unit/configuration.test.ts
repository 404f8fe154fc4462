import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface EnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

function json(path: string): any {
  return JSON.parse(readFileSync(path, "utf8"));
}

const agreement = json("language-configuration.json");
const log = json("language-configuration-log.json");

/** What Enter does after a line: the first rule that fits, as in the editor. */
function enter(line: string): string {
  const rules = agreement.onEnterRules as EnterRule[];
  const rule = rules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  return rule === undefined ? "as it was" : rule.action.indent + (rule.action.appendText ? ` with ${rule.action.appendText}` : "");
}

const LINES: [string, string][] = [
  ["cap evenings", "indent"],
  ["check-in", "indent"],
  ['pact "Ana and Ben"', "indent"],
  ["matrix comfort for encounter", "indent"],
  ["use relationships", "none"],
  ['include "house.pact"', "none"],
  ["term late-night means encounter between 23:00 and 05:00", "none"],
  ['person dana "Dana"', "none"],
  ["    at most 4 encounters per month", "as it was"],
  ["    > Work stays work.", "none with > "],
  ["    >", "as it was"],
  ["# a comment", "as it was"],
  ["", "as it was"],
];

for (const [line, expected] of LINES) {
  test(`after ${JSON.stringify(line)} Enter keeps the indent: ${expected}`, () => assert.equal(enter(line), expected));
}

test("indents follow the same lines", () => {
  const { increaseIndentPattern, decreaseIndentPattern } = agreement.indentationRules;
  const deeper = LINES.filter(([line]) => new RegExp(increaseIndentPattern).test(line)).map(([line]) => line);
  assert.deepEqual(deeper, LINES.filter(([, expected]) => expected === "indent").map(([line]) => line));
  assert.ok(!LINES.some(([line]) => new RegExp(decreaseIndentPattern).test(line)));
});

for (const [name, configuration] of Object.entries({ agreement, log })) {
  test(`a double click in the ${name} takes a whole name, date or time`, () => {
    const { pattern, flags } = configuration.wordPattern;
    const words = "2026-09-12 19:30  late-night by Zoë, 娜娜 2 hours".match(new RegExp(pattern, `${flags}g`));
    assert.deepEqual(words, ["2026-09-12", "19:30", "late-night", "by", "Zoë", "娜娜", "2", "hours"]);
  });
}

test("every file that the extension speaks of is there", () => {
  const { contributes, main } = json("package.json");
  const parts = [...contributes.languages.map((one: any) => one.configuration), ...contributes.grammars, ...contributes.snippets];
  for (const part of [main, ...parts]) assert.ok(readFileSync(typeof part === "string" ? part : part.path).length > 0);
});
