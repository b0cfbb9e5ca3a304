import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatBytesExact
} from "./chunk-F2CDRKCC.js";

// src/report/suggestion.ts
var HEADROOM = 1.08;
function suggestBudget(actual) {
  const wanted = Math.max(1, Math.ceil(actual * HEADROOM));
  const step = 10 ** Math.max(0, Math.floor(Math.log10(wanted)) - 1);
  return formatBytesExact(Math.ceil(wanted / step) * step).replace(" ", "");
}

export {
  suggestBudget
};
