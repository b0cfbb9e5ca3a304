import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/host/why-not-read.ts
var REASONS = {
  EACCES: "permission is denied",
  EISDIR: "it is a directory",
  ELOOP: "its links lead in a circle",
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is no directory",
  EPERM: "that is not permitted",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB"
};
function whyNotRead(cause) {
  return REASONS[errorCode(cause)] ?? errorMessage(cause);
}

export {
  whyNotRead
};
