import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/declare/nearest.ts
function nearest(word, candidates) {
  const wanted = word.slice(0, 64).toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best = null;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= allowed && (best === null || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}
function didYouMean(word, candidates) {
  const meant = nearest(word, candidates);
  return meant === null ? "" : `; did you mean "${meant}"?`;
}
function editDistance(from, to) {
  let beforePrevious = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1)
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}
function at(row, column) {
  return row[column] ?? Infinity;
}

// src/declare/processor.ts
function asGoSpellsThem(variable, variants) {
  return { variable, variants: Object.fromEntries(variants.map((name) => [name, name])), isImplied: true };
}
var POWER = asGoSpellsThem("GOPPC64", ["power8", "power9", "power10"]);
var SETTINGS = {
  "386": asGoSpellsThem("GO386", ["sse2", "softfloat"]),
  amd64: asGoSpellsThem("GOAMD64", ["v1", "v2", "v3", "v4"]),
  // Without a variant, runtimes take an image for any arm processor.
  arm: { variable: "GOARM", variants: { v7: "7", v6: "6", v5: "5" }, isImplied: false },
  // Images know v8 and v9, and nothing between them.
  arm64: { variable: "GOARM64", variants: { v8: "v8.0", v9: "v9.0" }, isImplied: true },
  loong64: null,
  mips: asGoSpellsThem("GOMIPS", ["hardfloat", "softfloat"]),
  mips64: asGoSpellsThem("GOMIPS64", ["hardfloat", "softfloat"]),
  mips64le: asGoSpellsThem("GOMIPS64", ["hardfloat", "softfloat"]),
  mipsle: asGoSpellsThem("GOMIPS", ["hardfloat", "softfloat"]),
  ppc64: POWER,
  ppc64le: POWER,
  riscv64: asGoSpellsThem("GORISCV64", ["rva20u64", "rva22u64", "rva23u64"]),
  s390x: null
};
var ARCHITECTURES = Object.keys(SETTINGS);
var PROCESSOR_VARIABLES = new Map(
  Object.entries(SETTINGS).flatMap(([architecture, setting]) => {
    const [, other] = Object.keys(setting?.variants ?? {});
    return setting === null ? [] : [[setting.variable, `linux/${architecture}/${other}`]];
  })
);
function processorSetting(architecture) {
  return Object.hasOwn(SETTINGS, architecture) ? SETTINGS[architecture] : void 0;
}
function processorVariables({ architecture, variant }) {
  const setting = processorSetting(architecture);
  if (setting === null || setting === void 0) return {};
  const [usual] = Object.values(setting.variants);
  const value = variant === void 0 ? usual : setting.variants[variant];
  return value === void 0 ? {} : { [setting.variable]: value };
}

// src/declare/platform.ts
var DEFAULT_PLATFORM = { os: "linux", architecture: "amd64" };
function formatPlatform({ os, architecture, variant }) {
  return variant === void 0 ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
var OTHER_SYSTEMS = ["aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js"].concat([
  "netbsd",
  "openbsd",
  "plan9",
  "solaris",
  "wasip1",
  "windows"
]);
var ALIASES = {
  x86_64: "amd64",
  x64: "amd64",
  x86: "386",
  i386: "386",
  i686: "386",
  aarch64: "arm64",
  armhf: "arm/v7",
  armv7: "arm/v7",
  armv7l: "arm/v7",
  armv6: "arm/v6",
  armv6l: "arm/v6"
};
function parsePlatform(text) {
  const [os = "", architecture, variant, ...rest] = text.trim().split("/");
  if (os === "") return problem("is empty; write os/arch, such as linux/amd64");
  if (architecture === void 0) return problem(loneWordProblem(os));
  if (rest.length > 0) return problem("has too many parts; write os/arch[/variant], such as linux/arm/v7");
  if (os !== "linux") {
    return problem(
      OTHER_SYSTEMS.includes(os) ? `is not Linux, and only Linux runs images from scratch; write linux/${architecture}` : `has an unknown system "${os}"${didYouMean(os, ["linux"])}; write linux/${architecture}`
    );
  }
  const setting = processorSetting(architecture);
  if (setting === void 0) return problem(architectureProblem(architecture));
  const [usual, ...others] = Object.keys(setting?.variants ?? {});
  if (variant === void 0)
    return parsed(
      setting?.isImplied === false && usual !== void 0 ? { os, architecture, variant: usual } : { os, architecture }
    );
  if (usual === void 0)
    return problem(`has a variant, and ${architecture} has none; write ${os}/${architecture}`);
  if (variant !== usual && !others.includes(variant))
    return problem(
      `has an unknown variant "${variant}"; ${architecture} has ${[usual, ...others].toSorted().join(", ")}`
    );
  return parsed(
    setting?.isImplied === true && variant === usual ? { os, architecture } : { os, architecture, variant }
  );
}
function loneWordProblem(word) {
  if (ARCHITECTURES.includes(word)) return `names no system; write linux/${word}`;
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word] : void 0;
  return `is not os/arch; write ${alias === void 0 ? "linux/amd64 or linux/arm64" : `linux/${alias}`}`;
}
function architectureProblem(architecture) {
  const alias = Object.hasOwn(ALIASES, architecture) ? ALIASES[architecture] : void 0;
  if (alias !== void 0) return `has another tool's name for an architecture; write linux/${alias}`;
  return `has an unknown architecture "${architecture}"${didYouMean(architecture, ARCHITECTURES) || `; Go knows ${ARCHITECTURES.join(", ")}`}`;
}

export {
  nearest,
  didYouMean,
  editDistance,
  PROCESSOR_VARIABLES,
  processorSetting,
  processorVariables,
  DEFAULT_PLATFORM,
  formatPlatform,
  parsePlatform
};
