import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  saveCaches
} from "./chunks/chunk-RR2QSMV2.js";
import "./chunks/chunk-SLNL43HE.js";
import "./chunks/chunk-CO3P7FZV.js";
import "./chunks/chunk-X7JVFUTR.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-MF2HQ7TP.js";
import "./chunks/chunk-EYJMA4VE.js";
import {
  currentDirectory,
  tellFailure
} from "./chunks/chunk-4KZHZBOR.js";
import "./chunks/chunk-FAWLDARW.js";
import "./chunks/chunk-HRDB3P5L.js";
import "./chunks/chunk-GGP7KFFM.js";
import "./chunks/chunk-P3IBKTOQ.js";
import "./chunks/chunk-DLB6TBYB.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import {
  Failure,
  clause,
  clauseOf
} from "./chunks/chunk-IPQ6L4C3.js";
import "./chunks/chunk-6IWOL65Y.js";
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
