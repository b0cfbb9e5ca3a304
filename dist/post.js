import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  saveCaches
} from "./chunks/chunk-J7NSYYZI.js";
import "./chunks/chunk-IVJM4JWD.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-PAOYQ3UY.js";
import {
  currentDirectory,
  tellFailure
} from "./chunks/chunk-QK4XTBJW.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-XXI3I6IP.js";
import "./chunks/chunk-ASRLB2PX.js";
import {
  Failure,
  runEntry
} from "./chunks/chunk-QPSR35YO.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-3EIP2BTB.js";
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
        log.warning(`The caches were not saved: ${error.message}`);
      }
      return 0;
    },
    tell: (error) => tellFailure(log, error),
    outlivesOutput: true
  });
}

// src/post.ts
await runPost(process);
