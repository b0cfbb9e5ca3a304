import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  htmlPathOf,
  makeDirectory,
  weighInJson,
  whyNotWritten
} from "./chunk-IBBHAFX2.js";
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

// src/commands/write-reports.ts
async function writeReports(file, weighIn, depths) {
  await writeReport(file, weighInJson(weighIn));
  const { htmlReport } = await import("./report-S7ZIIZ3I.js");
  await writeReport(htmlPathOf(file), htmlReport(weighIn, depths));
}

// src/commands/write-sboms.ts
async function writeSboms(files, sboms) {
  for (const [at, file] of files.entries()) {
    const sbom = sboms[at] ?? null;
    if (sbom !== null) await writeReport(file, new TextDecoder().decode(sbom.bytes));
  }
}

export {
  writeReports,
  writeSboms
};
