import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  INPUTS,
  inputsOf,
  rowOf
} from "./chunk-HVQ5DI3P.js";

// src/declare/command-inputs.ts
var COMMAND_FLAGS = [
  {
    name: "json",
    description: "Print the result as JSON on standard output, and everything else on standard error."
  },
  { name: "verbose", description: "Also print which programs are run." },
  { name: "help", short: "h", description: "Show this help." },
  { name: "version", description: "Show the version." }
];
var INIT_FLAGS = [
  { name: "stdout", description: "Print the workflow instead of writing it." },
  { name: "no-build", description: "Build nothing. The budget then limits growth alone." }
];
function commandFlagsOf(command) {
  return command === "init" ? [...INIT_FLAGS, ...COMMAND_FLAGS.filter(({ name }) => name !== "json")] : COMMAND_FLAGS;
}
var FLAG_INPUTS = INPUTS.filter(({ only }) => only !== "action" && only !== "comment");
var WEIGH_INPUTS = [
  {
    name: "platforms",
    description: "Platforms of an image to weigh, as `os/arch[/variant]`, or `all`. Default: linux/amd64, or else what the image has."
  },
  { name: "depth", description: "How deep binaries are broken down: `package` or `function`." },
  {
    name: "budget",
    not: "diff",
    description: "What it may weigh, written as for `bantam build`. The exit code is 1 if it weighs more."
  },
  {
    name: "registry-username",
    description: "User name for the registry of the image. Default: the login of podman or docker."
  },
  { name: "registry-password", description: "Password or token for `registry-username`." }
];
var COMMENT_INPUTS = [
  { ...rowOf("weigh-in"), required: true },
  {
    ...rowOf("comment"),
    choices: ["true", "changed"],
    description: "When a comment is created: `true` or `changed`. With `changed`, no comment is created as long as nothing changed beyond noise. A comment that exists is always updated."
  },
  {
    ...rowOf("github-token"),
    description: "The workflow's own token. It needs `pull-requests: write` in the job's permissions."
  }
];
var DIET_GROUPS = ["What to build", "Go", "Packing", "The image"];
function isOfDiet({ name, group }) {
  return DIET_GROUPS.includes(group) && name !== "binary";
}
function flagsOf(command) {
  if (command === "init") return [];
  if (command === "build") return inputsOf("terminal");
  if (command === "diet") return inputsOf("terminal").filter(isOfDiet);
  const taken = WEIGH_INPUTS.filter(({ not }) => not !== command);
  return taken.flatMap(
    ({ name, description }) => INPUTS.filter((input) => input.name === name).map((input) => ({ ...input, description }))
  );
}

export {
  COMMAND_FLAGS,
  INIT_FLAGS,
  commandFlagsOf,
  FLAG_INPUTS,
  COMMENT_INPUTS,
  flagsOf
};
