import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  TarError
} from "./chunk-P5HPMPQL.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/thing/allowance.ts
var BOUNDS = {
  stored: 8e9,
  unpacked: 16e9,
  entries: 5e5,
  names: 1e8,
  programs: 2e9,
  executables: 2e4,
  documents: 200
};
var TooMuch = class extends Error {
};
var WORDS = {
  stored: "it takes more than %d bytes",
  unpacked: "it unpacks to more than %d bytes",
  entries: "it holds more than %d files",
  names: "its file names have more than %d characters",
  programs: "its programs have more than %d bytes",
  executables: "it has more than %d programs",
  documents: "it has more than %d manifests"
};
function allowance(bounds = BOUNDS) {
  const left = new Map(Object.entries(bounds));
  const leftOf = (what) => left.get(what) ?? 0;
  const maySpend = (what, amount) => {
    if (amount > leftOf(what)) return false;
    left.set(what, leftOf(what) - amount);
    return true;
  };
  return {
    maySpend,
    left: leftOf,
    spend(what, amount) {
      if (!maySpend(what, amount)) throw new TooMuch(WORDS[what].replace("%d", String(bounds[what])));
    }
  };
}

// src/thing/unreadable.ts
function unreadable(name, why, cause) {
  return failureOf(name, { why: clause`${why}` }, cause);
}
function damaged(name, why, cause) {
  return failureOf(name, { why: clause`${why}`, fix: clause`build or copy it again` }, cause);
}
function failureOf(name, because, cause) {
  return new Failure(
    "unreadable-image",
    { what: clause`${name} could not be read`, ...because },
    { cause, fields: { thing: name } }
  );
}
var NotWeighable = class extends Failure {
};
function cannotWeigh(name, why, { fix, cause } = {}) {
  return new NotWeighable(
    "bad-input",
    { what: clause`${name} cannot be weighed`, why: clause`${why}`, fix },
    { cause, fields: { thing: name } }
  );
}
function noSuchTag(name, tag, there) {
  const place = name.slice(0, name.lastIndexOf(":"));
  const tags = there.slice(0, 10).map(quoted).join(", ");
  return new Failure(
    "bad-input",
    {
      what: clause`nothing in ${place} is called ${quoted(tag)}`,
      why: clause`it has ${tags || "no tags"}`,
      fix: tags === "" ? clause`write ${place}` : void 0
    },
    { fields: { thing: name } }
  );
}
function asUnreadable(name, cause) {
  if (cause instanceof Failure) return cause;
  if (cause instanceof TooMuch) return unreadable(name, cause.message, cause);
  if (cause instanceof TarError) return damaged(name, cause.message, cause);
  const code = errorCode(cause);
  if (/^Z_|^ZSTD_/.test(code))
    return damaged(name, `it is damaged or incomplete (${errorMessage(cause)})`, cause);
  return /^E[A-Z]+$/.test(code) ? unreadable(name, whyNotRead(cause), cause) : cause;
}
function quoted(text) {
  const shown = JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}\u2026` : text);
  return shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
var WHAT = clause`name a binary, an OCI layout, an image archive, a weigh-in or an image in a registry`;

export {
  allowance,
  unreadable,
  damaged,
  NotWeighable,
  cannotWeigh,
  noSuchTag,
  asUnreadable,
  quoted,
  WHAT
};
