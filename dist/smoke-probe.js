import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  require_node_http
} from "./chunks/chunk-NNDOWG6N.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import "./chunks/chunk-IPQ6L4C3.js";
import "./chunks/chunk-6IWOL65Y.js";
import {
  __toESM
} from "./chunks/chunk-33PJWEQH.js";

// src/smoke-probe.ts
import { json } from "node:stream/consumers";

// src/smoke/smoke-probe.ts
var import_node_http = __toESM(require_node_http(), 1);
import { setTimeout as sleep } from "node:timers/promises";
var PROBE_EVERY_MS = 50;
async function probe(asked) {
  const deadline = performance.now() + asked.limitMs;
  let last = "did not answer";
  while (performance.now() < deadline) {
    const answer = await ask(asked, deadline - performance.now());
    if (typeof answer === "number" && answer < 500) return { status: answer };
    last = typeof answer === "number" ? `answered ${answer}` : answer;
    await sleep(PROBE_EVERY_MS);
  }
  return { last };
}
async function ask({ port, path }, limitMs) {
  const { promise, resolve } = Promise.withResolvers();
  const asked = (0, import_node_http.request)({ host: "127.0.0.1", port, path, agent: false });
  const timer = setTimeout(
    () => {
      resolve("accepted the connection but did not answer");
      asked.destroy();
    },
    Math.max(1, limitMs)
  );
  asked.on("response", (response) => {
    resolve(response.statusCode ?? 0);
    response.destroy();
  });
  asked.on(
    "error",
    (error) => resolve(
      error.code === "ECONNREFUSED" ? "refused connections" : `broke the connection (${error.message})`
    )
  );
  asked.on("close", () => clearTimeout(timer));
  asked.end();
  return promise;
}

// src/smoke-probe.ts
await runEntry(process, {
  main: async () => {
    process.stdout.write(JSON.stringify(await probe(await json(process.stdin))));
    return 0;
  },
  tell: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}
`),
  outlivesOutput: false
});
