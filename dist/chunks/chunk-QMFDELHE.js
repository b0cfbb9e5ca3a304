import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  writeReport
} from "./chunk-TDE6NV6W.js";
import {
  htmlPathOf,
  weighInJson
} from "./chunk-L2V5KLOK.js";
import {
  clause
} from "./chunk-IPQ6L4C3.js";

// src/commands/write-reports.ts
async function writeReports(file, weighIn, depths) {
  await writeReport(file, weighInJson(weighIn));
  const { htmlReport } = await import("./report-GMOQ67EA.js");
  await writeReport(htmlPathOf(file), htmlReport(weighIn, depths));
}

// src/host/labelled-log.ts
function labelledLog(log, label) {
  const labelled = (message) => typeof message === "string" ? `${label}: ${message}` : clause`${label}: ${message}`;
  return {
    ...log,
    notice: (message) => log.notice(labelled(message)),
    warning: (message) => log.warning(labelled(message)),
    error: (message, location) => log.error(labelled(message), location)
  };
}

export {
  labelledLog,
  writeReports
};
