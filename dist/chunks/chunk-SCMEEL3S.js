import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatShellWords
} from "./chunk-BNHI7EIA.js";

// src/report/run-command.ts
function placeName(where) {
  switch (where.kind) {
    case "layout":
    case "archive":
      return where.path;
    case "daemon":
    case "registry":
      return where.reference;
  }
}
function runHints({ config, smoke }) {
  const asked = smoke?.http === null || smoke === null ? [] : [String(smoke.http.port)];
  const declared = [...config.expose.map((port) => port.replace(/\/tcp$/, "")), ...asked];
  const named = /^\d+$/.test(config.env["PORT"] ?? "") ? [config.env["PORT"] ?? ""] : [];
  const env = Object.entries(smoke?.env ?? {}).map(
    ([key, value]) => [key, /^\d+$/.test(value) ? value : null]
  );
  return { ports: [...new Set(declared.length > 0 ? declared : named)], env: Object.fromEntries(env) };
}
function runCommand(name, where, hints) {
  const local = localName(name);
  switch (where.kind) {
    case "layout": {
      const copy = ["skopeo", "copy", `oci:${where.path}`, `docker-daemon:${local}:latest`];
      return `${formatShellWords(copy)} && ${dockerRun(local, hints)}`;
    }
    case "archive":
      return `${formatShellWords(["docker", "load", "-i", where.path])} && ${dockerRun(where.reference, hints)}`;
    case "daemon":
    case "registry":
      return dockerRun(where.reference, hints);
  }
}
function dockerRun(reference, { ports, env }) {
  const variables = Object.entries(env).flatMap(([key, value]) => [
    "-e",
    value === null ? key : `${key}=${value}`
  ]);
  const published = ports.flatMap((port) => ["-p", `${port.split("/")[0]}:${port}`]);
  return formatShellWords(["docker", "run", "--rm", ...variables, ...published, reference]);
}
function localName(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "image";
}

export {
  placeName,
  runHints,
  runCommand,
  localName
};
