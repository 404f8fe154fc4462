import assert from "node:assert/strict";
import { test } from "node:test";
import { INSTALL, INSTALL_WINDOWS, callWith, glance, installCommand, isOurs, program, transcript, type Answer } from "../../src/words";

function answer(said: Partial<Answer>): Answer {
  return { code: 0, out: "", err: "", missing: false, ...said };
}

function status(now: object[], next: object[], count = 26): Answer {
  return answer({ out: JSON.stringify({ schema: "pactlang/status/1", now, next, kept: { count, since: "2026-09-05" } }) });
}

const CHECK_IN = { words: "check-in", day: "2026-10-11", overdue: false };

const PROGRAMS: [string, string | undefined, string][] = [
  ["pact", undefined, "pact"],
  ["", "/home/ana/ours", "pact"],
  ["  pact ", undefined, "pact"],
  ["~/bin/pact", undefined, "/home/ana/bin/pact"],
  ["~ana/pact", undefined, "~ana/pact"],
  ["${workspaceFolder}/.venv/bin/pact", "/home/ana/ours", "/home/ana/ours/.venv/bin/pact"],
  ["${workspaceFolder}/pact", undefined, "${workspaceFolder}/pact"],
];

for (const [setting, folder, expected] of PROGRAMS) {
  test(`the setting ${JSON.stringify(setting)} in ${folder ?? "no folder"} is ${expected}`, () => {
    assert.equal(program(setting, folder, "/home/ana"), expected);
  });
}

test("a folder with a dollar sign in its name is taken as it is", () => {
  assert.equal(program("${workspaceFolder}/pact", "/a/$&b"), "/a/$&b/pact");
});

test("a file whose name looks like an option stays a file", () => {
  assert.deepEqual(callWith("check", "--all.pact"), ["check", "--", "--all.pact"]);
  assert.deepEqual(callWith("status", "us.pact", true), ["status", "--format", "json", "--", "us.pact"]);
});

test("the way to install fits the system", () => {
  assert.equal(installCommand("linux"), INSTALL);
  assert.equal(installCommand("win32"), INSTALL_WINDOWS);
  assert.ok(!INSTALL_WINDOWS.includes("'"));
});

test("two languages are ours", () => {
  assert.deepEqual(["pact", "pactlog", "markdown", "plaintext"].filter(isOurs), ["pact", "pactlog"]);
});

test("nothing due is said so, with what comes next", () => {
  const said = glance(status([], [CHECK_IN, CHECK_IN, CHECK_IN, CHECK_IN]));
  assert.equal(said.text, "$(check) pact: nothing due now");
  const four = "Next:\n  check-in (2026-10-11)\n  check-in (2026-10-11)\n  check-in (2026-10-11)\n\n";
  assert.equal(said.details, `${four}26 promises kept since 2026-09-05.\n\nClick to see all of it.`);
});

test("what is due is counted in the bar and named only where somebody points", () => {
  const said = glance(status([{ ...CHECK_IN, words: "test by Ana" }], [], 1));
  assert.equal(said.text, "$(clock) pact: 1 due now");
  assert.ok(!said.text.includes("Ana"));
  assert.equal(said.details, "Due now:\n  test by Ana (2026-10-11)\n\n1 promise kept since 2026-09-05.\n\nClick to see all of it.");
});

test("a text that cannot be read is no alarm", () => {
  const said = glance(answer({ code: 2, err: "b.pact:25:5: 'atmost' cannot be used here. [E001]\n" }));
  assert.equal(said.text, "$(edit) pact: not readable yet");
  assert.equal(said.details, "b.pact:25:5: 'atmost' cannot be used here. [E001]\n\nClick to see all of it.");
});

test("a missing program is told before anything else", () => {
  assert.equal(glance(answer({ code: -1, missing: true })).text, "$(info) pact: not installed yet");
});

const STRANGE = [
  "",
  "null",
  "[]",
  "{",
  '{"schema": "pactlang/check/1"}',
  '{"schema": "pactlang/status/2", "kept": {"count": 1, "since": "2026-01-01"}, "now": [1], "next": []}',
  '{"schema": "pactlang/status/1", "kept": null, "now": [], "next": []}',
  '{"schema": "pactlang/status/1", "kept": {"count": 1, "since": "2026-01-01"}, "now": {}, "next": []}',
];

for (const out of STRANGE) {
  test(`an answer that is not known changes nothing: ${out}`, () => {
    assert.equal(glance(answer({ out })).text, "$(info) pact");
  });
}

test("the output starts with the call as one could type it", () => {
  const said = transcript(callWith("check", "our page.pact"), answer({ out: "26 promises kept.\n\n", err: "a remark\n" }));
  assert.equal(said, '$ pact check "our page.pact"\n26 promises kept.\n\na remark\n');
});

test("silence is said, too", () => {
  assert.equal(transcript(["check"], answer({})), "$ pact check\npact said nothing.\n");
});
