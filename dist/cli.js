#!/usr/bin/env node
import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/cli.ts
var OLDEST_NODE = 24;
var major = Number(process.versions.node.split(".")[0]);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `error: bantam runs on Node ${OLDEST_NODE} or newer, and this is ${process.version}: install Node ${OLDEST_NODE} and try again.
`
  );
  process.exitCode = 2;
} else {
  const { keepCompiledCode } = await import("./chunks/compiled-code-5WJ5I6TB.js");
  keepCompiledCode(process.env);
  const { runCommandLine } = await import("./chunks/command-line-RC7TTUC2.js");
  await runCommandLine(process);
}
