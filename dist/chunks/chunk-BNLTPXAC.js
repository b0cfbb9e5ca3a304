import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/size/actuals.ts
function actualsOf({ sizes, binaries, otherPrograms = [] }) {
  return {
    image: sizes.imageSize,
    download: sizes.downloadSize,
    binary: linkedSizeOf(binaries, otherPrograms),
    memory: memoryOf(binaries.filter(({ fromFiles = false }) => !fromFiles))
  };
}
function linkedSizeOf(binaries, others) {
  if (binaries.some(({ breakdown }) => breakdown === null)) return null;
  if (others.some(({ unread }) => unread !== null)) return null;
  const linked = binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0);
  return others.reduce((sum, { bytes }) => sum + bytes, linked);
}
function memoryOf(binaries) {
  const memory = binaries.flatMap(({ price }) => price === null ? [] : [price.memory.shipped]);
  return memory.length === 0 || memory.length < binaries.length ? null : Math.max(...memory);
}

export {
  actualsOf
};
