import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/diet/build-constraint.ts
var MAX_TERMS = 1e3;
var SPACES = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
var GO_BUILD = new RegExp(`^//go:build(?:${SPACES}+(?<expression>.*?))?${SPACES}*$`, "su");
var TOKEN = /[ \t]*(?<token>[()!]|&&|\|\||(?<tag>[\p{L}\p{Nd}_.]+)|$)/uy;
function parseBuildConstraint(line) {
  const match = line.includes("\n") ? null : GO_BUILD.exec(line);
  if (match === null) return null;
  const words = readTokens(match.groups?.["expression"] ?? "");
  if (words === null) return null;
  const parser = { words, at: 0, terms: 0 };
  const constraint = parseAny(parser);
  return parser.at === words.length ? constraint : null;
}
function holds(constraint, isSet) {
  switch (constraint.kind) {
    case "tag":
      return isSet(constraint.tag);
    case "not":
      return !holds(constraint.operand, isSet);
    case "and":
      return holds(constraint.left, isSet) && holds(constraint.right, isSet);
    case "or":
      return holds(constraint.left, isSet) || holds(constraint.right, isSet);
  }
}
function tagsOf(constraint) {
  switch (constraint.kind) {
    case "tag":
      return [constraint.tag];
    case "not":
      return tagsOf(constraint.operand);
    case "and":
    case "or":
      return [...tagsOf(constraint.left), ...tagsOf(constraint.right)];
  }
}
function readTokens(expression) {
  const tokens = [];
  for (let at = 0; at < expression.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(expression)?.groups?.["token"];
    if (token === void 0) return null;
    at = TOKEN.lastIndex;
    if (token !== "") tokens.push(token);
  }
  return tokens;
}
function parseAny(parser) {
  return parseSequence(parser, "||", "or", parseAll);
}
function parseAll(parser) {
  return parseSequence(parser, "&&", "and", parseNot);
}
function parseSequence(parser, operator, kind, parseOperand) {
  let left = parseOperand(parser);
  while (left !== null && take(parser, operator)) {
    const right = parseOperand(parser);
    left = right === null ? null : { kind, left, right };
  }
  return left;
}
function parseNot(parser) {
  parser.terms += 1;
  if (parser.terms > MAX_TERMS) return null;
  if (!take(parser, "!")) return parseTerm(parser);
  const operand = parseTerm(parser);
  return operand === null ? null : { kind: "not", operand };
}
function parseTerm(parser) {
  if (take(parser, "(")) {
    const inner = parseAny(parser);
    return inner !== null && take(parser, ")") ? inner : null;
  }
  const tag = parser.words[parser.at];
  if (tag === void 0 || !/^[\p{L}\p{Nd}_.]/u.test(tag)) return null;
  parser.at += 1;
  return { kind: "tag", tag };
}
function take(parser, token) {
  const found = parser.words[parser.at] === token;
  if (found) parser.at += 1;
  return found;
}

// src/diet/known-systems.ts
var SYSTEMS = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos".split(
    " "
  )
);
var ARCHITECTURES = new Set(
  "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm".split(
    " "
  )
);

// src/diet/file-constraint.ts
function constraintOfHeader(header) {
  if (!header.includes("//go:build")) return null;
  let inComment = false;
  for (const line of header.split("\n").map((line2) => line2.trim())) {
    if (!inComment) {
      const constraint = parseBuildConstraint(line);
      if (constraint !== null) return constraint;
    }
    const after = afterComments(line, inComment);
    if (after === "code") return null;
    inComment = after === "comment";
  }
  return null;
}
function nameHolds(name, isSet) {
  const [stem = ""] = name.split(".", 1);
  const [, ...words] = stem.split("_");
  const [last = "", before = ""] = words.reverse();
  if (ARCHITECTURES.has(last)) return isSet(last) && (!SYSTEMS.has(before) || isSet(before));
  return !SYSTEMS.has(last) || isSet(last);
}
function afterComments(line, inComment) {
  let inside = inComment;
  for (let at = 0; at < line.length; ) {
    if (inside) {
      const end = line.indexOf("*/", at);
      if (end === -1) return "comment";
      inside = false;
      at = end + 2;
    } else if (/\s/.test(line.charAt(at))) at += 1;
    else if (line.startsWith("//", at)) return "blank";
    else if (line.startsWith("/*", at)) {
      inside = true;
      at += 2;
    } else return "code";
  }
  return inside ? "comment" : "blank";
}

export {
  holds,
  tagsOf,
  SYSTEMS,
  ARCHITECTURES,
  constraintOfHeader,
  nameHolds
};
