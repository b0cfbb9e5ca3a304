import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  againAfterRefusal,
  gitHubApi,
  limitOf,
  mayBeDone,
  mayHaveWritten
} from "./chunk-UFQYOUJC.js";
import "./chunk-CZJZGJUT.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-LXE3XWRC.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";
export {
  againAfterRefusal,
  gitHubApi,
  limitOf,
  mayBeDone,
  mayHaveWritten
};
