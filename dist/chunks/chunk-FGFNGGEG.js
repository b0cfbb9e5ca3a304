import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  MAX_PLAN,
  readPlan
} from "./chunk-S7UZXNM4.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  problemsFailure,
  whyNotRead,
  wrongValue
} from "./chunk-O5ID5AHO.js";

// src/commands/steps/plan/read-plan-file.ts
import path2 from "node:path";

// src/host/small-files.ts
import { lstat, open, opendir } from "node:fs/promises";
import path from "node:path";
var NotSmall = class extends Error {
};
async function readSmallFile(file, maxBytes) {
  const status = await lstat(file);
  if (!status.isFile()) throw new NotSmall("is not a regular file");
  if (status.size > maxBytes) throw new NotSmall(`is larger than ${maxBytes} bytes`);
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(status.size);
    const { bytesRead } = await handle.read(bytes, 0, status.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
async function jsonFilesAt(place, { entries, files }) {
  const status = await lstat(place);
  if (status.isFile()) return [place];
  if (!status.isDirectory()) throw new NotSmall("is neither a file nor a directory");
  const found = [];
  let seen = 0;
  for await (const entry of await opendir(place, { recursive: true })) {
    if (entry.isFile() && entry.name.endsWith(".json")) found.push(path.join(entry.parentPath, entry.name));
    seen += 1;
    if (seen > entries) throw new NotSmall(`holds more than ${entries} files and directories`);
    if (found.length > files) throw new NotSmall(`holds more than ${files} files that end in .json`);
  }
  return found.toSorted();
}

// src/commands/steps/plan/read-plan-file.ts
async function readPlanFile(host, file) {
  const read = await readSmallFile(file, MAX_PLAN).catch((cause) => {
    throw notRead(host, "plan", file, cause);
  });
  const plan = readPlan(read);
  if (!plan.ok) throw problemsFailure([wrongValue("plan", shownPath(host, file), plan.problem)]);
  return plan.value;
}
var LONGEST_NAME = 100;
function shownPath({ cwd }, file) {
  return shorten(printable(path2.relative(cwd, file) || "."), LONGEST_NAME);
}
function notRead(host, input, file, cause) {
  const because = cause instanceof NotSmall ? cause.message : `cannot be read: ${whyNotRead(cause)}`;
  return problemsFailure([wrongValue(input, shownPath(host, file), because)]);
}

export {
  NotSmall,
  readSmallFile,
  jsonFilesAt,
  readPlanFile,
  shownPath,
  notRead
};
