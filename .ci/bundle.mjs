// Puts a script and the packages that it imports together in one file: node .ci/bundle.mjs SOURCE TARGET

import { build } from "esbuild";

const [source, target] = process.argv.slice(2);

await build({
  entryPoints: [source],
  outfile: target,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  logLevel: "warning",
});
