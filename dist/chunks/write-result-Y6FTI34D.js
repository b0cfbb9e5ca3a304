import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  writeResult
} from "./chunk-6UQBG6ZC.js";
import "./chunk-JP6MUPQV.js";
import "./chunk-Q7VAICPW.js";
import {
  writeReport
} from "./chunk-TDE6NV6W.js";
import "./chunk-3XADMAM6.js";
import "./chunk-FL2XCUTW.js";
import "./chunk-ACFVWEEU.js";
import "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-GGP7KFFM.js";
import {
  clause
} from "./chunk-IPQ6L4C3.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/commands/write-result.ts
async function writePieceResult(host, { plan, result }, built) {
  const [first, ...others] = built;
  if (first === void 0) return;
  const images = [imageResult(first), ...others.map(imageResult)];
  await writeReport(result, writeResult({ schemaVersion: 1, plan: plan.id, bantam: VERSION, images }));
  host.log.notice(clause`the result of this piece of the plan is in ${result}; the merge reads it`);
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
