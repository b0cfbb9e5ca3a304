import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  writeResult
} from "./chunk-KV3NJCDM.js";
import "./chunk-VDZN5U5G.js";
import "./chunk-Q7VAICPW.js";
import {
  writeReport
} from "./chunk-CH6KCRL3.js";
import "./chunk-2CB4IW7Y.js";
import "./chunk-WESWOB2V.js";
import "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-GGP7KFFM.js";
import {
  clause
} from "./chunk-HFKM3V7P.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/commands/write-result.ts
async function writePieceResult(host, { plan, result }, built) {
  const [first, ...others] = built;
  if (first === void 0) return;
  const images = [imageResult(first), ...others.map(imageResult)];
  await writeReport(result, writeResult({ schemaVersion: 1, plan: plan.id, bantam: VERSION, images }));
  host.log.notice(
    clause`this run built a piece of a plan, and moved no tag; the merge reads ${result}, and does that`
  );
}
function imageResult({ declared, weighIn, manifests, published, packages }) {
  const [first, ...others] = manifests;
  if (first === void 0) throw new Error("an image for no platform");
  const isStored = published !== null && published.failure === null && published.references.length > 0;
  return { key: declared.key, weighIn, platforms: [first, ...others], packages, pushed: isStored };
}
export {
  writePieceResult
};
