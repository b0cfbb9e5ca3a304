import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/report/packed-with.ts
function packedWith({
  settings,
  binaries
}) {
  return binaries.some(({ pack }) => pack.status === "packed") ? settings.packer : null;
}

export {
  packedWith
};
