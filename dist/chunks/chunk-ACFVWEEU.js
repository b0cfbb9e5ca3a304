import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/weigh-in/digest.ts
var DIGEST_PATTERN = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
  return DIGEST_PATTERN.test(text);
}
function shortDigest(digest) {
  return digest.slice(0, 19);
}

export {
  DIGEST_PATTERN,
  isDigest,
  shortDigest
};
