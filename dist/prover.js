import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ownIsolation,
  seeLinked,
  seePacked
} from "./chunks/chunk-GH54FXO7.js";
import "./chunks/chunk-XXI3I6IP.js";
import "./chunks/chunk-MTGD2QV7.js";
import "./chunks/chunk-ASRLB2PX.js";
import {
  Failure,
  runEntry
} from "./chunks/chunk-QPSR35YO.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/prover.ts
import { json } from "node:stream/consumers";

// src/pack/proof/prover.ts
async function answer(request) {
  try {
    return await answerTo(request);
  } catch (error) {
    if (error instanceof Failure) return { kind: "interrupted", message: error.message };
    throw error;
  }
}
async function answerTo(request) {
  switch (request.kind) {
    case "isolation":
      return { kind: "isolation", way: await ownIsolation() };
    case "linked":
      return { kind: "linked", seen: await seeLinked(request.asked) };
    case "packed":
      return { kind: "packed", seen: await seePacked(request.asked) };
  }
}

// src/prover.ts
await runEntry(process, {
  main: async () => {
    process.stdout.write(JSON.stringify(await answer(await json(process.stdin))));
    return 0;
  },
  tell: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}
`),
  outlivesOutput: false
});
