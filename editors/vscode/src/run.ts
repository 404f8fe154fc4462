/** Starts `pact` and waits for its answer. */

import { execFile } from "node:child_process";
import type { Answer } from "./words";

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_MILLISECONDS = 120_000;

/** The answer of a program; never rejects. A call that is aborted answers as soon as the program has ended. */
export function run(program: string, args: readonly string[], folder: string, signal?: AbortSignal): Promise<Answer> {
  return new Promise((answer) => {
    const options = {
      cwd: folder,
      env: { ...process.env, PYTHONIOENCODING: "utf-8", NO_COLOR: "1" },
      maxBuffer: MOST_BYTES,
      timeout: MOST_MILLISECONDS,
      windowsHide: true,
      ...(signal ? { signal } : {}),
    };
    execFile(program, [...args], options, (error, out, err) => {
      const reason: unknown = error?.code;
      const missing = reason === "ENOENT" || reason === "EACCES";
      const code = error === null ? 0 : typeof reason === "number" ? reason : -1;
      answer({ code, out, err: err || (error !== null && code === -1 ? error.message : ""), missing });
    });
  });
}
