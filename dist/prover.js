import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  answerIsolation,
  openProofCell,
  seeLinked,
  seePacked
} from "./chunks/chunk-OG24DNYT.js";
import "./chunks/chunk-B4OTDZSW.js";
import "./chunks/chunk-HQLLIQ5B.js";
import "./chunks/chunk-UIFEWTII.js";
import "./chunks/chunk-IUS3NEIC.js";
import "./chunks/chunk-EVFFBKZG.js";
import "./chunks/chunk-P3IBKTOQ.js";
import "./chunks/chunk-DLB6TBYB.js";
import "./chunks/chunk-2XXI26VF.js";
import "./chunks/chunk-O46FCSL4.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import {
  Failure
} from "./chunks/chunk-IPQ6L4C3.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/prover.ts
import { json } from "node:stream/consumers";

// src/proof/prover.ts
async function answer(request) {
  try {
    return await answerTo(request);
  } catch (error) {
    if (error instanceof Failure) return { kind: "interrupted", clauses: error.clauses };
    throw error;
  }
}
async function answerTo(request) {
  switch (request.kind) {
    case "isolation":
      return answerIsolation();
    case "linked":
      return { kind: "linked", seen: await seeLinked(request.asked) };
    case "packed":
      return { kind: "packed", seen: await packedSeen(request.asked) };
  }
}
async function packedSeen(asked) {
  const place = await openProofCell(asked);
  try {
    return await seePacked(place, asked);
  } finally {
    await place.close();
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
