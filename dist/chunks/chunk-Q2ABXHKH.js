import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/declare/binary-place.ts
function binaryPath({ name, directory = "" }) {
  return `${directory}/${name}`;
}

export {
  binaryPath
};
