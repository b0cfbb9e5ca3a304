import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ownIsolation,
  seeLinked,
  seePacked
} from "./chunks/chunk-7KX4C3FV.js";
import "./chunks/chunk-MFX7X4QD.js";
import "./chunks/chunk-WSKDE7IN.js";
import "./chunks/chunk-33PJWEQH.js";

// src/prover.ts
import { json } from "node:stream/consumers";

// src/pack/proof/prover.ts
async function answer(request) {
  switch (request.kind) {
    case "isolation":
      return { kind: "isolation", way: await ownIsolation(request.directory) };
    case "linked":
      return { kind: "linked", seen: await seeLinked(request.asked) };
    case "packed":
      return { kind: "packed", seen: await seePacked(request.asked) };
  }
}

// src/prover.ts
process.stdout.write(JSON.stringify(await answer(await json(process.stdin))));
