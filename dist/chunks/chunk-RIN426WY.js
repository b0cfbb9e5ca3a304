import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  PAGE,
  isPart,
  metricRow
} from "./chunk-NWSLXV6K.js";

// src/size/noise.ts
var LEAST_SHARE = 1e-3;
var LARGEST_SHARE = 4 * PAGE;
var NODES = {
  image: PAGE,
  file: PAGE,
  binary: PAGE,
  main: PAGE,
  std: PAGE,
  module: PAGE,
  package: PAGE,
  function: 64,
  pclntab: PAGE,
  types: PAGE,
  data: PAGE,
  embed: PAGE,
  header: Infinity,
  unknown: PAGE,
  debug: PAGE,
  symbols: PAGE
};
function isNoise(subject, before, delta) {
  return isWithin(isPart(subject) ? NODES[subject.kind] : metricRow(subject.kind).noise, before, delta);
}
function changeOf(subject, before, delta) {
  return wordOf(isNoise(subject, before, delta), delta);
}
function nodeChange(kind, before, after) {
  if (before === null) return "added";
  if (after === null) return "removed";
  return wordOf(isWithin(NODES[kind], before, after - before), after - before);
}
function wordOf(noise, delta) {
  if (noise) return "unchanged";
  return delta > 0 ? "grown" : "shrunk";
}
function isWithin(band, before, delta) {
  const share = band === 0 ? 0 : Math.min(LEAST_SHARE * before, LARGEST_SHARE);
  return Math.abs(delta) <= Math.max(band, share);
}

export {
  isNoise,
  changeOf,
  nodeChange
};
