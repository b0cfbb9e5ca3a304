import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  readWeighIn
} from "./chunk-JP6MUPQV.js";
import {
  DIGEST2 as DIGEST,
  checkShape
} from "./chunk-FL2XCUTW.js";
import {
  array,
  boolean,
  literal,
  nullable,
  object,
  readJson,
  string,
  tupleWithRest,
  unknown
} from "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/plan/result.ts
var PLATFORM = object({ platform: string(), manifest: string(), config: string() });
var IMAGE = object({
  key: nullable(string()),
  weighIn: unknown(),
  platforms: tupleWithRest([PLATFORM], PLATFORM),
  packages: array(string()),
  pushed: boolean()
});
var RESULT = object({
  schemaVersion: literal(1),
  plan: DIGEST,
  bantam: string(),
  images: tupleWithRest([IMAGE], IMAGE)
});
var MAX_RESULT = 32 * 1024 * 1024;
function readResult(bytes) {
  const json = readJson(bytes, MAX_RESULT);
  if (!json.ok) return json;
  const checked = checkShape(RESULT, json.value, "a result of this version");
  if (!checked.ok) return checked;
  const { images, ...rest } = checked.value;
  if (rest.bantam !== VERSION)
    return problem(`was not written by Bantam ${VERSION}; use one version in all jobs`);
  const read = [];
  for (const image of images) {
    const weighIn = readWeighIn(image.weighIn);
    if (!weighIn.ok) return problem(`has a weigh-in that ${weighIn.problem}`);
    read.push({ ...image, weighIn: weighIn.value });
  }
  const [first, ...others] = read;
  if (first === void 0) return problem("has no image");
  return parsed({ ...rest, images: [first, ...others] });
}
function writeResult(result) {
  return `${JSON.stringify(result)}
`;
}

export {
  MAX_RESULT,
  readResult,
  writeResult
};
