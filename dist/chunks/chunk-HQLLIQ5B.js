import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/entry-point.ts
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
function entryPoint(name) {
  const places = [`../${name}.ts`, `./${name}.js`, `../${name}.js`];
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (found === void 0) throw new Error(`${name} is not beside this program: dist/ is not whole`);
  return found;
}

export {
  entryPoint
};
