import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ownCaches
} from "./chunk-FAWLDARW.js";
import "./chunk-33PJWEQH.js";

// src/host/compiled-code.ts
import { enableCompileCache } from "node:module";
import path from "node:path";
function keepCompiledCode(env) {
  const caches = ownCaches(env);
  if (caches === null || (env["CI"] ?? "") !== "" || (env["GITHUB_ACTIONS"] ?? "") !== "") return false;
  return enableCompileCache(path.join(caches, "node")).directory !== void 0;
}
export {
  keepCompiledCode
};
