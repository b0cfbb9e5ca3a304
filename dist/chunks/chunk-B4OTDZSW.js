import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ELFCLASS64,
  ELFDATA2LSB,
  ELFMAG,
  EM_AARCH64,
  EM_X86_64,
  ET_EXEC,
  EV_CURRENT,
  PF_R,
  PF_W,
  PF_X,
  PT_LOAD
} from "./chunk-UIFEWTII.js";
import {
  tarChunks
} from "./chunk-IUS3NEIC.js";
import {
  machine
} from "./chunk-EVFFBKZG.js";
import {
  childrenOf
} from "./chunk-DLB6TBYB.js";
import {
  UNPRIVILEGED
} from "./chunk-O46FCSL4.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/isolation/call-machine.ts
function callMachine() {
  const own = machine();
  return own === "amd64" || own === "arm64" ? own : null;
}

// src/isolation/call-program.ts
import { getSystemErrorMessage } from "node:util";

// src/isolation/system-call.ts
var NUMBERS = {
  capset: { amd64: 126, arm64: 91 },
  chdir: { amd64: 80, arm64: 49 },
  chroot: { amd64: 161, arm64: 51 },
  close: { amd64: 3, arm64: 57 },
  close_range: { amd64: 436, arm64: 436 },
  execve: { amd64: 59, arm64: 221 },
  exit_group: { amd64: 231, arm64: 94 },
  fcntl: { amd64: 72, arm64: 25 },
  ioctl: { amd64: 16, arm64: 29 },
  keyctl: { amd64: 250, arm64: 219 },
  openat: { amd64: 257, arm64: 56 },
  pivot_root: { amd64: 155, arm64: 41 },
  prctl: { amd64: 157, arm64: 167 },
  read: { amd64: 0, arm64: 63 },
  sethostname: { amd64: 170, arm64: 161 },
  setgroups: { amd64: 116, arm64: 159 },
  setresgid: { amd64: 119, arm64: 149 },
  setresuid: { amd64: 117, arm64: 147 },
  setsid: { amd64: 112, arm64: 157 },
  socket: { amd64: 41, arm64: 198 },
  umask: { amd64: 95, arm64: 166 },
  umount2: { amd64: 166, arm64: 39 },
  unlinkat: { amd64: 263, arm64: 35 },
  unshare: { amd64: 272, arm64: 97 },
  write: { amd64: 1, arm64: 64 }
};
function callNumber(name, machine2) {
  return NUMBERS[name][machine2];
}
var OWN_ENVIRONMENT = /* @__PURE__ */ Symbol("own environment");

// src/isolation/machine-code.ts
var REPORT = 3;
var FAILED = 125;
var AMD64 = {
  call: (name, args) => Buffer.concat([
    // mov rdi, rsi, rdx, r10, r8 and r9
    ...args.map((arg, index) => {
      if (arg === "own environment")
        return Buffer.from([72, 139, 4, 36, 72, 141, 84, 196, 16, 144]);
      const opcode = AMD64_MOVES[index] ?? [];
      return Buffer.concat([Buffer.from(opcode), little64(arg)]);
    }),
    Buffer.from([184]),
    little32(callNumber(name, "amd64")),
    Buffer.from([15, 5])
  ]),
  // test rax, rax; js
  jumpIfFailed: (distance) => Buffer.concat([Buffer.from([72, 133, 192, 15, 136]), little32(distance)]),
  jumpLength: 9,
  // mov ebx, call; jmp
  remember: (call, distance) => Buffer.concat([Buffer.from([187]), little32(call), Buffer.from([233]), little32(distance)]),
  rememberLength: 10,
  report: () => Buffer.concat([
    // neg eax; sub rsp, 16; mov [rsp], ebx; mov [rsp + 4], eax; mov rsi, rsp
    Buffer.from([247, 216, 72, 131, 236, 16, 137, 28, 36, 137, 68, 36, 4]),
    Buffer.from([72, 137, 230]),
    // mov edi, REPORT; mov edx, 8; mov eax, write; syscall
    Buffer.from([191, REPORT, 0, 0, 0, 186, 8, 0, 0, 0, 184, 1, 0, 0, 0, 15, 5]),
    AMD64.call("exit_group", [BigInt(FAILED)])
  ])
};
var AMD64_MOVES = [
  [72, 191],
  [72, 190],
  [72, 186],
  [73, 186],
  [73, 184],
  [73, 185]
];
var ARM64 = {
  call: (name, args) => words([
    // add x2, sp, x9, lsl #3 with x9 = [sp]; add x2, x2, #16
    ...args.flatMap(
      (arg, index) => arg === "own environment" ? [4181722089, 2334748642, 2432712770] : move(index, arg)
    ),
    ...move(8, BigInt(callNumber(name, "arm64"))),
    SVC
  ]),
  // tbnz x0, #63
  jumpIfFailed: (distance) => words([3086483456 + ((distance + 4) / 4 & 16383) * 32]),
  jumpLength: 4,
  // x20 = call; b
  remember: (call, distance) => words([...move(20, BigInt(call)), 335544320 + ((distance + 4) / 4 & 67108863)]),
  rememberLength: 20,
  report: () => words([
    // neg w1, w0; sub sp, sp, #16; str w20, [sp]; str w1, [sp, #4]
    1258292193,
    3506455551,
    3103785972,
    3103786977,
    // x0 = REPORT; mov x1, sp; x2 = 8; x8 = write
    ...move(0, BigInt(REPORT)),
    2432697313,
    ...move(2, 8n),
    ...move(8, BigInt(callNumber("write", "arm64"))),
    SVC,
    ...move(0, BigInt(FAILED)),
    ...move(8, BigInt(callNumber("exit_group", "arm64"))),
    SVC
  ])
};
var SVC = 3556769793;
function move(register, value) {
  return [0, 1, 2, 3].map((part) => {
    const bits = Number(BigInt.asUintN(64, value) >> BigInt(16 * part) & 0xffffn);
    return (part === 0 ? 3531603968 : 4068474880) + part * 2097152 + bits * 32 + register;
  });
}
function words(values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, index * 4));
  return bytes;
}
function little32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value | 0);
  return bytes;
}
function little64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  return bytes;
}
var MACHINE_CODE = { amd64: AMD64, arm64: ARM64 };

// src/isolation/call-program.ts
var ELF_MACHINES = { amd64: EM_X86_64, arm64: EM_AARCH64 };
var HEADERS = 64 + 56;
var ADDRESS = 65536;
var POINTER = 8;
function callProgram(machine2, calls) {
  const code = MACHINE_CODE[machine2];
  const ending = { call: "exit_group", args: [0], purpose: null };
  const { length } = assemble(code, [...calls, ending], () => 0n);
  const data = new Data(ADDRESS + HEADERS + length);
  const text = assemble(code, [...calls, ending], (value) => data.addressOf(value));
  return executable(machine2, Buffer.concat([text, data.bytes()]));
}
function readReport(calls, report) {
  if (report.length < 8) return null;
  const bytes = Buffer.from(report);
  const call = calls[bytes.readUInt32LE(0)];
  if (call === void 0) return null;
  return { call, why: getSystemErrorMessage(-bytes.readUInt32LE(4)) ?? "an unknown error" };
}
function assemble(code, calls, addressOf) {
  const valueOf = (arg) => {
    if (arg === OWN_ENVIRONMENT) return "own environment";
    return typeof arg === "number" ? BigInt(arg) : addressOf(arg);
  };
  const made2 = calls.map(({ call, args }) => code.call(call, args.map(valueOf)));
  const checked = calls.flatMap(({ purpose }, index) => purpose === null ? [] : [index]);
  const end = made2.reduce(
    (at2, bytes, index) => at2 + bytes.length + (checked.includes(index) ? code.jumpLength : 0),
    0
  );
  const parts = [];
  let at = 0;
  const add = (bytes) => {
    parts.push(bytes);
    at += bytes.length;
  };
  made2.forEach((bytes, index) => {
    add(bytes);
    const place = checked.indexOf(index);
    if (place >= 0) add(code.jumpIfFailed(end + place * code.rememberLength - (at + code.jumpLength)));
  });
  const report = end + checked.length * code.rememberLength;
  for (const index of checked) add(code.remember(index, report - (at + code.rememberLength)));
  add(code.report());
  return Buffer.concat(parts);
}
var Data = class {
  #start;
  #parts = [];
  #texts = /* @__PURE__ */ new Map();
  #length = 0;
  constructor(start) {
    this.#start = start;
  }
  addressOf(value) {
    if (value instanceof Uint8Array) return this.#add(value);
    if (typeof value !== "string")
      return "words" in value ? this.#addWords(value.words) : this.#addWords([...value.map((text) => this.addressOf(text)), 0]);
    const known = this.#texts.get(value);
    if (known !== void 0) return known;
    const address = this.#add(Buffer.from(`${value}\0`));
    this.#texts.set(value, address);
    return address;
  }
  bytes() {
    return Buffer.concat(this.#parts);
  }
  #addWords(words2) {
    const bytes = Buffer.alloc(words2.length * POINTER);
    words2.forEach((word, index) => {
      const value = word instanceof Uint8Array ? this.addressOf(word) : BigInt(word);
      bytes.writeBigUInt64LE(value, index * POINTER);
    });
    return this.#add(bytes);
  }
  #add(bytes) {
    const address = this.#start + this.#length;
    const gap = (POINTER - address % POINTER) % POINTER;
    this.#parts.push(new Uint8Array(gap), bytes);
    this.#length += gap + bytes.length;
    return BigInt(address + gap);
  }
};
function executable(machine2, content) {
  const headers = Buffer.alloc(HEADERS);
  const size = HEADERS + content.length;
  headers.set([...ELFMAG, ELFCLASS64, ELFDATA2LSB, EV_CURRENT]);
  headers.writeUInt16LE(ET_EXEC, 16);
  headers.writeUInt16LE(ELF_MACHINES[machine2], 18);
  headers.writeUInt32LE(EV_CURRENT, 20);
  headers.writeBigUInt64LE(BigInt(ADDRESS + HEADERS), 24);
  headers.writeBigUInt64LE(64n, 32);
  headers.writeUInt16LE(64, 52);
  headers.writeUInt16LE(56, 54);
  headers.writeUInt16LE(1, 56);
  headers.writeUInt32LE(PT_LOAD, 64);
  headers.writeUInt32LE(PF_R | PF_W | PF_X, 68);
  headers.writeBigUInt64LE(BigInt(ADDRESS), 80);
  headers.writeBigUInt64LE(BigInt(size), 96);
  headers.writeBigUInt64LE(BigInt(size), 104);
  headers.writeBigUInt64LE(0x10000n, 112);
  return Buffer.concat([headers, content]);
}

// src/isolation/user-namespace.ts
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";

// src/isolation/tools.ts
import { existsSync } from "node:fs";
import path from "node:path";
var TOOL_ENVIRONMENT = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
function tool(name) {
  return ["/usr/bin", "/bin"].map((bin) => path.join(bin, name)).find(existsSync) ?? name;
}
function isolationFault(why, cause) {
  return new Failure(
    "proof",
    { what: clause`the isolation for the proof could not be made`, why: clause`${why}` },
    { cause }
  );
}

// src/isolation/user-namespace.ts
var FIRST_ID = 1073741824;
var IDS = 1073741824;
async function openUserNamespace(owner) {
  const shell = ["sh", "-c", "echo made; read -r _ || :"];
  const holder = spawn(tool("unshare"), ["--user", "--", ...shell], { env: TOOL_ENVIRONMENT, stdio: "pipe" });
  holder.stdin.on("error", () => {
  });
  const close = () => void holder.stdin.end();
  try {
    await made(holder);
    await mapUsers(owner, holder.pid ?? NaN);
  } catch (cause) {
    close();
    throw cause;
  }
  const enter = ["-t", String(holder.pid), "-U", ...owner === "user" ? ["--preserve-credentials"] : []];
  return { enter: (argv) => [tool("nsenter"), [...enter, "--", ...argv]], close };
}
async function mapUsers(owner, pid) {
  const write = async (name, text) => {
    await writeFile(`/proc/${pid}/${name}`, text).catch((cause) => {
      throw isolationFault(`/proc/PID/${name} cannot be written (${cause.message})`, cause);
    });
  };
  if (owner === "user") await write("setgroups", "deny");
  await write("uid_map", owner === "root" ? `0 ${FIRST_ID} ${IDS}` : `0 ${process.geteuid?.() ?? NaN} 1`);
  await write("gid_map", owner === "root" ? `0 ${FIRST_ID} ${IDS}` : `0 ${process.getegid?.() ?? NaN} 1`);
}
function idOnMachine(owner, id) {
  return owner === "root" ? FIRST_ID + id : process.geteuid?.() ?? id;
}
async function made(holder) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let stderr = "";
  holder.stderr?.on("data", (chunk) => stderr = (stderr + chunk.toString()).slice(0, 1e3));
  holder.stdout?.on("data", () => resolve());
  holder.on("error", (cause) => reject(isolationFault(cause.message, cause)));
  holder.on("close", () => reject(isolationFault(stderr.trim().replaceAll("\n", "; ") || "unshare ended")));
  return promise;
}

// src/isolation/seccomp.ts
var DATA = { call: 0, machine: 4, firstArgument: 16 };
var LOAD = 32;
var JUMP = { equal: 21, atLeast: 53, anyBit: 69 };
var RETURN = 6;
var ALLOW = 2147418112;
var FAIL_WITH = 327680;
var EPERM = 1;
var ENOSYS = 38;
var NEW_NAMESPACES = 2114060288;
var AF_VSOCK = 40;
function numbers(text) {
  return text.trim().split(/\s+/).map(Number);
}
var EVERYWHERE = [425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 443];
var AMD642 = {
  machine: 3221225534,
  limit: 1073741824,
  clone: 56,
  clone3: 435,
  socket: 41,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    103 134 136 139 153 155 156 163 164 165 166 167 168 169 172 173 174 175 176 177 178 179 180 212 227
    237 238 239 246 248 249 250 256 272 279 298 304 308 313 320 321 323`)
  ]
};
var I386 = {
  machine: 1073741827,
  clone: 120,
  clone3: 435,
  socket: 359,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    21 22 25 51 52 61 79 87 88 101 103 110 111 115 128 129 131 135 149 169 217 264 274 275 276 283 286
    287 288 294 310 317 336 342 346 350 357 374`)
  ]
};
var ARM642 = {
  machine: 3221225655,
  clone: 220,
  clone3: 435,
  socket: 198,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    18 39 40 41 42 58 60 89 97 104 105 106 112 116 142 170 217 218 219 224 225 235 236 237 238 239 241
    265 268 273 280 282 294`)
  ]
};
var ARM = {
  machine: 1073741864,
  clone: 120,
  clone3: 435,
  socket: 281,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    21 51 52 79 87 88 103 111 115 128 129 131 149 169 218 262 309 310 311 319 320 321 337 344 347 364
    371 375 379 386 388`)
  ]
};
var TABLES = {
  amd64: [AMD642, I386],
  arm64: [ARM642, ARM]
};
function systemCallFilter(machine2) {
  const program = [
    ...TABLES[machine2].flatMap((table) => {
      const block = blockOf(table);
      return [
        { code: LOAD, value: DATA.machine },
        { code: JUMP.equal, value: table.machine, fails: block.length },
        ...block
      ];
    }),
    { code: RETURN, value: ALLOW }
  ];
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(({ code, value, holds = 0, fails = 0 }, index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(holds, index * 8 + 2);
    bytes.writeUInt8(fails, index * 8 + 3);
    bytes.writeUInt32LE(value, index * 8 + 4);
  });
  return { instructions: program.length, bytes };
}
function blockOf({ limit, clone, clone3, socket, denied }) {
  const tests = [
    ...limit === void 0 ? [] : [{ code: JUMP.atLeast, value: limit, goal: "deny" }],
    ...denied.map((value) => ({ code: JUMP.equal, value, goal: "deny" })),
    { code: JUMP.equal, value: clone3, goal: "unknown" },
    { code: JUMP.equal, value: clone, goal: "clone" },
    { code: JUMP.equal, value: socket, goal: "socket" }
  ];
  const rest = [
    { code: RETURN, value: ALLOW },
    // clone: the filter looks at the first argument. It cannot look at the arguments of clone3.
    { code: LOAD, value: DATA.firstArgument },
    { code: JUMP.anyBit, value: NEW_NAMESPACES, holds: 3, fails: 4 },
    // socket
    { code: LOAD, value: DATA.firstArgument },
    { code: JUMP.equal, value: AF_VSOCK, holds: 1, fails: 2 },
    { code: RETURN, value: FAIL_WITH + ENOSYS },
    { code: RETURN, value: FAIL_WITH + EPERM },
    { code: RETURN, value: ALLOW }
  ];
  const places = { clone: 1, socket: 3, unknown: 5, deny: 6 };
  return [
    { code: LOAD, value: DATA.call },
    ...tests.map(({ code, value, goal }, index) => ({
      code,
      value,
      holds: tests.length - index - 1 + places[goal]
    })),
    ...rest
  ];
}

// src/isolation/confinement.ts
var AT_FDCWD = -100;
var O_WRONLY_CLOEXEC = 524289;
var CLONE_NEWUSER = 268435456;
var MNT_DETACH = 2;
var PR = { pdeathsig: 1, seccomp: 22, dropBound: 24, noNewPrivileges: 38, ambient: 47 };
var PR_CAP_AMBIENT_CLEAR_ALL = 4;
var SECCOMP_MODE_FILTER = 2;
var SIGKILL = 9;
var KEYCTL_JOIN_SESSION_KEYRING = 1;
var AF_INET = 2;
var SOCK_DGRAM_CLOEXEC = 524290;
var SIOCSIFFLAGS = 35092;
var IFF_UP = 1;
function step(purpose, call, ...args) {
  return { call, args, purpose };
}
function closeFrom(descriptor) {
  return [step(null, "close_range", descriptor, 4294967295, 0)];
}
function enterRoot() {
  return [
    step("make its directory the root", "pivot_root", ".", "."),
    step("unmount the files of this machine", "umount2", ".", MNT_DETACH),
    step("go to its root", "chdir", "/")
  ];
}
function startLoopback(free) {
  const request = Buffer.alloc(40);
  request.write("lo", "latin1");
  request.writeUInt16LE(IFF_UP, 16);
  return [
    step("open a socket", "socket", AF_INET, SOCK_DGRAM_CLOEXEC, 0),
    step("start the loopback interface", "ioctl", free, SIOCSIFFLAGS, request),
    step(null, "close", free)
  ];
}
function renameUser(owner, user, free) {
  return owner === "user" ? ownNamespace(user, free) : [];
}
function becomeUser(machine2, owner, user) {
  const { instructions, bytes } = systemCallFilter(machine2);
  return [
    step("take away new privileges", "prctl", PR.noNewPrivileges, 1, 0, 0, 0),
    ...dropBounds(),
    ...owner === "root" ? switchUser(user) : [],
    step("take away all capabilities", "capset", capabilityHeader(), new Uint8Array(24)),
    step(null, "prctl", PR.ambient, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0),
    // Some kernels have no keyrings.
    step(null, "keyctl", KEYCTL_JOIN_SESSION_KEYRING, 0, 0, 0, 0),
    step(null, "setsid"),
    step(null, "umask", 18),
    step("end with Bantam", "prctl", PR.pdeathsig, SIGKILL, 0, 0, 0),
    // Some kernels have no filters. What they refuse is out of reach anyway.
    step(null, "prctl", PR.seccomp, SECCOMP_MODE_FILTER, { words: [instructions, bytes] }, 0, 0)
  ];
}
function ownNamespace({ uid, gid }, free) {
  const write = (file, text) => [
    step(`open ${file}`, "openat", AT_FDCWD, file, O_WRONLY_CLOEXEC, 0),
    step(`write ${file}`, "write", free, text, text.length),
    step(null, "close", free)
  ];
  return [
    step("make a user namespace", "unshare", CLONE_NEWUSER),
    ...write("/proc/self/setgroups", "deny"),
    ...write("/proc/self/uid_map", `${uid} 0 1`),
    ...write("/proc/self/gid_map", `${gid} 0 1`)
  ];
}
function switchUser({ uid, gid }) {
  return [
    step("leave all groups", "setgroups", 0, 0),
    step(`become group ${gid}`, "setresgid", gid, gid, gid),
    step(`become user ${uid}`, "setresuid", uid, uid, uid)
  ];
}
var KNOWN_EVERYWHERE = 37;
function dropBounds() {
  return Array.from(
    { length: 64 },
    (_, capability) => step(
      capability < KNOWN_EVERYWHERE ? "empty the bounding set" : null,
      "prctl",
      PR.dropBound,
      capability,
      0,
      0,
      0
    )
  );
}
function capabilityHeader() {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(537396514);
  return header;
}

// src/isolation/programs.ts
var F_SETFD = 2;
var FD_CLOEXEC = 1;
var AT_FDCWD2 = -100;
var READY = "ready\n";
function holding() {
  return [
    ...closeFrom(REPORT + 1),
    ...reporting(),
    ...startLoopback(REPORT + 1),
    ...enterRoot(),
    { call: "write", args: [1, READY, READY.length], purpose: "say that it is ready" },
    { call: "read", args: [0, new Uint8Array(8), 1], purpose: null }
  ];
}
function starting(machine2, owner, directory, argv) {
  return [
    ...closeFrom(REPORT),
    ...renameUser(owner, UNPRIVILEGED, REPORT),
    { call: "chroot", args: [directory], purpose: "go to its own root" },
    { call: "chdir", args: ["/"], purpose: "go to its own root" },
    ...becomeUser(machine2, owner, UNPRIVILEGED),
    execute(argv[0] ?? "", argv, OWN_ENVIRONMENT)
  ];
}
function serving(machine2, owner, itself, service) {
  const { user, hostname, workdir, candidates, argv, env } = service;
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return [
    ...closeFrom(REPORT + 1),
    ...reporting(),
    { call: "sethostname", args: [hostname, hostname.length], purpose: "name the host" },
    ...startLoopback(REPORT + 1),
    ...enterRoot(),
    { call: "unlinkat", args: [AT_FDCWD2, itself, 0], purpose: null },
    ...renameUser(owner, user, REPORT + 1),
    ...becomeUser(machine2, owner, user),
    { call: "chdir", args: [workdir], purpose: `go to the working directory ${workdir}`, fault: "image" },
    ...candidates.map((candidate, index) => {
      const call = execute(candidate, argv, variables);
      return index < candidates.length - 1 ? { ...call, purpose: null } : call;
    })
  ];
}
function reporting() {
  return [{ call: "fcntl", args: [REPORT, F_SETFD, FD_CLOEXEC], purpose: null }];
}
function execute(file, argv, env) {
  return { call: "execve", args: [file, argv, env], purpose: `start ${file}`, fault: "image" };
}

// src/isolation/sandbox.ts
import { spawn as spawn2 } from "node:child_process";
var NAMESPACES = ["--mount", "--net", "--ipc", "--uts", "--pid", "--cgroup", "--fork", "--kill-child"];
var FILL = `
at=/mnt; [ -d "$at" ] || at=/tmp
mount -t tmpfs -o mode=0755,nosuid,nodev bantam "$at"
cd "$at"
tar -x -p -f - --numeric-owner "$1" <&3
shift
`;
async function openSandbox(request) {
  const { owner, script, args, stdout, stderr } = request;
  const user = await openUserNamespace(owner);
  const shell = ["sh", "-c", `set -eu${FILL}${script}`, "sh", owners(owner), ...args];
  const dying = [tool("setpriv"), "--pdeathsig", "KILL", "--"];
  const [command, commandArgs] = user.enter([...dying, tool("unshare"), ...NAMESPACES, "--", ...shell]);
  const holder = spawn2(command, commandArgs, {
    env: TOOL_ENVIRONMENT,
    stdio: ["pipe", stdout, stderr, "pipe"]
  });
  holder.stdin?.on("error", () => {
  });
  const channel = holder.stdio[3];
  channel.on("error", () => {
  });
  holder.once("exit", () => user.close());
  holder.once("error", () => user.close());
  const { pid } = holder;
  const proc = `/proc/${pid}/ns`;
  const join = ["-t", String(pid), "-U", ...owner === "user" ? ["--preserve-credentials"] : [], "-n"];
  return {
    holder,
    report: channel,
    fillWith: (entries) => fill(channel, entries),
    inside: (argv) => [
      tool("nsenter"),
      [...join, "-m", "-i", "-u", "-C", `--pid=${proc}/pid_for_children`, "--", ...argv]
    ],
    // Root of this machine may enter any network. An ordinary user may enter one only with its user namespace.
    beside: (argv) => [
      tool("nsenter"),
      owner === "root" ? ["-t", String(pid), "-n", "--", ...argv] : [...join, "--", ...argv]
    ]
  };
}
function owners(owner) {
  return owner === "root" ? "--same-owner" : "--no-same-owner";
}
var RECORD = 20 * 512;
function fill(channel, entries) {
  let length = 0;
  for (const chunk of tarChunks(entries)) {
    length += chunk.length;
    channel.write(chunk);
  }
  channel.end(new Uint8Array((RECORD - length % RECORD) % RECORD));
}

// src/isolation/kill-tree.ts
function killTree(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const started = childrenOf(child.pid ?? NaN);
  if (started.length === 0) child.kill("SIGKILL");
  for (const { pid } of started) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
    }
  }
}

// src/isolation/container.ts
var START = "/.bantam-start";
var SET_UP = "set up\n";
var LAY_OUT = `
exec 4>&2 2>&3
mkdir -p proc sys dev
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t cgroup2 -o ro,nosuid,nodev,noexec cgroup sys/fs/cgroup 2>/dev/null || :
echo 0 > proc/sys/net/ipv4/ip_unprivileged_port_start
{ echo '0 2147483647' > proc/sys/net/ipv4/ping_group_range; } 2>/dev/null || :
mount -t tmpfs -o mode=0755,nosuid,noexec,size=65536k tmpfs dev
mkdir dev/pts dev/shm dev/mqueue
for device in null zero full random urandom tty; do
  : > "dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mount -t devpts -o nosuid,noexec,newinstance,ptmxmode=0666,mode=0620 devpts dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev,noexec,size=65536k shm dev/shm
mount -t mqueue -o nosuid,nodev,noexec mqueue dev/mqueue
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
ln -s /proc/kcore dev/core
for path in bus fs irq sys sysrq-trigger; do
  [ -e "proc/$path" ] || continue
  mount --bind "proc/$path" "proc/$path"
  mount -o remount,bind,ro,nosuid,nodev,noexec "proc/$path"
done
for path in proc/acpi proc/asound proc/interrupts proc/kcore proc/keys proc/latency_stats proc/sched_debug \\
  proc/scsi proc/timer_list proc/timer_stats sys/devices/virtual/powercap sys/firmware; do
  if [ -d "$path" ]; then mount -t tmpfs -o ro,mode=0555 tmpfs "$path"
  elif [ -e "$path" ]; then mount --bind /dev/null "$path"
  fi
done
chmod "$2" dev .
printf '${SET_UP.trim()}\\n' >&3
exec ".$1" < dev/null 2>&4`;
async function startContainer(request) {
  const { owner, entries, service, output } = request;
  const machine2 = callMachine();
  if (machine2 === null) throw isolationFault("this machine is neither amd64 nor arm64");
  const calls = serving(machine2, owner, START, service);
  const start = {
    kind: "file",
    path: START,
    mode: 448,
    uid: 0,
    gid: 0,
    bytes: callProgram(machine2, calls)
  };
  const mode = owner === "user" && service.user.uid !== 0 ? "0555" : "0755";
  const sandbox = await openSandbox({
    owner,
    script: LAY_OUT,
    args: [START, mode],
    stdout: output,
    stderr: output
  });
  const { holder } = sandbox;
  const { setUp, ended } = follow(sandbox, calls);
  sandbox.fillWith([...entries, start]);
  return {
    beside: (argv) => sandbox.beside(argv),
    setUp,
    ended,
    kill: async () => {
      killTree(holder);
      await ended;
    }
  };
}
function follow({ holder, report }, calls) {
  let said = Buffer.alloc(0);
  const setUp = Promise.withResolvers();
  report.on("data", (chunk) => {
    said = Buffer.concat([said, chunk]);
    if (said.includes(SET_UP)) setUp.resolve();
  });
  const closed = new Promise((resolve) => report.once("close", () => resolve()));
  const ended = new Promise((resolve) => {
    holder.once("error", (error) => resolve({ kind: "not set up", why: error.message }));
    holder.once("exit", (exitCode, signal) => {
      void closed.then(() => resolve(failureIn(said, calls) ?? { kind: "ended", exitCode, signal }));
    });
  });
  return { ended, setUp: Promise.race([setUp.promise, ended.then(() => {
  })]) };
}
function failureIn(said, calls) {
  const at = said.indexOf(SET_UP);
  if (at < 0) return { kind: "not set up", why: oneLine(said) || "its first process ended early" };
  const step2 = readReport(calls, said.subarray(at + SET_UP.length));
  if (step2 === null) return null;
  const kind = step2.call.fault === "image" ? "not started" : "not set up";
  return { kind, why: `it could not ${step2.call.purpose}: ${step2.why}` };
}
function oneLine(text) {
  return text.toString("utf8").trim().replaceAll("\n", "; ").slice(0, 500);
}

// src/isolation/fifo.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";
async function makeFifo(file) {
  await promisify(execFile)(tool("mkfifo"), ["-m", "0600", file], { env: TOOL_ENVIRONMENT });
}

export {
  callMachine,
  callProgram,
  readReport,
  READY,
  holding,
  starting,
  isolationFault,
  idOnMachine,
  openSandbox,
  killTree,
  startContainer,
  makeFifo
};
