import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ownIsolation,
  prove
} from "./chunks/chunk-DB3KOX7Q.js";
import "./chunks/chunk-RZSYRE5Z.js";
import "./chunks/chunk-33PJWEQH.js";

// src/prover.ts
import { json } from "node:stream/consumers";

// src/pack/prover.ts
async function answer(request) {
  switch (request.kind) {
    case "isolation":
      return { kind: "isolation", way: await ownIsolation(request.directory) };
    case "prove":
      return { kind: "prove", proof: await prove(request.proof) };
  }
}

// src/prover.ts
process.stdout.write(JSON.stringify(await answer(await json(process.stdin))));
