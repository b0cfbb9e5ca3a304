import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  runnerHost,
  saveCaches
} from "./chunks/chunk-BGEZJQV6.js";
import "./chunks/chunk-2ONVFFRT.js";
import "./chunks/chunk-RZSYRE5Z.js";
import "./chunks/chunk-WLBJ3ERA.js";
import "./chunks/chunk-33PJWEQH.js";

// src/post.ts
await saveCaches(runnerHost(process.env, process.cwd()));
