import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  readSmokeMessage
} from "./chunks/chunk-ARHT7J7W.js";
import "./chunks/chunk-5N4UT3EE.js";
import "./chunks/chunk-XGSNR2IZ.js";
import {
  idOnMachine,
  makeFifo,
  startContainer
} from "./chunks/chunk-B4OTDZSW.js";
import {
  entryPoint
} from "./chunks/chunk-HQLLIQ5B.js";
import "./chunks/chunk-UIFEWTII.js";
import "./chunks/chunk-IUS3NEIC.js";
import "./chunks/chunk-EVFFBKZG.js";
import "./chunks/chunk-DLB6TBYB.js";
import "./chunks/chunk-2XXI26VF.js";
import "./chunks/chunk-O46FCSL4.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import "./chunks/chunk-IPQ6L4C3.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/smoke-supervisor.ts
import { buffer } from "node:stream/consumers";

// src/smoke/smoke-supervisor.ts
import { spawn } from "node:child_process";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

// src/smoke/output-pipe.ts
import { closeSync, constants, openSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { Socket } from "node:net";
var MAX_OUTPUT = 64 * 1024;
async function openOutputPipe(directory, owner) {
  const at = await mkdtemp(path.join(directory, "output-"));
  try {
    const file = path.join(at, "pipe");
    await makeFifo(file);
    const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(file, constants.O_WRONLY);
    if (owner !== null) await chown(file, owner.uid, owner.gid);
    return read(reader, writer);
  } finally {
    await rm(at, { recursive: true, force: true });
  }
}
function read(reader, writer) {
  let kept = Buffer.alloc(0);
  const stream = new Socket({ fd: reader, readable: true, writable: false });
  stream.on("data", (chunk) => kept = Buffer.concat([kept, chunk]).subarray(-MAX_OUTPUT));
  stream.on("error", () => {
  });
  const ended = new Promise((resolve) => stream.once("close", () => resolve()));
  return {
    writer,
    closeWriter: () => closeSync(writer),
    text: () => kept.toString("utf8"),
    ended,
    close: () => void stream.destroy()
  };
}

// src/smoke/smoke-supervisor.ts
var LAST_WORDS_MS = 500;
var PROBE_MS = 5e3;
async function supervise(run, entries) {
  const { owner, directory, service } = run;
  const id = (inside) => idOnMachine(owner, inside);
  const { uid, gid } = service.user;
  const output = await openOutputPipe(directory, owner === "root" ? { uid: id(uid), gid: id(gid) } : null);
  try {
    const container = await startContainer({ owner, entries, service, output: output.writer });
    output.closeWriter();
    try {
      return await watch(run, container, output);
    } finally {
      await container.kill();
    }
  } catch (error) {
    return { kind: "not set up", reason: error.message };
  } finally {
    output.close();
  }
}
async function watch(run, container, output) {
  const ended = endOf(container, output);
  await container.setUp;
  const over = new AbortController();
  const judged = run.http === null ? sleep(run.limitMs, void 0, { ref: false }).then(() => ({
    kind: "time limit",
    last: null,
    output: output.text()
  })) : untilAnswer({ ...run.http, limitMs: run.limitMs }, container, output, over.signal);
  const outcome = await Promise.race([ended, judged]);
  over.abort();
  return outcome;
}
async function endOf(container, output) {
  const ended = await container.ended;
  switch (ended.kind) {
    case "ended":
      await Promise.race([output.ended, sleep(LAST_WORDS_MS)]);
      return { ...ended, output: output.text() };
    case "not set up":
    case "not started":
      return { kind: ended.kind, reason: ended.why };
  }
}
async function untilAnswer(asked, container, output, over) {
  const [command, args] = container.beside([process.execPath, entryPoint("smoke-probe")]);
  const prober = spawn(command, args, { env: {}, stdio: ["pipe", "pipe", "inherit"] });
  const kill = () => void prober.kill("SIGKILL");
  over.addEventListener("abort", kill);
  const timer = setTimeout(kill, asked.limitMs + PROBE_MS);
  const answer = await answerOf(prober, asked);
  clearTimeout(timer);
  if (answer === null) {
    await sleep(PROBE_MS, void 0, { ref: false });
    return { kind: "not set up", reason: "the probe of smoke-http could not be run" };
  }
  return "status" in answer ? { kind: "answered", status: answer.status, output: output.text() } : { kind: "time limit", last: answer.last, output: output.text() };
}
async function answerOf(prober, asked) {
  if (prober.stdin === null || prober.stdout === null) return null;
  const failed = new Promise((resolve) => prober.once("error", () => resolve(null)));
  prober.stdin.on("error", () => {
  });
  prober.stdin.end(JSON.stringify(asked));
  const said = json(prober.stdout).then(
    (answer) => answer,
    () => null
  );
  return Promise.race([failed, said]);
}

// src/smoke-supervisor.ts
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));
await runEntry(process, {
  main: async () => {
    const { run, entries } = readSmokeMessage(await buffer(process.stdin));
    process.stdout.write(JSON.stringify(await supervise(run, entries)));
    return 0;
  },
  tell: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}
`),
  outlivesOutput: false
});
