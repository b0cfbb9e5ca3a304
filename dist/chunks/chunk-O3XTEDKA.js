import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/report/printable.ts
function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").toWellFormed();
}
function shorten(text, length) {
  const beginning = Array.from(text.slice(0, 2 * length));
  if (text.length <= 2 * length && beginning.length <= length) return text;
  const head = Math.floor((length - 1) / 3);
  const tail = Array.from(text.slice(-2 * length)).slice(head + 1 - length);
  return `${beginning.slice(0, head).join("")}\u2026${tail.join("")}`;
}

export {
  printable,
  shorten
};
