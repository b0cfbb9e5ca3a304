import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/declare/unprivileged.ts
var UNPRIVILEGED = { uid: 65532, gid: 65532 };
var UNPRIVILEGED_TEXT = `${UNPRIVILEGED.uid}:${UNPRIVILEGED.gid}`;

export {
  UNPRIVILEGED,
  UNPRIVILEGED_TEXT
};
