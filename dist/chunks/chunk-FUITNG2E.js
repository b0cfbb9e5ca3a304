import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/declare/images-file/shown.ts
var LONGEST = 64;
function shown(text) {
  return JSON.stringify(text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}\u2026`);
}

export {
  shown
};
