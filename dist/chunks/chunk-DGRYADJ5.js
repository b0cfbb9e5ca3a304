import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  childEnvironment,
  run
} from "./chunk-5THBCRRQ.js";
import {
  Failure
} from "./chunk-SYNEPYCO.js";

// src/pack/isolation/isolation.ts
import { spawn as spawn2 } from "node:child_process";

// src/host/entry-point.ts
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
function entryPoint(name) {
  const places = [`../${name}.ts`, `./${name}.js`, `../${name}.js`];
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (found === void 0) throw new Error(`${name} is not beside this program: dist/ is not whole`);
  return found;
}

// src/pack/proof/prover-client.ts
async function sudoMayStartProver(host) {
  try {
    return (await run(host, "sudo", ["-n", "-l", process.execPath, entryPoint("prover")], {
      env: childEnvironment(host, "sudo"),
      timeoutMs: 5e3
    })).exitCode === 0;
  } catch {
    return false;
  }
}
async function askProver(host, request) {
  const finished = await run(host, "sudo", ["-n", process.execPath, entryPoint("prover")], {
    env: childEnvironment(host, "sudo"),
    input: JSON.stringify(request)
  });
  if (finished.exitCode === 0) return JSON.parse(finished.stdout);
  throw new Failure("proof", `The proof's helper, started through sudo, exited with ${finished.exitCode}.`, {
    output: finished.stderr
  });
}

// src/pack/isolation/namespaces.ts
import { spawn } from "node:child_process";
import { existsSync as existsSync2 } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
var UNPRIVILEGED = 65532;
async function openNamespaces(way, parent, script, args) {
  const directory = await mkdtemp(path.join(parent, "namespaces-"));
  const flags = way === "root" ? ["-m", "-n"] : ["-U", "-r", "-m", "-n"];
  const shell = ["sh", "-c", `set -eu
${script}
echo ready
read -r _ || :`, "sh", directory, ...args];
  const holder = spawn(tool("unshare"), [...flags, "--", ...shell], { env: TOOL_ENVIRONMENT, stdio: "pipe" });
  const ended = new Promise((resolve) => holder.once("close", () => resolve()));
  const close = async () => {
    holder.stdin.end();
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await ready(holder);
  } catch (cause) {
    await close();
    throw cause;
  }
  const pid = String(holder.pid);
  return {
    directory,
    become: (root, argv) => [
      tool("nsenter"),
      [...enter(way, pid), "-m", "--", ...become(way, root), "--", ...argv]
    ],
    beside: (argv) => [tool("nsenter"), [...enter(way, pid), "--", ...argv]],
    close
  };
}
var TOOL_ENVIRONMENT = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
function tool(name) {
  return ["/usr/bin", "/bin"].map((bin) => path.join(bin, name)).find(existsSync2) ?? name;
}
function enter(way, pid) {
  return way === "root" ? ["-t", pid, "-n"] : ["-t", pid, "-U", "--preserve-credentials", "-n"];
}
function become(way, root) {
  const id = String(UNPRIVILEGED);
  const identity2 = way === "root" ? ["-G", id, "-S", id] : ["-U", `--map-user=${id}`, `--map-group=${id}`];
  return [tool("unshare"), ...identity2, `--root=${root}`, "--wd=/"];
}
async function ready(holder) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let stderr = "";
  holder.stderr?.on("data", (chunk) => stderr = (stderr + chunk.toString()).slice(0, 1e3));
  holder.stdout?.on("data", (chunk) => chunk.includes("ready") && resolve());
  holder.stdin?.on("error", () => {
  });
  const fail = (why, cause) => reject(new Failure("proof", `The isolation for the proof could not be made: ${why}.`, { cause }));
  holder.on("error", (cause) => fail(cause.message, cause));
  holder.on("close", () => fail(stderr.trim().replaceAll("\n", "; ") || "unshare ended early"));
  return promise;
}

// src/pack/isolation/isolation.ts
function isolationBy(way) {
  return way === "process" ? "process" : "namespaces";
}
async function isolationOf(host) {
  const own = await ownIsolation(host.temporary);
  if (own !== "process") return own;
  if (!await sudoMayStartProver(host)) return "process";
  const answer = await askProver(host, { kind: "isolation", directory: host.temporary });
  return answer.kind === "isolation" && answer.way === "root" ? "sudo" : "process";
}
async function ownIsolation(directory) {
  if (process.platform !== "linux") return "process";
  const way = process.getuid?.() === 0 ? "root" : "user";
  try {
    return await works(way, directory) ? way : "process";
  } catch {
    return "process";
  }
}
async function works(way, directory) {
  const namespaces = await openNamespaces(way, directory, EMPTY_ROOT, []);
  try {
    const [command, args] = namespaces.become("/", ["/bin/true"]);
    return await exitCode(command, args) === 0;
  } finally {
    await namespaces.close();
  }
}
var EMPTY_ROOT = 'mount -t tmpfs -o mode=0755 bantam "$1" && mount -o remount,bind,ro "$1"';
async function exitCode(command, args) {
  const { promise, resolve } = Promise.withResolvers();
  const child = spawn2(command, args, { stdio: "ignore", env: {} });
  child.on("error", () => resolve(null));
  child.on("close", (code) => resolve(code));
  return promise;
}

// src/pack/proof/see-linked.ts
import { writeFile } from "node:fs/promises";
import path5 from "node:path";

// src/pack/proof/hand-over.ts
var MAX_OUTPUT = 16 * 1024;
async function handOver(cell, program, variables, limitMs) {
  const ended = await ending(cell, program, environmentOf(variables), limitMs);
  const reached = ended.exitCode === 2 && ended.output.includes("malformed GOMEMLIMIT");
  const fault = reached ? null : `${ended.how} with ${counted(variables)}`;
  return { variables, fault, ms: ended.ms, output: ended.output };
}
async function startToEnd(cell, program, limitMs) {
  return (await ending(cell, program, {}, limitMs)).ms;
}
function environmentOf(variables) {
  const others = Array.from({ length: variables - 1 }, (_, index) => [
    `SERVICE_${index}_PORT`,
    "tcp://10.0.0.1:80"
  ]);
  return { GOMEMLIMIT: "x", ...Object.fromEntries(others) };
}
function counted(variables) {
  return variables === 1 ? "1 environment variable" : `${variables} environment variables`;
}
async function ending(cell, program, env, limitMs) {
  const { promise, resolve } = Promise.withResolvers();
  const started = performance.now();
  const child = cell.start(program, env, "pipe");
  let output = "";
  let ms = 0;
  let timedOut = false;
  const timer = setTimeout(() => timedOut = child.kill("SIGKILL"), limitMs);
  child.stderr?.on("data", (chunk) => {
    if (output.length < MAX_OUTPUT) output += chunk.toString("utf8");
  });
  child.on("exit", () => ms = performance.now() - started);
  child.on("error", (cause) => {
    clearTimeout(timer);
    resolve({ exitCode: null, how: `could not be started (${cause.message})`, ms, output });
  });
  child.on("close", (exitCode2, signal) => {
    clearTimeout(timer);
    const how = timedOut ? `did not end within ${limitMs / 1e3} s` : signal === null ? `exited with ${exitCode2}` : `was ended by ${signal}`;
    resolve({ exitCode: exitCode2, how, ms, output: output.slice(0, MAX_OUTPUT) });
  });
  return promise;
}

// src/pack/proof/seeing.ts
import { mkdtemp as mkdtemp4, rm as rm4, stat as stat2 } from "node:fs/promises";
import path4 from "node:path";

// src/pack/isolation/cell.ts
import { spawn as spawn3 } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp as mkdtemp2, rm as rm2 } from "node:fs/promises";
import path2 from "node:path";
async function openCell(request) {
  return endingWithUs(
    await (request.way === "process" ? openDirectory(request) : openEmptyRoots(request, request.way))
  );
}
function endingWithUs(cell) {
  const running = /* @__PURE__ */ new Set();
  const endAll = () => running.forEach((child) => child.kill("SIGKILL"));
  process.on("exit", endAll);
  return {
    start: (program, env, stderr) => {
      const child = cell.start(program, env, stderr);
      running.add(child);
      child.once("exit", () => running.delete(child));
      return child;
    },
    close: async () => {
      endAll();
      process.off("exit", endAll);
      await cell.close();
    }
  };
}
async function openEmptyRoots(request, way) {
  const { directory, name, programs, emulator } = request;
  const files = Object.entries(programs).flatMap(([program, file]) => [
    program,
    name,
    file,
    ...emulator === null ? [] : [program, EMULATOR, emulator]
  ]);
  const namespaces = await openNamespaces(way, directory, FILL, files);
  const argv = emulator === null ? [`/${name}`] : [`/${EMULATOR}`, `/${name}`];
  return {
    start: (program, env, stderr) => {
      const [command, args] = namespaces.become(path2.join(namespaces.directory, program), argv);
      return spawn3(command, args, { env: { ...env }, stdio: ["ignore", "ignore", stderr] });
    },
    close: () => namespaces.close()
  };
}
var EMULATOR = ".emulator";
var FILL = `
at=$1; shift
mount -t tmpfs -o mode=0755,nosuid,nodev bantam "$at"
while [ $# -gt 0 ]; do
  install -D -m 0555 -- "$3" "$at/$1/$2"
  shift 3
done
mount -o remount,bind,ro "$at"`;
async function openDirectory({ directory, name, programs, emulator }) {
  const at = await mkdtemp2(path2.join(directory, "programs-"));
  const empty = path2.join(at, "empty");
  await mkdir(empty);
  for (const [program, file] of Object.entries(programs)) {
    await mkdir(path2.join(at, program));
    await copyFile(file, path2.join(at, program, name));
    await chmod(path2.join(at, program, name), 365);
  }
  return {
    start: (program, env, stderr) => {
      const file = path2.join(at, program, name);
      const [command, args, argv0] = emulator === null ? [file, [], `/${name}`] : [emulator, [file], emulator];
      return spawn3(command, args, { argv0, cwd: empty, env: { ...env }, stdio: ["ignore", "ignore", stderr] });
    },
    close: () => rm2(at, { recursive: true, force: true })
  };
}

// src/pack/proof/identity.ts
import { execFile } from "node:child_process";
import { constants, openSync, writeSync, closeSync } from "node:fs";
import { mkdtemp as mkdtemp3, open, readFile, rm as rm3, stat } from "node:fs/promises";
import path3 from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
async function identity(cell, fifo, like, limitMs) {
  const child = cell.start(like.program, { GODEBUG: "inittrace=1" }, fifo.sleeper);
  const over = new AbortController();
  const gone = new Promise((resolve) => {
    child.on("error", (cause) => resolve(`could not be started (${cause.message})`));
    child.on(
      "exit",
      (code, signal) => resolve(
        `${signal === null ? `exited with ${code}` : `was ended by ${signal}`} before its first trace line`
      )
    );
  }).finally(() => over.abort());
  try {
    const { pid } = child;
    const fault = pid === void 0 ? await gone : await Promise.race([sleepsInTrace(pid, like.size, limitMs, over.signal), gone]);
    if (fault !== null || pid === void 0) return { fault, memory: 0 };
    return await look(pid, like).catch((error) => ({
      fault: `cannot be looked into (${error.message})`,
      memory: 0
    }));
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
}
async function openFullFifo(directory) {
  const at = await mkdtemp3(path3.join(directory, "fifo-"));
  const file = path3.join(at, "stderr");
  await promisify(execFile)("mkfifo", ["-m", "0600", file], { env: { PATH: "/usr/bin:/bin" } });
  const filler = openSync(file, constants.O_RDWR | constants.O_NONBLOCK);
  fillUp(filler);
  const sleeper = openSync(file, constants.O_RDWR);
  return {
    sleeper,
    close: async () => {
      closeSync(filler);
      closeSync(sleeper);
      await rm3(at, { recursive: true, force: true });
    }
  };
}
function fillUp(fd) {
  for (const size of [4096, 1]) {
    try {
      for (; ; ) writeSync(fd, Buffer.alloc(size));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
var ANOTHER_MS = 1e3;
async function sleepsInTrace(pid, size, limitMs, over) {
  const deadline = performance.now() + limitMs;
  let anotherSince = null;
  while (!over.aborted && performance.now() < deadline) {
    const asleep = await writesToStderr(pid);
    if (asleep && await sizeOfExecutable(pid) === size) return null;
    anotherSince = asleep ? anotherSince ?? performance.now() : null;
    if (anotherSince !== null && performance.now() - anotherSince > ANOTHER_MS)
      return "became another program";
    await sleep(2);
  }
  return `wrote no trace line within ${limitMs / 1e3} s`;
}
async function writesToStderr(pid) {
  const call = await readFile(`/proc/${pid}/syscall`, "utf8").catch(() => "");
  return WRITES.includes(call.split(" ")[0] ?? "") && call.split(" ")[1] === "0x2";
}
var WRITES = ["1", "4", "64"];
async function sizeOfExecutable(pid) {
  return stat(`/proc/${pid}/exe`).then(
    (found) => found.size,
    () => null
  );
}
async function look(pid, { linked, segments }) {
  const [file, memory] = await Promise.all([open(linked), open(`/proc/${pid}/mem`)]);
  try {
    for (const segment of segments) {
      const fault = await compare(file, memory, segment);
      if (fault !== null) return { fault, memory: 0 };
    }
    return { fault: null, memory: privateBytes(await readFile(`/proc/${pid}/smaps_rollup`, "utf8")) };
  } finally {
    await Promise.all([file.close(), memory.close()]);
  }
}
var CHUNK = 1024 * 1024;
async function compare(file, memory, segment) {
  const [wanted, found] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)];
  for (let at = 0; at < segment.size; at += CHUNK) {
    const length = Math.min(CHUNK, segment.size - at);
    const address = BigInt(segment.address) + BigInt(at);
    await read(file, wanted, length, BigInt(segment.offset + at));
    const there = await read(memory, found, length, address).then(
      () => true,
      () => false
    );
    if (!there) return `has no memory at 0x${address.toString(16)}`;
    if (wanted.compare(found, 0, length, 0, length) !== 0) {
      const differs = address + BigInt(firstDifference(wanted, found));
      return `has other bytes in memory than the linked one, from 0x${differs.toString(16)} on`;
    }
  }
  return null;
}
async function read(from, into, length, position) {
  for (let at = 0; at < length; ) {
    const { bytesRead } = await from.read(into, at, length - at, position + BigInt(at));
    if (bytesRead === 0) throw new RangeError(`only ${at} of ${length} bytes at ${position}`);
    at += bytesRead;
  }
}
function firstDifference(a, b) {
  return a.findIndex((byte, index) => byte !== b[index]);
}
function privateBytes(smaps) {
  const kib = /^Anonymous:\s+(\d+) kB$/m.exec(smaps)?.[1];
  return kib === void 0 ? 0 : Number(kib) * 1024;
}

// src/pack/proof/seeing.ts
async function inCell(asked, programs, work) {
  const directory = await mkdtemp4(path4.join(asked.directory, "proof-"));
  try {
    const [fifo, cell] = await Promise.allSettled([
      openFullFifo(directory),
      programs(directory).then((files) => openCell({ ...asked, directory, programs: files }))
    ]);
    try {
      if (fifo.status === "rejected") throw fifo.reason;
      if (cell.status === "rejected") throw cell.reason;
      return await work(cell.value, fifo.value);
    } finally {
      if (cell.status === "fulfilled") await cell.value.close();
      if (fifo.status === "fulfilled") await fifo.value.close();
    }
  } finally {
    await rm4(directory, { recursive: true, force: true });
  }
}
function handOversOf(cell, program, runs, limitMs) {
  return runs.map((variables) => () => handOver(cell, program, variables, limitMs));
}
function sightOf(cell, fifo, { segments, linked }, program, file, limitMs) {
  if (segments === null) return null;
  return async () => {
    const { size } = await stat2(file);
    return identity(cell, fifo, { program, size, linked, segments }, limitMs);
  };
}
function isFaulty(seen) {
  return seen.fault !== null;
}
function startOf(handOvers) {
  return median(handOvers.filter((run2) => run2.variables === 1).map((run2) => run2.ms));
}
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[sorted.length - 1 >> 1], sorted[sorted.length >> 1]];
  return low === void 0 || high === void 0 ? 0 : (low + high) / 2;
}
async function inLanes(tasks, lanes, stops) {
  const waiting = [...tasks];
  const results = [];
  const lane = async () => {
    for (let task = waiting.shift(); task !== void 0; task = waiting.shift()) {
      const result = await task();
      results.push(result);
      if (stops(result)) waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  return results;
}

// src/pack/proof/smallest-program.ts
var AMD64 = { machine: 62, code: [184, 60, 0, 0, 0, 49, 255, 15, 5] };
var ARM64 = { machine: 183, code: [168, 11, 128, 210, 0, 0, 128, 210, 1, 0, 0, 212] };
var HEADERS = 64 + 56;
var ADDRESS = 65536;
function smallestProgram(architecture) {
  const target = { amd64: AMD64, arm64: ARM64 }[architecture];
  if (target === void 0) return null;
  const size = HEADERS + target.code.length;
  const elf = Buffer.alloc(size);
  elf.set([127, 69, 76, 70, 2, 1, 1]);
  elf.writeUInt16LE(2, 16);
  elf.writeUInt16LE(target.machine, 18);
  elf.writeUInt32LE(1, 20);
  elf.writeBigUInt64LE(BigInt(ADDRESS + HEADERS), 24);
  elf.writeBigUInt64LE(64n, 32);
  elf.writeUInt16LE(64, 52);
  elf.writeUInt16LE(56, 54);
  elf.writeUInt16LE(1, 56);
  elf.writeUInt32LE(1, 64);
  elf.writeUInt32LE(5, 68);
  elf.writeBigUInt64LE(BigInt(ADDRESS), 80);
  elf.writeBigUInt64LE(BigInt(size), 96);
  elf.writeBigUInt64LE(BigInt(size), 104);
  elf.writeBigUInt64LE(0x10000n, 112);
  elf.set(target.code, HEADERS);
  return elf;
}

// src/pack/proof/see-linked.ts
async function seeLinked(asked) {
  return inCell(
    asked,
    (directory) => programsOf(asked, directory),
    (cell, fifo) => seeIn(cell, fifo, asked)
  );
}
async function programsOf({ linked, segments, machine }, directory) {
  const smallest = segments === null ? null : smallestProgram(machine);
  if (smallest === null) return { linked };
  const file = path5.join(directory, "smallest");
  await writeFile(file, smallest, { mode: 493 });
  return { linked, smallest: file };
}
var SIGHT_LIMIT_MS = 5e3;
async function seeIn(cell, fifo, asked) {
  const { runs, linked, limitMs, segments, machine } = asked;
  const starts = handOversOf(cell, "linked", [...new Set(runs), 1, 1], limitMs);
  const handOvers = await inLanes(starts, 1, isFaulty);
  const failed = handOvers.find(isFaulty);
  if (failed !== void 0) return linkedFailed(failed);
  const sightLimitMs = Math.min(SIGHT_LIMIT_MS, limitMs);
  const sight = await sightOf(cell, fifo, asked, "linked", linked, sightLimitMs)?.();
  if (sight !== void 0 && isFaulty(sight))
    return {
      status: "cannot see",
      why: `no process can be looked into here: the linked binary ${sight.fault}`
    };
  const measurable = segments !== null && smallestProgram(machine) !== null;
  const overheadMs = measurable ? await overheadIn(cell, limitMs) : 0;
  return { status: "seen", startMs: startOf(handOvers), overheadMs, memory: sight?.memory ?? null };
}
function linkedFailed({ fault, output }) {
  const unfit = /This program can only be run on .*/.exec(output)?.[0];
  if (unfit !== void 0) return { status: "cannot see", why: `this machine cannot run it (${unfit})` };
  return { status: "linked failed", fault, output };
}
async function overheadIn(cell, limitMs) {
  const runs = [];
  for (let run2 = 0; run2 < 3; run2++) runs.push(await startToEnd(cell, "smallest", limitMs));
  return median(runs);
}

// src/pack/proof/see-packed.ts
async function seePacked(asked) {
  return inCell(
    asked,
    async () => ({ packed: asked.packed }),
    (cell, fifo) => seeIn2(cell, fifo, asked)
  );
}
async function seeIn2(cell, fifo, asked) {
  const { runs, packed, limitMs, lanes } = asked;
  const starts = handOversOf(cell, "packed", runs, limitMs);
  const sight = sightOf(cell, fifo, asked, "packed", packed, limitMs);
  const tasks = sight === null ? starts : [...starts, sight];
  const evidence = await inLanes(tasks, lanes, isFaulty);
  const handOvers = evidence.filter((seen2) => "variables" in seen2).toSorted((a, b) => a.variables - b.variables);
  const seen = evidence.find((each) => "memory" in each);
  const failed = [...handOvers, ...seen === void 0 ? [] : [seen]].find(isFaulty);
  const environments = environmentsOf(handOvers);
  if (failed !== void 0) return { status: "failed", fault: failed.fault, environments };
  return { status: "seen", environments, startMs: startOf(handOvers), memory: seen?.memory ?? null };
}
function environmentsOf(handOvers) {
  const failed = handOvers.filter(isFaulty).map((run2) => run2.variables);
  const passed = handOvers.map((run2) => run2.variables).filter((variables) => !failed.includes(variables));
  return [...new Set(passed)].toSorted((a, b) => a - b);
}

export {
  entryPoint,
  askProver,
  isolationBy,
  isolationOf,
  ownIsolation,
  seeLinked,
  seePacked
};
