import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../../src/run";

const NODE = process.execPath;

test("an answer has its code and both outputs", async () => {
  const program = "console.log('kept ✓'); console.error('a remark'); process.exitCode = 1";
  assert.deepEqual(await run(NODE, ["-e", program], "."), { code: 1, out: "kept ✓\n", err: "a remark\n", missing: false });
});

test("words are passed on as they are, without a shell", async () => {
  const said = await run(NODE, ["-p", "process.argv[1]", "$HOME; 'x' \"y\""], ".");
  assert.equal(said.out, "$HOME; 'x' \"y\"\n");
});

test("a program that is not there is missing", async () => {
  const said = await run("./no-such-program", ["check"], ".");
  assert.equal(said.missing, true);
  assert.notEqual(said.code, 0);
});

test("a call that nobody waits for any more ends", async () => {
  const asked = new AbortController();
  const answer = run(NODE, ["-e", "process.stdin.resume(); setInterval(() => {}, 1000)"], ".", asked.signal);
  asked.abort();
  const said = await answer;
  assert.equal(said.missing, false);
  assert.equal(said.code, -1);
});
