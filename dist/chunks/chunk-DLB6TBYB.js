import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/process-state.ts
import { readdirSync, readFileSync } from "node:fs";
function processState(pid) {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return null;
  }
}
function readStat(text) {
  const end = text.lastIndexOf(") ");
  const pid = Number.parseInt(text);
  const fields = text.slice(end + 2).split(" ");
  const [state = "", parent] = fields;
  const ticks = fields.slice(11, 15).map(Number);
  if (end < 0 || !Number.isInteger(pid) || ticks.length < 4 || ticks.some(Number.isNaN)) return null;
  return { pid, parent: Number(parent), state, ticks: ticks.reduce((sum, each) => sum + each, 0) };
}
function processTree(pid) {
  const root = processState(pid);
  if (root === null) return [];
  const tree = [root];
  for (const parent of tree) tree.push(...childrenOf(parent.pid));
  return tree;
}
function childrenOf(pid) {
  const listed = listedChildren(pid);
  if (listed !== null) return listed.flatMap((child) => processState(child) ?? []);
  return processes().filter((each) => each.parent === pid);
}
function listedChildren(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap(
      (thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, "latin1").split(" ").filter((child) => child !== "").map(Number)
    );
  } catch {
    return null;
  }
}
function processes() {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => processState(Number(name)) ?? []);
  } catch {
    return [];
  }
}

export {
  processState,
  processTree,
  childrenOf
};
