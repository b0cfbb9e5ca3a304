import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/weigh-in/metric.ts
var PAGE = 4096;
var METRICS = {
  image: { unit: "bytes", meaning: "all files", of: "files", needsImage: true, noise: PAGE },
  download: {
    unit: "bytes",
    meaning: "what a pull transfers",
    of: "transfer",
    needsImage: true,
    noise: 2048
  },
  binary: {
    unit: "bytes",
    meaning: "before packing",
    of: "linked binaries",
    needsImage: false,
    noise: PAGE
  },
  memory: {
    unit: "rough bytes",
    meaning: "private, at the start",
    of: "process",
    needsImage: true,
    noise: 1e5
  }
};
var METRIC_NAMES = Object.keys(METRICS).filter(isMetric);
function isMetric(name) {
  return Object.hasOwn(METRICS, name);
}
function metricRow(metric) {
  return METRICS[metric];
}

// src/weigh-in/limit.ts
var PARTS = ["module", "package"];
var PART_PATH = /^[\p{L}\p{N}_.~+!$%&()=^-](?:[\p{L}\p{N}_.~+!$%&()=^/-]*[\p{L}\p{N}_.~+!$%&()=^-])?$/u;
var MOST_PERCENT = 1e6;
function isPercent(value) {
  return value >= 0 && value <= MOST_PERCENT && Number(value.toFixed(6)) === value;
}
function isPart(subject) {
  return subject.kind === "module" || subject.kind === "package";
}
function isOfGrowth({ bound }) {
  return bound.kind !== "size";
}
function unitOf(subject) {
  return isPart(subject) ? "bytes" : metricRow(subject.kind).unit;
}
function isSameSubject(one, other) {
  if (one.kind !== other.kind) return false;
  return !isPart(one) || isPart(other) && one.path === other.path;
}

export {
  PAGE,
  METRIC_NAMES,
  isMetric,
  metricRow,
  PARTS,
  PART_PATH,
  MOST_PERCENT,
  isPercent,
  isPart,
  isOfGrowth,
  unitOf,
  isSameSubject
};
