import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/weigh-in/largest-first.ts
function largestFirst(one, other) {
  if (one.bytes !== other.bytes) return other.bytes - one.bytes;
  return one.name < other.name ? -1 : Number(one.name > other.name);
}

export {
  largestFirst
};
