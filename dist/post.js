import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  saveCaches
} from "./chunks/chunk-3RCWM4BG.js";
import "./chunks/chunk-AHUYJAQF.js";
import {
  runnerHost
} from "./chunks/chunk-IHW2O2K3.js";
import "./chunks/chunk-NKX4SIPG.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-MFX7X4QD.js";
import "./chunks/chunk-WSKDE7IN.js";
import "./chunks/chunk-MHY373IV.js";
import "./chunks/chunk-33PJWEQH.js";

// src/post.ts
await saveCaches(runnerHost(process.env, process.cwd()));
