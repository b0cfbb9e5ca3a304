import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/declare/nearest.ts
function nearest(word, candidates) {
  const wanted = word.slice(0, 64).toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best = null;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= allowed && (best === null || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}
function didYouMean(word, candidates) {
  const meant = nearest(word, candidates);
  return meant === null ? "" : `; did you mean "${meant}"?`;
}
function editDistance(from, to) {
  let beforePrevious = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1)
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}
function at(row, column) {
  return row[column] ?? Infinity;
}

// src/host/redact.ts
function redact(text, secrets) {
  return [...secrets].sort((a, b) => b.length - a.length).reduce((said, secret) => said.replaceAll(secret, "***"), text);
}

// src/host/scratch-directory.ts
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
function scratchDirectory(parent) {
  const directory = mkdtempSync(path.join(parent, "bantam-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129]
  ])
    process.once(signal, () => process.exit(code));
  return directory;
}

export {
  nearest,
  didYouMean,
  editDistance,
  redact,
  scratchDirectory
};
