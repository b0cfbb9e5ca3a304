import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/host/write-whole.ts
import { fstatSync, writeSync } from "node:fs";
function writeWhole(stream, descriptor) {
  if (!leadsToFile(descriptor)) return;
  stream._write = (chunk, _encoding, done) => {
    try {
      for (let written2 = 0; written2 < chunk.length; ) written2 += writeSync(descriptor, chunk, written2);
      done();
    } catch (cause) {
      done(cause instanceof Error ? cause : new Error(String(cause)));
    }
  };
}
function leadsToFile(descriptor) {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

// src/host/run-entry.ts
var COULD_NOT = 2;
async function runEntry(process, { main, tell, outlivesOutput }) {
  const { stdout, stderr } = process;
  const lost = /* @__PURE__ */ new Map();
  let ending = false;
  const end = async (code) => {
    if (ending) return;
    ending = true;
    await Promise.all([written(stdout), written(stderr)]);
    for (const [name, cause] of lost) await say(brokenOutput(name, cause));
    process.exit(lost.size === 0 ? code : COULD_NOT);
  };
  const watch = (name, stream, descriptor) => {
    writeWhole(stream, descriptor);
    stream.on("error", (cause) => {
      if (!lost.has(name)) lost.set(name, cause);
      if (!outlivesOutput) void end(COULD_NOT);
    });
  };
  const say = async (error) => {
    try {
      await tell(error);
    } catch {
    }
  };
  const fail = async (error) => {
    if (ending) return;
    await say(error);
    await end(COULD_NOT);
  };
  watch("stdout", stdout, 1);
  watch("stderr", stderr, 2);
  process.exitCode = COULD_NOT;
  process.on("uncaughtException", (error) => void fail(error));
  process.once("beforeExit", () => void fail(neverSettled()));
  process.removeAllListeners("warning");
  try {
    await end(await main());
  } catch (error) {
    await fail(error);
  }
}
async function written(stream) {
  const { promise, resolve } = Promise.withResolvers();
  if (stream.destroyed) resolve();
  else stream.write("", () => resolve());
  await promise;
  await new Promise(setImmediate);
}
var REASONS = {
  EFBIG: "it would be larger than a file may be",
  ENOSPC: "there is no space left",
  EPIPE: "its reader closed it"
};
function brokenOutput(name, cause) {
  const why = REASONS[errorCode(cause)] ?? errorMessage(cause);
  return new Failure(
    "write",
    { what: clause`not everything could be written to ${name}`, why: clause`${why}` },
    { cause, fields: { file: name } }
  );
}
function neverSettled() {
  return new Error("the run ended early: something that it waited for can never come");
}

export {
  runEntry
};
