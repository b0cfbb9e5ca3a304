import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  INPUTS,
  inputsOf,
  rowOf
} from "./chunk-GTV6CXRU.js";

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
  { name: "stdout", description: "Print the files instead of writing them." },
  { name: "no-build", description: "Build nothing. The budget then limits growth alone." }
];
function commandFlagsOf(command) {
  const withoutJson = COMMAND_FLAGS.filter(({ name }) => name !== "json");
  if (command === "init") return [...INIT_FLAGS, ...withoutJson];
  return command === "unpack" ? withoutJson : COMMAND_FLAGS;
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
var VERIFY_INPUTS = [
  {
    name: "platforms",
    description: "Platforms of the image to verify, as `os/arch[/variant]`. Default: all that it has."
  },
  {
    name: "working-directory",
    description: "Directory in a clone of the repository that the image was built from. Default: the current directory. Its branch and its files do not matter, because the commit of the image is checked out elsewhere."
  },
  {
    name: "build-env",
    description: "Environment variables of the build, as `NAME=value` lines. An image does not keep them, because they may be secrets. GOEXPERIMENT and GOFIPS140 need not be written."
  },
  rowOf("go-download-url"),
  rowOf("upx-sha256"),
  rowOf("upx-download-url"),
  {
    name: "registry-username",
    description: "User name for the registry of the image. Default: the login of podman or docker."
  },
  { name: "registry-password", description: "Password or token for `registry-username`." }
];
var UNPACK_INPUTS = [
  { name: "output", description: "File to write the linked binary to. It must not exist yet." }
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
var PLAN_INPUTS = [
  {
    ...rowOf("plan"),
    description: "Path to write the plan to, as JSON. Default: `bantam-plan.json` in `$RUNNER_TEMP` in the action."
  },
  rowOf("runners")
];
var MERGE_INPUTS = [
  {
    ...rowOf("plan"),
    description: "Path of the plan, as `plan/` or `bantam plan` wrote it.",
    required: true
  },
  rowOf("plan-id"),
  { ...rowOf("results"), required: true },
  {
    ...rowOf("push"),
    description: "Whether the tags of the plan are moved: `auto`, `true` or `false`. `auto` moves them on push, release, workflow_dispatch and schedule, if the plan pushes. It never moves them on a pull request or a merge group, and never on the command line."
  },
  rowOf("registry-username"),
  rowOf("registry-password"),
  {
    ...rowOf("github-token"),
    description: "The workflow's own token. It needs `packages: write` to move tags in ghcr.io, and `pull-requests: write` to comment on a pull request."
  },
  rowOf("summary"),
  rowOf("comment"),
  {
    ...rowOf("report"),
    description: "Path to write the weigh-in of all images and platforms to, as JSON. Default: `bantam.json` in `$RUNNER_TEMP` in the action, and no file on the command line. An HTML page with the report is written beside it."
  }
];
var DIET_GROUPS = ["What to build", "Go", "Packing", "The image"];
function isOfDiet({ name, group }) {
  return DIET_GROUPS.includes(group) && name !== "binary";
}
function flagsOf(command) {
  if (command === "init") return [];
  if (command === "build") return inputsOf("terminal");
  if (command === "plan") return planned(inputsOf("terminal"));
  if (command === "merge") return MERGE_INPUTS.filter(({ only }) => only !== "action");
  if (command === "diet") return inputsOf("terminal").filter(isOfDiet);
  const taken = takenBy(command);
  return taken.flatMap(
    ({ name, description }) => INPUTS.filter((input) => input.name === name).map((input) => ({ ...input, description }))
  );
}
function takenBy(command) {
  switch (command) {
    case "verify":
      return VERIFY_INPUTS;
    case "unpack":
      return UNPACK_INPUTS;
    case "weigh":
    case "diff":
      return WEIGH_INPUTS.filter(({ not }) => not !== command);
  }
}
function planned(inputs) {
  const [own, runners] = PLAN_INPUTS;
  if (own === void 0 || runners === void 0) throw new Error("a plan without inputs");
  return [
    ...inputs.filter(({ name }) => name !== "result").map((input) => input.name === own.name ? own : input),
    runners
  ];
}

export {
  COMMAND_FLAGS,
  INIT_FLAGS,
  commandFlagsOf,
  FLAG_INPUTS,
  COMMENT_INPUTS,
  MERGE_INPUTS,
  flagsOf,
  planned
};
