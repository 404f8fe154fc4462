// Bundles the extension into one file, so that no node_modules travel with it; with --tests, the tests as well.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const common = { bundle: true, platform: "node", target: "node18", format: "cjs", logLevel: "warning" };
mkdirSync("out", { recursive: true });

const { metafile } = await build({
  ...common,
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  external: ["vscode"],
  minify: true,
  metafile: true,
  legalComments: "none", // every licence stands whole in the notices below
});
writeFileSync("out/THIRD-PARTY-NOTICES.txt", notices(metafile));

if (process.argv.includes("--tests")) {
  rmSync("out/test", { recursive: true, force: true });
  const entryPoints = readdirSync("test/unit").filter((name) => name.endsWith(".test.ts")).map((name) => `test/unit/${name}`);
  await build({ ...common, entryPoints, outdir: "out/test", external: ["vscode"] });
}

/** The licences of all packages whose code is in the bundle. A package without one is an error: it may not be passed on. */
function notices(found) {
  const folders = new Set();
  for (const input of Object.keys(found.inputs)) {
    const inside = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (inside) folders.add(inside[1]);
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file || !existsSync(join(folder, file))) throw new Error(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return `This extension contains the work of others, with thanks:\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
