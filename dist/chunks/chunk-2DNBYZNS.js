import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  runEntry
} from "./chunk-SYNEPYCO.js";
import {
  require_node_http
} from "./chunk-NNDOWG6N.js";
import {
  __toESM
} from "./chunk-33PJWEQH.js";

// src/smoke-supervisor.ts
import { text } from "node:stream/consumers";

// src/pack/smoke/smoke-supervisor.ts
var import_node_http = __toESM(require_node_http(), 1);
import { execFile, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
var TOOLS = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
var MAX_OUTPUT = 64 * 1024;
var PROBE_EVERY_MS = 50;
var SET_UP = `
mount -t tmpfs -o mode=0755 smoke-test "$1"
cp -dR --preserve=mode "$2/." "$1/"
[ -z "$3" ] || chown -hR "$3" "$1"
mkdir -p "$1/proc" "$1/dev" "$1/etc"
mount -t proc proc "$1/proc" 2>/dev/null || mount --rbind /proc "$1/proc"
for device in null zero full random urandom; do
  : > "$1/dev/$device"
  mount --bind "/dev/$device" "$1/dev/$device"
done
chmod 0555 "$1/dev"
[ -e "$1/etc/hosts" ] || printf '127.0.0.1 localhost\\n::1 localhost\\n' > "$1/etc/hosts"
ip link set lo up
`;
async function supervise(run) {
  try {
    await setUp(run);
  } catch (error) {
    return { kind: "not set up", reason: reasonOf(error) };
  }
  const [command, ...args] = become(run);
  const child = spawn(command, args, { env: { ...run.env }, stdio: ["ignore", "pipe", "pipe"] });
  const output = keepEnd([child.stdout, child.stderr]);
  const deadline = performance.now() + run.limitMs;
  const over = new AbortController();
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ kind: "not set up", reason: error.message }));
    child.on("exit", (exitCode, signal) => {
      const end = () => resolve({ kind: "ended", exitCode, signal, output: output() });
      child.once("close", end);
      setTimeout(end, 500);
    });
  });
  const judged = run.http === null ? untilLimit(run.limitMs, output) : untilAnswer(run.http, deadline, output, over.signal);
  const outcome = await Promise.race([ended, judged]);
  over.abort();
  child.kill("SIGKILL");
  return outcome;
}
async function setUp({ way, files, root, user }) {
  const owner = way === "root" ? `${user.uid}:${user.gid}` : "";
  await promisify(execFile)("sh", ["-ec", SET_UP, "sh", root, files, owner], { env: TOOLS, timeout: 3e4 });
}
function become({ way, root, user, workdir, argv }) {
  const { uid, gid } = user;
  const identity = way === "root" ? [`--setgid=${gid}`, `--setuid=${uid}`] : ["--user", `--map-user=${uid}`, `--map-group=${gid}`];
  return ["/usr/bin/unshare", ...identity, `--root=${root}`, `--wd=${workdir}`, "--", ...argv];
}
async function untilLimit(limitMs, output) {
  await sleep(limitMs, void 0, { ref: false });
  return { kind: "time limit", last: null, output: output() };
}
async function untilAnswer(target, deadline, output, signal) {
  let last = "did not answer";
  while (performance.now() < deadline && !signal.aborted) {
    const answer = await probe(target, deadline - performance.now());
    if (typeof answer === "number" && answer < 500)
      return { kind: "answered", status: answer, output: output() };
    last = typeof answer === "number" ? `answered ${answer}` : answer;
    await sleep(PROBE_EVERY_MS);
  }
  return { kind: "time limit", last, output: output() };
}
async function probe({ port, path }, limitMs) {
  const { promise, resolve } = Promise.withResolvers();
  const asked = (0, import_node_http.request)({ host: "127.0.0.1", port, path, agent: false });
  const timer = setTimeout(
    () => {
      resolve("took the connection and did not answer");
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
function keepEnd(streams) {
  let kept = Buffer.alloc(0);
  for (const stream of streams) {
    stream.on("data", (chunk) => kept = Buffer.concat([kept, chunk]).subarray(-MAX_OUTPUT));
  }
  return () => kept.toString("utf8");
}
function reasonOf(error) {
  const { stderr, message } = error;
  return stderr?.trim().replaceAll("\n", "; ") || message;
}

// src/smoke-supervisor.ts
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
await runEntry(process, {
  main: async () => {
    const outcome = await supervise(JSON.parse(await text(process.stdin)));
    process.stdout.write(JSON.stringify(outcome));
    return 0;
  },
  tell: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}
`),
  outlivesOutput: false
});
