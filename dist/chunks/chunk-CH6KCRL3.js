import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-2CB4IW7Y.js";
import {
  Failure,
  clause
} from "./chunk-HFKM3V7P.js";

// src/host/report-file.ts
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
async function writeReport(file, text) {
  try {
    await makeDirectory(path.dirname(file));
    const there = await stat(file).catch(() => null);
    if (there?.isFIFO() === true || there?.isSocket() === true)
      throw new Failure(
        "write",
        {
          what: clause`${file} was not written`,
          why: clause`it is a pipe or a socket`,
          fix: clause`name a file`
        },
        { fields: { file } }
      );
    await writeFile(file, text);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(file, cause);
  }
}

export {
  writeReport
};
