import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  runnerHost,
  saveCaches
} from "./chunks/chunk-PPPCMOIW.js";
import "./chunks/chunk-CEIJRWH4.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-HBUXROF4.js";
import "./chunks/chunk-MHY373IV.js";
import "./chunks/chunk-33PJWEQH.js";

// src/post.ts
await saveCaches(runnerHost(process.env, process.cwd()));
