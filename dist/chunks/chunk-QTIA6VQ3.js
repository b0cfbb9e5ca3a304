import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/declare/parsed.ts
function parsed(value) {
  return { ok: true, value };
}
function problem(sentence) {
  return { ok: false, problem: sentence };
}

export {
  parsed,
  problem
};
