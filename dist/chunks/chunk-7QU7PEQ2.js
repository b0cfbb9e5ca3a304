import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatAmount
} from "./chunk-F2CDRKCC.js";

// src/report/figures.ts
function formatDelta(bytes) {
  return formatGrowth(bytes, "bytes");
}
function formatGrowth(amount, unit) {
  const sign = amount === 0 ? "\xB1" : amount < 0 ? "\u2212" : "+";
  return `${sign}${formatAmount(Math.abs(amount), unit)}`;
}
function formatSeconds(ms) {
  const seconds = ms / 1e3;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function formatMs(ms) {
  return ms > 0 && ms < 0.95 ? `${Math.max(0.1, ms).toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
function formatMemory(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
function formatChange(from, to) {
  if (from === 0) return "";
  const percent = 100 * (to - from) / from;
  const digits = Math.abs(percent).toFixed(1);
  if (digits === "0.0") return "\xB10.0 %";
  return `${percent < 0 ? "\u2212" : "+"}${digits} %`;
}
var MOST_USED = 999;
function formatUsed(actual, limit) {
  const whole = limit === 0 ? 100 : Math.round(100 * actual / limit);
  if (whole > MOST_USED) return `>${MOST_USED} %`;
  if (whole !== 100 || actual === limit) return `${whole} %`;
  return actual < limit ? "<100 %" : ">100 %";
}

export {
  formatDelta,
  formatGrowth,
  formatSeconds,
  formatMs,
  formatMemory,
  formatChange,
  formatUsed
};
