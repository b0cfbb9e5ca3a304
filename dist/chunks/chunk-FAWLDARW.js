import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/home.ts
import { userInfo } from "node:os";
import path from "node:path";
function homeOf(env) {
  const home = env["HOME"] ?? "";
  return path.isAbsolute(home) ? home : homeInAccounts();
}
function homeInAccounts() {
  try {
    const { homedir } = userInfo();
    return path.isAbsolute(homedir) ? homedir : null;
  } catch {
    return null;
  }
}
function xdgDirectory(env, name) {
  const directory = env[name] ?? "";
  return path.isAbsolute(directory) ? directory : null;
}
function keptDirectory(env, temporary) {
  return ownCaches(env) ?? path.join(temporary, "bantam");
}
function ownCaches(env) {
  const home = homeOf(env);
  const caches = xdgDirectory(env, "XDG_CACHE_HOME") ?? (home === null ? null : path.join(home, ".cache"));
  return caches === null ? null : path.join(caches, "bantam");
}

export {
  homeOf,
  xdgDirectory,
  keptDirectory,
  ownCaches
};
