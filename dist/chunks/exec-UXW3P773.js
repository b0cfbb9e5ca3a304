import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  exec,
  getExecOutput
} from "./chunk-X7JVFUTR.js";
import "./chunk-33PJWEQH.js";
export {
  exec,
  getExecOutput
};
