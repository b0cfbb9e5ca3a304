import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  Failure,
  clause,
  failureSentence
} from "./chunk-HFKM3V7P.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/host/harmless-text.ts
function plainText(text) {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, " ").toWellFormed();
}
var HIDDEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/gu;
var OWN_STYLE = /(\u001B\[(?:0|1|31|32|33)m)/;
function styledText(text, plain) {
  return text.split(OWN_STYLE).map((part, index) => index % 2 === 1 ? part : plain(part)).join("");
}
var OVERLOOKED = "[[\\s\\p{Z}\\p{C}\\p{M}\\p{Default_Ignorable_Code_Point}]--\\n]*";
var COMMAND = new RegExp(`^(${OVERLOOKED}):(${OVERLOOKED}):`, "gmv");
var OLD_COMMAND = new RegExp(`#(${OVERLOOKED})#(${OVERLOOKED})\\[`, "gv");
function withoutCommands(text) {
  return plainText(text).replace(COMMAND, "$1: $2:").replace(OLD_COMMAND, "#$1#$2 [");
}

// src/commands/tell-failure.ts
function tellFailure(log, error, surface) {
  if (!(error instanceof Failure)) {
    log.error(`This is a defect in Bantam, please report it: ${withCauses(error)}`);
    return;
  }
  for (let { cause } = error; cause instanceof Error; { cause } = cause) log.debug(`caused by ${cause.stack}`);
  log.error(`${failureSentence(error, surface)} [${error.code}]`);
  if (error.output !== void 0 && error.output.trim() !== "") log.quote(error.output);
}
function withCauses(error) {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? error.message;
  return error.cause === void 0 ? text : `${text}
caused by ${withCauses(error.cause)}`;
}

// src/host/current-directory.ts
function currentDirectory(process2) {
  try {
    return process2.cwd();
  } catch (cause) {
    throw new Failure(
      "bad-input",
      {
        what: clause`the current directory is no longer there`,
        fix: clause`change to another directory and run Bantam again`
      },
      { cause }
    );
  }
}

// src/host/redact.ts
function redact(text, secrets) {
  return [...secrets].sort((a, b) => b.length - a.length).reduce((said, secret) => said.replaceAll(secret, "***"), text);
}

// src/host/secrets.ts
var SHORTEST_SECRET = 4;
var TOO_SHORT = `A password or token has fewer than ${SHORTEST_SECRET} characters, so it is not masked in this log; use a longer one.`;
function secretsOf() {
  const known = /* @__PURE__ */ new Set();
  return {
    add(text) {
      const masked = text.split(/[\r\n]+/).filter((line) => line.trim().length >= SHORTEST_SECRET);
      for (const line of masked) known.add(line);
      return masked;
    },
    hide: (text) => redact(text, known)
  };
}

// src/host/run-directory.ts
import { existsSync } from "node:fs";
import path2 from "node:path";

// src/host/scratch-directory.ts
import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

// src/host/process-mark.ts
import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
function processMark() {
  return `${process.pid}-${startOf(process.pid) ?? 0}-${here()}`;
}
var PROCESS_MARK = /(\d+)-(\d+)-([0-9a-f]{8})/;
function hasEnded(mark) {
  const [, pid = "", start = "", where = ""] = PROCESS_MARK.exec(mark) ?? [];
  if (pid === "" || where !== here()) return null;
  const found = startOf(Number(pid));
  return found === null ? !exists(Number(pid)) : found !== start;
}
function startOf(pid) {
  const stat = readOrNothing(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code !== "ESRCH";
  }
}
function here() {
  const boot = readOrNothing(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8"));
  const namespace = readOrNothing(() => readlinkSync("/proc/self/ns/pid"));
  return createHash("sha256").update([hostname(), boot, namespace].join("\n")).digest("hex").slice(0, 8);
}
function readOrNothing(read) {
  try {
    return read();
  } catch {
    return "";
  }
}

// src/host/scratch-directory.ts
function scratchDirectory(parent) {
  const place = path.resolve(parent);
  const directory = mkdtempSync(path.join(place, `bantam-${processMark()}-`));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }));
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129]
  ])
    process.once(signal, () => process.exit(code));
  sweep(place);
  return directory;
}
var NAME = new RegExp(`^bantam-(${PROCESS_MARK.source})-[A-Za-z0-9]{6}$`);
function isOfEndedRun(directory) {
  const mark = NAME.exec(path.basename(directory))?.[1];
  return mark !== void 0 && hasEnded(mark) === true;
}
function sweep(parent) {
  try {
    if (!isSafe(parent)) return;
    for (const name of readdirSync(parent)) {
      const place = path.join(parent, name);
      if (NAME.test(name) && isOurs(place) && isAbandoned(place)) remove(place);
    }
  } catch {
  }
}
function isSafe(parent) {
  const { mode } = statSync(parent);
  return (mode & 18) === 0 || (mode & 512) !== 0;
}
function isOurs(place) {
  const found = lstatSync(place);
  return found.isDirectory() && found.uid === process.getuid?.();
}
var ABANDONED_MS = 7 * 24 * 60 * 60 * 1e3;
function isAbandoned(place) {
  const ended = hasEnded(NAME.exec(path.basename(place))?.[1] ?? "");
  return ended ?? Date.now() - lstatSync(place).mtimeMs > ABANDONED_MS;
}
function remove(place) {
  try {
    rmSync(place, { recursive: true, force: true });
  } catch {
  }
}

// src/host/run-directory.ts
var REASONS = {
  EACCES: "permission is denied",
  ENOENT: "it is not there",
  ENOSPC: "there is no space left on its disk",
  ENOTDIR: "it is no directory",
  EROFS: "its file system is read-only"
};
function runDirectory(variable, parent) {
  try {
    return scratchDirectory(path2.resolve(parent));
  } catch (cause) {
    const code = errorCode(cause);
    const isThere = code === "ENOENT" && existsSync(parent);
    const why = isThere ? "nothing can be made in it" : REASONS[code] ?? errorMessage(cause);
    throw new Failure(
      "write",
      {
        what: clause`the temporary directory ${parent} cannot be used`,
        why: clause`${why}`,
        fix: clause`set ${variable} to a directory that can be written`
      },
      { cause, fields: { directory: parent } }
    );
  }
}

export {
  plainText,
  styledText,
  withoutCommands,
  currentDirectory,
  redact,
  TOO_SHORT,
  secretsOf,
  isOfEndedRun,
  runDirectory,
  tellFailure
};
