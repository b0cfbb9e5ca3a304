import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  runnerHost,
  saveCaches
} from "./chunks/chunk-7VIA2MOE.js";
import "./chunks/chunk-2ONVFFRT.js";
import "./chunks/chunk-SZYL7PT7.js";
import "./chunks/chunk-MHY373IV.js";
import "./chunks/chunk-33PJWEQH.js";

// src/post.ts
await saveCaches(runnerHost(process.env, process.cwd()));
