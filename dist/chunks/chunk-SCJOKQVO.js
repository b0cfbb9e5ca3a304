import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  INPUTS,
  inputsOf,
  rowOf
} from "./chunk-NBJDAXWK.js";

// src/declare/command-inputs.ts
var COMMAND_FLAGS = [
  {
    name: "json",
    description: "Print the weigh-in, or what a diet found, as JSON, alone on standard output. Everything else goes to stderr."
  },
  { name: "verbose", description: "Also say what is run." },
  { name: "help", short: "h", description: "Show this help." },
  { name: "version", description: "Show the version." }
];
var FLAG_INPUTS = INPUTS.filter(({ only }) => only !== "action" && only !== "comment");
var WEIGH_INPUTS = [
  {
    name: "platforms",
    description: "Platforms of an image to weigh, as `os/arch[/variant]`, or `all`. Default: linux/amd64, else what there is."
  },
  { name: "depth", description: "How deep binaries are broken down: `package` or `function`." },
  {
    name: "budget",
    not: "diff",
    description: "What it may weigh, as for `bantam build`; over it the exit code is 1."
  },
  {
    name: "registry-username",
    description: "User name at the registry of an image. Default: what docker or podman know."
  },
  { name: "registry-password", description: "Password or token that goes with `registry-username`." }
];
var COMMENT_INPUTS = [
  { ...rowOf("weigh-in"), required: true },
  {
    ...rowOf("comment"),
    choices: ["true", "changed"],
    description: "When a comment is created: `true` or `changed`. With `changed` none is created while nothing changed beyond noise; an existing one is updated."
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
  if (command === "build") return inputsOf("terminal");
  if (command === "diet") return inputsOf("terminal").filter(isOfDiet);
  const taken = WEIGH_INPUTS.filter(({ not }) => not !== command);
  return taken.flatMap(
    ({ name, description }) => INPUTS.filter((input) => input.name === name).map((input) => ({ ...input, description }))
  );
}

export {
  COMMAND_FLAGS,
  FLAG_INPUTS,
  COMMENT_INPUTS,
  flagsOf
};
