import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/weigh-in/breakdown.ts
var BREAKDOWN_KINDS = [
  "image",
  "file",
  "binary",
  "main",
  "std",
  "module",
  "package",
  "function",
  "pclntab",
  "types",
  "data",
  "embed",
  "header",
  "unknown",
  "debug",
  "symbols"
];

export {
  BREAKDOWN_KINDS
};
