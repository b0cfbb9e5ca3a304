import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  METRIC_NAMES,
  PARTS,
  PART_PATH,
  isMetric,
  isPart,
  isPercent,
  unitOf
} from "./chunk-NWSLXV6K.js";
import {
  didYouMean,
  formatPlatform,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/declare/bytes.ts
var UNITS = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3
};
var DECIMAL = ["kB", "MB", "GB"];
var BINARY = ["KiB", "MiB", "GiB"];
var EXAMPLE = "write a size such as 3MB, 500kB or 2.5MiB";
function parseBytes(text) {
  const given = text.trim();
  if (given === "") return problem(`is empty; ${EXAMPLE}`);
  if (/^[+-]/.test(given)) return problem(`has a sign; ${EXAMPLE}`);
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(given);
  if (match === null) {
    return problem(
      /^\d+,\d/.test(given) ? `has a comma; ${EXAMPLE}, with a point` : `is not a size; ${EXAMPLE}`
    );
  }
  const [, number = "", word = ""] = match;
  if (!isUnit(word)) return problem(unitProblem(number, word));
  const bytes = multiply(number, UNITS[word]);
  return bytes > BigInt(Number.MAX_SAFE_INTEGER) ? problem(`is too large; ${EXAMPLE}`) : parsed(Number(bytes));
}
function isUnit(word) {
  return Object.hasOwn(UNITS, word);
}
function unitProblem(number, word) {
  if (word === "") return `has no unit; write ${number}MB, ${number}kB or ${number}B`;
  const meant = Object.keys(UNITS).find((unit) => unit.toLowerCase() === word.toLowerCase());
  if (meant !== void 0) return `has the unit ${word}, which is unknown; write ${number}${meant}`;
  const letter = /^[kmg]i?$/i.test(word) ? word.charAt(0).toUpperCase() : null;
  if (letter === null) return `has the unit ${word}, which is unknown; ${EXAMPLE}`;
  const decimal = letter === "K" ? "kB" : `${letter}B`;
  return `is ambiguous; write ${number}${decimal} (powers of 1000) or ${number}${letter}iB (powers of 1024)`;
}
function multiply(number, unit) {
  const [whole = "", fraction = ""] = number.split(".");
  return BigInt(whole + fraction) * BigInt(unit) / 10n ** BigInt(fraction.length);
}
function formatBytes(bytes) {
  if (bytes < 1e3) return `${Math.round(bytes)} B`;
  for (const unit of DECIMAL) {
    const text = threeDigits(bytes / UNITS[unit]);
    if (Number(text) < 1e3 || unit === "GB") return `${text} ${unit}`;
  }
  return `${bytes} B`;
}
function threeDigits(value) {
  for (const digits of [2, 1]) {
    const text = value.toFixed(digits);
    if (text.replace(".", "").length <= 3) return text;
  }
  return value.toFixed(0);
}
function formatBytesExact(bytes) {
  for (const unit of [...DECIMAL.toReversed(), ...BINARY.toReversed()]) {
    const text = `${Math.floor(bytes * 100 / UNITS[unit]) / 100}`;
    const back = bytes >= UNITS[unit] ? parseBytes(`${text}${unit}`) : null;
    if (back?.ok === true && back.value === bytes) return `${text} ${unit}`;
  }
  return `${bytes} B`;
}

// src/declare/amount.ts
function parseAmount(text, unit) {
  switch (unit) {
    case "bytes":
    case "rough bytes":
      return parseBytes(text);
    case "count":
      return parseCount(text);
  }
}
function parseCount(text) {
  if (!/^\d+$/.test(text)) return problem("is not a number; write one such as 3");
  const count = Number(text);
  return Number.isSafeInteger(count) ? parsed(count) : problem("is too large; write a smaller number");
}
function formatAmount(amount, unit) {
  return unit === "count" ? `${amount}` : formatBytes(amount);
}
function formatAmountExact(amount, unit) {
  return unit === "count" ? `${amount}` : formatBytesExact(amount);
}
function formatAmountInFull(amount, unit) {
  return unit === "count" ? `${amount}` : `${amount} B`;
}

// src/declare/bound.ts
var GROWTH = "write +50kB, +2% or +0 for growth over the baseline";
function parseBound(text, unit) {
  if (text.startsWith("+")) return parseGrowth(text.slice(1).trim(), unit);
  if (/^[-−]/.test(text))
    return problem(`is negative; write a size such as 3MB, or +50kB, +2% or +0 for growth over the baseline`);
  if (text.endsWith("%"))
    return problem(
      `is a percentage without a sign; write ${/^\d/.test(text) ? `+${text}` : "+2%"} for growth over the baseline, or a size such as 3MB`
    );
  const amount = /^0+$/.test(text) ? parsed(0) : parseAmount(text, unit);
  if (!amount.ok) return amount;
  return amount.value === 0 ? problem("allows nothing; write a size such as 3MB, or none for no limit") : parsed({ kind: "size", amount: amount.value });
}
function formatBound(bound, unit) {
  switch (bound.kind) {
    case "size":
      return formatAmountExact(bound.amount, unit);
    case "growth":
      return bound.amount === 0 ? "+0" : `+${formatAmountExact(bound.amount, unit)}`;
    case "growth percent":
      return `+${bound.percent} %`;
  }
}
function parseGrowth(text, unit) {
  if (text === "") return problem(`has no size behind its sign; ${GROWTH}`);
  if (text.endsWith("%")) return parsePercent(text.slice(0, -1).trim());
  if (/^0+(\.0+)?$/.test(text)) return parsed({ kind: "growth", amount: 0 });
  if (unit !== "count" && /^\d+(\.\d+)?$/.test(text))
    return problem(`has no unit; write +${text}kB, or +${text}% of the baseline`);
  const amount = parseAmount(text, unit);
  return amount.ok ? parsed({ kind: "growth", amount: amount.value }) : amount;
}
function parsePercent(text) {
  if (!/^\d+(\.\d{1,6})?$/.test(text)) return problem(`is not a percentage; ${GROWTH}`);
  const percent = Number(text);
  return isPercent(percent) ? parsed({ kind: "growth percent", percent }) : problem(`is too large; ${GROWTH}`);
}

// src/declare/limit.ts
var KNOWN = `limits are of ${METRIC_NAMES.join(", ")}, module <path> and package <path>`;
var EXAMPLE2 = { module: "golang.org/x/net", package: "net/http" };
function parseLimit(line, built) {
  if (line === "none") return problem("cannot be combined with limits; write one or the other");
  const colon = line.lastIndexOf(":");
  if (colon < 0 && /^[a-z@/]+[\s=]*[-+\d]/i.test(line)) {
    return problem("has no colon between metric and limit; write image: 3MB");
  }
  const part = PARTS.find((known) => line === known || new RegExp(`^${known}[\\s:@]`).test(line));
  if (colon < 0 && part !== void 0)
    return problem(`has no colon between ${part} and limit; write ${part} ${EXAMPLE2[part]}: 1MB`);
  const place = colon < 0 ? parsed({ written: "image", at: null }) : splitPlace(line.slice(0, colon), part);
  if (!place.ok) return place;
  const subject = parseSubject(place.value.written, part);
  if (!subject.ok) return subject;
  const platform = place.value.at === null ? parsed(null) : parseAt(place.value.at, subject.value, built);
  if (!platform.ok) return platform;
  const bound = parseBound(line.slice(colon + 1).trim(), unitOf(subject.value));
  return bound.ok ? parsed({ subject: subject.value, bound: bound.value, platform: platform.value }) : bound;
}
function formatLimit({ subject, bound, platform }) {
  return `${formatSubject(subject)}${platform === null ? "" : `@${platform}`}: ${formatBound(bound, unitOf(subject)).replace(" ", "")}`;
}
function formatSubject(subject) {
  return isPart(subject) ? `${subject.kind} ${subject.path}` : subject.kind;
}
function splitPlace(text, part) {
  const [written = "", ...rest] = text.split("@");
  if (rest.length === 0) return parsed({ written: written.trim(), at: null });
  const at = rest.join("@").trim();
  return part !== void 0 && /^v\d/.test(at) ? problem(`names a version, but a limit applies to the version that is built; write ${written.trim()}: \u2026`) : parsed({ written: written.trim(), at });
}
function parseSubject(written, part) {
  if (part !== void 0) return parsePart(part, written.slice(part.length).trim());
  if (isMetric(written)) return parsed({ kind: written });
  const [word = ""] = written.split(/\s/);
  const meant = didYouMean(word, [...METRIC_NAMES, ...PARTS]);
  return problem(`names an unknown metric "${written}"${meant || `; ${KNOWN}`}`);
}
function parsePart(part, path) {
  if (path === "") return problem(`names no ${part}; write ${part} ${EXAMPLE2[part]}: 1MB`);
  if (/:\/\//.test(path))
    return problem(`has a URL for a path; write ${part} ${path.replace(/^.*:\/\//, "")}: \u2026`);
  if (!PART_PATH.test(path))
    return problem(
      `names the ${part} "${path}", which is not an import path; write one such as ${EXAMPLE2[part]}`
    );
  return parsed({ kind: part, path });
}
function parseAt(at, subject, built) {
  const platform = parsePlatform(at);
  if (!platform.ok) return problem(`names the platform "${at}", which ${platform.problem}`);
  const [asked, actual] = [formatPlatform(platform.value), built.map(formatPlatform)];
  return actual.includes(asked) ? parsed(asked) : problem(
    `is a limit for ${asked}, but this run builds ${actual.join(" and ")}; write ${formatSubject(subject)}: \u2026`
  );
}

export {
  formatBytes,
  formatBytesExact,
  formatAmount,
  formatAmountExact,
  formatAmountInFull,
  formatBound,
  parseLimit,
  formatLimit,
  formatSubject
};
