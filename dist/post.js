import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  saveCaches
} from "./chunks/chunk-MNMJZKXZ.js";
import "./chunks/chunk-CO3P7FZV.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-NJ7JYVZY.js";
import {
  currentDirectory,
  tellFailure
} from "./chunks/chunk-AHZ5NOT6.js";
import "./chunks/chunk-NJK4KJHQ.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-H3WHC6IM.js";
import "./chunks/chunk-DLB6TBYB.js";
import {
  runEntry
} from "./chunks/chunk-CL6RWYIM.js";
import {
  Failure
} from "./chunks/chunk-W57X6IA2.js";
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
