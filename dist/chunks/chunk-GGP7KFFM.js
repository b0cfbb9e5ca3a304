import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/declare/parsed.ts
function parsed(value) {
  return { ok: true, value };
}
function problem(because) {
  return { ok: false, problem: because };
}

export {
  parsed,
  problem
};
