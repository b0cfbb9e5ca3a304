import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  READY,
  callMachine,
  callProgram,
  holding,
  isolationFault,
  killTree,
  makeFifo,
  openSandbox,
  readReport,
  startContainer,
  starting
} from "./chunk-B4OTDZSW.js";
import {
  entryPoint
} from "./chunk-HQLLIQ5B.js";
import {
  childEnvironment,
  moments,
  run
} from "./chunk-P3IBKTOQ.js";
import {
  childrenOf,
  processState
} from "./chunk-DLB6TBYB.js";
import {
  UNPRIVILEGED
} from "./chunk-O46FCSL4.js";
import {
  Failure,
  Interrupted,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/isolation/isolation.ts
import { closeSync, openSync, readFileSync } from "node:fs";

// src/isolation/as-root.ts
function asRoot(name) {
  return ["sudo", "-n", "--", process.execPath, entryPoint(name)];
}
async function mayAskAsRoot(host) {
  try {
    const listing = ["-n", "-l", process.execPath, entryPoint("prover")];
    const { exitCode } = await run(host, "sudo", listing, {
      env: childEnvironment(host, "sudo"),
      standstillMs: 3e4
    });
    return exitCode === 0;
  } catch {
    return false;
  }
}
async function askAsRoot(host, request) {
  const [command, ...args] = asRoot("prover");
  const { exitCode, stdout, stderr } = await run(host, command, args, {
    env: childEnvironment(host, "sudo"),
    input: JSON.stringify(request)
  });
  if (exitCode !== 0)
    throw new Failure(
      "proof",
      {
        what: clause`the proof's helper, started through sudo, failed`,
        why: clause`it ended with exit code ${String(exitCode)}`
      },
      { output: stderr, fields: { command: "sudo" } }
    );
  const answer = JSON.parse(stdout);
  if (isInterruption(answer)) throw new Interrupted("proof", answer.clauses);
  return answer;
}
function isInterruption(answer) {
  return answer.kind === "interrupted";
}

// src/isolation/isolation.ts
function isolationBy(way) {
  return way === "process" ? "process" : "namespaces";
}
function isolationsOf(host, search = () => isolationOf(host)) {
  const owner = process.platform === "linux" ? ownerHere() : null;
  let searched = null;
  return {
    likely: () => searched === null ? owner : null,
    search: () => searched ??= search()
  };
}
async function isolationOf(host) {
  const own = await ownIsolation();
  if (own !== "process") return own;
  if (!await mayAskAsRoot(host)) return "process";
  const request = { kind: "isolation" };
  const { way } = await askAsRoot(host, request);
  return way === "root" ? "sudo" : "process";
}
async function answerIsolation() {
  return { kind: "isolation", way: await ownIsolation() };
}
async function ownIsolation() {
  if (process.platform !== "linux") return "process";
  const owner = ownerHere();
  try {
    return await works(owner) ? owner : "process";
  } catch {
    return "process";
  }
}
function ownerHere() {
  return process.getuid?.() === 0 && mayMapUsers() ? "root" : "user";
}
function mayMapUsers() {
  try {
    return /^\s*0\s+0\s+4294967295\s*$/.test(readFileSync("/proc/self/uid_map", "utf8"));
  } catch {
    return false;
  }
}
async function works(owner) {
  const machine = callMachine();
  if (machine === null) return false;
  const bytes = callProgram(machine, []);
  const output = openSync("/dev/null", "w");
  try {
    const container = await startContainer({
      owner,
      entries: [{ kind: "file", path: "/probe", mode: 493, uid: 0, gid: 0, bytes }],
      service: {
        user: UNPRIVILEGED,
        hostname: "probe",
        workdir: "/",
        candidates: ["/probe"],
        argv: ["/probe"],
        env: {}
      },
      output
    });
    const ended = await container.ended;
    return ended.kind === "ended" && ended.exitCode === 0;
  } finally {
    closeSync(output);
  }
}

// src/proof/seeing.ts
import { mkdtemp as mkdtemp3, rm as rm3, stat as stat2 } from "node:fs/promises";
import path3 from "node:path";

// src/isolation/cell.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
async function openCell(request) {
  return endingWithUs(
    await (request.way === "process" ? openDirectory(request) : openRoots(request, request.way))
  );
}
function endingWithUs(cell) {
  const all = /* @__PURE__ */ new Set();
  const endAll = () => all.forEach((running) => running.kill());
  process.on("exit", endAll);
  return {
    fillWith: async (programs) => {
      const filled = await cell.fillWith(programs);
      return {
        start: (program, env, stderr) => {
          const running = filled.start(program, env, stderr);
          all.add(running);
          running.child.once("exit", () => all.delete(running));
          return running;
        }
      };
    },
    close: async () => {
      endAll();
      process.off("exit", endAll);
      await cell.close();
    }
  };
}
var EMULATOR = ".emulator";
var HOLD = ".hold";
var HOLD_OPEN = `
mkdir proc
mount -t proc -o nosuid,nodev,noexec proc proc
mount -o remount,bind,ro,nosuid,nodev .
exec "./$1"`;
async function openRoots({ name, emulator }, owner) {
  const machine = callMachine();
  if (machine === null) throw isolationFault("this machine is neither amd64 nor arm64");
  const argv = emulator === null ? [`/${name}`] : [`/${EMULATOR}`, `/${name}`];
  const calls = holding();
  const sandbox = await openSandbox({
    owner,
    script: HOLD_OPEN,
    args: [HOLD],
    stdout: "pipe",
    stderr: "pipe"
  });
  const { holder } = sandbox;
  const isReady = ready(sandbox, calls);
  isReady.catch(() => {
  });
  let isFilled = false;
  return {
    fillWith: async (programs) => {
      const roots = await Promise.all(
        Object.entries(programs).map(async ([program, from]) => [
          executable(`/${program}/${name}`, await readFile(from)),
          executable(starterOf(program), callProgram(machine, starting(machine, owner, `/${program}`, argv))),
          ...emulator === null ? [] : [executable(`/${program}/${EMULATOR}`, await readFile(emulator))]
        ])
      );
      isFilled = true;
      sandbox.fillWith([executable(`/${HOLD}`, callProgram(machine, calls)), ...roots.flat()]);
      await isReady;
      return { start: (program, env, stderr) => startIn(sandbox, program, env, stderr) };
    },
    close: async () => {
      if (isFilled) holder.stdin?.end();
      else killTree(holder);
      if (holder.exitCode === null && holder.signalCode === null) await once(holder, "exit");
    }
  };
}
function startIn(sandbox, program, env, stderr) {
  const [command, args] = sandbox.inside([starterOf(program)]);
  const child = spawn(command, args, { env: { ...env }, stdio: ["ignore", "ignore", stderr] });
  const pid = () => childrenOf(child.pid ?? NaN)[0]?.pid ?? null;
  return { child, pid, kill: () => killTree(child) };
}
function executable(path5, bytes) {
  return { kind: "file", path: path5, mode: 365, uid: 0, gid: 0, bytes };
}
function starterOf(program) {
  return `/.start-${program}`;
}
async function ready({ holder, report }, calls) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let stderr = "";
  holder.stderr?.on("data", (chunk) => stderr = (stderr + chunk.toString()).slice(0, 1e3));
  holder.stdout?.on("data", (chunk) => chunk.includes(READY) && resolve());
  holder.on("error", (cause) => reject(isolationFault(cause.message, cause)));
  const failed = [];
  report.on("data", (chunk) => failed.push(chunk));
  holder.on("close", () => {
    const step = readReport(calls, Buffer.concat(failed));
    const why = step === null ? stderr.trim().replaceAll("\n", "; ") : `it could not ${step.call.purpose} (${step.why})`;
    reject(isolationFault(why || "its first process ended early"));
  });
  return promise;
}
async function openDirectory({ directory, name, emulator }) {
  const at = await mkdtemp(path.join(directory, "programs-"));
  const empty = path.join(at, "empty");
  await mkdir(empty);
  return {
    fillWith: async (programs) => {
      for (const [program, file] of Object.entries(programs)) {
        await mkdir(path.join(at, program));
        await copyFile(file, path.join(at, program, name));
        await chmod(path.join(at, program, name), 365);
      }
      return {
        start: (program, env, stderr) => {
          const file = path.join(at, program, name);
          const [command, args, argv0] = emulator === null ? [file, [], `/${name}`] : [emulator, [file], emulator];
          const child = spawn(command, args, {
            argv0,
            cwd: empty,
            env: { ...env },
            stdio: ["ignore", "ignore", stderr]
          });
          return { child, pid: () => child.pid ?? null, kill: () => void child.kill("SIGKILL") };
        }
      };
    },
    close: () => rm(at, { recursive: true, force: true })
  };
}

// src/proof/start-fault.ts
function startFault(why, cause) {
  return new Interrupted(
    "proof",
    {
      what: clause`the proof could not be finished`,
      why: clause`a program that it started did not get to its end (${why})`,
      fix: clause`run it again`
    },
    { cause }
  );
}

// src/proof/watch.ts
async function stuck(pid, limits, over) {
  const everyMs = Math.max(10, Math.min(limits.asleepMs / 10, 1e3));
  for await (const { tree, processorMs, restedMs } of moments(pid, everyMs, over)) {
    if (processorMs > limits.processorMs)
      return { kind: "fault", fault: `did not end within ${limits.processorMs / 1e3} s of processor time` };
    if (restedMs < limits.asleepMs) continue;
    if (tree.some(({ state }) => state === "T")) return { kind: "stopped" };
    return { kind: "fault", fault: `slept for ${limits.asleepMs / 1e3} s` };
  }
  throw new Error("the program was not watched to its end");
}

// src/proof/hand-over.ts
var MAX_OUTPUT = 16 * 1024;
async function handOver(cell, program, variables, limits) {
  const ended = await ending(cell, program, environmentOf(variables), limits);
  const reached = ended.exitCode === 2 && ended.output.includes("malformed GOMEMLIMIT");
  const fault = reached ? null : `${ended.how} with ${counted(variables)}`;
  return { variables, fault, output: ended.output };
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
async function ending(cell, program, env, limits) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const running = cell.start(program, env, "pipe");
  const { child } = running;
  let output = "";
  let judged = null;
  const over = new AbortController();
  child.stderr?.on("data", (chunk) => {
    if (output.length < MAX_OUTPUT) output += chunk.toString("utf8");
  });
  stuck(child.pid ?? NaN, limits, over.signal).then(
    (seen) => {
      if (seen.kind === "stopped") reject(startFault("it was stopped from outside (SIGSTOP)"));
      else judged = seen.fault;
      running.kill();
    },
    () => {
    }
  );
  child.on("error", (cause) => {
    over.abort();
    reject(startFault(cause.message, cause));
  });
  child.on("close", (exitCode, signal) => {
    over.abort();
    if (judged === null && signal === "SIGKILL")
      reject(startFault("it was killed (SIGKILL), or memory ran out"));
    if (output.startsWith("nsenter: ")) reject(startFault(output.split("\n")[0] ?? ""));
    const how = judged ?? (signal === null ? `exited with ${exitCode}` : `was ended by ${signal}`);
    resolve({ exitCode, how, output: output.slice(0, MAX_OUTPUT) });
  });
  return promise;
}

// src/proof/identity.ts
import { constants, openSync as openSync2, writeSync, closeSync as closeSync2 } from "node:fs";
import { mkdtemp as mkdtemp2, open, readdir, readFile as readFile2, rm as rm2, stat } from "node:fs/promises";
import path2 from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
async function identity(cell, fifo, like, limits) {
  return asleepInWrite(cell, fifo, like, limits, (pid) => look(pid, like));
}
async function processorTimeOf(cell, fifo, program, size, limits) {
  const like = { program, size, linked: "", segments: [] };
  const { fault, processorMs } = await asleepInWrite(cell, fifo, like, limits, async () => NOTHING_WRONG);
  return fault === null ? processorMs : null;
}
var ENVIRONMENT = { GODEBUG: "inittrace=1" };
var SIGHT_VARIABLES = Object.keys(ENVIRONMENT).length;
var NOTHING_WRONG = { fault: null, memory: 0 };
async function asleepInWrite(cell, fifo, { program, size }, limits, see) {
  const running = cell.start(program, ENVIRONMENT, fifo.sleeper);
  const { child } = running;
  const over = new AbortController();
  const end = Promise.withResolvers();
  child.on("error", (cause) => end.reject(startFault(cause.message, cause)));
  child.on("exit", (code, signal) => {
    if (signal === "SIGKILL") end.reject(startFault("it was killed (SIGKILL), or memory ran out"));
    const how = signal === null ? `exited with ${code}` : `was ended by ${signal}`;
    end.resolve(`${how} before its first trace line`);
  });
  const gone = end.promise;
  const standing = stuck(child.pid ?? NaN, limits, over.signal).then((seen) => {
    if (seen.kind === "fault") return `${seen.fault} before its first trace line`;
    throw startFault("it was stopped from outside (SIGSTOP)");
  });
  for (const late of [gone, standing]) late.catch(() => {
  });
  try {
    const seen = await Promise.race([gone, standing, sleepsInTrace(running, size, over.signal)]);
    if (typeof seen === "string") return { fault: seen, memory: 0, processorMs: 0 };
    const processorMs = await processorTime(seen.pid);
    const found = await see(seen.pid).catch((error) => ({
      fault: `cannot be inspected (${error.message})`,
      memory: 0
    }));
    return { ...found, processorMs };
  } finally {
    over.abort();
    running.kill();
    await gone.catch(() => {
    });
  }
}
async function openFullFifo(directory) {
  const at = await mkdtemp2(path2.join(directory, "fifo-"));
  const file = path2.join(at, "stderr");
  await makeFifo(file);
  const filler = openSync2(file, constants.O_RDWR | constants.O_NONBLOCK);
  fillUp(filler);
  const sleeper = openSync2(file, constants.O_RDWR);
  return {
    sleeper,
    close: async () => {
      closeSync2(filler);
      closeSync2(sleeper);
      await rm2(at, { recursive: true, force: true });
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
async function sleepsInTrace(running, size, over) {
  let pid = null;
  let anotherSince = null;
  while (!over.aborted) {
    pid ??= running.pid();
    const asleep = pid !== null && await writesToStderr(pid);
    if (asleep && await sizeOfExecutable(pid ?? NaN) === size) return { pid: pid ?? NaN };
    anotherSince = asleep ? anotherSince ?? performance.now() : null;
    if (anotherSince !== null && performance.now() - anotherSince > ANOTHER_MS)
      return "became another program";
    await sleep(2);
  }
  return "was not waited for";
}
async function processorTime(pid) {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const times = await Promise.all(
    threads.map(async (thread) => {
      const counted2 = await readFile2(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => "");
      return /^\d+/.exec(counted2)?.[0];
    })
  );
  const known = times.filter((time) => time !== void 0);
  if (known.length === 0 || known.length < times.length) return (processState(pid)?.ticks ?? 0) * 10;
  return known.reduce((sum, time) => sum + Number(time) / 1e6, 0);
}
async function writesToStderr(pid) {
  const call = await readFile2(`/proc/${pid}/syscall`, "utf8").catch(() => "");
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
    return { fault: null, memory: privateBytes(await readFile2(`/proc/${pid}/smaps_rollup`, "utf8")) };
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

// src/proof/seeing.ts
async function openProofCell(asked) {
  const directory = await mkdtemp3(path3.join(asked.directory, "proof-"));
  const remove = () => rm3(directory, { recursive: true, force: true });
  const [fifo, cell] = await Promise.allSettled([openFullFifo(directory), openCell({ ...asked, directory })]);
  const close = async () => {
    try {
      if (cell.status === "fulfilled") await cell.value.close();
    } finally {
      if (fifo.status === "fulfilled") await fifo.value.close();
      await remove();
    }
  };
  if (fifo.status === "fulfilled" && cell.status === "fulfilled")
    return {
      directory,
      see: async (programs, work) => work(await cell.value.fillWith(programs), fifo.value),
      close
    };
  await close();
  throw fifo.status === "rejected" ? fifo.reason : cell.reason;
}
function handOversOf(cell, program, runs, limits) {
  return runs.map((variables) => () => handOver(cell, program, variables, limits));
}
function sightsOf(cell, fifo, { segments, linked }, program, file, limits, times) {
  if (segments === null) return [];
  return Array.from({ length: times }, (_, run2) => async () => {
    const { size } = await stat2(file);
    return identity(cell, fifo, { program, size, linked, segments: run2 === 0 ? segments : [] }, limits);
  });
}
function costOf(sights) {
  if (sights.length === 0) return null;
  return {
    processorMs: Math.min(...sights.map((sight) => sight.processorMs)),
    memory: Math.min(...sights.map((sight) => sight.memory))
  };
}
function isFaulty(seen) {
  return seen.fault !== null;
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

// src/proof/see-linked.ts
import { writeFile } from "node:fs/promises";
import path4 from "node:path";
async function seeLinked(asked) {
  const smallest = asked.segments === null ? null : smallestProgram();
  const place = await openProofCell(asked);
  try {
    const programs = { linked: asked.linked, ...await writeSmallest(place, smallest) };
    return await place.see(programs, (cell, fifo) => seeIn(cell, fifo, asked, smallest?.length ?? null));
  } finally {
    await place.close();
  }
}
async function writeSmallest({ directory }, bytes) {
  if (bytes === null) return {};
  const smallest = path4.join(directory, "smallest");
  await writeFile(smallest, bytes, { mode: 493 });
  return { smallest };
}
function smallestProgram() {
  const machine = callMachine();
  return machine === null ? null : callProgram(machine, [{ call: "write", args: [2, "x", 1], purpose: null }]);
}
var TIMES = 2;
var ASLEEP_MS = 5e3;
async function seeIn(cell, fifo, asked, smallest) {
  const { runs, linked, limits } = asked;
  const starts = handOversOf(cell, "linked", [...new Set(runs)], limits);
  const handOvers = await inLanes(starts, 1, isFaulty);
  const failed = handOvers.find(isFaulty);
  if (failed !== void 0) return linkedFailed(failed);
  const patience = { ...limits, asleepMs: Math.min(ASLEEP_MS, limits.asleepMs) };
  const sights = await inLanes(
    sightsOf(cell, fifo, asked, "linked", linked, patience, TIMES),
    1,
    isFaulty
  );
  const unseen = sights.find(isFaulty);
  if (unseen !== void 0)
    return {
      status: "cannot see",
      why: `processes cannot be inspected on this machine: the linked binary ${unseen.fault}`
    };
  const overheads = smallest === null ? [] : await inLanes(
    sights.map(() => () => processorTimeOf(cell, fifo, "smallest", smallest, patience)),
    1,
    () => false
  );
  const known = overheads.filter((overhead) => overhead !== null);
  return { status: "seen", cost: costOf(sights), overheadMs: known.length === 0 ? 0 : Math.min(...known) };
}
function linkedFailed({ fault, output }) {
  const unfit = /This program can only be run on .*/.exec(output)?.[0];
  if (unfit !== void 0) return { status: "cannot see", why: `this machine cannot run it (${unfit})` };
  return { status: "linked failed", fault, output };
}

// src/proof/see-packed.ts
async function seePacked(place, asked) {
  return place.see({ packed: asked.packed }, (cell, fifo) => seeIn2(cell, fifo, asked));
}
var TIMES2 = 2;
async function seeIn2(cell, fifo, asked) {
  const { runs, packed, segments, limits, lanes } = asked;
  const others = segments === null ? runs : runs.filter((variables) => variables !== SIGHT_VARIABLES);
  const starts = handOversOf(cell, "packed", others, limits);
  const tasks = [...starts, ...sightsOf(cell, fifo, asked, "packed", packed, limits, TIMES2)];
  const evidence = await inLanes(tasks, lanes, isFaulty);
  const handOvers = evidence.filter((seen) => "variables" in seen).toSorted((a, b) => a.variables - b.variables);
  const sights = evidence.filter((seen) => "memory" in seen);
  const failed = [...handOvers, ...sights].find(isFaulty);
  const environments = environmentsOf(handOvers, sights);
  if (failed !== void 0) return { status: "failed", fault: failed.fault, environments };
  return { status: "seen", environments, cost: costOf(sights) };
}
function environmentsOf(handOvers, sights) {
  const runs = [...handOvers, ...sights.map(({ fault }) => ({ fault, variables: SIGHT_VARIABLES }))];
  const failed = runs.filter(isFaulty).map((run2) => run2.variables);
  const passed = runs.map((run2) => run2.variables).filter((variables) => !failed.includes(variables));
  return [...new Set(passed)].toSorted((a, b) => a - b);
}

export {
  asRoot,
  askAsRoot,
  isolationBy,
  isolationsOf,
  answerIsolation,
  openProofCell,
  seeLinked,
  seePacked
};
