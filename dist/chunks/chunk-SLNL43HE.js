import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/in-parallel.ts
async function inParallel(width, items, work) {
  const values = [];
  const errors = /* @__PURE__ */ new Map();
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) {
      try {
        values[index] = await work(item);
      } catch (error) {
        errors.set(index, error);
      }
      if (errors.size > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  if (errors.size > 0) throw errors.get(Math.min(...errors.keys()));
  return values;
}

export {
  inParallel
};
