import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/size/worst-status.ts
var WORST_FIRST = ["unmeasured", "over", "within", "none"];
function worstStatus(verdicts, otherwise) {
  return WORST_FIRST.find((one) => verdicts.some(({ status }) => status === one)) ?? otherwise;
}

export {
  worstStatus
};
