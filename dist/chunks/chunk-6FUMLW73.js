import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/size/noise.ts
var RAW_BAND = 4096;
var LEAST_SHARE = 1e-3;
var LARGEST_SHARE = 4 * RAW_BAND;
var BANDS = {
  download: 2048,
  memory: 1e5,
  function: 64,
  header: Infinity
};
function isNoise(of, before, delta) {
  const share = Math.min(LEAST_SHARE * before, LARGEST_SHARE);
  return Math.abs(delta) <= Math.max(BANDS[of] ?? RAW_BAND, share);
}
function changeOf(of, before, delta) {
  if (isNoise(of, before, delta)) return "unchanged";
  return delta > 0 ? "grown" : "shrunk";
}

export {
  isNoise,
  changeOf
};
