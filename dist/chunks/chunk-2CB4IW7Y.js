import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  Failure,
  clause
} from "./chunk-HFKM3V7P.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/host/make-directory.ts
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
async function makeDirectory(directory) {
  const cause = await whyNotMade(directory);
  if (cause === null) return;
  const parent = path.dirname(directory);
  if (errorCode(cause) !== "ENOENT" || parent === directory) throw cause;
  await makeDirectory(parent);
  const again = await whyNotMade(directory);
  if (again !== null) throw again;
}
async function whyNotMade(directory) {
  try {
    await mkdir(directory);
    return null;
  } catch (cause) {
    const there = await stat(directory).catch(() => null);
    return there?.isDirectory() === true ? null : cause;
  }
}

// src/host/disk.ts
var REASONS = {
  ENOSPC: {
    why: clause`there is no space left on its disk`,
    fix: clause`free some space, or choose another disk`
  },
  EDQUOT: { why: clause`the user's quota is used up`, fix: clause`free some space` },
  EROFS: { why: clause`its file system is read-only`, fix: clause`choose another place` },
  EACCES: {
    why: clause`permission is denied`,
    fix: clause`choose another place, or let this user write there`
  },
  EEXIST: { why: clause`a part of its path is not a directory`, fix: clause`choose another place` },
  ENOTDIR: { why: clause`a part of its path is not a directory`, fix: clause`choose another place` },
  ELOOP: { why: clause`its links lead in a circle`, fix: clause`choose another place` },
  ENAMETOOLONG: { why: clause`its name is too long`, fix: clause`choose a shorter one` },
  EISDIR: { why: clause`it is a directory`, fix: clause`name a file` },
  ENOENT: {
    why: clause`its directory does not exist and cannot be created`,
    fix: clause`choose another place`
  },
  EPERM: {
    why: clause`the operation is not permitted`,
    fix: clause`choose another place, or let this user write there`
  }
};
function whyNotWritten(file, cause) {
  const reason = REASONS[errorCode(cause)] ?? { why: clause`${errorMessage(cause)}` };
  return new Failure(
    "write",
    { what: clause`${file} could not be written`, ...reason },
    { cause, fields: { file } }
  );
}

export {
  makeDirectory,
  whyNotWritten
};
