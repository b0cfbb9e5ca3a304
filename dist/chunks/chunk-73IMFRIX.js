import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  gitReason,
  runGit
} from "./chunk-L2V5KLOK.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/host/git-drivers.ts
var LFS = /^git-lfs (?:clean|smudge|smudge --skip|filter-process|filter-process --skip)(?: -- %f)?$/;
async function withoutDrivers(host, directory) {
  const listing = ["config", "--null", "--get-regexp", String.raw`^(filter|hook)\..*`];
  const { stdout } = await runGit(host, directory, listing);
  return driversOff(stdout);
}
function driversOff(listing) {
  return Object.fromEntries(listing.split("\0").flatMap(settingsOff));
}
function settingsOff(entry) {
  const [, section = "", driver = "", key = "", command = ""] = /^(filter|hook)\.(.+)\.([a-z]+)(?:\n(.*))?$/is.exec(entry) ?? [];
  switch (section.toLowerCase()) {
    case "hook":
      return [[`hook.${driver}.enabled`, "false"]];
    case "filter":
      return !COMMANDS.includes(key.toLowerCase()) || LFS.test(command) ? [] : [
        [`filter.${driver}.${key}`, ""],
        [`filter.${driver}.required`, "false"]
      ];
    default:
      return [];
  }
}
var COMMANDS = ["clean", "smudge", "process"];

// src/host/fetch-commit.ts
var PATIENCE = 3e5;
async function fetchCommit(host, directory, commit) {
  const known = await runGit(host, directory, ["cat-file", "-e", `${commit}^{commit}`]);
  if (known.exitCode === 0) return;
  const shallow = await runGit(host, directory, ["rev-parse", "--is-shallow-repository"]);
  const depth = shallow.stdout.trim() === "true" ? ["--depth=1"] : [];
  const only = ["--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--quiet", ...depth];
  const config = await withoutDrivers(host, directory);
  const fetched = await runGit(host, directory, ["fetch", ...only, "origin", commit], {
    timeoutMs: PATIENCE,
    config
  });
  if (fetched.exitCode !== 0)
    throw new Failure(
      "bad-input",
      {
        what: clause`Git could not fetch commit ${commit.slice(0, 7)}`,
        why: clause`${gitReason(fetched)}`
      },
      { fields: { commit } }
    );
}

export {
  withoutDrivers,
  fetchCommit
};
