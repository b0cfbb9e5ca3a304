import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  saveCaches
} from "./chunks/chunk-4D6PKIU2.js";
import "./chunks/chunk-CO3P7FZV.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-JEYZOULD.js";
import {
  currentDirectory,
  tellFailure
} from "./chunks/chunk-MEBG5QVS.js";
import "./chunks/chunk-23CBNL2I.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-LE76Q6V7.js";
import "./chunks/chunk-DLB6TBYB.js";
import {
  runEntry
} from "./chunks/chunk-QYIGD5H3.js";
import {
  Failure,
  clause,
  clauseOf
} from "./chunks/chunk-W5USXX6S.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-X7JVFUTR.js";
import "./chunks/chunk-33PJWEQH.js";

// src/commands/post.ts
function runPost(step) {
  const log = runnerLog(step);
  return runEntry(step, {
    main: async () => {
      try {
        await saveCaches(runnerHost(step.env, currentDirectory(step), log));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        log.warning(clause`the caches were not saved: ${clauseOf(error)}`);
      }
      return 0;
    },
    tell: (error) => tellFailure(log, error, "action"),
    outlivesOutput: true
  });
}

// src/post.ts
await runPost(process);
