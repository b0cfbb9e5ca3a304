import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  errorCode
} from "./chunk-6IWOL65Y.js";

// src/host/small-files.ts
import { constants } from "node:fs";
import { lstat, open, opendir } from "node:fs/promises";
import path from "node:path";
var NotSmall = class extends Error {
};
var TooMany = class extends NotSmall {
};
async function readSmallFile(file, maxBytes) {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (cause) => {
      throw ["ELOOP", "ENXIO"].includes(errorCode(cause)) ? new NotSmall("is not a regular file") : cause;
    }
  );
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new NotSmall("is not a regular file");
    if (status.size > maxBytes) throw new NotSmall(`is larger than ${maxBytes} bytes`);
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
    if (seen > entries) throw new TooMany(`holds more than ${entries} files and directories`);
    if (found.length > files) throw new TooMany(`holds more than ${files} files that end in .json`);
  }
  return found.toSorted();
}

export {
  NotSmall,
  TooMany,
  readSmallFile,
  jsonFilesAt
};
