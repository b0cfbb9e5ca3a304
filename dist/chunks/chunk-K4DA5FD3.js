import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  didYouMean
} from "./chunk-BBXLOODZ.js";
import {
  parsed,
  problem
} from "./chunk-QTIA6VQ3.js";

// src/declare/platform.ts
function formatPlatform({ os, architecture, variant }) {
  return variant === void 0 ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
var ARCHITECTURES = {
  "386": [],
  amd64: ["v1", "v2", "v3", "v4"],
  arm: ["v7", "v6", "v5"],
  arm64: ["v8"],
  loong64: [],
  mips: [],
  mips64: [],
  mips64le: [],
  mipsle: [],
  ppc64: [],
  ppc64le: [],
  riscv64: [],
  s390x: []
};
var IMPLIED = ["amd64/v1", "arm64/v8"];
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
  const variants = Object.hasOwn(ARCHITECTURES, architecture) ? ARCHITECTURES[architecture] : void 0;
  if (variants === void 0) return problem(architectureProblem(architecture));
  if (variant === void 0) {
    return parsed(architecture === "arm" ? { os, architecture, variant: "v7" } : { os, architecture });
  }
  if (!variants.includes(variant)) {
    return problem(
      variants.length === 0 ? `has a variant, and ${architecture} has none; write ${os}/${architecture}` : `has an unknown variant "${variant}"; ${architecture} has ${variants.join(", ")}`
    );
  }
  return parsed(
    IMPLIED.includes(`${architecture}/${variant}`) ? { os, architecture } : { os, architecture, variant }
  );
}
function loneWordProblem(word) {
  if (Object.hasOwn(ARCHITECTURES, word)) return `names no system; write linux/${word}`;
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word] : void 0;
  return `is not os/arch; write ${alias === void 0 ? "linux/amd64 or linux/arm64" : `linux/${alias}`}`;
}
function architectureProblem(architecture) {
  const alias = Object.hasOwn(ALIASES, architecture) ? ALIASES[architecture] : void 0;
  if (alias !== void 0) return `has another tool's name for an architecture; write linux/${alias}`;
  const known = Object.keys(ARCHITECTURES);
  return `has an unknown architecture "${architecture}"${didYouMean(architecture, known) || `; Go knows ${known.join(", ")}`}`;
}

export {
  formatPlatform,
  parsePlatform
};
