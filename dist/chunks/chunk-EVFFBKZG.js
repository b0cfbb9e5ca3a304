import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/machine.ts
var GOARCH = { x64: "amd64", ia32: "386", ppc64: "ppc64le" };
function machine() {
  return GOARCH[process.arch] ?? process.arch;
}

export {
  machine
};
