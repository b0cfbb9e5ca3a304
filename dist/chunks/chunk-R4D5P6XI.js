import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  writeReport
} from "./chunk-CH6KCRL3.js";
import {
  htmlPathOf,
  weighInJson
} from "./chunk-3R3356PM.js";

// src/commands/write-reports.ts
async function writeReports(file, weighIn, depths) {
  await writeReport(file, weighInJson(weighIn));
  const { htmlReport } = await import("./report-PFZZZD6U.js");
  await writeReport(htmlPathOf(file), htmlReport(weighIn, depths));
}

export {
  writeReports
};
